"""Italian dates with a name of their own: days, months, quarters, halves, seasons, years, feasts, and what part of them is meant."""

from __future__ import annotations

from pipeline.extract.it.bounds import bound_before
from pipeline.extract.it.calendar_words import CALENDAR, MONTHS_SHORT, STEPS
from pipeline.extract.it.money import currency_before, currency_behind
from pipeline.extract.it.named import FEASTS, Named
from pipeline.extract.it.numerals import NUMERALS, cardinal, ordinal
from pipeline.extract.it.numeric_dates import read_numeric
from pipeline.extract.it.quantities import read_unit
from pipeline.extract.it.tokens import Scan, by_opening, openings, split
from pipeline.extract.it.years import is_glued_before, read_short_year, read_year
from pipeline.extract.values import timex

_MONTHS: dict[str, int] = CALENDAR["months"]
_WEEKDAYS: dict[str, int] = CALENDAR["weekdays"]
_WEEKDAYS_ALL: dict[str, int] = {**_WEEKDAYS, **CALENDAR["weekdays_short"]}
_SEASONS: dict[str, timex.Season] = CALENDAR["seasons"]
_FROM_PUBLICATION = frozenset(CALENDAR["steps"]["from_publication"])
_FEASTS = frozenset({*FEASTS, *CALENDAR["feasts_weekday"], *CALENDAR["feasts_easter"]})
_LONGEST_FEAST = max(len(split(name)) for name in _FEASTS)
_FISCAL = frozenset(CALENDAR["fiscal"]["words"])


# --- Reading names ---


def read_named(scan: Scan, i: int) -> Named | None:
    """The date that is named at token `i`: "4 giugno 2024", "marzo scorso", "terzo trimestre", "2025", "04/06/2024"."""
    if scan.kinds[i] == "figure":
        return read_numeric(scan, i) or _read_day(scan, i)
    for reader in _READERS.get(scan.words[i], _NUMERAL_READERS):
        named = reader(scan, i)
        if named is not None:
            return named
    return None


def _with_year(scan: Scan, named: Named) -> Named:
    """The year or the step behind a date: "2025", "del 2025", "'25", "scorso", "dell'anno prossimo"."""
    i = named.stop
    if scan.breaks[i]:
        return named
    if STEPS.get(scan.words[i]) and scan.words[i] not in ("ultimi", "ultime"):
        step = STEPS[scan.words[i]] if scan.words[i] in _FROM_PUBLICATION or not named.month else None
        return named._replace(step=step, stop=i + 1)
    j = i
    if scan.words[j] == ",":
        j += 1
    if scan.particle(j) == "di":
        j += 1
        if scan.words[j] == "'":
            j += 1
    if scan.words[j] == "anno":
        j += 1
    year = read_year(scan, j)
    if year is None:
        return named
    return named._replace(year=year[0], stop=year[1])


def _read_day(scan: Scan, i: int) -> Named | None:
    """ "4 giugno", "primo marzo", "5 d'aprile", "1° luglio"."""
    day, j = _day_number(scan, i)
    if day is None:
        return None
    j += scan.words[j] in ("di", "d", "del")
    j += scan.words[j] == "'"
    j += scan.words[j] == "mese" and scan.words[j + 1] == "di" and 2
    if scan.words[j] not in MONTHS_SHORT or scan.breaks[j]:
        return None
    stop = j + 1
    if scan.words[j] not in _MONTHS:
        if scan.touches[stop] and scan.words[stop] not in (".", ",", ")", ";", "-", "/"):
            return None
        stop += scan.words[stop] == "." and scan.touches[stop]
    return _with_year(scan, Named(day=day, month=MONTHS_SHORT[scan.words[j]], stop=stop))


def _day_number(scan: Scan, i: int) -> tuple[int | None, int]:
    word = scan.words[i]
    if scan.kinds[i] == "figure":
        if not word.isdigit() or len(word) > 2 or not 1 <= int(word) <= 31 or is_glued_before(scan, i):
            return None, i
        j = i + 1
        j += scan.touches[j] and scan.words[j] in ("°", "º")
        return int(word), j
    if word == "primo":
        return 1, i + 1
    if word in ("un", "una"):
        return None, i
    value = cardinal(word)
    if value in (20, 30) and (tail := cardinal(scan.words[i + 1])) and tail < 10 and not scan.breaks[i + 1]:
        return value + tail, i + 2
    return (value, i + 1) if value and value <= 31 else (None, i)


def _read_month(scan: Scan, i: int) -> Named | None:
    word = scan.words[i]
    if word in _MONTHS:
        named = Named(month=_MONTHS[word], stop=i + 1)
        if _is_day_behind(scan, i + 1):
            return _with_year(scan, named._replace(day=int(scan.words[i + 1]), stop=i + 2))
        return _with_step_before(scan, i, _with_year(scan, named))
    if word in MONTHS_SHORT:
        stop = i + 1 + (scan.words[i + 1] == "." and scan.touches[i + 1])
        year = read_year(scan, stop) if not scan.breaks[stop] else None
        if year:
            return Named(month=MONTHS_SHORT[word], year=year[0], stop=year[1])
    return None


def _is_day_behind(scan: Scan, i: int) -> bool:
    """ "marzo 3": a day behind its month, with nothing behind it that it could count."""
    word = scan.words[i]
    if scan.kinds[i] != "figure" or not word.isdigit() or len(word) > 2 or not 1 <= int(word) <= 31 or scan.breaks[i]:
        return False
    return scan.breaks[i + 1] or scan.words[i + 1] in (".", ",", ";", ")")


def _with_step_before(scan: Scan, i: int, named: Named) -> Named:
    step = STEPS.get(scan.words[i - 1])
    return named._replace(step=step) if step and named.year is None else named


def _read_weekday(scan: Scan, i: int) -> Named | None:
    word = scan.words[i]
    number = _WEEKDAYS_ALL.get(word)
    if number is None or scan.words[i - 1] == "ogni" or scan.words[i - 2] in ("tutti", "tutte"):
        return None
    stop = i + 1
    if len(word) <= 4:
        dotted = scan.words[stop] == "." and scan.touches[stop]
        dated = scan.kinds[stop] == "figure" or (dotted and scan.kinds[stop + 1] == "figure")
        beside = any(
            scan.words[k] in ("o", "e") and scan.words[k + s] in _WEEKDAYS_ALL for k, s in ((i - 1, -1), (i + 1, 1))
        )
        if word not in _WEEKDAYS and not (dotted or dated or beside):
            return None
        stop += dotted
    day = read_named(scan, stop) if scan.kinds[stop] == "figure" else _read_day(scan, stop)
    if day and day.day and not scan.breaks[stop]:
        return day._replace(weekday=number)
    if (
        scan.kinds[stop] == "figure"
        and len(scan.words[stop]) <= 2
        and scan.words[stop].isdigit()
        and 1 <= int(scan.words[stop]) <= 31
    ) and (not scan.is_lower_word(stop + 1) or scan.particle(stop + 1) in ("a", "di", "da", "e", "in", "", "per")):
        return Named(weekday=number, day=int(scan.words[stop]), stop=stop + 1)
    named = Named(weekday=number, stop=stop)
    if STEPS.get(scan.words[stop]) and not scan.breaks[stop]:
        return named._replace(step=STEPS[scan.words[stop]], stop=stop + 1)
    return _with_step_before(scan, i, named)


def _read_season(scan: Scan, i: int) -> Named | None:
    season = _SEASONS.get(scan.words[i])
    if season is None:
        return None
    named = _with_step_before(scan, i, _with_year(scan, Named(season=season, stop=i + 1)))
    j = named.stop
    tail = scan.words[j + 1] if scan.words[j] in ("-", "/") and scan.touches[j] and scan.touches[j + 1] else ""
    if season == "WI" and named.year and tail in (str(named.year + 1), str(named.year + 1)[2:]):  # inverno 2024/25
        return named._replace(stop=j + 2)
    return named


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _read_part_of_year(scan: Scan, i: int) -> Named | None:
    """ "terzo trimestre 2025", "Q3 2025", "H1", "seconda metà del 2025", "II semestre"."""
    word = scan.words[i]
    if word in ("q", "h", "t") and scan.kinds[i + 1] == "figure" and scan.touches[i + 1] and not scan.touches[i]:
        number = int(scan.words[i + 1]) if len(scan.words[i + 1]) == 1 else 0
        stop = i + 2
        quarter = word in ("q", "t")
        if not 1 <= number <= (4 if quarter else 2) or (scan.touches[stop] and scan.kinds[stop] == "word"):
            return None
        dated = _fiscal_or_year(scan, Named(quarter=number, stop=stop) if quarter else Named(half=number, stop=stop))
        return dated if word in ("q", "h") or dated.year else None  # "T1" is read beside its year only
    number = (ordinal(word) or 0) if word not in _ROMAN else (_ROMAN[word] if scan.original(i).isupper() else 0)
    if not 1 <= number <= 4 or scan.breaks[i + 1]:
        return None
    unit = scan.words[i + 1]
    if unit == "trimestre":
        return _fiscal_or_year(scan, Named(quarter=number, stop=i + 2))
    if unit == "semestre" and number <= 2:
        return _fiscal_or_year(scan, Named(half=number, stop=i + 2))
    if unit == "meta" and number <= 2 and scan.particle(i + 2) == "di":
        named = _with_year(scan, Named(half=number, stop=i + 2))
        if named.year or named.step:
            return named
        return _half_of_stepped_year(scan, i + 3, number)
    return None


def _half_of_stepped_year(scan: Scan, i: int, number: int) -> Named | None:
    """ "(seconda metà) dell'anno prossimo", "(seconda metà) del prossimo anno", whose year is read behind it, and "(prima metà)
    dell'anno"; `i` is behind the "di"."""
    j = i + (scan.words[i] == "'")
    if STEPS.get(scan.words[j]) and scan.words[j + 1] == "anno":
        return Named(half=number, stop=i - 1)
    if scan.words[j] != "anno":
        return None
    stepped = not scan.breaks[j + 1] and STEPS.get(scan.words[j + 1])
    return Named(half=number, stop=i - 1 if stepped else j + 1)


def _fiscal_or_year(scan: Scan, named: Named) -> Named:
    i = named.stop
    j = i + (scan.particle(i) == "di")
    j += scan.words[j] == "'"
    j += scan.words[j] in ("anno", "esercizio")
    if scan.words[j] in _FISCAL:
        year = read_year(scan, j + 1) or read_short_year(scan, j + 1)
        return named._replace(fiscal=True, year=year[0] if year else None, stop=year[1] if year else j + 1)
    if scan.words[j] == "'" and j > i:
        j += 1
    if (short := read_short_year(scan, i)) and scan.touches[i]:
        return named._replace(year=short[0], stop=short[1])
    named = _with_year(scan, named)
    if scan.words[named.stop] in _FISCAL:
        return named._replace(fiscal=True, stop=named.stop + 1)
    return named


def _read_decade(scan: Scan, i: int) -> Named | None:
    """ "anni '90", "anni Novanta", "anni 2000"; "anno fiscale 2025"."""
    word = scan.words[i]
    if word == "fy" or (word in ("anno", "esercizio") and scan.words[i + 1] in _FISCAL):
        j = i + 1 if word == "fy" else i + 2
        year = read_year(scan, j) or read_short_year(scan, j)
        return (
            Named(fiscal=True, year=year[0] if year else None, stop=year[1] if year else j)
            if year or word != "fy"
            else None
        )
    if word == "anno":
        year = read_year(scan, i + 1)
        return Named(year=year[0], stop=year[1]) if year else None
    if word != "anni" or scan.kinds[i - 1] == "figure" or scan.breaks[i + 1]:
        return None
    year = read_year(scan, i + 1)
    if year and year[0] % 10 == 0:
        return Named(year=year[0], decade=True, stop=year[1])
    number = cardinal(scan.words[i + 1]) or (int(scan.words[i + 1]) if scan.words[i + 1] in _TENS else 0)
    if number % 10 == 0 and 10 <= number <= 90:
        return Named(year=1900 + number, decade=True, stop=i + 2)
    return None


_TENS = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})


def _read_feast(scan: Scan, i: int) -> Named | None:
    for length in range(_LONGEST_FEAST, 0, -1):
        if i + length > len(scan):
            continue
        name = " ".join(scan.words[i : i + length])
        name = name.replace(" ' ", "'")
        if name in _FEASTS:
            stop = i + length
            if name in CALENDAR["feasts_alone"] and (scan.kinds[stop] == "word" and not scan.breaks[stop]):
                return None
            return _with_step_before(scan, i, _with_year(scan, Named(feast=name, stop=stop)))
    return None


def read_bare_year(scan: Scan, i: int) -> Named | None:
    """A year that only its place tells from a number: "nel 2024", "(2024)", "Computex 2024"; never an amount or a count."""
    if (
        scan.words[i - 1] == "'"
        and scan.touches[i]
        and not scan.touches[i - 1]
        and scan.words[i - 2] in _YEAR_ANNOUNCED
    ):
        shortened = read_year(scan, i - 1)
        return Named(year=shortened[0], stop=shortened[1]) if shortened else None
    year = read_year(scan, i)
    if year is None or is_glued_before(scan, i) or (scan.kinds[i] != "figure" and not _is_spelled_year(scan, i)):
        return None
    number, stop = year
    before = scan.particle(i - 2 if scan.words[i - 1] == "'" else i - 1)
    placed = scan.words[i - 1] in _YEAR_ANNOUNCED or before in CALENDAR["parts"]
    if _is_measured(scan, i, stop):
        return None
    counted = scan.is_lower_word(stop) and len(scan.words[stop]) > 3 and scan.particle(stop) == scan.words[stop]
    if not placed and (counted or not 1950 <= number <= 2049 or bound_before(scan, i)):
        return None
    return Named(year=number, stop=stop)


_YEAR_ANNOUNCED = frozenset({"il", "nel", "del", "dal", "al", "entro", "anno", "sul", "dopo"})


def _is_spelled_year(scan: Scan, i: int) -> bool:
    """Whether an article in the singular makes the words a year: "nel duemilaventicinque"."""
    return scan.words[i - 1] in ("nel", "del", "dal", "al", "il", "sul", "anno") and scan.words[i] not in (
        "mille",
        "un",
    )


def _is_measured(scan: Scan, i: int, stop: int) -> bool:
    """Whether a unit or a currency makes the figure an amount: "2000 W", "2024 euro", "$2000"."""
    return (
        read_unit(scan, stop) is not None
        or currency_behind(scan, stop, linked=False) is not None
        or currency_before(scan, i) is not None
        or scan.words[stop] == "%"
    )


_NUMERAL_READERS = (_read_day,)
_READERS = by_opening(
    (
        (_read_feast, openings(_FEASTS)),
        (_read_weekday, _WEEKDAYS_ALL),
        (_read_day, {"primo"}),
        (_read_month, MONTHS_SHORT),
        (_read_season, _SEASONS),
        (_read_part_of_year, {"q", "h", "t", *_ROMAN, *(word for word, n in NUMERALS["ordinals"].items() if n <= 4)}),
        (_read_decade, {"fy", "anno", "anni", "esercizio"}),
    )
)
