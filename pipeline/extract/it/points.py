"""Points that part decimals: "1.742 exaflop" in a text that writes its numbers the English way, or where thousands cannot be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.values import Value

_GROUPED = re.compile(r"[1-9]\d?\.\d{2}[1-9](?![\d.,])")
"""Round thousands ("1.200") stay thousands: nobody writes a last decimal nought."""
_POINT = re.compile(r"\d+\.\d{1,2}(?![\d.,])")
_COMMA = re.compile(r"\d+,\d{1,3}(?![\d.,])")
_MEASURED = frozenset({"quantity", "percent", "price"})
_THOUSAND = Decimal(1000)
_LARGEST = {"FLOP/s": Decimal(10) ** 21, "OP/s": Decimal(10) ** 21}
"""From which value on a measured one of these units is none that any machine has: a thousand exaflops."""


def read_points(text: str, values: Sequence[Value]) -> list[Value]:
    """The values with each speed of "1.742" something read as decimals, where the other measured values of the text
    have points and no commas before their decimals, and where it would else be larger than anything that there is."""
    english = _is_english(text, values)
    return [_as_decimals(v) if _is_grouped(text, v) and (english or _is_too_large(v)) else v for v in values]


def _is_english(text: str, values: Sequence[Value]) -> bool:
    measured = [text[v.start : v.end] for v in values if v.kind in _MEASURED]
    return any(_POINT.match(m) for m in measured) and not any(_COMMA.match(m) for m in measured)


def _is_grouped(text: str, value: Value) -> bool:
    speed = value.unit in _LARGEST and value.value is not None and value.value_high is None
    return speed and _GROUPED.match(text, value.start) is not None


def _is_too_large(value: Value) -> bool:
    largest = _LARGEST.get(value.unit or "")
    return largest is not None and value.value is not None and value.value >= largest


def _as_decimals(value: Value) -> Value:
    return value if value.value is None else replace(value, value=value.value / _THOUSAND)
