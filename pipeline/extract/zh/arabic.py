"""Arabic numbers as a text writes them: separators, decimals, exponent and the suffixes K, M, w."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from pipeline.extract.zh.lexicons import load

_SUFFIXES: Final[dict[str, int]] = load("numbers.toml")["suffixes"]
# Longer than any number of the warehouse's DECIMAL(38, 12): an id, not a number.
MAX_DIGITS: Final = 24
_ARABIC = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+")
_EXPONENT = re.compile(r"[eE]([+-]?[0-9]{1,2})(?![0-9A-Za-z.])|\^(-?[0-9]{1,2})(?![0-9A-Za-z.])")
_AFTER_ARABIC: Final = frozenset({"e", "E", "^", " ", *_SUFFIXES})
_NAME_CHARACTER = re.compile(r"[0-9A-Za-z²³/]")


def read_arabic(text: str, start: int) -> tuple[Decimal, int] | None:
    """An Arabic number with its separators, exponent and suffix ("1,200.5", "2e5", "1.2M"), and where it ends."""
    match = _ARABIC.match(text, start)
    if match is None or match.end() - start > MAX_DIGITS + 8:
        return None
    value, end = Decimal(match.group().replace(",", "")), match.end()
    if text[end : end + 1] not in _AFTER_ARABIC:
        return value, end
    exponent = _EXPONENT.match(text, end)
    if exponent:
        power = int(exponent.group(1) or exponent.group(2))
        if exponent.group(1):
            return value.scaleb(power), exponent.end()
        return (value**power if value or power > 0 else value), exponent.end()
    spaces = 1 if text[end : end + 1] == " " and text[end + 1 : end + 2] in ("M", "k") else 0
    suffix = text[end + spaces : end + spaces + 1]
    following = text[end + spaces + 1 : end + spaces + 2]
    if suffix in _SUFFIXES and not _NAME_CHARACTER.match(following) and (suffix != "G" or value < 1):
        return value.scaleb(_SUFFIXES[suffix]), end + spaces + 1
    return value, end
