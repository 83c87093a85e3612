"""Chinese clauses that tell an architecture or a process without the usual verb right before it: 架构还是X, 以X为架构, 走3纳米."""

from __future__ import annotations

import re

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_AS = re.compile("[以将把]$")
_OF_BOARD = re.compile(r"\s*(?:显存|内存)的?(?:带宽|容量|位宽|速率|频率|总量)")
_IS_IT = re.compile(r"\s*(?:当?作)?为(?:其|核心|基础|底层|计算)?架构")
_IS = re.compile(
    "(?<![不还可就只或而便总])(?:[都均皆同也仍]?[是为]|属于?|出自|来自)(?:新一代|全新的?|最新的?|同一?代)?$"
)
_NOUN = re.compile(r"\s*(?:微)?架构(?:[,，。;；、!！]|$|产品|设计)")
_STANDS_AT = re.compile(
    "(?:停留?在|留在|沿用|延用|导入|改[用采]|转[向用到]|迈[入向到]|跨入|推进[到至]|走|(?<![开召聚博神风])采用?|(?<![费占可专通信作利引使运])用)"
    "(?P<made>自家的?|自有的?|自研的?|第[一二三四]代|更?先进的?|成熟的?|最新的?|较[新旧]的?)?$"
)
"""Right before a size, or before the foundry that has the process: that something is made so."""
_BEHIND_SIZE = re.compile(r"\s*(?:GAA|FinFET|EUV|级|节点|家族|技术)?(?:[,，。;；、!！?？]|$|(?:的)?(?:工艺|制程|节点))")
_ITS_CAPACITY = re.compile(r"\s*(?:内存|显存)?的?(?:总|最大)?容量(?:为|达到?|高达|是|有|约)*\s*")
_MAKING = re.compile(r"\s*(?:工艺|制程|节点)?(?:制造|打造|生产|代工|量产|制成)")
_BY = ("以", "用", "采", "采用", "由")
_ALONE = re.compile(r"\s*(?:工艺|制程)?(?:流片|投片|试产)?[\s,，。;；、)）]*")


def is_architecture_told(sentence: Sentence, architecture: Mention) -> bool:
    """架构还是Blackwell, 以Xe3P为架构: a Chinese predicate that says that something has the architecture."""
    if sentence.pack.spaced:
        return False
    if _IS.search(sentence.text, sentence.start, architecture.start) and _NOUN.match(sentence.text, architecture.end):
        return True
    told = sentence.pack.patterns.part.attribute_is.search(sentence.text, sentence.start, architecture.start)
    if told and "架构" in told[0]:
        return True
    before = _AS.search(sentence.text, sentence.start, architecture.start)
    return before is not None and _IS_IT.match(sentence.text, architecture.end) is not None


def capacity_of(sentence: Sentence, memory: Mention) -> Value | None:
    """HBM3E容量192GB: the capacity that the memory's name only tells the kind of."""
    told = None if sentence.pack.spaced else _ITS_CAPACITY.match(sentence.text, memory.end)
    if told is None:
        return None
    return next((v for v in sentence.values if v.unit == "B" and v.start == told.end()), None)


def names_figure(sentence: Sentence, memory: Mention) -> bool:
    """GDDR7显存带宽1344GB/s: that the kind of a product's memory stands in the name of a figure."""
    return (
        not sentence.pack.spaced and memory.kind == "memory" and _OF_BOARD.match(sentence.text, memory.end) is not None
    )


def is_made_in(sentence: Sentence, process: Mention) -> bool:
    """以台积电N3P制造: that a process is only what something is made in."""
    if sentence.pack.spaced or process.kind != "process" or not _MAKING.match(sentence.text, process.end):
        return False
    start, _ = sentence.clause(process.start)
    makers = [o.start for o in sentence.organisations if start <= o.start < process.start]
    at = makers[-1] if makers else process.start
    return sentence.text.endswith(_BY, start, at)


def is_alone(sentence: Sentence, process: Mention) -> bool:
    """…，台积电4N，…: a clause that is nothing but a process and who has it."""
    if sentence.pack.spaced:
        return False
    bracket = sentence.parenthesis(process.start)
    told = bracket and any(m.end == bracket[0] and m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
    start, end = (bracket[0] + 1, bracket[1]) if bracket and told else sentence.clause(process.start)
    makers = [o.end for o in sentence.organisations if start <= o.start and o.end <= process.start]
    before = sentence.gap(max([start, *makers]), process.start).strip(" ,，、的")
    return not before and _ALONE.fullmatch(sentence.gap(process.end, end)) is not None


def stands_at_size(sentence: Sentence, value: Value) -> bool:
    """停留在6纳米, 走3奈米, 采三星8奈米: a verb of using right before the size, or before the foundry whose process it is.

    A foundry that is the subject of the verb (台积电采用3纳米) makes many things so.
    """
    if sentence.pack.spaced or not _BEHIND_SIZE.match(sentence.text, value.end):
        return False
    start, _ = sentence.clause(value.start)
    makers = [o for o in sentence.organisations if o.kind == "company" and start <= o.start and o.end <= value.start]
    own = [o for o in makers if not sentence.gap(o.end, value.start).strip(" 的家第一二三四代")]
    at = own[-1].start if own else value.start
    verb = _STANDS_AT.search(sentence.text, start, at)
    return verb is not None and not any(o.end == verb.start() for o in makers)
