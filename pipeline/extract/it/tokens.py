"""Italian text as a row of tokens: figures, words, marks. The readers of this pack walk over it, left to right, once.

A figure keeps its separators ("1.234,5" is one token); an apostrophe is a mark of its own ("l'anno": "l", "'", "anno").
Words are folded (lower case, no accents), so that "Martedì", "martedi" and "MARTEDÌ" are one word; case is asked of the text.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"(?P<figure>\d+(?:[.,'’]\d+)*)|(?P<word>[^\W\d_]+)|(?P<mark>[^\w\s]|_)")
_PADDING = 48
_FOLD = str.maketrans("àáâåèéêëìíîòóôöùúûü’‘ʼ", "aaaaeeeeiiioooouuuu'''")

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
    return text.replace("İ", "I").lower().translate(_FOLD)


class Scan:
    """A text and its tokens. Indexes outside the row answer as an empty mark, so that readers may look around freely."""

    __slots__ = ("_count", "ends", "folded", "kinds", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        self.kinds: list[str] = []
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _TOKEN.finditer(self.folded):
            self.kinds.append(match.lastgroup or "mark")
            self.words.append(match[0])
            self.starts.append(match.start())
            self.ends.append(match.end())
        self._count = len(self.words)
        # Readers look a few tokens around; the padding answers behind the row, and from the end of the list before it.
        self.words += [""] * _PADDING
        self.kinds += ["mark"] * _PADDING
        self.starts += [len(text)] * _PADDING
        self.ends += [len(text)] * _PADDING

    def __len__(self) -> int:
        return self._count

    def word(self, i: int) -> str:
        """The folded token, "" outside the row."""
        return self.words[i]

    def kind(self, i: int) -> str:
        return self.kinds[i]

    def original(self, i: int) -> str:
        """The token as the text has it, case and accents kept."""
        return self.text[self.starts[i] : self.ends[i]]

    def touches(self, i: int) -> bool:
        """Whether token `i` follows the one before it without a space."""
        return 0 < i < self._count and self.ends[i - 1] == self.starts[i]

    def particle(self, i: int) -> str:
        """The bare preposition of a token ("dalle" → "da"), "" for an article, the word itself otherwise."""
        word = self.words[i]
        return PARTICLES.get(word, word)

    def breaks(self, i: int) -> bool:
        """Whether a line ends between token `i` and the one before it, or the row does."""
        if not 0 < i < self._count:
            return True
        gap = self.starts[i] - self.ends[i - 1]
        return gap > 0 and "\n" in self.text[self.ends[i - 1] : self.starts[i]]

    def after(self, position: int, i: int) -> int:
        """Index of the first token from `i` on that starts at or behind a place in the text."""
        while i < self._count and self.starts[i] < position:
            i += 1
        return i

    def is_capitalised(self, i: int) -> bool:
        return self.kind(i) == "word" and self.original(i)[:1].isupper()

    def starts_sentence(self, i: int) -> bool:
        """Whether token `i` is the first of a sentence or of a line."""
        return self.breaks(i) or self.word(i - 1) in _SENTENCE_ENDS

    def is_lower_word(self, i: int) -> bool:
        """Whether token `i` is a word in lower case on the same line: what a noun after a number looks like."""
        return self.kind(i) == "word" and not self.breaks(i) and not self.original(i)[:1].isupper()


_SENTENCE_ENDS = frozenset({".", "!", "?", ":", ";", "«", "»", '"', "“", "”", "(", "-", "–", "—", "•"})
