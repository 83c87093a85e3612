"""A rent by the hour, times hours of a term and pieces, against what is paid in all."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, price, quantity, reconcile_cases

H100 = "nvidia-h100"


def words(text: str) -> Row:
    """Words of the sentence; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text)


def rented(total: float, *more: str, count: float = 64, rate: float = 2.0) -> list[Row]:
    """`count` H100 at `rate` euros an hour for eighteen months (13,140 hours), and a sum that the article says is spent."""
    return [
        quantity("unit_count", count, hardware=H100, event="order", quote=f"{count:g} H100"),
        price("rental_price", rate, "EUR", hardware=H100, per="hour", quote=f"{rate:g} euro l'ora"),
        quantity("duration", None, "s", timex="P18M", quote="diciotto mesi"),
        *(words(text) for text in more),
        words("la spesa complessiva è di"),
        price("investment", total, "EUR", quote=f"{total:g} euro"),
    ]


CASES = {
    # 64 × 2 × 13,140 = 1,681,920
    "it fits": Case(rented(1.68e6), "supported"),
    "more than all the hours": Case(rented(2.9e6), "conflict", "arithmetic"),
    "with what else is in it": Case(rented(2.9e6, ", installazione e assistenza comprese,"), None),
    "fewer hours": Case(rented(0.9e6), None),
    "fewer hours, though day and night": Case(rented(0.9e6, "giorno e notte"), "conflict", "arithmetic"),
    "a power of ten": Case(rented(1.68e7), "conflict", "magnitude"),
    "two terms": Case([*rented(2.9e6), quantity("duration", None, "s", timex="P1Y", quote="un anno")], None),
    "two rents": Case(
        [*rented(2.9e6), price("rental_price", 3.1, "EUR", hardware=H100, per="hour", quote="3,10 euro l'ora")], None
    ),
    # 8 servers of eight are 64 pieces
    "servers": Case(
        [quantity("unit_count", 8, basis="server", basis_size=8, event="order", quote="otto server"), *rented(1.68e6)[1:]],
        "supported",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "rent_term", CASES)


@pytest.mark.parametrize("name", CASES)
def test_rent_term(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family
