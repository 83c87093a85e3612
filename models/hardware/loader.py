"""Reads the hardware model from its TOML files, checks all of them, and tells every mistake at once."""

from __future__ import annotations

import gc
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import rtoml  # in Rust: four times as fast on these files as tomli
from pydantic import TypeAdapter, ValidationError

from models.errors import HardwareModelError
from models.hardware.entries import (
    ContextEntry,
    Entry,
    NamedEntry,
    OrganisationEntry,
    PatternEntry,
    ProductEntry,
    SourceEntry,
    Words,
)
from models.hardware.figures import components_of, figures_of
from models.hardware.mistakes import in_words, without
from models.hardware.references import unresolved
from models.hardware.schema import (
    Alias,
    Context,
    HardwareModel,
    Naming,
    Organisation,
    Pattern,
    Product,
    Source,
)

_FOLDER = Path(__file__).parent
_ID = re.compile(r"[a-z0-9]+(?:[-.+][a-z0-9+]+)*")
_ENTRY_HEAD = re.compile(r'^\[\w+\."?([^]"\n]+)', re.MULTILINE)


class FileEntries(Entry):
    """One file: any of these tables; `vendor` is the maker of the file's products where they name none."""

    vendor: str | None = None
    sources: Mapping[str, SourceEntry] = {}
    products: Mapping[str, ProductEntry] = {}
    organisations: Mapping[str, OrganisationEntry] = {}
    contexts: Mapping[str, ContextEntry] = {}
    patterns: tuple[PatternEntry, ...] = ()
    brands: Mapping[str, Words] = {}
    tails: Words = ()
    translations: Mapping[str, str] = {}
    pieces: Mapping[str, Words] = {}
    ordinary_words: Words = ()
    measures: Words = ()
    false_friends: Words = ()


_FILE: TypeAdapter[FileEntries] = TypeAdapter(FileEntries)


def load(files: Sequence[Path] = ()) -> HardwareModel:
    """The model of the package, with the users' files on top.

    A user's product of a known id keeps what it does not mention; a predicate that it states replaces the model's
    figures of that predicate, aliases are added. Raises HardwareModelError with every mistake of every file.
    """
    own = [*sorted((_FOLDER / "data").glob("*.toml")), _FOLDER / "organisations.toml", _FOLDER / "patterns.toml"]
    with _without_collector():
        draft = _Draft()
        for file in (*own, *files):
            draft.add(file)
        return draft.finish()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Tens of thousands of small objects are made here and all of them kept: looking for garbage was a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(slots=True)
class _Draft:
    """A model in the making, and the mistakes met so far."""

    products: dict[str, Product] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    contexts: dict[str, Context] = field(default_factory=dict)
    patterns: list[Pattern] = field(default_factory=list)
    brands: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tails: tuple[str, ...] = ()
    translations: dict[str, str] = field(default_factory=dict)
    pieces: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ordinary_words: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    false_friends: tuple[str, ...] = ()
    origin: dict[str, str] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)

    def add(self, file: Path) -> None:
        raw = self._read(file)
        if raw is None:
            return
        self._fill_known_products(raw)
        entries = self._validated(file, raw)
        self.sources |= {k: Source(id=k, **v.model_dump()) for k, v in entries.sources.items()}
        self.contexts |= {k: Context(id=k, **v.model_dump()) for k, v in entries.contexts.items()}
        for number, pattern in enumerate(entries.patterns, 1):
            self._add_pattern(file, number, pattern)
        self.brands |= entries.brands
        self.tails += entries.tails
        self.translations |= entries.translations
        self.pieces |= entries.pieces
        self.ordinary_words += entries.ordinary_words
        self.measures += entries.measures
        self.false_friends += entries.false_friends
        for key, organisation in entries.organisations.items():
            self.organisations[key] = _organisation(key, organisation)
        self.origin |= dict.fromkeys([*entries.organisations, *entries.products], file.name)
        for key, entry in entries.products.items():
            self._add_product(file, key, entry, entries.vendor)

    def finish(self) -> HardwareModel:
        model = HardwareModel(
            version=self.digest.hexdigest()[:12],
            products=self.products,
            organisations=self.organisations,
            sources=self.sources,
            naming=Naming(
                patterns=tuple(self.patterns),
                contexts=self.contexts,
                brands=self.brands,
                tails=self.tails,
                translations=self.translations,
                pieces=self.pieces,
                ordinary_words=self.ordinary_words,
                measures=self.measures,
                false_friends=self.false_friends,
            ),
        )
        self.problems += [
            f"{self.origin.get(u.entry, 'patterns.toml')}: {u}"
            for u in unresolved(model)
            if u.missing not in self.wrong
        ]
        if self.problems:
            raise HardwareModelError(self.problems)
        return model

    def _read(self, file: Path) -> dict[str, Any] | None:
        try:
            content = file.read_bytes()
        except OSError as error:
            self.problems.append(f"{file.name}: {error}")
            return None
        self.digest.update(content)
        try:
            parsed: dict[str, Any] = rtoml.loads(content.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            self.problems.append(f"{file.name}: is no UTF-8 text (byte {error.start + 1})")
        except rtoml.TomlParsingError as error:
            self.problems.append(f"{file.name}: {error}")
        else:
            return parsed
        self.wrong.update(_ENTRY_HEAD.findall(content.decode(errors="replace")))
        return None

    def _validated(self, file: Path, raw: dict[str, Any]) -> FileEntries:
        """What of the file is right, so that one mistake does not hide others, nor brings more about what names its entry."""
        told = len(self.problems)
        while True:
            try:
                return _FILE.validate_python(raw)
            except ValidationError as error:
                if len(self.problems) == told:
                    self.problems += [in_words(file, e) for e in error.errors()]
                raw, gone = without(raw, error.errors())
                self.wrong |= gone

    def _fill_known_products(self, raw: dict[str, Any]) -> None:
        """So that a user's file need not repeat the name and kind of a product that it only corrects."""
        products = raw.get("products")
        if not isinstance(products, dict):
            return
        for key, entry in products.items():
            if (known := self.products.get(key)) and isinstance(entry, dict):
                kept = {"name": known.name, "kind": known.kind, "vendor": known.vendor}
                products[key] = {**kept, "architecture": known.architecture, "predecessor": known.predecessor, **entry}

    def _add_pattern(self, file: Path, number: int, entry: PatternEntry) -> None:
        if _FOLDER not in file.parents:  # the linker compiles the package's own
            try:
                re.compile(entry.regex)
            except re.error as error:
                self.problems.append(f"{file.name}: patterns.{number}.regex: {error}")
        self.patterns.append(
            Pattern(vendor=entry.vendor, kind=entry.kind, regex=entry.regex, template=entry.id, context=entry.context)
        )

    def _add_product(self, file: Path, key: str, entry: ProductEntry, vendor: str | None) -> None:
        if not _ID.fullmatch(key):
            self.problems.append(f"{file.name}: {key}: an id is lower case with hyphens, like 'nvidia-rtx-5090'")
        figures, wrong_figures = figures_of(entry)
        components, wrong_components = components_of(entry)
        self.problems += [f"{file.name}: {key}: {problem}" for problem in (*wrong_figures, *wrong_components)]
        product = Product(
            id=key,
            name=entry.name,
            vendor=entry.vendor or vendor,
            kind=entry.kind,
            architecture=entry.architecture,
            predecessor=entry.predecessor,
            aliases=_aliases(entry),
            figures=figures,
            components=components,
        )
        known = self.products.get(key)
        self.products[key] = _merged(known, product) if known else product


def _merged(known: Product, change: Product) -> Product:
    stated = {f.predicate for f in change.figures}
    return replace(
        change,
        aliases=tuple(dict.fromkeys((*known.aliases, *change.aliases))),
        figures=(*(f for f in known.figures if f.predicate not in stated), *change.figures),
        components=change.components or known.components,
    )


def _aliases(entry: NamedEntry) -> tuple[Alias, ...]:
    def found() -> Iterator[Alias]:
        short = {text for texts in entry.short.values() for text in texts}
        if entry.name not in short:
            yield Alias(entry.name)
        for language, texts in ((None, entry.aliases), ("it", entry.aliases_it), ("zh", entry.aliases_zh)):
            yield from (Alias(text, language) for text in texts)
        for context, texts in entry.short.items():
            yield from (Alias(text, context=context) for text in texts)

    return tuple(dict.fromkeys(found()))


def _organisation(key: str, entry: OrganisationEntry) -> Organisation:
    return Organisation(
        id=key,
        name=entry.name,
        kind=entry.kind,
        country=entry.country,
        parent=entry.parent,
        heads=entry.heads,
        aliases=_aliases(entry),
    )
