"""Memory that is sold by itself: a 32GB DDR5-6000套装, "un modulo DDR5 da 64 GB" has its own price and its own size, whatever the article speaks of."""

from __future__ import annotations

import re

from models.hardware.schema import TECHNOLOGY_KINDS
from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention

_TOLD = frozenset({"unit_price", "memory_capacity", "relative"})
_SOLD = re.compile(
    r"(?:[- ]?\d{4,5})?(?:\s?CL\d+)?\s?的?\s?(?:\d+\s?[GT]B)?(?:\s?[x×*]\s?\d)?\s?(?:双条|单条|双通道)?(?:服务器|伺服器|桌面)?(?:(?:内存|记忆体)?(?:套装|套条|条(?![件款约])|模组|模块|双条|单条|颗粒|条子))"
)
_SIZE = re.compile(r"\d\s?[GT]B的?\s?$")
_PRICED = re.compile(r"\s?(?:内存|记忆体)[^,，。;；\d]{0,6}(?:售价|报价|价格|均价|现货价|合约价|零售价|卖到)")
"""Behind a kind of memory that its size stands before: that its price is told."""
_SOLD_IN = re.compile(
    r"\b(?:kit|modul[oi]|banc(?:o|hi)|stecc\w+|confezion[ei])\s+(?:[A-Z]\w+\s+)?"
    r"(?:(?:di\s+RAM\s+)?da\s+\d+\s*(?:GB|gigabyte|giga)\s+(?:di\s+)?(?:memori[ae]\s+|RAM\s+)?|(?:di\s+(?:memoria|RAM)\s+|RAM\s+)?(?:di\s+)?)$"
)
"""Right before a kind of memory: the noun of what it is sold in ("un kit da 32 GB di DDR5", "il modulo DDR5")."""
_BESIDE = 1


def is_sold(sentence: Sentence, memory: Mention) -> bool:
    """Whether the words behind a kind of memory say that a kit or a module of it is spoken of, which nothing is said to have."""
    if memory.kind != "memory":
        return False
    if sentence.pack.spaced:
        others = any(m.end <= memory.start and m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
        return not others and _SOLD_IN.search(sentence.gap(sentence.start, memory.start)) is not None
    sized = _SIZE.search(sentence.text, sentence.start, memory.start)
    if not (_SOLD.match(sentence.text, memory.end) or (sized and _PRICED.match(sentence.text, memory.end))):
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
