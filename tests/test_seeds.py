"""The two articles that the project was created from; they are not ours, so they stand outside the repository."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline import queries
from pipeline.run import load

Finding = dict[str, Any]


@pytest.fixture(scope="module")
def warehouse(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("seeds") / "w.duckdb"
    load(shared / "seeds", place)
    return place


@pytest.fixture(scope="module")
def conflicts(warehouse: Path) -> list[Finding]:
    return [f for f in queries.findings(warehouse) if f["verdict"] == "conflict"]


def about(findings: list[Finding], *quotes: str) -> Finding:
    """The finding that rests on all these words and the fewest others."""
    found = [f for f in findings if all(any(q in quote for quote in f["quotes"]) for q in quotes)]
    return min(found, key=lambda finding: len(finding["quotes"]))


@pytest.mark.parametrize(
    ("quotes", "family", "words"),
    [
        (("10.8亿", "72.65亿"), "exchange_rate", ["6.727", "7.24", "7.27", "7.298", "7.865 billion yuan"]),
        (("72个GB200", "36个CPU"), "composition", ["72 Grace", "144 B200"]),
        (("6.5万~7万", "300万"), "composition", ["4.68 million", "5.04 million"]),
        (("700W到1200W",), "spec_conflict", ["figure of one B200"]),
        (("2080亿个晶体管",), "spec_conflict", ["figure of one B200", "416 billion"]),
        (("N4P",), "spec_conflict", ["TSMC 4NP"]),
        (("10万个GPU", "10.8亿"), "arithmetic", ["15,400", "16,600", "100,000"]),
        (("30倍",), "relative", ["30 times is the figure for inference"]),
        (("1 gigawatt", "100.000 GPU H100"), "power_budget", ["10 kW", "70 MW", "14 times"]),
        (
            ("30倍", "30 volte"),
            "cross_article",
            ["means training", "means inference", "says 4 times (“quattro volte”)"],
        ),
    ],
)
def test_conflict_is_found_explained_and_sourced(
    conflicts: list[Finding], quotes: tuple[str, ...], family: str, words: list[str]
) -> None:
    finding = about(conflicts, *quotes)
    assert finding["family"] == family
    assert [word for word in words if word not in finding["explanation_en"]] == []
    assert finding["sources"]


def test_nothing_else_is_called_a_conflict(conflicts: list[Finding]) -> None:
    assert len(conflicts) == 10


def test_ratios_that_differ_between_the_two_articles_are_doubtful(warehouse: Path) -> None:
    doubtful = [f for f in queries.findings(warehouse) if f["verdict"] == "doubtful" and f["family"] == "cross_article"]
    assert [sorted(f["quotes"]) for f in doubtful] == [["30倍", "quattro volte"]]


def test_overtaken_forecast_is_outdated(warehouse: Path) -> None:
    outdated = [f for f in queries.findings(warehouse, every=True) if f["verdict"] == "outdated"]
    assert about(outdated, "2025年下半年")["hardware"] == "nvidia-rubin"


def test_true_pairs_of_currencies_are_supported(warehouse: Path) -> None:
    supported = [f for f in queries.findings(warehouse, every=True) if f["verdict"] == "supported"]
    for dollars in ("7万好意思元", "300万好意思元"):
        assert about([f for f in supported if f["family"] == "exchange_rate"], dollars)
