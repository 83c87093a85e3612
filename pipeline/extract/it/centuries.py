"""Centuries in Italian text: "XX secolo", "ventunesimo secolo", "il Novecento", "lo scorso secolo"."""

from __future__ import annotations

from datetime import date

from pipeline.extract.it.calendar_words import CALENDAR, STEPS
from pipeline.extract.it.numerals import ordinal
from pipeline.extract.it.tokens import Scan
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period

_ROMAN: dict[str, int] = CALENDAR["roman_centuries"]
_NAMED: dict[str, int] = CALENDAR["named_centuries"]
_ARTICLES = frozenset({"il", "nel", "del", "dal", "al", "sul", "primo", "secondo", "tardo"})
_ELIDED = frozenset({"l", "nell", "dell", "dall", "all", "sull"})
_CURRENT = {"past": -1, "future": 1, None: 0}

#: The words that a century may begin with, those of ordinals apart.
CENTURY_OPENINGS = frozenset({*_ROMAN, *_NAMED, "secolo"})


def read_century(scan: Scan, i: int, published: date | None) -> tuple[Period | None, int] | None:
    """The century at token `i`, and where it ends."""
    word, following = scan.words[i], scan.words[i + 1]
    if following == "secolo" and not scan.breaks[i + 1]:
        if word in STEPS and published:
            return _from_publication(published, word), i + 2
        number = (_ROMAN.get(word) if scan.original(i).isupper() else None) or ordinal(word)
        return (timex.century(number), i + 2) if number and number <= 30 else None
    if word == "secolo" and following in STEPS and published and not scan.breaks[i + 1]:
        return _from_publication(published, following), i + 2
    if word in _NAMED and scan.is_capitalised(i) and _has_article(scan, i):
        return timex.century(_NAMED[word]), i + 1
    return None


def _from_publication(published: date, step: str) -> Period | None:
    return timex.century(published.year // 100 + 1 + _CURRENT[STEPS[step]])


def _has_article(scan: Scan, i: int) -> bool:
    """Whether "Novecento" is a name: an article in the singular stands before it."""
    return scan.words[i - 1] in _ARTICLES or (scan.words[i - 1] == "'" and scan.words[i - 2] in _ELIDED)
