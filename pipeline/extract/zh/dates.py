"""Chinese dates as values: readings resolved against publication, spans of two dates, and durations that lead to a date."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Final

from models.values import Bound, Mod, Value
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period, Tense
from pipeline.extract.zh import holidays
from pipeline.extract.zh.bounds import bound_after, date_bound_before
from pipeline.extract.zh.from_publication import WITHIN, FromPublication
from pipeline.extract.zh.lexicons import alternation, load
from pipeline.extract.zh.numbers import read_numeral
from pipeline.extract.zh.periods import is_day_named
from pipeline.extract.zh.readings import JOINT, Reader, inherit
from pipeline.extract.zh.readings import OPENINGS as DATE_OPENINGS
from pipeline.extract.zh.relative import WEEKDAY_NAMES, Reading, number

__all__ = ["OPENINGS", "Calendar"]

_DATA: Final[dict[str, Any]] = load("dates.toml")
_CLAUSE_EDGE = re.compile(r"[,，。;；!?！？\n]")
_FUTURE = re.compile(alternation(_DATA["tense"]["future"]))
_PAST = re.compile(alternation(_DATA["tense"]["past"]))
_JOINT = re.compile(rf"(?:起|开始)?{JOINT}")
_AND = re.compile(r" ?(?:和|与|跟) ?")
_BETWEEN = re.compile(r" ?(?:之间|间)")
_NOW = re.compile(f"(?:起)?(?:至|到|-|~)({alternation(_DATA['now']['words'])})(?![年夏秋冬春后晚])")
_NUMBER = r"[0-9]{1,4}|[一二两三四五六七八九十廿首末〇零]{1,4}"
_ELIDED = re.compile(
    rf"(第?)({_NUMBER})(年|月)?(?:{JOINT})(第?)({_NUMBER}) ?(年|月(?:份)?|日|号|季度|个季度|季(?!节)|世纪)(?!前后?[一二三四]|级|报)"
)
_YEARS = re.compile(r"((?:19|20)[0-9]{2}) {0,2}[-~–—]{1,2} {0,2}((?:19|20)[0-9]{2})(?![0-9.%万亿A-Za-z])")
_BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
# What _ELIDED, _YEARS and _YEAR_IN_LIST have in common: looked at first, because most numbers are none of theirs.
_MAY_BE_TWO = re.compile(
    r"第?(?:[0-9]{1,4}|[一二两三四五六七八九十廿首末〇零]{1,4})[年月]?(?:起|开始)?(?: {0,2}[-~–—―至到]| ?[、和及与或])"
)
# What begins with a digit and is none of these is no date: looked at first, because most numbers are none.
_MAY_BE_DATE = re.compile(
    r"[0-9零〇一二两三四五六七八九十百千廿卅首末]{1,6}+ {0,2}(?:[年月日号季财世QH起开~–—―至到、和及与或/-]|个[季月])"
    rf"|[0-9]{{4}}\.[0-9]|(?:19|20)[0-9]{{6}}(?![0-9])|{_BARE_YEAR.pattern}|{holidays.NUMERAL_NAME}"
)
_UP_TO = re.compile(r"(?:截至|截止|截止到|至)$")
_QUARTER_BEHIND = re.compile(r"(?:止)?的?(?:(?:财|会计)?季度|财季|三个月|3个月|一季)")
_DAY_IN_BRACKETS = re.compile(r" ?\( ?(?:([0-9]{1,2}) ?月 ?)?([0-9]{1,2}) ?日 ?\)")
_WEEKDAY_BEHIND = re.compile(r"[ ,，]?\(?(?:周|星期|礼拜)([一二三四五六日天])\)?")
_YEAR_IN_LIST = re.compile(r"((?:19|20)[0-9]{2})(?= ?(?:、|和|及|与|或) ?(?:19|20)[0-9]{2} ?年)")
_SPELLED_DAY = re.compile(r"([一二三四五六七八九]) ?[日号]")
_YEAR_ALONE = re.compile(r"((?:19|20)[0-9]{2})(?:年)?(?![0-9])")
_EVENT = re.compile(
    f" ?(?:(?:{alternation(_DATA['events']['names'])})(?![A-Za-z])"
    f"|(?![{_DATA['events']['counted_by']}]|台(?![北湾]))[A-Za-z一-龥]{{2,12}}?(?:{alternation(_DATA['events']['kinds'])}))"
)
_BEFORE = re.compile(r"(?:之|以)?前(?![后一二两三四五六七八九十0-9者景所身往瞻期端]|不[久少同远])")
_OR_BEFORE = re.compile(r"(?:或|及)(?:之|以)?前")
_AFTER = re.compile(r"(?:之|以)?后(?![续来者端半置排缀台方期天年面悔果卫勤])")
_OR_AFTER = re.compile(r"(?:或|及)(?:之|以)?后")
_JOINT_STARTS: Final = frozenset(" ~-–—―至到起开和与跟")
_SUFFIX_STARTS: Final = frozenset("或及之以前后内里")
_DIGITS: Final = frozenset("0123456789零〇一二三四五六七八九十廿")
_NUMBERS: Final = _DIGITS | frozenset("两首第")

#: What a date or a span of dates that begins with no number begins with, by its first character.
OPENINGS: Final = DATE_OPENINGS | {first: [*DATE_OPENINGS[first], _ELIDED] for first in "第首"}


class Calendar(FromPublication):
    """The dates of one text."""

    def __init__(self, text: str, published: date | None) -> None:
        super().__init__(text, published)
        self.reader = Reader(text, published)

    def read(self, start: int) -> Value | None:
        """The date or span of dates that begins at `start`."""
        character = self.text[start]
        if character in _DIGITS and not _MAY_BE_DATE.match(self.text, start):
            return None
        if character in _NUMBERS:
            may_be_two = _MAY_BE_TWO.match(self.text, start)
            found = (self._elided(start) or self._years(start)) if may_be_two else None
            found = found or self._bare_year(start)
            if found:
                return found
        first = self.reader.read(start)
        if first is None:
            return None
        if first.fiscal:
            self.end = first.end
            return Value(kind="date", start=first.start, end=first.end)
        dated = self._weekday_with_day(first)
        if dated:
            return dated
        period = self._resolve(first)
        if period is None:
            return None
        shared = self._told_twice(first, period) or self._quarter_ended(first, period) or self._elided_within(first)
        return shared or self._span(first, period) or self._value(first, period)

    # --- One date ---

    def _resolve(self, reading: Reading) -> Period | None:
        if reading.fixed:
            return reading.fixed
        if reading.weekday:
            return self._weekday(reading)
        if reading.build is None:
            return self._day_of_month(reading)
        if reading.has_year:
            return reading.build(reading.year)
        tense = self._tense(reading)
        named = self.reader.named_year(reading.start, sentence=True) if tense != "future" else None
        if named and reading.unit == "month":
            return reading.build(named)
        if tense or self.published is None:
            return timex.recurring(reading.build, self.published, tense)
        return self._nearest_usual(reading)

    def _nearest_usual(self, reading: Reading) -> Period | None:
        """Without a tense: the year of publication, as Chinese news means it, unless another one lies much nearer."""
        assert self.published is not None
        assert reading.build is not None
        current = reading.build(self.published.year)
        if current and self._distance(current) <= timedelta(200):
            return current
        nearest = timex.recurring(reading.build, self.published, None)
        if current is None or (nearest and self._distance(nearest) <= timedelta(45)):
            return nearest
        return current

    def _distance(self, period: Period) -> timedelta:
        if self.published is None or period.start is None or period.end is None:
            return timedelta.max
        return max(period.start - self.published, self.published - period.end, timedelta(0))

    def _weekday_with_day(self, reading: Reading) -> Value | None:
        """周二（30日）: the day of the month settles which week is meant."""
        if reading.weekday is None or self.published is None:
            return None
        match = _DAY_IN_BRACKETS.match(self.text, reading.end)
        if match is None:
            return None
        weeks = (timex.weekday(self.published, reading.weekday, n) for n in range(-5, 6))
        fitting = [week for week in weeks if week and week.start and is_day_named(match, week.start)]
        found = timex.nearest(fitting, self.published, None)
        return self.span_value(reading.start, match.end(), found) if found else None

    def _told_twice(self, reading: Reading, period: Period) -> Value | None:
        """上周四（5日）: one day, said twice."""
        match = _DAY_IN_BRACKETS.match(self.text, reading.end)
        if match is None or period.start is None or period.start != period.end or not is_day_named(match, period.start):
            return None
        return self.span_value(reading.start, match.end(), period)

    def _weekday(self, reading: Reading) -> Period | None:
        """A bare weekday: the next one after publication, or the last one up to it where the clause tells of the past."""
        assert reading.weekday is not None
        if self.published is None or self._tense(reading) == "past":
            return timex.bare_weekday(self.published, reading.weekday, "past")
        tomorrow = timex.shift(self.published, "day", 1) or self.published
        return timex.bare_weekday(tomorrow, reading.weekday, "future")

    def _quarter_ended(self, reading: Reading, period: Period) -> Value | None:
        """截至6月30日的季度, 截至9月底止三个月: the quarter that ends there."""
        if (
            period.end is None
            or period.end.month % 3
            or not _UP_TO.search(self.text[max(0, reading.start - 3) : reading.start])
        ):
            return None
        match = _QUARTER_BEHIND.match(self.text, reading.end)
        whole = timex.quarter(period.end.year, period.end.month // 3)
        if match is None or whole is None or whole.end != period.end:
            return None
        return self.span_value(reading.start, match.end(), whole)

    def _day_of_month(self, reading: Reading) -> Period | None:
        """A bare day of the month (15日, 今(15)日): in the month of publication or the nearest one that the tense asks for."""
        if reading.day is None:
            return None
        if self.published is None:
            return Period(f"XXXX-XX-{reading.day:02d}")
        tense: Tense | None = "past" if reading.prefer_past else self._tense(reading)
        months = [timex.step(self.published, "month", n) for n in (-2, -1, 0, 1, 2)]
        days = [timex.day(m.start.year, m.start.month, reading.day) for m in months if m and m.start]
        if tense is None:
            current = timex.day(self.published.year, self.published.month, reading.day)
            if current:
                return current
        return timex.nearest(days, self.published, tense)

    def _tense(self, reading: Reading) -> Tense | None:
        """What the words of the clause around a date say of its direction; the future has the last word."""
        before = _CLAUSE_EDGE.split(self.text[max(0, reading.start - 16) : reading.start])[-1]
        after = _CLAUSE_EDGE.split(self.text[reading.end : reading.end + 24])[0]
        if _FUTURE.search(before) or _FUTURE.search(after):
            return "future"
        return "past" if _PAST.search(before) or _PAST.search(after) else None

    def _value(self, reading: Reading, period: Period) -> Value:
        mod, bound, end = self._suffix(reading)
        self.end = max(end, self._end_of_weekday(reading, period))
        return Value(
            kind="date",
            start=reading.start,
            end=reading.end,
            timex=period.timex,
            mod=mod,
            date_start=period.start,
            date_end=period.end,
            bound=bound,
        )

    def _end_of_weekday(self, reading: Reading, period: Period) -> int:
        """Where the weekday ends that is named behind its day (3月12日（周三）), or where the day does."""
        match = _WEEKDAY_BEHIND.match(self.text, reading.end) if reading.unit == "day" else None
        if match is None or period.start != period.end:
            return reading.end
        told = WEEKDAY_NAMES[match[1]]
        return match.end() if period.start is None or period.start.isoweekday() == told else reading.end

    def _suffix(self, reading: Reading) -> tuple[Mod | None, Bound, int]:
        """The modifier and bound that the words around a date give it, and where they end."""
        text, end, mod = self.text, reading.end, reading.mod
        bound: Bound = "max" if reading.within else date_bound_before(text, reading.start) or "exact"
        about = bound_after(text, end)
        if about and about[0] == "about":
            return mod, "about", about[1]
        if text[end : end + 1] not in _SUFFIX_STARTS:
            return mod, bound, end
        for pattern, label in ((_OR_BEFORE, "max"), (_OR_AFTER, "min"), (WITHIN, "max")):
            match = pattern.match(text, end)
            if match and (pattern is not WITHIN or reading.unit in ("year", "month", "week", "part")):
                return mod, label, match.end()  # type: ignore[return-value]
        before = _BEFORE.match(text, end)
        if before:
            return (mod, "max", before.end()) if mod else ("BEFORE", bound, before.end())
        after = _AFTER.match(text, end)
        if after:
            return (mod, "min", after.end()) if mod else ("AFTER", bound, after.end())
        return mod, bound, end

    # --- Two dates ---

    def _span(self, first: Reading, period: Period) -> Value | None:
        """5月至8月, 2018年12月9日到15日, 去年至今, 三月和九月之间."""
        if self.text[first.end : first.end + 1] not in _JOINT_STARTS:
            return None
        now = _NOW.match(self.text, first.end)
        if now and self.published:
            return self.span_value(first.start, now.end(), timex.span(period, timex.on(self.published)))
        joint = _JOINT.match(self.text, first.end)
        match = joint or _AND.match(self.text, first.end)
        if match is None:
            return None
        second = self.reader.read(match.end(), joined=True) or self._bare_second(first, match.end())
        if second is None or second.fiscal or (not joint and not _BETWEEN.match(self.text, second.end)):
            return None
        second = inherit(first, second)
        last = self._last(second, period)
        return self.span_value(first.start, second.end, timex.span(period, last)) if last else None

    def _bare_second(self, first: Reading, start: int) -> Reading | None:
        """The 2009 of 2008.03-2009, the 七日 of 五月一日至七日."""
        spelled = _SPELLED_DAY.match(self.text, start) if first.unit == "day" and first.month else None
        if spelled:
            return Reading(start, spelled.end(), "day", day=number(spelled[1]))
        year = _YEAR_ALONE.match(self.text, start)
        if year is None or not (first.has_year or first.fixed):
            return None
        return Reading(start, year.end(), "year", fixed=timex.year(int(year[1])))

    def _last(self, second: Reading, first: Period) -> Period | None:
        """The second date of a span, in the first's year or the one after it where it gives none itself."""
        if second.weekday and first.start and first.start == first.end:  # 上周一到周三
            days = (second.weekday - first.start.isoweekday()) % 7
            return timex.days_from(first.start, days) if days else None
        if second.fixed or second.has_year or second.build is None or first.start is None:
            return self._resolve(second)
        candidates = (second.build(first.start.year), second.build(first.start.year + 1))
        return next((c for c in candidates if c and c.end and c.end >= first.start), None)

    def _elided(self, start: int) -> Value | None:
        """1-5月, 12至19日, 1995-1997年, 一至三季度: the unit stands after the second number only."""
        match = _ELIDED.match(self.text, start)
        if match is None or (match[3] and match[3] != match[6][0]):
            return None
        if start and (
            self.text[start - 1].isdigit()
            or self.text[start - 1] in ".-/"
            or (self.text[start - 1].isascii() and self.text[start - 1].isalpha())
        ):
            return None
        low, high, unit = number(match[2]), number(match[5]), match[6]
        if (
            unit == "年"
            and self.text.startswith("代", match.end())
            and low < high < 100
            and not (low % 10 or high % 10)
        ):
            first, last = timex.decade(1900 + low), timex.decade(1900 + high)  # 80到90年代
            return self.span_value(start, match.end() + 1, timex.span(first, last) if first and last else None)
        first, last = self._ends(start, low, high, unit[0] if unit != "个季度" else "季", len(match[2]))
        if first is None or last is None:
            return None
        return self.span_value(start, match.end(), timex.span(first, last))

    def _elided_within(self, first: Reading) -> Value | None:
        """2018年1-9月, 4月12-19日: a year or month before numbers that share their unit."""
        if first.mod or first.unit not in ("year", "month") or (not first.has_year and first.unit == "year"):
            return None
        match = _ELIDED.match(self.text, first.end)
        if match is None:
            return None
        low, high, unit = number(match[2]), number(match[5]), match[6][0]
        whole = self._resolve(first)
        if whole is None or whole.start is None:
            return None
        year = whole.start.year
        ends: tuple[Period | None, Period | None] = (None, None)
        if first.unit == "year" and unit in "月季":
            make = timex.month if unit == "月" else timex.quarter
            ends = make(year, low), make(year, high)
        elif first.unit == "month" and unit in "日号" and first.month:
            ends = timex.day(year, first.month, low), timex.day(year, first.month, high)
        if ends[0] is None or ends[1] is None:
            return None
        return self.span_value(first.start, match.end(), timex.span(ends[0], ends[1]))

    def _ends(self, start: int, low: int, high: int, unit: str, width: int) -> tuple[Period | None, Period | None]:
        if unit == "年":
            four = width == 4 and 1000 <= low <= 2999
            if not four:
                return None, None
            high = high if high > 99 else low // 100 * 100 + high
            return timex.year(_spelled(low, self.text, start, width)), timex.year(high)
        if unit in "月季" and low < 13 and high < 13:
            make = timex.month if unit == "月" else timex.quarter
            reading = Reading(start, start, "part", build=lambda year: make(year, low))
            if self.published and self._tense(reading) is None:
                reading = reading._replace(year=self.published.year, has_year=True)
            first = self._resolve(reading)
            if first is None or first.start is None:
                return first, make(None, high)
            return first, make(first.start.year + (high < low), high)
        if unit in "日号" and 0 < low <= 31 and 0 < high <= 31 and self.text[start - 1 : start] != "第":
            first = self._day_of_month(Reading(start, start, "day", day=low))
            last = self._day_of_month(Reading(start, start, "day", day=high))
            if first and last and first.start and last.start and last.start < first.start:
                last = timex.day(first.start.year, first.start.month, high)
            return first, last
        return None, None

    def _years(self, start: int) -> Value | None:
        """2024-2025 without 年."""
        listed = _YEAR_IN_LIST.match(self.text, start)
        if listed:
            return self.span_value(start, start + 4, timex.year(int(listed[1])))
        match = _YEARS.match(self.text, start)
        if match and not (start and (self.text[start - 1].isalnum() or self.text[start - 1] in "-./")):
            low, high = int(match[1]), int(match[2])
            first, last = timex.year(low), timex.year(high)
            if first and last and 0 < high - low <= 50:
                return self.span_value(start, match.end(), timex.span(first, last))
        return None

    def _bare_year(self, start: int) -> Value | None:
        """2025 without 年: before the name of an event (2025世界人工智能大会, 2025 GTC), or where the text holds nothing else."""
        match = _BARE_YEAR.match(self.text, start)
        if match is None or (start and (self.text[start - 1].isalnum() or self.text[start - 1] in "-./$¥€")):
            return None
        alone = len(self.text) < 12 and self.text.strip(" =") == match[0]
        if not alone and not _EVENT.match(self.text, match.end()):
            return None
        return self.span_value(start, match.end(), timex.year(int(match[0])))


def _spelled(value: int, text: str, start: int, width: int) -> int:
    numeral = read_numeral(text, start)
    return int(numeral.low) if numeral and numeral.end - start == width else value
