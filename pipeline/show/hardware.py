"""The hardware model on a terminal: the list, and one product with the source of each figure."""

from __future__ import annotations

from typing import Any

from rich.text import Text

from models.hardware import HardwareModel
from models.hardware.schema import Figure, Product
from pipeline.show.rows import err, out, plain, rows


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
    checked = sum(f.checked is not None for f in figures)
    err().print(
        f"{len(records)} products, {len(figures)} figures: {checked} checked against their source, "
        f"{len(figures) - checked} unverified; {len(model.organisations)} organisations."
    )


def product(model: HardwareModel, shown: Product, output: str | None) -> None:
    """Print one product: what it is, its parts, and every figure with source and date."""
    records = [_figure_row(model, f) for f in shown.figures] + [
        {**_EMPTY, "predicate": "component", "value": c.count, "object": c.id, **_source(model, c.source, c.checked)}
        for c in shown.components
    ]
    if output:
        rows(records, output, columns=list(_EMPTY))
        return
    console = out()
    console.print(Text(f"{shown.name}", style="bold"), f"({shown.id})")
    about = [
        shown.kind,
        model.vendor_name(shown),
        shown.architecture,
        f"after {shown.predecessor}" if shown.predecessor else None,
    ]
    console.print("  " + " · ".join(a for a in about if a))
    for record in records:
        what = f"{record['predicate']}: {_amount(record)}"
        details = [record[k] for k in ("condition", "workload") if record[k]]
        console.print(Text(f"  {what}" + (f" ({', '.join(details)})" if details else ""), style=""))
        console.print(Text(f"      — {record['source']}{_dates(record)}", style="dim"))


_EMPTY: dict[str, Any] = dict.fromkeys(
    ("predicate", "value", "value_high", "unit", "per", "object", "aspect", "workload", "condition", "timex", "planned",
     "stated_on", "said_by", "as_of", "source", "source_url", "checked", "note")
)  # fmt: skip


def _figure_row(model: HardwareModel, figure: Figure) -> dict[str, Any]:
    record = {name: getattr(figure, name) for name in _EMPTY if hasattr(figure, name)}
    return {**_EMPTY, **record, **_source(model, figure.source, figure.checked)}


def _source(model: HardwareModel, source_id: str, checked: Any) -> dict[str, Any]:
    source = model.sources[source_id]
    return {"source": f"{source.publisher}, {source.title}", "source_url": source.url, "checked": checked}


def _amount(record: dict[str, Any]) -> str:
    if record["timex"]:
        return f"{record['timex']}{' (planned)' if record['planned'] else ''}"
    ends = [f"{plain(record[k]):,}" for k in ("value", "value_high") if record[k] is not None]
    unit = "" if record["unit"] in (None, "1") else f" {record['unit']}"
    amount = "–".join(ends) + unit
    if record["aspect"]:
        return f"{amount} times {record['object']} in {record['aspect']}"
    return f"{amount} × {record['object']}" if ends and record["object"] else amount or str(record["object"])


def _dates(record: dict[str, Any]) -> str:
    said = f", said by {record['said_by']}" if record["said_by"] else ""
    stated = f" on {plain(record['stated_on'])}" if record["stated_on"] else ""
    as_of = f", as of {record['as_of']}" if record["as_of"] else ""
    state = f"; checked {plain(record['checked'])}" if record["checked"] else "; unverified"
    return said + stated + as_of + state
