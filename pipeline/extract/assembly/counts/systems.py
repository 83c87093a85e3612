"""What a system is made of: 36 CPUs and 72 GPUs in a rack, eight stacks of memory on a chip."""

from __future__ import annotations

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.counts.counted import Counted, counted_thing, is_count
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import SYSTEM_KINDS, WEAK_KINDS, Sentence
from pipeline.extract.assembly.subjects.anaphora import pointed_at
from pipeline.extract.assembly.subjects.asides import head_of_item, parts_in_item
from pipeline.extract.assembly.subjects.subjects import find_subjects
from pipeline.extract.mentions import Mention

_OPENING = 2
_NO_WHOLE = SITE_KINDS | TECHNOLOGY_KINDS | WEAK_KINDS
GENERIC_PARTS = {"gpu": "gpu", "card": "gpu", "cpu": "cpu"}
_MACHINES_OF_NODES = frozenset({"rack", "pod", "system"})
_PAIR = 2
_MOST_STACKS = 1000
"""So many stacks or modules of memory are no part of one product, but what a fab makes."""


def is_part(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> bool:
    """Whether what is counted is built into something that is sold as one."""
    if _memory_counted(sentence, counted) and (value.value or 0) < _MOST_STACKS:
        return True
    generic = not counted.product and counted.noun in {"piece", "wafer"}
    return not generic and _system_of(sentence, value, counted, discourse) is not None


def part_of_system(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft | None:
    """The draft of `component`; None where the part has no id or the whole is not named."""
    memory = _memory_counted(sentence, counted)
    if memory:
        return _stacks(sentence, value, memory, discourse)
    system = _system_of(sentence, value, counted, discourse)
    return _component(sentence, value, counted, system) if system else None


def _system_of(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Mention | None:
    """The product that is sold with so many of these inside, or None where units are counted."""
    bracket = sentence.parenthesis(value.start)
    if bracket:
        # X (36 CPU + 72 GPU): what stands right before the bracket is taken apart in it.
        before = [m for m in sentence.products if m.end <= bracket[0] and bracket[0] - m.end <= 6]
        whole = before[-1] if before else None
        if whole and whole.kind not in SITE_KINDS:
            return _containing(sentence, whole.start, whole) or (whole if whole != counted.product else None)
    if counted.product and counted.product in parts_in_item(sentence):
        return head_of_item(sentence)
    system = _containing(sentence, value.start, counted.product) or _of_one_more(sentence, value, discourse)
    if system:
        return None if _in_a_node(sentence, value, system) else system
    clause = sentence.clause(value.start)
    each = sentence.find_cues("each", (clause[0], value.start))
    named = [m for m in sentence.products if clause[0] <= m.start and m.end <= value.start]
    if each and not sentence.pack.spaced and named and named[-1].kind not in SYSTEM_KINDS:
        return None  # TPU v7一柜64颗: so many of the chip itself
    if each:
        racks = [m for m in (*discourse.recent, *sentence.products) if m.kind in SYSTEM_KINDS and m != counted.product]
        before = [m for m in racks if m.start < value.start or m in discourse.recent]
        return before[-1] if before and not _in_a_node(sentence, value, before[-1]) else None
    if not sentence.find_cues("contains", clause):
        return None
    return _spoken_of(sentence, value, counted, discourse)


def built_of(sentence: Sentence, value: Value) -> Mention | None:
    """The product that a cluster is built of whose cards the value counts."""
    start, _ = sentence.clause(value.start)
    before = [m for m in sentence.products if start <= m.start and m.end <= value.start and m.kind not in _NO_WHOLE]
    built = before and sentence.pack.patterns.machine.built.match(sentence.text, before[-1].end, value.start)
    return before[-1] if built else None


def sums_up(sentence: Sentence, value: Value) -> bool:
    """M100和M300两颗新芯片: the number only says how many names stand before it."""
    before = [m for m in sentence.products if m.end <= value.start]
    if sentence.pack.spaced or len(before) < _PAIR or before[-1].end != value.start or value.value is None:
        return False
    named = 1
    while named < len(before) and sentence.pack.patterns.clause.coordinated.fullmatch(
        sentence.gap(before[-named - 1].end, before[-named].start)
    ):
        named += 1
    return named >= _PAIR and value.value == named


def in_a_box(sentence: Sentence, value: Value) -> bool:
    """一个Helios机架塞72颗, 64卡性能: what one rack or server without a product's name holds is not counted by itself."""
    machine = sentence.pack.patterns.machine
    start, _ = sentence.clause(value.start)
    if machine.configuration.match(sentence.text, value.end):
        return True
    return machine.box.search(sentence.text, start, value.start) is not None


def is_difference(sentence: Sentence, value: Value) -> bool:
    """多了8组计算单元: by how many of its parts something differs, which is no count of them."""
    if sentence.pack.spaced:
        return False
    start, _ = sentence.clause(value.start)
    return sentence.pack.patterns.figure.difference_before.search(sentence.text, start, value.start) is not None


def counted_in_all(sentence: Sentence, value: Value) -> bool:
    """MI355X共1,536颗: whether the product stands right before the number that is its total."""
    before = [m for m in sentence.products if m.end <= value.start]
    if not before:
        return False
    return sentence.pack.patterns.machine.in_all.fullmatch(sentence.gap(before[-1].end, value.start)) is not None


def counted_at_site(sentence: Sentence, value: Value, products: list[Mention]) -> list[Mention]:
    """Dawn用的是Max 1550，共1024颗: at a site the chips that it is built of are counted, and not the site."""
    if sentence.pack.spaced or not products or any(m.kind not in SITE_KINDS for m in products):
        return products
    chips = [m for m in sentence.products if m.end <= value.start and m.kind not in _NO_WHOLE]
    return chips[-1:] or products


def _in_a_node(sentence: Sentence, value: Value, system: Mention) -> bool:
    """每个子节点板载8张…: what stands in one node of a rack or of several racks is no part of the whole so often."""
    start, _ = sentence.clause(value.start)
    in_each = sentence.pack.patterns.machine.each_node.search(sentence.text, start, value.start)
    return bool(in_each) and system.kind in _MACHINES_OF_NODES


def _of_one_more(sentence: Sentence, value: Value, discourse: Discourse) -> Mention | None:
    """72颗GPU、36颗CPU: what is counted right beside a part of a system is another part of it."""
    before = [v for v in sentence.values if v.end <= value.start]
    if not before or not is_count(sentence, before[-1]):
        return None
    if not sentence.pack.patterns.machine.one_more.fullmatch(sentence.gap(before[-1].end, value.start)):
        return None
    counted = counted_thing(sentence, before[-1])
    named = counted is not None and (counted.product is not None or counted.noun in GENERIC_PARTS)
    return _system_of(sentence, before[-1], counted, discourse) if counted and named else None


def _spoken_of(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Mention | None:
    """The whole that its own clause only points at ("the chip combines two …"), or the system that is talked about."""
    clause = sentence.clause(value.start)
    named = pointed_at(sentence, value, discourse) if sentence.pack.spaced and counted.product else None
    if named and named.kind not in _NO_WHOLE and named.id != counted.product.id:  # type: ignore[union-attr]
        return named  # "l'acceleratore unisce due 910B"
    pointed = bool(sentence.find_cues("reference", clause, "own_subject"))
    before = [m for m in sentence.products if m.end <= value.start and m.kind not in _NO_WHOLE]
    if before and not (pointed and before[-1].end <= clause[0]):
        return None
    whole = before[-1] if before else next(iter(discourse.focus), None)
    part = counted.product.id if counted.product else None
    if whole is None or whole.id == part or whole.kind in SITE_KINDS:
        return None
    return whole if whole.kind in SYSTEM_KINDS or pointed else None


def _containing(sentence: Sentence, at: int, part: Mention | None) -> Mention | None:
    """The system in whose description `at` stands: "GB200 NVL72 con 72 …", 配备72个…的GB200 NVL72, 64颗…构成一台…."""
    before = [m for m in sentence.products if m.end <= at and m.kind in SYSTEM_KINDS and m != part]
    if before and (
        sentence.find_cues("contains", (before[-1].end, at))
        or _disposed(sentence, before[-1].end, at)
        or sentence.find_cues("contains", (at, sentence.clause(at)[1]), "spread")
    ):
        return before[-1]
    start, _ = sentence.clause(at)
    opening = sentence.find_cues("contains", (start, at), "made")
    if opening and opening[0].start - start <= _OPENING and not sentence.pack.spaced:
        start, _ = sentence.clause(max(start - 1, sentence.start))  # M3 Ultra，由两颗M3 Max拼合
    made = [m for m in sentence.products if start <= m.start and m.end <= at and m.kind not in _NO_WHOLE and m != part]
    if made and part and made[-1].id != part.id and sentence.find_cues("contains", (made[-1].end, at), "made"):
        return made[-1]
    _, end = sentence.clause(at)
    after = [m for m in sentence.products if at < m.start < end and m.kind in SYSTEM_KINDS and m != part]
    if not after:
        return None
    makes_up = sentence.find_cues("contains", (at, after[0].start), "whole")
    describes = not sentence.pack.spaced and sentence.find_cues("contains", (sentence.clause(at)[0], at))
    if makes_up or (describes and sentence.gap(at, after[0].start).rstrip().endswith("的")):
        return after[0]
    return None


def _disposed(sentence: Sentence, start: int, at: int) -> bool:
    """将576颗GPU塞入…, 把72颗…集成: the verb of holding stands behind what it holds."""
    if not sentence.pack.patterns.machine.disposal.search(sentence.text, start, at):
        return False
    return bool(sentence.find_cues("contains", (at, sentence.clause(at)[1])))


def _component(sentence: Sentence, value: Value, counted: Counted, system: Mention) -> Draft | None:
    thing = counted.product.id if counted.product else GENERIC_PARTS.get(counted.noun or "")
    if thing is None or value.value is None:
        return None
    if counted.product and sentence.pack.patterns.machine.node_behind.match(sentence.text, counted.product.end):
        return None
    draft = from_value(value, "hardware", "component", sentence, "count.component", 0.85)
    draft.subjects, draft.end = [system], counted.end
    draft.fields |= {"object": thing, "unit": "1"}
    return draft


def _memory_counted(sentence: Sentence, counted: Counted) -> Mention | None:
    """The memory whose modules or stacks are counted: 8个HBM4堆叠, "quattro moduli GDDR7"."""
    if counted.product:
        return counted.product if counted.product.kind == "memory" else None
    if counted.noun not in {"piece", "chip"}:
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
