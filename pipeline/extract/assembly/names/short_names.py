"""Products by the end of their names: "la XT" where the RX 9070 XT has been named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.hardware.schema import Product
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View


def find_short_names(
    view: View, pack: LanguagePack, mentions: Sequence[Mention], listed: Mapping[str, Product]
) -> list[Mention]:
    """The mentions with those of products of which only the last word of the name stands behind an article, by place.

    Such a word stands for the last product before it whose name ends so, else for the first one in the text, else for the
    version so called of the last product before it that has one among those `listed`: "l'Extreme" behind X2 Elite.
    """
    products = [m for m in mentions if m.type == "hardware"]
    found = []
    for match in pack.patterns.product.short_name.finditer(view.text):
        start, end = match.span("name")
        if any(m.start < end and start < m.end for m in mentions):
            continue
        alike = [m for m in products if m.id.endswith(f"-{match['name'].lower().replace(' ', '-')}")]
        before = [m for m in alike if m.end <= start]
        if alike:
            found.append(replace((before or alike[:1])[-1], start=start, end=end, parts=()))
            continue
        version = _version(match["name"], [m for m in products if m.end <= start], listed)
        if version:
            found.append(Mention(start, end, version.id, version.name, "hardware", version.kind))
    return sorted([*mentions, *found], key=lambda m: m.start)


def _version(name: str, before: Sequence[Mention], listed: Mapping[str, Product]) -> Product | None:
    slugs = (f"{m.id}-{name.lower().replace(' ', '-')}" for m in reversed(before))
    return next((listed[slug] for slug in slugs if slug in listed), None)
