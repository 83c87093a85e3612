"""The time that a growth rate looks back to: 环比, su base annua and the like, as a TIMEX3 value."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, cast

from pipeline.extract.values.timex import Period, month, quarter, step

_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\b\d{4}\b")
_YEARLY = frozenset({"count", "orders", "revenue", "spending", "price", "profit", "market"})
LOOKBACKS = frozenset({"year", "quarter", "month", "forecast"})
Lookback = Literal["year", "quarter", "month"]


def look_back(lookback: str, as_of: str | None, published: date | None) -> str | None:
    """The period before: of the period that the figure held in (`as_of`), else of the publication date.

    None for a fiscal period, which no calendar holds.

    >>> look_back("quarter", "2025-Q1", None)
    '2024-Q4'
    >>> look_back("year", "2025-Q3", None)
    '2024-Q3'
    """
    if lookback == "forecast":
        return "forecast"
    if as_of:
        found = _before(lookback, as_of)
        if found or not _YEAR.match(as_of):
            return found
    period = step(published, cast(Lookback, lookback), -1) if published else None
    return period.timex if period else None


def implied(aspect: str | None, as_of: str | None) -> str | None:
    """What a change is measured against whose period is told and nothing else: a year against the year before, a quarter's
    prices against the quarter before.

    >>> implied("revenue", "2026")
    '2025'
    >>> implied("price", "2026-Q1")
    '2025-Q4'
    """
    if as_of is None:
        return None
    if aspect in _YEARLY and re.fullmatch(r"\d{4}", as_of):
        return _before("year", as_of)
    return _before("quarter", as_of) if aspect == "price" else None


def _before(lookback: str, as_of: str) -> str | None:
    if lookback == "year":
        return _YEAR.sub(lambda year: f"{int(year[0]) - 1:04d}", as_of) if _YEAR.match(as_of) else None
    if lookback == "quarter" and (match := _QUARTER.fullmatch(as_of)):
        year, number = int(match[1]), int(match[2])
        return _timex(quarter(year, number - 1) if number > 1 else quarter(year - 1, 4))
    if lookback == "month" and (match := _MONTH.fullmatch(as_of)):
        year, number = int(match[1]), int(match[2])
        return _timex(month(year, number - 1) if number > 1 else month(year - 1, 12))
    return None


def _timex(period: Period | None) -> str | None:
    return period.timex if period else None
