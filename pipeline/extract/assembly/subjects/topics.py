"""What goes on being talked about behind a sentence that names other products only in passing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_COUNTS = frozenset({"unit_count", "component"})
_OF_A_PART = frozenset({"core_count", "memory_capacity", "memory_type", "clock"})
"""What is told of the parts while they are counted: "60 nodi con due EPYC 9354, da 32 core l'uno"."""


def only_in_passing(sentence: Sentence, products: Collection[Mention]) -> bool:
    """Whether none of the products is what the sentence is about: each stands behind a preposition or in a clause before the main one."""
    patterns = sentence.pack.patterns
    before_main = patterns.focus.subordinate.match(sentence.text, sentence.start, sentence.end)
    border = before_main.end() if before_main else sentence.start
    return all(
        m.end <= border or patterns.focus.oblique.search(sentence.text, sentence.start, m.start) for m in products
    ) and not any(patterns.topic.turns_to.search(sentence.text, sentence.start, m.start) for m in products)


def only_rivals(sentence: Sentence, products: Sequence[Mention], spoken_of: Sequence[Mention]) -> bool:
    """Whether the sentence names nothing but a rival of what is spoken of: "La pietra di paragone, il Jetson, ne offre 67"."""
    patterns = sentence.pack.patterns
    if not spoken_of or any(m.id == s.id for m in products for s in spoken_of):
        return False
    first = products[0]
    if {m.id for m in products} != {first.id}:
        return False
    if _is_introduced(sentence, first):
        return False
    rival = patterns.focus.rival.search(sentence.text, sentence.start, first.start)
    return bool(rival or patterns.focus.incumbent.match(sentence.text, first.end))


def _is_introduced(sentence: Sentence, rival: Mention) -> bool:
    """ "Il rivale naturale è lo Xeon 6369P.": a sentence that tells nothing else of it than that what follows is of it."""
    told = any(v.start >= rival.end for v in sentence.values)
    pattern = sentence.pack.patterns.topic.introduces_rival
    return not told and pattern.search(sentence.text, sentence.start, rival.start) is not None


def _of_counted_parts(sentence: Sentence, told: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """ "320 nodi, ognuno con due EPYC da 128 core": nodes are counted, and what else is told is of the chips in each."""
    counted = any(d.predicate == "unit_count" for d in drafts)
    parts = [d for d in told if d.predicate not in _COUNTS]
    if counted and all(d.predicate in _OF_A_PART and all(s.kind not in SITE_KINDS for s in d.subjects) for d in parts):
        return True
    nodes = any(d.predicate == "unit_count" and d.fields.get("basis") for d in drafts)
    each = sentence.find_cues("each")
    return nodes and bool(each) and all(d.start > each[0].start or d.predicate in _COUNTS for d in told)


def site_counted_at(
    sentence: Sentence, drafts: Sequence[Draft], products: Sequence[Mention], spoken_of: Sequence[Mention]
) -> Mention | None:
    """The supercomputer or cluster that goes on being talked about behind a sentence that only counts what stands in it."""
    told = [d for d in drafts if d.subjects and d.kind != "date"]
    if not sentence.pack.spaced or not told:
        return None
    if any(d.predicate not in _COUNTS for d in told) and not _of_counted_parts(sentence, told, drafts):
        return None
    sites = [m for m in products if m.kind in SITE_KINDS]
    return sites[0] if sites else next((m for m in spoken_of if m.kind in SITE_KINDS), None)
