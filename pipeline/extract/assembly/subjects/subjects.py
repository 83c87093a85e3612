"""Which product a value belongs to: by brackets, syntax, coordination, headings, and else by what is being talked about."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.discourse import Discourse, distinct
from pipeline.extract.assembly.reading import ARCHITECTURE_KINDS, WEAK_KINDS, Placed, Sentence, distance
from pipeline.extract.assembly.subjects.anaphora import carried_on, pointed_at
from pipeline.extract.assembly.subjects.asides import in_ended_contrasts, older_in_brackets
from pipeline.extract.assembly.subjects.brackets import in_other_brackets
from pipeline.extract.assembly.subjects.candidates import eligible, spoken_of, without_parts
from pipeline.extract.assembly.subjects.devices import (
    DEVICE_KINDS,
    chips_of,
    device_of,
    device_with,
    devices_own,
    is_inside_phones,
)
from pipeline.extract.assembly.subjects.goods import memory_sold
from pipeline.extract.assembly.subjects.lots import product_of_lot
from pipeline.extract.assembly.subjects.magnitudes import fits
from pipeline.extract.assembly.subjects.other_things import thing_told_of
from pipeline.extract.assembly.subjects.places import (
    Found,
    anywhere_behind,
    by_bracket,
    by_fronting,
    by_genitive,
    by_possession,
    by_precedence,
    by_reference,
    by_succession,
    by_table,
    in_clause_before,
)
from pipeline.extract.assembly.subjects.predecessors import left_behind, turns_back
from pipeline.extract.assembly.subjects.processes import process_of_size
from pipeline.extract.assembly.subjects.told_attributes import names_figure
from pipeline.extract.assembly.subjects.unnamed_devices import chips_of_unnamed, is_of_unnamed
from pipeline.extract.mentions import Mention

_OF_A_MODEL = frozenset(
    {
        "clock",
        "core_count",
        "power",
        "memory_capacity",
        "memory_bandwidth",
        "unit_price",
        "die_area",
        "transistor_count",
        "compute",
    }
)
"""What one model of a family has, and not the family."""
_TOLD_OF_A_MODEL = frozenset({"relative", "foundry", "process_node", "memory_type", "packaging", "temperature"})
"""What is told of one model too, where the article goes on about a family and has named one of it."""
_OF_THINGS = frozenset({"relative", "temperature", "link_bandwidth"})
_OF_A_TOPIC = frozenset(
    {
        "launch",
        "production",
        "delivery",
        "availability",
        "memory_capacity",
        "memory_bandwidth",
        "link_bandwidth",
        "relative",
        "foundry",
    }
)
"""What is stated of a technology without its name, once the article speaks of it."""
_APPOSED = 6
"""So many characters stand at most between "del predecessore" and its name: ", la "."""
_BESIDE = 12
"""Characters before a product in which a word for each of it stands."""
_OF_ONE = frozenset({"memory_capacity", "memory_bandwidth", "core_count"})
_OF_ONE_PRODUCT = frozenset(
    {"launch", "availability", "core_count", "clock", "die_area", "transistor_count", "memory_capacity"}
)
"""What no site and no sum of many has, so that it is the topic's where no other product has been named."""
_ITEM = re.compile(r"[ \t]*(?:[-–•●·■▪◆○*]|\d{1,2}[.、)])")
_INHERITED = frozenset({"focus", "title", "heading"})
_POINTED_OUT = frozenset({"table", "anaphora", "bracket", "bracket.part", "possession"})
"""Ways to name a subject that leave no doubt that it is itself meant, and not what it is built into."""


def find_subjects(
    sentence: Sentence,
    value: Placed,
    predicate: str,
    discourse: Discourse,
    *,
    exclude: Collection[Mention] = (),
) -> Found:
    """The products that the value at `value` is stated of, best reading first that applies.

    `exclude` are mentions that stand in another part of the statement: a ratio's baseline, an attribute.
    """
    sold = memory_sold(sentence, value, predicate)
    found = Found([sold], "possession", 0.75) if sold else _stated_of(sentence, value, predicate, discourse, exclude)
    if found.how in _INHERITED:
        found = Found(devices_own(found.products, predicate, discourse), found.how, found.confidence)
    if found.how in _POINTED_OUT:
        return Found([], "none", 0.5) if _is_unnamed_phones(sentence, predicate, found) else found
    here = [m for m in found.products if m in sentence.products and m.end <= value.start]
    devices = {m: device_of(sentence, m, predicate, discourse) for m in here}
    devices |= {
        m: device_with(sentence, value, m, predicate, discourse) for m in found.products if m.start >= value.end
    }
    found = Found(distinct([devices.get(m) or m for m in found.products]), found.how, found.confidence)
    if _is_unnamed_devices(sentence, predicate, found, discourse):
        lead = discourse.lead if sentence.block.kind == "title" else []
        return Found([m for m in lead if m.kind in DEVICE_KINDS], "unnamed", 0.6)
    return Found([], "none", 0.5) if _is_unnamed_phones(sentence, predicate, found) else found


def _is_unnamed_devices(sentence: Sentence, predicate: str, found: Found, discourse: Discourse) -> bool:
    """Whether what is told is of a device without a name, and not of its chip that is named, in this sentence or before."""
    if not sentence.pack.spaced or not found.products or not all(is_of_unnamed(m, predicate) for m in found.products):
        return False
    if found.how in _INHERITED:
        return all(m.id in discourse.inside for m in found.products)
    inside = {m.id for m in chips_of_unnamed(sentence)}
    return all(m.id in inside for m in found.products)


def _is_unnamed_phones(sentence: Sentence, predicate: str, found: Found) -> bool:
    """Whether what is told can only be a phone's that is not named, and not its processor's: its price, its memory."""
    if not sentence.pack.spaced or not any(is_inside_phones(m, predicate) for m in found.products):
        return False
    memory = predicate == "memory_capacity"
    if memory and sentence.pack.patterns.memory.supported.search(sentence.text, sentence.start, sentence.end):
        return False
    return found.how in _INHERITED or (memory and found.how != "table")


def _stated_of(
    sentence: Sentence, value: Placed, predicate: str, discourse: Discourse, exclude: Collection[Mention]
) -> Found:
    aside = {*exclude, *in_other_brackets(sentence, value), *in_ended_contrasts(sentence, value)}
    aside.update(left_behind(sentence, value))
    named = [m for m in sentence.products if eligible(m, predicate) and m not in aside]
    named = [
        m for m in named if not _labels_figure(sentence, m, discourse) and not _is_architecture_of_next(sentence, m)
    ]
    owned = [m for m in named if m.kind not in TECHNOLOGY_KINDS] or named
    found = (
        by_table(sentence, value, owned)
        or by_bracket(sentence, value, owned, predicate)
        or (by_possession(sentence, value, owned) if sentence.pack.spaced else None)
        or by_reference(sentence, value, discourse)
        or by_possession(sentence, value, owned)
        or (None if predicate == "relative" else by_genitive(sentence, value, without_parts(sentence, owned)))
    )
    if found:
        return found
    if _is_predecessors(sentence, value):
        return Found(_earlier_kin(sentence, value, discourse), "predecessor", 0.6)
    in_lot, of_lot = product_of_lot(sentence, value, discourse)
    if in_lot:
        return Found([of_lot], "lot", 0.7) if of_lot and eligible(of_lot, predicate) else Found([], "none", 0.5)
    former = (
        turns_back(sentence, value, discourse)
        or _level_before(sentence, value, predicate, discourse)
        or older_in_brackets(sentence, value)
    )
    if former:
        return Found([former], "level", 0.7)
    pointed = _by_noun(sentence, value, predicate, discourse, aside)
    if pointed:
        return pointed
    kinds = thing_told_of(sentence, value) if predicate in _OF_A_MODEL | _OF_THINGS else None
    if kinds is not None:
        told = (*(m for m in sentence.products if m.end <= value.start), *discourse.focus, *discourse.title)
        wholes = [m for m in told if m.kind in kinds]
        return Found(wholes[:1], "focus" if wholes else "none", 0.55)
    amount = value.value if isinstance(value, Value) else None
    candidates = spoken_of(sentence, value, [m for m in named if m not in sentence.aside], discourse)
    inside = [m for m in named if m.end <= value.start and m not in sentence.aside]
    large_enough = [m for m in chips_of(candidates, predicate, inside) if fits(m, predicate, amount)]
    known = (
        in_clause_before(sentence, value, large_enough)
        or (by_precedence(sentence, value, large_enough) if sentence.block.kind == "title" else None)
        or by_succession(sentence, value, large_enough)
        or by_precedence(sentence, value, large_enough)
        or by_fronting(sentence, value, large_enough)
        or anywhere_behind(sentence, value, large_enough, discourse)
    )
    behind = predicate == "production" and known and known.products[0].start > value.start
    process = process_of_size(sentence, value, predicate, discourse) if behind or not known else None
    if process:
        return Found([process], "process", 0.7)
    found = known or _inherited(sentence, value, discourse, predicate, amount, candidates)
    if (not found.products and predicate in _OF_ONE) or (not known and _tells_of_each(sentence, candidates)):
        # nothing is large enough: "la MI300X ha 192 TB", 单颗910C的算力达300 PFLOPS are slips that a check has to see
        lone = candidates if len(candidates) == 1 else []
        found = in_clause_before(sentence, value, candidates) or by_precedence(sentence, value, lone) or found
    inherited = found.how in _INHERITED
    members = [_member(m, discourse, predicate, inherited=inherited) for m in found.products]
    return Found(members, found.how, found.confidence)


def _tells_of_each(sentence: Sentence, candidates: list[Mention]) -> bool:
    """单颗910C, "ogni B200": whether the only product is told of piece by piece."""
    if len(candidates) != 1:
        return False
    start = candidates[0].start
    return any(c.end >= start - 1 for c in sentence.find_cues("each", (max(sentence.start, start - _BESIDE), start)))


def _by_noun(
    sentence: Sentence, value: Placed, predicate: str, discourse: Discourse, aside: Collection[Mention]
) -> Found | None:
    """What a definite noun stands for, in the value's clause or in an earlier one that goes on."""
    if not sentence.pack.spaced and _has_another_subject(sentence, _own_clause(sentence, value)):
        return None
    pointed = pointed_at(sentence, value, discourse, predicate)
    if pointed and pointed not in aside and eligible(pointed, predicate):
        return Found([pointed], "anaphora", 0.75)
    carried = carried_on(sentence, value, discourse, predicate)
    if carried is None or carried in aside or not eligible(carried, predicate):
        return None
    amount = value.value if isinstance(value, Value) else None
    return Found([carried], "focus", 0.65) if fits(carried, predicate, amount) else None


def _is_architecture_of_next(sentence: Sentence, architecture: Mention) -> bool:
    """Blackwell架构GB200: the architecture that only tells of what make the product right behind it is."""
    if architecture.kind not in ARCHITECTURE_KINDS:
        return False
    noun = sentence.pack.patterns.technology.architecture_of.match(sentence.text, architecture.end)
    return noun is not None and any(m.start == noun.end() for m in sentence.products)


def _labels_figure(sentence: Sentence, memory: Mention, discourse: Discourse) -> bool:
    """GDDR7显存带宽1344GB/s: where a product is spoken of, the kind of its memory only names the figure."""
    if not names_figure(sentence, memory):
        return False
    return any(m.kind not in TECHNOLOGY_KINDS for m in discourse.focus or discourse.title)


def _is_predecessors(sentence: Sentence, value: Placed) -> bool:
    """Whether the words behind the figure, or the subject before it, say that it is the predecessor's, who is not named there."""
    patterns = sentence.pack.patterns
    if patterns.comparison.of_predecessor.match(sentence.text, value.end):
        return True
    start, _ = sentence.clause(value.start)
    told = patterns.comparison.predecessor_before.search(sentence.gap(start, value.start))
    return told is not None and not any(start + told.start() <= m.start < value.start for m in sentence.products)


def _earlier_kin(sentence: Sentence, value: Placed, discourse: Discourse) -> list[Mention]:
    """What "the original model" stands for: another product of the kind that is being talked about, the last named."""
    behind = sentence.pack.patterns.comparison.of_predecessor.match(sentence.text, value.end)
    apposed = [m for m in sentence.products if behind and 0 <= m.start - behind.end() <= _APPOSED]
    if apposed:
        return apposed[:1]
    here = [m for m in sentence.products if m.end <= value.start and m not in sentence.aside]
    topic = next(iter(here[-1:] or discourse.focus or discourse.title), None)
    named = (*(m for m in sentence.aside if m.end <= value.start), *reversed(discourse.recent), *discourse.parts)
    others = [m for m in named if topic and m.kind == topic.kind and m.id != topic.id]
    return others[:1]


def _level_before(sentence: Sentence, value: Placed, predicate: str, discourse: Discourse) -> Mention | None:
    """性能是AI4的十倍，带宽从384GB/s升到1.6TB/s: what a figure rises from is the figure of the product compared against."""
    patterns = sentence.pack.patterns
    if predicate not in _OF_A_MODEL | {"link_bandwidth"} or not isinstance(value, Value):
        return None
    start, end = sentence.clause(value.start)
    # 频宽由…提高到…；功耗则由…
    goes_on = sentence.text[max(0, sentence.start - 2) : sentence.start].rstrip().endswith(("；", ";"))
    if sentence.pack.spaced or goes_on:
        compared = _just_compared(sentence, value, predicate, discourse)
    else:
        compared = [m for m in sentence.aside if m.end <= value.start and eligible(m, predicate)]
    if len({m.id for m in compared}) != 1 or not patterns.ratio.level_from.search(sentence.text, start, value.start):
        return None
    units = {value.unit, (value.unit or "").removesuffix("/s")}  # 由每秒736GB提高到960GB
    behind = next((v for v in sentence.values if value.end <= v.start < end and v.unit in units), None)
    rises = behind and patterns.ratio.level_to.fullmatch(sentence.gap(value.end, behind.start))
    return compared[0] if rises else None


def _just_compared(sentence: Sentence, value: Placed, predicate: str, discourse: Discourse) -> list[Mention]:
    """What the sentence, or the one before it, compares the topic against: a price apart, which rises by itself."""
    topic = next(iter(discourse.focus), None)
    if predicate == "unit_price" or topic is None or any(m.end <= value.start for m in sentence.products):
        return [m for m in sentence.aside if m.end <= value.start and eligible(m, predicate)]
    return [m for m in discourse.parts[:1] if m.kind == topic.kind and m.id != topic.id]


def _member(mention: Mention, discourse: Discourse, predicate: str, *, inherited: bool) -> Mention:
    """ "Lo Snapdragon corre a 4,6 GHz": of a family the model that is being talked about, where a figure is one model's."""
    if mention.kind != "family" or predicate not in (_OF_A_MODEL | _TOLD_OF_A_MODEL if inherited else _OF_A_MODEL):
        return mention
    named = (*discourse.focus, *discourse.title, *reversed(discourse.recent))
    return next((m for m in named if m.id.startswith(f"{mention.id}-") and m.kind not in WEAK_KINDS), mention)


def _inherited(
    sentence: Sentence,
    value: Placed,
    discourse: Discourse,
    predicate: str,
    amount: Decimal | None,
    candidates: list[Mention],
) -> Found:
    """What is being talked about; where that is too small for the figure, the last system that is large enough."""
    if any(_has_another_subject(sentence, start) for start in {sentence.start, _own_clause(sentence, value)}):
        return Found([], "none", 0.5)
    if _is_spec_sheet(sentence, discourse) and all(fits(m, predicate, amount) for m in discourse.title):
        return Found(discourse.title, "title", 0.6)
    listed = sentence.block.kind in {"list", "table"} and discourse.heading
    for products, how, confidence in (
        (discourse.focus or discourse.heading if listed else [], "heading", 0.7),
        (discourse.focus, "focus", 0.7 if predicate in _OF_ONE_PRODUCT and _is_only_topic(discourse) else 0.6),
        (discourse.title, "title", 0.5),
    ):
        large_enough = [m for m in products if fits(m, predicate, amount)]
        if large_enough:
            return Found(large_enough, how, confidence)
    told_below = predicate in _OF_A_MODEL if not sentence.pack.spaced else predicate == "unit_price"
    in_title = sentence.block.kind == "title" and told_below
    if in_title and not sentence.find_cues("basis"):
        return Found([m for m in discourse.lead if fits(m, predicate, amount)], "title", 0.5)
    if discourse.topic and discourse.topic.kind in TECHNOLOGY_KINDS and predicate in _OF_A_TOPIC:
        return Found([discourse.topic], "focus", 0.5)
    whole = next((m for m in reversed(discourse.of_kind.values()) if m.kind in SITE_KINDS), None)
    if whole and discourse.focus and not candidates:
        return Found([whole], "focus", 0.55)
    return Found([], "none", 0.5)


def _is_only_topic(discourse: Discourse) -> bool:
    """Whether no other product than the one that is talked about has been named so far, or the title names it too."""
    told = (*discourse.recent, *discourse.parts, *discourse.title)
    named = {m.id for m in told if m.kind not in WEAK_KINDS}
    topic = {m.id for m in discourse.focus}
    return named == topic or topic == {m.id for m in discourse.title}


def _own_clause(sentence: Sentence, value: Placed) -> int:
    """Where the clause of a value begins; in a spaced language, whose clauses go on about their sentence's subject, the sentence."""
    return sentence.start if sentence.pack.spaced else sentence.clause(value.start)[0]


def _is_spec_sheet(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether an item names a feature, as of what the article is about: "• RAM: 24 GB", with no other product's name above the list."""
    patterns = sentence.pack.patterns
    labelled = sentence.block.kind == "list" and patterns.layout.feature.match(sentence.text, sentence.start)
    if not labelled or not discourse.title or discourse.heading[:1] not in ([], discourse.title[:1]):
        return False
    end = sentence.block.start
    while True:
        line = sentence.text.rfind("\n", 0, max(0, end - 1)) + 1
        if line == 0 or not (sentence.text[line:end].isspace() or _ITEM.match(sentence.text, line)):
            return not any(line <= m.start for m in discourse.focus)
        end = line


def _has_another_subject(sentence: Sentence, start: int) -> bool:
    """ "La Norvegia ha dalla sua …", 下一代产品…: whether something opens the stretch that is no product and no organisation named."""
    match = sentence.pack.patterns.clause.other_subject.match(sentence.text, start, sentence.end)
    if match is None:
        return False
    start, end = match.span("name")
    if sentence.pack.spaced and sentence.find_cues("spec", (start, end)):
        return False  # "il suo Tdp": a figure's name, however it is written
    return not any(m.start < end and start < m.end for m in (*sentence.products, *sentence.organisations))


def closest(mentions: Collection[Mention], place: Placed) -> Mention | None:
    """The mention nearest to a place, or None."""
    return min(mentions, key=lambda m: distance(m, place), default=None)
