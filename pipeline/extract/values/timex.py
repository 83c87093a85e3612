"""The calendar behind dates and durations: TIMEX3 values and the whole interval each one stands for.

It knows no language. Everything is a pure function; a `published` of None gives undetermined values ("XXXX-SU") without
an interval. A step that leaves the calendar (years 1 to 9999) gives None.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

Tense = Literal["past", "future"]
Season = Literal["SP", "SU", "FA", "WI"]
Unit = Literal["day", "week", "month", "quarter", "half", "year", "decade"]
DurationUnit = Literal["second", "minute", "hour", "day", "week", "month", "year"]

_FIRST_MONTH: dict[Season, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_DESIGNATOR: dict[DurationUnit, str] = {
    "year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S",
}  # fmt: skip
_SECONDS: dict[DurationUnit, int] = {"day": 86400, "hour": 3600, "minute": 60, "second": 1}


class Period(NamedTuple):
    """A TIMEX3 value and its interval, both ends included; without a year there is no interval."""

    timex: str
    start: date | None = None
    end: date | None = None


# --- Periods named by their numbers; `year=None` leaves them undetermined. Numbers outside their range give None. ---


def year(number: int) -> Period | None:
    return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31)) if _in_calendar(number) else None


def decade(first_year: int) -> Period | None:
    """Ten years from a year that ends in 0: 2020 gives "202"."""
    if not _in_calendar(first_year + 9) or not _in_calendar(first_year):
        return None
    return Period(f"{first_year // 10:03d}", date(first_year, 1, 1), date(first_year + 9, 12, 31))


def century(number: int) -> Period | None:
    """The 21st century gives "20": the years 2000 to 2099, as TIMEX3 counts them."""
    first = (number - 1) * 100
    if not _in_calendar(first) or not _in_calendar(first + 99):
        return None
    return Period(f"{number - 1:02d}", date(first, 1, 1), date(first + 99, 12, 31))


def half(year_number: int | None, number: int) -> Period | None:
    return _months(year_number, f"H{number}", 6 * number - 5, 6) if number in (1, 2) else None


def quarter(year_number: int | None, number: int) -> Period | None:
    return _months(year_number, f"Q{number}", 3 * number - 2, 3) if 1 <= number <= 4 else None


def season(year_number: int | None, name: Season) -> Period | None:
    """Three whole months; winter runs from December to February and is named by the year it begins in."""
    return _months(year_number, name, _FIRST_MONTH[name], 3)


def month(year_number: int | None, number: int) -> Period | None:
    return _months(year_number, f"{number:02d}", number, 1) if 1 <= number <= 12 else None


def day(year_number: int | None, month_number: int, day_number: int) -> Period | None:
    """One day; None where the calendar has no such day."""
    reference = 2000 if year_number is None else year_number  # a leap year, so that XXXX-02-29 exists
    if not (_in_calendar(reference) and 1 <= month_number <= 12):
        return None
    if not 1 <= day_number <= monthrange(reference, month_number)[1]:
        return None
    if year_number is None:
        return Period(f"XXXX-{month_number:02d}-{day_number:02d}")
    return on(date(year_number, month_number, day_number))


def on(when: date) -> Period:
    return Period(when.isoformat(), when, when)


def week(of: date) -> Period:
    """The ISO week that holds a day, Monday to Sunday; at the calendar's last day, its part that the calendar has."""
    monday = of - timedelta(days=of.weekday())
    iso = monday.isocalendar()
    return Period(f"{iso.year:04d}-W{iso.week:02d}", monday, shift(monday, "day", 6) or date.max)


def weekend(of: date) -> Period:
    """Saturday and Sunday of the ISO week that holds a day; the last day of the calendar where it ends before them."""
    whole = week(of)
    saturday = shift(of, "day", 5 - of.weekday()) or date.max
    return Period(f"{whole.timex}-WE", saturday, shift(saturday, "day", 1) or date.max)


def span(first: Period, last: Period) -> Period | None:
    """From the start of one period to the end of another ("2023-05/2023-08"); None where it would run backwards."""
    if first.start and last.end and first.start > last.end:
        return None
    determined = first.start is not None and last.end is not None
    return Period(f"{first.timex}/{last.timex}", first.start if determined else None, last.end if determined else None)


# --- Periods relative to the day of publication. ---


def step(published: date | None, unit: Unit, count: int) -> Period | None:
    """The calendar unit `count` steps from the one that holds the day of publication: ("month", 1) is next month."""
    if published is None:
        return Period(_UNDETERMINED[unit])
    if unit in ("day", "week"):
        moved = shift(published, unit, count)
        if moved is None:
            return None
        return on(moved) if unit == "day" else week(moved)
    size = _MONTHS[unit]
    months = published.year * 12 + published.month - 1
    first = (months // size + count) * size
    year_number, month_index = divmod(first, 12)
    builders: dict[Unit, Callable[[], Period | None]] = {
        "month": lambda: month(year_number, month_index + 1),
        "quarter": lambda: quarter(year_number, month_index // 3 + 1),
        "half": lambda: half(year_number, month_index // 6 + 1),
        "year": lambda: year(year_number),
        "decade": lambda: decade(year_number),
    }
    return builders[unit]()


def shift(when: date, unit: Unit | DurationUnit, count: int) -> date | None:
    """The day `count` units later (earlier if negative); a day that its month lacks becomes the month's last."""
    if abs(count) > 4_000_000:
        return None
    if unit in ("day", "week"):
        ordinal = when.toordinal() + count * (7 if unit == "week" else 1)
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    if unit in ("hour", "minute", "second"):
        return shift(when, "day", int(count / 24)) if unit == "hour" else when
    size = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}[unit]
    year_number, month_index = divmod(when.year * 12 + when.month - 1 + count * size, 12)
    if not _in_calendar(year_number):
        return None
    last = monthrange(year_number, month_index + 1)[1]
    return date(year_number, month_index + 1, min(when.day, last))


def days_from(when: date, count: int) -> Period | None:
    """The day so many days later, earlier if negative."""
    moved = shift(when, "day", count)
    return on(moved) if moved else None


def nearest(candidates: Iterable[Period | None], published: date, tense: Tense | None) -> Period | None:
    """The candidate nearest to publication in the direction of the tense; the current one fits both tenses."""
    determined = [(c, c.start, c.end) for c in candidates if c is not None and c.start and c.end]
    if tense == "past":
        determined = [c for c in determined if c[1] <= published]
    elif tense == "future":
        determined = [c for c in determined if c[2] >= published]
    best = min(determined, key=lambda c: max(c[1] - published, published - c[2], timedelta(0)), default=None)
    return best[0] if best else None


def recurring(
    build: Callable[[int | None], Period | None], published: date | None, tense: Tense | None
) -> Period | None:
    """A day, month, quarter, half or season without its year, in the year that the tense asks for.

    `build` makes the period for a year number, and the undetermined one for None.
    """
    if published is None:
        return build(None)
    # One year on either side; eight only for what those lack, because 29 February may lie that far away.
    for distance in (1, 8):
        years = range(max(1, published.year - distance), min(9999, published.year + distance) + 1)
        found = nearest((build(y) for y in years), published, tense)
        if found is not None:
            return found
    return None


def weekday(published: date | None, number: int, weeks: int) -> Period | None:
    """ISO weekday 1 to 7 in the week `weeks` from that of publication: (5, -1) is Friday of the week before."""
    if published is None:
        return Period(f"XXXX-WXX-{number}")
    moved = shift(published, "day", 7 * weeks + number - published.isoweekday())
    return on(moved) if moved else None


def bare_weekday(published: date | None, number: int, tense: Tense | None) -> Period | None:
    """ISO weekday 1 to 7, the nearest one in the direction of the tense; the day of publication fits both."""
    if published is None:
        return Period(f"XXXX-WXX-{number}")
    return nearest((weekday(published, number, weeks) for weeks in (-1, 0, 1)), published, tense)


# --- Durations. ---


def duration(parts: Sequence[tuple[Decimal, DurationUnit]]) -> str:
    """TIMEX3 of a duration, its parts from the longest to the shortest: [(1, "year"), (6, "month")] is "P1Y6M"."""
    days = "".join(f"{_plain(n)}{_DESIGNATOR[u]}" for n, u in parts if u in ("year", "month", "week", "day"))
    hours = "".join(f"{_plain(n)}{_DESIGNATOR[u]}" for n, u in parts if u in ("hour", "minute", "second"))
    return f"P{days}T{hours}" if hours else f"P{days}"


def duration_seconds(parts: Sequence[tuple[Decimal, DurationUnit]]) -> Decimal | None:
    """Seconds of a duration of days or shorter; None where a week, month or year is part of it."""
    if any(unit not in _SECONDS for _, unit in parts):
        return None
    return sum((number * _SECONDS[unit] for number, unit in parts), Decimal(0))


def reach(
    published: date | None, parts: Sequence[tuple[Decimal, DurationUnit]], direction: Tense
) -> tuple[date, date] | None:
    """The interval that a duration covers from publication on ("future") or up to it ("past").

    Half a year is six months, half a month fifteen days. None without a publication date, or where another part is no
    whole number of its unit or leaves the calendar.
    """
    if published is None:
        return None
    moved = published
    for number, unit in parts:
        later = moved_by(moved, number if direction == "future" else -number, unit)
        if later is None:
            return None
        moved = later
    return (published, moved) if direction == "future" else (moved, published)


def moved_by(when: date, number: Decimal, unit: DurationUnit) -> date | None:
    """The day a duration later (earlier if negative), with half years and half months; None for other fractions."""
    if abs(number) > 4_000_000:
        return None
    whole, rest = int(number), number - int(number)
    later = shift(when, unit, whole)
    if not rest or later is None:
        return later
    smaller: dict[DurationUnit, tuple[DurationUnit, int]] = {"year": ("month", 12), "month": ("day", 30)}
    if unit not in smaller or rest * 2 % 1:
        return None
    unit, size = smaller[unit]
    return shift(later, unit, int(rest * size))


def working_days(published: date | None, count: Decimal, direction: Tense) -> tuple[date, date] | None:
    """The interval from publication on, or up to it, that holds so many days from Monday to Friday behind the first one."""
    if published is None or count != count.to_integral_value() or not 0 < count <= 100_000:
        return None
    weeks, days = divmod(int(count), 5)
    moved = shift(published, "week", weeks if direction == "future" else -weeks)
    while days and moved:
        moved = shift(moved, "day", 1 if direction == "future" else -1)
        days -= moved is not None and moved.isoweekday() <= 5
    if moved is None:
        return None
    return (published, moved) if direction == "future" else (moved, published)


_UNDETERMINED: dict[Unit, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX",
}  # fmt: skip


def _in_calendar(year_number: int) -> bool:
    return 1 <= year_number <= 9999


def _months(year_number: int | None, name: str, first: int, count: int) -> Period | None:
    if year_number is None:
        return Period(f"XXXX-{name}")
    last_year, last_index = divmod(year_number * 12 + first - 1 + count - 1, 12)
    if not (_in_calendar(year_number) and _in_calendar(last_year)):
        return None
    end = date(last_year, last_index + 1, monthrange(last_year, last_index + 1)[1])
    return Period(f"{year_number:04d}-{name}", date(year_number, first, 1), end)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
