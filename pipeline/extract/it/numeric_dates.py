"""Dates in figures: 2024-06-04, 04/06/2024, 20.02.14, 31/10, "Ott/2"."""

from __future__ import annotations

import re

from pipeline.extract.it.calendar_words import CALENDAR, MONTHS_SHORT
from pipeline.extract.it.named import Named
from pipeline.extract.it.tokens import Scan
from pipeline.extract.it.years import CENTURY_TURN

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d\w])")
_QUARTER_CODE = re.compile(r"([1-4])[tq]\s?(?:(20\d{2})|'?(\d{2}))(?![\d\w])")
_ISO_MONTH = re.compile(r"((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d\w-])")
_EUROPEAN = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d\w])")
_MIXED = re.compile(r"([^\W\d_]{3,10}|\d{1,4})([-/])([^\W\d_]{3,10}|\d{1,4})(?:\2([^\W\d_]{3,10}|\d{1,4}))?(?![\w])")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])/((?:19|20)\d{2})(?![\d\w/%€$]|[.,]\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?![\d\w/%€$]|[.,]\d)")


def read_numeric(scan: Scan, i: int) -> Named | None:
    """2024-06-04, 04/06/2024, 20.02.14, 31/10."""
    start = scan.starts[i]
    if scan.touches[i] and scan.words[i - 1] not in ("(", "'", '"', "«", ":", "-", "–"):
        return None
    if match := _ISO.match(scan.folded, start):
        return _checked(scan, i, match, int(match[1]), int(match[3]), int(match[4]))
    if match := _QUARTER_CODE.match(scan.folded, start):  # 3T 2025, 1Q25
        year = int(match[2] or match[3]) + (0 if match[2] else 2000)
        return Named(year=year, quarter=int(match[1]), stop=scan.after(match.end(), i))
    if match := _ISO_MONTH.match(scan.folded, start):
        return Named(year=int(match[1]), month=int(match[2]), stop=scan.after(match.end(), i))
    if match := _EUROPEAN.match(scan.folded, start):
        year = int(match[4])
        year += 0 if year > 99 else 1900 if year >= CENTURY_TURN else 2000
        return _checked(scan, i, match, year, int(match[3]), int(match[1]))
    if match := _MONTH_YEAR.match(scan.folded, start):
        return Named(year=int(match[2]), month=int(match[1]), stop=scan.after(match.end(), i))
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
    announced = (
        scan.words[i - 1] in ("il", "del", "dal", "al", "entro", "giorno") or scan.words[i - 1] in CALENDAR["weekdays"]
    )
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
            padded and len(match[1]) == 2 and not followed and not scan.is_capitalised(i - 1) and not scan.touches[stop]
        )
        return Named(day=day, month=month, stop=stop) if certain and (announced or scan.starts_sentence(i)) else None
    if announced and not followed:
        return Named(day=day, month=month, stop=stop)
    alternatives = scan.kinds[stop] == "word" and not scan.breaks[stop] and not padded
    return (
        Named(day=day, month=month, stop=stop)
        if (day > month and not followed and not alternatives) or (padded and not followed)
        else None
    )


def read_mixed(scan: Scan, i: int) -> Named | None:
    """Dates with the month's name between strokes, in any order: "23-2020-settembre", "Ott/2"."""
    if scan.touches[i] or i >= len(scan):
        return None
    match = _MIXED.match(scan.folded, scan.starts[i])
    if match is None:
        return None
    parts = [p for p in (match[1], match[3], match[4]) if p]
    months = [p for p in parts if p in MONTHS_SHORT]
    numbers = [p for p in parts if p.isdigit()]
    if len(months) != 1 or len(numbers) != len(parts) - 1:
        return None
    years = [int(n) for n in numbers if len(n) == 4]
    days = [int(n) for n in numbers if len(n) <= 2 and 1 <= int(n) <= 31]
    if len(days) != 1 or len(years) != len(parts) - 2:
        return None
    return Named(
        year=years[0] if years else None, month=MONTHS_SHORT[months[0]], day=days[0], stop=scan.after(match.end(), i)
    )
