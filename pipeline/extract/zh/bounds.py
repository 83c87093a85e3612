"""The words before and after a value that make it a bound: 约, 近, 超过, 高达, 不到, 以上, 左右, 起."""

from __future__ import annotations

import re
from typing import Any, Final

from models.values import Bound
from pipeline.extract.zh.lexicons import Words, load

_DATA: Final[dict[str, Any]] = load("bounds.toml")
_LABELS: Final[tuple[Bound, ...]] = ("about", "min", "max")
_BEFORE: Final[Words[Bound]] = Words.by_label({label: _DATA["before"][label] for label in _LABELS})
_BEFORE_DATE: Final[Words[Bound]] = Words.by_label({label: _DATA["before_date"][label] for label in _LABELS})
_NOT_IN: Final[Words[bool]] = Words(dict.fromkeys(_DATA["before"]["not_in"]["words"], True))
_IMPLIED: Final[Words[Bound]] = Words.by_label({"min": _DATA["before_implied"]["min"]})
# 最高可提升至, 最高可达前代的: the ceiling is named at the head of the predicate.
_CEILING = re.compile(r"(?:最高|最多|最大)(?:可|能|将|会)[^,，。；;!?、()\n]{1,14}$")
# 不得高于, 不会低于, 从未超过: the negated comparison is the opposite bound.
_COMPARED: Final = frozenset(_DATA["negated"]["comparisons"])
_NEGATED = re.compile(_DATA["negated"]["negation"] + "$")
_OPPOSITE: Final[dict[Bound, Bound]] = {"min": "max", "max": "min"}
_AFTER: Final[Words[Bound]] = Words.by_label({label: _DATA["after"][label] for label in _LABELS})
_NOT_BEFORE: Final[dict[str, str]] = _DATA["after"]["not_before"]


def bound_before(text: str, start: int, *, implied: bool = False) -> Bound | None:
    """What the word that ends at `start` makes of the value; `implied` of a bare multiplier (上百万, 过亿)."""
    place = start - 1 if text[start - 1 : start] == " " else start
    found = _BEFORE.before(text, place) or (_IMPLIED.before(text, place) if implied else None)
    if (
        found
        and found[0] in _COMPARED
        and _NEGATED.search(text, max(0, place - len(found[0]) - 6), place - len(found[0]))
    ):
        return _OPPOSITE[found[1]]
    if found is None:
        window = max(0, place - 18)
        found = ("", "max") if "最" in text[window:place] and _CEILING.search(text, window, place) else None
    return None if found is None or _NOT_IN.before(text, place) else found[1]


def date_bound_before(text: str, start: int) -> Bound | None:
    """What the word that ends at `start` makes of a date: 最迟, 不早于, 约."""
    found = _BEFORE_DATE.before(text, start - 1 if text[start - 1 : start] == " " else start)
    return None if found is None or _NOT_IN.before(text, start) else found[1]


def bound_after(text: str, end: int) -> tuple[Bound, int] | None:
    """What the word that begins at `end` makes of the value, and where that word ends."""
    place = end + 1 if text[end : end + 1] == " " else end
    found = _AFTER.after(text, place)
    if found is None:
        return None
    word, label = found
    following = text[place + len(word) : place + len(word) + 1]
    if following and following in _NOT_BEFORE.get(word, ""):
        return None
    return label, place + len(word)
