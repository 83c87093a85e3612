"""What brackets tie together: the product before one and the figures in it, a name and its other name."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention

_OF_A_PART = frozenset(
    {"core_count", "clock", "memory_capacity", "memory_bandwidth", "power", "compute", "transistor_count", "die_area"}
)
"""What is told in brackets of the part that is counted there: X（2颗鲲鹏920，每颗64核）."""
_BESIDE = 6
_TOUCHING = 1
"""How near a product that is only compared against must stand: H100的15%（FP16算力148TFLOPS） is not about the H100."""


def in_other_brackets(sentence: Sentence, value: Placed) -> list[Mention]:
    """What stands in a bracket only explains the word before it: nothing outside the bracket is about it."""
    if not sentence.brackets:
        return []
    own = sentence.parenthesis(value.start)
    return [
        m
        for m in sentence.products
        if (bracket := sentence.parenthesis(m.start)) and bracket != own and not _renames(sentence, m, bracket)
    ]


def _renames(sentence: Sentence, mention: Mention, bracket: tuple[int, int]) -> bool:
    """“木星”（JUPITER）: the bracket holds nothing but the other name of what no other name of the model stands before."""
    opening, closing = bracket
    filled = (mention.start, mention.end) == (opening + 1, closing)
    return filled and not any(0 <= opening - m.end <= 1 for m in sentence.products)


def named_in_bracket(sentence: Sentence, value: Placed) -> list[Mention]:
    """从300W（V100）升至1000W（B100/B200）: the products of a bracket right behind a figure that holds nothing but their names."""
    patterns = sentence.pack.patterns
    bracket = sentence.parenthesis(value.end + 2) if sentence.brackets else None
    if bracket is None or not 0 <= bracket[0] - value.end <= _TOUCHING:
        return []
    inside = [m for m in sentence.products if bracket[0] < m.start and m.end <= bracket[1]]
    ends = [bracket[0] + 1, *(m.end for m in inside)]
    starts = [*(m.start for m in inside), bracket[1]]
    first, *between, last = [sentence.gap(a, b) for a, b in zip(ends, starts, strict=True)] if inside else ["-", "-"]
    row = all(patterns.clause.coordinated.fullmatch(gap) for gap in between)
    return inside if row and not first.strip() and patterns.device.edition.fullmatch(last) else []


def bracketed(sentence: Sentence, value: Placed, candidates: Sequence[Mention], predicate: str) -> Mention | None:
    """X (…value…): the product right before the bracket, unless the bracket names its own or a part of it."""
    bracket = sentence.parenthesis(value.start)
    if bracket is None:
        return None
    opening, closing = bracket
    opens = [m for m in sentence.products if 0 <= m.start - opening - 1 <= _TOUCHING and m.end <= value.start]
    if opens and predicate != "relative" and not sentence.pack.spaced:
        return opens[0]  # （RTX 4050是224GB/s和14Gbps）
    parts = [m for m in sentence.aside if opening < m.start and m.end <= value.start]
    if parts and predicate in _OF_A_PART:
        return parts[-1]
    if any(opening < m.start < value.start or value.end <= m.start < closing for m in candidates):
        return None
    before = [
        m
        for m in candidates
        if m.end <= opening and opening - m.end <= (_BESIDE if m not in sentence.aside else _TOUCHING)
    ]
    if before and is_multiplied(sentence, before[-1]):
        return None
    return before[-1] if before else None


def is_multiplied(sentence: Sentence, baseline: Mention) -> bool:
    """ "Il doppio della banda del chip M2 (200 GB/s)": the bracket tells what comes of the multiple, and not the baseline's figure."""
    patterns = sentence.pack.patterns
    return patterns.comparison.multiple_of.search(sentence.text, sentence.start, baseline.start) is not None
