"""Files to claims, one file after another: ingest, language and extract in a row. Needs no warehouse."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

from models.errors import UsageError
from models.hardware import HardwareModel
from models.hardware import load as load_hardware
from models.hardware.schema import Product
from models.records import Article, Claim, Language, Reject
from models.values import Value
from pipeline.copies import sketch
from pipeline.extract.extractor import Extractor
from pipeline.extract.extractor import find_values as _find_values
from pipeline.extract.pack import languages
from pipeline.ingest import read_file, read_text
from pipeline.language import detect, set_aside
from pipeline.settings import Settings
from pipeline.text.blocks import split_blocks
from pipeline.text.sentences import split_sentences
from warehouse.commit import KnownArticle
from warehouse.identity import article_id, input_hash
from warehouse.parts import Extracted

STDIN = "-"
OnReject = Callable[[Reject], object]
"""Called for each record of a file that is no article of ours."""


def ignore(_: Reject) -> None:
    """Whoever wants the articles only."""


@dataclass(slots=True)
class FileResult:
    """What became of one file: articles with claims, the ids of those that need no second extraction, rejects."""

    path: Path
    extracted: list[Extracted] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)

    @property
    def article_ids(self) -> list[str]:
        return [article_id(e.article.document_key, e.article.text) for e in self.extracted] + self.unchanged


class ArticleReader:
    """Reads files into articles with their claims, over one hardware model and its users' files."""

    def __init__(self, hardware: Sequence[Path] = (), published: date | None = None) -> None:
        self._extractor = Extractor(hardware)
        self._published = published
        self.version = extractor_version(load_hardware(hardware).version)

    def read(self, path: Path, known: Mapping[str, KnownArticle]) -> FileResult:
        """The articles of a file; `known` are those of the warehouse, by id, which are not read twice."""
        result = FileResult(path)
        for record in read_file(path.resolve(), published=self._published):
            if isinstance(record, Reject):
                result.rejects.append(record)
                continue
            identity = article_id(record.document_key, record.text)
            if known.get(identity) == KnownArticle(self.version, input_hash(record)):
                result.unchanged.append(identity)
                continue
            article = detect(record)
            reject = set_aside(article)
            if reject:
                result.rejects.append(reject)
                continue
            try:
                result.extracted.append(self.extract(article))
            except Exception as error:  # the load must go on whatever a text does to the extractor
                reason = f"Extraction failed with {type(error).__name__}: {error}. Please report it."
                result.rejects.append(
                    Reject(
                        path=article.path or "", reason_code="extractor_failed", reason=reason, record=article.record
                    )
                )
        return result

    def extract(self, article: Article) -> Extracted:
        """An article, whose language is known, with its claims."""
        claims = self._extractor.claims(article)
        return Extracted(article, claims, self.version, sentences_around(article, claims), sketch(article))


def sentences_around(article: Article, claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """The span of the sentence around each claim's quote; the quote's own where it begins in none."""
    spans = [span for block in article.blocks for span in split_sentences(article.text, block.start, block.end)]
    return [
        next(((s, max(e, claim.end)) for s, e in spans if s <= claim.start < e), (claim.start, claim.end))
        for claim in claims
    ]


@cache
def extractor_version(hardware_version: str) -> str:
    """A version that changes with the code and data of extraction and with the hardware model."""
    digest = sha256(hardware_version.encode())
    for package in ("pipeline.extract", "pipeline.text", "pipeline.language"):
        for name, content in sorted(_sources(files(package), package)):
            digest.update(name.encode() + b"\0" + content)
    return digest.hexdigest()[:12]


def _sources(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _sources(entry, f"{name}/{entry.name}")
        elif entry.name.endswith((".py", ".toml")):
            yield f"{name}/{entry.name}", entry.read_bytes()


def article_of(text: str, language: str | None = None, published: date | None = None) -> Article:
    """An article of a bare text, its language found out unless it is given.

    Raises UsageError for a language that has no pack, and for a text in a language that is not ours.
    """
    bare = Article(document_key=STDIN, text=text, blocks=split_blocks(text), published=published)
    article = detect(bare, language=_ours(language))
    reject = set_aside(article)
    if reject:
        raise UsageError(reject.reason)
    return article


def _ours(language: str | None) -> Language | None:
    if language is None:
        return None
    if language not in languages():
        raise UsageError(f"No language pack for {language!r}. There are: {', '.join(languages())}.")
    return cast("Language", language)


def articles_of(file: str, language: str | None, published: date | None, on_reject: OnReject = ignore) -> list[Article]:
    """The articles of one file, or of standard input for "-"; `on_reject` is called for each record that is none of ours.

    Raises UsageError, with the first reason, for a file that has no article to read.
    """
    ours = _ours(language)
    articles: list[Article] = []
    rejects: list[Reject] = []
    for record in _records(file, published):
        found = detect(record, language=ours) if isinstance(record, Article) else record
        reject = set_aside(found) if isinstance(found, Article) else found
        if reject:
            rejects.append(reject)
        elif isinstance(found, Article):
            articles.append(found)
    if not articles and rejects:
        first = rejects[0]
        place = f"{first.path}, record {first.record}" if first.record is not None else first.path
        raise UsageError(f"{place}: {first.reason}")
    if not articles:
        raise UsageError(f"{file} holds no article.")
    for reject in rejects:
        on_reject(reject)
    return articles


def _records(file: str, published: date | None) -> Iterator[Article | Reject]:
    if file == STDIN:
        return read_text(sys.stdin.buffer.read(), STDIN, published=published)
    path = Path(file)
    if not path.is_file():
        raise UsageError(f"There is no file {file}. Name an article, or - for standard input.")
    return read_file(path, published=published)


def parse_published(published: date | str | None) -> date | None:
    """A publication date given as a date or in ISO form; raises UsageError for anything else."""
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published)
    except ValueError as error:
        raise UsageError(f"{published!r} is no date. Write it as YYYY-MM-DD.") from error


@cache
def _default_extractor() -> Extractor:
    return Extractor()


def extract_claims(text: str, language: str | None = None, published: date | str | None = None) -> list[Claim]:
    """The claims of a text, in order; `text[c.start:c.end] == c.quote` for each.

    Args:
        text: the article; its first line may be its title.
        language: "it" or "zh"; found out where it is None.
        published: the publication date, on which relative dates stand.

    Raises:
        UsageError: the language is unknown or not ours, or `published` is no ISO date.
    """
    if not text.strip():
        return []
    return _default_extractor().claims(article_of(text, language, parse_published(published)))


def find_values(text: str, language: str, published: date | str | None = None) -> list[Value]:
    """The numbers, percentages, quantities, amounts, dates and durations of a text, in order.

    Raises:
        UsageError: the language has no pack, or `published` is no ISO date.
    """
    return _find_values(text, language, parse_published(published))


def hardware_model(hardware: Sequence[Path] = ()) -> HardwareModel:
    """The shipped hardware model with a user's files over it; raises UsageError for a missing file."""
    return load_hardware(Settings.of(hardware=hardware).hardware)


def find_product(model: HardwareModel, name: str) -> Product:
    """A product by its id or its name; raises UsageError with the nearest ids for one that the model does not have."""
    wanted = name.strip().lower().replace(" ", "-")
    for product in model.products.values():
        if wanted in {product.id, product.name.lower().replace(" ", "-")}:
            return product
    close = get_close_matches(wanted, model.products, n=3, cutoff=0.4) or [i for i in model.products if wanted in i][:3]
    hint = f" Did you mean {', '.join(close)}?" if close else ""
    raise UsageError(f"The hardware model has no product {name!r}.{hint} All of them: newsclaims hardware")
