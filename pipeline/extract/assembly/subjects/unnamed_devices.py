"""Devices that a text tells only by their noun, and the chips inside them: "il portatile monta una RTX 5090 e costa 3.499 euro"."""

from __future__ import annotations

from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.devices import DEVICE_KINDS, verbs_of_having
from pipeline.extract.mentions import Mention

_PROCESSORS = frozenset({"cpu", "soc", "superchip"})
_CHIPS = _PROCESSORS | {"gpu", "family", "architecture"}
_OF_THE_DEVICE = frozenset({"unit_price", "availability", "launch", "delivery", "unit_count"})
_NOT_A_PROCESSORS = _OF_THE_DEVICE | {"memory_capacity"}


def chips_of_unnamed(sentence: Sentence) -> list[Mention]:
    """The chips that the sentence puts into a device without a name: behind its noun and a verb of having, or "con … a bordo" before it."""
    pattern = sentence.pack.patterns.part.unnamed_device
    chips = [m for m in sentence.products if m.kind in _CHIPS]
    if not chips:
        return []
    nouns = [m.span() for m in pattern.finditer(sentence.text, sentence.start, sentence.end)]
    nouns = [(s, e) for s, e in nouns if not any(m.start < e + 1 and s < m.end for m in sentence.products)]
    if not nouns or any(m.kind in DEVICE_KINDS for m in sentence.products):
        return []
    first = nouns[0][1]
    inside = [m for m in chips if first <= m.start and verbs_of_having(sentence, first, m.start)]
    aboard = sentence.pack.patterns.part.aboard
    return inside or [m for m in chips if m.end <= nouns[0][0] and aboard.match(sentence.text, m.end)]


def is_of_unnamed(chip: Mention, predicate: str) -> bool:
    """Whether a figure told behind such a chip can only be the device's: its price or its date, and not a processor's its memory."""
    return predicate in (_NOT_A_PROCESSORS if chip.kind in _PROCESSORS else _OF_THE_DEVICE)
