"""A title's figure of a site, an order or an investment against the body's only one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, price, quantity, reconcile_cases


def site(megawatts: float, quote: str, **fields: Any) -> Row:
    return quantity("power", megawatts * 1e6, "W", event="deploy", quote=quote, **fields)


def costs(value: float, quote: str, **fields: Any) -> Row:
    return price("investment", value, "EUR", quote=quote, **fields)


def earns(value: float, quote: str, **fields: Any) -> Row:
    return price("revenue", value, "EUR", quote=quote, as_of="2024", **fields)


def words(text: str, sentence: int) -> Row:
    """Words of the body; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text, sentence=sentence)


CASES = {
    "another power": Case([site(40, "da 40 megawatt", zone="title"), site(60, "60 megawatt", sentence=1)], "conflict", "self_contradiction"),
    "a thousand times": Case([costs(1.8e6, "1,8 milioni", zone="title"), costs(1.8e9, "1,8 miliardi", sentence=1)], None),
    "ten times": Case([costs(180e6, "180 milioni", zone="title"), costs(18e6, "18 milioni", sentence=1)], "conflict", "magnitude"),
    "far apart": Case([costs(180e6, "180 milioni", zone="title"), costs(25e6, "25 milioni", sentence=1)], "doubtful"),
    "revenue with swapped digits": Case([earns(2.37e8, "2,37 milioni", zone="title"), earns(2.73e8, "2,73 milioni", sentence=1)], "conflict"),
    "revenue of a part": Case([earns(2.4e8, "240 milioni", zone="title"), earns(1.9e8, "190 milioni", sentence=1)], None),
    "the same": Case([site(40, "da 40 megawatt", zone="title"), site(40, "40 megawatt", sentence=1)], None),
    "rounded": Case([costs(2e9, "2 miliardi", zone="title"), costs(1.9e9, "1,9 miliardi", sentence=1)], None),
    "a first step": Case([site(100, "100 MW", zone="title"), words("la prima fase da", 1), site(40, "40 MW", sentence=1)], None),
    "two in the body": Case([site(40, "40 MW", zone="title"), site(60, "60 MW", sentence=1), site(20, "20 MW", sentence=2)], None),
    "a plan told as a fact": Case(
        [quantity("unit_count", 18000, hardware="nvidia-h100", event="order", quote="18.000 H100", zone="title"),
         quantity("unit_count", 13000, hardware="nvidia-h100", event="order", modality="planned", quote="13.000 H100", sentence=1)], "conflict"
    ),
    "a month's": Case(
        [quantity("unit_count", 20000, per="month", basis="wafer", quote="2万片", zone="title"), quantity("unit_count", 12000, per="month", basis="wafer", quote="1.2万片", sentence=1)], "conflict"
    ),
    "a small count beside it": Case(
        [quantity("unit_count", 32000, event="deploy", quote="3.2万张卡", zone="title"), quantity("unit_count", 23000, event="deploy", quote="2.3万张", sentence=1),
         quantity("unit_count", 10, event="other", quote="10个模型", sentence=2)], "conflict"
    ),
    "a step in the next clause": Case([site(120, "120MW", zone="title"), site(210, "210MW", sentence=1), words("，分三期建置，首期明年启用", 1)], "conflict"),
    "named again without a claim": Case([site(40, "40 MW", zone="title"), site(60, "60 MW", sentence=1), words("i 40 MW promessi", 2)], None),
    "of one holder": Case([site(40, "40 MW", holder="Eni", zone="title"), site(60, "60 MW", holder="Eni", sentence=1)], None),
    "of two holders": Case([site(40, "40 MW", holder="Eni", zone="title"), site(60, "60 MW", holder="Enel", sentence=1)], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "title_body", CASES)


@pytest.mark.parametrize("name", CASES)
def test_title_body(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_both_figures_are_told(findings: dict[str, list[Row]]) -> None:
    assert "40 MW against 60 MW" in findings["another power"][0]["explanation_en"]
