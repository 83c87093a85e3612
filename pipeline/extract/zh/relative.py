"""Chinese dates that stand on the day of publication or on nothing: 昨天, 上周五, 本季度, 年底, 90年代, Q3, 春节, 近期."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from models.values import Mod
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period
from pipeline.extract.zh import holidays
from pipeline.extract.zh.exclusions import names_before
from pipeline.extract.zh.lexicons import Words, alternation, load
from pipeline.extract.zh.lunar import Builder
from pipeline.extract.zh.numbers import read_numeral

Unit = Literal["year", "part", "month", "day", "week", "other"]

_DATA: Final[dict[str, Any]] = load("dates.toml")
PARTS: Final[Words[Mod]] = Words.by_label(_DATA["parts"])
QUARTER_CODE = re.compile(
    r"(20[0-9]{2}|[0-9]{2})?年?(?:Q([1-4])|H([12]))(?![0-9A-Za-z])|([1-4])Q(20[0-9]{2}|[0-9]{2})?(?![0-9A-Za-z])|([12])H(20[0-9]{2}|[0-9]{2})(?![0-9A-Za-z])"
)
DECADE = re.compile(
    r"(?:(上|本|[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:个)?世纪)?"
    r"(?:((?:1[0-9]|20)[0-9]0)|([二三四五六七八])?([0-9]0|[一二三四五六七八九][十零〇])) ?年代"
)
CENTURY = re.compile(r"(上|本|下|[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:个)?世纪(?!经济|大道|初心|互联|华通)")
DAY_WORD = re.compile(f"({alternation(_DATA['relative_day'])})(?!头条|之后》|方舟|之后周|股|资本|视角|说)")
DAY_NUMBER = re.compile(r"(今|昨|明)(?:天|日)? ?[(]?([0-9]{1,2})[)]? ?日?(?=[)日,，。])[)日]?")
WEEKDAY_NAMES: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
STEPS: Final[dict[str, int]] = _DATA["steps"]
STEP = alternation(STEPS)
WEEK = re.compile(
    rf"({STEP})(?:个)?(?:周|星期|礼拜)(?:的)?(?:(?:周|星期|礼拜)?([一二三四五六日天])|(末))?(?![年岁围边期转详报刊])"
)
WEEKDAY = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])(?![一二三四五六日天年份者均]|[个家台])")
WEEKEND = re.compile(r"周末")
STEP_QUARTER = re.compile(rf"({STEP})(?:个)?季度?(?!节)")
MONTH_END = re.compile(r"月(底|末|初|中(?![国移芯兴科信美央])|内)")
YEAR_END = re.compile(r"年(底|末|初|中(?![国移芯兴科信美央])|内|终)(?!奖|端)")
VAGUE: Final[dict[str, str]] = {word: label for label, words in _DATA["vague"].items() for word in words}
VAGUE_WORD = re.compile(alternation(VAGUE))

_ISO = re.compile(r"([12][0-9]{3})([-/.])([0-9]{1,2})(?:\2|-)([0-9]{1,2})(?![0-9])")
_ISO_MONTH = re.compile(
    r"((?:19|20)[0-9]{2})[-/.](0[1-9]|1[0-2])(?![0-9%万亿元颗个片张台块美.:]|-[0-9]{2}(?![0-9])|[A-Za-z])"
)
_AMERICAN = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/])")
# 25/3/12: what can be no month and no day of an American date stands for the year.
_SHORT_YEARS: Final = range(20, 40)
_COMPACT = re.compile(
    r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?![0-9%_/A-Za-z万亿元美个颗片台家次人条倍瓦号期-]|[.,][0-9])"
)
_SHORT_ISO = re.compile(r"([0-9]{2})-([0-9]{1,2})-([0-9]{1,2})(?![0-9-])")
_FRACTION_BEFORE = re.compile(r"(?:[降减缩仅只约占其]|原来|不到|不足|近)[低少小至到为有的其]{0,3} ?$")
_SLASH_DAY = re.compile(r"(1[0-2]|0?[1-9])/(1[3-9]|2[0-9]|3[01])(?![0-9/.%万亿A-Za-z])")
_SLASH_SPAN = re.compile(r"([0-9]{1,2})/([0-9]{1,2}) ?[-~–—至到] ?([0-9]{1,2})/([0-9]{1,2})(?![0-9/.%万亿A-Za-z])")
_MONTHS: Final = 12
_DASH_DAY = re.compile(r"(0[1-9]|1[0-2])-([0-2][0-9]|3[01])(?![0-9-.%万亿A-Za-z年月日元个~])")


class Reading(NamedTuple):
    """A date as written. `build` makes its period for a year; `year` is that year where the text gives it (`has_year`).

    `fixed` stands where the date needs no year. `month` is what a bare day after it may share. `bound` is set by 内.
    """

    start: int
    end: int
    unit: Unit
    build: Builder | None = None
    year: int | None = None
    has_year: bool = False
    month: int | None = None
    fixed: Period | None = None
    mod: Mod | None = None
    weekday: int | None = None
    day: int | None = None
    within: bool = False
    fiscal: bool = False
    prefer_past: bool = False


#: Reads a match as a date; the first argument is the reader.
Method = Callable[[Any, re.Match[str]], Reading | None]
#: A form of date: its pattern and the method that reads its match.
Form = tuple[re.Pattern[str], Method]


def number(word: str) -> int:
    """The value of an Arabic or Chinese number of a date; 首 is 1, 末 is 4."""
    if word in ("首", "元", "正"):
        return 1
    if word == "末":
        return 4
    read = read_numeral(word, 0)
    return int(read.low) if read else 0


class RelativeReader:
    """Reads the dates of one text that need no year of their own; `published` anchors them."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published

    def position(self, reading: Reading) -> Reading:
        """初, 末, 底 after a part of a year."""
        if self.text.startswith(("初", "末", "底"), reading.end):
            mod: Mod = "START" if self.text[reading.end] == "初" else "END"
            return reading._replace(end=reading.end + 1, mod=mod)
        return reading

    def first_of(self, forms: Iterable[Form], start: int) -> Reading | None:
        """What the first of the forms reads at `start`."""
        for pattern, read in forms:
            match = pattern.match(self.text, start)
            reading = read(self, match) if match else None
            if reading is not None:
                return reading
        return None

    def _step_quarter(self, match: re.Match[str]) -> Reading | None:
        reading = self.fixed(*match.span(), timex.step(self.published, "quarter", STEPS[match[1]]), "part")
        return self.position(reading) if reading else None

    def _position_in_year(self, match: re.Match[str]) -> Reading | None:
        """年底, 年内 of the year of publication."""
        return self._position_in(match, "year")

    def _position_in_month(self, match: re.Match[str]) -> Reading | None:
        """月初, 月内 of the month of publication."""
        return self._position_in(match, "month")

    def _position_in(self, match: re.Match[str], unit: Literal["year", "month"]) -> Reading | None:
        before = self.text[match.start() - 1 : match.start()]
        if before.isdigit() and names_before(self.text, match.start()):
            before = ""
        if before and before in "0123456789一二三四五六七八九十两几个半数每多当同万历":
            return None
        reading = self.fixed(*match.span(), timex.step(self.published, unit, 0), unit)
        if reading is None:
            return None
        mods: dict[str, Mod] = {"底": "END", "末": "END", "终": "END", "初": "START", "中": "MID"}
        return reading._replace(mod=mods.get(match[1]), within=match[1] == "内")

    def _day_number(self, match: re.Match[str]) -> Reading | None:
        """今(15)日."""
        start, end = match.span()
        if self.published is None or (start and self.text[start - 1] in "当文发说表证声"):
            return None
        return Reading(start, end, "day", day=int(match[2]), prefer_past=match[1] != "明")

    def _day_word(self, match: re.Match[str]) -> Reading | None:
        return self.fixed(*match.span(), timex.step(self.published, "day", _DATA["relative_day"][match[1]]), "day")

    def _week(self, match: re.Match[str]) -> Reading | None:
        start, end = match.span()
        if start and self.text[start - 1] in "早晚马北海线":
            return None
        weeks = STEPS[match[1]]
        if match[2]:
            return self.fixed(start, end, timex.weekday(self.published, WEEKDAY_NAMES[match[2]], weeks), "day")
        period = timex.step(self.published, "week", weeks)
        if match[3]:
            period = timex.weekend(period.start) if period and period.start else Period("XXXX-WXX-WE")
        return self.fixed(start, end, period, "week")

    def _weekday(self, match: re.Match[str]) -> Reading | None:
        if self._is_every(match):
            return None
        return Reading(*match.span(), "day", weekday=WEEKDAY_NAMES[match[1]])

    def _weekend(self, match: re.Match[str]) -> Reading | None:
        if self._is_every(match):
            return None
        period = timex.weekend(self.published) if self.published else Period("XXXX-WXX-WE")
        return self.fixed(*match.span(), period, "week")

    def _is_every(self, match: re.Match[str]) -> bool:
        return self.text[match.start() - 1 : match.start()] in ("每", "逢")

    def _code(self, match: re.Match[str]) -> Reading | None:
        """2025Q3, Q3, 3Q25, 1H25."""
        before = self.text[match.start() - 1 : match.start()]
        if before.isascii() and before.isalnum():
            return None
        year = match[1] or match[5] or match[7]
        quarter, half = match[2] or match[4], match[3] or match[6]
        build: Builder = (lambda y: timex.quarter(y, int(quarter))) if quarter else (lambda y: timex.half(y, int(half)))
        reading = Reading(*match.span(), "part", build=build)
        if year:
            return reading._replace(year=full_year(int(year)) if len(year) == 2 else int(year), has_year=True)
        return reading

    def _decade(self, match: re.Match[str]) -> Reading | None:
        """90年代, 上世纪七八十年代, 2020年代."""
        if match[2]:
            return self._era(match, timex.decade(int(match[2])))
        last = number(match[4])
        century = self._century_number(match[1]) if match[1] else (21 if last <= 20 else 20)
        decade = timex.decade((century - 1) * 100 + last)
        first = timex.decade((century - 1) * 100 + 10 * number(match[3])) if match[3] else None
        return self._era(match, timex.span(first, decade) if first and decade else decade)

    def _century(self, match: re.Match[str]) -> Reading | None:
        return self._era(match, timex.century(self._century_number(match[1])))

    def _era(self, match: re.Match[str], period: Period | None) -> Reading | None:
        reading = self.fixed(*match.span(), period, "other")
        word = PARTS.after(self.text, reading.end) if reading else None
        return reading._replace(end=reading.end + len(word[0]), mod=word[1]) if reading and word else reading

    def _century_number(self, word: str) -> int:
        current = (self.published.year if self.published else 2000) // 100 + 1
        return {"上": current - 1, "本": current, "下": current + 1}.get(word) or number(word)

    def _holiday(self, match: re.Match[str]) -> Reading | None:
        found = holidays.holiday_at(self.text, match.start(), after_year=False)
        return Reading(match.start(), found[1], "day", build=found[0]) if found else None

    def _vague(self, match: re.Match[str]) -> Reading | None:
        word, before = match[0], self.text[match.start() - 1 : match.start()]
        if word in ("近日", "日前", "近来") and before and before in "最附今昨明临接每":
            return None
        if word == "日前" and before and (before.isdigit() or before in "一二三四五六七八九十两几数"):
            return None
        return Reading(*match.span(), "other", fixed=Period(VAGUE[word]))

    def numeric(self, start: int, *, joined: bool = False) -> Reading | None:
        text = self.text
        if (
            start
            and not joined
            and (text[start - 1].isascii() and (text[start - 1].isalnum() or text[start - 1] in "-/."))
        ):
            return None
        iso = _ISO.match(text, start)
        if iso:
            return self.fixed(
                start,
                iso.end(),
                timex.day(int(iso[1]), int(iso[3]), int(iso[4])),
                "day",
                month=int(iso[3]),
                year=int(iso[1]),
            )
        iso_month = _ISO_MONTH.match(text, start)
        if iso_month:
            return self.fixed(
                start,
                iso_month.end(),
                timex.month(int(iso_month[1]), int(iso_month[2])),
                "month",
                month=int(iso_month[2]),
                year=int(iso_month[1]),
            )
        slashed = self._slashed(start) or self._slash_span(start)
        if slashed:
            return slashed
        compact = _COMPACT.match(text, start)
        if compact:
            return self.fixed(start, compact.end(), timex.day(*map(int, compact.groups())), "day")
        short = _SHORT_ISO.match(text, start)
        if short:
            return self.fixed(
                start, short.end(), timex.day(full_year(int(short[1])), int(short[2]), int(short[3])), "day"
            )
        bare = _SLASH_DAY.match(text, start) or _DASH_DAY.match(text, start)
        if bare and not _FRACTION_BEFORE.search(text, max(0, start - 6), start):
            return day_of(start, bare.end(), int(bare[1]), int(bare[2]))
        return None

    def _slash_span(self, start: int) -> Reading | None:
        """5/1-5/7."""
        match = _SLASH_SPAN.match(self.text, start)
        build = days_between(*map(int, match.groups())) if match else None
        return Reading(start, match.end(), "part", build=build) if match and build else None

    def _slashed(self, start: int) -> Reading | None:
        """10/1/2017 the American way, 31/12/99 the European one, 25/3/12 the Chinese one."""
        match = _AMERICAN.match(self.text, start)
        if match is None:
            return None
        first, second, last = map(int, match.groups())
        if len(match[3]) == 4:
            period = timex.day(last, first, second) or timex.day(last, second, first)
        else:
            chinese = timex.day(full_year(first), second, last) if first in _SHORT_YEARS else None
            year = full_year(last)
            period = chinese or timex.day(year, first, second) or timex.day(year, second, first)
        return self.fixed(start, match.end(), period, "day")

    def fixed(
        self,
        start: int,
        end: int,
        period: Period | None,
        unit: Unit,
        *,
        month: int | None = None,
        year: int | None = None,
    ) -> Reading | None:
        if period is None:
            return None
        return Reading(start, end, unit, fixed=period, month=month, year=year, has_year=year is not None)


def full_year(two_digits: int) -> int:
    """The century of a year of two digits: 00 to 39 are of the 21st."""
    return two_digits + (2000 if two_digits < 40 else 1900)


def month_of(start: int, end: int, month: int) -> Reading:
    return Reading(start, end, "month", build=lambda year: timex.month(year, month), month=month)


def days_between(month: int, day: int, last_month: int, last_day: int) -> Builder | None:
    """From one day of a year to a later one: 5/1-5/7; None where the calendar has no such days, or where they may be fractions."""
    if month != last_month and max(day, last_day) <= _MONTHS:
        return None
    if (month, day) >= (last_month, last_day) or not (
        timex.day(None, month, day) and timex.day(None, last_month, last_day)
    ):
        return None

    def build(year: int | None) -> Period | None:
        first, last = timex.day(year, month, day), timex.day(year, last_month, last_day)
        return timex.span(first, last) if first and last else None

    return build


def day_of(start: int, end: int, month: int, day: int) -> Reading:
    return Reading(start, end, "day", build=lambda year: timex.day(year, month, day), month=month, day=day)
