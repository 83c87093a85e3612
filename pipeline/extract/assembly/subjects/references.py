"""Words that stand for one of several products named before: 前者, 后者, 两款, "la prima", "quest'ultima", "entrambe"."""

from __future__ import annotations

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.discourse import Discourse, distinct
from pipeline.extract.assembly.reading import ARCHITECTURE_KINDS, WEAK_KINDS, Placed, Sentence
from pipeline.extract.assembly.subjects.devices import DEVICE_KINDS, verbs_of_having
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_CHOSEN = {
    "former": slice(0, 1), "latter": slice(-1, None), "both": slice(None), "three": slice(None),
    "first_two": slice(0, 2), "last_two": slice(-2, None),
}  # fmt: skip
_NUMBER = {"both": 2, "three": 3}
_OF_TWO = frozenset({"former", "latter"})
_TWO_OF_MANY = frozenset({"first_two", "last_two"})


def referred(sentence: Sentence, value: Placed, discourse: Discourse) -> tuple[list[Mention], str] | None:
    """The products that the last such word before `value` stands for, and what word it is; None where none does."""
    compared = _compared_against(sentence, value)
    if compared:
        return [compared], "against"
    other = _one_or_other(sentence, value, discourse)
    if other:
        return other
    of_all = _of_all_behind(sentence, value, discourse)
    if of_all:
        return of_all, "both"
    cues = [
        c
        for c in sentence.find_cues("reference", (sentence.start, value.start))
        if c.label in _CHOSEN and not _is_baseline(sentence, c, value)
    ]
    for cue in reversed([*cues, *_counted_alone(sentence, value)]):
        apposed = _apposed(sentence, cue)
        if apposed:
            return [apposed], cue.label
        if cue.label == "latter" and _of_an_unnamed(sentence, cue):
            return [], cue.label
        earlier = _earlier(sentence, cue, value, discourse)
        own = any(m.end <= cue.start for m in sentence.products)
        if len(earlier) < 2 and not own:
            figure = isinstance(value, Value) and value.kind in {"quantity", "price"}
            earlier = discourse.pair or (discourse.compared if cue.label in _OF_TWO and figure else earlier)
            earlier = earlier if len(earlier) > 1 or not _told_apart(sentence, cue) else _last_two(discourse) or earlier
        chosen = earlier[_CHOSEN[cue.label]]
        if len(earlier) == 1 and _is_last(sentence, cue, value):
            return chosen, cue.label
        if len(earlier) > 1 and (_built_of(sentence, cue, value, chosen) or not _named_behind(sentence, cue, value)):
            discourse.pair = chosen if cue.label in _TWO_OF_MANY else earlier
            return chosen, cue.label
    return None


def _counted_alone(sentence: Sentence, value: Placed) -> list[Cue]:
    """ "La potenza dei tre è, rispettivamente, di …": all that were told of, by their number alone."""
    pattern = sentence.pack.patterns.topic.all_told
    told = pattern.finditer(sentence.text, sentence.start, value.start) if sentence.pack.spaced else ()
    return [Cue(m.start(), m.end(), "reference", m.lastgroup or "both") for m in told]


def _of_all_behind(sentence: Sentence, value: Placed, discourse: Discourse) -> list[Mention]:
    """ "288 GB a 8 TB/s per entrambe": all that such a word behind a row of figures stands for."""
    behind = sentence.pack.patterns.reference.for_all.match(sentence.text, value.end, sentence.clause(value.start)[1])
    if behind is None:
        return []
    cue = next((c for c in sentence.find_cues("reference", behind.span("all")) if c.label in _NUMBER), None)
    clause = sentence.clause(value.start)[0]
    if cue is None or any(clause <= m.start < cue.start and m.kind not in TECHNOLOGY_KINDS for m in sentence.products):
        return []
    chosen = _earlier(sentence, cue, value, discourse)
    return chosen if len(chosen) == _NUMBER[cue.label] else []


def _apposed(sentence: Sentence, cue: Cue) -> Mention | None:
    """ "Jupiter, il primo, ne assorbe 17": the product right before a word that stands between commas."""
    before = [m for m in sentence.products if m.end <= cue.start]
    if (
        not before
        or cue.label not in _OF_TWO
        or not sentence.pack.spaced
        or sentence.text[cue.end : cue.end + 1] != ","
    ):
        return None
    return before[-1] if sentence.gap(before[-1].end, cue.start).strip() == "," else None


def _is_baseline(sentence: Sentence, cue: Cue, value: Placed) -> bool:
    """后者面积只有前者的两成, 比后者高三成: the word is what the ratio is taken of, and not stated of."""
    patterns = sentence.pack.patterns
    if cue.label not in _OF_TWO or not isinstance(value, Value):
        return False
    if value.kind != "percent" and value.form not in {"multiple", "fraction"}:
        return False
    if patterns.reference.part_of.fullmatch(sentence.gap(cue.end, value.start)):
        return True
    return patterns.reference.compared.search(sentence.text, sentence.start, cue.start) is not None


def baseline_referred(sentence: Sentence, value: Value, discourse: Discourse) -> Mention | None:
    """运算能力为后者的20倍: the product named before that such a word makes the baseline of a ratio."""
    cues = [
        c for c in sentence.find_cues("reference", (sentence.start, value.start)) if _is_baseline(sentence, c, value)
    ]
    if not cues:
        return None
    earlier = _earlier(sentence, cues[-1], value, discourse)
    before = distinct([m for m in sentence.products if m.end <= cues[-1].start and m.kind not in TECHNOLOGY_KINDS])
    if len(before) == 1 and cues[-1].label == "latter":
        # 这套系统接替了JUWELS，…为后者的20倍: the other one is what was being talked about
        return before[0] if discourse.focus and discourse.focus[0].id != before[0].id else None
    if len(before) == 1 and len(earlier) < len(_OF_TWO):
        # AI200支持…；AI250的带宽是前者的十倍: the one told of before the semicolon
        return next((m for m in reversed(discourse.recent) if m.kind == before[0].kind and m.id != before[0].id), None)
    return earlier[_CHOSEN[cues[-1].label]][0] if len(earlier) > 1 else None


def _one_or_other(sentence: Sentence, value: Placed, discourse: Discourse) -> tuple[list[Mention], str] | None:
    """ "L'uno costa …, l'altro …", "la prima ha …, l'altra invece …": at the head of a clause, of the two named last."""
    words = list(sentence.pack.patterns.reference.one_or_other.finditer(sentence.text, sentence.start, value.start))
    if not words or any(words[-1].end() <= m.start < value.start for m in sentence.products):
        return None
    figure = sentence.text[words[-1].end()].isdigit()  # "l'uno riceve 128 GB, l'altro 144"
    if figure and len(words) == 1 and not sentence.find_cues("reference", (sentence.start, words[-1].start())):
        return None
    named = distinct([m for m in sentence.products if m.end <= words[-1].start() and m.kind not in TECHNOLOGY_KINDS])
    pair = (named if len(named) > 1 else discourse.pair if len(discourse.pair) == len(_OF_TWO) else discourse.previous)[
        -2:
    ]
    if len(pair) != 2:
        late = distinct([m for m in discourse.recent if m.kind not in TECHNOLOGY_KINDS | WEAK_KINDS])
        pair = [*(m for m in late if named and m.id != named[0].id), *named][-2:] if len(named) == 1 else late[-2:]
    if len(pair) != 2:
        return None
    if words[-1]["one"]:
        return pair[:1], "former"
    last = [c for c in sentence.find_cues("reference", (sentence.start, words[-1].start())) if c.label in _OF_TWO]
    spoken_of = named[:1] if len(named) == 1 else []
    if spoken_of and not last:
        return [m for m in pair if m.id != spoken_of[0].id][:1], "latter"
    latter = bool(last) and last[-1].label == "latter"
    return (pair[:1], "former") if latter else (pair[1:], "latter")


def _of_an_unnamed(sentence: Sentence, cue: Cue) -> bool:
    """7.5亿英镑拨给新的国家级超级电脑，后者…: the word goes on about the noun right before it, which is no product's name."""
    before = sentence.pack.patterns.reference.of_unnamed.search(sentence.text, sentence.start, cue.start)
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
    return bool(verb or verbs_of_having(sentence, start, end))


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
    if len(earlier) > 1 and not sentence.pack.spaced and cue.label in _OF_TWO:
        # RTX 5060 Ti采用Blackwell架构，后者…: what a product is built on is not one of two
        made = [m for m in earlier if m.kind not in ARCHITECTURE_KINDS]
        if len(made) == 1:
            return made
        earlier = made or earlier
    if len(earlier) < 2:
        earlier = discourse.previous
    number = _NUMBER.get(cue.label)
    if number is None:
        return earlier
    return earlier[-number:] if len(earlier) >= number else discourse.recent[-number:]


def _told_apart(sentence: Sentence, cue: Cue) -> bool:
    """Whether 前者 or 后者 opens a clause of a sentence that names nothing before it: two products have been told, each in a sentence."""
    opens = cue.label in _OF_TWO and sentence.clause(cue.start)[0] == cue.start
    return opens and not sentence.pack.spaced and not any(m.end <= cue.start for m in sentence.products)


def _last_two(discourse: Discourse) -> list[Mention]:
    """The last two products of one kind that were named, architectures and technologies left out."""
    named = [m for m in discourse.recent if m.kind not in TECHNOLOGY_KINDS | ARCHITECTURE_KINDS]
    alike = [m for m in named if m.kind == named[-1].kind] if named else []
    return alike[-2:] if len(alike) > 1 else []
