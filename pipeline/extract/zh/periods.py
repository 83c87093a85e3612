"""Builders of the periods that a Chinese date names, for a year that the text gives or leaves open."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from re import Match

from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period
from pipeline.extract.zh.lunar import Builder


def any_year(year: int | None) -> Period | None:
    """The year itself."""
    return Period("XXXX") if year is None else timex.year(year)


def span_of(make: Callable[[int | None, int], Period | None], first: int, last: int) -> Builder:
    """From one part of a year to another: 前三季度."""

    def build(year: int | None) -> Period | None:
        low, high = make(year, first), make(year, last)
        return timex.span(low, high) if low and high else None

    return build


def days_of_month(month: int, count: int, *, from_end: bool) -> Builder:
    """The first days of a month, or the last: 10月前20天."""

    def build(year: int | None) -> Period | None:
        length = monthrange(2000 if year is None else year, month)[1]
        first, last = (length - count + 1, length) if from_end else (1, count)
        low, high = timex.day(year, month, first), timex.day(year, month, last)
        return low if count == 1 else timex.span(low, high) if low and high else None

    return build


def iso_week(week: int) -> Builder:
    """The ISO week of a year: 第12周."""

    def build(year: int | None) -> Period | None:
        if year is None:
            return Period(f"XXXX-W{week:02d}")
        return timex.week(date.fromisocalendar(year, week, 1)) if 1 <= week <= 52 else None

    return build


def is_day_named(match: Match[str], day: date) -> bool:
    """Whether the day is the one in the brackets: （5日）, （3月5日）."""
    return day.day == int(match[2]) and (match[1] is None or day.month == int(match[1]))
