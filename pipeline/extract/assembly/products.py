"""Products that the hardware model does not have, found by the words that introduce them: "Europa, un acceleratore"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View

_MOST = 20
"""So many new names at most: an article introduces a few."""
_VENDOR_REACH = 600
_KINDS = {"gpu": "gpu", "card": "gpu", "cpu": "cpu", "chip": "accelerator", "server": "server", "rack": "rack"}
_CONSOLES = frozenset({"console", "portatile"})
_TAIL = re.compile(r"\s+(?:AI|Inc|Corp|Technologies|Technology|Semiconductor|Semiconductors|Computing|Systems)$")


def find_products(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with those of products that the text itself introduces as chips, boards or machines, by place.

    The id is the maker's, where one is named before, and the name's own words; the name counts everywhere in the text
    but behind "in", where it is a place's.
    """
    found: dict[str, Mention] = {}
    patterns = pack.patterns
    last: str | None = None
    """The maker of the product that was introduced last."""
    for pattern in (patterns.product_named, patterns.product_apposed, patterns.product_introduced):
        for match in pattern.finditer(view.text):
            start, end = match.span("name")
            if len(found) == _MOST or any(m.start < end and start < m.end for m in mentions):
                continue
            kinds = (
                ["console"]
                if match["noun"].lower() in _CONSOLES
                else [_KINDS[c.label] for c in pack.lexicon.find(match["noun"]) if c.label in _KINDS]
            )
            name = view.original[slice(*view.span(start, end))]
            maker = match.groupdict().get("maker")
            vendor = _maker(mentions, start) or (_slug(_TAIL.sub("", maker)) if maker else last)
            found.setdefault(match["name"], _unlisted(name, next(iter(kinds), "accelerator"), vendor))
            last = vendor
    if not found:
        return list(mentions)
    return sorted([*mentions, *_everywhere(view.text, found, pack, mentions)], key=lambda m: m.start)


def _slug(words: str) -> str:
    return "-".join(words.lower().split())


def _unlisted(name: str, kind: str, maker: str | None) -> Mention:
    identifier = f"{maker}-{_slug(name)}" if maker else _slug(name)
    return Mention(0, 0, identifier, name, "hardware", kind, known=False)


def _maker(mentions: Sequence[Mention], at: int) -> str | None:
    """The id of the company that is named last before the product, as far as it can be its maker."""
    companies = [m for m in mentions if m.kind == "company" and at - _VENDOR_REACH <= m.end <= at]
    if not companies:
        return None
    last = companies[-1]
    return last.id if last.known else _slug(_TAIL.sub("", last.name))


def _everywhere(text: str, found: dict[str, Mention], pack: LanguagePack, mentions: Sequence[Mention]) -> list[Mention]:
    either = "|".join(re.escape(n) for n in sorted(found, key=len, reverse=True))
    places = re.finditer(rf"(?<!\w)(?<!\b[Ii]n )(?:{either})(?!\w)" if pack.spaced else either, text)
    taken = sorted((m.start, m.end) for m in mentions)
    free: list[Mention] = []
    at = 0
    for match in places:
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at == len(taken) or taken[at][0] >= match.end():
            free.append(replace(found[match[0]], start=match.start(), end=match.end(), parts=()))
    return free
