"""How sure a statement about the future is, where its own words do not say so: by its date, its period, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pipeline.extract.assembly.draft import Draft

_FORWARD = {"revenue": "expected", "investment": "planned"}
"""What a figure of a period that is not over is."""
_NOT_INTENDED = frozenset({"share", "revenue", "other_amount"})
"""What nobody decides himself: a forecast, even where its verb is the one of a plan."""
_NOT_INTENDED_ASPECTS = frozenset({"price", "market", "orders", "revenue", "profit", "count"})


def settle(draft: Draft, modality: str, published: date | None) -> str:
    """The modality with what the date and the sort of the statement add to the words around it."""
    if modality == "asserted" and published:
        return _by_time(draft, published)
    if modality == "estimated" and published and _lies_ahead(draft, published):
        return "expected"
    if modality == "planned" and _is_outcome(draft) and not _intended(draft):
        return "expected"
    return modality


def _lies_ahead(draft: Draft, published: date) -> bool:
    """Whether somebody's calculation is of a time to come, and so a forecast."""
    if draft.kind == "date":
        return _ahead(draft.fields, published)
    held = draft.held
    return held is not None and held.date_start is not None and held.date_start > published


def _by_time(draft: Draft, published: date) -> str:
    if draft.kind == "date":
        return "planned" if _ahead(draft.fields, published) else "asserted"
    held = draft.held
    if held is None:
        return "asserted"
    if draft.predicate in _FORWARD and _still_open(draft, published):
        return _FORWARD[draft.predicate]
    first = held.date_end if held.mod == "END" else held.date_start
    if first is None or first <= published:
        return "asserted"
    if _is_outcome(draft):
        return "expected"
    return "planned" if draft.predicate in {"unit_count", "power", "order_value"} else "asserted"


def _is_outcome(draft: Draft) -> bool:
    changed = draft.predicate == "relative" and draft.fields.get("aspect") in _NOT_INTENDED_ASPECTS
    return draft.predicate in _NOT_INTENDED or changed


def _intended(draft: Draft) -> bool:
    """Whether a word of intention, and not only the future tense, stands in the clause."""
    sentence = draft.sentence
    start, end = sentence.clause(draft.start)
    return sentence.pack.patterns.intends.search(sentence.text, start, end) is not None


def _ahead(fields: Mapping[str, Any], published: date) -> bool:
    """Whether a date lies ahead, as far as "the end of" and "by" tell: the end of this year does, this year may not."""
    late = fields.get("mod") == "END" or fields.get("bound") == "max"
    first = fields.get("date_end" if late else "date_start")
    return first is not None and first > published


def _still_open(draft: Draft, published: date) -> bool:
    """Whether the period of a figure was not over when it was told, and no verb says that it was reached."""
    held = draft.held
    if held is None or held.date_end is None or held.date_end < published:
        return False
    sentence = draft.sentence
    return not sentence.pack.patterns.past.search(sentence.text, *sentence.clause(draft.start))
