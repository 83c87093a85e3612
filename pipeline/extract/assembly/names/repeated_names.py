"""Names said again by their end ("il Pro 7i" behind "Legion Pro 7i"), and others of a line that has been named ("la Rock 5B" behind "Radxa Rock 5T")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from pipeline.extract.assembly.names.occurrences import occurrences
from pipeline.extract.mentions import Mention
from pipeline.text.view import View

_WORD = re.compile(r"[A-Za-z0-9+]+")
_BORDERS = (r"(?<![A-Za-z0-9.-])", r"(?![A-Za-z0-9+-])(?![.,]\d)")
_SHORTEST = 3
_SHORT = re.compile(r"[A-Z]\d")
_BEHIND_ARTICLE = (
    r"(?:(?<=\b[Ll]a )|(?<=\b[Ii]l )|(?<=\b[Dd]ella )|(?<=\b[Dd]el )|(?<=\b[Aa]lla )|(?<=\b[Aa]l ))",
    _BORDERS[1],
)
"""A name of a letter and a figure counts behind an article alone: "la A8" behind "Claw A8"."""
_ENDINGS = 40
"""So many names at most: an article has a handful."""
# "Gen 5" and "5G" end many names, "16GB" and "2nm" are quantities.
_NO_NAME = re.compile(
    r"(?:Gen|v|Pro|Max|Plus|AI) ?\d{0,2}|\d+ ?(?:[KMGT]?B|[KMGT]?Hz|[kMG]?W|[mn]m|W?h|mAh|[VAKGTMB]|(?-i:x))", re.I
)
_TYPE_NUMBER = r"(?=[A-Z]*\d{1,4}[A-Z])[A-Z]{0,3}\d{1,4}[A-Z]{1,3}|[A-Z]{1,3}\d{1,4}|\(\d{1,2}[a-z]?\)"
_LINE = re.compile(rf"(?<![\w-])(?P<line>[A-Z][a-z]{{2,}})[ -](?P<number>{_TYPE_NUMBER})$")
"""A line's word and a type number with a letter and a figure, or a figure in brackets: "Rock 5T", "Swift X14", "Phone (3)"."""
_NO_PRODUCT = SITE_KINDS | TECHNOLOGY_KINDS | {"architecture", "family"}


def find_repeated_names(view: View, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with those of unlisted products that are named in full before and then by the end of their names.

    Such an end has a letter and a digit, opens with a word and belongs to one product of the text. Listed products have
    their short names in the hardware model.
    """
    mentions = _in_full(mentions)
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
    others = _of_lines(view.text, mentions)
    if not names:
        return sorted([*mentions, *others], key=lambda m: m.start)
    long = {name: endings[name] for name in names if len(name) >= _SHORTEST}
    short = {name: endings[name] for name in names if len(name) < _SHORTEST}
    places = [
        *(occurrences(view.text, long, _BORDERS, mentions) if long else ()),
        *(occurrences(view.text, short, _BEHIND_ARTICLE, mentions) if short else ()),
    ]
    found = [m for m in places if m.start > endings[view.text[m.start : m.end]].start]
    free = [o for o in others if all(f.end <= o.start or o.end <= f.start for f in found)]
    return sorted([*mentions, *found, *free], key=lambda m: m.start)


def _in_full(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, an unlisted product's short name standing for the one of the text that has another word before it.

    "华硕GX10" is the "华硕Ascent GX10" of the same text.
    """
    unlisted = {m.id: m for m in mentions if m.type == "hardware" and not m.known and m.kind not in _NO_PRODUCT}
    full: dict[str, str] = {}
    for short in unlisted.values():
        maker, _, model = short.id.rpartition("-")
        longer = [
            m.id
            for m in unlisted.values()
            if maker and m.kind == short.kind and m.id.startswith(f"{maker}-") and m.id.endswith(f"-{model}")
        ]
        if len(longer) == 2 and any(c.isdigit() for c in model) and not model.isdigit():
            full[short.id] = max(longer, key=len)
    return [replace(m, id=full[m.id]) if m.id in full else m for m in mentions]


def _of_lines(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Products of which the line's word and a type number stand there, where an unlisted one of the line has been named."""
    lines: dict[str, tuple[str, Mention]] = {}
    for mention in mentions:
        named = _LINE.search(text[mention.start : mention.end]) if mention.type == "hardware" else None
        if named is None or mention.known or mention.kind in _NO_PRODUCT or _NO_NAME.fullmatch(named["line"]):
            continue
        stem = mention.id.removesuffix(f"-{named['number'].strip('()').lower()}")
        if stem != mention.id:
            lines.setdefault(named["line"], (stem, mention))
    found: list[Mention] = []
    for line, (stem, like) in lines.items():
        for match in re.finditer(
            rf"(?<![\w-]){re.escape(line)}[ -](?P<number>{_TYPE_NUMBER})(?![A-Za-z0-9+-])(?![.,]\d)", text
        ):
            start, end = match.span()
            if all(m.end <= start or end <= m.start for m in mentions):
                name = f"{line} {match['number']}"
                found.append(
                    replace(
                        like,
                        start=start,
                        end=end,
                        id=f"{stem}-{match['number'].strip('()').lower()}",
                        name=name,
                        parts=(),
                    )
                )
    return found


def _endings(name: str) -> Iterator[str]:
    """ "Legion Pro 7i": "Pro 7i"; "拯救者Y9000P": "Y9000P"."""
    for word in _WORD.finditer(name):
        ending = name[word.start() :]
        short = _SHORT.fullmatch(ending) is not None
        if word.start() == 0 or (len(ending) < _SHORTEST and not short) or not ending.isascii():
            continue
        opens = any(c.isalpha() for c in word[0])
        if opens and any(c.isdigit() for c in ending) and not _NO_NAME.fullmatch(ending):
            yield ending
