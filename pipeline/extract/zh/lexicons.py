"""The pack's data files, and word lists looked up beside a place in the text, the longest word first."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, Generic, TypeVar

T = TypeVar("T")


def load(name: str) -> dict[str, Any]:
    """A TOML file of this folder."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def any_of(patterns: Iterable[re.Pattern[str]]) -> str:
    """A regular expression that matches where one of the patterns does."""
    return "|".join(pattern.pattern for pattern in patterns)


def next_character(text: str, place: int) -> str:
    """The character at `place`, or behind up to four spaces there; empty at the end of the text."""
    character = text[place : place + 1]
    return character if character != " " else text[place : place + 5].lstrip(" ")[:1]


def first_characters(words: Iterable[str]) -> frozenset[str]:
    """What the words begin with."""
    return frozenset(word[0] for word in words)


class Words(Generic[T]):
    """Words with what each means."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._meanings = dict(meanings)
        self._by_first = _lengths_by(word[0] + word for word in self._meanings)
        self._by_last = _lengths_by(word[-1] + word for word in self._meanings)

    @classmethod
    def by_label(cls, table: Mapping[T, Iterable[str]]) -> Words[T]:
        """From a table label → words."""
        return cls({word: label for label, words in table.items() for word in words})

    def before(self, text: str, place: int) -> tuple[str, T] | None:
        """The longest word that ends at `place`."""
        for length in self._by_last.get(text[place - 1 : place], ()) if place else ():
            word = text[max(0, place - length) : place]
            if word in self._meanings:
                return word, self._meanings[word]
        return None

    def after(self, text: str, place: int) -> tuple[str, T] | None:
        """The longest word that begins at `place`."""
        for length in self._by_first.get(text[place : place + 1], ()):
            word = text[place : place + length]
            if word in self._meanings:
                return word, self._meanings[word]
        return None


def _lengths_by(keyed: Iterable[str]) -> dict[str, list[int]]:
    """From words with their key put before them: the lengths that words of each key have, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in keyed:
        lengths.setdefault(word[0], set()).add(len(word) - 1)
    return {key: sorted(found, reverse=True) for key, found in lengths.items()}
