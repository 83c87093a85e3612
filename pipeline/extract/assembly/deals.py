"""Deals: the count, the price, the total, the term and the dates of one order, wherever in the article they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence

_ALWAYS = frozenset({"order_value", "order"})
_IN_COMPANY = frozenset({"unit_price", "rental_price", "delivery", "duration", "deployment"})
_ORDERED = frozenset({"order"})
_DEPLOYED = frozenset({"deploy", "require"})


@dataclass(slots=True)
class _Deal:
    parts: list[Draft] = field(default_factory=list)

    def values(self, predicate: str) -> set[tuple[Decimal, str | None]]:
        return {
            (d.fields["value"], d.fields.get("unit"))
            for d in self.parts
            if d.predicate == predicate and d.fields.get("value") is not None
        }

    def named(self, slot: str) -> set[str]:
        if slot == "product":
            return {s.id for d in self.parts for s in d.subjects}
        return {d.fields["holder"] for d in self.parts if "holder" in d.fields}


def link_deals(read: Sequence[tuple[Sentence, list[Draft]]]) -> None:
    """Gives the statements of one deal one `deal`: those of a sentence, and of sentences that agree in product, buyer or amount.

    A deal has parts of more than one sort; a single count is none.
    """
    deals: list[_Deal] = []
    for _, drafts in read:
        parts = _parts(drafts)
        if not parts:
            continue
        here = _Deal(parts)
        known = next((d for d in reversed(deals) if _same(d, here)), None)
        if known:
            known.parts += parts
        else:
            deals.append(here)
    number = 0
    for deal in deals:
        if len({d.predicate for d in deal.parts}) > 1:
            number += 1
            for draft in deal.parts:
                draft.fields["deal"] = f"d{number}"


def _parts(drafts: Iterable[Draft]) -> list[Draft]:
    core = [d for d in drafts if d.predicate in _ALWAYS or d.fields.get("event") in _ORDERED]
    if not core:
        return []
    worth = any(d.predicate == "order_value" for d in core)
    return [
        d
        for d in drafts
        if d in core or d.predicate in _IN_COMPANY or (worth and d.fields.get("event") in _DEPLOYED)
    ]


def _same(deal: _Deal, other: _Deal) -> bool:
    """Whether two sets of parts speak of one deal: one amount or count, or one product or buyer and nothing that differs."""
    for predicate in ("order_value", "unit_count"):
        mine, theirs = deal.values(predicate), other.values(predicate)
        if mine & theirs:
            return True
        if mine and theirs:
            return False
    return any(deal.named(slot) & other.named(slot) for slot in ("product", "holder"))
