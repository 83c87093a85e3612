"""What cores are counted: of which kind, and whether they are all those of a machine."""

from __future__ import annotations

from collections.abc import Sequence

from models.hardware.schema import SITE_KINDS
from models.values import Value
from pipeline.extract.assembly.counts.counted import Counted
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import Sentence, distance
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_CORE_REACH = 14
_KIND_REACH = 20
"""How far behind the number the kind of core may end: "sei core ad alta efficienza"."""
_CLUSTERS = frozenset({"prime", "performance", "efficiency"})
"""Kinds of cores that stand beside others in one processor."""
_GRAPHICS = frozenset({"gpu", "accelerator"})
_UNITS_OF_A_CHIP = frozenset({"cpu", "gpu", "npu"})


def kind_of_core(sentence: Sentence, value: Value, counted: Counted) -> Cue | None:
    """The kind named with the number or behind it (sei core Performance, 16个能效核); before it only where it names all of them."""
    near = _outside_names(sentence, value.start, min(counted.end + _KIND_REACH, sentence.end))
    behind = [
        c
        for c in near
        if c.label not in _UNITS_OF_A_CHIP
        or sentence.pack.patterns.count.of_unit.fullmatch(sentence.gap(counted.end, c.start))
        or c.end <= counted.end
    ]
    if behind:
        return min(behind, key=lambda c: (distance(c, value), c.start - c.end))
    before = _outside_names(sentence, max(sentence.start, value.start - _CORE_REACH), value.start)
    whole = [c for c in before if c.label not in _CLUSTERS]
    return whole[-1] if whole else sentence.cue_of_table("core", value)


def _outside_names(sentence: Sentence, start: int, end: int) -> list[Cue]:
    """The words for kinds of cores that are no part of a product's name ("Tensor G6")."""
    return [
        cue
        for cue in sentence.find_cues("core", (start, end))
        if not any(m.start <= cue.start and cue.end < m.end for m in sentence.products)
    ]


def of_unnamed_processors(sentence: Sentence, value: Value, found: Sequence[Mention]) -> bool:
    """ "Quattro H200 e due processori da 96 core": the cores of processors without a name are not those of an accelerator."""
    told = sentence.pack.patterns.count.of_processors.search(sentence.text, sentence.start, value.start)
    return told is not None and all(m.kind in _GRAPHICS for m in found)


def of_all_machines(sentence: Sentence, value: Value) -> bool:
    """ "80 nodi con due Epyc: in tutto 61 terabyte e 15.360 core": a sum over machines, which no product has."""
    return is_in_all(sentence, value) and bool(sentence.find_cues("noun", (sentence.start, value.start), "server"))


def is_in_all(sentence: Sentence, value: Value) -> bool:
    """ "In tutto 77.400 euro", "per un totale di 81.920 core": whether an Italian number is told as a sum."""
    return sentence.pack.patterns.count.in_all.search(sentence.text, sentence.start, value.start) is not None


def site_in_all(sentence: Sentence, value: Value, discourse: Discourse) -> Mention | None:
    """ "Due EPYC in ogni nodo, per un totale di 81.920 core": all the cores of the machine that is spoken of."""
    if not is_in_all(sentence, value):
        return None
    about = (*sentence.products, *discourse.focus, *discourse.title)
    return next((m for m in about if m.kind in SITE_KINDS), None)
