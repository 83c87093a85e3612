"""Memory that is sold by itself: a 32GB DDR5-6000套装, "un modulo DDR5 da 64 GB" has its own price and its own size, whatever the article speaks of."""

from __future__ import annotations

from models.hardware.schema import TECHNOLOGY_KINDS
from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention

_TOLD = frozenset({"unit_price", "memory_capacity", "relative"})
_BESIDE = 1


def is_sold(sentence: Sentence, memory: Mention) -> bool:
    """Whether the words behind a kind of memory say that a kit or a module of it is spoken of, which nothing is said to have."""
    if memory.kind != "memory":
        return False
    patterns = sentence.pack.patterns
    if patterns.memory.sold_in.search(sentence.gap(sentence.start, memory.start)):
        return not any(m.end <= memory.start and m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
    sized = patterns.memory.size_before.search(sentence.text, sentence.start, memory.start)
    priced = sized and patterns.memory.priced.match(sentence.text, memory.end)
    if not (priced or patterns.memory.sold_as.match(sentence.text, memory.end)):
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
        if sentence.pack.spaced and ";" in sentence.gap(memory.end, value.start):
            continue
        if memory.end <= value.start and all(m.kind in TECHNOLOGY_KINDS for m in since):
            return memory
    return None
