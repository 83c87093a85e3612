"""Figures told before their product: "Con i suoi 24 GB, la RTX 3090 …", "Venduta a 549 euro, la scheda …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention

_SUBJECT = re.compile(r"\s*(?:[\w'’«“\"-]+\s+){0,6}(?:\w+['’])?[«“\"]?", re.IGNORECASE)


def fronted(sentence: Sentence, value: Placed, candidates: Sequence[Mention]) -> Mention | None:
    """The product of the main clause behind an adjunct that opens the sentence and holds the figure, or None."""
    patterns = sentence.pack.patterns
    start, end = sentence.clause(value.start)
    if not patterns.focus.fronted.match(sentence.text, start, end):
        return None
    named = [m for m in sentence.products if m not in sentence.aside]
    led_in = start == sentence.start or patterns.focus.adjunct.match(sentence.text, sentence.start, start)
    if not led_in or any(m.start < end for m in named):
        return None
    behind = next((m for m in candidates if m.start >= end), None)
    if behind is None or any(end <= v.start < behind.start for v in sentence.values):
        return None
    return behind if _SUBJECT.fullmatch(sentence.gap(end, behind.start)) else None
