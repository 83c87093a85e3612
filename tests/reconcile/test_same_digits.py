"""The same digits in another order of magnitude: title against body, or within one deal."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, outcome, price, quantity, reconcile_cases

B200, GB200, FAMILY = "nvidia-b200", "nvidia-gb200", "nvidia-blackwell"


def site(value: float, quote: str, hardware: str | None = B200, **fields: Any) -> Row:
    return quantity("power", value, "W", hardware=hardware, holder="OpenAI", event="order", quote=quote, **fields)


def money(value: float, quote: str, **fields: Any) -> Row:
    return price("investment", value, "USD", holder="OpenAI", quote=quote, **fields)


BODY: dict[str, Any] = {"sentence": 1}

CASES = {
    "GW and MW": Case([site(6e9, "6GW", zone="title"), site(6e6, "6兆瓦", **BODY)], "conflict", "magnitude"),
    "a family and its member": Case([site(6e9, "6GW", zone="title"), site(6e6, "6兆瓦", FAMILY, **BODY)], "conflict"),
    "milioni and miliardi": Case([money(3.5e9, "3,5 miliardi", zone="title"), money(3.5e6, "3,5 milioni", **BODY)], "conflict"),
    "wan and yi": Case([money(20e8, "20亿美元", zone="title"), money(20e4, "20万美元", **BODY)], "conflict"),
    "other digits": Case([site(6e9, "6GW", zone="title"), site(5e6, "5兆瓦", **BODY)], None),
    "a part of it": Case([site(1e9, "1GW", zone="title"), site(1e8, "100MW", **BODY)], None),
    "borne out in the body": Case([site(6e9, "6GW", zone="title"), site(6e9, "6GW", **BODY), site(6e6, "6MW", sentence=2)], None),
    "another product": Case([site(6e9, "6GW", zone="title"), site(6e6, "6MW", "nvidia-h100", **BODY)], None),
    "another buyer": Case([site(6e9, "6GW", zone="title"), site(6e6, "6MW", **BODY) | {"holder": "Meta"}], None),
    "both in the body": Case([site(6e9, "6GW"), site(6e6, "6MW", **BODY)], None),
    "within one deal": Case([site(6e9, "6GW", deal="d1"), site(6e6, "6MW", deal="d1", **BODY)], "conflict"),
    "another time": Case([money(3.5e9, "3,5 miliardi", zone="title", as_of="2025"), money(3.5e6, "3,5 milioni", as_of="2015", **BODY)], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "same_digits", CASES)


@pytest.mark.parametrize("name", CASES)
def test_same_digits(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_same_digits_takes_a_third_figure_of_the_deal_as_witness(warehouse: Warehouse) -> None:
    case = Case(
        [
            site(6e9, "6GW", zone="title", deal="d1"),
            site(6e6, "6兆瓦", deal="d1", **BODY),
            site(1e9, "1GW", deal="d1", sentence=2),
        ],
        "conflict",
    )
    (finding,) = reconcile_cases(warehouse, "same_digits", {"witness": case})["witness"]
    assert float(finding["meant"]) == 6e9
    assert "“1GW” of the same deal bears out 6 GW" in finding["explanation_en"]
