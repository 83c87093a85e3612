"""Money that is given: raised from investors, granted by a state, put into a site, or paid for goods that are named."""

from __future__ import annotations

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.reading import Sentence

_NO_FUNDING = frozenset({"order_value", "revenue", "unit_price", "rental_price", "valuation", "other_amount"})
_BUILT = frozenset({"supercomputer", "cluster"})
"""Kinds that are built rather than bought by the piece."""


def is_raised(sentence: Sentence, value: Value) -> bool:
    """ "Si è assicurata 61 milioni", "10 milioni di aiuti", "120 milioni dai soci": money that its receiver raises, and earns by no sale."""
    patterns = sentence.pack.patterns
    start, end = sentence.clause(value.start)
    if patterns.money.raised_behind.match(sentence.text, value.end):
        return True
    if not patterns.money.raised_before.search(sentence.text, start, value.start):
        return False
    return not any(c.label in _NO_FUNDING for c in sentence.find_cues("price", (start, end)))


def is_raised_cash(sentence: Sentence, value: Value) -> bool:
    """ "Incassa 275 milioni … guida il round Bullhound": takings where the sentence speaks of investors."""
    money = sentence.pack.patterns.money
    cue = sentence.nearest("price", value, (sentence.clause(value.start)[0], value.start))
    if cue is None or not money.takes.match(sentence.text, cue.start):
        return False
    return money.raises.search(sentence.text, sentence.start, sentence.end) is not None


def is_public_aid(sentence: Sentence, value: Value) -> bool:
    """ "Bruxelles autorizza l'Italia a versare 1,3 miliardi a Silicon Box": what a state gives to a company."""
    patterns = sentence.pack.patterns
    start, end = sentence.clause(value.start)
    if not patterns.money.public_aid.search(sentence.text, start, value.start):
        return False
    return any(
        o.kind == "company" and patterns.party.recipient.search(sentence.text, start, o.start)
        for o in sentence.organisations
        if start <= o.start < end
    )


def is_for_site(sentence: Sentence, value: Value) -> bool:
    """ "Amplierà il sito con 5,5 miliardi", "165 miliardi per le fabbriche": an amount beside the plant or centre that it builds."""
    if not sentence.pack.spaced:
        return False
    clause = sentence.clause(value.start)
    return bool(sentence.find_cues("noun", clause, "site")) and not sentence.find_cues("event", clause, "order")


def is_paid_for_goods(sentence: Sentence, value: Value) -> bool:
    """ "Verserà a Samsung 16,5 miliardi per i chip AI6", "per le 18.000 H100 ha sborsato 1,3 miliardi": what products cost their buyer in all."""
    patterns = sentence.pack.patterns
    start, end = sentence.clause(value.start)
    if _is_for_a_count(sentence, value):
        return True
    if not patterns.money.pays.search(sentence.text, start, value.start):
        return False
    if patterns.money.for_use.match(sentence.text, value.end):
        return True
    goods = [p for p in sentence.products if p.kind not in TECHNOLOGY_KINDS and start <= p.start < end]
    behind = (p for p in goods if p.start >= value.end)
    if any(patterns.money.for_goods.fullmatch(sentence.gap(value.end, p.start)) for p in behind):
        return True
    return any(_is_counted_before(sentence, p.start) for p in goods if p.end <= value.start and p.kind not in _BUILT)


def _is_for_a_count(sentence: Sentence, value: Value) -> bool:
    """ "24 miliardi per 200.000 GB300": an amount and the number of products that it buys."""
    behind = next((p for p in sentence.products if p.start >= value.end and p.kind not in TECHNOLOGY_KINDS), None)
    if behind is None or not _is_counted_before(sentence, behind.start):
        return False
    gap = sentence.gap(value.end, behind.start)
    return gap.startswith(" per ") and sentence.pack.patterns.money.for_goods.fullmatch(gap) is not None


def _is_counted_before(sentence: Sentence, at: int) -> bool:
    """Whether the product at a place is counted: a bare number ends right before it."""
    return any(v.kind == "number" and 0 <= at - v.end <= 1 for v in sentence.values)
