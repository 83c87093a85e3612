"""A date as it is named ("marzo", "Q3", "Natale 2025") and the period it stands for, once its year is settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from models.values import Bound, Mod
from pipeline.extract.it.calendar_words import CALENDAR
from pipeline.extract.it.tense import tense_around
from pipeline.extract.it.tokens import Scan
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period, Tense

FEASTS: dict[str, str] = {**CALENDAR["feasts"], **CALENDAR["feasts_alone"]}


_NEAR = timedelta(45)
"""From how far away a day of a month is told by its weekday and its number alone."""


class Named(NamedTuple):
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


class When(NamedTuple):
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
    fitting = _with_its_weekday(named, published) if named.weekday else None
    if fitting or named.step:
        return fitting or _strictly(named, published, named.step or "past")
    if named.quarter or named.half:
        # A quarter or half without a year is most often one of the current year, whatever the tense.
        current = named.on_calendar(published.year)
        if tense != "past" or (current and current.start and current.start <= published):
            return current
    return timex.recurring(named.on_calendar, published, tense)


def _with_its_weekday(named: Named, published: date) -> Period | None:
    """ "lunedì 10 marzo": the nearest year in which the day is that weekday, whatever the tense."""
    days = (named.on_calendar(published.year + n) for n in (-1, 0, 1))
    fitting = (d for d in days if d and d.start and d.start == d.end and d.start.isoweekday() == named.weekday)
    return timex.nearest(fitting, published, None)


def _strictly(named: Named, published: date, step: Tense) -> Period | None:
    """ "scorso marzo", "prossima estate": the nearest one that does not hold the day of publication."""
    years = range(published.year - 2, published.year + 3)
    dated = [(p.start, p.end, p) for p in map(named.on_calendar, years) if p and p.start and p.end]
    if step == "past":
        return next((p for _, end, p in reversed(dated) if end < published), None)
    return next((p for start, _, p in dated if start > published), None)


def _weekday(named: Named, published: date | None, tense: Tense | None) -> Period | None:
    number = named.weekday or 1
    if published is None or (named.step is None and named.day is None):
        return timex.bare_weekday(published, number, tense)
    if named.day is None:
        away = (number - published.isoweekday()) % 7 or 7
        return timex.days_from(published, away if named.step == "future" else ((away - 7) or -7))
    # "giovedì 15": the nearest month whose 15th is a Thursday.
    months = (timex.step(published, "month", n) for n in range(-14, 15))
    days = (timex.day(m.start.year, m.start.month, named.day) for m in months if m and m.start)
    fitting = [d for d in days if d and d.start and d.start.isoweekday() == number]
    near = [d for d in fitting if d.start and abs(d.start - published) <= _NEAR]
    return timex.nearest(near or fitting, published, None if near else tense)


def _day_of_month(day: int, published: date | None, tense: Tense | None) -> Period | None:
    if published is None:
        return Period(f"XXXX-XX-{day:02d}")
    months = (timex.step(published, "month", n) for n in range(-2, 3))
    days = [timex.day(m.start.year, m.start.month, day) for m in months if m and m.start]
    return timex.nearest(days, published, tense)


def feast_in(name: str, year: int | None) -> Period | None:
    """The day of a feast in a year; without a year only feasts with a fixed day have a TIMEX3 value."""
    if name in FEASTS:
        month, day = FEASTS[name].split("-")
        return timex.day(year, int(month), int(day))
    if year is None:
        return Period("XXXX-XX-XX")
    if name in CALENDAR["feasts_weekday"]:
        month_number, weekday, count, days = CALENDAR["feasts_weekday"][name]
        counted = nth_weekday(year, month_number, weekday, count)
        return timex.on(counted.start + timedelta(days=days)) if counted and counted.start else None
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


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves named dates of one text by its publication date and, where no year is named, by the tense around them."""

    scan: Scan
    published: date | None

    def __call__(self, named: Named, first: int, tense: Tense | None = None) -> Period | None:
        """The period of a date whose expression begins at token `first`; `tense` is that of the words around unless given."""
        if tense is None and named.year is None:
            tense = tense_around(self.scan, first, named.stop)
        return resolve(named, self.published, tense)
