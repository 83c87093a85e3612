"""The chip that a device has, as a part of it: 联想拯救者Y9000P搭配酷睿Ultra 9 275HX, "monta lo Snapdragon X", "una CPU Grace"."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.assembly.devices import DEVICE_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import SYSTEM_KINDS, Sentence
from pipeline.extract.mentions import Mention

_CHIPS = frozenset({"cpu", "soc", "gpu"})
_REACH = 12
"""How far behind the verb the chip's name may stand in Chinese: 24核的酷睿…."""
_SPACED_REACH = 24
_BREAKS = frozenset(",，。;；:：、.")


def read_chips_of_devices(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of `component`: a device's only processor, where a verb of having says so, and the one chip of its kind in a system."""
    drafts = []
    for chip in sentence.products:
        if chip.kind not in _CHIPS or chip in sentence.aside or sentence.parenthesis(chip.start):
            continue
        whole = _whole(sentence, chip, discourse)
        if whole is None or whole.id == chip.id:
            continue
        one = sentence.pack.patterns.one_of.search(sentence.text, sentence.start, chip.start)
        if not _has(sentence, whole, chip) or (whole.kind in SYSTEM_KINDS - DEVICE_KINDS and not one):
            continue
        draft = Draft("hardware", "component", chip.start, chip.end, sentence, "attribute.chip", 0.7)
        draft.subjects, draft.fields["object"] = [whole], chip.id
        if one:
            draft.start = one.start("article")
            draft.fields |= {"value": Decimal(1), "unit": "1"}
        drafts.append(draft)
    return drafts


def _whole(sentence: Sentence, chip: Mention, discourse: Discourse) -> Mention | None:
    """The last device or system named before the chip in its sentence, else the one that the article speaks of there."""
    before = [m for m in sentence.products if m.end <= chip.start]
    wholes = [m for m in before if m.kind in DEVICE_KINDS | SYSTEM_KINDS and m not in sentence.aside]
    if wholes:
        return wholes[-1]
    if any(m.kind not in _CHIPS for m in before) or not sentence.pack.spaced:
        return None
    spoken_of = next(iter(discourse.section or discourse.focus), None)
    return spoken_of if spoken_of and spoken_of.kind in DEVICE_KINDS | SYSTEM_KINDS else None


def _has(sentence: Sentence, whole: Mention, chip: Mention) -> bool:
    """Whether a verb of having ties the chip to what has it, or to another chip that it has."""
    start = whole.end if whole in sentence.products and whole.start < chip.start else sentence.clause(chip.start)[0]
    if sentence.pack.spaced:
        verb = [m.end() for m in sentence.pack.patterns.equipped.finditer(sentence.text, start, chip.start)]
        cues = [c.end for c in sentence.find_cues("contains", (start, chip.start))]
        nearest = max([*verb, *cues], default=None)
        others = [m.end for m in sentence.products if start < m.end <= chip.start]
        return nearest is not None and chip.start - max([nearest, *others]) <= _SPACED_REACH
    if any(c in _BREAKS for c in sentence.gap(whole.end, chip.start)):
        return False
    verbs = sentence.find_cues("attribute", (start, chip.start), "uses")
    return bool(verbs) and chip.start - verbs[-1].end <= _REACH
