"""Headings that are nothing but a product's name, and list items that are such: "2. Redmi K90", its story in the paragraph below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.assembly.reading import Sentence

_HEADING_MARK = re.compile(r"[#\s*•▪●■◆-]*")
_BRACKET = re.compile(r"[(（][^()（）]*[)）]")
_LABEL = re.compile(r"[^:：.。;；!?！？\n]{3,50}[:：–—-]")
_MOST_BESIDE = 12
"""So many characters at most stand beside the name: the device's size, its edition."""


def open_sections(sentences: Sequence[Sentence]) -> None:
    """Makes headings of the numbered items that only name a product and have a paragraph of their own below.

    A list of nothing but names stays a list: the item before must not be another name.
    """
    names = [_is_item(s) and _names_only(s) for s in sentences]
    for i, sentence in enumerate(sentences[:-1]):
        below = sentences[i + 1].block.kind
        if names[i] and below == "paragraph" and not (i and names[i - 1]):
            sentence.block = sentence.block.model_copy(update={"kind": "heading"})


def named_sections(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The blocks of the headings that only name a product and have a paragraph right below; a list there is but a box."""
    return frozenset(
        heading.block_index
        for heading, below in pairwise(sentences)
        if heading.block.kind == "heading" and below.block.kind == "paragraph" and _names_only(heading)
    )


def _names_only(sentence: Sentence) -> bool:
    """Whether a heading or an item is a product's name, with a number before it, a few words beside it at most or a label before."""
    patterns = sentence.pack.patterns
    if not sentence.products:
        return False
    marker = patterns.layout.item_number.match(sentence.text, sentence.start, sentence.end) or _HEADING_MARK.match(
        sentence.text, sentence.start, sentence.end
    )
    beside, at = "", marker.end() if marker else sentence.start
    for product in sentence.products:
        beside += sentence.text[at : product.start]
        at = max(at, product.end)
    beside += sentence.text[at : sentence.end]
    beside = _BRACKET.sub("", beside).strip()
    return len(beside) <= _MOST_BESIDE or _is_label(sentence, beside)


def _is_label(sentence: Sentence, beside: str) -> bool:
    """ "Per chi viaggia: MacBook Air 13", 性价比之选：Redmi K90: what stands beside the name only tells what it is chosen for."""
    one = len({m.id for m in sentence.products}) == 1
    return one and sentence.end - sentence.products[-1].end <= 1 and _LABEL.fullmatch(beside) is not None


def _is_item(sentence: Sentence) -> bool:
    patterns = sentence.pack.patterns
    whole = (sentence.start, sentence.end) == (sentence.block.start, sentence.block.end)
    return (
        sentence.block.kind == "list"
        and whole
        and patterns.layout.item_number.match(sentence.text, sentence.start) is not None
    )
