"""Figures of things that no claim is about: a plant's megawatts, a telephone's memory, what one node or a pump consumes."""

from __future__ import annotations

import re

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.reading import SYSTEM_KINDS, Placed, Sentence
from pipeline.extract.mentions import Mention

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
_PLACES, _MACHINES = "place", "machine"


def of_other_thing(sentence: Sentence, value: Placed, topic: list[Mention]) -> bool:
    """Whether the noun that the figure's clause tells of is a thing of its own, and no word for the product that is spoken of.

    A place is one for a site ("l'impianto" for a supercomputer), a machine for a system.
    """
    if not sentence.pack.spaced:
        return False
    start, _ = sentence.clause(value.start)
    for cue in reversed(sentence.find_cues("thing", (start, value.start))):
        if any(cue.end <= m.start < value.start for m in sentence.products):
            return False
        before = sentence.gap(start, cue.start)
        if _LOCATIVE.search(before) and not _OWN.fullmatch(sentence.gap(cue.end, value.start)):
            continue
        if not _ARTICLE.search(before):
            continue
        kinds = {_PLACES: SITE_KINDS, _MACHINES: SITE_KINDS | SYSTEM_KINDS}.get(cue.label, frozenset())
        return not any(m.kind in kinds for m in topic)
    return False
