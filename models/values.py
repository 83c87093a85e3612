"""A value as it stands in a text: a number, percentage, quantity, amount of money, date or duration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

ValueKind = Literal["number", "percent", "quantity", "price", "date", "duration"]
Bound = Literal["exact", "about", "min", "max", "range"]
Per = Literal["hour", "day", "week", "month", "quarter", "year"]
Mod = Literal["START", "MID", "END", "BEFORE", "AFTER"]
Form = Literal["multiple", "fraction", "ordinal", "discount", "digits"]


@dataclass(slots=True, kw_only=True, unsafe_hash=True)  # frozen would cost a tenth of the time of reading Chinese
class Value:
    """One value read from a text; nobody changes it, `dataclasses.replace` makes another.

    `start` and `end` are code points of the text as given, the bound's word left out
    ("oltre 300 mila euro" spans "300 mila euro" with bound `min`).

    `value` and `value_high` are in the base unit: 10.8亿 is 1080000000, 8 % is 8 with unit "%",
    192 GB is 192000000000 with unit "B", 30 °C is 303.15 with unit "K". A range has both; vague numbers are read
    under CLAIMS.md's rule 4. `unit` is None for a bare number, the ISO 4217 code for a price.

    `timex` is the TIMEX3 value of a date or duration, `date_start` and `date_end` its whole interval, both ends included.
    A duration of days or shorter has `value` in seconds (unit "s") as well.

    `form` tells how a number is used: "multiple" (3倍, il triplo, 翻倍, raddoppia: value 3, 3, 2, 2), "fraction" (due terzi, 三分之一),
    "ordinal" (第三, terzo), "discount" (六折: 60 %), "digits" for digits spelled one by one.

    `same_as` is shared by two values of one amount in two currencies or units ("10亿美元(约73亿元)").
    """

    kind: ValueKind
    start: int
    end: int
    value: Decimal | None = None
    value_high: Decimal | None = None
    unit: str | None = None
    per: Per | None = None
    timex: str | None = None
    mod: Mod | None = None
    date_start: date | None = None
    date_end: date | None = None
    bound: Bound = "exact"
    form: Form | None = None
    same_as: int | None = None
