"""What is told in passing of another product than the sentence is about: in brackets in the imperfect, in a clause that contrasts."""

from __future__ import annotations

import re

from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention

_REACH = 40
_ITEM = re.compile(r"\W*")
_NEW_CLAUSE = re.compile(r"[,;:.(]")
_JOINT = 3
"""So many characters stand at most between two alternatives: " o "."""


def older_in_brackets(sentence: Sentence, value: Placed) -> Mention | None:
    """ "Chi arriva dalla 4070 trova più memoria (si fermava a 12 GB)": a bracket in the imperfect is about the older product."""
    patterns = sentence.pack.patterns
    bracket = sentence.parenthesis(value.start)
    if bracket is None or not patterns.comparison.imperfect.search(sentence.gap(bracket[0] + 1, value.start)):
        return None
    compared = [m for m in sentence.aside if m.end <= bracket[0]]
    return compared[0] if len({m.id for m in compared}) == 1 else None


def in_ended_contrasts(sentence: Sentence, value: Placed) -> list[Mention]:
    """ "Arriverebbe a 6 GHz, laddove il 9950X si ferma a 5,7; il TDP …": what is contrasted with goes no farther than its clause."""
    patterns = sentence.pack.patterns
    return [
        m
        for m in sentence.products
        if m.end <= value.start
        and ";" in sentence.gap(m.end, value.start)
        and patterns.comparison.contrasts.search(sentence.text, max(sentence.start, m.start - _REACH), m.start)
    ]


def head_of_item(sentence: Sentence) -> Mention | None:
    """The product that an Italian list item opens with before a colon: "• M1 Ultra: …"."""
    if sentence.block.kind != "list" or not sentence.pack.spaced or not sentence.products:
        return None
    head = sentence.products[0]
    colon = sentence.text.find(":", head.end, sentence.end)
    return head if colon >= 0 and _ITEM.fullmatch(sentence.gap(sentence.start, head.start)) else None


def parts_in_item(sentence: Sentence) -> list[Mention]:
    """ "• M1 Ultra: comprende due chip M1 Max, …": what an item's head is said to be made of, where it is of the same kind."""
    head = head_of_item(sentence)
    if head is None:
        return []
    colon = sentence.text.index(":", head.end)
    parts: list[Mention] = []
    for mention in (m for m in sentence.products if m.start > colon and m.kind == head.kind):
        verb = sentence.find_cues("contains", (colon, mention.start))
        joined = bool(parts) and len(sentence.gap(parts[-1].end, mention.start)) <= _JOINT
        if joined or (verb and not _NEW_CLAUSE.search(sentence.gap(verb[-1].end, mention.start))):
            parts.append(mention)
    return parts


def in_bracket_of_item(sentence: Sentence, mention: Mention) -> bool:
    """Xe核心：18个（B580为20个）: whether an item of a list only names the product in brackets, beside its own figure."""
    return (
        not sentence.pack.spaced and sentence.block.kind == "list" and sentence.parenthesis(mention.start) is not None
    )
