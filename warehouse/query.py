"""Reading the warehouse from outside: queries that can neither write nor reach other files, and exports."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from models.errors import UsageError
from warehouse.definitions import identifier, quoted
from warehouse.store import connect

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FORMATS: Mapping[str, str] = {
    ".parquet": "FORMAT parquet",
    ".csv": "FORMAT csv, HEADER",
    ".jsonl": "FORMAT json",
}


def connect_sandboxed(
    path: str | os.PathLike[str] | None = None, *, export_to: Path | None = None
) -> duckdb.DuckDBPyConnection:
    """Opens the warehouse for somebody's own SQL: it reads this file and nothing else, and writes nothing.

    Other databases, files, network and extensions are out of reach, Python's variables too, and no setting can change that.
    With `export_to` that one file can be written by `export`. Close it before opening the same file otherwise: the
    restriction holds for the file as long as any connection of this process has it open.
    """
    connection = connect(path, read_only=True)
    if export_to is not None:
        connection.execute(f"SET allowed_paths = [{quoted(str(_unfinished(export_to)))}]")
    connection.execute("SET python_enable_replacements = false")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def export(connection: duckdb.DuckDBPyConnection, source: str, file: Path, *, byte_order_mark: bool = False) -> int:
    """Writes a table, view or query to a file by its ending, .parquet, .csv or .jsonl; returns the number of rows.

    Numbers are written plainly in CSV and JSON Lines (1080000000, 0.5), as decimals in Parquet. `byte_order_mark` makes Excel read a
    CSV file as UTF-8. The file appears whole or not at all. Raises UsageError for an unknown ending, table or a query that fails.
    """
    ending = file.suffix.lower()
    if ending not in _FORMATS:
        raise UsageError(
            f"{file}: cannot export to {ending or 'a file without ending'}; use one of {', '.join(_FORMATS)}"
        )
    if byte_order_mark and ending != ".csv":
        raise UsageError(f"{file}: a byte-order mark is for CSV files only")
    unfinished = _unfinished(file)
    try:
        query = _select(
            connection, source, plain={".csv": "digits({})", ".jsonl": "CAST(digits({}) AS JSON)"}.get(ending)
        )
        copied = connection.execute(
            f"COPY ({query}) TO {quoted(str(unfinished))} ({_FORMATS[ending]}, USE_TMP_FILE false)"
        )
        count = int((copied.fetchone() or (0,))[0])
        if byte_order_mark:
            unfinished.write_bytes(_BYTE_ORDER_MARK + unfinished.read_bytes())
        os.replace(unfinished, file)
    except duckdb.Error as error:
        raise UsageError(f"{file} was not written: {error}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def parquet(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    """Rows of Python values as the bytes of a Parquet file; a column in which no row has a value is text."""
    with tempfile.TemporaryDirectory(prefix="newsclaims-") as folder, duckdb.connect() as connection:
        file = Path(folder, "rows.parquet")
        told = {name for name in columns if any(row[name] is not None for row in rows)}
        selected = ", ".join(
            f"row[{quoted(name)}] AS {identifier(name)}" if name in told else f"NULL::VARCHAR AS {identifier(name)}"
            for name in columns
        )
        values = [{name: row[name] for name in told} for row in rows]
        # A struct needs a field, and a parameter a row; both are dropped again.
        connection.execute(
            f"CREATE TABLE rows AS SELECT {selected} FROM (SELECT unnest(?) AS row) OFFSET 1",
            [[{**dict.fromkeys(told), "": None}, *({**row, "": None} for row in values)]],
        )
        connection.execute(f"COPY rows TO {quoted(str(file))} (FORMAT parquet)")
        return file.read_bytes()


def _unfinished(file: Path) -> Path:
    absolute = file.absolute()
    return absolute.with_name(f".{absolute.name}.unfinished")


def _select(connection: duckdb.DuckDBPyConnection, source: str, *, plain: str | None) -> str:
    """The query behind `source`, its decimals written as `plain` says."""
    query = source.strip().rstrip(";")
    if re.fullmatch(r"\w+", query):
        known = {
            name
            for (name,) in connection.execute("SELECT table_name FROM duckdb_columns() WHERE NOT internal").fetchall()
        }
        if query not in known:
            raise UsageError(f"there is no table or view {query!r}; there are {', '.join(sorted(known))}")
        query = f"SELECT * FROM {identifier(query)}"
    described = connection.execute(f"DESCRIBE {query}").fetchall()
    decimals = [identifier(name) for name, kind, *_ in described if kind.startswith("DECIMAL")]
    if plain is None or not decimals:
        return query
    replaced = ", ".join(f"{plain.format(name)} AS {name}" for name in decimals)
    return f"SELECT * REPLACE ({replaced}) FROM ({query})"
