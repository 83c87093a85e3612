"""Italian dates as they stand in a sentence: the part of a period, spans from one date to another, the bound before them."""

from __future__ import annotations

import re
from dataclasses import replace

from models.values import Mod
from pipeline.extract.it.calendar_words import CALENDAR, MONTHS_SHORT, STEPS
from pipeline.extract.it.dates import read_bare_year, read_named
from pipeline.extract.it.edges import EDGE_OPENINGS, edge_of, read_edge
from pipeline.extract.it.named import Named, Resolver, When
from pipeline.extract.it.numerals import NUMERALS, cardinal
from pipeline.extract.it.numeric_dates import read_mixed
from pipeline.extract.it.relative import read_relative, weekday_of_week
from pipeline.extract.it.spans import behind_connector, of_year, opens_span, read_span
from pipeline.extract.it.tokens import Scan
from pipeline.extract.it.years import read_year
from pipeline.extract.values import timex

_PARTS: dict[str, Mod] = CALENDAR["parts"]
_ORDINAL_PARTS: dict[str, Mod] = CALENDAR["ordinal_parts"]
_UNITS: dict[str, timex.Unit] = CALENDAR["units"]
_DIGITS = frozenset(word for word, value in NUMERALS["pieces"].items() if value < 10)
_BEHIND_NUMBER = frozenset(
    {
        *MONTHS_SHORT, *_UNITS, *CALENDAR["durations"], *CALENDAR["duration_multiples"], *STEPS, *_PARTS, *_DIGITS,
        *NUMERALS["collectives"], *NUMERALS["exact_collectives"], "secolo", "º", "t", "q", "d", "di", "del", "dell", "della", "a", "al", "o", "e", "ed", "esimo", "esima",
    }
)  # fmt: skip
_NO_DATE_BEHIND = frozenset("%€$£")


def may_begin_date(scan: Scan, i: int) -> bool:
    """Whether the neighbours of the number at token `i` leave room for a date; most numbers are none, and this is cheap."""
    word, following = scan.words[i], scan.words[i + 1]
    is_word = scan.kinds[i] == "word"
    if len(word) >= _SPELLED_YEAR if is_word else _DATE_FIGURE.fullmatch(word):
        return True
    if not (is_word or word.isdigit()):
        return following in _BEHIND_NUMBER
    announced = scan.words[i - 1] in ("il", "dal", "al", "'")
    if scan.kinds[i + 1] == "word":
        return announced or following in _BEHIND_NUMBER
    return following not in _NO_DATE_BEHIND or (announced and scan.breaks[i + 1])


_AFTER_THE_FIRST = frozenset(CALENDAR["steps"]["future"]) - frozenset(CALENDAR["steps"]["from_publication"])
"""Words that step on from what was told before: "tra la fine del 2027 e l'inizio dell'anno seguente"."""
_SPELLED_YEAR = len("duemilauno")
_DATE_FIGURE = re.compile(r"(?:1[89]|2[01])\d\d(?:\.\d{1,2})*|\d{1,2}\.\d{1,2}(?:\.\d+)*")


def read_date(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """The date or span of dates that begins at token `i`."""
    word = scan.words[i]
    named = read_named(scan, i)
    span = None if word in STEPS or word in _PARTS else read_span(scan, i, named, resolve)
    edge = _read_edge(scan, i, resolve) if word in EDGE_OPENINGS and span is None else None
    if span or edge:
        return span or edge
    when = _read_part(scan, i, resolve) or _read_point(scan, i, named, resolve)
    return _up_to_another(scan, when, resolve) if when else _day_of_month_told(scan, i, resolve)


def _up_to_another(scan: Scan, first: When, resolve: Resolver) -> When:
    """ "tra fine 2025 e inizio 2026", "da gennaio a oggi": the span up to a second date, or the first alone."""
    opening = scan.particle(first.first - 1) or scan.particle(first.first - 2)
    j = behind_connector(scan, first.stop, opening) if opens_span(opening) else None
    if j is None or first.period is None or first.period.start is None:
        return first
    last = _read_part(scan, j, resolve) or _read_point(scan, j, read_named(scan, j), resolve)
    if last is not None and _AFTER_THE_FIRST.intersection(scan.words[j : last.stop]):
        from_first = replace(resolve, published=first.period.start)
        last = _read_part(scan, j, from_first) or _read_point(scan, j, read_named(scan, j), from_first)
    if last is None or last.period is None or last.period.end is None or last.period.end < first.period.start:
        return first
    span = timex.span(first.period, last.period)
    return When(span, first.first, last.stop) if span else first


def _day_of_month_told(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """ "il 5 del mese scorso", "il 20 del mese"."""
    word = scan.words[i]
    if (
        scan.words[i - 1] not in ("il", "del", "dal", "al")
        or not word.isdigit()
        or len(word) > 2
        or scan.particle(i + 1) != "di"
    ):
        return None
    k = i + 2 + (scan.words[i + 2] in ("lo", "il"))
    bare = scan.words[k] == "mese" and (scan.kinds[k + 1] != "word" or scan.breaks[k + 1])
    month = When(timex.step(resolve.published, "month", 0), k, k + 1) if bare else read_relative(scan, k, resolve)
    if month is None or month.period is None or month.period.start is None or "mese" not in scan.words[k : month.stop]:
        return None
    day = timex.day(month.period.start.year, month.period.start.month, int(word))
    return When(day, i, month.stop) if day else None


def _read_point(scan: Scan, i: int, named: Named | None, resolve: Resolver) -> When | None:
    """The relative date at token `i`, else the one that is named there."""
    relative = read_relative(scan, i, resolve)
    if relative is not None:
        return relative
    step = STEPS.get(scan.words[i])
    j = i + 1 if step else i
    named = _named_at(scan, j, named if j == i else read_named(scan, j))
    if named is None:
        return None
    if named.fiscal:
        return When(None, i, named.stop)
    of_week = weekday_of_week(scan, named, i, resolve)
    if of_week is not None:
        return of_week
    if named.step is None and named.year is None and (further := of_year(scan, named, resolve)):
        return further._replace(first=i)
    # "il prossimo 24 novembre", "lo scorso 6 marzo": the word says the direction, whatever the verb.
    period = resolve(named, i, step if named.step is None else None)
    return When(period, i, named.stop) if period else None


def _named_at(scan: Scan, i: int, named: Named | None) -> Named | None:
    return named or read_mixed(scan, i) or read_bare_year(scan, i) or _bare_day(scan, i)


def _bare_day(scan: Scan, i: int) -> Named | None:
    """ "il 19", "dal primo": a day of the month that only its article tells."""
    word = scan.words[i]
    if scan.words[i - 1] not in ("il", "dal", "al") or (scan.touches[i + 1] and scan.kinds[i + 1] == "word"):
        return None
    if word == "primo" and scan.words[i - 1] == "dal":
        return Named(day=1, stop=i + 1) if scan.kinds[i + 1] != "word" or scan.breaks[i + 1] else None
    spelled = (
        cardinal(word)
        if scan.kinds[i] == "word" and word not in ("un", "uno", "una") and scan.words[i - 1] == "il"
        else None
    )
    if spelled and spelled <= 31 and (scan.breaks[i + 1] or scan.words[i + 1] in (".", ",", ";", ")")):
        return Named(day=spelled, stop=i + 1)
    if scan.kinds[i] != "figure" or not word.isdigit() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    following = scan.words[i + 1]
    if scan.breaks[i + 1] or following in (".", ",", ";", ")", "!", "?"):
        return Named(day=int(word), stop=i + 1)
    return None


# --- Parts: "fine 2025", "a metà marzo", "inizio del prossimo anno" ---


def _read_part(scan: Scan, i: int, resolve: Resolver) -> When | None:
    part, j = _part_at(scan, i)
    if part is None or scan.breaks[j] or _is_weekend(scan, i):
        return None
    whole = _read_whole(scan, j, resolve)
    return None if whole is None else When(whole.period, i, whole.stop, part)


def _is_weekend(scan: Scan, i: int) -> bool:
    """Whether "il fine settimana" is Saturday and Sunday, and not the week's end ("a fine settimana")."""
    return scan.words[i] == "fine" and scan.words[i + 1] == "settimana" and scan.words[i - 1] in _BEFORE_WEEKEND


_BEFORE_WEEKEND = frozenset({"il", "nel", "del", "dal", "al", "sul", "un", "ogni", "i", "nei", "dei", "questo"})


def _read_edge(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """ "primi nove mesi del 2024"."""
    edge = read_edge(scan, i)
    whole = _read_whole(scan, edge.stop, resolve) if edge else None
    period = edge_of(whole.period, edge) if edge and whole and whole.period else None
    return When(period, i, whole.stop) if whole and period else None


def _read_whole(scan: Scan, j: int, resolve: Resolver) -> When | None:
    """The period whose part is meant: "(fine) 2025", "(metà) marzo", "(inizio) del prossimo anno"."""
    k = j
    if scan.particle(k) == "di":
        k += 1 + (scan.words[k + 1] == "'")
    k += scan.words[k] in ("lo", "il", "la")
    if scan.words[k] in ("anno", "mese", "settimana", "trimestre", "semestre", "decennio") and not STEPS.get(
        scan.words[k + 1]
    ):
        year = read_year(scan, k + 1) if scan.words[k] == "anno" else None
        if (
            year is None
            and not (scan.words[k + 1] == "in" and scan.words[k + 2] == "corso")
            and scan.words[k + 1] not in ("corrente", "fiscale")
        ):
            return When(timex.step(resolve.published, _UNITS[scan.words[k]], 0), j, k + 1)
    return _read_part_of_named(scan, k, resolve)


def _read_part_of_named(scan: Scan, k: int, resolve: Resolver) -> When | None:
    year = read_year(scan, k) if scan.kinds[k] == "figure" else None
    if year is not None and not (
        scan.kinds[k + 1] == "mark"
        and scan.touches[k + 1]
        and scan.words[k + 1] in ("-", "/")
        and scan.kinds[k + 2] == "figure"
    ):
        return When(timex.year(year[0]), k, year[1])
    when = _read_point(scan, k, read_named(scan, k), resolve)
    if when is None or when.period is None or when.period.timex.endswith("_REF"):
        return None
    single_day = when.period.start is not None and when.period.start == when.period.end
    return None if single_day else when


def _part_at(scan: Scan, i: int) -> tuple[Mod | None, int]:
    """The word for a part at token `i`, and where what it is a part of begins."""
    word, following = scan.words[i], scan.words[i + 1]
    if word in _PARTS:
        if word == "mezzo" and scan.words[i - 1] != "nel":
            return None, i
        return _PARTS[word], i + 1
    if word in _ORDINAL_PARTS and following in ("mesi", "giorni", "settimane") and scan.particle(i + 2) == "di":
        return _ORDINAL_PARTS[word], i + 2
    if word in _ORDINAL_PARTS and following == "anni" and read_named(scan, i + 1):  # primi anni Duemila
        return _ORDINAL_PARTS[word], i + 1
    if word == "primi" and scan.particle(i + 1) == "di" and scan.words[i + 2] in CALENDAR["months"]:
        return "START", i + 1
    if (
        word in ("prima", "seconda")
        and following in ("meta", "quindicina")
        and scan.particle(i + 2) == "di"
        and not read_named(scan, i)
    ):
        return ("START" if word == "prima" else "END"), i + 2
    return None, i
