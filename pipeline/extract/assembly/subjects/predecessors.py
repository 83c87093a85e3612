"""Where a sentence on a predecessor comes back to the product that it goes before, and whose level a figure has left behind."""

from __future__ import annotations

from models.hardware.schema import TECHNOLOGY_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention


def turns_back(sentence: Sentence, value: Placed, discourse: Discourse) -> Mention | None:
    """The product that the article speaks of, where the value's clause, or one before it, turns to it from its predecessor; else None."""
    patterns = sentence.pack.patterns
    start = _turn_before(sentence, value)
    before = [m for m in sentence.products if m.end <= start and m.kind not in TECHNOLOGY_KINDS]
    own = any(start <= m.start < value.start and m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
    if (
        own
        or len({m.id for m in before}) != 1
        or not patterns.comparison.turns_back.match(sentence.text, start, value.start)
    ):
        return None
    if not sentence.find_cues("reference", (sentence.start, before[0].start), "predecessor"):
        return None
    spoken_of = (*discourse.focus, *discourse.title, *discourse.heading)
    return next((m for m in spoken_of if m.id != before[0].id and m.kind not in TECHNOLOGY_KINDS), None)


def _turn_before(sentence: Sentence, value: Placed) -> int:
    """Where the last clause before the value begins that turns back, if it names no product; else the value's own clause."""
    own, _ = sentence.clause(value.start)
    named = [m.end for m in sentence.products if m.end <= value.start and m.kind not in TECHNOLOGY_KINDS]
    start = own
    while start > max(named, default=sentence.end):
        if sentence.pack.patterns.comparison.turns_back.match(sentence.text, start, value.start):
            return start
        start = sentence.clause(start - 1)[0] if start > sentence.start else sentence.start
    return own


def left_behind(sentence: Sentence, value: Placed) -> list[Mention]:
    """ "Passando dai 16 GB della PS5 a ben 24 GB": the product whose level the figure has risen from, and whose it is not."""
    before = [m for m in sentence.products if m.end <= value.start]
    if not before or not sentence.pack.patterns.comparison.rises_to.fullmatch(
        sentence.gap(before[-1].end, value.start)
    ):
        return []
    level = next((v for v in reversed(sentence.values) if v.end <= before[-1].start), None)
    patterns = sentence.pack.patterns
    if level is None or not patterns.clause.belongs_to.fullmatch(sentence.gap(level.end, before[-1].start)):
        return []
    risen = patterns.ratio.level_from.search(sentence.text, sentence.start, level.start)
    return [m for m in before if m.id == before[-1].id] if risen else []
