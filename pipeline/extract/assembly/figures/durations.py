"""Durations: a contract's term, what a plant took to build, how long something lasts or is late."""

from __future__ import annotations

from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.subjects import find_subjects

_THINGS = frozenset({"gpu", "cpu", "chip", "server", "rack", "site"})
_STARTS = frozenset({"production", "deployment", "other_date"})
_INHERITED = frozenset({"focus", "title", "heading", "none"})


def read_duration(sentence: Sentence, value: Value, discourse: Discourse) -> Draft | None:
    """The draft of a duration that a word ties to a contract, a building time or a delay of hardware, or None."""
    figure = sentence.pack.patterns.figure
    cue = sentence.nearest("spec", value, sentence.clause(value.start))
    timed = cue is not None and cue.label == "duration"
    lasting = timed and cue is not None and figure.lasting.match(sentence.text, cue.start)
    within = (sentence.start, sentence.end) if lasting else sentence.clause(value.start)
    contract = sentence.find_cues("price", within, "order_value")
    term = _is_term(sentence, value) or (timed and bool(contract))
    if not timed and not term:
        return None
    found = find_subjects(sentence, value, "duration", discourse)
    draft = from_value(value, "quantity", "duration", sentence, f"figure.duration.{found.how}", found.confidence - 0.1)
    inherited = found.how in _INHERITED
    shifted = timed and cue is not None and bool(figure.shift.match(sentence.text, cue.start, cue.end))
    things = [c for c in sentence.find_cues("noun", (sentence.start, value.start)) if c.label in _THINGS]
    draft.subjects = found.products if not inherited or (shifted and not things) else []
    if figure.deal_before.search(sentence.gap(sentence.clause(value.start)[0], value.start)):
        draft.subjects = []
    if found.how == "cataphora" and not sentence.pack.spaced:
        draft.subjects = []  # 交期约20周，AST2700下半年…
    named = (
        draft.subjects or any(c.label in _THINGS for c in sentence.find_cues("noun")) or _of_building(sentence, timed)
    )
    tendered = timed and discourse.tendered and not sentence.pack.spaced  # 质保五年
    return draft if named or term or tendered or found.how == "focus" else None


def _of_building(sentence: Sentence, timed: bool) -> bool:
    """从动工到投产历时11个月: what a plant or a centre took, told with its stage, its noun or the verb by which it starts."""
    if sentence.pack.spaced or not timed:
        return False
    if sentence.find_cues("nominal", label="site_stage") or sentence.find_cues("nominal", label="facility"):
        return True
    if any(c.label in _STARTS for c in sentence.find_cues("date")):
        return True
    return sentence.pack.patterns.part.factory.search(sentence.text, sentence.start, sentence.end) is not None


def _is_term(sentence: Sentence, value: Value) -> bool:
    """Whether the duration is a contract's term: money or an order of its clause runs over it."""
    figure = sentence.pack.patterns.figure
    if any(v.kind == "price" and v.start == value.end for v in sentence.values) and not sentence.pack.spaced:
        return bool(sentence.find_cues("price", sentence.clause(value.start), "order_value"))
    if figure.age_before.search(sentence.text, sentence.start, value.start):
        return False
    if figure.contract_behind.match(sentence.text, value.end):
        return True
    if not figure.term.search(sentence.text[max(sentence.start, value.start - 12) : value.start]):
        return False
    worth = [
        c
        for c in sentence.find_cues("price", sentence.clause(value.start))
        if c.label in {"order_value", "rental_price"}
    ]
    return bool(worth) or any(v.kind == "price" for v in sentence.values)
