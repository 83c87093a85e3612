"""Currencies in Chinese words and signs, before and after the amount; 元, 块 and their tenths and hundredths."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final, NamedTuple

from pipeline.extract.values.quantities import AMBIGUOUS_SIGNS, CURRENCY_SIGNS
from pipeline.extract.zh.lexicons import Words, alternation, first_characters, load
from pipeline.extract.zh.numbers import HAN_STARTS, read_numeral

_DATA: Final[dict[str, Any]] = load("currencies.toml")
_NATIVE: Final[dict[str, Any]] = _DATA["native"]
_WORDS: Final[dict[str, str]] = {word: code for code, words in _DATA["words"].items() for word in words}
_AFTER_WORDS: Final = Words(_WORDS)
_SIGNS: Final[dict[str, str]] = {**CURRENCY_SIGNS, **{sign: codes[0] for sign, codes in AMBIGUOUS_SIGNS.items()}}
_SIGN_AFTER = re.compile(f" ?({alternation(_SIGNS)})(?![A-Za-z0-9])")
_SIGN_ENDS: Final = frozenset({sign[-1] for sign in _SIGNS} | {"\n"})
_SIGN_BEFORE = re.compile(f"(?<![A-Za-z])({alternation(_SIGNS)}) ?$")
_BEFORE_WORDS: Final = Words(
    {word: code for word, code in _WORDS.items() if not word.startswith(("元", "块")) and word != "刀"}
)
_CENTS_NAMED: Final = Words(_DATA["cents"])
_NATIVE_WORD = re.compile(f" ?({alternation(_NATIVE['words'])})")
#: What the currency behind a number begins with.
STARTS: Final = first_characters(
    [*_WORDS, *_DATA["cents"], *_SIGNS, *_NATIVE["words"], *_NATIVE["tenths"], *_NATIVE["hundredths"]]
)
_TENTH = re.compile(f"[{''.join(_NATIVE['tenths'])}]")
_HUNDREDTH = re.compile(f"[{''.join(_NATIVE['hundredths'])}]")
_ENDING = re.compile(f"[{''.join(_NATIVE['endings'])}](?![个在好是个天理年月])")
_SMALL_NUMBER = re.compile(f"零?([0-9]{{1,2}}|[{HAN_STARTS}]{{1,3}})")
# 块 counts things as well (三块显卡): an amount only where nothing follows that it could count.
_AFTER_PIECE = re.compile(
    rf"$|[^一-龥A-Za-z]|[{HAN_STARTS}](?![ ]?[A-Za-z])|钱|以[上下内]|左右|上下|多|起|一|每|人民币"
)
# 一块八一小时, 五块二一根: the tenths end where 一 and what the price is by begin.
_TENTHS_EACH = re.compile("([一二两三四五六七八九])(?=(?:一|每)(?:小时|个|颗|张|块|片|根|条|台|套|天|度|卡|支))")
_OF_SILVER = re.compile(r"[宝器件首素]")


_FROM_HERE_ON = re.compile(rf"[(（] ?(?:单位[:：])?({alternation(_WORDS)})[‧·・•．.,，、;； ]{{0,2}}下同 ?[)）]")


class Cents(NamedTuple):
    """Tenths or hundredths alone: what one is worth, what is added, where they end, and their currency if it is named."""

    worth: Decimal
    added: Decimal
    end: int
    code: str | None = None


class Currency(NamedTuple):
    """A currency beside a number; `cents` is what 角 and 分 add to it ("五元六角": 0.6)."""

    code: str
    start: int
    end: int
    cents: Decimal = Decimal(0)


def native_currency(text: str, script: str | None) -> str:
    """What a bare 元 means: CNY in Simplified text; in Traditional text TWD, or HKD where only Hong Kong is named; in either
    what the text says that it is from here on: 19.1亿元(美元‧下同)."""
    told = _FROM_HERE_ON.search(text)
    if told:
        return _WORDS[told[1]]
    if script != "Hant":
        return str(_NATIVE["hans"])
    hong_kong = sum(text.count(word) for word in _NATIVE["hong_kong"])
    taiwan = sum(text.count(word) for word in _NATIVE["taiwan"])
    return "HKD" if hong_kong > taiwan else str(_NATIVE["hant"])


def currency_before(text: str, start: int) -> Currency | None:
    """US$, ¥, 人民币, 港币 right before a number."""
    if start == 0:
        return None
    place = start
    while place > 0 and start - place < 3 and text[place - 1] == " ":
        place -= 1
    word = _BEFORE_WORDS.before(text, place)
    if word:
        return Currency(word[1], place - len(word[0]), start)
    if text[place - 1 : place] not in _SIGN_ENDS:
        return None
    sign = _SIGN_BEFORE.search(text, max(0, start - 7), start)
    return Currency(_SIGNS[sign.group(1)], sign.start(), start) if sign else None


def currency_after(text: str, end: int, native: str) -> Currency | None:
    """The currency that follows a number, with its tenths and hundredths; `native` is what 元 stands for."""
    place = end
    while place < len(text) and text[place] == " " and place - end < 3:
        place += 1
    word = _AFTER_WORDS.after(text, place)
    if word and not (word[0] == "刀" and not _AFTER_PIECE.match(text, place + 1)):
        stop = place + len(word[0])
        return Currency(word[1], end, stop)
    whole = _NATIVE_WORD.match(text, place)
    if whole:
        return _native_after(text, end, whole, native)
    tenth = _TENTH.match(text, place)
    if tenth and not _OF_SILVER.match(text, tenth.end()) and text[place] == "毛":
        return None
    sign = _SIGN_AFTER.match(text, place)
    return Currency(_SIGNS[sign.group(1)], end, sign.end()) if sign else None


def cents_alone(text: str, end: int) -> Cents | None:
    """五毛, 两毛五, 三角, 99美分; 分 alone is a score or a minute, unless 分钱."""
    named = _CENTS_NAMED.after(text, end)
    if named:
        return Cents(Decimal("0.01"), Decimal(0), end + len(named[0]), named[1])
    if text.startswith(("毛", "毫"), end) and not text.startswith(
        ("毛利", "毫米", "毫升", "毫克", "毫秒", "毫瓦", "毫安", "毛坯", "毛泽", "毫伏", "毫无", "毫不"), end
    ):
        rest = _SMALL_NUMBER.match(text, end + 1)
        numeral = read_numeral(text, rest.start(1)) if rest else None
        if rest and numeral and numeral.low < 10 and not text.startswith(tuple("个年月天万亿"), numeral.end):
            stop = numeral.end + 1 if text.startswith("分", numeral.end) else numeral.end
            return Cents(Decimal("0.1"), numeral.low / 100, stop)
        return Cents(Decimal("0.1"), Decimal(0), end + (2 if text.startswith("钱", end + 1) else 1))
    if text.startswith("角钱", end):
        return Cents(Decimal("0.1"), Decimal(0), end + 2)
    if text.startswith("分钱", end):
        return Cents(Decimal("0.01"), Decimal(0), end + 2)
    return None


def _native_after(text: str, start: int, whole: re.Match[str], native: str) -> Currency | None:
    word, end = whole.group(1), whole.end()
    if native == _NATIVE["hans"] and word == "元" and text[start - 1 : start] == "兆":
        native = str(_NATIVE["hant"])  # 兆 is a number of Taiwan's amounts only
    if word in _NATIVE["countable"] and not _AFTER_PIECE.match(text, end):
        return None
    if word == "元" and text.startswith(("器件", "素", "件", "宇宙", "年", "旦", "月", "老", "首"), end):
        return None
    if word in _NATIVE["countable"] and text[end : end + 1] in _NATIVE["not_before"] and end < len(text):
        return None
    cents, stop = _cents(text, end, colloquial=word not in ("元", "圆"))
    ending = _ENDING.match(text, stop)
    return Currency(native, start, ending.end() if ending else stop, cents)


def _cents(text: str, end: int, *, colloquial: bool) -> tuple[Decimal, int]:
    """六角三分 after 元, 二 or 零四 after 块."""
    total, place = Decimal(0), end
    each = _TENTHS_EACH.match(text, end) if colloquial else None
    tenths = read_numeral(each[1], 0) if each else None
    if each and tenths:
        return tenths.low * Decimal("0.1"), each.end()
    for worth, pattern in ((Decimal("0.1"), _TENTH), (Decimal("0.01"), _HUNDREDTH)):
        small = _SMALL_NUMBER.match(text, place)
        numeral = read_numeral(text, small.start(1)) if small else None
        if small is None or numeral is None or numeral.low >= 10 or numeral.low != numeral.high:
            break
        unit = pattern.match(text, numeral.end)
        if unit:
            total, place = total + numeral.low * worth, unit.end()
        elif (total and worth < Decimal("0.1")) or (colloquial and _ends_amount(text, numeral.end)):
            scale = Decimal("0.01") if total or small.group().startswith("零") else Decimal("0.1")
            return total + numeral.low * scale, numeral.end
    return total, place


def _ends_amount(text: str, place: int) -> bool:
    following = text[place : place + 1]
    return not following or not ("一" <= following <= "龥" or following.isalnum())
