"""Numbers whose unit is told apart from them: "ne consuma 25, di watt", "di watt ne consuma 300", "di GB ne ha 64"."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.assembly.reading import Sentence


def read_detached_units(sentence: Sentence) -> None:
    """Reads a bare number in the unit that follows behind a comma or was put first; its place stays that of the number."""
    figure = sentence.pack.patterns.figure
    for index, value in enumerate(sentence.values):
        if value.kind != "number" or value.form is not None:
            continue
        told = figure.unit_behind.match(sentence.text, value.end) or figure.unit_fronted.search(
            sentence.text, sentence.start, value.start
        )
        if told is None:
            continue
        number = sentence.text[value.start : value.end]
        again = sentence.pack.find_values(f"{number} {told['unit']}", None, None)
        if len(again) == 1 and again[0].value is not None and again[0].kind in {"quantity", "price"}:
            found = again[0]
            sentence.values[index] = replace(
                value, kind=found.kind, value=found.value, value_high=found.value_high, unit=found.unit
            )
