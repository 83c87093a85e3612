"""Counts: so many boards, cores, transistors; and what a system is made of."""

from __future__ import annotations

from dataclasses import dataclass

from models.values import Value
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import SITE_KINDS, SYSTEM_KINDS, TECHNOLOGY_KINDS, Sentence
from pipeline.extract.assembly.subjects import Discourse, find_subjects
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_PARTS = {"transistor": "transistor_count", "core": "core_count", "parameter": "parameter_count"}
_GENERIC_PARTS = {"gpu": "gpu", "card": "gpu", "cpu": "cpu"}
_BASIS = {"server": "server", "rack": "rack", "wafer": "wafer"}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: a generic noun (`noun`), a product (`product`) or both, and where that ends."""

    noun: str | None
    product: Mention | None
    end: int


def is_count(value: Value) -> bool:
    return value.kind == "number" and value.form in (None, "digits") and value.value is not None


def counted_thing(sentence: Sentence, value: Value) -> Counted | None:
    """The thing right behind the number: "300.000 Blackwell B200", "10万张H100", "208 miliardi di transistor"."""
    pattern = sentence.pack.patterns.counted
    limit = value.end + 40
    product = next(
        (
            m
            for m in sentence.products
            if value.end <= m.start <= limit and pattern.fullmatch(_without_nouns(sentence, value.end, m.start))
        ),
        None,
    )
    noun = next(
        (
            c
            for c in sentence.find_cues("noun")
            if value.end <= c.start <= limit and pattern.fullmatch(sentence.gap(value.end, c.start))
        ),
        None,
    )
    if noun and noun.label == "piece":
        noun = _behind_piece(sentence, noun) or noun
    if product and product.kind in TECHNOLOGY_KINDS and noun:
        product = None
    if product and noun and noun.label in {*_PARTS, "other"} and noun.start < product.start:
        product = None
    if not product and not noun:
        return None
    end = max(product.end if product else 0, noun.end if noun and (not product or noun.end <= product.start) else 0)
    return Counted(noun.label if noun else None, product, end)


def _without_nouns(sentence: Sentence, start: int, end: int) -> str:
    """The gap with its generic nouns cut out: "300.000 GPU Blackwell B200" has only blanks between number and product."""
    gap, at = "", start
    for cue in sentence.find_cues("noun", (start, end)):
        if cue.start >= at and cue.label not in {*_PARTS, "other"}:
            gap += sentence.gap(at, cue.start)
            at = cue.end
    for organisation in sentence.organisations:
        if at <= organisation.start and organisation.end <= end:
            gap += sentence.gap(at, organisation.start)
            at = organisation.end
    return gap + sentence.gap(at, end)


def _behind_piece(sentence: Sentence, piece: Cue) -> Cue | None:
    """The noun behind a measure word: 颗 in 10万颗AI芯片."""
    return next(
        (
            c
            for c in sentence.find_cues("noun")
            if piece.end <= c.start <= piece.end + 12
            and c.label != "piece"
            and sentence.pack.patterns.counted.fullmatch(_without_nouns(sentence, piece.end, c.start))
        ),
        None,
    )


def read_counts(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of `unit_count`, `component`, `transistor_count`, `core_count` and `parameter_count`."""
    drafts = []
    for value in sentence.values:
        if not is_count(value):
            continue
        counted = counted_thing(sentence, value)
        draft = _read(sentence, value, counted, discourse) if counted else None
        if draft:
            drafts.append(draft)
    return drafts


def _read(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft | None:
    if counted.noun in _PARTS and not counted.product:
        return _part_count(sentence, value, counted, discourse)
    if _tells_server_size(sentence, value, counted):
        return None
    if counted.noun == "other" or (counted.noun in {"site", "order"} and not counted.product):
        return None
    if not counted.product and counted.noun == "piece":
        return _pieces(sentence, value, counted, discourse)
    system = _system_of(sentence, value, counted, discourse)
    if system:
        return _component(sentence, value, counted, system)
    if not counted.product and counted.noun not in _GENERIC_PARTS | _BASIS.keys() | {"chip"}:
        return None
    if value.value is not None and value.value < 2 and value.bound == "exact":
        return None
    return _unit_count(sentence, value, counted)


def _tells_server_size(sentence: Sentence, value: Value, counted: Counted) -> bool:
    """8卡H20服务器: the number only says how large the server is."""
    product = counted.product
    if product is None or not sentence.gap(value.end, product.start).strip().startswith(("卡", "-GPU", "GPU")):
        return False
    return bool(sentence.find_cues("basis", (product.end, min(product.end + 12, sentence.end)), "server"))


def _part_count(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft | None:
    predicate = _PARTS[counted.noun or ""]
    if predicate == "parameter_count":
        return None
    draft = from_value(value, "quantity", predicate, sentence, f"count.{counted.noun}", 0.9)
    found = find_subjects(sentence, value, predicate, discourse)
    draft.subjects, draft.confidence = found.products, found.confidence
    draft.end, draft.fields["unit"] = counted.end, "1"
    if predicate == "core_count":
        core = sentence.nearest("core", value, (value.start, min(counted.end + 12, sentence.end)))
        if core:
            draft.fields["condition"] = core.label
    return draft if found.products else None


def _pieces(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft | None:
    """300.000 unità, 20万颗: the thing is elided, so an event must say that hardware is counted."""
    event = nearest_event(sentence, value)
    found = find_subjects(sentence, value, "unit_count", discourse)
    if event is None or not found.products or found.how == "title":
        return None
    draft = from_value(value, "quantity", "unit_count", sentence, "count.pieces", min(found.confidence, 0.7))
    draft.subjects, draft.end = found.products, counted.end
    draft.fields |= {"unit": "1", "event": event}
    return draft


def _system_of(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Mention | None:
    """The product that is sold with so many of these inside, or None where units are counted."""
    bracket = sentence.parenthesis(value.start)
    if bracket:
        # X (36 CPU + 72 GPU): what stands right before the bracket is taken apart in it.
        before = [m for m in sentence.products if m.end <= bracket[0] and bracket[0] - m.end <= 6]
        whole = before[-1] if before else None
        if whole:
            outer = _containing(sentence, whole.start)
            return outer or (whole if whole != counted.product else None)
    system = _containing(sentence, value.start)
    if system and system != counted.product:
        return system
    contains = sentence.find_cues("contains", sentence.clause(value.start))
    if contains and not [m for m in sentence.products if m.end <= value.start]:
        focus = discourse.focus[0] if discourse.focus else None
        if focus and focus.kind in SYSTEM_KINDS and focus.id != (counted.product.id if counted.product else None):
            return focus
    return None


def _containing(sentence: Sentence, at: int) -> Mention | None:
    """The system in whose description `at` stands: "GB200 NVL72 con 72 …", "配备72个…的GB200 NVL72"."""
    start, end = sentence.clause(at)
    before = [m for m in sentence.products if start <= m.start and m.end <= at and m.kind in SYSTEM_KINDS]
    if before and sentence.find_cues("contains", (before[-1].end, at)):
        return before[-1]
    cues = sentence.find_cues("contains", (start, at))
    if not cues or sentence.pack.spaced:
        return None
    for mention in sentence.products:
        follows = at < mention.start < end and mention.kind in SYSTEM_KINDS
        if follows and sentence.gap(at, mention.start).rstrip().endswith("的"):
            return mention
    return None


def _component(sentence: Sentence, value: Value, counted: Counted, system: Mention) -> Draft | None:
    thing = counted.product.id if counted.product else _GENERIC_PARTS.get(counted.noun or "", None)
    if thing is None or value.value is None:
        return None
    draft = from_value(value, "hardware", "component", sentence, "count.component", 0.85)
    draft.subjects, draft.end = [system], counted.end
    draft.fields |= {"object": thing, "unit": None}
    return draft


def _unit_count(sentence: Sentence, value: Value, counted: Counted) -> Draft:
    draft = from_value(value, "quantity", "unit_count", sentence, "count.units", 0.85)
    draft.subjects = [counted.product] if counted.product else []
    draft.end = counted.end
    draft.fields |= {"unit": "1", "event": nearest_event(sentence, value)}
    if counted.noun in _BASIS:
        draft.fields["basis"] = _BASIS[counted.noun]
    site = [m for m in sentence.products if m.kind in SITE_KINDS]
    if site and draft.fields["event"] in {None, "own"}:
        draft.fields["event"] = "deploy"
    return draft


def nearest_event(sentence: Sentence, value: Value) -> str | None:
    """The event of a count: the nearest verb or noun of ordering, shipping, owning … in its clause, else in the sentence."""
    cue = sentence.nearest("event", value, sentence.clause(value.start)) or sentence.nearest("event", value)
    return cue.label if cue else None
