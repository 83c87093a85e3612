"""Title, publication date and outlet out of an article's furniture; dates as records write them.

Dates in the running text are never taken: an article of May that tells of a launch in June is an article of May.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from itertools import islice

from models.records import Block
from pipeline.text.script import to_simplified

_EARLIEST, _LATEST = date(1990, 1, 1), date(2100, 1, 1)
# How many of an article's first paragraphs may open with a dateline (a lead and its kicker stand before it).
_DATELINE_PARAGRAPHS = 3
_MASTHEAD = re.compile(r"\s*[|｜]\s*")
_LONGEST_DATE = 20
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_REPUBLIC = re.compile(r"民[国國]\s*(\d{2,3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})([01]\d)([0-3]\d)(?!\d)")
# Seconds or milliseconds, from 2001 to 2286.
_UNIX_TIME = re.compile(r"[1-9]\d{9}(?:\d{3})?")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?!\d)")


def find_title(text: str, blocks: Sequence[Block]) -> str | None:
    """The text of the title block, without Markdown's signs."""
    title = next((block for block in blocks if block.kind == "title"), None)
    return text[title.start : title.end].lstrip("#").strip() if title is not None else None


def find_published(text: str, blocks: Sequence[Block]) -> date | None:
    """The publication date that the article's furniture or dateline states in full, else None.

    A labelled date ("发布日期:2024-12-19", "Pubblicato il 4 giugno 2024") comes first, then a bare one above the first
    paragraph, then a dateline ("ROMA, 4 giugno 2024 -"), then the date of an update.
    """
    text = to_simplified(text)
    furniture = [text[block.start : block.end] for block in blocks if block.kind == "furniture"]
    labelled = (_dated_after("published", line) for line in furniture)
    updated = (_dated_after("updated", line) for line in furniture)
    for found in (labelled, _bare(text, blocks), _datelines(text, blocks), updated):
        first = next((day for day in found if day is not None), None)
        if first is not None:
            return first
    return None


def find_publisher(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet that a furniture line names as its source, else None."""
    simplified = to_simplified(text)
    for block in blocks:
        match = _pattern("publisher").search(simplified, block.start, block.end) if block.kind == "furniture" else None
        if match is not None and match.lastindex is not None:
            return text[match.start(match.lastindex) : match.end(match.lastindex)].strip()
    return None


def parse_date(text: str) -> date | None:
    """The first full date in a short text, as metadata writes it; None where there is none or it is no day.

    2024-12-19, 2024/12/19 05:47, 20241219, 2024年12月19日, 民國113年12月19日, 4 giugno 2024, 19 Dec 2024, June 4, 2024;
    04/06/2024 is the fourth of June unless the second number can be no month. A Unix time is its day in UTC.
    """
    if _UNIX_TIME.fullmatch(text.strip()):
        day = datetime.fromtimestamp(int(text.strip()[:10]), UTC).date()
        return day if _EARLIEST <= day < _LATEST else None
    for match in _YEAR_FIRST.finditer(text):
        return _day(match[1], match[2], match[3])
    for match in _REPUBLIC.finditer(text):
        return _day(int(match[1]) + 1911, match[2], match[3])
    for match in _spelled().finditer(text):
        month = _months()[(match["month"] or match["first_month"])[:3].lower()]
        return _day(match["year"] or match["last_year"], month, match["day"] or match["second_day"])
    for match in _DAY_FIRST.finditer(text):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        return _day(year, match[2], match[1]) or _day(year, match[1], match[2])
    for match in _COMPACT.finditer(text):
        return _day(match[1], match[2], match[3])
    return None


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if _EARLIEST <= found < _LATEST else None


def _dated_after(label: str, line: str) -> date | None:
    """The date behind a label, up to the next one, else in front of it (2024-12-19发布)."""
    match = _pattern(label).search(line)
    if match is None or _pattern("other").search(line, 0, match.start()):
        return None
    following = _pattern("updated" if label == "published" else "published").search(line, match.end())
    after = line[match.end() : following.start() if following else None]
    return parse_date(after) or parse_date(line[: match.start()])


def _bare(text: str, blocks: Sequence[Block]) -> Iterator[date | None]:
    for block in blocks:
        if block.kind == "paragraph":
            return
        line = text[block.start : block.end]
        if block.kind == "furniture" and not _pattern("other").search(line) and not _pattern("updated").search(line):
            yield parse_date(line)
        elif block.kind == "title":
            # A masthead: "Nota del mattino | 17 ottobre 2025". A date in the words of a title is the news', not the article's.
            yield from (parse_date(part) for part in _MASTHEAD.split(line)[1:] if len(part) <= _LONGEST_DATE)


def _datelines(text: str, blocks: Sequence[Block]) -> Iterator[date | None]:
    paragraphs = (block for block in blocks if block.kind == "paragraph")
    for block in islice(paragraphs, _DATELINE_PARAGRAPHS):
        for pattern in _datelines_patterns():
            match = pattern.match(text, block.start, block.end)
            if match is not None:
                yield parse_date(match["date"])


@cache
def _data() -> dict[str, list[str]]:
    data = tomllib.loads(resources.files(__package__).joinpath("metadata.toml").read_text(encoding="utf-8"))
    return {name: value for name, value in data.items() if name != "months"}


@cache
def _months() -> dict[str, int]:
    """The number of a month by the first three letters of its name; Italian and English ones never clash."""
    data = tomllib.loads(resources.files(__package__).joinpath("metadata.toml").read_text(encoding="utf-8"))
    return {name[:3]: number for name, number in data["months"].items()}


@cache
def _spelled() -> re.Pattern[str]:
    names = "|".join(_months())
    return re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})[°º]?(?:st|nd|rd|th)?\.?\s+(?P<month>(?:{names})[a-z]*)\.?,?\s+(?P<year>\d{{4}})"
        rf"|(?P<first_month>(?:{names})[a-z]*)\.?\s+(?P<second_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<last_year>\d{{4}})",
        re.IGNORECASE,
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    # Only `publisher` has groups; its alternatives each name the same one, so they become plain groups here.
    alternatives = "|".join(pattern.replace("(?P<name>", "(") for pattern in _data()[name])
    return re.compile(alternatives, re.IGNORECASE)


@cache
def _datelines_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _data()["datelines"])
