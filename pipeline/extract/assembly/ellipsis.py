"""Numbers whose unit and noun were said just before: "contro i 153 miliardi della MI300X", "ne chiedeva 450", 增至30万."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.values import Value
from pipeline.extract.assembly.counts.cores import is_in_all
from pipeline.extract.assembly.counts.counted import PARTS, counted_thing, is_boards, last_of_row
from pipeline.extract.assembly.counts.counted_again import count_of_it
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.figures.figures import PREDICATE_OF_UNIT
from pipeline.extract.assembly.figures.parallels import (
    in_unit_of,
    is_figure,
    is_name,
    is_near,
    is_of_sort,
    parallel_to,
    predicate_told,
    unit_words,
)
from pipeline.extract.assembly.money.prices import period_cues
from pipeline.extract.assembly.parties.parties import next_in_row
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.subjects import find_subjects
from pipeline.extract.mentions import Mention

_WORTH = frozenset({"funding", "valuation", "investment", "revenue", "order_value", "other_amount"})
_FEWEST = 10
_NEAR = 3
_COUNTED = frozenset({"unit_count", "core_count"})
_BEHIND = 14
"""How far behind an amount a word may stand that is its own: "839 di ricavi"."""
_BY_THE_PIECE = frozenset({"unit_price", "rental_price"})
_LONE_PAIR = 2
_OTHERS = frozenset(PARTS) - {"parameter"}
_CLOSEST, _FARTHEST = 2, 50
"""A number of another magnitude than the one before it is of something else."""


def read_elided(sentence: Sentence, drafts: Sequence[Draft], discourse: Discourse) -> list[Draft]:
    """Drafts of bare numbers that repeat a statement before them with another value."""
    patterns = sentence.pack.patterns
    read = {id(d.value) for d in drafts}
    found: list[Draft] = []
    for value in sentence.values:
        number = value.kind == "number" and value.form is None
        if not (number or is_boards(sentence, value)) or id(value) in read or value.value is None:
            continue
        before = [d for d in [*drafts, *found] if d.start < value.start]
        same = _of_same_measure(sentence, value, [*discourse.told, *before]) if number else None
        if same:
            found.append(_again(sentence, same, value, discourse))
            continue
        if number and (
            _counts_a_thing(sentence, value)
            or patterns.ellipsis.all_of_them.search(sentence.text, sentence.start, value.start)
        ):
            continue
        model, repeated = _repeated(sentence, value, before, discourse)
        if model and _names_another_thing(sentence, model, value):
            sentence.pass_over(value, "what it counts stands before it, and is another thing than was told of")
            continue
        if model and model.kind == "price" and _is_difference(sentence, value):
            sentence.pass_over(value, "it is by how much a price differs")
            continue
        if (
            model
            and model.kind == "price"
            and _is_size_of_version(sentence, value, [*before, *discourse.told_in_block])
        ):
            continue
        if model and model.predicate not in _COUNTED and _differs(sentence, value):
            sentence.pass_over(value, "it is by how much a figure differs")
            continue
        if model and repeated:
            found.append(_repeat(sentence, model, repeated, discourse))
        elif number and (counted := count_of_it(sentence, value, discourse)):
            found.append(counted)
    return found


def _names_another_thing(sentence: Sentence, model: Draft, value: Value) -> bool:
    """ "11 GB; i core RT passavano da 46 a 68", "i clienti sono diventati sei", 10-30kW，PUE降至1.15: a noun since the statement,
    which told of something else."""
    patterns = sentence.pack.patterns
    start = max(model.end, sentence.start) if model.sentence is sentence else sentence.start
    if not sentence.pack.spaced:
        return patterns.count.another_measure.search(sentence.text, start, value.start) is not None
    if model.predicate in PARTS.values():
        return False
    nouns = sentence.find_cues("noun", (start, value.start))
    if any(c.label in _OTHERS or sentence.text[c.start : c.end].lower() == "fps" for c in nouns):
        return True
    return any(
        c.label == "other" and patterns.ellipsis.definite.search(sentence.text, sentence.start, c.start) for c in nouns
    )


def _is_difference(sentence: Sentence, value: Value) -> bool:
    """ "Chi si accontenta di 8 ne risparmia 50": by how much a price differs."""
    start, patterns = sentence.clause(value.start)[0], sentence.pack.patterns
    behind = patterns.money.price_difference_behind.match(sentence.text, value.end)
    return bool(behind or patterns.money.price_difference.search(sentence.text, start, value.start))


def _is_size_of_version(sentence: Sentence, value: Value, told: Sequence[Draft]) -> bool:
    """ "La versione da 8 GB costa 315 euro, quella da 16 …": a size that names a version where sizes have been told."""
    if not any(d.fields.get("unit") == "B" for d in told):
        return False
    return sentence.pack.patterns.count.designates.search(sentence.text, sentence.start, value.start) is not None


def _differs(sentence: Sentence, value: Value) -> bool:
    """ "Una ventina di watt, cinque in più dell'originale"."""
    return sentence.pack.patterns.figure.difference_behind.match(sentence.text, value.end) is not None


def _repeated(
    sentence: Sentence, value: Value, before: Sequence[Draft], discourse: Discourse
) -> tuple[Draft | None, Value | None]:
    """The statement before it that a number repeats, and the number as read in that one's unit."""
    patterns = sentence.pack.patterns
    elided = _is_elided(sentence, value)
    counts = elided and patterns.count.elided_count.search(sentence.text, sentence.start, value.start)
    if counts and any(d.predicate in _COUNTED for d in before):
        return _model(sentence, _earlier(sentence, value, before, discourse), value)
    if counts and patterns.ellipsis.counts.match(counts[0]):
        return None, None
    parallel = None if _of_which(sentence, value) else parallel_to(sentence, value, before, elided=elided)
    if parallel:
        return parallel
    if not elided:
        return None, None
    model, repeated = _model(sentence, _earlier(sentence, value, before, discourse), value)
    return (model, repeated) if model else _of_the_paragraph(sentence, value, discourse)


def _of_the_paragraph(sentence: Sentence, value: Value, discourse: Discourse) -> tuple[Draft | None, Value | None]:
    """The last statement of the paragraph that a number of the same size repeats in a sentence that measures nothing before it."""
    patterns = sentence.pack.patterns
    before = [v for v in sentence.values if v.end <= value.start]
    if predicate_told(sentence, value):
        before = before[:0]
    figures = (v for v in before if is_figure(sentence, v, {}))
    levels = before[-1:] if before and before[-1].kind == "number" else []
    changed = any(patterns.ratio.level_from.search(sentence.text, sentence.start, v.start) for v in levels)
    opened = (
        " " not in sentence.gap(sentence.start, value.start).strip()
    )  # "Saranno 120": the capital is the sentence's
    if not sentence.pack.spaced or any(figures) or changed or (is_name(sentence, value) and not opened):
        return None, None
    earlier = discourse.told_in_block[::-1]
    if patterns.count.elided_count.search(sentence.text, sentence.start, value.start):
        earlier = [d for d in earlier if d.predicate in _COUNTED] or earlier
    named = predicate_told(sentence, value)
    model, repeated = _model(sentence, [d for d in earlier if not named or is_of_sort(d.predicate, named)], value)
    if model is None or repeated is None or not repeated.value:
        return None, None
    return (model, repeated) if is_near(repeated, model.fields["value"]) else (None, None)


def _of_same_measure(sentence: Sentence, value: Value, told: Sequence[Draft]) -> Draft | None:
    """标包1为7058台服务器，标包2为936台: a measure word alone counts what the same word counted before it."""
    last = last_of_row(sentence, value)
    measure = sentence.pack.patterns.ellipsis.measure.match(sentence.text, last.end)
    if measure is None or sentence.pack.patterns.ellipsis.thing_measured.match(sentence.text, measure.end()):
        return None
    if value.value is not None and value.value < _FEWEST:
        return None
    if sentence.pack.patterns.machine.other_machine.search(sentence.text, sentence.clause(value.start)[0], value.start):
        return None
    near = (last.end + 1, min(last.end + 2 * _NEAR, sentence.clause(last.end)[1]))
    if any(c.start <= last.end + _NEAR for name in ("noun", "basis") for c in sentence.find_cues(name, near)):
        return None
    same = (
        d for d in reversed(told)
        if (d.predicate == "unit_count" or (d.predicate in PARTS.values() and d.sentence is sentence and _like(d, value)))
        and d.value is not None and d.sentence.text.startswith(measure[0], d.value.end)
    )  # fmt: skip
    return next(same, None)


def _again(sentence: Sentence, model: Draft, value: Value, discourse: Discourse) -> Draft:
    """The count of the same things, with the event and the period of its own clause where that has a verb."""
    draft = _repeat(sentence, model, value, discourse)
    own = sentence.nearest("event", value, sentence.clause(value.start))
    if own and own.start < value.start:
        draft.fields["event"] = own.label
        draft.fields.pop("per", None)
    return draft


def _counts_a_thing(sentence: Sentence, value: Value) -> bool:
    """Whether a number is followed by what it counts; a measure word alone (3840个) leaves that open."""
    counted = counted_thing(sentence, value)
    return counted is not None and (counted.noun != "piece" or counted.product is not None)


def _is_elided(sentence: Sentence, value: Value) -> bool:
    """Whether the words around a number tell that its noun or unit has been said before."""
    patterns = sentence.pack.patterns
    if patterns.count.elided.search(sentence.text, sentence.start, value.start) or _of_which(sentence, value):
        return True
    if _of_row(sentence, value) or _follows_subject(sentence, value) or _are_the_rest(sentence, value):
        return True
    if patterns.count.elided_behind.match(sentence.text, value.end) and next_in_row(sentence, value):
        return True
    if _differs(sentence, value):
        return True  # "19 milioni, quattro in più"; a figure that differs is sorted out later
    alone = patterns.count.elided_alone.search(sentence.text, sentence.start, value.start)
    return bool(alone) and patterns.count.elided_behind.match(sentence.text, value.end) is not None


def _follows_subject(sentence: Sentence, value: Value) -> bool:
    """ "La Switch 2 costa 469 euro, la Xbox Series X 549": without its verb, right behind the next product."""
    patterns = sentence.pack.patterns
    subject = next((m for m in sentence.products if m.end == value.start - 1), None)
    if subject is None or not any(v.end <= subject.start for v in sentence.values):
        return False
    earlier = any(m.end <= subject.start and m.id != subject.id for m in sentence.products)
    return earlier and patterns.ellipsis.next_subject.search(sentence.text, sentence.start, subject.start) is not None


def _are_the_rest(sentence: Sentence, value: Value) -> bool:
    """ "Gli altri sette arriveranno a settembre", "Lotto 2: 1.100 con GPU": a verb or a lot's label stands there, and no noun."""
    patterns = sentence.pack.patterns
    label = sentence.gap(sentence.start, value.start)
    if patterns.ellipsis.lot.fullmatch(label) and patterns.count.elided_behind.match(sentence.text, value.end):
        return True
    rest = patterns.ellipsis.the_rest.search(sentence.text, sentence.start, value.start)
    return rest is not None and patterns.ellipsis.plural_verb.match(sentence.text, value.end) is not None


def _of_row(sentence: Sentence, value: Value) -> Mention | None:
    """ "1.999 dollari la RTX 5090, 999 la 5080, 749 la 5070 Ti": the product behind a figure, in a row of such."""
    patterns = sentence.pack.patterns
    behind = [m for m in sentence.products if m.start >= value.end]
    before = [v for v in sentence.values if v.end <= value.start]
    if not behind or not before:
        return None
    first = next((m for m in sentence.products if m.start >= before[-1].end), None)
    if (
        first is None
        or first.end > value.start
        or not patterns.ellipsis.of_product.fullmatch(sentence.gap(before[-1].end, first.start))
    ):
        return None
    return behind[0] if patterns.ellipsis.of_product.fullmatch(sentence.gap(value.end, behind[0].start)) else None


def _opposed(sentence: Sentence, value: Value, model: Draft, discourse: Discourse) -> Mention | None:
    """ "Il secondo consuma 65 watt contro 125": of two that are told of, the other one, where none is named behind."""
    patterns = sentence.pack.patterns
    behind = any(value.end <= m.start < sentence.clause(value.start)[1] for m in sentence.products)
    if (
        behind
        or len(model.subjects) != 1
        or not patterns.ellipsis.against.search(sentence.text, sentence.start, value.start)
    ):
        return None
    others = [m for m in sentence.aside if m.kind == model.subjects[0].kind] or discourse.pair
    others = [m for m in others if m.id != model.subjects[0].id]
    pair = len(discourse.pair) == _LONE_PAIR and any(m.id == model.subjects[0].id for m in discourse.pair)
    return others[0] if others and (pair or others[0] in sentence.aside) else None


def _other_between(sentence: Sentence, model: Draft, value: Value) -> Mention | None:
    """ "AMD ha consegnato 8,9 milioni di EPYC; Intel, con gli Xeon, si è fermata a 19,6": the one product of its kind since then."""
    if not sentence.pack.spaced:
        return None
    kind = model.subjects[0].kind
    named = [m for m in sentence.products if model.end <= m.start < value.start and m not in sentence.aside]
    return named[0] if len(named) == 1 and named[0].kind == kind else None


def _of_which(sentence: Sentence, value: Value) -> bool:
    """ "Due dei quali a carico dello Stato"."""
    return sentence.pack.patterns.ellipsis.of_which.match(sentence.text, value.end) is not None


def _earlier(sentence: Sentence, value: Value, before: Sequence[Draft], discourse: Discourse) -> list[Draft]:
    """The statements that the number may repeat, the latest first; "ne" and "erano" reach into the sentence before."""
    patterns = sentence.pack.patterns
    earlier = sorted((d for d in before if d.kind in {"quantity", "price"}), key=lambda d: -d.start)
    if _of_which(sentence, value):
        last = max((v.start for v in sentence.values if v.end <= value.start), default=-1)
        return [d for d in earlier if d.start == last and d.predicate not in PARTS.values()]
    if patterns.count.elided_before.search(sentence.text, sentence.start, value.start):
        earlier += reversed(discourse.told)
    if patterns.count.elided_count.search(sentence.text, sentence.start, value.start):
        earlier = [d for d in earlier if d.predicate in _COUNTED]
    return earlier


def _model(sentence: Sentence, earlier: Sequence[Draft], value: Value) -> tuple[Draft | None, Value | None]:
    """The latest statement whose magnitude the number has, as it stands or in that statement's unit, and the value so read."""
    for draft in earlier:
        repeated = _in_unit_of(sentence, draft, value) or (value if _like(draft, value) else None)
        if repeated:
            return draft, repeated
    return None, None


def _in_unit_of(sentence: Sentence, model: Draft, value: Value) -> Value | None:
    """The number read again with the words of the model's unit: the 12 in "16 GB, contro i 12 della 5070" is 12 GB."""
    told = model.worded or model.value
    if told is None or told.kind not in {"quantity", "price", "number"}:
        return None
    if sentence.pack.patterns.count.large.search(sentence.text, value.start, value.end):
        return None
    again = in_unit_of(sentence, unit_words(told, model.sentence), value)
    return again if again and _like(model, again) else None


def _like(draft: Draft, value: Value) -> bool:
    amount = draft.fields.get("value")
    if amount is None or not amount or value.value is None:
        return False
    if value.unit is None and value.value < _CLOSEST and not _of_which(draft.sentence, value):
        return False
    if value.unit is None and draft.fields.get("unit") == "K":
        return False
    if draft.predicate in _COUNTED and value.value % 1:
        return False
    if draft.fields.get("unit") == "pp" or (draft.predicate == "relative" and draft.fields.get("unit") == "1"):
        return False
    if draft.predicate in {"share", "duration"} or draft.kind not in {"quantity", "price"}:
        return False
    return bool(1 / _FARTHEST <= value.value / amount <= _FARTHEST)


def _repeat(sentence: Sentence, model: Draft, value: Value, discourse: Discourse) -> Draft:
    patterns = sentence.pack.patterns
    predicate = model.predicate
    if predicate == "relative":
        predicate = PREDICATE_OF_UNIT[model.fields["unit"]]
    if model.predicate in _WORTH:
        since = max(model.end, sentence.clause(value.start)[0]) if model.sentence is sentence else sentence.start
        told = sentence.find_cues("price", (since, value.start))
        own = sentence.find_cues("price", (value.end, min(value.end + _BEHIND, sentence.clause(value.start)[1])))
        told += [c for c in own if sentence.gap(value.end, c.start).strip() == "di"]
        raised = {"funding"} if predicate == "order_value" else set()  # "ordini per 14 miliardi, … ne ha raccolti 12"
        predicate = next((c.label for c in reversed(told) if c.label in _WORTH - raised), predicate)
    in_all = predicate in _BY_THE_PIECE and (value.value or 0) > model.fields["value"] and is_in_all(sentence, value)
    predicate = "order_value" if in_all else predicate
    per_second = patterns.ellipsis.per_second.match(sentence.text, value.end) is not None
    rate = predicate == "memory_capacity" and per_second
    predicate = "memory_bandwidth" if rate else predicate
    found = find_subjects(sentence, value, predicate, discourse)
    repeated = replace(value, unit="B/s" if rate else model.fields.get("unit"))
    draft = from_value(repeated, model.kind, predicate, sentence, "elided", 0.65)
    here = model.sentence is sentence
    named = [m for m in found.products if here and model.end <= m.start < value.start]
    again = found.products or (
        model.subjects if patterns.ellipsis.of_them.search(sentence.gap(sentence.start, value.start)) else []
    )
    draft.subjects = again if model.subjects or (named and sentence.pack.spaced) else []
    other = _of_row(sentence, value) or _opposed(sentence, value, model, discourse)
    same = here and model.subjects and [m.id for m in draft.subjects] == [m.id for m in model.subjects]
    beside = _other_between(sentence, model, value) if same else None
    told_of = other or beside
    draft.subjects = [told_of] if told_of else draft.subjects
    draft.worded = model.worded or model.value
    own = sentence.find_cues("event", (max(model.end, sentence.clause(value.start)[0]), value.start))
    if predicate == "unit_count" and own and sentence.pack.spaced:
        draft.fields["event"] = own[-1].label
    periods = period_cues(sentence, (max(model.end, sentence.start), value.start))
    if "per" in model.fields and periods:
        draft.fields["per"] = periods[-1].label
    for name in ("event", "per", "basis", "basis_size", "condition", "workload"):
        if name in model.fields and not in_all and not (name == "basis" and named and not model.subjects):
            draft.fields.setdefault(name, model.fields[name])
    return draft
