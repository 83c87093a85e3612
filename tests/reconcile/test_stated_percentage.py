"""Percentages and factors in words against the two figures beside them."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, price, quantity, reconcile_cases


def word(text: str) -> Row:
    """Words between the figures; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text)


def wafers(count: float, quote: str) -> Row:
    return quantity("unit_count", count, basis="wafer", per="month", quote=quote)


def cores(first: float, second: float, words: str) -> list[Row]:
    return [
        quantity("core_count", first, hardware="amd-rx-9070-gre", quote=f"流处理器{first}个"),
        word("，而RX 9070是"),
        quantity("core_count", second, hardware="amd-rx-9070", quote=f"{second}个"),
        word(words),
    ]


def part(value: float, quote: str) -> list[Row]:
    return [
        price("revenue", 22.23e12, "KRW", quote="22.230 miliardi di won"),
        word("; le Hbm hanno pesato per il 40 per cento, vale a dire"),
        price("revenue", value, "KRW", quote=quote),
    ]


CASES = {
    # 3.5 / 2 = 1.75
    "growth": Case([word("月产能由"), wafers(2e4, "2万片"), word("提高到"), wafers(3.5e4, "3.5万片"), word("，增幅达50%")], "conflict", "arithmetic"),
    "growth, right": Case([word("月产能由"), wafers(2e4, "2万片"), word("提高到"), wafers(3.5e4, "3.5万片"), word("，增幅达75%")], "supported"),
    "growth, Italian": Case([word("si passa da"), wafers(2e4, "20.000"), word("a"), wafers(3.5e4, "35.000"), word(", con un aumento del 50 per cento")], "conflict"),
    "another measure": Case([word("si passa da"), wafers(2e4, "20.000"), word("a"), wafers(3.5e4, "35.000"), word(", con un aumento degli utili del 50 per cento")], None),
    # 3,072 / 3,584 = 0.857
    "of the latter": Case(cores(3072, 3584, "，只保留了后者的75%"), "conflict"),
    "of the latter, right": Case(cores(3072, 3584, "，只保留了后者的86%"), "supported"),
    "more than the former": Case(cores(3072, 3584, "，后者多出约17%"), "supported"),
    "no word that relates them": Case(cores(3072, 3584, "，价格低10%"), None),
    # 0.4 × 22,230 = 8,892
    "a part": Case(part(12.4e12, "12.400 miliardi di won"), "conflict"),
    "a part, right": Case(part(8.9e12, "8.900 miliardi di won"), "supported"),
    # 359 / 1.22 = 294
    "without the tax": Case([price("unit_price", 359, "EUR", quote="359 euro"), word("con l'Iva al 22%, cioè"), price("unit_price", 294, "EUR", quote="294 euro")], "supported"),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "stated_percentage", CASES)


@pytest.mark.parametrize("name", CASES)
def test_stated_percentage(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family
