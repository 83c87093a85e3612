"""Parts of a year in a Chinese text: months and what is within them, quarters, halves, seasons, bare days of the month."""

from __future__ import annotations

import re
from typing import Any, Final

from models.values import Mod
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Season
from pipeline.extract.zh import durations, holidays, lunar
from pipeline.extract.zh.lexicons import Words, load
from pipeline.extract.zh.lunar import Builder
from pipeline.extract.zh.periods import days_of_month, iso_week, span_of
from pipeline.extract.zh.relative import (
    STEP,
    STEPS,
    WEEKDAY_NAMES,
    Form,
    Reading,
    RelativeReader,
    day_of,
    month_of,
    number,
)

_DATA: Final[dict[str, Any]] = load("dates.toml")
# With one of these before it, 前 is the end of another word (提前, 之前, 目前).
OTHER_WORDS: Final = frozenset("之以年月天日面提目此当从先生史空最晚早加在线网马赶超往")
_N = r"[0-9]{1,2}|[一二两三四五六七八九十廿卅]{1,3}"
MONTH = re.compile(
    r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九首]) {0,2}(?:月(?:份)?(?!球|亮(?!相)|饼|薪|租(?![金用赁])|刊"
    r"|台(?![积湾北中南媒股厂达光])|卡|嫂|季(?![度报])|光(?![模通伏刻电环迅芯纤学罩])|经(?![营销济过历由纪开]))|个月(?=中|的))"
)
_DAY = re.compile(
    r"(?:的)? {0,2}(3[01]|[12][0-9]|0?[1-9]|三十一?|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]) ?(?:[日号](?!元|圆|币|本|报(?!道|告|导|名|价|送)|系|线|称|码|召|角)|(?= |$|[,，](?![0-9]{3}(?![0-9]))|[。;；)]))"
)
BARE_DAY = re.compile(
    r"(3[01]|[12][0-9]|0?[1-9]|三十一?|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]) ?[日号](?![元圆币本系线称码召均内间机文楼院馆店]|报(?!道|告|导|名|价|送))"
)
# 12号 is a day behind one of these, behind another character it is part of a name (巨像2号).
_BEFORE_DAY_NUMBER: Final = frozenset("于在到自从至月定会将约今明昨是和与或本这前")
_PARTS_OF_MONTH: Final[Words[Mod]] = Words.by_label(_DATA["part_of_month"])
_NTH_WEEK = re.compile(rf"的?(?:第({_N})|最后一|首)个?(?:周|星期|礼拜)([一二三四五六日天])?")
_DAYS_OF_MONTH = re.compile(rf"的?(前|头|最后)({_N})(?:天|日)")
_NTH_MONTH = re.compile(rf"的?第({_N})个?月")
_WEEK_OF_YEAR = re.compile(r"的?第([0-9]{1,2}|[一二三四五六七八九十]{1,4})个?(?:周|星期|礼拜)(?![一二三四五六日天])")
HALF = re.compile(r"的?(上|下)半(?:年(?!度?报)度?)?|的?[HＨ]([12])(?![0-9A-Za-z])|的?第?([一二])半年")
QUARTER = re.compile(
    r"的?第([一二三四1-4])个季度| ?的?第? ?([一二三四1-4首末]) ?(?:季度|季(?!后|节|报))|的?Q([1-4])(?![0-9A-Za-z])|的?([1-4])Q(?![0-9A-Za-z])"
)
# 提前一季, 能见度仅一季: how long, and not which.
_BY_A_QUARTER = re.compile(
    r"(?:提前|提早|推迟|延后|延迟|延期|晚|早|落后|领先|缩短|延长|仅剩?|只剩?|不到|再过|还要|多等)(?:了|约|近|整整|足足|至少)*$"
)
FIRST_QUARTERS = re.compile(r"[前首头]([二两三23])(?:个)?季度?")
FIRST_MONTHS = re.compile(rf"(前|首|头|后|最后)({_N})个?月")
_SEASON = re.compile(r"的?(春|夏|秋|冬)(?!节|运|晚|至|奥|令|联)(?:天|季|日)?")
SUMMER_HOLIDAY = re.compile(r"暑假|暑期")
FREE_SEASON = re.compile(r"(春|夏|秋|冬)(?:天|季|日)(?!奥)")
THIS_SEASON = re.compile(r"(今|去|明|来)(春|夏|秋|冬)")
# 二三季度, 第二、三季度: two quarters side by side.
TWO_QUARTERS = re.compile(r"(?<![A-Za-z0-9])第?([一二三1-3])[、和及与]?第?([二三四2-4])(?:季度|季(?!后|节|报))")
_LUNAR_BEFORE = re.compile(r"(?:农历|阴历|旧历|闰)$")
STEP_MONTH = re.compile(rf"({STEP})(?:个)?月(?!球|饼)(?:份)?")


class PartReader(RelativeReader):
    """Reads the parts of a year of one text; a part without its year is resolved against publication later."""

    def _first_part(self, match: re.Match[str]) -> Reading | None:
        """前三季度 and 前5个月 of this year; 前两个月 said before two months of it have passed are the two before."""
        start, months = match.start(), FIRST_MONTHS.match(match[0])
        if start and self.text[start - 1] in OTHER_WORDS:
            return None
        if months and months[1] == "前" and self.published and self.published.month <= number(months[2]) <= 12:
            low = timex.step(self.published, "month", -number(months[2]))
            high = timex.step(self.published, "month", -1)
            return self.fixed(start, match.end(), timex.span(low, high) if low and high else None, "part")
        return self._part_of_year(start)

    def _part_of_year(self, start: int) -> Reading | None:
        """The quarter, half, season, months or week of a year at `start`."""
        return self.first_of(_PARTS_OF_YEAR, start)

    def _first_quarters(self, match: re.Match[str]) -> Reading:
        return _part(match, span_of(timex.quarter, 1, number(match[1])))

    def _first_months(self, match: re.Match[str]) -> Reading | None:
        count = number(match[2])
        if not 0 < count <= 12:
            return None
        low, high = (1, count) if match[1] in "前首头" else (13 - count, 12)
        return _part(match, span_of(timex.month, low, high))

    def _week_of_year(self, match: re.Match[str]) -> Reading:
        return Reading(match.start(), match.end(), "week", build=iso_week(number(match[1])))

    def _nth_month(self, match: re.Match[str]) -> Reading:
        return month_of(match.start(), match.end(), number(match[1]))

    def _summer_holiday(self, match: re.Match[str]) -> Reading:
        return _part(match, span_of(timex.month, 7, 8))

    def _half(self, match: re.Match[str]) -> Reading:
        which = 1 if match[1] == "上" or match[2] == "1" or match[3] == "一" else 2
        return self.position(_part(match, lambda year: timex.half(year, which)))

    def _quarter(self, match: re.Match[str]) -> Reading | None:
        if match[2] == "一" and _BY_A_QUARTER.search(self.text, max(0, match.start() - 6), match.start()):
            return None
        which = number(next(word for word in match.groups() if word))
        return self.position(_part(match, lambda year: timex.quarter(year, which)))

    def _two_quarters(self, match: re.Match[str]) -> Reading | None:
        low, high = number(match[1]), number(match[2])
        return _part(match, span_of(timex.quarter, low, high)) if high == low + 1 else None

    def _season(self, match: re.Match[str]) -> Reading:
        name: Season = _DATA["seasons"][match[1]]
        return self.position(_part(match, lambda year: timex.season(year, name)))

    def _season_of_year(self, match: re.Match[str]) -> Reading:
        """今夏, 去冬."""
        step = {"今": 0, "去": -1, "明": 1, "来": 1}[match[1]]
        name: Season = _DATA["seasons"][match[2]]
        year = self.published.year + step if self.published else None
        return _part(match, lambda y: timex.season(y, name))._replace(year=year, has_year=True)

    def _lunar(self, match: re.Match[str]) -> Reading | None:
        moon = lunar.lunar_at(self.text, match.start())
        return Reading(match.start(), moon[1], "day" if moon[2] else "month", build=moon[0]) if moon else None

    def _month(self, match: re.Match[str]) -> Reading | None:
        """A month without its year."""
        start = match.start()
        if (
            match[1] == "首"
            or "个" in match[0]
            or (start and (self.text[start - 1] in "第." or self.text[start - 1].isdigit()))
        ):
            return None
        return None if durations.months_counted(self.text, start) else self._month_of_year(match, None)

    def _month_of_year(self, match: re.Match[str], year: int | None) -> Reading | None:
        if _LUNAR_BEFORE.search(self.text, max(0, match.start() - 3), match.start()):
            return None
        return self._within_month(month_of(*match.span(), number(match[1]))._replace(year=year))

    def _within_month(self, reading: Reading) -> Reading:
        """A day, a third or a week of the month just read."""
        month = reading.month
        build = reading.build
        if build is None:
            return reading
        day = _DAY.match(self.text, reading.end)
        if day and month and (day.group().strip()[-1] in "日号" or day[1].isascii() or reading.end - reading.start > 1):
            count = number(day[1])
            if timex.day(reading.year, month, count):
                return day_of(reading.start, day.end(), month, count)._replace(
                    year=reading.year, has_year=reading.has_year
                )
            if day.group().strip()[-1] in "日号":  # 2月30日: no day of the calendar, and no other one is meant
                return Reading(reading.start, day.end(), "other", fiscal=True)
        days = _DAYS_OF_MONTH.match(self.text, reading.end)
        if days and month and number(days[2]):
            builder = days_of_month(month, number(days[2]), from_end=days[1] == "最后")
            return reading._replace(end=days.end(), unit="part", build=builder)
        week = _NTH_WEEK.match(self.text, reading.end)
        if week and month:
            nth = -1 if "最后" in week.group() else number(week[1] or "一")
            weekday = WEEKDAY_NAMES[week[2]] if week[2] else None
            maker: Builder = (
                (lambda year: holidays.nth_weekday(year, month, nth, weekday))
                if weekday
                else (lambda year: holidays.nth_week(year, month, nth))
            )
            return reading._replace(end=week.end(), unit="week", build=maker)
        part = _PARTS_OF_MONTH.after(self.text, reading.end)
        if part and not self.text.startswith(
            (
                "中国",
                "中芯",
                "中心",
                "中央",
                "中美",
                "中移",
                "中电信",
                "中联通",
                "中兴",
                "中科",
                "中信",
                "初步",
                "底层",
            ),
            reading.end,
        ):
            return reading._replace(end=reading.end + len(part[0]), mod=part[1])
        if self.text.startswith("内", reading.end):
            return reading._replace(end=reading.end + 1, within=True)
        return reading

    def _bare_day(self, match: re.Match[str]) -> Reading | None:
        start = match.start()
        if start and (self.text[start - 1].isdigit() or self.text[start - 1] in "第.+-"):
            return None
        before = self.text[start - 1 : start]
        if match.group().endswith("号") and "一" <= before <= "龥" and before not in _BEFORE_DAY_NUMBER:
            return None
        if self.text[max(0, start - 2) : start].endswith(
            ("为期", "历时", "用时", "连续", "长达", "满", "近", "约", "超", "第")
        ):
            return None
        if self.text.startswith(("前", "后", "以", "之", "来"), match.end()) and match.group().endswith("日"):
            return None
        return Reading(start, match.end(), "day", day=number(match[1]))

    def _step_month(self, match: re.Match[str]) -> Reading | None:
        start = match.start()
        period = timex.step(self.published, "month", STEPS[match[1]])
        if period is None:
            return None
        if period.start is None:
            return self._within_month(Reading(start, match.end(), "month", fixed=period, build=None))
        year, month = period.start.year, period.start.month
        return self._within_month(month_of(start, match.end(), month)._replace(year=year, has_year=True))


def _part(match: re.Match[str], build: Builder) -> Reading:
    return Reading(match.start(), match.end(), "part", build=build)


_PARTS_OF_YEAR: Final[tuple[Form, ...]] = (
    (FIRST_QUARTERS, PartReader._first_quarters),
    (FIRST_MONTHS, PartReader._first_months),
    (_WEEK_OF_YEAR, PartReader._week_of_year),
    (_NTH_MONTH, PartReader._nth_month),
    (SUMMER_HOLIDAY, PartReader._summer_holiday),
    (HALF, PartReader._half),
    (TWO_QUARTERS, PartReader._two_quarters),
    (QUARTER, PartReader._quarter),
    (_SEASON, PartReader._season),
)
