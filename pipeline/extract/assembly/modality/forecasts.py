"""How sure a statement about the future is, where its own words do not say so: by its date, its period, and what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pipeline.extract.assembly.draft import Draft

_DATED = frozenset({"unit_count", "power"})
_EVENT_OF = {"deploy": "deployment", "order": "order", "ship": "delivery", "produce": "production"}
"""The date that tells when things are deployed, ordered, shipped or made."""
_FORWARD = {"revenue": "expected", "investment": "planned"}
"""What a figure of a period that is not over is."""
_NOT_INTENDED = frozenset({"share", "revenue", "other_amount"})
"""What nobody decides himself: a forecast, even where its verb is the one of a plan."""
_NOT_INTENDED_ASPECTS = frozenset({"price", "market", "orders", "revenue", "profit", "count"})


def settle(draft: Draft, modality: str, published: date | None) -> str:
    """The modality with what the date and the sort of the statement add to the words around it."""
    if modality in {"expected", "planned"} and published and _is_past_level(draft, published):
        return "asserted"
    if modality == "asserted" and published:
        return _by_time(draft, published)
    if modality == "estimated" and published and (_lies_ahead(draft, published) or _will_be(draft)):
        return "expected"
    if modality == "planned" and _is_outcome(draft) and not _intended(draft):
        return "expected"
    return modality


def follow_dates(drafts: Sequence[Draft]) -> None:
    """从2026年起部署5万颗: what is told with the date of the event that it is counted for is as sure as that date."""
    dates = [d for d in drafts if d.kind == "date" and d.fields.get("modality") in {"planned", "expected"}]
    for draft in drafts:
        if draft.predicate not in _DATED or draft.fields.get("modality") != "asserted":
            continue
        sentence = draft.sentence
        start, end = sentence.clause(draft.start)
        same = [
            d for d in dates if start <= d.start < end and d.predicate == _EVENT_OF.get(draft.fields.get("event", ""))
        ]
        if same and not sentence.pack.patterns.mood.past.search(sentence.text, start, end):
            draft.fields["modality"] = same[0].fields["modality"]


def _will_be(draft: Draft) -> bool:
    """ "Samsung si fermerà, stima KB Securities, a 35.000 miliardi": whether the verb before the figure is of the future."""
    sentence = draft.sentence
    future = sentence.pack.patterns.mood.future.search(sentence.text, sentence.clause(draft.start)[0], draft.start)
    return sentence.pack.spaced and draft.kind != "date" and future is not None


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
    if draft.predicate == "investment" and _over_years_to_come(draft):
        return "planned"
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


def _is_past_level(draft: Draft, published: date) -> bool:
    """今年料达2,000亿元，高于去年的1,310亿元: whether a figure's own clause dates it before a forecast that stands in another."""
    sentence, held = draft.sentence, draft.held
    if (
        sentence.pack.spaced
        or draft.kind == "date"
        or held is None
        or held.date_end is None
        or held.date_end >= published
    ):
        return False
    start, end = sentence.clause(draft.start)
    return start <= held.start < draft.start and not sentence.find_cues("modality", (start, end))


def _over_years_to_come(draft: Draft) -> bool:
    """未来三年投入3800亿元, "10 miliardi nei prossimi tre anni": what is spent over a span that begins now."""
    sentence = draft.sentence
    start, end = sentence.clause(draft.start)
    return sentence.pack.patterns.mood.years_to_come.search(sentence.text, start, end) is not None


def _is_outcome(draft: Draft) -> bool:
    changed = draft.predicate == "relative" and draft.fields.get("aspect") in _NOT_INTENDED_ASPECTS
    return draft.predicate in _NOT_INTENDED or changed


def _intended(draft: Draft) -> bool:
    """Whether a word of intention, and not only the future tense, stands in the clause."""
    sentence = draft.sentence
    start, end = sentence.clause(draft.start)
    return sentence.pack.patterns.mood.intends.search(sentence.text, start, end) is not None


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
    return not sentence.pack.patterns.mood.past.search(sentence.text, *sentence.clause(draft.start))
