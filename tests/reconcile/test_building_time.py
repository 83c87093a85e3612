"""A building time against the days of its beginning and end."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, quantity, reconcile_cases, when


def built(began: str, term: str, took: str, ended: str, *between: str) -> list[Row]:
    """The rows of "{began} {between[0]} {took} {between[1]} {ended} {between[2]}", dates as YYYY-MM."""
    first, second, last = (attribute("foundry", object="TSMC", quote=words) for words in between)
    return [
        when("other_date", f"{began}-01", f"{began}-28", timex=began, quote=began),
        first,
        quantity("duration", None, None, timex=term, quote=took),
        second,
        when("deployment", f"{ended}-01", f"{ended}-28", timex=ended, quote=ended),
        last,
    ]


ZH = ("动工，工期", "，预计", "完工")
CASES = {
    # May 2024 and 22 months end in March 2026
    "ends too early": Case(built("2024-05", "P22M", "22个月", "2025-06", *ZH), "conflict", "timeline"),
    "right": Case(built("2024-05", "P22M", "22个月", "2026-03", *ZH), "supported"),
    "a quarter over": Case(built("2024-05", "P22M", "22个月", "2026-06", *ZH), "supported"),
    "in years": Case(built("2023-01", "P3Y", "三年", "2024-07", *ZH), "conflict"),
    # what the time is of is not told
    "another term": Case(built("2024-05", "P22M", "22个月", "2025-06", "动工，贷款期限", "，预计", "完工"), None),
    "no end": Case(built("2024-05", "P22M", "22个月", "2025-06", "动工，工期", "，预计", "招标"), None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "building_time", CASES)


@pytest.mark.parametrize("name", CASES)
def test_building_time(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family
