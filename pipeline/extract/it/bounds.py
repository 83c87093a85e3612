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
_LONGEST = max(map(len, _BEFORE))
_LONGEST_BEHIND = max(map(len, _BEHIND))
_SKIPPED = frozenset(_DATA["skipped"]["words"])
_SIGNS = frozenset({"<", ">", "=", "~", "≈", "∼", "≥", "≤"})
_CHANGE_STEMS = tuple(_DATA["change"]["stems"])
_WINDOW = 14


class BoundWord(NamedTuple):
    """The bound that stands at a value, and the token that its words begin with or end before."""

    bound: Bound
    edge: int


def bound_before(scan: Scan, i: int) -> BoundWord | None:
    """The bound whose words end right before token `i`."""
    words: list[str] = []
    indexes: list[int] = []
    for j in range(i - 1, max(-1, i - 1 - _WINDOW), -1):
        word = scan.word(j)
        if scan.breaks(j + 1) and j + 1 < len(scan):
            break
        if scan.kind(j) == "figure" or (scan.kind(j) == "mark" and word not in _SIGNS and word not in {"'", "."}):
            break
        canonical = "a" if word == "ad" else PARTICLES.get(word, word)
        if canonical and word != "'" and not (not words and canonical in _SKIPPED):
            words.append(canonical)
            indexes.append(j)
        if len(words) >= _LONGEST + 2:
            break
    words.reverse()
    indexes.reverse()
    found = _longest_suffix(words)
    if found is None:
        return None
    bound, length = found
    rest = words[: len(words) - length]
    outer = _longest_suffix(rest)
    if outer and bound == "about" and outer[0] in ("min", "max"):
        bound, length = outer[0], length + outer[1]
    return BoundWord(bound, indexes[len(words) - length])


def _longest_suffix(words: list[str]) -> tuple[Bound, int] | None:
    for length in range(min(_LONGEST, len(words)), 0, -1):
        bound = _BEFORE.get(tuple(words[-length:]))
        if bound:
            return bound, length
    return None


def bound_behind(scan: Scan, i: int) -> BoundWord | None:
    """The bound whose words begin at token `i`, right behind a value."""
    if scan.breaks(i):
        return None
    for length in range(_LONGEST_BEHIND, 0, -1):
        words = tuple(scan.words[i : i + length])
        bound = _BEHIND.get(words)
        if bound is None:
            continue
        if words == ("+",) and (not scan.touches(i) or scan.kind(i + 1) == "figure"):
            continue
        if words[-1] in ("piu", "almeno", "massimo") and scan.word(i + length) in ("di", "che", "del", "dei", "delle"):
            continue
        if words[0] in ("circa", "almeno") and scan.kind(i + length) == "figure":
            continue
        return BoundWord(bound, i + length)
    return None


def is_change(scan: Scan, i: int) -> bool:
    """Whether a verb of change stands shortly before token `i`: "il prezzo scende da …"."""
    for j in range(i - 1, max(-1, i - 7), -1):
        if scan.kind(j) == "mark" and scan.word(j) in (".", ";", ":"):
            return False
        if scan.kind(j) == "word" and len(scan.word(j)) > 3 and scan.word(j).startswith(_CHANGE_STEMS):
            return True
    return False
