"""Articles against each other: who differs from whom, what counts as one voice, and what is later news."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.reconcile.planting import Row, Warehouse, price, quantity

H100, B200, NVL72 = "nvidia-h100", "nvidia-b200", "nvidia-gb200-nvl72"


@dataclass(frozen=True)
class Told:
    """One article: its claims, the day it appeared, whose copy it is."""

    claims: list[Row]
    published: str | None = "2024-12-10"
    copy_of: int | None = None


@dataclass(frozen=True)
class Case:
    """Articles, and the verdicts that come of them with the number of the article that each stands in."""

    articles: list[Told]
    found: list[tuple[str, int]] = field(default_factory=list)
    family: str = "cross_article"


def units(count: object, quote: str, holder: str = "xAI", **fields: object) -> Row:
    return quantity(
        "unit_count", count, hardware=H100, holder=holder or None, quote=quote, **{"event": "order"} | fields
    )


def deal(value: float, quote: str, currency: str = "USD", **fields: object) -> Row:
    return price("order_value", value, currency, holder="xAI", hardware=H100, quote=quote, **fields)


def forecast(value: float, quote: str, **fields: object) -> Row:
    return price("revenue", value, holder="TSMC", quote=quote, **{"modality": "expected", "as_of": "2025"} | fields)


def owned(count: float, quote: str, **fields: object) -> Row:
    return units(count, quote, event="own", **fields)


DEAL = deal(3e9, "3 miliardi di dollari")
CASES = {
    # one story: another figure agrees
    "one story, two counts": Case(
        [Told([units(1e5, "100.000 H100"), DEAL]), Told([units(3e5, "30万块H100"), deal(3e9, "30亿美元")], "2024-12-12")], [("conflict", 1), ("supported", 1)]
    ),
    "one story, ten times": Case(
        [Told([units(1e5, "100.000 H100"), DEAL]), Told([units(1e4, "1万块H100"), deal(3e9, "30亿美元")], "2024-12-12")], [("conflict", 1), ("supported", 1)]
    ),
    "one story, two sums": Case(
        [Told([units(1e5, "100.000 H100"), DEAL]), Told([units(1e5, "10万块H100"), deal(8e9, "80亿美元")], "2024-12-12")], [("conflict", 1), ("supported", 1)]
    ),
    "three voices against one": Case(
        [Told([units(1e5, f"100.000 H100 ({n})")], f"2024-12-1{n}") for n in range(3)] + [Told([units(1e6, "100万块H100")], "2024-12-13")],
        [("conflict", 3), ("supported", 1)],
    ),
    # nothing but the two figures
    "same days": Case([Told([units(1e5, "100.000 H100")]), Told([units(2e5, "20万块H100")], "2024-12-12")], [("doubtful", 1)]),
    "the majority is held against the first": Case(
        [Told([units(2e5, "200.000 H100")], "2024-12-09"), Told([units(1e5, "100.000 H100")]), Told([units(1e5, "10万块H100")], "2024-12-11")],
        [("doubtful", 0), ("supported", 2)],
    ),
    "digits swapped within a week": Case([Told([owned(126_500, "126.500")]), Told([owned(162_500, "162.500")], "2024-12-16")], [("doubtful", 1)]),
    "a week later, no more than that": Case([Told([owned(1e5, "100.000")]), Told([owned(2e5, "200.000")], "2024-12-16")], [("disagreement", 1)]),
    "one period, told months apart": Case(
        [Told([forecast(1.2e11, "120 mld", modality="asserted")], "2024-12-10"), Told([forecast(1.5e11, "1500亿", modality="asserted")], "2025-04-10")],
        [("doubtful", 1)],
    ),
    "one source quoted in two ways": Case(
        [Told([forecast(1.2e11, "120 mld", source="HSBC")]), Told([forecast(1.6e11, "1600亿", source="HSBC")], "2024-12-11")], [("doubtful", 1)]
    ),
    # neither need be wrong
    "forecasts": Case([Told([forecast(1.2e11, "120 mld", source="HSBC")]), Told([forecast(1.6e11, "1600亿", source="UBS")], "2024-12-11")], [("disagreement", 1)]),
    "a source that forecasts anew": Case(
        [Told([forecast(1.2e11, "120 mld", source="HSBC")]), Told([forecast(1.6e11, "1600亿", source="HSBC")], "2025-03-11")], [("disagreement", 1)]
    ),
    "rumours": Case(
        [Told([units(1e5, "100.000", modality="rumored")]), Told([units(3e5, "300.000", modality="rumored")], "2024-12-11")], [("disagreement", 1)]
    ),
    "prices of two shops": Case(
        [Told([price("unit_price", 2000, hardware="nvidia-rtx-5090", quote="2.000 dollari")]), Told([price("unit_price", 3000, hardware="nvidia-rtx-5090", quote="3.000 dollari")])],
        [("disagreement", 1)],
    ),
    "far apart on one day": Case([Told([owned(24_000, "24.000")]), Told([owned(350_000, "350.000")])], [("disagreement", 1)]),
    # they agree
    "agreeing": Case([Told([units(1e5, "100.000 H100")]), Told([units(1e5, "10万块H100")], "2024-12-12")], [("supported", 1)]),
    "dollars and yuan": Case(
        [Told([deal(1e9, "1 miliardo di dollari")], "2024-12-19"), Told([deal(7.3e9, "73亿元", "CNY")], "2024-12-19")], []
    ),
    "rounded": Case([Told([units(1e5, "100.000")]), Told([units(1.08e5, "108.000")])], []),
    "at least": Case([Told([units(1e5, "oltre 100.000", bound="min")]), Told([units(1.4e5, "140.000")])], []),
    # not compared
    "later news": Case([Told([owned(1e5, "100.000")]), Told([owned(2e5, "200.000")], "2025-03-10")]),
    "news a year on in ten steps": Case([Told([owned(1e5 * (n + 1), f"{n + 1}00.000")], f"2024-{n + 1:02}-01") for n in range(10)]),
    "undated": Case([Told([owned(1e5, "100.000")], None), Told([owned(2e5, "200.000")], None)]),
    "two holders": Case([Told([units(1e5, "100.000")]), Told([units(3.5e5, "350.000", holder="Meta")])]),
    "ordered and owned": Case([Told([units(3e5, "300.000")]), Told([owned(1e5, "100.000")])]),
    "two periods": Case([Told([forecast(1.2e11, "120 mld")]), Told([forecast(1.5e11, "150 mld", as_of="2026")])]),
    "rumour and fact": Case([Told([units(1e5, "100.000", modality="rumored")]), Told([units(2e5, "200.000")])]),
    "a tender and an order": Case([Told([units(1e5, "100.000", stage="tender")]), Told([units(5e4, "50.000")])]),
    "several figures in one article": Case([Told([units(1e5, "100.000"), units(5e4, "50.000", sentence=1)]), Told([units(2e5, "200.000")])]),
    "what the model knows": Case(
        [Told([quantity("transistor_count", 208e9, hardware=B200, quote="2080亿")]), Told([quantity("transistor_count", 280e9, hardware=B200, quote="2800亿")])]
    ),
    "nobody's": Case([Told([units(1e5, "100.000", holder="")]), Told([units(2e5, "200.000", holder="")])]),
    "against what, neither says": Case(
        [Told([quantity("relative", 5, hardware="acme-a1", aspect="performance", quote="5 volte")]), Told([quantity("relative", 2, hardware="acme-a1", aspect="performance", quote="2倍")])]
    ),
    "denied": Case([Told([units(1e5, "100.000")]), Told([units(2e5, "non 200.000", polarity="negative")])]),
    # copies and quoted sources
    "a copy is no second voice": Case([Told([units(1e5, "100.000")]), Told([units(1e5, "100.000")], "2024-12-11", copy_of=0)]),
    "a changed copy is not compared here": Case([Told([units(1e5, "100.000")]), Told([units(5e5, "500.000")], "2024-12-11", copy_of=0)]),
    "five that quote one source": Case([Told([forecast(1.2e11, f"120 mld ({n})", source="HSBC")]) for n in range(5)]),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    """The findings of each case; every case has holders and products of its own, so that cases do not meet."""
    for key, case in CASES.items():
        for n, told in enumerate(case.articles):
            claims = [
                claim | {"holder": f"{claim['holder']} of {key}"} if claim.get("holder") else claim
                for claim in told.claims
            ]
            claims = [claim if claim.get("holder") else claim | {"condition": key} for claim in claims]
            module_warehouse.article(f"{key}: {n}", *claims, published=told.published)
            if told.copy_of is not None:
                original = f"article-{key}: {told.copy_of}"
                module_warehouse.insert("article_copies", [
                    {"article_id": f"article-{key}: {n}", "copy_of": original, "origin": original, "similarity": 1, "contained": 1, "kind": "near"}
                ])  # fmt: skip
    found: dict[str, list[Row]] = {key: [] for key in CASES}
    for finding in module_warehouse.reconcile(only=("cross_article",)):
        found[finding["article_id"].removeprefix("article-").rpartition(": ")[0]].append(finding)
    assert [report.error for report in module_warehouse.reports if report.error] == []
    return found


@pytest.mark.parametrize("name", CASES)
def test_cross_article(findings: dict[str, list[Row]], name: str) -> None:
    case = CASES[name]
    found = sorted((f["verdict"], int(f["article_id"].rpartition(": ")[2])) for f in findings[name])
    assert found == sorted(case.found)
    assert {f["family"] for f in findings[name]} <= {case.family}


def test_the_voices_of_a_finding_are_counted(findings: dict[str, list[Row]]) -> None:
    conflict = next(f for f in findings["three voices against one"] if f["verdict"] == "conflict")
    assert conflict["voices"] == 1
    assert "1 for 1 million, 3 for 100,000" in conflict["explanation_en"]
    supported = next(f for f in findings["three voices against one"] if f["verdict"] == "supported")
    assert supported["voices"] == 3


def test_a_finding_stays_the_same_when_others_repeat_it(warehouse: Warehouse) -> None:
    warehouse.article("a", units(1e5, "100.000 H100"), published="2024-12-10")
    warehouse.article("b", units(2e5, "20万块H100"), published="2024-12-12")
    before = warehouse.reconcile(only=("cross_article",))
    warehouse.article("c", units(1e5, "centomila H100"), published="2024-12-12")
    warehouse.article("d", units(2e5, "200.000 H100"), published="2024-12-14")
    after = [f for f in warehouse.reconcile(only=("cross_article",)) if f["verdict"] != "supported"]
    assert [f["finding_id"] for f in after] == [f["finding_id"] for f in before]


def ratio(times: float, aspect: str, quote: str, hardware: str = B200, **fields: object) -> Row:
    return quantity("relative", times, hardware=hardware, aspect=aspect, quote=quote, **fields)


class TestRatios:
    """The model of these tests claims 30 times for inference and 4 times for training."""

    def found(self, warehouse: Warehouse) -> list[tuple[str, str]]:
        findings = warehouse.reconcile(only=("cross_article_ratio",))
        assert [report.error for report in warehouse.reports if report.error] == []
        return [(f["verdict"], f["article_id"]) for f in findings]

    def test_one_figure_for_two_aspects(self, warehouse: Warehouse) -> None:
        warehouse.article("a", ratio(30, "inference", "30 volte", NVL72), published="2024-12-01")
        warehouse.article("b", ratio(30, "training", "30倍", NVL72), published="2024-12-19", language="zh")
        assert self.found(warehouse) == [("conflict", "article-b")]

    def test_it_stands_in_the_article_that_the_model_contradicts(self, warehouse: Warehouse) -> None:
        warehouse.article("a", ratio(30, "training", "30倍", NVL72), published="2024-12-01", language="zh")
        warehouse.article("b", ratio(30, "inference", "30 volte", NVL72), published="2024-12-19")
        assert self.found(warehouse) == [("conflict", "article-a")]

    def test_two_figures_for_one_aspect(self, warehouse: Warehouse) -> None:
        warehouse.article("a", ratio(4, "training", "quattro volte", NVL72))
        warehouse.article("b", ratio(12, "training", "12倍", NVL72))
        assert self.found(warehouse) == [("conflict", "article-b")]

    def test_what_the_model_does_not_settle_is_left_alone(self, warehouse: Warehouse) -> None:
        warehouse.article("a", ratio(7, "training", "sette volte", NVL72))
        warehouse.article("b", ratio(7, "inference", "7倍", NVL72))
        assert self.found(warehouse) == []

    def test_one_article_is_not_held_against_itself(self, warehouse: Warehouse) -> None:
        warehouse.article("a", ratio(30, "inference", "30 volte", NVL72), ratio(30, "training", "30倍", NVL72))
        assert self.found(warehouse) == []


def test_forecast_spread(warehouse: Warehouse) -> None:
    warehouse.article("a", forecast(1.2e11, "120 mld", source="HSBC"), published="2024-12-10")
    warehouse.article("b", forecast(1.6e11, "1600亿", source="UBS"), published="2024-12-12")
    warehouse.article("c", forecast(1.2e11, "1.200亿", source="HSBC"), published="2024-12-13")
    warehouse.article("d", forecast(9e10, "90 mld", as_of="2026"), published="2024-12-13")
    (row,) = warehouse.connection.execute(
        "SELECT holder, as_of, voices, articles, lowest, highest, times_apart, sources, len(forecasts) FROM forecast_spread"
    ).fetchall()
    assert row == ("TSMC", "2025", 2, 3, 120_000_000_000, 160_000_000_000, 1.333, ["HSBC", "UBS"], 3)
