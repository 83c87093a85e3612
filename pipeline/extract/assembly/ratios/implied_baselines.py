"""What a ratio is taken of where its own words name no product: 它的三成, 前代的6倍, "il predecessore", "più veloce" behind another one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_OF_ONE_PRODUCT = frozenset(
    {
        "performance",
        "training",
        "inference",
        "efficiency",
        "power",
        "memory",
        "bandwidth",
        "area",
        "density",
        "count",
        None,
    }
)
"""Aspects of products, which a row of ratios compares with one and the same."""
_NO_PRODUCTS = TECHNOLOGY_KINDS | {"die"}
_SERIES = re.compile(r"(\d)\d{2,}")
_ROW = 40
"""How far apart two ratios of a row stand at most, in characters."""


def implied_baseline(
    sentence: Sentence,
    value: Value,
    aspect: str | None,
    subjects: Sequence[Mention],
    earlier: Sequence[Draft],
    discourse: Discourse,
) -> str | None:
    """The id of the product that a ratio without a named one is taken of; None where nothing points at any."""
    taken = {s.id for s in subjects}
    found = _only_named(sentence, value, subjects) or _pointed_at(sentence, value, taken, discourse)
    if found is None and _of_predecessor(sentence, value):
        found = _older(sentence, value, subjects, discourse)
    if found and found.id not in taken:
        return found.id
    return _of_the_row(sentence, value, aspect, subjects, earlier)


def _only_named(sentence: Sentence, value: Value, subjects: Sequence[Mention]) -> Mention | None:
    """与N3E相比，2奈米速度提升10%: a technology compared against, where the sentence names nothing else of its kind."""
    compared = [
        m
        for m in sentence.aside
        if m not in sentence.uncompared and m.kind in TECHNOLOGY_KINDS and m.end <= value.start
    ]
    others = [m for m in sentence.products if m not in sentence.aside]
    return compared[-1] if compared and not others and all(s.kind in TECHNOLOGY_KINDS for s in subjects) else None


def _pointed_at(sentence: Sentence, value: Value, taken: set[str], discourse: Discourse) -> Mention | None:
    start, _ = sentence.clause(value.start)
    match = sentence.pack.patterns.ratio.pronoun.search(sentence.text, start, value.start)
    if match is None:
        return None
    word, at = match["word"] or match["other"], match.start()
    before = [m for m in sentence.products if m.end <= at and m.kind not in TECHNOLOGY_KINDS]
    if word in {"前者", "后者"}:
        pair = before if len({m.id for m in before}) > 1 else discourse.previous
        ends = [m for m in (pair[:1] if word == "前者" else pair[-1:]) if len({p.id for p in pair}) > 1]
        return next((m for m in ends if m.id not in taken), None)
    spoken_of = (*reversed(before), *discourse.focus, *reversed(discourse.recent))
    return next((m for m in spoken_of if m.id not in taken and m.kind not in _NO_PRODUCTS), None)


def _of_predecessor(sentence: Sentence, value: Value) -> bool:
    ratio = sentence.pack.patterns.ratio
    start, end = sentence.clause(value.start)
    behind = ratio.predecessor_behind.match(sentence.text, value.end, end)
    return bool(behind) or ratio.predecessor_before.search(sentence.text, start, value.start) is not None


def _older(sentence: Sentence, value: Value, subjects: Sequence[Mention], discourse: Discourse) -> Mention | None:
    """The product of the subject's kind and maker that was named last before."""
    topic = next(iter(subjects), None)
    if topic is None:
        return None
    vendor = topic.id.split("-")[0]
    here = [m for m in sentence.products if m.end <= value.start]
    alike = [m for m in (*discourse.recent, *here) if m.kind == topic.kind and m.id != topic.id]
    return next((m for m in reversed(alike) if m.id.split("-")[0] == vendor and not _siblings(m, topic)), None)


def _siblings(one: Mention, other: Mention) -> bool:
    """Whether two are of one series, as 9980X and 9970X are, so that neither is the other's predecessor."""
    series, others = _SERIES.search(one.id), _SERIES.search(other.id)
    return series is not None and others is not None and series[1] == others[1]


def _of_the_row(
    sentence: Sentence, value: Value, aspect: str | None, subjects: Sequence[Mention], earlier: Sequence[Draft]
) -> str | None:
    """FP8为3倍，内存带宽4倍: the ratios that go on in a row are taken of what the first one is."""
    before = earlier[-1] if earlier else None
    if (
        before is None
        or before.predicate != "relative"
        or "object" not in before.fields
        or aspect not in _OF_ONE_PRODUCT
    ):
        return None
    if [s.id for s in subjects] != [s.id for s in before.subjects] or before.fields.get(
        "aspect"
    ) not in _OF_ONE_PRODUCT:
        return None
    between = [m for m in (*sentence.products, *sentence.organisations) if before.end <= m.start < value.start]
    return None if between or len(sentence.gap(before.end, value.start)) > _ROW else str(before.fields["object"])
