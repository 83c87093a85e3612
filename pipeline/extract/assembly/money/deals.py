"""Deals: the count, the price, the total, the term and the dates of one order, wherever in the article they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence

_IN_COMPANY = frozenset({"unit_price", "rental_price", "delivery", "duration", "deployment", "order"})
_DEPLOYED = frozenset({"deploy", "require", "ship"})
_OPEN = 8
"""How many deals an article keeps in play at a time."""
_COUNTED = frozenset({"unit_count", "power"})
_OF_A_MACHINE = frozenset({"delivery", "duration", "order", "order_value", "share", "other_amount"})
"""What is of the one contract for a machine, wherever it stands."""
_FAR = 100
_PAID = frozenset({"share", "other_amount"})


@dataclass(slots=True)
class _Deal:
    """The statements of one deal, the block of the last of them and whether the last ones point back at a deal."""

    parts: list[Draft] = field(default_factory=list)
    block: int = 0
    points_back: bool = False
    titled: bool = False

    def amounts(self, predicate: str) -> set[tuple[Decimal, str | None, str | None]]:
        return {
            (d.fields["value"], d.fields.get("unit"), d.fields.get("stage"))
            for d in self.parts
            if d.predicate == predicate and d.fields.get("value") is not None and _is_anchor(d)
        }

    def figures(self) -> set[tuple[str, Decimal, str | None]]:
        """What is counted or paid in all, so that the same figure elsewhere is of this deal."""
        return {
            (d.predicate, d.fields["value"], d.fields.get("unit"))
            for d in self.parts
            if d.predicate in {"order_value", "unit_count"} and d.fields.get("value") is not None
        }

    def products(self) -> set[str]:
        return {s.id for d in self.parts for s in d.subjects}

    def holders(self) -> set[str]:
        return {d.fields["holder"] for d in self.parts if "holder" in d.fields}

    def is_one(self) -> bool:
        """Whether this is a deal by itself: something is ordered or has its total told. What only is put up is none."""
        return any(map(_is_anchor, self.parts))

    def is_told(self) -> bool:
        """Whether it is somebody's, or a tender, a framework or a contract, and told in more than one statement."""
        sorts = {d.predicate for d in self.parts}
        currencies = {d.fields.get("unit") for d in self.parts}
        stated = self.holders() or any(d.fields.get("stage") for d in self.parts)
        return len(self.parts) > 1 and bool(stated) and (len(sorts) > 1 or len(currencies) > 1)


def link_deals(read: Sequence[tuple[Sentence, list[Draft]]]) -> None:
    """Gives the statements of one deal one `deal`: those of a sentence, and of sentences that agree in amount, product or buyer.

    A single count is no deal, nor is what is only negotiated.
    """
    deals: list[_Deal] = []
    for sentence, drafts in read:
        told = list(_parts(sentence, drafts)) if drafts else []
        if not told:
            continue
        points_back = (
            sentence.pack.patterns.money.that_deal.search(sentence.text, sentence.start, sentence.end) is not None
        )
        for parts in _sets(told):
            here = _Deal(parts, sentence.block_index, points_back, sentence.block.kind == "title")
            known = next((d for d in reversed(deals[-_OPEN:]) if _same(d, here)), None)
            if known:
                known.parts += here.parts
                known.block, known.titled = here.block, here.titled
            elif here.is_one():
                deals.append(here)
    number = 0
    for deal in deals:
        if deal.is_told():
            number += 1
            for draft in deal.parts:
                draft.fields["deal"] = f"d{number}"


def _is_anchor(draft: Draft) -> bool:
    return draft.predicate == "order_value" or (draft.predicate in _COUNTED and draft.fields.get("event") == "order")


def _parts(sentence: Sentence, drafts: Iterable[Draft]) -> Iterable[Draft]:
    money = sentence.pack.patterns.money
    if money.negotiated.search(sentence.text, sentence.start, sentence.end):
        return
    for draft in drafts:
        counted = draft.predicate in _COUNTED and draft.fields.get("event") in _DEPLOYED
        paid = draft.predicate in _PAID and draft.fields.get("stage") == "paid"
        if _is_anchor(draft):
            start, _ = sentence.clause(draft.start)
            if draft.fields.get("polarity") != "negative" and not money.backlog.search(sentence.text, start, draft.end):
                yield draft
        elif counted or paid or draft.predicate in _IN_COMPANY:
            yield draft


def _sets(parts: Sequence[Draft]) -> list[list[Draft]]:
    """The statements of a sentence in sets of one buyer each; several counts of what is ordered are as many deals.

    What has no buyer goes with the anchor before it, else the first one, unless it is of another product.
    """
    anchors = [d for d in sorted(parts, key=lambda d: d.start) if _is_anchor(d)]
    if not anchors:
        return [list(parts)] if parts else []
    sets: list[list[Draft]] = []
    for anchor in anchors:
        known = next((s for s in sets if _joins(s, anchor)), None)
        if known is None:
            sets.append([anchor])
        else:
            known.append(anchor)
    for draft in (d for d in parts if not _is_anchor(d)):
        fitting = [s for s in sets if _fits(s, draft)]
        if fitting:
            min(fitting, key=lambda s: min(_apart(d, draft) for d in s)).append(draft)
    return sets


def _apart(one: Draft, other: Draft) -> int:
    """How far two statements of a sentence stand apart: a company between them counts as much as a long way."""
    first, last = sorted((one, other), key=lambda d: d.start)
    between = sum(first.end <= o.start < last.start and o.kind == "company" for o in one.sentence.organisations)
    return last.start - first.end + _FAR * between


def _joins(known: Sequence[Draft], anchor: Draft) -> bool:
    """Whether an anchor is of the deal of those before it in its sentence."""
    holders = {d.fields["holder"] for d in known if "holder" in d.fields}
    if holders and anchor.fields.get("holder") and anchor.fields["holder"] not in holders:
        return False
    if anchor.predicate != known[-1].predicate and _apart(known[-1], anchor) >= _FAR:
        return False
    counts = [d for d in known if d.predicate == anchor.predicate and d.fields.get("unit") == anchor.fields.get("unit")]
    if anchor.predicate in _COUNTED and any(d.fields.get("value") != anchor.fields.get("value") for d in counts):
        return False
    return not _differ(known, anchor)


def _differ(known: Sequence[Draft], draft: Draft) -> bool:
    products = {s.id for d in known for s in d.subjects}
    return bool(products) and bool(draft.subjects) and products.isdisjoint(s.id for s in draft.subjects)


def _fits(known: Sequence[Draft], draft: Draft) -> bool:
    holders = {d.fields["holder"] for d in known if "holder" in d.fields}
    holder = draft.fields.get("holder")
    if _differ(known, draft) or (holders and holder and holder not in holders):
        return False
    return not (
        draft.subjects and holder is None and not any(d.subjects for d in known) and draft.start < known[0].start
    )


def _same(deal: _Deal, other: _Deal) -> bool:
    """Whether two sets of statements are of one deal: they have an amount or a count in common, or nothing in them differs
    and they are neighbours with one product or one buyer."""
    if deal.figures() & other.figures():
        return not (deal.holders() and other.holders()) or bool(deal.holders() & other.holders())
    for predicate in ("order_value", "unit_count"):
        mine, theirs = deal.amounts(predicate), other.amounts(predicate)
        if mine and theirs and not _of_other_stages(mine, theirs):
            return False
    holders, others = deal.holders(), other.holders()
    if holders and others and not holders & others:
        return False
    products, their_products = deal.products(), other.products()
    if products and their_products and not products & their_products:
        return False
    machine = {s.id for d in deal.parts for s in d.subjects if s.kind in SITE_KINDS} & their_products
    if (
        machine
        and any(d.fields.get("stage") for d in deal.parts)
        and all(d.predicate in _OF_A_MACHINE for d in other.parts)
    ):
        return True
    near = other.block == deal.block or deal.titled or (other.points_back and other.block == deal.block + 1)
    if not near and not (other.is_one() and products & their_products):
        return False
    return (
        bool(products & their_products) or bool(holders & others) or (other.points_back and other.block == deal.block)
    )


def _of_other_stages(
    mine: set[tuple[Decimal, str | None, str | None]], theirs: set[tuple[Decimal, str | None, str | None]]
) -> bool:
    """Whether two totals are those of two stages of one deal, as a ceiling and the award are, or in two currencies."""
    stages, other_stages = {a[2] for a in mine}, {a[2] for a in theirs}
    units, other_units = {a[1] for a in mine}, {a[1] for a in theirs}
    return units.isdisjoint(other_units) or (stages == {"tender"} and "tender" not in other_stages)
