"""What a ratio is about: speed, price, orders … by the words beside it, and else by what is being told."""

from __future__ import annotations

from collections.abc import Sequence

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.money.money import DEAL_SIZE
from pipeline.extract.assembly.ratios.changes import aspect_of_figure, aspect_of_kind, aspect_of_part, aspect_of_whole
from pipeline.extract.assembly.ratios.levels import is_taken, opens_with_part, takes_of_it
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.lexicon import Cue

_SPECIFIC = ("training", "inference", "efficiency")
_RESULTS = frozenset({"revenue", "other_amount"})
_OF_A_PART = {"price": "spending", "performance": "capacity"}
"""What a part of costs or of computing power is a part of."""
_WHOLE_REACH = 30
_RIGHT_BEFORE = 50
_RIGHT_BEHIND = 30


def aspect_of_change(
    sentence: Sentence, value: Value, direction: Cue | None, discourse: Discourse, told: Sequence[Draft]
) -> str | None:
    """What changes: what the figure beside it measures, what a word names, else what the sentences before tell of."""
    aspect = (
        _of_what_stands_beside(sentence, value)
        or aspect_of_figure(sentence, value, told)
        or _outdone(sentence, value, direction)
        or (
            None
            if sentence.find_cues("aspect", sentence.segment(value))
            else _tried(sentence, value, direction, sentence.segment(value))
        )
        or aspect_named(sentence, value)
        or _tried(sentence, value, direction, sentence.clause(value.start))
    )
    changes = direction is not None or _multiplies(sentence, value)
    if aspect == "memory" and changes and _memory_is_priced(sentence):
        return "price"
    if aspect == "memory" and any(v.unit == "B" for v in sentence.values):
        return aspect
    if direction and discourse.money in _RESULTS and sentence.block.kind == "list":
        aspect = aspect or "revenue"
    if value.form == "discount" or (changes and _priced(sentence)):
        aspect = aspect or "price"
    if changes and aspect in {None, "memory", "market"} and of_goods(sentence, discourse):
        return "price"
    companies = any(o.kind == "company" for o in sentence.organisations)
    dearer = direction and (sentence.products or discourse.goods) and _dearer(sentence, direction)
    if direction and aspect is None and not companies and (dearer or discourse.prices):
        # 核心9728个，对比4090砍了一半: while prices are told, too, a figure of the sentence is what has fallen
        figures = [d for d in told if d.sentence is sentence and d.kind == "quantity" and d.end <= value.start]
        return (aspect_of_kind(figures[-1]) if figures else None) or "price"
    if aspect is None and value.unit == "pp" and sentence.pack.spaced:
        return "market"  # points without another word are a share's
    return aspect or _of_the_company(sentence, value, direction, discourse, told)


def _of_what_stands_beside(sentence: Sentence, value: Value) -> str | None:
    """ "Il 6 % di core in più", "i core raddoppiano", "la RAM triplica": things, in number, or memory right beside the ratio."""
    ratio = sentence.pack.patterns.ratio
    if ratio.things_behind.match(sentence.text, value.end, sentence.end):
        return "count"
    if value.kind == "percent":
        return None
    before = sentence.text[max(sentence.start, value.start - _RIGHT_BEFORE) : value.start]
    if ratio.things_before.search(before):
        return "count"
    return "memory" if ratio.memory_before.search(before) else None


def _tried(sentence: Sentence, value: Value, direction: Cue | None, within: tuple[int, int]) -> str | None:
    """ "Nei giochi perde il 9 %", "la GPU guadagna il 23 %": where no word names what is compared, a chip is faster or slower."""
    ratio = sentence.pack.patterns.ratio
    start, end = within
    does = ratio.does.search(sentence.text, start, value.start)
    if direction is None and value.kind == "percent" and not does:
        return None
    told = does or ratio.tried.search(sentence.text, start, min(end, value.end + _RIGHT_BEHIND))
    companies = any(o.kind == "company" and start <= o.start < value.start for o in sentence.organisations)
    return "performance" if told and not companies else None


def aspect_of_share(sentence: Sentence, value: Value, told: Sequence[Draft], discourse: Discourse) -> str:
    """What the whole is that the value is a part of: the figure that "of which" points at, what a word names, else a market."""
    if takes_of_it(sentence, value) or opens_with_part(sentence, value):
        earlier = [*discourse.told, *(d for d in told if d.end <= value.start)]
        of_told = aspect_of_part(earlier[-1]) if earlier else None
        if of_told:
            return of_told
    aspect = aspect_of_whole(sentence, value, told) or aspect_named(sentence, value)
    if sentence.pack.spaced and sentence.find_cues("aspect", (sentence.clause(value.start)[0], value.start), "yield"):
        return "yield"
    if sentence.pack.spaced:
        aspect = _behind_verb_of_taking(sentence, value) if aspect == "power" and is_taken(sentence, value) else aspect
        spent = aspect == "price" and sentence.pack.patterns.change.of_costs.match(sentence.text, value.end)
        return "spending" if spent else aspect or "market"
    return _OF_A_PART.get(aspect or "", aspect) or _of_the_figure(sentence, value, told, discourse) or "market"


def _behind_verb_of_taking(sentence: Sentence, value: Value) -> str | None:
    """ "La Cina ha assorbito il 42 % delle vendite": the verb tells of no power."""
    behind = sentence.find_cues("aspect", (value.end, min(value.end + _WHOLE_REACH, sentence.end)))
    return behind[0].label if behind else None


def is_nobodys(sentence: Sentence, value: Value, aspect: str) -> bool:
    """一期85%的算力已租出, 须预付25%: a part of computing power or of a price in whose clause nobody stands."""
    start, end = sentence.clause(value.start)
    named = any(start <= o.start < end for o in sentence.organisations)
    return not named and not sentence.pack.spaced and _OF_A_PART.get(aspect_named(sentence, value) or "") == aspect


def _of_the_figure(sentence: Sentence, value: Value, told: Sequence[Draft], discourse: Discourse) -> str | None:
    """其中两成, 二季度就占了七成五: a part of what the figure before counts, where nobody is named who gets it."""
    patterns = sentence.pack.patterns
    start, _ = sentence.clause(value.start)
    if any(start <= o.start < value.start for o in sentence.organisations):
        return None
    before = [d for d in told if d.end <= value.start and d.kind in {"quantity", "price"}]
    if not before and patterns.ratio.of_these.match(sentence.text, sentence.start, value.start):
        before = [d for d in discourse.told if d.kind in {"quantity", "price"}]
    figure = max(before, key=lambda d: d.start, default=None)
    if figure and figure.kind == "price" and not patterns.change.paid.search(sentence.text, figure.end, value.start):
        return None
    return aspect_of_part(figure) if figure else None


def _dearer(sentence: Sentence, direction: Cue) -> bool:
    return sentence.pack.patterns.change.dearer.search(sentence.text, direction.start, direction.end) is not None


def _outdone(sentence: Sentence, value: Value, direction: Cue | None) -> str | None:
    """ "Supera del 33 % quella del 9400, e consuma …": where no word of its clause names another thing, one is faster."""
    if direction is None or not sentence.products or value.kind == "price":
        return None
    outdoes = sentence.pack.patterns.change.outdoes.match(sentence.text, direction.start)
    named = sentence.find_cues("aspect", sentence.segment(value)) or sentence.find_cues(
        "aspect", (sentence.clause(value.start)[0], value.start)
    )
    return "performance" if outdoes and not named else None


def of_goods(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether memory is what the article speaks of, and its prices what the sentence or those before it tell."""
    chips = any(m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
    goes_on = discourse.prices and not any(o.kind == "company" for o in sentence.organisations)
    told = goes_on or bool(sentence.find_cues("aspect", label="price"))
    return discourse.goods and told and not chips


def aspect_named(sentence: Sentence, value: Value) -> str | None:
    """What is compared: the aspect nearest to the ratio; training and inference win over the performance they specify."""
    segment, clause = sentence.segment(value), sentence.clause(value.start)
    for within in (segment, clause, (sentence.start, value.start), (value.end, sentence.end)):
        cues = sentence.find_cues("aspect", within)
        if value.kind == "percent" or within[0] < value.end or sentence.pack.spaced:
            cues = [c for c in cues if not _leads_another(sentence, value, c)]
        if not cues:
            continue
        specific = [c for c in cues if c.label in _SPECIFIC]
        if specific and within == segment:
            cues = specific
        # Italian names it behind a multiple (30 volte le prestazioni), before a change (prestazioni superiori del 30 %); so does Chinese.
        before = 3 if sentence.pack.spaced and value.kind != "percent" else 1
        best = min(cues, key=lambda c: max(c.start - value.end, before * (value.start - c.end), 0))
        return best.label
    above = sentence.header.find_cues("aspect") if sentence.header else []
    return above[0].label if above else None


def _memory_is_priced(sentence: Sentence) -> bool:
    """16GB的DDR4从150块涨到420块: 内存 is the name of the goods, and not what has changed."""
    sold = any(m.kind == "memory" for m in sentence.products)
    return sold and not sentence.pack.spaced and any(v.kind == "price" for v in sentence.values)


def _multiplies(sentence: Sentence, value: Value) -> bool:
    """从130块蹿到380块，翻了近两倍: the verb that makes of a multiple a change."""
    return sentence.pack.patterns.change.multiplied.search(sentence.text, sentence.start, value.start) is not None


def _leads_another(sentence: Sentence, value: Value, word: Cue) -> bool:
    """ "Una crescita del 15% e un margine del 52": a word behind the ratio that opens the statement of the next one."""
    if not sentence.pack.spaced or word.start < value.end:
        return False
    border = sentence.pack.patterns.clause.border
    behind = next((v for v in sentence.values if v.start >= word.end and (_is_rate(v) or v.unit)), None)
    if behind is None or not border.search(sentence.text, value.end, word.start):
        return False
    return border.search(sentence.text, word.end, behind.start) is None


def _is_rate(value: Value) -> bool:
    return value.kind == "percent" or value.form in {"multiple", "fraction"}


def _of_the_company(
    sentence: Sentence, value: Value, direction: Cue | None, discourse: Discourse, told: Sequence[Draft]
) -> str | None:
    """ "Ne sono partiti 75 milioni, con un progresso del 9 %", "ASML conferma una crescita del 15 %": of what a change is whose
    sentence names no product: of the figure told last, and a company's growth of its revenue."""
    if direction is None or not sentence.pack.spaced or sentence.products or sentence.block.kind == "table":
        return None
    before = [d for d in told if d.end <= value.start and d.kind in {"quantity", "price"}]
    figure = next(iter(before[-1:] or discourse.told[-1:]), None)
    companies = any(o.kind == "company" and o.end <= value.start for o in sentence.organisations)
    told_of = before or companies or (figure is not None and figure.predicate in {"revenue", "unit_count"})
    if figure is not None and not figure.subjects and told_of and aspect_of_kind(figure):
        return aspect_of_kind(figure)
    grows = sentence.pack.patterns.change.grows.match(sentence.text, direction.start) is not None
    results = discourse.money == "revenue" and not before
    return "revenue" if (grows and companies and not before) or results else None


def _priced(sentence: Sentence) -> bool:
    """Whether the sentence is about prices, so that what rises or falls in it without a word for it is one."""
    if any(v.kind == "price" and v.value is not None and v.value < DEAL_SIZE for v in sentence.values):
        return True
    return any(c.label in {"unit_price", "rental_price"} for c in sentence.find_cues("price"))
