"""Both currencies of one amount. On 2024-12-19 a dollar was 7.2975 yuan and a euro 1.0395 dollars; the year before began at 7.195."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, outcome, price, reconcile_cases


def pair(first: Row, second: Row) -> list[Row]:
    return [first | {"same_as": "pair-1"}, second | {"same_as": "pair-1"}]


def money(value: object, currency: str, quote: str, **fields: object) -> Row:
    return price("order_value", value, currency, quote=quote, **fields)


CASES = {
    # 72.65 / 10.8 = 6.727; 78.65 / 10.8 = 7.282
    "one digit": Case(
        pair(money(10.8e8, "USD", "10.8亿美元"), money(72.65e8, "CNY", "72.65亿元")), "conflict", "exchange_rate"
    ),
    # 28.97 / 2.5 = 11.59 yuan a euro instead of 7.59; 18.97 / 2.5 = 7.588
    "euro": Case(
        pair(money(2.5e8, "EUR", "2.5亿欧元"), money(28.97e8, "CNY", "28.97亿元")), "conflict", "exchange_rate"
    ),
    # 1.27 / 1.5 = 0.847 dollars a euro instead of 1.04
    "Italian": Case(
        pair(money(1.5e9, "EUR", "1,5 miliardi di euro"), money(1.27e9, "USD", "1,27 miliardi di dollari")),
        "conflict",
        "exchange_rate",
    ),
    # 41.5 / 5 = 8.3 yuan a dollar; 41.5 / 5.7 = 7.28
    "yuan first": Case(
        pair(money(41.5e6, "CNY", "4150万元"), money(5e6, "USD", "500万美元")), "conflict", "exchange_rate"
    ),
    # 243 yen instead of 197.6 a pound
    "yen": Case(
        pair(money(1e9, "GBP", "1 miliardo di sterline"), money(2.43e11, "JPY", "243 miliardi di yen")),
        "conflict",
        "exchange_rate",
    ),
    # 7.88亿 for 78.8亿: a power of ten
    "power of ten": Case(
        pair(money(10.8e8, "USD", "10.8亿美元"), money(7.88e8, "CNY", "7.88亿元")), "conflict", "magnitude"
    ),
    # 万 for 亿
    "wan for yi": Case(pair(money(3e8, "USD", "3亿美元"), money(21.9e4, "CNY", "21.9万元")), "conflict", "magnitude"),
    "milioni for miliardi": Case(
        pair(money(2e9, "USD", "2 miliardi di dollari"), money(1.92e6, "EUR", "1,92 milioni di euro")),
        "conflict",
        "magnitude",
    ),
    # 7.35 is 0.7 % above the highest rate of the year
    "just beyond": Case(pair(money(1e9, "USD", "10.00亿美元"), money(73.6e8, "CNY", "73.60亿元")), "doubtful"),
    "rate of the day": Case(pair(money(10.8e8, "USD", "10.8亿美元"), money(78.8e8, "CNY", "78.8亿元")), "supported"),
    "older rate of the year": Case(pair(money(7e4, "USD", "7万美元"), money(50.5e4, "CNY", "50.5万元")), "supported"),
    "rounded": Case(
        pair(money(5e8, "EUR", "500 milioni di euro"), money(5.2e8, "USD", "520 milioni di dollari")), "supported"
    ),
    "rounded in Chinese": Case(
        pair(money(2e8, "USD", "2亿美元"), money(15e8, "CNY", "约15亿元", bound="about")), "supported"
    ),
    "over": Case(
        pair(
            money(1e10, "USD", "oltre 10 miliardi di dollari", bound="min"),
            money(9.6e9, "EUR", "9,6 miliardi", bound="min"),
        ),
        "supported",
    ),
    "range": Case(
        pair(money((6.5e4, 7e4), "USD", "6.5万~7万美元"), money((47e4, 51e4), "CNY", "47万~51万元")), "supported"
    ),
    # in 2022 a dollar was 6.31 yuan
    "of another year": Case(
        pair(money(10e8, "USD", "10.0亿美元", as_of="2022"), money(63.1e8, "CNY", "63.1亿元", as_of="2022")),
        "supported",
    ),
    "weekend": Case(
        pair(money(1e9, "USD", "10亿美元"), money(73e8, "CNY", "73亿元")), "supported", published="2024-12-22"
    ),
    "undated": Case(pair(money(1e9, "USD", "10亿美元"), money(65e8, "CNY", "65亿元")), "supported", published=None),
    "undated and far off": Case(
        pair(money(1e9, "USD", "10亿美元"), money(43e8, "CNY", "43亿元")), "conflict", published=None
    ),
    "not a pair": Case([money(1e9, "USD", "10亿美元"), money(10e8, "CNY", "10亿元")], None),
    "unknown currency": Case(pair(money(1e9, "USD", "10億美元"), money(43e8, "TWD", "43億元")), None),
}


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "exchange_rate", CASES)


@pytest.mark.parametrize("name", CASES)
def test_exchange_rate(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("one digit", 78.65e8),
        ("euro", 18.97e8),
        ("yuan first", 5.7e6),
        ("power of ten", 78.8e8),
        ("wan for yi", 21.9e8),
    ],
)
def test_exchange_rate_repairs_one_slip(findings: dict[str, list[Row]], name: str, meant: float) -> None:
    assert float(findings[name][0]["meant"]) == pytest.approx(meant)


def test_exchange_rate_names_the_last_banking_day(findings: dict[str, list[Row]]) -> None:
    assert "19 December 2024, the last banking day" in findings["weekend"][0]["explanation_en"]
    assert "截至发布时有汇率的最近银行工作日" in findings["weekend"][0]["explanation_zh_hans"]


def test_exchange_rate_shows_the_other_pairs(warehouse: Warehouse) -> None:
    case = Case(
        [
            money(10.8e8, "USD", "10.8亿美元", same_as="1"), money(72.65e8, "CNY", "72.65亿元", same_as="1"),
            money(7e4, "USD", "7万美元", same_as="2"), money(50.7e4, "CNY", "50.7万元", same_as="2"),
        ],
        "conflict",
    )  # fmt: skip
    (conflict, supported) = reconcile_cases(warehouse, "exchange_rate", {"pairs": case})["pairs"]
    assert conflict["verdict"] == "conflict"
    assert "other pairs give 7.24 yuan" in conflict["explanation_en"]
    assert supported["verdict"] == "supported"


# In December 2024 a US dollar was 32.5 Taiwan dollars on the average: 1.0395 × 32.5 = 33.78375 for one euro.
TAIWAN = {
    "currency": "TWD",
    "day": "2024-12-19",
    "per_eur": 33.78375,
    "source": "Central Bank of the Republic of China (Taiwan), monthly average",
}
TAIWANESE = {
    "as it was": Case(pair(money(10e8, "USD", "10億美元"), money(325e8, "TWD", "新台幣325億元")), "supported"),
    # a day of the month may be 2 % from its average
    "another day": Case(pair(money(10e8, "USD", "10.0億美元"), money(331e8, "TWD", "331億元")), "supported"),
    "far off": Case(pair(money(3e8, "USD", "3億美元"), money(78e8, "TWD", "新台幣78億元")), "conflict"),
    # eleven months later it may be a tenth more or less
    "old": Case(pair(money(3e8, "USD", "3億美元"), money(92e8, "TWD", "92億元")), "supported", published="2025-11-20"),
    "too old": Case(pair(money(3e8, "USD", "3億美元"), money(78e8, "TWD", "78億元")), None, published="2027-06-20"),
}


def test_exchange_rate_by_monthly_averages(warehouse: Warehouse) -> None:
    warehouse.insert("fx_rates", [TAIWAN])
    found = reconcile_cases(warehouse, "exchange_rate", TAIWANESE)
    assert {name: outcome(rows) for name, rows in found.items()} == {n: case.verdict for n, case in TAIWANESE.items()}
    explanation = found["far off"][0]["explanation_en"]
    assert "The average of December 2024 was 32.5 Taiwan dollars" in explanation
    assert "Central Bank of the Republic of China (Taiwan), monthly average" in explanation


def test_exchange_rate_by_a_users_own_file(warehouse: Warehouse) -> None:
    warehouse.insert("fx_rates", [TAIWAN | {"source": "rates.csv"}])
    found = reconcile_cases(warehouse, "exchange_rate", {"far off": TAIWANESE["far off"]})["far off"]
    assert outcome(found) == "conflict"
    assert "2024年12月19日（截至发布时的最近一次）的汇率为32.5元新台币" in found[0]["explanation_zh_hans"]
    assert "rates.csv" in found[0]["explanation_zh_hans"]
