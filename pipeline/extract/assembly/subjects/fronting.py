"""Figures told before their product: "Con i suoi 24 GB, la RTX 3090 …", "Venduta a 549 euro, la scheda …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention

_OPENS = re.compile(
    r"\W*(?:con|grazie\s+a\w*|forte\s+d\w+|al\s+prezzo|nonostante|oltre\s+a\w*|capac[ei]\s+di|"
    r"(?:dotat|equipaggiat|basat|vendut|propost|realizzat|prodott|costruit|progettat|alimentat|compost|format|accreditat|atteso|attes|previst)[oaie])\b",
    re.IGNORECASE,
)
"""How a clause begins that tells of the subject of the next one."""
_ADJUNCT = re.compile(
    r"\W*(?:al|allo|alla|all['’]|a|in|nel|nella|nell['’]|dopo|per|secondo|stando|oggi|ieri|infine|poi)\b", re.IGNORECASE
)
_SUBJECT = re.compile(r"\s*(?:[\w'’«“\"-]+\s+){0,6}(?:\w+['’])?[«“\"]?", re.IGNORECASE)


def fronted(sentence: Sentence, value: Placed, candidates: Sequence[Mention]) -> Mention | None:
    """The product of the main clause behind an adjunct that opens the sentence and holds the figure, or None."""
    start, end = sentence.clause(value.start)
    if not sentence.pack.spaced or not _OPENS.match(sentence.text, start, end):
        return None
    named = [m for m in sentence.products if m not in sentence.aside]
    led_in = start == sentence.start or _ADJUNCT.match(sentence.text, sentence.start, start)
    if not led_in or any(m.start < end for m in named):
        return None
    behind = next((m for m in candidates if m.start >= end), None)
    if behind is None or any(end <= v.start < behind.start for v in sentence.values):
        return None
    return behind if _SUBJECT.fullmatch(sentence.gap(end, behind.start)) else None
