"""Units in Chinese words, beside the Latin symbols that both languages share; `per`, and scales of temperature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final, NamedTuple, get_args

from models.values import Per
from pipeline.extract.values.quantities import UNITS, Unit
from pipeline.extract.zh.lexicons import Words, alternation, first_characters, load

_DATA: Final[dict[str, Any]] = load("units.toml")
_OPERATIONS: Final[dict[str, Any]] = _DATA["operations"]
_TEMPERATURE: Final[dict[str, Any]] = _DATA["temperature"]
_ELECTRICITY: Final[dict[str, Any]] = _DATA["electricity"]
_LATIN_END = r"(?:(?![A-Za-z0-9²])|(?<=bps)(?=[2-6]G(?![A-Za-z])))"  # 10Gbps5G峰值
_CELSIUS = UNITS["°C"]
_FAHRENHEIT = UNITS["°F"]


def _words() -> Iterator[tuple[str, Unit]]:
    for entry in _DATA["unit"]:
        unit = Unit(
            entry["code"],
            Decimal(entry.get("factor", 1)),
            Decimal(entry.get("divisor", 1)),
            Decimal(entry.get("offset", 0)),
        )
        yield from ((word, unit) for word in entry["words"])
    for entry in _DATA["prefixed"]:
        for word in entry["words"]:
            for prefix, factor in _DATA["prefixes"].items():
                yield prefix + word, Unit(entry["code"], Decimal(factor))


_WORDS: Final[dict[str, Unit]] = dict(_words())
_HAN: Final = Words({word: unit for word, unit in _WORDS.items() if not word.isascii()})
_LATIN_UNITS: Final[dict[str, Unit]] = {**{w: u for w, u in _WORDS.items() if w.isascii()}, **UNITS}
_LATIN = re.compile(f" ?({alternation(_LATIN_UNITS)}){_LATIN_END}")
_MIXED_RATE = re.compile(r" ?([kKMGTPE]?i?[Bb])(?:yte)?(?:/秒|每秒)")
_LATIN_STARTS: Final = first_characters(_LATIN_UNITS)
_PREFIXES: Final = frozenset("".join("".join(_DATA[t]["prefixes"]) for t in ("bytes_of", "bits_of", "compute")))
#: What the unit behind a number begins with.
STARTS: Final = (
    _LATIN_STARTS
    | _PREFIXES
    | first_characters(
        [*_WORDS, *_TEMPERATURE["degree"], _OPERATIONS["word"], *_OPERATIONS["floating"], *_OPERATIONS["integer"]]
    )
)
_BARE_PREFIX = re.compile(
    f" ?([{''.join(_DATA['bytes_of']['prefixes'])}])(?= ?(?:{alternation(_DATA['bytes_of']['nouns'])}))"
)
_BARE_BYTES = re.compile(f" ?([{''.join(_DATA['bytes_of']['prefixes'])}])(?![A-Za-z0-9+])")
_BYTES_BEFORE = re.compile(
    f"(?:{alternation(_DATA['bytes_of']['before'])})(?:才|只|仅|只有|仅有|就|足足|有|为|是|给到|做到|升到|加到|达到?|高达|从|由|:|：)? ?$"
)
_BARE_RATE = re.compile(
    f" ?([{''.join(_DATA['bits_of']['prefixes'])}])(?= ?(?:{alternation(_DATA['bits_of']['nouns'])}))"
)
_PETA = re.compile(
    rf" ?([{''.join(_DATA['compute']['prefixes'])}])(?![A-Za-z0-9])( ?(?:以上|级|级别|的|规模|多)?(?:{alternation(_DATA['compute']['nouns'])}))?"
)
_COMPUTE_BEFORE = re.compile(f"(?:{alternation(_DATA['compute']['nouns'])})[^,。;\n]{{0,10}}$")
# 算力达到80P,今年6月将扩容至300P
_COMPUTE_EARLIER = re.compile(
    f"(?:{alternation(_DATA['compute']['nouns'])})[^。;\n]{{0,40}}[至到达为]成?(?:约|近|逾|超|超过)?$"
)
_COMPUTE_REACH = 56
_PER_SECOND_BEFORE = re.compile(
    f"(?:{alternation(_OPERATIONS['before'])})(?:可|能|可以)?(?:进行|执行|完成|处理|传输|达到|达|提供)?(?:约|超过|近|高达)? ?$"
)
_PER_SECOND_AFTER = re.compile(alternation(_OPERATIONS["after"]))
_OPERATION_AFTER = re.compile(
    f"的?(?:({alternation(_OPERATIONS['floating'])})|({alternation(_OPERATIONS['integer'])}))?(?:{alternation(_OPERATIONS['things'])})?"
)
# 每秒300亿亿浮点运算次数: the operations without the measure word.
_OPERATIONS_COUNTED = re.compile(
    f"(?:(?:{alternation(_OPERATIONS['floating'])})|({alternation(_OPERATIONS['integer'])}))(?:{alternation(_OPERATIONS['things'])})(?:次数?)?"
)
_ELECTRICITY_BEFORE = re.compile(f"(?:{alternation(_ELECTRICITY['context'])})[^,。;\n]{{0,8}}$")
_CELSIUS_BEFORE = re.compile(f"(?:{alternation(_TEMPERATURE['celsius'])}) ?$")
_FAHRENHEIT_BEFORE = re.compile(f"(?:{alternation(_TEMPERATURE['fahrenheit'])}) ?$")
_DEGREE = re.compile(f" ?({alternation(_TEMPERATURE['degree'])})(?![电角假数])")
_TEMPERATURE_CONTEXT = re.compile(
    f"(?:{alternation(_TEMPERATURE['context'])})[^,。;\n]{{0,10}}(?:[0-9]{{2,3}}度[,、][^,。;\n]{{0,4}})?$|核心$"
)
_TEMPERATURE_BEHIND = re.compile(f" ?的?(?:{alternation(_TEMPERATURE['context_behind'])})")

_MEMORY_CHIP = re.compile("DDR[0-9]|DRAM|NAND|[TMQS]LC|颗粒|裸片|裸晶|晶粒|芯片|晶片")
_MODULE = re.compile("内存条|模组|笔记本|手机|显卡|主机|显存|固态|SSD")
_PER_WORDS: Final[dict[str, Per]] = {word: per for per in get_args(Per) for word in _DATA["per"][per]}
_PER_AFTER = re.compile(
    rf"(?:[片颗张块台卡个柜套辆支只架枚]{{1,2}}(?= ?/|每))?(?: ?/ ?[A-Za-z一-龥]{{1,4}}?)?(?: ?/ ?|每)(?:个|张?卡[·・]?|GPU[·・]?)?({alternation(_PER_WORDS)})(?![A-Za-z一-龥]?[前后内])"
    rf"|[一1]个?({alternation(w for w in _PER_WORDS if not w.isascii() and w not in ('日', '时'))})(?=[,，。;；、!?！？)\s]|$)"
)
_PER_STARTS: Final = frozenset("片颗张块台卡个柜套辆支只架枚 /每一1")
_PER_BEFORE = re.compile(
    rf"(?:每(?:一)?个?({alternation(w for w in _PER_WORDS if not w.isascii())})|({alternation(w for label in _DATA['per_before'].values() for w in label)}))"
    r"(?:[A-Za-z一-龥]{0,2}?(?:每[台卡张块颗套柜]|单[台卡]|约|近|达|达到|可达|高达|超|超过|为|是|需|需要|仅|只|收费|租金|价格|至少|最多|不到|逾|支付|要|合计|生产|产出|出货|可产|可|将|到|至|有|提升至|增至)){0,2} ?$"
)
_PER_BEFORE_HINTS: Final = first_characters(["每", *(w for label in _DATA["per_before"].values() for w in label)])
_PER_BEFORE_WORDS: Final[dict[str, Per]] = {
    word: per for per in get_args(Per) for word in _DATA["per_before"].get(per, ())
}


class Measured(NamedTuple):
    """A unit that follows a number: where it ends, and where the value with its words before the number starts."""

    unit: Unit
    start: int
    end: int


def unit_at(text: str, start: int, end: int, power: int) -> Measured | None:
    """The unit of the number at `start:end`, `power` being its largest power of ten; None for a bare number."""
    place = end + 1 if text[end : end + 1] == " " else end
    following = text[place : place + 1]
    if following in _LATIN_STARTS:
        rate = _MIXED_RATE.match(text, end)
        if rate and rate.group(1) in _LATIN_UNITS:
            unit = _LATIN_UNITS[rate.group(1)]
            return Measured(Unit(f"{unit.code}/s", unit.factor), start, rate.end())
        latin = _LATIN.match(text, end)
        if latin:
            return _per_second(text, start, latin.end(), _LATIN_UNITS[latin.group(1)])
    in_context = _bare_prefix(text, start, end) if following in _PREFIXES else None
    in_context = in_context or _electricity(text, start, end) or _temperature(text, start, end)
    if in_context:
        return in_context
    word = _HAN.after(text, place)
    if word:
        return _per_second(text, start, place + len(word[0]), word[1])
    return _operations(text, start, place, power)


def _bare_prefix(text: str, start: int, end: int) -> Measured | None:
    """300P算力, 400G光模块, 80G显存: a prefix whose unit the noun tells."""
    computing = _PETA.match(text, end)
    if computing and (
        computing.group(2)
        or _COMPUTE_BEFORE.search(text, max(0, start - 14), start)
        or _COMPUTE_EARLIER.search(text, max(0, start - _COMPUTE_REACH), start)
    ):
        factor = Decimal(_DATA["compute"]["prefixes"][computing.group(1)])
        return Measured(Unit("FLOP/s", factor), start, computing.end(1))
    for pattern, table, code in ((_BARE_RATE, "bits_of", "bit/s"), (_BARE_PREFIX, "bytes_of", "B")):
        match = pattern.match(text, end)
        if match:
            return Measured(Unit(code, Decimal(_DATA[table]["prefixes"][match.group(1)])), start, match.end())
    alone = _BARE_BYTES.match(text, end)
    if alone and _BYTES_BEFORE.search(text, max(0, start - 8), start):
        return Measured(Unit("B", Decimal(_DATA["bytes_of"]["prefixes"][alone.group(1)])), start, alone.end())
    return None


def _electricity(text: str, start: int, end: int) -> Measured | None:
    """用电3亿度: a 度 of electricity is a kilowatt-hour."""
    if text.startswith(_ELECTRICITY["unit"], end) and _ELECTRICITY_BEFORE.search(text, max(0, start - 12), start):
        return Measured(Unit("Wh", Decimal(1000)), start, end + 1)
    return None


def _per_second(text: str, start: int, end: int, unit: Unit) -> Measured | None:
    """The unit, a rate in 每秒8TB. Bits are bytes where they are spelled out; "Gb" is too often meant for GB to be read."""
    if unit.code in ("B", "bit"):
        before = _PER_SECOND_BEFORE.search(text, max(0, start - 12), start)
        if before:
            return Measured(Unit(f"{unit.code}/s", unit.factor), start, end)
    if unit.code != "bit":
        return Measured(unit, start, end)
    abbreviated = text[end - 1] == "b"
    return None if abbreviated and not _is_of_a_chip(text, start, end) else Measured(unit.in_bytes(), start, end)


def _is_of_a_chip(text: str, start: int, end: int) -> bool:
    """Whether the size is one of a memory chip (DDR4 8Gb, 24Gb的DRAM裸片), and so in bits; modules are sold in bytes."""
    before = text[max(0, start - 14) : start]
    named = _MEMORY_CHIP.search(before) or _MEMORY_CHIP.search(text, end, end + 10) or _OF_ONE_CHIP.search(before)
    return named is not None and not _MODULE.search(before)


def _operations(text: str, start: int, place: int, power: int) -> Measured | None:
    """每秒百亿亿次, 万亿次/秒: floating-point operations a second unless the text says that they are integers."""
    before = _PER_SECOND_BEFORE.search(text, max(0, start - 12), start)
    if not text.startswith(_OPERATIONS["word"], place):
        counted = _OPERATIONS_COUNTED.match(text, place) if before else None
        return Measured(Unit("OP/s" if counted[1] else "FLOP/s"), start, counted.end()) if counted else None
    end = place + 1
    after = _PER_SECOND_AFTER.match(text, end)
    end = after.end() if after else end
    what = _OPERATION_AFTER.match(text, end)
    named = what is not None and what.end() > what.start()
    if not (before or after or (power >= _OPERATIONS["always_from_power"])):
        return None
    if not named and power < 8:
        return None
    late = _PER_SECOND_AFTER.match(text, what.end()) if what else None
    integer = what is not None and what.group(2) is not None
    return Measured(Unit("OP/s" if integer else "FLOP/s"), start, late.end() if late else end)


def _temperature(text: str, start: int, end: int) -> Measured | None:
    degree = _DEGREE.match(text, end)
    if degree is None:
        return None
    window = max(0, start - 24)
    celsius = _CELSIUS_BEFORE.search(text, window, start)
    if celsius:
        return Measured(_CELSIUS, celsius.start(), degree.end())
    fahrenheit = _FAHRENHEIT_BEFORE.search(text, window, start)
    if fahrenheit:
        return Measured(_FAHRENHEIT, fahrenheit.start(), degree.end())
    if _TEMPERATURE_BEHIND.match(text, degree.end()):
        return Measured(_CELSIUS, start, degree.end())
    below_zero = text.startswith(tuple(_TEMPERATURE["below_zero"]), start) or text[start - 1 : start] == "-"
    if below_zero or _TEMPERATURE_CONTEXT.search(text, window, start):
        return Measured(_CELSIUS, start, degree.end())
    return None


_OF_ONE_CHIP = re.compile("(?:单颗|每颗|颗粒|裸片)[^,，。;；]{0,10}$")


def latin_unit_at(text: str, end: int) -> bool:
    """Whether a Latin unit of more than one letter follows a number ("21 Gbps")."""
    match = _LATIN.match(text, end)
    return match is not None and len(match.group(1)) > 1


def per_after(text: str, end: int) -> tuple[Per, int] | None:
    """/小时, 每月, 一年 after an amount, with where it ends; a measure word may stand between (/卡/小时)."""
    match = _PER_AFTER.match(text, end) if text[end : end + 1] in _PER_STARTS else None
    if match is None:
        return None
    return _PER_WORDS[match.group(1) or match.group(2)], match.end()


def per_before(text: str, start: int) -> Per | None:
    """每小时, 月产能, 年租金 right before an amount."""
    window = max(0, start - 14)
    if _PER_BEFORE_HINTS.isdisjoint(text[window:start]):
        return None
    match = _PER_BEFORE.search(text, window, start)
    if match is None:
        return None
    return _PER_WORDS[match.group(1)] if match.group(1) else _PER_BEFORE_WORDS[match.group(2)]
