"""Italian units: what stands behind a number and makes it a quantity, and what it is counted per."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib.resources import files
from typing import Any

from models.values import Per
from pipeline.extract.it.tokens import Scan, openings
from pipeline.extract.values.quantities import UNITS, Unit, alternation

_DATA: Mapping[str, Any] = tomllib.loads(files(__package__).joinpath("quantities.toml").read_text(encoding="utf-8"))


def _words() -> Iterator[tuple[str, Unit]]:
    for entry in _DATA["unit"]:
        base = Unit.from_entry(entry)
        exponent = entry.get("exponent", 1)
        prefixes = entry.get("prefixes", [])
        for prefix in ([""] if entry.get("bare", True) else []) + prefixes:
            for word in entry["words"]:
                yield prefix + word, base.scaled(Decimal(1).scaleb(_DATA["prefixes"][prefix] * exponent))


# Seconds, minutes and hours are durations: the words and the symbols are read there.
_SYMBOLS: dict[str, Unit] = {symbol: unit for symbol, unit in UNITS.items() if unit.code != "s"} | {
    symbol: Unit(entry["code"], Decimal(1).scaleb(entry["power"])) for symbol, entry in _DATA["symbols"].items()
}
_WORDS: dict[str, Unit] = dict(_words())
_DEGREES: dict[str, Unit] = {
    letter: Unit("K") if symbol == "K" else UNITS[symbol] for letter, symbol in _DATA["degrees"].items()
}

_SYMBOL = re.compile(rf"\s?({alternation(_SYMBOLS)})(?![^\W_]|['’])")
_WORD = re.compile(rf"\s?(?:(?:di|d')\s?)?({alternation(_WORDS)})(?![^\W_])".replace(r"\ ", r"\s"))
_PER_SECOND = re.compile(r"\s(?:al|per)\ssecondo(?![^\W_])|/\s?(?:secondo|sec)(?![^\W_])")
_DEGREE = re.compile(r"(\s?)([KCcF])(?![\w'’/-]|\.\w)")
_DIGITS_OF_A_NAME = 3  # "910C" is no temperature
_GIGABITS: dict[str, Unit] = {"Gb": Unit("bit", Decimal(10) ** 9), "Tb": Unit("bit", Decimal(10) ** 12)}
_CHIP_REACH = 40
_CHIP_BEFORE = re.compile(
    r"(?:(?:lp|g)?ddr\d\w?|d?ram|nand|[tmq]lc|die|chip|componenti)(?:\s\w+)?\s?[|,]?\s?(?:da\s)?(?:\d+\s?gb\s?(?:,|e|o)\s?)?$"
)
_CHIP_BEHIND = re.compile(r"\s?(?:di\s)?(?:chip|die)\b|\s(?:(?:lp|g)?ddr\d\w?\s(?:chip|spot)|[tmq]lc|nand)\b")
_MODULE = re.compile(
    r"\b(?:modul\w+|kit|banchi|banco|ram di sistema|di ram|portatil\w+|smartphone|pc|ssd|schede?|console)\b"
)
_MAKER = "Micron"
"""A company whose name is a unit in lower case."""
_SYMBOL_OPENINGS = openings(_SYMBOLS)
_WORD_OPENINGS = openings([*_WORDS, "di", "d", *("di" + word for word in _WORDS)])
#: What a unit behind a number begins with.
UNIT_OPENINGS = _SYMBOL_OPENINGS | _WORD_OPENINGS | openings(_DATA["degrees"])
_RATES = {"B": "B/s", "bit": "bit/s"}

_PERIOD = alternation(_DATA["per"])
_ADJECTIVE = alternation(_DATA["per_adjectives"])
_PER = re.compile(
    rf"(?:\s?/\s?|\s(?:all'|l'|al\s|alla\s|ad\s|a\s|per\s|ogni\s|per\sogni\s))({_PERIOD})(?![^\W_]|\s(?:scors|passat|prossim|fiscal|seguent|successiv|precedent|dopo|prima|d'oggi))"
    rf"|\s({_ADJECTIVE})(?:o|a|i|e|io|ie)?(?![^\W_])"
)
_PER_OPENINGS = frozenset(
    {"/", "all", "l", "al", "alla", "ad", "a", "per", "ogni"}
    | {stem + ending for stem in _DATA["per_adjectives"] for ending in ("", "o", "a", "i", "e", "io", "ie")}
)
_FARTHEST_PER = 10  # tokens of four words such as "H100" and the next one
_COUNTED_PER = re.compile(
    rf"(?:\s(?!(?:euro|dollar[oi]|centesim[oi]|cent|yuan|yen|sterlin[ae]|franch?[oi]|coron[ae])\b)[^\W_]+){{1,4}}?(?={_PER.pattern})"
)
"""Between a count and its period: the things, of which none is a price ("32 H100 a 2 euro l'ora")."""


def read_unit(scan: Scan, i: int) -> tuple[Unit, int] | None:
    """The unit at token `i`, right behind a number, and where in the text it ends; symbols by their case, words by any."""
    opening, position = scan.words[i], scan.ends[i - 1]
    if opening not in UNIT_OPENINGS:
        return None
    text, folded = scan.text, scan.folded
    word = _WORD.match(folded, position) if opening in _WORD_OPENINGS else None
    if word and word[1] == _MAKER.lower() and text.startswith(_MAKER, word.start(1)):
        word = None  # "il 17 di Micron"
    symbol = _SYMBOL.match(text, position) if opening in _SYMBOL_OPENINGS else None
    if symbol and (word is None or symbol.end() >= word.end()):
        if symbol[1] in _GIGABITS and _is_of_a_chip(folded, scan.starts[i - 1], symbol.end()):
            return _GIGABITS[symbol[1]].in_bytes(), symbol.end()
        return _counted(folded, _SYMBOLS[symbol[1]], symbol.end())
    if word:
        return _counted(folded, _WORDS[" ".join(word[1].split())], word.end())
    degree = _DEGREE.match(text, position)
    if degree and (degree[1] or (degree[2] != "K" and position - scan.starts[i - 1] < _DIGITS_OF_A_NAME)):
        return _DEGREES[degree[2]], degree.end()
    return None


def _is_of_a_chip(folded: str, start: int, end: int) -> bool:
    """Whether the size is one of a memory chip ("DDR4 16 Gb", "die DRAM da 24Gb"), and so in bits; modules are sold in bytes."""
    before = folded[max(0, start - _CHIP_REACH) : start]
    named = _CHIP_BEFORE.search(before) or _CHIP_BEHIND.match(folded, end)
    return named is not None and not _MODULE.search(before)


def _counted(folded: str, unit: Unit, end: int) -> tuple[Unit, int] | None:
    """The unit, a rate where "al secondo" follows ("8 TB al secondo").

    Bits are bytes where they are spelled out; "Gb" is too often meant for GB to be read.
    """
    if unit.code in _RATES and (second := _PER_SECOND.match(folded, end)):
        return Unit(_RATES[unit.code], unit.factor), second.end()
    if unit.code != "bit":
        return unit, end
    return None if folded[end - 1] == "b" else (unit.in_bytes(), end)


def read_per(scan: Scan, i: int, position: int) -> tuple[Per, int] | None:
    """What the amount that ends at a place, before token `i`, is counted per ("al mese", "/h", "annui"), and where that ends."""
    match = _PER.match(scan.folded, position) if scan.words[i] in _PER_OPENINGS else None
    return (_period(match), match.end()) if match else None


def _period(match: re.Match[str]) -> Per:
    period: Per = _DATA["per"][match[1]] if match[1] else _DATA["per_adjectives"][match[2]]
    return period


def read_counted_per(scan: Scan, i: int, position: int) -> Per | None:
    """What the things behind a number that ends at a place, before token `i`, are counted per: "(100.000) wafer al mese"."""
    if _PER_OPENINGS.isdisjoint(scan.words[i : i + _FARTHEST_PER]):
        return None
    match = _COUNTED_PER.match(scan.folded, position)
    per = _PER.match(scan.folded, match.end()) if match else None
    return _period(per) if per else None
