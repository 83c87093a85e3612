"""The lots of a tender: 第二包, "lotto 2" stands for the product that was named with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention


def note_lots(sentence: Sentence, discourse: Discourse) -> None:
    """Takes note of the product that each lot is of: the first one named behind its label, in its paragraph."""
    labels = [(m[0], m.end()) for m in _labels(sentence, sentence.end)]
    if discourse.lot and discourse.lot[1] == sentence.block_index:
        labels.insert(0, (discourse.lot[0], sentence.start))
    for index, (label, start) in enumerate(labels):
        end = labels[index + 1][1] if index + 1 < len(labels) else sentence.end
        named = [m for m in sentence.products if start <= m.start < end]
        known = discourse.lots.setdefault(label, None)
        if named and known is None:
            discourse.lots[label] = named[0]
    discourse.lot = (labels[-1][0], sentence.block_index) if labels else None


def product_of_lot(sentence: Sentence, place: Placed, discourse: Discourse) -> tuple[bool, Mention | None]:
    """Whether the place is told of a lot, with no product named since its label; and the lot's product, if it is known yet."""
    labels = list(_labels(sentence, place.start))
    if not labels or any(labels[-1].end() <= m.start < place.start for m in sentence.products):
        return False, None
    return True, discourse.lots.get(labels[-1][0])


def _labels(sentence: Sentence, end: int) -> Iterator[re.Match[str]]:
    return sentence.pack.patterns.clause.lot.finditer(sentence.text, sentence.start, end)
