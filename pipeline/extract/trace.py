"""Why each value of an article became a claim, or why it did not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from models.records import Block, Claim
from models.values import Value
from pipeline.extract.assembly.reading import Sentence
from pipeline.text.view import View

_NO_WORD = {
    "number": "no word behind or before it says what it counts",
    "percent": "no word says what it is a share of or what changed",
    "price": "no product is priced, and no word says what the amount is",
    "quantity": "the unit belongs to no predicate, or no product has it",
    "date": "no event of the hardware stands near it: it may scope a figure (as_of)",
    "duration": "no word ties it to a contract, a building time or a delay",
}


@dataclass(frozen=True, slots=True)
class Traced:
    """One value: where it stands, what was read, the rules of the claims that it became, and otherwise the reason why not."""

    start: int
    end: int
    quote: str
    kind: str
    claims: tuple[str, ...]
    reason: str | None = None


def trace(
    view: View, values: Sequence[Value], sentences: Sequence[Sentence], claims: Sequence[Claim], blocks: Sequence[Block]
) -> list[Traced]:
    """A row for every value, by place; `claims` reads "predicate of product by rule"."""
    reasons = {at: why for s in sentences for at, why in s.passed_over.items()}
    ordered = sorted(claims, key=lambda c: c.start)
    starts = [c.start for c in ordered]
    rows = []
    for value in values:
        start, end = view.span(value.start, value.end)
        became = tuple(_told(c) for c in ordered[: bisect_left(starts, end)] if c.end > start)
        why = None if became else reasons.get(value.start) or _standing(value, start, blocks)
        rows.append(Traced(start, end, view.original[start:end], value.kind, became, why))
    return rows


def _told(claim: Claim) -> str:
    about = claim.hardware or claim.holder or "nothing named"
    return f"{claim.predicate} of {about} by {claim.extractor}"


def _standing(value: Value, start: int, blocks: Sequence[Block]) -> str:
    if any(b.kind == "furniture" and b.start <= start < b.end for b in blocks):
        return "it stands in page furniture"
    return _NO_WORD[value.kind]
