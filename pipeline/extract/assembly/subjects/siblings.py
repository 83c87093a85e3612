"""Words for the lesser or the greater one of a line, for the newer or the older one, or for a rival: "la sorella minore parte da 549 dollari", "i 2,52 della sorella minore", 小弟."""

from __future__ import annotations

import itertools
import re

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.discourse import Discourse, distinct
from pipeline.extract.assembly.reading import WEAK_KINDS, Placed, Sentence
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_AGES = {"older": 0, "newer": 1}
_GENERATION = re.compile(r"(?P<line>.*?\d)\d{2}")
"""The beginning of an id up to the figure that tells the generation: "amd-ryzen-7-97", "loongson-3c60"."""
_CLASS = re.compile(r"(?<=-)\d-")
"""A figure that only tells a model's class: of "ryzen-7-9700x"."""
_BY_PRICE = {"cheaper": 0, "dearer": -1}
_PRICES = frozenset({"unit_price", "rental_price"})
_ENDS = {"least": 0, "greatest": -1}
_MEASURED = frozenset({"quantity", "price"})
_NUMBER = re.compile(r"\d{2,}")


def sibling_told(sentence: Sentence, value: Placed, discourse: Discourse) -> list[Mention] | None:
    """The one of two products of a line that such a word beside the value stands for; empty where the two are not known.

    None where there is no such word, or a product is named behind it.
    """
    cue = _word_of(sentence, value)
    if cue is None:
        return None
    if cue.label in _AGES | _ENDS:
        return _by_age(cue, discourse) if cue.label in _AGES else _of_line(cue, discourse)
    priced = _by_price(cue, discourse)
    return priced or _of_two(sentence, value, cue, discourse)


def _of_two(sentence: Sentence, value: Placed, cue: Cue, discourse: Discourse) -> list[Mention] | None:
    """What is being talked about or the other one of its line or, for a rival, of another."""
    known = (
        *discourse.parts,
        *discourse.recent,
        *(m for m in sentence.products if m.end <= value.start),
        *discourse.focus[:1],
    )
    named = distinct([m for m in known if m.kind not in TECHNOLOGY_KINDS | WEAK_KINDS])
    topic = next(iter(discourse.focus), named[-1] if named else None)
    if topic is None:
        return []
    others = [m for m in named if m.id != topic.id and m.kind == topic.kind]
    if cue.label == "rival":
        measured = topic.kind in SITE_KINDS or (isinstance(value, Value) and value.kind in _MEASURED)
        return others[-1:] if measured else None
    others = [m for m in others if _maker(m) == _maker(topic)]
    if not others:
        return []
    nearest = max(others, key=lambda m: _shared(m, topic))
    if any(m.id == topic.id and m.end <= cue.start for m in sentence.products):
        return [nearest]  # "il BR100 consuma 550 watt; il fratello minore 300"
    ranked = sorted((topic, nearest), key=_rank)
    return ranked[:1] if cue.label in {"lesser", "cheaper"} else ranked[-1:]


def _by_price(cue: Cue, discourse: Discourse) -> list[Mention]:
    """The cheapest or the dearest of the products whose prices have just been told; none where fewer than two are."""
    if cue.label not in _BY_PRICE:
        return []
    told = [d for d in discourse.told if d.predicate in _PRICES and d.value and d.value.value and len(d.subjects) == 1]
    if len({d.subjects[0].id for d in told}) < len(_BY_PRICE):
        return []
    ranked = sorted(told, key=lambda d: d.value.value if d.value and d.value.value else 0)
    return [ranked[_BY_PRICE[cue.label]].subjects[0]]


def _of_line(cue: Cue, discourse: Discourse) -> list[Mention] | None:
    """The lowest or the highest of the models of one line that were named, of which there must be two at least."""
    pair = [m for m in discourse.previous if m.kind not in TECHNOLOGY_KINDS | WEAK_KINDS]
    if len(pair) > 1 and len({(_maker(m), m.kind) for m in pair}) == 1:
        return [sorted(pair, key=_rank)[_ENDS[cue.label]]]
    lines: dict[tuple[str, str], list[Mention]] = {}
    for product in discourse.met.values():
        line = _GENERATION.match(product.id)
        if line and product.kind not in TECHNOLOGY_KINDS | WEAK_KINDS:
            lines.setdefault((_CLASS.sub("", line["line"]), product.kind), []).append(product)
    several = [_without_their_family(models) for models in lines.values() if len(models) > 1]
    return [sorted(several[0], key=_rank)[_ENDS[cue.label]]] if len(several) == 1 else None


def _by_age(cue: Cue, discourse: Discourse) -> list[Mention] | None:
    """The newer or the older one of the two products of a maker that were named just before."""
    pair = distinct([m for m in discourse.previous if m.kind not in TECHNOLOGY_KINDS | WEAK_KINDS])
    if len(pair) != len(_AGES) or pair[0].kind != pair[1].kind or _maker(pair[0]) != _maker(pair[1]):
        return None
    return [sorted(pair, key=_rank)[_AGES[cue.label]]]


def _word_of(sentence: Sentence, value: Placed) -> Cue | None:
    """The last such word that is the subject before the value, or the one whose the value is, right behind it."""
    patterns = sentence.pack.patterns
    for cue in reversed(sentence.find_cues("sibling")):
        if cue.start >= value.end:
            if patterns.product.of_sibling.fullmatch(sentence.gap(value.end, cue.start)):
                return cue
            continue
        if cue.start < sentence.clause(value.start)[0] or cue.end > value.start:
            continue
        between = any(cue.end <= m.start < value.start for m in sentence.products)
        single = cue.label in _AGES or (cue.label in _ENDS and " " not in sentence.text[cue.start : cue.end])
        alone = not single or patterns.product.sibling_alone.match(sentence.text, cue.end)
        if alone and not between and _opens(sentence, cue):
            return cue
    return None


def _without_their_family(models: list[Mention]) -> list[Mention]:
    """Without the one whose name several others only lengthen: the 3C6000 beside the 3C6000/S and the 3C6000/D."""
    return [m for m in models if sum(o.id.startswith(f"{m.id}-") for o in models) < len(_ENDS)]


def _opens(sentence: Sentence, cue: Cue) -> bool:
    """Whether the word is a subject by the article before it, or, where it brings its own ("quello base"), by opening its clause."""
    patterns, before = sentence.pack.patterns, sentence.gap(sentence.start, cue.start)
    if patterns.product.sibling_subject.search(before):
        return True
    return cue.label in _ENDS and patterns.topic.clause_head.search(before) is not None


def _rank(product: Mention) -> tuple[int, int]:
    """By the number of the name, then by what stands behind it: the XT above the plain one."""
    numbers = _NUMBER.findall(product.id)
    return (int(numbers[-1]) if numbers else 0, len(product.id))


def _shared(one: Mention, other: Mention) -> int:
    """How many parts of their ids two products begin with alike."""
    parts = zip(one.id.split("-"), other.id.split("-"), strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], parts))


def _maker(product: Mention) -> str:
    return product.id.split("-")[0]
