"""Figures of things that no claim is about: a plant's megawatts, a telephone's memory, what a pump consumes."""

from __future__ import annotations

import re

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.reading import Placed, Sentence

_ARTICLE = re.compile(
    r"(?:\b(?:il|lo|la|i|gli|le|una?|ogni|ciascun[ao]?|singol[oae]|prim[oa]|quest[oa]|quel|quella|due|tre|quattro|intero|nuov[oa]|d[ae]l|"
    r"dello|della|dei|delle|su|da|di)\s+|(?:l|un|dell|quell|quest|d)['’]\s*)$",
    re.IGNORECASE,
)
"""Right before a noun that is somebody's or something's in its clause."""
_LOCATIVE = re.compile(
    r"\b(?:in|ne(?:l|llo|lla|i|gli|lle)|per|con|dentro|presso|dal|dalla|sul|sulla)\s+(?:(?:il|lo|la|i|gli|le|una?|ogni|ciascun[ao]?)\s+|l['’]|un['’])?$|"
    r"\b(?:nell|sull|dall)['’]\s*$",
    re.IGNORECASE,
)
"""Right before a noun that only tells where something is."""
_OWN = re.compile(r"\s+(?:\w+\s+)?(?:da|con|di)\s+(?:circa\s+|oltre\s+|almeno\s+)?$", re.IGNORECASE)
"""Between a noun and the figure that goes with it: "un telefono da"."""
_PLURAL = re.compile(
    r"(?:\b(?:i|gli|le|dei|degli|delle|ai|agli|alle|dai|dagli|dalle|molti|molte|alcuni|alcune|normali|comuni|vecchi|vecchie|tradizionali|nuovi|nuove|altri|altre)\s+|[.:]\s+)$",
    re.IGNORECASE,
)
"""Right before a noun that stands for all of its sort: "gli SSD SATA"."""
_BOTH = re.compile(r"\b(?:quest[ie]|entramb[ie]|(?:i|gli|le|tutti\s+e|tutte\s+e)\s+(?:due|tre))\s+$", re.IGNORECASE)
_KINDS = {"place": SITE_KINDS, "other": frozenset[str](), "generic": frozenset[str]()}


def thing_told_of(sentence: Sentence, value: Placed) -> frozenset[str] | None:
    """The kinds of products that the noun of a figure's clause may stand for, where that is no word for a chip or a card.

    A place may be a site ("l'impianto" for a supercomputer), other things and a whole sort ("gli SSD") nothing. None where the clause
    has no such noun, or names a product.
    """
    if not sentence.pack.spaced:
        return None
    start, _ = sentence.clause(value.start)
    if any(start <= m.start < value.start for m in sentence.products):
        return None
    for cue in reversed(sentence.find_cues("thing", (start, value.start))):
        before = sentence.gap(start, cue.start)
        if _LOCATIVE.search(before) and not _OWN.fullmatch(sentence.gap(cue.end, value.start)):
            continue
        if cue.label == "generic":
            if _PLURAL.search(before) and not _BOTH.search(before):
                return _KINDS[cue.label]
        elif _ARTICLE.search(before):
            return _KINDS[cue.label]
    return None
