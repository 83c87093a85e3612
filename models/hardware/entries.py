"""The format of the model's TOML files, as pydantic checks it: one class a table of the file.

A `[[products.ID.figures]]` table is what one source states of a product: its keys are predicates of CLAIMS.md beside the
source's own. A predicate with several cases is a table: `core_count = { cuda = 21760, tensor = 680 }`,
`compute = { "FP8 dense" = "4.5 PFLOP/s" }`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from models.hardware.amounts import Amount, parse_amount, timex_interval
from models.hardware.schema import OrganisationKind, ProductKind
from models.records import Aspect

Cases = Mapping[str, Amount]
SPECIFICATIONS = {
    "power": ("W",), "transistor_count": ("1",), "memory_capacity": ("B",), "memory_bandwidth": ("B/s",),
    "link_bandwidth": ("B/s", "bit/s"), "compute": ("FLOP/s", "OP/s"), "core_count": ("1",), "clock": ("Hz",),
    "die_area": ("m2",), "temperature": ("K",), "unit_count": ("1",), "parameter_count": ("1",),
}  # fmt: skip
ATTRIBUTES = ("process_node", "packaging", "memory_type", "foundry")
PRICES = ("unit_price", "order_value", "rental_price", "investment")
DATES = ("launch", "availability", "production", "delivery", "order", "deployment", "other_date")


def _cases(units: tuple[str, ...] | None) -> BeforeValidator:
    def parse(written: Any) -> Cases:
        named = written if isinstance(written, dict) else {"": written}
        return {case: _amount(amount, units) for case, amount in named.items()}

    return BeforeValidator(parse)


def _amount(written: Any, units: tuple[str, ...] | None) -> Amount:
    meant = " or ".join(units) if units else "an ISO 4217 code like USD"
    try:
        amount = parse_amount(written)
    except ValueError as error:
        raise ValueError(f"{error}; the unit meant is {meant}") from None
    if amount.unit not in units if units else not re.fullmatch(r"[A-Z]{3}", amount.unit):
        found = "no unit" if amount.unit == "1" else f"unit {amount.unit!r}"
        raise ValueError(f"{written!r} has {found} where {meant} is meant")
    return amount


def _names(written: Any) -> Any:
    """A single name or date is a list of one; TOML's own dates are read as they are written."""
    listed = written if isinstance(written, list | tuple) else (written,)
    return tuple(w.isoformat() if isinstance(w, date) else w for w in listed)


def _timex(written: str) -> str:
    timex_interval(written)
    return written


Names = Annotated[tuple[str, ...], BeforeValidator(_names)]
Times = Annotated[tuple[Annotated[str, AfterValidator(_timex)], ...], BeforeValidator(_names)]
Named = Annotated[str, Field(min_length=1)]
Money = Annotated[Any, _cases(None)]
Words = tuple[str, ...]
Short = Mapping[str, Words]


class Entry(BaseModel):
    """Base of all tables of a file: immutable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceEntry(Entry):
    """`[sources.ID]`"""

    publisher: Named
    title: str = ""
    url: Annotated[str, Field(pattern=r"https?://\S+")] | None = None
    date: str | None = None
    read_in: str | None = None


class Statement(Entry):
    """What all statements share: who says it, when, and when we read it there."""

    source: str
    checked: date | None = None
    as_of: str | None = None
    condition: str | None = None
    said_by: str | None = None
    said_on: date | None = None
    planned: bool = False
    note: str | None = None


class FigureEntry(Statement):
    """`[[products.ID.figures]]`"""

    power: Annotated[Any, _cases(SPECIFICATIONS["power"])] = None
    transistor_count: Annotated[Any, _cases(SPECIFICATIONS["transistor_count"])] = None
    memory_capacity: Annotated[Any, _cases(SPECIFICATIONS["memory_capacity"])] = None
    memory_bandwidth: Annotated[Any, _cases(SPECIFICATIONS["memory_bandwidth"])] = None
    link_bandwidth: Annotated[Any, _cases(SPECIFICATIONS["link_bandwidth"])] = None
    compute: Annotated[Any, _cases(SPECIFICATIONS["compute"])] = None
    core_count: Annotated[Any, _cases(SPECIFICATIONS["core_count"])] = None
    clock: Annotated[Any, _cases(SPECIFICATIONS["clock"])] = None
    die_area: Annotated[Any, _cases(SPECIFICATIONS["die_area"])] = None
    temperature: Annotated[Any, _cases(SPECIFICATIONS["temperature"])] = None
    unit_count: Annotated[Any, _cases(SPECIFICATIONS["unit_count"])] = None
    parameter_count: Annotated[Any, _cases(SPECIFICATIONS["parameter_count"])] = None
    process_node: Names = ()
    packaging: Names = ()
    memory_type: Names = ()
    foundry: Names = ()
    unit_price: Money = None
    order_value: Money = None
    rental_price: Money = None
    investment: Money = None
    launch: Times = ()
    availability: Times = ()
    production: Times = ()
    delivery: Times = ()
    order: Times = ()
    deployment: Times = ()
    other_date: Times = ()
    components: Mapping[str, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)


class RatioEntry(Statement):
    """`[[products.ID.ratios]]`: the product is `value` times `against` in `aspect`."""

    aspect: Aspect
    value: Annotated[Any, _cases(("1",))]
    against: str
    workload: str | None = None


class NamedEntry(Entry):
    """Names of a product or organisation. `short` has, by context, the names that count only near that context's words."""

    name: str
    aliases: Words = ()
    aliases_it: Words = ()
    aliases_zh: Words = ()
    short: Short = Field(default_factory=dict)


class ProductEntry(NamedEntry):
    """`[products.ID]`"""

    kind: ProductKind
    vendor: str | None = None
    architecture: str | None = None
    predecessor: str | None = None
    figures: tuple[FigureEntry, ...] = ()
    ratios: tuple[RatioEntry, ...] = ()


class OrganisationEntry(NamedEntry):
    """`[organisations.ID]`"""

    kind: OrganisationKind
    country: str | None = None
    parent: str | None = None
    heads: str | None = None


class ContextEntry(Entry):
    """`[contexts.ID]`; with `against` alone a name counts anywhere but beside those words."""

    words: Words = ()
    weak: Words = ()
    before: Words = ()
    anywhere: Words = ()
    against: Words = ()


class PatternEntry(Entry):
    """`[[patterns]]`"""

    regex: str
    kind: ProductKind
    vendor: str | None = None
    id: str | None = None
    context: str | None = None
