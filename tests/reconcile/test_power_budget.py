"""Count × power of one piece against the site. Boards: H100 350–700 W, B200 1,000–1,200 W, GB200 2,700 W, MI300X 750 W."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, quantity, reconcile_cases

H100, B200, GB200, MI300X = "nvidia-h100", "nvidia-b200", "nvidia-gb200", "amd-mi300x"


def site(watts: float, quote: str, hardware: str | None = None, **fields: object) -> Row:
    return quantity("power", watts, "W", hardware=hardware, event="deploy", quote=quote, **fields)


def units(count: object, hardware: str, quote: str, **fields: object) -> Row:
    return quantity("unit_count", count, hardware=hardware, quote=quote, **{"event": "deploy"} | fields)


def word(text: str, **fields: object) -> Row:
    """Words between the figures; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text, **fields)


CASES = {
    # 1 GW / 100,000 = 10 kW each; the boards draw 35 to 70 MW
    "gigawatt": Case([site(1e9, "1 gigawatt", H100), units(1e5, H100, "100.000 H100")], "conflict", "power_budget"),
    # 500 MW / 30,000 = 16.7 kW each; the boards draw 22.5 MW
    "mi300x, Chinese": Case(
        [units(3e4, MI300X, "3万颗MI300X"), site(5e8, "50万千瓦", MI300X)], "conflict", "power_budget"
    ),
    # 20 MW / 100,000 = 200 W each, of boards with 1,000 W
    "too little": Case([site(2e7, "20 MW", B200), units(1e5, B200, "100.000 B200")], "conflict", "power_budget"),
    # 1.5 GW / 50,000 = 30 kW each, of superchips with 2,700 W: 135 MW
    "counted again without a name": Case(
        [
            units(8000, MI300X, "8.000 MI300X"),
            quantity("unit_count", 8000, event="deploy", modality="planned", quote="le 8.000 schede", sentence=1),
            quantity("power", 2.5e6, "W", event="deploy", modality="planned", quote="2,5 megawatt", sentence=1),
        ],
        "conflict",
    ),
    # 2,000 H100 draw at least 700 kW
    "the whole cluster": Case(
        [
            units(2000, H100, "2.000 H100. Tutto il cluster assorbirà"),
            quantity("power", 4e5, "W", hardware=H100, quote="400 kilowatt"),
        ],
        "conflict",
    ),
    "some kilowatts": Case(
        [
            units(2000, H100, "2.000 H100. Si parte con"),
            quantity("power", 4e5, "W", hardware=H100, quote="400 kilowatt"),
        ],
        None,
    ),
    "left over": Case([units(800, GB200, "800 GB200，剩下的"), site(5e5, "500 kW", GB200)], None),
    "superchips": Case([units(5e4, GB200, "50.000 GB200"), site(1.5e9, "1,5 GW", GB200)], "conflict", "power_budget"),
    # 3.3 GW for 1,000,000 B200 is 3.3 kW each: three times the boards, built with room
    "three times": Case([site(3.3e9, "3,3 GW", B200), units(1e6, B200, "1 milione di B200")], None),
    # 150 GW is 1.5 MW each; 150 MW would be 1.5 kW each
    "gigawatts for megawatts": Case(
        [site(1.5e11, "150 GW", H100), units(1e5, H100, "100.000 H100")], "conflict", "magnitude"
    ),
    "kilowatts for megawatts": Case(
        [site(1.5e5, "150 kW", H100), units(1e5, H100, "10万张H100")], "conflict", "magnitude"
    ),
    # 150 MW / 100,000 = 1.5 kW each: twice the boards, as hosts and cooling make it
    "usual overhead": Case([site(1.5e8, "150 MW", H100), units(1e5, H100, "100.000 H100")], "supported"),
    "PCIe cards": Case([site(5e7, "50 MW", H100), units(1e5, H100, "100.000 H100")], "supported"),
    "at least": Case([site(1e8, "100 MW", H100, bound="min"), units(1e5, H100, "100.000 H100")], "supported"),
    "up to": Case([site(1e9, "fino a 1 GW", H100, bound="max"), units(1e5, H100, "100.000 H100")], "supported"),
    "range": Case([site((1.4e8, 2e8), "140-200 MW", H100), units(1e5, H100, "100.000 H100")], "supported"),
    "about": Case([site(1.2e8, "circa 120 MW", B200, bound="about"), units(1e5, B200, "100.000 B200")], "supported"),
    # a campus may be built for more than it holds today
    "campus with room": Case([site(1e9, "1 GW"), units(1e5, H100, "100.000 H100")], None),
    "plan against today": Case([site(1e9, "1 GW", H100, modality="planned"), units(1e5, H100, "100.000 H100")], None),
    "other product": Case([site(1e9, "1 GW", H100), units(3e5, B200, "300.000 B200")], None),
    "other holder": Case([site(1e9, "1 GW", holder="Meta"), units(1e5, H100, "100.000 H100", holder="xAI")], None),
    "one board": Case(
        [quantity("power", 700, "W", hardware=H100, quote="700 W"), units(1e5, H100, "100.000 H100")], None
    ),
    # 80 × 14.3 kW = 1.14 MW
    "servers by the article's own figure": Case(
        [
            units(80, B200, "80台八顆B200伺服器", basis="server", basis_size=8),
            word("每台滿載約"),
            quantity("power", 14300, "W", hardware=B200, quote="14.3kW"),
            word("目前可用電力", sentence=1),
            quantity("power", 8e5, "W", hardware=B200, quote="800kW", sentence=1),
        ],
        "conflict",
        "power_budget",
    ),
    # 3,000 × 750 W = 2.25 MW
    "less is supplied than planned machines draw": Case(
        [
            units(3000, MI300X, "3.000 MI300X", modality="planned"),
            word("L'allacciamento è da", sentence=1),
            quantity("power", 1.5e6, "W", quote="1,5 megawatt", sentence=1),
        ],
        "conflict",
    ),
    "more is supplied than they draw": Case(
        [
            units(3000, MI300X, "3.000 MI300X"),
            word("L'allacciamento è da", sentence=1),
            quantity("power", 3e7, "W", quote="30 megawatt", sentence=1),
        ],
        None,
    ),
    # servers of eight: 1,000 × 8 × 700 W = 5.6 MW
    "servers": Case(
        [site(1e7, "10 MW", H100), units(1e3, H100, "1.000 server", basis="server", basis_size=8)], "supported"
    ),
}


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "power_budget", CASES)


@pytest.mark.parametrize("name", CASES)
def test_power_budget(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_power_budget_tells_what_the_boards_draw(findings: dict[str, list[Row]]) -> None:
    explanation = findings["gigawatt"][0]["explanation_en"]
    assert "10 kW each" in explanation
    assert "35 to 70 MW" in explanation
    assert "14 times" in explanation


def test_power_budget_proposes_the_unit(findings: dict[str, list[Row]]) -> None:
    assert float(findings["gigawatts for megawatts"][0]["meant"]) == 1.5e8
    assert float(findings["kilowatts for megawatts"][0]["meant"]) == 1.5e8
