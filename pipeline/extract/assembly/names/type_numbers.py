"""Chinese texts: products that are named by nothing but a type number, known by where it stands (下一代SM2608, 12纳米的E26)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.extract.pattern_groups.product_names import TypeNumberPatterns
from pipeline.text.view import View

_LONG = re.compile(r"\d{3}")
_LEAST_SAID = 2
_SHORT = 3
"""A name of so few characters has to be said twice, unless its noun stands beside it."""


def type_numbers(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[tuple[str, str | None, int]]:
    """Each such name once, with the noun beside it, if there is one, and the place of its first mention."""
    patterns = pack.patterns.type_number
    found: dict[str, list[re.Match[str]]] = {}
    starts = [m.start for m in mentions]
    for match in patterns.name.finditer(view.text):
        at = bisect_left(starts, match.end())
        # 骁龙8G3: what stands right behind a product's name belongs to it.
        taken = at > 0 and mentions[at - 1].end >= match.start() and mentions[at - 1].type == "hardware"
        if (
            not taken
            and not patterns.no_name.fullmatch(match[0].upper())
            and not patterns.no_product.match(view.text, match.end())
        ):
            found.setdefault(match[0], []).append(match)
    makers = {m.end for m in mentions if m.kind == "company"}
    for name, matches in found.items():
        nouns = [n for m in matches if (n := _noun_beside(view.text, m, patterns)) is not None]
        told = any(patterns.told.match(view.text, m.end()) for m in matches)
        made = _LONG.search(name) and any(m.start() - gap in makers for m in matches for gap in (0, 1))
        if nouns or made or (told and (len(name) > _SHORT or len(matches) >= _LEAST_SAID)):
            yield name, next(filter(None, nouns), None), matches[0].start()


def _noun_beside(text: str, match: re.Match[str], patterns: TypeNumberPatterns) -> str | None:
    """The noun of hardware, or what else only stands before a product's name, right beside it; None where nothing does."""
    behind = patterns.noun_behind.match(text, match.end())
    if behind and patterns.inside.search(text, max(0, match.start() - 4), match.start()):
        return None
    before = patterns.noun_before.search(text, max(0, match.start() - 14), match.start())
    if behind:
        return behind[0].strip("”」』 ")
    return before[0].strip(" “「『") if before else None
