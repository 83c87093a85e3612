"""Two figures around a stroke that are no range: cores and threads (16C/32T, "16/32" under "Core/Thread"), base and boost clock."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.reading import Sentence

_CORES_AND_THREADS = re.compile(r"(?<![\w/.])(\d{1,3})C ?/ ?\d{1,3}T(?!\w)")
_TWO_NUMBERS = re.compile(r"\s*(\d{1,3})\s*/\s*\d{1,3}\s*")
_STROKE = re.compile(r"\s?/\s?")
_CORES = "C"


def part_pairs(sentences: Sequence[Sentence]) -> None:
    """Puts the number of cores in the place of what was read in a pair of cores and threads, and parts two clocks."""
    for sentence in sentences:
        for match in _CORES_AND_THREADS.finditer(sentence.text, sentence.start, sentence.end):
            _replace(sentence, match, match.end(1) + len(_CORES))
        for cell in sentence.cells:
            column = sentence.column(cell.start)
            title = sentence.header.text[column.start : column.end] if column and sentence.header else ""
            pair = (
                _TWO_NUMBERS.fullmatch(sentence.text, cell.start, cell.end)
                if sentence.pack.patterns.figure.cores_and_threads.search(title)
                else None
            )
            if pair:
                _replace(sentence, pair, pair.end(1))
        sentence.values = [part for value in sentence.values for part in _clocks(sentence, value)]


def _clocks(sentence: Sentence, value: Value) -> list[Value]:
    """ "4,3/5,7 GHz": of a processor these are two clocks, and no range."""
    stroke = sentence.text.find("/", value.start, value.end)
    if value.unit != "Hz" or value.value_high is None or stroke < 0:
        return [value]
    first = replace(value, end=stroke - (sentence.text[stroke - 1] == " "), value_high=None, bound="exact")
    start = stroke + 1 + (sentence.text[stroke + 1] == " ")
    return [first, replace(value, start=start, value=value.value_high, value_high=None, bound="exact")]


def _replace(sentence: Sentence, match: re.Match[str], end: int) -> None:
    cores = Value(kind="number", start=match.start(1), end=end, value=Decimal(match[1]))
    others = [v for v in sentence.values if v.end <= match.start() or v.start >= match.end()]
    sentence.values = sorted([*others, cores], key=lambda v: v.start)


def counts_cores(sentence: Sentence, value: Value) -> bool:
    """Whether the number is written as one of cores: the 16C of 16C/32T."""
    return sentence.text[value.end - 1 : value.end] == _CORES and value.kind == "number"


def clock_of_pair(sentence: Sentence, value: Value) -> str | None:
    """Which clock a value in "4,3/5,7 GHz" is: "base" the first, "boost" the second; None elsewhere."""
    for other in sentence.values:
        if other is value or other.unit != value.unit or other.value is None or value.value is None:
            continue
        first, second = (value, other) if value.start < other.start else (other, value)
        lower = (first.value or 0) < (second.value or 0)
        if lower and first.end <= second.start and _STROKE.fullmatch(sentence.text, first.end, second.start):
            return "base" if value is first else "boost"
    return None
