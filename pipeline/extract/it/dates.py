"""Italian dates with a name of their own: days, months, quarters, halves, seasons, years, feasts, and what part of them is meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.values import Bound, Mod
from pipeline.extract.it.calendar import CALENDAR, STEPS, tense_around
from pipeline.extract.it.numerals import cardinal, ordinal, pieces, total
from pipeline.extract.it.tokens import Scan
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period, Tense

_MONTHS: dict[str, int] = CALENDAR["months"]
_SHORT: dict[str, int] = {**CALENDAR["months_short"], **_MONTHS}
_WEEKDAYS: dict[str, int] = CALENDAR["weekdays"]
_WEEKDAYS_SHORT: dict[str, int] = {**_WEEKDAYS, **CALENDAR["weekdays_short"]}
_SEASONS: dict[str, timex.Season] = CALENDAR["seasons"]
_FEASTS: dict[str, str] = {**CALENDAR["feasts"], **CALENDAR["feasts_alone"]}
_FROM_PUBLICATION = frozenset(CALENDAR["steps"]["from_publication"])
_FISCAL = frozenset(CALENDAR["fiscal"]["words"])
_CENTURY_TURN = 70


@dataclass(frozen=True, slots=True)
class Named:
    """A date as it is named, before its year is settled. Which of the fields are set says what it is."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: timex.Season | None = None
    feast: str | None = None
    decade: bool = False
    fiscal: bool = False
    step: Tense | None = None
    stop: int = 0

    def on_calendar(self, year: int | None) -> Period | None:
        """The period in a year; undetermined for None."""
        if self.feast:
            return feast_in(self.feast, year)
        if self.month and self.day:
            return timex.day(year, self.month, self.day)
        if self.month:
            return timex.month(year, self.month)
        if self.quarter:
            return timex.quarter(year, self.quarter)
        if self.half:
            return timex.half(year, self.half)
        if self.season:
            return timex.season(year, self.season)
        return timex.year(year) if year is not None else Period("XXXX")


@dataclass(frozen=True, slots=True)
class When:
    """A date read from the tokens `first` up to `stop`; `period` is None for a fiscal one, whose calendar is not known."""

    period: Period | None
    first: int
    stop: int
    mod: Mod | None = None
    bound: Bound = "exact"


def resolve(named: Named, published: date | None, tense: Tense | None) -> Period | None:
    """The period that a named date stands for; None where the calendar has none ("30 febbraio")."""
    if named.decade and named.year is not None:
        return timex.decade(named.year)
    if named.year is not None:
        return named.on_calendar(named.year)
    if named.weekday and not named.month:
        return _weekday(named, published, tense)
    if named.day and not named.month:
        return _day_of_month(named.day, published, tense)
    if published is None:
        return named.on_calendar(None)
    if named.step:
        return _strictly(named, published, named.step)
    if named.quarter or named.half:
        # A quarter or half without a year is most often one of the current year, whatever the tense.
        current = named.on_calendar(published.year)
        if tense != "past" or (current and current.start and current.start <= published):
            return current
    return timex.recurring(named.on_calendar, published, tense)


def _strictly(named: Named, published: date, step: Tense) -> Period | None:
    """ "scorso marzo", "prossima estate": the nearest one that does not hold the day of publication."""
    years = range(published.year - 2, published.year + 3)
    found = [p for p in map(named.on_calendar, years) if p and p.start and p.end]
    if step == "past":
        return max((p for p in found if p.end < published), key=lambda p: p.start, default=None)  # type: ignore[operator,arg-type,return-value]
    return min((p for p in found if p.start > published), key=lambda p: p.start, default=None)  # type: ignore[operator,arg-type,return-value]


def _weekday(named: Named, published: date | None, tense: Tense | None) -> Period | None:
    number = named.weekday or 1
    if published is None or (named.step is None and named.day is None):
        return timex.bare_weekday(published, number, tense)
    if named.day is None:
        away = (number - published.isoweekday()) % 7 or 7
        return timex.on(published + timedelta(days=away if named.step == "future" else ((away - 7) or -7)))
    # "giovedì 15": the nearest month whose 15th is a Thursday.
    months = (timex.step(published, "month", n) for n in range(-14, 15))
    days = (timex.day(m.start.year, m.start.month, named.day) for m in months if m and m.start)
    return timex.nearest((d for d in days if d and d.start and d.start.isoweekday() == number), published, tense)


def _day_of_month(day: int, published: date | None, tense: Tense | None) -> Period | None:
    if published is None:
        return Period(f"XXXX-XX-{day:02d}")
    months = (timex.step(published, "month", n) for n in range(-2, 3))
    days = [timex.day(m.start.year, m.start.month, day) for m in months if m and m.start]
    return timex.nearest(days, published, tense)


# --- Reading names ---


def read_named(scan: Scan, i: int) -> Named | None:
    """The date that is named at token `i`: "4 giugno 2024", "marzo scorso", "terzo trimestre", "2025", "04/06/2024"."""
    if scan.kind(i) == "figure":
        return _read_numeric(scan, i) or _read_day(scan, i)
    if scan.kind(i) != "word":
        return None
    for reader in (_read_feast, _read_weekday, _read_day, _read_month, _read_season, _read_part_of_year, _read_decade):
        named = reader(scan, i)
        if named is not None:
            return named
    return None


def _with_year(scan: Scan, named: Named) -> Named:
    """The year or the step behind a date: "2025", "del 2025", "'25", "scorso", "dell'anno prossimo"."""
    i = named.stop
    if scan.breaks(i):
        return named
    if STEPS.get(scan.word(i)) and scan.word(i) not in ("ultimi", "ultime"):
        step = STEPS[scan.word(i)] if scan.word(i) in _FROM_PUBLICATION or not named.month else None
        return replace(named, step=step, stop=i + 1)
    j = i
    if scan.word(j) == ",":
        j += 1
    if scan.particle(j) == "di":
        j += 1
        if scan.word(j) == "'":
            j += 1
    if scan.word(j) == "anno":
        j += 1
    year = read_year(scan, j)
    if year is None:
        return named
    return replace(named, year=year[0], stop=year[1])


def read_year(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year at token `i`, in four figures, two behind an apostrophe, or words; and where it ends."""
    word = scan.word(i)
    if scan.kind(i) == "figure":
        if len(word) == 4 and word.isdigit() and 1800 <= int(word) <= 2199 and not _glued(scan, i):
            return int(word), i + 1
        return None
    if word == "'" and scan.kind(i + 1) == "figure" and len(scan.word(i + 1)) == 2 and scan.touches(i + 1):
        short = int(scan.word(i + 1))
        return (1900 if short >= _CENTURY_TURN else 2000) + short, i + 2
    row: tuple[str, ...] = ()
    best: tuple[int, int] | None = None
    while scan.kind(i) == "word" and not (row and scan.breaks(i)):
        more = pieces(scan.word(i))
        value = total(row + more) if more else None
        if more is None or value is None:
            break
        row, i = row + more, i + 1
        if 1900 <= value <= 2100:
            best = value, i
    return best


def _glued(scan: Scan, i: int) -> bool:
    """Whether letters or a sign touch the figure behind: "2024K", "2024€"."""
    return scan.touches(i + 1) and (scan.kind(i + 1) == "word" or scan.word(i + 1) in ("€", "$", "£", "%"))


def _read_day(scan: Scan, i: int) -> Named | None:
    """ "4 giugno", "primo marzo", "5 d'aprile", "1° luglio"."""
    day, j = _day_number(scan, i)
    if day is None:
        return None
    j += scan.word(j) in ("di", "d", "del")
    j += scan.word(j) == "'"
    j += scan.word(j) == "mese" and scan.word(j + 1) == "di" and 2
    if scan.word(j) not in _SHORT or scan.breaks(j):
        return None
    stop = j + 1
    if scan.word(j) not in _MONTHS:
        if scan.touches(stop) and scan.word(stop) not in (".", ",", ")", ";", "-", "/"):
            return None
        stop += scan.word(stop) == "." and scan.touches(stop)
    return _with_year(scan, Named(day=day, month=_SHORT[scan.word(j)], stop=stop))


def _day_number(scan: Scan, i: int) -> tuple[int | None, int]:
    word = scan.word(i)
    if scan.kind(i) == "figure":
        if not word.isdigit() or len(word) > 2 or not 1 <= int(word) <= 31 or _in_name(scan, i):
            return None, i
        j = i + 1
        j += scan.touches(j) and scan.word(j) in ("°", "º")
        return int(word), j
    if word == "primo":
        return 1, i + 1
    if word in ("un", "una"):
        return None, i
    value = cardinal(word)
    if value in (20, 30) and (tail := cardinal(scan.word(i + 1))) and tail < 10 and not scan.breaks(i + 1):
        return value + tail, i + 2
    return (value, i + 1) if value and value <= 31 else (None, i)


def _in_name(scan: Scan, i: int) -> bool:
    return scan.touches(i) and (
        scan.kind(i - 1) == "word" or (scan.word(i - 1) in ("-", "/", ".") and scan.touches(i - 1))
    )


def _read_month(scan: Scan, i: int) -> Named | None:
    word = scan.word(i)
    if word in _MONTHS:
        named = Named(month=_MONTHS[word], stop=i + 1)
        return _with_step_before(scan, i, _with_year(scan, named))
    if word in _SHORT:
        stop = i + 1 + (scan.word(i + 1) == "." and scan.touches(i + 1))
        year = read_year(scan, stop) if not scan.breaks(stop) else None
        if year:
            return Named(month=_SHORT[word], year=year[0], stop=year[1])
    return None


def _with_step_before(scan: Scan, i: int, named: Named) -> Named:
    step = STEPS.get(scan.word(i - 1))
    return replace(named, step=step) if step and named.year is None else named


def _read_weekday(scan: Scan, i: int) -> Named | None:
    word = scan.word(i)
    number = _WEEKDAYS_SHORT.get(word)
    if number is None:
        return None
    stop = i + 1
    if len(word) <= 4:
        dotted = scan.word(stop) == "." and scan.touches(stop)
        dated = scan.kind(stop) == "figure" or (dotted and scan.kind(stop + 1) == "figure")
        beside = any(
            scan.word(k) in ("o", "e") and scan.word(k + s) in _WEEKDAYS_SHORT for k, s in ((i - 1, -1), (i + 1, 1))
        )
        if word not in _WEEKDAYS and not (dotted or dated or beside):
            return None
        stop += dotted
    day = read_named(scan, stop) if scan.kind(stop) == "figure" else _read_day(scan, stop)
    if day and day.day and not scan.breaks(stop):
        return replace(day, weekday=number)
    if (
        scan.kind(stop) == "figure"
        and len(scan.word(stop)) <= 2
        and scan.word(stop).isdigit()
        and 1 <= int(scan.word(stop)) <= 31
    ):
        if not scan.is_lower_word(stop + 1) or scan.particle(stop + 1) in ("a", "di", "da", "e", "in", "", "per"):
            return Named(weekday=number, day=int(scan.word(stop)), stop=stop + 1)
    named = Named(weekday=number, stop=stop)
    if STEPS.get(scan.word(stop)) and not scan.breaks(stop):
        return replace(named, step=STEPS[scan.word(stop)], stop=stop + 1)
    return _with_step_before(scan, i, named)


def _read_season(scan: Scan, i: int) -> Named | None:
    season = _SEASONS.get(scan.word(i))
    if season is None:
        return None
    return _with_step_before(scan, i, _with_year(scan, Named(season=season, stop=i + 1)))


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _read_part_of_year(scan: Scan, i: int) -> Named | None:
    """ "terzo trimestre 2025", "Q3 2025", "H1", "seconda metà del 2025", "II semestre"."""
    word = scan.word(i)
    if word in ("q", "h") and scan.kind(i + 1) == "figure" and scan.touches(i + 1) and not scan.touches(i):
        number = int(scan.word(i + 1)) if len(scan.word(i + 1)) == 1 else 0
        stop = i + 2
        if not 1 <= number <= (4 if word == "q" else 2) or scan.touches(stop) and scan.kind(stop) == "word":
            return None
        return _fiscal_or_year(scan, Named(quarter=number, stop=stop) if word == "q" else Named(half=number, stop=stop))
    number = (ordinal(word) or 0) if word not in _ROMAN else (_ROMAN[word] if scan.original(i).isupper() else 0)
    if not 1 <= number <= 4 or scan.breaks(i + 1):
        return None
    unit = scan.word(i + 1)
    if unit == "trimestre":
        return _fiscal_or_year(scan, Named(quarter=number, stop=i + 2))
    if unit == "semestre" and number <= 2:
        return _fiscal_or_year(scan, Named(half=number, stop=i + 2))
    if unit == "meta" and number <= 2 and scan.particle(i + 2) == "di":
        named = _with_year(scan, Named(half=number, stop=i + 2))
        if named.year or named.step:
            return named
        if scan.word(i + 4 if scan.word(i + 3) == "'" else i + 3) == "anno":
            return Named(half=number, stop=i + 5 if scan.word(i + 3) == "'" else i + 4)
    return None


def _fiscal_or_year(scan: Scan, named: Named) -> Named:
    i = named.stop
    j = i + (scan.particle(i) == "di")
    j += scan.word(j) == "'"
    j += scan.word(j) in ("anno", "esercizio")
    if scan.word(j) in _FISCAL:
        year = read_year(scan, j + 1) or _short_year(scan, j + 1)
        return replace(named, fiscal=True, year=year[0] if year else None, stop=year[1] if year else j + 1)
    if scan.word(j) == "'" and j > i:
        j += 1
    if (short := _short_year(scan, i)) and scan.touches(i):
        return replace(named, year=short[0], stop=short[1])
    named = _with_year(scan, named)
    if scan.word(named.stop) in _FISCAL:
        return replace(named, fiscal=True, stop=named.stop + 1)
    return named


def _short_year(scan: Scan, i: int) -> tuple[int, int] | None:
    word = scan.word(i)
    return (2000 + int(word), i + 1) if scan.kind(i) == "figure" and len(word) == 2 and word.isdigit() else None


def _read_decade(scan: Scan, i: int) -> Named | None:
    """ "anni '90", "anni Novanta", "anni 2000"; "anno fiscale 2025"."""
    word = scan.word(i)
    if word == "fy" or (word in ("anno", "esercizio") and scan.word(i + 1) in _FISCAL):
        j = i + 1 if word == "fy" else i + 2
        year = read_year(scan, j) or _short_year(scan, j)
        return (
            Named(fiscal=True, year=year[0] if year else None, stop=year[1] if year else j)
            if year or word != "fy"
            else None
        )
    if word == "anno":
        year = read_year(scan, i + 1)
        return Named(year=year[0], stop=year[1]) if year else None
    if word != "anni" or scan.kind(i - 1) == "figure" or scan.breaks(i + 1):
        return None
    year = read_year(scan, i + 1)
    if year and year[0] % 10 == 0:
        return Named(year=year[0], decade=True, stop=year[1])
    number = cardinal(scan.word(i + 1)) or (int(scan.word(i + 1)) if scan.word(i + 1) in _TENS else 0)
    if number % 10 == 0 and 10 <= number <= 90:
        return Named(year=1900 + number, decade=True, stop=i + 2)
    return None


_TENS = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})


def _read_feast(scan: Scan, i: int) -> Named | None:
    for length in (4, 3, 2, 1):
        if i + length > len(scan):
            continue
        name = " ".join(scan.words[i : i + length])
        name = name.replace(" ' ", "'")
        if name in _FEASTS or name in CALENDAR["feasts_weekday"] or name in CALENDAR["feasts_easter"]:
            stop = i + length
            if name in CALENDAR["feasts_alone"] and (scan.kind(stop) == "word" and not scan.breaks(stop)):
                return None
            return _with_step_before(scan, i, _with_year(scan, Named(feast=name, stop=stop)))
    return None


def feast_in(name: str, year: int | None) -> Period | None:
    """The day of a feast in a year; without a year only feasts with a fixed day have a TIMEX3 value."""
    if name in _FEASTS:
        month, day = _FEASTS[name].split("-")
        return timex.day(year, int(month), int(day))
    if year is None:
        return Period("XXXX-XX-XX")
    if name in CALENDAR["feasts_weekday"]:
        month_number, weekday, count = CALENDAR["feasts_weekday"][name]
        return nth_weekday(year, month_number, weekday, count)
    return timex.on(_easter(year) + timedelta(days=CALENDAR["feasts_easter"][name]))


def nth_weekday(year: int, month: int, weekday: int, count: int) -> Period | None:
    """The `count`-th weekday of a month, -1 for the last one."""
    first = date(year, month, 1)
    offset = (weekday - first.isoweekday()) % 7
    if count > 0:
        return timex.day(year, month, 1 + offset + 7 * (count - 1))
    days = (timex.day(year, month, 1 + offset + 7 * n) for n in range(5))
    return [d for d in days if d][-1]


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


# --- Dates in figures ---

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d\w])")
_ISO_MONTH = re.compile(r"((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d\w-])")
_EUROPEAN = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d\w])")
_MIXED = re.compile(r"([^\W\d_]{3,10}|\d{1,4})([-/])([^\W\d_]{3,10}|\d{1,4})(?:\2([^\W\d_]{3,10}|\d{1,4}))?(?![\w])")
_DAY_MONTH = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?![\d\w/%€$]|[.,]\d)")


def _read_numeric(scan: Scan, i: int) -> Named | None:
    """2024-06-04, 04/06/2024, 20.02.14, 31/10."""
    start = scan.starts[i]
    if scan.touches(i) and scan.word(i - 1) not in ("(", "'", '"', "«", ":", "-", "–"):
        return None
    if match := _ISO.match(scan.folded, start):
        return _checked(scan, i, match, int(match[1]), int(match[3]), int(match[4]))
    if match := _ISO_MONTH.match(scan.folded, start):
        return Named(year=int(match[1]), month=int(match[2]), stop=scan.after(match.end(), i))
    if match := _EUROPEAN.match(scan.folded, start):
        year = int(match[4])
        year += 0 if year > 99 else 1900 if year >= _CENTURY_TURN else 2000
        return _checked(scan, i, match, year, int(match[3]), int(match[1]))
    if match := _DAY_MONTH.match(scan.folded, start):
        return _day_and_month(scan, i, match)
    return None


def _checked(scan: Scan, i: int, match: re.Match[str], year: int, month: int, day: int) -> Named | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1800 <= year <= 2199):
        return None
    return Named(year=year, month=month, day=day, stop=scan.after(match.end(), i))


def _day_and_month(scan: Scan, i: int, match: re.Match[str]) -> Named | None:
    """ "il 15/02", "31/10", "31.10": a day and a month, unless it may as well be a fraction, a decimal, two alternatives."""
    day, month, stop = int(match[1]), int(match[3]), scan.after(match.end(), i)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    announced = scan.word(i - 1) in ("il", "del", "dal", "al", "entro", "giorno") or scan.word(i - 1) in _WEEKDAYS
    followed = scan.is_lower_word(stop) and scan.particle(stop) not in (
        "a",
        "in",
        "e",
        "di",
        "per",
        "da",
        "",
        "con",
        "ha",
        "si",
    )
    padded = len(match[3]) == 2 and (match[3][0] == "0" or len(match[1]) == 2)
    if match[2] == ".":
        certain = (
            padded and len(match[1]) == 2 and not followed and not scan.is_capitalised(i - 1) and not scan.touches(stop)
        )
        return Named(day=day, month=month, stop=stop) if certain and (announced or scan.starts_sentence(i)) else None
    if announced and not followed:
        return Named(day=day, month=month, stop=stop)
    alternatives = scan.kind(stop) == "word" and not scan.breaks(stop) and not padded
    return (
        Named(day=day, month=month, stop=stop)
        if day > month and not followed and not alternatives or (padded and not followed)
        else None
    )


def read_mixed(scan: Scan, i: int) -> Named | None:
    """Dates with the month's name between strokes, in any order: "23-2020-settembre", "Ott/2"."""
    if scan.touches(i):
        return None
    match = _MIXED.match(scan.folded, scan.starts[i])
    if match is None:
        return None
    parts = [p for p in (match[1], match[3], match[4]) if p]
    months = [p for p in parts if p in _SHORT]
    numbers = [p for p in parts if p.isdigit()]
    if len(months) != 1 or len(numbers) != len(parts) - 1:
        return None
    years = [int(n) for n in numbers if len(n) == 4]
    days = [int(n) for n in numbers if len(n) <= 2 and 1 <= int(n) <= 31]
    if len(days) != 1 or len(years) != len(parts) - 2:
        return None
    return Named(
        year=years[0] if years else None, month=_SHORT[months[0]], day=days[0], stop=scan.after(match.end(), i)
    )


def read_bare_year(scan: Scan, i: int) -> Named | None:
    """A year that only its place tells from a number: "nel 2024", "(2024)", "Computex 2024"."""
    year = read_year(scan, i)
    if year is None or scan.kind(i) != "figure" or _in_name(scan, i):
        return None
    before, stop = scan.particle(i - 1), year[1]
    if scan.word(i - 1) == "'":
        before = scan.particle(i - 2)
    strong = (
        scan.word(i - 1) in ("nel", "del", "dal", "al", "entro", "anno", "sul", "dopo") or before in CALENDAR["parts"]
    )
    if scan.is_lower_word(stop) and not strong and len(scan.word(stop)) > 3 and scan.particle(stop) == scan.word(stop):
        return None
    placed = (
        strong
        or scan.word(i - 1) in ("il", "(", "e", "o", "per", "tra", "fra", "-", "–", "/")
        or scan.starts_sentence(i)
        or scan.is_capitalised(i - 1)
    )
    return Named(year=year[0], stop=stop) if placed else None


Resolver = Callable[[Named, int], Period | None]


def resolver(scan: Scan, published: date | None) -> Resolver:
    """A function that resolves a named date by the tense of its sentence; the tense is only asked where it decides."""

    def with_tense(named: Named, first: int) -> Period | None:
        tense = None if named.year is not None else tense_around(scan, first, named.stop)
        return resolve(named, published, tense)

    return with_tense
