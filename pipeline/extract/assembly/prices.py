"""Amounts of money: what a thing costs, what a deal is worth, what somebody invests, earns or is valued at."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.counted import is_boards
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.figures import INHERITED
from pipeline.extract.assembly.reading import TECHNOLOGY_KINDS, Sentence, distance
from pipeline.extract.assembly.subjects import Discourse, find_subjects

_COMPANY_AMOUNTS = frozenset({"investment", "valuation", "funding", "revenue", "other_amount"})
_WEAK = frozenset({"other_amount", "total"})
_TOTAL = {"total": "order_value"}
_DEAL_SIZE = Decimal(20_000_000)
"""No single thing short of a rack costs more in any currency that we meet; a deal does."""
_DEAR_RENT = Decimal(20_000)
"""What costs more without naming its period is bought, not rented."""
_CHEAPEST = Decimal(30)
"""No accelerator or processor of the news is sold for less; an hour of one is."""
_EIGHT_CARDS = re.compile(r"(?:(\d{1,3})|([八四]|otto|quattro))\s*(?:张?卡|-?GPU|schede)", re.IGNORECASE)
_SPELLED = {"八": 8, "四": 4, "otto": 8, "quattro": 4}


def read_prices(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of every amount of money that has to do with hardware or its makers; a second currency follows its first."""
    drafts: list[Draft] = []
    by_amount: dict[int, Draft] = {}
    for value in sentence.values:
        if value.kind != "price" or sentence.vetoed(value) or is_boards(sentence, value):
            continue
        twin = by_amount.get(value.same_as) if value.same_as is not None else None
        draft = _second_currency(value, twin) if twin else _amount(sentence, value, discourse)
        if draft is None:
            continue
        if value.same_as is not None:
            by_amount.setdefault(value.same_as, draft)
            draft.fields["same_as"] = value.same_as
        drafts.append(draft)
        discourse.money = draft.predicate if draft.predicate in _COMPANY_AMOUNTS else None
    return drafts


def _second_currency(value: Value, twin: Draft) -> Draft:
    draft = from_value(value, "price", twin.predicate, twin.sentence, "price.second_currency", twin.confidence)
    draft.subjects = twin.subjects
    for name in ("per", "basis", "basis_size"):
        if name in twin.fields:
            draft.fields.setdefault(name, twin.fields[name])
    return draft


def _amount(sentence: Sentence, value: Value, discourse: Discourse) -> Draft | None:
    predicate, sure = _predicate(sentence, value, discourse)
    found = find_subjects(sentence, value, predicate, discourse)
    if predicate in _COMPANY_AMOUNTS:
        draft = from_value(value, "price", predicate, sentence, f"price.{predicate}", sure)
        draft.subjects = found.products if found.how in {"bracket", "possession"} else []
        return draft
    if predicate != "order_value" and not found.products:
        return None
    if predicate == "order_value" and found.how in INHERITED | {"cataphora"}:
        found = replace(found, products=[])
    draft = from_value(
        value, "price", predicate, sentence, f"price.{predicate}.{found.how}", min(sure, found.confidence)
    )
    draft.subjects = found.products
    _period(sentence, value, draft, discourse)
    if predicate != "order_value":
        _basis(sentence, value, draft)
    bound = sentence.nearest("bound", value, (max(sentence.start, value.start - 14), value.start))
    if bound and value.bound == "exact":
        draft.fields["bound"] = bound.label
    return draft


def _predicate(sentence: Sentence, value: Value, discourse: Discourse) -> tuple[str, float]:
    """The predicate and how sure it is: cues around the value first, then what was priced before, then its size."""
    size = value.value if value.value is not None else Decimal(0)
    label = _nearest_label(sentence, value)
    if label == "investment" and _is_stake(sentence, value):
        return "funding", 0.75
    if value.per in {"hour", "day"}:
        return "rental_price", 0.85
    periodic = bool(value.per or sentence.find_cues("period", sentence.clause(value.start)))
    if label == "rental_price" and (periodic or size < _DEAR_RENT):
        return "rental_price", 0.85
    if label in {None, "unit_price"} and size < _CHEAPEST:
        return "rental_price", 0.7
    if label == "rental_price":
        label = "unit_price"
    labels = {c.label for c in sentence.find_cues("price", sentence.clause(value.start))} - _WEAK
    if label == "unit_price" and size >= _DEAL_SIZE:
        return _first(labels - {"unit_price"}) or "order_value", 0.7
    if label == "order_value" and size < _DEAL_SIZE and "unit_price" in labels:
        return "unit_price", 0.7
    if label:
        return label, 0.85
    if discourse.money and size >= _DEAL_SIZE and not sentence.find_cues("price"):
        return discourse.money, 0.55
    if discourse.rent and size < _DEAR_RENT / 100:
        return "rental_price", 0.6
    anywhere = sentence.nearest("price", value)
    if anywhere:
        label = _TOTAL.get(anywhere.label, anywhere.label)
        return ("other_amount", 0.5) if size >= _DEAL_SIZE and label == "unit_price" else (label, 0.7)
    if size < _DEAL_SIZE:
        return "unit_price", 0.6
    event = sentence.nearest("event", value)
    return ("order_value", 0.7) if event and event.label in {"order", "ship"} else ("other_amount", 0.5)


def _is_stake(sentence: Sentence, value: Value) -> bool:
    """Whether the money goes into a company: "8 miliardi di dollari in Anthropic", 向OpenAI投资1000亿美元, 斥资50亿入股."""
    clause = sentence.clause(value.start)
    if any(c.label == "funding" for c in sentence.find_cues("price", (value.end, min(value.end + 6, clause[1])))):
        return True
    patterns = sentence.pack.patterns
    return any(
        patterns.into_company.search(sentence.text[max(clause[0], o.start - 12) : o.start])
        and (not sentence.pack.spaced or o.start > value.end)
        for o in sentence.organisations
        if clause[0] <= o.start < clause[1]
    )


def _nearest_label(sentence: Sentence, value: Value) -> str | None:
    """The label of the price cue that goes with the value; words that only name a market or costs yield to all others."""
    for within in (sentence.segment(value), sentence.clause(value.start)):
        cues = sentence.find_cues("price", within)
        told = [c for c in cues if c.label not in _WEAK]
        if told:
            # A word behind the amount tells less than one before it.
            nearest = min(
                told, key=lambda c: (distance(c, value) * (1.5 if c.start >= value.end else 1), c.start - c.end)
            )
            return nearest.label
    cue = sentence.cue_for("price", value)
    return _TOTAL.get(cue.label, cue.label) if cue else None


def _first(labels: set[str]) -> str | None:
    return next((p for p in ("order_value", *_COMPANY_AMOUNTS) if p in labels), None)


def _period(sentence: Sentence, value: Value, draft: Draft, discourse: Discourse) -> None:
    """The period of a rent whose amount does not say it: 月租 is by the month; else that of the rent told before."""
    if draft.predicate != "rental_price":
        discourse.rent = None
        return
    cue = sentence.nearest("period", value, sentence.clause(value.start)) or sentence.nearest("period", value)
    small = value.value is not None and value.value < _CHEAPEST
    period = cue.label if cue else discourse.rent or ("hour" if small else None)
    if period:
        draft.fields.setdefault("per", period)
    discourse.rent = draft.fields.get("per")


def _basis(sentence: Sentence, value: Value, draft: Draft) -> None:
    """8卡H20服务器140万元: what one priced thing is, where it is not the product itself."""
    subject = draft.subjects[0] if draft.subjects else None
    if subject is None or subject.kind in {"server", "rack", "system"}:
        return
    here = sentence.start <= subject.start < sentence.end
    start = min(subject.start, value.start) - 12 if here else value.start - 25
    stretch = (max(sentence.start, start), min(sentence.end, max(subject.end if here else 0, value.end) + 25))
    cue = sentence.nearest("basis", value, stretch)
    if cue is None or cue.label not in {"server", "rack", "wafer"}:
        return
    if subject.kind in TECHNOLOGY_KINDS and cue.label != "wafer":
        return
    draft.fields["basis"] = cue.label
    size = _EIGHT_CARDS.search(sentence.text, *stretch)
    if size:
        draft.fields["basis_size"] = int(size[1] or _SPELLED[size[2].lower()])
