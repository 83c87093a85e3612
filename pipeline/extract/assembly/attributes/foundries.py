"""Who fabricates a chip: "prodotto da TSMC", "lo stampa Samsung a 4 nm", 由台积电代工, 三星将以2nm生产AI6."""

from __future__ import annotations

import re

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.places import Found
from pipeline.extract.assembly.subjects.subjects import find_subjects
from pipeline.extract.mentions import Mention

_FOUNDRIES = frozenset(
    {
        "tsmc",
        "samsung",
        "samsung-foundry",
        "intel",
        "intel-foundry",
        "smic",
        "globalfoundries",
        "umc",
        "rapidus",
        "hua-hong",
    }
)
"""Companies that make chips for others: what is entrusted to them is made there."""
_ENDS = re.compile(r"\s*(?:[,，。;；、!！?？)）]|$)")


def read_foundries(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of `foundry`: X is made by TSMC: only where a verb of making stands right before the maker, or 由 before and the verb behind."""
    drafts = []
    for maker in sentence.organisations:
        if maker.kind != "company" or not is_maker(sentence, maker):
            continue
        made = _product_made(sentence, maker)
        found = Found([made], "object", 0.8) if made else find_subjects(sentence, maker, "foundry", discourse)
        if found.how in {"none", "title"} or not found.products or found.products[0].id.startswith(f"{maker.id}-"):
            continue
        if found.products[0].kind in SITE_KINDS:
            continue
        draft = Draft("hardware", "foundry", maker.start, maker.end, sentence, "attribute.foundry", 0.7)
        draft.subjects, draft.fields["object"] = found.products, maker.name
        drafts.append(draft)
    return drafts


def is_foundry(organisation: Mention) -> bool:
    """Whether a company makes chips for others."""
    return organisation.id in _FOUNDRIES


def is_maker(sentence: Sentence, maker: Mention) -> bool:
    """Whether the sentence says of a company that it makes what is spoken of, or what is named behind it."""
    patterns = sentence.pack.patterns
    if _product_made(sentence, maker):
        return True
    verbs = sentence.find_cues(
        "attribute", (max(sentence.start, maker.start - 25), min(sentence.end, maker.end + 14)), "foundry"
    )
    attribute = patterns.attribute
    if attribute.supplies.match(sentence.text, maker.end) or attribute.bought_in.search(
        sentence.text, sentence.start, maker.start
    ):
        return False
    if sentence.pack.spaced:
        return _makes_it(sentence, maker) or any(
            patterns.part.made_by.fullmatch(sentence.gap(c.end, maker.start)) for c in verbs if c.end <= maker.start
        )
    start = max(sentence.start, maker.start - 5)
    before = [c for c in sentence.find_cues("attribute", (start, maker.start), "entrusted") if maker.start - c.end <= 3]
    behind = [c for c in verbs if 0 <= c.start - maker.end <= 10]
    return bool(before and behind) or (maker.id in _FOUNDRIES and _is_entrusted(sentence, maker))


def _makes_it(sentence: Sentence, maker: Mention) -> bool:
    """ "Lo produce TSMC a 3 nm", "il chip, che TSMC produce a 4 nm"."""
    patterns = sentence.pack.patterns
    if patterns.part.makes_before.search(sentence.text, sentence.start, maker.start):
        return True
    if maker.id in _FOUNDRIES and patterns.part.fabricated_by.search(sentence.text, sentence.start, maker.start):
        return True
    return patterns.part.makes_behind.match(sentence.text, maker.end) is not None


def _is_entrusted(sentence: Sentence, maker: Mention) -> bool:
    """AI5由台积电负责, G5改投台积电: that a foundry is given the product that the clause names before."""
    attribute = sentence.pack.patterns.attribute
    start, end = sentence.clause(maker.start)
    named = any(start <= m.start and m.end <= maker.start and m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
    if not named:
        return False
    if attribute.moved_to.search(sentence.text, start, maker.start) and _ENDS.match(sentence.text, maker.end):
        return True
    takes = attribute.takes_on.match(sentence.text, maker.end, end)
    given = attribute.entrusted_to.search(sentence.text, start, maker.start)
    return takes is not None and given is not None and _ENDS.match(sentence.text, takes.end()) is not None


def _product_made(sentence: Sentence, maker: Mention) -> Mention | None:
    """ "TSMC costruirà invece l'AI5", 三星将在泰勒厂以2nm生产AI6: the chip right behind a foundry's verb of making, in its clause."""
    patterns = sentence.pack.patterns
    start, end = sentence.clause(maker.start)
    if maker.id not in _FOUNDRIES or patterns.attribute.made_by.search(sentence.text, start, maker.start):
        return None
    behind = [m for m in sentence.products if maker.end <= m.start < end and m.kind not in TECHNOLOGY_KINDS]
    makes = patterns.part.makes_product
    return behind[0] if behind and makes.fullmatch(sentence.gap(maker.end, behind[0].start)) else None
