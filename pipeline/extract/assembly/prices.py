"""Amounts of money: what a thing costs, what a deal is worth, what somebody invests, earns or is valued at."""

from __future__ import annotations

import re
from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import TECHNOLOGY_KINDS, Sentence
from pipeline.extract.assembly.subjects import Discourse, find_subjects

_COMPANY_AMOUNTS = frozenset({"investment", "valuation", "funding", "revenue", "other_amount"})
_DEAL_SIZE = Decimal(20_000_000)
"""No single thing short of a rack costs more in any currency that we meet; a deal does."""
_EIGHT_CARDS = re.compile(r"(\d{1,3})\s*(?:卡|-?GPU|GPU|schede)", re.IGNORECASE)


def read_prices(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of every amount of money that has to do with hardware or its makers; a second currency follows its first."""
    drafts: list[Draft] = []
    by_amount: dict[int, Draft] = {}
    for value in sentence.values:
        if value.kind != "price" or sentence.vetoed(value):
            continue
        twin = by_amount.get(value.same_as) if value.same_as is not None else None
        draft = _second_currency(value, twin) if twin else _amount(sentence, value, discourse)
        if draft is None:
            continue
        if value.same_as is not None:
            by_amount.setdefault(value.same_as, draft)
            draft.fields["same_as"] = value.same_as
        drafts.append(draft)
    return drafts


def _second_currency(value: Value, twin: Draft) -> Draft:
    draft = from_value(value, "price", twin.predicate, twin.sentence, "price.second_currency", twin.confidence)
    draft.subjects = twin.subjects
    for name in ("per", "basis", "basis_size"):
        if name in twin.fields:
            draft.fields.setdefault(name, twin.fields[name])
    return draft


def _amount(sentence: Sentence, value: Value, discourse: Discourse) -> Draft | None:
    predicate, sure = _predicate(sentence, value)
    found = find_subjects(sentence, value, predicate, discourse)
    if predicate in _COMPANY_AMOUNTS:
        products = found.products if found.how in {"bracket", "possession"} else []
        draft = from_value(value, "price", predicate, sentence, f"price.{predicate}", sure)
        draft.subjects = products
        return draft if sentence.organisations or predicate != "other_amount" else None
    if predicate in {"unit_price", "rental_price"} and not found.products:
        return None
    draft = from_value(
        value, "price", predicate, sentence, f"price.{predicate}.{found.how}", min(sure, found.confidence)
    )
    draft.subjects = found.products
    _basis(sentence, value, draft)
    return draft


def _predicate(sentence: Sentence, value: Value) -> tuple[str, float]:
    """The predicate and how sure it is: cues around the value first, then its size."""
    clause = sentence.clause(value.start)
    near = sentence.nearest("price", value, sentence.segment(value), after=1.5) or sentence.nearest(
        "price", value, clause, after=1.5
    )
    if value.per in {"hour", "day"} or (near and near.label == "rental_price"):
        return "rental_price", 0.85
    large = value.value is not None and value.value >= _DEAL_SIZE
    if near:
        if near.label == "unit_price" and large and (order := sentence.nearest("price", value, clause)):
            labels = {c.label for c in sentence.find_cues("price", clause)}
            return ("order_value", 0.7) if "order_value" in labels else (order.label, 0.6)
        if near.label == "order_value" and not large and _is_unit(sentence, clause):
            return "unit_price", 0.7
        return near.label, 0.85
    anywhere = sentence.nearest("price", value)
    if anywhere:
        return (anywhere.label, 0.7) if not (large and anywhere.label == "unit_price") else ("other_amount", 0.5)
    event = sentence.nearest("event", value)
    if large:
        return ("order_value", 0.7) if event and event.label in {"order", "ship"} else ("other_amount", 0.5)
    return "unit_price", 0.6


def _is_unit(sentence: Sentence, clause: tuple[int, int]) -> bool:
    return any(c.label == "unit_price" for c in sentence.find_cues("price", clause))


def _basis(sentence: Sentence, value: Value, draft: Draft) -> None:
    """8卡H20服务器140万元: what one priced thing is, where it is not the product itself."""
    subject = draft.subjects[0] if draft.subjects else None
    if subject is None or draft.predicate == "order_value" or subject.kind in TECHNOLOGY_KINDS:
        return
    if subject.start < sentence.start or subject.start >= sentence.end:
        return
    stretch = (max(sentence.start, min(subject.start, value.start) - 12), max(subject.end, value.end) + 12)
    cue = sentence.nearest("basis", subject, stretch)
    if cue is None or cue.label in {"card", "site"} or subject.kind in {"server", "rack", "system"}:
        return
    draft.fields["basis"] = cue.label
    size = _EIGHT_CARDS.search(sentence.text, *stretch)
    if size:
        draft.fields["basis_size"] = int(size[1])
