"""Articles to claims, and texts to values: the stage's two entry points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from models.records import Article, Claim
from models.values import Value
from pipeline.extract.components import ARTICLE, CLAIMS_ONLY, DocumentReading
from pipeline.extract.pack import languages, load_pack
from pipeline.extract.tokenizer import EdgeTokenizer
from pipeline.extract.trace import Traced, trace
from pipeline.text.script import script_of
from pipeline.text.view import normalise

_LONGEST = 50_000_000
_LARGEST_VOCABULARY = 200_000
"""A vocabulary grows with every text; a new pipeline is made where it has so many entries (some 50 MB)."""


class Extractor:
    """Reads articles into claims over the shipped hardware model and a user's files on top; keeps nothing of one article for the next."""

    def __init__(self, hardware: Sequence[Path] = ()) -> None:
        self._hardware = [str(f) for f in hardware]
        self._pipelines: dict[str, Language] = {}

    def claims(self, article: Article) -> list[Claim]:
        """The claims of an article, by place; passages of each language go through that language's pack."""
        found: list[Claim] = [claim for doc in self._docs(article) for claim in doc._.claims]
        return sorted(found, key=lambda c: (c.start, c.end, c.predicate, c.hardware or ""))

    def trace(self, article: Article) -> list[Traced]:
        """Each value of an article, by place, with the claims that it became or the reason why it became none."""
        rows: list[Traced] = []
        for doc in self._docs(article):
            reading = DocumentReading.of(doc)
            rows += trace(reading.view, reading.values, reading.sentences, doc._.claims, reading.blocks)
        return sorted(rows, key=lambda row: (row.start, row.end))

    def _docs(self, article: Article) -> Iterator[Doc]:
        """The article as each of its languages' pipelines has read it."""
        present = {b.language for b in article.blocks} | {article.language}
        for language in languages():
            if language in present:
                nlp = self._pipeline(language)
                doc = nlp.make_doc(article.text)
                doc.user_data |= {ARTICLE: article, CLAIMS_ONLY: True}
                yield nlp(doc)

    def _pipeline(self, language: str) -> Language:
        nlp = self._pipelines.get(language)
        if nlp is None or len(nlp.vocab) > _LARGEST_VOCABULARY:
            nlp = spacy.blank(language)
            nlp.tokenizer = EdgeTokenizer(nlp.vocab)
            nlp.max_length = _LONGEST
            nlp.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]  # what a word looks like is asked nowhere, and costs a tenth of the time
            nlp.add_pipe("newsclaims", config={"hardware": self._hardware})
            self._pipelines[language] = nlp
        return nlp


def find_values(text: str, language: str, published: date | None = None) -> list[Value]:
    """The values of a text in order, their places code points of the text as given.

    Raises UsageError for a language that has no pack.
    """
    pack = load_pack(language)
    script = script_of(text) if language == "zh" else None
    view = normalise(text, script=script)
    values = []
    for value in pack.find_values(view.text, published, script):
        start, end = view.span(value.start, value.end)
        moved = (start, end) != (value.start, value.end)
        values.append(replace(value, start=start, end=end) if moved else value)
    return values
