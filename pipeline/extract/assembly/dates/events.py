"""Dates of events: announced, on sale, in production, delivered, ordered, deployed; other dates scope a figure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.dates.announced import (
    HARDWARE_NOUNS,
    announced_as,
    foretells,
    is_deals,
    is_delayed_launch,
    is_nominal,
    only_announces,
)
from pipeline.extract.assembly.dates.bracketed_dates import bracketed_event, verbless_event
from pipeline.extract.assembly.dates.dating import (
    closes_a_deal,
    completes_no_site,
    is_of,
    is_past,
    of_first_samples,
    of_own_event,
    reach,
    reaches_a_level,
    scopes_only,
    stopped,
    stretches,
    subjects_of,
    works_up,
)
from pipeline.extract.assembly.dates.repeated_dates import is_vague, repeated_event
from pipeline.extract.assembly.dates.site_events import (
    arrives_in_parts,
    is_ready,
    names_site,
    of_the_site,
    opens_site,
    told_ahead,
)
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.figures.figures import INHERITED
from pipeline.extract.assembly.reading import Sentence, distance
from pipeline.extract.assembly.subjects.places import Found, group_of
from pipeline.extract.assembly.subjects.subjects import find_subjects
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TO_COLON = 16
_REACH = 60
"""How far, in characters, an event may stand from its date."""
_ELIDED = 0.7
"""How sure it is that a verb without a subject is said of the one product that is spoken of."""


def read_events(sentence: Sentence, discourse: Discourse) -> tuple[list[Draft], list[Value]]:
    """Drafts of date claims, and the dates that tell of no event."""
    drafts: list[Draft] = []
    scopes: list[Value] = []
    for value in sentence.values:
        if not _is_date(value):
            continue
        named = _names_a_fair(sentence, value)
        vague = is_vague(value) or is_past(sentence, value)
        event = None if vague or named else _event(sentence, value)
        if named:
            sentence.pass_over(value, "it is part of the name of a fair")
            continue
        if vague:
            sentence.pass_over(value, "it is too vague a time to date anything")
        elif event:
            sentence.pass_over(value, f"the word for {event.label} beside it dates no product, order or site")
        if event and (
            _is_done_order(sentence, event, value)
            or only_announces(sentence, event)
            or foretells(sentence, event, value)
        ):
            event = None
        event = _relabelled(sentence, event) if event else None
        draft = _read(sentence, value, event, discourse) if event else None
        if draft and event and _is_new(sentence, event, draft):
            draft = _of_the_title(draft, discourse)
        if event is None:
            draft = (
                bracketed_event(sentence, value)
                or repeated_event(sentence, value, drafts, discourse)
                or verbless_event(sentence, value)
            )
        if draft:
            drafts.append(draft)
            discourse.dated = draft.predicate, draft.subjects
        elif value.kind == "date":
            scopes.append(value)
    return drafts, scopes


def _is_date(value: Value) -> bool:
    """Dates, and spans counted from now: "within three months"."""
    return value.kind == "date" or (value.kind == "duration" and value.bound == "max" and value.date_start is not None)


def _names_a_fair(sentence: Sentence, value: Value) -> bool:
    """ "Al Computex 2025": the year belongs to the name."""
    return sentence.pack.patterns.date.fair.search(sentence.text, sentence.start, value.start) is not None


def _event(sentence: Sentence, value: Value) -> Cue | None:
    """The event word of a date: the nearest in its clause that no other date stands nearer to."""
    clause = sentence.clause(value.start)
    told = sentence.find_cues("says", clause) and not sentence.find_cues("date", clause)
    if told and clause[1] < sentence.end:
        return None
    patterns = sentence.pack.patterns
    if patterns.date.no_event.match(sentence.text, value.end) or patterns.date.no_event_before.search(
        sentence.text, sentence.start, value.start
    ):
        return None
    others = [v for v in sentence.values if v.kind == "date" and v is not value and not _in_row(sentence, v, value)]
    if scopes_only(sentence, value):
        return None
    for within in stretches(sentence, value):
        cues = [
            c
            for c in sentence.find_cues("date", within)
            if distance(c, value) <= reach(sentence, within, value)
            and is_of(sentence, c, value)
            and not _parted(sentence, value, c)
            and all(
                distance(c, o) >= distance(c, value)
                for o in others
                if within[0] <= o.start < within[1] and not _parted(sentence, o, c)
            )
            and not _is_measured(sentence, c, value)
            and not reaches_a_level(sentence, c)
        ]
        if cues:
            # A delay or a stop is of something: 量产推迟至3月 dates the production.
            cues = of_own_event(sentence, cues, value) or cues
            events = [c for c in cues if c.label != "other_date"] or cues
            events = [c for c in events if not is_nominal(sentence, c, "scheduled")] or events
            events = of_first_samples(sentence, events) or events
            events = _without_orders_told_of(sentence, events) or events
            event = min(events, key=lambda c: (distance(c, value), c.start - c.end))
            return event._replace(label="other_date") if stopped(sentence, event) else event
    return _announced_before(sentence, value) or sentence.cue_of_table("date", value)


def _without_orders_told_of(sentence: Sentence, events: Sequence[Cue]) -> list[Cue]:
    """首批订单4月底全数出货, 中介层订单明年放量: orders are what the verb is said of."""
    noun = sentence.pack.patterns.event.order_noun
    return [c for c in events if not noun.fullmatch(sentence.text, c.start, c.end) or c.end > events[-1].start]


def _in_row(sentence: Sentence, one: Value, other: Value) -> bool:
    """分别在2027年、2028年推出, 从3月延到下半年: dates that are dealt out, or shifted, share their event."""
    patterns = sentence.pack.patterns
    first, last = sorted((one, other), key=lambda v: v.start)
    if patterns.date.date_shift.fullmatch(sentence.gap(first.end, last.start)):
        return True
    if not sentence.find_cues("reference", (sentence.start, first.start), "respectively"):
        return False
    between = [v for v in sentence.values if first.end <= v.start and v.end <= last.start and v.kind == "date"]
    row = [first, *between, last]
    gaps = (sentence.gap(a.end, b.start) for a, b in itertools.pairwise(row))
    return all(patterns.clause.coordinated.fullmatch(gap) for gap in gaps)


def _parted(sentence: Sentence, value: Value, cue: Cue) -> bool:
    """Whether an "e" stands between a date and a word behind it: "i lavori nel 2023 e la produzione nel 2027"."""
    if cue.start < value.end:
        return False
    return sentence.pack.patterns.event.parted.search(sentence.text, value.end, cue.start) is not None


def _announced_before(sentence: Sentence, value: Value) -> Cue | None:
    """ "Consegne: i primi nodi entro Natale, gli altri a marzo": the event that opens the sentence before a colon."""
    colon = sentence.text.find(":", sentence.start, value.start)
    if colon < 0 or not sentence.pack.spaced or colon - sentence.start > _REACH:
        return None
    cues = sentence.find_cues("date", (sentence.start, colon))
    return cues[0] if len(cues) == 1 and cues[0].start == sentence.start else None


def _is_done_order(sentence: Sentence, event: Cue, value: Value) -> bool:
    """阿里去年采购了10万张H20: the period says when the figure held; only what is still to be bought has a date of its own."""
    patterns = sentence.pack.patterns
    delivered = event.label == "delivery" and patterns.event.participle.search(sentence.text, event.start, event.end)
    if not (delivered or event.label == "order") or value.timex is None or _DAY.fullmatch(value.timex):
        return False
    clause = sentence.clause(event.start)
    if value.bound == "max" or sentence.find_cues("modality", clause, "planned"):
        return False
    figures = any(
        v.kind in ({"number", "price", "quantity"} | ({"percent"} if delivered else set()))
        and clause[0] <= v.start < clause[1]
        for v in sentence.values
    )
    return figures and bool(patterns.mood.past.search(sentence.text, *clause))


def _is_measured(sentence: Sentence, event: Cue, value: Value) -> bool:
    """Whether the word names what is measured in the period (今年出货量约8000柜, "le vendite nel 2025"), not what happens then."""
    nominal = any(
        c.start <= event.start and event.end <= c.end for c in sentence.find_cues("nominal", label="measured")
    )
    clause = sentence.clause(event.start)
    figures = (
        v
        for v in sentence.values
        if v is not value
        and v.kind not in {"date", "duration"}
        and v.form != "ordinal"
        and clause[0] <= v.start < clause[1]
    )
    return nominal and any(figures) and not closes_a_deal(sentence, event)


def _of_plant(sentence: Sentence, event: Cue) -> bool:
    """Whether it is a plant that starts: 二厂明年下半年量产, whatever chips were spoken of before."""
    if event.label not in {"production", "deployment", "other_date"}:
        return False
    # "Quando entreranno in funzione le nuove fabbriche": in Italian the subject may follow.
    end = sentence.clause(event.start)[1] if sentence.pack.spaced else event.end
    return sentence.pack.patterns.part.factory.search(sentence.text, sentence.start, end) is not None


def _of_another_noun(sentence: Sentence, event: Cue) -> bool:
    """ "I test che arriveranno nei prossimi giorni": the verb of a relative clause is its antecedent's, and that is no product."""
    patterns = sentence.pack.patterns
    if event.label == "other_date" and patterns.event.has_object.search(sentence.text, sentence.start, event.start):
        return True
    before = patterns.event.antecedent.search(sentence.text, sentence.start, event.start)
    if before is None:
        return False
    nouns = [*sentence.find_cues("noun", before.span("noun")), *sentence.find_cues("topic", before.span())]
    return not nouns and not any(before.start() <= m.start < event.start for m in sentence.products)


def _of_what_is_spoken_of(sentence: Sentence, event: Cue) -> bool:
    """ "Lanciata il 5 giugno, la console …", "È stata presentata a settembre": the verb has no other subject than the topic."""
    patterns = sentence.pack.patterns
    # "Funzionano ininterrottamente dal marzo 2023"
    runs = event.label == "deployment" and patterns.event.runs_since.match(sentence.text, event.start) is not None
    if not sentence.pack.spaced or not (runs or event.label in {"launch", "availability"}):
        return False
    start, _ = sentence.clause(event.start)
    before = sentence.text[start : event.start]
    own = sentence.find_cues("topic", label="console") or sentence.find_cues("anaphor")
    if patterns.event.pronoun.search(before):
        return True
    opens = start == sentence.start or "stat" in before
    return bool(own) or (opens and patterns.event.no_subject.fullmatch(before) is not None)


def _relabelled(sentence: Sentence, event: Cue) -> Cue:
    """The event under the label that what it happens to asks for."""
    if is_deals(sentence, event):
        return event._replace(label="order")
    if arrives_in_parts(sentence, event):
        return event._replace(label="delivery")
    return event._replace(label="other_date") if completes_no_site(sentence, event) else event


def _is_new(sentence: Sentence, event: Cue, draft: Draft) -> bool:
    """ "Dopo la 580 e la 590, oggi arriva una scheda nuova": a subject behind its verb that is none of the products named before."""
    behind = draft.predicate == "launch" and sentence.pack.patterns.event.something.match(sentence.text, event.end)
    if not behind or not draft.subjects:
        return False
    _, end = sentence.clause(event.start)
    if any(event.end <= m.start < end for m in sentence.products):
        return False
    return all(sentence.start <= m.start and m.end <= event.start for m in draft.subjects)


def _of_the_title(draft: Draft, discourse: Discourse) -> Draft | None:
    """The draft told of what the title names, where that is another product; else none."""
    named = {m.id for m in draft.subjects}
    draft.subjects = [m for m in discourse.title if m.id not in named]
    return draft if draft.subjects else None


def _listed(sentence: Sentence, event: Cue) -> list[Mention]:
    """公布三款新品：A、B和C: what is presented is listed behind a colon."""
    colon = sentence.text.find(":", event.end, min(event.end + _TO_COLON, sentence.end))
    behind = [m for m in sentence.products if m.start > colon and m.kind not in TECHNOLOGY_KINDS]
    if colon < 0 or not behind or behind[0].start - colon > _TO_COLON:
        return []
    return group_of(behind[0], sentence, behind)


def _is_denied(sentence: Sentence, value: Value, event: Cue) -> bool:
    """ "Non arriverà prima di maggio", 三季度前不会量产: not before a time is from that time on."""
    before = sentence.find_cues("negation", (max(sentence.start, value.start - 40), value.start))
    between = sentence.find_cues("negation", (value.end, event.start)) if value.end < event.start else []
    return bool(before or (between and not sentence.pack.spaced))


def _found(sentence: Sentence, value: Value, event: Cue, discourse: Discourse) -> Found:
    """What an event happens to: the products by its date, else by its verb ("Gennaio 2025: saranno presentate …") or listed behind it."""
    renamed = announced_as(sentence, event)
    if renamed:
        return Found([renamed], "name", 0.85)
    found = find_subjects(sentence, value, event.label, discourse)
    if found.how not in INHERITED:
        return found
    by_verb = find_subjects(sentence, event, event.label, discourse)
    found = found if by_verb.how in INHERITED else by_verb
    listed = _listed(sentence, event) if found.how in INHERITED else []
    if listed:
        return Found(listed, "list", 0.75)
    elided = found.how == "focus" and len(found.products) == 1 and _of_what_is_spoken_of(sentence, event)
    return replace(found, confidence=_ELIDED) if elided else found


def _read(sentence: Sentence, value: Value, event: Cue, discourse: Discourse) -> Draft | None:
    found = _found(sentence, value, event, discourse)
    nouns = [c for c in sentence.find_cues("noun") if c.label in HARDWARE_NOUNS]
    if event.label in {"launch", "availability"} and not found.products:
        nouns = subjects_of(event, nouns)
    ruled = event.label == "other_date" and bool(
        sentence.find_cues("nominal", sentence.clause(event.start), "own_event")
    )
    no_subject = found.how in INHERITED or told_ahead(sentence, event, found)
    plant = no_subject and (
        _of_plant(sentence, event) or (of_the_site(sentence, event, discourse) and names_site(sentence, event))
    )
    opens = opens_site(sentence, event, discourse)
    plant, no_subject = plant or opens, no_subject or opens
    if (plant or ruled) and no_subject and not any(p.kind in SITE_KINDS for p in found.products):
        found = Found([], "none", found.confidence)
    elif found.how in INHERITED:
        named = nouns or sentence.find_cues("reference", label="own_subject") or _of_what_is_spoken_of(sentence, event)
        about_site = event.label == "deployment" and (
            any(p.kind in SITE_KINDS for p in found.products)
            or any(v.unit == "W" for v in sentence.values)
            or of_the_site(sentence, event, discourse)
        )
        dealt = event.label == "order" and bool(sentence.find_cues("price", label="order_value"))
        if dealt:
            found = replace(found, products=[p for p in found.products if p.kind == "supercomputer"])
        of_its_kind = event.label in {"production", "delivery", "availability"} or is_nominal(
            sentence, event, "launching"
        )
        if _of_another_noun(sentence, event):
            return None
        if not named and not about_site and not dealt and not of_its_kind:
            return None
    sites = found.products and all(p.kind in SITE_KINDS for p in found.products)
    ready = (sites or plant) and is_ready(sentence, event)
    if ready or (
        sites
        and (
            works_up(sentence, event)
            or (event.label in {"launch", "availability"} and not is_nominal(sentence, event, "presented"))
        )
    ):
        event = event._replace(label="deployment")
    event = event._replace(label="launch") if is_delayed_launch(sentence, event, found.products) else event
    powered = event.label == "deployment" and (
        any(v.unit == "W" for v in sentence.values) or of_the_site(sentence, event, discourse)
    )
    dealt = event.label == "order" and bool(sentence.find_cues("price", label="order_value"))
    made = event.label == "production" and not found.products
    if not (found.products or nouns or powered or dealt or made or plant or ruled):
        return None
    if not found.products and sentence.pack.spaced and event.label in {"launch", "availability"}:
        return None
    draft = from_value(value, "date", event.label, sentence, f"date.{event.label}.{found.how}", found.confidence)
    draft.subjects, draft.cue_at = found.products, event.start
    if value.mod == "BEFORE" and _is_denied(sentence, value, event):
        draft.fields |= {"mod": None, "bound": "min"}
    return draft
