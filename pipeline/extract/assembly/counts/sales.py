"""How many of something have been sold or shipped, in Italian: "vendite della Switch 2: 1,5 milioni", "i server spediti sono stati 1,67 milioni"."""

from __future__ import annotations

import re

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_MOVED = re.compile(
    r"\s+(?:\w+\s+)?(?:spedit|vendut|consegnat|ordinat|prodott|installat)[ie]\s+(?:[^.;:,\d]|(?:19|20)\d\d){0,60}?"
    r"(?:sono|saranno|erano|sarebbero|furono)\s+(?:stat[ie]\s+)?(?:(?:circa|oltre|quasi|già|ben|più\s+di|almeno)\s+)?",
    re.IGNORECASE,
)
"""Between goods and how many of them there are: "i server AI spediti nel 2024 sono stati 1,67 milioni"."""
_GOODS = frozenset({"gpu", "chip", "card", "server", "rack", "device"})
_SALES_OF = re.compile(
    r"\b(?:vendite|spedizioni|consegne|esemplari\s+venduti)\s+(?:\w+\s+)?(?:di|del|della|delle|dei|degli|dell['’])\s*(?:GPU\s+|schede\s+|console\s+)?$",
    re.IGNORECASE,
)
_COME_TO = re.compile(
    r"(?:\s+[^.;:,\d]{1,30})?(?::|\s+(?:sono\s+stat[ie]|ammontano\s+a|arrivano\s+a|(?:hanno\s+)?(?:raggiunt|toccat|superat)o\s+(?:i|gli|le|quota)))"
    r"\s+(?:circa\s+|oltre\s+|quasi\s+|già\s+|ben\s+)?",
    re.IGNORECASE,
)


def goods_moved(sentence: Sentence, value: Value) -> tuple[str, Mention | None] | None:
    """What a number without a noun counts, by the label of its noun and the product: the goods that are told to have been moved."""
    nouns = [c for c in sentence.find_cues("noun", (sentence.start, value.start)) if c.label in _GOODS]
    if nouns and _MOVED.fullmatch(sentence.gap(nouns[-1].end, value.start)):
        return nouns[-1].label, None
    sold = _sold_before(sentence, value)
    return ("gpu", sold) if sold else None


def _sold_before(sentence: Sentence, value: Value) -> Mention | None:
    """ "Vendite della Switch 2 in Giappone: 1,5 milioni": the product whose sales or deliveries a number tells."""
    for product in reversed([m for m in sentence.products if m.end <= value.start and m.kind not in TECHNOLOGY_KINDS]):
        if _SALES_OF.search(sentence.text, sentence.start, product.start):
            return product if _COME_TO.fullmatch(sentence.gap(product.end, value.start)) else None
    return None
