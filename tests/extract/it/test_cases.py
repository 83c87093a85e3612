"""The Italian spec cases (`tests/extract/cases/it.jsonl`): a text, when it was published, and every value in it."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.values import Value
from pipeline.extract.it.values import find_values

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "it.jsonl").read_text(encoding="utf-8").splitlines()
]
FIELDS = ("unit", "per", "timex", "mod", "form", "same_as")


def described(value: Value, text: str) -> dict[str, Any]:
    """The value as a case writes it: the fields that are set, the bound unless it is exact."""
    fields: dict[str, Any] = {"quote": text[value.start : value.end], "kind": value.kind}
    fields |= {name: Decimal(n) for name in ("value", "value_high") if (n := getattr(value, name)) is not None}
    fields |= {name: set_to for name in FIELDS if (set_to := getattr(value, name)) is not None}
    fields |= {name: day.isoformat() for name in ("date_start", "date_end") if (day := getattr(value, name))}
    return fields | ({"bound": value.bound} if value.bound != "exact" else {})


def as_read(expected: dict[str, Any]) -> dict[str, Any]:
    return {name: Decimal(v) if name in ("value", "value_high") else v for name, v in expected.items()}


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_values_of_case(case: dict[str, Any]) -> None:
    published = date.fromisoformat(case["published"]) if case["published"] else None
    found = [described(value, case["text"]) for value in find_values(case["text"], published)]
    assert found == [as_read(value) for value in case["values"]]


def test_case_texts_are_unique() -> None:
    texts = [case["text"] for case in CASES]
    assert len(texts) == len(set(texts)) >= 250
