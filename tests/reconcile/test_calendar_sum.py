"""Months, quarters and halves against the period that they make up."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, outcome, price, quantity, reconcile_cases


def revenue(value: float, quote: str, as_of: str, holder: str = "誠廣", **fields: object) -> Row:
    return price("revenue", value, "TWD", quote=quote, as_of=as_of, holder=holder, **fields)


MONTHS = [
    revenue(62e9, "620億元", "2025-07"),
    revenue(65.5e9, "655億元", "2025-08"),
    revenue(70.5e9, "705億元", "2025-09"),
]
CASES = {
    # 62.0 + 65.5 + 70.5 = 198.0
    "too little": Case([*MONTHS, revenue(188e9, "1,880億元", "2025-Q3")], "conflict", "arithmetic"),
    "right": Case([*MONTHS, revenue(198e9, "1,980億元", "2025-Q3")], "supported"),
    # within a hundredth: 199.5
    "rounded on the way": Case([*MONTHS, revenue(199.5e9, "1,995億元", "2025-Q3")], "doubtful"),
    "a month is missing": Case([*MONTHS[:2], revenue(188e9, "1,880億元", "2025-Q3")], None),
    "another quarter": Case([*MONTHS, revenue(188e9, "1,880億元", "2025-Q2")], None),
    "another firm's": Case([*MONTHS, revenue(188e9, "1,880億元", "2025-Q3", holder="廣達")], None),
    "a forecast": Case([*MONTHS, revenue(188e9, "1,880億元", "2025-Q3", modality="expected")], None),
    "a month told twice": Case([*MONTHS, revenue(71e9, "710億元", "2025-09"), revenue(188e9, "1,880億元", "2025-Q3")], None),
    "halves of a year": Case([revenue(10e9, "100億元", "2024-H1"), revenue(12e9, "120億元", "2024-H2"), revenue(25e9, "250億元", "2024")], "conflict"),
    "quarters of a half": Case([revenue(4e9, "40億元", "2024-Q3"), revenue(5e9, "50億元", "2024-Q4"), revenue(9e9, "90億元", "2024-H2")], "supported"),
    "shipments": Case(
        [
            quantity("unit_count", 30e3, event="ship", holder="Huawei", quote="3万张", as_of="2025-H1"),
            quantity("unit_count", 40e3, event="ship", holder="Huawei", quote="4万张", as_of="2025-H2"),
            quantity("unit_count", 90e3, event="ship", holder="Huawei", quote="9万张", as_of="2025"),
        ],
        "conflict",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "calendar_sum", CASES)


@pytest.mark.parametrize("name", CASES)
def test_calendar_sum(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_the_sum_is_told(findings: dict[str, list[Row]]) -> None:
    explanation = findings["too little"][0]["explanation_en"]
    assert (
        "for the 3 parts that make it up: 198 billion Taiwan dollars in all, not 188 billion Taiwan dollars"
        in explanation
    )
