"""What the hardware model is made of once it is loaded: products, figures, parts, organisations, naming patterns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from models.records import Aspect
from models.values import Per

ProductKind = Literal[
    "gpu", "cpu", "accelerator", "superchip", "soc", "board", "server", "rack", "pod", "cluster", "supercomputer",
    "system", "console", "architecture", "die", "family", "switch", "interconnect", "memory", "process", "packaging",
]  # fmt: skip
OrganisationKind = Literal[
    "company", "person", "outlet", "analyst", "bank", "government", "agency", "institution", "fund"
]
SITE_KINDS = frozenset({"cluster", "supercomputer"})
TECHNOLOGY_KINDS = frozenset({"memory", "process", "packaging", "interconnect"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that states figures, as a newsroom prints it.

    `url` is an address that holds the figures. Where that is not the publisher's own, `read_in` says what copy it is.
    """

    id: str
    publisher: str
    title: str
    url: str | None = None
    date: str | None = None
    read_in: str | None = None


class Alias(NamedTuple):
    """A way to write a name. `language` is None where all use it; `context` names the words it needs nearby."""

    text: str
    language: str | None = None
    context: str | None = None


class Figure(NamedTuple):
    """One thing that one source states of one product: a specification, a price, a date or a claimed ratio.

    Numbers are in CLAIMS.md's base units. `condition` is the case it is stated for, tokens parted by ", "
    ("SXM, dense"). `checked` is the day on which the source was opened and did say it; None means remembered, not verified.
    Of a ratio, `object` is the product compared against.
    """

    predicate: str
    source: str
    value: Decimal | None = None
    value_high: Decimal | None = None
    unit: str | None = None
    per: Per | None = None
    object: str | None = None
    aspect: Aspect | None = None
    workload: str | None = None
    condition: str | None = None
    timex: str | None = None
    date_start: date | None = None
    date_end: date | None = None
    planned: bool = False
    stated_on: date | None = None
    said_by: str | None = None
    as_of: str | None = None
    checked: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """`count` pieces of `id` are in one piece of the product. Parts of parts are listed too, so counts do not add up."""

    id: str
    count: int
    source: str
    checked: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product, architecture, system, site or technology."""

    id: str
    name: str
    vendor: str | None = None
    kind: ProductKind
    architecture: str | None = None
    predecessor: str | None = None
    aliases: tuple[Alias, ...] = ()
    figures: tuple[Figure, ...] = ()
    components: tuple[Component, ...] = ()

    def figures_of(self, *predicates: str) -> tuple[Figure, ...]:
        """The figures with one of these predicates, in the files' order."""
        return tuple(f for f in self.figures if f.predicate in predicates)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A company, person, outlet, bank, agency. `name` is the common English name that claims carry."""

    id: str
    name: str
    kind: OrganisationKind
    country: str | None = None
    parent: str | None = None
    heads: str | None = None
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """How a maker names its products, so that one that the model does not know is still recognised.

    The groups of `regex`, lower case and joined by hyphens, follow the vendor in the id; `template` ("mlu{1}") overrides that.
    `regex` is not compiled here: sixty of them cost a third of the model's loading time.
    """

    vendor: str | None
    kind: ProductKind
    regex: str
    template: str | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What lets a short name stand for its product, and what forbids it.

    `words` stand near it, `weak` ones count less, `before` ones stand directly before it ("la 5090"), `anywhere` ones stand at any
    distance (Corsair in an article on d-Matrix), `against` ones forbid.
    With `against` alone the name counts anywhere but beside those ("David Blackwell").
    """

    id: str
    words: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def only_forbids(self) -> bool:
        """Whether a name of this context needs no word of it near."""
        return not (self.words or self.weak or self.before or self.anywhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The rules of names.

    `brands` come before a vendor's product and `tails` after it, both part of its mention; `translations` give the words
    of ids; `pieces` beside an architecture's name tell what kind of thing it is there ("Rubin GPU"); `ordinary_words` are names only with their capitals; `measures` after a bare number make it no model ("5090 euro");
    `false_friends` are longer words that begin like a name and are none (高通胀, not 高通).
    """

    patterns: tuple[Pattern, ...]
    contexts: Mapping[str, Context]
    brands: Mapping[str, tuple[str, ...]]
    tails: tuple[str, ...]
    translations: Mapping[str, str]
    pieces: Mapping[str, tuple[str, ...]]
    ordinary_words: tuple[str, ...]
    measures: tuple[str, ...]
    false_friends: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HardwareModel:
    """The whole model. `version` is a hash of the files that it was read from."""

    version: str
    products: Mapping[str, Product]
    organisations: Mapping[str, Organisation]
    sources: Mapping[str, Source]
    naming: Naming = field(repr=False)

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns of products that the model does not know."""
        return self.naming.patterns

    def vendor_name(self, product: Product) -> str | None:
        """The common English name of the product's maker or owner."""
        return self.organisations[product.vendor].name if product.vendor else None

    def note_of(self, figure: Figure) -> str | None:
        """The figure's remark, and the copy of its source that it was checked in; None where there is neither."""
        copy = self.sources[figure.source].read_in if figure.checked else None
        return "; ".join(n for n in (figure.note, copy and f"read in a copy: {copy}") if n) or None

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """Plain rows for the warehouse's tables, keyed by table name."""
        from models.hardware.tables import rows

        return rows(self)
