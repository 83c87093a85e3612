"""find_values in the form that the public suites' scorer takes, for both languages.

    python /work/shared/suites/score.py --adapter tests/suites/adapter.py

Nothing is corrected here: a Value becomes a dict. Where the suites name a duration in seconds and the contract gives months
or years as TIMEX3 only, its seconds are worked out with their month of 30 and year of 365 days.
"""

from __future__ import annotations

import re
import sys
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from models.values import Value  # noqa: E402

_DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1}
_CLOCK = {"H": 3600, "M": 60, "S": 1}
_PART = re.compile(r"([\d.]+)([YMWDHS])")


def extract(text: str, lang: str, reference_date: datetime | None) -> list[dict[str, Any]]:
    """The values of one row."""
    published = reference_date.date() if reference_date else None
    if lang == "it":
        from pipeline.extract.it.values import find_values as find_italian
        return [_row(value) for value in find_italian(text, published)]
    from pipeline.extract.zh.values import find_values as find_chinese
    return [_row(value) for value in find_chinese(text, published)]


def _row(value: Value) -> dict[str, Any]:
    row: dict[str, Any] = {
        "kind": value.kind, "start": value.start, "end": value.end, "value": value.value, "value_high": value.value_high,
        "unit": value.unit, "timex": value.timex,
        "date_start": value.date_start.isoformat() if value.date_start else None,
        "date_end": value.date_end.isoformat() if value.date_end else None,
    }  # fmt: skip
    if value.kind == "duration" and value.timex and value.value is None:
        low, _, high = value.timex.partition("/")
        row |= {"value": _seconds(low), "value_high": _seconds(high) if high else None, "unit": "s"}
    if value.kind == "duration":
        row |= {"date_start": None, "date_end": None}
    return row


def _seconds(timex: str) -> Decimal:
    days, _, clock = timex[1:].partition("T")
    whole = sum((Decimal(n) * _DAYS[u] for n, u in _PART.findall(days)), Decimal(0))
    return whole * 86400 + sum((Decimal(n) * _CLOCK[u] for n, u in _PART.findall(clock)), Decimal(0))
