"""The checker finds each kind of mistake that an annotator makes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.check import problems, timex_interval

TEXT = "Nvidia presenta la B200: 192 GB, da marzo 2024, a 30.000 dollari o 25-27 mila euro."


def claim(quote: str, kind: str, predicate: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"kind": kind, "predicate": predicate, "quote": quote, "start": start, "end": start + len(quote), **fields}


MEMORY = claim("192 GB", "quantity", "memory_capacity", hardware="nvidia-b200", value=192_000_000_000, unit="B")
DATE = claim(
    "marzo 2024",
    "date",
    "availability",
    hardware="nvidia-b200",
    timex="2024-03",
    date_start="2024-03-01",
    date_end="2024-03-31",
)
PRICE = claim("30.000 dollari", "price", "unit_price", value=30000, unit="USD", alt={"bound": ["about"]})
RANGE = claim(
    "25-27 mila euro", "price", "unit_price", value=25000, value_high=27000, unit="EUR", bound="range", optional=True
)
ARTICLE = {"id": "a", "language": "it", "published": "2024-03-18", "text": TEXT, "claims": [MEMORY, DATE, PRICE, RANGE]}


def words_for(tmp_path: Path, *articles: dict[str, Any]) -> list[str]:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    return problems(path)


def with_claim(claim: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {**ARTICLE, "claims": [{**claim, **changes}]}


def test_a_right_article_has_no_problem(tmp_path: Path) -> None:
    assert words_for(tmp_path, ARTICLE) == []


@pytest.mark.parametrize(
    ("article", "words"),
    [
        (with_claim(MEMORY, start=0, end=6), "the text there is 'Nvidia'"),
        (with_claim(MEMORY, unit="W"), "unit W"),
        (with_claim(MEMORY, value=None, unit=None), "no value"),
        (with_claim(MEMORY, modality="likely"), "modality"),
        (with_claim(MEMORY, kind="price"), "another kind than price"),
        (with_claim(MEMORY, colour="green"), "colour"),
        (with_claim(MEMORY, bound="range"), "bound range with value_high None"),
        (with_claim(MEMORY, predicate="unit_count", unit="1"), "a unit_count has an event"),
        (with_claim(MEMORY, predicate="relative", unit="1"), "an aspect is missing"),
        (with_claim(MEMORY, baseline="last year"), "baseline: 'last year' is no TIMEX3 value"),
        (with_claim(MEMORY, alt={"modality": ["likely"]}), "alt modality = likely"),
        (with_claim(MEMORY, alt={"colour": ["green"]}), "alt of an unknown field colour"),
        (with_claim(MEMORY, alt={"hardware": ["nvidia-b200"]}), "is the value itself"),
        (with_claim(MEMORY, deal="d1"), "deal d1 has one claim only"),
        (with_claim(RANGE, value=28000), "range 28000..27000"),
        (with_claim(RANGE, bound="exact"), "bound exact with value_high 27000"),
        (with_claim(DATE, timex=None), "timex None of a availability"),
        (with_claim(DATE, timex="2024-3"), "is no TIMEX3 value"),
        (with_claim(DATE, date_end="2024-03-30"), "2024-03 is ('2024-03-01', '2024-03-31')"),
        (with_claim(DATE, timex="P3M"), "neither begins nor ends on the day of publication"),
        (with_claim(PRICE, unit="dollari"), "unit"),
        ({**ARTICLE, "claims": [MEMORY, MEMORY]}, "twice the same claim"),
        ({**ARTICLE, "script": "Hans"}, "language it with script Hans"),
        ({**ARTICLE, "published": "18/03/2024"}, "is no ISO date"),
        (
            {**ARTICLE, "expected_findings": [{"family": "typo", "verdict": "conflict", "quotes": ["192 GB"]}]},
            "family typo",
        ),
        (
            {**ARTICLE, "expected_findings": [{"family": "relative", "verdict": "conflict", "quotes": ["2 TB"]}]},
            "'2 TB' is not in the text",
        ),
        ({**ARTICLE, "expected_findings": [{"family": "relative", "verdict": "conflict"}]}, "has no quotes"),
    ],
)
def test_a_mistake_is_reported_with_its_place(tmp_path: Path, article: dict[str, Any], words: str) -> None:
    found = words_for(tmp_path, article)
    assert any(words in problem for problem in found), found
    assert all(problem.startswith("gold.jsonl:1 a: ") for problem in found)


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    article = {**ARTICLE, "claims": [{**MEMORY, "unit": "W"}, {**DATE, "timex": "2024-3"}]}
    assert len(words_for(tmp_path, article, {**ARTICLE, "id": "b"}, {**ARTICLE, "id": "b"})) == 3


def test_a_line_that_is_no_json_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("{", "utf-8")
    assert problems(path)[0].startswith("gold.jsonl:1 no JSON")


@pytest.mark.parametrize(
    ("timex", "start", "end"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-01-30", date(2025, 1, 30), date(2025, 1, 30)),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025-Q3", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025-SU", date(2025, 6, 1), date(2025, 8, 31)),
        ("2025-WI", date(2025, 12, 1), date(2026, 2, 28)),
        ("2025-W44", date(2025, 10, 27), date(2025, 11, 2)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("2023-05/2023-08", date(2023, 5, 1), date(2023, 8, 31)),
        ("2023/2025-Q1", date(2023, 1, 1), date(2025, 3, 31)),
    ],
)
def test_the_interval_of_a_timex_is_whole(timex: str, start: date, end: date) -> None:
    assert timex_interval(timex) == (start, end)


@pytest.mark.parametrize("timex", ["P3Y", "P19D", "PT2H", "PXW", "FUTURE_REF", "XXXX-SU", "XXXX-01"])
def test_a_duration_and_an_undetermined_date_have_no_interval(timex: str) -> None:
    assert timex_interval(timex) is None


@pytest.mark.parametrize("timex", ["", "25", "2025-13", "2025-02-30", "2025-Q5", "2025-H3", "2025/2024", "marzo", "P3"])
def test_what_is_no_timex_raises(timex: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        timex_interval(timex)
