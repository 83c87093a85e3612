"""The warehouse's SQL: its tables, and the macros and views that are defined anew whenever they change."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files

import duckdb

# In this order, because each file uses names of those before it.
DEFINITION_FILES = ("intervals", "rendering", "dates", "views", "phrases", "sentences")


def read_schema(name: str) -> str:
    """The text of `warehouse/schema/<name>.sql`."""
    return files("warehouse").joinpath("schema", f"{name}.sql").read_text(encoding="utf-8")


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Creates all tables, empty, with their comments."""
    connection.execute(read_schema("tables"))


def create_definitions(connection: duckdb.DuckDBPyConnection) -> None:
    """Creates or replaces all macros and views; a view's column without a comment gets that of the table's column."""
    for name in DEFINITION_FILES:
        connection.execute(read_schema(name))
    _inherit_comments(connection)


def definitions_version() -> str:
    """A hash that changes with any macro or view."""
    return sha256("\n".join(read_schema(name) for name in DEFINITION_FILES).encode()).hexdigest()[:20]


def quoted(text: str) -> str:
    """An SQL string literal, for statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """An SQL identifier, quoted."""
    return '"' + name.replace('"', '""') + '"'


def _inherit_comments(connection: duckdb.DuckDBPyConnection) -> None:
    """Comments the bare columns of each view from the table that shares most columns with it."""
    columns = connection.execute(
        "SELECT table_name, column_name, comment, table_name IN (SELECT view_name FROM duckdb_views()) "
        "FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index"
    ).fetchall()
    tables: dict[str, dict[str, str]] = {}
    views: dict[str, dict[str, str | None]] = {}
    for owner, column, comment, is_view in columns:
        (views if is_view else tables).setdefault(owner, {})[column] = comment
    for view, commented in views.items():
        nearest = sorted(tables.values(), key=lambda table: -len(table.keys() & commented.keys()))
        for column in (name for name, comment in commented.items() if comment is None):
            comment = _first(table.get(column) for table in nearest)
            if comment is not None:
                connection.execute(f"COMMENT ON COLUMN {identifier(view)}.{identifier(column)} IS {quoted(comment)}")


def _first(comments: Iterable[str | None]) -> str | None:
    return next((comment for comment in comments if comment), None)
