"""What is told in passing of another product than the sentence is about: in brackets in the imperfect, in a clause that contrasts."""

from __future__ import annotations

import re

from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention

_IMPERFECT = re.compile(
    r"^\W*(?:(?:ne|si|lì|qui|prima)\s+)?(?:era|erano|aveva|avevano|[^\W\d]{2,}[aei]va(?:no)?)\b", re.IGNORECASE
)
_CONTRASTS = re.compile(
    r"\b(?:laddove|là\s+dove|quando|dove|contro)\s+(?:invece\s+)?(?:(?:il|lo|la|i|gli|le)\s+|l['’])(?:[^\W\d]+\s+)?$",
    re.IGNORECASE,
)
_REACH = 40


def older_in_brackets(sentence: Sentence, value: Placed) -> Mention | None:
    """ "Chi arriva dalla 4070 trova più memoria (si fermava a 12 GB)": a bracket in the imperfect is about the older product."""
    bracket = sentence.parenthesis(value.start) if sentence.pack.spaced else None
    if bracket is None or not _IMPERFECT.search(sentence.gap(bracket[0] + 1, value.start)):
        return None
    compared = [m for m in sentence.aside if m.end <= bracket[0]]
    return compared[0] if len({m.id for m in compared}) == 1 else None


def in_ended_contrasts(sentence: Sentence, value: Placed) -> list[Mention]:
    """ "Arriverebbe a 6 GHz, laddove il 9950X si ferma a 5,7; il TDP …": what is contrasted with goes no farther than its clause."""
    if not sentence.pack.spaced:
        return []
    return [
        m
        for m in sentence.products
        if m.end <= value.start
        and ";" in sentence.gap(m.end, value.start)
        and _CONTRASTS.search(sentence.text, max(sentence.start, m.start - _REACH), m.start)
    ]


def in_bracket_of_item(sentence: Sentence, mention: Mention) -> bool:
    """Xe核心：18个（B580为20个）: whether an item of a list only names the product in brackets, beside its own figure."""
    return (
        not sentence.pack.spaced and sentence.block.kind == "list" and sentence.parenthesis(mention.start) is not None
    )
