"""Machine-paraphrased ("spun") Chinese: which phrases stand for which, as content farms write them.

The phrases are data (spun.toml), in three tiers:

- `telltale`: never in honest text (好意思元 for 美元); always replaced, and the proof that an article is spun;
- `synonym`: old or rare words of the very same meaning (来岁 for 明年); always replaced, proof of nothing;
- `ambiguous`: real words elsewhere (托福, an examination, for 交付); replaced only in an article that its telltales
  prove to be spun, and where a context is given only in that context.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import add
from typing import Any, Literal

from pipeline.text.script import HAN, han_count

Tier = Literal["telltale", "synonym", "ambiguous"]
_TIERS: tuple[Tier, ...] = ("telltale", "synonym", "ambiguous")
_UNAMBIGUOUS: tuple[Tier, ...] = ("telltale", "synonym")
# How far before a phrase its context may reach; longer contexts would make the search quadratic.
_REACH = 12
_SENTENCE_END = re.compile(r"[。！？!?；;…\n]+")


@dataclass(frozen=True, slots=True)
class Replacement:
    """`start:end` of the text means `text`."""

    start: int
    end: int
    text: str
    tier: Tier


@dataclass(frozen=True, slots=True)
class Unspun:
    """What an article's spun phrases stand for, in order and without overlap.

    `score` is the share, 0 to 1, of the sentences with Chinese characters in which a telltale or an ambiguous phrase had
    to be replaced. Synonyms do not count, so an honest article scores 0.
    """

    replacements: tuple[Replacement, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class _Entry:
    phrase: str
    means: str
    tier: Tier
    before: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None

    def fits(self, text: str, start: int, end: int) -> bool:
        reach = max(0, start - _REACH)
        return not (
            (self.before and not self.before.search(text, reach, start))
            or (self.not_before and self.not_before.search(text, reach, start))
            or (self.after and not self.after.match(text, end))
            or (self.not_after and self.not_after.match(text, end))
        )


@dataclass(frozen=True, slots=True)
class _Proof:
    """When an article counts as spun: enough telltales, densely enough."""

    distinct: int
    repeats: int
    han_per_telltale: int
    short: int

    def holds(self, telltales: list[str], han: int) -> bool:
        if len(telltales) * self.han_per_telltale < han:
            return False
        return han <= self.short or len(set(telltales)) >= self.distinct or len(telltales) >= self.repeats


def unspin(text: str, *, ambiguous: bool = True) -> Unspun:
    """The spun phrases of a Simplified text. With `ambiguous` false, only telltales and synonyms are looked for."""
    phrases = list(_phrases(text))
    if not phrases:
        return Unspun()
    found = list(_matches(text, phrases, _UNAMBIGUOUS))
    telltales = [text[r.start : r.end] for r in _without_overlap(r for r in found if r.tier == "telltale")]
    if ambiguous and telltales and _proof().holds(telltales, han_count(text)):
        found = list(_matches(text, phrases, _TIERS))
    replacements = tuple(_without_overlap(found))
    return Unspun(replacements=replacements, score=_score(text, replacements))


def _phrases(text: str) -> Iterator[tuple[int, tuple[_Entry, ...]]]:
    """The phrases of the text with their starts, overlapping ones too.

    They are looked up by their first two characters, which few places of a text share with one: an automaton would look
    at each character through hundreds that a phrase may begin with.
    """
    by_opening = _by_opening()
    for start, opening in enumerate(map(add, text, text[1:])):
        if opening in by_opening:
            for phrase, entries in by_opening[opening]:
                if text.startswith(phrase, start):
                    yield start, entries


def _matches(
    text: str, phrases: Iterable[tuple[int, tuple[_Entry, ...]]], tiers: tuple[Tier, ...]
) -> Iterator[Replacement]:
    for start, entries in phrases:
        for entry in entries:
            end = start + len(entry.phrase)
            if entry.tier in tiers and entry.fits(text, start, end):
                yield Replacement(start, end, entry.means, entry.tier)
                break


def _without_overlap(found: Iterable[Replacement]) -> Iterator[Replacement]:
    """Leftmost first, of those the longest."""
    done = 0
    for replacement in sorted(found, key=lambda r: (r.start, -r.end)):
        if replacement.start >= done:
            yield replacement
            done = replacement.end


def _score(text: str, replacements: tuple[Replacement, ...]) -> float:
    altered = [r.start for r in replacements if r.tier != "synonym"]
    if not altered:
        return 0.0
    sentences = touched = start = 0
    index = 0
    for end in [*(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]:
        first = index
        while index < len(altered) and altered[index] < end:
            index += 1
        if HAN.search(text, start, end):
            sentences += 1
            touched += index > first
        start = end
    return touched / sentences


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("spun.toml").read_text(encoding="utf-8"))


@cache
def _proof() -> _Proof:
    return _Proof(**_data()["proof"])


@cache
def _by_opening() -> dict[str, list[tuple[str, tuple[_Entry, ...]]]]:
    """The phrases, each of two characters at least, by the first two of them."""
    by_phrase: dict[str, list[_Entry]] = {}
    for entry in _entries():
        by_phrase.setdefault(entry.phrase, []).append(entry)
    by_opening: dict[str, list[tuple[str, tuple[_Entry, ...]]]] = {}
    for phrase, entries in by_phrase.items():
        by_opening.setdefault(phrase[:2], []).append((phrase, tuple(entries)))
    return by_opening


def _entries() -> Iterator[_Entry]:
    for tier in _TIERS:
        table = _data()[tier]
        for rule in table.get("context", ()):
            for phrase in rule["phrases"]:
                yield _Entry(
                    phrase=phrase,
                    means=rule["means"],
                    tier=tier,
                    before=_ending(rule.get("before")),
                    not_before=_ending(rule.get("not_before")),
                    after=_compiled(rule.get("after")),
                    not_after=_compiled(rule.get("not_after")),
                )
        for means, phrases in table["phrases"].items():
            for phrase in phrases:
                yield _Entry(phrase=phrase, means=means, tier=tier)


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def _ending(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{pattern})\Z") if pattern else None
