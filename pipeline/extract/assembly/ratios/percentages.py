"""Percentages without their sign: "la resa è salita al 40", once a percentage has been told; "tre server su quattro"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from models.values import Value
from pipeline.extract.assembly.reading import Sentence

_HUNDRED = 100


def read_bare_percentages(sentence: Sentence, *, shares: bool = False) -> None:
    """Reads "il 14" behind "il 20 %" as 14 % too, in place of the day or the number that it was taken for.

    With `shares`, that is where parts of a whole have just been told, a number with a decimal comma needs no percentage before it.
    """
    first = next((v for v in sentence.values if v.kind == "percent" and v.unit == "%"), None)
    if first is None and not shares:
        return
    for match in sentence.pack.patterns.ratio.bare_percent.finditer(sentence.text, sentence.start, sentence.end):
        value = _percentage(sentence, match)
        if value is None or (first is None and "," not in match["number"]):
            continue
        kept = [v for v in sentence.values if v.end <= value.start or value.end <= v.start]
        sentence.values = sorted([*kept, value], key=lambda v: v.start)


def read_points(sentence: Sentence, *, shares: bool = False) -> None:
    """Reads "guadagna due punti" as percentage points where a share is told: here, or with `shares` just before."""
    told = shares or any(v.kind == "percent" for v in sentence.values) or bool(sentence.find_cues("share"))
    for index, value in enumerate(sentence.values):
        plain = value.kind == "number" and value.form is None and value.value is not None and value.value < _HUNDRED
        behind = sentence.pack.patterns.change.points.match(sentence.text, value.end) if plain and told else None
        if behind and sentence.find_cues("change", sentence.clause(value.start)):
            sentence.values[index] = replace(value, kind="percent", unit="pp", end=behind.end(1))


def read_parts_of_things(sentence: Sentence) -> None:
    """Reads "tre server su quattro" as three quarters: so many of a thing out of so many."""
    _read_of_so_many(sentence)
    numbers = [v for v in sentence.values if v.kind == "number" and v.form is None and v.value and not v.value_high]
    for part, whole in pairwise(numbers):
        if not part.value or not whole.value or not part.value < whole.value <= _HUNDRED:
            continue
        if part.value != int(part.value) or not sentence.pack.patterns.share.out_of_next.fullmatch(
            sentence.gap(part.end, whole.start)
        ):
            continue
        read = replace(part, end=whole.end, value=part.value / whole.value, form="fraction")
        sentence.values = sorted([read, *(v for v in sentence.values if v not in (part, whole))], key=lambda v: v.start)


def read_multiplied(sentence: Sentence) -> None:
    """Reads the number in "moltiplicato per otto" as eight times."""
    for index, value in enumerate(sentence.values):
        plain = value.kind == "number" and value.form is None and value.value is not None and value.value > 1
        if plain and sentence.pack.patterns.change.multiplied_by.search(sentence.text, sentence.start, value.start):
            sentence.values[index] = replace(value, form="multiple")


def _read_of_so_many(sentence: Sentence) -> None:
    """Reads "su dieci chip venduti, sette portano …" as seven tenths at the place of the second number."""
    share = sentence.pack.patterns.share
    numbers = [v for v in sentence.values if v.kind == "number" and v.form is None and v.value and not v.value_high]
    for whole, part in pairwise(numbers):
        if not part.value or not whole.value or not part.value < whole.value <= _HUNDRED:
            continue
        opens = share.out_of_number.search(sentence.text, sentence.start, whole.start)
        if (
            not opens
            or not share.then.fullmatch(sentence.gap(whole.end, part.start))
            or not share.some.match(sentence.text, part.end)
        ):
            continue
        read = replace(part, value=part.value / whole.value, form="fraction")
        sentence.values = sorted([read, *(v for v in sentence.values if v not in (part, whole))], key=lambda v: v.start)


def _percentage(sentence: Sentence, match: re.Match[str]) -> Value | None:
    """The number as a percentage, unless it is part of a name or of a longer value."""
    start, end = match.span("number")
    taken = [v for v in sentence.values if v.start < end and start < v.end]
    if any(v.start < start or end < v.end or v.kind not in {"number", "date"} for v in taken):
        return None
    if any(m.start < end and start < m.end for m in sentence.products):
        return None
    read = sentence.pack.find_values(f"{match['number']}%", None, None)
    if len(read) != 1 or read[0].kind != "percent":
        return None
    bound = taken[0].bound if taken and taken[0].kind == "number" else read[0].bound
    return replace(read[0], start=start, end=end, bound=bound)
