"""How many of something have been sold or shipped, in Italian: "vendite della Switch 2: 1,5 milioni", "i server spediti sono stati 1,67 milioni"."""

from __future__ import annotations

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_GOODS = frozenset({"gpu", "chip", "card", "server", "rack", "device"})


def goods_moved(sentence: Sentence, value: Value) -> tuple[str, Mention | None] | None:
    """What a number without a noun counts, by the label of its noun and the product: the goods that are told to have been moved."""
    nouns = [c for c in sentence.find_cues("noun", (sentence.start, value.start)) if c.label in _GOODS]
    if nouns and sentence.pack.patterns.sale.moved.fullmatch(sentence.gap(nouns[-1].end, value.start)):
        return nouns[-1].label, None
    sold = _sold_before(sentence, value)
    return ("gpu", sold) if sold else None


def _sold_before(sentence: Sentence, value: Value) -> Mention | None:
    """ "Vendite della Switch 2 in Giappone: 1,5 milioni": the product whose sales or deliveries a number tells."""
    sale = sentence.pack.patterns.sale
    for product in reversed([m for m in sentence.products if m.end <= value.start and m.kind not in TECHNOLOGY_KINDS]):
        if sale.sales_of.search(sentence.text, sentence.start, product.start):
            return product if sale.sales_come_to.fullmatch(sentence.gap(product.end, value.start)) else None
    return None
