"""Figures of a specification: watts, bytes, operations a second, hertz, areas, temperatures, durations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.figures.durations import read_duration
from pipeline.extract.assembly.figures.elided_seconds import rate_again
from pipeline.extract.assembly.figures.pairs import clock_of_pair
from pipeline.extract.assembly.reading import SYSTEM_KINDS, Sentence
from pipeline.extract.assembly.subjects.subjects import find_subjects
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

PREDICATE_OF_UNIT = {
    "W": "power", "B": "memory_capacity", "bit/s": "link_bandwidth", "Hz": "clock", "FLOP/s": "compute",
    "OP/s": "compute", "K": "temperature", "B/s": "memory_bandwidth",
}  # fmt: skip
ASPECT_OF_UNIT = {
    "W": "power",
    "B": "memory",
    "B/s": "bandwidth",
    "FLOP/s": "performance",
    "OP/s": "performance",
    "m2": "area",
}
_BOUND_REACH = 14
_IN_BITS = re.compile(r"(?:giga|tera|mega)bit$", re.IGNORECASE)
_BITS = 8
_MEMORY_REACH = 14
_COUNTED_REACH = 24
"""So many characters stand at most between a number and the name of what it counts: "13.824 acceleratori A100"."""
_LARGEST_DIE = Decimal("0.1")
"""Square metres: a whole wafer has 0.07; what is larger is a floor."""
INHERITED = frozenset({"focus", "title", "heading", "none"})
_ZERO_CELSIUS = Decimal("273.15")
"""Kelvin: "quattro gradi in meno" is a difference of 4, whatever zero it is counted from."""
_WITHOUT_ASPECT = frozenset({"Hz", "K"})
_SLOWEST_CLOCK = Decimal(100_000)
_SITE_POWER = Decimal(1_000_000)
_SMALLEST_MEMORY = Decimal(1_000_000)
"""Smaller sizes are of files."""
_SITE_COMPUTE = Decimal(10**16)
_SURELY_SITE = Decimal(10**17)
"""Operations a second that only a centre has, where its clause speaks of computing power."""


def read_figures(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of all quantities with a unit, and of durations that a cue ties to the hardware."""
    drafts: list[Draft] = []
    for value in sentence.values:
        draft = None
        if drafts and _is_alternative(sentence, drafts[-1], value):
            drafts[-1].end = value.end
            drafts[-1].fields |= {"value_high": value.value, "bound": "range"}
            continue
        if value.kind == "quantity":
            again = rate_again(sentence, value, drafts, discourse)
            draft = _quantity(sentence, *again, discourse) if again else _quantity(sentence, value, None, discourse)
        elif value.kind == "duration":
            draft = read_duration(sentence, value, discourse)
        if draft:
            drafts.append(draft)
    return drafts


def _is_alternative(sentence: Sentence, draft: Draft, value: Value) -> bool:
    """8GB、16GB: a second capacity right behind the first is the same claim's other end."""
    first = draft.value
    return (
        first is not None
        and value.unit == first.unit == "B"
        and first.value is not None
        and value.value is not None
        and value.value > first.value
        and "value_high" in draft.fields
        and draft.fields["value_high"] is None
        and sentence.pack.patterns.count.alternative.fullmatch(sentence.gap(draft.end, value.start)) is not None
    )


def _quantity(sentence: Sentence, value: Value, repeats: str | None, discourse: Discourse) -> Draft | None:
    value = _of_a_link(sentence, value)
    predicate = repeats or _predicate(sentence, value)
    if predicate is None:
        return None
    if _in_name(sentence, value):
        sentence.pass_over(value, "it is part of a product's name")
        return None
    if _is_of_another_sort(sentence, value):
        sentence.pass_over(value, "it is an efficiency, a part of the whole, or the rating of a supply")
        return None
    difference = _difference(sentence, value, discourse)
    if difference:
        return difference
    found = find_subjects(sentence, value, predicate, discourse)
    draft = from_value(value, "quantity", predicate, sentence, f"figure.{predicate}.{found.how}", found.confidence)
    draft.subjects = [] if _is_a_centres(sentence, value, predicate, found.products) else found.products
    bound = sentence.nearest("bound", value, (_bounded_from(sentence, value), value.start))
    if bound and value.bound == "exact":
        draft.fields["bound"] = bound.label
    for name in ("condition", "workload"):
        cue = sentence.nearest(name, value, sentence.segment(value)) or _of_label(sentence, name, value)
        if name == "workload":
            cue = _workload(sentence, value, cue) if predicate == "compute" else None
        if cue:
            draft.fields[name] = cue.label
    if predicate == "clock" and (which := clock_of_pair(sentence, value)):
        draft.fields["condition"] = which
    if predicate == "power":
        _scope_power(sentence, value, draft, found.how, discourse)
    nobodys = predicate != "power" or found.how == "predecessor"
    if not draft.subjects and nobodys and not _of_a_site(sentence, value):
        sentence.pass_over(value, f"it reads as {predicate}, but no product is named that could have it")
        return None
    return draft


def _of_label(sentence: Sentence, name: str, value: Value) -> Cue | None:
    """ "Frequenza di boost: 3,13 GHz", Boost频率：2790MHz: what the label of a list item tells of its only value."""
    if sentence.block.kind != "list":
        return None
    colon = max(sentence.text.find(mark, sentence.start, value.start) for mark in (":", "："))
    lone = all(v is value or v.unit != value.unit for v in sentence.values)
    return sentence.nearest(name, value, (sentence.start, colon)) if colon > 0 and lone else None


def _of_a_link(sentence: Sentence, value: Value) -> Value:
    """ "Un cavo da 200 gigabit", "51,2 terabit": in bits speed is told, not memory, with or without the second."""
    if value.unit != "B" or value.value is None or not _IN_BITS.search(sentence.text, value.start, value.end):
        return value
    high = None if value.value_high is None else value.value_high * _BITS
    return replace(value, unit="bit/s", value=value.value * _BITS, value_high=high)


def _bounded_from(sentence: Sentence, value: Value) -> int:
    """How far back the word for a bound may stand: in Chinese behind the figure before (最高5.0GHz，功耗30瓦), unless it goes
    on with that one (最高3.7和12.5Gbps, 从5.2GHz到5.4GHz)."""
    start = max(sentence.start, value.start - _BOUND_REACH)
    before = [v.end for v in sentence.values if v.end <= value.start and v.kind in {"quantity", "number", "price"}]
    if sentence.pack.spaced or not before:
        return start
    gap, patterns = sentence.gap(before[-1], value.start), sentence.pack.patterns
    goes_on = patterns.clause.coordinated.fullmatch(gap) or patterns.ratio.level_to.fullmatch(gap)
    return start if goes_on else max(start, before[-1])


def _is_a_centres(sentence: Sentence, value: Value, predicate: str, products: Sequence[Mention]) -> bool:
    """该中心部署昇腾910B等芯片，算力规模80P: what is told of a computing centre is not its chips'."""
    if predicate != "compute" or value.value is None or value.value < _SITE_COMPUTE:
        return False
    if any(m.kind in SITE_KINDS | SYSTEM_KINDS for m in products):
        return False
    return bool(sentence.find_cues("basis", sentence.clause(value.start), "site"))


def _of_a_site(sentence: Sentence, value: Value) -> bool:
    """Whether a computing centre without a name has the figure: 算力中心首期算力1,300 PFLOPS."""
    if value.unit not in {"FLOP/s", "OP/s"} or value.value is None or value.value < _SITE_COMPUTE:
        return False
    told = sentence.find_cues("spec", sentence.clause(value.start), "compute")
    return bool(told and value.value >= _SURELY_SITE) or bool(sentence.find_cues("basis", label="site"))


def _workload(sentence: Sentence, value: Value, near: Cue | None) -> Cue | None:
    """What a figure is counted in: told with it, dealt out in a row, or told of the figure that it is compared with."""
    own = _dealt_out(sentence, value) or near or sentence.cue_for("workload", value)
    if own or sentence.pack.spaced or value.unit not in {"FLOP/s", "OP/s"} or not sentence.parenthesis(value.start):
        return own
    # 高达300 PFLOPS（BF16），是GB200 NVL72（约140 PFLOPS）的两倍
    before = [v for v in sentence.values if v.unit == value.unit and v.end <= value.start]
    return sentence.nearest("workload", before[-1], sentence.segment(before[-1])) if before else None


def _dealt_out(sentence: Sentence, value: Value) -> Cue | None:
    """FP16和FP8算力分别为2.3和4.6 PFLOPS: the precision that stands in the row where the figure does."""
    clause = sentence.clause(value.start)
    if not sentence.find_cues("reference", clause, "respectively"):
        return None
    row = [v for v in sentence.values if clause[0] <= v.start < clause[1] and v.kind == value.kind]
    told = sentence.find_cues("workload", (clause[0], row[0].start))
    return told[-len(row) :][row.index(value)] if len(told) >= len(row) > 1 else None


def _is_of_another_sort(sentence: Sentence, value: Value) -> bool:
    """60 gigaflops per watt is an efficiency, "un alimentatore da 1.000 W" the rating of a supply: no claim has these."""
    patterns = sentence.pack.patterns
    if value.unit == "B" and value.value is not None and value.value < _SMALLEST_MEMORY and not sentence.products:
        return True
    if value.unit in {"FLOP/s", "OP/s"} and patterns.figure.per_watt.match(sentence.text, value.end):
        return True
    if patterns.figure.no_figure.match(sentence.text, value.end) or _is_of_a_screen(value):
        return True
    if _defines_unit(sentence, value):
        return True
    if value.unit == "B" and patterns.figure.moved.search(sentence.text, sentence.start, value.start):
        return True
    start, _ = sentence.clause(value.start)
    if _is_difference_of_another_sort(sentence, value, start):
        return True
    return value.unit == "W" and patterns.figure.supply.search(sentence.text, start, value.start) is not None


def _is_of_a_screen(value: Value) -> bool:
    """120 Hz: how often a picture changes, and no chip's clock."""
    return value.unit == "Hz" and value.value is not None and value.value < _SLOWEST_CLOCK


def _is_difference_of_another_sort(sentence: Sentence, value: Value, start: int) -> bool:
    """主频低了0.8GHz: a difference of what no aspect is for."""
    if sentence.pack.spaced or value.unit in ASPECT_OF_UNIT or value.unit == "m":
        return False
    return sentence.pack.patterns.figure.difference_before.search(sentence.text, start, value.start) is not None


def _defines_unit(sentence: Sentence, value: Value) -> bool:
    """280EFLOPS（每秒百亿亿次浮点运算）: the bracket only tells what the unit before it means."""
    if _explains_unit(sentence, value):
        return True
    bracket = sentence.parenthesis(value.start)
    if not bracket or value.value is None or value.unit not in {"FLOP/s", "OP/s"}:
        return False
    told = [v for v in sentence.values if v.unit == value.unit and 0 <= bracket[0] - v.end <= 1]
    round_number = value.value.normalize().as_tuple().digits == (1,)
    return bool(told) and round_number and told[0].value is not None and told[0].value > value.value


def _explains_unit(sentence: Sentence, value: Value) -> bool:
    """ "Per petaflop si intendono milioni di miliardi di operazioni": one of the unit, and a word that says what it means."""
    amount = value.value
    if amount is None or value.unit not in {"FLOP/s", "OP/s"} or amount.normalize().as_tuple().digits != (1,):
        return False
    return sentence.pack.patterns.figure.defines.search(sentence.text, sentence.start, sentence.end) is not None


def _in_name(sentence: Sentence, value: Value) -> bool:
    """RTX 5060 8 GB: a size right behind the product in running text tells its variants apart."""
    if value.unit != "B":
        return False
    if len(sentence.cells) > 1 and not sentence.pack.spaced and value.start < sentence.cells[0].end:
        return any(0 <= value.start - m.end <= 1 for m in sentence.products)
    if sentence.block.kind in {"list", "table"} or sentence.parenthesis(value.start):
        return False
    if any(0 <= m.start - value.end <= _MEMORY_REACH and m.kind == "memory" for m in sentence.products):
        return False
    return any(m.end == value.start - 1 and sentence.text[m.end] == " " for m in sentence.products)


def _difference(sentence: Sentence, value: Value, discourse: Discourse) -> Draft | None:
    """ "125 W in più della RTX 4090", 比H100多61GB: a difference against another product, in the figure's own unit."""
    patterns = sentence.pack.patterns
    told = patterns.figure.difference_behind.match(
        sentence.text, value.end
    ) or patterns.figure.difference_before.search(sentence.text, sentence.start, value.start)
    baseline = next((m for m in sentence.aside if m.kind not in TECHNOLOGY_KINDS), None)
    aspect = ASPECT_OF_UNIT.get(value.unit or "")
    told = told or patterns.figure.differs_by.search(sentence.text, sentence.start, value.start)
    if not told or (aspect is None and not (sentence.pack.spaced and value.unit in _WITHOUT_ASPECT)):
        return None
    found = find_subjects(sentence, value, "relative", discourse, exclude=[baseline] if baseline else [])
    draft = from_value(value, "quantity", "relative", sentence, "figure.difference", min(found.confidence, 0.7))
    others = (
        [p for p in products if not baseline or p.id != baseline.id]
        for products in (found.products, *discourse.topics())
    )
    draft.subjects = next(filter(None, others), [])
    draft.fields |= {"object": baseline.id if baseline else None, "aspect": aspect}
    if value.unit == "K" and value.value is not None:
        draft.fields["value"] = abs(value.value - _ZERO_CELSIUS)
    return draft


def _predicate(sentence: Sentence, value: Value) -> str | None:
    if value.unit == "m2":
        small = value.value is not None and value.value < _LARGEST_DIE
        return "die_area" if small and not _is_a_wafers(sentence, value) else None
    if value.unit in {"B/s", "bit/s"}:
        cue = sentence.cue_for("spec", value)
        if cue and cue.label in {"memory_bandwidth", "link_bandwidth"}:
            return cue.label
    return PREDICATE_OF_UNIT.get(value.unit or "")


def _is_a_wafers(sentence: Sentence, value: Value) -> bool:
    """12英寸晶圆直径300毫米，面积约7.07万平方毫米: whether the last thing named before an area is a wafer."""
    wafers = sentence.find_cues("basis", (sentence.start, value.start), "wafer")
    return bool(wafers) and not any(wafers[-1].end <= m.start < value.start for m in sentence.products)


def _scope_power(sentence: Sentence, value: Value, draft: Draft, how: str, discourse: Discourse) -> None:
    """Megawatts are a site's, whatever chips stand in it; orders are measured in them too. Kilowatts may be a server's."""
    if value.value is None:
        return
    if value.value < _SITE_POWER:
        basis = sentence.nearest("basis", value, sentence.segment(value))
        if basis and basis.label in {"server", "rack"} and not any(m.kind in SYSTEM_KINDS for m in draft.subjects):
            draft.fields["basis"] = basis.label
            site = sentence.find_cues("basis", sentence.clause(value.start), "site")
            site = site or (sentence.find_cues("nominal", label="site_stage") if not sentence.pack.spaced else [])
            draft.subjects = [] if site and how in INHERITED and not sentence.pack.spaced else draft.subjects
        return
    if how in INHERITED and not any(m.kind in SITE_KINDS for m in draft.subjects):
        sites = [
            m
            for m in discourse.of_kind.values()
            if m.kind in SITE_KINDS and (sentence.pack.spaced or m.start >= sentence.block.start)
        ]
        draft.subjects = [] if sentence.organisations else sites[-1:]
    elif sentence.pack.spaced and how == "precedence" and _are_counted(sentence, draft):
        here = [m for m in reversed(sentence.products) if m.end <= value.start]
        sites = [m for m in (*here, *discourse.focus, *discourse.of_kind.values()) if m.kind in SITE_KINDS]
        draft.subjects = sites[:1] or draft.subjects
    elif _is_a_sites_power(sentence, value, draft, how):
        draft.subjects = []
    event = sentence.nearest("event", value, sentence.clause(value.start)) or sentence.nearest("event", value)
    if event and event.label in {"order", "deploy", "require"}:
        draft.fields["event"] = event.label
    site = sentence.find_cues("basis", sentence.clause(value.start), "site")
    if (
        draft.subjects
        and not any(m.kind in SITE_KINDS for m in draft.subjects)
        and (site or "event" not in draft.fields)
    ):
        draft.fields["basis"] = "site"


def _is_a_sites_power(sentence: Sentence, value: Value, draft: Draft, how: str) -> bool:
    """5万块H100相当于100兆瓦，而柔佛在建的已达1.6吉瓦: megawatts told in a clause of its own, which no chip stands in."""
    if sentence.pack.spaced or any(m.kind in SITE_KINDS | SYSTEM_KINDS for m in draft.subjects):
        return False
    start, end = sentence.clause(value.start)
    if how == "cataphora":
        return True  # 6GW大单，MI450明年上阵
    if not sentence.pack.patterns.figure.another.match(sentence.text, start, end):
        return False
    return bool(draft.subjects) and not any(start <= m.start < end for m in draft.subjects)


def _are_counted(sentence: Sentence, draft: Draft) -> bool:
    """ "La macchina ha 13.824 A100 e consuma 6 megawatt": whether a number stands right before the name of what is installed."""
    installed = draft.subjects[:1]
    return any(
        v.kind == "number" and 0 <= m.start - v.end <= _COUNTED_REACH for v in sentence.values for m in installed
    )
