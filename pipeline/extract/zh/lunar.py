"""Dates of the Chinese lunar calendar (农历八月十五, 正月初八, 闰四月) as builders of a period for a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period
from pipeline.extract.zh.lexicons import load
from pipeline.extract.zh.numbers import read_numeral

Builder = Callable[[int | None], Period | None]

_DATA: Final[dict[str, Any]] = load("lunar.toml")
_FIRST: Final[int] = _DATA["first"]
_YEARS: Final[list[str]] = _DATA["years"]
_MONTH_NAMES: Final = {"正": 1, "冬": 11, "腊": 12}
DATE = re.compile(
    r"(农历|阴历|旧历)?的?(闰)?(正|腊|冬|1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]) ?月(?:份)?"
    r"(?:(初|大年初)?([0-9]{1,2}|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|[一二三四五六七八九])(?![0-9十个月年])([日号])?)?"
)
_CALENDAR_BEFORE = re.compile(r"(?:农历|阴历|旧历)$")

STARTS: Final = "农阴旧闰正腊冬"


def lunar_at(text: str, start: int, *, named: bool = False) -> tuple[Builder, int, bool] | None:
    """The lunar date at `start`, where it ends, and whether it is a day; `named` that the calendar is named before it.

    A date is lunar where the calendar is named, the month is 正月, 腊月 or 闰, or the day begins with 初 or 廿 without 日.
    """
    match = DATE.match(text, start)
    if match is None:
        return None
    calendar, leap, month_name, first_third, day_name, day_word = match.groups()
    counted = first_third or (day_name and day_name[0] == "廿" and not day_word)
    if not (named or calendar or leap or month_name in ("正", "腊") or counted):
        return None
    month = _MONTH_NAMES.get(month_name) or _number(month_name)
    if not day_name:
        return (lambda year: lunar_month(year, month, leap=bool(leap))), match.end(), False
    day = _number(day_name)
    return (lambda year: lunar_day(year, month, day, leap=bool(leap))), match.end(), True


def calendar_before(text: str, start: int) -> bool:
    """Whether 农历 or 阴历 ends at `start`."""
    return _CALENDAR_BEFORE.search(text, max(0, start - 2), start) is not None


def lunar_month(year: int | None, month: int, *, leap: bool = False) -> Period | None:
    """A lunar month as a span of civil days; None outside the table, or where the year has no such leap month."""
    if year is None:
        return Period("XXXX-XX")
    if not _FIRST <= year < _FIRST + len(_YEARS):
        return None
    first_day, leap_month, lengths = _YEARS[year - _FIRST].split()
    if leap and int(leap_month) != month:
        return None
    index = month - 1 + (1 if 0 < int(leap_month) < month or leap else 0)
    days = [29 + int(length) for length in lengths]
    start = date(year, int(first_day[:2]), int(first_day[2:])) + timedelta(sum(days[:index]))
    return timex.span(timex.on(start), timex.on(start + timedelta(days[index] - 1)))


def lunar_day(year: int | None, month: int, day: int, *, leap: bool = False) -> Period | None:
    """A lunar day as the civil day it falls on; None where there is no such day in the table."""
    whole = lunar_month(year, month, leap=leap)
    if whole is None or whole.start is None or whole.end is None:
        return Period("XXXX-XX-XX") if whole else None
    found = whole.start + timedelta(day - 1)
    return timex.on(found) if whole.start <= found <= whole.end else None


def _number(word: str) -> int:
    numeral = read_numeral(word, 0)
    return int(numeral.low) if numeral else 0
