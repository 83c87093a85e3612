"""Figures of the year or quarter before, told beside those of now, and rows of figures of as many years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.assembly.baseline import Lookback, look_back
from pipeline.extract.assembly.draft import Draft
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
_YEARS = re.compile(r"(\d{4})/(\d{4})")


def set_back(drafts: Sequence[Draft], sentence: Sentence, reported: str | None) -> None:
    """Dates the figures of a former period ("dai 359,8 di un anno fa") by the period of those beside them, and the figures of a
    row each by its own year (2022年至2024年分别为…); `reported` is the period whose results are being told.
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
    _deal_out_years(measured, sentence)


def _deal_out_years(measured: Sequence[Draft], sentence: Sentence) -> None:
    for cue in sentence.find_cues("reference", label="respectively"):
        spans = [
            v for v in sentence.values if v.kind == "date" and v.end <= cue.start and _YEARS.fullmatch(v.timex or "")
        ]
        years = _YEARS.fullmatch(spans[-1].timex or "") if spans else None
        _, end = sentence.clause(cue.end)
        row = [d for d in measured if cue.end <= d.start < end]
        row = [d for d in row if d.predicate == row[0].predicate]
        if years and len(row) == int(years[2]) - int(years[1]) + 1:
            for year, draft in enumerate(row, int(years[1])):
                draft.fields["as_of"] = str(year)
