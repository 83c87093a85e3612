"""Reference data: the hardware model and exchange rates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from models.errors import UsageError
from warehouse.rates import sync_rates
from warehouse.reference import sync_hardware

MODEL = {
    "hardware": [
        {
            "hardware_id": "acme-x1",
            "name": "Acme X1",
            "vendor": "Acme",
            "kind": "gpu",
            "architecture": None,
            "predecessor": None,
        }
    ],
    "hardware_specs": [
        {
            "hardware_id": "acme-x1",
            "predicate": "power",
            "value": Decimal("700.5"),
            "unit": "W",
            "checked": date(2025, 1, 2),
            "planned": False,
        },
        {
            "hardware_id": "acme-x1",
            "predicate": "launch",
            "timex": "2025-03",
            "date_start": date(2025, 3, 1),
            "date_end": date(2025, 3, 31),
        },
    ],
    "hardware_components": [],
}


def test_the_model_is_copied_with_its_types(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert sync_hardware(warehouse, MODEL, "v1")
    assert warehouse.execute("SELECT name FROM hardware").fetchall() == [("Acme X1",)]
    assert warehouse.execute("SELECT value, checked, date_end FROM hardware_specs ORDER BY predicate").fetchall() == [
        (None, None, date(2025, 3, 31)),
        (Decimal("700.5"), date(2025, 1, 2), None),
    ]


def test_an_unchanged_model_is_left_alone_and_a_new_one_replaces_all(warehouse: duckdb.DuckDBPyConnection) -> None:
    sync_hardware(warehouse, MODEL, "v1")
    assert not sync_hardware(warehouse, {}, "v1")
    assert warehouse.execute("SELECT count(*) FROM hardware_specs").fetchone() == (2,)
    assert sync_hardware(warehouse, {"hardware": MODEL["hardware"]}, "v2")
    assert warehouse.execute("SELECT count(*) FROM hardware_specs").fetchone() == (0,)


def test_a_model_that_breaks_a_table_leaves_the_old_one(warehouse: duckdb.DuckDBPyConnection) -> None:
    sync_hardware(warehouse, MODEL, "v1")
    with pytest.raises(duckdb.ConstraintException):
        sync_hardware(warehouse, {"hardware": [{"hardware_id": "acme-x2", "name": None}]}, "v2")
    assert warehouse.execute("SELECT hardware_id FROM hardware").fetchall() == [("acme-x1",)]
    assert not sync_hardware(warehouse, MODEL, "v1")


class TestRates:
    @pytest.fixture
    def rates(self, tmp_path: Path) -> Callable[[str], Path]:
        def write(text: str) -> Path:
            file = tmp_path / "rates.csv"
            file.write_text(text, encoding="utf-8-sig")
            return file

        return write

    @pytest.fixture
    def rate(self, warehouse: duckdb.DuckDBPyConnection) -> Callable[[str, date], Decimal | None]:
        def value(currency: str, day: date) -> Decimal | None:
            row = warehouse.execute(
                "SELECT per_eur FROM fx_rates WHERE currency = ? AND day = ?", [currency, day]
            ).fetchone()
            return row[0] if row else None

        return value

    def test_the_banks_rates_come_once(
        self, warehouse: duckdb.DuckDBPyConnection, rate: Callable[[str, date], Decimal | None]
    ) -> None:
        assert sync_rates(warehouse)
        assert rate("USD", date(2024, 12, 19)) == Decimal("1.0395")
        assert rate("EUR", date(2024, 12, 19)) == 1
        assert rate("CNY", date(2024, 12, 21)) is None  # a Saturday
        assert not sync_rates(warehouse)

    def test_a_monthly_average_stands_on_the_first_banking_day_of_its_month(
        self, warehouse: duckdb.DuckDBPyConnection, rate: Callable[[str, date], Decimal | None]
    ) -> None:
        sync_rates(warehouse)
        # March 2025 begins on a Saturday; Taiwan's central bank gives 32.984 dollars of its own for one US dollar
        monday = rate("USD", date(2025, 3, 3))
        assert monday is not None
        assert rate("TWD", date(2025, 3, 3)) == round(Decimal("32.984") * monday, 12)
        rows = warehouse.execute("SELECT count(*), min(source) FROM fx_rates WHERE currency = 'TWD'").fetchone()
        assert rows == (128, "Central Bank of the Republic of China (Taiwan), monthly average")

    def test_a_users_rates_win_and_stay(
        self,
        warehouse: duckdb.DuckDBPyConnection,
        rates: Callable[[str], Path],
        rate: Callable[[str, date], Decimal | None],
    ) -> None:
        file = rates("Currency,Day,Per_EUR\nTWD,2024-12-19,33.9\nusd,2024-12-19,1.05\n\n")
        assert sync_rates(warehouse, file)
        assert rate("TWD", date(2024, 12, 19)) == Decimal("33.9")
        assert rate("USD", date(2024, 12, 19)) == Decimal("1.05")
        assert rate("USD", date(2024, 12, 18)) != Decimal("1.05")
        assert not sync_rates(warehouse)
        assert rate("TWD", date(2024, 12, 19)) == Decimal("33.9")

    def test_rates_per_dollar_go_through_the_last_banking_day(
        self,
        warehouse: duckdb.DuckDBPyConnection,
        rates: Callable[[str], Path],
        rate: Callable[[str, date], Decimal | None],
    ) -> None:
        sync_rates(warehouse, rates("currency,day,per_usd\nTWD,2024-12-22,32.5\n"))
        friday = rate("USD", date(2024, 12, 20))
        assert friday is not None
        assert rate("TWD", date(2024, 12, 22)) == round(Decimal("32.5") * friday, 12)

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("", ":1:"),
            ("currency,rate\nTWD,32\n", ":1:"),
            ("currency,day,per_eur\nTWD,2024-12-19,33\nTWD,19/12/2024,33\n", ":3:"),
            ("currency,day,per_eur\nTWD,2024-12-19,-1\n", ":2:"),
            ("currency,day,per_eur\nTWD,2024-12-19,NaN\n", ":2:"),
            ("currency,day,per_eur\nNT$,2024-12-19,33\n", ":2:"),
            ("currency,day,per_eur\nTWD,2024-12-19\n", ":2:"),
            ("currency,day,per_eur\nTWD,2024-12-19,33,5\n", ":2:"),
            ("currency,day,per_usd\nTWD,1950-01-01,40\n", ":2:"),
        ],
    )
    def test_a_wrong_file_is_refused_with_its_line(
        self, warehouse: duckdb.DuckDBPyConnection, rates: Callable[[str], Path], text: str, place: str
    ) -> None:
        with pytest.raises(UsageError, match=place):
            sync_rates(warehouse, rates(text))
        assert warehouse.execute("SELECT count(*) FROM fx_rates").fetchone() == (0,)

    def test_a_missing_file_is_named(self, warehouse: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match=r"none\.csv"):
            sync_rates(warehouse, tmp_path / "none.csv")


class TestPrices:
    """price_claims: the interval and its worth in dollars on the day."""

    RATES = (
        "INSERT INTO fx_rates VALUES ('USD', '2024-12-18', 1.05, 'test'), ('CNY', '2024-12-18', 7.56, 'test'), ('EUR', '2024-12-18', 1, 'test'), "
        "('USD', '2024-05-31', 1.10, 'test'), ('CNY', '2024-05-31', 7.70, 'test')"
    )

    @pytest.fixture
    def dollars(
        self, warehouse: duckdb.DuckDBPyConnection, add_claim: Callable[..., str]
    ) -> Callable[..., tuple[object, ...]]:
        def value(**claim: object) -> tuple[object, ...]:
            add_claim(kind="price", predicate="unit_price", **claim)
            row = warehouse.execute(
                "SELECT usd_at_date, usd_lo, usd_hi, rate_day FROM price_claims ORDER BY claim_id DESC LIMIT 1"
            ).fetchone()
            assert row is not None
            return tuple(row)

        warehouse.execute(self.RATES)
        return value

    def test_the_last_banking_day_before_publication_counts(self, dollars: Callable[..., tuple[object, ...]]) -> None:
        day = date(2024, 12, 18)
        # 7.56 yuan and 1.05 dollars a euro: 7.2 yuan a dollar; 72,000 stands for 71,500 to 72,500
        expected = (pytest.approx(10_000), pytest.approx(71_500 / 7.2), pytest.approx(72_500 / 7.2), day)
        assert dollars(value=72_000, unit="CNY", published=date(2024, 12, 20)) == expected
        assert dollars(value=100, unit="EUR")[0] == pytest.approx(105)

    def test_a_figure_of_an_earlier_time_takes_the_rate_of_that_time(
        self, dollars: Callable[..., tuple[object, ...]]
    ) -> None:
        assert dollars(value=70_000, unit="CNY", as_of="2024-05")[0] == pytest.approx(10_000)
        assert dollars(value=72_000, unit="CNY", as_of="2025")[0] == pytest.approx(10_000)  # not later than publication

    def test_an_open_end_stays_open(self, dollars: Callable[..., tuple[object, ...]]) -> None:
        assert dollars(value=72_000, unit="CNY", bound="max")[1:3] == (None, pytest.approx(72_500 / 7.2))

    def test_dollars_need_a_date_but_no_rate(self, dollars: Callable[..., tuple[object, ...]]) -> None:
        assert dollars(value=65_000, unit="USD", published=date(1999, 1, 1))[0] == 65_000
        assert dollars(value=65_000, unit="USD", published=None)[0] is None

    @pytest.mark.parametrize(
        ("unit", "published"),
        [("CNY", None), ("TWD", date(2024, 12, 20)), ("CNY", date(2025, 6, 1)), ("CNY", date(2020, 1, 1))],
    )
    def test_there_is_no_worth_without_a_day_or_a_rate_near_it(
        self, dollars: Callable[..., tuple[object, ...]], unit: str, published: date | None
    ) -> None:
        assert dollars(value=72_000, unit=unit, published=published) == (None, None, None, None)
