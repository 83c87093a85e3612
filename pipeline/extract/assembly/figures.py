"""Figures of a specification: watts, bytes, operations a second, hertz, areas, temperatures, durations."""

from __future__ import annotations

from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import SITE_KINDS, SYSTEM_KINDS, Sentence
from pipeline.extract.assembly.subjects import Discourse, find_subjects

_BY_UNIT = {
    "W": "power", "B": "memory_capacity", "bit/s": "link_bandwidth", "Hz": "clock", "FLOP/s": "compute",
    "OP/s": "compute", "K": "temperature", "B/s": "memory_bandwidth",
}  # fmt: skip
_LARGEST_DIE = Decimal("0.1")
"""Square metres: a whole wafer has 0.07; what is larger is a floor."""
_SHIFTS = ("提前", "推迟", "延", "slitt", "anticip", "ritard")
_THINGS = frozenset({"gpu", "cpu", "chip", "server", "rack", "site"})
_SITE_POWER = Decimal(1_000_000)


def read_figures(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of all quantities with a unit, and of durations that a cue ties to the hardware."""
    drafts = []
    for value in sentence.values:
        draft = None
        if value.kind == "quantity":
            draft = _quantity(sentence, value, discourse)
        elif value.kind == "duration":
            draft = _duration(sentence, value, discourse)
        if draft:
            drafts.append(draft)
    return drafts


def _quantity(sentence: Sentence, value: Value, discourse: Discourse) -> Draft | None:
    predicate = _predicate(sentence, value)
    if predicate is None:
        return None
    found = find_subjects(sentence, value, predicate, discourse)
    draft = from_value(value, "quantity", predicate, sentence, f"figure.{predicate}.{found.how}", found.confidence)
    draft.subjects = found.products
    for name in ("condition", "workload"):
        cue = sentence.nearest(name, value, sentence.segment(value))
        if cue is None and name == "workload":
            cue = sentence.cue_for(name, value)
        if cue:
            draft.fields[name] = cue.label
    if predicate == "power":
        _scope_power(sentence, value, draft, found.how)
    return draft if draft.subjects or predicate == "power" else None


def _predicate(sentence: Sentence, value: Value) -> str | None:
    if value.unit == "m2":
        return "die_area" if value.value is not None and value.value < _LARGEST_DIE else None
    if value.unit in {"B/s", "bit/s"}:
        cue = sentence.cue_for("spec", value)
        if cue and cue.label in {"memory_bandwidth", "link_bandwidth"}:
            return cue.label
    return _BY_UNIT.get(value.unit or "")


def _scope_power(sentence: Sentence, value: Value, draft: Draft, how: str) -> None:
    """Megawatts are a site's, whatever chips stand in it; orders are measured in them too. Kilowatts may be a server's."""
    if value.value is None:
        return
    if value.value < _SITE_POWER:
        basis = sentence.nearest("basis", value, sentence.segment(value))
        if basis and basis.label in {"server", "rack"} and not any(m.kind in SYSTEM_KINDS for m in draft.subjects):
            draft.fields["basis"] = basis.label
        return
    if how in {"focus", "title", "heading", "none"} and not any(m.kind in SITE_KINDS for m in draft.subjects):
        draft.subjects = []
    elif not any(m.kind in SITE_KINDS for m in draft.subjects):
        draft.fields["basis"] = "site"
    event = sentence.nearest("event", value, sentence.clause(value.start))
    if event and event.label in {"order", "deploy", "require"}:
        draft.fields["event"] = event.label


def _duration(sentence: Sentence, value: Value, discourse: Discourse) -> Draft | None:
    cue = sentence.nearest("spec", value, sentence.clause(value.start))
    if cue is None or cue.label != "duration":
        return None
    found = find_subjects(sentence, value, "duration", discourse)
    draft = from_value(value, "quantity", "duration", sentence, f"figure.duration.{found.how}", found.confidence - 0.1)
    shifted = sentence.text[cue.start : cue.end].lower().startswith(_SHIFTS)
    draft.subjects = found.products if shifted or found.how not in {"focus", "title", "heading"} else []
    named = draft.subjects or any(c.label in _THINGS for c in sentence.find_cues("noun"))
    return draft if named and found.how != "title" else None
