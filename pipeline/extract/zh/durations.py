"""Durations in Chinese: units of time after a number, 半年, 一个半小时, 两年零三个月, 五分三十秒."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final, NamedTuple

from pipeline.extract.values.timex import DurationUnit
from pipeline.extract.zh.lexicons import Words, alternation, first_characters, load
from pipeline.extract.zh.numbers import HAN_STARTS, Numeral, read_numeral

_DATA: Final[dict[str, Any]] = load("durations.toml")


class TimeUnit(NamedTuple):
    """A unit of time as a TIMEX3 unit and a factor (五个季度 is 5 × 3 months)."""

    timex: DurationUnit
    factor: Decimal = Decimal(1)


Parts = tuple[tuple[Decimal, DurationUnit], ...]

_UNITS: Final = Words(
    {
        word: TimeUnit(entry["timex"], Decimal(entry.get("factor", 1)))
        for entry in _DATA["unit"]
        for word in entry["words"]
    }
)
#: What the unit of time behind a number begins with.
STARTS: Final = first_characters([*(word for entry in _DATA["unit"] for word in entry["words"]), *"个半月"])
_NOT_BEFORE: Final[dict[str, str]] = _DATA["not_before"]
_SHORT: Final[Words[DurationUnit]] = Words.by_label(_DATA["short"])
_ORDER: Final[dict[DurationUnit, int]] = {
    "year": 0, "month": 1, "week": 2, "day": 3, "hour": 4, "minute": 5, "second": 6,
}  # fmt: skip
_HALF_UNITS: Final = alternation(_DATA["half"])
_AND_A_HALF = re.compile(f" ?个?半 ?个?({_HALF_UNITS})")
_VAGUE_UNIT = re.compile(f" ?个(?:多|余) ?({_HALF_UNITS})")
_MINUTES_AND_SECONDS = re.compile(rf"[0-9{HAN_STARTS}]{{1,4}}+分[0-9.{HAN_STARTS}]{{1,8}}秒")
_MINUTE_AND_A_HALF: Final = "分半钟"
# 近三月, 过去12月: months are counted there, not named.
_MONTHS_COUNTED = re.compile(r"(?:(?<![接临附将最])近|最近|过去|未来)$")
_HALF_AFTER = re.compile(r"半(?![导个径夜])")
HALF = re.compile(f"(大?)(?:半 ?个?多?|(?<![一-龥])个半)({_HALF_UNITS})(?![报刊薪年])")
_JOINT = re.compile(r"[ ]?[多余]?[ ]?[零又余和,，]?[ ]?")
_MORE = re.compile(r"(?:多|余)(?![少样种功])")
_DAY_AND_NIGHT = re.compile(r"([一二三四五六七八九十两]+)夜")
_SPRINGS = re.compile(r"春秋|时间|的?时间")


class TimeMatch(NamedTuple):
    """A unit of time after a number: what 半 adds to the number, where it ends, and whether 多 makes it vague."""

    unit: TimeUnit
    end: int
    half: Decimal = Decimal(0)
    vague: bool = False


def duration_at(text: str, end: int, numeral: Numeral) -> TimeMatch | None:
    """The unit of time that follows a number."""
    half = _AND_A_HALF.match(text, end)
    if half and half.group().lstrip().startswith("个半") and numeral.bound == "exact":
        unit = _UNITS.after(text, half.start(1)) or _UNITS.after(text, half.end() - 1)
        word = half.group(1)
        return TimeMatch(_half_unit(word) if unit is None else unit[1], half.end(), Decimal("0.5"))
    vague = _VAGUE_UNIT.match(text, end)
    if vague:
        unit = _UNITS.after(text, vague.start(1))
        return TimeMatch(_half_unit(vague.group(1)) if unit is None else unit[1], vague.end(), vague=True)
    place = end
    while text[place : place + 1] == " " and place - end < 2:
        place += 1
    if text.startswith(_MINUTE_AND_A_HALF, place) and numeral.bound == "exact":
        return TimeMatch(TimeUnit("minute"), place + len(_MINUTE_AND_A_HALF), Decimal("0.5"))
    if text.startswith("月", place) and months_counted(text, numeral.start):
        return TimeMatch(TimeUnit("month"), place + 1)
    found = _UNITS.after(text, place)
    if found is None:
        return None
    word, unit_found = found
    stop = place + len(word)
    if stop < len(text) and text[stop] in _NOT_BEFORE.get(word, ""):
        return None
    after = _HALF_AFTER.match(text, stop)
    if after and numeral.bound == "exact":
        return TimeMatch(unit_found, after.end(), Decimal("0.5"))
    return TimeMatch(unit_found, stop)


def months_counted(text: str, start: int) -> bool:
    """Whether the number at `start` counts the months behind it: 近三月."""
    return _MONTHS_COUNTED.search(text, max(0, start - 3), start) is not None


def half_at(text: str, start: int) -> tuple[Parts, Parts, int] | None:
    """半年, 半小时, 大半天 at `start`: its lower and upper parts, and where it ends."""
    match = HALF.match(text, start)
    if match is None:
        return None
    number, unit = _DATA["half"][match.group(2)]
    if "个半" in match.group() and not match.group().startswith("半"):
        whole = _half_unit(match.group(2))
        parts: Parts = ((Decimal("1.5"), whole.timex),)
        return parts, parts, match.end()
    low: Parts = ((Decimal(number), unit),)
    high: Parts = ((Decimal(number) * Decimal("1.8"), unit),) if match.group(1) else low
    return low, high, match.end()


def following_parts(text: str, end: int, unit: DurationUnit) -> tuple[Parts, int, bool]:
    """The smaller units that go on from a duration (… 三个月又20天), where they end, and whether one of them is vague."""
    parts: list[tuple[Decimal, DurationUnit]] = []
    vague = False
    stop = end
    night = _DAY_AND_NIGHT.match(text, end)
    if night and unit == "day":
        return (), night.end(), False
    spring = _SPRINGS.match(text, end)
    if spring and spring.group() == "春秋":
        return (), spring.end(), False
    while len(parts) < 6:
        joint = _JOINT.match(text, stop)
        place = joint.end() if joint else stop
        numeral = read_numeral(text, place)
        if numeral is None or numeral.bound == "range" or "," in text[stop:place]:
            break
        found = duration_at(text, numeral.after, numeral)
        short = _SHORT.after(text, numeral.after) if _ORDER[unit] >= _ORDER["day"] else None
        if found:
            next_unit, next_end = found.unit.timex, found.end
            number = (numeral.low + found.half) * found.unit.factor
        elif short:
            next_unit, number, next_end = short[1], numeral.low, numeral.after + 1
        else:
            break
        if next_unit == unit:
            break
        vague = vague or numeral.bound == "min"
        parts.append((number, next_unit))
        unit, stop = next_unit, next_end
    return tuple(parts), stop, vague


def minutes_and_seconds(text: str, start: int) -> tuple[Parts, int] | None:
    """五分三十秒: 分 is a minute only where seconds follow."""
    if not _MINUTES_AND_SECONDS.match(text, start):
        return None
    minutes = read_numeral(text, start)
    if minutes is None or not text.startswith("分", minutes.end):
        return None
    seconds = read_numeral(text, minutes.end + 1)
    if seconds is None or not text.startswith("秒", seconds.end):
        return None
    return ((minutes.low, "minute"), (seconds.low, "second")), seconds.end + 1


def vague_suffix(text: str, end: int) -> bool:
    """Whether 多 or 余 follows a duration (一年多)."""
    return _MORE.match(text, end) is not None


def ordered(parts: Parts) -> Parts:
    """The parts from the longest unit to the shortest."""
    return tuple(sorted(parts, key=lambda part: _ORDER[part[1]]))


def _half_unit(word: str) -> TimeUnit:
    units: dict[str, DurationUnit] = {
        "年": "year", "小时": "hour", "钟头": "hour", "钟": "hour", "天": "day", "日": "day", "月": "month",
        "周": "week", "星期": "week", "礼拜": "week",
    }  # fmt: skip
    return TimeUnit("year", Decimal(100)) if word == "世纪" else TimeUnit(units[word])
