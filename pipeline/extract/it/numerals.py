"""Italian number words: cardinals and ordinals of any size, in one word or several."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from importlib.resources import files
from typing import Any

from pipeline.extract.values.quantities import alternation

#: The pack's numerals as data.
NUMERALS: Mapping[str, Any] = tomllib.loads(files(__package__).joinpath("numbers.toml").read_text(encoding="utf-8"))

#: A scale word → what it multiplies by: "milioni" → 1000000.
SCALES: Mapping[str, Decimal] = {word: Decimal(10) ** power for word, power in NUMERALS["scales"].items()}

_PIECES: Mapping[str, int] = NUMERALS["pieces"]
_ELIDED: Mapping[str, int] = NUMERALS["elided"]
_SCALE_POWERS: Mapping[str, int] = NUMERALS["scales"]
_PIECE = re.compile(alternation([*_PIECES, *_ELIDED, *_SCALE_POWERS]))
_NUMERAL = re.compile(f"(?:{_PIECE.pattern})+")
_WHOLE = frozenset({*_PIECES, *_ELIDED, *_SCALE_POWERS})
_LONGEST = 120
_NUMBER_WORDS = frozenset(
    {
        *NUMERALS["collectives"], *NUMERALS["exact_collectives"], *NUMERALS["vague_plurals"], *NUMERALS["vague"]["words"],
        *NUMERALS["ordinals"], "mezz", "mezzo", "mezza", "tutto", "tutta",
    }
)  # fmt: skip
# The first three letters (all, where there are fewer) of number words.
_OPENINGS = frozenset(
    (a + b)[:3] for a in [*_PIECES, *_ELIDED, *_SCALE_POWERS] for b in ["", *_PIECES, *_ELIDED, *_SCALE_POWERS]
)

Pieces = tuple[str, ...]


def may_be_numeral(word: str) -> bool:
    """Whether a folded word begins as number words do; `pieces` tells whether it is one."""
    return word[:3] in _OPENINGS


def opens_number(word: str) -> bool:
    """Whether a number, or a duration that begins without one ("mezz'ora"), may begin with a folded token; true of some words too many."""
    return word in _NUMBER_WORDS or may_be_numeral(word) or is_ordinal_form(word) or word[:1].isdecimal()


def pieces(word: str) -> Pieces | None:
    """The pieces of a folded number word ("duecentotto" → due, cent, otto), or None if it is no number word."""
    if word in _WHOLE:
        return (word,)
    if not may_be_numeral(word) or len(word) > _LONGEST or not _NUMERAL.fullmatch(word):
        return None
    found: list[str] = []
    rest = word
    while rest:
        # The longest piece is right unless its last vowel belongs to the next one: cent-otto, not cento-tto.
        match = next(
            (p for p in _starting(rest) if len(p) == len(rest) or _NUMERAL.fullmatch(rest, len(p))),
            None,
        )
        if match is None:
            return None
        found.append(match)
        rest = rest[len(match) :]
    return tuple(found)


def _starting(rest: str) -> list[str]:
    longest = _PIECE.match(rest)
    if longest is None:
        return []
    return [longest[0], *([longest[0][:-1]] if longest[0][:-1] in _ELIDED else [])]


class _Sum:
    """The number that a row of pieces adds up to, piece by piece; `add` refuses a piece that does not fit behind the last."""

    def __init__(self) -> None:
        self.total = 0
        self.thousands = 0
        self.group = 0
        self.room = 1000  # the next piece must be smaller than this: behind "cento" 100, behind "venti" 10
        self.last_power = 99
        self.elided = False
        self.empty = True

    def add(self, piece: str) -> bool:
        if self.elided and piece[0] not in "uo":
            return False
        if piece in _SCALE_POWERS:
            fits = self._scale(_SCALE_POWERS[piece])
        else:
            fits = self._small(piece, _PIECES.get(piece, _ELIDED.get(piece, 0)))
        self.elided = piece in _ELIDED
        self.empty = False
        return fits

    def _scale(self, power: int) -> bool:
        if power == 3:
            if self.thousands or not self.group or self.last_power <= 3:
                return False
            self.thousands, self.group, self.room = self.group * 1000, 0, 1000
            return True
        amount = self.thousands + self.group
        if not amount or power >= self.last_power:
            return False
        self.total += amount * 10**power
        self.thousands, self.group, self.room, self.last_power = 0, 0, 1000, power
        return True

    def _small(self, piece: str, value: int) -> bool:
        if value == 0:
            return self.empty
        if value == 1000:
            fits = not self.thousands and not self.group
            self.thousands = 1000
            return fits
        if value == 100:
            counted = self.room == 1 and 1 < self.group < 10  # "due" has been taken already: due-cento
            if not counted and (self.room < 1000 or self.group):
                return False
            self.group, self.room = (self.group or 1) * 100, 100
            return True
        if value >= self.room or self.room == 1:
            return False
        if self.room == 10 and piece in ("uno", "una", "un", "otto") and not self.elided:
            return False
        self.group += value
        self.room = 10 if value >= 20 else 1
        return True


def total(row: Sequence[str]) -> int | None:
    """The number that the pieces make, None if they do not make one ("due", "tre" are two numbers)."""
    if row == ("zero",):
        return 0
    number = _Sum()
    if not all(number.add(piece) for piece in row) or number.elided:
        return None
    return number.total + number.thousands + number.group


def cardinal(word: str) -> int | None:
    """The value of a folded number word: "trecentomila" → 300000."""
    row = pieces(word)
    return total(row) if row else None


def is_ordinal_form(word: str) -> bool:
    """Whether a folded word ends as ordinals above ten do: "-esimo"."""
    return word[-5:-1] == "esim" and word[-1] in "oaie"


def ordinal(word: str) -> int | None:
    """The value of a folded ordinal of any gender and number: "terza" → 3, "ventunesimi" → 21."""
    if word in NUMERALS["ordinals"]:
        return int(NUMERALS["ordinals"][word])
    if not is_ordinal_form(word):
        return None
    stem = word[:-5]
    for ending in ("", "o", "a", "e", "i"):
        if (stem + ending) in ("milione", "miliardo"):
            return int(SCALES[stem + ending])
        value = cardinal(stem + ending) if stem else None
        if value:
            return value
    return None


def scale_of(row: Sequence[str]) -> Decimal:
    """What the number is a round multiple of by its last word: 1000 for "tremila", 1 for "tremiladue"."""
    return SCALES.get(row[-1], Decimal(1)) if row else Decimal(1)
