"""What a desk editor reads of two articles, in all languages: one finding of each kind, against its snapshot."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.reconcile.planting import Row, Warehouse, price, quantity, when

B200, H100, NVL72 = "nvidia-b200", "nvidia-h100", "nvidia-gb200-nvl72"
LANGUAGES = ("en", "it", "zh_hans", "zh_hant")
Articles = tuple[list[Row], list[Row]]


def units(count: object, quote: str, **fields: object) -> Row:
    return quantity("unit_count", count, quote=quote, **{"hardware": H100, "event": "order", "holder": "xAI"} | fields)


def deal(value: float, quote: str, currency: str = "USD", **fields: object) -> Row:
    return price("order_value", value, currency, holder="xAI", quote=quote, sentence=1, **fields)


def revenue(value: float, quote: str, **fields: object) -> Row:
    return price("revenue", value, holder="TSMC", as_of="2025", quote=quote, modality="expected", **fields)


CROSS_ARTICLE: dict[str, Articles] = {
    "one story": ([units(1e5, "100.000 H100"), deal(3e9, "3 miliardi di dollari")], [units(3e5, "30万块H100"), deal(3e9, "30亿美元")]),
    "power of ten": ([units(1e5, "100.000 H100")], [units(1e4, "1万块H100")]),
    "digits swapped": ([units(126_500, "126.500 H100")], [units(162_500, "162.500 H100")]),
    "two currencies": ([deal(1e9, "1 miliardo di dollari")], [deal(1.5e10, "150亿元", "CNY")]),
    "forecasts": ([revenue(1.2e11, "120 miliardi di dollari", source="HSBC")], [revenue(1.6e11, "1600亿美元", source="UBS")]),
    "one source": ([revenue(1.2e11, "120 miliardi di dollari", source="HSBC")], [revenue(1.6e11, "1600亿美元", source="HSBC")]),
    "agreeing": ([units(1e5, "oltre 100.000 H100", bound="min")], [units(1e5, "逾10万块H100", bound="min")]),
}  # fmt: skip
RATIOS: dict[str, Articles] = {
    "swapped": (
        [
            quantity("relative", 30, hardware=NVL72, aspect="inference", quote="30 volte"),
            quantity("relative", 4, hardware=NVL72, aspect="training", quote="quattro volte"),
        ],
        [quantity("relative", 30, hardware=NVL72, aspect="training", quote="30倍")],
    ),
}
COPIES: dict[str, Articles] = {
    "number": ([units(1e5, "100.000 H100"), deal(3e9, "3 miliardi")], [units(3e5, "300.000 H100"), deal(3e9, "3 miliardi")]),
    "power of ten": ([units(1e5, "10万块H100"), deal(3e9, "30亿美元")], [units(1e6, "100万块H100"), deal(3e9, "30亿美元")]),
    "year": (
        [when("delivery", "2025-01-01", "2025-12-31", hardware=B200, timex="2025", quote="nel 2025"), deal(3e9, "3 miliardi")],
        [when("delivery", "2026-01-01", "2026-12-31", hardware=B200, timex="2026", quote="nel 2026"), deal(3e9, "3 miliardi")],
    ),
    "bound": (
        [quantity("share", 0.005, hardware=H100, aspect="yield", bound="max", quote="0,5%")],
        [quantity("share", 0.005, hardware=H100, aspect="yield", quote="0,5%")],
    ),
    "rumour": ([units(1e5, "100.000 H100", modality="rumored")], [units(1e5, "100.000 H100")]),
    "source dropped": ([units(1e5, "100.000 H100", source="HSBC")], [units(1e5, "100.000 H100")]),
    "another source": ([units(1e5, "100.000 H100", source="HSBC")], [units(1e5, "100.000 H100", source="UBS")]),
    "update": ([units(1e5, "100.000 H100"), deal(3e9, "3 miliardi")], [units(2e5, "200.000 H100"), deal(7e9, "7 miliardi")]),
    "unchanged": ([units(1e5, "100.000 H100")], [units(1e5, "centomila H100")]),
    "spun": ([units(1e5, "10万块H100"), deal(3e9, "30亿美元")], [units(3e5, "30万块H100"), deal(3e9, "30亿好意思元")]),
}  # fmt: skip
STATEMENTS = {f"{check}, {name}": articles for check, cases in (
    ("cross_article", CROSS_ARTICLE), ("cross_article_ratio", RATIOS), ("copy_change", COPIES),
) for name, articles in cases.items()}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    """The findings of each pair of articles; the holders' names keep the pairs apart."""
    for number, (name, articles) in enumerate(STATEMENTS.items()):
        for place, claims in zip(("la-nuova.it", "xinwen.cn"), articles, strict=True):
            told = [
                claim | {"holder": f"{claim['holder']} {number}"} if claim.get("holder") else claim for claim in claims
            ]
            module_warehouse.article(
                f"{place} {name}", *told, published="2024-12-19" if place == "la-nuova.it" else "2024-12-20"
            )
        if name.startswith("copy_change"):
            original = f"article-la-nuova.it {name}"
            module_warehouse.insert("article_copies", [
                {
                    "article_id": f"article-xinwen.cn {name}", "copy_of": original, "origin": original, "similarity": 0.9, "contained": 0.969,
                    "kind": "spun" if name.endswith("spun") else "near",
                }
            ])  # fmt: skip
    found: dict[str, list[Row]] = {name: [] for name in STATEMENTS}
    for finding in module_warehouse.reconcile(only=("cross_article", "cross_article_ratio", "copy_change")):
        name = finding["article_id"].partition(" ")[2]
        if finding["check_id"] == name.partition(",")[0]:
            found[name].append(finding)
    assert [report.error for report in module_warehouse.reports if report.error] == []
    return found


@pytest.mark.parametrize("name", STATEMENTS)
def test_explanation(findings: dict[str, list[Row]], name: str, snapshot: SnapshotAssertion) -> None:
    told = [
        [
            finding["family"],
            finding["verdict"],
            *(finding[f"explanation_{language}"].replace(f" {name}", "") for language in LANGUAGES),
        ]
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
            for sign in (" .", " )", "( ", "..", "。。", " 。", "，。", "。）", "（）", "()"):
                assert sign not in text
