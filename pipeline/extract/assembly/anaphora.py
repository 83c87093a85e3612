"""Definite nouns that stand for a product named before: "la macchina", "questa scheda", 该芯片, 这台超算."""

from __future__ import annotations

import re

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import SYSTEM_KINDS, Placed, Sentence
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_CHIPS = frozenset({"gpu", "cpu", "accelerator", "soc", "superchip"})
KINDS_OF_NOUN = {
    "gpu": frozenset({"gpu", "accelerator"}),
    "cpu": frozenset({"cpu", "soc"}),
    "chip": _CHIPS | {"die"},
    "card": frozenset({"gpu", "accelerator", "board"}),
    "console": frozenset({"console"}),
    "system": (SYSTEM_KINDS | SITE_KINDS | {"cluster"}) - {"superchip"},
    "rack": frozenset({"rack", "pod"}),
}
_ADJACENT = 2
_NAMED_NOUN = re.compile(r"[”」』\"]?\s?的(?:全?新|下一代|新一代|自研)?")
_PIECES = frozenset({"chip", "gpu", "card"})


def pointed_at(sentence: Sentence, place: Placed, discourse: Discourse) -> Mention | None:
    """The product that the last definite noun before `place` in its clause stands for.

    None where a product is named behind the noun (then that one is meant), or none of its kind was named before.
    """
    cue = _noun_before(sentence, place)
    if cue is None:
        return None
    kinds = KINDS_OF_NOUN[cue.label]
    here = [m for m in sentence.products if m.end <= cue.start and m not in sentence.aside]
    if here and not sentence.pack.spaced and _NAMED_NOUN.fullmatch(sentence.gap(here[-1].end, cue.start)):
        return here[-1]  # 代号Lunar Lake的新处理器第三季出货
    if here and here[-1].kind == "family" and cue.label in _PIECES and not sentence.pack.spaced:
        return here[-1]  # 2026年TPU出货约310万颗，以每颗1.3万美元计
    told = (*reversed(here), *discourse.focus)
    first = (*discourse.title, *told) if cue.category == "topic" else (*told, *discourse.title)
    earlier = (*first, *reversed(discourse.recent), *reversed(discourse.of_kind.values()))
    if cue.category == "anaphor":
        earlier = (*earlier, *discourse.parts)
    compared = {m.id for m in sentence.aside}
    return next((m for m in earlier if m.kind in kinds and m.id not in compared), None)


def _noun_before(sentence: Sentence, place: Placed) -> Cue | None:
    start, _ = sentence.clause(place.start)
    cues = [c for category in ("anaphor", "topic") for c in sentence.find_cues(category, (start, place.start))]
    last = max(cues, key=lambda c: c.end, default=None)
    if last is None:
        return None
    named = (m for m in sentence.products if m not in sentence.aside and last.start <= m.start + _ADJACENT)
    return None if any(m.start < place.start for m in named) else last
