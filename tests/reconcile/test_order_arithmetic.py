"""Pieces × unit price against the worth of the deal. Model prices: H100 25–40 thousand dollars, B200 30–40, GB200 60–70."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, outcome, price, quantity, reconcile_cases

H100, B200, GB200 = "nvidia-h100", "nvidia-b200", "nvidia-gb200"


def deal(value: object, quote: str, hardware: str | None = None, currency: str = "USD", **fields: object) -> Row:
    return price("order_value", value, currency, hardware=hardware, quote=quote, **fields)


def each(value: object, quote: str, hardware: str, currency: str = "USD", **fields: object) -> Row:
    return price("unit_price", value, currency, hardware=hardware, quote=quote, **fields)


def units(count: object, quote: str, hardware: str | None = None, **fields: object) -> Row:
    return quantity("unit_count", count, hardware=hardware, quote=quote, **{"event": "order"} | fields)


CASES = {
    # 1.08 billion / 65–70 thousand = 15,400–16,600 GB200 = 30,900–33,200 GPUs, not 100,000
    "generic GPUs": Case(
        [deal(1.08e9, "10.8亿美元", GB200), each((6.5e4, 7e4), "6.5万~7万美元", GB200), units(1e5, "10万个GPU")], "conflict", "arithmetic"
    ),
    # 50,000 × 30,000 = 1.5 billion, not 400 million
    "Italian": Case(
        [units(5e4, "50.000 B200", B200), each(3e4, "30 mila dollari", B200), deal(4e8, "400 milioni di dollari", B200)],
        "conflict", "arithmetic",
    ),
    # 2,000 × 25–40 thousand = 50–80 million, not 3 billion: the price is the model's
    "price of the model": Case([deal(3.1e9, "3,1 miliardi di dollari", H100), units(2000, "2.000 H100", H100)], "conflict", "arithmetic"),
    # 8 billion yuan = 1.1 billion dollars for 200,000 × 25–40 thousand = 5–8 billion
    "yuan": Case([deal(80e8, "80亿元", H100, "CNY"), units(2e5, "20万块H100", H100)], "conflict", "arithmetic"),
    # 1,000 servers of eight at 40,000 a card = 320 million, not 20 million
    "servers": Case(
        [units(1000, "1.000 server", H100, basis="server", basis_size=8), each(4e4, "40.000 dollari", H100), deal(2e7, "20 milioni", H100)],
        "conflict", "arithmetic",
    ),
    # 300,000 × 30,000 = 9 billion, said 9 million
    "milioni for miliardi": Case(
        [deal(9e6, "9 milioni di dollari", B200), units(3e5, "300.000 B200", B200), each(3e4, "30.000 dollari", B200)], "conflict", "magnitude"
    ),
    # 10,000 × 40,000 = 4亿, said 4万
    "wan for yi": Case([deal(4e4, "4万美元", H100), units(1e4, "1万块H100", H100), each(4e4, "4万美元一块", H100)], "conflict", "magnitude"),
    # hosts and network: 10,000 × 30,000 = 300 million; the deal is worth 700 million
    "with hosts": Case([deal(7e8, "7亿美元", B200), units(1e4, "1万块B200", B200), each(3e4, "3万美元", B200)], "doubtful"),
    "as reckoned": Case([deal(1.08e9, "10.8亿美元", GB200), units(16000, "16.000 GB200", GB200), each((6.5e4, 7e4), "65-70 mila", GB200)], "supported"),
    "GPUs inside": Case([deal(1.08e9, "10.8亿美元", GB200), units(32000, "3.2万个GPU"), each(6.8e4, "6.8万美元", GB200)], "supported"),
    "about": Case([deal(3e9, "circa 3 miliardi", H100, bound="about"), units(1e5, "100.000 H100", H100)], "supported"),
    "over": Case([deal(1e9, "oltre 1 miliardo", H100, bound="min"), units(1e5, "100.000 H100", H100)], "supported"),
    "tens of thousands": Case([deal(9e8, "9亿美元", H100), units(1e4, "上万块H100", H100, bound="min")], "supported"),
    "two counts, one fits": Case(
        [deal(3e9, "3 miliardi", H100), units(1e5, "100.000 H100", H100), units(2e4, "20.000 H100", H100)], "supported"
    ),
    "another buyer's": Case(
        [deal(3e9, "3 miliardi", H100, holder="Meta"), units(500, "500 H100", H100, holder="Tesla")], None
    ),
    "another product's": Case([deal(3e9, "3 miliardi", B200), units(500, "500 H100", H100)], None),
    "what runs already": Case([deal(3e9, "3 miliardi", H100), units(500, "500 H100", H100, event="deploy")], None),
    # 2 million × 27,000 = 54 billion, not 14: but it is a whole trade that has ordered them
    "of several buyers": Case(
        [
            deal(14e9, "14 miliardi", H100, holder="ByteDance"), quantity("share", 0.5, quote="Le società cinesi ne hanno prenotati", sentence=1),
            units(2e6, "2 milioni di H100", H100, sentence=1), each(27e3, "27.000 dollari", H100, sentence=2),
        ],
        None,
    ),
    "rent": Case([deal(3e9, "3 miliardi", H100, per="year"), units(500, "500 H100", H100)], None),
    # 72.65亿 yuan is the conversion of 10.8亿 dollars: one deal, compared once
    "a price's own conversion": Case(
        [
            deal(1.08e9, "10.8亿美元", GB200, same_as="1"), deal(78.8e8, "78.8亿元", GB200, "CNY", same_as="1"),
            units(16000, "1.6万块GB200", GB200), each(6.8e4, "6.8万美元", GB200),
        ],
        "supported",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "order_arithmetic", CASES)


@pytest.mark.parametrize("name", CASES)
def test_order_arithmetic(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_order_arithmetic_shows_what_the_money_buys(findings: dict[str, list[Row]]) -> None:
    explanation = findings["generic GPUs"][0]["explanation_en"]
    assert "15,400 to 16,600 GB200, that is 30,900 to 33,200 GPUs" in explanation
    assert "3.25 billion to 3.5 billion US dollars" in explanation


def test_order_arithmetic_gives_the_sum_meant(findings: dict[str, list[Row]]) -> None:
    assert float(findings["milioni for miliardi"][0]["meant"]) == 9e9
    assert float(findings["wan for yi"][0]["meant"]) == 4e8


def test_order_arithmetic_compares_a_converted_sum_once(findings: dict[str, list[Row]]) -> None:
    assert len(findings["a price's own conversion"]) == 1
