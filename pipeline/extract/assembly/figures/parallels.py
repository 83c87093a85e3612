"""Which figure before it a number without noun or unit runs parallel to: "192 GB, la H100 80", "di 20 euro … e di 40"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence

_NUMBER = re.compile(r"^(?:.*\d[\d.,]*|\w+)")
_IN_A_NAME = re.compile(r"(?:[A-ZÀ-Ý][\w.-]*|\w*\d\w*|[#/+-])\s*$")
_VERSION = re.compile(r"\d\.\d{1,2}")
_BEHIND_A_NAME = re.compile(r"\b[A-Z][A-Za-z-]*[A-Z][A-Za-z]*\s$|\b[A-Z][\w-]+\s$")
"""What a version stands behind: "UFS 3.1"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARALLEL = 10
"""So many times as large or as small a number may be that runs parallel to another one."""
_COUNTED = frozenset({"unit_count", "transistor_count", "component", "core_count"})
_OTHER_ONE = frozenset({"former", "latter", "each", "predecessor"})
_MEASURED = frozenset({"quantity", "price"})
_NO_MODEL = frozenset({"share", "duration"})
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_TIMED = 8
"""So many characters stand at most between a number and its time: " nell'"."""
_FEWEST = 2
_SCALED = frozenset({"W", "B", "B/s", "FLOP/s", "Hz"})
_THOUSAND = 1000
_SAID_BY = frozenset(
    {"power", "memory_capacity", "memory_bandwidth", "clock", "temperature", "unit_price", "rental_price"}
)


def parallel_to(
    sentence: Sentence, value: Value, drafts: Sequence[Draft], *, elided: bool
) -> tuple[Draft | None, Value] | None:
    """The statement of the sentence that the number repeats with another value, and the number so read; None if none.

    Of several figures before it the last one with the same preposition is meant, else the last of all; where that one
    is itself no claim, there is no statement. A number may be ten times as large or as small, and a whole number behind
    a capital letter belongs to a name. `elided` tells that words around the number say that it repeats something.
    """
    if value.value is None or not _may_repeat(sentence, value, elided=elided):
        return None
    told = {d.value.start: d for d in drafts if d.value is not None and d.sentence is sentence}
    parts = {at for at, d in told.items() if d.predicate == "component"}
    fits = []
    for model in reversed([v for v in sentence.values if v.end <= value.start and is_figure(sentence, v, told)]):
        if model.start in parts:
            continue  # "con le sue 72 GPU, arriva a 140": what it is made of is no measure of it
        repeated = _in_its_unit(sentence, model, told.get(model.start), value)
        amount = _amount(model, told.get(model.start))
        if repeated and repeated.unit in _SCALED and repeated.value and not is_near(repeated, amount):
            # "4,4 kilowatt, più del triplo dei 1.400 di una B300": the unit without its prefix.
            repeated = replace(repeated, value=repeated.value / _THOUSAND)
        if repeated and is_near(repeated, amount):
            fits.append((model, repeated))
    named = predicate_told(sentence, value)
    if named:
        fits = [f for f in fits if f[0].start in told and is_of_sort(told[f[0].start].predicate, named)]
    if sentence.pack.patterns.figure.having.search(sentence.gap(sentence.start, value.start)):
        fits = [f for f in fits if f[0].kind != "price"]
    if not fits:
        return None
    model, repeated = next((f for f in fits if _same_frame(sentence, f[0], value)), fits[0])
    draft = told.get(model.start)
    if draft is None or _is_no_model(draft) or _is_fraction_of_things(draft, repeated):
        return None, repeated
    if draft.fields.get("unit") == "1" and not elided and not _of_another(sentence, model, value):
        return None
    return draft, repeated


def _may_repeat(sentence: Sentence, value: Value, *, elided: bool) -> bool:
    """Whether an Italian number without unit stands as one that repeats a figure: no name, no vague number, no ratio."""
    patterns = sentence.pack.patterns
    if not sentence.pack.spaced or patterns.count.elided_behind.match(sentence.text, value.end) is None:
        return False
    if patterns.figure.vague.match(sentence.text, value.start) or (not elided and is_name(sentence, value)):
        return False
    return patterns.figure.of_ratio.search(sentence.text, sentence.start, value.start) is None


def predicate_told(sentence: Sentence, value: Value) -> str | None:
    """What the verb right before a number tells that it measures: "ne consuma 25", "costa 249"."""
    figure = sentence.pack.patterns.figure
    if figure.priced.search(sentence.gap(sentence.start, value.start)):
        return "unit_price"
    verb = figure.measuring.search(sentence.gap(sentence.clause(value.start)[0], value.start))
    if verb is None:
        return None
    start = sentence.clause(value.start)[0] + verb.start()
    cues = [*sentence.find_cues("spec", (start, value.start)), *sentence.find_cues("price", (start, value.start))]
    return next((c.label for c in cues if c.label in _SAID_BY), None)


def is_of_sort(predicate: str, named: str) -> bool:
    """Whether a statement is what a verb names: a verb of costing tells a rent as well."""
    return predicate == named or (named == "unit_price" and predicate == "rental_price")


def in_unit_of(sentence: Sentence, text: str, value: Value) -> Value | None:
    """The number read again with the words of a unit: the 12 in "16 GB, contro i 12 della 5070" is 12 GB."""
    if sentence.text.startswith("-", value.end) or not text.strip():
        return None
    number = sentence.text[value.start : value.end]
    number = number.replace(".", "") if _GROUPED.fullmatch(number) else number
    number = f"tra {number}" if value.value_high is not None and " e " in number else number
    again = sentence.pack.find_values(number + text, None, None)
    if len(again) != 1 or again[0].value is None:
        return None
    return replace(value, value=again[0].value, value_high=again[0].value_high, unit=again[0].unit)


def unit_words(told: Value, sentence: Sentence) -> str:
    """What stands behind the digits of a value: " GB", " miliardi di dollari"."""
    return _NUMBER.sub("", sentence.text[told.start : told.end])


def _is_no_model(draft: Draft) -> bool:
    """Whether the next number after a statement is no statement of its sort: parts of a whole, ratios."""
    return draft.predicate in _NO_MODEL or (draft.predicate == "relative" and draft.fields.get("unit") in {"1", "pp"})


def _is_fraction_of_things(draft: Draft, repeated: Value) -> bool:
    """ "40 core …: batte la M1 Max di 2,2 volte e la B di 2,5": nothing is counted in parts."""
    return draft.predicate in _COUNTED and (repeated.value or 0) % 1 != 0


def is_name(sentence: Sentence, value: Value) -> bool:
    """Whether a whole number is a part of a name, a year, or says nothing: "Fase 2", "nel 2024"."""
    whole = value.value is not None and value.value == value.value.to_integral_value()
    if sentence.pack.spaced and _VERSION.fullmatch(sentence.text, value.start, value.end):
        return _BEHIND_A_NAME.search(sentence.text, sentence.start, value.start) is not None
    if not whole or any(0 <= value.start - o.end <= 1 for o in sentence.organisations):
        return False
    return bool(
        _IN_A_NAME.search(sentence.text, sentence.start, value.start)
        or _YEAR.fullmatch(sentence.text, value.start, value.end)
    )


def is_figure(sentence: Sentence, value: Value, told: Mapping[int, Draft]) -> bool:
    """Whether a value has a measure, by its unit or, of a bare number, by what it counts; no size that names a version has."""
    draft = told.get(value.start)
    if value.unit == "B" and sentence.pack.patterns.count.designates.search(sentence.text, sentence.start, value.start):
        return False
    if draft is not None and draft.predicate in _COUNTED:
        return True
    return value.kind in _MEASURED or (draft is not None and draft.kind in _MEASURED and not _is_no_model(draft))


def _in_its_unit(sentence: Sentence, model: Value, draft: Draft | None, value: Value) -> Value | None:
    worded = (draft.worded if draft else None) or model
    words = unit_words(worded, draft.sentence if draft else sentence)
    large = sentence.pack.patterns.count.large.search(sentence.text, value.start, value.end)
    if words.strip() and not large and not sentence.text[value.start : value.end].endswith("mila"):
        return in_unit_of(sentence, words, value)
    plain = model.kind == "price" or (draft is not None and draft.fields.get("unit") == "1")
    return value if plain and value.value is not None and value.value >= _FEWEST else None


def is_near(repeated: Value, amount: Decimal | None) -> bool:
    """Whether a number is of the size of another one."""
    if not amount or not repeated.value:
        return False
    return bool(Decimal(1) / _PARALLEL <= repeated.value / amount <= _PARALLEL)


def _amount(model: Value, draft: Draft | None) -> Decimal | None:
    amount: Decimal | None = draft.fields.get("value") if draft else model.value
    return amount


def _same_frame(sentence: Sentence, model: Value, value: Value) -> bool:
    """Whether the same preposition stands before both: "di 20 euro per le schede da 8 GB e di 40"."""
    frame = sentence.pack.patterns.count.frame
    first = frame.search(sentence.text, sentence.start, model.start)
    second = frame.search(sentence.text, sentence.start, value.start)
    return bool(first and second and first.lastgroup == second.lastgroup)


def _of_another(sentence: Sentence, model: Value, value: Value) -> bool:
    """Whether a number of things is told of somebody else than the one before: "Lenovo 19 milioni, HP 15"."""
    between = (m for m in (*sentence.products, *sentence.organisations) if model.end <= m.start)
    told = (c for c in sentence.find_cues("reference", (model.end, value.start)) if c.label in _OTHER_ONE)
    return any(m.end <= value.start for m in between) or any(told) or _elsewhere(sentence, model, value)


def _elsewhere(sentence: Sentence, model: Value, value: Value) -> bool:
    """Whether a list goes on with so many at another place or time: "13.000 a Narvik e 14.000 a Lisbona", ", 12 nel 2026"."""
    figure = sentence.pack.patterns.figure
    if not figure.one_more.search(sentence.text, model.end, value.start):
        return False
    if any(v.kind == "date" and 0 <= v.start - value.end <= _TIMED for v in sentence.values):
        return True
    return bool(figure.placed.match(sentence.text, model.end) and figure.placed.match(sentence.text, value.end))
