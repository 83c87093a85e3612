"""Parts against their sum, shares against the whole, so many in each against how many in all."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, quantity, reconcile_cases

H100 = "nvidia-h100"


def word(text: str) -> Row:
    """Words between the figures; the claim that carries them is of no interest to the checks."""
    return attribute("foundry", object="TSMC", quote=text)


def word_in(sentence: int, text: str) -> Row:
    return attribute("foundry", object="TSMC", quote=text, sentence=sentence)


def units(count: float, quote: str, **fields: Any) -> Row:
    return quantity("unit_count", count, hardware=H100, quote=quote, **fields)


def megawatts(value: float, quote: str) -> Row:
    return quantity("power", value * 1e6, "W", event="deploy", quote=quote)


def servers(count: float, quote: str) -> Row:
    return quantity("unit_count", count, basis="server", quote=quote)


def share(value: float, quote: str, holder: str | None) -> Row:
    return quantity("share", value, aspect="market", holder=holder, quote=quote)


def memory(value: float, quote: str, *, sum_of: str) -> list[Row]:
    """96 GB on each of eight cards, and what they are said to have in all."""
    each = quantity("memory_capacity", 96e9, "B", hardware=H100, quote="96 GB")
    return [
        word("ogni scheda ha"),
        each,
        word(f"; {sum_of}"),
        quantity("memory_capacity", value, "B", hardware=H100, quote=quote),
    ]


PARTS = {
    # 500 + 400 + 200 = 1,100
    "short of the sum": Case(
        [units(1234, "1.234 H100"), word("in tutto:"), units(500, "500 a Bologna,"), units(400, "400 a Napoli e"), units(222, "222 a Bari")], "conflict", "arithmetic"
    ),
    "adds up": Case(
        [units(1122, "1.122 H100"), word("in tutto:"), units(500, "500 a Bologna,"), units(400, "400 a Napoli e"), units(222, "222 a Bari")], "supported"
    ),
    # 2,800 + 2,600 = 5,400
    "beyond the sum": Case(
        [word("共采购"), units(5000, "5000台"), word("，其中"), units(2800, "国产2800台，"), units(2600, "进口2600台")], "conflict"
    ),
    "the sum behind its parts": Case([units(640, "640 H100"), word("e"), units(512, "512"), word(", per un totale di"), units(1252, "1.252")], "conflict"),
    "the sum behind, right": Case([units(640, "640 H100"), word("e"), units(512, "512"), word(", per un totale di"), units(1152, "1.152")], "supported"),
    # 58 + 38 = 96, and 36 of the 58
    "a part of a part": Case([word("共"), units(9600, "9600台"), word("：A地"), units(5800, "5800台，"), word("设备"), units(3600, "3600台，"), units(3800, "B地3800台")], None),
    # a part of the whole need not be all of it
    "of which some": Case([units(1200, "1.200 GPU"), word(", di cui"), units(400, "400 H100 e"), units(300, "300 A100")], None),
    "a number more in the list": Case(
        [units(1234, "1.234 H100"), word("in tutto:"), units(500, "500 a Bologna,"), word("300 a Bari e"), units(222, "222 a Napoli")], None
    ),
    "no word for a sum": Case([units(5000, "5000台"), units(2800, "2800台"), units(2600, "2600台")], None),
    "one part": Case([word("共"), units(5000, "5000台"), word("，其中"), units(2800, "2800台")], None),
    "larger than the sum": Case([word("共"), units(50, "50台"), word("，其中"), units(2800, "2800张"), units(2600, "2600张")], None),
    "rounded": Case([word("共"), units(5e4, "5万"), word("："), units(2.4e4, "2.4万"), units(2.7e4, "2.7万")], "supported"),
    # 1,200 + 800 + 600 = 2,600, told of three sites
    "in the next sentence": Case(
        [word("三座机房共"), units(2800, "2800颗"), units(1200, "其中甲地1200颗、", sentence=1), units(800, "乙地800颗、", sentence=1), units(600, "丙地600颗", sentence=1)], "conflict", "arithmetic"
    ),
    "in the next sentence, right": Case(
        [word("三座机房共"), units(2600, "2600颗"), units(1200, "其中甲地1200颗、", sentence=1), units(800, "乙地800颗、", sentence=1), units(600, "丙地600颗", sentence=1)], "supported"
    ),
    "in the next sentence, not told of how many": Case(
        [word("机房共"), units(2800, "2800颗"), units(1200, "其中甲地1200颗、", sentence=1), units(800, "乙地800颗、", sentence=1), units(600, "丙地600颗", sentence=1)], None
    ),
    # 40 + 60 + 80 = 180
    "power": Case([megawatts(40, "一期40MW、"), megawatts(60, "二期60MW、"), megawatts(80, "三期80MW"), word("，总容量为"), megawatts(200, "200MW")], "conflict"),
    # 30 + 40 + 60 = 130, which no rounding makes 120
    "all three phases": Case([word("园区分三期建设，总规模"), megawatts(120, "120兆瓦"), word("，其中"), megawatts(30, "一期30兆瓦，"), megawatts(40, "二期40兆瓦，"), megawatts(60, "三期60兆瓦")], "conflict"),
    "two of the phases": Case([word("园区总规模"), megawatts(120, "120兆瓦"), word("，其中"), megawatts(30, "一期30兆瓦，"), megawatts(40, "二期40兆瓦")], None),
    "a total of lots": Case(
        [units(500, "500 schede,"), units(300, "300 e"), units(200, "200"), word_in(1, "Il totale dei tre lotti è di"), units(1200, "1.200 schede", sentence=1)], "conflict"
    ),
}  # fmt: skip

SHARES = {
    # 63 + 20 + 12 + 11 = 106
    "beyond the whole": Case([share(0.63, "63%", "Nvidia"), share(0.2, "20%", "Broadcom"), share(0.12, "12%", "AMD"), share(0.11, "11%", "Marvell")], "conflict", "arithmetic"),
    "within it": Case([share(0.62, "62%", "SK hynix"), share(0.21, "21%", "Micron"), share(0.17, "17%", "Samsung")], "supported"),
    # 28 + 35 + 14 = 77
    "with their sum": Case([share(0.28, "28%", None), share(0.35, "35%", None), share(0.14, "14%", None), word(": insieme il"), share(0.77, "77%", None),
            word(", il resto altrove")], "supported"),
    "two of them": Case([share(0.9, "90%", "Nvidia"), share(0.75, "75%", "Intel")], None),
    "one holder then and now": Case([share(0.9, "90%", "Nvidia"), share(0.84, "84%", "Nvidia"), share(0.1, "10%", "AMD")], None),
    "a share of a share": Case([share(0.7, "70%", "Nvidia"), share(0.3, "30%", "China"), word("，其中"), share(0.23, "23%", "Huawei")], None),
    "a year ago": Case([share(0.7, "70%", "Nvidia"), share(0.2, "20%", "AMD"), word("，去年"), share(0.5, "50%", "Intel")], None),
}  # fmt: skip

# 36 + 33 + 22 = 91
THREE = [share(0.36, "36%", "SK hynix"), share(0.33, "33%", "Samsung"), share(0.22, "22%", "Micron")]
TOTALS = {
    "not their sum": Case([*THREE, word("，三家合计占"), share(0.81, "81%", None)], "conflict", "arithmetic"),
    "their sum": Case([*THREE, word("，三家合计占"), share(0.91, "91%", None)], "supported"),
    "rounded": Case([*THREE, word(": insieme il"), share(0.9, "90%", None)], "supported"),
    "the first two": Case([*THREE, word("，前两名合计占"), share(0.69, "69%", None)], "supported"),
    "with one that is not listed": Case([*THREE[:2], word("，两家与美光合计占"), share(0.91, "91%", None)], None),
    "less than of so many": Case([*THREE[:2], word("，两家合计占"), share(0.91, "91%", None)], "conflict"),
    "no word for the sum": Case([*THREE, word("，其他厂商占"), share(0.09, "9%", None)], None),
}  # fmt: skip

EACHES = {
    # 3,472 × 4 = 13,888
    "digits in another order": Case(
        [servers(3472, "3.472 nodi"), word(", ognuno con"), units(4, "quattro MI250X"), word(", in totale"), units(18888, "18.888 GPU")], "conflict", "arithmetic"
    ),
    "right": Case([servers(3472, "3.472 nodi"), word(", ognuno con"), units(4, "quattro MI250X"), word(", in totale"), units(13888, "13.888 GPU")], "supported"),
    "Chinese": Case([servers(500, "500台服务器"), word("，每台"), units(8, "8张H100"), word("，共"), units(5000, "5000张")], "conflict"),
    "Chinese, right": Case([servers(500, "500台服务器"), word("，每台"), units(8, "8张H100"), word("，共"), units(4000, "4000张")], "supported"),
    # 18 × 4 = 72: neither the trays nor what is in them are claims
    "trays": Case([word("整柜有18个托盘，每个托盘装4颗芯片，总共"), units(84, "84颗")], "conflict"),
    "trays, right": Case([word("整柜有18个托盘，每个托盘装4颗芯片，总共"), units(72, "72颗")], "supported"),
    "cabinets": Case([word("I nodi: 24 armadi, ognuno con otto schede, in tutto"), units(182, "182 schede")], "conflict"),
    "cabinets, right": Case([word("I nodi: 24 armadi, ognuno con otto schede, in tutto"), units(192, "192 schede")], "supported"),
    # 912 × 16 = 14,592: of cards without a name nothing is claimed
    "the sum is no claim": Case([servers(912, "912个节点"), word("组成，每个节点配备16颗加速器，共14952颗")], "conflict"),
    "the sum is no claim, right": Case([servers(912, "912个节点"), word("组成，每个节点配备16颗加速器，共14592颗")], "supported"),
    "named cards": Case([servers(96, "96 nodi"), word(", ciascuno con quattro A100, per un totale di"), units(364, "364 acceleratori")], "conflict"),
    # 640 × 8 = 5,120, which is near enough but for its digits
    "swapped within two per cent": Case([servers(640, "640台服务器"), word("，每台8颗H200，共"), units(5210, "5210颗")], "conflict"),
    "cores": Case([word("24 nodi, ciascuno con un Epyc da 64 core e quattro schede, in tutto"), units(96, "96 schede")], None),
    "another thing between": Case([word("18个托盘，每个托盘装4颗芯片，另有9个交换托盘，共"), units(84, "84颗")], None),
    # 500 × 4 = 2,000
    "each in the next sentence": Case([servers(500, "500 nodi."), word_in(1, "Ogni nodo monta quattro H100, per un totale di 2.500 acceleratori")], "conflict"),
    "each in the next sentence, right": Case([servers(500, "500 nodi."), word_in(1, "Ogni nodo monta quattro H100, per un totale di 2.000 acceleratori")], "supported"),
    # 60 × 8 = 480
    "servers in cabinets": Case([word("机房内有60座机柜，每座机柜装8台H200服务器，合计"), servers(420, "420台服务器")], "conflict"),
    "servers in cabinets, right": Case([word("机房内有60座机柜，每座机柜装8台H200服务器，合计"), servers(480, "480台服务器")], "supported"),
    "no word for each": Case([servers(500, "500台服务器"), units(8, "8张H100"), word("，共"), units(5000, "5000张")], None),
    "no word for all": Case([servers(500, "500台服务器"), word("，每台"), units(8, "8张H100"), units(5000, "5000张")], None),
}  # fmt: skip

# 8 × 96 GB = 768 GB
FIGURES = {
    "digits in another order": Case(memory(678e9, "678 GB", sum_of="in tutto le otto schede hanno"), "conflict", "arithmetic"),
    "right": Case(memory(768e9, "768 GB", sum_of="in tutto le otto schede hanno"), "supported"),
    "memory lost": Case(memory(640e9, "640 GB", sum_of="in tutto le otto schede hanno"), "conflict"),
    "with the host's": Case(memory(960e9, "960 GB", sum_of="in tutto le otto schede hanno"), "doubtful"),
    "counted in Chinese": Case(memory(678e9, "678GB", sum_of="一台8卡服务器共"), "conflict"),
    # 1,000 × 96 GB = 96 TB, and no "000 schede"
    "thousands": Case(memory(96e12, "96 TB", sum_of="in tutto le 1.000 schede hanno"), "supported"),
    # 1,600 × 12 kW = 19.2 MW
    "cabinets, a power of ten": Case([quantity("unit_count", 1600, basis="rack", quote="1600个机柜"), word("，单柜功率"), quantity("power", 12e3, "W", basis="rack", quote="12千瓦"),
            word("，总功率"), quantity("power", 192e6, "W", quote="192兆瓦")], "conflict", "magnitude"),
    "cabinets": Case([quantity("unit_count", 1600, basis="rack", quote="1600个机柜"), word("，单柜功率"), quantity("power", 12e3, "W", basis="rack", quote="12千瓦"),
            word("，总功率"), quantity("power", 19.2e6, "W", quote="19.2兆瓦")], "supported"),
    "what is inserted": Case(memory(7.68e12, "7,68 TB", sum_of="la memoria complessiva, spiega il tecnico, delle otto schede è di"), "conflict", "magnitude"),
    "no word for a sum": Case(memory(640e9, "640 GB", sum_of="le otto schede hanno"), None),
}  # fmt: skip

CHECKS = {"figure_total": FIGURES, "parts_sum": PARTS, "share_sum": SHARES, "share_total": TOTALS, "each_total": EACHES}
NAMES = [(check, name) for check, cases in CHECKS.items() for name in cases]


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[tuple[str, str], list[Row]]:
    return {
        (check, name): found
        for check, cases in CHECKS.items()
        for name, found in reconcile_cases(module_warehouse, check, cases).items()
    }


@pytest.mark.parametrize(("check", "name"), NAMES)
def test_sums(findings: dict[tuple[str, str], list[Row]], check: str, name: str) -> None:
    case = CHECKS[check][name]
    assert outcome(findings[check, name]) == case.verdict
    if case.family:
        assert findings[check, name][0]["family"] == case.family


def test_the_sum_is_told(findings: dict[tuple[str, str], list[Row]]) -> None:
    assert "1,122 in all, not 1,234" in findings["parts_sum", "short of the sum"][0]["explanation_en"]
    assert "合计" in findings["parts_sum", "beyond the sum"][0]["explanation_zh_hans"]
    assert "Together they are 106%" in findings["share_sum", "beyond the whole"][0]["explanation_en"]


def test_the_product_is_told(findings: dict[tuple[str, str], list[Row]]) -> None:
    explanation = findings["each_total", "digits in another order"][0]["explanation_en"]
    assert "3,472 times 4 are 13,888, not 18,888" in explanation
