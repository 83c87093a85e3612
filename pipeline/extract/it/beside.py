"""Days told from one that is named: "il giorno dopo Natale", "il lunedì dopo Pasqua", "terzo martedì prima del 5 marzo"."""

from __future__ import annotations

from pipeline.extract.it.calendar_words import CALENDAR
from pipeline.extract.it.dates import read_named
from pipeline.extract.it.named import Resolver, When
from pipeline.extract.it.numerals import NUMERALS, ordinal
from pipeline.extract.it.tokens import Scan
from pipeline.extract.values import timex

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
