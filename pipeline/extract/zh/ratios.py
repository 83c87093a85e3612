"""Percentages, tenths (成), discounts (折), multiples (倍, 翻番) and fractions."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final, Literal, NamedTuple

from models.values import Bound, Form, ValueKind
from pipeline.extract.zh.lexicons import Words, alternation, first_characters, load
from pipeline.extract.zh.numbers import DIGITS, HAN_STARTS, Numeral, read_numeral

_DATA: Final[dict[str, Any]] = load("ratios.toml")
_PERCENT_BEFORE = re.compile(rf"([百佰千仟万]) ?分 ?之? {{0,2}}(?=[-负+0-9.{HAN_STARTS}])")
_PERCENT_SHIFT: Final = {"百": 0, "佰": 0, "千": -1, "仟": -1, "万": -2}
_PERCENT_AFTER = re.compile(f" ?({alternation(_DATA['percent_after'])})")
_POINTS = re.compile(
    r" {0,4}(?:[kK](?= ?个))?(?: {0,3}个)? ?百 ?分 ?点|" + f" ?(?:{alternation(_DATA['points']['words'])})(?![A-Za-z])"
)
_BASIS_POINTS = re.compile(f" ?(?:{alternation(_DATA['points']['basis'])})(?![A-Za-z])")
_TENTHS = re.compile(
    rf" ?成(?:([一二三四五六七八九])(?![{_DATA['tenths']['digit_not_before']}])|(半)(?![年导个])"
    rf"|(?![{_DATA['tenths']['not_before']}]))"
)
_DISCOUNT = re.compile(f" ?折(?![{_DATA['discounts']['not_before']}])")
_MULTIPLE = re.compile(f" ?倍(?:(半)(?![导年天月价数])|(?![{_DATA['multiples']['not_before']}]))")
#: What a percentage, a discount or a multiple continues with behind its number.
SUFFIX_STARTS: Final = first_characters(
    [*_DATA["percent_after"], *_DATA["points"]["words"], *_DATA["points"]["basis"], *"kK个百成折倍"]
)
_GROWTH = re.compile(
    f"(?:{alternation(_DATA['multiples']['growth'])})(?:了|近|约|超过|逾|达|至少|出|到|将近|超|接近| )*$"
)
#: What follows the first number of a fraction.
FRACTION_STARTS: Final = frozenset(" 又分份/")
_FRACTION_MIDDLE = re.compile(r" {0,2}分 {0,2}之 {0,2}([-负]?)")
_SHARE = re.compile(rf"份([{''.join(DIGITS)}十]{{1,3}})(?![一-龥])")
_SLASH = re.compile(r"/([0-9]{1,4})(?![0-9/.%万亿A-Za-z年月]|-(?![0-9]{1,2}/[0-9]))")
_MIXED_MIDDLE = re.compile(r" ?又 ?")
_LOOSE_FRACTION_MIDDLE = re.compile(r"分之?")
_WORD_TABLES: Final = ("words", "fractions", "discount_words", "percent_words", "bounded_words")
WORD_STARTS: Final = "".join(sorted({word[0] for table in _WORD_TABLES for word in _DATA[table]}))
_RATIO_WORDS: Final = Words(
    {
        **{word: ("number", "multiple", Decimal(v)) for word, v in _DATA["words"].items()},
        **{word: ("number", "fraction", Decimal(v)) for word, v in _DATA["fractions"].items()},
        **{word: ("percent", "discount", Decimal(v)) for word, v in _DATA["discount_words"].items()},
        **{word: ("percent", None, Decimal(v)) for word, v in _DATA["percent_words"].items()},
        **{word: ("number", e["form"], Decimal(e["value"])) for word, e in _DATA["bounded_words"].items()},
    }
)
WORD: Final = alternation(word for table in _WORD_TABLES for word in _DATA[table])
_BOUNDED: Final[dict[str, Bound]] = {word: entry["bound"] for word, entry in _DATA["bounded_words"].items()}
_NO_HALF: Final = frozenset(_DATA["half_not_before"]["characters"])
_WHOLE = "百分百"
_SPACED_DISCOUNT = re.compile(rf"([0-9{''.join(DIGITS)}]) ([0-9{''.join(DIGITS)}]) ?折")


class Ratio(NamedTuple):
    """What a suffix makes of a number: `value × factor + added`, ending at `end`."""

    kind: ValueKind
    end: int
    factor: Decimal = Decimal(1)
    added: Decimal = Decimal(0)
    unit: str | None = None
    form: Form | None = None


class Fixed(NamedTuple):
    """A ratio that is a word of its own (翻倍, 一半, 百分百)."""

    kind: Literal["number", "percent"]
    end: int
    value: Decimal
    form: Form | None = None
    bound: Bound | None = None
    """What the word itself says of the number: 过半 is more than half."""


def ratio_word(text: str, start: int) -> Fixed | None:
    """翻倍, 腰斩, 一半, 对折, 百分百 at `start`."""
    if text.startswith(_WHOLE, start):
        return Fixed("percent", start + len(_WHOLE), Decimal(100))
    spaced = _SPACED_DISCOUNT.match(text, start)
    if spaced:
        return Fixed("percent", spaced.end(), Decimal(int(_digit(spaced[1]) + _digit(spaced[2]))), "discount")
    found = _RATIO_WORDS.after(text, start)
    if found is None or (found[0] == "半成" and text.startswith("品", start + 2)):
        return None
    word, (kind, form, value) = found
    bound = _BOUNDED.get(word)
    if bound and word.endswith("半") and text[start + len(word) : start + len(word) + 1] in _NO_HALF:
        return None
    return Fixed(kind, start + len(word), value, form, bound)  # type: ignore[arg-type]


def percent_prefix(text: str, start: int) -> tuple[int, Decimal] | None:
    """百分之, 千分之, 万分之 at `start`: where the number begins, and its worth in percent."""
    match = _PERCENT_BEFORE.match(text, start) if text[start : start + 1] in _PERCENT_SHIFT else None
    if match is None or text.startswith(("分点", "分 点"), start + 1):
        return None
    return match.end(), Decimal(1).scaleb(_PERCENT_SHIFT[match.group(1)])


def ratio_after(text: str, start: int, end: int, numeral: Numeral) -> Ratio | None:
    """%, 个百分点, 成, 折 or 倍 after the number at `start:end`."""
    percent = _PERCENT_AFTER.match(text, end)
    if percent:
        shift = _DATA["percent_after"][percent.group(1)]
        return Ratio("percent", percent.end(), Decimal(1).scaleb(shift), unit="%")
    points = _POINTS.match(text, end)
    if points:
        return Ratio("percent", points.end(), unit="pp")
    basis = _BASIS_POINTS.match(text, end)
    if basis:
        return Ratio("percent", basis.end(), Decimal("0.01"), unit="pp")
    # 七成五 is 75 %, 一成半 15 %.
    tenths = _TENTHS.match(text, end)
    if tenths and numeral.high <= 10:
        further = DIGITS[tenths[1]] if tenths[1] else 5 if tenths[2] else 0
        return Ratio("percent", tenths.end(), Decimal(10), Decimal(further), unit="%")
    discount = _DISCOUNT.match(text, end)
    if discount and numeral.high < 100:
        factor = Decimal(1) if numeral.low >= 10 else Decimal(10)
        return Ratio("percent", discount.end(), factor, unit="%", form="discount")
    multiple = _MULTIPLE.match(text, end)
    if multiple:
        grown = numeral.high <= 1 and _GROWTH.search(text, max(0, start - 8), start) is not None
        added = Decimal(1 if grown else 0) + (Decimal("0.5") if multiple[1] else 0)  # 两倍半
        return Ratio("number", multiple.end(), added=added, form="multiple")
    return None


def fraction_after(text: str, end: int, denominator: Numeral) -> tuple[Decimal, int] | None:
    """分之N, 份N or /N after a number: the fraction and where it ends."""
    middle = _FRACTION_MIDDLE.match(text, end)
    if middle:
        numerator = read_numeral(text, middle.end())
        if numerator is None or not denominator.low:
            return None
        sign = -1 if middle.group(1) else 1
        return sign * numerator.low / denominator.low, numerator.end
    share = _SHARE.match(text, end) if denominator.script == "han" else None
    if share and denominator.low:
        numerator = read_numeral(text, share.start(1))
        return (numerator.low / denominator.low, numerator.end) if numerator else None
    slash = _SLASH.match(text, end)
    if slash and denominator.script == "arabic" and int(slash.group(1)) and text[end - 1].isdigit():
        return denominator.low / int(slash.group(1)), slash.end()
    return None


def mixed_after(text: str, end: int) -> tuple[Decimal, int] | None:
    """又三分之一 or " 4/3" after a whole number: the fraction and where it ends."""
    middle = _MIXED_MIDDLE.match(text, end)
    if middle:
        denominator = read_numeral(text, middle.end())
        if denominator is None:
            return None
        found = fraction_after(text, denominator.end, denominator)
        loose = _LOOSE_FRACTION_MIDDLE.match(text, denominator.end)
        if found is None and loose and denominator.low:
            numerator = read_numeral(text, loose.end())
            return (numerator.low / denominator.low, numerator.end) if numerator else None
        return found
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit():
        denominator = read_numeral(text, end + 1)
        if denominator and text[denominator.end : denominator.end + 1] == "/":
            return fraction_after(text, denominator.end, denominator)
    return None


def _digit(character: str) -> str:
    return str(DIGITS.get(character, character))
