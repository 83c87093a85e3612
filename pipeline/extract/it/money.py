"""Italian money: ISO 4217 codes from signs, codes and words, before or behind the number."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from importlib.resources import files
from typing import Any, NamedTuple

from pipeline.extract.it.figures import parse_figure
from pipeline.extract.it.tokens import Scan, openings, split
from pipeline.extract.values.quantities import AMBIGUOUS_SIGNS, CURRENCY_SIGNS, alternation

_DATA: Mapping[str, Any] = tomllib.loads(files(__package__).joinpath("money.toml").read_text(encoding="utf-8"))
_WORDS: dict[str, str] = {word: code for code, words in _DATA["words"].items() for word in words}
_SUBUNITS: dict[str, str] = {word: code for code, words in _DATA["subunits"].items() for word in words}
_SPELLED = [*_WORDS, *_SUBUNITS]
_SHARED: dict[str, dict[str, str]] = {
    word: {country: code for code, countries in by_code.items() for country in countries}
    for word, by_code in _DATA["shared"].items()
}
"""Words that several countries have for their money: the code by the word for the country."""
_SIGNS: dict[str, str] = {
    **CURRENCY_SIGNS,
    **{sign.casefold(): code for sign, code in CURRENCY_SIGNS.items() if "$" in sign},
    **{sign: "" for sign in AMBIGUOUS_SIGNS if len(sign) == 1},
}

_SIGN = alternation(_SIGNS)
_SIGN_BEHIND = re.compile(rf"\s?({_SIGN})(?![^\W_]|\s?\$)")
_SIGN_LINKED = re.compile(rf"\s?di\s?({_SIGN})(?![^\W_]|\s?\$)", re.IGNORECASE)
_SIGN_TOUCHING = re.compile(r"([$€£¥])(\d{1,3})(?![\d.,])")
_SIGN_BEFORE = re.compile(rf"(?<![^\W_])({_SIGN})\s{{0,2}}\Z")
_CONTEXT = 300
_LONGEST_SIGN = max(map(len, _SIGNS)) + 2
_WORD_BEHIND = re.compile(rf"\s?(?:(?P<of>di|d')\s?)?(?P<word>{alternation(_SPELLED)})(?![^\W_])".replace(r"\ ", r"\s"))
_WORD_BEFORE = re.compile(rf"(?<![^\W_])({alternation(_DATA['before']['words'])})\s\Z")
_SIGN_OPENINGS = openings(_SIGNS)
_WORD_OPENINGS = openings([*_SPELLED, "di", "d", *("di" + word for word in _SPELLED)])
#: What a currency behind a number begins with.
CURRENCY_OPENINGS = _SIGN_OPENINGS | _WORD_OPENINGS
_LAST_BEFORE = frozenset(split(s)[-1] for s in [*_SIGNS, *_DATA["before"]["words"]])
_COUNTRIES = {word: re.compile(rf"(?<![^\W_])(?:{alternation(codes)})(?![^\W_])") for word, codes in _SHARED.items()}
_CHINESE = re.compile(r"\b(?:yuan|renminbi|cin(?:a|ese|esi)|pechino)\b")
_CENTS = re.compile(r"(?:\s?(?:,|e)\s|\s)(?:(\d{1,2})|)\s?(centesimi|centesimo|cent|pence)(?![^\W_])")
_LOOSE_CENTS = re.compile(r"\s(?:e\s)?(\d{2})(?=\s*(?:[.!?;:)]|,\s|$)|\s(?:all?|a|per|l|ma|in|oppure)\b)(?![.,]\d)")


class Currency(NamedTuple):
    """A currency found beside a number: its code, where it ends or begins, and what an amount in it is multiplied by."""

    code: str
    position: int
    factor: Decimal = Decimal(1)


def currency_before(scan: Scan, i: int) -> Currency | None:
    """The currency that stands right before token `i`: "$", "US$", "EUR ", "dollari "; `position` is where it begins."""
    if scan.breaks[i] or scan.words[i - 1] not in _LAST_BEFORE:
        return None
    text, folded, position = scan.text, scan.folded, scan.starts[i]
    start = max(0, position - _LONGEST_SIGN)
    sign = _SIGN_BEFORE.search(text, start, position)
    if sign:
        return Currency(_code(sign[1], folded, position), sign.start(1))
    word = _WORD_BEFORE.search(folded, max(0, position - 12), position)
    if word:
        return Currency(_WORDS[word[1]], word.start(1))
    return None


def currency_behind(scan: Scan, i: int, *, linked: bool) -> Currency | None:
    """The currency at token `i`, right behind a number; `linked` allows "di" between them ("due milioni di euro")."""
    opening, position = scan.words[i], scan.ends[i - 1]
    if opening in _SIGN_OPENINGS and (sign := _SIGN_BEHIND.match(scan.text, position)):
        return Currency(_code(sign[1], scan.folded, position), sign.end())
    if linked and opening == "di" and (sign := _SIGN_LINKED.match(scan.text, position)):
        return Currency(_code(sign[1], scan.folded, position), sign.end())
    word = _WORD_BEHIND.match(scan.folded, position) if opening in _WORD_OPENINGS else None
    if word and (linked or not word["of"]):
        spelling = " ".join(word["word"].split())
        if spelling in _SUBUNITS:
            return Currency(_SUBUNITS[spelling], word.end(), Decimal("0.01"))
        return Currency(_code_of_word(spelling, scan.folded, position), word.end())
    return None


def decimals_behind_sign(text: str, position: int) -> tuple[str, Decimal, int] | None:
    """A sign in the place of the decimal point, "1250€60": its code, the decimals and where they end."""
    match = _SIGN_TOUCHING.match(text, position)
    return (_SIGNS[match[1]], Decimal(f"0.{match[2]}"), match.end()) if match else None


def cents_behind(scan: Scan, i: int, position: int) -> tuple[Decimal, int] | None:
    """The cents that complete an amount which ends at a place, before token `i`: "e 23 centesimi" or a loose "e 50"; and where they end."""
    if scan.kinds[i] != "figure" and scan.words[i] not in (",", "e"):
        return None
    folded = scan.folded
    if (match := _CENTS.match(folded, position)) and match[1]:
        return Decimal(match[1]) / 100, match.end()
    if match := _LOOSE_CENTS.match(folded, position):
        return Decimal(match[1]) / 100, match.end()
    return None


def amount_of(figure: str, value: Decimal, code: str) -> Decimal:
    """The amount that a bare figure means as money: in no currency but the euro (fuel) are three decimals priced, so "$1,999" is 1999."""
    if code != "EUR" and figure:
        return parse_figure(figure, english=True) or value
    return value


def _code_of_word(word: str, folded: str, position: int) -> str:
    """The word's currency; of one that several countries have that of the country named nearest to it."""
    if word not in _SHARED:
        return _WORDS[word]
    named = min(_COUNTRIES[word].finditer(folded), key=lambda match: abs(match.start() - position), default=None)
    return _SHARED[word][named[0]] if named else _WORDS[word]


def _code(sign: str, folded: str, position: int) -> str:
    """The sign's currency; ¥ is the yen unless the words around speak of China."""
    around = max(0, position - _CONTEXT), position + _CONTEXT
    return _SIGNS[sign] or ("CNY" if _CHINESE.search(folded, *around) else "JPY")
