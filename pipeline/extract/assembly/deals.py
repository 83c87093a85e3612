"""Deals: the count, the price, the total, the term and the dates of one order, wherever in the article they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence

_ALWAYS = frozenset({"order_value", "order"})
_IN_COMPANY = frozenset({"unit_price", "rental_price", "delivery", "duration", "deployment"})
_DEPLOYED = frozenset({"deploy", "require", "ship"})
_OPEN = 8
"""How many deals an article keeps in play at a time."""
_COUNTED = frozenset({"unit_count", "power"})


@dataclass(slots=True)
class _Deal:
    """The statements of one deal, and the block of the last of them."""

    parts: list[Draft] = field(default_factory=list)
    block: int = 0

    def amounts(self, predicate: str) -> set[tuple[Decimal, str | None]]:
        return {
            (d.fields["value"], d.fields.get("unit"))
            for d in self.parts
            if d.predicate == predicate and d.fields.get("value") is not None
        }

    def products(self) -> set[str]:
        return {s.id for d in self.parts for s in d.subjects}

    def holders(self) -> set[str]:
        return {d.fields["holder"] for d in self.parts if "holder" in d.fields}

    def is_one(self) -> bool:
        """Whether this is a deal by itself: something is ordered or has its total told. What only is put up is none."""
        return any(d.predicate in _ALWAYS or d.fields.get("event") == "order" for d in self.parts)


def link_deals(read: Sequence[tuple[Sentence, list[Draft]]]) -> None:
    """Gives the statements of one deal one `deal`: those of a sentence, and of sentences that agree in amount, product or buyer.

    A deal has parts of more than one sort; a single count is none.
    """
    deals: list[_Deal] = []
    for sentence, drafts in read:
        for here in (_Deal(parts, sentence.block_index) for parts in _by_holder(list(_parts(drafts)))):
            known = next((d for d in reversed(deals[-_OPEN:]) if _same(d, here)), None)
            if known:
                known.parts += here.parts
                known.block = here.block
            elif here.is_one():
                deals.append(here)
    number = 0
    for deal in deals:
        if len({d.predicate for d in deal.parts}) > 1:
            number += 1
            for draft in deal.parts:
                draft.fields["deal"] = f"d{number}"


def _parts(drafts: Iterable[Draft]) -> Iterable[Draft]:
    for draft in drafts:
        event = draft.fields.get("event")
        counted = draft.predicate in _COUNTED and (event == "order" or event in _DEPLOYED)
        if counted or draft.predicate in _ALWAYS or draft.predicate in _IN_COMPANY:
            yield draft


def _by_holder(parts: Sequence[Draft]) -> Iterable[list[Draft]]:
    """The statements of a sentence in sets of one holder each, where each set is a deal; one without a holder goes with those
    before it, or the first."""
    sets: list[list[Draft]] = []
    for draft in sorted(parts, key=lambda d: d.start):
        holder = draft.fields.get("holder")
        known = next((s for s in sets if holder in {d.fields.get("holder") for d in s}), None)
        nobodys = next((s for s in sets if not any("holder" in d.fields for d in s)), None)
        if holder is None and sets:
            sets[-1].append(draft)
        elif known or nobodys:
            (known or nobodys or []).append(draft)
        else:
            sets.append([draft])
    several = all(_Deal(s).is_one() for s in sets)
    return sets if several else [list(parts)]


def _same(deal: _Deal, other: _Deal) -> bool:
    """Whether two sets of statements are of one deal: they have an amount or a count in common, or nothing in them differs
    and they are neighbours with one product or one buyer."""
    for predicate in ("order_value", "unit_count"):
        mine, theirs = deal.amounts(predicate), other.amounts(predicate)
        if mine & theirs:
            return True
        if mine and theirs:
            return False
    if other.is_one() and deal.holders() and other.holders() and not deal.holders() & other.holders():
        return False
    mine_products, their_products = deal.products(), other.products()
    if other.block != deal.block and not (other.is_one() and mine_products & their_products):
        return False
    if mine_products and their_products:
        return bool(mine_products & their_products)
    return bool(deal.holders() & other.holders()) and (other.is_one() or other.block == deal.block)
