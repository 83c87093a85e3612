"""Amounts of money: what a thing costs, what a deal is worth, what somebody invests, earns or is valued at."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.counts.counted import is_boards
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.figures.figures import INHERITED
from pipeline.extract.assembly.money.money import CHEAPEST, COMPANY_AMOUNTS, DEAL_SIZE, earns, predicate_of
from pipeline.extract.assembly.reading import Sentence, distance
from pipeline.extract.assembly.subjects.places import Found
from pipeline.extract.assembly.subjects.subjects import find_subjects
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_THINGS = frozenset({"gpu", "server", "rack", "wafer", "card"})
_CHIPS = frozenset({"gpu", "accelerator", "cpu", "superchip"})
_TOLD = 0.8
"""How sure an amount is at least that has a word for it."""
_BESIDE = 4
_OF_A_SITE = frozenset({"rental_price"})
_GUESSED = 0.5
"""How sure an amount without a word for it is at most."""


def read_prices(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of every amount of money that has to do with hardware or its makers; a second currency follows its first."""
    drafts: list[Draft] = []
    by_amount: dict[int, Draft] = {}
    rates = {v.same_as for v in sentence.values if v.kind == "price" and v.value == 1} - {None}
    for value in sentence.values:
        if value.kind != "price" or is_boards(sentence, value):
            continue
        reason = _reason_against(sentence, value, rates)
        if reason:
            sentence.pass_over(value, reason)
            continue
        twin = by_amount.get(value.same_as) if value.same_as is not None else None
        draft = (
            _second_currency(value, twin)
            if twin
            else _amount(sentence, value, discourse, drafts[-1] if drafts else None)
        )
        if draft is None:
            continue
        if value.same_as is not None:
            by_amount.setdefault(value.same_as, draft)
            draft.fields["same_as"] = value.same_as
        drafts.append(draft)
        discourse.sales = discourse.sales or draft.predicate == "revenue"
        discourse.money = draft.predicate if draft.predicate in COMPANY_AMOUNTS else None
    return drafts


def agree(drafts: Sequence[Draft]) -> None:
    """An amount whose own words tell nothing is what the article elsewhere says that the same amount is."""
    told: dict[tuple[Decimal, str], Draft] = {}
    prices = [d for d in drafts if d.kind == "price" and d.fields.get("value") is not None]
    for draft in prices:
        if draft.confidence > _GUESSED:
            told.setdefault((draft.fields["value"], draft.fields["unit"]), draft)
    for draft in prices:
        other = told.get((draft.fields["value"], draft.fields["unit"]))
        if other and draft.confidence <= _GUESSED and draft.predicate != other.predicate:
            draft.predicate, draft.subjects = other.predicate, other.subjects


def _second_currency(value: Value, twin: Draft) -> Draft:
    draft = from_value(value, "price", twin.predicate, twin.sentence, "price.second_currency", twin.confidence)
    draft.subjects = twin.subjects
    for name in ("per", "basis", "basis_size"):
        if name in twin.fields:
            draft.fields.setdefault(name, twin.fields[name])
    return draft


def _amount(sentence: Sentence, value: Value, discourse: Discourse, before: Draft | None) -> Draft | None:
    predicate, sure = predicate_of(sentence, value, discourse)
    if before and sentence.pack.patterns.price.compared_to.search(sentence.text, before.end, value.start):
        predicate, sure = before.predicate, before.confidence
    total = before is not None and _is_total_of(sentence, value, before)
    if total:
        predicate, sure = "order_value", 0.75
    found = find_subjects(sentence, value, predicate, discourse)
    if predicate in COMPANY_AMOUNTS:
        draft = from_value(value, "price", predicate, sentence, f"price.{predicate}", sure)
        tied = (
            found.how in {"bracket", "possession"}
            or (predicate == "revenue" and _sold(sentence, value, found.products))
            or (predicate == "investment" and _is_cost_of(sentence, value, found))
        )
        draft.subjects = found.products if tied else []
        return draft
    named = found.products or found.how == "unnamed"
    if predicate != "order_value" and not named and not _of_a_thing(sentence, value, sure):
        sentence.pass_over(value, f"it reads as {predicate}, but no product is named that it could be the price of")
        return None
    if found.how in INHERITED and predicate in _OF_A_SITE and _of_the_site(sentence, value):
        found = replace(found, products=[])  # 一期85%的算力已租出，年租金每P约5.2万元
    if predicate == "order_value" and found.how in INHERITED | {"cataphora"}:
        found = replace(found, products=[p for p in found.products if p.kind == "supercomputer"])
    if predicate == "order_value" and _of_all_orders(sentence, value, found.products):
        found = replace(found, products=[])
    draft = from_value(
        value, "price", predicate, sentence, f"price.{predicate}.{found.how}", min(sure, found.confidence)
    )
    draft.subjects = before.subjects if total and before else found.products
    if not total:
        _period(sentence, value, draft, discourse)
    if predicate != "order_value":
        _basis(sentence, value, draft)
    after = max(sentence.start, value.start - 14, before.end if before else 0)
    bound = sentence.nearest("bound", value, (after, value.start))
    if bound and value.bound == "exact":
        draft.fields["bound"] = bound.label
    return draft


def _is_cost_of(sentence: Sentence, value: Value, found: Found) -> bool:
    """ "È costata 500 milioni, manutenzione compresa": whether it is told what the machine that is spoken of has cost."""
    price = sentence.pack.patterns.price
    if not all(m.kind in SITE_KINDS for m in found.products):
        return False
    before = sentence.gap(sentence.clause(value.start)[0], value.start)
    if found.how in INHERITED:
        return price.cost_alone.match(before) is not None
    return price.cost.search(before) is not None


def _of_the_site(sentence: Sentence, value: Value) -> bool:
    stages = sentence.find_cues("nominal", (sentence.start, value.start), "site_stage")
    return bool(stages) and not sentence.pack.spaced


def _of_all_orders(sentence: Sentence, value: Value, products: Sequence[Mention]) -> bool:
    """C500贡献了九成收入，在手订单14.3亿元: a company's backlog, told in a clause that names no product."""
    start, _ = sentence.clause(value.start)
    if any(start <= p.start < value.start for p in products):
        return False
    return sentence.pack.patterns.money.orders_in_hand.search(sentence.text, start, value.start) is not None


def _is_total_of(sentence: Sentence, value: Value, before: Draft) -> bool:
    """ "24.000 dollari al mese, in tutto 216.000", "a 3,3 milioni per rack, l'impegno ammonta a 396 milioni": what rent or price come to in all."""
    if (
        before.predicate not in {"rental_price", "unit_price"}
        or value.value is None
        or value.value <= before.fields["value"]
    ):
        return False
    told = sentence.pack.patterns.money.comes_to.search(sentence.text, before.end, value.start)
    return told is not None and (value.per is None) and (told["sum"] is not None or "per" in before.fields)


def _sold(sentence: Sentence, value: Value, products: Sequence[Mention]) -> bool:
    """H20销售只有5,000万美元, "vendite di H20: 650 milioni": the product stands beside the word for the sales, in their clause."""
    clause = sentence.clause(value.start)
    if any(earns(sentence, value, p) for p in products if sentence.start <= p.start < value.start):
        return True
    sales = [c for c in sentence.find_cues("price", (clause[0], value.start)) if c.label == "revenue"]
    return any(distance(c, p) <= _BESIDE for c in sales for p in products if clause[0] <= p.start < value.start)


def _reason_against(sentence: Sentence, value: Value, rates: Collection[int | None]) -> str | None:
    """Why an amount of money is no claim; `rates` are the numbers of the pairs that tell an exchange rate (1美元约合7元)."""
    price = sentence.pack.patterns.price
    if sentence.vetoed(value) and not _is_raised_in_public(sentence, value):
        return "its clause is about share prices or scores"
    if value.same_as in rates:
        return "it is an exchange rate"
    if price.by_the_share.match(sentence.text, value.end):
        return "it is by the share"
    if price.class_before.search(sentence.text, sentence.start, value.start):
        return "it names a class of prices"
    if price.class_behind.match(sentence.text, value.end):
        return "it names a class of markets or firms"
    if price.sending.search(sentence.text, sentence.start, value.start):
        return "it is what sending it costs"
    if price.whole_computer.search(sentence.text, sentence.clause(value.start)[0], value.start):
        return "it is the price of a whole computer of many parts"
    return "it is by how much a price differs" if _is_difference(sentence, value) else None


def _is_raised_in_public(sentence: Sentence, value: Value) -> bool:
    """ "Punta a raccogliere in Borsa 2 miliardi": an amount too large for a share, with a word of its own for capital."""
    if value.value is None or value.value < DEAL_SIZE:
        return False
    cue = sentence.nearest("price", value, sentence.clause(value.start))
    raised = {"funding", "investment"} if sentence.pack.spaced else {"funding"}
    return cue is not None and cue.label in raised


def _is_difference(sentence: Sentence, value: Value) -> bool:
    """小涨百元, 首月直降300元: what a price rises or falls by, which no claim has."""
    small = value.value is not None and value.value < DEAL_SIZE
    start, _ = sentence.clause(value.start)
    patterns = sentence.pack.patterns
    if not sentence.pack.spaced and patterns.figure.difference_before.search(sentence.text, start, value.start):
        # 比第3季增加约120亿美元
        compared = sentence.find_cues("compare", (start, value.start))
        return small or any(v.kind == "date" and start <= v.start < value.start for v in sentence.values if compared)
    before = patterns.money.price_difference.search(sentence.text, start, value.start)
    if before and patterns.price.around.match(before[0]):
        return True
    return small and (before or patterns.money.price_difference_behind.match(sentence.text, value.end)) is not None


def _of_a_thing(sentence: Sentence, value: Value, sure: float) -> bool:
    """Whether a word for the price and a noun for the thing make up for a name: 一台八卡GPU服务器月租10万元, 1.6万张加速卡，每张9.5万元."""
    start, end = sentence.clause(value.start)
    goes_on = sentence.find_cues("price", (start, end), "rental_price") or (
        sentence.pack.patterns.price.by_the_piece.match(sentence.text, start, value.start)
    )
    things = (c.label for c in sentence.find_cues("noun", (sentence.start if goes_on else start, end)))
    return sure >= _TOLD and bool(_THINGS.intersection(things))


def _period(sentence: Sentence, value: Value, draft: Draft, discourse: Discourse) -> None:
    """The period of a rent whose amount does not say it: 月租 is by the month; else that of the rent told before."""
    if draft.predicate != "rental_price":
        discourse.rent = None
        return
    clause = sentence.clause(value.start)
    told = period_cues(sentence, clause) or period_cues(sentence, (sentence.start, sentence.end))
    cue = min(told, key=lambda c: (distance(c, value), c.start - c.end), default=sentence.cue_of_table("period", value))
    small = value.value is not None and value.value < CHEAPEST
    beside = cue is None or clause[0] <= cue.start < clause[1] or bool(sentence.cells)
    period = cue.label if cue else discourse.rent
    if small and (period is None or not beside):
        period = "hour"  # "12.800 euro al mese, che su 730 ore fanno 2,19 euro"
    if period:
        draft.fields.setdefault("per", period)
    discourse.rent = draft.fields.get("per")


def period_cues(sentence: Sentence, within: tuple[int, int]) -> list[Cue]:
    """The words for a period that something is paid by, and not for which a contract binds: "con impegno annuale"."""
    cues = sentence.find_cues("period", within)
    return [c for c in cues if not sentence.pack.patterns.price.binds.search(sentence.text, sentence.start, c.start)]


def _basis(sentence: Sentence, value: Value, draft: Draft) -> None:
    """8卡H20服务器140万元: what one priced thing is, where it is not the product itself."""
    price = sentence.pack.patterns.price
    subject = draft.subjects[0] if draft.subjects else None
    if subject is None or subject.kind in {"server", "rack", "system"}:
        return
    here = sentence.start <= subject.start < sentence.end
    start = min(subject.start, value.start) - 12 if here else value.start - 25
    end = sentence.end if sentence.pack.spaced else sentence.clause(value.start)[1]
    stretch = (max(sentence.start, start), min(end, max(subject.end if here else 0, value.end) + 25))
    # "含机柜、带宽": what is in the price is not what is priced
    contains = price.contains
    priced = [c for c in sentence.find_cues("basis", stretch) if not contains.match(sentence.text, c.start - 1)]
    if not priced:
        if subject.kind in _CHIPS and sentence.pack.patterns.money.each_machine.search(sentence.text, *stretch):
            draft.fields["basis"] = "server"
        return
    cue = min(priced, key=lambda c: (distance(c, value), c.start - c.end))
    if cue.label not in {"server", "rack", "wafer"}:
        return
    if subject.kind in TECHNOLOGY_KINDS and cue.label != "wafer":
        return
    draft.fields["basis"] = cue.label
    size = price.boards.search(sentence.text, *stretch)
    if size:
        draft.fields["basis_size"] = sentence.pack.number(size[1])
