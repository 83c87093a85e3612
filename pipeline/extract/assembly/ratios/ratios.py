"""Ratios, changes and shares: five times an H100, 40 % fewer orders, 90 % of the market."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.counts.shipments import is_of_market
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.figures.workloads import model_named
from pipeline.extract.assembly.ratios.aspects import aspect_of_change, aspect_of_share, is_nobodys, of_goods
from pipeline.extract.assembly.ratios.changes import (
    aspect_of_figure,
    aspect_of_whole,
    changed_before_comma,
    continued,
    gained,
    speed_gained,
)
from pipeline.extract.assembly.ratios.implied_baselines import implied_baseline
from pipeline.extract.assembly.ratios.levels import opens_with_part
from pipeline.extract.assembly.ratios.shares import is_no_part, is_of_things, is_part, tells_shares
from pipeline.extract.assembly.reading import Sentence, distance
from pipeline.extract.assembly.subjects.compared import (
    baseline_of,
    bound_before_baseline,
    exchanged_for,
    in_relative_clause,
    of_its_kind,
    period_before,
    topic_beside,
    without,
)
from pipeline.extract.assembly.subjects.processes import processes_compared
from pipeline.extract.assembly.subjects.references import baseline_referred
from pipeline.extract.assembly.subjects.subjects import find_subjects
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_OF_SPEED = frozenset({"training", "inference", "performance", "efficiency"})
_SIGN = re.compile(r"(?:(?<!\w)|(?<=[\u4e00-\u9fff]))([+＋−-])\s*$")
_NEXT = 3
_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_OF_NOBODY = {"power": "power", "investment": "spending", "revenue": "revenue", "compute": "performance"}
"""Figures that are a company's where no product has them, and the aspect of a ratio of them."""
_OF_COMPANIES = frozenset({"market", "revenue", "spending", "profit"})
_RESULTS = _OF_COMPANIES - {"market"}
_OF_MARKETS = frozenset({"orders", "capacity", "price", "count"})
_BEHIND = frozenset({"succession", "cataphora"})
_OF_THINGS = frozenset({"market", "count", "orders"})
_FAB_LINES = frozenset({"packaging", "process"})
"""Technologies whose capacity is dealt out to customers."""
_INHERITED = frozenset({"focus", "title", "none", "heading"})


def is_ratio(value: Value) -> bool:
    return value.kind == "percent" or (value.kind == "number" and value.form in {"multiple", "fraction", "discount"})


def read_ratios(sentence: Sentence, discourse: Discourse, told: Sequence[Draft] = ()) -> list[Draft]:
    """Drafts of `relative` and `share`; `told` are the figures of the sentence, which some of them are of."""
    ratio = sentence.pack.patterns.ratio
    drafts: list[Draft] = []
    for value in sentence.values:
        if not is_ratio(value) or ratio.sizes.match(sentence.text, value.start) or is_no_part(sentence, value):
            continue
        # A gain in a benchmark is one of speed, its score is no claim.
        if any(sentence.vetoed(value, label) for label in (("shares", "caches") if sentence.pack.spaced else (None,))):
            sentence.pass_over(value, "its clause is about share prices or scores")
            continue
        if ratio.margin.search(sentence.text, sentence.start, value.start):
            sentence.pass_over(value, "it is by how much a figure may be off")
            continue
        draft = _read(sentence, value, discourse, drafts, told)
        if draft:
            drafts.append(draft)
    return drafts


def _read(
    sentence: Sentence, value: Value, discourse: Discourse, earlier: list[Draft], told: Sequence[Draft]
) -> Draft | None:
    direction = _direction(sentence, value) or continued(sentence, value, earlier)
    part = is_part(sentence, value, direction, earlier, discourse.told)
    if part is not None:
        return _share(sentence, value, discourse, earlier, told) if part else None
    exchanged, before = exchanged_for(sentence, value), period_before(sentence, value)
    direction = None if before else direction
    factor = _factor(value, direction) if direction else _without_change(value)
    baseline = exchanged or baseline_of(sentence, value) or baseline_referred(sentence, value, discourse)
    processes = (
        processes_compared(sentence, value, discourse) if baseline is None or baseline.kind == "process" else None
    )
    baseline = processes[1] if processes else baseline
    owner = in_relative_clause(sentence, value)
    if owner and baseline in (None, owner):
        baseline = topic_beside(sentence, owner, discourse)
    goods = (direction is not None or _costs_multiple(sentence, value)) and of_goods(sentence, discourse)
    aspect = "count" if exchanged else aspect_of_change(sentence, value, direction, discourse, told)
    draft = from_value(value, "quantity", "relative", sentence, "ratio.relative", 0.8)
    draft.fields |= {"value": factor[0], "value_high": factor[1], "unit": "pp" if value.unit == "pp" else "1"}
    # What rises in price is what has one: the device, not its processor.
    predicate = (
        "unit_price" if aspect == "price" and sentence.pack.spaced and _behind_chip(sentence, value) else "relative"
    )
    found = find_subjects(sentence, value, predicate, discourse, exclude=[baseline] if baseline else [])
    compared = of_its_kind(sentence, value, baseline, found.products)
    draft.subjects = next(filter(None, (without(baseline, p) for p in (compared, *discourse.topics()))), [])
    draft.subjects = _whose_yield(sentence, aspect, baseline) or ([owner] if owner else draft.subjects)
    draft.subjects = [processes[0]] if processes else draft.subjects
    draft.confidence = min(draft.confidence, found.confidence)
    aspect = aspect or speed_gained(sentence, direction, draft.subjects, baseline) or _distance_of(sentence, value)
    if aspect:
        draft.fields["aspect"] = aspect
    if baseline:
        draft.fields["object"] = baseline.id
        bound_before_baseline(sentence, value, baseline, draft)
    elif not _tell_period(sentence, value, draft, before):
        implied = implied_baseline(sentence, value, aspect, draft.subjects, earlier, discourse)
        draft.fields |= {"object": implied} if implied else {}
    _tell_workload(sentence, value, draft, aspect)
    of_company = aspect in _OF_COMPANIES and (
        found.how in _INHERITED | _BEHIND or _of_its_company(sentence, value, aspect, draft.subjects)
    )
    of_market = aspect in _OF_MARKETS and sentence.organisations and found.how in _INHERITED
    drop = draft.subjects if not baseline and (of_company or of_market) else sentence.uncompared if of_company else []
    of_site = _is_sites(sentence, value, draft.subjects) or (
        baseline is None and found.how in _INHERITED and _of_nobodys_figure(sentence, value, told)
    )
    draft.subjects = [] if of_site else [m for m in draft.subjects if m not in drop]
    aspect = draft.fields.setdefault("aspect", _told_aspect(value, told) or "capacity") if of_site else aspect
    draft.joint = is_of_market(sentence, value, told)
    told_of = {"power", "count"} if sentence.pack.spaced else {"power"}
    of_a_figure = not draft.subjects and aspect in told_of and aspect_of_figure(sentence, value, told) == aspect
    draft.of_goods = (goods and aspect == "price") or of_a_figure or (of_site and aspect == "power")
    if not draft.subjects and not draft.of_goods and aspect not in _OF_COMPANIES | _OF_MARKETS:
        sentence.pass_over(value, "it reads as a ratio, but no product is named that it could be stated of")
        return None
    if not (aspect or baseline or direction or before):
        sentence.pass_over(value, "it reads as a ratio, but no word says of what or against what")
        return None
    return draft


def _tell_period(sentence: Sentence, value: Value, draft: Draft, before: Value | None) -> bool:
    """Sets the period that the figure is compared with, if one is told."""
    since = sentence.nearest("baseline", value, sentence.clause(value.start))
    told = before.timex if before else since.label if since else None
    if told:
        draft.fields["baseline"] = told
    return before is not None or since is not None


def _of_nobodys_figure(sentence: Sentence, value: Value, told: Sequence[Draft]) -> bool:
    """AWS新增3.8吉瓦，总量达到2022年的两倍: what changes is a figure that the sentence tells of no product."""
    if sentence.pack.spaced or any(m.end <= value.start for m in sentence.products):
        return False
    before = [d for d in told if d.end <= value.start and d.kind in {"quantity", "price"}]
    figure = max(before, key=lambda d: d.start, default=None)
    named = any(o.kind == "company" and o.end <= value.start for o in sentence.organisations)
    return figure is not None and not figure.subjects and named and figure.predicate in _OF_NOBODY


def _told_aspect(value: Value, told: Sequence[Draft]) -> str | None:
    before = [d for d in told if d.end <= value.start]
    return _OF_NOBODY.get(before[-1].predicate) if before else None


def _tell_workload(sentence: Sentence, value: Value, draft: Draft, aspect: str | None) -> None:
    workload = sentence.nearest("workload", value, sentence.clause(value.start))
    model = model_named(sentence) if aspect in _OF_SPEED else None
    if workload or model:
        draft.fields["workload"] = workload.label if workload else model


def _is_sites(sentence: Sentence, value: Value, products: Sequence[Mention]) -> bool:
    """二期规模扩大到2.4倍, 较旧厂多出五成: what a clause tells of a site or of a stage of it is not told of the chips that stand there."""
    if sentence.pack.spaced or not products or any(m.kind in SITE_KINDS for m in products):
        return False
    before = [m.end for m in sentence.products if m.end <= value.start]
    start = max([sentence.start, *before])
    if any(m.start >= sentence.clause(value.start)[0] for m in products):
        return False
    if sentence.find_cues("nominal", (start, value.start), "site_stage"):
        return True
    return sentence.pack.patterns.part.factory.search(sentence.text, start, value.start) is not None


def _share(
    sentence: Sentence, value: Value, discourse: Discourse, earlier: list[Draft], told: Sequence[Draft]
) -> Draft:
    draft = from_value(value, "quantity", "share", sentence, "ratio.share", 0.7)
    scale = _HUNDRED if value.unit == "%" else _ONE
    draft.fields |= {
        "value": value.value / scale if value.value is not None else None,
        "value_high": value.value_high / scale if value.value_high is not None else None,
        "unit": "1",
        "aspect": aspect_of_share(sentence, value, told, discourse),
    }
    goes_on = sentence.pack.spaced and (bool(earlier[-1:]) or tells_shares(sentence, value, discourse.told))
    goes_on = goes_on or opens_with_part(sentence, value)
    draft.of_goods = goes_on or is_of_things(sentence, value) or aspect_of_whole(sentence, value, told) is not None
    draft.joint = is_nobodys(sentence, value, draft.fields["aspect"])
    rate = sentence.pack.patterns.ratio.adoption.search(sentence.text, sentence.start, value.start) is not None
    draft.joint = draft.joint or rate
    row = [d for d in earlier if d.predicate == "share"]
    if row and not sentence.find_cues("aspect", sentence.segment(value)):
        draft.fields["aspect"] = row[-1].fields["aspect"]
    found = find_subjects(sentence, value, "share", discourse)
    of_these = draft.fields["aspect"] in _OF_THINGS and _of_what_was_told(sentence, value)
    behind = found.how == "cataphora" and not sentence.pack.spaced  # 1B占比已过半，…HBM则…
    draft.subjects = found.products if not (behind or found.how in {"focus", "title"}) or of_these else []
    if draft.fields["aspect"] == "market" and not of_these and _of_a_company(sentence, value, draft.subjects):
        draft.subjects = []
    draft.subjects = draft.subjects or _of_the_count_before(sentence, value, told)
    if rate:
        draft.subjects = [m for m in draft.subjects if m.kind in TECHNOLOGY_KINDS]
    if draft.fields["aspect"] == "profit":
        start, _ = sentence.clause(value.start)
        draft.subjects = [m for m in draft.subjects if start <= m.start < value.start]
    if draft.fields["aspect"] == "capacity" and discourse.topic and not draft.subjects and not sentence.pack.spaced:
        draft.subjects = [discourse.topic] if discourse.topic.kind in _FAB_LINES else []
    if draft.fields["aspect"] == "yield" and not draft.subjects:
        processes = [m for m in sentence.products if m.kind == "process"]
        draft.subjects = (processes or [m for m in [discourse.topic] if m])[:1]
    return draft


def _whose_yield(sentence: Sentence, aspect: str | None, baseline: Mention | None) -> list[Mention]:
    """ "La resa del 18A è metà di quella di TSMC": the process that the sentence names first, which has a yield."""
    if aspect != "yield" or not sentence.pack.spaced:
        return []
    return [m for m in sentence.products if m.kind == "process" and m is not baseline][:1]


def _of_a_company(sentence: Sentence, value: Value, products: Sequence[Mention]) -> bool:
    """三星以19%的市占居首，苹果…iPhone 17, 公司在服务器CPU市场的份额: whose part of a market the clause tells, no product in it."""
    start, _ = sentence.clause(value.start)
    technologies = any(p.kind in TECHNOLOGY_KINDS for p in products)
    if sentence.pack.spaced or technologies or any(start <= p.start < value.start for p in products):
        return False
    company = any(start <= o.start and o.end <= value.start and o.kind == "company" for o in sentence.organisations)
    return company or bool(sentence.find_cues("voice", (start, value.start), "company"))


def _of_its_company(sentence: Sentence, value: Value, aspect: str, products: Sequence[Mention]) -> bool:
    """Trn3伺服器將量產, 我們將金像電營收預估調高7%: a company named behind the product has the result, not the product."""
    if aspect not in _RESULTS or not products:
        return False
    start, _ = sentence.clause(value.start)
    last = max(p.end for p in products)
    if not sentence.pack.spaced and not any(start <= p.start < value.start for p in products):
        return True  # DDR5良率追上前代，明年资本支出是今年的两倍
    return last <= start and any(start <= o.start < value.start and o.kind == "company" for o in sentence.organisations)


def _of_what_was_told(sentence: Sentence, value: Value) -> bool:
    """其中微软拿下三成: a part of what the sentence before counts."""
    return sentence.pack.patterns.ratio.of_these.match(sentence.text, sentence.start, value.start) is not None


def _of_the_count_before(sentence: Sentence, value: Value, told: Sequence[Draft]) -> list[Mention]:
    """GB300全年上看1.8万柜，其中广达分到三成: the products of the count in the same sentence that the part is of."""
    start, _ = sentence.clause(value.start)
    if sentence.pack.spaced or not sentence.pack.patterns.ratio.of_these.match(sentence.text, start, value.start):
        return []
    counts = [d for d in told if d.end <= start and d.predicate in {"unit_count", "component"}]
    return max(counts, key=lambda d: d.start).subjects if counts else []


def _direction(sentence: Sentence, value: Value) -> Cue | None:
    """The verb or adverb of change that the number goes with: right before it or right behind it."""
    start, end = sentence.segment(value)
    sign = _SIGN.search(sentence.text, max(start - 2, 0), value.start)
    if sign:
        return Cue(sign.start(), sign.end(), "change", "up" if sign[1] == "+" else "down")
    if value.value is not None and value.value < 0:
        return Cue(value.start, value.start + 1, "change", "down")
    found = _over_product(sentence, value) or sentence.nearest("change", value, (start, end), after=0.8)
    if found and sentence.pack.patterns.ratio.over.fullmatch(sentence.gap(found.start, value.start)):
        found = _nearest_but(sentence, value, found, end)
    if found and found.start == value.end and sentence.pack.patterns.ratio.odd.match(sentence.text, value.end):
        found = sentence.nearest("change", value, (start, value.start))
    if found and (_compares_levels(sentence, found, value) or _only_bounds(sentence, found, value)):
        return None
    return found or _stands_off(sentence, value) or gained(sentence, value) or changed_before_comma(sentence, value)


def _nearest_but(sentence: Sentence, value: Value, bound: Cue, end: int) -> Cue | None:
    """The word of change nearest to a value beside the one that only bounds it."""
    since = max((v.end for v in sentence.values if v.end <= bound.start), default=sentence.start)
    before = sentence.find_cues("change", (since, bound.start))[-1:]
    behind = sentence.find_cues("change", (value.end, end))[:1]
    return min([*before, *behind], key=lambda c: distance(c, value), default=None)


def _costs_multiple(sentence: Sentence, value: Value) -> bool:
    """ "La memoria costa il quadruplo"."""
    return sentence.pack.spaced and value.form == "multiple"


def _behind_chip(sentence: Sentence, value: Value) -> bool:
    """Whether the product named last before the value is a processor or a graphics chip."""
    before = [m for m in sentence.products if m.end <= value.start and m not in sentence.aside]
    return bool(before) and before[-1].kind in {"cpu", "soc", "gpu"}


def _only_bounds(sentence: Sentence, word: Cue, value: Value) -> bool:
    """ "Meno di un sesto": the word only says that the number is an upper or a lower bound."""
    part = value.kind == "percent" or value.form == "fraction"
    bounded = part and value.bound in {"min", "max"} and word.end <= value.start
    return bounded and sentence.pack.patterns.ratio.bounds.fullmatch(sentence.gap(word.start, value.start)) is not None


def _distance_of(sentence: Sentence, value: Value) -> str | None:
    """Of what something stands off from another where no word says it: of speed."""
    return "performance" if _stands_off(sentence, value) else None


def _stands_off(sentence: Sentence, value: Value) -> Cue | None:
    """ "Il 14% sotto la 5080", "il 6% davanti alla 9070": how far something stands from what it is compared against."""
    place = sentence.pack.patterns.ratio.stands.match(sentence.text, value.end) if value.kind == "percent" else None
    if place is None or not any(m.start == place.end() for m in sentence.aside):
        return None
    return Cue(place.start("place"), place.end("place"), "change", "up" if place["up"] else "down")


def _compares_levels(sentence: Sentence, verb: Cue, value: Value) -> bool:
    """高于公司指引的70%: the percentage is what something is compared to, and no change."""
    if sentence.pack.spaced or value.kind != "percent" or verb.end > value.start:
        return False
    compares = any(c.start == verb.start for c in sentence.find_cues("compare"))
    level = sentence.find_cues("share", (sentence.start, verb.start))
    of_level = sentence.pack.patterns.ratio.of_level.search(sentence.gap(verb.end, value.start))
    return compares and bool(level) and of_level is not None


def _over_product(sentence: Sentence, value: Value) -> Cue | None:
    """领先B580约25%: the verb stands before the product that is compared against, the number behind it."""
    before = [m for m in sentence.products if m.end <= value.start]
    if sentence.pack.spaced or not before or before[-1] not in sentence.aside:
        return None
    gap = sentence.gap(before[-1].end, value.start)
    if len(gap.strip()) > _NEXT or "的" in gap:
        return None
    verbs = sentence.find_cues("change", (sentence.clause(value.start)[0], before[-1].start))
    return verbs[-1] if verbs else None


def _factor(value: Value, direction: Cue | None) -> tuple[Decimal | None, Decimal | None]:
    """The ratio as CLAIMS.md's rule 3 reads it, low and high end."""
    ends = [value.value, value.value_high]
    if value.unit == "pp":
        return ends[0], ends[1]
    down = direction is not None and direction.label == "down"
    if value.form == "discount":
        factors = [e / _HUNDRED if e is not None else None for e in ends]
    elif value.kind == "percent":
        factors = [(_ONE - abs(e) / _HUNDRED if down else _ONE + e / _HUNDRED) if e is not None else None for e in ends]
    elif value.form == "fraction":
        factors = [(_ONE - e if down else _ONE + e) if e is not None else None for e in ends]
    elif down:
        factors = [_ONE / e if e is not None and e > 1 else e for e in ends]
    else:
        grows = direction is not None
        factors = [e + _ONE if grows and e is not None and e <= 1 and value.form == "multiple" else e for e in ends]
    present = sorted(f for f in factors if f is not None)
    return (present[0] if present else None, present[1] if len(present) > 1 else None)


def _without_change(value: Value) -> tuple[Decimal | None, Decimal | None]:
    """The ratio where nothing grows or shrinks: 60 % of another's is 0.6, half of it 0.5, three times it 3."""
    if value.unit == "pp" or (value.unit != "%" and value.form != "fraction"):
        return _factor(value, None)
    return _part_of_one(value) if value.unit == "%" else (value.value, value.value_high)


def _part_of_one(value: Value) -> tuple[Decimal | None, Decimal | None]:
    low, high = value.value, value.value_high
    return (low / _HUNDRED if low is not None else None, high / _HUNDRED if high is not None else None)
