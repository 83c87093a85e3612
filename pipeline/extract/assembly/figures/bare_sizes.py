"""Process sizes without their unit, once one has been told: "uno è prodotto a 5 nm, l'altro è a 3", "scende ai 2"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.reading import Sentence

_REACH = 200
_LARGEST = 40
_NANOMETRE = Decimal("1e-9")


def read_bare_sizes(sentence: Sentence) -> None:
    """Reads the numbers of such statements as lengths, in place."""
    for index, value in enumerate(sentence.values):
        if value.kind != "number" or value.form is not None or not value.value or value.value_high is not None:
            continue
        if (
            value.value > _LARGEST
            or value.value != int(value.value)
            or not sentence.pack.patterns.figure.ends.match(sentence.text, value.end)
        ):
            continue
        if _stands(sentence, value) or _steps(sentence, value, sentence.values[:index]):
            size = value.value * _NANOMETRE
            sentence.values[index] = replace(value, kind="quantity", unit="m", value=size)


def is_bare_size(sentence: Sentence, value: Value) -> bool:
    """Whether a length was read from a number without a unit."""
    return (
        sentence.pack.spaced
        and value.unit == "m"
        and not sentence.pack.patterns.figure.nanometre.search(sentence.text, value.start, value.end)
    )


def _stands(sentence: Sentence, value: Value) -> bool:
    figure = sentence.pack.patterns.figure
    start = max(sentence.block.start, value.start - _REACH)
    told = figure.process_size.search(sentence.text, start, value.start)
    return told is not None and figure.stands_at.search(sentence.text, sentence.start, value.start) is not None


def _steps(sentence: Sentence, value: Value, before: list[Value]) -> bool:
    figure = sentence.pack.patterns.figure
    if not figure.goes_to.search(sentence.text, sentence.start, value.start):
        return False
    if before:
        return before[-1].unit == "m" and before[-1].value is not None and before[-1].value < _LARGEST * _NANOMETRE
    above = sentence.text[max(sentence.block.start, sentence.start - _REACH) : sentence.start]
    sizes = list(figure.process_size.finditer(above))
    return bool(sizes) and not any(c.isdigit() for c in above[sizes[-1].end() :])
