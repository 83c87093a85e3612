"""Lists whose caption tells what their bare numbers are in: "Prezzi in euro: RTX 5090 2.399; RTX 5080 1.199"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.values import Per, Value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.tables import unit_told

_LEAST, _MOST = Decimal(2), Decimal(5_000_000)
"""What one thing on a list may cost."""
_LEAST_RENT = Decimal("0.05")
_PERIODS: dict[str, Per] = {"hour": "hour", "month": "month", "year": "year"}
_LINE = 70
"""So long is a line at most that goes on with a list without bullets."""
_PARTED = re.compile(r"[\s:=–—-]*$")
"""Between a name and its price."""
_LABELLED = re.compile(r"\S[^:;.]{1,60}\s?[:–—]\s*$")


def read_listed_prices(sentences: Sequence[Sentence]) -> None:
    """Reads bare numbers behind a name as money of the currency that the caption of their list has told, in Italian."""
    currency: str | None = None
    per: Per | None = None
    block = -1
    for sentence in sentences:
        if not sentence.pack.spaced or sentence.block.kind == "table":
            continue
        told = unit_told(sentence)
        if told:
            currency, block = _currency(sentence, told["unit"]), sentence.block_index
            periods = sentence.find_cues("period")
            per = _PERIODS.get(periods[0].label) if periods else None
        elif currency and not _goes_on(sentence, block):
            currency = None
        if currency:
            _read(sentence, currency, per, told.end() if told else sentence.start)


def _currency(sentence: Sentence, unit: str) -> str | None:
    found = sentence.pack.find_values(f"1 {unit}", None, None)
    return found[0].unit if found and found[0].kind == "price" else None


def _goes_on(sentence: Sentence, block: int) -> bool:
    if sentence.block.kind == "list" or sentence.block_index == block:
        return True
    return sentence.block.kind == "paragraph" and sentence.block.end - sentence.block.start <= _LINE


def _read(sentence: Sentence, currency: str, per: Per | None, start: int) -> None:
    for index, value in enumerate(sentence.values):
        if value.start >= start and _may_be_price(value, per) and _is_listed(sentence, value):
            sentence.values[index] = replace(value, kind="price", unit=currency, per=per)


def _may_be_price(value: Value, per: Per | None) -> bool:
    if value.kind != "number" or value.form is not None or value.value is None:
        return False
    return (_LEAST_RENT if per else _LEAST) <= value.value <= _MOST


def _is_listed(sentence: Sentence, value: Value) -> bool:
    """Whether a product's name, or the label of an item, stands right before the number, and nothing that it counts behind."""
    patterns = sentence.pack.patterns
    ends = not sentence.gap(value.end, sentence.end).strip()
    if not ends and not patterns.money.paid_end.match(sentence.text, value.end):
        return False
    before = [m for m in sentence.products if m.end <= value.start]
    if before:
        gap = sentence.gap(before[-1].end, value.start)
        size = patterns.price.size_behind.match(gap)
        if _PARTED.fullmatch(gap[size.end() :] if size else gap):
            return True
    return sentence.block.kind == "list" and _LABELLED.match(sentence.gap(sentence.start, value.start)) is not None
