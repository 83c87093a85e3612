"""What goes on being talked about behind a sentence that names other products only in passing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_OBLIQUE = re.compile(
    r"(?:\b(?:d(?:a|i)|de(?:l|lla|llo|i|gli|lle)|da(?:l|lla|llo|i|gli|lle)|con|co(?:l|i)|come|su(?:l|lla|llo|i|gli|lle)?|in|ne(?:l|lla|llo|i|gli|lle)|per|tra|fra|verso|oltre)\s+"
    r"|\b(?:d|dell|dall|sull|nell)['’])(?:(?:la|il|lo|le|i|gli|una?)\s+|l['’]|un['’])?(?:(?!\b(?:e|che|è|ha)\b)\w+\s+){0,2}$",
    re.IGNORECASE,
)
_RIVAL = re.compile(
    r"\b(?:rival[ei]|concorrent[ei]|avversari[ao]|(?:pietra|termine|metro)\s+di\s+paragone|alternativa|per\s+(?:confronto|dire|fare\s+un\s+paragone)|a\s+confronto)\b"
    r"[^.;:]{0,24}$",
    re.IGNORECASE,
)
"""What names a product as one that the article's is only measured by."""
_INCUMBENT = re.compile(
    r"\s+che\s+(?:già\s+)?(?:usiamo|usano|usa|abbiamo|hanno|ha|avevamo|avevano|aveva|usavamo|usavano|usava|montiamo|teniamo|gira|girano)"
    r"\s+(?:\w+\s+){0,3}?(?:adesso|oggi|ora|finora|attualmente|fino(?:ra|\s+a\s+ieri)|da\s+anni|in\s+casa|in\s+sala)\b",
    re.IGNORECASE,
)
"""Behind a product: that it is what somebody has so far, whom the article tells of something new."""
_COUNTS = frozenset({"unit_count", "component"})
_OF_A_PART = frozenset({"core_count", "memory_capacity", "memory_type", "clock"})
"""What is told of the parts while they are counted: "60 nodi con due EPYC 9354, da 32 core l'uno"."""
_SUBORDINATE = re.compile(
    r"\W*(?:se|mentre|quando|benché|sebbene|dopo|prima\s+d|oltre\s+a|a\s+differenza|rispetto|come|poiché|visto\s+che|dato\s+che)\b[^,;:]*,",
    re.IGNORECASE,
)


def only_in_passing(sentence: Sentence, products: Collection[Mention]) -> bool:
    """Whether none of the products is what the sentence is about: each stands behind a preposition or in a clause before the main one."""
    if not sentence.pack.spaced:
        return False
    before_main = _SUBORDINATE.match(sentence.text, sentence.start, sentence.end)
    border = before_main.end() if before_main else sentence.start
    return all(m.end <= border or _OBLIQUE.search(sentence.text, sentence.start, m.start) for m in products) and not any(
        sentence.pack.patterns.topic.turns_to.search(sentence.text, sentence.start, m.start) for m in products
    )


def only_rivals(sentence: Sentence, products: Sequence[Mention], spoken_of: Sequence[Mention]) -> bool:
    """Whether the sentence names nothing but a rival of what is spoken of: "La pietra di paragone, il Jetson, ne offre 67"."""
    if not sentence.pack.spaced or not spoken_of or any(m.id == s.id for m in products for s in spoken_of):
        return False
    first = products[0]
    if {m.id for m in products} != {first.id}:
        return False
    if _is_introduced(sentence, first):
        return False
    rival = _RIVAL.search(sentence.text, sentence.start, first.start)
    return bool(rival or _INCUMBENT.match(sentence.text, first.end))


def _is_introduced(sentence: Sentence, rival: Mention) -> bool:
    """ "Il rivale naturale è lo Xeon 6369P.": a sentence that tells nothing else of it than that what follows is of it."""
    told = any(v.start >= rival.end for v in sentence.values)
    pattern = sentence.pack.patterns.topic.introduces_rival
    return not told and pattern.search(sentence.text, sentence.start, rival.start) is not None


def _of_counted_parts(sentence: Sentence, told: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """ "320 nodi, ognuno con due EPYC da 128 core": nodes are counted, and what else is told is of the chips in each."""
    nodes = any(d.predicate == "unit_count" and d.fields.get("basis") for d in drafts)
    if any(d.predicate == "unit_count" for d in told) and all(d.predicate in _COUNTS | _OF_A_PART for d in told):
        return all(s.kind not in SITE_KINDS for d in told if d.predicate in _OF_A_PART for s in d.subjects)
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
