"""Which products of a sentence its figures are not about: those compared against or replaced."""

from __future__ import annotations

import itertools

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.candidates import unnamed_parts
from pipeline.extract.assembly.ratios import adjacent_baseline
from pipeline.extract.assembly.reading import Sentence

_REACH = 60
_SHORT_JOINT = 2
"""A comma, "e" or 和: with an article behind it ("e la 5080") another statement may begin."""


def set_aside(sentence: Sentence) -> None:
    """Fills `sentence.aside` with the products that are only compared against, or are a part ("GPU: GB206, 4.608 core").

    Where all would be, the first one is what the sentence is about after all.
    """
    patterns = sentence.pack.patterns
    for mention in sentence.products:
        if mention.kind in SITE_KINDS:
            continue
        before = sentence.text[max(sentence.start, mention.start - _REACH) : mention.start]
        after = sentence.text[mention.end : min(sentence.end, mention.end + _REACH)]
        if patterns.baseline_before.search(before) or patterns.baseline_after.match(after):
            sentence.aside.append(mention)
    sentence.aside += [m for m in unnamed_parts(sentence) if m not in sentence.aside]
    if sentence.block.kind == "list" and sentence.products:
        first = sentence.products[0]
        if patterns.label.fullmatch(sentence.gap(sentence.start, first.start)) and first not in sentence.aside:
            sentence.aside.append(first)
    for earlier, mention in itertools.pairwise(sentence.products):
        gap = sentence.gap(earlier.end, mention.start)
        joined = len(gap.strip()) <= _SHORT_JOINT and patterns.coordinated.fullmatch(gap)
        if earlier in sentence.aside and mention not in sentence.aside and joined:
            sentence.aside.append(mention)
    for value in sentence.values:
        tight = adjacent_baseline(sentence, value)
        if tight and tight not in sentence.aside:
            sentence.aside.append(tight)
    if len(sentence.aside) > 1 and len(sentence.aside) == len(sentence.products):
        sentence.aside.pop(0)
