"""Han characters: which a text has, and whether they are Simplified or Traditional ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

import opencc

Script = Literal["Hans", "Hant"]

# The blocks of common use; the rare extensions beyond them decide nothing about a news text.
_HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))
HAN = re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in _HAN_RANGES) + "]")
_HAN_RUN = re.compile(f"{HAN.pattern}+")


def han_count(text: str) -> int:
    """How many Chinese characters of the blocks in common use a text has (kana and hangul are none)."""
    return sum(map(len, _HAN_RUN.findall(text)))


def script_of(text: str) -> Script | None:
    """The script of a Chinese text by the majority of its telling characters; None where none tells.

    Characters that both scripts use (里, 后, 台) do not vote. A tie is read as Simplified.
    """
    simplified, traditional = _telling_characters()
    votes_simplified = sum(map(len, simplified.findall(text)))
    votes_traditional = sum(map(len, traditional.findall(text)))
    if not votes_simplified and not votes_traditional:
        return None
    return "Hant" if votes_traditional > votes_simplified else "Hans"


def to_simplified(text: str) -> str:
    """The text in Simplified characters, one character for each: the result is exactly as long."""
    if not _convertible().search(text):
        return text
    converter = _converter("t2s")
    converted: str = converter.convert(text)
    if len(converted) == len(text):
        return converted
    by_character = {character: converter.convert(character) for character in set("".join(_convertible().findall(text)))}
    return text.translate({ord(old): new for old, new in by_character.items() if len(new) == 1})


@cache
def _converter(configuration: str) -> opencc.OpenCC:
    return opencc.OpenCC(configuration)


def _changed(configuration: str) -> frozenset[str]:
    """The Han characters that a configuration of OpenCC changes when they stand alone."""
    characters = [chr(code) for low, high in _HAN_RANGES for code in range(low, high + 1)]
    converted = _converter(configuration).convert("\n".join(characters)).split("\n")
    return frozenset(old for old, new in zip(characters, converted, strict=True) if old != new)


@cache
def _convertible() -> re.Pattern[str]:
    return _any_of(_changed("t2s"))


@cache
def _telling_characters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Runs of (only Simplified, only Traditional): converted by OpenCC, and absent from the other side's classic encoding."""
    return _any_of(_outside(_changed("s2t"), "big5")), _any_of(_outside(_changed("t2s"), "gb2312"))


def _outside(characters: Iterable[str], encoding: str) -> Iterator[str]:
    return (c for c in characters if not c.encode(encoding, errors="ignore"))


def _any_of(characters: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(characters))}]+")
