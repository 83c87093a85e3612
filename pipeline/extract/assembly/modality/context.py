"""How sure a statement is put, and whether it is denied."""

from __future__ import annotations

import re

from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.lexicon import Cue

_STRENGTH = ("rumored", "expected", "estimated", "planned")
_SPREADING = frozenset({"rumored", "expected", "estimated"})
_NO_THINGS = frozenset({"other", "piece"})
_OF_A_PLAN = frozenset({"unit_count", "order_value", "investment", "power"})
_OF_A_NOUN = frozenset({"quantity", "hardware"})
_COMPARING = frozenset({"relative", "share", "unit_count"})
_FIGURE_REACH = 4
_INSET = re.compile(r"\s[–—-]\s[^–—;:]{3,100}?\s[–—-]\s")
_CUE_REACH = 12
"""Characters around the event word of a date in which its own hedge stands."""


def find_modality(draft: Draft) -> str:
    """How sure the statement is put: the strongest hedge of its clause, or a hearsay or forecast that opens the sentence."""
    sentence = draft.sentence
    mood = sentence.pack.patterns.mood
    bracket = sentence.parenthesis(draft.start)
    if bracket and draft.kind != "price":
        return _strongest({c.label for c in _hedges(sentence, *bracket)})
    if _of_the_compared(draft):
        return "asserted"
    start, end = sentence.clause(draft.start)
    if draft.kind == "date" and draft.value is not None:
        start, end = sentence.segment(draft.value)
        if draft.cue_at is not None:
            reach = min(draft.cue_at + _CUE_REACH, sentence.clause(draft.cue_at)[1])
            start, end = min(start, draft.cue_at - _CUE_REACH), max(end, reach)
    own = [
        c
        for c in _hedges(sentence, *_stretch(draft, start, end))
        if not _of_another(draft, c) and not _inset(draft, c) and not _of_the_figure_before(draft, c)
    ]
    labels = {c.label for c in own}
    if mood.conditional.search(sentence.text, *_stretch(draft, start, end)):
        labels.add("rumored")
    for cue in _hedges(sentence, sentence.start, start):
        if not _inset(draft, cue) and _spreads(draft, cue, start, bool(own)):
            labels.add(cue.label)
    if _conditional_goes_on(draft, start):
        labels.add("rumored")
    if not labels & set(_STRENGTH) and _future_goes_on(draft, start):
        return "planned"
    if not labels & set(_STRENGTH) and mood.future.search(sentence.text, *_stretch(draft, start, end)):
        return "planned"
    return _strongest(labels)


def _conditional_goes_on(draft: Draft, start: int) -> bool:
    """ "disporrebbe di 24 GB, 5.248 core e …": hearsay told by the verb of an earlier clause, as long as no other verb takes over."""
    sentence = draft.sentence
    patterns = sentence.pack.patterns
    told = patterns.mood.conditional.search(sentence.text, sentence.start, start)
    if told is None:
        return False
    between = sentence.text[told.end() : draft.start]
    return not (
        ";" in between
        or patterns.clause.contrast.search(between)
        or patterns.mood.indicative.search(between)
        or patterns.mood.future.search(between)
        or patterns.mood.indicative.search(sentence.text, *sentence.clause(draft.start))
    )


def _future_goes_on(draft: Draft, start: int) -> bool:
    """ "costruirà un campus da 2 GW, dotato di 400.000 GPU": a participle's clause is as sure as the one before, whose noun it tells of."""
    sentence = draft.sentence
    mood = sentence.pack.patterns.mood
    opens = mood.participle.match(sentence.text, start) if draft.kind in _OF_A_NOUN else None
    if opens is None or mood.indicative.search(sentence.text, start, sentence.clause(draft.start)[1]):
        return False
    before = max(start - 1, sentence.start)
    told = list(mood.future.finditer(sentence.text, sentence.clause(before)[0], start))
    return bool(told) and not mood.indicative.search(sentence.text, told[-1].end(), start)


def _of_the_compared(draft: Draft) -> bool:
    """ "… rispetto ai 12 GB della 5070", "passando dai 16 GB della PS5 a 24": what is compared against is there, whatever is to come."""
    sentence, subjects = draft.sentence, draft.subjects
    patterns = sentence.pack.patterns
    if not sentence.pack.spaced or draft.kind == "date" or not subjects or draft.predicate in _COMPARING:
        return False
    if draft.value is None and draft.kind != "hardware":
        return False
    start, _ = sentence.clause(draft.start)
    behind = all(draft.end <= s.start for s in subjects)
    level = patterns.ratio.level_from.search(sentence.text, start, draft.start) if behind else None
    if level and patterns.mood.changes.search(sentence.text, start, level.start()):
        return True
    return behind and all(s in sentence.aside and s not in sentence.uncompared for s in subjects)


def _inset(draft: Draft, cue: Cue) -> bool:
    """Whether a hedge stands in a bracket or between dashes, and the statement outside."""
    sentence = draft.sentence
    bracket = sentence.parenthesis(cue.start)
    if bracket and not bracket[0] <= draft.start <= bracket[1]:
        return True
    return any(
        inset.start() <= cue.start < inset.end() and not inset.start() <= draft.start < inset.end()
        for inset in _INSET.finditer(sentence.text, sentence.start, sentence.end)
    )


def _of_the_figure_before(draft: Draft, cue: Cue) -> bool:
    """毛利率从预期的71.3%降至60.5%: a forecast that qualifies the figure before this one."""
    sentence = draft.sentence
    if draft.kind == "date" or not _qualifies_a_figure(sentence, cue):
        return False
    figures = [v for v in sentence.values if v.kind not in {"date", "duration"} and v.start >= cue.end]
    if not figures or figures[0].end > draft.start:
        return False
    return sentence.pack.patterns.mood.revised.search(sentence.text, figures[0].end, draft.start) is None


def _of_another(draft: Draft, cue: Cue) -> bool:
    """Whether a hedge stands behind the statement and behind another figure, before the level that something rises to from
    the one that is stated (从400W预计升至1500W), or before what comes of it (8GB显存可能成为瓶颈): it is of that."""
    if draft.kind == "date" or cue.start < draft.end:
        return False
    sentence = draft.sentence
    if any(draft.end <= v.start and v.end <= cue.start for v in sentence.values):
        return True
    patterns = sentence.pack.patterns
    if patterns.mood.consequence.match(sentence.text, cue.end):
        return True
    start, end = sentence.clause(draft.start)
    level = next((v for v in sentence.values if cue.end <= v.start < end), None)
    rises = level and patterns.ratio.level_to.fullmatch(sentence.gap(cue.end, level.start))
    return bool(rises) and patterns.ratio.level_from.search(sentence.text, start, draft.start) is not None


def _stretch(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """The part of the clause between two coordinating words that holds the statement, if it has a verb of its own."""
    sentence = draft.sentence
    clause = sentence.pack.patterns.clause
    if not sentence.pack.spaced:
        return start, end
    first = draft.start if draft.cue_at is None else min(draft.start, draft.cue_at)
    last = draft.end if draft.cue_at is None else max(draft.end, draft.cue_at)
    left = max((m.end() for m in clause.border.finditer(sentence.text, start, first)), default=start)
    behind = clause.border.search(sentence.text, last, end)
    right = behind.start() if behind else end
    verbs = [c for c in sentence.cues if left <= c.start < right and c.category in {"event", "date", "modality"}]
    return (left, right) if verbs else (start, end)


def _spreads(draft: Draft, cue: Cue, start: int, hedged: bool) -> bool:
    """Whether a hearsay or forecast of an earlier clause still covers the statement.

    It ends at a semicolon and at a contrast ("mentre oggi", 而目前); a forecast ends where another figure stands between and
    the statement's own clause says how sure it is.
    """
    sentence = draft.sentence
    between = sentence.text[cue.start : draft.start]
    if _qualifies_a_figure(sentence, cue):
        return False
    if cue.label == "planned":
        return not hedged and _plan_goes_on(draft, cue, start)
    if cue.label not in _SPREADING or (";" in between.replace("；", ";") and not _ENUMERATES.search(between)):
        return False
    if cue.label == "expected" and sentence.find_cues("stage", sentence.clause(draft.start), "signed"):
        return False
    if sentence.pack.patterns.clause.contrast.search(between):
        return False
    figures = any(cue.end <= v.start and v.end <= start for v in sentence.values)
    return cue.label == "rumored" or not (hedged and figures)


def _qualifies_a_figure(sentence: Sentence, cue: Cue) -> bool:
    """胜分析师预期的110.4亿, 彭博一致预期67.1亿: the forecast is only the figure that follows."""
    if sentence.pack.spaced:
        return False
    consensus = sentence.pack.patterns.mood.consensus.search(sentence.text, sentence.start, cue.end) is not None
    if sentence.text[cue.end : cue.end + 1] != "的" and not consensus:
        return False
    return any(0 <= v.start - cue.end <= _FIGURE_REACH for v in sentence.values if v.kind not in {"date", "duration"})


def _plan_goes_on(draft: Draft, cue: Cue, start: int) -> bool:
    """公司计划2027年量产，初期月产能约7000片: the clauses behind a plan, until somebody else is named or something is done."""
    sentence = draft.sentence
    patterns = sentence.pack.patterns
    spending = draft.predicate == "relative" and draft.fields.get("aspect") == "spending"
    site = draft.predicate == "compute" and not draft.subjects
    if not (draft.predicate in _OF_A_PLAN or spending or site) or draft.fields.get("event") == "own":
        return False
    if sentence.pack.spaced and (
        draft.predicate != "power" or any(cue.end <= v.start < start for v in sentence.values)
    ):
        return False
    between = sentence.text[cue.start : draft.start]
    if re.search("[;；]", between) or patterns.clause.contrast.search(between):
        return False
    clause = sentence.clause(draft.start)
    if patterns.mood.past.search(sentence.text, *clause):
        return False
    if draft.fields.get("basis") == "wafer" and not patterns.mood.later.search(sentence.text, *clause):
        return False
    return not any(start <= o.start < draft.start for o in sentence.organisations)


def hedge_of(sentence: Sentence, start: int, end: int) -> str | None:
    """The modality that the hedges of a stretch give to what follows; None where there is none."""
    mood = sentence.pack.patterns.mood
    labels = {c.label for c in _hedges(sentence, start, end)}
    if mood.conditional.search(sentence.text, start, end):
        labels.add("rumored")
    labels.discard("planned")
    if not labels and mood.future.search(sentence.text, start, end):
        return "planned"
    return _strongest(labels) if labels else None


def _strongest(labels: set[str]) -> str:
    return next((m for m in _STRENGTH if m in labels), "asserted")


def _hedges(sentence: Sentence, start: int, end: int) -> list[Cue]:
    """The words of modality in a stretch, without hearsay that has come true (果然和传闻一样) and the 将 that only puts its object
    before the verb (将功耗降低)."""
    cues = [c for c in sentence.find_cues("modality", (start, end)) if not _come_true(sentence, c)]
    return [c for c in cues if sentence.text[c.start : c.end] != "将" or not _object_follows(sentence, c.end)]


def _come_true(sentence: Sentence, cue: Cue) -> bool:
    if cue.label != "rumored":
        return False
    mood = sentence.pack.patterns.mood
    if mood.confirmed_behind.match(sentence.text, cue.end):
        return True
    return mood.confirmed.search(sentence.text, sentence.start, cue.start) is not None


def _object_follows(sentence: Sentence, at: int) -> bool:
    """Whether a thing, and no verb, stands at `at` or behind a determiner there."""
    determiner = sentence.pack.patterns.mood.determiner.match(sentence.text, at)
    start = determiner.end() if determiner else at
    if any(c.start <= start < c.end for c in sentence.cues if c.category in {"event", "date", "price"}):
        return False
    nouns = {"noun", "aspect"}
    things = any(c.start == start for c in sentence.cues if c.category in nouns and c.label not in _NO_THINGS)
    return things or any(m.start == start for m in sentence.products)


_ENUMERATES = re.compile(r"^[^;；]*[:：]\s*(?=[^;；]*[;；])")
"""A colon behind the hedge and before the first semicolon: "dovrebbero essere le seguenti: …; …; …"."""


def find_polarity(draft: Draft) -> str:
    """ "negative" where the same clause denies it right before the value or the word that speaks for it, or somebody denies all of it."""
    sentence = draft.sentence
    mood = sentence.pack.patterns.mood
    if mood.denied.search(sentence.text, sentence.start, draft.start):
        return "negative"
    start, _ = sentence.clause(draft.start)
    reach = 30 if sentence.pack.spaced else 10
    begin = min(draft.start, draft.cue_at if draft.cue_at is not None else draft.start)
    cues = sentence.find_cues("negation", (max(start, begin - reach), draft.start))
    if cues and draft.value and draft.value.bound in {"min", "max"}:
        bounded = mood.negated_bound.search(sentence.text, start, draft.start)
        cues = [c for c in cues if not bounded or c.end <= bounded.start()]
    return "negative" if cues else "positive"
