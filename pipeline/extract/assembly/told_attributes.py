"""Chinese clauses that tell an architecture, a process or a maker without the usual verb right before it: 架构还是X, 以X为架构, 走3纳米, 三星以2nm生产."""

from __future__ import annotations

import re

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_AS = re.compile("[以将把]$")
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
_ALONE = re.compile(r"\s*(?:工艺|制程)?[\s,，。;；、)）]*")
_ENDS = re.compile(r"\s*(?:[,，。;；、!！?？)）]|$)")
_MADE_IN = re.compile(
    r"(?:将|则|也|已|会|正|计划|预计|拟|目前|[在以用将把][^,，。;；]{1,12})*(?:代工)?(?:生产|量产|制造|打造|代工|试产)(?:了|出)?\s*$"
)
"""Between a foundry and the chip that it makes: 三星将在泰勒厂以2nm生产AI6."""
_MOVED_TO = re.compile("(?:改投|转投|转由|改由|委由|转单给?|改交给?|改下单给?|交由|投片给?|投片于|投片在)$")
_TAKES_ON = re.compile("(?:独家|全数|全部|全权|主要|改?为)?(?:负责|操刀|承接|承制|包办|独揽|接手|接单)")


def is_architecture_told(sentence: Sentence, architecture: Mention) -> bool:
    """架构还是Blackwell, 以Xe3P为架构: a Chinese predicate that says that something has the architecture."""
    if sentence.pack.spaced:
        return False
    if _IS.search(sentence.text, sentence.start, architecture.start) and _NOUN.match(sentence.text, architecture.end):
        return True
    told = sentence.pack.patterns.attribute_is.search(sentence.text, sentence.start, architecture.start)
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
    start, end = sentence.clause(process.start)
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


def is_made_by(sentence: Sentence, maker: Mention) -> bool:
    """三星将在泰勒厂以2nm生产AI6, AI5由台积电负责, G5改投台积电: that a foundry makes the product that the clause names."""
    start, end = sentence.clause(maker.start)
    if product_made(sentence, maker):
        return True
    named = any(start <= m.start and m.end <= maker.start and m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
    if not named:
        return False
    if _MOVED_TO.search(sentence.text, start, maker.start) and _ENDS.match(sentence.text, maker.end):
        return True
    takes = _TAKES_ON.match(sentence.text, maker.end, end)
    given = sentence.text[max(start, maker.start - 2) : maker.start]
    return takes is not None and given.endswith(("由", "交给")) and _ENDS.match(sentence.text, takes.end()) is not None


def product_made(sentence: Sentence, maker: Mention) -> Mention | None:
    """The chip right behind a foundry's verb of making, in its own clause."""
    if sentence.pack.spaced:
        return None
    start, end = sentence.clause(maker.start)
    if sentence.text[max(start, maker.start - 1) : maker.start] in "由给":
        return None
    behind = [m for m in sentence.products if maker.end <= m.start < end and m.kind not in TECHNOLOGY_KINDS]
    verb = behind and _MADE_IN.fullmatch(sentence.gap(maker.end, behind[0].start))
    return behind[0] if verb else None
