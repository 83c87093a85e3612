"""Every case of cases/zh.jsonl: a text, its day of publication and the values that stand in it, in their order.

A field that a case leaves out must be empty (`bound` exact); only the interval of a date may be left to test_timex.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.values import Value
from pipeline.extract.zh.values import find_values

_CASES = [
    json.loads(line, parse_float=Decimal)
    for line in (Path(__file__).parent.parent / "cases" / "zh.jsonl").read_text(encoding="utf-8").splitlines()
]
_FIELDS = ("value", "value_high", "unit", "per", "timex", "mod", "form", "same_as")


@pytest.mark.parametrize("case", _CASES, ids=[case["text"] for case in _CASES])
def test_case(case: dict[str, Any]) -> None:
    published = date.fromisoformat(case["published"]) if "published" in case else None
    found = find_values(case["text"], published, script=case.get("script"))
    assert [_seen(case["text"], value, expected) for value, expected in zip(found, case["values"], strict=False)] == [
        _wanted(expected) for expected in case["values"]
    ]
    assert len(found) == len(case["values"])


def _seen(text: str, value: Value, expected: dict[str, Any]) -> dict[str, Any]:
    seen: dict[str, Any] = {"quote": text[value.start : value.end], "kind": value.kind, "bound": value.bound}
    seen |= {name: getattr(value, name) for name in _FIELDS if getattr(value, name) is not None}
    seen |= {name: getattr(value, name).isoformat() for name in ("date_start", "date_end") if name in expected}
    return seen


def _wanted(expected: dict[str, Any]) -> dict[str, Any]:
    wanted = {"bound": "exact"} | expected
    return wanted | {name: Decimal(wanted[name]) for name in ("value", "value_high") if name in wanted}
