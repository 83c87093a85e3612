"""Han characters: which a text has, and whether they are Simplified or Traditional ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Literal

import opencc

Script = Literal["Hans", "Hant"]

# The blocks of common use; the rare extensions beyond them decide nothing about a news text.
_HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))
HAN = re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in _HAN_RANGES) + "]")


def han_count(text: str) -> int:
    """How many Chinese characters of the blocks in common use a text has (kana and hangul are none)."""
    return sum(count for character, count in Counter(text).items() if HAN.match(character))


def script_of(text: str) -> Script | None:
    """The script of a Chinese text by the majority of its telling characters; None where none tells.

    Characters that both scripts use (里, 后, 台) do not vote. A tie is read as Simplified.
    """
    simplified, traditional = _telling_characters()
    counts = Counter(text)
    votes_simplified = sum(counts[character] for character in simplified.intersection(counts))
    votes_traditional = sum(counts[character] for character in traditional.intersection(counts))
    if not votes_simplified and not votes_traditional:
        return None
    return "Hant" if votes_traditional > votes_simplified else "Hans"


def to_simplified(text: str) -> str:
    """The text in Simplified characters, one character for each: the result is exactly as long."""
    if _convertible().isdisjoint(text):
        return text
    converter = _converter("t2s")
    converted: str = converter.convert(text)
    if len(converted) == len(text):
        return converted
    by_character = {character: converter.convert(character) for character in _convertible().intersection(text)}
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
def _convertible() -> frozenset[str]:
    return _changed("t2s")


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    """(only Simplified, only Traditional): converted by OpenCC, and absent from the other side's classic encoding."""
    return _outside(_changed("s2t"), "big5"), _outside(_changed("t2s"), "gb2312")


def _outside(characters: Iterable[str], encoding: str) -> frozenset[str]:
    return frozenset(c for c in characters if not c.encode(encoding, errors="ignore"))
