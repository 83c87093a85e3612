"""Units and currencies in Latin letters, shared by both packs."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from pipeline.extract.values.quantities import AMBIGUOUS_SIGNS, CURRENCY_SIGNS, UNITS, Unit, alternation


@pytest.mark.parametrize(
    ("symbol", "code", "amount", "value"),
    [
        ("kW", "W", "1.2", "1200"),
        ("MW", "W", "3", "3000000"),
        ("mW", "W", "3", "0.003"),
        ("mw", "W", "3", "3000000"),
        ("GWh", "Wh", "1", "1000000000"),
        ("GB", "B", "192", "192000000000"),
        ("GiB", "B", "1", "1073741824"),
        ("Gb", "bit", "16", "16000000000"),
        ("TB/s", "B/s", "8", "8000000000000"),
        ("Gbps", "bit/s", "28", "28000000000"),
        ("gb/s", "B/s", "1", "1000000000"),
        ("gbps", "bit/s", "1", "1000000000"),
        ("TFLOPS", "FLOP/s", "3352", "3352000000000000"),
        ("petaflop", "FLOP/s", "20", "20000000000000000"),
        ("TOPS", "OP/s", "40", "40000000000000"),
        ("nm", "m", "4", "0.000000004"),
        ("µm", "m", "2", "0.000002"),
        ("mm²", "m2", "814", "0.000814"),
        ("cm²", "m2", "5", "0.0005"),
        ("MHz", "Hz", "2200", "2200000000"),
        ("ms", "s", "5", "0.005"),
        ("°C", "K", "30", "303.15"),
        ("°F", "K", "212", "373.15"),
        ("°F", "K", "-40", "233.15"),
    ],
)
def test_symbol_gives_the_base_unit(symbol: str, code: str, amount: str, value: str) -> None:
    unit = UNITS[symbol]
    assert unit.code == code
    assert unit.to_base(Decimal(amount)) == Decimal(value)


@pytest.mark.parametrize("symbol", ["k", "K", "M", "b", "B", "G"])
def test_symbols_that_mean_many_things_are_left_to_the_packs(symbol: str) -> None:
    assert symbol not in UNITS


def test_scaled_multiplies_the_factor_only() -> None:
    assert Unit("W").scaled(Decimal(1000)) == UNITS["kW"]


def test_alternation_prefers_the_longest_spelling() -> None:
    match = re.match(alternation(["kW", "kWh", "k"]), "kWh")
    assert match is not None
    assert match[0] == "kWh"


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ("$", "USD"),
        ("US$", "USD"),
        ("U$S", "USD"),
        ("HK$", "HKD"),
        ("NT$", "TWD"),
        ("S$", "SGD"),
        ("€", "EUR"),
        ("₩", "KRW"),
        ("RMB", "CNY"),
        ("CHF", "CHF"),
    ],
)
def test_signs_and_codes(sign: str, code: str) -> None:
    assert CURRENCY_SIGNS[sign] == code


def test_no_sign_is_certain_and_ambiguous() -> None:
    assert not set(CURRENCY_SIGNS) & set(AMBIGUOUS_SIGNS)
    assert all(re.fullmatch("[A-Z]{3}", code) for code in CURRENCY_SIGNS.values())
