"""Numbers whose unit and noun were said just before: "contro i 153 miliardi della MI300X", "ne chiedeva 450", 增至30万."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.values import Value
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects import Discourse, find_subjects

_CLOSEST, _FARTHEST = 2, 50
"""A number of another magnitude than the one before it is of something else."""


def read_elided(sentence: Sentence, drafts: Sequence[Draft], discourse: Discourse) -> list[Draft]:
    """Drafts of bare numbers that repeat the statement before them with another value."""
    read = {id(d.value) for d in drafts}
    found: list[Draft] = []
    for value in sentence.values:
        if value.kind != "number" or value.form is not None or id(value) in read or value.value is None:
            continue
        earlier = [d for d in [*drafts, *found] if d.start < value.start and _like(d, value)]
        if not earlier or not sentence.pack.patterns.elided.search(sentence.text, sentence.start, value.start):
            continue
        found.append(_repeat(sentence, earlier[-1], value, discourse))
    return found


def _like(draft: Draft, value: Value) -> bool:
    amount = draft.fields.get("value")
    if amount is None or not amount or value.value is None or value.value < _CLOSEST:
        return False
    if draft.predicate in {"relative", "share", "duration"} or draft.kind not in {"quantity", "price"}:
        return False
    return bool(1 / _FARTHEST <= value.value / amount <= _FARTHEST)


def _repeat(sentence: Sentence, model: Draft, value: Value, discourse: Discourse) -> Draft:
    found = find_subjects(sentence, value, model.predicate, discourse)
    draft = from_value(
        replace(value, unit=model.fields.get("unit")), model.kind, model.predicate, sentence, "elided", 0.65
    )
    draft.subjects = found.products if model.subjects else []
    for name in ("event", "per", "basis", "basis_size", "condition", "workload"):
        if name in model.fields:
            draft.fields.setdefault(name, model.fields[name])
    return draft
