"""What a draft takes from the words around it: modality, source, holder and stage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.modality.context import find_modality, find_polarity
from pipeline.extract.assembly.modality.forecasts import settle
from pipeline.extract.assembly.parties.acting import Holders
from pipeline.extract.assembly.parties.holders import find_holder, needs_holder
from pipeline.extract.assembly.parties.voices import Voice, source_of
from pipeline.extract.assembly.ratios.baseline import LOOKBACKS, implied, look_back
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.lexicon import Cue

_SITE_REACH = 40
_OF_THINGS = frozenset({"count", "orders", "price", "market", "capacity"})
_SURE = 0.85
"""How sure an amount is whose own words say what it is."""
_OF_RESULTS = frozenset({"revenue", "profit", "spending"})
_THINGS = frozenset({"gpu", "cpu", "chip", "card", "server", "rack", "wafer", "device"})
_OF_THE_TRADE = frozenset({"count", "price", "market", "capacity", "power", "performance"})
_HARDWARE_NOUNS = _THINGS | {"site"}
_TELLING = 3
"""So many sentences at least of an article that is about hardware speak of it."""
_STAGED = frozenset({"unit_count", "order_value", "unit_price", "rental_price", "delivery", "order", "duration"})
_PAYMENTS = frozenset({"order_value", "other_amount"})
"""What is paid; a price that somebody paid is no stage of a deal."""


def complete(
    draft: Draft, voices: Sequence[Voice], together: Sequence[Draft], holders: Holders, published: date | None
) -> None:
    """Fills what the sentence tells beside the value itself; `together` are all drafts of the sentence."""
    fields = draft.fields
    if fields.get("baseline") in LOOKBACKS:
        fields["baseline"] = look_back(fields["baseline"], fields.get("as_of"), published)
    if draft.predicate == "relative" and not fields.keys() & {"baseline", "object"}:
        fields["baseline"] = implied(fields.get("aspect"), fields.get("as_of"))
    fields["modality"] = settle(draft, find_modality(draft), published)
    fields["polarity"] = find_polarity(draft)
    source = source_of(draft, voices, together)
    if source:
        fields["source"] = source.name
    if needs_holder(draft):
        holder = find_holder(draft, holders, voices)
        if holder:
            fields["holder"] = holder
    if fields["modality"] == "planned" and _forecast_by_another(draft, source):
        fields["modality"] = "expected"
    if draft.predicate == "unit_count" and fields.get("event") is None:
        at_a_site = _stands_at_a_site(draft)
        fields["event"] = "deploy" if at_a_site else "own" if "holder" in fields else "other"
    if draft.predicate in _STAGED | _PAYMENTS:
        stage = draft.sentence.nearest("stage", draft, draft.sentence.clause(draft.start))
        stage = stage or _of_its_lot(draft) or _of_its_deal(draft)
        if stage and draft.predicate in (_PAYMENTS if stage.label == "paid" else _STAGED):
            fields["stage"] = stage.label


def _stands_at_a_site(draft: Draft) -> bool:
    """Whether a cluster or supercomputer is named with the count, or a site counts itself by it: "un centro di calcolo da 12.000 GPU"."""
    sentence = draft.sentence
    patterns = sentence.pack.patterns
    if any(m.kind in SITE_KINDS for m in (*draft.subjects, *sentence.products)):
        return True
    start, _ = sentence.clause(draft.start)
    sites = sentence.find_cues("noun", (max(start, draft.start - _SITE_REACH), draft.start), "site")
    return (
        bool(sites) and patterns.device.site_counted_by.fullmatch(sentence.gap(sites[-1].end, draft.start)) is not None
    )


def _of_its_lot(draft: Draft) -> Cue | None:
    """标包一第一中标候选人为…，投标单价249万元，合计2.988亿元: the stage that a tender's lot is told to be at."""
    sentence = draft.sentence
    if not sentence.pack.patterns.clause.lot.search(sentence.text, sentence.start, draft.start):
        return None
    return sentence.nearest("stage", draft)


def _of_its_deal(draft: Draft) -> Cue | None:
    """签了一笔五年期的大单，金额174亿美元: what a deal is worth takes its stage from the clause before that tells of it."""
    sentence = draft.sentence
    if draft.predicate != "order_value":
        return None
    return next(reversed(sentence.find_cues("stage", (sentence.start, draft.start))), None)


def _forecast_by_another(draft: Draft, source: Voice | None) -> bool:
    """Whether somebody tells what others will do: an analyst, or one without a name."""
    if source and source.forecasts:
        return draft.fields.get("holder") != source.name
    sentence = draft.sentence
    return sentence.pack.patterns.voice.third_party.search(sentence.text, sentence.start, sentence.end) is not None


def tells_of_hardware(sentences: Sequence[Sentence]) -> bool:
    """Whether an article is about hardware: it speaks of products, chips, servers or centres again and again.

    Once is enough in an article that is about companies of the trade.
    """
    telling = [s for s in sentences if s.products or any(c.label in _HARDWARE_NOUNS for c in s.find_cues("noun"))]
    makers = [s for s in sentences if any(o.kind == "company" and o.known for o in s.organisations)]
    return len(telling) >= _TELLING or (len(makers) >= _TELLING and bool(telling))


def grounded(draft: Draft, hardware: bool = False) -> bool:
    """Whether a statement is about something: a product, somebody, or at least a count of things.

    With `hardware` it stands in an article about hardware: a ratio or a part whose own words say of what needs no more, nor does what
    is invested or earned.
    """
    of_the_trade = draft.predicate in {"relative", "share"} and draft.fields.get("aspect") in _OF_THE_TRADE
    if hardware and (of_the_trade or draft.predicate in {"investment", "revenue"}):
        return True
    if draft.subjects or draft.joint or draft.of_goods or "holder" in draft.fields or "object" in draft.fields:
        return True
    if draft.fields.get("aspect") == "yield" or (draft.kind == "price" and draft.confidence >= _SURE):
        return True
    if draft.predicate in {"relative", "share"} and draft.fields.get("aspect") in _OF_RESULTS:
        return True
    everybody = bool(draft.sentence.find_cues("voice", label="everybody"))
    if draft.predicate == "share" and draft.fields.get("aspect") == "capacity" and everybody:
        return True
    if draft.predicate == "investment":
        things = {c.label for c in draft.sentence.find_cues("noun")} & {"gpu", "chip", "site", "server"}
        return bool(things or everybody)
    if draft.predicate == "relative" and draft.fields.get("aspect") in _OF_THINGS:
        clause = draft.sentence.clause(draft.start)
        return any(c.label in _THINGS for c in draft.sentence.find_cues("noun", clause))
    return draft.predicate not in {"relative", "share", "revenue", "valuation", "funding", "other_amount", "investment"}
