"""Sentences of our own with the claims that they make; a case names the fields that it is about."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from models.records import Article, Block, claim_to_dict
from pipeline.extract.extractor import Extractor
from pipeline.text.blocks import split_blocks
from pipeline.text.script import script_of

CASES = [
    json.loads(line)
    for file in ("claims.jsonl", "names.jsonl", "subjects.jsonl")
    for line in (Path(__file__).parent / "cases" / file).read_text(encoding="utf-8").splitlines()
]


@cache
def extractor() -> Extractor:
    return Extractor()


def article_of(case: dict[str, Any]) -> Article:
    text, chinese = case["text"], case["language"] == "zh"
    blocks = split_blocks(text) if case.get("blocks") == "auto" else (Block(kind="paragraph", start=0, end=len(text)),)
    published = date.fromisoformat(case["published"]) if case["published"] else None
    script = script_of(text) if chinese else None
    return Article(
        document_key="case", text=text, language=case["language"], script=script, published=published, blocks=blocks
    )


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_sentence_makes_these_claims_and_no_others(case: dict[str, Any]) -> None:
    left = [claim_to_dict(claim) for claim in extractor().claims(article_of(case))]
    for expected in case["claims"]:
        match = next((c for c in left if all(c.get(k) == v for k, v in expected.items())), None)
        assert match is not None, f"no claim has {expected}; left are {left}"
        left.remove(match)
    assert left == []


def test_there_are_cases_of_both_languages_and_of_nothing_to_claim() -> None:
    assert len(CASES) >= 150
    assert {case["language"] for case in CASES} == {"it", "zh"}
    assert sum(not case["claims"] for case in CASES) >= 10
