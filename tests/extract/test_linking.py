"""Mentions in context: `[[words|id]]` marks what must be found, `[[words|id?]]` a product that the model does not know."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.hardware import load
from pipeline.extract.linking import Linker
from pipeline.extract.mentions import Mention

CASES = Path(__file__).parent / "cases" / "linking.jsonl"
MARK = re.compile(r"\[\[(.+?)\|(.+?)\]\]")
TO_SIMPLIFIED = opencc.OpenCC("t2s").convert


class Marked(NamedTuple):
    start: int
    end: int
    id: str
    known: bool


def unmarked(text: str) -> tuple[str, list[Marked]]:
    """The plain text and its marks."""
    plain, marks, last = "", [], 0
    for match in MARK.finditer(text):
        plain += text[last : match.start()]
        marks.append(Marked(len(plain), len(plain) + len(match[1]), match[2].removesuffix("?"), match[2][-1] != "?"))
        plain += match[1]
        last = match.end()
    return plain + text[last:], marks


def cases() -> list[dict[str, str]]:
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(load())


def found(mentions: list[Mention]) -> list[Marked]:
    return [Marked(m.start, m.end, m.id, m.known) for m in mentions]


@pytest.mark.parametrize("case", cases(), ids=lambda case: unmarked(case["text"])[0][:40])
def test_linking_in_context(linker: Linker, case: dict[str, str]) -> None:
    text, marks = unmarked(case["text"])
    view = TO_SIMPLIFIED(text)
    assert len(view) == len(text)
    assert found(linker.find(view, case["language"])) == marks
