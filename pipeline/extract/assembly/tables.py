"""Tables: a cell's value takes its product from its row or its column, its predicate from the same, its unit from the header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.values import Value
from pipeline.extract.assembly.reading import Cell, Sentence

_SEPARATOR = re.compile(r"\s*\|\s*|\t+|\s{2,}|(?<=\S)\u3000+")
_OUTER_BORDER = re.compile(r" *(?:\| *)?")
"""What stands before the first cell, which may be empty."""
_RULE = re.compile(r"[\s|:+=-]*")
_IN_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]{1,16})[)）\]]")
_UNIT_FOLLOWS = re.compile(r"[,，:：/]\s*([^,，:：/]{1,10})$")


def lay_out_tables(sentences: Sequence[Sentence], published: date | None) -> None:
    """Gives each table row its cells, its header row, and the units that only the header holds."""
    header: Sentence | None = None
    previous = -2
    for sentence in sentences:
        if sentence.block.kind != "table":
            continue
        if sentence.block_index != previous + 1:
            header = None
        previous = sentence.block_index
        sentence.cells = _cells(sentence)
        if header is None:
            header = sentence
            continue
        sentence.header = header
        _read_elided_units(sentence, header, published)


def _cells(sentence: Sentence) -> list[Cell]:
    """The row's cells by place; a rule of dashes has none."""
    row = sentence.text[sentence.start : sentence.end]
    if _RULE.fullmatch(row):
        return []
    start = _OUTER_BORDER.match(row).end()  # type: ignore[union-attr]  # it matches the empty string too
    stop = len(row.rstrip(" |\t"))
    cells = []
    for match in _SEPARATOR.finditer(row, start, stop):
        cells.append(Cell(sentence.start + start, sentence.start + match.start()))
        start = match.end()
    return [*cells, Cell(sentence.start + start, sentence.start + stop)]


def _read_elided_units(sentence: Sentence, header: Sentence, published: date | None) -> None:
    """A bare number under "Prezzo (€)" or 显存/GB is read again with the unit of its header."""
    for index, value in enumerate(sentence.values):
        cell = sentence.cell(value.start)
        column = sentence.column(value.start)
        if value.kind != "number" or cell is None or column is None:
            continue
        title = header.text[column.start : column.end]
        unit = _IN_BRACKETS.search(title) or _UNIT_FOLLOWS.search(title)
        if not unit:
            continue
        written = sentence.text[value.start : value.end]
        for joined in (f"{written} {unit[1]}", f"{written}{unit[1]}", f"{unit[1]} {written}"):
            again = sentence.pack.find_values(joined, published, None)
            if len(again) == 1 and again[0].kind in {"price", "quantity", "percent"}:
                sentence.values[index] = _placed(again[0], value)
                break


def _placed(value: Value, at: Value) -> Value:
    return replace(value, start=at.start, end=at.end, bound=at.bound)
