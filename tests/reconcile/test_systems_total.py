"""Systems times what is in one of them against the GPUs that are counted with them. GB200 NVL72: 72 B200."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, quantity, reconcile_cases

NVL72, H100 = "nvidia-gb200-nvl72", "nvidia-h100"


def racks(count: float, quote: str, **fields: Any) -> Row:
    return quantity("unit_count", count, hardware=NVL72, quote=quote, **fields)


def gpus(count: float, quote: str, **fields: Any) -> Row:
    return quantity("unit_count", count, quote=quote, **fields)


def servers(count: float, quote: str) -> Row:
    return quantity("unit_count", count, hardware=H100, basis="server", basis_size=8, quote=quote)


def words(text: str) -> Row:
    """Words of the sentence; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text)


def words_after(text: str) -> Row:
    """Words of the next sentence."""
    return attribute("foundry", object="TSMC", quote=text, sentence=1)


CASES = {
    # 40 × 72 = 2,880
    "digits in another order": Case([racks(40, "40 rack GB200 NVL72"), words(", per un totale di"), gpus(2280, "2.280 GPU")], "conflict", "composition"),
    "right": Case([racks(40, "40 rack GB200 NVL72"), words(", per un totale di"), gpus(2880, "2.880 GPU")], "supported"),
    # by the die, of which each package has two
    "by the die": Case([racks(40, "40柜GB200 NVL72"), words("，合计"), gpus(5760, "5760颗GPU")], "supported"),
    "half of them": Case([racks(300, "300柜GB200 NVL72"), words("，合计"), gpus(10800, "10800颗GPU")], "conflict"),
    "servers of eight": Case([servers(500, "500台8卡H100服务器"), words("，合计"), gpus(4800, "4800颗GPU")], "conflict"),
    "servers of eight, right": Case([servers(500, "500台8卡H100服务器"), words("，合计"), gpus(4000, "4000颗GPU")], "supported"),
    "others beside them": Case([racks(40, "40 rack GB200 NVL72"), words("e altre"), gpus(800, "800 GPU")], None),
    "more than": Case([racks(40, "40 rack GB200 NVL72"), words("con"), gpus(2000, "oltre 2.000 GPU", bound="min")], None),
    "another sentence": Case([racks(40, "40 rack GB200 NVL72"), gpus(2280, "2.280 GPU", sentence=1)], None),
    # 500 × 8 = 4,000
    "a sum in the next sentence": Case([servers(500, "500台8卡H100服务器"), words_after("总共"), gpus(4800, "4800颗GPU", sentence=1)], "conflict"),
    "a sum, but other systems too": Case(
        [servers(500, "500台8卡H100服务器"), racks(40, "40柜GB200 NVL72", sentence=1), words_after("总共"), gpus(4800, "4800颗GPU", sentence=1)], None
    ),
    "a sum with others": Case([servers(500, "500台8卡H100服务器"), words_after("加上另购的总共"), gpus(4800, "4800颗GPU", sentence=1)], None),
    "of the whole park": Case([racks(40, "40 rack GB200 NVL72"), words("e"), gpus(100000, "100.000 GPU")], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "systems_total", CASES)


@pytest.mark.parametrize("name", CASES)
def test_systems_total(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_the_product_is_told(findings: dict[str, list[Row]]) -> None:
    explanation = findings["digits in another order"][0]["explanation_en"]
    assert "40 of them hold 2,880, not 2,280" in explanation
