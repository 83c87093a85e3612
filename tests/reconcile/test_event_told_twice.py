"""One event of a site or a delivery, dated twice in an article."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, attribute, outcome, reconcile_cases, when

H100 = "nvidia-h100"


def runs(timex: str, quote: str, predicate: str = "deployment", **fields: object) -> Row:
    first, last = (timex, timex) if len(timex) > 7 else (f"{timex}-01", f"{timex}-28")
    return when(predicate, first, last, timex=timex, quote=quote, **{"hardware": H100, "modality": "planned"} | fields)


def words(text: str, sentence: int = 0) -> Row:
    """Words of the sentence; the claim that carries them is of no interest to the check."""
    return attribute("foundry", object="TSMC", quote=text, sentence=sentence)


CASES = {
    "by its name": Case(
        [words("Il centro di Nuoro parte a"), runs("2026-03", "marzo 2026"), words("Il centro di Nuoro sarà acceso a", 1), runs("2026-10", "ottobre 2026", sentence=1)],
        "conflict", "self_contradiction",
    ),
    "by its count": Case(
        [words("le 480 schede arrivano a"), runs("2026-03", "marzo 2026", "delivery"), words("la consegna delle 480 schede a", 1), runs("2026-10", "ottobre 2026", "delivery", sentence=1)],
        "conflict",
    ),
    "a year is no count": Case(
        [words("arrivano a"), runs("2026-03", "marzo 2026", "delivery"), words("la consegna a", 1), runs("2026-10", "ottobre 2026", "delivery", sentence=1)], None
    ),
    "the same date": Case(
        [words("Il centro di Nuoro parte a"), runs("2026-03", "marzo 2026"), words("Il centro di Nuoro sarà acceso il", 1), runs("2026-03-12", "12 marzo 2026", sentence=1)], None
    ),
    "two sites": Case(
        [words("Il centro di Nuoro parte a"), runs("2026-03", "marzo 2026"), words("Il centro di Olbia sarà acceso a", 1), runs("2026-10", "ottobre 2026", sentence=1)], None
    ),
    "a second phase": Case(
        [words("Il centro di Nuoro parte a"), runs("2026-03", "marzo 2026"), words("La seconda fase, al centro di Nuoro,", 1), runs("2026-10", "ottobre 2026", sentence=1)], None
    ),
    "put off": Case(
        [words("Il centro di Nuoro parte a"), runs("2026-03", "marzo 2026"), words("Il centro di Nuoro slitta a", 1), runs("2026-10", "ottobre 2026", sentence=1)], None
    ),
    "a third date": Case(
        [words("Il centro di Nuoro parte a"), runs("2026-03", "marzo 2026"), words("Il centro di Nuoro sarà acceso a", 1), runs("2026-10", "ottobre 2026", sentence=1),
         runs("2027-02", "febbraio 2027", sentence=2)], None
    ),
    "two products": Case(
        [words("le 480 schede arrivano a"), runs("2026-03", "marzo 2026", "delivery"), words("e 480 a", 1), runs("2026-10", "ottobre 2026", "delivery", hardware="nvidia-b200", sentence=1)], None
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "event_told_twice", CASES)


@pytest.mark.parametrize("name", CASES)
def test_event_told_twice(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict
    if CASES[name].family:
        assert findings[name][0]["family"] == CASES[name].family


def test_what_both_sentences_tell_of_is_told(findings: dict[str, list[Row]]) -> None:
    assert "Both sentences tell of “centro di Nuoro”" in findings["by its name"][0]["explanation_en"]
    assert "Both sentences tell of “480”" in findings["by its count"][0]["explanation_en"]
