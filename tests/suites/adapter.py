"""find_values in the form that the public suites' scorer takes, for both languages.

    python ../shared/suites/score.py --adapter tests/suites/adapter.py

A Value becomes a dict; three notations of the suites are translated, no value is corrected:

- the contract has no bits: what the text gives in bits, and the reader in bytes, is bits again;
- a duration in months or years, which the contract gives as TIMEX3 only, gets seconds with their month of 30, year of 365 days;
- `mod` becomes the days that JioNLP and Recognizers-Text write for it: END of a century its last twenty years, of a decade three, of a year two months, of a month from
  the 25th (旬: a third), BEFORE from the day of reference on, AFTER from the day after the interval on.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from models.values import Value

_DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1}
_CLOCK = {"H": 3600, "M": 60, "S": 1}
_PART = re.compile(r"([\d.]+)([YMWDHS])")


def extract(text: str, lang: str, reference_date: datetime | None) -> list[dict[str, Any]]:
    """The values of one row."""
    published = reference_date.date() if reference_date else None
    if lang == "it":
        from pipeline.extract.it.values import find_values as find_italian

        return [_row(value, text) for value in find_italian(text, published)]
    from pipeline.extract.zh.values import find_values as find_chinese

    return [_row(_in_days(value, text, published), text) for value in find_chinese(text, published)]


def _in_days(value: Value, text: str, reference: date | None) -> Value:
    """The value with the interval that the Chinese suites write for its modifier."""
    first, last = value.date_start, value.date_end
    if value.kind != "date" or first is None or last is None or value.mod is None:
        return value
    if value.mod == "AFTER":
        return replace(value, date_start=last + timedelta(1), date_end=None)
    if value.mod == "BEFORE":
        return replace(value, date_start=reference)
    days = (last - first).days
    third = text[value.start : value.end].endswith("旬")
    if days > 3000:
        years = 20 if days > 30000 else 3
        first, last = {
            "START": (first, first.replace(year=first.year + years - 1, month=12, day=31)), "MID": (first, last),
            "END": (last.replace(year=last.year - years + 1, month=1, day=1), last),
        }[value.mod]  # fmt: skip
    elif days > 360:
        first, last = {
            "START": (first, first.replace(month=2, day=28)), "MID": (first, last), "END": (last.replace(month=11, day=1), last),
        }[value.mod]  # fmt: skip
    elif days > 31:
        first, last = (last.replace(day=1), last) if value.mod == "END" else (first, first + timedelta(30))
    else:
        first, last = {
            "START": (first, first.replace(day=10)), "MID": (first.replace(day=11), first.replace(day=20)),
            "END": (first.replace(day=21 if third else 25), last),
        }[value.mod]  # fmt: skip
    return replace(value, date_start=reference if value.bound == "max" and reference else first, date_end=last)


def _row(value: Value, text: str) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kind": value.kind, "start": value.start, "end": value.end, "value": value.value, "value_high": value.value_high,
        "unit": value.unit, "timex": value.timex,
        "date_start": value.date_start.isoformat() if value.date_start else None,
        "date_end": value.date_end.isoformat() if value.date_end else None,
    }  # fmt: skip
    if value.unit == "B" and value.value is not None and text[value.start : value.end].endswith(("比特", "bit")):
        row |= {"value": value.value * 8, "unit": "bit"}
    if value.kind == "duration" and value.timex and value.value is None:
        low, _, high = value.timex.partition("/")
        row |= {"value": _seconds(low), "value_high": _seconds(high) if high else None, "unit": "s"}
    return row


def _seconds(timex: str) -> Decimal:
    days, _, clock = timex[1:].partition("T")
    whole = sum((Decimal(n) * _DAYS[u] for n, u in _PART.findall(days)), Decimal(0))
    return whole * 86400 + sum((Decimal(n) * _CLOCK[u] for n, u in _PART.findall(clock)), Decimal(0))
