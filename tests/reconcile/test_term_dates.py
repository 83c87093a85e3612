"""A term against the days between which it runs."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, quantity, reconcile_cases, when


def term(timex: str, quote: str) -> Row:
    return quantity("duration", None, None, timex=timex, quote=quote, confidence=0.5)


def words(text: str) -> Row:
    """Words of the sentence; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text)


def span(quote: str) -> Row:
    return when("order", "2024-07-01", "2027-06-30", timex="2024-07-01/2027-06-30", quote=quote)


CASES = {
    # 1 March 2024 to 28 February 2027 are 36 months
    "a year short": Case([term("P4Y", "quattro anni"), words(", dal 1° marzo 2024 al 28 febbraio 2027")], "conflict", "timeline"),
    "right": Case([term("P3Y", "tre anni"), words(", dal 1° marzo 2024 al 28 febbraio 2027")], "supported"),
    "in months": Case([term("P36M", "36 mesi"), words(", dal 1° marzo 2024 al 28 febbraio 2027")], "supported"),
    # September 2025 to August 2031 are six years
    "months without days": Case([term("P4Y", "quattro anni"), words("decorre dal settembre 2025 e scadrà nell'agosto 2031")], "conflict"),
    "months without days, right": Case([term("P6Y", "sei anni"), words("decorre dal settembre 2025 e scadrà nell'agosto 2031")], "supported"),
    "to the same month": Case([term("P6Y", "sei anni"), words("decorre dal settembre 2025 e scadrà nel settembre 2031")], "supported"),
    "Chinese": Case([term("P3Y", "三年"), words("，自2025年1月1日起至2029年12月31日止")], "conflict"),
    "the span is the claim": Case([words("为期五年，自"), span("2024年7月1日至2027年6月30日")], "conflict"),
    "the span is the claim, right": Case([words("为期三年，自"), span("2024年7月1日至2027年6月30日")], "supported"),
    # signed on one day, to begin on another: nothing joins the two
    "two other days": Case([term("P4Y", "quattro anni"), words("firmato il 1° marzo 2024; i lavori cominciano il 28 febbraio 2027")], None),
    "three days": Case([term("P4Y", "quattro anni"), words("firmato il 3 gennaio 2024, dal 1° marzo 2024 al 28 febbraio 2027")], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "term_dates", CASES)


@pytest.mark.parametrize("name", CASES)
def test_term_dates(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_the_months_are_told(findings: dict[str, list[Row]]) -> None:
    assert "that is 36 months, not 48" in findings["a year short"][0]["explanation_en"]
