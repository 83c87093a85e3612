"""Servers and racks times the price of one against what the deal is worth."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, price, quantity, reconcile_cases

H100 = "nvidia-h100"


def deal(value: float, quote: str, **fields: object) -> Row:
    return price("order_value", value, "CNY", hardware=H100, quote=quote, **{"deal": "d1"} | fields)


def each(value: object, quote: str, **fields: object) -> Row:
    return price("unit_price", value, "CNY", hardware=H100, quote=quote, **{"deal": "d1", "basis": "server"} | fields)


def servers(count: float, quote: str, **fields: object) -> Row:
    return quantity(
        "unit_count", count, hardware=H100, quote=quote, **{"deal": "d1", "basis": "server", "event": "ship"} | fields
    )


def unnamed(count: float, quote: str) -> Row:
    return quantity("unit_count", count, quote=quote, basis="server", event="order")


def total(value: float, quote: str, unit: str = "CNY") -> Row:
    return price("order_value", value, unit, quote=quote)


def words(text: str, sentence: int = 0) -> Row:
    """Words of a sentence; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text, sentence=sentence)


CASES = {
    # 400 × 1.1 million = 440 million
    "ten times": Case([servers(400, "400台"), each(1.1e6, "110万元", basis_size=8), deal(4.4e9, "44亿元")], "conflict", "magnitude"),
    # 240 × 950,000 = 228 million
    "half as much again": Case([servers(240, "240台"), each(9.5e5, "95万元"), deal(3.42e8, "3.42亿元")], "conflict", "arithmetic"),
    "right": Case([servers(240, "240台"), each(9.5e5, "95万元"), deal(2.28e8, "2.28亿元")], "supported"),
    "with service": Case([servers(240, "240台"), each(9.5e5, "95万元"), words("，含五年维保"), deal(3.42e8, "3.42亿元")], "supported"),
    "service apart": Case(
        [servers(240, "240台"), each(9.5e5, "95万元"), deal(3.42e8, "3.42亿元"), words("，配套网络设备单独计价")], "conflict"
    ),
    "tax is no service": Case([servers(240, "240台"), words("，含税单价"), each(9.5e5, "95万元"), deal(3.42e8, "3.42亿元")], "conflict"),
    "less than the machines": Case([servers(240, "240台"), each(9.5e5, "95万元"), words("，含维保"), deal(1.5e8, "1.5亿元")], "conflict"),
    "another deal's price": Case([servers(240, "240台"), each(9.5e5, "95万元", deal="d2"), deal(3.42e8, "3.42亿元")], None),
    "price of a chip": Case([servers(240, "240台"), each(9.5e4, "9.5万元", basis="chip"), deal(3.42e8, "3.42亿元")], None),
    # reckoned in chips by order_arithmetic
    "both sizes told": Case(
        [servers(240, "240台", basis_size=8), each(9.5e5, "95万元", basis_size=8), deal(3.42e8, "3.42亿元")], None
    ),
    # 1,200 × 850,000 = 1.02 billion: of machines without a name no price is a claim
    "the price is no claim": Case([unnamed(1200, "1200台"), words("，中标单价85万元，合计"), total(1.22e9, "12.2亿元")], "conflict"),
    "the price is no claim, right": Case([unnamed(1200, "1200台"), words("，中标单价85万元，合计"), total(1.02e9, "10.2亿元")], "supported"),
    "Italian": Case([unnamed(120, "120 server"), words(", a 95.000 euro l'uno, per"), total(1.41e7, "14,1 milioni", "EUR")], "conflict"),
    "Italian, right": Case([unnamed(120, "120 server"), words(", a 95 mila euro ciascuno, per"), total(1.14e7, "11,4 milioni", "EUR")], "supported"),
    "of another currency": Case([unnamed(120, "120 server"), words(", a 95.000 dollari l'uno, per"), total(1.41e7, "14,1 milioni", "EUR")], None),
    "no word for each": Case([unnamed(120, "120 server"), words(", 95.000 euro di rete e"), total(1.41e7, "14,1 milioni", "EUR")], None),
    "two lots": Case([servers(240, "240台"), servers(100, "100台"), each(9.5e5, "95万元"), deal(9e8, "9亿元")], "doubtful"),
    # 400 × 1.48 million = 592 million, not 5.92 billion
    "without a deal": Case(
        [servers(400, "400台", deal=None), each(1.48e6, "148万元", deal=None, sentence=1), words("合计", 1), deal(5.92e9, "59.2亿元", deal=None, sentence=1)],
        "conflict", "magnitude",
    ),
    "without a deal, right": Case(
        [servers(400, "400台", deal=None), each(1.48e6, "148万元", deal=None, sentence=1), words("合计", 1), deal(5.92e8, "5.92亿元", deal=None, sentence=1)], "supported"
    ),
    "without a deal, no sum": Case(
        [servers(400, "400台", deal=None), each(1.48e6, "148万元", deal=None, sentence=1), words("预算为", 1), deal(5.92e9, "59.2亿元", deal=None, sentence=1)], None
    ),
    "two sorts of machines": Case(
        [servers(400, "400台", deal=None), servers(100, "100台", deal=None), each(1.48e6, "148万元", deal=None, sentence=1), words("合计", 1), deal(5.92e9, "59.2亿元", deal=None, sentence=1)], None
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "machine_order", CASES)


@pytest.mark.parametrize("name", CASES)
def test_machine_order(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_the_sum_meant_is_told(findings: dict[str, list[Row]]) -> None:
    assert float(findings["ten times"][0]["meant"]) == 4.4e8
    assert (
        "400 times 1.1 million yuan is 440 million yuan, not 4.4 billion yuan"
        in findings["ten times"][0]["explanation_en"]
    )
