"""Words of announcing among those that a date can be of: whose date it is, the announcement's or that of what is announced."""

from __future__ import annotations

from collections.abc import Sequence

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

HARDWARE_NOUNS = frozenset({"gpu", "cpu", "chip", "card", "server", "rack", "site"})
_REACH = 60
"""How far, in characters, a deal may stand from the word that announces it."""


def announced_as(sentence: Sentence, event: Cue) -> Mention | None:
    """The product under whose name something was shown or sold: "l'aveva presentata come RTX 4080 da 12 GB", 以RTX 4080 12GB之名发布."""
    pattern = sentence.pack.patterns.date.under_name
    for mention in sentence.products:
        before = pattern.search(sentence.text, sentence.start, mention.start)
        if before and event.end <= mention.start and not sentence.gap(event.end, before.start()).strip():
            return mention
        if mention.end <= event.start and (behind := pattern.match(sentence.text, mention.end, event.start)):
            return mention if behind.end() == event.start else None
    return None


def foretells(sentence: Sentence, event: Cue, value: Value) -> bool:
    """宣布…将在2027年…: the date is that of what is announced, not of the announcement."""
    patterns = sentence.pack.patterns
    if not is_nominal(sentence, event, "announced"):
        return False
    if patterns.event.announcement_dated.match(sentence.text, event.start):
        return False
    if patterns.event.tells_that.match(sentence.text, event.end):
        return True
    if value.start < event.end:
        return False
    return bool(sentence.find_cues("modality", (event.end, value.start), "planned"))


def only_announces(sentence: Sentence, event: Cue) -> bool:
    """周五宣布,其工厂…: a word of telling is a launch only where a product stands in its clause, or a deal is told."""
    if event.label != "launch" or not is_nominal(sentence, event, "announced"):
        return False
    if event.start == sentence.start and sentence.text.startswith(":", event.end):
        return False  # the label of a list's item
    start, end = sentence.clause(event.start)
    named = any(start <= m.start < end and m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
    own = sentence.find_cues("reference", (start, end), "own_subject")
    things = [c for c in sentence.find_cues("noun", (start, end)) if c.label in HARDWARE_NOUNS - {"site"}]
    return not (
        named or own or things or is_deals(sentence, event) or _apposed(sentence, event) or _of_pronoun(sentence, event)
    )


def is_delayed_launch(sentence: Sentence, event: Cue, products: Sequence[Mention]) -> bool:
    """RTX 50 Super或缓到明年三季度: of a product, with no other event told, it is the launch that is put off."""
    if event.label != "other_date" or not products:
        return False
    chips = all(p.kind not in SITE_KINDS | TECHNOLOGY_KINDS for p in products)
    return chips and sentence.pack.patterns.event.put_off.match(sentence.text, event.start) is not None


def _apposed(sentence: Sentence, event: Cue) -> bool:
    """ "La RX 9070 XT, annunciata venerdì, …": a participle right behind the product that it is said of."""
    if not sentence.text.endswith(("to", "ta", "ti", "te"), event.start, event.end):
        return False
    return any(
        sentence.pack.patterns.event.apposed.fullmatch(sentence.gap(m.end, event.start)) for m in sentence.products
    )


def _of_pronoun(sentence: Sentence, event: Cue) -> bool:
    """ "La casa l'ha annunciata a dicembre": a pronoun stands for the product."""
    if not sentence.text.endswith("ta", event.start, event.end):
        return False
    return sentence.pack.patterns.event.of_pronoun.search(sentence.text, sentence.start, event.start) is not None


def is_deals(sentence: Sentence, event: Cue) -> bool:
    """ "L'accordo, annunciato giovedì": what is announced is a deal, and no product."""
    if event.label != "launch":
        return False
    start, end = sentence.clause(event.start)
    if not sentence.pack.spaced and not is_nominal(sentence, event, "announced"):
        return False  # 首款CPU传已拿下订单，最快明年亮相
    deal = [
        c
        for c in sentence.find_cues("price", (sentence.start, sentence.end), "order_value")
        if c.start - event.end < _REACH
    ]
    return bool(deal) and not any(start <= m.start < end for m in sentence.products)


def is_nominal(sentence: Sentence, event: Cue, label: str) -> bool:
    """Whether the event word is one of the list `nominal`.`label` too."""
    return any(c.start == event.start for c in sentence.find_cues("nominal", label=label))
