"""Chinese and Arabic numerals, and every mixture of both, read from a place in a folded text.

十二万三千, 10.8亿, 二〇二五, 四二〇亿, 廿七, 两三千, 十几万, 数十万, 10余万, 1.5万, 5万4千6百. One pass, linear in the numeral's length.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final, Literal, NamedTuple

from models.values import Bound
from pipeline.extract.zh.arabic import MAX_DIGITS, read_arabic
from pipeline.extract.zh.lexicons import load

Script = Literal["arabic", "han", "mixed"]

_DATA: Final[dict[str, Any]] = load("numbers.toml")
_WORDS: Final[dict[str, Any]] = _DATA["words"]
DIGITS: Final[dict[str, int]] = _DATA["digits"]
_TENS: Final[dict[str, int]] = _DATA["tens"]
_UNITS: Final[dict[str, int]] = _DATA["units"]
_MYRIADS: Final[dict[str, int]] = _DATA["myriads"]
_FEW: Final = frozenset(_WORDS["few"])
_MORE: Final = frozenset(_WORDS["more"])
_MULTIPLIERS: Final = frozenset(_UNITS) | frozenset(_MYRIADS)
_BEFORE_MEASURES: Final = frozenset("来几")
"""What means "so many and some more" only where a unit or a measure word follows: 十来个, 三万几块."""
_ABOUT_FOLLOWERS: Final = frozenset(_WORDS["about_followers"])
_COUNTED_AFTER: Final = frozenset(_WORDS["count_after_amount"])
_MEGA_BEFORE: Final = tuple(_WORDS["mega_before"])

#: Characters that may begin a numeral written in Chinese characters.
HAN_STARTS: Final = "".join([*DIGITS, *_TENS, *_UNITS, *_MYRIADS, *_FEW])
#: Characters that may continue one.
HAN_NUMERALS: Final = frozenset(HAN_STARTS) | _MORE | frozenset(_WORDS["point"])

# Behind a number, and behind a Chinese digit or multiplier: the numeral may be longer.
_GOES_ON: Final = HAN_NUMERALS | {" "}
_NUMBER_GOES_ON: Final = _GOES_ON | frozenset("0123456789.")
# The commonest multipliers, with the powers of ten that a range may share.
_MULTIPLIER_TAILS: Final[dict[str, tuple[int, ...]]] = {"万": (4,), "亿": (8,), "万亿": (8, 12)}
_MULTIPLIER = re.compile(f"(?:万亿|万|亿)(?![{re.escape(''.join(sorted(_NUMBER_GOES_ON)))}])")

_MAX_POWER: Final = 36

_EACH_BEHIND = re.compile(rf"[{HAN_STARTS}]*[百千万][一两二三四五六七八九]{{1,2}}(?=一[张块片颗台套条根枚])")
"""三百五六一张: the one of "each" is no digit of the price."""
_MYRIAD_RUN = re.compile(f"[{''.join(_MYRIADS)}]+")
_HAN_FRACTION = re.compile(f" ?([0-9{''.join(DIGITS)}]+)")


class Numeral(NamedTuple):
    """A number read from `start` to `end`; `after` lies beyond a trailing 多 or 余, to where a unit may follow.

    `low` and `high` differ in 两三千 and 十几万 (`bound` "range"); 两万多 is its lower edge with `bound` "min".
    `tails` are the powers of ten of its last multipliers, those that a range may share: 九百亿 gives (8, 10).
    `implied` says that a one was left out (百万), `power` is the largest multiplier, `digits` that it was spelled digit by digit.
    """

    start: int
    end: int
    after: int
    low: Decimal
    high: Decimal
    bound: Bound = "exact"
    tails: tuple[int, ...] = ()
    script: Script = "arabic"
    implied: bool = False
    spelled: int = 0
    power: int = 0


def read_numeral(text: str, start: int) -> Numeral | None:
    """The longest numeral that begins at `start` of a folded text, or None. A sign is not part of it."""
    first, limit = text[start : start + 1], len(text)
    plain = (
        _plain_arabic(text, start) if "0" <= first <= "9" else _single_digit(text, start) if first in DIGITS else None
    )
    if plain:
        return _in_hundred_millions(text, plain) or plain
    each = _EACH_BEHIND.match(text, start)
    limit = each.end() if each else limit
    for _ in range(3):
        reader = _Reader(text, start, limit)
        numeral = reader.read()
        if reader.cut is None:
            return numeral
        limit = reader.cut
    return None


def _in_hundred_millions(text: str, numeral: Numeral) -> Numeral | None:
    """8个亿, 两个亿: as people say 8亿."""
    if not text.startswith("个亿", numeral.end) or text.startswith("级", numeral.end + 2):
        return None
    end, value = numeral.end + 2, numeral.low.scaleb(8)
    return Numeral(numeral.start, end, end, value, value, tails=(8,), script="mixed", power=8)


def _plain_arabic(text: str, start: int) -> Numeral | None:
    """An Arabic number, or one with its multiplier (10.8亿), that no Chinese character goes on from."""
    read = read_arabic(text, start)
    if read is None:
        return None
    value, end = read
    if text[end : end + 1] not in _GOES_ON:
        return Numeral(start, end, end, value, value)
    multiplier = _MULTIPLIER.match(text, end)
    if multiplier is None:
        return None
    tails, end = _MULTIPLIER_TAILS[multiplier[0]], multiplier.end()
    value = value.scaleb(tails[-1]) + 0
    if value.adjusted() > _MAX_POWER:
        return None
    return Numeral(start, end, end, value, value, tails=tails, script="mixed", power=tails[-1])


def _single_digit(text: str, start: int) -> Numeral | None:
    """One Chinese digit that no other character goes on from: the 三 of 三家."""
    if text[start + 1 : start + 2] in _NUMBER_GOES_ON:
        return None
    value = Decimal(DIGITS[text[start]])
    return Numeral(start, start + 1, start + 1, value, value, script="han")


class _Reader:
    """Reads one numeral from left to right, the way it is spoken: digit, unit, digit, unit, … myriad, …"""

    __slots__ = (
        "about", "at", "bound", "cut", "end", "groups", "has_arabic", "has_han", "high", "implied", "limit", "low",
        "mark", "pending", "pending_start", "power", "range_inside", "section_unit", "start", "text", "trail", "unit",
        "vague_end", "zero",
    )  # fmt: skip

    def __init__(self, text: str, start: int, limit: int) -> None:
        self.text, self.start, self.at, self.end, self.limit = text, start, start, start, limit
        self.groups: list[tuple[Decimal, Decimal, int]] = []  # what was closed by 万, 亿, 兆: low, high, power
        self.low = self.high = Decimal(0)  # the section below the next myriad
        self.section_unit = 4  # the smallest unit of the section so far
        self.pending: str | tuple[Decimal, Decimal] | None = None  # digits or a value that wait for their unit
        self.pending_start = start
        self.unit = 0  # the power of the last unit, for 一百二 = 120
        self.zero = False
        self.trail: list[int] = []
        self.bound: Bound = "exact"
        self.mark: int | None = None  # after the last myriad: where to cut when what follows does not fit
        self.cut: int | None = None
        self.implied = self.has_arabic = self.has_han = False
        self.power = 0
        self.vague_end: int | None = None

    def read(self) -> Numeral | None:
        while self.cut is None and self.vague_end is None:
            place = self.at
            while place < self.limit and self.text[place] == " " and place - self.at < 6 and place > self.start:
                place += 1
            if place >= self.limit or not self._step(self.text[place], place):
                break
        return self._finish()

    def _step(self, character: str, place: int) -> bool:
        spaced = place > self.at
        if character in DIGITS:
            return self._digit(DIGITS[character], place, spaced)
        if character in _UNITS or character in _TENS:
            return self._unit(character, place, spaced)
        if character in _MYRIADS:
            return self._myriad(character, place)
        if character == "." and isinstance(self.pending, str) and not self.has_arabic:
            return self._point(place)
        if character.isdigit() or character == ".":
            return not spaced and self._arabic(place)
        if character == "点":
            return self._point(place)
        if character in _FEW:
            return self._few(character, place) or (character in _MORE and self._more(character, place))
        return character in _MORE and self._more(character, place)

    def _took(self, end: int, *, complete: bool = True) -> bool:
        self.at = end
        if complete:
            self.end = end
        return True

    def _digit(self, value: int, place: int, spaced: bool) -> bool:
        if spaced and (self.has_arabic or self.pending is not None):
            return False
        self.has_han = True
        if isinstance(self.pending, str):
            if len(self.pending) <= MAX_DIGITS:
                self.pending += str(value)
            return self._took(place + 1)
        if self.pending is not None:
            return False
        if value == 0 and self.unit:
            self.zero = True
            return self._took(place + 1, complete=False)
        self.pending, self.pending_start, self.trail = str(value), place, []
        return self._took(place + 1)

    def _arabic(self, place: int) -> bool:
        if self.pending is not None:
            return False
        read = read_arabic(self.text, place)
        if read is None:
            return False
        value, end = read
        if self.unit:  # 1万600, 5亿1万4千6百: what follows a unit is smaller than it, and no name or year of its own
            following = self.text[end : end + 1]
            if "." in self.text[place:end] and _MYRIADS.get(following, self.unit) >= self.unit:
                return False
            if value >= Decimal(10) ** self.unit or (following.isascii() and following.isalpha()):
                return False
            if end - place == 4 and following == "年":
                return False
        self.pending = (value, value) if self.unit == 0 or end - place > 1 else str(value)
        self.zero = self.zero or self.text[place] == "0"
        self.pending_start, self.trail, self.has_arabic = place, [], True
        return self._took(end)

    def _value(self) -> tuple[Decimal, Decimal]:
        """What waits for its unit: two digits in a row such as 两三 or 三五 are a range."""
        if self.pending is None:
            return Decimal(0), Decimal(0)
        if isinstance(self.pending, tuple):
            return self.pending
        if _is_spread(self.pending):
            self.bound = "range"
            return Decimal(self.pending[0]), Decimal(self.pending[1])
        return Decimal(self.pending), Decimal(self.pending)

    def _unit(self, character: str, place: int, spaced: bool) -> bool:
        if spaced and self.has_arabic:
            return False
        power = _UNITS.get(character, 1)
        if character in _TENS:
            if self.pending is not None or power >= self.section_unit:
                return False
            self.pending = str(_TENS[character])
        if power >= self.section_unit:
            if self.pending is not None and self.pending_start > self.start:
                self.cut = self.pending_start
            return False
        if self.pending is None:
            if not self._may_imply_one(power):
                return False
            self.pending = "1"
        low, high = self._value()
        self.low += low.scaleb(power)
        self.high += high.scaleb(power)
        self.pending, self.section_unit, self.unit, self.zero, self.has_han = None, power, power, False, True
        self.trail.append(power)
        self.power = max(self.power, power)
        return self._took(place + 1)

    def _may_imply_one(self, power: int) -> bool:
        if self.at == self.start:
            self.implied = power > 1
            return True
        return power == 1 and (self.section_unit < 4 or self.zero)

    def _myriad(self, character: str, place: int) -> bool:
        if character == "兆" and self.text.startswith(_MEGA_BEFORE, place + 1):
            return False
        power = _MYRIADS[character]
        fresh = self.pending is None and self.section_unit == 4
        if fresh and not self.groups:
            self.implied = True
            self.low = self.high = Decimal(1)
        elif fresh and self.trail:
            low, high, below = self.groups.pop()
            self._close(low, high, power, power + below, place)
            return True
        elif fresh:
            return False
        low, high = self._value()
        low, high = low + self.low, high + self.high
        if any(group[2] == power for group in self.groups):
            self.cut = self.mark
            return False
        while self.groups and self.groups[-1][2] < power:
            below_low, below_high, _ = self.groups.pop()
            low, high = low + below_low, high + below_high
        self._close(low, high, power, power, place)
        return True

    def _close(self, low: Decimal, high: Decimal, power: int, total: int, place: int) -> None:
        if self.power <= _MAX_POWER:
            low, high = low.scaleb(power), high.scaleb(power)
        self.groups.append((low, high, total))
        self.low = self.high = Decimal(0)
        self.pending, self.section_unit, self.unit, self.zero, self.has_han = None, 4, power, False, True
        self.trail.append(power)
        self.power = max(self.power, total)
        beyond = _MYRIAD_RUN.match(self.text, place) if total > _MAX_POWER else None
        self._took(beyond.end() if beyond else place + 1)
        self.mark = self.end

    def _point(self, place: int) -> bool:
        fraction = _HAN_FRACTION.match(self.text, place + 1, self.limit)
        if self.text[place] == "." and fraction and fraction.group(1)[0] not in DIGITS:
            return False
        if fraction is None or self.at == self.start or self.bound != "exact" or (self.has_arabic and not self.unit):
            return False
        if isinstance(self.pending, tuple) and self.pending[0] % 1:
            return False
        whole = self._total()[0]
        digits = "".join(str(DIGITS.get(c, c)) for c in fraction.group(1)[:MAX_DIGITS])
        value = whole + Decimal(f"0.{digits}")
        self.groups, self.low, self.high = [], Decimal(0), Decimal(0)
        self.pending, self.pending_start = (value, value), self.start
        self.section_unit, self.unit, self.trail, self.zero, self.has_han = 4, 0, [], False, True
        return self._took(fraction.end())

    def _few(self, character: str, place: int) -> bool:
        if self.pending is not None:
            return False
        following = self.text[place + 1 : place + 2]
        if self.at == self.start:
            if following not in _MULTIPLIERS or self._is_noun(character, place):
                return False
            self.pending, self.bound = (Decimal(1), Decimal(1)), "min"
        elif self.section_unit == 1 or self.zero or (self.unit and following in _MULTIPLIERS):
            self.pending, self.bound = (Decimal(1), Decimal(9)), "range"
        else:
            return False
        self.pending_start, self.trail, self.has_han = place, [], True
        return self._took(place + 1)

    def _is_noun(self, character: str, place: int) -> bool:
        return character == "数" and place > 0 and self.text[place - 1] in _WORDS["noun_before_shu"]

    def _more(self, character: str, place: int) -> bool:
        following = self.text[place + 1 : place + 2]
        if following == " ":
            following = self.text[place + 2 : place + 3]
        counted = self.pending is None and self.unit > 0
        if not counted and not (self.has_arabic and not self.unit and isinstance(self.pending, tuple)):
            return False
        if (character in _BEFORE_MEASURES and following not in _ABOUT_FOLLOWERS) or self.bound == "range":
            return False
        if isinstance(self.pending, tuple) and self.pending[0] < 10:
            return False
        self.bound = "about" if character == "来" else "min"
        if following in _MYRIADS:
            self.at = place + 1
            return True
        self.vague_end = place + 1
        return True

    def _total(self) -> tuple[Decimal, Decimal]:
        low, high = self._value()
        if self._is_abbreviated():
            low, high = low.scaleb(self.unit - 1), high.scaleb(self.unit - 1)
        return (
            low + self.low + sum((g[0] for g in self.groups), Decimal(0)),
            high + self.high + sum((g[1] for g in self.groups), Decimal(0)),
        )

    def _is_abbreviated(self) -> bool:
        """一百二, 十三万五, 13万2: a last digit without its unit."""
        if not isinstance(self.pending, str) or self.zero or self.unit < 2:
            return False
        return len(self.pending) == 1 or _is_spread(self.pending)

    def _finish(self) -> Numeral | None:
        if self.cut is not None or self.end == self.start:
            return None
        if isinstance(self.pending, str) and self.unit and self._must_split():
            self.cut = self.pending_start
            return None
        spelled = len(self.pending) if isinstance(self.pending, str) and not self.unit and not self.has_arabic else 0
        low, high = self._total()
        if self.power > _MAX_POWER or spelled > MAX_DIGITS or low.adjusted() > _MAX_POWER:
            return None
        tails, power = [], 0
        for unit in reversed(self.trail):
            power += unit
            tails.append(power)
        script: Script = "mixed" if self.has_arabic and self.has_han else "han" if self.has_han else "arabic"
        return Numeral(
            self.start, self.end, self.vague_end or self.end, low, high, "exact" if low == high and self.bound == "range" else self.bound,
            tuple(tails), script, self.implied, spelled if spelled > 1 and low == high else 0, self.power,
        )  # fmt: skip

    def _must_split(self) -> bool:
        """一百万一台 is a price for each, and 三百五五 no numeral: the last digits stand on their own."""
        assert isinstance(self.pending, str)
        if len(self.pending) > 1 and not _is_spread(self.pending):
            return True
        following = self.text[self.end : self.end + 1]
        return self.pending == "1" and self.unit >= 4 and not self.zero and following in _COUNTED_AFTER


def _is_spread(digits: str) -> bool:
    """两三, 七八, 三五: two neighbouring digits said for a small range."""
    if len(digits) != 2 or digits[0] == "0":
        return False
    return int(digits[1]) - int(digits[0]) == 1 or digits == "35"
