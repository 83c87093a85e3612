"""What ties neighbouring values together: one amount in two currencies, units shared along a list, two bounds of one range."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from models.values import Value
from pipeline.extract.zh.amounts import Amount
from pipeline.extract.zh.lexicons import alternation, load
from pipeline.extract.zh.ranges import follows_in_list, share

_NEXT_CURRENCY = re.compile("[ ]*[/、,，;；或]?[ ]*(?:约|近|折合|合)?[ ]*")
_BARE = re.compile("^[^A-Za-z$台港新人美日韩欧]*[0-9万亿千百十][ ]?元$")
_DATA: Final[dict[str, Any]] = load("currencies.toml")["same_as"]
_SAME_AS = re.compile(_DATA["gap"])
_GAP_WORD = re.compile(alternation(_DATA["gap_words"]))
_LONGEST_GAP: Final = 18


def link(text: str, values: list[Value], amounts: list[Amount | None]) -> list[Value]:
    """The values with units handed along lists, two bounds joined to one range, and `same_as` set."""
    return _same_as(text, _join_bounds(text, _share_units(text, values, amounts)))


def _share_units(text: str, values: list[Value], amounts: list[Amount | None]) -> list[Value]:
    """分别为10亿和20亿美元: a bare number takes the currency or unit of its right neighbour in a list."""
    shared = list(values)
    for index in range(len(values) - 2, -1, -1):
        first, second = amounts[index], amounts[index + 1]
        if first is None or second is None or not first.bare or shared[index].form is not None:
            continue
        if second.bare or second.scale.kind not in ("price", "quantity") or second.scale.prefixed:
            continue
        if not follows_in_list(text, first, second) or (first.tails != second.tails and first.tails == ()):
            pair = share(first, second) if follows_in_list(text, first, second) else None
            if pair is None:
                continue
            first = pair[0]
        first = first._replace(scale=second.scale)
        amounts[index] = first
        shared[index] = replace(
            shared[index],
            kind=first.scale.kind,
            unit=first.scale.code,
            value=first.scale.apply(first.low),
            value_high=first.scale.apply(first.high) if first.low != first.high else None,
        )
    return shared


def _join_bounds(text: str, values: list[Value]) -> list[Value]:
    """大于10小于20, 1000以上1500以下: a lower and an upper bound of the same unit side by side are one range."""
    joined: list[Value] = []
    for value in values:
        last = joined[-1] if joined else None
        if last and {last.bound, value.bound} == {"min", "max"} and _is_one_range(text, last, value):
            low, high = sorted((last.value or Decimal(0), value.value or Decimal(0)))
            joined[-1] = replace(last, end=value.end, value=low, value_high=high, bound="range")
        else:
            joined.append(value)
    return joined


def _is_one_range(text: str, first: Value, second: Value) -> bool:
    if first.value is None or second.value is None or first.value_high is not None or second.value_high is not None:
        return False
    if (first.kind, first.unit) != (second.kind, second.unit) or first.kind in ("date", "duration"):
        return False
    lower = first.value if first.bound == "min" else second.value
    upper = second.value if first.bound == "min" else first.value
    gap = text[first.end : second.start]
    return lower < upper and len(gap) <= 8 and re.fullmatch(r"[^0-9。;；\nA-Za-z()]*", gap) is not None


def _same_as(text: str, values: list[Value]) -> list[Value]:
    linked = list(values)
    group = 0
    for index in range(1, len(linked)):
        first, second = linked[index - 1], linked[index]
        if first.same_as is not None and _one_more(text, first, second):
            linked[index] = replace(second, same_as=first.same_as, bound=first.bound)
            continue
        if not _one_amount(text, first, second):
            continue
        if first.same_as is None:
            group += 1
            linked[index - 1] = first = replace(first, same_as=group)
        linked[index] = replace(second, same_as=first.same_as)
    return _bare_as_foreign(text, linked)


def _bare_as_foreign(text: str, values: list[Value]) -> list[Value]:
    """2,499元（約NT$12,070）: a bare 元 that is given in New Taiwan dollars beside is none of them, here and in the whole text."""
    bare = {(v.same_as, v.unit) for v in values if v.same_as and _BARE.search(text[v.start : v.end])}
    told = {(v.same_as, v.unit) for v in values if v.same_as and not _BARE.search(text[v.start : v.end])}
    foreign = {unit for _, unit in bare & told}
    return [replace(v, unit="CNY") if v.unit in foreign and _BARE.search(text[v.start : v.end]) else v for v in values]


def _one_more(text: str, first: Value, second: Value) -> bool:
    """ "(约3120港元/12070新台币)": a third currency behind the second."""
    if first.kind != second.kind or first.kind != "price" or first.unit == second.unit:
        return False
    return _NEXT_CURRENCY.fullmatch(text[first.end : second.start]) is not None


def _one_amount(text: str, first: Value, second: Value) -> bool:
    """ "10亿美元(约73亿元人民币)", "1吉瓦(1000兆瓦)"."""
    if first.kind != second.kind or first.kind not in ("price", "quantity") or first.per != second.per:
        return False
    gap = text[first.end : second.start]
    if len(gap) > _LONGEST_GAP or not _SAME_AS.fullmatch(gap) or not _GAP_WORD.search(gap):
        return False
    if first.kind == "price":
        return first.unit != second.unit
    if first.unit != second.unit or "(" not in gap or not first.value or not second.value:
        return False
    return abs(first.value - second.value) <= abs(first.value) / 20
