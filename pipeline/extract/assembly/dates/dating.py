"""Which words for events a date can be of: those of its own clause, not nouns of what is measured, nor another thing's verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.hardware.schema import SITE_KINDS
from models.values import Value
from pipeline.extract.assembly.dates.announced import is_nominal
from pipeline.extract.assembly.money.money import DEAL_SIZE
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.lexicon import Cue

_ADVERBIAL = 6
"""So many letters beside the date leave a clause without a verb of its own (最快2026年上半年，…), and so many words:"""
_FEW_WORDS = 4
_ASIDES = 2
"""How many clauses away the event of such a date may stand: "arriverà, secondo Reuters, nel 2026"."""
_REACH = 60
_REACH_OF_WORDS = 80
_REACH_OF_ADVERBIAL = 100
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"\w")
_STOP_REACH = 24


def stretches(sentence: Sentence, value: Value) -> list[tuple[int, int]]:
    """Where the word for a date's event may stand, nearest first: its clause; the next ones where it is alone in its own."""
    own = sentence.clause(value.start)
    if not _stands_alone(sentence, own):
        return [own]
    index = sentence.clauses.index(own) if own in sentence.clauses else -1
    if index < 0:
        return [own, (sentence.start, sentence.end)]
    first, last = max(0, index - _ASIDES), min(len(sentence.clauses) - 1, index + _ASIDES)
    return [own, (sentence.clauses[first][0], sentence.clauses[last][1])]


def _stands_alone(sentence: Sentence, clause: tuple[int, int]) -> bool:
    """Whether the clause is no more than its dates and what hedges them: "entro la fine del 2026,", 预计最快明年."""
    taken = [(v.start, v.end) for v in sentence.values if v.kind == "date" and clause[0] <= v.start < clause[1]]
    taken += [(c.start, c.end) for c in sentence.find_cues("modality", clause)]
    taken += [
        (m.start, m.end) for m in (*sentence.products, *sentence.organisations) if clause[0] <= m.start < clause[1]
    ]
    rest, at = "", clause[0]
    for start, end in sorted(taken):
        rest += sentence.gap(at, start) if start > at else ""
        at = max(at, end)
    rest += sentence.gap(at, clause[1])
    if sentence.pack.spaced:
        return len(_WORD.findall(rest)) <= _FEW_WORDS
    return len(_LETTER.findall(rest)) <= _ADVERBIAL or bool(
        sentence.pack.patterns.event.at_a_fair.fullmatch(rest.strip())
    )


def is_of(sentence: Sentence, event: Cue, value: Value) -> bool:
    """Whether an event word can be dated at all: no noun such as 订单总额 or "processo di produzione", and no word for a figure."""
    patterns = sentence.pack.patterns
    if patterns.date.event_noun.match(sentence.text, event.start):
        return False
    if patterns.date.event_noun_before.search(sentence.text, sentence.start, event.start):
        return False
    if event.end <= value.start and patterns.date.up_to_date.search(sentence.text, event.start, event.end):
        between = (v for v in sentence.values if event.end <= v.start and v.end <= value.start)
        return all(v.kind == "date" for v in between)
    return True


def scopes_only(sentence: Sentence, value: Value) -> bool:
    """Whether the date only tells of what time is spoken (展望第四季), or comes back every year (每年年底)."""
    date = sentence.pack.patterns.date
    if value.timex == "FUTURE_REF" and sentence.text.startswith("的", value.end):
        return True
    if sentence.pack.spaced and date.compared_time.search(sentence.text, sentence.start, value.start):
        return True  # "centomila in più dell'anno scorso"
    start = max(0, sentence.start - 1)  # the end of the line before a dateline
    return date.time_spoken_of.search(sentence.text, start, value.start) is not None


def reach(sentence: Sentence, within: tuple[int, int], value: Value) -> int:
    """How far, in characters, an event may stand from its date: farther where the date is alone in its clause."""
    if within != sentence.clause(value.start):
        return _REACH_OF_ADVERBIAL
    return _REACH_OF_WORDS if sentence.pack.spaced else _REACH


def closes_a_deal(sentence: Sentence, event: Cue) -> bool:
    """Whether a verb of closing makes 订单 an event, whatever its size: 达成约165亿美元订单."""
    return sentence.pack.patterns.money.closes_deal.search(sentence.text, sentence.start, event.start) is not None


def subjects_of(event: Cue, nouns: Sequence[Cue]) -> list[Cue]:
    """The nouns of hardware that the event can be of: those before its verb."""
    return [c for c in nouns if c.start < event.start]


def is_past(sentence: Sentence, value: Value) -> bool:
    """Whether 近期 is said of what has happened: 近期已批准; it is to come only where a word says so."""
    clause = sentence.clause(value.start)
    patterns = sentence.pack.patterns
    if value.timex != "FUTURE_REF" or not patterns.date.recently.fullmatch(sentence.text, value.start, value.end):
        return False
    return bool(patterns.mood.past.search(sentence.text, *clause)) or not sentence.find_cues("modality", clause)


def stopped(sentence: Sentence, event: Cue) -> bool:
    """Whether it is the end of the event that is dated: 停止供货, "ha interrotto la produzione"."""
    reach = _STOP_REACH if sentence.pack.spaced else _STOP_REACH // 4
    before = sentence.find_cues("nominal", (max(sentence.start, event.start - reach), event.start), "stopping")
    return bool(before)


def of_own_event(sentence: Sentence, events: Sequence[Cue], value: Value) -> list[Cue]:
    """ "Il via libera all'H20 è arrivato", "il contratto scade": a noun with an event of its own beats verbs that any noun may have."""
    own = [c for c in events if c.label == "other_date" and is_nominal(sentence, c, "own_event")]
    others = [c for c in events if c not in own and c.label != "other_date"]
    told = any(c.end <= value.start or sentence.text.startswith("scad", c.start) for c in own)
    light = all((c.label == "order" and told) or is_nominal(sentence, c, "light") for c in others)
    return own if light else []


def of_first_samples(sentence: Sentence, events: Sequence[Cue]) -> list[Cue]:
    """ "I primi esemplari li vedremo a gennaio": what is said of the first samples is their delivery."""
    words = [c for c in events if c.label == "delivery"]
    return [c for c in words if sentence.text.startswith(("primi ", "prime "), c.start)]


def completes_no_site(sentence: Sentence, event: Cue) -> bool:
    """ "Ha completato lo sviluppo di HBM4": what is finished runs only where it is a site or a machine."""
    if not sentence.text.startswith("complet", event.start) or event.label != "deployment":
        return False
    sites = any(m.kind in SITE_KINDS for m in sentence.products) or sentence.find_cues("noun", label="site")
    return not sites and bool(sentence.products)


def works_up(sentence: Sentence, event: Cue) -> bool:
    """Whether a word of production is one of running as well ("a regime"): a site runs, and produces nothing."""
    return event.label == "production" and any(
        c.start == event.start and c.label == "deployment" for c in sentence.find_cues("date")
    )


def reaches_a_level(sentence: Sentence, event: Cue) -> bool:
    """ "Arriverà a 60 mila": the verb tells of a number, and not of a product."""
    behind = (v for v in sentence.values if v.kind not in {"date", "duration"} and v.start >= event.end)
    figure = next(behind, None)
    if event.label != "launch" or figure is None or _is_unit_price(figure):
        return False
    return sentence.pack.patterns.event.up_to.fullmatch(sentence.gap(event.end, figure.start)) is not None


def _is_unit_price(value: Value) -> bool:
    """ "Uscirà a 899 euro": what one costs, and no level that is reached."""
    return value.kind == "price" and value.value is not None and value.value < DEAL_SIZE
