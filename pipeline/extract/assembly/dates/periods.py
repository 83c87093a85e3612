"""When a figure held: the periods of a sentence that tell of no event, dealt out to its figures (`as_of`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.values import Value
from pipeline.extract.assembly.dates.former_levels import set_back
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.parties.holders import SITE_POWER
from pipeline.extract.assembly.ratios.baseline import look_back
from pipeline.extract.assembly.reading import Sentence

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OWN_DATE_REACH = 14
_TIMELESS = frozenset(
    {"memory_capacity", "memory_bandwidth", "link_bandwidth", "compute", "clock", "transistor_count", "core_count",
     "die_area", "parameter_count", "temperature", "duration", "power"}
)  # fmt: skip
"""Specifications hold whenever they are told; a period beside them dates something else."""
_OF_SHIPMENTS = frozenset({"market", "count"})
_RATIOS = frozenset({"relative", "share"})
_SHORT_STEPS = frozenset({"quarter", "month"})
_YEAR = re.compile(r"\d{4}")


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
        for draft in (d for d in _covered(sentence, period, measured, dated) if not _is_too_long(period, d)):
            if held is None:
                draft.fields.pop("as_of", None)
            else:
                draft.fields["as_of"] = held
            draft.held = period if held else None
            draft.words = (period.start, period.end) if period.timex is None else None
            if (
                held
                and _reports(period, draft)
                and not _is_compared_to(sentence, draft)
                and not _is_left_behind(sentence, period, draft)
                and not sentence.pack.patterns.period.guidance.match(sentence.text, period.end)
                and not sentence.find_cues("modality", sentence.clause(draft.start))
            ):
                discourse.reporting = period
    if scopes and not measured and _announces(sentence, scopes[-1]):
        # 今年第三季创下最佳成绩：… the list below tells the results of that period.
        discourse.reporting = next((p for p in reversed(scopes) if _period(sentence, p)), discourse.reporting)
    for draft in measured:
        above = _in_header(sentence, draft)
        if above and draft.held is None:
            draft.held, draft.fields["as_of"] = above, _period(sentence, above)
    for draft in measured:
        shipped = _of_shipments(draft) and (discourse.devices or _behind_shipments(draft, measured))
        told = _of_results(draft) or _of_that_period(sentence, draft) or shipped
        reported = discourse.reporting
        if (
            reported
            and told
            and draft.held is None
            and "as_of" not in draft.fields
            and not _comes_later(sentence, reported, draft)
        ):
            draft.held, draft.fields["as_of"] = reported, _period(sentence, reported)
            draft.words = (reported.start, reported.end) if reported.timex is None else None
    set_back(drafts, sentence, discourse.reporting.timex if discourse.reporting else None)


def _is_too_long(period: Value, draft: Draft) -> bool:
    """明年资本支出…；营收季增14%: a change from one quarter or month to the next holds in no whole year."""
    return draft.fields.get("baseline") in _SHORT_STEPS and _YEAR.fullmatch(period.timex or "") is not None


def _reports(period: Value, draft: Draft) -> bool:
    """Whether the figure is a result of the period that those behind it may be of: the year of a change alone is none."""
    year = _YEAR.fullmatch(period.timex or "") is not None
    return _of_results(draft) and not (year and draft.predicate == "relative")


def _announces(sentence: Sentence, period: Value) -> bool:
    """Whether the results of a period are said to follow: a colon ends the sentence, or it names them (披露二季度业绩)."""
    if sentence.text[sentence.start : sentence.end].rstrip().endswith((":", "：")):
        return True
    return sentence.pack.patterns.period.results.match(sentence.text, period.end) is not None


def _is_left_behind(sentence: Sentence, period: Value, draft: Draft) -> bool:
    """从3月底的97.3万片增加到99.1万片, "dai 39 miliardi del 2024": the period of what something rises from is not that of what follows."""
    patterns = sentence.pack.patterns
    if sentence.pack.spaced:
        return patterns.period.since.search(sentence.text, sentence.start, draft.start) is not None
    return patterns.ratio.level_from.search(sentence.text, sentence.start, period.start) is not None


def _is_compared_to(sentence: Sentence, draft: Draft) -> bool:
    """ "Rispetto ai 5,6 miliardi dell'anno precedente": the figure before it is told, and this one's period is past."""
    before = sentence.pack.patterns.date.compared_time.search(sentence.text, sentence.start, draft.start)
    return sentence.pack.spaced and before is not None


def _covered(sentence: Sentence, period: Value, measured: Sequence[Draft], dated: list[Draft]) -> list[Draft]:
    """The figures that held in a period; `dated` are those that have one of their own, and takes in what this period owns."""
    patterns = sentence.pack.patterns
    bracket = sentence.parenthesis(period.start)
    if bracket:
        within = [d for d in measured if bracket[0] < d.start < bracket[1]]
        if within:
            dated += within
            return within
    of_it = [d for d in measured if patterns.period.of_the_period.fullmatch(sentence.gap(d.end, period.start))]
    if of_it:
        dated += of_it
        return of_it
    behind = [
        d
        for d in measured
        if d.start > period.start
        and not _back_to_now(sentence, period, d)
        and not _of_another_clause(sentence, period, d)
    ]
    beside = [d for d in behind if patterns.date.of_period.fullmatch(sentence.gap(period.end, d.start))]
    dated += beside[:1]
    if beside:
        return beside[:1]
    own = [d for d in measured if 0 <= period.start - d.end <= _OWN_DATE_REACH and _unbroken(sentence, d, period)]
    if not sentence.pack.spaced and behind and behind[0].start < sentence.clause(period.start)[1]:
        own = []
    free = [d for d in own if d not in dated][-1:] or _reached(sentence, period, measured, behind, dated)
    return free or _of_clause(sentence, period, measured)


def _of_another_clause(sentence: Sentence, period: Value, draft: Draft) -> bool:
    """ "… nel trimestre in corso; l'HBM4 si venderà a 560 dollari": behind a semicolon something else is told of another product."""
    if not sentence.pack.spaced:
        return False
    stop = sentence.text.rfind(";", period.end, draft.start)
    return stop > 0 and any(stop < m.start < draft.start for m in sentence.products)


def _reached(
    sentence: Sentence, period: Value, measured: Sequence[Draft], behind: Sequence[Draft], dated: Sequence[Draft]
) -> list[Draft]:
    """The figures behind a period: all of them where it opens the statement, else those that go on with the first one."""
    patterns = sentence.pack.patterns
    levels = [d for d in behind[1:] if patterns.count.elided.search(sentence.text, sentence.start, d.start)]
    free = [d for d in behind if d not in levels and d not in dated]
    opens = all(d.start > period.start for d in measured)
    end = sentence.clause(period.start)[1]
    if opens or not free or free[0].start >= end:
        return free
    goes_on = []
    for draft in free:
        if draft.start >= end and draft.predicate != free[0].predicate and draft.predicate not in _RATIOS:
            break
        goes_on.append(draft)
    return goes_on


def _comes_later(sentence: Sentence, period: Value, draft: Draft) -> bool:
    """Whether the period that is being reported was named in this sentence behind the figure."""
    return not sentence.pack.spaced and sentence.start <= period.start < sentence.end and draft.end <= period.start


def _is_timeless(draft: Draft) -> bool:
    """Whether a figure holds whenever it is told: a specification does, a site's power does not."""
    of_a_site = draft.predicate == "power" and (draft.fields.get("value") or 0) >= SITE_POWER
    computing = draft.predicate == "compute" and not draft.subjects
    return draft.predicate in _TIMELESS and not (of_a_site or computing)


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
    if draft.rule == "count.shipments":
        return True
    return draft.predicate in {"relative", "share"} and draft.fields.get("aspect") in {"revenue", "profit", "capacity"}


def _of_shipments(draft: Draft) -> bool:
    """Whether a ratio goes with what makers ship: 年增17.3%, 市占率25.5%."""
    of_products = draft.subjects or draft.predicate not in _RATIOS
    return not of_products and draft.fields.get("aspect") in _OF_SHIPMENTS


def _behind_shipments(draft: Draft, measured: Sequence[Draft]) -> bool:
    """出货约250万片，增长4.6%: the change of a result that the sentence tells before it."""
    return any(d.predicate == "unit_count" and _of_results(d) and d.end <= draft.start for d in measured)


def _is_compared(sentence: Sentence, period: Value) -> bool:
    """Whether the period is what something is compared to: "rispetto al 2023", 较去年同期."""
    if sentence.pack.patterns.date.compared_time.search(sentence.text, sentence.start, period.start):
        return True
    return any(c.start < period.end and period.start < c.end for c in sentence.find_cues("baseline"))


def _is_basis(sentence: Sentence, period: Value, measured: Sequence[Draft]) -> bool:
    """去年的五倍: the period is that of the figure which a ratio is taken of."""
    of_period = sentence.pack.patterns.date.of_period
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
    """较去年同期的38.6亿元增加, 去年同期为10亿元: the amount that something is compared to held in that period."""
    patterns = sentence.pack.patterns
    of_period = patterns.date.of_period
    amounts = [
        d for d in measured
        if (d.kind == "price" or d.predicate == "unit_count") and period.end <= d.start
        and (of_period.fullmatch(gap := sentence.gap(period.end, d.start)) or patterns.period.same_period.fullmatch(gap))
    ]  # fmt: skip
    for draft in amounts[:1]:
        told = discourse.reporting.timex if discourse.reporting else None
        year_before = told and sentence.find_cues("baseline", (period.start - 1, period.end + 2), "year")
        held = look_back("year", told, None) if year_before else _period(sentence, period)
        draft.held, draft.fields["as_of"] = period, held
    return amounts[:1] or _date_former(sentence, period, measured)


def _date_former(sentence: Sentence, period: Value, measured: Sequence[Draft]) -> list[Draft]:
    """ "Un anno fa costava 549 euro", "sei mesi fa la resa era del 20%": the level that is told behind a time counted back from now."""
    patterns = sentence.pack.patterns
    start, end = sentence.clause(period.start)
    beside = [
        d
        for d in measured
        if d.predicate != "relative" and patterns.period.its_time.fullmatch(sentence.gap(d.end, period.start))
    ]
    if beside and _period(sentence, period):
        beside[0].held, beside[0].fields["as_of"] = period, _period(sentence, period)
        return beside[:1]
    if not sentence.pack.spaced or patterns.period.than.search(sentence.text, sentence.start, period.start):
        return []
    former = [d for d in measured if start <= d.start < end and d.start >= period.end and d.predicate != "relative"][:1]
    held = _period(sentence, period)
    if not former or held is None or patterns.clause.contrast.search(sentence.text, period.end, former[0].start):
        return []
    former[0].held, former[0].fields["as_of"] = period, held
    return former


def _back_to_now(sentence: Sentence, period: Value, draft: Draft) -> bool:
    """去年底还卖两万四, 现在一万九: the period ends where the present is spoken of."""
    if sentence.pack.spaced:
        return False
    return sentence.pack.patterns.clause.contrast.search(sentence.text, period.end, draft.start) is not None


def _of_that_period(sentence: Sentence, draft: Draft) -> bool:
    """当季资本开支: a word points back at the period that is being reported."""
    start, _ = sentence.clause(draft.start)
    return bool(sentence.find_cues("reference", (start, draft.start), "that_period"))


def _dates_a_word(sentence: Sentence, period: Value, measured: Sequence[Draft]) -> bool:
    """5月汇丰分析师预计,…: when somebody said something, not when the figure held."""
    start, end = sentence.clause(period.start)
    if any(start <= d.start < end for d in measured) or sentence.pack.patterns.period.guidance.match(
        sentence.text, period.end
    ):
        return False
    return bool(sentence.find_cues("says", (period.end, end)))


def _period(sentence: Sentence, value: Value) -> str | None:
    """The period as a claim has it; of a fiscal year or quarter, which no calendar holds, its words."""
    if value.timex is None:
        return sentence.text[value.start : value.end]
    if _DAY.fullmatch(value.timex):
        months = sentence.pack.patterns.period.months_ago.search(sentence.text, value.start, value.end)
        return value.timex[:7] if months else None
    return None if value.timex.endswith("_REF") else value.timex


def _unbroken(sentence: Sentence, draft: Draft, period: Value) -> bool:
    gap = sentence.gap(draft.end, period.start)
    return not re.search("[,，;；。:：]", gap) and not sentence.pack.patterns.clause.border.search(gap)


def _of_clause(sentence: Sentence, period: Value, drafts: Sequence[Draft]) -> list[Draft]:
    start, end = sentence.clause(period.start)
    return [d for d in drafts if start <= d.start < end and _unbroken(sentence, d, period)]
