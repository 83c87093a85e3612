"""What a number counts: the product or the generic noun behind it, or the noun that its total stands after."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.counts.sales import goods_moved
from pipeline.extract.assembly.figures.pairs import counts_cores
from pipeline.extract.assembly.reading import ARCHITECTURE_KINDS, Sentence
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

PARTS = {"transistor": "transistor_count", "core": "core_count", "parameter": "parameter_count"}
_REACH = 40
_LONGEST_NAME = 8
_NOUN_REACH = 16
_FEWEST = 10
_BESIDE = frozenset({"", " ", "-"})
_BOARD_REACH = 10
ASIDE = re.compile("[（(][^（）()]{1,40}[)）]")
"""What a bracket tells of a thing between its noun and its number: 服务器（双路、512GB内存）35台."""
_BOARDS = frozenset({"gpu", "cpu", "chip", "card"})
_OF_DEALS = frozenset({"order_value", "total"})
_CHEAPEST_BOARD, _DEAREST_BOARD = 50, 100_000
"""Yuan: no board is talked about as cheaper or so dear, but so few and so many are counted."""
_COLONS = (":", "：")


@dataclass(frozen=True, slots=True)
class Counted:
    """A generic noun (`noun`), a product (`product`) or both, and where that ends."""

    noun: str | None
    product: Mention | None
    end: int


def is_count(sentence: Sentence, value: Value) -> bool:
    """Whether the value may count things: a bare number, or 20万块, which is money only where a word for prices says so."""
    if value.kind == "number":
        countable = value.form in (None, "digits") and value.value is not None
        return countable and not _is_least_taken(sentence, value) and not _is_year(sentence, value)
    return is_boards(sentence, value)


def _is_year(sentence: Sentence, value: Value) -> bool:
    """2025显卡市场: a year without its 年 right before a noun, where a count would have a measure word."""
    return sentence.pack.patterns.count.year.match(sentence.text, value.start, value.end + 1) is not None


def _is_least_taken(sentence: Sentence, value: Value) -> bool:
    """ "Da 20 pezzi in su", "ordine minimo cinque pezzi": how many one has to take."""
    count = sentence.pack.patterns.count
    before = count.least_before.search(sentence.text, sentence.start, value.start)
    return before is not None or count.least_behind.match(sentence.text, value.end) is not None


def is_boards(sentence: Sentence, value: Value) -> bool:
    """块 counts boards as well as yuan: boards, unless the stretch around it speaks of a price, or of nothing that is done with boards."""
    count = sentence.pack.patterns.count
    if value.kind != "price" or value.per or not count.yuan_or_pieces.match(sentence.text, value.end - 1):
        return False
    priced = any(c.label not in _OF_DEALS for c in sentence.find_cues("price", sentence.segment(value)))
    if (
        priced
        or count.yuan_behind.match(sentence.text, value.end)
        or count.yuan_before.search(sentence.text, sentence.start, value.start)
    ):
        return False
    if value.value is None or not _CHEAPEST_BOARD <= value.value < _DEAREST_BOARD:
        return True
    start, end = sentence.clause(value.start)
    named = any(value.end <= m.start <= value.end + _BOARD_REACH for m in sentence.products)
    nouns = [
        c
        for c in sentence.find_cues("noun", (start, min(max(end, value.end + _BOARD_REACH), sentence.end)))
        if c.label in _BOARDS
    ]
    told = sentence.find_cues("event", (start, end)) or count.in_stock.search(sentence.text, start, value.start)
    return bool(named or nouns or told)


def counted_thing(sentence: Sentence, value: Value) -> Counted | None:
    """The thing counted: "300.000 Blackwell B200", 10万张H100, "i transistor sono 80 miliardi", 21760 under CUDA核心."""
    if counts_cores(sentence, value):
        return Counted("core", None, value.end)
    part = _part_of_table(sentence, value)
    if part:
        return Counted(part.label, None, _classifier_end(sentence, value))
    if listed := _listed_in_table(sentence, value):
        return listed
    behind = _behind(sentence, value)
    if behind and behind.noun != "piece":
        return behind
    if fronted := _fronted_part(sentence, value):
        return fronted
    if equal := _by_copula(sentence, value, behind):
        return equal
    return _total(sentence, value) or _part_before(sentence, value, behind) or behind or _of_row(sentence, value)


def _of_row(sentence: Sentence, value: Value) -> Counted | None:
    """各得988和776台, 分别为4096、3584个流处理器: the thing is named once, behind the last number of a row."""
    last = last_of_row(sentence, value)
    counted = counted_thing(sentence, last) if last is not value else None
    return Counted(counted.noun, counted.product, value.end) if counted else None


def last_of_row(sentence: Sentence, value: Value) -> Value:
    """The last of the bare numbers that a Chinese sentence coordinates behind this one, which has their noun or measure word."""
    if value.kind != "number":
        return value
    for behind in (v for v in sentence.values if v.start >= value.end):
        bare = behind.kind == "number" and behind.form in (None, "digits")
        if not bare or not sentence.pack.patterns.count.row.fullmatch(sentence.gap(value.end, behind.start)):
            break
        value = behind
    return value


def makes_another_thing(sentence: Sentence, value: Value) -> bool:
    """水冷板目前月产能6万片: whether the capacity is told of a thing that goes with chips and is no product's name."""
    count = sentence.pack.patterns.count
    told = list(count.thing_made.finditer(sentence.text[sentence.start : value.start]))
    if not told or not count.not_chips.search(told[-1]["thing"]):
        return False
    start, end = (sentence.start + at for at in told[-1].span("thing"))
    return not any(m.start < end and start < m.end for m in (*sentence.products, *sentence.organisations))


def _behind(sentence: Sentence, value: Value) -> Counted | None:
    pattern = sentence.pack.patterns.count.counted
    limit = value.end + _REACH
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
            if value.end <= c.start <= limit
            and (
                pattern.fullmatch(gap := sentence.gap(value.end, c.start))
                or (c.label in PARTS and (_short(sentence, gap) or _is_inverted(sentence, value, gap)))
            )
        ),
        None,
    )
    if noun and noun.label == "piece":
        thing = _behind_piece(sentence, noun)
        # 10万片订单 are pieces that have been ordered.
        noun = noun if thing is None or thing.label == "order" else thing
    if noun:
        noun = _head_of(sentence, noun)
    if product and (core := _cores_of_design(sentence, product)):
        product, noun = None, core
    if product and noun and (product.kind in TECHNOLOGY_KINDS or _is_other(noun, product)):
        product = None
    if not product and not noun:
        return Counted("piece", None, value.end) if is_boards(sentence, value) else None
    end = max(product.end if product else 0, noun.end if noun and (not product or noun.end <= product.start) else 0)
    return Counted(noun.label if noun else None, product, end)


def _fronted_part(sentence: Sentence, value: Value) -> Counted | None:
    """ "Di core ne schiera 4.096": the part that stands first, with "ne" before the verb."""
    count = sentence.pack.patterns.count
    told = count.part_fronted.search(sentence.text, sentence.start, value.start)
    if told is None or not count.elided_behind.match(sentence.text, value.end):
        return None
    parts = sentence.find_cues("noun", (told.start(), told.end()))
    return Counted(parts[0].label, None, value.end) if parts and parts[0].label in PARTS else None


def _by_copula(sentence: Sentence, value: Value, piece: Counted | None) -> Counted | None:
    """ "Le H100 a disposizione saranno 350.000", "sono 25.000 le H100 ordinate", "è di 4.480 unità il numero di GPU"."""
    count = sentence.pack.patterns.count
    end = piece.end if piece else value.end
    if (value.value or 0) < _FEWEST:
        return None
    if piece is None and count.elided_behind.match(sentence.text, value.end):
        if moved := goods_moved(sentence, value):
            return Counted(*moved, end)
        for subject in reversed([m for m in sentence.products if m.end <= value.start]):
            plural = count.plural.search(sentence.text, sentence.start, subject.start)
            if plural and count.amounts.fullmatch(sentence.gap(subject.end, value.start)):
                return Counted("gpu", subject, end)
    equal = count.will_be.match(sentence.text, value.end) if piece is None else None
    named = next((m for m in sentence.products if equal and m.start == equal.end()), None)
    if named and named.kind not in TECHNOLOGY_KINDS:
        return Counted("gpu", named, end)
    if not count.equals.search(sentence.text, sentence.start, value.start):
        return None
    behind = count.subject_behind.match(sentence.text, end)
    if behind is None:
        return None
    product = next((m for m in sentence.products if m.start == behind.end()), None)
    noun = next((c for c in sentence.find_cues("noun") if c.start == behind.end()), None)
    if noun and product is None:
        product = next((m for m in sentence.products if m.start == noun.end + 1), None)
    if not product and not noun:
        return None
    return Counted(noun.label if noun else "gpu", product, end)


def _is_inverted(sentence: Sentence, value: Value, gap: str) -> bool:
    """ "Sessantaquattro i core, tutti a 2,6 GHz": an Italian predicate without a verb, at the head of its clause."""
    count = sentence.pack.patterns.count
    head = sentence.gap(sentence.clause(value.start)[0], value.start)
    return count.inverted.fullmatch(gap) is not None and count.clause_head.fullmatch(head) is not None


def _short(sentence: Sentence, gap: str) -> bool:
    """Whether only a name stands between the number and its part: 32个达芬奇AI核心."""
    count = sentence.pack.patterns.count
    gap = count.core_name.sub("", gap)
    return not sentence.pack.spaced and len(gap) <= _LONGEST_NAME and not count.name_break.search(gap)


def _head_of(sentence: Sentence, noun: Cue) -> Cue:
    """Of two nouns in a row what is counted: the parts in 16个CPU核心, "10 CPU core"."""
    parts = (
        c
        for c in sentence.find_cues("noun")
        if c.label in PARTS and noun.end <= c.start and sentence.gap(noun.end, c.start) in _BESIDE
    )
    return next(parts, noun)


def _cores_of_design(sentence: Sentence, design: Mention) -> Cue | None:
    """8个LA664处理器核心: what is counted where a name is only that of the cores' design."""
    nouns = sentence.find_cues("noun", (design.end, min(design.end + _REACH, sentence.end)), "core")
    of_design = sentence.pack.patterns.count.of_design
    return next((c for c in nouns if of_design.fullmatch(sentence.gap(design.end, c.start))), None)


def _is_other(noun: Cue, product: Mention) -> bool:
    """ "64 core per la EPYC", 28个RDNA 3单元: another thing than the product is counted."""
    of_make = noun.label in PARTS and product.kind in ARCHITECTURE_KINDS
    return of_make or (noun.label in {*PARTS, "other"} and noun.start < product.start)


def _total(sentence: Sentence, value: Value) -> Counted | None:
    """The noun that the number is the total of: 晶体管多达922亿个, "i transistor sono 80 miliardi"."""
    count = sentence.pack.patterns.count
    pattern = count.total
    labelled = sentence.pack.spaced and sentence.block.kind == "list"
    own = sentence.clause(value.start)[0]
    start = sentence.start if labelled else own
    for cue in sentence.find_cues("noun", (start if labelled else sentence.start, value.start)):
        gap = sentence.gap(cue.end, value.start)
        gap = gap if sentence.pack.spaced else ASIDE.sub("", gap)
        apposed = cue.label in PARTS and gap.strip() == "," and _stands_alone(sentence, value)  # "poi i core, 3.840"
        apposed = apposed or (not sentence.pack.spaced and gap.strip().endswith(_COLONS))  # Xe核心：18个
        if cue.start < own and ":" not in gap and not apposed:
            continue
        if cue.start < start and not apposed:
            continue
        if labelled and cue.label in PARTS and count.label_end.fullmatch(gap):
            return Counted(cue.label, None, value.end)
        if cue.label in {*PARTS, "gpu", "chip", "card", "server", "rack"} and pattern.fullmatch(gap):
            if count.of_other_things.match(sentence.text, value.end):
                continue  # 服务器有三种价格
            return Counted(cue.label, None, _classifier_end(sentence, value))
    return None


def _stands_alone(sentence: Sentence, value: Value) -> bool:
    """Whether nothing that a number counts stands behind it in Italian, nor "dei quali"."""
    patterns = sentence.pack.patterns
    if not sentence.pack.spaced or patterns.change.of_which.match(sentence.text, value.end):
        return False
    return patterns.count.elided_behind.match(sentence.text, value.end) is not None


def _part_before(sentence: Sentence, value: Value, behind: Counted | None) -> Counted | None:
    """CUDA核心数惊人地达到了10496个: a measure word counts the parts that its clause names last before it."""
    if sentence.pack.spaced or behind is None:
        return None
    nouns = [
        c for c in sentence.find_cues("noun", (sentence.clause(value.start)[0], value.start)) if c.label != "piece"
    ]
    if (
        not nouns
        or nouns[-1].label not in PARTS
        or any(v.start >= nouns[-1].end and v.end <= value.start for v in sentence.values)
    ):
        return None
    if any(nouns[-1].end <= m.start < value.start for m in sentence.products):
        return None
    return Counted(nouns[-1].label, None, behind.end)


def _part_of_table(sentence: Sentence, value: Value) -> Cue | None:
    column = sentence.column(value.start)
    heads = [(sentence.header, column)] if sentence.header and column else []
    heads += [(sentence, sentence.cells[0])] if len(sentence.cells) > 1 else []
    for row, cell in heads:
        parts = [c for c in row.find_cues("noun", (cell.start, cell.end)) if c.label in PARTS]
        if parts and sentence.cell(value.start) != cell:
            return parts[-1]
    return None


def _listed_in_table(sentence: Sentence, value: Value) -> Counted | None:
    """The product of a row whose column has the title 数量(台): how many of it the table lists."""
    column = sentence.column(value.start)
    if not (column and sentence.header and sentence.products):
        return None
    title = sentence.pack.patterns.count.column_title.fullmatch(sentence.text, column.start, column.end)
    if title is None:
        return None
    machines = title["measure"] in {"台", "套", "架"} and sentence.find_cues("noun", label="server")
    return Counted("server" if machines else None, sentence.products[0], value.end)


def _classifier_end(sentence: Sentence, value: Value) -> int:
    pieces = sentence.find_cues("noun", (value.end, min(value.end + 3, sentence.end)), "piece")
    return pieces[0].end if pieces and pieces[0].start == value.end else value.end


def _without_nouns(sentence: Sentence, start: int, end: int) -> str:
    """The gap with its generic nouns cut out: "300.000 GPU Blackwell B200" has only blanks between number and product."""
    gap, at = "", start
    for cue in sentence.find_cues("noun", (start, end)):
        if cue.start >= at and cue.label not in {*PARTS, "other"}:
            gap += sentence.gap(at, cue.start)
            at = cue.end
    for organisation in sentence.organisations:
        if at <= organisation.start and organisation.end <= end:
            gap += sentence.gap(at, organisation.start)
            at = organisation.end
    return gap + sentence.gap(at, end)


def _behind_piece(sentence: Sentence, piece: Cue) -> Cue | None:
    """The noun behind a measure word: 芯片 in 10万颗AI芯片."""
    return next(
        (
            c
            for c in sentence.find_cues("noun")
            if piece.end <= c.start <= piece.end + _NOUN_REACH
            and c.label != "piece"
            and (
                sentence.pack.patterns.count.counted.fullmatch(_without_nouns(sentence, piece.end, c.start))
                or (c.label in PARTS and _short(sentence, sentence.gap(piece.end, c.start)))
            )
        ),
        None,
    )
