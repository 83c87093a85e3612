"""Products by the end of their names: "la XT" where the RX 9070 XT has been named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View


def find_short_names(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with those of products of which only the last word of the name stands behind an article, by place.

    Such a word stands for the last product before it whose name ends so, else for the first one in the text.
    """
    products = [m for m in mentions if m.type == "hardware"]
    found = []
    for match in pack.patterns.short_name.finditer(view.text):
        start, end = match.span("name")
        if any(m.start < end and start < m.end for m in mentions):
            continue
        alike = [m for m in products if m.id.endswith(f"-{match['name'].lower().replace(' ', '-')}")]
        before = [m for m in alike if m.end <= start]
        if alike:
            found.append(replace((before or alike[:1])[-1], start=start, end=end, parts=()))
    return sorted([*mentions, *found], key=lambda m: m.start)
