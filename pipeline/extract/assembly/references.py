"""Words that stand for one of several products named before: 前者, 后者, 两款, "la prima", "quest'ultima", "entrambe"."""

from __future__ import annotations

import re

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.devices import DEVICE_KINDS
from pipeline.extract.assembly.discourse import Discourse, distinct
from pipeline.extract.assembly.reading import ARCHITECTURE_KINDS, Placed, Sentence
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_CHOSEN = {"former": slice(0, 1), "latter": slice(-1, None), "both": slice(None), "three": slice(None)}
_NUMBER = {"both": 2, "three": 3}
_UNNAMED = re.compile(
    "(?:新|一)[^,，。;；、]{0,10}(?:超级电脑|超级计算机|超算|集群|数据中心|工厂|芯片|机器|显卡|系统)[,，]$"
)
_OF_TWO = frozenset({"former", "latter"})


def referred(sentence: Sentence, value: Placed, discourse: Discourse) -> tuple[list[Mention], str] | None:
    """The products that the last such word before `value` stands for, and what word it is; None where none does."""
    compared = _compared_against(sentence, value)
    if compared:
        return [compared], "against"
    cues = [c for c in sentence.find_cues("reference", (sentence.start, value.start)) if c.label in _CHOSEN]
    for cue in reversed(cues):
        if cue.label == "latter" and _of_an_unnamed(sentence, cue):
            return [], cue.label
        earlier = _earlier(sentence, cue, value, discourse)
        own = any(m.end <= cue.start for m in sentence.products)
        if len(earlier) < 2 and not own:
            figure = isinstance(value, Value) and value.kind in {"quantity", "price"}
            earlier = discourse.pair or (discourse.compared if cue.label in _OF_TWO and figure else earlier)
        chosen = earlier[_CHOSEN[cue.label]]
        if len(earlier) == 1 and _is_last(sentence, cue, value):
            return chosen, cue.label
        if len(earlier) > 1 and (_built_of(sentence, cue, value, chosen) or not _named_behind(sentence, cue, value)):
            discourse.pair = earlier
            return chosen, cue.label
    return None


def _of_an_unnamed(sentence: Sentence, cue: Cue) -> bool:
    """7.5亿英镑拨给新的国家级超级电脑，后者…: the word goes on about the noun right before it, which is no product's name."""
    if sentence.pack.spaced:
        return False
    before = _UNNAMED.search(sentence.text, sentence.start, cue.start)
    return before is not None and not any(m.end > before.start() and m.end <= cue.start for m in sentence.products)


def _is_last(sentence: Sentence, cue: Cue, value: Placed) -> bool:
    """它就是GB10的笔电版。后者…: the one product named, beside a pronoun for the other; 后者672GB/s."""
    if sentence.pack.spaced or cue.label != "latter" or _named_behind(sentence, cue, value):
        return False
    return cue.start == sentence.start or cue.end == value.start


def _built_of(sentence: Sentence, cue: Cue, value: Placed, wholes: list[Mention]) -> bool:
    """后者用MI430X，2028年交付: what is named behind the word is only built into the machine that the date is of."""
    dated = isinstance(value, Value) and value.kind == "date"
    if sentence.pack.spaced or not dated or any(m.kind not in SITE_KINDS | DEVICE_KINDS for m in wholes):
        return False
    behind = [m for m in sentence.products if cue.end <= m.start < value.start]
    return all(m.kind not in SITE_KINDS | DEVICE_KINDS and _uses(sentence, cue.end, m.start) for m in behind)


def _uses(sentence: Sentence, start: int, end: int) -> bool:
    verb = sentence.find_cues("attribute", (start, end), "uses")
    return bool(verb or sentence.pack.patterns.equipped.search(sentence.text, start, end))


def _compared_against(sentence: Sentence, value: Placed) -> Mention | None:
    """而前代为…: the product that the sentence compares against."""
    start, end = sentence.clause(value.start)
    against = sentence.find_cues("reference", (start, value.start), "against")
    compared = [m for m in sentence.aside if m.kind not in TECHNOLOGY_KINDS]
    if not against or not compared:
        return None
    named = any(against[-1].end <= m.start < end and m.kind not in TECHNOLOGY_KINDS for m in sentence.products)
    return None if named else compared[-1]


def _named_behind(sentence: Sentence, cue: Cue, value: Placed) -> bool:
    """Whether a product is named between the word and the value, which is then that one's."""
    left_out = TECHNOLOGY_KINDS | (ARCHITECTURE_KINDS if cue.label in _NUMBER else frozenset())
    return any(cue.end <= m.start < value.start and m.kind not in left_out for m in sentence.products)


def _earlier(sentence: Sentence, cue: Cue, value: Placed, discourse: Discourse) -> list[Mention]:
    """The products named before the word: in its sentence, else in the one before; technologies among themselves as well."""
    before = [m for m in sentence.products if m.end <= cue.start]
    earlier = distinct([m for m in before if m.kind not in TECHNOLOGY_KINDS])
    if len(earlier) < 2 and isinstance(value, Value) and value.kind != "date":
        told = distinct(before)
        earlier = told if len({m.kind for m in told}) == 1 else earlier
    if len(earlier) < 2:
        earlier = discourse.previous
    number = _NUMBER.get(cue.label)
    if number is None:
        return earlier
    return earlier[-number:] if len(earlier) >= number else discourse.recent[-number:]
