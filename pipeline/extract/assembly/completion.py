"""What a draft takes from the words around it: time, modality, source, holder, stage and deal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from models.values import Value
from pipeline.extract.assembly.baseline import look_back
from pipeline.extract.assembly.context import (
    Holders,
    find_holder,
    find_modality,
    find_polarity,
    find_source,
    needs_holder,
)
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OWN_DATE_REACH = 14
_STAGED = frozenset({"unit_count", "order_value", "unit_price", "rental_price", "delivery", "order"})


def scope(drafts: Sequence[Draft], scopes: Sequence[Value], sentence: Sentence) -> None:
    """A date that tells of no event says when the figures behind it held, or the one right before it.

    A day does not: it tells when something was said.
    """
    measured = [d for d in drafts if d.kind in {"quantity", "price"}]
    for period in scopes:
        if period.timex is None or _DAY.fullmatch(period.timex):
            continue
        own = [d for d in measured if 0 <= period.start - d.end <= _OWN_DATE_REACH and _unbroken(sentence, d, period)]
        behind = [d for d in measured if d.start > period.start]
        for draft in own[-1:] or behind or _of_clause(sentence, period, measured):
            draft.fields["as_of"] = period.timex


def _unbroken(sentence: Sentence, draft: Draft, period: Value) -> bool:
    gap = sentence.gap(draft.end, period.start)
    return not re.search("[,，;；。:：]", gap) and not sentence.pack.patterns.border.search(gap)


def _of_clause(sentence: Sentence, period: Value, drafts: Sequence[Draft]) -> list[Draft]:
    start, end = sentence.clause(period.start)
    return [d for d in drafts if start <= d.start < end]


def complete(draft: Draft, speakers: list[Mention], holders: Holders, published: date | None) -> None:
    """Fills what the sentence tells beside the value itself."""
    fields = draft.fields
    if "baseline" in fields:
        fields["baseline"] = look_back(fields["baseline"], fields.get("as_of"), published)
    fields["modality"] = find_modality(draft)
    fields["polarity"] = find_polarity(draft)
    if draft.kind == "date" and fields["modality"] == "asserted" and _ahead(draft, published):
        fields["modality"] = "planned"
    source = find_source(draft, speakers)
    if source:
        fields["source"] = source
    if needs_holder(draft):
        holder = find_holder(draft, holders)
        if holder:
            fields["holder"] = holder.name
    if draft.predicate == "unit_count" and fields.get("event") is None:
        fields["event"] = "own" if "holder" in fields else "other"
    if draft.predicate in _STAGED:
        stage = draft.sentence.nearest("stage", draft, draft.sentence.clause(draft.start))
        if stage:
            fields["stage"] = stage.label


def _ahead(draft: Draft, published: date | None) -> bool:
    start = draft.fields.get("date_start")
    return published is not None and start is not None and start > published


def grounded(draft: Draft) -> bool:
    """Whether a statement is about something: a product, somebody, or at least a count of things."""
    if draft.subjects or "holder" in draft.fields:
        return True
    return draft.predicate not in {"relative", "share", "revenue", "valuation", "funding", "other_amount", "investment"}


def link_deal(drafts: Sequence[Draft], number: int) -> None:
    """Count, price, total and term of one order share a `deal`."""
    ordered = any(d.fields.get("event") == "order" or d.predicate == "order_value" for d in drafts)
    parts = [
        d
        for d in drafts
        if d.fields.get("event") == "order"
        or d.predicate in {"order_value", "order"}
        or (ordered and d.predicate in {"unit_price", "rental_price", "delivery"})
    ]
    if len({d.predicate for d in parts}) > 1:
        for draft in parts:
            draft.fields["deal"] = f"d{number}"
