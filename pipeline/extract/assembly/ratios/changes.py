"""What changes, or is divided, where a ratio stands beside the figure that it is of: "27 miliardi (+11 %)", "la metà dei quali"."""

from __future__ import annotations

import itertools
import re
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
_BY_SO_MUCH = re.compile(
    "(?:[个颗枚组张片核]|核心)?[,，]?(?:[只仅也还]*比[^,，。;；]{1,24}?)?(?:多|少|高|低|大|小|增加|减少|提升|增长)(?:出|了)?(?:约|近|大约|足足)?"
)
"""Between a figure and by how much it is larger: 7168个，比RTX 4070的5888个多22%."""
_WHOLES = {"unit_count": "count", "component": "count", "revenue": "revenue", "power": "power"}
_FAST = frozenset({"gpu", "cpu", "soc", "accelerator", "superchip", "console", "board", "system"})
"""Kinds of products of which "20 % more" is, without another word, a speed."""
_ROW = 60
_IN_A_ROW = re.compile(r"[^.:!?\d]*(?:;|,|\se)\s[^.:!?\d]*$")
_FROM = re.compile(r"\b(?:da|dai|dagli|dal|dalle|dagli)\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:a|ai|agli|al|alle)\s+", re.IGNORECASE)
_HEADLINE_TO = re.compile(r"\s*[到至]\s*")
_ROUNDED = Decimal(1)
"""Percentage points by which a change is rounded."""
_BESIDE = re.compile(r"\s*[、和与及]\s*")
_OF_MERIT = re.compile(
    r"\s+(?:di|in)\s+(?:prestazioni|performance|velocità|rapidità|efficienza|densità|autonomia|banda|potenza(?:\s+(?:di\s+calcolo|grafica))?|memoria|capacità\s+di\s+memoria)\b(?!\s+in\s+meno)",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:promett|offr|garanti|port|regal|assicur|dichiar|vant|aggiung|strapp|mett|annunci)\w*[\s,][^.;]{0,60}$",
    re.IGNORECASE,
)
_BY_HOW_MUCH = re.compile(
    r",\s+(?:(?:cioè|ossia|addirittura|ma\s+solo|anche\s+se\s+solo)\s+)?(?:del\s+|dell['’]|di\s+(?:circa\s+)?(?:il\s+|un\s+)?)$",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\s*de(?:i|lle)\s+quali\b", re.IGNORECASE)
_OF_WHICH_BEFORE = re.compile(r"\b(?:de(?:i|lle)\s+quali|di\s+cui)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def split_changes(sentence: Sentence) -> None:
    """Parts a range that a percentage beside it shows to be a change: "da 280 a 310 euro, l'11 per cento in più"."""
    _split_rows(sentence)
    _split_headlines(sentence)
    changes = [v.value for v in sentence.values if v.kind == "percent" and v.value is not None and not v.value_high]
    if not changes or not sentence.pack.spaced:
        return
    for value in [v for v in sentence.values if v.kind in {"price", "quantity"}]:
        if value.value and value.value_high and _FROM.search(sentence.text, sentence.start, value.start):
            gained = (value.value_high / value.value - 1) * 100
            between = _TO.search(sentence.text, value.start, value.end)
            if between and any(abs(abs(c) - gained) <= _ROUNDED for c in changes):
                at = sentence.values.index(value)
                sentence.values[at : at + 1] = [
                    replace(value, end=between.start(), value_high=None, bound="exact"),
                    replace(value, start=between.end(), value=value.value_high, value_high=None, bound="exact"),
                ]


def _split_rows(sentence: Sentence) -> None:
    """ "La Series X passa da 699 a 799 euro, la S da 399 a 449": what goes on from a change to the next one is one as well."""
    if not sentence.pack.spaced:
        return
    changed: Value | None = None
    for first, last in itertools.pairwise(list(sentence.values)):
        if last.value_high is None and first.kind == last.kind == "price" and first.unit == last.unit:
            from_to = _FROM.search(sentence.text, sentence.start, first.start)
            changed = last if from_to and _TO.fullmatch(sentence.gap(first.end, last.start)) else changed
        between = _TO.search(sentence.text, last.start, last.end)
        if changed is None or between is None or last.kind not in {"number", "price"} or not last.value_high:
            continue
        if not _FROM.search(sentence.text, sentence.start, last.start) or "\n" in sentence.gap(changed.end, last.start):
            continue
        at, told = sentence.values.index(last), replace(last, kind="price", unit=changed.unit, bound="exact")
        sentence.values[at : at + 1] = [
            replace(told, end=between.start(), value_high=None),
            replace(told, start=between.end(), value=last.value_high, value_high=None),
        ]


def _split_headlines(sentence: Sentence) -> None:
    """从700W到2700W：功耗的跃进: a headline that goes from one figure to another tells a change, and no span."""
    if sentence.pack.spaced or sentence.block.kind not in {"title", "heading"}:
        return
    for value in [v for v in sentence.values if v.kind in {"price", "quantity"} and v.value_high]:
        between = _HEADLINE_TO.search(sentence.text, value.start, value.end)
        if between and sentence.text[value.start - 1 : value.start] in {"从", "由", "自"}:
            at = sentence.values.index(value)
            sentence.values[at : at + 1] = [
                replace(value, end=between.start(), value_high=None, bound="exact"),
                replace(value, start=between.end(), value=value.value_high, value_high=None, bound="exact"),
            ]


_ADDED = re.compile(r"\s*(?:IT\s+)?ed?\s", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\s+(?:d(?:el|ella|elle|ei|egli|i)\s+|dell['’])", re.IGNORECASE)
"""Behind "e un aumento del 10 %": that something else than the figure has risen."""


def aspect_of_figure(sentence: Sentence, value: Value, told: Sequence[Draft]) -> str | None:
    """The aspect of the figure right before a change that only repeats it in per cent, or None."""
    figure = _last(value, told)
    gap = sentence.gap(figure.end, value.start) if figure else ""
    repeats = sentence.pack.patterns.ratio.of_figure.fullmatch(gap) or (
        not sentence.pack.spaced and _BY_SO_MUCH.fullmatch(gap)
    )
    added = sentence.pack.spaced and _ADDED.match(gap) and _OF_ANOTHER.match(sentence.text, value.end)
    if figure is None or not repeats or added:
        return None
    if figure.predicate == "other_amount":
        profit = sentence.find_cues("aspect", (sentence.start, figure.start), "profit")
        return "profit" if profit else None
    return _ASPECTS.get(figure.predicate)


def aspect_of_whole(sentence: Sentence, value: Value, told: Sequence[Draft]) -> str | None:
    """What "half of which" is a part of: the figure told before, money or things; None where no such words stand there."""
    figure = _last(value, told)
    of_which = _OF_WHICH.match(sentence.text, value.end) or _OF_WHICH_BEFORE.search(
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
    if not sentence.pack.spaced or value.kind != "percent" or not _OF_MERIT.match(sentence.text, value.end):
        return None
    verb = _OFFERS.search(sentence.text, sentence.start, value.start)
    return Cue(value.start, value.end, "change", "up") if verb else None


def changed_before_comma(sentence: Sentence, value: Value) -> Cue | None:
    """ "Anche la CPU migliora, del 39 per cento": the verb that a comma parts from how much."""
    comma = _BY_HOW_MUCH.search(sentence.text, sentence.start, value.start) if sentence.pack.spaced else None
    verbs = sentence.find_cues("change", (sentence.start, comma.start())) if comma else []
    return verbs[-1] if comma and verbs and verbs[-1].end == comma.start() else None


def continued(sentence: Sentence, value: Value, earlier: Sequence[Draft]) -> Cue | None:
    """ "Guadagna il 20 % nella CPU e il 35 nella GPU": the change before holds on for the next percentage of its row."""
    before = earlier[-1] if earlier else None
    if before is None or value.kind != "percent" or before.predicate != "relative":
        return None
    gap = sentence.gap(before.end, value.start)
    row = len(gap) <= _ROW and _IN_A_ROW.match(gap) if sentence.pack.spaced else _BESIDE.fullmatch(gap)
    if before.value is None or before.value.kind != "percent" or not row:
        return None
    if sentence.pack.spaced and sentence.find_cues("share", sentence.segment(value)):
        return None
    grows = before.fields["value"] is not None and before.fields["value"] >= 1
    return Cue(before.start, before.end, "change", "up" if grows else "down")


def _last(value: Value, told: Sequence[Draft]) -> Draft | None:
    before = [d for d in told if d.end <= value.start and d.kind in {"quantity", "price"}]
    return max(before, key=lambda d: d.start, default=None)
