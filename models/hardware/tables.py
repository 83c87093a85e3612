"""The hardware model as rows of the warehouse's tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.hardware.schema import Figure, HardwareModel, Product

Row = dict[str, Any]


def rows(model: HardwareModel) -> dict[str, list[Row]]:
    """Table name → rows, their keys the columns' names; `source` is "publisher: title" in words."""
    products = model.products.values()
    organisations = model.organisations.values()
    return {
        "hardware": [
            {
                "hardware_id": p.id,
                "name": p.name,
                "vendor": model.vendor_name(p),
                "kind": p.kind,
                "architecture": p.architecture,
                "predecessor": p.predecessor,
            }
            for p in products
        ],
        "hardware_aliases": [
            {"hardware_id": p.id, "alias": a.text, "language": a.language, "context": a.context}
            for p in products
            for a in p.aliases
        ],
        "hardware_specs": [row for p in products for row in _spec_rows(model, p)],
        "hardware_components": [
            {
                "hardware_id": p.id,
                "component_id": c.id,
                "count": c.count,
                "source": _source_words(model, c.source),
                "source_url": model.sources[c.source].url,
                "checked": c.checked,
            }
            for p in products
            for c in p.components
        ],
        "organisations": [
            {"organisation_id": o.id, "name": o.name, "kind": o.kind, "country": o.country} for o in organisations
        ],
        "organisation_aliases": [
            {"organisation_id": o.id, "alias": a.text, "language": a.language} for o in organisations for a in o.aliases
        ],
    }


def _spec_rows(model: HardwareModel, product: Product) -> Iterator[Row]:
    for figure in product.figures:
        yield {"hardware_id": product.id, **_figure_row(model, figure)}


def _figure_row(model: HardwareModel, figure: Figure) -> Row:
    return {
        **figure._asdict(),
        "note": model.note_of(figure),
        "source": _source_words(model, figure.source),
        "source_url": model.sources[figure.source].url,
    }


def _source_words(model: HardwareModel, source: str) -> str:
    found = model.sources[source]
    return f"{found.publisher}: {found.title}"
