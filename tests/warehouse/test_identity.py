"""Ids depend on what is said and where, on nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from models.records import Article, Block, Claim
from warehouse.identity import article_id, claim_id, input_hash

TEXT = "Meta ordina 300 GPU"
ORDER = {"kind": "quantity", "predicate": "unit_count", "value": Decimal(300), "unit": "1", "event": "order"}


def test_an_article_is_its_key_and_its_text() -> None:
    assert article_id("a.txt", TEXT) == article_id("a.txt", TEXT)
    assert len({article_id("a.txt", TEXT), article_id("b.txt", TEXT), article_id("a.txt", TEXT + " ")}) == 3
    assert article_id("a", "b.txt") != article_id("ab", ".txt")


@pytest.mark.parametrize(
    "change",
    [
        {"confidence": 0.4},
        {"extractor": "tagger 2"},
        {"known": True},
        {"deal": "d7"},
        {"same_as": "s1"},
        {"value": Decimal("300.00")},
    ],
)
def test_a_claim_keeps_its_id_when_only_its_making_changes(
    make_claim: Callable[..., Claim], change: dict[str, object]
) -> None:
    before = make_claim(TEXT, "300 GPU", **ORDER)
    after = make_claim(TEXT, "300 GPU", **{**ORDER, **change})
    assert claim_id("a", before.model_dump()) == claim_id("a", after.model_dump())


@pytest.mark.parametrize(
    "change",
    [{"value": Decimal(301)}, {"event": "deploy"}, {"holder": "Meta"}, {"bound": "min"}, {"modality": "planned"}],
)
def test_a_claim_that_says_something_else_is_another(
    make_claim: Callable[..., Claim], change: dict[str, object]
) -> None:
    before = make_claim(TEXT, "300 GPU", **ORDER)
    after = make_claim(TEXT, "300 GPU", **{**ORDER, **change})
    assert claim_id("a", before.model_dump()) != claim_id("a", after.model_dump())


def test_a_claim_said_twice_is_two_claims(make_claim: Callable[..., Claim]) -> None:
    here = make_claim(TEXT, "300", **ORDER)
    there = make_claim(" " + TEXT, "300", **ORDER)
    assert claim_id("a", here.model_dump()) != claim_id("a", there.model_dump())
    assert claim_id("a", here.model_dump()) != claim_id("b", here.model_dump())


def test_what_the_extractor_sees_decides_whether_it_must_see_it_again(make_article: Callable[..., Article]) -> None:
    block = Block(kind="paragraph", start=0, end=5)
    seen = input_hash(make_article(TEXT, blocks=(block,)))
    same = [{"path": "/elsewhere.txt"}, {"language": "it"}, {"spun_score": 0.2}, {"encoding": "big5"}]
    other = [
        {"published": date(2024, 6, 4)},
        {"title": "Meta"},
        {"publisher": "ANSA"},
        {"blocks": (block.model_copy(update={"kind": "title"}),)},
    ]
    assert {input_hash(make_article(TEXT, **{"blocks": (block,), **change})) for change in same} == {seen}
    assert seen not in {input_hash(make_article(TEXT, **{"blocks": (block,), **change})) for change in other}
    assert input_hash(make_article(TEXT, blocks=(block.model_copy(update={"language": "it"}),))) == seen
