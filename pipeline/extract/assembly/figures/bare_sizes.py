"""Process sizes without their unit, once one has been told: "uno è prodotto a 5 nm, l'altro è a 3", "scende ai 2"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.reading import Sentence

_SIZE = re.compile(r"(?:\d|due|tre|quattro|cinque|sei|sette|otto)\s*(?:nm|nanometri)\b", re.IGNORECASE)
_UNIT = re.compile(r"nm|nanometr", re.IGNORECASE)
_REACH = 200
_AT = re.compile(
    r"\b(?:è|era|sono|erano|sarà|saranno|resta|restano|restava|rimane|rimangono|rimast[oaie]|ferm[oaie]|fermat[oaie]|ferma)"
    r"\s+(?:ancora\s+|già\s+|invece\s+|sempre\s+|ferm[oaie]\s+){0,2}(?:ai?)\s*$",
    re.IGNORECASE,
)
"""Right before a number: that something stands at it, as nothing does at a count."""
_TO = re.compile(
    r"\b(?:pass|scend|sces|us|sceg|scelt|preved|previst|adott|stamp|produ|fabbric|costrui|realizz)\w*\s+(?:ancora\s+|già\s+|invece\s+|sempre\s+)?(?:ai?|i|in)\s*$|"
    r"\b(?:chip|die|chiplet)\s+(?:di\s+I/O\s+)?(?:a|da)\s*$",
    re.IGNORECASE,
)
"""Right before a number: a step or a choice, which is one of a process where the figure before was one."""
_ENDS = re.compile(
    r"\s*(?:[.,;:!?)»”\"]|$|(?:e|ed|o|ma|di|dei|della|mentre|per|con|nel|nella|come|sempre|ancora)\b)", re.IGNORECASE
)
_LARGEST = 40
_NANOMETRE = Decimal("1e-9")


def read_bare_sizes(sentence: Sentence) -> None:
    """Reads the numbers of such statements as lengths, in place."""
    if not sentence.pack.spaced:
        return
    for index, value in enumerate(sentence.values):
        if value.kind != "number" or value.form is not None or not value.value or value.value_high is not None:
            continue
        if value.value > _LARGEST or value.value != int(value.value) or not _ENDS.match(sentence.text, value.end):
            continue
        if _stands(sentence, value) or _steps(sentence, value, sentence.values[:index]):
            size = value.value * _NANOMETRE
            sentence.values[index] = replace(value, kind="quantity", unit="m", value=size)


def is_bare_size(sentence: Sentence, value: Value) -> bool:
    """Whether a length was read from a number without a unit."""
    return sentence.pack.spaced and value.unit == "m" and not _UNIT.search(sentence.text, value.start, value.end)


def _stands(sentence: Sentence, value: Value) -> bool:
    start = max(sentence.block.start, value.start - _REACH)
    told = _SIZE.search(sentence.text, start, value.start)
    return told is not None and _AT.search(sentence.text, sentence.start, value.start) is not None


def _steps(sentence: Sentence, value: Value, before: list[Value]) -> bool:
    if not _TO.search(sentence.text, sentence.start, value.start):
        return False
    if before:
        return before[-1].unit == "m" and before[-1].value is not None and before[-1].value < _LARGEST * _NANOMETRE
    above = sentence.text[max(sentence.block.start, sentence.start - _REACH) : sentence.start]
    sizes = list(_SIZE.finditer(above))
    return bool(sizes) and not any(c.isdigit() for c in above[sizes[-1].end() :])
