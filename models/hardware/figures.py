"""From the tables of a product's TOML entry to the model's flat figures, one for each number, date, price or ratio."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.hardware.amounts import Amount, timex_interval
from models.hardware.entries import ATTRIBUTES, DATES, PRICES, SPECIFICATIONS, FigureEntry, ProductEntry, Statement
from models.hardware.schema import Component, Figure

_NUMBERS = (*SPECIFICATIONS, *PRICES)
_SPARSITY = ("dense", "sparse")


def figures_of(entry: ProductEntry) -> tuple[tuple[Figure, ...], list[str]]:
    """All figures of the entry, and in words what is wrong with it."""
    figures: list[Figure] = []
    problems: list[str] = []
    for number, table in enumerate(entry.figures, 1):
        stated = list(_stated(table))
        if not stated and not table.components:
            problems.append(f"figures.{number}: states nothing")
        figures += stated
    figures += [
        Figure(
            predicate="relative", object=r.against, aspect=r.aspect, workload=r.workload, **_amount(r.value[""]), **_origin(r)
        )
        for r in entry.ratios
    ]  # fmt: skip
    return tuple(figures), problems


def components_of(entry: ProductEntry) -> tuple[tuple[Component, ...], list[str]]:
    """The parts that the entry's tables state, each once, a checked statement first; and counts that contradict each other."""
    stated = [
        Component(id=part, count=count, source=table.source, checked=table.checked)
        for table in entry.figures
        for part, count in table.components.items()
    ]
    parts: dict[str, Component] = {}
    problems = []
    for part in sorted(stated, key=lambda c: c.checked is None):
        first = parts.setdefault(part.id, part)
        if first.count != part.count:
            problems.append(
                f"components: {part.id} counted {first.count} by {first.source}, {part.count} by {part.source}"
            )
    return tuple(parts.values()), problems


def _stated(table: FigureEntry) -> Iterator[Figure]:
    origin = _origin(table)
    given = table.model_fields_set
    for predicate in filter(given.__contains__, _NUMBERS):
        for case, amount in getattr(table, predicate).items():
            place = _case(predicate, case, table.condition) if case else {}
            yield Figure(predicate, **{**origin, **place, **_amount(amount)})
    for predicate in filter(given.__contains__, ATTRIBUTES):
        for name in getattr(table, predicate):
            yield Figure(predicate, object=name, **origin)
    for predicate in filter(given.__contains__, DATES):
        for timex in getattr(table, predicate):
            first, last = timex_interval(timex)
            yield Figure(predicate, timex=timex, date_start=first, date_end=last, **origin)


def _origin(table: Statement) -> dict[str, Any]:
    return {
        "source": table.source,
        "checked": table.checked,
        "as_of": table.as_of,
        "condition": table.condition,
        "said_by": table.said_by,
        "stated_on": table.said_on,
        "planned": table.planned,
        "note": table.note,
    }


def _amount(amount: Amount) -> dict[str, Any]:
    return {"value": amount.value, "value_high": amount.value_high, "unit": amount.unit, "per": amount.per}


def _case(predicate: str, case: str, condition: str | None) -> dict[str, Any]:
    """A case of `compute` is its workload, "dense" or "sparse" in it a condition; of `unit_count` what is counted; else a condition."""
    if predicate == "unit_count":
        return {"object": case}
    if predicate != "compute":
        return {"condition": _joined(condition, case)}
    words = case.split(" ")
    sparsity = [w for w in words if w in _SPARSITY]
    if not sparsity:
        return {"workload": case}
    workload = " ".join(w for w in words if w not in _SPARSITY)
    return {"workload": workload or None, "condition": _joined(condition, *sparsity)}


def _joined(*conditions: str | None) -> str:
    return ", ".join(c for c in conditions if c)
