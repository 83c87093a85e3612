"""Units and currencies written in Latin letters and signs, with the exact factor to the contract's base unit.

The spellings are data (`symbols.toml`); the language packs add their own words as `Unit` and build their patterns with
`alternation`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: `code` is the contract's base unit, `to_base` says how an amount becomes one of it."""

    code: str
    factor: Decimal = Decimal(1)
    divisor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Unit:
        """The unit of a `[[unit]]` table: its code, and its factor, divisor and offset where it has them."""
        return cls(
            entry["code"],
            Decimal(entry.get("factor", 1)),
            Decimal(entry.get("divisor", 1)),
            Decimal(entry.get("offset", 0)),
        )

    def to_base(self, amount: Decimal) -> Decimal:
        """The amount in the base unit: 1.2 kW is 1200 (W), 30 °C is 303.15 (K), 212 °F is 373.15 (K)."""
        return (amount + self.offset) * self.factor / self.divisor

    def in_bytes(self) -> Unit:
        """A unit of bits in bytes."""
        return replace(self, code="B", divisor=self.divisor * 8)

    def scaled(self, factor: Decimal) -> Unit:
        """The same unit, larger by `factor`: what a prefix makes of it."""
        return replace(self, factor=self.factor * factor)


def alternation(spellings: Iterable[str]) -> str:
    """A regular expression for any of the spellings, the longest first, so that "kWh" is never read as "kW"."""
    return "|".join(re.escape(s) for s in sorted(set(spellings), key=lambda s: (-len(s), s)))


def _spellings(entry: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[tuple[str, Unit]]:
    """Each spelling that one entry of the table makes, with its unit."""
    base = Unit.from_entry(entry)
    exponent = entry.get("exponent", 1)
    scales = {"": Decimal(1)} if entry.get("bare", True) else {}
    for name in entry.get("prefixes", ()):
        for prefix, power in data["prefixes"][name].items():
            scales.setdefault(prefix, Decimal(1).scaleb(power * exponent))
    if entry.get("binary"):
        scales |= {prefix: Decimal(2) ** power for prefix, power in data["binary_prefixes"].items()}
    for symbol in entry["symbols"]:
        for prefix, scale in scales.items():
            yield prefix + symbol, base.scaled(scale)


def _read_units(data: Mapping[str, Any]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for entry in data["unit"]:
        for spelling, unit in _spellings(entry, data):
            units.setdefault(spelling, unit)
    return units


_DATA: Mapping[str, Any] = tomllib.loads(files(__package__).joinpath("symbols.toml").read_text(encoding="utf-8"))

#: Spelling ("kW", "GB/s", "°C") → unit. Case counts.
UNITS: Mapping[str, Unit] = MappingProxyType(_read_units(_DATA))

#: Currency sign, abbreviation or ISO 4217 code → ISO 4217 code.
CURRENCY_SIGNS: Mapping[str, str] = MappingProxyType(
    {**_DATA["currency_signs"], **{code: code for code in _DATA["currency_codes"]["codes"]}}
)

#: A sign that stands for several currencies ("¥") → their codes; the language pack decides by context.
AMBIGUOUS_SIGNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {sign: tuple(codes) for sign, codes in _DATA["ambiguous_signs"].items()}
)
