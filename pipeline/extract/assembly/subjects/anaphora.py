"""Definite nouns that stand for a product named before: "la macchina", "questa scheda", 该芯片, 这台超算."""

from __future__ import annotations

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import SYSTEM_KINDS, Placed, Sentence
from pipeline.extract.assembly.subjects.candidates import is_counted_part
from pipeline.extract.assembly.subjects.devices import DEVICE_KINDS
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_CHIPS = frozenset({"gpu", "cpu", "accelerator", "soc", "superchip"})
KINDS_OF_NOUN = {
    "gpu": frozenset({"gpu", "accelerator"}),
    "cpu": frozenset({"cpu", "soc"}),
    "chip": _CHIPS | {"die"},
    "card": frozenset({"gpu", "accelerator", "board"}),
    "console": frozenset({"console"}),
    "system": (SYSTEM_KINDS | SITE_KINDS | {"cluster"}) - {"superchip"},
    "rack": frozenset({"rack", "pod"}),
    "device": DEVICE_KINDS,
}
_ADJACENT = 2
_STOPS = frozenset(";；:：")
_COUNTS = 12
_OF_THE_WHOLE = frozenset(
    {"power", "compute", "unit_price", "availability", "launch", "deployment", "duration", "investment", "order_value"}
)
"""What a machine has apart from its chips."""
_PIECES = frozenset({"chip", "gpu", "card"})


def pointed_at(sentence: Sentence, place: Placed, discourse: Discourse, predicate: str = "") -> Mention | None:
    """The product that the last definite noun before `place` in its clause stands for.

    None where a product is named behind the noun (then that one is meant, unless the noun's thing only has it and a figure of
    this predicate is the whole's), or none of its kind was named before.
    """
    start, _ = sentence.clause(place.start)
    cue = _last_noun(sentence, start, place, predicate)
    return _stands_for(sentence, cue, discourse) if cue else None


def carried_on(sentence: Sentence, place: Placed, discourse: Discourse, predicate: str) -> Mention | None:
    """The same, where the noun opens an earlier clause and the sentence goes on about it: 该芯片采用3nm工艺，面积109平方毫米."""
    cue = _last_noun(sentence, sentence.start, place, predicate)
    start, _ = sentence.clause(place.start)
    if cue is None or not _goes_on(sentence, cue, start):
        return None
    return _stands_for(sentence, cue, discourse)


def _stands_for(sentence: Sentence, cue: Cue, discourse: Discourse) -> Mention | None:
    kinds = KINDS_OF_NOUN[cue.label]
    here = [m for m in sentence.products if m.end <= cue.start and m not in sentence.aside]
    if here and sentence.pack.patterns.reference.noun_of_named.fullmatch(sentence.gap(here[-1].end, cue.start)):
        return here[-1]  # 代号Lunar Lake的新处理器第三季出货
    if here and here[-1].kind == "family" and cue.label in _PIECES and not sentence.pack.spaced:
        return here[-1]  # 2026年TPU出货约310万颗，以每颗1.3万美元计
    if here and here[-1].kind == "superchip" and cue.label in _PIECES and not sentence.pack.spaced:
        return here[-1]  # GB200超级芯片，单颗GPU的功耗1200瓦
    told = (*reversed(here), *discourse.focus)
    first = (*discourse.title, *told) if cue.category == "topic" else (*told, *discourse.title)
    earlier = (*first, *reversed(discourse.recent), *reversed(discourse.of_kind.values()))
    if cue.category != "topic":
        earlier = (*earlier, *discourse.parts)
    compared = {m.id for m in sentence.aside}
    return next((m for m in earlier if m.kind in kinds and m.id not in compared), None)


def _last_noun(sentence: Sentence, start: int, place: Placed, predicate: str) -> Cue | None:
    """The last noun of the stretch before `place`, where what is named since is only a part of it."""
    last = max(_nouns(sentence, start, place.start), key=lambda c: c.end, default=None)
    if last is None:
        return None
    aside = sentence.pack.patterns.reference.noun_explained.match(sentence.text, last.end, place.start)
    named = [
        m
        for m in sentence.products
        if m not in sentence.aside
        and m.kind not in TECHNOLOGY_KINDS
        and last.start <= m.start + _ADJACENT
        and m.start < place.start
        and not (aside and m.end <= aside.end() <= place.start)
    ]
    behind = all(m.start >= last.end for m in named)
    made = all(is_counted_part(sentence, last.end, m, place) for m in named)
    held = made or (predicate in _OF_THE_WHOLE and all(_is_held(sentence, last, m, place) for m in named))
    return last if not named or (behind and held) else None


def _nouns(sentence: Sentence, start: int, end: int) -> list[Cue]:
    """The definite nouns of a stretch; one without a word that makes it definite only where it opens its clause (处理器为24核)."""
    nouns = [c for category in ("anaphor", "topic") for c in sentence.find_cues(category, (start, end))]
    bare = sentence.find_cues("bare_topic", (start, end))
    return nouns + [
        c
        for c in bare
        if _opens_clause(sentence, c) and not sentence.pack.patterns.reference.compound.match(sentence.text, c.end)
    ]


def _opens_clause(sentence: Sentence, cue: Cue) -> bool:
    start, _ = sentence.clause(cue.start)
    return sentence.pack.patterns.reference.noun_opens.fullmatch(sentence.gap(start, cue.start)) is not None


def _goes_on(sentence: Sentence, noun: Cue, start: int) -> bool:
    """Whether the clauses from the noun to the one at `start` go on about it: 该芯片采用3nm工艺，面积109平方毫米."""
    between = sentence.gap(noun.end, start)
    if any(c in _STOPS for c in between) or not _opens_clause(sentence, noun):
        return False
    return not any(noun.end <= o.start < start for o in sentence.organisations if _is_subject(sentence, o))


def _is_subject(sentence: Sentence, organisation: Mention) -> bool:
    return organisation.start - sentence.clause(organisation.start)[0] <= _ADJACENT


def _is_held(sentence: Sentence, noun: Cue, part: Mention, place: Placed) -> bool:
    """Whether the noun's thing is only said to have the product: "il supercomputer ha 13.824 A100 e consuma 7,4 MW"."""
    if not sentence.pack.patterns.reference.goes_on.search(sentence.gap(part.end, place.start)):
        return False
    stretch = (noun.end, part.start)
    counted = any(
        noun.end <= v.start and v.kind == "number" and 0 <= part.start - v.end <= _COUNTS for v in sentence.values
    )
    return counted or bool(sentence.find_cues("builds_on", stretch) or sentence.find_cues("contains", stretch))
