"""What a draft takes from the words around it: time, modality, source, holder and stage."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from models.values import Value
from pipeline.extract.assembly.baseline import LOOKBACKS, look_back
from pipeline.extract.assembly.context import find_modality, find_polarity
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.forecasts import settle
from pipeline.extract.assembly.holders import Holders, find_holder, needs_holder
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.voices import Voice, source_of

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OWN_DATE_REACH = 14
_OF_THINGS = frozenset({"count", "orders", "price", "market", "capacity"})
_SURE = 0.85
"""How sure an amount is whose own words say what it is."""
_OF_RESULTS = frozenset({"revenue", "profit", "spending"})
_THINGS = frozenset({"gpu", "cpu", "chip", "card", "server", "rack", "wafer"})
_STAGED = frozenset({"unit_count", "order_value", "unit_price", "rental_price", "delivery", "order", "duration"})
_TIMELESS = frozenset(
    {"memory_capacity", "memory_bandwidth", "link_bandwidth", "compute", "clock", "transistor_count", "core_count",
     "die_area", "parameter_count", "temperature", "duration", "power"}
)  # fmt: skip
"""Specifications hold whenever they are told; a period beside them dates something else."""


def scope(drafts: Sequence[Draft], scopes: Sequence[Value], sentence: Sentence, discourse: Discourse) -> None:
    """A date that tells of no event says when the figures behind it held, or the one right before it.

    A day does not: it tells when something was said; nor does "in the past". A figure takes the period nearest before it.
    """
    measured = [d for d in drafts if d.kind in {"quantity", "price"} and d.predicate not in _TIMELESS]
    dated: list[Draft] = []
    for period in scopes:
        if _is_compared(sentence, period) or _is_basis(sentence, period, measured):
            _set_baseline(sentence, period, measured)
            continue
        if _dates_a_word(sentence, period, measured):
            continue
        held = _period(sentence, period)
        own = [d for d in measured if 0 <= period.start - d.end <= _OWN_DATE_REACH and _unbroken(sentence, d, period)]
        behind = [d for d in measured if d.start > period.start]
        reached = [
            d for d in behind[1:] if sentence.pack.patterns.elided.search(sentence.text, sentence.start, d.start)
        ]
        beside = [d for d in behind if sentence.pack.patterns.of_period.fullmatch(sentence.gap(period.end, d.start))]
        dated += beside[:1]
        free = [d for d in own if d not in dated][-1:] or [d for d in behind if d not in reached and d not in dated]
        for draft in beside[:1] or free or _of_clause(sentence, period, measured):
            if held is None:
                draft.fields.pop("as_of", None)
            else:
                draft.fields["as_of"] = held
            draft.held = period if held else None
            draft.words = (period.start, period.end) if period.timex is None else None
            if held and _of_results(draft):
                discourse.reporting = period
    for draft in measured:
        above = _in_header(sentence, draft)
        if above and draft.held is None:
            draft.held, draft.fields["as_of"] = above, _period(sentence, above)
    for draft in measured:
        if discourse.reporting and _of_results(draft) and draft.held is None and "as_of" not in draft.fields:
            period = discourse.reporting
            draft.held, draft.fields["as_of"] = period, _period(sentence, period)
            draft.words = (period.start, period.end) if period.timex is None else None


def _in_header(sentence: Sentence, draft: Draft) -> Value | None:
    """The period at the head of the cell's column: 6月价, "Agosto"."""
    column = sentence.column(draft.start)
    if column is None or sentence.header is None:
        return None
    dates = (v for v in sentence.header.values if v.kind == "date" and v.timex)
    return next((v for v in dates if column.start <= v.start < column.end), None)


def _of_results(draft: Draft) -> bool:
    """Whether a figure is a company's result, which the period named before holds for until another one is named."""
    if draft.predicate in {"revenue", "other_amount"}:
        return True
    if draft.fields.get("basis") == "wafer":
        return draft.fields.get("event") in {"ship", "produce"}
    return draft.predicate in {"relative", "share"} and draft.fields.get("aspect") in {"revenue", "profit", "capacity"}


def _is_compared(sentence: Sentence, period: Value) -> bool:
    """Whether the period is what something is compared to: "rispetto al 2023", 较去年同期."""
    if sentence.pack.patterns.compared_time.search(sentence.text, sentence.start, period.start):
        return True
    return any(c.start < period.end and period.start < c.end for c in sentence.find_cues("baseline"))


def _is_basis(sentence: Sentence, period: Value, measured: Sequence[Draft]) -> bool:
    """去年的五倍: the period is that of the figure which a ratio is taken of."""
    of_period = sentence.pack.patterns.of_period
    return not sentence.pack.spaced and any(
        d.predicate == "relative"
        and d.fields.get("baseline") == period.timex
        and of_period.fullmatch(sentence.gap(period.end, d.start))
        for d in measured
        if period.end <= d.start
    )


def _set_baseline(sentence: Sentence, period: Value, measured: Sequence[Draft]) -> None:
    """ "il 70% in più del 2024": the change in the period's clause is against it."""
    start, end = sentence.clause(period.start)
    for draft in measured:
        compared = draft.predicate == "relative" and not draft.fields.keys() & {"object", "baseline"}
        if compared and start <= draft.start < end and period.timex and not period.timex.endswith("_REF"):
            draft.fields["baseline"] = period.timex


def _dates_a_word(sentence: Sentence, period: Value, measured: Sequence[Draft]) -> bool:
    """5月汇丰分析师预计,…: when somebody said something, not when the figure held."""
    start, end = sentence.clause(period.start)
    if any(start <= d.start < end for d in measured):
        return False
    return bool(sentence.find_cues("says", (period.end, end)))


def _period(sentence: Sentence, value: Value) -> str | None:
    """The period as a claim has it; of a fiscal year or quarter, which no calendar holds, its words."""
    if value.timex is None:
        return sentence.text[value.start : value.end]
    return None if _DAY.fullmatch(value.timex) or value.timex.endswith("_REF") else value.timex


def _unbroken(sentence: Sentence, draft: Draft, period: Value) -> bool:
    gap = sentence.gap(draft.end, period.start)
    return not re.search("[,，;；。:：]", gap) and not sentence.pack.patterns.border.search(gap)


def _of_clause(sentence: Sentence, period: Value, drafts: Sequence[Draft]) -> list[Draft]:
    start, end = sentence.clause(period.start)
    return [d for d in drafts if start <= d.start < end and _unbroken(sentence, d, period)]


def complete(
    draft: Draft, voices: Sequence[Voice], together: Sequence[Draft], holders: Holders, published: date | None
) -> None:
    """Fills what the sentence tells beside the value itself; `together` are all drafts of the sentence."""
    fields = draft.fields
    if fields.get("baseline") in LOOKBACKS:
        fields["baseline"] = look_back(fields["baseline"], fields.get("as_of"), published)
    fields["modality"] = settle(draft, find_modality(draft), published)
    fields["polarity"] = find_polarity(draft)
    source = source_of(draft, voices, together)
    if source:
        fields["source"] = source
    if needs_holder(draft):
        holder = find_holder(draft, holders, voices)
        if holder:
            fields["holder"] = holder
    if draft.predicate == "unit_count" and fields.get("event") is None:
        fields["event"] = "own" if "holder" in fields else "other"
    if draft.predicate in _STAGED:
        stage = draft.sentence.nearest("stage", draft, draft.sentence.clause(draft.start))
        if stage:
            fields["stage"] = stage.label


def grounded(draft: Draft) -> bool:
    """Whether a statement is about something: a product, somebody, or at least a count of things."""
    if draft.subjects or "holder" in draft.fields or "object" in draft.fields:
        return True
    if draft.fields.get("aspect") == "yield" or (draft.kind == "price" and draft.confidence >= _SURE):
        return True
    if draft.predicate in {"relative", "share"} and draft.fields.get("aspect") in _OF_RESULTS:
        return True
    if draft.predicate == "investment":
        things = {c.label for c in draft.sentence.find_cues("noun")} & {"gpu", "chip", "site", "server"}
        return bool(things or draft.sentence.find_cues("voice", label="everybody"))
    if draft.predicate == "relative" and draft.fields.get("aspect") in _OF_THINGS:
        clause = draft.sentence.clause(draft.start)
        return any(c.label in _THINGS for c in draft.sentence.find_cues("noun", clause))
    return draft.predicate not in {"relative", "share", "revenue", "valuation", "funding", "other_amount", "investment"}
