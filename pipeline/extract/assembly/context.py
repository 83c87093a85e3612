"""For whom, how sure, on whose word: holder, source, modality and polarity of a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence, distance
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

_HELD_EVENTS = frozenset({"order", "deploy", "own", "require", "cut", "ship", "produce"})
_HELD_PRICES = frozenset({"order_value", "investment", "valuation", "funding", "revenue", "other_amount"})
_HELD_DATES = frozenset({"order", "deployment", "delivery"})
_SPEAKER_KINDS = frozenset({"outlet", "analyst", "bank", "agency", "research"})
_MAKERS_EVENTS = frozenset({"ship", "produce"})
_STRENGTH = ("rumored", "expected", "estimated", "planned")


@dataclass(slots=True)
class Holders:
    """Who has been acting so far in the article."""

    last: Mention | None = None


def needs_holder(draft: Draft) -> bool:
    """Whether CLAIMS.md gives this statement a holder."""
    if draft.predicate == "unit_count":
        return draft.fields.get("event") in {None, *_HELD_EVENTS}
    if draft.kind == "price":
        return draft.predicate in _HELD_PRICES
    if draft.kind == "date":
        return draft.predicate in _HELD_DATES
    if draft.predicate == "power":
        return draft.fields.get("basis") == "site" or "event" in draft.fields
    if draft.predicate in {"relative", "share"}:
        return draft.fields.get("aspect") in {"orders", "market", "revenue", "spending", "profit", "capacity"}
    return False


def find_holder(draft: Draft, holders: Holders) -> Mention | None:
    """Who buys, owns, runs, makes or is valued; the vendor of the product only where nobody else is named or it is his act."""
    sentence = draft.sentence
    candidates = [o for o in sentence.organisations if not _only_apposition(sentence, o)]
    candidates = [
        o for o in candidates if o.kind not in _SPEAKER_KINDS or draft.predicate in {"revenue", "other_amount"}
    ]
    maker_acts = draft.fields.get("event") in _MAKERS_EVENTS or (draft.kind == "price" and draft.predicate in
                  {"revenue", "valuation", "investment", "funding", "other_amount"}) or draft.predicate in {"relative", "share"}  # fmt: skip
    vendors = {s.id.split("-")[0] for s in draft.subjects}
    others = [o for o in candidates if o.id not in vendors]
    received = [
        o
        for o in others
        if sentence.pack.patterns.recipient.search(sentence.text[max(sentence.start, o.start - 14) : o.start])
    ]
    if received and draft.fields.get("event") in {"ship", "order", "deploy", None}:
        return received[-1]
    pool = candidates if maker_acts else others
    chosen = _actor(draft, pool)
    if chosen:
        return chosen
    if holders.last and (maker_acts or holders.last.id not in vendors):
        return holders.last
    return None


def _actor(draft: Draft, pool: list[Mention]) -> Mention | None:
    if not pool:
        return None
    before = [o for o in pool if o.end <= draft.start]
    start, _ = draft.sentence.clause(draft.start)
    in_clause = [o for o in before if o.start >= start]
    if in_clause:
        return in_clause[-1] if draft.kind == "price" else in_clause[0]
    if before:
        return before[-1]
    return min(pool, key=lambda o: distance(o, draft))


def _only_apposition(sentence: Sentence, organisation: Mention) -> bool:
    """ "il CEO di SpaceX": the organisation only tells whose chief somebody is."""
    if sentence.pack.spaced:
        return bool(
            sentence.pack.patterns.apposition.search(
                sentence.text[max(0, organisation.start - 45) : organisation.start]
            )
        )
    return bool(sentence.pack.patterns.apposition.match(sentence.text, organisation.end))


def find_speakers(sentence: Sentence) -> list[Mention]:
    """Those on whose word the sentence tells something, by place: "secondo X", "X ha detto", 据X, X表示."""
    patterns = sentence.pack.patterns
    speakers = []
    for organisation in sentence.organisations:
        before = sentence.find_cues(
            "says", (max(sentence.start, organisation.start - 60), organisation.start), "before"
        )
        if before and patterns.cites.fullmatch(sentence.gap(before[-1].end, organisation.start)):
            speakers.append(organisation)
            continue
        after = sentence.find_cues("says", (organisation.end, min(sentence.end, organisation.end + 80)), "after")
        if after and patterns.said.fullmatch(sentence.gap(organisation.end, after[0].start)):
            speakers.append(organisation)
    return speakers


def find_source(draft: Draft, speakers: list[Mention]) -> str | None:
    """The name of the speaker whose word the statement is; an outlet that reports somebody else's words is not he."""
    if not speakers:
        return None
    told = [s for s in speakers if s.kind not in {"outlet", "agency"}] or speakers
    return min(told, key=lambda s: distance(s, draft)).name


def find_modality(draft: Draft) -> str:
    """How sure the statement is put: the strongest hedge of its clause, or a hearsay or forecast that opens the sentence."""
    sentence = draft.sentence
    bracket = sentence.parenthesis(draft.start)
    if bracket and draft.kind != "price":
        return _strongest({c.label for c in _hedges(sentence, *bracket)})
    start, end = sentence.clause(draft.start)
    if draft.kind == "date" and draft.value is not None:
        start, end = sentence.segment(draft.value)
        if draft.cue_at is not None:
            start, end = min(start, draft.cue_at - 12), max(end, draft.cue_at + 12)
    labels = {c.label for c in _hedges(sentence, start, end)}
    labels |= {
        c.label
        for c in _hedges(sentence, sentence.start, start)
        if c.label in {"rumored", "expected", "estimated"} and _opens(sentence, c.start, draft.start)
    }
    if not labels & set(_STRENGTH) and sentence.pack.spaced and _FUTURE.search(sentence.text[start:end]):
        return "planned"
    return _strongest(labels)


def _strongest(labels: set[str]) -> str:
    return next((m for m in _STRENGTH if m in labels), "asserted")


def _hedges(sentence: Sentence, start: int, end: int) -> list[Cue]:
    """The words of modality in a stretch, without the 将 that only puts its object before the verb (将功耗降低)."""
    cues = sentence.find_cues("modality", (start, end))
    return [c for c in cues if sentence.text[c.start : c.end] != "将" or not _object_follows(sentence, c.end)]


def _object_follows(sentence: Sentence, at: int) -> bool:
    """Whether a thing, and no verb, stands at `at` or behind a determiner there."""
    determiner = _DETERMINER.match(sentence.text, at)
    start = determiner.end() if determiner else at
    if any(m.start == start for m in sentence.products) or any(c.start == start for c in sentence.find_cues("noun")):
        return True
    verbs = [c for c in sentence.cues if c.start == start and c.category in {"event", "date", "price"}]
    return not verbs and any(c.start == start for c in sentence.find_cues("aspect"))


_DETERMINER = re.compile("部分|其|该|全部|这些|所有|大量|现有|原有")
_FUTURE = re.compile(
    r"\b(?!(?:però|già|metà|realtà|città|società|velocità|capacità|perché|potrà)\b)\w{3,}(?:er|ir|ar|dr|vr|rr)(?:à|anno)\b|\bsar(?:à|anno)\b",
    re.IGNORECASE,
)


def _opens(sentence: Sentence, cue: int, value: int) -> bool:
    """Whether no full break (a colon, a semicolon) and no other finite statement stands between the hedge and the value."""
    return not re.search(r"[;；]", sentence.text[cue:value])


def find_polarity(draft: Draft) -> str:
    """ "negative" where the same clause denies it right before the value or the word that speaks for it."""
    sentence = draft.sentence
    start, _ = sentence.clause(draft.start)
    reach = 30 if sentence.pack.spaced else 10
    begin = min(draft.start, draft.cue_at if draft.cue_at is not None else draft.start)
    cues = sentence.find_cues("negation", (max(start, begin - reach), draft.start))
    return "negative" if cues else "positive"
