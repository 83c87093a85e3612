"""Italian text as a row of tokens: figures, words, marks. The readers of this pack walk over it, left to right, once.

A figure keeps its separators ("1.234,5" is one token); an apostrophe is a mark of its own ("l'anno": "l", "'", "anno").
Words are folded (lower case, no accents), so that "Martedì", "martedi" and "MARTEDÌ" are one word; case is asked of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import Literal, TypeVar

_TOKEN = re.compile(r"(\d+(?:[.,'’]\d+)*|[^\W\d_]+|[^\w\s]|_)")
_PADDING = 48
Kind = Literal["figure", "word", "mark"]
_Reader = TypeVar("_Reader")
_FOLD = dict(zip("àáâåèéêëìíîòóôöùúûü’‘ʼ", "aaaaeeeeiiioooouuuu'''", strict=True))

#: Articles and prepositions joined with articles → the bare preposition, "" for an article alone.
PARTICLES: dict[str, str] = {
    **dict.fromkeys(("il", "lo", "la", "i", "gli", "le", "l"), ""),
    **dict.fromkeys(("al", "allo", "alla", "ai", "agli", "alle", "all"), "a"),
    **dict.fromkeys(("del", "dello", "della", "dei", "degli", "delle", "dell", "d"), "di"),
    **dict.fromkeys(("dal", "dallo", "dalla", "dai", "dagli", "dalle", "dall"), "da"),
    **dict.fromkeys(("nel", "nello", "nella", "nei", "negli", "nelle", "nell"), "in"),
    **dict.fromkeys(("sul", "sullo", "sulla", "sui", "sugli", "sulle", "sull"), "su"),
}


def fold(text: str) -> str:
    """The text in lower case without accents, of the same length."""
    folded = text.replace("İ", "I").lower()
    for accented in _FOLD.keys() & set(folded):
        folded = folded.replace(accented, _FOLD[accented])
    return folded


def split(phrase: str) -> list[str]:
    """The words and marks of a phrase, as a text's tokens have them."""
    return _TOKEN.split(fold(phrase))[1::2]


def openings(phrases: Iterable[str]) -> frozenset[str]:
    """The first words of the phrases."""
    return frozenset(split(phrase)[0] for phrase in phrases)


def by_opening(readers: Iterable[tuple[_Reader, Iterable[str]]]) -> dict[str, tuple[_Reader, ...]]:
    """For each word that opens an expression the readers that it may be for, in their order."""
    table: dict[str, tuple[_Reader, ...]] = {}
    for reader, words in readers:
        for word in set(words):
            table[word] = (*table.get(word, ()), reader)
    return table


def _kind(word: str) -> Kind:
    first = word[0]
    return "figure" if first.isdecimal() else "word" if first.isalnum() else "mark"


class Scan:
    """A text and its tokens, each a place in six lists. Readers look freely around: outside the row stands padding.

    `words` has the folded token ("" outside the row), `kinds` whether it is a "figure", "word" or "mark", `starts` and `ends` its place
    in the text, `breaks` whether a line (or the row) ends between it and the token before it, `touches` whether no space stands there.
    """

    __slots__ = ("_count", "breaks", "ends", "folded", "kinds", "starts", "text", "touches", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        # Spaces and tokens by turns, so that the running length is where each ends; the space behind the last token is padding already.
        parts = _TOKEN.split(self.folded)
        edges = list(accumulate(map(len, parts)))
        spaces, self.words, self.starts, self.ends = parts[::2], parts[1::2], edges[::2], edges[1::2]
        self._count = len(self.words)
        self.kinds: list[Kind] = ["word" if word.isalpha() else _kind(word) for word in self.words]
        self.touches = [not space for space in spaces]
        self.breaks = ["\n" in space for space in spaces]
        self.touches[0] = self.touches[-1] = False
        self.breaks[0] = self.breaks[-1] = True
        # An index before the row counts from the end of a list, and so falls into the padding as well.
        self.words += [""] * _PADDING
        self.kinds += ["mark"] * _PADDING
        self.starts += [len(text)] * _PADDING
        self.ends += [len(text)] * _PADDING
        self.touches += [False] * _PADDING
        self.breaks += [True] * _PADDING

    def __len__(self) -> int:
        return self._count

    def original(self, i: int) -> str:
        """The token as the text has it, case and accents kept."""
        return self.text[self.starts[i] : self.ends[i]]

    def particle(self, i: int) -> str:
        """The bare preposition of a token ("dalle" → "da"), "" for an article, the word itself otherwise."""
        word = self.words[i]
        return PARTICLES.get(word, word)

    def after(self, position: int, i: int) -> int:
        """Index of the first token from `i` on that starts at or behind a place in the text."""
        return bisect_left(self.starts, position, i)

    def is_capitalised(self, i: int) -> bool:
        return self.kinds[i] == "word" and self.original(i)[:1].isupper()

    def starts_sentence(self, i: int) -> bool:
        """Whether token `i` is the first of a sentence or of a line."""
        return self.breaks[i] or self.words[i - 1] in _SENTENCE_ENDS

    def is_lower_word(self, i: int) -> bool:
        """Whether token `i` is a word in lower case on the same line: what a noun after a number looks like."""
        return self.kinds[i] == "word" and not self.breaks[i] and not self.original(i)[:1].isupper()


_SENTENCE_ENDS = frozenset({".", "!", "?", ":", ";", "«", "»", '"', "“", "”", "(", "-", "–", "—", "•"})
