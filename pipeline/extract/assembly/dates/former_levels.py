"""Figures of the year or quarter before, told beside those of now, and rows of figures of as many years or months."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.ratios.baseline import Lookback, look_back
from pipeline.extract.assembly.reading import Sentence

_RESULTS = frozenset({"revenue", "other_amount", "order_value", "investment", "unit_count", "power", "share"})
_YEARS = re.compile(r"(\d{4})/(\d{4})")


def set_back(drafts: Sequence[Draft], sentence: Sentence, reported: str | None) -> None:
    """Dates the figures of a former period ("dai 359,8 di un anno fa") by the period of those beside them, and the figures of a
    row each by its own period (2022年至2024年分别为…, 7月、8月分別為…); `reported` is the period whose results are being told.
    """
    measured = sorted((d for d in drafts if d.predicate in _RESULTS), key=lambda d: d.start)
    for draft in measured:
        lookback = _lookback(sentence, draft)
        if lookback is None:
            continue
        beside = [
            d.fields["as_of"]
            for d in measured
            if d.end <= draft.start and d.predicate == draft.predicate and "as_of" in d.fields
        ]
        now = next(reversed(beside), reported)
        then = look_back(lookback, now, None) if now else None
        if then:
            draft.fields["as_of"], draft.words = then, None
    _deal_out_periods(measured, sentence)
    if not sentence.pack.spaced:
        _deal_out_ends(measured, sentence)


def _lookback(sentence: Sentence, draft: Draft) -> Lookback | None:
    """How long before the period of those beside it a figure held, by the words right behind it."""
    period = sentence.pack.patterns.period
    if period.year_before.match(sentence.text, draft.end):
        return "year"
    return "quarter" if period.quarter_before.match(sentence.text, draft.end) else None


def _deal_out_ends(measured: Sequence[Draft], sentence: Sentence) -> None:
    """2022至2024年，收入由1.89亿元增至5.4亿元: what a figure rises from is of the first year of the span, and to what of the last."""
    ratio = sentence.pack.patterns.ratio
    level_from, level_to = ratio.level_from, ratio.level_to
    for low, high in itertools.pairwise(measured):
        period = low.held or high.held
        span = _YEARS.fullmatch(period.timex or "") if period and period.end <= low.start else None
        if span is None or low.predicate != high.predicate:
            continue
        rises = level_from.search(sentence.text, sentence.clause(low.start)[0], low.start)
        if rises and level_to.fullmatch(sentence.gap(low.end, high.start)):
            low.fields["as_of"], high.fields["as_of"] = span[1], span[2]
            low.words = high.words = None


def _deal_out_periods(measured: Sequence[Draft], sentence: Sentence) -> None:
    for cue in sentence.find_cues("reference", label="respectively"):
        periods = _row_of_periods(sentence, cue.start)
        _, end = sentence.clause(cue.end)
        row = [d for d in measured if cue.end <= d.start < end]
        if not row and sentence.pack.spaced and periods:
            row = [d for d in measured if d.end <= cue.start][-len(periods) :]
        row = [d for d in row if d.predicate == row[0].predicate]
        if len(row) == len(periods):
            for period, draft in zip(periods, row, strict=True):
                draft.fields["as_of"] = period


def _row_of_periods(sentence: Sentence, end: int) -> list[str]:
    """The periods, as TIMEX3, that are dealt out to a row of figures: 7月、8月, or each year of 2022年至2024年."""
    dates = [v for v in sentence.values if v.kind == "date" and v.timex and v.end <= end]
    row = dates[-1:]
    for date in reversed(dates[:-1]):
        if not sentence.pack.patterns.period.in_a_row.fullmatch(sentence.gap(date.end, row[0].start)):
            break
        row.insert(0, date)
    span = _YEARS.fullmatch(row[0].timex or "") if len(row) == 1 else None
    if span:
        return [str(year) for year in range(int(span[1]), int(span[2]) + 1)]
    return [date.timex for date in row if date.timex]
