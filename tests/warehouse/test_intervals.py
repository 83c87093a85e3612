"""Intervals that a written figure or date allows, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Evaluate = Callable[[str], Any]
YEAR = "DATE '2025-01-01', DATE '2025-12-31'"


@pytest.mark.parametrize(
    ("value", "rounding"),
    [
        ("1080000000", 5_000_000),  # 10.8亿: half of 0.1亿
        ("7265000000", 500_000),  # 72.65亿: half of 0.01亿
        ("300000", 15_000),  # half of 100,000 would be 17 %: capped at 5 %
        ("65000", 500),
        ("70000", 3_500),
        ("700", 35),
        ("1200", 50),
        ("0.5", 0.025),
        ("6.73", 0.005),
        ("0.000814", 0.0000005),
        ("0", 0),
    ],
)
def test_rounding_is_half_a_unit_of_the_last_digit_and_at_most_a_twentieth(
    evaluate: Evaluate, value: str, rounding: float
) -> None:
    assert evaluate(f"rounding(CAST('{value}' AS DECIMAL(38, 12)))") == pytest.approx(rounding)


def test_rounding_does_not_depend_on_the_type_of_the_number(evaluate: Evaluate) -> None:
    exact, binary, whole = evaluate(
        "rounding(CAST('7265000000' AS DECIMAL(38, 12))), rounding(7265000000::DOUBLE), rounding(7265000000)"
    )
    assert exact == binary == whole == 500_000


@pytest.mark.parametrize(("value", "rounding"), [("36", 0), ("99", 0), ("100", 5), ("100000", 5000), ("2.5", 0.05)])
def test_small_whole_counts_are_exact(evaluate: Evaluate, value: str, rounding: float) -> None:
    assert evaluate(f"count_rounding({value})") == pytest.approx(rounding)


@pytest.mark.parametrize(
    ("predicate", "unit", "value", "high", "bound", "low_end", "high_end"),
    [
        ("power", "W", 700, 1200, "range", 665, 1250),
        ("power", "W", 1200, None, "min", 1150, None),
        ("power", "W", 700, None, "max", None, 735),
        ("unit_count", "1", 72, None, "exact", 72, 72),
        ("unit_count", "1", 300_000, None, "about", 270_000, 330_000),  # a unit of the last digit, capped at 10 %
        ("unit_price", "CNY", 1742, None, "about", 1707.16, 1776.84),  # at least 2 %
        ("temperature", "K", 303.15, None, "exact", 301.65, 304.65),  # 30 °C, 5 % of 30
        ("component", "1", 36, None, "exact", 36, 36),
    ],
)
def test_ends_follow_bound_unit_and_predicate(
    evaluate: Evaluate,
    predicate: str,
    unit: str,
    value: float,
    high: float | None,
    bound: str,
    low_end: float | None,
    high_end: float | None,
) -> None:
    second = "NULL" if high is None else high
    ends = evaluate(
        f"low_end({value}, '{unit}', '{predicate}', '{bound}'), high_end({value}, {second}, '{unit}', '{predicate}', '{bound}')"
    )
    assert ends == (pytest.approx(low_end), pytest.approx(high_end))


@pytest.mark.parametrize(
    ("timex", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12-19", date(2024, 12, 19), date(2024, 12, 19)),
        ("2025-Q3", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025-SU", date(2025, 6, 1), date(2025, 8, 31)),
        ("2024-WI", date(2024, 12, 1), date(2025, 2, 28)),
        ("2025-W07", date(2025, 2, 10), date(2025, 2, 16)),
        ("2023-05/2023-08", date(2023, 5, 1), date(2023, 8, 31)),
        ("XXXX-SU", None, None),
        ("P3Y", None, None),
        ("fiscal 2025", None, None),
        ("2025-13", None, None),
    ],
)
def test_days_of_a_timex(evaluate: Evaluate, timex: str, first: date | None, last: date | None) -> None:
    assert evaluate(f"timex_start('{timex}'), timex_end('{timex}')") == (first, last)


@pytest.mark.parametrize(
    ("timex", "days", "mod", "bound", "earliest", "latest"),
    [
        ("2025", YEAR, "NULL", "exact", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025", YEAR, "'END'", "exact", date(2025, 8, 31), date(2025, 12, 31)),  # two thirds of 364 days: 242
        ("2025", YEAR, "'START'", "exact", date(2025, 1, 1), date(2025, 5, 3)),
        ("2025", YEAR, "'MID'", "exact", date(2025, 4, 2), date(2025, 10, 1)),
        ("2025", YEAR, "'BEFORE'", "exact", None, date(2025, 12, 31)),
        ("2025", YEAR, "'AFTER'", "exact", date(2025, 1, 1), None),
        ("2025", YEAR, "NULL", "max", None, date(2025, 12, 31)),
        ("2025", YEAR, "NULL", "min", date(2025, 1, 1), None),
        ("P3Y", "DATE '2024-01-01', DATE '2026-12-31'", "NULL", "max", date(2024, 1, 1), date(2026, 12, 31)),
        ("2025-03-06", "DATE '2025-03-06', DATE '2025-03-06'", "NULL", "about", date(2025, 3, 3), date(2025, 3, 9)),
    ],
)
def test_days_that_words_allow(
    evaluate: Evaluate, timex: str, days: str, mod: str, bound: str, earliest: date | None, latest: date | None
) -> None:
    found = evaluate(f"earliest_day('{timex}', {days}, {mod}, '{bound}'), latest_day({days}, {mod}, '{bound}')")
    assert found == (earliest, latest)


@pytest.mark.parametrize(
    ("intervals", "meet", "apart"),
    [
        ("1, 2, 2, 3", True, 1),
        ("1, 2, 4, 5", False, 2),
        ("10, 14, 0.5, 1", False, 10),
        ("NULL, 5, 3, NULL", True, 1),
        ("NULL, 5, 20, NULL", False, 4),
    ],
)
def test_how_far_intervals_lie_apart(evaluate: Evaluate, intervals: str, meet: bool, apart: float) -> None:
    assert evaluate(f"share_a_point({intervals}), times_apart({intervals})") == (meet, pytest.approx(apart))


numbers = st.decimals(min_value=0, max_value=Decimal(10) ** 20, places=6, allow_nan=False)


@given(values=st.lists(numbers, min_size=1, max_size=40))
@settings(max_examples=30, deadline=None)
def test_a_figure_lies_within_its_interval_and_about_is_never_narrower_than_exact(
    macros: duckdb.DuckDBPyConnection, values: list[Decimal]
) -> None:
    rows = macros.execute(
        "SELECT value, low_end(value, '1', 'power', 'exact'), high_end(value, NULL, '1', 'power', 'exact'), "
        "low_end(value, '1', 'power', 'about'), high_end(value, NULL, '1', 'power', 'about') "
        "FROM (SELECT CAST(unnest(?) AS DECIMAL(38, 12)) AS value)",
        [[format(value, "f") for value in values]],
    ).fetchall()
    for value, low, high, about_low, about_high in rows:
        assert about_low <= low <= float(value) <= high <= about_high


@given(low=numbers, high=numbers, wider=numbers)
@settings(max_examples=30, deadline=None)
def test_a_higher_end_of_a_range_never_lowers_what_it_allows(
    macros: duckdb.DuckDBPyConnection, low: Decimal, high: Decimal, wider: Decimal
) -> None:
    first, second, third = sorted([low, high, wider])
    row = macros.execute(
        "SELECT high_end(CAST(? AS DECIMAL(38, 12)), CAST(? AS DECIMAL(38, 12)), 'W', 'power', 'range') + 0, "
        "CAST(? AS DOUBLE)",
        [first, third, second],
    ).fetchone()
    assert row is not None
    assert row[0] >= row[1]


@given(st.lists(st.floats(min_value=0.001, max_value=1e12), min_size=6, max_size=6))
@settings(max_examples=30, deadline=None)
def test_widening_an_interval_never_parts_what_met(macros: duckdb.DuckDBPyConnection, points: list[float]) -> None:
    inner, wider = sorted(points[:2]), sorted(points[2:4])
    outer = [min(inner + wider), max(inner + wider)]
    other = sorted(points[4:])
    row = macros.execute(
        "SELECT share_a_point(?, ?, ?, ?), share_a_point(?, ?, ?, ?), times_apart(?, ?, ?, ?), times_apart(?, ?, ?, ?)",
        [*inner, *other, *outer, *other, *inner, *other, *outer, *other],
    ).fetchone()
    assert row is not None
    met, meets, gap, wider_gap = row
    assert meets or not met
    assert wider_gap <= gap
    assert (gap == 1) == met
