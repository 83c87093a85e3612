"""Cue words as data: which words of a language speak of which predicate, event, aspect, modality …

A language's `cues.toml` has a table for each category and in it a list of words for each label. A word that ends in
`*` stands for every word that begins so ("acquist*": acquista, acquisterà, acquisto); one that begins with `^` is
matched with its capitals; all others ignore case. The label `none` speaks for nothing: it hides the shorter cues of its
category that stand inside its words (未来 is not 未). Where a language writes spaces, a word matches whole words only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import ahocorasick


class Cue(NamedTuple):
    """A cue word at `start:end` of the text; `label` is what it speaks for within its `category`."""

    start: int
    end: int
    category: str
    label: str


_Found = tuple[int, int, str, int, str]
"""A cue in the order of the cues: its start, its end (less than 0), category, number and label."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word as the text may have it; `bounded_before` and `bounded_behind` say that no letter may stand beside it there."""

    length: int
    category: str
    label: str
    open_ended: bool
    exact: str | None
    bounded_before: bool
    bounded_behind: bool


def _is_word(character: str) -> bool:
    return character.isalnum() and character < "\u2e80"


class Lexicon:
    """The cue words of one language in one automaton: `find` is a single pass, whatever their number."""

    def __init__(self, tables: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        entries: dict[str, list[_Entry]] = {}
        for category, labels in tables.items():
            for label, words in labels.items():
                for word in words:
                    exact = word.startswith("^")
                    key = word.removeprefix("^").removesuffix("*")
                    bounded = _is_word(key[0]), _is_word(key[-1])
                    entry = _Entry(len(key), category, label, word.endswith("*"), key if exact else None, *bounded)
                    entries.setdefault(key.lower(), []).append(entry)
        self._automaton = ahocorasick.Automaton()
        for key, values in entries.items():
            self._automaton.add_word(key, values)
        self._automaton.make_automaton()

    @classmethod
    def from_toml(cls, *paths: Path) -> Lexicon:
        """The lexicon of the given files; a label that stands in several of them has the words of all."""
        tables: dict[str, dict[str, list[str]]] = {}
        for path in paths:
            for category, labels in tomllib.loads(path.read_text(encoding="utf-8")).items():
                for label, words in labels.items():
                    tables.setdefault(category, {}).setdefault(label, []).extend(words)
        return cls(tables)

    def find(self, text: str) -> list[Cue]:
        """All cues by place; within one category the longest word wins where two overlap."""
        lowered = text.lower()
        if len(lowered) != len(text):
            # A few capitals (İ) grow when lowered; offsets matter more than they do.
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        found: list[_Found] = []
        for last, entries in self._automaton.iter(lowered):
            end = last + 1
            for entry in entries:
                start = end - entry.length
                if entry.exact is not None and text[start:end] != entry.exact:
                    continue
                if entry.bounded_before and start and _is_word(text[start - 1]):
                    continue
                stop = _word_end(text, end, entry) if entry.bounded_behind else end
                if stop:
                    found.append((start, -stop, entry.category, len(found), entry.label))
        return _longest(found)


def _word_end(text: str, end: int, entry: _Entry) -> int:
    """Where the matched word ends, or 0 where the match is only a part of another word."""
    if entry.open_ended:
        while end < len(text) and _is_word(text[end]):
            end += 1
        return end
    return 0 if end < len(text) and _is_word(text[end]) else end


def _longest(found: list[_Found]) -> list[Cue]:
    """The cues by place, of one category the longest where two overlap, without those that stand for nothing."""
    kept: list[Cue] = []
    last: dict[str, Cue] = {}
    for start, minus_end, category, _, label in sorted(found):
        cue = Cue(start, -minus_end, category, label)
        previous = last.get(category)
        if previous and start < previous.end and (start, cue.end) != (previous.start, previous.end):
            continue
        last[category] = cue
        if label != "none":
            kept.append(cue)
    return kept
