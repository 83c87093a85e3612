"""Single Chinese dates, as written: what stands at one place of a folded text, not yet resolved against publication."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period
from pipeline.extract.zh import holidays, lunar, parts, relative
from pipeline.extract.zh.lexicons import Words, alternation, load
from pipeline.extract.zh.parts import MONTH, PartReader
from pipeline.extract.zh.periods import any_year
from pipeline.extract.zh.relative import PARTS, Form, Method, Reading, full_year, number

_DATA: Final[dict[str, Any]] = load("dates.toml")
_HAN = "零〇一二三四五六七八九"
# Nothing else than this is a number of a date; its last character tells which methods may read one there.
_NUMBER_OF_DATE = re.compile(
    rf"[0-9]{{4}}[-/.](?=[0-9])|[0-9]{{1,2}}[-/](?=[0-9])|(?:19|20)[0-9]{{6}}(?![0-9])"
    rf"|[0-9{_HAN}十百千廿卅两]{{1,6}}+ {{0,2}}(?:[年月日号季财世QH]|会(?=计)|个(?=季|月[中的]))|[一二三][、和及与]第?[二三四]季"
)
_YEAR4 = re.compile(
    rf"(?:公元|西元|纪元)? ?([12][0-9]{{3}}|[一二][{_HAN}]{{3}}) {{0,2}}(?:年度|年)(?!级|轮|检|薪|产|货|期|费)"
)
_YEAR_WORDS = re.compile(r"(?:公元|西元|纪元)? ?([一二两]千(?:零[一-九]|[零一二三四五六七八九十百]{1,5})?)年")
_BEFORE_COUNT: Final = tuple(_DATA["short_year"]["count_before"])
_AFTER_COUNT: Final = tuple(_DATA["short_year"]["count_after"])
_YEAR2 = re.compile(rf"'?([0-9]{{2}}|[{_HAN}]{{2}}) ?年(?![级轮检薪产货期费龄])")
_ROC = re.compile(r"(?:民国|中华民国) ?([0-9]{1,3}|[一二三四五六七八九十百零〇]{1,5}|元) ?年")
_RELATIVE_YEAR = re.compile(f"(?!同年[级龄代]|全年[无不来候免])({alternation(_DATA['relative_year'])})(?:的|度)?")
_FROM_NAMED_YEAR: Final = frozenset({"同年", "翌年", "次年", "全年"})
_NAMED_YEAR = re.compile(rf"((?:19|20)[0-9]{{2}}) ?年|({alternation(set(_DATA['relative_year']) - _FROM_NAMED_YEAR)})")
_NAMED_REACH: Final = 90
_LINE_END = re.compile(r"\n")
_SENTENCE_END = re.compile(r"[\n。！？!?;；]")
_MONTH_BEHIND = re.compile(r" ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月")
_YEAR_PART = re.compile(
    rf" ?({alternation(w for words in _DATA['parts'].values() for w in words)})(?!国|央|心|间|文|美|方|共|型|端|标|衡|级|芯)"
)
_FISCAL = re.compile(
    r"(?:FY ?'?(?:20)?[0-9]{2}(?:Q[1-4])?|(?:[12][0-9]{3}(?:[-/][0-9]{2}(?:[0-9]{2})?)?|[0-9]{2}|[一二]〇[一二三四五六七八九零〇]{2}|本|上一?|下一?|今|明|去|新)年?(?:个)?(?:财年|会计年度|财政年度)"
    r"|第?[一二三四1-4]财季|[上本下]一?个?财季)(?:的?(?:第?[一二三四1-4]个?(?:财季|季度?)|Q[1-4]|[上下]半年|全年))?"
)
_REIGNS: Final = Words(_DATA["reigns"])
_REIGN_YEAR = re.compile(r"([0-9]{1,2}|[一二三四五六七八九十]{1,3}|元) ?年")
_NUMERIC_ENDS: Final = frozenset("-/.0123456789")
_YEAR_OF_PART = re.compile(
    r"((?:19|20)[0-9]{2}) ?(?:全年|(?=[上下]半年|第[一二三四1-4]个?季|[一二三四首末]季度|[春夏秋冬]季(?!赛|档)))"
)
_BEFORE_CHRIST = re.compile(rf"(?:公元|西元|纪元)前 ?([0-9]{{1,4}}|[{_HAN}十百千]{{1,7}}) ?(年|世纪)")
_DAYS_TOGETHER = re.compile(alternation(_DATA["days_together"]))
_YEARS_TOGETHER = re.compile(alternation(_DATA["years_together"]))
_NUMBERS: Final = frozenset(f"0123456789{_HAN}十廿")
# What stands between the two dates of a span.
JOINT: Final = r" {0,2}(?:~|-{1,2}|[–—―]{1,2}|至|到) {0,2}"


class Reader(PartReader):
    """Reads single dates of one text; `published` anchors the relative ones."""

    def read(self, start: int, *, joined: bool = False) -> Reading | None:
        """The date that begins at `start`; `joined` that it is the second of a span, so that a hyphen may stand before it."""
        character = self.text[start : start + 1]
        if character not in _NUMBERS:
            return self.first_of(_BY_FIRST.get(character, ()), start)
        number_of_date = _NUMBER_OF_DATE.match(self.text, start)
        if year_of_part := _YEAR_OF_PART.match(self.text, start):
            return self._year_of_part(year_of_part)
        if number_of_date is None:
            return self.first_of(_HOLIDAYS, start)
        unit = self.text[number_of_date.end() - 1]
        if unit in _NUMERIC_ENDS:
            return self.numeric(start, joined=joined) or self.first_of(_BY_UNIT["财"], start)
        return self.first_of(_BY_UNIT[unit], start)

    def _fiscal_year(self, match: re.Match[str]) -> Reading | None:
        before = self.text[match.start() - 1 : match.start()]
        if before.isalnum() and before.isascii():
            return None
        return Reading(match.start(), match.end(), "other", fiscal=True)

    def _year_of_part(self, match: re.Match[str]) -> Reading | None:
        """2024上半年, 2025全年: a year without 年 before a part of it."""
        before = self.text[match.start() - 1 : match.start()]
        if before and ((before.isascii() and before.isalnum()) or before in "-./"):
            return None
        return self._after_year(*match.span(), int(match[1]), known=True)

    def _before_christ(self, match: re.Match[str]) -> Reading | None:
        """公元前221年: before the calendar's first day, so without an interval."""
        count = number(match[1])
        period = Period(f"BC{count - 1:02d}" if match[2] == "世纪" else f"BC{count:04d}")
        return self.fixed(*match.span(), period, "other") if count else None

    def _days_together(self, match: re.Match[str]) -> Reading | None:
        """今明两天."""
        low, high = (timex.step(self.published, "day", step) for step in _DATA["days_together"][match[0]])
        return self.fixed(match.start(), match.end(), timex.span(low, high) if low and high else None, "day")

    def _four_digits(self, match: re.Match[str]) -> Reading:
        return self._after_year(match.start(), match.end(), _digits(match[1]), known=True)

    def _republic(self, match: re.Match[str]) -> Reading:
        """民國114年."""
        return self._after_year(match.start(), match.end(), number(match[1]) + 1911, known=True)

    def _years_together(self, match: re.Match[str]) -> Reading | None:
        """今明两年."""
        low, high = (timex.step(self.published, "year", step) for step in _DATA["years_together"][match[0]])
        return self.fixed(match.start(), match.end(), timex.span(low, high) if low and high else None, "year")

    def _year_in_words(self, match: re.Match[str]) -> Reading | None:
        year = number(match[1])
        return self._after_year(match.start(), match.end(), year, known=True) if 1900 < year < 2100 else None

    def _relative_year(self, match: re.Match[str]) -> Reading:
        year = self.published.year + _DATA["relative_year"][match[1]] if self.published else None
        if match[1] in _FROM_NAMED_YEAR:
            named = self.named_year(match.start())
            year = named + _DATA["relative_year"][match[1]] if named else year
        return self._after_year(match.start(), match.end(), year, known=year is not None)

    def named_year(self, start: int, *, sentence: bool = False) -> int | None:
        """The year that the text names last before `start` in its paragraph, or in its `sentence`, with a month: what
        同年 and 翌年 count from, and a month that stands behind (去年2月点亮, 4月扩到3万卡)."""
        named = list(_NAMED_YEAR.finditer(self.text, max(0, start - _NAMED_REACH), start))
        if not named or (_SENTENCE_END if sentence else _LINE_END).search(self.text, named[-1].end(), start):
            return None
        if sentence and not _MONTH_BEHIND.match(self.text, named[-1].end()):
            return None
        if named[-1][1]:
            return int(named[-1][1])
        return self.published.year + _DATA["relative_year"][named[-1][2]] if self.published else None

    def _reign_year(self, match: re.Match[str]) -> Reading | None:
        """令和7年: a year counted from a reign's first, whose name stands before the number."""
        reign = _REIGNS.before(self.text, match.start())
        if reign is None:
            return None
        name, first = reign
        return self._after_year(match.start() - len(name), match.end(), first + number(match[1]) - 1, known=True)

    def _short_year(self, two: re.Match[str]) -> Reading | None:
        """25年, 零八年: a year of two digits where a month or part follows, or the digits cannot be a count of years."""
        start = two.start()
        if start and (self.text[start - 1].isdigit() or self.text[start - 1] in ".,第"):
            return None
        digits = "".join(str(number(c)) for c in two[1])
        year = full_year(int(digits))
        if self.published and year >= 2000 and year > self.published.year + 10:
            year -= 100
        reading = self._after_year(start, two.end(), year, known=True)
        detailed = reading.end > two.end()
        return reading if detailed or self._is_year(two, digits, year) else None

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

    def _after_year(self, start: int, end: int, year: int | None, *, known: bool) -> Reading:
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
        month = MONTH.match(self.text, place)
        part = (self._month_of_year(month, base.year) if month else None) or self._part_of_year(place)
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


def inherit(first: Reading, second: Reading) -> Reading:
    """The second date of a span with the first's month, or its year where both are months, days or parts."""
    if second.day is not None and second.build is None and first.month is not None:
        month, day = first.month, second.day
        second = second._replace(build=lambda year: timex.day(year, month, day), month=month)
    if second.build is not None and not second.has_year and first.has_year and first.year is None:
        return second._replace(has_year=True)
    return second


def _digits(word: str) -> int:
    return int("".join(c if c.isascii() else str(number(c)) for c in word))


def _by_character(rows: Iterable[tuple[str, re.Pattern[str], Method]]) -> dict[str, tuple[Form, ...]]:
    """From characters with a form of date: the forms of each character, in their order."""
    forms: dict[str, tuple[Form, ...]] = {}
    for characters, pattern, method in rows:
        for character in characters:
            forms[character] = (*forms.get(character, ()), (pattern, method))
    return forms


def _firsts(words: Iterable[str]) -> str:
    return "".join(sorted({word[0] for word in words}))


# The forms of a date that begins with a number, by the character behind the number.
_BY_UNIT: Final = _by_character(
    [
        ("年QH", relative.QUARTER_CODE, Reader._code),
        ("年", relative.DECADE, Reader._decade),
        ("世", relative.DECADE, Reader._decade),
        ("世", relative.CENTURY, Reader._century),
        ("年财会", _FISCAL, Reader._fiscal_year),
        ("年", _YEAR4, Reader._four_digits),
        ("年", _YEAR_WORDS, Reader._year_in_words),
        ("年", _REIGN_YEAR, Reader._reign_year),
        ("年", _YEAR2, Reader._short_year),
        ("月", lunar.DATE, Reader._lunar),
        ("月个", parts.MONTH, Reader._month),
        ("季", parts.TWO_QUARTERS, Reader._two_quarters),
        ("季Q", parts.QUARTER, Reader._quarter),
        ("日号", parts.BARE_DAY, Reader._bare_day),
    ]
)
# The forms of any other date, by its first character.
_BY_FIRST: Final = _by_character(
    [
        ("QH", relative.QUARTER_CODE, Reader._code),
        ("上本下", relative.DECADE, Reader._decade),
        ("上本下", relative.CENTURY, Reader._century),
        ("上本下今明去新第F", _FISCAL, Reader._fiscal_year),
        ("公西纪", _BEFORE_CHRIST, Reader._before_christ),
        ("公西纪", _YEAR4, Reader._four_digits),
        ("民中", _ROC, Reader._republic),
        (_firsts(_DATA["days_together"]), _DAYS_TOGETHER, Reader._days_together),
        (_firsts(_DATA["years_together"]), _YEARS_TOGETHER, Reader._years_together),
        ("公西纪两", _YEAR_WORDS, Reader._year_in_words),
        (_firsts(_DATA["relative_year"]), _RELATIVE_YEAR, Reader._relative_year),
        ("元", _REIGN_YEAR, Reader._reign_year),
        ("'", _YEAR2, Reader._short_year),
        ("年", relative.YEAR_END, Reader._position_in_year),
        ("月", relative.MONTH_END, Reader._position_in_month),
        (lunar.STARTS, lunar.DATE, Reader._lunar),
        ("今昨明", relative.DAY_NUMBER, Reader._day_number),
        (_firsts(_DATA["relative_day"]), relative.DAY_WORD, Reader._day_word),
        ("上下本这今", relative.WEEK, Reader._week),
        ("上下本这今", parts.STEP_MONTH, Reader._step_month),
        ("上下", parts.HALF, Reader._half),
        ("前首头", parts.FIRST_QUARTERS, Reader._first_part),
        ("第", parts.TWO_QUARTERS, Reader._two_quarters),
        ("第首", parts.QUARTER, Reader._quarter),
        ("前首", parts.FIRST_MONTHS, Reader._first_part),
        ("暑", parts.SUMMER_HOLIDAY, Reader._summer_holiday),
        ("上下本这", relative.STEP_QUARTER, Reader._step_quarter),
        ("周星礼", relative.WEEKDAY, Reader._weekday),
        ("周", relative.WEEKEND, Reader._weekend),
        (holidays.STARTS, holidays.NAMED, Reader._holiday),
        ("今去明来", parts.THIS_SEASON, Reader._season_of_year),
        ("春夏秋冬", parts.FREE_SEASON, Reader._season),
        (_firsts(relative.VAGUE), relative.VAGUE_WORD, Reader._vague),
    ]
)
_HOLIDAYS: Final[tuple[Form, ...]] = ((holidays.NAMED, Reader._holiday), (holidays.NUMBERED, Reader._holiday))
#: What a date that begins with no number begins with, by its first character.
OPENINGS: Final = {first: [pattern for pattern, _ in forms] for first, forms in _BY_FIRST.items()}
