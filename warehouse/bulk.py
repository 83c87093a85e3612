"""Many rows in one statement: JSON Lines on disk, read by DuckDB with the types of the table they are for."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from warehouse.definitions import identifier, quoted

Row = Mapping[str, Any]
_SMALLEST_BUFFER = (
    1 << 24
)  # bytes; DuckDB reserves twice as much as the largest record, so that it is told the true one


def insert_rows(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row], *, replace: bool = False
) -> int:
    """Inserts rows, or replaces those of the same key; returns how many. Columns that no row names keep their default."""
    with tempfile.TemporaryDirectory(prefix="newsclaims-") as folder:
        file = Path(folder, "rows.jsonl")
        names, count, largest = _write(rows, file)
        if count:
            verb = "INSERT OR REPLACE" if replace else "INSERT"
            selected = ", ".join(identifier(name) for name in names)
            connection.execute(
                f"{verb} INTO {identifier(table)} BY NAME SELECT {selected} FROM {_reader(connection, table, file, names, largest)}"
            )
    return count


def rows_to_parquet(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row], file: Path) -> int:
    """Writes rows to a Parquet file with the columns and types of `table`; returns how many. No rows, no file."""
    json_file = file.with_suffix(".jsonl")
    names, count, largest = _write(rows, json_file)
    if count:
        reader = _reader(connection, table, json_file, names, largest)
        connection.execute(f"COPY (SELECT * FROM {reader}) TO {quoted(str(file))} (FORMAT parquet)")
    json_file.unlink()
    return count


def _write(rows: Iterable[Row], file: Path) -> tuple[list[str], int, int]:
    """Writes the rows; returns the columns, how many rows there are, and the bytes of the largest."""
    names: dict[str, None] = {}
    count = largest = 0
    with file.open("w", encoding="utf-8") as out:
        for row in rows:
            names.update(dict.fromkeys(row))
            record = json.dumps(row, default=_plain, ensure_ascii=True)
            out.write(record)
            out.write("\n")
            count += 1
            largest = max(largest, len(record))
    return list(names), count, largest


def _plain(value: Any) -> str:
    """Decimals and dates as text, which DuckDB reads exactly."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot stand in a row: {value!r}")


def _reader(connection: duckdb.DuckDBPyConnection, table: str, file: Path, names: Iterable[str], largest: int) -> str:
    types = dict(
        connection.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? AND NOT internal", [table]
        ).fetchall()
    )
    columns = ", ".join(f"{identifier(name)}: {quoted(types[name])}" for name in names)
    size = max(_SMALLEST_BUFFER, largest + 1)
    return f"read_json({quoted(str(file))}, format = 'newline_delimited', columns = {{{columns}}}, maximum_object_size = {size})"
