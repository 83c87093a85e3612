"""The hardware model on a terminal: the list, and one product with the source of each figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from models.hardware import Component, Figure, HardwareModel, Product
from models.hardware.amounts import SCALED_UNITS
from models.hardware.entries import ATTRIBUTES, DATES, PRICES, SPECIFICATIONS
from pipeline.show.rows import err, out, plain, rows

_PREFIXES = (("E", 18), ("P", 15), ("T", 12), ("G", 9), ("M", 6), ("k", 3))
_LARGE_COUNTS = (("billion", 9), ("million", 6))
_DATE_WORDS = {"launch": "announced", "availability": "on sale", "order": "ordered"}
_RATIO = "relative"
_EMPTY: dict[str, Any] = dict.fromkeys(
    ("predicate", "value", "value_high", "unit", "per", "object", "aspect", "workload", "condition", "timex", "planned",
     "stated_on", "said_by", "as_of", "source", "source_url", "checked", "note")
)  # fmt: skip


def products(model: HardwareModel, output: str | None) -> None:
    """Print all products with the number of their figures; the totals go to stderr."""
    records = [
        {
            "hardware_id": p.id,
            "name": p.name,
            "vendor": model.vendor_name(p),
            "kind": p.kind,
            "figures": len(p.figures),
            "checked": sum(f.checked is not None for f in p.figures),
        }
        for p in sorted(model.products.values(), key=lambda p: p.id)
    ]
    rows(records, output)
    figures = [f for p in model.products.values() for f in p.figures]
    err().print(f"{len(records)} products, {_counted(figures)}; {len(model.organisations)} organisations.")


def product(model: HardwareModel, shown: Product, output: str | None) -> None:
    """Print one product: what it is, its parts, and every figure with its source and the day it was checked."""
    if output:
        records = [_figure_row(model, f) for f in shown.figures]
        rows([*records, *(_component_row(model, c) for c in shown.components)], output, columns=list(_EMPTY))
        return
    console = out()
    console.print(Text.assemble((shown.name, "bold"), f" ({shown.id})"))
    console.print(_indented(_about(model, shown)))
    for names in _names(shown):
        console.print(_indented(names, "dim"))
    notes = _Footnotes(model)
    for title, lines in _sections(model, shown, notes):
        console.print(Text(title, style="bold"))
        console.print(_grid(lines))
    notes.print(console)
    stated: tuple[Figure | Component, ...] = (*shown.figures, *shown.components)
    console.print(_indented(f"{_counted(stated)}." if stated else "The model has no figures of it.", "dim"))


class _Footnotes:
    """The sources of one product's figures, numbered in the order in which they are met."""

    def __init__(self, model: HardwareModel) -> None:
        self._model = model
        self._numbers: dict[str, int] = {}

    def mark(self, stated: Figure | Component) -> str:
        """`checked 2026-11-22 [3]`"""
        number = self._numbers.setdefault(stated.source, len(self._numbers) + 1)
        return f"{f'checked {stated.checked}' if stated.checked else 'unverified'} [{number}]"

    def print(self, console: Console) -> None:
        """The list of sources: publisher, title, date, copy; the address on a line of its own, whole."""
        if self._numbers:
            console.print(Text("Sources", style="bold"))
        for source_id, number in self._numbers.items():
            source = self._model.sources[source_id]
            parts = (f"{source.publisher}: {source.title}", source.date, source.read_in and f"read in {source.read_in}")
            described = Table.grid(padding=(0, 1))
            described.add_row(Text(f"  [{number}]"), Text(", ".join(p for p in parts if p)))
            console.print(described)
            if source.url:
                console.print(Text(f"      {source.url}", style="dim"), soft_wrap=True)


def _about(model: HardwareModel, shown: Product) -> str:
    def named(product_id: str | None) -> str | None:
        return product_id and f"{model.products[product_id].name} ({product_id})"

    predecessor = named(shown.predecessor)
    about = (shown.kind, model.vendor_name(shown), named(shown.architecture), predecessor and f"after {predecessor}")
    return " · ".join(a for a in about if a)


def _names(shown: Product) -> Iterator[str]:
    """The names that are understood anywhere, then those that need a context."""
    anywhere = [a.text for a in shown.aliases if a.context is None and a.text != shown.name]
    if anywhere:
        yield f"also: {', '.join(anywhere)}"
    for context in dict.fromkeys(a.context for a in shown.aliases if a.context):
        short = ", ".join(a.text for a in shown.aliases if a.context == context)
        yield f"in the context {context}: {short}"


def _sections(
    model: HardwareModel, shown: Product, notes: _Footnotes
) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Titles and lines, each line what is stated, how much, and where it stands."""
    dates, prices, ratios = _of(shown, DATES), _of(shown, PRICES), _of(shown, (_RATIO,))
    specifications = [f for predicate in (*SPECIFICATIONS, *ATTRIBUTES) for f in _of(shown, (predicate,))]
    parts = [(f"{c.count:,} ×", _name(model, c.id), notes.mark(c)) for c in shown.components]
    wholes = [
        (f"{c.count:,} in", _name(model, whole.id), notes.mark(c))
        for whole in model.products.values()
        for c in whole.components
        if c.id == shown.id
    ]
    if parts:
        yield "Composition", parts
    if wholes:
        yield "Part of", wholes
    for title, figures in (
        ("Specifications", specifications),
        ("History", dates),
        ("Prices", prices),
        ("Ratios", ratios),
    ):
        if figures:
            yield title, [(_predicate(f), f"{_amount(model, f)}{_details(f)}", notes.mark(f)) for f in figures]


def _of(shown: Product, predicates: Sequence[str]) -> list[Figure]:
    return sorted(shown.figures_of(*predicates), key=lambda f: f.date_start or date.max)


def _name(model: HardwareModel, product_id: str) -> str:
    known = model.products.get(product_id)
    return f"{known.name} ({product_id})" if known else product_id


def _predicate(figure: Figure) -> str:
    word = figure.aspect or "" if figure.predicate == _RATIO else figure.predicate
    return _DATE_WORDS.get(word, word).replace("_", " ")


def _amount(model: HardwareModel, figure: Figure) -> str:
    if figure.timex:
        return figure.timex
    low = _scaled(figure.value, figure.unit) if figure.value is not None else ""
    high = f" to {_scaled(figure.value_high, figure.unit)}" if figure.value_high is not None else ""
    per = f" per {figure.per}" if figure.per else ""
    amount = f"{low}{high}{per}"
    if figure.predicate == _RATIO:
        return f"{amount} times {_name(model, figure.object or '')}"
    return f"{amount} {_name(model, figure.object)}".strip() if figure.object else amount


def _scaled(value: Decimal | None, unit: str | None) -> str:
    """The value as people write it: 2.7 kW, 208 billion, 814 mm²."""
    if value is None:
        return ""
    if unit in SCALED_UNITS:
        prefix, exponent = next((p for p in _PREFIXES if value >= 10 ** p[1]), ("", 0))
        return f"{_digits(value.scaleb(-exponent))} {prefix}{unit}"
    if unit == "m2":
        return f"{_digits(value.scaleb(6))} mm²" if value < 1 else f"{_digits(value)} m²"
    if unit == "1":
        word, exponent = next((c for c in _LARGE_COUNTS if value >= 10 ** c[1] and _is_round(value, c[1])), ("", 0))
        return f"{_digits(value.scaleb(-exponent))} {word}".strip()
    return f"{_digits(value)} {unit or ''}".strip()


def _is_round(value: Decimal, exponent: int) -> bool:
    """Whether the value has no more than three digits after the point in this unit."""
    return value.scaleb(3 - exponent) % 1 == 0


def _digits(value: Decimal) -> str:
    return f"{plain(value.normalize()):,}"


def _details(figure: Figure) -> str:
    """Everything else that is known of a figure, in brackets; the copy it was read in stands with the source."""
    said = f"says {figure.said_by}" if figure.said_by else "stated" if figure.stated_on else None
    details = (
        figure.workload,
        figure.condition,
        "planned" if figure.planned else None,
        f"{said}{f' on {figure.stated_on}' if figure.stated_on else ''}" if said else None,
        f"as of {figure.as_of}" if figure.as_of else None,
        figure.note,
    )
    given = "; ".join(d for d in details if d)
    return f" ({given})" if given else ""


def _counted(stated: Iterable[Figure | Component]) -> str:
    listed = list(stated)
    checked = sum(s.checked is not None for s in listed)
    return f"{len(listed)} figures: {checked} checked against their source, {len(listed) - checked} unverified"


def _grid(lines: Iterable[tuple[str, str, str]]) -> Padding:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True, style="dim")
    for line in lines:
        table.add_row(*map(Text, line))
    return Padding(table, (0, 0, 0, 2), expand=False)


def _indented(words: str, style: str = "") -> Padding:
    return Padding(Text(words, style=style), (0, 0, 0, 2), expand=False)


def _figure_row(model: HardwareModel, figure: Figure) -> dict[str, Any]:
    record = {name: getattr(figure, name) for name in _EMPTY if hasattr(figure, name)}
    return {**_EMPTY, **record, "note": model.note_of(figure), **_source(model, figure)}


def _component_row(model: HardwareModel, part: Component) -> dict[str, Any]:
    return {**_EMPTY, "predicate": "component", "value": part.count, "object": part.id, **_source(model, part)}


def _source(model: HardwareModel, stated: Figure | Component) -> dict[str, Any]:
    source = model.sources[stated.source]
    return {"source": f"{source.publisher}: {source.title}", "source_url": source.url, "checked": stated.checked}
