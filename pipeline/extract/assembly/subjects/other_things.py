"""Figures of things that no claim is about: a plant's megawatts, a telephone's memory, what a pump consumes."""

from __future__ import annotations

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.reading import Placed, Sentence

_KINDS = {"place": SITE_KINDS, "other": frozenset[str](), "generic": frozenset[str]()}


def thing_told_of(sentence: Sentence, value: Placed) -> frozenset[str] | None:
    """The kinds of products that the noun of a figure's clause may stand for, where that is no word for a chip or a card.

    A place may be a site ("l'impianto" for a supercomputer), other things and a whole sort ("gli SSD") nothing. None where the clause
    has no such noun, or names a product.
    """
    patterns = sentence.pack.patterns
    start, _ = sentence.clause(value.start)
    if any(start <= m.start < value.start for m in sentence.products):
        return None
    for cue in reversed(sentence.find_cues("thing", (start, value.start))):
        before = sentence.gap(start, cue.start)
        if patterns.reference.thing_around.search(before) and not patterns.reference.thing_has.fullmatch(
            sentence.gap(cue.end, value.start)
        ):
            continue
        if cue.label == "generic":
            if patterns.reference.thing_in_general.search(before) and not patterns.reference.thing_counted.search(
                before
            ):
                return _KINDS[cue.label]
        elif patterns.reference.thing_definite.search(before):
            return _KINDS[cue.label]
    return None
