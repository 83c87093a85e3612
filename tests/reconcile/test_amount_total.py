"""What one costs, or costs in a time, against what all of it comes to."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, price, quantity, reconcile_cases

H200 = "nvidia-h200"


def word(text: str, sentence: int = 0) -> Row:
    """Words between the figures; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text, sentence=sentence)


def servers(count: float, quote: str, **fields: Any) -> Row:
    return quantity("unit_count", count, basis="server", quote=quote, **fields)


def sum_of(value: float, quote: str, unit: str = "USD", **fields: Any) -> Row:
    return price("other_amount", value, unit, quote=quote, **fields)


SERVERS = [
    servers(40, "40 server."),
    word("Ogni server costa"),
    price("unit_price", 310000, basis="server", quote="310.000 dollari"),
]
YEARLY = [word("每年投入"), sum_of(1.2e11, "1,200億元", "TWD"), word("，十年合計")]
HOURLY = [
    quantity("unit_count", 16, hardware=H200, quote="16 H200"),
    word("a"),
    price("rental_price", 2.5, per="hour", hardware=H200, quote="2,50 dollari l'ora"),
]

CASES = {
    # 40 × 310,000 = 12,400,000
    "a power of ten": Case([*SERVERS, word("; la spesa totale è di"), sum_of(124e6, "124 milioni")], "conflict", "magnitude"),
    "what follows": Case([*SERVERS, word("; per questo pagherà"), sum_of(12.4e6, "12,4 milioni")], "supported"),
    "a digit wrong": Case([*SERVERS, word("; la fattura è di"), sum_of(14.4e6, "14,4 milioni")], "conflict", "arithmetic"),
    "a sum that leaves something out": Case([*SERVERS, word("; in tutto"), sum_of(9.1e6, "9,1 milioni")], "conflict", "arithmetic"),
    "more than the pieces": Case([*SERVERS, word("; con la rete inclusa in tutto"), sum_of(15.3e6, "15,3 milioni")], None),
    "no word for a sum": Case([*SERVERS, word("; il Comune dispone di"), sum_of(124e6, "124 milioni")], None),
    "something else beside": Case([*SERVERS, word("più il resto: in tutto"), sum_of(124e6, "124 milioni")], None),
    # of two counts no one is meant, but one of them bears the sum out
    "two counts": Case([servers(15, "15 server e"), *SERVERS, word("; in tutto"), sum_of(4.65e6, "4,65 milioni")], "supported"),
    # 10 × 120 billion = 1.2 × 10^12
    "ten years": Case([*YEARLY, sum_of(1.2e13, "12兆元", "TWD")], "conflict", "magnitude"),
    "ten years, right": Case([*YEARLY, sum_of(1.2e12, "1.2兆元", "TWD")], "supported"),
    # 16 × 2.50 × 730 = 29,200
    "hours of a month": Case([*HOURLY, word("; in un mese la bolletta è di"), sum_of(288000, "288.000 dollari")], "conflict", "magnitude"),
    "hours of a month, right": Case([*HOURLY, word("; in un mese la bolletta è di"), sum_of(28800, "28.800 dollari")], "supported"),
    "hours of some": Case([*HOURLY, word("; in un mese spende"), sum_of(9600, "9.600 dollari")], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "amount_total", CASES)


@pytest.mark.parametrize("name", CASES)
def test_amount_total(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_the_product_is_told(findings: dict[str, list[Row]]) -> None:
    assert "12.4 million US dollars" in findings["a power of ten"][0]["explanation_en"]
