"""Names said again by their end: "il Pro 7i" behind "Legion Pro 7i", X300 Pro behind "vivo X300 Pro"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from pipeline.extract.assembly.occurrences import occurrences
from pipeline.extract.mentions import Mention
from pipeline.text.view import View

_WORD = re.compile(r"[A-Za-z0-9+]+")
_BORDERS = (r"(?<![A-Za-z0-9.-])", r"(?![A-Za-z0-9+-])(?![.,]\d)")
_SHORTEST = 3
_ENDINGS = 40
"""So many names at most: an article has a handful."""
# "Gen 5" and "5G" end many names, "16GB" and "2nm" are quantities.
_NO_NAME = re.compile(
    r"(?:Gen|v|Pro|Max|Plus|AI) ?\d{0,2}|\d+ ?(?:[KMGT]?B|[KMGT]?Hz|[kMG]?W|[mn]m|W?h|mAh|[VAKGTMB]|(?-i:x))", re.I
)
_NO_PRODUCT = SITE_KINDS | TECHNOLOGY_KINDS | {"architecture", "family"}


def find_repeated_names(view: View, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with those of unlisted products that are named in full before and then by the end of their names.

    Such an end has a letter and a digit, opens with a word and belongs to one product of the text. Listed products have
    their short names in the hardware model.
    """
    endings: dict[str, Mention] = {}
    shared: set[str] = set()
    for mention in mentions:
        if mention.known or mention.type != "hardware" or mention.kind in _NO_PRODUCT:
            continue
        for ending in _endings(view.text[mention.start : mention.end]):
            first = endings.setdefault(ending, mention)
            if first.id != mention.id:
                shared.add(ending)
    names = [ending for ending in endings if ending not in shared][:_ENDINGS]
    if not names:
        return list(mentions)
    places = occurrences(view.text, {name: endings[name] for name in names}, _BORDERS, mentions)
    found = [m for m in places if m.start > endings[view.text[m.start : m.end]].start]
    return sorted([*mentions, *found], key=lambda m: m.start)


def _endings(name: str) -> Iterator[str]:
    """ "Legion Pro 7i": "Pro 7i"; "拯救者Y9000P": "Y9000P"."""
    for word in _WORD.finditer(name):
        ending = name[word.start() :]
        if word.start() == 0 or len(ending) < _SHORTEST or not ending.isascii():
            continue
        opens = any(c.isalpha() for c in word[0])
        if opens and any(c.isdigit() for c in ending) and not _NO_NAME.fullmatch(ending):
            yield ending
