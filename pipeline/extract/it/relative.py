"""Italian dates that are told from the day of publication: "ieri", "la settimana prossima", "due mesi fa", "l'ultima settimana di luglio"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from pipeline.extract.it.beside import BESIDE_OPENINGS, beside_named, of_a_month
from pipeline.extract.it.calendar_words import CALENDAR, STEPS
from pipeline.extract.it.centuries import read_century
from pipeline.extract.it.dates import read_named
from pipeline.extract.it.durations import Duration, read_duration
from pipeline.extract.it.named import Named, Resolver, When
from pipeline.extract.it.numbers import read_number
from pipeline.extract.it.numerals import NUMERALS, opens_number
from pipeline.extract.it.tense import tense_around
from pipeline.extract.it.tokens import Scan, by_opening, split
from pipeline.extract.values import timex
from pipeline.extract.values.timex import DurationUnit, Period, Tense

_UNITS: dict[str, timex.Unit] = CALENDAR["units"]
_PLURALS = frozenset({"giorni", "giornate", "settimane", "mesi", "trimestri", "semestri", "anni"})
_WEEKDAYS: dict[str, int] = CALENDAR["weekdays"]
_DEICTIC: dict[str, int] = CALENDAR["deictic"]
_PHRASES = by_opening(
    ((split(phrase), days), split(phrase)[:1]) for phrase, days in CALENDAR["deictic_phrases"].items()
)
_VAGUE = frozenset(NUMERALS["vague"]["words"])
_CENTURY = 100
_RUNS: dict[DurationUnit, timex.Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_SIGN: dict[Tense | None, int] = {"past": -1, "future": 1, None: 0}


def read_relative(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """The relative date that begins at token `i`."""
    century = read_century(scan, i, resolve.published)
    if century:
        return When(century[0], i, century[1])
    for reader in _READERS.get(scan.words[i]) or (_NUMBER_READERS if opens_number(scan.words[i]) else ()):
        when = reader(scan, i, resolve)
        if when is not None:
            return when
    return None


def _deictic(scan: Scan, i: int, resolve: Resolver) -> When | None:
    for phrase, days in _PHRASES.get(scan.words[i], ()):
        if scan.words[i : i + len(phrase)] == phrase:
            return When(timex.step(resolve.published, "day", days), i, i + len(phrase))
    days_away = _DEICTIC.get(scan.words[i])
    return None if days_away is None else When(timex.step(resolve.published, "day", days_away), i, i + 1)


def _stepped(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """ "scorso mese", "prossimi tre anni", "ultime settimane", "questa settimana"."""
    word = scan.words[i]
    if word not in STEPS:
        return None
    tense = STEPS[word]
    if word.startswith("passat") and scan.words[i - 1] in ("sono", "e", "siano", "erano", "essere", "ha", "hanno"):
        return None
    j = i + 1 + (scan.words[i + 1] == "'")
    if scan.breaks[j]:
        return None
    if weekend := _weekend(scan, j, resolve.published, _SIGN[tense]):
        return When(weekend[0], i, weekend[1])
    unit = _UNITS.get(scan.words[j])
    if unit and scan.words[j] not in _PLURALS:
        last = _last_part(scan, i, j, unit) if word in ("ultimo", "ultima") else None
        return last or _with_weekday(scan, When(timex.step(resolve.published, unit, _SIGN[tense]), i, j + 1))
    if tense and scan.words[j] in CALENDAR["duration_multiples"]:  # prossimo triennio
        count, name = CALENDAR["duration_multiples"][scan.words[j]]
        run = _steps("year", count, resolve.published, tense) if name == "year" and count < _CENTURY else None
        return When(run, i, j + 1) if run else None
    return _stepped_plural(scan, i, j, resolve.published, tense) if tense else None


def _stepped_plural(scan: Scan, i: int, j: int, published: date | None, tense: Tense) -> When | None:
    """ "(ultime) settimane", "(prossimi) tre anni", "(negli ultimi) due mesi e 3 giorni"."""
    vague = Period("FUTURE_REF" if tense == "future" else "PAST_REF")
    if scan.words[j] in _UNITS:
        return When(vague, i, j + 1)
    duration = read_duration(scan, j)
    if duration is None:
        return None
    unit = _UNITS.get(scan.words[duration.stop - 1])
    if scan.words[j] in _VAGUE:
        run: Period | None = vague
    elif unit in ("quarter", "half") and duration.units:
        run = _steps(unit, duration.units // (3 if unit == "quarter" else 6), published, tense)
    else:
        run = _run(duration, published, tense)
    return When(run, i, duration.stop) if run else None


def _weekend(scan: Scan, i: int, published: date | None, weeks: int) -> tuple[Period, int] | None:
    """ "(lo scorso) weekend", "(questo) fine settimana", and where it ends."""
    spelling = next((words for words in _WEEKENDS if scan.words[i : i + len(words)] == words), None)
    if spelling is None:
        return None
    stop = i + len(spelling)
    day = timex.shift(published, "week", weeks) if published else None
    return (timex.weekend(day) if day else Period("XXXX-WXX-WE")), stop


_WEEKENDS = (["weekend"], ["week", "end"], ["week", "-", "end"], ["fine", "settimana"])


def _bare_weekend(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """ "nel weekend", "il fine settimana": the nearest one in the direction of the tense."""
    if scan.words[i - 1] not in ("il", "nel", "del", "dal", "al", "sul"):
        return None
    ends = _weekend(scan, i, resolve.published, 0)
    if ends is None or resolve.published is None:
        return When(ends[0], i, ends[1]) if ends else None
    tense = tense_around(scan, i, ends[1])
    weeks = (timex.shift(resolve.published, "week", n) for n in ((0, 1) if tense != "past" else (-1, 0)))
    found = timex.nearest((timex.weekend(day) for day in weeks if day), resolve.published, tense)
    return When(found, i, ends[1]) if found else None


def _last_part(scan: Scan, i: int, j: int, unit: timex.Unit) -> When | None:
    """ "l'ultimo trimestre del 2024": the last part of a year that is named."""
    if scan.particle(j + 1) != "di" or unit not in ("quarter", "half", "month"):
        return None
    k = j + 2 + (scan.words[j + 2] == "'")
    k += scan.words[k] == "anno"
    named = read_named(scan, k) if scan.kinds[k] == "word" else None
    year = (
        named.year
        if named
        else (
            int(scan.words[k])
            if scan.kinds[k] == "figure" and len(scan.words[k]) == 4 and scan.words[k].isdigit()
            else None
        )
    )
    if year is None:
        return None
    builders = {
        "quarter": lambda: timex.quarter(year, 4),
        "half": lambda: timex.half(year, 2),
        "month": lambda: timex.month(year, 12),
    }
    period = builders[unit]()
    return When(period, i, k + 1) if period else None


def _run(duration: Duration, published: date | None, tense: Tense) -> Period | None:
    """The whole units before or behind that of publication: "i prossimi tre mesi"."""
    count, (_, name) = duration.units, duration.parts[0]
    if len(duration.parts) > 1 and (days := timex.reach(published, duration.parts, tense)):
        return timex.span(timex.on(days[0]), timex.on(days[1]))
    if count is None or count < 1 or name not in _RUNS:
        return None
    if published is None:
        return Period(f"XXXX/P{count}{name[0].upper()}")
    return _steps(_RUNS[name], count, published, tense)


def _steps(unit: timex.Unit, count: int, published: date | None, tense: Tense) -> Period | None:
    """The `count` units from the next one on, or up to the last one."""
    ends = [timex.step(published, unit, _SIGN[tense] * n) for n in (1, count)]
    first, last = ends if tense == "future" else ends[::-1]
    if first is None or last is None:
        return None
    return first if count == 1 else timex.span(first, last)


def _unit_then_step(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """ "settimana prossima", "anno in corso", "settimana che viene", "settimana del 6 ottobre"."""
    unit = _UNITS.get(scan.words[i])
    if unit is None or scan.breaks[i + 1]:
        return None
    word, following = scan.words[i + 1], scan.words[i + 2]
    if scan.words[i] in _PLURALS:
        stepped = STEPS.get(word) if scan.particle(i - 1) in ("", "in", "di", "da") else None
        return When(Period("FUTURE_REF" if stepped == "future" else "PAST_REF"), i, i + 2) if stepped else None
    if word in STEPS and word not in ("ultimo", "ultima"):
        return _with_weekday(scan, When(timex.step(resolve.published, unit, _SIGN[STEPS[word]]), i, i + 2))
    if (word, following) == ("in", "corso"):
        return When(timex.step(resolve.published, unit, 0), i, i + 3)
    if word == "che" and following in ("viene", "verra"):
        return When(timex.step(resolve.published, unit, 1), i, i + 3)
    if (
        unit == "day"
        and scan.words[i - 1] == "il"
        and word in ("dopo", "prima")
        and scan.particle(i + 2) not in ("di", "che")
    ):
        return When(timex.step(resolve.published, "day", 1 if word == "dopo" else -1), i, i + 2)
    return _week_of_day(scan, i, resolve) if unit == "week" else None


def _current_unit(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """ "entro l'anno", "nel corso del mese": the one of publication."""
    if scan.words[i] in _PLURALS or scan.words[i] == "giorno" or scan.particle(i + 1) == "di":
        return None
    following = scan.words[i + 1]
    if (scan.kinds[i + 1] == "figure" and not scan.breaks[i + 1]) or following in CALENDAR["fiscal"]["words"]:
        return None
    j = i - 1 - (scan.words[i - 1] == "'")
    announced = scan.words[j - 1] == "entro" and scan.particle(j) == ""
    announced = announced or (scan.words[j - 1] == "corso" and scan.particle(j) == "di" and scan.words[j - 2] == "nel")
    return When(timex.step(resolve.published, _UNITS[scan.words[i]], 0), i, i + 1) if announced else None


def _week_of_day(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """ "settimana del 7 ottobre"."""
    named = read_named(scan, i + 2) if scan.particle(i + 1) == "di" else None
    period = resolve(named, i) if named and named.month and named.day else None
    return When(timex.week(period.start), i, named.stop) if named and period and period.start else None


def _with_weekday(scan: Scan, week: When) -> When:
    """ "prossima settimana di martedì": a day of the week that was named."""
    j = week.stop + (scan.words[week.stop] == "di")
    number = _WEEKDAYS.get(scan.words[j])
    if number is None or j == week.stop or week.period is None or week.period.start is None:
        return week
    day = timex.days_from(week.period.start, number - 1)
    return When(day, week.first, j + 1) if day else week


def weekday_of_week(scan: Scan, named: Named, first: int, resolve: Resolver) -> When | None:
    """ "(lunedì) della settimana prossima": the week that is said behind a weekday."""
    j = named.stop
    if scan.particle(j) != "di" or named.weekday is None or named.day is not None:
        return None
    week = _stepped(scan, j + 1, resolve)
    if week is None and scan.words[j + 1] == "settimana":
        week = _unit_then_step(scan, j + 1, resolve)
    if week is None or week.period is None:
        return None
    if week.period.start is None:
        return When(Period(f"XXXX-WXX-{named.weekday}"), first, week.stop)
    if (week.period.end or week.period.start) - week.period.start != timedelta(days=6):
        return None
    return When(timex.days_from(week.period.start, named.weekday - 1), first, week.stop)


def _next_day(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """ "l'indomani", "l'indomani del 13 febbraio", "in settimana"."""
    if scan.words[i] == "settimana" and scan.words[i - 1] == "in":
        return When(timex.step(resolve.published, "week", 0), i, i + 1)
    if scan.words[i] != "indomani":
        return None
    if scan.particle(i + 1) == "di":
        named = read_named(scan, i + 2)
        period = resolve(named, i) if named else None
        if named and period and period.end:
            return When(timex.step(period.end, "day", 1), i, named.stop)
        return None
    return When(timex.step(resolve.published, "day", 1), i, i + 1)


def _shifted(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """ "due mesi fa", "fra una settimana", "tre settimane dopo", "sei mesi prima"."""
    duration = read_duration(scan, i) if scan.words[i] not in STEPS else None
    if duration is None:
        return None
    j = duration.stop
    opening = scan.words[i - 2] if scan.words[i - 1] in ("altri", "altre") else scan.words[i - 1]
    if scan.words[i] in _VAGUE:
        return _vaguely_moved(scan, duration, opening)
    word, following = scan.words[j], scan.words[j + 1]
    if word in ("fa", "orsono"):
        return _moved(duration, -1, resolve.published, j + 1)
    if (word, following) == ("or", "sono"):
        return _moved(duration, -1, resolve.published, j + 2)
    if opening in ("tra", "fra") and word != "e":
        return _moved(duration, 1, resolve.published, j)
    if (word, following) == ("piu", "tardi"):
        return _moved(duration, 1, resolve.published, j + 2)
    return _told_from(scan, duration, resolve) if word in ("dopo", "prima") and not scan.breaks[j] else None


def _told_from(scan: Scan, duration: Duration, resolve: Resolver) -> When | None:
    """ "tre settimane dopo", "due settimane prima di Natale"; "dopo il lancio" is told from no date."""
    j = duration.stop
    anchored = _from_named(scan, duration, resolve)
    if anchored is not None:
        return anchored
    last = scan.kinds[j + 1] != "word" or scan.breaks[j + 1]
    adverb = last or scan.particle(j + 1) not in ("di", "che", "", "aver", "essere")
    if not adverb or scan.kinds[j + 1] == "figure":
        return None
    return _moved(duration, 1 if scan.words[j] == "dopo" else -1, resolve.published, j + 1)


def _vaguely_moved(scan: Scan, duration: Duration, opening: str) -> When | None:
    """ "pochi giorni fa", "fra qualche mese"."""
    if scan.words[duration.stop] == "fa":
        return When(Period("PAST_REF"), duration.first, duration.stop + 1)
    return When(Period("FUTURE_REF"), duration.first, duration.stop) if opening in ("tra", "fra") else None


def _from_named(scan: Scan, duration: Duration, resolve: Resolver) -> When | None:
    """ "due settimane prima di Natale", "tre giorni dopo il 5 marzo"."""
    k = duration.stop + 1
    k += scan.particle(k) == "di"
    k += scan.words[k] in ("il", "la", "l", "'")
    named = read_named(scan, k)
    base = resolve(named, duration.first) if named and (named.day or named.feast) else None
    if named is None or base is None or base.start is None:
        return None
    return _moved(duration, 1 if scan.words[duration.stop] == "dopo" else -1, base.start, named.stop)


def _moved(duration: Duration, sign: int, published: date | None, stop: int) -> When | None:
    units = [unit for _, unit in duration.parts]
    halves = any(number % 1 for number, _ in duration.parts)
    if halves and not {"year", "month"}.issuperset(units):
        return None
    if published is None:
        return When(Period("PAST_REF" if sign < 0 else "FUTURE_REF"), duration.first, stop)
    moved: date | None = published
    for number, unit in duration.parts:
        moved = timex.moved_by(moved, sign * number, unit) if moved else None
    if moved is None:
        return None
    # "due anni fa" names the year, "due anni e mezzo fa" the month, "due anni e tre mesi fa" the day.
    whole = timex.year(moved.year) if units == ["year"] else timex.on(moved)
    period = timex.month(moved.year, moved.month) if halves else whole
    return When(period, duration.first, stop, bound=duration.bound)


def _counted_steps(scan: Scan, i: int, resolve: Resolver) -> When | None:
    """ "i due mesi scorsi", "le 2 ultime settimane"."""
    number = read_number(scan, i)
    if number is None or number.article or number.form or scan.breaks[number.stop]:
        return None
    j = number.stop
    tense = STEPS.get(scan.words[j])
    unit_at, stop = (j + 1, j + 2) if tense else (j, j + 2)
    tense = tense or STEPS.get(scan.words[j + 1])
    if tense is None or scan.words[unit_at] not in _PLURALS:
        return None
    unit = _UNITS[scan.words[unit_at]]
    if unit in ("quarter", "half", "decade"):
        return None
    run = _run(Duration(((number.value, unit),), i, stop), resolve.published, tense)  # type: ignore[arg-type]
    return When(run, i, stop) if run else None


_Reader = Callable[[Scan, int, Resolver], When | None]
_NUMBER_READERS: tuple[_Reader, ...] = (of_a_month, _shifted, _counted_steps)
_READERS: dict[str, tuple[_Reader, ...]] = by_opening(
    (
        (beside_named, BESIDE_OPENINGS),
        (_deictic, {*_DEICTIC, *_PHRASES}),
        (of_a_month, {"ultimo", "ultima", *NUMERALS["ordinals"]}),
        (_next_day, {"settimana", "indomani"}),
        (_stepped, STEPS),
        (_unit_then_step, _UNITS),
        (_current_unit, _UNITS),
        (_bare_weekend, {"weekend", "week", "fine"}),
    )
)
