"""Rents brought to one GPU and one hour. The model's H100 costs 2 to 3 dollars an hour; a dollar was 7.3 yuan."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, outcome, price, reconcile_cases

H100, B200 = "nvidia-h100", "nvidia-b200"
SERVER: dict[str, Any] = {"basis": "server", "basis_size": 8}


def rent(value: Any, per: str, quote: str, currency: str = "USD", hardware: str = H100, **fields: Any) -> Row:
    return price("rental_price", value, currency, per=per, hardware=hardware, quote=quote, **fields)


CASES = {
    # 70,000 yuan / 8 / 8,760 hours = 0.14 dollars; a month would give 1.64
    "a year for a month": Case([rent(7e4, "year", "每年7万元", "CNY", **SERVER)], "conflict", "arithmetic"),
    "a month": Case([rent(7e4, "month", "每月7万元", "CNY", **SERVER)], "supported"),
    "an hour": Case([rent(2.5, "hour", "2,5 dollari l'ora")], "supported"),
    "a large cloud's": Case([rent(12.3, "hour", "12,3 dollari l'ora")], "supported"),
    "a server's hour": Case([rent(24, "hour", "24 dollari l'ora", **SERVER)], "supported"),
    # 2.5 dollars a month are 0.0034 an hour
    "a month for an hour": Case([rent(2.5, "month", "2,5 dollari al mese")], "conflict"),
    "one card's or a server's": Case([rent(12800, "month", "12.800 dollari al mese")], "supported"),
    # the model has no rent of a B200: 5 dollars an hour against 0.08
    "against the article's other": Case(
        [rent(5, "hour", "5 dollari l'ora", hardware=B200), rent(5600, "year", "5.600 dollari l'anno", hardware=B200, **SERVER)], "conflict"
    ),
    "two sellers": Case([rent(5, "hour", "5 dollari l'ora", hardware=B200), rent(9, "hour", "9 dollari", hardware=B200)], "supported"),
    # 320,000 dollars for eight are 40,000 a card: its price
    "a price taken for a rent": Case([rent(3.2e5, "month", "32万美元", **SERVER)], None),
    "nothing to hold it against": Case([rent(5, "hour", "5 dollari l'ora", hardware=B200)], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "rental", CASES)


@pytest.mark.parametrize("name", CASES)
def test_rental(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_rental_names_the_period_that_fits(findings: dict[str, list[Row]]) -> None:
    assert "Read a month, not a year, it would fit" in findings["a year for a month"][0]["explanation_en"]
    assert "若为每月而不是每年" in findings["a year for a month"][0]["explanation_zh_hans"]


def test_rental_says_which_of_two_is_wrong(findings: dict[str, list[Row]]) -> None:
    wrong = [f for f in findings["against the article's other"] if f["verdict"] == "conflict"]
    assert len(wrong) == 1
