"""The gate of extraction: floors are read, compared, raised and lowered, and the pinned ones hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.errors import UsageError
from pipeline.articles import extract_claims
from pipeline.evaluate import read_gold
from pipeline.floors import Fallen, fallen, gold_hash, measure, note_lowering, raised, read_floors, write_floors
from pipeline.gate import check_floors

GOLD = Path(__file__).parents[1] / "corpus" / "gold"
SENTENCE = "Nvidia ha venduto 300.000 B200."


def gold_file(folder: Path, value: int) -> Path:
    claim: dict[str, Any] = {
        "kind": "quantity", "predicate": "unit_count", "hardware": "nvidia-b200", "value": value, "unit": "1",
        "event": "ship", "quote": "300.000 B200", "start": 18, "end": 30,
    }  # fmt: skip
    article = {"id": "a", "language": "it", "script": None, "published": None, "text": SENTENCE, "claims": [claim]}
    file = folder / f"{value}.jsonl"
    file.write_text(json.dumps(article), "utf-8")
    return file


def test_scores_are_by_language_and_rounded_down(tmp_path: Path) -> None:
    right, wrong = gold_file(tmp_path, 300000), gold_file(tmp_path, 5)
    # One claim right, one wrong of two found and two in gold: precision and recall are a half.
    assert measure(read_gold([right, wrong]), extract_claims) == {"it": {"value": 0.5, "statement": 0.5, "claim": 0.5}}


def test_what_fell_is_named_and_what_is_gone_counts_as_zero() -> None:
    floors = {"it": {"claim": 0.8, "power": 0.9}, "zh-Hant": {"claim": 0.7}}
    measured = {"it": {"claim": 0.81, "power": 0.85}}
    assert fallen(floors, measured) == [Fallen("it", "power", 0.9, 0.85), Fallen("zh-Hant", "claim", 0.7, 0.0)]


def test_raising_keeps_the_higher_of_both() -> None:
    assert raised({"it": {"claim": 0.8, "power": 0.9}}, {"it": {"claim": 0.85, "power": 0.7, "clock": 1.0}}) == {
        "it": {"claim": 0.85, "power": 0.9, "clock": 1.0}
    }


def test_the_hash_changes_with_the_gold(tmp_path: Path) -> None:
    before = gold_hash([gold_file(tmp_path, 1)])
    assert before != gold_hash([gold_file(tmp_path, 2)])


def test_floors_are_raised_by_one_call_and_lowered_with_a_reason_only(tmp_path: Path) -> None:
    file, changelog = tmp_path / "floors.json", tmp_path / "CHANGELOG.md"
    changelog.write_text("# Changelog\n\n## Unreleased\n\n### Added\n", "utf-8")
    good, bad = gold_file(tmp_path, 300000), gold_file(tmp_path, 5)
    assert check_floors([good], file, raise_them=True).floors["it"]["claim"] == 1.0
    report = check_floors([bad], file)
    assert report.gold_changed
    assert [(f.measure, f.measured) for f in report.below] == [("value", 0.0), ("statement", 0.0), ("claim", 0.0)]
    assert read_floors(file)[1]["it"]["claim"] == 1.0
    check_floors([bad], file, lower_them="the gold was wrong", changelog=changelog)
    assert read_floors(file)[1]["it"]["claim"] == 0.0
    assert "- Floors lowered: the gold was wrong\n  - it value: 1.0 to 0.0" in changelog.read_text("utf-8")


def test_a_changelog_without_a_heading_and_a_broken_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no `## ` heading"):
        note_lowering(tmp_path / "none.md", [], "why")
    file = tmp_path / "floors.json"
    file.write_text("[]", "utf-8")
    with pytest.raises(UsageError, match="--raise-floors"):
        read_floors(file)


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    write_floors(tmp_path / "f.json", "abc", {"it": {"claim": 0.5}})
    assert read_floors(tmp_path / "f.json") == ("abc", {"it": {"claim": 0.5}})


def test_the_pinned_floors_hold() -> None:
    report = check_floors(sorted(GOLD.rglob("*.jsonl")), GOLD / "floors.json")
    assert not report.gold_changed
    assert report.below == []
