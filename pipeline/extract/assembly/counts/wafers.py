"""Wafers: the output of a fab or of a packaging line, told by a word for them or by the capacity of a process."""

from __future__ import annotations

from models.values import Value
from pipeline.extract.assembly.counts.counted import Counted
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.processes import process_of_size

_FAB_KINDS = frozenset({"process", "packaging", "foundry_process", "memory"})
_BESIDE_LINE = 2


def makes_wafers(sentence: Sentence, counted: Counted, discourse: Discourse) -> bool:
    """Whether 万片 are wafers: the word says so, or a capacity is told of a process and not of a product."""
    if counted.noun == "wafer" or _names_wafers(sentence, counted):
        return True
    if not sentence.find_cues("aspect", label="capacity"):
        return False
    spoken_of = sentence.products or discourse.focus or discourse.title
    return all(m.kind in _FAB_KINDS for m in spoken_of)


def _names_wafers(sentence: Sentence, counted: Counted) -> bool:
    """Whether the word stands before the number and no product between, or the capacity of a process is told there."""
    words = sentence.find_cues("noun", (sentence.start, counted.end), "wafer")
    if words and not any(words[-1].end <= m.start and m.kind not in _FAB_KINDS for m in sentence.products):
        return True
    lines = [m for m in sentence.products if m.kind in _FAB_KINDS and m.end <= counted.end]
    capacity = sentence.find_cues("aspect", (sentence.start, counted.end), "capacity")
    return any(0 <= c.start - m.end <= _BESIDE_LINE for m in lines for c in capacity)


def wafers(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse, event: str | None) -> Draft:
    """The output of a fab or of a packaging line, by the month unless another period is told."""
    draft = from_value(value, "quantity", "unit_count", sentence, "count.wafers", 0.75)
    here = [m for m in sentence.products if m.kind in _FAB_KINDS and (m.kind != "memory" or m.start <= counted.end)]
    around = discourse.topic
    draft.subjects = here[:1] or ([around] if around and around.kind in _FAB_KINDS - {"memory"} else [])
    process = None if draft.subjects else process_of_size(sentence, value, "unit_count", discourse)
    draft.subjects = [process] if process else draft.subjects
    draft.end = counted.end
    draft.fields |= {"unit": "1", "event": event or "produce", "basis": "wafer"}
    told_capacity = sentence.find_cues("aspect", (sentence.start, value.start), "capacity")
    if draft.fields["event"] in (
        {"own", "deploy", "require", "ship"} if told_capacity else {"own", "deploy", "require"}
    ):
        draft.fields["event"] = "produce"
    period = sentence.nearest("period", value, sentence.clause(value.start))
    if draft.fields["event"] == "produce":
        period = period or sentence.nearest("period", value)
    if period:
        draft.fields.setdefault("per", period.label)
    return draft
