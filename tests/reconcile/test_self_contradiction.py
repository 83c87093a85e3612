"""An article against itself: one product, holder, event, case and time, two figures."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, price, quantity, reconcile_cases

H100, B200, NVL72, RTX = "nvidia-h100", "nvidia-b200", "nvidia-gb200-nvl72", "nvidia-rtx-5090"


def units(count: object, quote: str, zone: str = "body", hardware: str = H100, **fields: object) -> Row:
    defaults = {"event": "order", "holder": "xAI", "sentence": 0 if zone == "title" else 1}
    return quantity("unit_count", count, hardware=hardware, quote=quote, zone=zone, **defaults | fields)


def sum_of(value: object, quote: str, zone: str = "body", currency: str = "USD", **fields: object) -> Row:
    defaults = {"holder": "Meta", "sentence": 0 if zone == "title" else 1}
    return price("order_value", value, currency, quote=quote, zone=zone, **defaults | fields)


def transistors(count: float, quote: str, **fields: object) -> Row:
    return quantity("transistor_count", count, hardware=B200, quote=quote, **fields)


CASES = {
    "title against body": Case([units(1e5, "100.000 H100", "title"), units(2e5, "200.000 H100")], "conflict", "self_contradiction"),
    "Chinese title": Case([units(3e5, "30万块H100", "title"), units(1.3e5, "13万块H100")], "conflict", "self_contradiction"),
    "sum in the title": Case([sum_of(6e9, "6 miliardi", "title"), sum_of(9e9, "9 miliardi")], "conflict", "self_contradiction"),
    "euros": Case([sum_of(2.4e9, "2,4 miliardi", "title", "EUR"), sum_of(4.2e9, "4,2 miliardi", currency="EUR")], "conflict", "self_contradiction"),
    "a figure that is one": Case([transistors(208e9, "2080亿"), transistors(280e9, "2800亿", sentence=1)], "conflict", "self_contradiction"),
    "parts": Case(
        [
            attribute("component", value=72, hardware=NVL72, object="gpu", quote="72 GPU"),
            attribute("component", value=36, hardware=NVL72, object="gpu", quote="36 GPU", sentence=1),
        ],
        "conflict", "self_contradiction",
    ),
    "one deal": Case([sum_of(6e9, "6 miliardi", deal="d"), sum_of(9e9, "9 miliardi", deal="d", sentence=2)], "conflict", "self_contradiction"),
    "power of ten": Case([units(1e4, "1万块H100", "title"), units(1e5, "10万块H100")], "conflict", "magnitude"),
    "power of ten in the body": Case([units(1e4, "10.000 H100"), units(1e5, "100.000 H100", sentence=2)], "doubtful", "magnitude"),
    "digits swapped": Case([sum_of(72.65e8, "72.65亿"), sum_of(76.25e8, "76.25亿", sentence=2)], "doubtful"),
    # 799 in the title, 899 in the body, 1,189 before
    "another digit in the title": Case(
        [
            price("unit_price", 799, "EUR", hardware=RTX, quote="799 €", zone="title"),
            price("unit_price", 1189, "EUR", hardware=RTX, quote="1.189 €", sentence=1),
            price("unit_price", 899, "EUR", hardware=RTX, quote="899 €", sentence=1),
        ],
        "conflict",
    ),
    "two versions": Case(
        [quantity("memory_capacity", gb * 1e9, "B", hardware=RTX, quote=f"{gb} GB", sentence=gb) for gb in (8, 16)], None
    ),
    "what somebody has at one time": Case(
        [quantity("unit_count", n, holder="Eni", event=e, as_of="2025-06", quote=q, sentence=s) for n, e, q, s in ((16000, "own", "1.6万张", 0), (12000, "deploy", "1.2万张", 2))],
        "conflict",
    ),
    "what somebody has": Case(
        [quantity("unit_count", n, holder="Eni", event="own", quote=q, sentence=s) for n, q, s in ((16000, "1.6万张", 0), (12000, "1.2万张", 2))], None
    ),
    # clean
    "two versions in a table": Case(
        [quantity("memory_capacity", gb * 1e9, "B", hardware=RTX, quote=f"{gb} GB", sentence=gb, zone="table") for gb in (8, 16)], None
    ),
    "a chip and its rack": Case(
        [quantity("power", 1400, "W", hardware=B200, quote="1.400 W"), quantity("power", 179e3, "W", hardware=B200, quote="179 kW", sentence=1)], None
    ),
    "two discounts": Case(
        [
            quantity("relative", 0.5, hardware=RTX, aspect="price", quote="dimezzato", zone="title"),
            quantity("relative", 0.9, hardware=RTX, aspect="price", quote="10%", sentence=1),
        ],
        None,
    ),
    "two members of a family": Case(
        [quantity("memory_capacity", gb * 1e9, "B", hardware="nvidia-blackwell", quote=f"{gb} GB", sentence=gb) for gb in (16, 32)], None
    ),
    "the same twice": Case([units(1e5, "100.000 H100", "title"), units(1e5, "100 mila H100")], None),
    "rounded title": Case([units(1e5, "100.000 H100", "title"), units(1.08e5, "108.000 H100")], None),
    "at least": Case([units(1e5, "oltre 100.000 H100", "title", bound="min"), units(1.4e5, "140.000 H100")], None),
    "range": Case([units((1e5, 2e5), "10万至20万块", "title"), units(1.5e5, "15万块")], None),
    "about": Case([units(1e5, "circa 100.000", "title", bound="about"), units(1.1e5, "110.000")], None),
    "two products": Case([units(1e5, "100.000 H100", "title"), units(3e5, "300.000 B200", hardware=B200)], None),
    "two holders": Case([units(1e5, "100.000", "title"), units(3.5e5, "350.000", holder="Meta")], None),
    "ordered and owned": Case([units(3e5, "300.000", "title"), units(1e5, "100.000", event="own")], None),
    "planned and done": Case([units(3e5, "300.000", "title", modality="planned"), units(1e5, "100.000")], None),
    "last year and now": Case([units(1e5, "100.000", "title", as_of="2024"), units(2e5, "200.000", as_of="2025")], None),
    "two sources": Case([units(1e5, "100.000", "title", source="HSBC"), units(2e5, "200.000", source="Morgan Stanley")], None),
    "rumour and fact": Case([units(1e5, "100.000", "title", modality="rumored"), units(2e5, "200.000")], None),
    "compared in one sentence": Case([transistors(208e9, "208 miliardi"), transistors(80e9, "80 miliardi")], None),
    "two orders": Case([units(1e5, "100.000 H100"), units(1.5e5, "150.000 H100", sentence=2)], None),
    "variants": Case(
        [quantity("memory_capacity", gb * 1e9, "B", hardware=RTX, quote=f"{gb} GB", sentence=gb) for gb in (16, 24, 32)], None
    ),
    "two cases": Case(
        [
            quantity("clock", 2.01e9, "Hz", hardware=RTX, quote="2,01 GHz", condition="base"),
            quantity("clock", 2.41e9, "Hz", hardware=RTX, quote="2,41 GHz", condition="boost"),
        ],
        None,
    ),
    "two currencies": Case([sum_of(1e9, "1 miliardo di dollari", "title"), sum_of(9.6e8, "960 milioni di euro", currency="EUR")], None),
    "the body bears the title out": Case([units(1e5, "100.000", "title"), units(1e5, "100.000"), units(5e4, "50.000", sentence=2)], None),
    "denied": Case([units(1e5, "100.000", "title"), units(2e5, "non 200.000", polarity="negative")], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "self_contradiction", CASES)


@pytest.mark.parametrize("name", CASES)
def test_self_contradiction(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_self_contradiction_names_both_places(findings: dict[str, list[Row]]) -> None:
    finding = findings["title against body"][0]
    assert "“100.000 H100” (title) and “200.000 H100” (body)" in finding["explanation_en"]
    assert "(titolo)" in finding["explanation_it"]
    assert "標題" in finding["explanation_zh_hant"]
