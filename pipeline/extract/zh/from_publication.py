"""What a Chinese duration becomes beside 前, 后, 内, 来, 未来, 过去: a date, or a duration with its interval."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from models.values import Bound, Value
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period, Tense
from pipeline.extract.zh.bounds import bound_before
from pipeline.extract.zh.durations import Parts
from pipeline.extract.zh.parts import OTHER_WORDS

WITHIN = re.compile(r"(?:之|以)?内(?!部(?!署)|[容地存置在核涵需])|里(?![程面])")
_AGO = re.compile(r"(?:时间)?(?:之|以)?前(?![后一二两三四五六七八九十0-9者景所身往瞻端沿])")
_LATER = re.compile(r"(?:时间)?(?:之|以|过)?后(?![续来者端半置排缀台方期面悔果卫勤])")
_SINCE = re.compile(r"(?:以)?来(?![自到源说看访])")
_PASSING = re.compile(r"(?:再|(?:^|[\s,，。;；!?！？、]))过$")
_AHEAD = re.compile(r"(?:未来|今后|接下来|往后|随后|此后|后续)(?:的)?$")
_BEHIND = re.compile(r"(?:过去|近|最近|此前|以往|这|刚过去的|过去的|在过去)(?:的)?$")
_LAST_UNITS = re.compile(r"(?:上|前|最近)$")
# 签约后240天内: behind another word the days are counted from what that word tells, and not from publication.
_NEXT_UNITS = re.compile(r"(?:下|(?<![一-龥])后|(?<=[今其此之以随往日而])后)$")
_STEP_UNITS: Final[dict[timex.DurationUnit, timex.Unit]] = {
    "year": "year", "month": "month", "week": "week", "day": "day",
}  # fmt: skip


class FromPublication:
    """The durations of one text that stand on its publication.

    `end` is where the last date read ends, with the words that belong to it (之前, 左右).
    """

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self.end = 0

    def from_duration(self, start: int, end: int, low: Parts, high: Parts, inner: Bound) -> Value | None:
        """What a duration becomes beside 前, 后, 内, 来, 未来, 过去: a date, or a duration with its interval."""
        text = self.text
        before = text[max(0, start - 8) : start]
        within = WITHIN.match(text, end)
        ahead, behind = _AHEAD.search(before), _BEHIND.search(before)
        if low == high and not (ahead or behind):
            moved = self._moved(start, end, low, inner) or self._units(start, end, low, before)
            if moved:
                return moved
        elif not (ahead or behind) and (moved := self._moved_range(start, end, low, high)):
            return moved
        since = _SINCE.match(text, end)
        if not (within or ahead or behind or since):
            return None
        direction: Tense = "past" if behind or (since and not ahead) else "future"
        if "工作日" in text[start:end]:
            reach = timex.working_days(self.published, high[0][0], direction)
        else:
            reach = timex.reach(self.published, high, direction)
        bound: Bound = "max" if within and not behind else inner
        self.end = within.end() if within else since.end() if since else end
        spread = low != high
        seconds, seconds_high = timex.duration_seconds(low), timex.duration_seconds(high)
        return Value(
            kind="duration",
            start=start,
            end=end,
            value=seconds,
            value_high=seconds_high if spread else None,
            unit="s" if seconds is not None else None,
            timex=timex.duration(low) + (f"/{timex.duration(high)}" if spread else ""),
            date_start=reach[0] if reach else None,
            date_end=reach[1] if reach else None,
            bound="range" if spread else bound,
        )

    def _moved(self, start: int, end: int, parts: Parts, inner: Bound) -> Value | None:
        """两年前, 三个月后: the calendar unit that many steps from the one of publication."""
        ago, later = _AGO.match(self.text, end), _LATER.match(self.text, end)
        match = ago or later
        if len(parts) != 1 or not (match or _PASSING.search(self.text, max(0, start - 3), start)):
            return None
        count, unit = parts[0]
        period = self._step(-count if ago else count, unit)
        if period is None:
            return None
        stop = self.end = match.end() if match else end
        bound: Bound = inner if inner != "exact" else bound_before(self.text, start) or "exact"
        return Value(
            kind="date", start=start, end=stop, timex=period.timex, date_start=period.start,
            date_end=period.end, bound=bound,
        )  # fmt: skip

    def _moved_range(self, start: int, end: int, low: Parts, high: Parts) -> Value | None:
        """三四年前, 两三天后: from the nearer of the calendar units to the farther."""
        ago, later = _AGO.match(self.text, end), _LATER.match(self.text, end)
        match = ago or later
        if match is None or len(low) != 1 or len(high) != 1 or low[0][1] != high[0][1] or self.published is None:
            return None
        unit = low[0][1]
        ends = (-high[0][0], -low[0][0]) if ago else (low[0][0], high[0][0])
        first, last = (self._step(count, unit) for count in ends)
        value = self.span_value(start, match.end(), timex.span(first, last) if first and last else None)
        return value and replace(value, bound="about")

    def _step(self, count: Decimal, unit: timex.DurationUnit) -> Period | None:
        """The calendar unit that many steps from publication; halves of years and months give the month they lead to."""
        if count % 1 == 0:
            return timex.step(self.published, _STEP_UNITS[unit], int(count)) if unit in _STEP_UNITS else None
        if self.published is None or unit not in ("year", "month"):
            return None
        moved = timex.moved_by(self.published, count, unit)
        return timex.month(moved.year, moved.month) if moved else None

    def _units(self, start: int, end: int, parts: Parts, before: str) -> Value | None:
        """上两个月, 下三天, 前两年: whole calendar units before or after the one of publication."""
        last, following = _LAST_UNITS.search(before), _NEXT_UNITS.search(before)
        if not (last or following) or len(parts) != 1:
            return None
        count, unit = parts[0]
        if unit not in _STEP_UNITS or count % 1 or count < 1 or before[-2:-1] in OTHER_WORDS:
            return None
        whole: timex.Unit = "quarter" if "季" in self.text[start:end] else _STEP_UNITS[unit]
        count = count / 3 if whole == "quarter" else count
        near, far = (-1, -int(count)) if last else (1, int(count))
        first = timex.step(self.published, whole, min(near, far))
        second = timex.step(self.published, whole, max(near, far))
        if first is None or second is None:
            return None
        place = start - 1
        return self.span_value(place, end, first if first == second else timex.span(first, second))

    def span_value(self, start: int, end: int, period: Period | None) -> Value | None:
        """A date from its places and its period."""
        if period is None:
            return None
        self.end = end
        return Value(
            kind="date", start=start, end=end, timex=period.timex, date_start=period.start, date_end=period.end
        )
