"""What changes, or is divided, where a ratio stands beside the figure that it is of: "27 miliardi (+11 %)", "la metà dei quali"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_ASPECTS = {
    "revenue": "revenue", "investment": "spending", "order_value": "orders", "unit_price": "price",
    "rental_price": "price", "memory_bandwidth": "bandwidth", "memory_capacity": "memory", "power": "power",
    "compute": "performance", "unit_count": "count", "core_count": "count", "transistor_count": "count", "die_area": "area",
}  # fmt: skip
_WHOLES = {"unit_count": "count", "component": "count", "revenue": "revenue", "power": "power"}
_FAST = frozenset({"gpu", "cpu", "soc", "accelerator", "superchip", "console", "board", "system"})
"""Kinds of products of which "20 % more" is, without another word, a speed."""
_ROW = 60
_ROUNDED = Decimal(1)
"""Percentage points by which a change is rounded."""


def split_changes(sentence: Sentence) -> None:
    """Parts a range that a percentage beside it shows to be a change: "da 280 a 310 euro, l'11 per cento in più"."""
    change = sentence.pack.patterns.change
    _split_rows(sentence)
    _split_headlines(sentence)
    changes = [v.value for v in sentence.values if v.kind == "percent" and v.value is not None and not v.value_high]
    if not changes or not sentence.pack.spaced:
        return
    for value in [v for v in sentence.values if v.kind in {"price", "quantity"}]:
        if value.value and value.value_high and change.since.search(sentence.text, sentence.start, value.start):
            gained = (value.value_high / value.value - 1) * 100
            between = change.until.search(sentence.text, value.start, value.end)
            if between and any(abs(abs(c) - gained) <= _ROUNDED for c in changes):
                at = sentence.values.index(value)
                sentence.values[at : at + 1] = [
                    replace(value, end=between.start(), value_high=None, bound="exact"),
                    replace(value, start=between.end(), value=value.value_high, value_high=None, bound="exact"),
                ]


def _split_rows(sentence: Sentence) -> None:
    """ "La Series X passa da 699 a 799 euro, la S da 399 a 449": what goes on from a change to the next one is one as well."""
    change = sentence.pack.patterns.change
    if not sentence.pack.spaced:
        return
    changed: Value | None = None
    for first, last in itertools.pairwise(list(sentence.values)):
        if last.value_high is None and first.kind == last.kind == "price" and first.unit == last.unit:
            from_to = change.since.search(sentence.text, sentence.start, first.start)
            changed = last if from_to and change.until.fullmatch(sentence.gap(first.end, last.start)) else changed
        between = change.until.search(sentence.text, last.start, last.end)
        if changed is None or between is None or last.kind not in {"number", "price"} or not last.value_high:
            continue
        if not change.since.search(sentence.text, sentence.start, last.start) or "\n" in sentence.gap(
            changed.end, last.start
        ):
            continue
        at, told = sentence.values.index(last), replace(last, kind="price", unit=changed.unit, bound="exact")
        sentence.values[at : at + 1] = [
            replace(told, end=between.start(), value_high=None),
            replace(told, start=between.end(), value=last.value_high, value_high=None),
        ]


def _split_headlines(sentence: Sentence) -> None:
    """从700W到2700W：功耗的跃进: a headline that goes from one figure to another tells a change, and no span."""
    change = sentence.pack.patterns.change
    if sentence.pack.spaced or sentence.block.kind not in {"title", "heading"}:
        return
    for value in [v for v in sentence.values if v.kind in {"price", "quantity"} and v.value_high]:
        between = change.until.search(sentence.text, value.start, value.end)
        if between and change.since.search(sentence.text, sentence.start, value.start):
            at = sentence.values.index(value)
            sentence.values[at : at + 1] = [
                replace(value, end=between.start(), value_high=None, bound="exact"),
                replace(value, start=between.end(), value=value.value_high, value_high=None, bound="exact"),
            ]


def aspect_of_figure(sentence: Sentence, value: Value, told: Sequence[Draft]) -> str | None:
    """The aspect of the figure right before a change that only repeats it in per cent, or None."""
    patterns = sentence.pack.patterns
    figure = _last(value, told)
    gap = sentence.gap(figure.end, value.start) if figure else ""
    repeats = patterns.ratio.of_figure.fullmatch(gap)
    added = patterns.change.added.match(gap) and patterns.change.of_another.match(sentence.text, value.end)
    if figure is None or not repeats or added:
        return None
    if figure.predicate == "other_amount":
        profit = sentence.find_cues("aspect", (sentence.start, figure.start), "profit")
        return "profit" if profit else None
    return _ASPECTS.get(figure.predicate)


def aspect_of_whole(sentence: Sentence, value: Value, told: Sequence[Draft]) -> str | None:
    """What "half of which" is a part of: the figure told before, money or things; None where no such words stand there."""
    change = sentence.pack.patterns.change
    figure = _last(value, told)
    of_which = change.of_which.match(sentence.text, value.end) or change.of_which_before.search(
        sentence.text, sentence.start, value.start
    )
    if figure is None or not of_which:
        return None
    return aspect_of_part(figure)


def aspect_of_kind(figure: Draft) -> str | None:
    """What a change of a figure is a change of."""
    return _ASPECTS.get(figure.predicate)


def aspect_of_part(figure: Draft) -> str | None:
    """What a part of a figure is a part of: money that is spent, things, revenue or power."""
    return "spending" if figure.kind == "price" and figure.predicate != "revenue" else _WHOLES.get(figure.predicate)


def speed_gained(
    sentence: Sentence, direction: Cue | None, subjects: Sequence[Mention], baseline: Mention | None
) -> str | None:
    """ "La 5090 guadagna il 30 % sulla 4090": without another word the gain of a chip that the sentence names is one of speed."""
    named = [m for m in subjects[:1] if sentence.start <= m.start < sentence.end]
    compared = [*named, *([baseline] if baseline else [])]
    rises = direction is not None and direction.label == "up" and sentence.pack.spaced
    return "performance" if rises and compared and all(m.kind in _FAST for m in compared) else None


def gained(sentence: Sentence, value: Value) -> Cue | None:
    """ "Promette il 15 % di prestazioni e il 30 % di densità": so much more of a merit, by the verb of offering before it."""
    change = sentence.pack.patterns.change
    if value.kind != "percent" or not change.of_merit.match(sentence.text, value.end):
        return None
    verb = change.offers.search(sentence.text, sentence.start, value.start)
    return Cue(value.start, value.end, "change", "up") if verb else None


def changed_before_comma(sentence: Sentence, value: Value) -> Cue | None:
    """ "Anche la CPU migliora, del 39 per cento": the verb that a comma parts from how much."""
    comma = sentence.pack.patterns.change.by_how_much.search(sentence.text, sentence.start, value.start)
    verbs = sentence.find_cues("change", (sentence.start, comma.start())) if comma else []
    return verbs[-1] if comma and verbs and verbs[-1].end == comma.start() else None


def continued(sentence: Sentence, value: Value, earlier: Sequence[Draft]) -> Cue | None:
    """ "Guadagna il 20 % nella CPU e il 35 nella GPU": the change before holds on for the next percentage of its row."""
    before = earlier[-1] if earlier else None
    if before is None or value.kind != "percent" or before.predicate != "relative":
        return None
    gap = sentence.gap(before.end, value.start)
    row = len(gap) <= _ROW and sentence.pack.patterns.change.in_a_row.fullmatch(gap)
    if before.value is None or before.value.kind != "percent" or not row:
        return None
    if sentence.pack.spaced and sentence.find_cues("share", sentence.segment(value)):
        return None
    grows = before.fields["value"] is not None and before.fields["value"] >= 1
    return Cue(before.start, before.end, "change", "up" if grows else "down")


def _last(value: Value, told: Sequence[Draft]) -> Draft | None:
    before = [d for d in told if d.end <= value.start and d.kind in {"quantity", "price"}]
    return max(before, key=lambda d: d.start, default=None)
