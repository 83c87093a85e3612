"""Memory that is sold by itself: a 32GB DDR5-6000套装 has its own price and its own size, whatever the article speaks of."""

from __future__ import annotations

import re

from models.hardware.schema import TECHNOLOGY_KINDS
from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention

_TOLD = frozenset({"unit_price", "memory_capacity", "relative"})
_SOLD = re.compile(
    r"(?:[- ]?\d{4,5})?(?:\s?CL\d+)?\s?的?\s?(?:\d+\s?[GT]B)?(?:\s?[x×*]\s?\d)?\s?(?:双条|单条|双通道)?(?:套装|套条|内存条|记忆体条|模组|双条|单条|颗粒|条子)"
)
_BESIDE = 1


def is_sold(sentence: Sentence, memory: Mention) -> bool:
    """Whether the words behind a kind of memory say that a kit or a module of it is spoken of, which nothing is said to have."""
    if sentence.pack.spaced or memory.kind != "memory" or not _SOLD.match(sentence.text, memory.end):
        return False
    start, _ = sentence.clause(memory.start)
    return not sentence.find_cues("attribute", (start, memory.start), "uses")


def memory_sold(sentence: Sentence, value: Placed, predicate: str) -> Mention | None:
    """The memory whose price or size the value is: named right behind the size, or before the price and no product since."""
    if predicate not in _TOLD:
        return None
    for memory in reversed([m for m in sentence.products if is_sold(sentence, m)]):
        if 0 <= memory.start - value.end <= _BESIDE:
            return memory
        since = [m for m in sentence.products if memory.end <= m.start < value.start]
        if memory.end <= value.start and all(m.kind in TECHNOLOGY_KINDS for m in since):
            return memory
    return None
