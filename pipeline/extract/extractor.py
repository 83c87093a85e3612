"""Articles to claims, and texts to values: the stage's two entry points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from models.records import Article, Claim
from models.values import Value
from pipeline.extract.components import DocumentReading, Newsclaims, all_steps
from pipeline.extract.pack import languages, load_pack
from pipeline.extract.trace import Traced, trace
from pipeline.text.script import script_of
from pipeline.text.view import normalise


class Extractor:
    """Reads articles into claims over the shipped hardware model and a user's files on top; keeps nothing of one article for the next."""

    def __init__(self, hardware: Sequence[Path] = ()) -> None:
        self._hardware = [str(f) for f in hardware]
        self._steps: dict[str, Newsclaims] = {}

    def claims(self, article: Article) -> list[Claim]:
        """The claims of an article, by place; passages of each language go through that language's pack."""
        found: list[Claim] = [claim for reading in self._readings(article) for claim in reading.claims]
        return sorted(found, key=lambda c: (c.start, c.end, c.predicate, c.hardware or ""))

    def trace(self, article: Article) -> list[Traced]:
        """Each value of an article, by place, with the claims that it became or the reason why it became none."""
        rows: list[Traced] = []
        for reading in self._readings(article):
            rows += trace(reading.view, reading.values, reading.sentences, reading.claims, reading.blocks)
        return sorted(rows, key=lambda row: (row.start, row.end))

    def _readings(self, article: Article) -> Iterator[DocumentReading]:
        """The article as the steps of each of its languages have read it."""
        present = {b.language for b in article.blocks} | {article.language}
        for language in languages():
            if language in present:
                reading = DocumentReading(article.text, article.published, article)
                self._steps_of(language).read(reading)
                yield reading

    def _steps_of(self, language: str) -> Newsclaims:
        if language not in self._steps:
            self._steps[language] = all_steps(language, self._hardware)
        return self._steps[language]


def find_values(text: str, language: str, published: date | None = None) -> list[Value]:
    """The values of a text in order, their places code points of the text as given.

    Raises UsageError for a language that has no pack.
    """
    pack = load_pack(language)
    script = script_of(text) if language == "zh" else None
    view = normalise(text, script=script)
    found = pack.find_values(view.text, published, script)
    if view.keeps_places:
        return found
    values = []
    for value in found:
        start, end = view.span(value.start, value.end)
        moved = (start, end) != (value.start, value.end)
        values.append(replace(value, start=start, end=end) if moved else value)
    return values
