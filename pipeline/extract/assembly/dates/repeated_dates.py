"""Dates whose event has been told with another date before: 昇腾970则在2028年, "settembre 2026 e primavera 2027"."""

from __future__ import annotations

import re
from dataclasses import replace

from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.figures.figures import INHERITED
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.subjects import find_subjects
from pipeline.extract.values.timex import month, quarter

_BY = 10
"""What tells that another product follows at a date, and how far behind it that one's name may stand: "dal 950DT"."""
_PART_OF_YEAR = re.compile(r"(?P<year>\d{4})-(?:Q(?P<quarter>[1-4])|(?P<month>\d{2}))$")


def repeated_event(sentence: Sentence, value: Value, drafts: list[Draft], discourse: Discourse) -> Draft | None:
    """昇腾970则在2028年, "la B200 seguirà nel 2025": the event before, of another product that the clause names.

    原定于2026年, "il resto nel 2027": the event before, of the same product.
    """
    first = (
        not drafts and discourse.dated and sentence.find_cues("reference", (sentence.start, value.start), "formerly")
    )
    if first and discourse.dated and not is_vague(value) and value.kind == "date":
        draft = from_value(value, "date", discourse.dated[0], sentence, "date.formerly", 0.6)
        draft.subjects = discourse.dated[1]
        return draft
    if is_vague(value) or value.kind != "date":
        return None
    gapped = _gapped(sentence, value, drafts[-1]) if drafts else None
    if gapped:
        return gapped
    clause = sentence.clause(value.start)
    event = drafts[-1].predicate if drafts else _event_before(sentence, discourse)
    if event is None:
        return None
    if drafts and drafts[-1].start < value.start and sentence.find_cues("reference", clause, "rest"):
        draft = from_value(value, "date", event, sentence, "date.rest", 0.65)
        draft.subjects = drafts[-1].subjects
        return draft
    if (drafts and drafts[-1].start >= clause[0]) or not sentence.find_cues(
        "reference", (clause[0], value.end), "also"
    ):
        return None
    found = find_subjects(sentence, value, event, discourse)
    if found.how in INHERITED or not all(clause[0] <= p.start < clause[1] for p in found.products):
        return None
    value = _in_year_of(drafts[-1].value, value, sentence) if drafts else value
    draft = from_value(value, "date", event, sentence, "date.repeated", 0.65)
    draft.subjects = found.products
    return draft


def _in_year_of(before: Value | None, value: Value, sentence: Sentence) -> Value:
    """明年第一季推出，950DT则在第四季: a bare quarter or month behind a date of a later year is of that year as well."""
    told = before and before.end <= value.start and _PART_OF_YEAR.match(before.timex or "")
    own = _PART_OF_YEAR.match(value.timex or "")
    if sentence.pack.spaced or not told or not own or "年" in sentence.text[value.start : value.end]:
        return value
    read = quarter if own["quarter"] else month
    period = read(int(told["year"]), int(own["quarter"] or own["month"]))
    if period is None or int(told["year"]) <= int(own["year"]):
        return value
    return replace(value, timex=period.timex, date_start=period.start, date_end=period.end)


def _gapped(sentence: Sentence, value: Value, before: Draft) -> Draft | None:
    """The event before with another date: "settembre 2026 e primavera 2027", "le B300 in estate, i server GB300 in autunno"."""
    event = sentence.pack.patterns.event
    if before.value is None or before.start > value.start or sentence.parenthesis(value.start):
        return None
    gap = sentence.gap(before.value.end, value.start)
    if event.joined.fullmatch(gap) or event.instead.search(gap):
        draft = from_value(value, "date", before.predicate, sentence, "date.gapped", 0.6)
        draft.subjects, draft.cue_at = before.subjects, before.cue_at
        return draft
    behind = [m for m in sentence.products if 0 <= m.start - value.end <= _BY]
    if behind and event.followed.search(gap):
        draft = from_value(value, "date", before.predicate, sentence, "date.gapped", 0.6)
        draft.subjects, draft.cue_at = behind[:1], before.cue_at
        return draft
    named = [m for m in sentence.products if before.value.end <= m.start and m.end <= value.start]
    if len(named) != 1 or not event.verb_left_out.fullmatch(sentence.gap(before.value.end, named[0].start)):
        return None
    if not event.preposition.fullmatch(sentence.gap(named[0].end, value.start)):
        return None
    draft = from_value(value, "date", before.predicate, sentence, "date.gapped", 0.6)
    draft.subjects, draft.cue_at = named, before.cue_at
    return draft


def _event_before(sentence: Sentence, discourse: Discourse) -> str | None:
    """The event that was dated in the sentence before, where only a semicolon stands between: …推出；昇腾970则在2028年."""
    before = sentence.text[max(0, sentence.start - 2) : sentence.start].rstrip()
    return discourse.dated[0] if discourse.dated and before.endswith((";", "；")) else None


def is_vague(value: Value) -> bool:
    """The past years, or "for the next months at least", date nothing; "in the coming weeks" does."""
    return value.timex == "PAST_REF" or (value.timex == "FUTURE_REF" and value.bound != "exact")
