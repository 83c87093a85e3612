"""Chinese clauses that tell an architecture or a process without the usual verb right before it: 架构还是X, 以X为架构, 走3纳米."""

from __future__ import annotations

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention


def is_architecture_told(sentence: Sentence, architecture: Mention) -> bool:
    """架构还是Blackwell, 以Xe3P为架构: a Chinese predicate that says that something has the architecture."""
    patterns = sentence.pack.patterns
    if patterns.technology.architecture_is.search(
        sentence.text, sentence.start, architecture.start
    ) and patterns.technology.architecture_noun.match(sentence.text, architecture.end):
        return True
    told = patterns.part.attribute_is.search(sentence.text, sentence.start, architecture.start)
    if told and "架构" in told[0]:
        return True
    before = patterns.technology.architecture_used.search(sentence.text, sentence.start, architecture.start)
    return (
        before is not None and patterns.technology.architecture_for.match(sentence.text, architecture.end) is not None
    )


def capacity_of(sentence: Sentence, memory: Mention) -> Value | None:
    """HBM3E容量192GB: the capacity that the memory's name only tells the kind of."""
    told = sentence.pack.patterns.memory.capacity_of.match(sentence.text, memory.end)
    if told is None:
        return None
    return next((v for v in sentence.values if v.unit == "B" and v.start == told.end()), None)


def names_figure(sentence: Sentence, memory: Mention) -> bool:
    """GDDR7显存带宽1344GB/s: that the kind of a product's memory stands in the name of a figure."""
    named = memory.kind == "memory" and sentence.pack.patterns.memory.figure_of.match(sentence.text, memory.end)
    return bool(named)


def is_made_in(sentence: Sentence, process: Mention) -> bool:
    """以台积电N3P制造: that a process is only what something is made in."""
    patterns = sentence.pack.patterns
    if process.kind != "process" or not patterns.technology.makes.match(sentence.text, process.end):
        return False
    start, _ = sentence.clause(process.start)
    makers = [o.start for o in sentence.organisations if start <= o.start < process.start]
    at = makers[-1] if makers else process.start
    return patterns.technology.made_with.search(sentence.text, start, at) is not None


def is_alone(sentence: Sentence, process: Mention) -> bool:
    """…，台积电4N，…: a clause that is nothing but a process and who has it."""
    patterns = sentence.pack.patterns
    bracket = sentence.parenthesis(process.start)
    told = bracket and any(m.end == bracket[0] and m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
    start, end = (bracket[0] + 1, bracket[1]) if bracket and told else sentence.clause(process.start)
    makers = [o.end for o in sentence.organisations if start <= o.start and o.end <= process.start]
    before = sentence.gap(max([start, *makers]), process.start).strip(" ,，、的")
    return not before and patterns.technology.nothing_more.fullmatch(sentence.gap(process.end, end)) is not None


def stands_at_size(sentence: Sentence, value: Value) -> bool:
    """停留在6纳米, 走3奈米, 采三星8奈米: a verb of using right before the size, or before the foundry whose process it is.

    A foundry that is the subject of the verb (台积电采用3纳米) makes many things so.
    """
    patterns = sentence.pack.patterns
    if not patterns.technology.size_ends.match(sentence.text, value.end):
        return False
    start, _ = sentence.clause(value.start)
    makers = [o for o in sentence.organisations if o.kind == "company" and start <= o.start and o.end <= value.start]
    own = [o for o in makers if not sentence.gap(o.end, value.start).strip(" 的家第一二三四代")]
    at = own[-1].start if own else value.start
    verb = patterns.technology.made_at.search(sentence.text, start, at)
    return verb is not None and not any(o.end == verb.start() for o in makers)
