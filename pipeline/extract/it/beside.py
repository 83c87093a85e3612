"""Days and weeks told from a day or month that is named: "il giorno dopo Natale", "terzo martedì prima del 5 marzo", "la prima settimana di maggio"."""

from __future__ import annotations

from datetime import timedelta

from pipeline.extract.it.calendar_words import CALENDAR
from pipeline.extract.it.dates import read_named
from pipeline.extract.it.named import Resolver, When, nth_weekday
from pipeline.extract.it.numerals import NUMERALS, ordinal
from pipeline.extract.it.tokens import Scan
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period

_WEEKDAYS: dict[str, int] = CALENDAR["weekdays"]
_WEEK = 7
#: The words that a day beside another one begins with.
BESIDE_OPENINGS = frozenset({"giorno", *_WEEKDAYS, *NUMERALS["ordinals"]})


def beside_named(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """The day that begins at token `i`."""
    counted = scan.words[i] != "giorno" and scan.words[i] not in _WEEKDAYS
    count = (ordinal(scan.words[i]) or 0) if counted else 1
    j = i + 1 if counted else i
    what, where = scan.words[j], scan.words[j + 1]
    if not count or where not in ("dopo", "prima") or not (what == "giorno" or what in _WEEKDAYS) or scan.breaks[j + 1]:
        return None
    k = j + 2 + (scan.particle(j + 2) == "di")
    k += scan.words[k] in ("il", "la", "l", "'", "lo")
    named = read_named(scan, k)
    base = resolve(named, i) if named and (named.day or named.feast) else None
    if named is None or base is None or base.start is None:
        return None
    first = 1 if what == "giorno" else _away(base.start.isoweekday(), _WEEKDAYS[what], later=where == "dopo")
    days = first + (count - 1) * (1 if what == "giorno" else _WEEK)
    day = timex.days_from(base.start, days if where == "dopo" else -days)
    return When(day, i, named.stop) if day else None


def _away(base: int, weekday: int, *, later: bool) -> int:
    """Days to the nearest such weekday after or before one, itself apart."""
    return ((weekday - base) if later else (base - weekday)) % _WEEK or _WEEK


def of_a_month(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """ "l'ultimo giorno di ottobre", "la prima settimana di ottobre 2014", "il primo mercoledì di maggio"."""
    word = scan.words[i]
    count = -1 if word in ("ultimo", "ultima") else ordinal(word) if scan.kinds[i] == "word" else None
    j = i + 1
    if scan.kinds[i] == "figure" and scan.words[j] in ("°", "º") and scan.touches[j]:
        count, j = int(word) if word.isdigit() and len(word) < 3 else None, j + 1
    what = scan.words[j]
    if (
        not count
        or count > 31
        or (what not in ("giorno", "settimana") and what not in _WEEKDAYS)
        or scan.particle(j + 1) != "di"
    ):
        return None
    k = j + 2
    k += scan.words[k] == "'"
    k += 2 if scan.words[k] == "mese" and scan.particle(k + 1) == "di" else 0
    named = read_named(scan, k)
    if named is None or not named.month or named.day:
        return None
    period = resolve(named, i)
    if period is None or period.start is None or period.end is None:
        return None
    chosen = _chosen(period, what, count)
    return When(chosen, i, named.stop) if chosen else None


def _chosen(month: Period, what: str, count: int) -> Period | None:
    start, end = month.start, month.end
    if start is None or end is None:
        return None
    if what == "giorno":
        return timex.on(end) if count < 0 else timex.day(start.year, start.month, count)
    if what in _WEEKDAYS:
        return nth_weekday(start.year, start.month, _WEEKDAYS[what], count)
    # The weeks that lie in the month from Monday to Sunday.
    if count < 0:
        return timex.week(end - timedelta(days=6 + (end.weekday() + 1) % 7))
    monday = timex.shift(start, "day", (7 - start.weekday()) % 7 + 7 * (count - 1))
    return timex.week(monday) if monday else None
