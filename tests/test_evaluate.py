"""The scorer on articles small enough to score by hand."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.errors import UsageError
from models.records import CLAIM, Claim
from pipeline.evaluate import Comparison, Evaluation, Score, SlotScore, evaluate, read_gold, score_findings

TEXT = "La B200 ha 192 GB e 208 miliardi di transistor, la H100 80 GB. Esce a marzo."


def claim(quote: str, predicate: str, kind: str = "quantity", **fields: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"kind": kind, "predicate": predicate, "quote": quote, "start": start, "end": start + len(quote), **fields}


def memory(**fields: Any) -> dict[str, Any]:
    return claim(
        "192 GB", "memory_capacity", **{"hardware": "nvidia-b200", "value": 192_000_000_000, "unit": "B", **fields}
    )


def transistors(**fields: Any) -> dict[str, Any]:
    return claim(
        "208 miliardi di transistor",
        "transistor_count",
        **{"hardware": "nvidia-b200", "value": 208_000_000_000, "unit": "1", **fields},
    )


def release(**fields: Any) -> dict[str, Any]:
    interval = {"timex": "2024-03", "date_start": "2024-03-01", "date_end": "2024-03-31"}
    return claim("marzo", "availability", "date", **{"hardware": "nvidia-b200", **interval, **fields})


def article(*claims: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"id": "a", "language": "it", "published": "2024-01-10", "text": TEXT, "claims": list(claims), **fields}


def run(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Evaluation:
    return evaluate([article(*gold)], lambda *_: [CLAIM.validate_python(c) for c in found])


def totals(result: Evaluation) -> tuple[Score, Score, Score]:
    return (
        result.scores["all", "all", "value"],
        result.scores["all", "all", "statement"],
        result.scores["all", "all", "claim"],
    )


def test_score_by_hand() -> None:
    score = Score(gold=4, found=3, right=2)
    assert (score.precision, score.recall) == pytest.approx((2 / 3, 1 / 2))
    assert score.f1 == pytest.approx(4 / 7)
    assert (Score().precision, Score().recall, Score().f1) == (1, 1, 1)
    assert Score(gold=2).precision == 1


def test_everything_right() -> None:
    gold = [memory(), transistors(), release()]
    result = run(gold, gold)
    assert totals(result) == (Score(3, 3, 3),) * 3
    assert result.differences == ()


def test_the_three_levels_ask_for_more_and_more() -> None:
    found = [memory(hardware="nvidia-b100"), {**transistors(), "predicate": "core_count"}, release()]
    assert totals(run([memory(), transistors(), release()], found)) == (Score(3, 3, 3), Score(3, 3, 2), Score(3, 3, 1))


def test_a_miss_and_an_invention() -> None:
    invented = claim("80 GB", "memory_capacity", hardware="nvidia-h100", value=80_000_000_000, unit="B")
    result = run([memory(), release()], [memory(), invented])
    assert totals(result) == (Score(2, 2, 1),) * 3
    assert [(d.what, d.quote, d.start) for d in result.differences] == [
        ("invented", "80 GB", 56),
        ("missed", "marzo", 70),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"value": 193_000_000_000},
        {"unit": "B/s"},
        {"value_high": 200_000_000_000, "bound": "range"},
        {"start": 0, "end": 6},
    ],
)
def test_another_value_or_place_is_no_match(change: dict[str, Any]) -> None:
    assert totals(run([memory()], [memory(**change)]))[0] == Score(1, 1, 0)


def test_a_wrong_value_is_reported_as_one_difference_with_both_values() -> None:
    (difference,) = run([memory()], [memory(value=192_000_000, bound="min")]).differences
    assert difference.what == "wrong"
    assert difference.fields == {"value": (192_000_000_000, 192_000_000), "bound": ("exact", "min")}


def test_the_kind_must_be_the_same() -> None:
    price = claim("192 GB", "unit_price", "price", value=192_000_000_000, unit="EUR")
    assert totals(run([memory(unit="B")], [price]))[0] == Score(1, 1, 0)


def test_an_overlap_of_one_character_is_enough() -> None:
    shorter = claim("B e", "memory_capacity", hardware="nvidia-b200", value=192_000_000_000, unit="B")
    assert totals(run([memory()], [shorter]))[2] == Score(1, 1, 1)


def test_a_number_that_went_through_a_float_is_the_same() -> None:
    gold = claim("192 GB", "relative", value=1.1, unit="1", aspect="memory")
    assert totals(run([gold], [{**gold, "value": Decimal("1.10")}]))[0] == Score(1, 1, 1)


def test_one_found_claim_matches_one_gold_claim_only() -> None:
    both = [memory(), memory(hardware="nvidia-b100")]
    assert totals(run(both, [memory()])) == (Score(2, 1, 1),) * 3
    assert totals(run([memory()], both)) == (Score(1, 2, 1),) * 3


def test_several_claims_at_one_place_are_matched_best_with_best() -> None:
    gold = [memory(hardware="nvidia-b100"), memory(hardware="nvidia-b200", modality="planned")]
    found = [memory(hardware="nvidia-b200", modality="planned"), memory(hardware="nvidia-b100", bound="min")]
    result = run(gold, found)
    assert totals(result)[2] == Score(2, 2, 2)
    assert [d.fields for d in result.differences] == [{"bound": ("exact", "min")}]


def test_an_optional_claim_counts_only_if_found() -> None:
    gold = [memory(), transistors(optional=True)]
    assert totals(run(gold, [memory()])) == (Score(1, 1, 1),) * 3
    assert totals(run(gold, [memory(), transistors()])) == (Score(2, 2, 2),) * 3
    assert run(gold, [memory()]).differences == ()


def test_an_optional_claim_does_not_take_the_place_of_a_required_one() -> None:
    gold = [memory(optional=True, hardware="nvidia-b100"), memory(hardware="nvidia-b200", modality="planned")]
    assert totals(run(gold, [memory(hardware="nvidia-b100")]))[1] == Score(1, 1, 1)


def test_alternatives_are_right_as_well() -> None:
    gold = memory(alt={"hardware": ["nvidia-b100", None], "bound": ["about"], "value": [180_000_000_000]})
    for found in (memory(hardware="nvidia-b100"), memory(hardware=None), memory(value=180_000_000_000, bound="about")):
        result = run([gold], [found])
        assert totals(result)[2] == Score(1, 1, 1)
        assert result.differences == ()


def test_an_alternative_predicate_may_be_of_another_kind() -> None:
    gold = claim(
        "192 GB",
        "component",
        "hardware",
        hardware="x",
        object="gpu",
        value=8,
        unit="1",
        alt={"predicate": ["unit_count"]},
    )
    found = claim("192 GB", "unit_count", hardware="x", value=8, unit="1", event="own")
    assert totals(run([gold], [found]))[0] == Score(1, 1, 0)
    assert totals(run([gold], [{**found, "object": "gpu"}]))[2] == Score(1, 1, 1)


def test_the_object_is_the_value_of_a_hardware_claim_and_a_slot_elsewhere() -> None:
    gold = claim("B200", "memory_type", "hardware", hardware="nvidia-b200", object="HBM3E")
    assert totals(run([gold], [{**gold, "object": "hbm3e"}]))[2] == Score(1, 1, 1)
    assert totals(run([gold], [{**gold, "object": "HBM3"}]))[0] == Score(1, 1, 0)
    ratio = claim("192 GB", "relative", value=2, unit="1", aspect="memory", object="nvidia-h100")
    result = run([ratio], [{**ratio, "object": "nvidia-h200"}])
    assert totals(result)[2] == Score(1, 1, 1)
    assert result.slots["all", "all", "object"] == SlotScore(1, 0)


def test_a_date_is_its_timex_and_the_interval_a_slot() -> None:
    result = run([release()], [release(date_end="2024-03-30")])
    assert totals(result)[0] == Score(1, 1, 1)
    assert result.slots["all", "all", "interval"] == SlotScore(1, 0)
    assert totals(run([release()], [release(timex="2025-03")]))[0] == Score(1, 1, 0)


def test_an_alternative_timex_brings_its_own_interval() -> None:
    gold = release(alt={"timex": ["2024-Q1"]})
    found = release(timex="2024-Q1", date_start="2024-01-01")
    assert run([gold], [found]).slots["all", "all", "interval"] == SlotScore(1, 1)


def test_a_duration_without_a_number_has_no_unit_to_compare() -> None:
    gold = claim("marzo", "duration", timex="P3Y")
    assert totals(run([gold], [{**gold, "unit": "s"}]))[0] == Score(1, 1, 1)


def test_slots_are_compared_where_either_side_sets_them() -> None:
    gold = [memory(source="Nvidia", modality="planned"), transistors(), release()]
    found = [
        memory(source="nvidia", modality="asserted"),
        transistors(source="Nvidia"),
        release(hardware="nvidia-b100"),
    ]
    slots = run(gold, found).slots
    assert slots["all", "all", "source"] == SlotScore(2, 1)
    assert slots["all", "all", "modality"] == SlotScore(3, 2)
    assert slots["all", "all", "hardware"] == SlotScore(3, 2)
    assert slots["language", "it", "modality"] == SlotScore(3, 2)
    assert ("all", "all", "holder") not in slots


def test_deals_are_compared_by_who_shares_them_not_by_name() -> None:
    gold = [memory(deal="x"), transistors(deal="x"), release()]
    same = [memory(deal="1"), transistors(deal="1"), release()]
    assert run(gold, same).slots["all", "all", "deal"] == SlotScore(2, 2)
    apart = [memory(deal="1"), transistors(deal="2"), release()]
    assert run(gold, apart).slots["all", "all", "deal"] == SlotScore(2, 0)
    too_many = [memory(deal="1"), transistors(deal="1"), release(deal="1")]
    assert run(gold, too_many).slots["all", "all", "deal"] == SlotScore(3, 0)


def test_scores_by_predicate_and_language() -> None:
    chinese = {**article(memory()), "id": "b", "language": "zh", "script": "Hant"}
    result = evaluate([article(memory(), release()), chinese], lambda *_: [CLAIM.validate_python(memory())])
    assert result.articles == 2
    assert result.scores["language", "it", "claim"] == Score(2, 1, 1)
    assert result.scores["language", "zh-Hant", "claim"] == Score(1, 1, 1)
    assert result.scores["predicate", "memory_capacity", "claim"] == Score(2, 2, 2)
    assert result.scores["predicate", "availability", "claim"] == Score(1, 0, 0)


def test_extract_is_called_with_the_language_and_the_day_of_publication() -> None:
    calls: list[tuple[str, str, date | None]] = []

    def extract(text: str, language: str, published: date | None) -> list[Claim]:
        calls.append((text, language, published))
        return []

    evaluate([article(), {**article(), "published": None}], extract)
    assert calls == [(TEXT, "it", date(2024, 1, 10)), (TEXT, "it", None)]


def test_rows_are_flat_and_plain() -> None:
    result = run([memory(), release()], [memory(bound="min")])
    rows = result.as_rows()
    assert rows[0] == {
        "scope": "all", "name": "all", "measure": "value", "gold": 2, "found": 1, "right": 1,
        "precision": 1.0, "recall": 0.5, "f1": 0.6667,
    }  # fmt: skip
    assert {
        "scope": "all", "name": "all", "measure": "slot:bound", "compared": 1, "right": 0, "accuracy": 0.0,
    } in rows  # fmt: skip
    assert json.loads(json.dumps(result.difference_rows()))[0] == {
        "article": "a", "what": "wrong", "start": 11, "end": 17, "quote": "192 GB", "predicate": "memory_capacity",
        "fields": {"bound": ["exact", "min"]},
    }  # fmt: skip


def test_findings_count_once_an_article() -> None:
    gold: list[dict[str, Any]] = [
        {
            "id": "a",
            "expected_findings": [
                {"family": "exchange_rate"},
                {"family": "arithmetic", "alt": {"family": ["composition"]}},
            ],
        },
        {"id": "b", "expected_findings": []},
        {"id": "c", "expected_findings": [{"family": "timeline", "optional": True}]},
    ]
    found = {"a": ["exchange_rate", "exchange_rate", "composition"], "b": ["relative"]}
    scores = score_findings(gold, found)
    assert scores["all"] == Score(gold=2, found=3, right=2)
    assert scores["arithmetic"] == Score(1, 1, 1)
    assert scores["relative"] == Score(0, 1, 0)
    assert "timeline" not in scores


def test_no_claims_on_either_side() -> None:
    assert Comparison([], []).scores("claim") == {}


def test_read_gold_reads_numbers_without_floats(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a", "language": "it", "text": "x", "claims": [{"value": 2.35}]}\n\n', "utf-8")
    assert read_gold([path])[0]["claims"] == [{"value": Decimal("2.35")}]


@pytest.mark.parametrize(
    ("line", "words"), [("{", "line 1 is no JSON"), ('{"text": "x"}', "line 1 is no gold article")]
)
def test_read_gold_names_the_line_that_is_wrong(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(UsageError, match=words):
        read_gold([path])


def test_read_gold_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.jsonl cannot be read"):
        read_gold([tmp_path / "missing.jsonl"])


def test_the_corpus_against_itself_scores_full_marks() -> None:
    gold = read_gold(sorted((Path(__file__).parents[1] / "corpus" / "gold").rglob("*.jsonl")))
    by_text = {a["text"]: a["claims"] for a in gold}

    def extract(text: str, language: str, published: date | None) -> list[Claim]:
        return [
            CLAIM.validate_python({k: v for k, v in c.items() if k not in ("optional", "alt")}) for c in by_text[text]
        ]

    result = evaluate(gold, extract)
    assert {score.f1 for score in result.scores.values()} == {1.0}
    assert {slot.accuracy for slot in result.slots.values()} == {1.0}
    assert result.differences == ()
