"""The chip that a device has, as a part of it: 联想拯救者Y9000P搭配酷睿Ultra 9 275HX, "monta lo Snapdragon X", "una CPU Grace"."""

from __future__ import annotations

from decimal import Decimal

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import SYSTEM_KINDS, Sentence
from pipeline.extract.assembly.subjects.anaphora import carried_on, pointed_at
from pipeline.extract.assembly.subjects.devices import (
    DEVICE_KINDS,
    device_listed,
    is_announced,
    told_as_part,
    verbs_of_having,
)
from pipeline.extract.assembly.subjects.references import referred
from pipeline.extract.mentions import Mention

_CHIPS = frozenset({"cpu", "soc", "gpu"})
_AT_SITES = frozenset({"accelerator", "superchip", "family"})
"""What a supercomputer is built of beside processors and graphics chips."""
_OPENING = 4
_REACH = 12
"""How far behind the verb the chip's name may stand in Chinese: 24核的酷睿…."""
_SPACED_REACH = 24
_PROCESSORS = frozenset({"cpu", "soc"})
_BREAKS = frozenset(",，。;；:：、.")


def read_chips_of_devices(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of `component`: a device's only processor, where a verb of having says so, and the one chip of its kind in a system."""
    patterns = sentence.pack.patterns
    drafts = []
    for chip in sentence.products:
        part = chip.kind in _CHIPS or _is_unlisted_part(sentence, chip) or _is_die(sentence, chip)
        if not (part or chip.kind in _AT_SITES) or sentence.parenthesis(chip.start) or _is_counted(sentence, chip):
            continue
        whole = device_listed(sentence, [chip], discourse) or _whole(sentence, chip, discourse)
        if chip in sentence.aside and not (whole and told_as_part(sentence, chip)):
            continue
        if patterns.device.tells_version.search(sentence.text, sentence.start, chip.start):
            continue
        in_device = (
            sentence.pack.spaced and chip.kind == "superchip" and whole is not None and whole.kind in DEVICE_KINDS
        )
        if whole is None or whole.id == chip.id or not (part or in_device or whole.kind in SITE_KINDS):
            continue
        one = patterns.part.one_of.search(sentence.text, sentence.start, _name_start(sentence, chip))
        if not (_has(sentence, whole, chip) or told_as_part(sentence, chip)) or (
            whole.kind in SYSTEM_KINDS - DEVICE_KINDS and not one
        ):
            continue
        draft = Draft("hardware", "component", chip.start, chip.end, sentence, "attribute.chip", 0.7)
        draft.subjects, draft.fields["object"] = [whole], chip.id
        if one:
            draft.start = one.start("article")
            draft.fields |= {"value": Decimal(1), "unit": "1"}
        drafts.append(draft)
    return drafts


def _is_die(sentence: Sentence, chip: Mention) -> bool:
    """ "La 9070 monta il chip Navi 48": in running text, where a list has a label for it and tells the card's own figures."""
    return sentence.pack.spaced and chip.kind == "die" and sentence.block.kind == "paragraph"


def _is_unlisted_part(sentence: Sentence, chip: Mention) -> bool:
    """ "Usa il controller Phison E18", "montano uno SpacemiT K1": a part that the hardware model does not have, by the word before it."""
    patterns = sentence.pack.patterns
    if chip.known or chip.kind != "accelerator":
        return False
    return patterns.device.part_noun.search(sentence.text, sentence.start, _name_start(sentence, chip)) is not None


def _name_start(sentence: Sentence, chip: Mention) -> int:
    """Where the chip's name begins with the maker's right before it: "il controller Phison E18"."""
    return next((o.start for o in sentence.organisations if o.end == chip.start - 1), chip.start)


def _is_counted(sentence: Sentence, chip: Mention) -> bool:
    """装有2.4万颗GH200: so many of a chip, and not the one of its kind."""
    if sentence.pack.spaced:
        return False
    return any(
        v.kind == "number"
        and (v.value or 0) > 1
        and 0 <= chip.start - v.end <= _REACH
        and not any(c in _BREAKS for c in sentence.gap(v.end, chip.start))
        and sentence.find_cues("noun", (v.end, v.end + 2), "piece")
        for v in sentence.values
    )


def _whole(sentence: Sentence, chip: Mention, discourse: Discourse) -> Mention | None:
    """The last device or system named before the chip in its sentence, else the one that the article speaks of there."""
    patterns = sentence.pack.patterns
    before = [m for m in sentence.products if m.end <= chip.start]
    kinds = DEVICE_KINDS | SYSTEM_KINDS
    if not sentence.pack.spaced:
        behind = next((m for m in sentence.products if m.start >= chip.end), None)
        if (
            behind
            and behind.kind in kinds | SITE_KINDS
            and patterns.device.attributive.fullmatch(sentence.gap(chip.end, behind.start))
        ):
            return behind
        pointed = _pointed_at(sentence, chip, discourse)
        if pointed:
            return pointed if pointed.kind in kinds | SITE_KINDS else None
        kinds |= SITE_KINDS
    unlisted = {
        m for m in before
        if not m.known and m.kind == "accelerator" and sentence.pack.spaced and chip.kind in _CHIPS | {"accelerator"}
    }  # fmt: skip
    if chip.kind == "gpu" and patterns.device.integrates.search(sentence.text, sentence.start, chip.start):
        kinds |= _PROCESSORS
    if chip.kind == "die":
        kinds |= {"gpu"}
    wholes = [m for m in before if (m.kind in kinds or m in unlisted) and m not in sentence.aside]
    if wholes:
        return wholes[-1]
    if any(m.kind not in _CHIPS for m in before) or not sentence.pack.spaced:
        return None
    each = pointed_at(sentence, chip, discourse) or carried_on(sentence, chip, discourse, "component")
    if each and each.kind in kinds and each.id != chip.id:
        return each
    spoken_of = next(iter(discourse.section or discourse.focus), None)
    if spoken_of and spoken_of.kind == chip.kind == "accelerator" and not spoken_of.known:
        return spoken_of
    return spoken_of if spoken_of and spoken_of.kind in DEVICE_KINDS | SYSTEM_KINDS else None


def _pointed_at(sentence: Sentence, chip: Mention, discourse: Discourse) -> Mention | None:
    """后者用MI430X, 它搭载…: what the word that opens the chip's clause stands for."""
    start, _ = sentence.clause(chip.start)
    words = sentence.find_cues("reference", (start, chip.start))
    if not words or words[0].start - start > _OPENING or any(start <= m.start < chip.start for m in sentence.products):
        return None
    if words[0].label in {"former", "latter"}:
        found = referred(sentence, chip, discourse)
        return found[0][0] if found else None
    return next(iter(discourse.focus), None) if words[0].label == "own_subject" else None


def _has(sentence: Sentence, whole: Mention, chip: Mention) -> bool:
    """Whether a verb of having ties the chip to what has it, or to another chip that it has."""
    start = whole.end if whole in sentence.products and whole.start < chip.start else sentence.clause(chip.start)[0]
    if sentence.pack.spaced:
        if whole in sentence.products and is_announced(sentence, start, chip):
            return True
        cues = [c.end for c in sentence.find_cues("contains", (start, chip.start))]
        nearest = max([*verbs_of_having(sentence, start, chip.start), *cues], default=None)
        others = [m.end for m in sentence.products if start < m.end <= chip.start]
        if nearest is None:
            return False
        between = sentence.gap(max([nearest, *others]), _name_start(sentence, chip))
        return len(sentence.pack.patterns.device.chip_explained.sub("", between)) <= _SPACED_REACH
    here = whole in sentence.products and whole.start >= sentence.clause(chip.start)[0]
    if not here:
        start = sentence.clause(chip.start)[0]
    if here and any(c in _BREAKS for c in sentence.gap(whole.end, chip.start)):
        return False
    verbs = [c.end for c in sentence.find_cues("attribute", (start, chip.start), "uses")]
    verbs += verbs_of_having(sentence, start, chip.start)
    return bool(verbs) and chip.start - max(verbs) <= _REACH
