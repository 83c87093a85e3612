"""How an amount or a time is written in the model's TOML files: "700 W", "1000..1200 W", "2..3 USD/hour", "2025-Q3"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import cast, get_args

from models.values import Per

_PREFIXES = {"": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18, "Z": 21}
SCALED_UNITS = ("W", "Wh", "B", "B/s", "bit/s", "Hz", "FLOP/s", "OP/s")
_UNITS = {
    **{prefix + unit: (unit, exponent) for unit in SCALED_UNITS for prefix, exponent in _PREFIXES.items()},
    "m": ("m", 0),
    "mm": ("m", -3),
    "m2": ("m2", 0),
    "mm2": ("m2", -6),
    "s": ("s", 0),
    "K": ("K", 0),
}
_NUMBER = r"\d+(?:\.\d+)?(?:e\d+)?"
_AMOUNT = re.compile(rf"({_NUMBER})(?:\.\.({_NUMBER}))?(?: ?([A-Za-z][A-Za-z0-9/]*))?")
_CURRENCY = re.compile(r"([A-Z]{3})(?:/([a-z]+))?")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d|[QH]\d|SP|SU|FA|WI))?")
_FIRST_MONTH = {
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in its base unit; `value_high` is the upper end of a range."""

    value: Decimal
    value_high: Decimal | None
    unit: str
    per: Per | None = None


@lru_cache(maxsize=4096)  # the model states many amounts and days more than once
def parse_amount(written: str | int | Decimal) -> Amount:
    """The amount as written, in base units: "3.35 TB/s" is 3350000000000 "B/s", a bare number has unit "1".

    Raises ValueError where the text is no amount, names an unknown unit or is an empty range.
    """
    match = _AMOUNT.fullmatch(str(written))
    if not match:
        raise ValueError(f"{written!r} is no amount; write it like '700 W', '1000..1200 W' or '2..3 USD/hour'")
    low, high, unit = match.groups()
    base, exponent, per = _base_unit(unit or "")
    value, value_high = _scaled(low, exponent), _scaled(high, exponent) if high else None
    if value_high is not None and value_high < value:
        raise ValueError(f"{written!r} is an empty range")
    return Amount(value, value_high, base, per)


def _scaled(number: str, exponent: int) -> Decimal:
    """The number in plain digits: databases do not read 2.08E+11."""
    return Decimal(format(Decimal(number).scaleb(exponent).normalize(), "f"))


def _base_unit(unit: str) -> tuple[str, int, Per | None]:
    if not unit:
        return "1", 0, None
    if unit in _UNITS:
        return *_UNITS[unit], None
    money = _CURRENCY.fullmatch(unit)
    if money and (money[2] is None or money[2] in get_args(Per)):
        return money[1], 0, cast("Per | None", money[2])
    raise ValueError(f"unknown unit {unit!r}")


@lru_cache(maxsize=4096)
def timex_interval(timex: str) -> tuple[date, date]:
    """First and last day of a TIMEX3 day, month, quarter, half, season or year, or of an interval "2023-05/2023-08".

    Raises ValueError for anything else.
    """
    start, slash, end = timex.partition("/")
    try:
        first, last = _period(start)
        if slash:
            last = _period(end)[1]
    except ValueError:
        raise ValueError(
            f"{timex!r} is no TIMEX3 date; write it like '2025-03-18', '2025-03', '2025-Q3', '2025' or '2025-03/2025-05'"
        ) from None
    if last < first:
        raise ValueError(f"{timex!r} ends before it starts")
    return first, last


def _period(timex: str) -> tuple[date, date]:
    if day := _DAY.fullmatch(timex):
        exact = date(int(day[1]), int(day[2]), int(day[3]))
        return exact, exact
    period = _PERIOD.fullmatch(timex)
    if not period:
        raise ValueError("neither a day nor a period")
    year, part = int(period[1]), period[2]
    if part is None:
        return date(year, 1, 1), date(year, 12, 31)
    if part.isdigit():
        month = int(part)
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if part not in _FIRST_MONTH:
        raise ValueError("neither a quarter, a half nor a season")
    month, length = _FIRST_MONTH[part]
    following = date(year + (month + length - 1) // 12, (month + length - 1) % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)
