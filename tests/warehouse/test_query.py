"""Somebody's own SQL reaches this file and nothing else; exports are plain and whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from models.errors import UsageError
from warehouse.query import connect_sandboxed, export, parquet


@pytest.fixture
def filled(warehouse: duckdb.DuckDBPyConnection, warehouse_path: Path, add_claim: Callable[..., str]) -> Path:
    add_claim(
        kind="quantity",
        predicate="unit_count",
        value=Decimal(1080000000),
        value_high=Decimal("1080000000.5"),
        holder="Società, «X»",
    )
    warehouse.close()
    return warehouse_path


@pytest.fixture
def sandbox(filled: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect_sandboxed(filled) as connection:
        yield connection


def test_the_warehouse_can_be_read(sandbox: duckdb.DuckDBPyConnection) -> None:
    assert sandbox.execute("SELECT number_en(value) FROM claims").fetchall() == [("1.08 billion",)]


OUT_OF_REACH = [
    "DELETE FROM reviews",
    "CREATE TABLE mine (a INTEGER)",
    "INSERT INTO rejects VALUES ('a', 1, 'b', 'c', 'd')",
    "DROP VIEW review_queue",
    "FROM read_text('{secret}')",
    "FROM read_csv('{secret}')",
    "FROM '{secret}'",
    "FROM glob('{folder}/*')",
    "COPY claims TO '{folder}/out.csv'",
    "EXPORT DATABASE '{folder}/dump'",
    "ATTACH '{folder}/other.duckdb' AS other",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "SET allowed_directories = ['/']",
    "SELECT * FROM OUT_OF_REACH",
]


def test_nothing_can_be_written_and_nothing_else_be_read(sandbox: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("password\nhunter2\n", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    obeyed = []
    for statement in OUT_OF_REACH:
        try:
            sandbox.execute(statement.format(secret=secret, folder=tmp_path)).fetchall()
        except duckdb.Error:
            continue
        obeyed.append(statement)
    assert obeyed == []
    assert sorted(tmp_path.rglob("*")) == before


def test_csv_has_plain_numbers_and_a_byte_order_mark_for_excel(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    with connect_sandboxed(filled, export_to=file) as connection:
        assert (
            export(connection, "SELECT holder, value, value_high, aspect FROM claims;", file, byte_order_mark=True) == 1
        )
    assert file.read_bytes().startswith(b"\xef\xbb\xbfholder,value,value_high,aspect\n")
    assert file.read_text(encoding="utf-8-sig").splitlines()[1] == '"Società, «X»",1080000000,1080000000.5,'


def test_json_lines_have_plain_numbers(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    with connect_sandboxed(filled, export_to=file) as connection:
        assert export(connection, "claims", file) == 1
    written = file.read_text(encoding="utf-8")
    row = json.loads(written)
    assert '"value":1080000000,' in written
    assert row["value_high"] == 1080000000.5
    assert row["holder"] == "Società, «X»"
    assert row["object"] is None


def test_parquet_keeps_the_decimals(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.parquet"
    with connect_sandboxed(filled, export_to=file) as connection:
        assert export(connection, "quantity_claims", file) == 1
    with duckdb.connect() as connection:
        assert connection.execute(f"SELECT value_high, lo FROM '{file}'").fetchall() == [
            (Decimal("1080000000.5"), 1075000000)
        ]


@pytest.mark.parametrize(
    ("source", "name", "message"),
    [
        ("claims", "claims.xls", "use one of .parquet, .csv, .jsonl"),
        ("clams", "claims.csv", "no table or view 'clams'"),
        ("SELECT nonsense FROM claims", "claims.csv", "was not written"),
        ("SELECT 1) TO '/tmp/elsewhere.csv' (FORMAT csv); --", "claims.csv", "was not written"),
    ],
)
def test_a_failing_export_is_explained_and_leaves_no_file(
    filled: Path, tmp_path: Path, source: str, name: str, message: str
) -> None:
    with connect_sandboxed(filled, export_to=tmp_path / name) as connection, pytest.raises(UsageError, match=message):
        export(connection, source, tmp_path / name)
    assert [file.name for file in tmp_path.iterdir()] == ["news.duckdb"]


def test_a_failing_export_keeps_the_file_that_was_there(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    file.write_text("yesterday", encoding="utf-8")
    with connect_sandboxed(filled, export_to=file) as connection, pytest.raises(UsageError):
        export(connection, "SELECT 1 / nonsense", file)
    assert file.read_text(encoding="utf-8") == "yesterday"


def read_parquet(content: bytes, folder: Path) -> tuple[list[tuple[str, str]], list[object]]:
    file = folder / "rows.parquet"
    file.write_bytes(content)
    with duckdb.connect() as connection:
        described = connection.execute(f"DESCRIBE FROM '{file}'").fetchall()
        return [(name, kind) for name, kind, *_ in described], connection.execute(f"FROM '{file}'").fetchall()


def test_rows_become_parquet_with_their_types(tmp_path: Path) -> None:
    rows = [
        {"amount": None, "day": None, "parts": [1, 2], "empty": None, "count": 1},
        {
            "amount": Decimal("1080000000.500000000000"),
            "day": date(2024, 12, 19),
            "parts": [],
            "empty": None,
            "count": 10**12,
        },
    ]
    columns, found = read_parquet(parquet(rows, ["amount", "day", "parts", "empty", "count"]), tmp_path)
    assert columns == [
        ("amount", "DECIMAL(22,12)"),
        ("day", "DATE"),
        ("parts", "INTEGER[]"),
        ("empty", "VARCHAR"),
        ("count", "BIGINT"),
    ]
    assert found == [(None, None, [1, 2], None, 1), (Decimal("1080000000.5"), date(2024, 12, 19), [], None, 10**12)]


def test_no_rows_become_a_parquet_file_with_columns(tmp_path: Path) -> None:
    assert read_parquet(parquet([], ["a", "b"]), tmp_path) == ([("a", "VARCHAR"), ("b", "VARCHAR")], [])
