"""Attributes that a sentence states of a product: its architecture, process, packaging, memory, maker, predecessor."""

from __future__ import annotations

from decimal import Decimal

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.attributes.attribute_names import attribute_names, is_told, of_maker
from pipeline.extract.assembly.attributes.fab_processes import read_fab_processes
from pipeline.extract.assembly.attributes.foundries import is_maker, read_foundries
from pipeline.extract.assembly.attributes.successors import read_successors
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.figures.bare_sizes import is_bare_size
from pipeline.extract.assembly.reading import ARCHITECTURE_KINDS, SYSTEM_KINDS, Placed, Sentence
from pipeline.extract.assembly.subjects.candidates import unnamed_parts
from pipeline.extract.assembly.subjects.goods import is_sold
from pipeline.extract.assembly.subjects.subjects import find_subjects
from pipeline.extract.assembly.subjects.told_attributes import capacity_of, is_alone, names_figure, stands_at_size
from pipeline.extract.mentions import Mention

_PREDICATES = {"process": "process_node", "packaging": "packaging", "memory": "memory_type"}
_NAME_OBJECTS = frozenset({"process_node", "packaging", "memory_type"})
_PROCESS_REACH = 40
_NOUN_REACH, _LABEL_REACH = 20, 40
"""How far before an attribute its noun may begin, in running text and as a list item's label."""
_TO_PRODUCT = 4
_CHIPS = frozenset({"cpu", "gpu", "soc", "accelerator", "die", "superchip"})
_LARGEST_PROCESS = Decimal("1e-6")
"""Metres: what is larger is a screen or a board."""


def read_attributes(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of hardware claims other than `component`."""
    drafts = []
    parts = unnamed_parts(sentence)
    for mention in [*sentence.products, *attribute_names(sentence)]:
        predicate = _PREDICATES.get(mention.kind)
        if predicate is None and (mention.kind in ARCHITECTURE_KINDS or mention in parts):
            predicate = "architecture"
        if predicate is None or not (mention in parts or _stated(sentence, mention, predicate)):
            continue
        draft = _draft(sentence, mention, predicate, discourse)
        if draft:
            drafts.append(draft)
    drafts += _process_sizes(sentence, discourse)
    drafts += read_fab_processes(sentence, drafts)
    drafts += read_successors(sentence, discourse)
    drafts += read_foundries(sentence, discourse)
    return drafts


def _stated(sentence: Sentence, mention: Mention, predicate: str) -> bool:
    """Whether a verb, or the noun of the attribute right beside it, says that the product has it."""
    start, end = (sentence.start, sentence.end) if sentence.block.kind == "list" else sentence.clause(mention.start)
    bracket = sentence.parenthesis(mention.start)
    if bracket:
        start = max(start, bracket[0])
    uses = sentence.find_cues("attribute", (max(start, mention.start - 40), mention.start), "uses")
    contains = sentence.find_cues("contains", (max(start, mention.start - 40), mention.start))
    reach = _LABEL_REACH if sentence.block.kind == "list" else _NOUN_REACH
    noun = sentence.find_cues("attribute", (max(start, mention.start - reach), min(end, mention.end + 12)), predicate)
    if is_sold(sentence, mention) or _is_left(sentence, mention) or _is_compared(sentence, mention):
        return False
    if _used_for(sentence, mention):
        return True
    if predicate == "memory_type" and _capacity_before(sentence, mention) is not None:
        return True
    if sentence.cells:
        title = sentence.cue_of_table("attribute", mention)
        return title is not None and title.label == predicate
    if predicate == "architecture":
        if _is_labelled(sentence, mention):
            return True
        near = start if not sentence.pack.spaced else sentence.start  # 28个RDNA 3单元; 两款，均采Blackwell架构
        counted = any(
            v.kind == "number" and near <= v.start and 0 <= mention.start - v.end <= 12 for v in sentence.values
        )
        used = bool(uses and (noun or sentence.pack.spaced)) or bool(noun and contains)
        return is_told(sentence, mention) or (used and not counted)
    if predicate == "process_node" and (
        _modifies(sentence, mention) or _behind_its_maker(sentence, mention) or is_alone(sentence, mention)
    ):
        return True
    return bool(uses or contains or noun) or _is_so(sentence, mention)


def _draft(sentence: Sentence, mention: Mention, predicate: str, discourse: Discourse) -> Draft | None:
    # A memory's kind is that of the product whose capacity stands before it, an attribute told as another's that one's.
    capacity = _capacity_before(sentence, mention) if predicate == "memory_type" else None
    shared = sentence.aside if _is_shared(sentence, mention) else []
    found = find_subjects(sentence, capacity or mention, predicate, discourse, exclude=[mention, *shared])
    used_for = _used_for(sentence, mention)
    products = used_for or _owner(sentence, mention) or [p for p in found.products if p.id != mention.id]
    if not products or (found.how == "succession" and not used_for and not _is_fronted(sentence, mention, products[0])):
        return None
    if found.how in {"focus", "title"} and not used_for and not _has(sentence, mention):
        return None
    wholes = ARCHITECTURE_KINDS | (SYSTEM_KINDS - {"superchip"} if sentence.pack.spaced else SYSTEM_KINDS)
    if predicate == "architecture" and products[0].kind in wholes and not is_told(sentence, mention):
        return None
    draft = Draft(
        "hardware", predicate, mention.start, mention.end, sentence, f"attribute.{predicate}", found.confidence
    )
    draft.subjects = products
    draft.fields["object"] = mention.name if predicate in _NAME_OBJECTS else of_maker(mention, products[0], sentence).id
    return draft


def _is_so(sentence: Sentence, mention: Placed) -> bool:
    """ "Il nodo resta quello a 5 nm di TSMC": an Italian predicate that says which one it is."""
    told = sentence.pack.patterns.part.attribute_is
    return sentence.pack.spaced and told.search(sentence.text, sentence.start, mention.start) is not None


def _is_fronted(sentence: Sentence, mention: Mention, product: Mention) -> bool:
    """ "Grazie all'architettura Blackwell la RTX 5090 …": an Italian sentence that opens with the attribute of its subject."""
    attribute = sentence.pack.patterns.attribute
    if not attribute.opening.match(sentence.text, sentence.start):
        return False
    return attribute.then_subject.fullmatch(sentence.gap(mention.end, product.start)) is not None


def _is_shared(sentence: Sentence, mention: Mention) -> bool:
    """ "La stessa architettura Blackwell della B100": whether the product behind only has the attribute too."""
    return sentence.pack.patterns.attribute.same.search(sentence.text, sentence.start, mention.start) is not None


def _is_labelled(sentence: Sentence, mention: Mention) -> bool:
    """架构：RDNA 4: what the label of a line of specifications says that it is."""
    before = sentence.gap(sentence.start, mention.start)
    return (
        not sentence.pack.spaced
        and "架构" in before
        and sentence.pack.patterns.part.label.fullmatch(before) is not None
    )


def _has(sentence: Sentence, mention: Mention) -> bool:
    """Whether a verb of having, or a list, ties the attribute to a product that the sentence does not name."""
    if sentence.block.kind in {"list", "table"} or _capacity_before(sentence, mention) is not None:
        return True
    if _is_labelled(sentence, mention) or names_figure(sentence, mention):
        return True
    if _behind_its_maker(sentence, mention) or is_told(sentence, mention):
        return True
    stretch = (sentence.clause(mention.start)[0], mention.start)
    if sentence.pack.patterns.part.attribute_is.search(sentence.text, sentence.start, mention.start):
        return True
    return bool(sentence.find_cues("attribute", stretch, "uses") or sentence.find_cues("contains", stretch))


def _process_sizes(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """ "3 nm" where no named process says it: the size of a process, when the words around speak of one."""
    drafts = []
    for value in sentence.values:
        if value.unit != "m" or value.value is None or value.value > _LARGEST_PROCESS:
            continue
        if any(
            m.kind == "process" and m.start <= value.end + 12 and value.start <= m.end + 12 for m in sentence.products
        ):
            continue
        if _is_left(sentence, value):
            continue
        within = (sentence.start, sentence.end) if sentence.block.kind == "list" else sentence.clause(value.start)
        apposed = _stands_for_process(sentence, value) or is_bare_size(sentence, value)
        if not (
            apposed
            or sentence.nearest("attribute", value, within)
            or _modifies(sentence, value)
            or _behind_its_maker(sentence, value)
            or _is_so(sentence, value)
        ):
            continue
        found = find_subjects(sentence, value, "process_node", discourse)
        inherited = found.how in {"focus", "title"} and not apposed and not _made_with(sentence, value)
        if not found.products or inherited:
            continue
        nanometres = (value.value * 10**9).normalize()
        draft = Draft(
            "hardware", "process_node", value.start, value.end, sentence, "attribute.process_size", found.confidence
        )
        draft.subjects, draft.fields["object"] = found.products, f"{nanometres:f} nm"
        drafts.append(draft)
    return drafts


def _stands_for_process(sentence: Sentence, value: Value) -> bool:
    """台积电6纳米，…; 12纳米的E26; "Kirin 9020 a 7 nm": the size alone tells the process of a chip."""
    attribute = sentence.pack.patterns.attribute
    if sentence.pack.spaced:
        chips = [m for m in sentence.products if m.kind in _CHIPS and m.end <= value.start]
        return bool(chips) and attribute.at_size.fullmatch(sentence.gap(chips[-1].end, value.start)) is not None
    start, end = sentence.clause(value.start)
    makers = [
        o.end for o in sentence.organisations if o.kind == "company" and start <= o.start and o.end <= value.start
    ]
    before = sentence.gap(max([start, *makers]), value.start)
    alone = not sentence.gap(value.end, end).strip(" ,，。;；:：") and not before.strip(" ,，:：")
    of_product = any(
        m.start - value.end <= _TO_PRODUCT and sentence.gap(value.end, m.start).startswith("的")
        for m in sentence.products
        if m.start >= value.end
    )
    return (
        alone
        or of_product
        or stands_at_size(sentence, value)
        or attribute.uses_size.search(sentence.text, start, value.start) is not None
    )


def _made_with(sentence: Sentence, value: Value) -> bool:
    """Whether the clause tells a process of what the article speaks of, and not of a foundry or of processes as such."""
    if sentence.block.kind in {"list", "table"} or _behind_its_maker(sentence, value):
        return True
    start, end = sentence.clause(value.start)
    makers = [o for o in sentence.organisations if o.kind == "company" and start <= o.start < value.start]
    if makers:
        return bool(sentence.find_cues("attribute", (start, end), "foundry"))
    if sentence.pack.patterns.part.attribute_is.search(sentence.text, start, value.start):
        return True
    modifies = _modifies(sentence, value)
    return modifies or bool(sentence.find_cues("attribute", (start, value.start), "uses"))


def _owner(sentence: Sentence, mention: Mention) -> list[Mention]:
    """RTX 4090所使用的Ada架构: the product right before a verb of having that only tells whose attribute it is."""
    before = [m for m in sentence.products if m.end <= mention.start]
    gap = sentence.gap(before[-1].end, mention.start) if before else ""
    return before[-1:] if before and sentence.pack.patterns.part.attribute_of.fullmatch(gap) else []


def _is_left(sentence: Sentence, mention: Placed) -> bool:
    """工艺从N3P换成N2P, "passa dal packaging InFO al WMCM": what something is changed from is its predecessor's."""
    attribute = sentence.pack.patterns.attribute
    if attribute.given_up.search(sentence.text, sentence.start, mention.start):
        return True
    left = attribute.left_from.search(sentence.text, sentence.start, mention.start)
    return left is not None and attribute.gone_to.match(sentence.text, mention.end) is not None


def _is_compared(sentence: Sentence, mention: Mention) -> bool:
    """ "Inferiore per prestazioni anche all'architettura Polaris": what a product is held against is none of its own."""
    return (
        sentence.pack.patterns.attribute.no_more_than.search(sentence.text, sentence.start, mention.start) is not None
    )


def _used_for(sentence: Sentence, mention: Mention) -> list[Mention]:
    """N+3工艺已用于麒麟9030: the product that a verb says the technology is used for, right behind it."""
    behind = [m for m in sentence.products if m.start >= mention.end and m.kind not in TECHNOLOGY_KINDS]
    if not behind:
        return []
    return (
        behind[:1]
        if sentence.pack.patterns.attribute.used_for.fullmatch(sentence.gap(mention.end, behind[0].start))
        else []
    )


def _modifies(sentence: Sentence, process: Placed) -> bool:
    """Whether the process tells how a chip is made, right beside its noun: "il primo chip 18A", 首款2nm芯片."""
    patterns = sentence.pack.patterns
    if patterns.part.process_modifies.search(sentence.text, sentence.start, process.start):
        return True
    return patterns.part.process_modified.match(sentence.text, process.end) is not None


def _capacity_before(sentence: Sentence, memory: Mention) -> Value | None:
    """32 GB GDDR7, "16 GB di memoria GDDR7", 96GB HBM3."""
    if sentence.pack.patterns.attribute.on_the_market.match(sentence.text, memory.end):
        return None
    before = next((v for v in sentence.values if v.unit == "B" and 0 <= memory.start - v.end <= 14), None)
    return before or capacity_of(sentence, memory)


def _behind_its_maker(sentence: Sentence, process: Placed) -> bool:
    """Whether the process stands close behind a company that is told to make the product: "lo produce TSMC in N4P"."""
    makers = [o for o in sentence.organisations if 0 <= process.start - o.end <= _PROCESS_REACH]
    return sentence.pack.spaced and any(o.kind == "company" and is_maker(sentence, o) for o in makers)
