"""What a ratio is taken of: the product or the period that something is compared against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.devices import DEVICE_KINDS
from pipeline.extract.assembly.subjects.subjects import closest
from pipeline.extract.mentions import Mention

_BRACKETS = re.compile("[()（）]")
_TIMES = ("volte", "doppio", "triplo", "quadruplo")


def baseline_of(sentence: Sentence, value: Value) -> Mention | None:
    """The product that is compared against: 前代H100的5倍, 5倍H100, or one that is set aside as such."""
    tight = adjacent_baseline(sentence, value)
    if tight:
        return tight
    compared = [m for m in sentence.aside if m not in sentence.uncompared]
    things = [m for m in compared if m.kind not in TECHNOLOGY_KINDS]
    if things:
        return closest(things, value)
    named = {m.kind for m in sentence.products if m not in sentence.aside}
    return closest([m for m in compared if m.kind in named], value)


def _without_figure(sentence: Sentence, start: int, value: Value) -> str:
    """What stands between a product and a ratio of it, without its own figure: HBM3E约1.2TB/s的2.5倍."""
    patterns = sentence.pack.patterns
    figures = [v for v in sentence.values if start <= v.start and v.end <= value.start and v.kind == "quantity"]
    if len(figures) != 1:
        return sentence.gap(start, value.start)
    around = patterns.comparison.hedge.sub("", sentence.gap(start, figures[0].start)) + sentence.gap(
        figures[0].end, value.start
    )
    return _BRACKETS.sub("", around)


def adjacent_baseline(sentence: Sentence, value: Value) -> Mention | None:
    """H100的5倍, 5倍H100, "sei volte la H100": a product that the ratio itself is taken of, beside another one."""
    if sentence.pack.spaced:
        return _multiplied(sentence, value)
    if value.form not in {"multiple", "fraction"} and value.unit != "%":
        return None
    before = [m for m in sentence.products if m.end <= value.start]
    if before:
        gap = _without_figure(sentence, before[-1].end, value)
        if "的" in gap and sentence.pack.patterns.ratio.of_baseline.fullmatch(gap):
            return before[-1]
    if value.form != "multiple":
        return None
    after = [m for m in sentence.products if m.start >= value.end and not sentence.gap(value.end, m.start).strip()]
    return after[0] if after and before else None


def _multiplied(sentence: Sentence, value: Value) -> Mention | None:
    """ "Quattro volte Orin", "il doppio della 4090": the product right behind a multiple."""
    patterns = sentence.pack.patterns
    if value.form != "multiple" or not sentence.text.endswith(_TIMES, value.start, value.end):
        return None
    behind = next((m for m in sentence.products if m.start >= value.end), None)
    if behind is None or behind.kind in TECHNOLOGY_KINDS:
        return None
    return behind if patterns.comparison.of_multiple.fullmatch(sentence.gap(value.end, behind.start)) else None


def exchanged_for(sentence: Sentence, value: Value) -> Mention | None:
    """ "100.000 H100 per tre volte più GPU": what is given for so many times as many."""
    if value.form != "multiple":
        return None
    things = sentence.find_cues("noun", (value.end, min(value.end + 20, sentence.end)))
    before = [m for m in sentence.products if m.end <= value.start]
    if not things or things[0].label not in {"gpu", "chip", "card", "cpu"} or not before:
        return None
    gap = sentence.gap(before[-1].end, value.start)
    return before[-1] if sentence.pack.patterns.ratio.exchanged.fullmatch(gap) else None


def period_before(sentence: Sentence, value: Value) -> Value | None:
    """去年的五倍, 2024年的六成: the period that the ratio is taken of."""
    if value.form not in {"multiple", "fraction"} and value.unit != "%":
        return None
    dates = [v for v in sentence.values if v.kind == "date" and v.end <= value.start and v.timex]
    if not dates or not sentence.gap(dates[-1].end, value.start).lstrip().startswith("的"):
        return None
    gap = sentence.gap(dates[-1].end, value.start)
    return dates[-1] if sentence.pack.patterns.date.of_period.fullmatch(gap) else None


def of_its_kind(sentence: Sentence, value: Value, baseline: Mention | None, products: list[Mention]) -> list[Mention]:
    """搭载麒麟9030的Mate 80，性能较麒麟9020提升三成: against a chip the chip is compared that the device has."""
    if baseline is not None and baseline.kind in SITE_KINDS and not sentence.pack.spaced:
        # JUPITER装有2.4万颗GH200，是Isambard-AI的四倍: a site is compared with a site
        sites = [m for m in sentence.products if m.kind in SITE_KINDS and m.id != baseline.id and m.end <= value.start]
        return sites[-1:] or products
    if baseline is None or not products or baseline.kind in DEVICE_KINDS or products[0].kind not in DEVICE_KINDS:
        return products
    chips = [m for m in sentence.products if m.kind == baseline.kind and m.id != baseline.id and m.end <= value.start]
    return chips[-1:] or products


def in_relative_clause(sentence: Sentence, value: Value) -> Mention | None:
    """ "Meglio la 5080, che costa il doppio": the product right before the Italian relative clause that the ratio stands in."""
    patterns = sentence.pack.patterns
    before = [m for m in sentence.products if m.end <= value.start and m.kind not in TECHNOLOGY_KINDS]
    if not before:
        return None
    gap = sentence.gap(before[-1].end, value.start)
    told = patterns.comparison.which.match(gap) and patterns.clause.relative_clause.match(gap)
    return before[-1] if told else None


def topic_beside(sentence: Sentence, product: Mention, discourse: Discourse) -> Mention | None:
    """The other product of its kind that is being talked about, before it in its sentence or in the ones before."""
    before = [m for m in sentence.products if m.end <= product.start]
    return next((m for m in (*before, *discourse.focus) if m.id != product.id and m.kind == product.kind), None)


def without(baseline: Mention | None, products: Sequence[Mention]) -> list[Mention]:
    """The products that can be compared against the baseline: all others."""
    return [p for p in products if baseline is None or p.id != baseline.id]


def bound_before_baseline(sentence: Sentence, value: Value, baseline: Mention, draft: Draft) -> None:
    """最高可达前代H100的5倍: the bound stands before the baseline, not beside the number."""
    if value.bound == "exact" and baseline.end <= value.start:
        cue = sentence.nearest(
            "bound", baseline, (max(sentence.clause(baseline.start)[0], baseline.start - 8), baseline.start)
        )
        if cue:
            draft.fields["bound"] = cue.label
