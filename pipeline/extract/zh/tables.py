"""Numbers of a table whose header, or a line above it, names their currency or unit: "营收(亿元)", "单位:万美元"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal

from models.values import Value
from pipeline.extract.zh.amounts import Amount, read_amount

_CELL = re.compile(r"[|\t]")
_UNIT_IN_HEADER = re.compile(r"[(（/]\s*([^()（）|\t\n]{1,8}?)\s*[)）]?\s*$")
_UNIT_OF_TABLE = re.compile(r"单位\s*[:为]?\s*([^\s()|,，。;、]{1,8})")


def with_header_units(text: str, values: list[Value], amounts: list[Amount | None], native: str) -> list[Value]:
    """The values, each bare number of a table in the unit that its column's header or the line 单位: gives it."""
    if "|" not in text and "\t" not in text:
        return values
    cells = _cells_with_units(text, native)
    starts = [start for start, _, _ in cells]
    scaled = []
    for value, amount in zip(values, amounts, strict=True):
        index = bisect_right(starts, value.start) - 1
        inside = index >= 0 and value.end <= cells[index][1]
        wanted = inside and amount is not None and amount.bare and value.form is None
        scaled.append(_scaled(value, cells[index][2]) if wanted else value)
    return scaled


def _cells_with_units(text: str, native: str) -> list[tuple[int, int, Amount]]:
    """Start and end of each table cell whose column or table names a unit, with what one of that unit is."""
    found: list[tuple[int, int, Amount]] = []
    header: list[Amount | None] = []
    whole: Amount | None = None
    place = 0
    for line in text.split("\n"):
        cells = _CELL.split(line)
        if len(cells) < 2:
            header = []
            named = _UNIT_OF_TABLE.search(line)
            whole = _unit(named[1], native) if named else whole if not line.strip() else None
        elif not header:
            header = [_header_unit(cell, native) for cell in cells]
        else:
            at = place
            for column, cell in enumerate(cells):
                unit = (header[column] if column < len(header) else None) or whole
                if unit:
                    found.append((at, at + len(cell), unit))
                at += len(cell) + 1
        place += len(line) + 1
    return found


def _header_unit(cell: str, native: str) -> Amount | None:
    match = _UNIT_IN_HEADER.search(cell)
    return _unit(match[1], native) if match else None


def _unit(words: str, native: str) -> Amount | None:
    """What one of a unit is: 亿元 is 100000000 CNY."""
    amount = read_amount(f"1{words}", 0, native)
    return (
        amount
        if amount and amount.end == len(words) + 1 and amount.scale.kind in ("price", "quantity", "percent")
        else None
    )


def _scaled(value: Value, unit: Amount) -> Value:
    def convert(number: Decimal | None) -> Decimal | None:
        return None if number is None else unit.scale.apply(number * unit.low)

    return replace(
        value,
        kind=unit.scale.kind,
        unit=unit.scale.code,
        value=convert(value.value),
        value_high=convert(value.value_high),
    )
