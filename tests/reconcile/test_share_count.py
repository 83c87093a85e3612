"""A share in words against the two counts that it relates."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, quantity, reconcile_cases


def cards(count: float, quote: str, **fields: object) -> Row:
    return quantity("unit_count", count, event="own", quote=quote, **fields)


def words(text: str, sentence: int = 0) -> Row:
    """Words of the sentence; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text, sentence=sentence)


CASES = {
    # 800 / 3,200 = 25 %
    "too much": Case([cards(3200, "3.200 GPU"), cards(800, "800", sentence=1), words(", cioè il 35%; il resto", 1)], "conflict", "arithmetic"),
    "right": Case([cards(3200, "3.200 GPU"), cards(800, "800", sentence=1), words(", cioè il 25%; il resto", 1)], "supported"),
    "about": Case([cards(3200, "3.200 GPU"), cards(830, "830", sentence=1), words(", cioè circa il 25%", 1)], "supported"),
    "Chinese": Case([cards(3200, "3200张加速卡，其中"), cards(800, "800张"), words("留给高校，占比35%")], "conflict"),
    "of the whole": Case([words("su"), cards(3200, "3.200 GPU"), cards(800, "800"), words("pari al 35% del totale")], "conflict"),
    "of the cost": Case([words("su"), cards(3200, "3.200 GPU"), cards(800, "800"), words("pari al 35% della spesa")], None),
    "more": Case([words("su"), cards(3200, "3.200 GPU"), cards(800, "800"), words("pari al 35% in più")], None),
    "of the nation": Case([cards(3200, "3200张加速卡，其中"), cards(800, "800张"), words("，占全国的35%")], None),
    "two wholes": Case([cards(3200, "3.200 GPU"), cards(2000, "2.000"), cards(800, "800"), words(", cioè il 35%")], None),
    "two wholes, right of one": Case([cards(3200, "3.200 GPU"), cards(2000, "2.000"), cards(800, "800"), words(", cioè il 40%")], "supported"),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "share_count", CASES)


@pytest.mark.parametrize("name", CASES)
def test_share_count(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_the_share_is_told(findings: dict[str, list[Row]]) -> None:
    assert "800 of 3,200 are 25%, not 35%" in findings["too much"][0]["explanation_en"]
