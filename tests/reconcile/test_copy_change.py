"""What changed between an article and its copy: numbers in any numerals, bounds, modality, sources; and what did not change."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.reconcile.planting import Row, Warehouse, price, quantity, when

H100, B200 = "nvidia-h100", "nvidia-b200"


@dataclass(frozen=True)
class Case:
    """An article's claims, its copy's, and the verdict that stands in the copy with words of its explanation."""

    original: list[Row]
    copy: list[Row]
    verdict: str | None
    words: list[str] = field(default_factory=list)
    kind: str = "near"
    family: str = "copy_change"
    days: int = 1


def units(count: object, quote: str, **fields: object) -> Row:
    return quantity("unit_count", count, hardware=H100, quote=quote, **{"event": "order", "holder": "xAI"} | fields)


def deal(value: float, quote: str, currency: str = "USD", **fields: object) -> Row:
    return price("order_value", value, currency, holder="xAI", quote=quote, sentence=1, **fields)


def share(value: float, quote: str, **fields: object) -> Row:
    return quantity("share", value, hardware=H100, aspect="yield", quote=quote, **fields)


DEAL = deal(3e9, "3 miliardi di dollari")
REST = [DEAL, quantity("power", 700, "W", hardware=B200, quote="700 W", sentence=2)]
CASES = {
    "a number": Case([units(1e5, "100.000 H100"), *REST], [units(3e5, "300.000 H100"), *REST], "conflict", ["100,000 became 300,000", "3 times apart"]),
    "a number in other numerals": Case([units(1e5, "10万块H100"), *REST], [units(3e5, "三十万块H100"), *REST], "conflict"),
    "a power of ten": Case([units(1e5, "100.000 H100"), *REST], [units(1e6, "1.000.000 H100"), *REST], "conflict", ["order of magnitude"], family="magnitude"),
    "a currency": Case([units(1e5, "100.000 H100"), DEAL], [units(1e5, "100.000 H100"), deal(3e9, "3 miliardi di euro", "EUR")], "conflict", ["3 billion US dollars became 3 billion euros"]),
    "a range": Case([units((1e5, 2e5), "10万至20万"), *REST], [units((1e5, 3e5), "10万至30万"), *REST], "conflict", ["100,000 to 200,000 became 100,000 to 300,000, 1.5 times"]),
    "a year": Case(
        [when("delivery", "2025-01-01", "2025-12-31", hardware=B200, timex="2025", quote="nel 2025"), *REST],
        [when("delivery", "2026-01-01", "2026-12-31", hardware=B200, timex="2026", quote="nel 2026"), *REST], "conflict", ["2025 became 2026"],
    ),
    "an upper bound dropped": Case([share(0.005, "0,5%", bound="max")], [share(0.005, "0,5%")], "doubtful", ["at most “0,5%” became exactly “0,5%”"]),
    "a lower bound dropped": Case([units(1e5, "100.000 H100", bound="min")], [units(1e5, "100.000 H100")], "doubtful", ["at least"]),
    "a bound turned round": Case([units(1e5, "100.000 H100", bound="min")], [units(1e5, "100.000 H100", bound="max")], "doubtful"),
    "a bound that made it another statement": Case(
        [quantity("relative", 0.995, hardware=H100, aspect="yield", bound="max", quote="0,5%")], [share(0.005, "0,5%")], "doubtful", ["at most"]
    ),
    "a rumour told as a fact": Case([units(1e5, "100.000 H100", modality="rumored")], [units(1e5, "100.000 H100")], "doubtful", ["What was a rumour is told as a fact"]),
    "a forecast told as a fact": Case([units(1e5, "100.000 H100", modality="expected")], [units(1e5, "100.000 H100")], "doubtful", ["What was a forecast"]),
    "a source dropped": Case([units(1e5, "100.000 H100", source="HSBC")], [units(1e5, "100.000 H100")], "doubtful", ["The source, HSBC, was dropped"]),
    "another source": Case([units(1e5, "100.000 H100", source="HSBC")], [units(1e5, "100.000 H100", source="UBS")], "doubtful", ["HSBC became UBS"]),
    "a spun number": Case([units(1e5, "10万块H100"), *REST], [units(3e5, "30万块H100"), *REST], "conflict", ["machine-paraphrased"], kind="spun"),
    # clean
    "nothing": Case([units(1e5, "100.000 H100"), *REST], [units(1e5, "100.000 H100"), *REST], "supported", ["as they were: 3"]),
    "other numerals": Case([units(1e5, "10万块H100")], [units(1e5, "100,000块H100")], "supported"),
    "rounded": Case([deal(10.8e8, "10.8亿美元"), units(1e5, "10万")], [deal(1.1e9, "11亿美元"), units(1e5, "10万")], "supported"),
    "about dropped": Case([units(1e5, "100.000 H100", bound="about")], [units(1e5, "100.000 H100")], "supported"),
    "a bound added": Case([units(1e5, "100.000 H100")], [units(1e5, "100.000 H100", bound="min")], "supported"),
    "a fact told as a rumour": Case([units(1e5, "100.000 H100")], [units(1e5, "100.000 H100", modality="rumored")], "supported"),
    "the source named elsewhere": Case(
        [units(1e5, "100.000 H100", source="HSBC")], [units(1e5, "100.000 H100"), quantity("power", 700, "W", hardware=B200, quote="700 W (HSBC)", sentence=1)], "supported"
    ),
    "an excerpt": Case([units(1e5, "100.000 H100"), *REST], [units(1e5, "100.000 H100")], "supported", ["as they were: 1"]),
    "a figure added": Case([units(1e5, "100.000 H100")], [units(1e5, "100.000 H100"), *REST], "supported"),
    "a conversion added": Case([DEAL], [DEAL, deal(2.9e9, "2,9 miliardi di euro", "EUR")], "supported"),
    "a day counted from publication": Case(
        [when("delivery", "2025-01-07", hardware=B200, quote="martedì"), *REST], [when("delivery", "2025-01-14", hardware=B200, quote="martedì"), *REST], "supported"
    ),
    # no words that the two have in common but the product
    "another sentence": Case([units(1e5, "la società ha ordinato 100.000 H100 per il nuovo centro di Memphis"), *REST], [units(7e5, "a fine anno ne gireranno 700.000 in tutto il paese, si stima"), *REST], "supported"),
    # most figures are others: it may be an update
    "an update": Case(
        [units(1e5, "100.000 H100"), deal(3e9, "3 miliardi di dollari")], [units(2e5, "200.000 H100"), deal(7e9, "7 miliardi di dollari")], "disagreement", ["it may be an update"]
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    for key, case in CASES.items():
        module_warehouse.article(f"{key}: original", *case.original, published="2024-12-10")
        module_warehouse.article(f"{key}: copy", *case.copy, published=f"2024-12-{10 + case.days}")
        module_warehouse.insert("article_copies", [
            {
                "article_id": f"article-{key}: copy", "copy_of": f"article-{key}: original", "origin": f"article-{key}: original", "similarity": 0.9,
                "contained": 0.97, "kind": case.kind,
            }
        ])  # fmt: skip
    found: dict[str, list[Row]] = {key: [] for key in CASES}
    for finding in module_warehouse.reconcile(only=("copy_change",)):
        key, _, place = finding["article_id"].removeprefix("article-").rpartition(": ")
        assert place == "copy"
        found[key].append(finding)
    assert [report.error for report in module_warehouse.reports if report.error] == []
    return found


@pytest.mark.parametrize("name", CASES)
def test_copy_change(findings: dict[str, list[Row]], name: str) -> None:
    case = CASES[name]
    assert {f["verdict"] for f in findings[name]} == {case.verdict}
    if case.verdict != "supported":
        assert {f["family"] for f in findings[name]} == {case.family}
    told = "\n".join(f["explanation_en"] for f in findings[name])
    assert [words for words in case.words if words not in told] == []


def test_only_the_number_that_changed_is_told(findings: dict[str, list[Row]]) -> None:
    assert len(findings["a number"]) == 1
    assert len(findings["an update"]) == 2


def test_a_changed_repetition_is_found_beside_the_unchanged_one(warehouse: Warehouse) -> None:
    sentences = ("ordinate 100.000 H100", "in tutto arriveranno al centro di Memphis 100.000 H100 nuove")
    changed = (sentences[0], sentences[1].replace("100.000", "300.000"))
    for place, (first, second) in {"original": sentences, "copy": changed}.items():
        claims = [
            units(1e5, first),
            units(3e5 if "300" in second else 1e5, second, sentence=1),
            deal(3e9, "3 miliardi"),
            REST[1],
        ]
        warehouse.article(place, *claims, published="2024-12-10" if place == "original" else "2024-12-11")
    warehouse.insert("article_copies", [
        {"article_id": "article-copy", "copy_of": "article-original", "origin": "article-original", "similarity": 0.9, "contained": 0.97, "kind": "near"}
    ])  # fmt: skip
    (finding,) = warehouse.reconcile(only=("copy_change",))
    assert (finding["verdict"], finding["gap"]) == ("conflict", pytest.approx(3, rel=0.1))
    quotes = warehouse.connection.execute("SELECT role, claim_id FROM finding_claims ORDER BY role").fetchall()
    assert quotes == [("original", "original-1"), ("said", "copy-1")]
