"""Dates of an article against each other."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, outcome, reconcile_cases, when

H100 = "nvidia-h100"


def event(predicate: str, quote: str, start: str, end: str | None = None, **fields: Any) -> Row:
    return when(predicate, start, end, hardware=H100, quote=quote, **fields)


CASES = {
    "sold before it is announced": Case(
        [event("launch", "marzo 2024", "2024-03-01", "2024-03-31"), event("availability", "gennaio 2024", "2024-01-01", "2024-01-31")],
        "conflict", "timeline",
    ),
    "sold after": Case(
        [event("launch", "marzo 2024", "2024-03-01", "2024-03-31"), event("availability", "maggio 2024", "2024-05-01", "2024-05-31")], "supported"
    ),
    # March may be before or after the 20th of March
    "in one month": Case(
        [event("launch", "20 marzo 2024", "2024-03-20"), event("availability", "marzo 2024", "2024-03-01", "2024-03-31")], "supported"
    ),
    "runs before it is ordered": Case(
        [event("deployment", "2024年3月", "2024-03-01", "2024-03-31"), event("order", "2024年5月", "2024-05-01", "2024-05-31")], "doubtful"
    ),
    "without a year": Case(
        [event("launch", "a marzo", "2024-03-01", "2024-03-31"), event("availability", "a gennaio", "2024-01-01", "2024-01-31")], None
    ),
    "two buyers": Case(
        [
            event("deployment", "2024年3月", "2024-03-01", "2024-03-31", holder="xAI"),
            event("order", "2024年5月", "2024-05-01", "2024-05-31", holder="Meta"),
        ],
        None,
    ),
    "two dates of one event": Case(
        [
            event("launch", "marzo 2024", "2024-03-01", "2024-03-31"), event("launch", "marzo 2023", "2023-03-01", "2023-03-31"),
            event("availability", "gennaio 2024", "2024-01-01", "2024-01-31"),
        ],
        None,
    ),
    "a rumour": Case(
        [event("launch", "marzo 2024", "2024-03-01", "2024-03-31"), event("availability", "gennaio 2024", "2024-01-01", "2024-01-31", modality="rumored")],
        None,
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "event_order", CASES)


@pytest.mark.parametrize("name", CASES)
def test_event_order(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_event_order_counts_the_days(findings: dict[str, list[Row]]) -> None:
    # 31 January to 1 March 2024
    assert "30 days before" in findings["sold before it is announced"][0]["explanation_en"]
