"""The corpus keeps its own contract: every gold line is valid, and its text is what stands in the article's file."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from corpus.check import KIND_OF, problems

CORPUS = Path(__file__).parents[2] / "corpus"
GOLD_FILES = sorted((CORPUS / "gold").rglob("*.jsonl"))
ENCODINGS = {
    "it-offerta-5080.txt": "cp1252",
    "zh-ascend-roadmap.txt": "gb18030",
    "tw-tsmc-fashuohui.txt": "big5",
    "hk-hbm4.txt": "utf-16",
}


def articles() -> list[dict[str, Any]]:
    return [json.loads(line) for path in GOLD_FILES for line in path.read_text("utf-8").splitlines()]


def articles_with_a_file() -> list[dict[str, Any]]:
    return [article for article in articles() if "file" in article]


def text_of(article: dict[str, Any]) -> str:
    path: Path = CORPUS / "articles" / article["file"]
    decoded = path.read_bytes().decode(ENCODINGS.get(path.name, "utf-8-sig"))
    if path.suffix == ".json":
        return str(json.loads(decoded)["text"])
    if path.suffix == ".jsonl":
        return str(next(row["text"] for row in map(json.loads, decoded.splitlines()) if row["id"] == article["id"]))
    return decoded


def test_there_is_a_gold_file_for_each_split_language_and_script() -> None:
    names = ["it.jsonl", "zh-Hans.jsonl", "zh-Hant.jsonl"]
    found = {path.relative_to(CORPUS / "gold").as_posix() for path in GOLD_FILES}
    assert found == {f"{folder}{name}" for folder in ("", "dev/", "test/") for name in names}


def test_the_test_split_lies_apart_and_is_what_was_committed() -> None:
    for path in GOLD_FILES:
        splits = {json.loads(line)["split"] for line in path.read_text("utf-8").splitlines()}
        assert splits == {{"gold": "train"}.get(path.parent.name, path.parent.name)}
    sums = (CORPUS / "gold" / "test" / "SHA256SUMS").read_text("utf-8").split()
    for digest, name in zip(sums[::2], sums[1::2], strict=True):
        assert sha256((CORPUS / "gold" / "test" / name).read_bytes()).hexdigest() == digest
    assert len(sums) == 6


def test_no_id_stands_twice() -> None:
    assert [name for name, count in Counter(article["id"] for article in articles()).items() if count > 1] == []


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_gold_file_has_no_problem(path: Path) -> None:
    assert problems(path) == []


@pytest.mark.parametrize("article", articles_with_a_file(), ids=lambda article: article["id"])
def test_gold_text_is_the_decoded_file(article: dict[str, Any]) -> None:
    assert text_of(article) == article["text"]


def test_every_article_file_has_gold() -> None:
    files = {path.name for path in (CORPUS / "articles").iterdir()}
    assert files == {article["file"] for article in articles_with_a_file()}


@pytest.mark.parametrize("language", ["it", "zh"])
def test_every_predicate_occurs(language: str) -> None:
    met = {
        claim["predicate"] for article in articles() if article["language"] == language for claim in article["claims"]
    }
    assert KIND_OF.keys() - met == set()


def test_every_article_holds_enough_claims_to_be_worth_reading() -> None:
    assert [article["id"] for article in articles() if len(article["claims"]) < 10] == []


def test_the_counts_in_the_readme_are_true() -> None:
    total = f"| all | {len(articles())} | {sum(len(article['claims']) for article in articles())} |"
    assert total in (CORPUS / "README.md").read_text("utf-8")
