"""Processes that are named by their size: in an article about TSMC "2 nm" is its N2."""

from __future__ import annotations

from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.reading import Placed, Sentence
from pipeline.extract.mentions import Mention

PROCESS_PREFIXES = {"tsmc": "N", "samsung": "SF"}
"""What the foundries put before the size in a process's name."""
_SIZES = range(2, 8)
_OF_PROCESS = frozenset({"production", "unit_price", "share", "relative"})
_BEFORE_PLANT = 8
"""So many characters before the word for a plant at most the size stands that it makes: 2纳米晶圆厂."""
_NANOMETRE = 10**9


def process_of_size(sentence: Sentence, place: Placed, predicate: str, discourse: Discourse) -> Mention | None:
    """The process of the foundry last named whose size stands before `place` in its clause; counts are of wafers then."""
    foundry = next((o.id for o in sentence.organisations if o.id in PROCESS_PREFIXES), discourse.foundry)
    counts = predicate == "unit_count" and sentence.find_cues("aspect", label="capacity")
    if foundry is None or not (predicate in _OF_PROCESS or counts):
        return None
    start, _ = sentence.clause(place.start)
    if counts and not sentence.pack.spaced:
        start = sentence.start  # 2奈米本季量产，月产能年底可望达4万片
    if predicate == "production":
        # 2座2纳米晶圆厂，预计明年量产: the plant stands a clause before the date of its production.
        dates = [v.end for v in sentence.values if v.kind == "date" and v.end <= place.start]
        plant = sentence.pack.patterns.part.factory.search(sentence.text, max([sentence.start, *dates]), start)
        start = plant.start() - _BEFORE_PLANT if plant else start
    sizes = [v for v in sentence.values if start <= v.start and v.end <= place.start and _size(v) in _SIZES]
    sizes = sizes or [v for v in sentence.values if _size(v) in _SIZES and _is_by_wafer(sentence, place, v)]
    if not sizes:
        return None
    return _process_of(foundry, sizes[-1])


def processes_compared(sentence: Sentence, place: Placed, discourse: Discourse) -> tuple[Mention, Mention] | None:
    """台积电2nm制程对比现有的N3E，性能提升18%: the process that is spoken of, and the one that it is compared with.

    None where a product stands before `place`, or not just two processes do.
    """
    patterns = sentence.pack.patterns
    before = [m for m in sentence.products if m.end <= place.start]
    if any(m.kind != "process" for m in before):
        return None
    foundry = next((o.id for o in sentence.organisations if o.id in PROCESS_PREFIXES), discourse.foundry)
    sizes = [
        _process_of(foundry, v)
        for v in sentence.values
        if foundry
        and v.end <= place.start
        and _size(v) in _SIZES
        and patterns.technology.process_noun.match(sentence.text, v.end)
    ]
    told = [*before, *(s for s in sizes if not any(m.start <= s.start < m.end for m in before))]
    compared = [m for m in told if patterns.technology.process_compared.search(sentence.text, sentence.start, m.start)]
    others = [m for m in told if m not in compared]
    if len({m.id for m in compared}) != 1 or len({m.id for m in others}) != 1:
        return None
    return others[0], compared[0]


def _process_of(foundry: str, size: Value) -> Mention:
    name = f"{PROCESS_PREFIXES[foundry]}{_size(size)}"
    return Mention(size.start, size.end, f"{foundry}-{name.lower()}", name, "hardware", "process")


def _is_by_wafer(sentence: Sentence, place: Placed, size: Value) -> bool:
    """ "20.000 dollari per ogni wafer a 3 nm": whether the price is that of a wafer of the size right behind it."""
    patterns = sentence.pack.patterns
    return (
        size.start >= place.end and patterns.technology.wafer.fullmatch(sentence.gap(place.end, size.start)) is not None
    )


def _size(value: Value) -> int | None:
    if value.unit != "m" or value.value is None or value.value_high is not None:
        return None
    size = value.value * _NANOMETRE
    return int(size) if size == int(size) else None
