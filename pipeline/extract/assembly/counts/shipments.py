"""What a whole market or a maker ships, where no product is named: 全球个人电脑出货7580万台, 联想出货1940万台居首."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import Sentence

_LEAST = Decimal(100_000)
"""So many computers or telephones only a maker ships, or a market."""


def read_shipments(sentence: Sentence, discourse: Discourse, told: Sequence[Draft]) -> list[Draft]:
    """Drafts of `unit_count`, event `ship`, without a product; `told` are the counts that the sentence has given already.

    A verb of shipping stands before the first of a sentence; the others of its row lean on it (惠普以1500万台排第二).
    """
    sale = sentence.pack.patterns.sale
    text = sentence.text[sentence.start : sentence.end]
    spoken_of = bool(sale.computer.search(text)) and not sale.other_goods.search(text)
    discourse.devices = discourse.devices or spoken_of
    drafts: list[Draft] = []
    if not spoken_of and (not discourse.devices or discourse.focus):
        return drafts
    goes_on = any(d.rule == "count.shipments" for d in discourse.told)
    taken = {id(d.value) for d in told}
    for value in sentence.values:
        if id(value) not in taken and _is_shipment(sentence, value, goes_on=goes_on or bool(drafts)):
            draft = from_value(value, "quantity", "unit_count", sentence, "count.shipments", 0.7)
            draft.end = value.end + 1
            draft.fields |= {"unit": "1", "event": "ship"}
            draft.joint = _is_markets(sentence, value)
            drafts.append(draft)
    return drafts


def is_of_market(sentence: Sentence, value: Value, told: Sequence[Draft]) -> bool:
    """Whether a change goes with the shipments of a whole market right before it, no maker named between."""
    before = [d for d in told if d.rule == "count.shipments" and d.end <= value.start]
    if before:
        return before[-1].joint and not _makers(sentence, before[-1].end, value.start)
    shipped = sentence.find_cues("event", (sentence.start, value.start), "ship")
    goods = sentence.pack.patterns.sale.computer.search(sentence.text, sentence.start, value.start)
    return bool(shipped and goods) and _is_markets(sentence, value)


def _is_markets(sentence: Sentence, value: Value) -> bool:
    """全球出货7580万台, IDC统计出货3.2亿支: no maker is named before the figure, and a market or a researcher is."""
    researched = any(o.kind != "company" and o.end <= value.start for o in sentence.organisations)
    named = (
        researched or sentence.pack.patterns.sale.market.search(sentence.text, sentence.start, value.start) is not None
    )
    return named and not _makers(sentence, sentence.start, value.start)


def _makers(sentence: Sentence, start: int, end: int) -> bool:
    return any(o.kind == "company" and start <= o.start < end for o in sentence.organisations)


def _is_shipment(sentence: Sentence, value: Value, *, goes_on: bool) -> bool:
    if value.kind != "number" or value.form not in {None, "digits"} or (value.value or 0) < _LEAST:
        return False
    if not sentence.pack.patterns.sale.computer_measure.match(sentence.text, value.end) or any(
        m.end <= value.start for m in sentence.products
    ):
        return False
    shipped = sentence.find_cues("event", (sentence.start, value.start), "ship")
    return bool(shipped) or goes_on
