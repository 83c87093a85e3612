"""What a desk editor reads, in all languages: one finding of each kind, against its snapshot."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.reconcile.planting import Row, Warehouse, attribute, price, quantity, when

GB200, NVL72, B200, H100 = "nvidia-gb200", "nvidia-gb200-nvl72", "nvidia-b200", "nvidia-h100"
LANGUAGES = ("en", "it", "zh_hans", "zh_hant")


def words(text: str, sentence: int = 0) -> Row:
    """Words between figures; the claim that carries them is of no interest to the checks."""
    return attribute("foundry", object="TSMC", quote=text, sentence=sentence)


STATEMENTS: dict[str, list[Row]] = {
    "power_budget": [
        quantity("power", 1e9, "W", hardware=H100, event="own", quote="1 gigawatt"),
        quantity("unit_count", 1e5, hardware=H100, event="own", quote="100.000 GPU H100"),
    ],
    "power_budget, too little": [
        quantity("power", 2e7, "W", hardware=B200, event="deploy", quote="20 MW"),
        quantity("unit_count", 1e5, hardware=B200, event="deploy", quote="100.000 B200"),
    ],
    "power_budget, wrong unit": [
        quantity("power", 1.5e11, "W", hardware=H100, event="deploy", quote="150 GW"),
        quantity("unit_count", 1e5, hardware=H100, event="deploy", quote="10万张H100"),
    ],
    "power_budget, supported": [
        quantity("power", 1.5e8, "W", hardware=H100, event="deploy", quote="150 MW"),
        quantity("unit_count", 1e5, hardware=H100, event="deploy", quote="100.000 H100"),
    ],
    "exchange_rate": [
        price("order_value", 10.8e8, "USD", quote="10.8亿美元", same_as="1"),
        price("order_value", 72.65e8, "CNY", quote="72.65亿元人民币", same_as="1"),
        price("unit_price", 7e4, "USD", quote="7万美元", same_as="2"),
        price("unit_price", 50.7e4, "CNY", quote="50.7万元", same_as="2"),
    ],
    "exchange_rate, power of ten": [
        price("order_value", 2e9, "USD", quote="2 miliardi di dollari", same_as="1"),
        price("order_value", 1.92e8, "EUR", quote="192 milioni di euro", same_as="1"),
    ],
    "order_arithmetic": [
        price("order_value", 10.8e8, "USD", hardware=GB200, quote="10.8亿美元"),
        price("unit_price", (6.5e4, 7e4), "USD", hardware=GB200, quote="6.5万~7万美元"),
        quantity("unit_count", 1e5, event="order", quote="10万个GPU"),
    ],
    "order_arithmetic, price of the model": [
        price("order_value", 3.1e9, "USD", hardware=H100, quote="3,1 miliardi di dollari"),
        quantity("unit_count", 2000, hardware=H100, event="order", quote="2.000 H100"),
    ],
    "order_arithmetic, power of ten": [
        price("order_value", 9e6, "USD", hardware=B200, quote="9 milioni di dollari"),
        price("unit_price", 3e4, "USD", hardware=B200, quote="30.000 dollari"),
        quantity("unit_count", 3e5, hardware=B200, event="order", quote="300.000 B200"),
    ],
    "price_difference": [
        price("unit_price", 1149, "EUR", hardware=H100, quote="1.149 euro"),
        words("250 euro in più dei"),
        price("unit_price", 999, "EUR", hardware=H100, quote="999 euro"),
    ],
    "rent_total": [
        quantity("unit_count", 16, hardware=H100, event="other", basis="server", quote="16台"),
        price("rental_price", 65e3, "CNY", hardware=H100, per="month", basis="server", quote="6.5万元"),
        words("，全年合计"),
        price("rental_price", 1.82e7, "CNY", hardware=H100, per="year", basis="server", quote="1820万元"),
    ],
    "rent_term": [
        quantity("unit_count", 64, hardware=H100, event="order", quote="64 H100"),
        price("rental_price", 2, "EUR", hardware=H100, per="hour", quote="2 euro l'ora"),
        quantity("duration", None, None, timex="P18M", quote="diciotto mesi"),
        words("la spesa complessiva è di"),
        price("investment", 2.9e6, "EUR", quote="2,9 milioni di euro"),
    ],
    "share_count": [
        quantity("unit_count", 3200, event="own", quote="3.200 GPU"),
        quantity("unit_count", 800, event="own", quote="800", sentence=1),
        words(", cioè il 35%") | {"sentence": 1},
    ],
    "term_dates": [
        quantity("duration", None, None, timex="P4Y", quote="quattro anni"),
        words(", dal 1° marzo 2024 al 28 febbraio 2027"),
    ],
    "building_time": [
        when("other_date", "2024-05-01", "2024-05-31", timex="2024-05", quote="2024年5月"),
        words("动工，工期"),
        quantity("duration", None, None, timex="P22M", quote="22个月"),
        words("，预计"),
        when("deployment", "2025-06-01", "2025-06-30", timex="2025-06", quote="2025年6月"),
        words("完工"),
    ],
    "calendar_sum": [
        price("revenue", 5e9, "EUR", holder="ASML", as_of="2024-H1", quote="5 miliardi di euro"),
        price("revenue", 7e9, "EUR", holder="ASML", as_of="2024-H2", quote="7 miliardi"),
        price("revenue", 14e9, "EUR", holder="ASML", as_of="2024", quote="14 miliardi di euro"),
    ],
    "event_told_twice": [
        words("Il centro di Nuoro parte a"),
        when("deployment", "2026-03-01", "2026-03-31", timex="2026-03", hardware=H100, quote="marzo 2026"),
        words("Il centro di Nuoro sarà acceso a") | {"sentence": 1},
        when(
            "deployment", "2026-10-01", "2026-10-31", timex="2026-10", hardware=H100, quote="ottobre 2026", sentence=1
        ),
    ],
    "title_body": [
        quantity("power", 40e6, "W", event="deploy", zone="title", quote="da 40 megawatt"),
        quantity("power", 60e6, "W", event="deploy", quote="60 megawatt", sentence=1),
    ],
    "period_total, months of rent": [
        quantity("duration", None, None, timex="P9M", quote="nove mesi"),
        price("rental_price", 24e3, "USD", per="month", quote="24.000 dollari al mese"),
        price("order_value", 288e3, "USD", quote="288.000 dollari"),
    ],
    "systems_total": [
        quantity("unit_count", 40, hardware=NVL72, quote="40 rack GB200 NVL72"),
        words(", per un totale di"),
        quantity("unit_count", 2280, quote="2.280 GPU"),
    ],
    "systems_total, servers": [
        quantity("unit_count", 500, hardware=H100, basis="server", basis_size=8, quote="500台8卡H100服务器"),
        words("，合计"),
        quantity("unit_count", 4800, quote="4800颗GPU"),
    ],
    "machine_order": [
        quantity("unit_count", 400, hardware=H100, basis="server", event="ship", deal="d1", quote="400台"),
        price("unit_price", 1.1e6, "CNY", hardware=H100, basis="server", deal="d1", quote="110万元"),
        price("order_value", 4.4e9, "CNY", hardware=H100, deal="d1", quote="44亿元"),
    ],
    "composition": [
        attribute("component", value=72, hardware=NVL72, object=GB200, quote="72个GB200芯片"),
        attribute("component", value=36, hardware=NVL72, object="cpu", quote="36个CPU"),
        attribute("component", value=72, hardware=NVL72, object="gpu", quote="72个GPU"),
    ],
    "composition, counted": [
        quantity("unit_count", 72, hardware=GB200, quote="72 GB200"),
        attribute("component", value=36, hardware=GB200, object="cpu", quote="36 CPU"),
        attribute("component", value=72, hardware=GB200, object="gpu", quote="72 GPU"),
    ],
    "composition, another part": [attribute("component", value=72, hardware=NVL72, object=H100, quote="72 H100")],
    "composition, by dies": [attribute("component", value=144, hardware=NVL72, object="gpu", quote="144 GPU")],
    "system_price": [
        attribute("component", value=72, hardware=NVL72, object=GB200, quote="72个GB200芯片"),
        price("unit_price", (6.5e4, 7e4), "USD", hardware=GB200, quote="6.5万~7万美元"),
        price("unit_price", 3e6, "USD", hardware=NVL72, quote="300万美元"),
    ],
    "system_price, count of the model": [
        price("unit_price", 5e4, "USD", hardware=B200, quote="50.000 dollari"),
        price("unit_price", 1.5e6, "USD", hardware=NVL72, quote="1,5 milioni di dollari"),
    ],
    "specification, a part's figure": [quantity("transistor_count", 208e9, hardware=GB200, quote="2080亿个晶体管")],
    "specification, a part's range": [quantity("power", (700, 1200), "W", hardware=GB200, quote="700W到1200W")],
    "specification, the whole's figure": [quantity("memory_capacity", 13.5e12, "B", hardware=GB200, quote="13,5 TB")],
    "specification, another's figure": [quantity("memory_capacity", 80e9, "B", hardware=B200, quote="80 GB")],
    "specification, power of ten": [quantity("memory_capacity", 1.92e12, "B", hardware="amd-mi300x", quote="1,92 TB")],
    "specification, not verified": [quantity("power", 1800, "W", hardware="amd-unverified", quote="1.800 W")],
    "specification, before the launch": [
        quantity("power", 1100, "W", hardware="nvidia-rtx-5090", modality="rumored", quote="1.100 W")
    ],
    "specification_name, swapped letters": [
        attribute("process_node", hardware=GB200, object="TSMC N4P", quote="台积电N4P")
    ],
    "specification_name, generation": [attribute("memory_type", hardware=B200, object="HBM3", quote="HBM3")],
    "specification_name, reversed": [attribute("successor", hardware=H100, object=B200, quote="erede della B200")],
    "relative, swapped": [quantity("relative", 30, hardware=NVL72, aspect="training", quote="30倍")],
    "relative, derived": [quantity("relative", 5, hardware=B200, object=H100, aspect="memory", quote="cinque volte")],
    "timeline, too early": [when("availability", "2021-05-01", "2021-05-31", hardware=H100, quote="maggio 2021")],
    "timeline, slipped": [
        when("launch", "2025-07-01", "2025-12-31", hardware="nvidia-rubin", modality="rumored", quote="2025年下半年")
    ],
    "timeline, past plan": [
        when("delivery", "2024-06-01", "2024-06-30", hardware=B200, modality="planned", quote="a giugno 2024")
    ],
    "timeline, past plan of no product": [
        when("production", "2024-06-01", "2024-06-30", modality="planned", quote="将于2024年6月底投产")
    ],
    "stated_change, rise": [
        words("da"),
        price("revenue", 22.6e9, holder="Nvidia", quote="22,6"),
        words("a"),
        price("revenue", 39.1e9, holder="Nvidia", quote="39,1 miliardi di dollari"),
        quantity("relative", 1.53, holder="Nvidia", aspect="revenue", quote="53%"),
    ],
    "stated_change, cut": [
        words("原价"),
        price("unit_price", 19999, "CNY", hardware="nvidia-rtx-5090", quote="19999元"),
        words("，到手价"),
        price("unit_price", 15999, "CNY", hardware="nvidia-rtx-5090", quote="15999元"),
        quantity("relative", 0.6, hardware="nvidia-rtx-5090", aspect="price", quote="六折"),
    ],
    "stated_change, times": [
        quantity("memory_bandwidth", 8e12, "B/s", hardware=B200, quote="8 TB/s"),
        quantity("memory_bandwidth", 3.35e12, "B/s", hardware=H100, quote="3,35 TB/s"),
        quantity("relative", 5, hardware=B200, object=H100, aspect="bandwidth", quote="cinque volte"),
    ],
    "parts_sum": [
        words("共采购"),
        quantity("unit_count", 5000, hardware=H100, quote="5000张H100"),
        words("，其中"),
        quantity("unit_count", 2800, hardware=H100, quote="2800张"),
        quantity("unit_count", 2600, hardware=H100, quote="2600张"),
    ],
    "parts_sum, supported": [
        quantity("unit_count", 1100, hardware=H100, quote="1.100 H100"),
        words("in tutto:"),
        quantity("unit_count", 600, hardware=H100, quote="600"),
        quantity("unit_count", 500, hardware=H100, quote="500"),
    ],
    "share_sum": [
        quantity("share", value, holder=holder, aspect="market", quote=f"{value:.0%}")
        for holder, value in (("Nvidia", 0.63), ("Broadcom", 0.2), ("AMD", 0.12), ("Marvell", 0.11))
    ],
    "share_total": [
        quantity("share", 0.36, holder="SK hynix", aspect="market", quote="36%"),
        quantity("share", 0.33, holder="Samsung", aspect="market", quote="33%"),
        quantity("share", 0.22, holder="Micron", aspect="market", quote="22%"),
        words(": insieme il"),
        quantity("share", 0.81, aspect="market", quote="81%"),
    ],
    "share_amount": [
        price("revenue", 14e8, "CNY", holder="Cambricon", quote="营业收入14亿元"),
        price("revenue", 84e7, "CNY", holder="Cambricon", quote="8.4亿元", sentence=1),
        words("，占总收入的", sentence=1),
        quantity("share", 0.42, holder="Cambricon", aspect="revenue", quote="42%", sentence=1),
    ],
    "amount_total": [
        quantity("unit_count", 40, basis="server", quote="40 server"),
        words("; un server costa"),
        price("unit_price", 310000, basis="server", quote="310.000 dollari"),
        words("; la spesa totale è di"),
        price("other_amount", 124e6, quote="124 milioni di dollari"),
    ],
    "stated_percentage": [
        words("si passa da"),
        quantity("unit_count", 20000, basis="wafer", per="month", quote="20.000"),
        words("a"),
        quantity("unit_count", 35000, basis="wafer", per="month", quote="35.000"),
        words(", con un aumento del 50 per cento"),
    ],
    "figure_total": [
        quantity("memory_capacity", 141e9, "B", hardware="nvidia-h200", quote="141 GB"),
        words("sommando le otto schede si arriva a", sentence=1),
        quantity("memory_capacity", 11.28e12, "B", hardware="nvidia-h200", quote="11,28 terabyte", sentence=1),
    ],
    "each_total": [
        quantity("unit_count", 3472, basis="server", quote="3.472 nodi"),
        words(", ognuno con"),
        quantity("unit_count", 4, hardware=H100, quote="quattro H100"),
        words(", in totale"),
        quantity("unit_count", 18888, hardware=H100, quote="18.888 GPU"),
    ],
    "period_total, months": [
        quantity(
            "unit_count",
            75000,
            hardware=H100,
            basis="wafer",
            event="produce",
            per="month",
            quote="75.000 wafer al mese",
        ),
        quantity(
            "unit_count", 1.9e6, hardware=H100, basis="wafer", event="produce", per="year", quote="1,9 milioni all'anno"
        ),
    ],
    "period_total, term": [
        quantity("duration", None, None, timex="P5Y", quote="5年"),
        price("other_amount", 2e8, "TWD", per="year", quote="每年2億元"),
        price("order_value", 14e8, "TWD", quote="14億元"),
    ],
    "rental": [
        price("rental_price", 7e4, "CNY", per="year", hardware=H100, basis="server", basis_size=8, quote="每年7万元")
    ],
    "rental, against another": [
        price("rental_price", 5, per="hour", hardware=B200, quote="5 dollari l'ora"),
        price(
            "rental_price", 5600, per="year", hardware=B200, basis="server", basis_size=8, quote="5.600 dollari l'anno"
        ),
    ],
    "event_order": [
        when("launch", "2024-03-01", "2024-03-31", hardware=B200, quote="marzo 2024"),
        when("availability", "2024-01-01", "2024-01-31", hardware=B200, quote="gennaio 2024"),
    ],
    "same_digits": [
        quantity(
            "power", 6e9, "W", hardware=H100, holder="OpenAI", event="order", zone="title", deal="d1", quote="6GW"
        ),
        quantity(
            "power", 6e6, "W", hardware=H100, holder="OpenAI", event="order", deal="d1", quote="6兆瓦", sentence=1
        ),
        quantity("power", 1e9, "W", hardware=H100, holder="OpenAI", event="order", deal="d1", quote="1GW", sentence=2),
    ],
    "power_budget, the article's own": [
        quantity("unit_count", 230000, holder="xAI", event="deploy", quote="23万块GPU"),
        quantity("power", 15e6, "W", holder="xAI", event="deploy", quote="15兆瓦"),
        quantity("power", 700, "W", hardware=H100, quote="700瓦", sentence=1),
    ],
    "self_contradiction": [
        quantity("unit_count", 1e5, hardware=H100, event="order", zone="title", quote="100.000 H100"),
        quantity("unit_count", 2e5, hardware=H100, event="order", quote="200.000 H100", sentence=1),
    ],
    "self_contradiction, power of ten": [
        quantity("unit_count", 1e4, hardware=H100, event="order", zone="title", quote="1万块H100"),
        quantity("unit_count", 1e5, hardware=H100, event="order", quote="10万块H100", sentence=1),
    ],
}


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    for name, claims in STATEMENTS.items():
        module_warehouse.article(name, *claims)
    found: dict[str, list[Row]] = {name: [] for name in STATEMENTS}
    for finding in module_warehouse.reconcile():
        name = finding["article_id"].removeprefix("article-")
        if finding["check_id"] == name.split(",")[0]:
            found[name].append(finding)
    return found


@pytest.mark.parametrize("name", STATEMENTS)
def test_explanation(findings: dict[str, list[Row]], name: str, snapshot: SnapshotAssertion) -> None:
    told = [
        [finding["family"], finding["verdict"], *(finding[f"explanation_{language}"] for language in LANGUAGES)]
        for finding in sorted(findings[name], key=lambda finding: finding["explanation_en"])
    ]
    assert told == snapshot


@pytest.mark.parametrize("name", STATEMENTS)
def test_explanation_leaves_no_gap(findings: dict[str, list[Row]], name: str) -> None:
    assert findings[name]
    for finding in findings[name]:
        for language in LANGUAGES:
            text = finding[f"explanation_{language}"]
            assert "–" not in text
            assert "  " not in text
            assert text.endswith((".", "。"))
            for sign in (" .", " ,", " )", "( ", "..", "。。", " 。", "，。"):
                assert sign not in text
