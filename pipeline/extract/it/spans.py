"""Spans of two dates in Italian text: "dal 13 al 15 luglio", "tra maggio e agosto 2023", "5 e 6 marzo", "2024-2026"."""

from __future__ import annotations

from pipeline.extract.it.dates import read_named
from pipeline.extract.it.named import Named, Resolver, When
from pipeline.extract.it.numerals import cardinal, ordinal
from pipeline.extract.it.relative import read_relative
from pipeline.extract.it.tokens import PARTICLES, Scan
from pipeline.extract.it.years import read_year
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period

_DASHES = frozenset({"-", "–", "—"})
_CONNECTORS = (
    _DASHES | {"e", "/", "fino", "a", "ad"} | {word for word, particle in PARTICLES.items() if particle == "a"}
)


def read_span(scan: Scan, i: int, named: Named | None, resolve: Resolver) -> When | None:
    """The span that begins at token `i`, with `named` for its first date."""
    first = _end_of_span(scan, i, named)
    if first is None or not (first.month or first.quarter or first.half):
        first = _elided_part(scan, i) or first
    if first is None or first.fiscal or scan.words[first.stop] not in _CONNECTORS:
        return None
    opening = scan.particle(i - 1) or scan.particle(i - 2)
    j = behind_connector(scan, first.stop, opening)
    if j is None:
        return None
    last = _short_year(scan, first, j) or _end_of_span(scan, j, read_named(scan, j))
    if last is None or last.fiscal or last.stop <= j:
        return None
    if first.day and last.day and not last.month and (first.month or not opens_span(opening)):
        return None
    if not _alike(first, last):
        return None
    return _span(first, last, scan, i, j, opening, resolve)


def _elided_part(scan: Scan, i: int) -> Named | None:
    """The "primo" of "tra il primo e il terzo trimestre"."""
    number = ordinal(scan.words[i]) if scan.kinds[i] == "word" else None
    if not number or number > _QUARTERS:
        return None
    opening = scan.particle(i - 1) or scan.particle(i - 2)
    j = behind_connector(scan, i + 1, opening) if opens_span(opening) else None
    last = read_named(scan, j) if j else None
    if last is None or not (last.quarter or last.half):
        return None
    return Named(quarter=number, stop=i + 1) if last.quarter else Named(half=number, stop=i + 1)


_QUARTERS = 4


def _short_year(scan: Scan, first: Named, j: int) -> Named | None:
    """The "26" of "2025-26"."""
    word = scan.words[j]
    lone = first.year and not (first.month or first.quarter or first.half or first.season or first.decade)
    if not lone or first.year is None or len(word) != 2 or not word.isdigit():
        return None
    goes_on = scan.touches[j + 1] and scan.words[j + 1] not in (",", ".", ";", ":", ")")
    if goes_on or not (scan.touches[j] and scan.words[j - 1] in ("-", "–", "/")):
        return None
    year = first.year // 100 * 100 + int(word)
    return Named(year=year, stop=j + 1) if first.year < year <= first.year + _LONGEST_SHORT_SPAN else None


_LONGEST_SHORT_SPAN = 10


def opens_span(opening: str) -> bool:
    """Whether the preposition before a date asks for a second one: "da", "tra"."""
    return opening in ("da", "tra", "fra")


def behind_connector(scan: Scan, i: int, opening: str) -> int | None:
    """Where the second date begins behind "al", "e il", "–"; None if no connector that fits the opening word stands at `i`."""
    word = scan.words[i]
    if scan.breaks[i]:
        return None
    if opening == "da" and (scan.particle(i) == "a" or word == "fino"):
        i += word == "fino"
        i += 1 + (scan.words[i + 1] == "'")
    elif (
        word in _DASHES
        or word == "e"
        or (word == "/" and scan.kinds[i + 1] == "figure")
        or (opening in ("da",) and word == "ad")
    ):
        i += 1
    else:
        return None
    i += scan.words[i] in ("il", "lo", "la", "l")
    return i + (scan.words[i] == "'" and scan.kinds[i + 1] == "word")


def _end_of_span(scan: Scan, i: int, named: Named | None) -> Named | None:
    if named is not None:
        return named
    year = (
        read_year(scan, i)
        if scan.kinds[i] == "figure" and not (scan.touches[i] and scan.words[i - 1] not in ("(", "-", "–", "/", "'"))
        else None
    )
    if year is not None:
        return Named(year=year[0], stop=year[1])
    word = scan.words[i]
    if scan.kinds[i] == "figure" and word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31 and _is_apart(scan, i):
        return Named(day=int(word), stop=i + 1)
    value = cardinal(word) if scan.kinds[i] == "word" and word not in ("un", "una", "uno") else None
    return Named(day=value, stop=i + 1) if value and value <= 31 else None


def _is_apart(scan: Scan, i: int) -> bool:
    """Whether nothing touches the figure from the left but the dash of "13-15 luglio"."""
    return not scan.touches[i] or (
        scan.words[i - 1] in _DASHES and scan.kinds[i - 2] == "figure" and not scan.touches[i - 2]
    )


def _alike(first: Named, last: Named) -> bool:
    """Whether the two can be the ends of one span: both days, both months, both years, …"""
    if first.day:
        return bool(last.day)
    kinds = [(n.month, n.quarter, n.half, n.season, n.weekday) for n in (first, last)]
    return all(bool(a) == bool(b) for a, b in zip(*kinds, strict=True)) and not last.day


def _span(first: Named, last: Named, scan: Scan, i: int, j: int, opening: str, resolve: Resolver) -> When | None:
    connector = scan.words[first.stop]
    consecutive = first.day and last.day and last.month and not first.month and last.day == first.day + 1
    if connector == "e" and not opens_span(opening) and not consecutive:
        # "5 e 6 marzo" is one stretch of days, "5 e 20 marzo" are two dates.
        return None
    if connector == "/" and not (first.year and last.year and not first.month):
        return None
    if first.day and not first.month and last.month:
        first = first._replace(month=last.month, year=last.year)
    if first.day and not last.month and scan.words[i - 1] not in ("il", "dal"):
        return None
    if first.day and not first.month and not last.month and _is_measured(scan, last.stop):
        return None
    if first.year is None and last.year is not None:
        first = first._replace(year=last.year, step=None)
    if first.year is None and last.year is None and (further := of_year(scan, last, resolve)) and further.period:
        year = further.period.start.year if further.period.start else None  # tra marzo e aprile del prossimo anno
        first, last = first._replace(year=year, step=None), last._replace(year=year, stop=further.stop)
    first = first._replace(weekday=None if first.month else first.weekday)
    start = resolve(first, i)
    end = _resolve_after(last, start, resolve, j)
    if start is None or end is None:
        return None
    period = timex.span(start, end)
    return When(period, i, last.stop) if period else None


def _is_measured(scan: Scan, i: int) -> bool:
    """Whether a unit, a sign or a noun stands behind a bare number, so that it is no day of the month."""
    if scan.breaks[i]:
        return False
    if scan.kinds[i] == "word":
        return scan.particle(i) not in ("e", "a", "in", "di", "da", "con", "ma", "si") or scan.touches[i]
    return scan.kinds[i] == "figure" or scan.words[i] in ("%", "€", "$", "£", "°", "/", "-")


def _resolve_after(last: Named, start: Period | None, resolve: Resolver, j: int) -> Period | None:
    """The end of a span, in the first year (or month) that does not come before its start."""
    if start is None or start.start is None or last.year is not None:
        return resolve(last, j)
    if last.day and not last.month:
        days = (
            timex.day(m.start.year, m.start.month, last.day)
            for n in (0, 1)
            if (m := timex.step(start.start, "month", n)) and m.start
        )
    elif last.weekday and not last.month:
        days = (timex.weekday(start.start, last.weekday, n) for n in (0, 1))
    else:
        days = (last.on_calendar(start.start.year + n) for n in (0, 1))
    return next((d for d in days if d and d.start and d.start >= start.start), None)


def of_year(scan: Scan, named: Named, resolve: Resolver) -> When | None:
    """ "terzo trimestre dell'anno scorso", "marzo del prossimo anno", "giugno di quest'anno"."""
    j = named.stop
    if scan.particle(j) != "di" or resolve.published is None:
        return None
    j += 1 + (scan.words[j + 1] == "'")
    j += scan.words[j] in ("lo", "il")
    year = read_relative(scan, j, resolve)
    if (
        year is None
        or year.period is None
        or year.period.start is None
        or year.period.timex != f"{year.period.start.year:04d}"
    ):
        return None
    period = named.on_calendar(year.period.start.year)
    return When(period, j, year.stop) if period else None
