"""What looks like a value and is none: names and versions, codes, telephone numbers, times of day, scores, counters, idioms."""

from __future__ import annotations

import re
from string import ascii_letters, digits
from typing import Any, Final

from pipeline.extract.zh.lexicons import Words, alternation, load
from pipeline.extract.zh.numbers import DIGITS
from pipeline.extract.zh.quantities import latin_unit_at

_DATA: Final[dict[str, Any]] = load("words.toml")
_IDIOMS: Final[frozenset[str]] = frozenset(_DATA["idioms"].split())
_COUNTS: Final[tuple[str, ...]] = tuple(_DATA["counts"])
_LONGEST_IDIOM: Final = max(map(len, _IDIOMS))
_IDIOM_LENGTHS: Final[dict[str, list[int]]] = {
    first: sorted({len(word) for word in _IDIOMS if word[0] == first}, reverse=True)
    for first in {w[0] for w in _IDIOMS}
}
_DIGITS: Final = frozenset(DIGITS)
_RATIO_ENDS: Final = ("成", "倍", "折", "%")
_MEASURES: Final[tuple[str, ...]] = tuple(_DATA["measures"].split())
_MEASURE_WORDS: Final = Words(dict.fromkeys(_MEASURES, True))
_ALONE_BEFORE: Final = frozenset(_DATA["alone_before"])
_ALONE_AFTER: Final = frozenset(_DATA["alone_after"])

# Matched at the first digit. Each alternative is of bounded length or stops at the first character that does not fit.
_FORMS = re.compile(
    r"""
      [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?          # a time of day
    | [0-9]+\ ?[:：]\ ?[0-9]++(?:,[0-9]{3})*+(?:\.[0-9]++)?(?!\ ?(?:[万亿元块颗张瓦%]|[千兆]瓦|美元|[GTM]B|W\b|nm\b|[GM]Hz))  # a score, a ratio
    | [0-9]{1,4}比[0-9]{1,4}(?![0-9.万亿])
    | (?P<undivided>(?:1[3-9][0-9]{9}|[48]00[0-9]{7})(?![0-9]))  # telephone numbers
    | 0[0-9]{2,3}-[0-9]{7,8}(?![0-9])
    | [48]00-[0-9]{3,4}-?[0-9]{3,4}(?![0-9])
    | [0-9]{4,6}\.(?:SZ|SH|SS|BJ|HK|TW|TWO|KS|OF|T)\b          # stock codes
    | [0-9]+(?:\.[0-9]+){2,}(?![0-9万亿%])                     # versions and addresses
    | [0-9]0后(?![来续的])
    | 7[x×*X]24(?:小时)?
    | [248]K(?![A-Za-z0-9万亿])                               # resolutions
    | [0-9]{13,}(?![0-9,.万亿])                                # ids
    """,
    re.VERBOSE,
)
# What one of _FORMS, _TIME_IN_WORDS and _HOUR begins with: looked at first, because most numbers are none of theirs.
_MAY_BE_FORM = re.compile(
    r"[0-9]++(?: ?[:：]|[-比后x×*XK点时]|\.[0-9]*+[.A-Z])|[0-9]{7}|[一二三四五六七八九十两零]{1,3}+[点时]"
)
_OPENING_BRACKETS: Final = frozenset("(【[")
_BRACKETED_CODE = re.compile(r"[0-9]{4,6}[)\]】]")
_TIME_IN_WORDS = re.compile(
    r"(?:[0-9]{1,2}|[一二三四五六七八九十两零]{1,3})(?:点(?:钟(?!头)|整|半|许|(?:[0-9]{1,2}|[零一二三四五六七八九十]{1,3})分|[一二三]刻|左右|前后)(?!钟)"
    r"|时(?:整|许|[0-9]{1,2}分|(?=[,，。;；、!)\s]|$|前后|左右|起|至)))(?:[0-9]{1,2}秒)?"
)
_HOUR = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十两零]{1,3})[点时](?:[0-9]{1,2}(?![0-9.万亿])分?)?")
_DAYTIME = re.compile(
    r"(?:凌晨|清晨|早上|早晨|上午|中午|正午|下午|傍晚|晚上|晚间|夜间|深夜|午夜|今晚|昨晚|明晚|早|晚|时间) ?$"
)
_LABEL_ENDS: Final = frozenset({label[-1] for label in _DATA["labels"]} | set("数 :：()#\n"))
_LABEL = re.compile(f"(?:{alternation(_DATA['labels'])})(?:次数)?[ :：()#]{{0,3}}$")
_LABELLED = re.compile(r"[0-9]+(?:[- ,.][0-9]+){0,6}")
_NAME = re.compile(f"(?:{alternation(_DATA['names'])}) ?(?:[0-9]{{1,2}} )?$")
_NAME_ENDS: Final = frozenset({name[-1] for name in _DATA["names"]} | set(f"{ascii_letters}{digits}-+_./· \n"))
_NAME_AFTER = re.compile(alternation(_DATA["names_after"]))
_LATIN_BEFORE = re.compile(r"([A-Za-z][A-Za-z0-9]*)([-+_./·]?)$")
_LATIN_WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]* (?:[0-9]{1,2} )?$")
_BEFORE_YEAR = re.compile(r"([0-9]{1,5})年([底末初中])?")
_NAMED_BEFORE = re.compile(
    rf"(?:[A-Z][A-Za-z-]*[0-9-]*|(?<![A-Za-z])(?:i[3579]-?)) ?$|(?:{alternation(_DATA['names'])}) ?$"
)
_LAST_DIGITS = re.compile("[0-9]{1,5}$")
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2099
_COUNTED = re.compile(
    r" ?(?:[万亿千百%％‰倍个颗块片张台套名人家款项次位座元余几]|多(?![一二两三四五六七八九十])|美元|美金|欧元|英镑|日元|港元|韩元|人民币|(?:GB|TB|MB|GHz|MHz|[kMG]?W|nm|mm)(?![A-Za-z0-9])"
    r"|小时|分钟|秒|天|周|[年月日]|摄氏|毫|纳|微|厘|公|平方|瓦|千瓦|兆瓦|[~—–至到-])"
)
_ADDRESS = re.compile(
    r"https?://[^\s\u3000-\u9fff]*|www\.[^\s\u3000-\u9fff]*|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})*", re.ASCII
)


def addresses(text: str) -> list[tuple[int, int]]:
    """Web and mail addresses: nothing inside them is a value."""
    if "://" not in text and "www." not in text and "@" not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def end_of_form(text: str, start: int) -> int | None:
    """Where a time of day, score, telephone number, code, version or counter that begins at `start` ends, or None."""
    if _MAY_BE_FORM.match(text, start):
        match = _FORMS.match(text, start) or _TIME_IN_WORDS.match(text, start)
        hour = None if match else _HOUR.match(text, start)
        if hour and _DAYTIME.search(text, max(0, start - 8), start):
            match = hour
        if match and match.lastgroup == "undivided" and _COUNTED.match(text, match.end()):
            return None  # 15000000000元
        if match:
            return match.end()
    before = text[start - 1 : start]
    if before in _OPENING_BRACKETS:
        code = _BRACKETED_CODE.match(text, start)
        if code and not 1900 <= int(code.group()[:-1]) <= 2100:
            return code.end()
    if before in _LABEL_ENDS and _LABEL.search(text, max(0, start - 8), start):
        digits = _LABELLED.match(text, start)
        if digits:
            return digits.end()
    return None


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the Arabic digits at `start:end` belong to a name: GB200, RTX 5090, GPT-4, 昇腾910, 360公司."""
    if text[start - 1 : start] in _NAME_ENDS:
        window = max(0, start - 24)
        latin = _LATIN_BEFORE.search(text, window, start)
        if latin:
            word, joint = latin.groups()
            if joint in ("+", "/") and _COUNTED.match(text, end):
                return False  # a sum or a row: 1个Grace CPU+2个B200, 3.8GHz/5.5GHz
            long_word = len(word) >= 4 or end - start <= 2 or "." in text[start:end]
            return not (text[end : end + 1] in ("万", "亿") and long_word and not joint and word.isalpha())
        if _LATIN_WORD_BEFORE.search(text, window, start):
            return not _COUNTED.match(text, end) and not latin_unit_at(text, end)
        if _NAME.search(text, window, start):
            return not _COUNTED.match(text, end)
    return _NAME_AFTER.match(text, end) is not None


def end_of_dated_name(text: str, start: int) -> int | None:
    """Where a product's number ends that a word of time follows (RTX 5090年底, Exynos 2600年内, 麒麟9030年内), or None.

    Years of this age are years: NVIDIA 2026年底, 华为2025年营收.
    """
    match = _BEFORE_YEAR.match(text, start)
    if match is None:
        return None
    digits = match[1]
    glued = text[start - 1 : start].isascii() and text[start - 1 : start].isalnum()
    if len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR and not glued:
        return None
    if len(digits) < 3 and not match[2]:
        return None
    if len(digits) == 2 and text[start - 1 : start] == " ":
        return None  # NVIDIA 26年底
    before = text[max(0, start - 24) : start]
    return match.end(1) if _NAMED_BEFORE.search(before) else None


def names_before(text: str, end: int) -> bool:
    """Whether the digits that end at `end` are those of a product's name, and 年底 behind them the end of this year."""
    digits = _LAST_DIGITS.search(text, max(0, end - 6), end)
    return digits is not None and end_of_dated_name(text, digits.start()) == end


def without_idioms(text: str, start: int, end: int) -> tuple[int, int]:
    """`start:end` of a Chinese numeral, less what belongs to an idiom at its edges (an empty span if nothing is left).

    An idiom inside the numeral is none (the 万一 of 三万一千), nor is one that begins with a multiplier that digits need (3000万家).
    """
    for place in range(max(0, start - _LONGEST_IDIOM + 1), start + 1):
        lengths = _IDIOM_LENGTHS.get(text[place])
        stop = _idiom_end(text, place, longer_than=start - place) if lengths and lengths[0] > start - place else None
        if stop:
            return (stop, end) if stop < end else (start, start)
    for place in range(max(start + 1, end - _LONGEST_IDIOM + 1), end):
        if text[place] in _DIGITS and _idiom_end(text, place, longer_than=end - place):
            return start, place
    return start, end


def _idiom_end(text: str, place: int, *, longer_than: int) -> int | None:
    """Where the longest idiom at `place` ends, if it is longer than that and no decimal point or fraction follows."""
    for length in _IDIOM_LENGTHS.get(text[place], ()):
        word = text[place : place + length]
        if length <= longer_than or word not in _IDIOMS or text.startswith(_COUNTS, place):
            continue
        following = text[place + length : place + length + 1]
        if word[-1] == "点" and (following in _DIGITS or following.isdigit()):
            continue
        if word[-1] == "分" and following in ("之", " "):
            continue
        if word[-1] in _DIGITS and following in _RATIO_ENDS:
            continue
        return place + length
    return None


def end_of_measure(text: str, place: int) -> int:
    """Where the measure word at `place` ends (台, 颗), or `place`."""
    found = _MEASURE_WORDS.after(text, place)
    return place + len(found[0]) if found else place


def is_count(text: str, start: int, end: int, *, implied: bool) -> bool:
    """Whether a short Chinese numeral counts something: it is measured (一个, 三家), or stands apart from other words."""
    if text.startswith(_MEASURES, end):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if implied and text[end - 1] not in _DIGITS:
        return False
    apart_after = not after or not _is_han(after)
    apart_before = not before or not _is_han(before)
    if apart_after and (apart_before or before in _ALONE_AFTER):
        return True
    if text[start:end] == "一":
        return after in _ALONE_BEFORE and before in _ALONE_AFTER and "" not in (before, after)
    return (after in _ALONE_BEFORE and after != "") or (before in _ALONE_AFTER and before != "")


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
