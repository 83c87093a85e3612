"""What a ratio is about: speed, price, orders … by the words beside it, and else by what is being told."""

from __future__ import annotations

from collections.abc import Sequence

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.changes import aspect_of_figure
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.money import DEAL_SIZE
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.lexicon import Cue

_SPECIFIC = ("training", "inference", "efficiency")
_RESULTS = frozenset({"revenue", "other_amount"})


def aspect_of_change(
    sentence: Sentence, value: Value, direction: Cue | None, discourse: Discourse, told: Sequence[Draft]
) -> str | None:
    """What changes: what the figure beside it measures, what a word names, else what the sentences before tell of."""
    aspect = aspect_of_figure(sentence, value, told) or aspect_named(sentence, value)
    if direction and discourse.money in _RESULTS and sentence.block.kind == "list":
        aspect = aspect or "revenue"
    if value.form == "discount" or (direction and _priced(sentence)):
        aspect = aspect or "price"
    if direction and aspect in {None, "memory", "market"} and of_goods(sentence, discourse):
        return "price"
    return aspect


def of_goods(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether memory is what the article speaks of, and its prices what the sentence or those before it tell."""
    chips = any(m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
    goes_on = discourse.prices and not sentence.organisations
    told = goes_on or bool(sentence.find_cues("aspect", label="price"))
    return discourse.goods and told and not chips


def aspect_named(sentence: Sentence, value: Value) -> str | None:
    """What is compared: the aspect nearest to the ratio; training and inference win over the performance they specify."""
    segment, clause = sentence.segment(value), sentence.clause(value.start)
    for within in (segment, clause, (sentence.start, value.start), (value.end, sentence.end)):
        cues = sentence.find_cues("aspect", within)
        if not cues:
            continue
        specific = [c for c in cues if c.label in _SPECIFIC]
        if specific and within == segment:
            cues = specific
        # Italian names it behind a multiple (30 volte le prestazioni), before a change (prestazioni superiori del 30 %); so does Chinese.
        before = 3 if sentence.pack.spaced and value.kind != "percent" else 1
        best = min(cues, key=lambda c: max(c.start - value.end, before * (value.start - c.end), 0))
        return best.label
    above = sentence.header.find_cues("aspect") if sentence.header else []
    return above[0].label if above else None


def _priced(sentence: Sentence) -> bool:
    """Whether the sentence is about prices, so that what rises or falls in it without a word for it is one."""
    if any(v.kind == "price" and v.value is not None and v.value < DEAL_SIZE for v in sentence.values):
        return True
    return any(c.label in {"unit_price", "rental_price"} for c in sentence.find_cues("price"))
