"""The parts of an amount told before: 其中亚马逊为2000亿美元；谷歌为1800亿美元, "di cui 200 miliardi da Amazon"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence

_HEDGED = frozenset({"planned", "expected", "estimated", "rumored"})
_KINDS = frozenset({"price", "quantity"})
_SEMICOLONS = (";", "；")


def take_over(sentence: Sentence, drafts: Sequence[Draft], discourse: Discourse) -> None:
    """Gives the parts of an amount its period and its modality, where their own words tell neither.

    Parts follow behind "of these" in the sentence or at the head of the next one, and go on behind a semicolon.
    """
    goes_on = sentence.pack.patterns.ratio.of_these.match(sentence.text, sentence.start) or _behind_semicolon(sentence)
    for draft in drafts:
        if draft.kind not in _KINDS or _is_left(draft):
            continue
        whole = _whole_here(draft, drafts) or (_like(draft, discourse.told) if goes_on else None)
        if whole:
            _copy(whole, draft)


def _is_left(draft: Draft) -> bool:
    """EPYC亦从180W跃升至500W: a level that something has risen from is no part of what was told before."""
    sentence = draft.sentence
    if draft.kind != "quantity" or draft.predicate in {"relative", "share"}:
        return False
    start, _ = sentence.clause(draft.start)
    return sentence.pack.patterns.ratio.level_from.search(sentence.text, start, draft.start) is not None


def _behind_semicolon(sentence: Sentence) -> bool:
    before = sentence.text[max(0, sentence.start - 2) : sentence.start].rstrip()
    return not sentence.pack.spaced and before.endswith(_SEMICOLONS)


def _whole_here(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The amount of the same sentence that a part is told of."""
    sentence = draft.sentence
    words = list(sentence.pack.patterns.ratio.of_these.finditer(sentence.text, sentence.start, draft.start))
    return _like(draft, [d for d in drafts if d.end <= words[-1].start()]) if words else None


def _like(draft: Draft, told: Sequence[Draft]) -> Draft | None:
    """The last statement of the same sort: the same predicate and unit."""
    same = (d for d in reversed(told) if d.predicate == draft.predicate and d.fields["unit"] == draft.fields["unit"])
    return next((d for d in same if not _only_expected(d)), None)


def _only_expected(draft: Draft) -> bool:
    """优于市场预期的549亿美元；…，其中运算430亿: what had been expected is no whole."""
    sentence = draft.sentence
    before = sentence.pack.patterns.ratio.expected.search(sentence.text, sentence.start, draft.start)
    return before is not None


def _copy(whole: Draft, part: Draft) -> None:
    if part.held is not None and part.held is not whole.held:
        return
    if part.held is None and "as_of" not in part.fields and whole.held is not None:
        part.held, part.words = whole.held, whole.words
        if "as_of" in whole.fields:
            part.fields["as_of"] = whole.fields["as_of"]
    if part.fields.get("modality") == "asserted" and whole.fields.get("modality") in _HEDGED:
        start, end = part.sentence.clause(part.start)
        if not part.sentence.pack.patterns.mood.past.search(part.sentence.text, start, end):
            part.fields["modality"] = whole.fields["modality"]
