"""Large numbers without a currency that are money: "aver raccolto 13 miliardi" in an article that tells of dollars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.counts.counted import PARTS, counted_thing
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import Sentence

_LEAST_MONEY = 1_000_000
_COEFFICIENT = re.compile(r"[\d.,]{1,5}")
"""What has its millions from the next number: "da 424 a 168 milioni"."""
_SURELY_MONEY = 1_000_000_000
_LARGE_CHINESE_AMOUNT = 100_000_000
"""亿: in a sentence of amounts a bare number of so many is one of them."""
_MONEY = frozenset(
    {"funding", "valuation", "investment", "revenue", "order_value", "total", "other_amount", "side_amount"}
)
_NO_MONEY = frozenset({*PARTS, "wafer", "piece", "other"})
"""Nouns before a number that it may be the total of."""


def read_elided_currencies(sentence: Sentence, discourse: Discourse) -> None:
    """Reads "aver raccolto 13 miliardi" in the currency of the amount before it, else of the article's first.

    In Italian such a number without a noun is money wherever amounts are told; in Chinese a word for money has to go with it.
    """
    for index, value in enumerate(sentence.values):
        if value.kind == "price":
            if not (discourse.currency and sentence.parenthesis(value.start)):
                discourse.currency = value.unit
            continue
        again = _told_before(value, discourse)
        currency = again or discourse.currency or next(iter(discourse.amounts.values()), _tendered_in(sentence))
        if not currency or not _may_be_money(sentence, value):
            continue
        if (
            again
            or discourse.money
            or _goes_on_with_money(sentence, value, discourse)
            or _is_among_amounts(sentence, value)
            or _is_told_of_money(sentence, value)
        ):
            sentence.values[index] = replace(value, kind="price", unit=currency)
            if value.value is not None and sentence.pack.spaced:
                discourse.understood[value.value] = currency
                discourse.currency = again or discourse.currency


def _told_before(value: Value, discourse: Discourse) -> str | None:
    """The currency of an amount that the article gives with one, or that has been understood in one before."""
    if value.value is None:
        return None
    return discourse.amounts.get(value.value) or discourse.understood.get(value.value)


def _tendered_in(sentence: Sentence) -> str | None:
    """ "Una gara da 41 milioni": what an Italian tender is in that names no currency."""
    return "EUR" if sentence.pack.spaced and sentence.find_cues("stage", label="tender") else None


def _is_among_amounts(sentence: Sentence, value: Value) -> bool:
    """Whether a number without a noun is money in Italian: thousands of millions are, and millions in a sentence of amounts."""
    if not sentence.pack.spaced:
        large = value.value is not None and value.value >= _LARGE_CHINESE_AMOUNT
        return large and any(v.kind == "price" and (v.value or 0) >= _LARGE_CHINESE_AMOUNT for v in sentence.values)
    if sentence.pack.patterns.count.elided.search(sentence.text, sentence.start, value.start):
        return False
    amounts = any(c.label in _MONEY for c in sentence.find_cues("price")) or any(
        v.kind == "price" for v in sentence.values
    )
    return amounts or (value.value is not None and value.value >= _SURELY_MONEY)


def _goes_on_with_money(sentence: Sentence, value: Value, discourse: Discourse) -> bool:
    """ "… vale 128 milioni di euro. Lotto 1: 3.200 macchine, 54 milioni": millions of nothing in a paragraph of such amounts."""
    count = sentence.pack.patterns.count
    if not sentence.pack.spaced or not count.elided_behind.match(sentence.text, value.end):
        return False
    told = any(d.kind == "price" and d.fields["value"] >= _LEAST_MONEY for d in discourse.told_in_block)
    elided = count.elided.search(sentence.text, sentence.start, value.start)
    return told and not elided and not sentence.find_cues("event", sentence.clause(value.start))


def told_amounts(sentences: Sequence[Sentence]) -> dict[Decimal, str]:
    """The large amounts of an article with their currencies; of one amount in several the first."""
    amounts: dict[Decimal, str] = {}
    for value in (v for s in sentences for v in s.values):
        if value.kind == "price" and value.unit and value.value is not None and value.value >= _LEAST_MONEY:
            amounts.setdefault(value.value, value.unit)
    return amounts


def _may_be_money(sentence: Sentence, value: Value) -> bool:
    """Whether a number is large, and nothing stands beside it that it counts."""
    count = sentence.pack.patterns.count
    if value.kind != "number" or value.form is not None or value.value is None or value.value < _LEAST_MONEY:
        return False
    large = count.large.search(sentence.text, value.start, value.end)
    lent = sentence.pack.spaced and _COEFFICIENT.fullmatch(sentence.text, value.start, value.end)
    if not (large or lent) or counted_thing(sentence, value):
        return False
    if count.of_things.match(sentence.text, value.end):
        return False
    told_of = sentence.find_cues("price", (sentence.start, value.start))
    since = max((c.end for c in told_of if c.label in _MONEY), default=sentence.start)
    nouns = (c for c in sentence.find_cues("noun", (since, value.start)) if sentence.text[c.start : c.end] != "volte")
    return all(c.label not in _NO_MONEY for c in nouns)


def _is_told_of_money(sentence: Sentence, value: Value) -> bool:
    """Whether a word for money stands in the number's clause."""
    return any(c.label in _MONEY for c in sentence.find_cues("price", sentence.clause(value.start)))
