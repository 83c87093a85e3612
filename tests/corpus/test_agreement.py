"""The agreement of two annotators, on claims few enough to count by hand, and the second annotation that it is measured on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.agreement import agreement, as_markdown, main
from corpus.check import problems
from models.errors import UsageError
from pipeline.evaluate import Score, SlotScore

CORPUS = Path(__file__).parents[2] / "corpus"
SECOND = CORPUS / "second" / "annotation.jsonl"
TEXT = "La B200 ha 192 GB e 208 miliardi di transistor, la H100 80 GB."


def memory(quote: str, value: int, hardware: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    claim = {"kind": "quantity", "predicate": "memory_capacity", "value": value, "unit": "B", "hardware": hardware}
    return {**claim, "quote": quote, "start": start, "end": start + len(quote), **fields}


B200 = memory("192 GB", 192_000_000_000, "nvidia-b200")
H100 = memory("80 GB", 80_000_000_000, "nvidia-h100")


def article(*claims: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"id": "a", "language": "it", "script": None, "text": TEXT, "claims": list(claims), **fields}


def test_what_only_one_has_lowers_the_f1_whoever_it_is() -> None:
    both, one = [article(B200, H100)], [article(B200)]
    assert agreement(both, one).levels["all", "claim"] == Score(gold=2, found=1, right=1)
    assert agreement(one, both).levels["all", "claim"] == Score(gold=1, found=2, right=1)
    assert agreement(both, one).levels["it", "claim"].f1 == pytest.approx(2 / 3)


def test_another_product_agrees_in_the_statement_but_not_in_the_claim() -> None:
    found = agreement([article(B200)], [article({**B200, "hardware": "nvidia-gb200"})])
    assert found.levels["all", "statement"].f1 == 1
    assert found.levels["all", "claim"].f1 == 0
    assert found.fields["all", "hardware"] == SlotScore(compared=1, right=0)
    assert found.fields["all", "modality"] == SlotScore(compared=1, right=1)


def test_alternatives_and_optional_claims_count_in_the_lenient_figure_only() -> None:
    first = [article({**B200, "modality": "planned", "alt": {"modality": ["asserted"]}}, {**H100, "optional": True})]
    second = [article(B200)]
    strict, lenient = agreement(first, second), agreement(first, second, lenient=True)
    assert strict.levels["all", "claim"] == Score(gold=2, found=1, right=1)
    assert strict.fields["all", "modality"] == SlotScore(compared=1, right=0)
    assert lenient.levels["all", "claim"] == Score(gold=2, found=2, right=2)
    # with the second one as gold nothing says that "planned" is right as well
    assert lenient.fields["all", "modality"] == SlotScore(compared=2, right=1)


def test_an_article_of_one_annotator_only_is_left_out() -> None:
    found = agreement([article(B200), article(H100, id="b")], [article(B200), article(H100, id="c")])
    assert found.articles == 1
    assert found.levels["all", "claim"] == Score(gold=1, found=1, right=1)


def test_texts_that_differ_are_refused() -> None:
    with pytest.raises(UsageError, match="texts of a differ"):
        agreement([article(B200)], [article(B200, text=TEXT + " ")])


def test_annotations_without_a_common_article_are_refused() -> None:
    with pytest.raises(UsageError, match="No article"):
        agreement([article(B200)], [article(B200, id="b")])


def test_the_table_has_a_column_for_each_language_and_a_dash_where_nothing_is_compared() -> None:
    first = [article({**B200, "holder": "Nvidia"}), article(B200, id="b", language="zh", script="Hans")]
    second = [article(B200), article(B200, id="b", language="zh", script="Hans")]
    lines = as_markdown(agreement(first, second)).splitlines()
    assert lines[:3] == [
        "|  | all | it | zh-Hans |",
        "| --- | ---: | ---: | ---: |",
        "| value, F1 | 1.000 | 1.000 | 1.000 |",
    ]
    assert "| `holder` | 0.00 (1) | 0.00 (1) | – |" in lines


def test_the_command_prints_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, claims in (("first", [B200, H100]), ("second", [B200])):
        (tmp_path / name).write_text(json.dumps(article(*claims)) + "\n", "utf-8")
    assert main([str(tmp_path / "second"), str(tmp_path / "first")]) == 0
    assert "| claim, F1 | 0.667 | 0.667 |" in capsys.readouterr().out


def test_the_command_says_what_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lenient", "one"]) == 2
    assert "usage" in capsys.readouterr().err


def test_the_second_annotation_keeps_the_contract() -> None:
    assert problems(SECOND) == []


def test_the_second_annotation_is_of_texts_that_the_gold_has() -> None:
    gold = {
        article["id"]: (article["text"], article["split"])
        for path in (CORPUS / "gold").rglob("*.jsonl")
        for article in map(json.loads, path.read_text("utf-8").splitlines())
    }
    second = [json.loads(line) for line in SECOND.read_text("utf-8").splitlines()]
    assert len(second) == 20
    assert {article["id"]: (article["text"], article["split"]) for article in second}.items() <= gold.items()
