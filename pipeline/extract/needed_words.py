"""The words without which a regular expression cannot match, so that most need not be run over a text at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from re import _constants, _parser  # type: ignore[attr-defined]  # the parsed form of a pattern has no public name
from typing import Any

import ahocorasick

_GROUPS = frozenset({_constants.SUBPATTERN, _constants.ATOMIC_GROUP})
_REPEATS = frozenset({_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT})


def needed_words(regex: str) -> frozenset[str]:
    """Words in lower case of which every match holds one at least; empty where no such words can be told."""
    return _of_row(_parser.parse(regex))


class WordIndex:
    """Of many rows of words those that a text has a word of, told in one pass over it; rows without a word always count."""

    def __init__(self, rows: Iterable[Collection[str]]) -> None:
        self._always: set[int] = set()
        by_word: dict[str, list[int]] = {}
        for index, words in enumerate(rows):
            if not words:
                self._always.add(index)
            for word in words:
                by_word.setdefault(word, []).append(index)
        self._automaton = ahocorasick.Automaton()
        for word, indices in by_word.items():
            self._automaton.add_word(word, tuple(indices))
        self._automaton.make_automaton()

    def possible(self, text: str) -> list[int]:
        """The numbers of those rows, in order."""
        found = set(self._always)
        if len(self._automaton):  # an empty one cannot be searched
            for _, indices in self._automaton.iter(text):
                found.update(indices)
        return sorted(found)


def _of_row(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The best of what the parts of a row need: its shortest word is the longest."""
    found: list[frozenset[str]] = []
    word = ""
    for part, value in parsed:
        if part is _constants.LITERAL:
            word += chr(value).lower()
            continue
        found += [frozenset({word})] if word else []
        word = ""
        found.append(_of_part(part, value))
    found += [frozenset({word})] if word else []
    return max((words for words in found if words), key=lambda words: min(map(len, words)), default=frozenset())


def _of_part(part: Any, value: Any) -> frozenset[str]:
    if part in _GROUPS:
        return _of_row(value[-1] if part is _constants.SUBPATTERN else value)
    if part in _REPEATS and value[0]:
        return _of_row(value[2])
    if part is _constants.BRANCH:
        branches = [_of_row(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    return frozenset()
