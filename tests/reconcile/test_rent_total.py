"""A rent by the month, times months and machines, against what it comes to."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, price, quantity, reconcile_cases

H100 = "nvidia-h100"


def rent(value: float, quote: str, per: str = "month", **fields: object) -> Row:
    return price("rental_price", value, "CNY", hardware=H100, per=per, basis="server", quote=quote, **fields)


def servers(count: float, quote: str, **fields: object) -> Row:
    return quantity("unit_count", count, hardware=H100, quote=quote, basis="server", event="other", **fields)


def words(text: str) -> Row:
    """Words of the sentence; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text)


CASES = {
    # 65,000 × 12 = 780,000
    "of one": Case([rent(65e3, "6.5万元"), words("，全年合计"), rent(7.8e5, "78万元", "year")], "supported"),
    "half a year for a year": Case([rent(65e3, "6.5万元"), words("，全年合计"), rent(3.9e5, "39万元", "year")], "conflict", "arithmetic"),
    # 16 × 65,000 × 12 = 12.48 million
    "of all": Case([servers(16, "16台"), rent(65e3, "6.5万元"), words("，全年合计"), rent(1.248e7, "1248万元", "year")], "supported"),
    "of too many": Case([servers(16, "16台"), rent(65e3, "6.5万元"), words("，全年合计"), rent(1.82e7, "1820万元", "year")], "conflict"),
    "counted a sentence before": Case(
        [servers(16, "16台"), rent(65e3, "6.5万元", sentence=1), words("，全年合计") | {"sentence": 1}, rent(1.248e7, "1248万元", "year", sentence=1)],
        "supported",
    ),
    "no word for a sum": Case([rent(65e3, "6.5万元"), words("，另一家报价"), rent(3.9e5, "39万元", "year")], None),
    "two sums": Case([rent(65e3, "6.5万元"), words("，全年合计"), rent(3.9e5, "39万元", "year"), rent(4.9e5, "49万元", "year")], None),
    # 13,900 ÷ 730 ÷ 8 = 2.38
    "by the hour": Case([words("otto H100 a"), rent(13900, "13900"), words("cioè"), rent(2.4, "2.4", "hour")], "supported"),
    "by the hour, of the server": Case([words("otto H100 a"), rent(13900, "13900"), words("cioè"), rent(19, "19", "hour")], "supported"),
    "by the hour, too dear": Case([words("otto H100 a"), rent(18400, "18400"), words("cioè"), rent(8, "8", "hour")], "conflict"),
    "an hour's rent by the month": Case([rent(2, "2", "hour"), words("折合八卡整机"), rent(11600, "11600")], "supported"),
    "joined by nothing": Case([words("otto H100 a"), rent(18400, "18400"), words("o"), rent(8, "8", "hour")], None),
    "another size altogether": Case([rent(65e3, "6.5万元"), words("，全年合计"), rent(6.5e7, "6500万元", "year")], "doubtful"),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "rent_total", CASES)


@pytest.mark.parametrize("name", CASES)
def test_rent_total(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_the_reckoning_is_told(findings: dict[str, list[Row]]) -> None:
    assert "for each of 16 machines come to 12.48 million yuan a year" in findings["of too many"][0]["explanation_en"]
