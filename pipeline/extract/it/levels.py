"""The two levels of a change whose currency is told once: "dai 52,5 miliardi del 2024 ai 91,4 miliardi di dollari"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.values import Value

_FROM = re.compile(r"\bda(?:i|gli|lle|l)?\s+(?:circa\s+|oltre\s+|quasi\s+)?$")
_LARGE = re.compile(r"(?:miliard[oi]|milion[ei]|mld|mln)$")
_BETWEEN = re.compile(
    r"\s*(?:(?:di|del|dello|della|nel|nello|nella|in|registrati|previsti|stimati|spesi|investiti|incassati)\s+|(?:dell|nell|l)')*"
)
"""From an amount to the period in which it held."""
_TO = re.compile(r"\s*(?:fino\s+|sino\s+)?a(?:i|gli|lle|l|d)?\s+(?:circa\s+|oltre\s+|quasi\s+)?")
_MOST_APART = 50
_REACH = 40
"""Characters before an amount in which its preposition stands."""


def lend_currencies(folded: str, found: Sequence[Value]) -> list[Value]:
    """The values, by place, with the first level of a change as an amount in the second one's currency; `folded` is the text
    without accents and capitals.
    """
    values = list(found)
    for k, second in enumerate(values):
        first_index = k - 2 if k > 1 and values[k - 1].kind == "date" else k - 1
        if second.kind != "price" or first_index < 0:
            continue
        first = values[first_index]
        date = values[k - 1] if first_index == k - 2 else None
        if _is_first_level(folded, first, second, date):
            values[first_index] = replace(first, kind="price", unit=second.unit)
    return values


def _is_first_level(folded: str, first: Value, second: Value, date: Value | None) -> bool:
    if (
        first.kind != "number"
        or first.value is None
        or not second.value
        or not _LARGE.search(folded[first.start : first.end])
    ):
        return False
    if date and not _BETWEEN.fullmatch(folded, first.end, date.start):
        return False
    opened = _FROM.search(folded, max(0, first.start - _REACH), first.start)
    alike = second.value / _MOST_APART <= first.value <= second.value * _MOST_APART
    return opened is not None and alike and _TO.fullmatch(folded, (date or first).end, second.start) is not None
