"""Italian words that bound a value: "oltre", "fino a", "circa" before it, "circa", "e più" behind it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, NamedTuple

from models.values import Bound
from pipeline.extract.it.tokens import PARTICLES, Scan

_DATA: Mapping[str, Any] = tomllib.loads(files(__package__).joinpath("bounds.toml").read_text(encoding="utf-8"))
_BEFORE: dict[tuple[str, ...], Bound] = {
    tuple(phrase.split()): bound for bound, phrases in _DATA["before"].items() for phrase in phrases
}
_BEHIND: dict[tuple[str, ...], Bound] = {
    tuple(phrase.split()): bound for bound, phrases in _DATA["behind"].items() for phrase in phrases
}
_LONGEST_BEHIND = max(map(len, _BEHIND))
_SKIPPED = frozenset(_DATA["skipped"]["words"])
_CHANGE_STEMS = tuple(_DATA["change"]["stems"])
_COMPARISONS = tuple(_DATA["negated"]["comparisons"])
_NEGATIONS = frozenset(_DATA["negated"]["negations"])
_NEGATION_ENDS = frozenset(_DATA["negated"]["ends"])
_NEGATION_REACH = 6
_OPPOSITE: dict[Bound, Bound] = {"min": "max", "max": "min"}
_WINDOW = 14
_ENDINGS = frozenset(phrase[k:] for phrase in _BEFORE for k in range(len(phrase)))
_CANONICAL = {**PARTICLES, "ad": "a", "'": ""}
_FIRST_WORDS = frozenset(phrase[0] for phrase in _BEHIND)


class BoundWord(NamedTuple):
    """The bound that stands at a value, and the token that its words begin with or end before."""

    bound: Bound
    edge: int


def bound_before(scan: Scan, i: int) -> BoundWord | None:
    """The bound whose words end right before token `i`; "oltre" in "oltre circa"."""
    found = _unless_negated(scan, _phrase_before(scan, i, _SKIPPED))
    if found and found.bound == "about":
        outer = _phrase_before(scan, found.edge, frozenset())
        return outer if outer and outer.bound in ("min", "max") else found
    return found


def _unless_negated(scan: Scan, found: BoundWord | None) -> BoundWord | None:
    """ "Non produrrà più di 200.000", "non ha mai superato i 91 °C": the denied comparison is the opposite bound."""
    if found is None or found.bound not in _OPPOSITE or not scan.words[found.edge].startswith(_COMPARISONS):
        return found
    for j in range(found.edge - 1, max(-1, found.edge - 1 - _NEGATION_REACH), -1):
        word = scan.words[j]
        if word in _NEGATIONS:
            return BoundWord(_OPPOSITE[found.bound], found.edge)
        if scan.breaks[j + 1] or scan.kinds[j] == "figure" or word in _NEGATION_ENDS:
            return found
    return found


def _phrase_before(scan: Scan, i: int, skipped: frozenset[str]) -> BoundWord | None:
    """The longest phrase that ends right before token `i`, `skipped` words between them left out."""
    words: tuple[str, ...] = ()
    found = None
    for j in range(i - 1, max(-1, i - 1 - _WINDOW), -1):
        if scan.breaks[j + 1] and j + 1 < len(scan):
            break
        word = scan.words[j]
        word = _CANONICAL.get(word, word)
        if not word or (not words and word in skipped):
            continue
        words = (word, *words)
        if words not in _ENDINGS:
            break
        if words in _BEFORE:
            found = BoundWord(_BEFORE[words], j)
    return found


def bound_behind(scan: Scan, i: int) -> BoundWord | None:
    """The bound whose words begin at token `i`, right behind a value."""
    if scan.words[i] not in _FIRST_WORDS or scan.breaks[i]:
        return None
    for length in range(_LONGEST_BEHIND, 0, -1):
        words = tuple(scan.words[i : i + length])
        bound = _BEHIND.get(words)
        if bound is None:
            continue
        if words == ("+",) and (not scan.touches[i] or scan.kinds[i + 1] == "figure"):
            continue
        if words[-1] in ("piu", "almeno", "massimo") and scan.words[i + length] in ("di", "che", "del", "dei", "delle"):
            continue
        if words[0] in ("circa", "almeno") and scan.kinds[i + length] == "figure":
            continue
        return BoundWord(bound, i + length)
    return None


def is_change(scan: Scan, i: int) -> bool:
    """Whether a verb of change stands shortly before token `i`: "il prezzo scende da …"."""
    for j in range(i - 1, max(-1, i - 7), -1):
        if scan.kinds[j] == "mark" and scan.words[j] in (".", ";", ":"):
            return False
        if scan.kinds[j] == "word" and len(scan.words[j]) > 3 and scan.words[j].startswith(_CHANGE_STEMS):
            return True
    return False
