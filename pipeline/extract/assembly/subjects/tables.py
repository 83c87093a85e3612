"""Tables: a cell's value takes its product from its row or its column, its predicate from the same, its unit from the header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.reading import Cell, Sentence

_SEPARATOR = re.compile(r"\s*\|\s*|\t+|\s{2,}|(?<=\S)\u3000+")
_OUTER_BORDER = re.compile(r" *(?:\| *)?")
"""What stands before the first cell, which may be empty."""
_RULE = re.compile(r"[\s|:+=-]*")
_IN_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]{1,16})[)）\]]")
_YEAR = 4
_UNIT_FOLLOWS = re.compile(r"[,，:：/]\s*([^,，:：/]{1,10})$")


def lay_out_tables(sentences: Sequence[Sentence], published: date | None) -> None:
    """Gives each table row its cells, its header row, and the units that only the header holds."""
    if all(sentence.block.kind != "table" for sentence in sentences):
        return
    header: Sentence | None = None
    previous = -2
    caption: re.Match[str] | None = None
    last = -1
    for sentence in sentences:
        if sentence.block.kind != "table":
            caption = unit_told(sentence) or (caption if sentence.block_index == last else None)
            last = sentence.block_index
            continue
        if sentence.block_index != previous + 1:
            header = None
        previous = sentence.block_index
        sentence.cells = _cells(sentence)
        if header is None:
            header = sentence
            continue
        sentence.header = header
        _read_years_as_counts(sentence)
        _read_elided_units(sentence, header, published, caption["unit"] if caption else None)


def unit_told(sentence: Sentence) -> re.Match[str] | None:
    """What a sentence says that the bare numbers below are in (group `unit`): "prezzi in euro", (单位：万元)."""
    patterns = sentence.pack.patterns
    told = patterns.layout.unit.search(sentence.text, sentence.start, sentence.end)
    return told or patterns.layout.unit_in_brackets.search(sentence.text, sentence.start, sentence.end)


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


def _read_elided_units(sentence: Sentence, header: Sentence, published: date | None, of_table: str | None) -> None:
    """A bare number under "Prezzo (€)" or 显存/GB is read again with the unit of its header, else with the table's."""
    for index, value in enumerate(sentence.values):
        cell = sentence.cell(value.start)
        column = sentence.column(value.start)
        if value.kind != "number" or cell is None or column is None:
            continue
        title = header.text[column.start : column.end]
        own = _IN_BRACKETS.search(title) or _UNIT_FOLLOWS.search(title)
        unit = own[1] if own else of_table if _fills(sentence, value, cell) else None
        if not unit:
            continue
        written = sentence.text[value.start : value.end]
        for joined in (f"{written} {unit}", f"{written}{unit}", f"{unit} {written}"):
            again = sentence.pack.find_values(joined, published, None)
            if len(again) == 1 and again[0].kind in {"price", "quantity", "percent"}:
                sentence.values[index] = _placed(again[0], value)
                break


def _read_years_as_counts(sentence: Sentence) -> None:
    """ "Stream Processor | 2048": where the title tells of cores, a number that could be a year is none."""
    for index, value in enumerate(sentence.values):
        cell = sentence.cell(value.start)
        written = sentence.text[value.start : value.end]
        if value.kind != "date" or cell is None or len(written) != _YEAR or not written.isdigit():
            continue
        title = sentence.cue_of_table("spec", value)
        if title is not None and title.label == "core_count" and _fills(sentence, value, cell):
            sentence.values[index] = Value(kind="number", start=value.start, end=value.end, value=Decimal(written))


def _fills(sentence: Sentence, value: Value, cell: Cell) -> bool:
    """Whether the number is all that its cell holds, and no name in the first one."""
    first = cell == sentence.cells[0]
    return not first and sentence.text[cell.start : cell.end].strip() == sentence.text[value.start : value.end]


def _placed(value: Value, at: Value) -> Value:
    return replace(value, start=at.start, end=at.end, bound=at.bound)
