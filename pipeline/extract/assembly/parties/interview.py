"""Interviews: the answers are the word of the one who was asked."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.assembly.parties.voices import Voice
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_FEWEST_QUESTIONS = 2
_LONGEST_QUESTION = 120
_MARKS = '«“「"—–'
_COLONS = (":", "：")


def interviewee(sentences: Sequence[Sentence]) -> tuple[Voice, int] | None:
    """Who answers, and the block from which the questions begin; None where the article is no interview.

    An interview has several paragraphs that are nothing but a question, and says what it is before the first of them or
    puts its answers between quotation marks.
    """
    labelled = [s for s in sentences if s.pack.patterns.voice.question.match(s.text, s.start)]
    questions = labelled if len(labelled) >= _FEWEST_QUESTIONS else [s for s in sentences if _is_question(s)]
    if len(questions) < _FEWEST_QUESTIONS:
        return None
    first = questions[0].block_index
    answering = _answering(sentences, first)
    if answering:
        return answering, first
    opening = [s for s in sentences if s.block_index < first]
    told = any(s.find_cues("voice", label="interview") for s in opening)
    told = told or (sentences[0].pack.spaced and questions is labelled)  # D. … R. …
    if not (told or _quoted(sentences, questions) or _is_a_quotation(opening)):
        return None
    named = [o for s in opening for o in s.organisations]
    spaced = sentences[0].pack.spaced
    people = [o for o in named if o.kind == "person"] or ([] if spaced and not told else named)
    return (Voice(people[0].name, people[0].start, people[0].end, people[0].kind), first) if people else None


def employer(sentences: Sequence[Sentence], first: int) -> Mention | None:
    """The company for which the one who is asked speaks: named first in the sentence that names him, else in the opening."""
    opening = [s for s in sentences if s.block_index < first]
    beside = [s for s in opening if any(p.kind == "person" for p in s.organisations)]
    named = (
        o
        for kind in ("company", "institution")
        for among in (beside, opening)
        for s in among
        for o in s.organisations
        if o.kind == kind
    )
    return next(named, None)


def _answering(sentences: Sequence[Sentence], first: int) -> Voice | None:
    """The one whose name labels an answer: 温书宁：功耗。"""
    labels = (
        o for s in sentences if s.block_index >= first
        for o in s.organisations if o.kind == "person" and o.start == s.start and s.text[o.end : o.end + 1] in _COLONS
    )  # fmt: skip
    label = next(labels, None)
    return Voice(label.name, label.start, label.end, label.kind) if label else None


def _quoted(sentences: Sequence[Sentence], questions: Sequence[Sentence]) -> bool:
    """Whether direct speech opens the paragraph behind most of the questions."""
    asked = {s.block_index for s in questions}
    answers = {s.block_index for s in sentences if s.block_index - 1 in asked and s.text[s.block.start] in _MARKS}
    return len(answers) > len(asked) / 2


def _is_a_quotation(opening: Sequence[Sentence]) -> bool:
    """Whether the title is nothing but somebody's words: «Un processore europeo serve»."""
    title = next((s for s in opening if s.block.kind == "title"), None)
    words = title.text[title.block.start : title.block.end].strip(" *_#") if title else ""
    return words.startswith(("«", "“", '"')) and words.endswith(("»", "”", '"'))


def _is_question(sentence: Sentence) -> bool:
    block = sentence.block
    written = sentence.text[block.start : block.end].strip(" *_")
    return block.end - block.start <= _LONGEST_QUESTION and written.endswith(("?", "？"))
