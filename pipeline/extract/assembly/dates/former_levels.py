"""Figures of the year or quarter before, told beside those of now, and rows of figures of as many years or months."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.ratios.baseline import Lookback, look_back
from pipeline.extract.assembly.reading import Sentence

_RESULTS = frozenset({"revenue", "other_amount", "order_value", "investment", "unit_count", "power", "share"})
_BEHIND: dict[Lookback, re.Pattern[str]] = {
    "year": re.compile(
        r"\s*(?:di\s+(?:dollari|euro)\s+)?(?:(?:di\s+)?un\s+anno\s+(?:prima|fa)|(?:di\s+)?dodici\s+mesi\s+(?:prima|fa)"
        r"|dell['’]anno\s+(?:prima|precedente)|dello\s+stesso\s+(?:periodo|trimestre)|del(?:lo)?\s+(?:corrispondente|analogo)\s+periodo"
        r"|dell['’]esercizio\s+precedente|del\s+precedente\s+esercizio)\b",
        re.IGNORECASE,
    ),
    "quarter": re.compile(
        r"\s*(?:(?:di\s+)?tre\s+mesi\s+(?:prima|fa)|del\s+trimestre\s+(?:prima|precedente))\b", re.IGNORECASE
    ),
}
_BETWEEN_PERIODS = re.compile(
    r"\s*(?:、|，|,|和|与|與|及|ed?\b)\s*(?:(?:nel|in|ad?|al|del|nello|nella)\s+|(?:nell|dell|all)['’])?"
)
_YEARS = re.compile(r"(\d{4})/(\d{4})")


def set_back(drafts: Sequence[Draft], sentence: Sentence, reported: str | None) -> None:
    """Dates the figures of a former period ("dai 359,8 di un anno fa") by the period of those beside them, and the figures of a
    row each by its own period (2022年至2024年分别为…, 7月、8月分別為…); `reported` is the period whose results are being told.
    """
    measured = sorted((d for d in drafts if d.predicate in _RESULTS), key=lambda d: d.start)
    for draft in measured:
        lookback = next((k for k, behind in _BEHIND.items() if behind.match(sentence.text, draft.end)), None)
        if lookback is None or not sentence.pack.spaced:
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


def _deal_out_ends(measured: Sequence[Draft], sentence: Sentence) -> None:
    """2022至2024年，收入由1.89亿元增至5.4亿元: what a figure rises from is of the first year of the span, and to what of the last."""
    level_from, level_to = sentence.pack.patterns.ratio.level_from, sentence.pack.patterns.ratio.level_to
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
        if not _BETWEEN_PERIODS.fullmatch(sentence.gap(date.end, row[0].start)):
            break
        row.insert(0, date)
    span = _YEARS.fullmatch(row[0].timex or "") if len(row) == 1 else None
    if span:
        return [str(year) for year in range(int(span[1]), int(span[2]) + 1)]
    return [date.timex for date in row if date.timex]
