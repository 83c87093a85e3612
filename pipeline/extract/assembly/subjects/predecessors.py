"""Where a sentence on a predecessor comes back to the product that it goes before: 上一代M2 Ultra只有192GB，这次足足有512GB."""

from __future__ import annotations

import re

from models.hardware.schema import TECHNOLOGY_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention

_TURNS = re.compile(
    "(?:而|但|不过)?(?:今次|这次|此次|本次|这回|今回|这一次|新款|新一代|新版|新品|这一?代|今代|本代|如今的?新)"
)


def turns_back(sentence: Sentence, value: Placed, discourse: Discourse) -> Mention | None:
    """The product that the article speaks of, where the value's clause turns to it from its predecessor; else None."""
    if sentence.pack.spaced:
        return None
    start, _ = sentence.clause(value.start)
    before = [m for m in sentence.products if m.end <= start and m.kind not in TECHNOLOGY_KINDS]
    own = any(start <= m.start < value.start and m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
    if own or len({m.id for m in before}) != 1 or not _TURNS.match(sentence.text, start, value.start):
        return None
    if not sentence.find_cues("reference", (sentence.start, before[0].start), "predecessor"):
        return None
    spoken_of = (*discourse.focus, *discourse.title, *discourse.heading)
    return next((m for m in spoken_of if m.id != before[0].id and m.kind not in TECHNOLOGY_KINDS), None)
