"""The macros on intervals: a wider interval never makes a conflict, and a slip is a clean power of ten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.definitions import create_definitions, create_tables

MACROS = Path(__file__).parents[2] / "warehouse" / "checks"


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        create_tables(opened)
        create_definitions(opened)
        for name in ("_formats", "_intervals"):
            opened.execute((MACROS / f"{name}.sql").read_text(encoding="utf-8"))
        yield opened


def value(connection: duckdb.DuckDBPyConnection, expression: str, *arguments: object) -> object:
    row = connection.execute(f"SELECT {expression}", arguments).fetchone()
    assert row is not None
    return row[0]


RANKS = ["supported", "doubtful", "conflict"]
sizes = st.floats(min_value=1e-3, max_value=1e12)
widths = st.floats(min_value=0, max_value=5)


@given(sizes, widths, sizes, widths, widths, widths)
def test_a_wider_interval_is_never_judged_worse(
    connection: duckdb.DuckDBPyConnection,
    said: float,
    width: float,
    follows: float,
    spread: float,
    below: float,
    above: float,
) -> None:
    high, follows_high = said * (1 + width), follows * (1 + spread)
    verdict = "verdict_within(?::DOUBLE, ?::DOUBLE, ?::DOUBLE, ?::DOUBLE, 0.05, 0.3)"
    narrow = value(connection, verdict, said, high, follows, follows_high)
    wide = value(connection, verdict, said / (1 + below), high * (1 + above), follows, follows_high)
    opened = value(connection, verdict, None, high, follows, follows_high)
    assert RANKS.index(str(wide)) <= RANKS.index(str(narrow))
    assert RANKS.index(str(opened)) <= RANKS.index(str(narrow))


@pytest.mark.parametrize(
    ("said", "follows", "exponent"),
    [
        ((7e11, 7e11), (7e8, 7e8), 3),
        ((1.91e12, 1.93e12), (1.92e11, 1.92e11), 1),
        ((7.87e8, 7.89e8), (7.88e9, 7.88e9), -1),
        ((700, 700), (700, 700), None),
        ((1400, 1400), (700, 700), None),
        ((6300, 6300), (700, 700), None),
        ((None, 7e6), (700, 700), None),
    ],
)
def test_slip_exponent(
    connection: duckdb.DuckDBPyConnection,
    said: tuple[object, object],
    follows: tuple[object, object],
    exponent: int | None,
) -> None:
    assert value(connection, "slip_exponent(?::DOUBLE, ?::DOUBLE, ?::DOUBLE, ?::DOUBLE)", *said, *follows) == exponent


@given(
    st.floats(min_value=1e-6, max_value=1e20),
    st.integers(min_value=-12, max_value=-1) | st.integers(min_value=1, max_value=6),
)
def test_slip_exponent_finds_every_power_of_ten(
    connection: duckdb.DuckDBPyConnection, size: float, exponent: int
) -> None:
    slipped = size * 10.0**exponent
    assert value(connection, "slip_exponent(?, ?, ?, ?)", slipped, slipped, size, size) == exponent


@pytest.mark.parametrize(
    ("a", "b", "contradict"),
    [
        ("SXM", "PCIe", True), ("SXM", "SXM, dense", False), ("boost", "base", True), ("cuda", "tensor", True),
        (None, "PCIe", False), ("SXM", None, False), ("dense", "sparse", False), ("HBM3E", "SXM", False),
    ],
)  # fmt: skip
def test_contradicts(connection: duckdb.DuckDBPyConnection, a: str | None, b: str | None, contradict: bool) -> None:
    assert value(connection, "contradicts(?::VARCHAR, ?::VARCHAR)", a, b) is contradict


@pytest.mark.parametrize(
    ("first", "last", "en", "it", "zh"),
    [
        ("2024-12-19", "2024-12-19", "19 December 2024", "19 dicembre 2024", "2024年12月19日"),
        ("2025-03-01", "2025-03-31", "March 2025", "marzo 2025", "2025年3月"),
        ("2025-07-01", "2025-09-30", "quarter 3 of 2025", "3º trimestre 2025", "2025年第三季度"),
        ("2025-07-01", "2025-12-31", "the second half of 2025", "secondo semestre 2025", "2025年下半年"),
        ("2025-01-01", "2025-12-31", "2025", "2025", "2025年"),
        (
            "2025-06-01", "2025-08-31", "the time from 1 June 2025 to 31 August 2025", "periodo 1º giugno 2025 – 31 agosto 2025",
            "2025年6月1日至2025年8月31日",
        ),
    ],
)  # fmt: skip
def test_periods_are_told_as_calendar_units(
    connection: duckdb.DuckDBPyConnection, first: str, last: str, en: str, it: str, zh: str
) -> None:
    written = [
        value(connection, f"period_{language}(?::DATE, ?::DATE)", first, last) for language in ("en", "it", "zh_hans")
    ]
    assert written == [en, it, zh]
