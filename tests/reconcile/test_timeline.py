"""Dates. H100: announced 2022-03-22, sold from 2022-10. RTX 5090: 2025-01-06, 2025-01-30. Rubin: 2024-06-02, sold in 2026-H2."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, quantity, reconcile_cases, when

H100, B200, GB200, RUBIN, RTX, MI300X = (
    "nvidia-h100", "nvidia-b200", "nvidia-gb200", "nvidia-rubin", "nvidia-rtx-5090", "amd-mi300x",
)  # fmt: skip


def event(predicate: str, hardware: str, quote: str, start: str, end: str | None = None, **fields: object) -> list[Row]:
    return [when(predicate, start, end, hardware=hardware, quote=quote, **fields)]


def owned(hardware: str, quote: str, as_of: str, words: str) -> list[Row]:
    """So many pieces that somebody had at a time, which words of the sentence tell."""
    count = quantity(
        "unit_count", 128, hardware=hardware, event="own", as_of=as_of, quote=quote, extractor="it.count.units"
    )
    return [attribute("foundry", object="TSMC", quote=words), count]


CASES = {
    "announced a year late": Case(event("launch", H100, "il 21 marzo 2023", "2023-03-21"), "conflict"),
    "announced early": Case(event("launch", MI300X, "2023年6月", "2023-06-01", "2023-06-30"), "conflict"),
    "sold before it was announced": Case(
        event("availability", H100, "dal maggio 2021", "2021-05-01", "2021-05-31"), "conflict"
    ),
    "in operation before it was announced": Case(
        event("deployment", B200, "2023年投入使用", "2023-01-01", "2023-12-31"), "conflict"
    ),
    "owned before it was announced": Case(owned(H100, "128 H100", "2021-SP", "nella primavera del 2021"), "conflict"),
    "a year of something else": Case(
        [
            quantity(
                "unit_count",
                128,
                hardware=H100,
                event="own",
                as_of="2011",
                quote="nell'ex cartiera, chiusa dal 2011, stanno 128 H100",
                extractor="it.count.units",
            )
        ],
        None,
    ),
    "owned after": Case(owned(H100, "128 H100", "2023-SP", "nella primavera del 2023"), None),
    # which year was meant is a rule's guess
    "owned, without the year": Case(owned(H100, "128 H100", "2021-SP", "in primavera"), None),
    "delivered long before": Case(event("delivery", GB200, "nel 2022", "2022-01-01", "2022-12-31"), "conflict"),
    "produced long before": Case(
        event("production", RTX, "2022年量产", "2022-01-01", "2022-12-31"), "conflict", published="2025-06-01"
    ),
    "announced in another year": Case(
        event("launch", RTX, "nel 2023", "2023-01-01", "2023-12-31"), "conflict", published="2025-06-01"
    ),
    "a plan for a past day": Case(
        event("delivery", B200, "a giugno 2024", "2024-06-01", "2024-06-30", modality="planned"), "doubtful"
    ),
    "a plan that is still told as one": Case(
        event("delivery", B200, "saranno consegnate a giugno 2024", "2024-06-01", "2024-06-30", modality="planned"),
        "conflict",
    ),
    "a plan of no product": Case(
        [when("production", "2024-06-01", "2024-06-30", modality="planned", quote="将于2024年6月底投产")], "conflict"
    ),
    "a plan that was put off": Case(
        [when("production", "2024-06-01", "2024-06-30", modality="planned", quote="原计划将于2024年6月底投产")], None
    ),
    "an old plan of no product": Case(
        [when("production", "2024-06-01", "2024-06-30", modality="planned", quote="2024年6月底投产")], None
    ),
    "a plan of no product, ahead": Case(
        [when("production", "2025-06-01", "2025-06-30", modality="planned", quote="将于2025年6月底投产")], None
    ),
    # a site that ran with a product a year before that was announced
    "in operation, with what it runs": Case(
        [
            when("production", "2021-03-01", "2021-03-31", quote="一期2021年3月投产，装有"),
            quantity("unit_count", 2000, hardware=H100, event="deploy", quote="2000颗H100", extractor="zh.count.units"),
        ],
        "conflict",
    ),
    # which June was meant is a rule's guess
    "a plan for a day without its year": Case(
        event("delivery", B200, "a giugno", "2024-06-01", "2024-06-30", modality="planned"), None
    ),
    # history bears it out, so that it was no plan
    "a fact told as a plan": Case(
        event("launch", B200, "marzo 2024", "2024-03-01", "2024-03-31", modality="planned"), None
    ),
    "a few days before": Case(
        event("availability", RTX, "dal 20 dicembre", "2024-12-20"), "doubtful", published="2025-02-01"
    ),
    # what was foreseen and came otherwise
    "slipped": Case(event("launch", RUBIN, "2025年下半年", "2025-07-01", "2025-12-31", modality="rumored"), "outdated"),
    "slipped, as the maker planned": Case(
        event("availability", RUBIN, "nel 2025", "2025-01-01", "2025-12-31", modality="planned"), "outdated"
    ),
    "announced otherwise": Case(
        event("launch", RTX, "a marzo", "2025-03-01", "2025-03-31", modality="expected"), "outdated"
    ),
    "another plan": Case(
        event("availability", RUBIN, "nel 2027", "2027-01-01", "2027-12-31", modality="expected"),
        "disagreement",
        published="2026-02-01",
    ),
    # clean
    "on the day": Case(event("launch", H100, "il 22 marzo 2022", "2022-03-22"), "supported"),
    "in the month": Case(event("launch", H100, "2022年3月", "2022-03-01", "2022-03-31"), "supported"),
    "in the year": Case(event("launch", B200, "2024年", "2024-01-01", "2024-12-31"), "supported"),
    "sold later too": Case(event("availability", H100, "da giugno 2023", "2023-06-01", "2023-06-30"), "supported"),
    "sold, of the announcement": Case(
        event("availability", RTX, "il 6 gennaio", "2025-01-06"), "supported", published="2025-02-01"
    ),
    "announced with the whole": Case(event("launch", "nvidia-gb200-nvl72", "18 marzo 2024", "2024-03-18"), "supported"),
    "since": Case(event("delivery", H100, "dopo il 2022", "2022-01-01", "2022-12-31", mod="AFTER"), None),
    "by": Case(event("launch", H100, "entro il 2023", "2023-01-01", "2023-12-31", bound="max"), "supported"),
    "about": Case(
        event("launch", H100, "intorno ad aprile 2022", "2022-04-01", "2022-04-30", bound="about"), "supported"
    ),
    "foreseen rightly": Case(
        event("availability", RTX, "a gennaio", "2025-01-01", "2025-01-31", modality="expected"), "supported"
    ),
    "second half": Case(
        event("launch", RUBIN, "下半年", "2026-07-01", "2026-12-31", modality="planned"),
        "supported",
        published="2026-02-01",
    ),
    "samples before": Case(
        event("delivery", RTX, "dicembre 2024", "2024-12-01", "2024-12-31"), None, published="2025-02-01"
    ),
    "undated article": Case(
        event("launch", H100, "nel marzo 2022", "2022-03-01", "2022-03-31"), "supported", published=None
    ),
    "undated forecast": Case(
        event("launch", RUBIN, "nel 2025", "2025-01-01", "2025-12-31", modality="planned"), None, published=None
    ),
    "denied": Case(event("launch", H100, "non nel 2023", "2023-01-01", "2023-12-31", polarity="negative"), None),
    "no history": Case(event("launch", "amd-unverified", "nel 2023", "2023-01-01", "2023-12-31"), None),
}


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "timeline", CASES)


@pytest.mark.parametrize("name", CASES)
def test_timeline(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict


def test_timeline_tells_an_outdated_forecast_from_an_error(findings: dict[str, list[Row]]) -> None:
    assert "out of date, not an error of its day" in findings["slipped"][0]["explanation_en"]
    assert "the second half of 2026" in findings["slipped"][0]["explanation_en"]
    assert "2026年下半年" in findings["slipped"][0]["explanation_zh_hans"]


def test_timeline_tells_the_days_between(findings: dict[str, list[Row]]) -> None:
    # from 31 May 2021 to 22 March 2022
    assert "295 days after" in findings["sold before it was announced"][0]["explanation_en"]
