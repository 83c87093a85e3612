"""Dates of events: announced, on sale, in production, delivered, ordered, deployed; other dates scope a figure."""

from __future__ import annotations

from models.values import Value
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import SITE_KINDS, Sentence, distance
from pipeline.extract.assembly.subjects import Discourse, find_subjects
from pipeline.extract.lexicon import Cue

_HARDWARE_NOUNS = frozenset({"gpu", "cpu", "chip", "card", "server", "rack", "site"})
_REACH = 60
"""How far, in characters, an event may stand from its date."""


def read_events(sentence: Sentence, discourse: Discourse) -> tuple[list[Draft], list[Value]]:
    """Drafts of date claims, and the dates that tell of no event."""
    drafts, scopes = [], []
    for value in sentence.values:
        if value.kind != "date":
            continue
        event = None if _vague(value) else _event(sentence, value)
        draft = _read(sentence, value, event, discourse) if event else None
        if draft:
            drafts.append(draft)
        else:
            scopes.append(value)
    return drafts, scopes


def _vague(value: Value) -> bool:
    """The past years, or "for the next months at least", date nothing; "in the coming weeks" does."""
    return value.timex == "PAST_REF" or (value.timex == "FUTURE_REF" and value.bound != "exact")


def _event(sentence: Sentence, value: Value) -> Cue | None:
    """The event word of a date: the nearest in its clause that no other date stands nearer to."""
    clause = sentence.clause(value.start)
    others = [v for v in sentence.values if v.kind == "date" and v is not value]
    for within in (clause, (sentence.start, sentence.end)):
        cues = [
            c
            for c in sentence.find_cues("date", within)
            if distance(c, value) <= _REACH and all(distance(c, o) >= distance(c, value) for o in others)
        ]
        if cues:
            # A delay or a stop is of something: 量产推迟至3月 dates the production.
            told = [c for c in cues if c.label != "other_date"] or cues
            return min(told, key=lambda c: (distance(c, value), c.start - c.end))
    return sentence.cue_of_table("date", value)


def _read(sentence: Sentence, value: Value, event: Cue, discourse: Discourse) -> Draft | None:
    found = find_subjects(sentence, value, event.label, discourse)
    nouns = [c for c in sentence.find_cues("noun") if c.label in _HARDWARE_NOUNS]
    if found.how in {"focus", "title", "none", "heading"}:
        named = nouns or sentence.find_cues("reference", label="own_subject")
        about_site = event.label == "deployment" and any(p.kind in SITE_KINDS for p in found.products)
        if not named and not about_site and event.label not in {"production", "delivery", "availability"}:
            return None
    if not found.products and not nouns:
        return None
    draft = from_value(value, "date", event.label, sentence, f"date.{event.label}.{found.how}", found.confidence)
    draft.subjects, draft.cue_at = found.products, event.start
    return draft
