"""Figures in words: English, Italian, simplified and traditional Chinese. Tables: arguments → the words in the four."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Evaluate = Callable[[str], Any]
Words = tuple[str | None, ...]
Render = Callable[[str, Iterable[str], str], dict[str, Words]]
LANGUAGES = ("en", "it", "zh_hans", "zh_hant")

SHORT_FIGURES: dict[str, Words] = {
    "1080000000": ("1.08 billion", "1,08 miliardi", "10.8亿", "10.8億"),
    "7265000000": ("7.265 billion", "7,265 miliardi", "72.65亿", "72.65億"),
    "208000000000": ("208 billion", "208 miliardi", "2080亿", "2080億"),
    "1800000000000": ("1.8 trillion", "1.800 miliardi", "1.8万亿", "1.8萬億"),
    "300000": ("300,000", "300.000", "30万", "30萬"),
    "65000": ("65,000", "65.000", "6.5万", "6.5萬"),
    "16896": ("16,896", "16.896", "16896", "16896"),
    "7000": ("7,000", "7.000", "7000", "7000"),
    "21819300": ("21,819,300", "21.819.300", "2181.93万", "2181.93萬"),
    "1000000": ("1 million", "1 milione", "100万", "100萬"),
    "1000000000": ("1 billion", "1 miliardo", "10亿", "10億"),
    "30": ("30", "30", "30", "30"),
    "0.5": ("0.5", "0,5", "0.5", "0.5"),
    "0.0004": ("0.0004", "0,0004", "0.0004", "0.0004"),
    "1200.5": ("1,200.5", "1.200,5", "1200.5", "1200.5"),
    "-3.5": ("-3.5", "-3,5", "-3.5", "-3.5"),
    "0": ("0", "0", "0", "0"),
}
QUOTIENTS: dict[str, Words] = {
    "1080000000.0 / 70000": ("15,430", "15.430", "15430", "15430"),
    "7265.0 / 1080": ("6.727", "6,727", "6.727", "6.727"),
    "2.0 / 3": ("0.6667", "0,6667", "0.6667", "0.6667"),
    "1e12 / 7": ("142.9 billion", "142,9 miliardi", "1429亿", "1429億"),
}
AMOUNTS: dict[str, Words] = {
    "1e9, 'W'": ("1 GW", "1 GW", "1GW", "1GW"),
    "70e6, 'W'": ("70 MW", "70 MW", "70MW", "70MW"),
    "13500, 'W'": ("13.5 kW", "13,5 kW", "13.5kW", "13.5kW"),
    "1200, 'W'": ("1,200 W", "1.200 W", "1200W", "1200W"),
    "192e9, 'B'": ("192 GB", "192 GB", "192GB", "192GB"),
    "13.5e12, 'B'": ("13.5 TB", "13,5 TB", "13.5TB", "13.5TB"),
    "900e9, 'B/s'": ("900 GB/s", "900 GB/s", "900GB/s", "900GB/s"),
    "8e12, 'B/s'": ("8 TB/s", "8 TB/s", "8TB/s", "8TB/s"),
    "400e9, 'bit/s'": ("400 Gbit/s", "400 Gbit/s", "400Gbit/s", "400Gbit/s"),
    "989.5e12, 'FLOP/s'": ("989.5 TFLOPS", "989,5 TFLOPS", "989.5TFLOPS", "989.5TFLOPS"),
    "20e15, 'FLOP/s'": ("20 PFLOPS", "20 PFLOPS", "20PFLOPS", "20PFLOPS"),
    "1.7e18, 'FLOP/s'": ("1.7 EFLOPS", "1,7 EFLOPS", "1.7EFLOPS", "1.7EFLOPS"),
    "1979e12, 'OP/s'": ("1,979 TOPS", "1.979 TOPS", "1979TOPS", "1979TOPS"),
    "1.98e9, 'Hz'": ("1.98 GHz", "1,98 GHz", "1.98GHz", "1.98GHz"),
    "4e-9, 'm'": ("4 nm", "4 nm", "4nm", "4nm"),
    "0.000814, 'm2'": ("814 mm²", "814 mm²", "814mm²", "814mm²"),
    "303.15, 'K'": ("30 °C", "30 °C", "30°C", "30°C"),
    "1641600, 's'": ("19 days", "19 giorni", "19天", "19天"),
    "3600, 's'": ("1 hour", "1 ora", "1小时", "1小時"),
    "8, '%'": ("8%", "8%", "8%", "8%"),
    "0.6, 'pp'": ("0.6 percentage points", "0,6 punti percentuali", "0.6个百分点", "0.6個百分點"),
    "300000, '1'": ("300,000", "300.000", "30万", "30萬"),
    "1.08e9, 'USD'": ("1.08 billion US dollars", "1,08 miliardi di dollari", "10.8亿美元", "10.8億美元"),
    "7.265e9, 'CNY'": ("7.265 billion yuan", "7,265 miliardi di yuan", "72.65亿元人民币", "72.65億元人民幣"),
    "1999, 'EUR'": ("1,999 euros", "1.999 euro", "1999欧元", "1999歐元"),
    "1, 'USD'": ("1 US dollar", "1 dollaro", "1美元", "1美元"),
    "5e6, 'TWD'": ("5 million Taiwan dollars", "5 milioni di dollari taiwanesi", "500万元新台币", "500萬元新台幣"),
    "2.5e9, 'CHF'": ("2.5 billion CHF", "2,5 miliardi di CHF", "25亿CHF", "25億CHF"),
}
INTERVALS: dict[str, Words] = {
    "65000, 70000, 'USD'": (
        "65,000 to 70,000 US dollars",
        "da 65.000 a 70.000 dollari",
        "6.5万至7万美元",
        "6.5萬至7萬美元",
    ),
    "700, 1200, 'W'": ("700 to 1,200 W", "da 700 a 1.200 W", "700至1200W", "700至1200W"),
    "0.9e9, 1.1e9, 'W'": ("900 to 1,100 MW", "da 900 a 1.100 MW", "900至1100MW", "900至1100MW"),
    "700, NULL, 'W'": ("at least 700 W", "almeno 700 W", "至少700W", "至少700W"),
    "NULL, 5e9, 'W'": ("at most 5 GW", "al massimo 5 GW", "最多5GW", "最多5GW"),
    "72, 72, '1'": ("72", "72", "72", "72"),
    "1.0000001, 1.0000002, '1'": ("1", "1", "1", "1"),
    "NULL, NULL, 'W'": (None, None, None, None),
}
SAID: dict[str, Words] = {
    "300000, NULL, '1', 'about'": ("about 300,000", "circa 300.000", "约30万", "約30萬"),
    "70000, NULL, 'USD', 'max'": ("up to 70,000 US dollars", "fino a 70.000 dollari", "最多7万美元", "最多7萬美元"),
    "700, 1200, 'W', 'range'": ("700 to 1,200 W", "da 700 a 1.200 W", "700至1200W", "700至1200W"),
    "1e6, NULL, '1', 'min'": ("at least 1 million", "almeno 1 milione", "至少100万", "至少100萬"),
}
PERCENTAGES: dict[str, Words] = {
    "0.075": ("7.5%", "7,5%", "7.5%", "7.5%"),
    "0.9": ("90%", "90%", "90%", "90%"),
}


@pytest.fixture
def render(macros: duckdb.DuckDBPyConnection) -> Render:
    """Renders many lists of arguments by one macro in the four forms, in one query."""

    def words(macro: str, cases: Iterable[str], columns: str) -> dict[str, Words]:
        calls = ", ".join(f"{macro}_{language}({columns})" for language in LANGUAGES)
        values = ", ".join(f"({case})" for case in cases)
        width = next(iter(cases)).count(",") + 1
        names = ", ".join("abcd"[:width])
        rows = macros.execute(f"SELECT {calls} FROM (VALUES {values}) AS cases({names})").fetchall()
        return dict(zip(cases, rows, strict=True))

    return words


@pytest.mark.parametrize("number_type", ["DECIMAL(38, 12)", "DOUBLE"])
def test_short_figures_are_printed_exactly(render: Render, number_type: str) -> None:
    assert render("number", SHORT_FIGURES, f"CAST(a AS {number_type})") == SHORT_FIGURES


def test_quotients_are_rounded_to_four_digits(render: Render) -> None:
    assert render("number", QUOTIENTS, "a") == QUOTIENTS


def test_amounts_carry_their_unit(render: Render) -> None:
    assert render("amount", AMOUNTS, "a, b") == AMOUNTS


def test_intervals_say_which_end_is_open(render: Render) -> None:
    assert render("interval", INTERVALS, "a, b, c") == INTERVALS


def test_claims_keep_their_bound(render: Render) -> None:
    assert render("said", SAID, "a, b, c, d") == SAID


def test_percentages(render: Render) -> None:
    assert render("percent", PERCENTAGES, "a") == PERCENTAGES


def test_ids_of_unknown_products_become_words(evaluate: Evaluate) -> None:
    assert evaluate("id_words('nvidia-rtx-6090'), id_words('amd-mi325x'), id_words('gpu')") == (
        "Nvidia RTX 6090",
        "AMD MI325X",
        "GPU",
    )


def read_back(words: str, thousands: str, decimal_sign: str, steps: dict[str, int]) -> Decimal:
    number, _, step = words.partition(" ")
    return Decimal(number.replace(thousands, "").replace(decimal_sign, ".")) * steps.get(step, 1)


@given(st.lists(st.decimals(min_value=1, max_value=10**15, places=3), min_size=1, max_size=50))
@settings(max_examples=30, deadline=None)
def test_printed_numbers_are_the_number_to_four_digits(
    macros: duckdb.DuckDBPyConnection, values: list[Decimal]
) -> None:
    rows = macros.execute(
        "SELECT value, number_en(value), number_it(value) FROM (SELECT CAST(unnest(?) AS DECIMAL(38, 12)) AS value)",
        [[format(value, "f") for value in values]],
    ).fetchall()
    for value, english, italian in rows:
        tolerance = value * Decimal("0.0005")
        assert (
            abs(read_back(english, ",", ".", {"million": 10**6, "billion": 10**9, "trillion": 10**12}) - value)
            <= tolerance
        )
        italian_steps = {"milione": 10**6, "milioni": 10**6, "miliardo": 10**9, "miliardi": 10**9}
        assert abs(read_back(italian, ".", ",", italian_steps) - value) <= tolerance
