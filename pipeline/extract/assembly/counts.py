"""Counts: so many boards, cores, transistors; and what a system is made of."""

from __future__ import annotations

import re

from models.values import Value
from pipeline.extract.assembly.counted import PARTS, Counted, counted_thing, is_count
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import SITE_KINDS, SYSTEM_KINDS, WEAK_KINDS, Sentence
from pipeline.extract.assembly.subjects import Discourse, find_subjects
from pipeline.extract.mentions import Mention

_GENERIC_PARTS = {"gpu": "gpu", "card": "gpu", "cpu": "cpu"}
_BASIS = {"server": "server", "rack": "rack", "wafer": "wafer"}
_FAB_KINDS = frozenset({"process", "packaging", "foundry_process", "memory"})
_SERVER_SIZE = re.compile(r"(\d{1,3})\s*(?:卡|-GPU|GPU|schede)", re.IGNORECASE)
_TELLS_SIZE = re.compile(r"\b(?:da|con)\s+(?:ben\s+)?$")


def read_counts(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of `unit_count`, `component`, `transistor_count`, `core_count` and `parameter_count`.

    What is counted as a part of a system is set aside: the figures that follow are the system's.
    """
    drafts = []
    for value in sentence.values:
        if not is_count(sentence, value):
            continue
        counted = counted_thing(sentence, value)
        draft = _read(sentence, value, counted, discourse) if counted else None
        if draft and counted:
            drafts.append(draft)
            if draft.predicate == "component" and counted.product:
                sentence.aside.append(counted.product)
    return drafts


def _read(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft | None:
    if counted.noun in PARTS and not counted.product:
        return _part_count(sentence, value, counted, discourse)
    if _tells_server_size(sentence, value, counted):
        return None
    if counted.noun == "other" or (counted.noun in {"site", "order"} and not counted.product):
        return None
    memory = _memory_counted(sentence, counted)
    if memory:
        return _stacks(sentence, value, memory, discourse)
    if not counted.product and counted.noun in {"piece", "wafer"} and _makes_wafers(sentence, counted, discourse):
        return _wafers(sentence, value, counted, discourse)
    if not counted.product and counted.noun == "piece":
        return _pieces(sentence, value, counted, discourse)
    system = _system_of(sentence, value, counted, discourse)
    if system:
        return _component(sentence, value, counted, system)
    if not counted.product and counted.noun not in _GENERIC_PARTS | _BASIS.keys() | {"chip"}:
        return None
    if value.value is not None and value.value < _fewest(counted) and value.bound == "exact":
        return None
    return _unit_count(sentence, value, counted, discourse)


def _fewest(counted: Counted) -> int:
    """How many of a thing are worth a claim: "three graphics cards" in general talk are not."""
    return 2 if counted.product or counted.noun in _BASIS else 10


def _memory_counted(sentence: Sentence, counted: Counted) -> Mention | None:
    """The memory whose modules or stacks are counted: 8个HBM4堆叠, "quattro moduli GDDR7"."""
    if counted.product:
        return counted.product if counted.product.kind == "memory" else None
    if counted.noun != "piece":
        return None
    return next((m for m in sentence.products if m.kind == "memory" and 0 <= m.start - counted.end <= 4), None)


def _stacks(sentence: Sentence, value: Value, memory: Mention, discourse: Discourse) -> Draft | None:
    found = find_subjects(sentence, value, "component", discourse, exclude=[memory])
    if not found.products or value.value is None:
        return None
    draft = from_value(
        value, "hardware", "component", sentence, f"count.memory.{found.how}", min(found.confidence, 0.7)
    )
    draft.subjects, draft.end = found.products, max(memory.end, value.end)
    draft.fields |= {"object": memory.id, "unit": "1"}
    return draft


def _tells_server_size(sentence: Sentence, value: Value, counted: Counted) -> bool:
    """8卡H20服务器, "server da otto schede": the number only says how large the server is."""
    if sentence.pack.spaced:
        servers = sentence.find_cues("noun", (max(sentence.start, value.start - 20), value.start), "server")
        return bool(servers) and bool(_TELLS_SIZE.search(sentence.text, servers[-1].end, value.start))
    behind = sentence.text[value.end : value.end + 2].strip()
    if not behind.startswith(("卡", "-G", "GP")) or value.value is None or value.value > 16:
        return False
    end = counted.product.end if counted.product else value.end + 1
    return bool(sentence.find_cues("noun", (end, min(end + 12, sentence.end)), "server"))


def _part_count(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft | None:
    predicate = PARTS[counted.noun or ""]
    if predicate == "parameter_count" and sentence.parenthesis(value.start):
        return None
    if predicate == "parameter_count":
        draft = from_value(value, "quantity", predicate, sentence, "count.parameter", 0.7)
        draft.end, draft.fields["unit"] = counted.end, "1"
        return draft
    found = find_subjects(sentence, value, predicate, discourse)
    draft = from_value(value, "quantity", predicate, sentence, f"count.{counted.noun}.{found.how}", found.confidence)
    draft.subjects = found.products
    draft.end, draft.fields["unit"] = counted.end, "1"
    if predicate == "core_count":
        around = (max(sentence.start, value.start - 10), min(counted.end + 12, sentence.end))
        core = sentence.nearest("core", value, around) or sentence.cue_of_table("core", value)
        if core or (found.products and found.products[0].kind == "cpu"):
            draft.fields["condition"] = core.label if core else "cpu"
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


def _makes_wafers(sentence: Sentence, counted: Counted, discourse: Discourse) -> bool:
    """Whether 万片 are wafers: the word says so, or a capacity is told of a process and not of a product."""
    if counted.noun == "wafer" or sentence.find_cues("noun", (sentence.start, counted.end), "wafer"):
        return True
    if not sentence.find_cues("aspect", label="capacity"):
        return False
    spoken_of = sentence.products or discourse.focus or discourse.title
    return all(m.kind in _FAB_KINDS for m in spoken_of)


def _wafers(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft:
    """The output of a fab or of a packaging line, by the month unless another period is told."""
    draft = from_value(value, "quantity", "unit_count", sentence, "count.wafers", 0.75)
    here = [m for m in sentence.products if m.kind in _FAB_KINDS]
    around = discourse.topic
    draft.subjects = here[:1] or ([around] if around and around.kind in _FAB_KINDS else [])
    draft.end = counted.end
    draft.fields |= {"unit": "1", "event": nearest_event(sentence, value) or "produce", "basis": "wafer"}
    if draft.fields["event"] in {"own", "deploy", "require"}:
        draft.fields["event"] = "produce"
    period = sentence.nearest("period", value, sentence.clause(value.start)) or sentence.nearest("period", value)
    if period:
        draft.fields.setdefault("per", period.label)
    return draft


def _system_of(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Mention | None:
    """The product that is sold with so many of these inside, or None where units are counted."""
    bracket = sentence.parenthesis(value.start)
    if bracket:
        # X (36 CPU + 72 GPU): what stands right before the bracket is taken apart in it.
        before = [m for m in sentence.products if m.end <= bracket[0] and bracket[0] - m.end <= 6]
        whole = before[-1] if before else None
        if whole and whole.kind not in SITE_KINDS:
            return _containing(sentence, whole.start, whole) or (whole if whole != counted.product else None)
    system = _containing(sentence, value.start, counted.product)
    if system:
        return system
    contains = sentence.find_cues("contains", sentence.clause(value.start))
    if contains and not [m for m in sentence.products if m.end <= value.start]:
        focus = discourse.focus[0] if discourse.focus else None
        named = bool(sentence.find_cues("reference", sentence.clause(value.start), "own_subject"))
        if (
            focus
            and (focus.kind in SYSTEM_KINDS or named)
            and focus.id != (counted.product.id if counted.product else None)
        ):
            return focus
    return None


def _containing(sentence: Sentence, at: int, part: Mention | None) -> Mention | None:
    """The system in whose description `at` stands: "GB200 NVL72 con 72 …", 配备72个…的GB200 NVL72, 64颗…构成一台…."""
    before = [m for m in sentence.products if m.end <= at and m.kind in SYSTEM_KINDS and m != part]
    if before and sentence.find_cues("contains", (before[-1].end, at)):
        return before[-1]
    _, end = sentence.clause(at)
    after = [m for m in sentence.products if at < m.start < end and m.kind in SYSTEM_KINDS and m != part]
    if not after:
        return None
    makes_up = sentence.find_cues("contains", (at, after[0].start), "whole")
    describes = not sentence.pack.spaced and sentence.find_cues("contains", (sentence.clause(at)[0], at))
    if makes_up or (describes and sentence.gap(at, after[0].start).rstrip().endswith("的")):
        return after[0]
    return None


def _component(sentence: Sentence, value: Value, counted: Counted, system: Mention) -> Draft | None:
    thing = counted.product.id if counted.product else _GENERIC_PARTS.get(counted.noun or "")
    if thing is None or value.value is None:
        return None
    draft = from_value(value, "hardware", "component", sentence, "count.component", 0.85)
    draft.subjects, draft.end = [system], counted.end
    draft.fields |= {"object": thing, "unit": "1"}
    return draft


def _unit_count(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft:
    draft = from_value(value, "quantity", "unit_count", sentence, "count.units", 0.85)
    draft.subjects = _counted_products(sentence, value, counted)
    draft.end = counted.end
    draft.fields |= {"unit": "1", "event": nearest_event(sentence, value)}
    _tell_basis(sentence, counted, draft)
    if not draft.subjects and counted.noun == "rack":
        draft.subjects = _racked(sentence, value, discourse)
    about = sentence.products or discourse.focus or discourse.title
    site = [m for m in about if m.kind in SITE_KINDS]
    if site and draft.fields["event"] in {None, "own"}:
        draft.fields["event"] = "deploy"
    return draft


def _racked(sentence: Sentence, value: Value, discourse: Discourse) -> list[Mention]:
    """GB200今年出货2万柜: racks are of the product that the sentence or the article speaks of, unless that is a site."""
    found = find_subjects(sentence, value, "unit_count", discourse)
    return [m for m in found.products[:1] if m.kind not in SITE_KINDS | WEAK_KINDS | {"cpu"}]


def _counted_products(sentence: Sentence, value: Value, counted: Counted) -> list[Mention]:
    """The product behind the number with those coordinated to it, or the one whose "chips" the clause counts."""
    if counted.product:
        chain = [counted.product]
        for mention in (m for m in sentence.products if m.start >= counted.product.end):
            gap = sentence.gap(chain[-1].end, mention.start)
            if not sentence.pack.patterns.coordinated.fullmatch(gap):
                break
            chain.append(mention)
        return chain
    if counted.noun not in {"chip", "gpu", "card"}:
        return []
    start, _ = sentence.clause(value.start)
    named = [m for m in sentence.products if start <= m.start and m.end <= value.start and m not in sentence.aside]
    return (
        [m for m in named if m.kind not in SITE_KINDS | SYSTEM_KINDS | WEAK_KINDS][-1:]
        if counted.noun == "chip"
        else []
    )


def _tell_basis(sentence: Sentence, counted: Counted, draft: Draft) -> None:
    """200台8卡H20服务器: what is counted is servers, of eight boards each."""
    stretch = (draft.start, min(counted.end + 14, sentence.end))
    behind = [c for c in sentence.find_cues("noun", stretch) if c.label in _BASIS and c.start - counted.end <= 6]
    if counted.noun in _BASIS:
        draft.fields["basis"] = _BASIS[counted.noun]
    elif behind:
        draft.fields["basis"] = _BASIS[behind[0].label]
    if draft.fields.get("basis") == "server":
        size = _SERVER_SIZE.search(sentence.text, draft.value.end if draft.value else draft.start, stretch[1] + 10)
        if size:
            draft.fields["basis_size"] = int(size[1])


def nearest_event(sentence: Sentence, value: Value) -> str | None:
    """The event of a count: the nearest verb or noun of ordering, shipping, owning … in its clause, else in the sentence."""
    cue = sentence.nearest("event", value, sentence.clause(value.start)) or sentence.nearest("event", value)
    return cue.label if cue else None
