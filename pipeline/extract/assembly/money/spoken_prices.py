"""Prices told without a currency, as people talk: 一万九买张4090, 黄牛价冲到三万, 4899就能拿下."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from models.values import Value
from pipeline.extract.assembly.counts.counted import counted_thing
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.pack import load_pack

_COUNTED = frozenset({"ship", "produce", "own", "require"})
_LEAST, _MOST = Decimal(200), Decimal(5_000_000)
"""What hardware that is talked about so may cost."""
_LEAST_TOLD = Decimal(15)
"""What it may cost at least where the article has named its currency before."""
_LEAST_SPENT = Decimal(10_000_000)
_LATELY = 3
_FARTHEST = Decimal(4)
"""Of so many prices told last a further one is at most so many times one, or one part of so many."""


def home_currency(sentences: Sequence[Sentence], script: str | None) -> str | None:
    """The currency of a price told without one: what a bare 元 of the article stands for, in Italian that of the first price."""
    if not sentences:
        return None
    if sentences[0].pack.spaced:
        return next((v.unit for s in sentences for v in s.values if v.kind == "price"), None)
    in_yuan = sentences[0].pack.patterns.price.in_yuan
    told = (v for s in sentences for v in s.values if v.kind == "price" and in_yuan.fullmatch(s.text, v.start, v.end))
    first = next(told, None)
    return first.unit if first else _bare_yuan(sentences[0].pack.language, script)


@cache
def _bare_yuan(language: str, script: str | None) -> str | None:
    found = load_pack(language).find_values("1元", None, script)
    return found[0].unit if found else None


def read_spoken_prices(sentence: Sentence, discourse: Discourse) -> None:
    """Reads a bare number as money of the article's own currency where the words around it speak of buying or of a price."""
    currency = (sentence.pack.spaced and discourse.currency) or discourse.home_currency
    if currency is None or sentence.vetoed(sentence):
        return
    priced = bool(sentence.products or discourse.focus or discourse.title)
    for index, value in enumerate(sentence.values):
        row = _unit_of_row(sentence, value) if sentence.pack.spaced else None
        if row:
            sentence.values[index] = replace(value, kind="price", unit=row)
            continue
        further = _goes_on(sentence, value, discourse) if priced else None
        if further:
            discourse.price_levels[value.start] = further[0]
        spent = None if further else _spent_for(sentence, value)
        if spent and spent != "investment":
            discourse.price_levels[value.start] = spent
        if further or spent or (priced and _is_price(sentence, value)):
            unit = further[1] if further else _told_before(sentence, value, discourse) or currency
            sentence.values[index] = replace(value, kind="price", unit=unit)


def _unit_of_row(sentence: Sentence, value: Value) -> str | None:
    """ "Arc B570 a 239, RTX 5060 a 319, RX 7600 XT a 309 euro": the currency that the last of a row tells for all."""
    if value.kind != "number" or value.form is not None or not value.value or not _is_at(sentence, value):
        return None
    if not sentence.pack.patterns.money.paid_end.match(sentence.text, value.end):
        return None
    behind = (v for v in sentence.values if v.start > value.end and v.kind == "price" and v.value)
    last = next((v for v in behind if _is_at(sentence, v)), None)
    near = last is not None and last.value and 1 / _FARTHEST**2 <= value.value / last.value <= _FARTHEST**2
    return last.unit if last and near else None


def _is_at(sentence: Sentence, value: Value) -> bool:
    """Whether "a" alone stands between a product's name and the number."""
    before = [m for m in sentence.products if m.end <= value.start]
    return bool(before) and sentence.gap(before[-1].end, value.start).strip().lower() == "a"


def _told_before(sentence: Sentence, value: Value, discourse: Discourse) -> str | None:
    """In Italian the currency of the last price before the number in its paragraph."""
    if not sentence.pack.spaced:
        return None
    here = [v.unit for v in sentence.values if v.kind == "price" and v.end <= value.start]
    told = [d.fields["unit"] for d in discourse.told_in_block if d.kind == "price"]
    return next(iter([*here[-1:], *told[-1:]]), None)


def _is_price(sentence: Sentence, value: Value) -> bool:
    if value.kind != "number" or value.form is not None or value.value is None:
        return False
    if not _LEAST_TOLD <= value.value <= _MOST or counted_thing(sentence, value):
        return False
    patterns, start = sentence.pack.patterns, sentence.clause(value.start)[0]
    if _rises_to_price(sentence, value):
        return True
    if value.value < _LEAST and not sentence.pack.spaced:
        return False
    if patterns.money.paid_behind.match(sentence.text, value.end):
        return True
    if not sentence.pack.spaced and any(c.label in _COUNTED for c in sentence.find_cues("event", (start, value.start))):
        return False
    return _is_paid(sentence, value, start)


def _spent_for(sentence: Sentence, value: Value) -> str | None:
    """要砸至少500亿, 三年亏掉63亿: so much behind a verb of spending, raising or losing is money, though its currency is not said."""
    price = sentence.pack.patterns.price
    if value.kind != "number" or value.form is not None or value.value is None:
        return None
    if value.value < _LEAST_SPENT or not price.uncounted.match(sentence.text, value.end):
        return None
    told = price.spends.search(sentence.text, sentence.clause(value.start)[0], value.start)
    return told.lastgroup if told else None


def _rises_to_price(sentence: Sentence, value: Value) -> bool:
    """从一万二涨到一万八: what a price rises or falls from."""
    patterns, (start, end) = sentence.pack.patterns, sentence.clause(value.start)
    if sentence.pack.spaced or not patterns.ratio.level_from.search(sentence.text, start, value.start):
        return False
    behind = next((v for v in sentence.values if value.end <= v.start < end), None)
    if behind is None or not patterns.ratio.level_to.fullmatch(sentence.gap(value.end, behind.start)):
        return False
    return behind.kind == "price" or _is_price(sentence, behind)


def _goes_on(sentence: Sentence, value: Value, discourse: Discourse) -> tuple[str, str] | None:
    """ "… costava 89 euro. Il cartellino diceva 419", 眼下五万二就有人接: a level of the price or rent told just before, which of them, and its currency."""
    if value.kind != "number" or value.form is not None or not value.value or counted_thing(sentence, value):
        return None
    patterns = sentence.pack.patterns
    here = [v for v in sentence.values if v.kind == "price" and v.end <= value.start and v.value]
    before = [d for d in discourse.told_in_block if d.predicate == "unit_price" or _is_rent(d)]
    told = [*((d.fields["value"], d.fields["unit"]) for d in before), *((v.value, v.unit) for v in here)][-_LATELY:]
    changed = any(patterns.money.price_difference.search(sentence.text, sentence.start, v.start) for v in here[-1:])
    changed = changed or any(patterns.money.price_difference_behind.match(sentence.text, v.end) for v in here[-1:])
    reach = _FARTHEST * _FARTHEST if changed else _FARTHEST
    if not any(amount and 1 / reach <= value.value / amount <= reach for amount, _ in told):
        return None
    closed = patterns.money.paid_end.match(sentence.text, value.end)
    again = closed and patterns.money.paid_again.search(sentence.text, sentence.start, value.start)
    if not again and not patterns.money.paid_each.match(sentence.text, value.end):
        return None
    rents = sentence.find_cues("price", (sentence.start, value.start), "rental_price") if here else []
    rented = rents or any(v.per for v in here) if here else before[-1:] and _is_rent(before[-1])
    return ("rental_price" if rented else "unit_price"), told[-1][1] or ""


def _is_rent(draft: Draft) -> bool:
    return draft.predicate == "rental_price"


def _is_paid(sentence: Sentence, value: Value, start: int) -> bool:
    """Whether a verb of paying stands right before the number, and nothing that it could count behind it."""
    patterns = sentence.pack.patterns
    closed = patterns.money.paid_end.match(sentence.text, value.end)
    return closed is not None and patterns.money.paid_before.search(sentence.text, start, value.start) is not None
