"""Bandwidths whose "per second" has been told before: 每秒600GB，A800只有400GB, "672 GB/s, la 4070 Super si ferma a 504 GB"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence

_RATES = frozenset({"memory_bandwidth", "link_bandwidth"})
_REACH = 120
_CLOSEST, _FARTHEST = Decimal("0.125"), Decimal(8)
"""A bandwidth is so many times another one told beside it; a memory is a smaller part of its bandwidth."""


def rate_again(
    sentence: Sentence, value: Value, told: Sequence[Draft], discourse: Discourse
) -> tuple[Value, str] | None:
    """The value as bytes a second, with the predicate of the bandwidth told before it, where it repeats that of another product; else None.

    A word for memory in its clause, or a kind of memory, makes it a capacity.
    """
    if value.unit != "B" or value.value is None or sentence.block.kind == "list":
        return None
    in_bytes = (d for d in chain(discourse.told_in_block, told) if d.fields.get("unit") in {"B", "B/s"})
    last = max(in_bytes, key=lambda draft: draft.end, default=None)
    if last is None or last.predicate not in _RATES or not last.fields["value"]:
        return None
    if not 0 <= value.start - last.end < _REACH or not _CLOSEST <= value.value / last.fields["value"] <= _FARTHEST:
        return None
    clause = sentence.clause(value.start)
    between = max(last.end, sentence.start)
    named = [m for m in sentence.products if between <= m.start < value.start]
    risen = sentence.pack.patterns.ratio.level_to.fullmatch(sentence.gap(last.end, value.start)) is not None
    aspects = [*sentence.find_cues("spec", clause), *sentence.find_cues("aspect", clause)]
    spoken_of_memory = any(c.label in {"memory", "memory_capacity"} for c in aspects)
    kinds_of_memory = any(m.kind == "memory" for m in sentence.products if clause[0] <= m.start < clause[1])
    if not risen and (not named or spoken_of_memory or kinds_of_memory):
        return None
    return replace(value, unit="B/s"), last.predicate
