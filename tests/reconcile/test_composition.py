"""What systems hold. A GB200 has 1 Grace and 2 B200; a GB200 NVL72 36 GB200, so 36 Grace and 72 B200."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, price, quantity, reconcile_cases

B200, GB200, NVL72 = "nvidia-b200", "nvidia-gb200", "nvidia-gb200-nvl72"


def part(count: object, thing: str, quote: str, system: str = NVL72, **fields: object) -> Row:
    return attribute("component", value=count, hardware=system, object=thing, quote=quote, **fields)


PARTS = {
    # 72 GB200 would be 72 CPUs and 144 GPUs
    "superchips counted as GPUs": Case([part(72, GB200, "72个GB200芯片"), part(36, "cpu", "36个CPU"), part(72, "gpu", "72个GPU")], "conflict"),
    "superchips alone": Case([part(72, GB200, "72 superchip GB200")], "conflict"),
    "CPUs": Case([part(72, "nvidia-grace", "72 CPU Grace"), part(72, B200, "72 GPU B200")], "conflict"),
    "GPUs of a superchip": Case([part(4, B200, "quattro B200", GB200)], "conflict"),
    "generic GPUs": Case([part(36, "gpu", "36 GPU")], "conflict"),
    "one too many": Case([part(73, "gpu", "73颗GPU")], "conflict"),
    # 72 GB200 hold 72 and 144; 36 and 72 are what 36 hold
    "counted with their parts": Case(
        [quantity("unit_count", 72, hardware=GB200, quote="72 GB200"), part(36, "cpu", "36 CPU", GB200), part(72, "gpu", "72 GPU", GB200)],
        "conflict",
    ),
    "a thousand with their parts": Case(
        [quantity("unit_count", 1000, hardware=GB200, quote="1000块GB200"), part(1000, "gpu", "1000颗GPU", GB200)], "conflict"
    ),
    "by dies": Case([part(144, "gpu", "144 GPU")], "doubtful"),
    "another part": Case([part(72, "nvidia-h100", "72 H100")], "doubtful"),
    "right": Case([part(36, GB200, "36 GB200"), part(36, "cpu", "36 CPU"), part(72, "gpu", "72 GPU")], "supported"),
    "of the architecture": Case([part(72, "nvidia-blackwell", "72 GPU Blackwell")], "supported"),
    "at least": Case([part(70, "gpu", "oltre 70 GPU", bound="min")], "supported"),
    "about": Case([part(70, "gpu", "circa 70 GPU", bound="about")], "supported"),
    "per piece, beside a count": Case(
        [quantity("unit_count", 100000, hardware=GB200, quote="10万颗GB200"), part(2, B200, "2个B200", GB200), part(1, "cpu", "1个CPU", GB200)],
        "supported",
    ),
    "of all counted": Case(
        [quantity("unit_count", 1000, hardware=GB200, quote="1.000 GB200"), part(2000, "gpu", "2.000 GPU", GB200)], "supported"
    ),
    "a system without parts in the model": Case([part(8, "gpu", "8 GPU", "nvidia-h100")], None),
    "denied": Case([part(80, "gpu", "80 GPU", polarity="negative")], None),
}  # fmt: skip


def each(value: object, hardware: str, quote: str, currency: str = "USD", **fields: object) -> Row:
    return price("unit_price", value, currency, hardware=hardware, quote=quote, **fields)


PRICES = {
    # 72 × 65–70 thousand = 4.68–5.04 million against 3 million; with 36 it is 2.34–2.52
    "superchips as GPUs": Case(
        [part(72, GB200, "72个GB200"), each((6.5e4, 7e4), GB200, "6.5万~7万美元"), each(3e6, NVL72, "300万美元")],
        "conflict",
    ),
    # 72 × 50,000 = 3.6 million against 1.5 million
    "count of the model": Case(
        [each(5e4, B200, "50.000 dollari", sentence=0), each(1.5e6, NVL72, "1,5 milioni", sentence=1)], "conflict"
    ),
    # 36 × 440,000 yuan = 15.8 million yuan against 2.2 million
    "yuan": Case([each(44e4, GB200, "44万元", "CNY"), each(2.2e6, NVL72, "220万元", "CNY")], "conflict"),
    # 36 × 65,000 = 2.34 million against 30 million
    "too cheap": Case([each(6.5e4, GB200, "65.000 dollari"), each(3e7, NVL72, "30 milioni di dollari")], "conflict"),
    "half a system for one part": Case([each(1.5e6, GB200, "150万美元"), each(3e6, NVL72, "300万美元")], "conflict"),
    # 36 × 65–70 thousand = 2.34–2.52 million of 3 million
    "fits": Case([each((6.5e4, 7e4), GB200, "65-70 mila dollari"), each(3e6, NVL72, "3 milioni")], "supported"),
    "two currencies": Case([each(47e4, GB200, "47万元", "CNY"), each(3e6, NVL72, "300万美元")], "supported"),
    "about": Case(
        [each(8e4, GB200, "circa 80.000 dollari", bound="about"), each(3e6, NVL72, "3 milioni")], "supported"
    ),
    "up to": Case(
        [each(1e5, GB200, "fino a 100.000 dollari", bound="max"), each(3e6, NVL72, "3 milioni")], "supported"
    ),
    "no price of a part": Case([each(3e6, NVL72, "3 milioni")], None),
}


@pytest.fixture(scope="module")
def parts(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "composition", PARTS)


@pytest.fixture(scope="module")
def prices(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "system_price", PRICES)


@pytest.mark.parametrize("name", PARTS)
def test_composition(parts: dict[str, list[Row]], name: str) -> None:
    assert outcome(parts[name]) == PARTS[name].verdict


@pytest.mark.parametrize("name", PRICES)
def test_system_price(prices: dict[str, list[Row]], name: str) -> None:
    assert outcome(prices[name]) == PRICES[name].verdict


def test_composition_shows_both_readings(parts: dict[str, list[Row]]) -> None:
    finding = parts["superchips counted as GPUs"][0]
    assert "72 GB200 would hold 72 Grace + 144 B200" in finding["explanation_en"]
    assert "“36个CPU + 72个GPU”" in finding["explanation_en"]
    assert float(finding["follows_low"]) == 36


def test_composition_of_counted_systems_is_one_finding(parts: dict[str, list[Row]]) -> None:
    (finding,) = parts["counted with their parts"]
    assert "hold 72 CPU + 144 GPU" in finding["explanation_en"]
    assert "what 36 GB200 hold" in finding["explanation_en"]


def test_system_price_shows_the_count_that_fits(prices: dict[str, list[Row]]) -> None:
    explanation = prices["superchips as GPUs"][0]["explanation_en"]
    assert "4.68 million to 5.04 million US dollars" in explanation
    assert "With the 36 that NVIDIA: GB200 NVL72 data sheet counts" in explanation
