"""Products that their maker's name introduces: "Beelink EQ14 costa 199 euro", "il Teralynx 10 di Marvell", 佰维X570 PRO."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.extract.pattern_groups.product_names import ModelNamePatterns
from pipeline.text.view import View

_REACH = 60
_MOST_WORDS_BEFORE = 3
"""So many words of a name stand before the one with its figure at most ("Swift Go 14")."""
_LETTERS = re.compile(r"(?P<letters>[A-Z]{1,4})\d{1,4}[A-Z]{0,2}(?![A-Za-z\d])")
_YEAR = re.compile(r"(?:19|20)\d\d[A-Z]?")
_PROCESS = re.compile(r"N\d[A-Z]?|[AS]F\d[A-Z]?|A?1[0468]A?|20A|A20|H20")
"""What stands behind a foundry's name or is a chip's that everybody knows."""
_END = re.compile(r"[.;!?]\s|[。；！？\n]")
_VERSIONS = frozenset({"pro", "max", "ultra", "mini", "plus", "lite"})
_PLANT = re.compile(r"A?P\d{1,2}[A-Z]?|M1\dX?|[EL][3-9]")
"""Alone, the name of a maker's plant or line."""


@dataclass(frozen=True, slots=True)
class Made:
    """A product's name without its maker, the maker, and where it stands first."""

    name: str
    maker: Mention
    start: int


@dataclass(frozen=True, slots=True)
class Introduced:
    """A product's name, the noun and the words for its maker beside it, which may lack, and where it stands first."""

    name: str
    noun: str
    maker: Mention | str | None
    start: int


@dataclass(frozen=True, slots=True)
class _Words:
    no_makers: frozenset[str]
    with_plants: frozenset[str]
    no_words: frozenset[str]
    no_name: re.Pattern[str]
    versions: frozenset[str]
    openings: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads((resources.files("pipeline.extract") / "model_names.toml").read_text(encoding="utf-8"))
    return _Words(
        frozenset(data["no_makers"]),
        frozenset(data["with_plants"]),
        frozenset(data["no_words"]),
        re.compile("|".join(data["no_names"])),
        frozenset(data["versions"]),
        frozenset(data["openings"]),
    )


def made_products(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[Made]:
    """What stands right behind a company's name, or before it as its own, and has a figure as models have.

    Fairs, quarters, years, standards and programs are none; nor is what a mention holds already.
    """
    words, patterns = _words(), pack.patterns.model_name
    taken = [m for m in mentions if m.type == "hardware"]
    for maker in mentions:
        if maker.type != "organisation" or maker.kind != "company" or maker.id in words.no_makers:
            continue
        behind = patterns.behind_maker.match(view.text, maker.end)
        start = max(0, maker.start - _REACH)
        before = patterns.before_maker.search(view.text, start, maker.start)
        for match in (behind, before):
            if match is None:
                continue
            group = match.lastgroup or "name"
            start, end = _model(view.text, *match.span(group), patterns, plants=maker.id in words.with_plants)
            if start < end and not any(m.start < end and start < m.end for m in taken):
                yield Made(view.text[start:end], maker, start)


def heading_products(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[tuple[str, int]]:
    """Names of nobody's that open a sentence and are told a figure: "Trigkey S5 costa 199 euro"; each with its place."""
    patterns = pack.patterns.model_name
    starts = [m.start for m in mentions]
    for match in patterns.head.finditer(view.text):
        start, end = _model(view.text, *match.span("name"), patterns)
        if start == end or not view.text[start].isalpha() or not patterns.told.match(view.text, end):
            continue
        if bisect_left(starts, end) == bisect_left(starts, start) and not _is_held(mentions, starts, start):
            yield view.text[start:end], start


def introduced_products(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[Introduced]:
    """Names that a verb of showing and a noun of hardware stand beside: "Tachyum ha svelato Prodigy, processore da 192 core"."""
    patterns = pack.patterns.model_name
    for pattern in (patterns.shown, patterns.shown_by_noun, patterns.called, patterns.own):
        for match in pattern.finditer(view.text):
            start, end = match.span("name")
            held = [m for m in mentions if m.start < end and start < m.end]
            if held and (len(held) > 1 or held[0].kind != "company" or held[0].start != start or held[0].end >= end):
                continue
            maker: Mention | str | None = held[0] if held else _maker_told(match, mentions)
            start = held[0].end + 1 if held else start
            if not names_no_model(view.text[start:end]):
                yield Introduced(view.text[start:end], match["noun"], maker, start)


def named_sites(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention | None]]:
    """What a campus or a cluster is said to be called, with the company that is named last before it in its sentence."""
    patterns = pack.patterns.model_name
    for pattern in (patterns.site_named, patterns.site_called, patterns.site_quoted):
        for match in pattern.finditer(view.text):
            start, end = match.span("name")
            if any(m.start < end and start < m.end for m in mentions) or names_no_model(match["name"]):
                continue
            head = max((m.end() for m in _END.finditer(view.text, max(0, start - 3 * _REACH), start)), default=0)
            owners = [m for m in mentions if m.kind == "company" and head <= m.start and m.end <= start]
            yield match["name"], owners[-1] if owners else None


def _maker_told(match: re.Match[str], mentions: Sequence[Mention]) -> Mention | str | None:
    """Who shows the product: the company of the words before the verb, else these words where they name nobody else."""
    words = match.groupdict().get("maker")
    if not words:
        return None
    start, end = match.span("maker")
    named = [m for m in mentions if m.start < end and start < m.end]
    if named:
        return named[-1] if named[-1].kind == "company" else None
    return None if words.split()[0].lower() in _words().openings else words


def _is_held(mentions: Sequence[Mention], starts: Sequence[int], at: int) -> bool:
    before = bisect_left(starts, at) - 1
    return before >= 0 and mentions[before].end > at


def maker_of_like(name: str, mentions: Sequence[Mention], found: Mapping[str, Mention]) -> str | None:
    """The maker of another product of the text with the same letters in its type number, or of the same line.

    Of the A8 Max that of the GEEKOM A6, of the Rock 5B that of the Radxa Rock 5T.
    """
    own = _LETTERS.match(name)
    line, _, number = name.partition(" ")
    for mention in (*found.values(), *(m for m in mentions if m.type == "hardware")):
        if number and line.isalpha() and f"-{line.lower()}-" in mention.id and not mention.known:
            return mention.id.partition(f"-{line.lower()}-")[0]
        for word in mention.name.split() if own else ():
            alike = _LETTERS.match(word)
            maker, type_number, _ = mention.id.partition(f"-{word.lower()}")
            if own and alike and alike["letters"] == own["letters"] and type_number:
                return maker
    return None


def names_no_model(name: str) -> bool:
    """Whether a name is a fair's, a program's or a standard's by its first word, or ends with a year ("GTC 2026")."""
    first, *_, last = (name.split(" ")) * 2
    return first.lower() in _words().no_words or _YEAR.fullmatch(last) is not None


def _model(text: str, start: int, end: int, patterns: ModelNamePatterns, *, plants: bool = True) -> tuple[int, int]:
    """The part of a stretch of words that is a model's name; an empty one where none is.

    `plants` tells that a letter and a number alone may be a plant's name.
    """
    words = _words()
    tokens = [(start + m.start(), start + m.end(), m[0]) for m in re.finditer(r"\S+", text[start:end])]
    while tokens and tokens[0][2].lower() in words.openings:
        tokens.pop(0)
    kept: list[tuple[int, int, str]] = []
    figure = -1
    for token in tokens:
        word = token[2]
        if _is_none(word, words) or (not kept and _PROCESS.fullmatch(word)):
            break
        if word[0].isdigit() and patterns.counts.match(text, token[1]):
            break
        if any(c.isdigit() for c in word):
            figure = len(kept)
        elif figure >= 0 and word.lower() not in words.versions:
            break
        kept.append(token)
    if figure < 0 and [_is_version(t[2], at) for at, t in enumerate(kept)] == [True, True]:
        return (kept[0][0], kept[-1][1])  # "Aoostar WTR Pro"
    if figure < 0 or len(kept) - 1 < figure or _first_figure(kept) > _MOST_WORDS_BEFORE:
        return (start, start)
    bare = len(kept) == 1 and (kept[0][2].isdigit() or (plants and _PLANT.fullmatch(kept[0][2]) is not None))
    return (start, start) if bare else (kept[0][0], kept[-1][1])


def _is_version(word: str, at: int) -> bool:
    """Whether a word is the first or the second of a name without a figure: a series' capital letters, a version's word."""
    return word.lower() in _VERSIONS if at else (word.isupper() and len(word) > 1 and word.isalpha())


def _is_none(word: str, words: _Words) -> bool:
    """Whether a word is a standard's, a fair's, a period's or a size, so that no name of a product has it."""
    known = not words.no_words.isdisjoint((word.lower(), word.lower().split("-")[0]))
    return known or _YEAR.fullmatch(word) is not None or words.no_name.fullmatch(word) is not None


def _first_figure(tokens: Sequence[tuple[int, int, str]]) -> int:
    return next(i for i, t in enumerate(tokens) if any(c.isdigit() for c in t[2]))
