"""The spaCy components: values, mentions and claims, each with its factory, and `newsclaims`, which is all three.

    nlp = spacy.blank("it")
    nlp.add_pipe("newsclaims")
    doc = nlp("Meta ha ordinato 10.000 H100.")
    doc.spans["claims"], doc._.claims

A span group holds the spans by place; where the tokenizer cuts words elsewhere, a span covers the tokens that it touches,
and the record itself (`span._.claim`, `doc._.claims`) has the exact characters. The `kb_id_` of a claim's span is its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from models.hardware import HardwareModel, load
from models.records import Article, Block, Claim
from models.values import Value
from pipeline.extract.assembly.assemble import assemble
from pipeline.extract.assembly.figures.pairs import part_pairs
from pipeline.extract.assembly.money.price_lists import read_listed_prices
from pipeline.extract.assembly.names.epithets import find_epithets
from pipeline.extract.assembly.names.headings import open_sections
from pipeline.extract.assembly.names.line_numbers import find_line_numbers
from pipeline.extract.assembly.names.makers_products import find_makers_products
from pipeline.extract.assembly.names.names import find_names, outside_names
from pipeline.extract.assembly.names.products import find_products, find_told_products
from pipeline.extract.assembly.names.repeated_names import find_repeated_names
from pipeline.extract.assembly.names.short_names import find_short_names
from pipeline.extract.assembly.names.supercomputers import find_supercomputers
from pipeline.extract.assembly.names.variants import find_variants
from pipeline.extract.assembly.reading import Sentence, read_sentences
from pipeline.extract.assembly.subjects.tables import lay_out_tables
from pipeline.extract.linking import Linker
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack, load_pack
from pipeline.text.blocks import split_blocks
from pipeline.text.view import View, normalise


class DocumentReading:
    """One text as the components pass it on: its view, blocks, publication date and what was found so far.

    Of an article its blocks, script and publication date are used.
    """

    def __init__(self, text: str, published: date | None, article: Article | None = None) -> None:
        self.published = article.published if article else published
        self.script = article.script if article else None
        self.view: View = normalise(text, script=self.script)
        self.blocks: Sequence[Block] = article.blocks if article and article.blocks else split_blocks(text)
        self.values: list[Value] = []
        self.mentions: list[Mention] = []
        self.sentences: list[Sentence] = []
        self.claims: list[Claim] = []

    @classmethod
    def of(cls, doc: Doc, published: date | None = None) -> DocumentReading:
        """The reading of a doc, made by the first component that asks for it."""
        key = "newsclaims.reading"
        if key not in doc.user_data:
            doc.user_data[key] = cls(doc.text, published)
        reading: DocumentReading = doc.user_data[key]
        return reading

    def blocks_in_view(self, language: str) -> list[tuple[int, Block]]:
        """The blocks of a language with their numbers, their places those of the view."""
        return [(i, self._in_view(b)) for i, b in enumerate(self.blocks) if b.language in (None, language)]

    def _in_view(self, block: Block) -> Block:
        start, end = self.view.position(block.start), self.view.position(block.end)
        if (start, end) == (block.start, block.end):
            return block
        return block.model_copy(update={"start": start, "end": end})


class ValueFinder:
    """Sets `doc.spans["values"]`."""

    def __init__(self, pack: LanguagePack, published: date | None) -> None:
        self._pack, self._published = pack, published

    def read(self, reading: DocumentReading) -> None:
        """Fills `reading.values`."""
        reading.values = self._pack.find_values(reading.view.text, reading.published, reading.script)

    def __call__(self, doc: Doc) -> Doc:
        reading = DocumentReading.of(doc, self._published)
        self.read(reading)
        _set_spans(doc, "values", [(*reading.view.span(v.start, v.end), v.kind, "") for v in reading.values])
        return doc


class MentionFinder:
    """Sets `doc.spans["hardware"]` and `doc.spans["organisations"]`; a span's `kb_id_` is the id."""

    def __init__(self, linker: Linker, language: str) -> None:
        self._linker, self._language = linker, language

    def read(self, reading: DocumentReading) -> None:
        """Fills `reading.mentions`."""
        reading.mentions = self._linker.find(reading.view.text, self._language)

    def __call__(self, doc: Doc) -> Doc:
        reading = DocumentReading.of(doc)
        self.read(reading)
        for group, kind in (("hardware", "hardware"), ("organisations", "organisation")):
            found = [m for m in reading.mentions if m.type == kind]
            _set_spans(doc, group, [(*reading.view.span(m.start, m.end), m.kind, m.id) for m in found])
        return doc


class ClaimFinder:
    """Sets `doc.spans["claims"]` and `doc._.claims` from the values and mentions that stand in the doc."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack
        self._names, self._heads = organisation_names(), led_companies()

    def read(self, reading: DocumentReading) -> None:
        """Fills `reading.sentences` and `reading.claims`."""
        blocks = reading.blocks_in_view(self._pack.language)
        view, pack = reading.view, self._pack
        listed = default_model().products
        mentions = find_variants(view, pack, reading.mentions, listed)
        mentions = find_supercomputers(view, pack, mentions, listed)
        mentions = find_epithets(view, pack, mentions, default_model().organisations)
        mentions = find_products(view, pack, find_names(view, pack, mentions))
        mentions = find_makers_products(view, pack, find_line_numbers(view, pack, mentions, listed))
        mentions = find_told_products(view, pack, mentions)
        mentions = find_repeated_names(view, find_short_names(view, pack, mentions, listed))
        values = outside_names(reading.values, mentions, view.text)
        sentences = read_sentences(view.text, blocks, self._pack, values, mentions)
        lay_out_tables(sentences, reading.published)
        read_listed_prices(sentences)
        part_pairs(sentences)
        open_sections(sentences)
        reading.sentences = sentences
        reading.claims = assemble(sentences, reading.view, reading.published, self._names, self._heads)

    def __call__(self, doc: Doc) -> Doc:
        reading = DocumentReading.of(doc)
        self.read(reading)
        doc._.claims = reading.claims
        _set_spans(doc, "claims", [(c.start, c.end, c.predicate, str(i)) for i, c in enumerate(reading.claims)])
        return doc


class Newsclaims:
    """All three in a row."""

    def __init__(self, steps: Sequence[ValueFinder | MentionFinder | ClaimFinder]) -> None:
        self._steps = steps

    def read(self, reading: DocumentReading) -> None:
        """Fills all of the reading, without a doc."""
        for step in self._steps:
            step.read(reading)

    def __call__(self, doc: Doc) -> Doc:
        for step in self._steps:
            doc = step(doc)
        return doc


def _set_spans(doc: Doc, group: str, places: Sequence[tuple[int, int, str, str]]) -> None:
    """Sets a group's spans from (start, end, label, id of what is named or number of the claim)."""
    spans = [
        doc.char_span(start, end, label=label, kb_id=identifier, alignment_mode="expand")
        for start, end, label, identifier in places
    ]
    doc.spans[group] = [span for span in spans if span is not None]


def _claim_of(span: Span) -> Claim | None:
    claims: Sequence[Claim] | None = span.doc._.claims
    return claims[int(span.kb_id_)] if claims and span.kb_id_.isdecimal() else None


Doc.set_extension("claims", default=None, force=True)
Span.set_extension("claim", getter=_claim_of, force=True)


@cache
def default_model() -> HardwareModel:
    """The hardware model that ships with the program."""
    return load()


@cache
def default_linker() -> Linker:
    """Its linker."""
    return Linker(default_model())


def organisation_names() -> dict[str, str]:
    """The names of the shipped model's organisations by id."""
    return {o.id: o.name for o in default_model().organisations.values()}


def led_companies() -> dict[str, str]:
    """The ids of companies by those of the people who lead them."""
    return {o.id: o.heads for o in default_model().organisations.values() if o.heads}


def linker_for(files: Sequence[str]) -> Linker:
    """The linker of the shipped hardware model with a user's files over it."""
    return Linker(load([Path(f) for f in files])) if files else default_linker()


def _date(published: str | None) -> date | None:
    return date.fromisoformat(published) if published else None


@Language.factory("newsclaims_values", default_config={"published": None})
def create_values(nlp: Language, name: str, published: str | None) -> ValueFinder:  # noqa: ARG001  spaCy's signature
    """The factory of `newsclaims_values`; `published` is an ISO date for texts that come without an article."""
    return ValueFinder(load_pack(nlp.lang), _date(published))


@Language.factory("newsclaims_mentions", default_config={"hardware": []})
def create_mentions(nlp: Language, name: str, hardware: list[str]) -> MentionFinder:  # noqa: ARG001  spaCy's signature
    """The factory of `newsclaims_mentions`; `hardware` are a user's TOML files."""
    return MentionFinder(linker_for(hardware), nlp.lang or "")


@Language.factory("newsclaims_claims")
def create_claims(nlp: Language, name: str) -> ClaimFinder:  # noqa: ARG001  spaCy's signature
    """The factory of `newsclaims_claims`, which stands after the other two."""
    return ClaimFinder(load_pack(nlp.lang))


@Language.factory("newsclaims", default_config={"published": None, "hardware": []})
def create_newsclaims(nlp: Language, name: str, published: str | None, hardware: list[str]) -> Newsclaims:  # noqa: ARG001
    """The factory of `newsclaims`: values, mentions, claims."""
    return all_steps(nlp.lang or "", hardware, _date(published))


def all_steps(language: str, hardware: Sequence[str], published: date | None = None) -> Newsclaims:
    """The three steps of a language over the shipped hardware model and a user's files on top."""
    pack = load_pack(language)
    linker = linker_for(hardware)
    return Newsclaims([ValueFinder(pack, published), MentionFinder(linker, pack.language), ClaimFinder(pack)])
