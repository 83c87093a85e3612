"""The product of a figure by where it stands: in its cell or bracket, before the figure, behind it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import WEAK_KINDS, Cell, Placed, Sentence
from pipeline.extract.assembly.subjects.brackets import bracketed, named_in_bracket
from pipeline.extract.assembly.subjects.candidates import is_attribute
from pipeline.extract.assembly.subjects.fronting import fronted
from pipeline.extract.assembly.subjects.references import referred
from pipeline.extract.assembly.subjects.siblings import sibling_told
from pipeline.extract.mentions import Mention

_PROCESSORS = frozenset({"cpu", "soc"})
_COMPARING = frozenset({"relative", "share"})
_COMPARED = 2
"""So many products at least stand in the header of a table that compares."""
_BEFORE_USED = 2


@dataclass(frozen=True, slots=True)
class Found:
    """The subjects of a value, how they were found, and how sure that is."""

    products: list[Mention]
    how: str
    confidence: float


def group_of(mention: Mention, sentence: Sentence, among: Collection[Mention]) -> list[Mention]:
    """The mention with those that are coordinated with it ("A, B e C", A、B和C), in order."""
    pattern = sentence.pack.patterns.clause.coordinated
    items = sorted(among, key=lambda m: m.start)
    index = items.index(mention)
    first = last = index
    while first and pattern.fullmatch(sentence.gap(items[first - 1].end, items[first].start)):
        first -= 1
    while last + 1 < len(items) and pattern.fullmatch(sentence.gap(items[last].end, items[last + 1].start)):
        last += 1
    return [m for m in items[first : last + 1] if not _are_processor_and_graphics(m, mention)]


def _are_processor_and_graphics(one: Mention, other: Mention) -> bool:
    """ "Un Ryzen 7 250 e una RTX 5060 con 8 GB": two parts of one machine, of which no figure is told at once."""
    kinds = {one.kind, other.kind}
    return "gpu" in kinds and not kinds.isdisjoint(_PROCESSORS)


def by_genitive(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    """RTX 4090的450W, "della RTX 5080, che costa 999 euro": the product right before the value owns it, even one set aside."""
    before = [m for m in candidates if m.end <= value.start and (m.kind not in TECHNOLOGY_KINDS or m in sentence.aside)]
    if not before or (before[-1].kind in WEAK_KINDS | TECHNOLOGY_KINDS and is_attribute(sentence, before[-1])):
        return None
    gap, patterns = sentence.gap(before[-1].end, value.start), sentence.pack.patterns
    dated = isinstance(value, Value) and value.kind == "date" and patterns.focus.participial.fullmatch(gap)
    if dated or patterns.clause.genitive.fullmatch(gap) or patterns.clause.relative_clause.match(gap):
        return Found([before[-1]], "genitive", 0.85)
    return None


def by_table(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
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


def by_bracket(sentence: Sentence, value: Placed, candidates: list[Mention], predicate: str) -> Found | None:
    """X (…value…): the product before the bracket, or the part of it that the bracket counts."""
    named = [] if predicate in _COMPARING else named_in_bracket(sentence, value)
    if named and all(m.kind not in TECHNOLOGY_KINDS for m in named):
        return Found(named, "bracket", 0.9)
    found = bracketed(sentence, value, candidates, predicate)
    if found is None:
        return None
    part = sentence.parenthesis(found.start) == sentence.parenthesis(value.start)
    return Found([found], "bracket.part", 0.8) if part else Found([found], "bracket", 0.9)


def by_reference(sentence: Sentence, value: Placed, discourse: Discourse) -> Found | None:
    """前者, quest'ultima: the first or the last of the products named just before; "la sorella minore": the lesser one."""
    sibling = sibling_told(sentence, value, discourse)
    if sibling is not None:
        return Found(sibling, "reference.sibling", 0.7)
    found = referred(sentence, value, discourse)
    if found is None:
        return _dealt_to_the_last(sentence, value, discourse)
    dealt = found[0]
    if len(dealt) > 1 and sentence.find_cues("reference", (sentence.start, value.start), "respectively"):
        dealt = _distributed(sentence, value, dealt)
    return Found(dealt, f"reference.{found[1]}", 0.75)


def _dealt_to_the_last(sentence: Sentence, value: Placed, discourse: Discourse) -> Found | None:
    """ "Hanno 24, 32 e 48 GB": a row of as many figures as products were named in the sentence before, right behind a verb for several."""
    group = [m for m in discourse.previous if m.kind not in TECHNOLOGY_KINDS | WEAK_KINDS]
    head = sentence.pack.patterns.topic.several_have.match(sentence.text, sentence.start, value.start)
    if head is None or len(group) < _COMPARED or len({m.kind for m in group}) > 1:
        return None
    if any(m.kind not in TECHNOLOGY_KINDS and m.end <= value.start for m in sentence.products):
        return None
    chosen = _distributed(sentence, value, group)
    return Found(chosen, "reference.row", 0.7) if len(chosen) == 1 else None


def by_possession(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    """192 GB della MI300X, 售价7999元的RTX 5090: the product follows and the words between tie it to the value.

    "5,6 GHz e 120 W per il Ryzen 9": a row of figures belongs to the product behind its last.
    """
    pattern = sentence.pack.patterns.clause.belongs_to
    value = _last_of_row(sentence, value)
    for mention in candidates:
        if mention.kind == "memory" and isinstance(value, Value) and value.unit in {"B", "B/s"}:
            continue
        if mention in sentence.aside and not sentence.pack.spaced and sentence.text[mention.start - 1] != "的":
            continue  # 2025年推出的天枢已超越Hopper
        end = _noun_end(sentence, value)
        if end <= mention.start <= end + 40 and pattern.fullmatch(sentence.gap(end, mention.start)):
            of_all = sentence.pack.spaced and not isinstance(
                value, Value
            )  # "il processo 20A per Arrow Lake e Lunar Lake"
            behind = [m for m in candidates if m.start >= mention.start]
            return Found(group_of(mention, sentence, behind) if of_all else [mention], "possession", 0.85)
    return None


def _last_of_row(sentence: Sentence, value: Placed) -> Placed:
    """The last of the figures that are coordinated with one, each right behind the other; the figure itself where none is."""
    patterns = sentence.pack.patterns
    if not sentence.pack.spaced or not isinstance(value, Value):
        return value
    last: Value = value
    for other in (v for v in sentence.values if v.start >= value.end):
        end = _noun_end(sentence, other)
        gap = sentence.gap(_noun_end(sentence, last), other.start)
        measured = other.unit is not None or end > other.end
        if not measured or not (
            patterns.clause.coordinated.fullmatch(gap) or patterns.focus.coordinated_figure.fullmatch(gap)
        ):
            break
        last = other
    return last


def _noun_end(sentence: Sentence, value: Placed) -> int:
    """Where a figure ends with the noun of the cores that it counts: "20 core"."""
    if not sentence.pack.spaced or not isinstance(value, Value) or value.kind != "number":
        return value.end
    noun = next((c for c in sentence.find_cues("noun", label="core") if 0 <= c.start - value.end <= 1), None)
    return noun.end if noun else value.end


def in_clause_before(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    """The same, where the product stands in the value's own clause."""
    start, _ = sentence.clause(value.start)
    own = any(start <= m.start and m.end <= value.start for m in candidates)
    return by_precedence(sentence, value, candidates) if own else None


def by_precedence(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
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
        if (v.start >= group[-1].end or group[-1].end > value.start) and v.kind == value.kind and (v.unit == value.unit) and v.same_as == value.same_as
    ]  # fmt: skip
    if len(row) == len(group) and len(row) > 1:
        return [group[row.index(value)]]
    return group


def by_succession(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    """No product stands before the value: the first one after it in its clause."""
    patterns = sentence.pack.patterns
    end = sentence.clause(value.start)[1]
    after = [m for m in candidates if value.end <= m.start < end and not _is_used(sentence, m)]
    after = [m for m in after if not _in_next_title(sentence, value, m)]
    apposed = [m for m in candidates if m.start >= end and patterns.focus.apposed.fullmatch(sentence.gap(end, m.start))]
    variant = patterns.topic.variant.search(sentence.gap(sentence.clause(value.start)[0], value.start))
    if not after and apposed and (variant or patterns.focus.successor.search(sentence.text, value.end, end)):
        return Found(apposed[:1], "succession", 0.7)
    if not after:
        return None
    return Found(group_of(after[0], sentence, after), "succession", 0.7)


def _in_next_title(sentence: Sentence, value: Placed, mention: Mention) -> bool:
    """英特尔巨亏166亿美元 Gaudi目标落空: money that a company has in one half of a title is not of the product in the other."""
    if sentence.pack.spaced or sentence.block.kind != "title" or getattr(value, "kind", "") != "price":
        return False
    company = any(o.kind == "company" and o.end <= value.start for o in sentence.organisations)
    return company and " " in sentence.gap(value.end, mention.start)


def _is_used(sentence: Sentence, mention: Mention) -> bool:
    """ "… si basa su Blackwell e usa il GB202": whether the verb before it takes the product as its object, another being named before."""
    patterns = sentence.pack.patterns
    earlier = [m.end for m in sentence.products if m.end < mention.start]
    if len(earlier) < _BEFORE_USED:
        return False
    verbs = sentence.find_cues("attribute", (max(earlier), mention.start), "uses")
    return bool(verbs) and patterns.focus.used.fullmatch(sentence.gap(verbs[-1].end, mention.start)) is not None


def by_fronting(sentence: Sentence, value: Placed, candidates: list[Mention]) -> Found | None:
    subject = fronted(sentence, value, candidates)
    return Found([subject], "fronting", 0.75) if subject else None


def anywhere_behind(sentence: Sentence, value: Placed, candidates: list[Mention], discourse: Discourse) -> Found | None:
    """Nothing was spoken of before: the sentence's first product behind the value, in whatever clause before a semicolon."""
    after = [m for m in candidates if m.start >= value.end and ";" not in sentence.gap(value.end, m.start)]
    after = [m for m in after if not _in_next_title(sentence, value, m)]
    return Found(after[:1], "cataphora", 0.55) if after and not (discourse.focus or discourse.title) else None
