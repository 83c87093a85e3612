"""A tokenizer whose every token edge is an edge that values and names can have, in time linear in the text.

spaCy's own Italian rules keep "700W-1200W" whole, so that no span of it could hold a value, and take quadratic time on long
runs of brackets. Here a run of letters of one script, a run of digits, a Chinese character and a sign are tokens each.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKEN = re.compile(r"[⺀-鿿豈-﫿]|[^\W\d_⺀-鿿豈-﫿]+|\d+|\s+|.", re.DOTALL)


class EdgeTokenizer:
    """Text to a Doc whose text is the same, character for character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            token = match[0]
            if token == " " and words and not spaces[-1]:
                spaces[-1] = True
            else:
                words.append(token)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)
