"""Ratios, changes and shares: five times an H100, 40 % fewer orders, 90 % of the market."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.aspects import aspect_named, aspect_of_change, of_goods
from pipeline.extract.assembly.changes import aspect_of_figure, aspect_of_whole, continued, speed_gained
from pipeline.extract.assembly.devices import DEVICE_KINDS
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import Sentence, distance
from pipeline.extract.assembly.subjects import closest, find_subjects
from pipeline.extract.assembly.workloads import model_named
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_OF_WHOLE = re.compile(r"\s*(?:del|dell['’]|della|dei|delle|degli|dello|di|的)")
_OF_SPEED = frozenset({"training", "inference", "performance", "efficiency"})
_OF_ANOTHER = re.compile(
    r"\s+(?:circa\s+)?d(?:i|ell['’])\s*(?:una?|un['’]|quell[oaie]\s+d(?:i|el|ella|ell['’]))\s*(?:\w+\s+)?",
    re.IGNORECASE,
)
"""Between a ratio and the product that it is of: "l'80 % di una H100"."""
_SIGN = re.compile(r"(?<![\w\d])([+＋−-])\s*$")
_NEXT = 3
_OF_CHANGE = 8
"""How near a noun of change stands to the number that tells how much: "una riduzione del 15 %"."""
_ONE = Decimal(1)
_HUNDRED = Decimal(100)
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
    drafts: list[Draft] = []
    for value in sentence.values:
        if not is_ratio(value):
            continue
        # A gain in a benchmark is one of speed, its score is no claim.
        if sentence.vetoed(value, "shares" if sentence.pack.spaced else None):
            sentence.pass_over(value, "its clause is about share prices or scores")
            continue
        draft = _read(sentence, value, discourse, drafts, told)
        if draft:
            drafts.append(draft)
    return drafts


def _read(
    sentence: Sentence, value: Value, discourse: Discourse, earlier: list[Draft], told: Sequence[Draft]
) -> Draft | None:
    direction = _direction(sentence, value) or continued(sentence, value, earlier)
    part = _is_part(sentence, value, direction, earlier)
    if part is not None:
        return _share(sentence, value, discourse, earlier, told) if part else None
    exchanged, before = _exchanged(sentence, value), _period_before(sentence, value)
    direction = None if before else direction
    factor = _factor(value, direction) if direction else _without_change(value)
    baseline = exchanged or _baseline(sentence, value)
    goods = direction is not None and of_goods(sentence, discourse)
    aspect = "count" if exchanged else aspect_of_change(sentence, value, direction, discourse, told)
    draft = from_value(value, "quantity", "relative", sentence, "ratio.relative", 0.8)
    draft.fields |= {"value": factor[0], "value_high": factor[1], "unit": "pp" if value.unit == "pp" else "1"}
    found = find_subjects(sentence, value, "relative", discourse, exclude=[baseline] if baseline else [])
    compared = _of_its_kind(sentence, value, baseline, found.products)
    draft.subjects = next(filter(None, (_but(baseline, p) for p in (compared, *discourse.topics()))), [])
    draft.confidence = min(draft.confidence, found.confidence)
    aspect = aspect or speed_gained(sentence, direction, draft.subjects, baseline)
    if aspect:
        draft.fields["aspect"] = aspect
    if baseline:
        draft.fields["object"] = baseline.id
        _bound_before_baseline(sentence, value, baseline, draft)
    since = sentence.nearest("baseline", value, sentence.clause(value.start))
    if before and not baseline:
        draft.fields["baseline"] = before.timex
    elif since and not baseline:
        draft.fields["baseline"] = since.label
    workload = sentence.nearest("workload", value, sentence.clause(value.start))
    model = model_named(sentence) if aspect in _OF_SPEED else None
    if workload or model:
        draft.fields["workload"] = workload.label if workload else model
    of_company = aspect in _OF_COMPANIES and (
        found.how in _INHERITED | _BEHIND or _of_its_company(sentence, value, aspect, draft.subjects)
    )
    of_market = aspect in _OF_MARKETS and sentence.organisations and found.how in _INHERITED
    if not baseline and (of_company or of_market):
        draft.subjects = []
    of_a_figure = not draft.subjects and aspect == "power" and aspect_of_figure(sentence, value, told) == aspect
    draft.of_goods = (goods and aspect == "price") or of_a_figure
    if not draft.subjects and not draft.of_goods and aspect not in _OF_COMPANIES | _OF_MARKETS:
        sentence.pass_over(value, "it reads as a ratio, but no product is named that it could be stated of")
        return None
    if not (aspect or baseline or direction or before):
        sentence.pass_over(value, "it reads as a ratio, but no word says of what or against what")
        return None
    return draft


def _of_its_kind(
    sentence: Sentence, value: Value, baseline: Mention | None, products: list[Mention]
) -> list[Mention]:
    """搭载麒麟9030的Mate 80，性能较麒麟9020提升三成: against a chip the chip is compared that the device has."""
    if baseline is None or not products or baseline.kind in DEVICE_KINDS or products[0].kind not in DEVICE_KINDS:
        return products
    chips = [m for m in sentence.products if m.kind == baseline.kind and m.id != baseline.id and m.end <= value.start]
    return chips[-1:] or products


def _but(baseline: Mention | None, products: Sequence[Mention]) -> list[Mention]:
    """The products that can be compared against the baseline: all others."""
    return [p for p in products if baseline is None or p.id != baseline.id]


def _is_part(sentence: Sentence, value: Value, direction: Cue | None, earlier: list[Draft]) -> bool | None:
    """Whether the value is a part of a whole; False where it is neither that nor a change, None where it is a change.

    A share that rises to 15 % is still a share; a row of shares goes on without the word for it (il 23 % …, il 14 %).
    """
    if value.unit == "pp" or not (value.form == "fraction" or value.kind == "percent") or value.form == "discount":
        return None
    patterns = sentence.pack.patterns
    if _names_whole(sentence, value, direction):
        return True
    if patterns.rate_of_change.search(sentence.text, sentence.start, value.start):
        return None
    share = sentence.nearest("share", value, sentence.clause(value.start))
    if value.form == "fraction" and direction and _touches(direction, value):
        return True if share and _is_level(sentence, value) else None
    if value.form == "fraction" and direction is None and not share and _of_product(sentence, value):
        return None
    if value.form == "fraction":
        return bool(share or _OF_WHOLE.match(sentence.text, value.end))
    if direction is None:
        if not share and _of_product(sentence, value):
            return None
        return bool(share or (sentence.pack.spaced and _OF_WHOLE.match(sentence.text, value.end))) or any(
            d.predicate == "share" for d in earlier
        )
    cues = [c for c in sentence.find_cues("share") if not patterns.of_these.match(sentence.text, c.start)]
    shares = cues or any(d.predicate == "share" for d in earlier)
    return True if shares and _is_level(sentence, value) else None


def _names_whole(sentence: Sentence, value: Value, direction: Cue | None) -> bool:
    """产能的四成, 一成左右的营收, 一半由欧盟承担: the whole that the value is a part of stands right beside it."""
    if direction and distance(direction, value) <= (_OF_CHANGE if sentence.pack.spaced else _NEXT):
        return False
    patterns = sentence.pack.patterns
    named = [m for m in sentence.products if m.end <= value.start]
    if named and patterns.genitive.fullmatch(sentence.gap(named[-1].end, value.start)):
        return False
    if patterns.whole_before.search(sentence.text, sentence.clause(value.start)[0], value.start):
        return True
    return patterns.whole_behind.match(sentence.text, value.end) is not None


def _period_before(sentence: Sentence, value: Value) -> Value | None:
    """去年的五倍, 2024年的六成: the period that the ratio is taken of."""
    if sentence.pack.spaced or (value.form not in {"multiple", "fraction"} and value.unit != "%"):
        return None
    dates = [v for v in sentence.values if v.kind == "date" and v.end <= value.start and v.timex]
    if not dates or not sentence.gap(dates[-1].end, value.start).lstrip().startswith("的"):
        return None
    gap = sentence.gap(dates[-1].end, value.start)
    return dates[-1] if sentence.pack.patterns.of_period.fullmatch(gap) else None


def _is_level(sentence: Sentence, value: Value) -> bool:
    """Whether the percentage is what something has come to, or has come from ("dal 20 % al 40 %"), and no change."""
    patterns = sentence.pack.patterns
    if patterns.reached.search(sentence.text, sentence.start, value.start):
        return True
    compared = not sentence.pack.spaced and sentence.text.endswith("的", sentence.start, value.start)
    if not compared and not patterns.level_from.search(sentence.text, sentence.start, value.start):
        return False
    behind = next((v for v in sentence.values if v.start >= value.end and v.kind == "percent"), None)
    return behind is not None and patterns.level_to.fullmatch(sentence.gap(value.end, behind.start)) is not None


def _touches(direction: Cue, value: Value) -> bool:
    return distance(direction, value) <= _NEXT


def _of_product(sentence: Sentence, value: Value) -> bool:
    """前者的15%, "la metà delle prestazioni della H100": a part of what another product does, not of a whole."""
    if value.unit != "%" and value.form != "fraction":
        return False
    patterns = sentence.pack.patterns
    if patterns.of_that.search(sentence.text, sentence.start, value.start):
        return bool(sentence.products) and bool(sentence.find_cues("aspect"))
    before = [m for m in sentence.products if m.end <= value.start]
    gap = sentence.gap(before[-1].end, value.start) if before else ""
    spoken_of = len(sentence.products) > 1 or sentence.find_cues("reference", label="own_subject")
    if spoken_of and "的" in gap and patterns.of_baseline.fullmatch(gap):
        return True
    aside = [m for m in sentence.aside if value.end <= m.start]
    if aside and sentence.pack.spaced and _OF_ANOTHER.fullmatch(sentence.gap(value.end, aside[0].start)):
        return True
    return bool(aside) and bool(sentence.find_cues("aspect", (value.end, aside[0].start)))


def _bound_before_baseline(sentence: Sentence, value: Value, baseline: Mention, draft: Draft) -> None:
    """最高可达前代H100的5倍: the bound stands before the baseline, not beside the number."""
    if value.bound == "exact" and baseline.end <= value.start:
        cue = sentence.nearest(
            "bound", baseline, (max(sentence.clause(baseline.start)[0], baseline.start - 8), baseline.start)
        )
        if cue:
            draft.fields["bound"] = cue.label


def _share(
    sentence: Sentence, value: Value, discourse: Discourse, earlier: list[Draft], told: Sequence[Draft]
) -> Draft:
    draft = from_value(value, "quantity", "share", sentence, "ratio.share", 0.7)
    scale = _HUNDRED if value.unit == "%" else _ONE
    draft.fields |= {
        "value": value.value / scale if value.value is not None else None,
        "value_high": value.value_high / scale if value.value_high is not None else None,
        "unit": "1",
        "aspect": aspect_of_whole(sentence, value, told) or aspect_named(sentence, value) or "market",
    }
    row = [d for d in earlier if d.predicate == "share"]
    if row and not sentence.find_cues("aspect", sentence.segment(value)):
        draft.fields["aspect"] = row[-1].fields["aspect"]
    found = find_subjects(sentence, value, "share", discourse)
    of_these = draft.fields["aspect"] in _OF_THINGS and _of_what_was_told(sentence, value)
    draft.subjects = found.products if found.how not in {"focus", "title"} or of_these else []
    if draft.fields["aspect"] == "capacity" and discourse.topic and not draft.subjects and not sentence.pack.spaced:
        draft.subjects = [discourse.topic] if discourse.topic.kind in _FAB_LINES else []
    if draft.fields["aspect"] == "yield" and not draft.subjects:
        processes = [m for m in sentence.products if m.kind == "process"]
        draft.subjects = (processes or [m for m in [discourse.topic] if m])[:1]
    return draft


def _of_its_company(sentence: Sentence, value: Value, aspect: str, products: Sequence[Mention]) -> bool:
    """Trn3伺服器將量產, 我們將金像電營收預估調高7%: a company named behind the product has the result, not the product."""
    if aspect not in _RESULTS or not products:
        return False
    start, _ = sentence.clause(value.start)
    last = max(p.end for p in products)
    return last <= start and any(start <= o.start < value.start and o.kind == "company" for o in sentence.organisations)


def _of_what_was_told(sentence: Sentence, value: Value) -> bool:
    """其中微软拿下三成: a part of what the sentence before counts."""
    return sentence.pack.patterns.of_these.match(sentence.text, sentence.start, value.start) is not None


def _direction(sentence: Sentence, value: Value) -> Cue | None:
    """The verb or adverb of change that the number goes with: right before it or right behind it."""
    start, end = sentence.segment(value)
    sign = _SIGN.search(sentence.text, max(start - 2, 0), value.start)
    if sign:
        return Cue(sign.start(), sign.end(), "change", "up" if sign[1] == "+" else "down")
    if value.value is not None and value.value < 0:
        return Cue(value.start, value.start + 1, "change", "down")
    found = _over_product(sentence, value) or sentence.nearest("change", value, (start, end), after=0.8)
    return None if found and _compares_levels(sentence, found, value) else found


def _compares_levels(sentence: Sentence, verb: Cue, value: Value) -> bool:
    """高于公司指引的70%: the percentage is what something is compared to, and no change."""
    if sentence.pack.spaced or value.kind != "percent" or verb.end > value.start:
        return False
    compares = any(c.start == verb.start for c in sentence.find_cues("compare"))
    level = sentence.find_cues("share", (sentence.start, verb.start))
    return compares and bool(level) and sentence.gap(verb.end, value.start).rstrip().endswith("的")


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


def _exchanged(sentence: Sentence, value: Value) -> Mention | None:
    """ "100.000 H100 per tre volte più GPU": what is given for so many times as many."""
    if value.form != "multiple":
        return None
    things = sentence.find_cues("noun", (value.end, min(value.end + 20, sentence.end)))
    before = [m for m in sentence.products if m.end <= value.start]
    if not things or things[0].label not in {"gpu", "chip", "card", "cpu"} or not before:
        return None
    gap = sentence.gap(before[-1].end, value.start)
    return before[-1] if sentence.pack.patterns.exchanged.fullmatch(gap) else None


def _without_change(value: Value) -> tuple[Decimal | None, Decimal | None]:
    """The ratio where nothing grows or shrinks: 60 % of another's is 0.6, half of it 0.5, three times it 3."""
    if value.unit == "pp" or (value.unit != "%" and value.form != "fraction"):
        return _factor(value, None)
    return _part_of_one(value) if value.unit == "%" else (value.value, value.value_high)


def _part_of_one(value: Value) -> tuple[Decimal | None, Decimal | None]:
    low, high = value.value, value.value_high
    return (low / _HUNDRED if low is not None else None, high / _HUNDRED if high is not None else None)


def _baseline(sentence: Sentence, value: Value) -> Mention | None:
    """The product that is compared against: 前代H100的5倍, 5倍H100, or one that is set aside as such."""
    tight = adjacent_baseline(sentence, value)
    if tight:
        return tight
    things = [m for m in sentence.aside if m.kind not in TECHNOLOGY_KINDS]
    if things:
        return closest(things, value)
    named = {m.kind for m in sentence.products if m not in sentence.aside}
    return closest([m for m in sentence.aside if m.kind in named], value)


def adjacent_baseline(sentence: Sentence, value: Value) -> Mention | None:
    """H100的5倍, 5倍H100: a product that the ratio itself is taken of, beside another one."""
    if sentence.pack.spaced or (value.form != "multiple" and value.unit != "%"):
        return None
    before = [m for m in sentence.products if m.end <= value.start]
    if before:
        gap = sentence.gap(before[-1].end, value.start)
        if "的" in gap and sentence.pack.patterns.of_baseline.fullmatch(gap):
            return before[-1]
    if value.form != "multiple":
        return None
    after = [m for m in sentence.products if m.start >= value.end and not sentence.gap(value.end, m.start).strip()]
    return after[0] if after and before else None
