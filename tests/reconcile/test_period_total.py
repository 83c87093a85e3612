"""A month against a year, and years against the whole term."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, outcome, price, quantity, reconcile_cases

COWOS = "nvidia-h100"  # any product will do: the check reads no figure of the model


def wafers(value: Any, per: str, quote: str, **fields: Any) -> Row:
    return quantity("unit_count", value, hardware=COWOS, basis="wafer", event="produce", per=per, quote=quote, **fields)


def fee(value: float, quote: str, **fields: Any) -> Row:
    return price("other_amount", value, "EUR", per="year", quote=quote, **fields)


def rent(value: float, per: str, quote: str) -> Row:
    return price("rental_price", value, "EUR", per=per, quote=quote)


def total(value: float, quote: str, **fields: Any) -> Row:
    return price("order_value", value, "EUR", quote=quote, **fields)


def term(timex: str, quote: str, **fields: Any) -> Row:
    return quantity("duration", None, None, timex=timex, quote=quote, **fields)  # type: ignore[arg-type]


CASES = {
    # 75,000 × 12 = 900,000
    "more than the months hold": Case([wafers(75000, "month", "75.000 al mese"), wafers(1.9e6, "year", "1,9 milioni all'anno")], "conflict", "arithmetic"),
    "as reckoned": Case([wafers(75000, "month", "7.5万片/月"), wafers(9e5, "year", "90万片/年")], "supported"),
    # a line that grew over the year
    "less than the months hold": Case([wafers(75000, "month", "75.000 al mese"), wafers(6.5e5, "year", "650.000 nell'anno")], "supported"),
    "far less": Case([wafers(75000, "month", "75.000 al mese"), wafers(2e5, "year", "200.000 all'anno")], "doubtful"),
    "a quarter": Case([wafers(1e4, "month", "1万片/月"), wafers(5e4, "quarter", "5万片/季")], "conflict"),
    "another year": Case([wafers(75000, "month", "75.000", as_of="2025"), wafers(1.9e6, "year", "1,9 milioni", as_of="2026")], None),
    "another sentence": Case([wafers(75000, "month", "75.000"), wafers(1.9e6, "year", "1,9 milioni", sentence=1)], None),
    # 24,000 × 9 = 216,000
    "months of rent": Case([rent(24e3, "month", "24.000 euro al mese"), term("P9M", "nove mesi"), total(288e3, "288.000 euro")], "conflict", "arithmetic"),
    "months of rent, right": Case([rent(24e3, "month", "24.000 euro al mese"), term("P9M", "nove mesi"), total(216e3, "216.000 euro")], "supported"),
    "months over years": Case([rent(1.2e6, "month", "每月120万"), term("P2Y", "两年"), total(36e6, "3600万")], "conflict"),
    # 60 × 5 = 300 million
    "a term": Case([term("P5Y", "cinque anni"), fee(6e7, "60 milioni l'anno"), total(3.6e8, "360 milioni")], "conflict", "arithmetic"),
    "a term, right": Case([term("P5Y", "cinque anni"), fee(6e7, "60 milioni l'anno"), total(3e8, "300 milioni")], "supported"),
    "a term in months": Case([term("P24M", "24 mesi"), fee(6e7, "60 milioni l'anno"), total(1.2e8, "120 milioni")], "supported"),
    "a term of the sentence before": Case(
        [term("P5Y", "cinque anni"), fee(6e7, "60 milioni l'anno", sentence=1), total(3.6e8, "360 milioni", sentence=1)], "conflict"
    ),
    "two totals": Case([term("P5Y", "5年"), fee(6e7, "每年6000万"), total(3.6e8, "3.6亿"), total(4e8, "4亿")], None),
    "another buyer's total": Case(
        [term("P5Y", "5年"), fee(6e7, "每年6000万", holder="A"), total(3.6e8, "3.6亿", holder="B")], None
    ),
    "no term": Case([fee(6e7, "60 milioni l'anno"), total(3.6e8, "360 milioni")], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "period_total", CASES)


@pytest.mark.parametrize("name", CASES)
def test_period_total(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_period_total_names_the_years_that_would_fit(findings: dict[str, list[Row]]) -> None:
    assert "It would fit with 6 years" in findings["a term"][0]["explanation_en"]
    assert "60 milioni di euro all'anno per 5 anni" in findings["a term"][0]["explanation_it"]
