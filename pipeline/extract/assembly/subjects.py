"""Which product a value belongs to: by brackets, syntax, coordination, headings, and else by what is being talked about."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.anaphora import pointed_at
from pipeline.extract.assembly.brackets import bracketed, in_other_brackets
from pipeline.extract.assembly.candidates import eligible, is_attribute, spoken_of, without_parts
from pipeline.extract.assembly.devices import chips_of, device_of, is_inside_phones
from pipeline.extract.assembly.discourse import Discourse, distinct
from pipeline.extract.assembly.fronting import fronted
from pipeline.extract.assembly.magnitudes import fits
from pipeline.extract.assembly.processes import process_of_size
from pipeline.extract.assembly.reading import WEAK_KINDS, Cell, Placed, Sentence, distance
from pipeline.extract.assembly.references import referred
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
_OF_ONE = frozenset({"memory_capacity", "memory_bandwidth", "core_count"})
_APPOSED = re.compile(r"\s*(?:il|lo|la|l['’]|i|gli|le)?\s*", re.IGNORECASE)
_SUCCESSOR = re.compile(r"\b(?:successore|erede|nuov[oa]\s+\w+),\s*$", re.IGNORECASE)
"""What the name of a product follows that is new in the text: "arriva il successore, lo Snapdragon X2"."""
_SUPPORTS = re.compile(r"\b(?:support\w+|cache|gestisc\w+|indirizz\w+|massim\w+|fino\s+a)", re.IGNORECASE)
"""What a processor does with memory that it does not have itself."""
_OF_PREDECESSOR = re.compile(
    r"\s+(?:circa\s+)?(?:del|della|dell['’]|dello)\s*(?:predecessore|predecessora|(?:modello|versione|console|generazione|scheda|chip|processore)"
    r"\s+(?:originale|precedente|scors[ao]|passat[ao]|uscente|vecchi[ao]))\b",
    re.IGNORECASE,
)
"""Behind a figure: that it is the predecessor's ("contro i 329 euro del modello originale")."""
_COMPARED = 2
"""So many products at least stand in the header of a table that compares."""
_INHERITED = frozenset({"focus", "title", "heading"})
_POINTED_OUT = frozenset({"table", "anaphora", "bracket", "bracket.part", "possession"})
"""Ways to name a subject that leave no doubt that it is itself meant, and not what it is built into."""


@dataclass(frozen=True, slots=True)
class Found:
    """The subjects of a value, how they were found, and how sure that is."""

    products: list[Mention]
    how: str
    confidence: float


def group_of(mention: Mention, sentence: Sentence, among: Collection[Mention]) -> list[Mention]:
    """The mention with those that are coordinated with it ("A, B e C", A、B和C), in order."""
    pattern = sentence.pack.patterns.coordinated
    items = sorted(among, key=lambda m: m.start)
    index = items.index(mention)
    first = last = index
    while first and pattern.fullmatch(sentence.gap(items[first - 1].end, items[first].start)):
        first -= 1
    while last + 1 < len(items) and pattern.fullmatch(sentence.gap(items[last].end, items[last + 1].start)):
        last += 1
    return items[first : last + 1]


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
    found = _stated_of(sentence, value, predicate, discourse, exclude)
    if found.how in _POINTED_OUT:
        return Found([], "none", 0.5) if _is_unnamed_phones(sentence, predicate, found) else found
    here = [m for m in found.products if m in sentence.products and m.end <= value.start]
    devices = {m: device_of(sentence, m, predicate, discourse) for m in here}
    found = replace(found, products=distinct([devices.get(m) or m for m in found.products]))
    return Found([], "none", 0.5) if _is_unnamed_phones(sentence, predicate, found) else found


def _is_unnamed_phones(sentence: Sentence, predicate: str, found: Found) -> bool:
    """Whether what is told can only be a phone's that is not named, and not its processor's: its price, its memory."""
    if not sentence.pack.spaced or not any(is_inside_phones(m, predicate) for m in found.products):
        return False
    memory = predicate == "memory_capacity"
    if memory and _SUPPORTS.search(sentence.text, sentence.start, sentence.end):
        return False
    return found.how in _INHERITED or (memory and found.how != "table")


def _stated_of(
    sentence: Sentence, value: Placed, predicate: str, discourse: Discourse, exclude: Collection[Mention]
) -> Found:
    aside = {*exclude, *in_other_brackets(sentence, value)}
    named = [m for m in sentence.products if eligible(m, predicate) and m not in aside]
    owned = [m for m in named if m.kind not in TECHNOLOGY_KINDS] or named
    found = (
        _by_table(sentence, value, owned)
        or _by_bracket(sentence, value, owned, predicate)
        or _by_reference(sentence, value, discourse)
        or _by_possession(sentence, value, owned)
        or (None if predicate == "relative" else _by_genitive(sentence, value, without_parts(sentence, owned)))
    )
    if found:
        return found
    if sentence.pack.spaced and _OF_PREDECESSOR.match(sentence.text, value.end):
        return Found(_earlier_kin(sentence, value, discourse), "predecessor", 0.6)
    former = _level_before(sentence, value, predicate)
    if former:
        return Found([former], "level", 0.7)
    pointed = pointed_at(sentence, value, discourse)
    if pointed and pointed not in aside and eligible(pointed, predicate):
        return Found([pointed], "anaphora", 0.75)
    amount = value.value if isinstance(value, Value) else None
    candidates = spoken_of(sentence, value, [m for m in named if m not in sentence.aside], discourse)
    inside = [m for m in named if m.end <= value.start and m not in sentence.aside]
    large_enough = [m for m in chips_of(candidates, predicate, inside) if fits(m, predicate, amount)]
    known = (
        _in_clause_before(sentence, value, large_enough)
        or (_by_precedence(sentence, value, large_enough) if sentence.block.kind == "title" else None)
        or _by_succession(sentence, value, large_enough)
        or _by_precedence(sentence, value, large_enough)
        or _fronted(sentence, value, large_enough)
        or _anywhere_behind(value, large_enough, discourse)
    )
    behind = predicate == "production" and known and known.products[0].start > value.start
    process = process_of_size(sentence, value, predicate, discourse) if behind or not known else None
    if process:
        return Found([process], "process", 0.7)
    found = known or _inherited(sentence, discourse, predicate, amount, candidates)
    if not found.products and predicate in _OF_ONE:
        # nothing is large enough: "la MI300X ha 192 TB" is a slip that a check has to see
        found = _in_clause_before(sentence, value, candidates) or found
    return replace(found, products=[_member(m, discourse, predicate) for m in found.products])


def _earlier_kin(sentence: Sentence, value: Placed, discourse: Discourse) -> list[Mention]:
    """What "the original model" stands for: another product of the kind that is being talked about, the last named."""
    here = [m for m in sentence.products if m.end <= value.start and m not in sentence.aside]
    topic = next(iter(here[-1:] or discourse.focus or discourse.title), None)
    others = [m for m in discourse.recent if topic and m.kind == topic.kind and m.id != topic.id]
    return others[-1:]


def _level_before(sentence: Sentence, value: Placed, predicate: str) -> Mention | None:
    """性能是AI4的十倍，带宽从384GB/s升到1.6TB/s: what a figure rises from is the figure of the product compared against."""
    if sentence.pack.spaced or predicate not in _OF_A_MODEL or not isinstance(value, Value):
        return None
    start, end = sentence.clause(value.start)
    compared = [m for m in sentence.aside if m.end <= value.start and eligible(m, predicate)]
    if len({m.id for m in compared}) != 1 or not sentence.pack.patterns.level_from.search(
        sentence.text, start, value.start
    ):
        return None
    behind = next((v for v in sentence.values if value.end <= v.start < end and v.unit == value.unit), None)
    rises = behind and sentence.pack.patterns.level_to.fullmatch(sentence.gap(value.end, behind.start))
    return compared[0] if rises else None


def _member(mention: Mention, discourse: Discourse, predicate: str) -> Mention:
    """ "Lo Snapdragon corre a 4,6 GHz": of a family the model that is being talked about, where a figure is one model's."""
    if mention.kind != "family" or predicate not in _OF_A_MODEL:
        return mention
    named = (*discourse.focus, *discourse.title, *reversed(discourse.recent))
    return next((m for m in named if m.id.startswith(f"{mention.id}-") and m.kind not in WEAK_KINDS), mention)


def _by_genitive(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    """RTX 4090的450W, "della RTX 5080, che costa 999 euro": the product right before the value owns it, even one set aside."""
    before = [m for m in candidates if m.end <= value.start and (m.kind not in TECHNOLOGY_KINDS or m in sentence.aside)]
    if not before or (before[-1].kind in WEAK_KINDS and is_attribute(sentence, before[-1])):
        return None
    gap, patterns = sentence.gap(before[-1].end, value.start), sentence.pack.patterns
    if patterns.genitive.fullmatch(gap) or patterns.relative_clause.match(gap):
        return Found([before[-1]], "genitive", 0.85)
    return None


def _by_table(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    """The product in the value's own cell, at the head of its row, or at the head of its column."""
    cell, column = sentence.cell(value.start), sentence.column(value.start)
    if cell is None:
        return None
    own = [m for m in candidates if cell.start <= m.start < cell.end and m.end <= value.start]
    row = [m for m in candidates if m.start < sentence.cells[0].end]
    heads = (
        [m for m in sentence.header.products if column.start <= m.start < column.end]
        if column and sentence.header
        else []
    )
    anywhere = [m for m in candidates if m.end <= value.start]
    chosen = own or row or heads or anywhere[-1:]
    if chosen:
        return Found(chosen[-1:], "table", 0.85)
    return _of_another_column(sentence, value, column)


def _of_another_column(sentence: Sentence, value: Placed, column: Cell | None) -> Found | None:
    """A column that names no product beside others that do: a change is of the last of them, a figure of none."""
    if column is None or sentence.header is None or column == sentence.header.cells[0]:
        return None
    compared = [
        m
        for m in sentence.header.products
        if m.start >= sentence.header.cells[0].end and m.kind not in TECHNOLOGY_KINDS
    ]
    if len({m.id for m in compared}) < _COMPARED:
        return None
    ratio = isinstance(value, Value) and value.kind == "percent"
    before = [m for m in compared if m.end <= column.start]
    return Found(before[-1:] if ratio else [], "table", 0.7)


def _by_bracket(sentence: Sentence, value: Placed, candidates: list[Mention], predicate: str) -> Found | None:
    """X (…value…): the product before the bracket, or the part of it that the bracket counts."""
    found = bracketed(sentence, value, candidates, predicate)
    if found is None:
        return None
    part = sentence.parenthesis(found.start) == sentence.parenthesis(value.start)
    return Found([found], "bracket.part", 0.8) if part else Found([found], "bracket", 0.9)


def _by_reference(sentence: Sentence, value: Placed, discourse: Discourse) -> Found | None:
    """前者, quest'ultima: the first or the last of the products named just before."""
    found = referred(sentence, value, discourse)
    return Found(found[0], f"reference.{found[1]}", 0.75) if found else None


def _by_possession(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    """192 GB della MI300X, 售价7999元的RTX 5090: the product follows and the words between tie it to the value.

    "5,6 GHz e 120 W per il Ryzen 9": a row of figures belongs to the product behind its last.
    """
    pattern = sentence.pack.patterns.belongs_to
    value = _last_of_row(sentence, value)
    for mention in candidates:
        if mention.kind == "memory" and isinstance(value, Value) and value.unit in {"B", "B/s"}:
            continue
        if value.end <= mention.start <= value.end + 40 and pattern.fullmatch(sentence.gap(value.end, mention.start)):
            return Found([mention], "possession", 0.85)
    return None


def _last_of_row(sentence: Sentence, value: Placed) -> Placed:
    """The last of the figures that are coordinated with one, each right behind the other; the figure itself where none is."""
    if not sentence.pack.spaced or not isinstance(value, Value):
        return value
    last: Value = value
    for other in (v for v in sentence.values if v.start >= value.end):
        if other.unit is None or not sentence.pack.patterns.coordinated.fullmatch(sentence.gap(last.end, other.start)):
            break
        last = other
    return last


def _in_clause_before(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    """The same, where the product stands in the value's own clause."""
    start, _ = sentence.clause(value.start)
    own = any(start <= m.start and m.end <= value.start for m in candidates)
    return _by_precedence(sentence, value, candidates) if own else None


def _by_precedence(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    """The last product before the value, in its clause or in the sentence, with those coordinated to it."""
    before = [m for m in candidates if m.end <= value.start]
    if not before:
        return None
    last = before[-1]
    group = group_of(last, sentence, before)
    clause = sentence.clause(value.start)
    confidence = 0.9 if last.start >= clause[0] else 0.75
    if len(group) > 1:
        chosen = _distributed(sentence, value, group)
        return Found(chosen, "coordination" if len(chosen) > 1 else "distribution", confidence)
    return Found([last], "precedence", confidence)


def _distributed(sentence: Sentence, value: Placed, group: list[Mention]) -> list[Mention]:
    """A and B cost 2 and 1: as many values of one sort as subjects are dealt out in order; one value holds for all."""
    if not isinstance(value, Value):
        return group
    row = [
        v for v in sentence.values
        if v.start >= group[-1].end and v.kind == value.kind and (v.unit == value.unit) and v.same_as == value.same_as
    ]  # fmt: skip
    if len(row) == len(group) and len(row) > 1:
        return [group[row.index(value)]]
    return group


def _by_succession(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    """No product stands before the value: the first one after it in its clause."""
    end = sentence.clause(value.start)[1]
    after = [m for m in candidates if value.end <= m.start < end]
    apposed = [m for m in candidates if m.start >= end and _APPOSED.fullmatch(sentence.gap(end, m.start))]
    if not after and apposed and sentence.pack.spaced and _SUCCESSOR.search(sentence.text, value.end, end):
        return Found(apposed[:1], "succession", 0.7)
    if not after:
        return None
    return Found(group_of(after[0], sentence, after), "succession", 0.7)


def _fronted(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    subject = fronted(sentence, value, candidates)
    return Found([subject], "fronting", 0.75) if subject else None


def _anywhere_behind(value: Placed, candidates: list[Mention], discourse: Discourse) -> Found | None:
    """Nothing was spoken of before: the sentence's first product behind the value, in whatever clause."""
    after = [m for m in candidates if m.start >= value.end]
    return Found(after[:1], "cataphora", 0.55) if after and not (discourse.focus or discourse.title) else None


def _inherited(
    sentence: Sentence, discourse: Discourse, predicate: str, amount: Decimal | None, candidates: list[Mention]
) -> Found:
    """What is being talked about; where that is too small for the figure, the last system that is large enough."""
    if _has_another_subject(sentence):
        return Found([], "none", 0.5)
    listed = sentence.block.kind in {"list", "table"} and discourse.heading
    for products, how, confidence in (
        (discourse.focus or discourse.heading if listed else [], "heading", 0.7),
        (discourse.focus, "focus", 0.6),
        (discourse.title, "title", 0.5),
    ):
        large_enough = [m for m in products if fits(m, predicate, amount)]
        if large_enough:
            return Found(large_enough, how, confidence)
    if discourse.topic and discourse.topic.kind in TECHNOLOGY_KINDS and predicate in _OF_A_TOPIC:
        return Found([discourse.topic], "focus", 0.5)
    whole = next((m for m in reversed(discourse.of_kind.values()) if m.kind in SITE_KINDS), None)
    if whole and discourse.focus and not candidates:
        return Found([whole], "focus", 0.55)
    return Found([], "none", 0.5)


def _has_another_subject(sentence: Sentence) -> bool:
    """ "La Norvegia ha dalla sua …": whether the sentence opens with a name that is of no product and no organisation."""
    match = sentence.pack.patterns.other_subject.match(sentence.text, sentence.start, sentence.end)
    if match is None:
        return False
    start, end = match.span("name")
    return not any(m.start < end and start < m.end for m in (*sentence.products, *sentence.organisations))


def closest(mentions: Collection[Mention], place: Placed) -> Mention | None:
    """The mention nearest to a place, or None."""
    return min(mentions, key=lambda m: distance(m, place), default=None)
