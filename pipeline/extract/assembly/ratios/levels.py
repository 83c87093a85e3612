"""Percentages that tell how large a part is, whatever verb stands by: what a share has come to or from, what somebody takes of a whole."""

from __future__ import annotations

from models.values import Value
from pipeline.extract.assembly.reading import Sentence

_DIVIDED = frozenset({"revenue", "spending", "market", "orders", "profit", "price"})


def is_taken(sentence: Sentence, value: Value) -> bool:
    """Whether an Italian verb makes a percentage the part that somebody takes, gives or holds of a whole."""
    share = sentence.pack.patterns.share
    if value.kind != "percent" or _changes_behind(sentence, value):
        return False
    before = (sentence.text, sentence.start, value.start)
    if takes_of_it(sentence, value) or share.takes.search(*before) is not None or _stays_at(sentence, value):
        return True
    divided = any(c.label in _DIVIDED for c in sentence.find_cues("aspect"))
    return divided and share.goes_to.search(*before) is not None


def opens_with_part(sentence: Sentence, value: Value) -> bool:
    """ "Il 44 % riguarda la Lombardia": a part of what was told before is the subject of an Italian verb."""
    share = sentence.pack.patterns.share
    if value.kind != "percent":
        return False
    opens = share.opening.fullmatch(sentence.gap(sentence.clause(value.start)[0], value.start))
    return opens is not None and share.is_subject.match(sentence.text, value.end) is not None


def _stays_at(sentence: Sentence, value: Value) -> bool:
    """ "Nvidia è rimasta all'82 %", "AMD sale al 7": a company that is at a level, where nothing else tells of what."""
    start, end = sentence.clause(value.start)
    company = any(start <= o.start < value.start and o.kind == "company" for o in sentence.organisations)
    others = any(c.label != "market" for c in sentence.find_cues("aspect", (start, end)))
    if not company or sentence.products or others:
        return False
    stays = sentence.pack.patterns.share.stays.search(sentence.text, sentence.start, value.start)
    return stays is not None and not sentence.text.startswith((" di", " del"), value.end)


def takes_of_it(sentence: Sentence, value: Value) -> bool:
    """ "Nvidia ne assorbirebbe oltre il 60 %": whether the whole is what was told before."""
    return sentence.pack.patterns.share.taken_of_it.search(sentence.text, sentence.start, value.start) is not None


def _changes_behind(sentence: Sentence, value: Value) -> bool:
    """ "Ne offre il 20 % in più": a word of change right behind."""
    behind = sentence.find_cues("change", (value.end, min(value.end + 10, sentence.end)))
    return bool(behind) and behind[0].start - value.end <= len(" in ")


def is_level(sentence: Sentence, value: Value) -> bool:
    """Whether the percentage is what something has come to, or has come from ("dal 20 % al 40 %"), and no change."""
    patterns = sentence.pack.patterns
    if is_rate(sentence, value):
        return False
    if patterns.ratio.reached.search(sentence.text, sentence.start, value.start):
        return True
    if any(
        p.search(sentence.text, sentence.start, value.start) for p in (patterns.share.reaches, patterns.share.has_left)
    ):
        return True
    if patterns.ratio.level_compared.search(sentence.text, sentence.start, value.start):
        return True
    compared = not sentence.pack.spaced and sentence.text.endswith("的", sentence.start, value.start)
    if not compared and not patterns.ratio.level_from.search(sentence.text, sentence.start, value.start):
        return False
    behind = next((v for v in sentence.values if v.start >= value.end and v.kind == "percent"), None)
    return behind is not None and patterns.ratio.level_to.fullmatch(sentence.gap(value.end, behind.start)) is not None


def is_rate(sentence: Sentence, value: Value) -> bool:
    """ "Una crescita attorno al 15 %": the rate of a change, by its noun."""
    return sentence.pack.patterns.share.growth.search(sentence.text, sentence.start, value.start) is not None
