"""Italian durations: "19 giorni", "due anni e mezzo", "1h30", "un quarto d'ora", "un anno, 1 mese e 1 giorno"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from models.values import Bound
from pipeline.extract.it.calendar_words import CALENDAR
from pipeline.extract.it.numbers import Number, read_number
from pipeline.extract.it.numerals import NUMERALS
from pipeline.extract.it.tokens import Scan
from pipeline.extract.values.timex import DurationUnit

Part = tuple[Decimal, DurationUnit]

_UNITS: dict[str, DurationUnit] = CALENDAR["durations"]
_MULTIPLES: dict[str, tuple[Decimal, DurationUnit]] = {
    word: (Decimal(count), unit) for word, (count, unit) in CALENDAR["duration_multiples"].items()
}
_ORDER: tuple[DurationUnit, ...] = ("year", "month", "week", "day", "hour", "minute", "second")
_LETTERS: dict[str, DurationUnit] = {"h": "hour", "s": "second", "ms": "second", "min": "minute"}
_MILLI = {"ms": Decimal("0.001")}
_FEW = Decimal(3)
_VAGUE = frozenset(NUMERALS["vague"]["words"]) - {"molte", "molti", "numerose"}
_HALF = Decimal("0.5")
_ONE = frozenset({"un", "una", "uno"})


#: What a unit of time behind a number begins with.
TIME_OPENINGS = frozenset({*_UNITS, *_MULTIPLES, *_LETTERS, "di", "d", "'"})


class Duration(NamedTuple):
    """A duration read from the tokens `first` up to `stop`, its parts from the longest to the shortest."""

    parts: tuple[Part, ...]
    first: int
    stop: int
    bound: Bound = "exact"

    @property
    def units(self) -> int | None:
        """How many of its unit it is, where it has one part and a whole number."""
        number = self.parts[0][0]
        return int(number) if len(self.parts) == 1 and number == number.to_integral_value() else None


def read_duration(scan: Scan, i: int, number: Number | None = None) -> Duration | None:
    """The duration that begins at token `i`; `number` is its first number where the caller has read it."""
    duration = _read_first(scan, i, number)
    while duration is not None:
        longer = _with_next(scan, duration)
        if longer is None:
            return duration
        duration = longer
    return None


def _read_first(scan: Scan, i: int, number: Number | None) -> Duration | None:
    word = scan.words[i]
    if word in ("mezz", "mezza", "mezzo"):
        j = i + 1 + (scan.words[i + 1] == "'")
        count, unit = _MULTIPLES.get(scan.words[j]) or (Decimal(1), _UNITS.get(scan.words[j]))
        return Duration(((_HALF * count, unit),), i, j + 1) if unit else None
    if word in _VAGUE and scan.words[i + 1] in _UNITS and not scan.breaks[i + 1]:
        return Duration(((_FEW, _UNITS[scan.words[i + 1]]),), i, i + 2, "about")
    if (
        word in ("tutto", "tutta")
        and scan.words[i + 1] in ("il", "la", "l")
        and scan.words[i + 2 + (scan.words[i + 2] == "'")] in _UNITS
    ):
        j = i + 2 + (scan.words[i + 2] == "'")
        return Duration(((Decimal(1), _UNITS[scan.words[j]]),), i, j + 1)
    number = number or read_number(scan, i)
    if number is None or number.form == "ordinal":
        return None
    return _measured(scan, number)


def _measured(scan: Scan, number: Number) -> Duration | None:
    """The unit of time behind a number."""
    j = number.stop
    if number.article and scan.words[j] == "'":
        j += 1
    if scan.words[j] in ("di", "d") and (number.form == "fraction" or number.scale > 1 or number.spelled):
        j += 1 + (scan.words[j + 1] == "'")
    if scan.breaks[j] or (j > number.stop and scan.words[j] == ""):
        return None
    word = scan.words[j]
    if (
        word in _LETTERS
        and scan.original(j) in _LETTERS
        and (scan.touches[j] or word in ("ms", "min", "h"))
        and number.figure + str(number.scale) != "1"
    ):
        if word == "s" and scan.touches[j] and number.value > 60:
            return None
        value = number.value * _MILLI.get(word, Decimal(1))
        return Duration(((value, _LETTERS[word]),), number.first, j + 1, number.bound)
    if word in _MULTIPLES:
        count, unit = _MULTIPLES[word]
        return _with_half(scan, Duration(((number.value * count, unit),), number.first, j + 1, number.bound), count)
    if word not in _UNITS or (word == "secondo" and not _is_time(scan, j)):
        return None
    return _with_half(scan, Duration(((number.value, _UNITS[word]),), number.first, j + 1, number.bound), Decimal(1))


def _is_time(scan: Scan, i: int) -> bool:
    """Whether "secondo" is the unit ("un secondo.") and not "a second …"."""
    return (
        scan.kinds[i + 1] != "word"
        or scan.breaks[i + 1]
        or scan.particle(i + 1) in ("di", "a", "e", "o", "per", "in", "da", "dopo", "fa")
    )


def _with_half(scan: Scan, duration: Duration, of: Decimal) -> Duration:
    """ "due anni e mezzo", "un'ora e un quarto", "un'ora e trenta"."""
    i = duration.stop
    if scan.words[i] != "e" or scan.breaks[i + 1]:
        return duration
    value, unit = duration.parts[-1]
    if scan.words[i + 1] in ("mezzo", "mezza"):
        return Duration((*duration.parts[:-1], (value + _HALF * of, unit)), duration.first, i + 2, duration.bound)
    more = read_number(scan, i + 1)
    if more is None:
        return duration
    if more.form == "fraction" and more.value < 1:
        return Duration((*duration.parts[:-1], (value + more.value, unit)), duration.first, more.stop, duration.bound)
    loose = scan.kinds[more.stop] != "word" or scan.breaks[more.stop]
    if unit == "hour" and loose and more.scale == 1 and 1 <= more.value < 60:
        return Duration((*duration.parts, (more.value, "minute")), duration.first, more.stop, duration.bound)
    return duration


def _with_next(scan: Scan, duration: Duration) -> Duration | None:
    """The duration with a smaller part added: "un minuto e tre secondi", "1h30"."""
    i = duration.stop
    unit = duration.parts[-1][1]
    if unit == "second":
        return None
    if (
        scan.kinds[i] == "figure"
        and scan.touches[i]
        and unit == "hour"
        and scan.words[i].isdigit()
        and len(scan.words[i]) == 2
    ):
        stop = i + 1 + (scan.touches[i + 1] and scan.words[i + 1] in ("m", "min"))
        return Duration((*duration.parts, (Decimal(scan.words[i]), "minute")), duration.first, stop, duration.bound)
    if unit == "hour" and scan.words[i].isdigit() and scan.words[i + 1] == "m" and scan.touches[i + 1]:  # 3h 20m
        return Duration((*duration.parts, (Decimal(scan.words[i]), "minute")), duration.first, i + 2, duration.bound)
    while scan.words[i] in (",", "e") and i < duration.stop + 2:
        i += 1
    if scan.breaks[i]:
        return None
    number = read_number(scan, i)
    more = _measured(scan, number) if number and number.form is None else None
    if more is None or _ORDER.index(more.parts[0][1]) <= _ORDER.index(unit):
        return None
    return Duration((*duration.parts, *more.parts), duration.first, more.stop, duration.bound)
