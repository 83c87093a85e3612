"""Ranges and alternatives: 3至5万, 700W到1200W, 20和30之间, 12或16GB, and how they share multiplier and unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from pipeline.extract.zh.amounts import Amount

_CONNECTOR = re.compile(
    r"(?:\(含\))?[个颗片张台块家名项年月日天次人条]?(?: {0,2}(?:~{1,2}|-{1,2}|[–—―]{1,2}|至|到|或者|或) {0,2})(?:从|约|近)?"
)
_BETWEEN = re.compile(r" ?(?:和|与|跟|及) ?")
_BETWEEN_END = re.compile(r"[个颗片张台块家名项年月日天次人]? ?(?:之间|间)")
_LIST_CONNECTOR = re.compile(r" ?(?:、|和|与|及|以及|或|/) ?")
# What follows the first number of a range: looked at first, because most numbers begin none.
_JOINT_STARTS: Final = frozenset("(个颗片张台块家名项年月日天次人条 ~-–—―至到或和与跟及")
# Behind one of these a digit is a name's or the last of a list.
_LISTED_BEFORE: Final = frozenset("、第代款版.0123456789 ")

ReadAmount = Callable[[int], Amount | None]


def extend_range(text: str, first: Amount, read: ReadAmount) -> tuple[Amount, Amount] | None:
    """The two ends of the range that `first` begins, with shared multiplier and unit, or None."""
    if first.bound == "range":
        return None
    if text[first.after : first.after + 1] == "、":
        return _neighbours(text, first, read)
    if text[first.after : first.after + 1] not in _JOINT_STARTS:
        return None
    connector = _CONNECTOR.match(text, first.after)
    between = None if connector else _BETWEEN.match(text, first.after)
    match = connector or between
    if match is None:
        return None
    second = read(match.end())
    if second is None or second.bound == "range":
        return None
    if between and not _BETWEEN_END.match(text, second.after):
        return None
    return share(first, second)


def _neighbours(text: str, first: Amount, read: ReadAmount) -> tuple[Amount, Amount] | None:
    """The range of 7、8倍, 三、四成, 5、6万台: two neighbouring digits said for a small range; not the members of a list (7、8、9月)."""
    second = read(first.after + 1) if first.bare and first.end - first.start == 1 else None
    if second is None or second.low == second.high == 0 or text[first.start - 1 : first.start] in _LISTED_BEFORE:
        return None
    numeral = second.numeral
    digit = text[first.after + 1 : first.after + 2]
    if (
        numeral is None
        or first.numeral is None
        or numeral.start != first.after + 1
        or not digit
        or second.bound == "range"
    ):
        return None
    coefficient = second.low.scaleb(-numeral.power) if numeral.power else second.low
    times = second.scale.form == "multiple" or text[numeral.end : numeral.end + 1] == "成"
    if coefficient - first.low != 1 or not (times or second.tails or text.startswith("个", second.after)):
        return None
    if text.startswith(("个月", "月"), second.after):
        return None
    return share(first, second)


def follows_in_list(text: str, first: Amount, second: Amount) -> bool:
    """Whether two amounts are neighbours in a list (10亿和20亿美元)."""
    match = _LIST_CONNECTOR.match(text, first.after)
    return match is not None and match.end() == second.start


def share(first: Amount, second: Amount) -> tuple[Amount, Amount] | None:
    """Both ends with the unit and the multiplier that one of them has for both; None where they make no range."""
    if first.bare and not second.bare:
        first = first._replace(scale=second.scale)
        first = _with_multiplier(first, second)
    elif second.bare and first.scale.prefixed:
        second = second._replace(scale=first.scale)
        first = _with_multiplier(first, second)
    elif first.bare and second.bare:
        first = _with_multiplier(first, second)
    elif (first.scale.kind, first.scale.code, first.scale.form) != (
        second.scale.kind,
        second.scale.code,
        second.scale.form,
    ):
        return None
    low, high = first.scale.apply(first.low), second.scale.apply(second.high)
    return (first, second) if low < high else None


def _with_multiplier(first: Amount, second: Amount) -> Amount:
    """The largest of the second's last multipliers under which the first stays the smaller: 八到九百亿, 3至5万."""
    for power in sorted(second.tails, reverse=True):
        scaled = first.low.scaleb(power)
        if Decimal(0) <= scaled < second.high:
            return first._replace(low=scaled, high=first.high.scaleb(power))
    return first
