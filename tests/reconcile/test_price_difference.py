"""By how much a price differs, as the words tell it, against the two prices."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, price, reconcile_cases

CARD = "nvidia-h100"


def costs(value: float, quote: str, **fields: object) -> Row:
    return price("unit_price", value, "EUR", hardware=CARD, quote=quote, **fields)


def words(text: str) -> Row:
    """Words of the sentence; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text)


CASES = {
    # 1,149 − 999 = 150
    "right": Case([costs(1149, "1.149 euro"), words("150 euro in più dei"), costs(999, "999 euro")], "supported"),
    "too much": Case([costs(1149, "1.149 euro"), words("250 euro in più dei"), costs(999, "999 euro")], "conflict", "arithmetic"),
    "a rise": Case([words("passa da"), costs(599, "599"), words("a"), costs(679, "679 euro"), words("con un rincaro di 120 euro")], "conflict"),
    "a cut": Case([words("da"), costs(679, "679"), words("a"), costs(599, "599 euro"), words("con un taglio di 80 euro")], "supported"),
    "in tens, prices in nines": Case([costs(2349, "2.349 euro"), words("350 euro in più dei"), costs(1999, "1.999 euro")], "supported"),
    "about": Case([costs(1149, "1.149 euro"), words("circa 160 euro in più dei"), costs(999, "999 euro")], "supported"),
    "one of two fits": Case(
        [costs(1149, "1.149 euro"), words("150 euro in più dei"), costs(999, "999 euro"), words("dopo un aumento di 30 euro")], "supported"
    ),
    "one of two may be another's": Case(
        [costs(1149, "1.149 euro"), words("70 euro in più dei"), costs(999, "999 euro"), words("dopo un aumento di 30 euro")], None
    ),
    "in another currency": Case([costs(1149, "1.149 euro"), words("70 dollari in più dei"), costs(999, "999 euro")], None),
    "three prices": Case([costs(1149, "1.149 euro"), words("70 euro in più dei"), costs(999, "999 euro"), costs(899, "899 euro")], None),
    "of another sentence": Case([costs(1149, "1.149 euro"), words("70 euro in più"), costs(999, "999 euro", sentence=1)], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "price_difference", CASES)


@pytest.mark.parametrize("name", CASES)
def test_price_difference(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_the_difference_is_told(findings: dict[str, list[Row]]) -> None:
    assert "1,149 euros less 999 euros is 150 euros, not 250 euros" in findings["too much"][0]["explanation_en"]
