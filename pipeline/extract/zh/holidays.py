"""Holidays, of the civil and of the lunar calendar, as builders of a period for a year."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, Final

from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period
from pipeline.extract.zh.lexicons import alternation, load
from pipeline.extract.zh.lunar import Builder, lunar_day
from pipeline.extract.zh.numbers import DIGITS
from pipeline.extract.zh.sun import solar_term

_DATA: Final[dict[str, Any]] = load("dates.toml")
_CIVIL: Final[dict[str, str]] = _DATA["holidays"]
_NUMBERED: Final[dict[str, str]] = _DATA["numbered_holidays"]
_FLOATING: Final[dict[str, list[int]]] = _DATA["floating_holidays"]
_LUNAR: Final[dict[str, list[int]]] = _DATA["lunar_holidays"]
_TERMS: Final[dict[str, int]] = _DATA["solar_terms"]
_COMMON_TERMS: Final[list[str]] = _DATA["common_words"]["solar_terms"]
_EVES: Final[list[str]] = _DATA["lunar_eves"]["names"]
_NAMES: Final = (*_CIVIL, *_FLOATING, *_LUNAR, *_EVES, *(term for term in _TERMS if term not in _COMMON_TERMS))
NAMED = re.compile(f"({alternation(_NAMES)})(?:佳?节气?)?|({alternation(_COMMON_TERMS)})节气")
_TERM_OF_YEAR = re.compile(f"({alternation(_COMMON_TERMS)})(?:节气?)?")
NUMBERED = re.compile(
    f"({alternation(_NUMBERED)})(节|(?=假期|黄金周|小?长假|期间|前后|档|[之过]后|之前|当天))"
    r"|(五一)(?![零〇一二三四五六七八九十百千万亿点号路广信月年日])"
)

#: The names that begin with a numeral: 五一, 七夕.
NUMERAL_NAME: Final = alternation(name for name in (*_NAMES, *_NUMBERED) if name[0] in {*DIGITS, "十"})
STARTS: Final = "".join(sorted({name[0] for name in (*_NAMES, *_COMMON_TERMS)}))


def holiday_at(text: str, start: int, *, after_year: bool) -> tuple[Builder, int] | None:
    """The holiday at `start` and where its name ends; 五一 and 十一 need a year before or a word such as 假期 after them."""
    named = NAMED.match(text, start)
    if named:
        return _builder(named.group(1) or named.group(2)), named.end()
    term = _TERM_OF_YEAR.match(text, start) if after_year else None
    if term:
        return _builder(term.group(1)), term.end()
    numbered = NUMBERED.match(text, start)
    if numbered:
        return _builder(numbered.group(1) or numbered.group(3)), numbered.end()
    if after_year and text.startswith(tuple(_NUMBERED), start) and not text.startswith(("月", "个"), start + 2):
        return _builder(text[start : start + 2]), start + 2
    return None


def nth_weekday(year: int | None, month: int, nth: int, weekday: int) -> Period | None:
    """The nth ISO weekday of a month, the last one for nth = -1; undetermined without a year."""
    whole = timex.month(year, month)
    if whole is None or whole.start is None or whole.end is None:
        return Period(f"XXXX-{month:02d}-WXX-{weekday}") if whole else None
    if nth < 0:
        return timex.on(whole.end - timedelta(days=(whole.end.isoweekday() - weekday) % 7))
    day = timex.shift(whole.start, "day", (weekday - whole.start.isoweekday()) % 7 + 7 * (nth - 1))
    return timex.on(day) if day and day <= whole.end else None


def nth_week(year: int | None, month: int, nth: int) -> Period | None:
    """The week of the month's nth Monday."""
    monday = nth_weekday(year, month, nth, 1)
    return timex.week(monday.start) if monday and monday.start else monday


def _builder(name: str) -> Builder:
    fixed = _CIVIL.get(name) or _NUMBERED.get(name)
    if fixed:
        month, day = map(int, fixed.split("-"))
        return lambda year: timex.day(year, month, day)
    if name in _TERMS:
        return lambda year: solar_term(year, _TERMS[name])
    if name in _FLOATING:
        month, nth, weekday = _FLOATING[name]
        return lambda year: nth_weekday(year, month, nth, weekday)
    if name in _EVES:
        return _eve_of_the_lunar_year
    month, day = _LUNAR[name]
    return lambda year: lunar_day(year, month, day)


def _eve_of_the_lunar_year(year: int | None) -> Period | None:
    first = lunar_day(year, 1, 1)
    return timex.on(first.start - timedelta(days=1)) if first and first.start else first
