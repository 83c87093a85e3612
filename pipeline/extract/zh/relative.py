"""Chinese dates that stand on the day of publication or on nothing: 昨天, 上周五, 本季度, 年底, 90年代, Q3, 春节, 近期."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from models.values import Mod
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period
from pipeline.extract.zh import holidays
from pipeline.extract.zh.lexicons import Words, alternation, load
from pipeline.extract.zh.lunar import Builder
from pipeline.extract.zh.numbers import read_numeral

Unit = Literal["year", "part", "month", "day", "week", "other"]

_DATA: Final[dict[str, Any]] = load("dates.toml")
PARTS: Final[Words[Mod]] = Words.by_label(_DATA["parts"])
_QUARTER_CODE = re.compile(
    r"(20[0-9]{2}|[0-9]{2})?年?(?:Q([1-4])|H([12]))(?![0-9A-Za-z])|([1-4])Q(20[0-9]{2}|[0-9]{2})?(?![0-9A-Za-z])|([12])H(20[0-9]{2}|[0-9]{2})(?![0-9A-Za-z])"
)
_DECADE = re.compile(
    r"(?:(上|本|[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:个)?世纪)?([0-9]0|[一二三四五六七八九]十) ?年代"
)
_CENTURY = re.compile(r"(上|本|下|[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:个)?世纪(?!经济|大道|初心|互联|华通)")
_DAY_WORD = re.compile(f"({alternation(_DATA['relative_day'])})(?!头条|之后》|方舟|之后周|股|资本|视角|说)")
_DAY_NUMBER = re.compile(r"(今|昨|明)(?:天|日)? ?[(]?([0-9]{1,2})[)]? ?日?(?=[)日,，。])[)日]?")
WEEKDAY_NAMES: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
STEPS: Final[dict[str, int]] = _DATA["steps"]
STEP = alternation(STEPS)
_WEEK = re.compile(
    rf"({STEP})(?:个)?(?:周|星期|礼拜)(?:的)?(?:(?:周|星期|礼拜)?([一二三四五六日天])|(末))?(?![年岁围边期转详报刊])"
)
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])(?![一二三四五六日天年份者]|[个家台])")
_WEEKEND = re.compile(r"周末")
_STEP_QUARTER = re.compile(rf"({STEP})(?:个)?季度?(?!节)")
_MONTH_END = re.compile(r"月(底|末|初|中(?!国)|内)")
_YEAR_END = re.compile(r"年(底|末|初|中(?!国|国企)|内|终)(?!奖|端)")
_VAGUE: Final[Words[str]] = Words.by_label(_DATA["vague"])


_ISO = re.compile(r"([12][0-9]{3})([-/.])([0-9]{1,2})(?:\2|-)([0-9]{1,2})(?![0-9])")
_ISO_MONTH = re.compile(
    r"((?:19|20)[0-9]{2})[-/.](0[1-9]|1[0-2])(?![0-9%万亿元颗个片张台块美.:]|-[0-9]{2}(?![0-9])|[A-Za-z])"
)
_AMERICAN = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/])")
_SHORT_ISO = re.compile(r"([0-9]{2})-([0-9]{1,2})-([0-9]{1,2})(?![0-9-])")
_FRACTION_BEFORE = re.compile(r"(?:[降减缩仅只约占]|原来|不到|不足|近)[低少小至到为有的]{0,3} ?$")
_SLASH_DAY = re.compile(r"(1[0-2]|0?[1-9])/(1[3-9]|2[0-9]|3[01])(?![0-9/.%万亿A-Za-z])")
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

    def _step_quarter(self, start: int) -> Reading | None:
        match = _STEP_QUARTER.match(self.text, start)
        if match is None:
            return None
        reading = self.fixed(start, match.end(), timex.step(self.published, "quarter", STEPS[match[1]]), "part")
        return self.position(reading) if reading else None

    def _position_alone(self, start: int) -> Reading | None:
        """年底, 月初, 年内 of the year or month of publication."""
        for pattern, unit in ((_YEAR_END, "year"), (_MONTH_END, "month")):
            match = pattern.match(self.text, start)
            if match is None:
                continue
            if start and (
                "0" <= self.text[start - 1] <= "9"
                or self.text[start - 1] in "一二三四五六七八九十两几个半数每多当同万历"
            ):
                return None
            period = timex.step(self.published, unit, 0)  # type: ignore[arg-type]
            reading = self.fixed(start, match.end(), period, unit)  # type: ignore[arg-type]
            if reading is None:
                return None
            mods: dict[str, Mod] = {"底": "END", "末": "END", "终": "END", "初": "START", "中": "MID"}
            return reading._replace(mod=mods.get(match[1]), within=match[1] == "内")
        return None

    def _day_word(self, start: int) -> Reading | None:
        numbered = _DAY_NUMBER.match(self.text, start)
        if numbered and self.published and (not start or self.text[start - 1] not in "当文发说表证声"):
            return Reading(start, numbered.end(), "day", day=int(numbered[2]), prefer_past=numbered[1] != "明")
        match = _DAY_WORD.match(self.text, start)
        if match is None:
            return None
        return self.fixed(start, match.end(), timex.step(self.published, "day", _DATA["relative_day"][match[1]]), "day")

    def _week(self, start: int) -> Reading | None:
        match = _WEEK.match(self.text, start)
        if match is None or (start and self.text[start - 1] in "早晚马北海线"):
            return None
        weeks = STEPS[match[1]]
        if match[2]:
            return self.fixed(start, match.end(), timex.weekday(self.published, WEEKDAY_NAMES[match[2]], weeks), "day")
        period = timex.step(self.published, "week", weeks)
        if match[3]:
            period = timex.weekend(period.start) if period and period.start else Period("XXXX-WXX-WE")
        return self.fixed(start, match.end(), period, "week")

    def _weekday(self, start: int) -> Reading | None:
        if start and self.text[start - 1] in "每逢":
            return None
        match = _WEEKDAY.match(self.text, start)
        if match:
            return Reading(start, match.end(), "day", weekday=WEEKDAY_NAMES[match[1]])
        end = _WEEKEND.match(self.text, start)
        if end:
            period = timex.weekend(self.published) if self.published else Period("XXXX-WXX-WE")
            return self.fixed(start, end.end(), period, "week")
        return None

    def _code(self, start: int) -> Reading | None:
        """2025Q3, Q3, 3Q25, 1H25."""
        if start and self.text[start - 1].isascii() and self.text[start - 1].isalnum():
            return None
        match = _QUARTER_CODE.match(self.text, start)
        if match is None:
            return None
        year = match[1] or match[5] or match[7]
        quarter, half = match[2] or match[4], match[3] or match[6]
        build: Builder = (lambda y: timex.quarter(y, int(quarter))) if quarter else (lambda y: timex.half(y, int(half)))
        reading = Reading(start, match.end(), "part", build=build)
        if year:
            return reading._replace(year=full_year(int(year)) if len(year) == 2 else int(year), has_year=True)
        return reading

    def _era(self, start: int) -> Reading | None:
        decade = _DECADE.match(self.text, start)
        if decade:
            first = number(decade[2])
            century = self._century_number(decade[1]) if decade[1] else (21 if first <= 20 else 20)
            reading = self.fixed(start, decade.end(), timex.decade((century - 1) * 100 + first), "other")
            return self._era_part(reading)
        match = _CENTURY.match(self.text, start)
        if match is None:
            return None
        return self._era_part(self.fixed(start, match.end(), timex.century(self._century_number(match[1])), "other"))

    def _era_part(self, reading: Reading | None) -> Reading | None:
        word = PARTS.after(self.text, reading.end) if reading else None
        return reading._replace(end=reading.end + len(word[0]), mod=word[1]) if reading and word else reading

    def _century_number(self, word: str) -> int:
        current = (self.published.year if self.published else 2000) // 100 + 1
        return {"上": current - 1, "本": current, "下": current + 1}.get(word) or number(word)

    def _holiday(self, start: int) -> Reading | None:
        found = holidays.holiday_at(self.text, start, after_year=False)
        return Reading(start, found[1], "day", build=found[0]) if found else None

    def _vague(self, start: int) -> Reading | None:
        found = _VAGUE.after(self.text, start)
        if found is None or (
            found[0] in ("近日", "日前", "近来") and start and self.text[start - 1] in "最附今昨明临接每"
        ):
            return None
        if (
            found[0] == "日前"
            and start
            and (self.text[start - 1].isdigit() or self.text[start - 1] in "一二三四五六七八九十两几数")
        ):
            return None
        return Reading(start, start + len(found[0]), "other", fixed=Period(found[1]))

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
        american = _AMERICAN.match(text, start)
        if american:
            year = full_year(int(american[3])) if len(american[3]) == 2 else int(american[3])
            first, second = int(american[1]), int(american[2])
            period = timex.day(year, first, second) or timex.day(year, second, first)
            return self.fixed(start, american.end(), period, "day")
        short = _SHORT_ISO.match(text, start)
        if short:
            return self.fixed(
                start, short.end(), timex.day(full_year(int(short[1])), int(short[2]), int(short[3])), "day"
            )
        bare = _SLASH_DAY.match(text, start) or _DASH_DAY.match(text, start)
        if bare and not _FRACTION_BEFORE.search(text, max(0, start - 6), start):
            return day_of(start, bare.end(), int(bare[1]), int(bare[2]))
        return None

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


def day_of(start: int, end: int, month: int, day: int) -> Reading:
    return Reading(start, end, "day", build=lambda year: timex.day(year, month, day), month=month, day=day)
