"""Single Chinese dates, as written: what stands at one place of a folded text, not yet resolved against publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from models.values import Mod
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Season
from pipeline.extract.zh import holidays, lunar
from pipeline.extract.zh.lexicons import Words, alternation, load
from pipeline.extract.zh.lunar import Builder
from pipeline.extract.zh.periods import any_year, days_of_month, iso_week, span_of
from pipeline.extract.zh.relative import (
    PARTS,
    STEP,
    STEPS,
    WEEKDAY_NAMES,
    Reading,
    RelativeReader,
    day_of,
    full_year,
    month_of,
    number,
)

_DATA: Final[dict[str, Any]] = load("dates.toml")
_HAN = "零〇一二三四五六七八九"
# With one of these before it, 前 is the end of another word (提前, 之前, 目前).
OTHER_WORDS: Final = frozenset("之以年月天日面提目此当从先生史空最晚早加在线网马赶超往")
_N = r"[0-9]{1,2}|[一二两三四五六七八九十廿卅]{1,3}"
_JOINT = r" {0,2}(?:~|-{1,2}|[–—―]{1,2}|至|到) {0,2}"
# Nothing else than this is a number of a date: looked at first, because most numbers are none.
_NUMBER_OF_DATE = re.compile(
    rf"[0-9]{{4}}[-/.][0-9]|[0-9]{{1,2}}[-/][0-9]|[0-9{_HAN}十百千廿卅两]{{1,6}} {{0,2}}(?:[年月日号季财世QH]|个(?:季|月[中的]))"
)
_YEAR4 = re.compile(
    rf"(?:公元|西元|纪元)? ?([12][0-9]{{3}}|[一二][{_HAN}]{{3}}) {{0,2}}(?:年度|年)(?!级|轮|检|薪|产|货|期|费)"
)
_YEAR_WORDS = re.compile(r"(?:公元|西元|纪元)? ?([一二两]千(?:零[一-九]|[零一二三四五六七八九十百]{1,5})?)年")
_BEFORE_COUNT: Final = tuple(_DATA["short_year"]["count_before"])
_AFTER_COUNT: Final = tuple(_DATA["short_year"]["count_after"])
_YEAR2 = re.compile(rf"'?([0-9]{{2}}|[{_HAN}]{{2}}) ?年(?![级轮检薪产货期费龄])")
_ROC = re.compile(r"(?:民国|中华民国) ?([0-9]{1,3}|[一二三四五六七八九十百零〇]{1,5}|元) ?年")
_RELATIVE_YEAR = re.compile(f"({alternation(_DATA['relative_year'])})(?:的|度)?")
_YEAR_OF_NUMBER: Final = re.compile(r"[内间里]")
_MONTH = re.compile(
    r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九首]) {0,2}(?:月(?:份)?(?!球|亮|饼|薪|租|刊|台|卡|嫂|季|光|经)|个月(?=中|的))"
)
_DAY = re.compile(
    r"(?:的)? {0,2}(3[01]|[12][0-9]|0?[1-9]|三十一?|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]) ?(?:[日号](?!元|圆|币|本|报(?!道|告|导|名|价|送)|系|线|称|码|召|角)|(?= |$|[,，。;；)]))"
)
_BARE_DAY = re.compile(
    r"(3[01]|[12][0-9]|0?[1-9]|三十一?|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]) ?[日号](?![元圆币本系线称码召均内间机文楼院馆店]|报(?!道|告|导|名|价|送))"
)
# 12号 is a day behind one of these, behind another character it is part of a name (巨像2号).
_BEFORE_DAY_NUMBER: Final = frozenset("于在到自从至月定会将约今明昨是和与或本这前")
_PARTS_OF_MONTH: Final[Words[Mod]] = Words.by_label(_DATA["part_of_month"])
_NTH_WEEK = re.compile(rf"的?(?:第({_N})|最后一|首)个?(?:周|星期|礼拜)([一二三四五六日天])?")
_DAYS_OF_MONTH = re.compile(rf"的?(前|头|最后)({_N})(?:天|日)")
_NTH_MONTH = re.compile(rf"的?第({_N})个?月")
_WEEK_OF_YEAR = re.compile(r"的?第([0-9]{1,2}|[一二三四五六七八九十]{1,4})个?(?:周|星期|礼拜)(?![一二三四五六日天])")
_HALF = re.compile(r"的?(上|下)半(?:年(?!度?报)度?)?|的?[HＨ]([12])(?![0-9A-Za-z])|的?第?([一二])半年")
_QUARTER = re.compile(
    r"的?第([一二三四1-4])个季度|的?第?([一二三四1-4首末])(?:季度|季(?!后|节|报))|的?Q([1-4])(?![0-9A-Za-z])|的?([1-4])Q(?![0-9A-Za-z])"
)
_FIRST_QUARTERS = re.compile(r"前([二两三23])(?:个)?季度?")
_FIRST_MONTHS = re.compile(rf"(前|首|头|后|最后)({_N})个?月")
_SEASON = re.compile(r"的?(春|夏|秋|冬)(?!节|运|晚|至|奥|令|联)(?:天|季|日)?")
_SUMMER_HOLIDAY = re.compile(r"暑假|暑期")
_FREE_SEASON = re.compile(r"(春|夏|秋|冬)(?:天|季|日)(?!奥)")
_THIS_SEASON = re.compile(r"(今|去|明|来)(春|夏|秋|冬)")
_YEAR_PART = re.compile(
    rf" ?({alternation(w for words in _DATA['parts'].values() for w in words)})(?!国|央|心|间|文|美|方|共|型|端|标|衡|级|芯)"
)
_FISCAL = re.compile(
    r"(?:FY ?'?(?:20)?[0-9]{2}(?:Q[1-4])?|(?:[12][0-9]{3}|[0-9]{2}|[一二]〇[一二三四五六七八九零〇]{2}|本|上一?|下一?|今|明|去|新)年?(?:个)?(?:财年|会计年度|财政年度)"
    r"|第?[一二三四1-4]财季|[上本下]一?个?财季)(?:的?(?:第?[一二三四1-4]个?(?:财季|季度?)|Q[1-4]|[上下]半年|全年))?"
)
_LUNAR_BEFORE = re.compile(r"(?:农历|阴历|旧历|闰)$")
_REIGNS: Final = Words(_DATA["reigns"])
_REIGN_YEAR = re.compile(r"([0-9]{1,2}|[一二三四五六七八九十]{1,3}|元) ?年")
_YEARS_TOGETHER = re.compile(alternation(_DATA["years_together"]))
_STEP_MONTH = re.compile(rf"({STEP})(?:个)?月(?!球|饼)(?:份)?")


class Reader(RelativeReader):
    """Reads single dates of one text; `published` anchors the relative ones."""

    def read(self, start: int, *, joined: bool = False) -> Reading | None:
        """The date that begins at `start`; `joined` that it is the second of a span, so that a hyphen may stand before it."""
        if start >= len(self.text):
            return None
        character = self.text[start]
        if character in _NUMBERS and not _NUMBER_OF_DATE.match(self.text, start):
            return self._holiday(start) if character in _HOLIDAY_NUMBERS else None
        if joined and character in _ARABIC:
            numeric = self.numeric(start, joined=True)
            if numeric:
                return numeric
        for method in _DISPATCH.get(character, ()):
            reading: Reading | None = method(self, start)
            if reading is not None:
                return reading
        return None

    def _year(self, start: int) -> Reading | None:
        text = self.text
        fiscal = _FISCAL.match(text, start)
        if fiscal and not (start and text[start - 1].isalnum() and text[start - 1].isascii()):
            return Reading(start, fiscal.end(), "other", fiscal=True)
        four = _YEAR4.match(text, start)
        if four:
            return self._after_year(start, four.end(), _digits(four[1]), known=True)
        republic = _ROC.match(text, start)
        if republic:
            return self._after_year(start, republic.end(), number(republic[1]) + 1911, known=True)
        together = _YEARS_TOGETHER.match(text, start)
        if together:
            return self._years_together(start, together)
        words = _YEAR_WORDS.match(text, start)
        if words and 1900 < number(words[1]) < 2100:
            return self._after_year(start, words.end(), number(words[1]), known=True)
        relative = _RELATIVE_YEAR.match(text, start)
        if relative:
            step = _DATA["relative_year"][relative[1]]
            year = self.published.year + step if self.published else None
            return self._after_year(start, relative.end(), year, known=self.published is not None)
        return self._reign_year(start) or self._short_year(start)

    def _reign_year(self, start: int) -> Reading | None:
        """令和7年: a year counted from a reign's first, whose name stands before the number at `start`."""
        reign = _REIGNS.before(self.text, start)
        match = _REIGN_YEAR.match(self.text, start) if reign else None
        if reign is None or match is None:
            return None
        name, first = reign
        return self._after_year(start - len(name), match.end(), first + number(match[1]) - 1, known=True)

    def _years_together(self, start: int, match: re.Match[str]) -> Reading | None:
        """今明两年."""
        low, high = (timex.step(self.published, "year", step) for step in _DATA["years_together"][match.group()])
        return self.fixed(start, match.end(), timex.span(low, high) if low and high else None, "year")

    def _short_year(self, start: int) -> Reading | None:
        """25年, 零八年: a year of two digits where a month or part follows, or the digits cannot be a count of years."""
        two = _YEAR2.match(self.text, start)
        if two is None or (start and (self.text[start - 1].isdigit() or self.text[start - 1] in ".,第")):
            return None
        digits = "".join(str(number(c)) for c in two[1])
        year = full_year(int(digits))
        if self.published and year >= 2000 and year > self.published.year + 10:
            year -= 100
        reading = self._after_year(start, two.end(), year, known=True)
        if reading is None:
            return None
        detailed = reading.end > two.end()
        if detailed or self._is_year(two, digits, year):
            return reading
        return None

    def _is_year(self, match: re.Match[str], digits: str, year: int) -> bool:
        following = self.text[match.end() : match.end() + 2]
        preceding = self.text[max(0, match.start() - 3) : match.start()]
        if following.startswith(_AFTER_COUNT) and digits[0] != "0":
            return False
        if not match[1].isdigit() or not match[1].isascii():
            return digits[0] == "0" or (int(digits[1]) - int(digits[0]) != 1 and digits != "35")
        if digits[0] == "0":
            return True
        if self.published is None or preceding.endswith(_BEFORE_COUNT):
            return False
        near = -4 <= year - self.published.year <= 6
        return near and (int(digits) % 10 != 0 or preceding.endswith(("在", "于", "从", "自", ",", "，", "(", "。")))

    def _after_year(self, start: int, end: int, year: int | None, *, known: bool) -> Reading | None:
        """The part of a year that follows it, or the year itself."""
        base = Reading(start, end, "year", build=any_year, year=year if known else None, has_year=True)
        place = end
        while self.text[place : place + 1] == " " and place - end < 2:
            place += 1
        moon = lunar.lunar_at(self.text, place, named=lunar.calendar_before(self.text, start))
        if moon:
            return base._replace(end=moon[1], unit="day" if moon[2] else "month", build=moon[0])
        holiday = holidays.holiday_at(self.text, place, after_year=True)
        if holiday:
            return base._replace(end=holiday[1], unit="day", build=holiday[0])
        part = self._month(place, year=base.year, in_year=True) or self._part_of_year(place)
        if part is not None:
            return part._replace(start=start, year=base.year, has_year=True)
        position = _YEAR_PART.match(self.text, end)
        if position:
            word = PARTS.after(self.text, position.start(1))
            if word:
                return base._replace(end=position.end(), mod=word[1])
        if self.text.startswith(("内", "之内", "以内"), end):
            return base._replace(end=end + (1 if self.text.startswith("内", end) else 2), within=True)
        return base._replace(end=end - 1) if self.text[end - 1] == "的" else base

    def _part_of_year(self, start: int) -> Reading | None:
        text = self.text
        first_quarters = _FIRST_QUARTERS.match(text, start)
        if first_quarters:
            last = number(first_quarters[1])
            return Reading(start, first_quarters.end(), "part", build=span_of(timex.quarter, 1, last))
        first_months = _FIRST_MONTHS.match(text, start)
        if first_months and 0 < number(first_months[2]) <= 12:
            count = number(first_months[2])
            low, high = (1, count) if first_months[1] in "前首头" else (13 - count, 12)
            return Reading(start, first_months.end(), "part", build=span_of(timex.month, low, high))
        week = _WEEK_OF_YEAR.match(text, start)
        if week:
            return Reading(start, week.end(), "week", build=iso_week(number(week[1])))
        nth_month = _NTH_MONTH.match(text, start)
        if nth_month:
            return month_of(start, nth_month.end(), number(nth_month[1]))
        summer = _SUMMER_HOLIDAY.match(text, start)
        if summer:
            return Reading(start, summer.end(), "part", build=span_of(timex.month, 7, 8))
        return self._half(start) or self._quarter(start) or self._season(start, _SEASON)

    def _first_part(self, start: int) -> Reading | None:
        """前三季度 and 前5个月 of this year; 前两个月 said before two months of it have passed are the two before."""
        months = _FIRST_MONTHS.match(self.text, start)
        if start and self.text[start - 1] in OTHER_WORDS:
            return None
        if months and self.published and self.published.month <= number(months[2]) <= 12:
            low = timex.step(self.published, "month", -number(months[2]))
            high = timex.step(self.published, "month", -1)
            return self.fixed(start, months.end(), timex.span(low, high) if low and high else None, "part")
        return self._part_of_year(start)

    def _half(self, start: int) -> Reading | None:
        match = _HALF.match(self.text, start)
        if match is None:
            return None
        which = 1 if match[1] == "上" or match[2] == "1" or match[3] == "一" else 2
        return self.position(Reading(start, match.end(), "part", build=lambda year: timex.half(year, which)))

    def _quarter(self, start: int) -> Reading | None:
        match = _QUARTER.match(self.text, start)
        if match is None:
            return None
        which = number(next(word for word in match.groups() if word))
        return self.position(Reading(start, match.end(), "part", build=lambda year: timex.quarter(year, which)))

    def _season(self, start: int, pattern: re.Pattern[str]) -> Reading | None:
        match = pattern.match(self.text, start)
        if match is None:
            return None
        name: Season = _DATA["seasons"][match[1]]
        return self.position(Reading(start, match.end(), "part", build=lambda year: timex.season(year, name)))

    def _lunar(self, start: int) -> Reading | None:
        moon = lunar.lunar_at(self.text, start)
        return Reading(start, moon[1], "day" if moon[2] else "month", build=moon[0]) if moon else None

    def _month(self, start: int, *, year: int | None = None, in_year: bool = False) -> Reading | None:
        match = _MONTH.match(self.text, start)
        if match is None or (match[1] == "首" and not in_year):
            return None
        if not in_year and start and (self.text[start - 1] in "第." or self.text[start - 1].isdigit()):
            return None
        if _LUNAR_BEFORE.search(self.text, max(0, start - 3), start):
            return None
        return self._within_month(month_of(start, match.end(), number(match[1]))._replace(year=year))

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
        if part and not self.text.startswith(("中国", "中芯", "中心", "中央", "中美", "初步", "底层"), reading.end):
            return reading._replace(end=reading.end + len(part[0]), mod=part[1])
        if self.text.startswith("内", reading.end):
            return reading._replace(end=reading.end + 1, within=True)
        return reading

    def _bare_day(self, start: int) -> Reading | None:
        match = _BARE_DAY.match(self.text, start)
        if match is None or (start and (self.text[start - 1].isdigit() or self.text[start - 1] in "第.+-")):
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

    def _step_month(self, start: int) -> Reading | None:
        match = _STEP_MONTH.match(self.text, start)
        if match is None:
            return None
        period = timex.step(self.published, "month", STEPS[match[1]])
        if period is None:
            return None
        if period.start is None:
            return self._within_month(Reading(start, match.end(), "month", fixed=period, build=None))
        year, month = period.start.year, period.start.month
        return self._within_month(month_of(start, match.end(), month)._replace(year=year, has_year=True))

    def _free_season(self, start: int) -> Reading | None:
        this = _THIS_SEASON.match(self.text, start)
        if this:
            step = {"今": 0, "去": -1, "明": 1, "来": 1}[this[1]]
            name: Season = _DATA["seasons"][this[2]]
            year = self.published.year + step if self.published else None
            return Reading(start, this.end(), "part", build=lambda y: timex.season(y, name), year=year, has_year=True)
        return self._season(start, _FREE_SEASON)


def _digits(word: str) -> int:
    return int("".join(c if c.isascii() else str(number(c)) for c in word))


_ARABIC: Final = "0123456789"
_NUMBERS: Final = frozenset(_ARABIC + _HAN + "十廿")
_HOLIDAY_NUMBERS: Final = frozenset("五十六三八")
_METHODS: Final[list[tuple[str, Callable[[Reader, int], Reading | None]]]] = [
    (_ARABIC, Reader.numeric),
    (_ARABIC + "QH", Reader._code),
    (_ARABIC + _HAN + "十上本下", Reader._era),
    (_ARABIC + _HAN + "十两元公西纪民中今本这明来翌次下后大去上旧客前F第新'", Reader._year),
    ("年月", Reader._position_alone),
    (lunar.STARTS + _HAN + "十", Reader._lunar),
    (_ARABIC + _HAN + "十", Reader._month),
    ("今昨明前后大听寻", Reader._day_word),
    ("上下本这今", Reader._week),
    ("上下本这今", Reader._step_month),
    ("上下本这", Reader._half),
    ("第一二三四1234首", Reader._quarter),
    ("前", Reader._first_part),
    ("暑", Reader._part_of_year),
    ("上下本这", Reader._step_quarter),
    ("周星礼", Reader._weekday),
    (holidays.STARTS + "五十六三八", Reader._holiday),
    ("今去明来春夏秋冬", Reader._free_season),
    ("".join(sorted({w[0] for words in _DATA["vague"].values() for w in words})), Reader._vague),
    (_ARABIC + _HAN + "十廿", Reader._bare_day),
]
_DISPATCH: Final[dict[str, tuple[Callable[[Reader, int], Reading | None], ...]]] = {
    character: tuple(method for characters, method in _METHODS if character in characters)
    for character in {c for characters, _ in _METHODS for c in characters}
}

#: The characters that a date may begin with.
STARTS: Final = "".join(sorted(_DISPATCH))
JOINT: Final = _JOINT
