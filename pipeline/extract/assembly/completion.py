"""What a draft takes from the words around it: time, modality, source, holder and stage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from models.hardware.schema import SITE_KINDS
from models.values import Value
from pipeline.extract.assembly.baseline import LOOKBACKS, look_back
from pipeline.extract.assembly.context import find_modality, find_polarity
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.forecasts import settle
from pipeline.extract.assembly.holders import SITE_POWER, Holders, find_holder, needs_holder
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
_PAYMENTS = frozenset({"order_value", "other_amount"})
"""What is paid; a price that somebody paid is no stage of a deal."""
_TIMELESS = frozenset(
    {"memory_capacity", "memory_bandwidth", "link_bandwidth", "compute", "clock", "transistor_count", "core_count",
     "die_area", "parameter_count", "temperature", "duration", "power"}
)  # fmt: skip
"""Specifications hold whenever they are told; a period beside them dates something else."""


def scope(drafts: Sequence[Draft], scopes: Sequence[Value], sentence: Sentence, discourse: Discourse) -> None:
    """A date that tells of no event says when the figures behind it held, or the one right before it.

    A day does not: it tells when something was said; nor does "in the past". A figure takes the period nearest before it.
    """
    measured = [d for d in drafts if d.kind in {"quantity", "price"} and not _is_timeless(d)]
    dated: list[Draft] = []
    for period in scopes:
        if _is_compared(sentence, period) or _is_basis(sentence, period, measured):
            _set_baseline(sentence, period, measured)
            dated += _date_compared(sentence, period, measured, discourse)
            continue
        if _dates_a_word(sentence, period, measured):
            continue
        held = _period(sentence, period)
        own = [d for d in measured if 0 <= period.start - d.end <= _OWN_DATE_REACH and _unbroken(sentence, d, period)]
        behind = [d for d in measured if d.start > period.start and not _back_to_now(sentence, period, d)]
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
            if held and _of_results(draft) and not sentence.find_cues("modality", sentence.clause(draft.start)):
                discourse.reporting = period
    for draft in measured:
        above = _in_header(sentence, draft)
        if above and draft.held is None:
            draft.held, draft.fields["as_of"] = above, _period(sentence, above)
    for draft in measured:
        told = _of_results(draft) or _of_that_period(sentence, draft)
        if discourse.reporting and told and draft.held is None and "as_of" not in draft.fields:
            period = discourse.reporting
            draft.held, draft.fields["as_of"] = period, _period(sentence, period)
            draft.words = (period.start, period.end) if period.timex is None else None


def _is_timeless(draft: Draft) -> bool:
    """Whether a figure holds whenever it is told: a specification does, a site's power does not."""
    of_a_site = draft.predicate == "power" and (draft.fields.get("value") or 0) >= SITE_POWER
    return draft.predicate in _TIMELESS and not of_a_site


def _in_header(sentence: Sentence, draft: Draft) -> Value | None:
    """The period at the head of the cell's column: 6月价, "Agosto"."""
    column = sentence.column(draft.start)
    if column is None or sentence.header is None:
        return None
    dates = [v for v in sentence.header.values if v.kind == "date" and v.timex]
    own = next((v for v in dates if column.start <= v.start < column.end), None)
    # 公司|12月营收|月增率: the change is that of the one month that the header names.
    return own or (dates[0] if len(dates) == 1 and draft.predicate == "relative" else None)


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


def _date_compared(sentence: Sentence, period: Value, measured: Sequence[Draft], discourse: Discourse) -> list[Draft]:
    """较去年同期的38.6亿元增加: the amount that something is compared to held in that period."""
    of_period = sentence.pack.patterns.of_period
    amounts = [
        d for d in measured
        if d.kind == "price" and period.end <= d.start and of_period.fullmatch(sentence.gap(period.end, d.start))
    ]  # fmt: skip
    for draft in amounts[:1]:
        told = discourse.reporting.timex if discourse.reporting else None
        year_before = told and sentence.find_cues("baseline", (period.start, period.end + 2), "year")
        held = look_back("year", told, None) if year_before else _period(sentence, period)
        draft.held, draft.fields["as_of"] = period, held
    return amounts[:1]


def _back_to_now(sentence: Sentence, period: Value, draft: Draft) -> bool:
    """去年底还卖两万四, 现在一万九: the period ends where the present is spoken of."""
    if sentence.pack.spaced:
        return False
    return sentence.pack.patterns.contrast.search(sentence.text, period.end, draft.start) is not None


def _of_that_period(sentence: Sentence, draft: Draft) -> bool:
    """当季资本开支: a word points back at the period that is being reported."""
    start, _ = sentence.clause(draft.start)
    return bool(sentence.find_cues("reference", (start, draft.start), "that_period"))


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
        at_a_site = any(m.kind in SITE_KINDS for m in (*draft.subjects, *draft.sentence.products))
        fields["event"] = "deploy" if at_a_site else "own" if "holder" in fields else "other"
    if draft.predicate in _STAGED | _PAYMENTS:
        stage = draft.sentence.nearest("stage", draft, draft.sentence.clause(draft.start))
        if stage and draft.predicate in (_PAYMENTS if stage.label == "paid" else _STAGED):
            fields["stage"] = stage.label


def grounded(draft: Draft) -> bool:
    """Whether a statement is about something: a product, somebody, or at least a count of things."""
    if draft.subjects or draft.joint or "holder" in draft.fields or "object" in draft.fields:
        return True
    if draft.fields.get("aspect") == "yield" or (draft.kind == "price" and draft.confidence >= _SURE):
        return True
    if draft.predicate in {"relative", "share"} and draft.fields.get("aspect") in _OF_RESULTS:
        return True
    everybody = bool(draft.sentence.find_cues("voice", label="everybody"))
    if draft.predicate == "share" and draft.fields.get("aspect") == "capacity" and everybody:
        return True
    if draft.predicate == "investment":
        things = {c.label for c in draft.sentence.find_cues("noun")} & {"gpu", "chip", "site", "server"}
        return bool(things or everybody)
    if draft.predicate == "relative" and draft.fields.get("aspect") in _OF_THINGS:
        clause = draft.sentence.clause(draft.start)
        return any(c.label in _THINGS for c in draft.sentence.find_cues("noun", clause))
    return draft.predicate not in {"relative", "share", "revenue", "valuation", "funding", "other_amount", "investment"}
