"""The shared calendar: TIMEX3 values and their intervals, against dates worked out on a wall calendar."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.values import timex
from pipeline.extract.values.timex import DurationUnit, Period, Unit

THURSDAY = date(2024, 12, 19)
_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("period", "value", "start", "end"),
    [
        (timex.year(2025), "2025", date(2025, 1, 1), date(2025, 12, 31)),
        (timex.half(2025, 2), "2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        (timex.quarter(2025, 3), "2025-Q3", date(2025, 7, 1), date(2025, 9, 30)),
        (timex.season(2023, "SU"), "2023-SU", date(2023, 6, 1), date(2023, 8, 31)),
        (timex.season(2023, "WI"), "2023-WI", date(2023, 12, 1), date(2024, 2, 29)),
        (timex.month(2024, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (timex.day(2024, 2, 29), "2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        (timex.decade(1990), "199", date(1990, 1, 1), date(1999, 12, 31)),
        (timex.century(21), "20", date(2000, 1, 1), date(2099, 12, 31)),
        (timex.week(THURSDAY), "2024-W51", date(2024, 12, 16), date(2024, 12, 22)),
        (timex.week(date(2024, 12, 31)), "2025-W01", date(2024, 12, 30), date(2025, 1, 5)),
        (timex.weekend(THURSDAY), "2024-W51-WE", date(2024, 12, 21), date(2024, 12, 22)),
    ],
)
def test_named_periods(period: Period, value: str, start: date, end: date) -> None:
    assert period == Period(value, start, end)


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [
        ("year", -1, "2023"),
        ("half", 1, "2025-H1"),
        ("quarter", 1, "2025-Q1"),
        ("month", 1, "2025-01"),
        ("month", -12, "2023-12"),
        ("week", -1, "2024-W50"),
        ("day", 2, "2024-12-21"),
        ("decade", -3, "199"),
    ],
)
def test_steps_from_the_unit_of_publication(unit: Unit, count: int, value: str) -> None:
    period = timex.step(THURSDAY, unit, count)
    assert period is not None
    assert period.timex == value


def test_without_publication_relative_dates_are_undetermined() -> None:
    assert timex.step(None, "year", 1) == Period("XXXX")
    assert timex.month(None, 1) == Period("XXXX-01")
    assert timex.season(None, "SU") == Period("XXXX-SU")
    assert timex.day(None, 2, 29) == Period("XXXX-02-29")
    assert timex.weekday(None, 5, 0) == Period("XXXX-WXX-5")
    assert timex.reach(None, [(Decimal(3), "year")], "future") is None


def test_numbers_outside_the_calendar_give_nothing() -> None:
    assert timex.year(0) is None
    assert timex.year(10_000) is None
    assert timex.month(2024, 13) is None
    assert timex.day(2023, 2, 29) is None
    assert timex.quarter(2024, 5) is None
    assert timex.step(THURSDAY, "year", 9_000_000) is None
    assert timex.shift(THURSDAY, "day", 10**9) is None


def test_a_span_runs_from_the_first_start_to_the_last_end() -> None:
    may, august = timex.month(2023, 5), timex.month(2023, 8)
    assert may is not None
    assert august is not None
    assert timex.span(may, august) == Period("2023-05/2023-08", date(2023, 5, 1), date(2023, 8, 31))
    assert timex.span(august, may) is None


@pytest.mark.parametrize(
    ("month", "tense", "value"),
    [
        (1, "future", "2025-01"),
        (1, "past", "2024-01"),
        (1, None, "2025-01"),
        (11, None, "2024-11"),
        (12, "past", "2024-12"),
        (12, "future", "2024-12"),
    ],
)
def test_a_month_takes_the_year_its_tense_asks_for(month: int, tense: timex.Tense | None, value: str) -> None:
    period = timex.recurring(lambda year: timex.month(year, month), THURSDAY, tense)
    assert period is not None
    assert period.timex == value


def test_the_29th_of_february_lies_in_the_next_leap_year() -> None:
    period = timex.recurring(lambda year: timex.day(year, 2, 29), date(2025, 1, 1), "future")
    assert period == timex.on(date(2028, 2, 29))


def test_weekdays() -> None:
    assert timex.weekday(THURSDAY, 5, -1) == timex.on(date(2024, 12, 13))
    assert timex.bare_weekday(THURSDAY, 4, "past") == timex.on(THURSDAY)
    assert timex.bare_weekday(THURSDAY, 5, "past") == timex.on(date(2024, 12, 13))
    assert timex.bare_weekday(THURSDAY, 2, "future") == timex.on(date(2024, 12, 24))
    assert timex.bare_weekday(THURSDAY, 3, None) == timex.on(date(2024, 12, 18))


@pytest.mark.parametrize(
    ("parts", "value", "seconds"),
    [
        ([(Decimal(19), "day")], "P19D", 1641600),
        ([(Decimal(3), "year")], "P3Y", None),
        ([(Decimal(1), "year"), (Decimal(6), "month")], "P1Y6M", None),
        ([(Decimal("1.50"), "hour")], "PT1.5H", 5400),
        ([(Decimal(8), "day"), (Decimal(20), "hour")], "P8DT20H", 763200),
        ([(Decimal(6), "week")], "P6W", None),
        ([(Decimal(100), "minute")], "PT100M", 6000),
    ],
)
def test_durations(parts: list[tuple[Decimal, DurationUnit]], value: str, seconds: int | None) -> None:
    assert timex.duration(parts) == value
    assert timex.duration_seconds(parts) == seconds


def test_a_duration_reaches_from_publication_on_or_up_to_it() -> None:
    assert timex.reach(THURSDAY, [(Decimal(3), "year")], "future") == (THURSDAY, date(2027, 12, 19))
    assert timex.reach(THURSDAY, [(Decimal(2), "month")], "past") == (date(2024, 10, 19), THURSDAY)
    assert timex.reach(date(2025, 1, 31), [(Decimal(1), "month")], "future") == (date(2025, 1, 31), date(2025, 2, 28))
    assert timex.reach(THURSDAY, [(Decimal("2.5"), "month")], "future") == (THURSDAY, date(2025, 3, 6))
    assert timex.reach(THURSDAY, [(Decimal("3.5"), "year")], "past") == (date(2021, 6, 19), THURSDAY)
    assert timex.reach(THURSDAY, [(Decimal("2.3"), "month")], "future") is None
    assert timex.reach(THURSDAY, [(Decimal("1.5"), "day")], "future") is None


def test_working_days_leave_out_saturdays_and_sundays() -> None:
    assert timex.working_days(THURSDAY, Decimal(1), "future") == (THURSDAY, date(2024, 12, 20))
    assert timex.working_days(THURSDAY, Decimal(2), "future") == (THURSDAY, date(2024, 12, 23))
    assert timex.working_days(THURSDAY, Decimal(10), "future") == (THURSDAY, date(2025, 1, 2))
    assert timex.working_days(THURSDAY, Decimal(4), "past") == (date(2024, 12, 13), THURSDAY)
    assert timex.working_days(None, Decimal(4), "past") is None
    assert timex.working_days(date(9999, 12, 30), Decimal(7), "future") is None


def test_weeks_end_with_the_calendar() -> None:
    assert timex.week(date(9999, 12, 31)).end == date(9999, 12, 31)
    assert timex.weekend(date(9999, 12, 31)).start == date(9999, 12, 31)
    assert timex.week(date(1, 1, 1)).start == date(1, 1, 1)
    assert timex.weekend(date(1, 1, 1)).end == date(1, 1, 7)


@given(published=_DAYS, unit=st.sampled_from(["day", "week", "month", "quarter", "half", "year"]))
def test_a_step_of_zero_holds_publication_and_neighbours_touch(published: date, unit: Unit) -> None:
    current, following = timex.step(published, unit, 0), timex.step(published, unit, 1)
    assert current is not None
    assert following is not None
    assert current.start is not None
    assert current.end is not None
    assert current.start <= published <= current.end
    assert following.start == current.end + timedelta(days=1)


@given(published=_DAYS, month=st.integers(1, 12), tense=st.sampled_from(["past", "future"]))
def test_a_tense_is_always_obeyed(published: date, month: int, tense: timex.Tense) -> None:
    period = timex.recurring(lambda year: timex.month(year, month), published, tense)
    assert period is not None
    assert period.start is not None
    assert period.end is not None
    assert period.start <= published if tense == "past" else period.end >= published


@given(published=_DAYS, number=st.integers(1, 7), tense=st.sampled_from(["past", "future"]))
def test_a_bare_weekday_is_less_than_a_week_away(published: date, number: int, tense: timex.Tense) -> None:
    period = timex.bare_weekday(published, number, tense)
    assert period is not None
    assert period.start is not None
    assert period.start.isoweekday() == number
    assert abs(period.start - published) < timedelta(days=7)
