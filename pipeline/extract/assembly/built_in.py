"""The chip that a device has, as a part of it: 联想拯救者Y9000P搭配酷睿Ultra 9 275HX, iPhone 18 Pro将搭载的A20 Pro."""

from __future__ import annotations

import itertools

from pipeline.extract.assembly.devices import DEVICE_KINDS
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_CHIPS = frozenset({"cpu", "soc", "gpu"})
_REACH = 12
"""How far behind the verb the chip's name may stand: 24核的酷睿…."""
_BREAKS = frozenset(",，。;；:：、")


def read_chips_of_devices(sentence: Sentence) -> list[Draft]:
    """Drafts of `component` without a number: a device's only processor, where a verb of having says so."""
    if sentence.pack.spaced:
        return []
    drafts = []
    for device, chip in itertools.pairwise(sentence.products):
        if device.kind in DEVICE_KINDS and chip.kind in _CHIPS and _has(sentence, device, chip):
            draft = Draft("hardware", "component", chip.start, chip.end, sentence, "attribute.chip", 0.7)
            draft.subjects, draft.fields["object"] = [device], chip.id
            drafts.append(draft)
    return drafts


def _has(sentence: Sentence, device: Mention, chip: Mention) -> bool:
    if device in sentence.aside or chip in sentence.aside:
        return False
    if any(c in _BREAKS for c in sentence.gap(device.end, chip.start)) or sentence.parenthesis(chip.start):
        return False
    verbs = sentence.find_cues("attribute", (device.end, chip.start), "uses")
    return bool(verbs) and chip.start - verbs[-1].end <= _REACH
