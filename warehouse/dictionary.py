"""The data dictionary: what every table, view and column means, in the database's own comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import duckdb


@dataclass(frozen=True, slots=True)
class Entry:
    """A table or view (`column` is None) or one of its columns."""

    owner: str
    kind: Literal["table", "view"]
    column: str | None
    type: str | None
    comment: str | None


def data_dictionary(connection: duckdb.DuckDBPyConnection) -> list[Entry]:
    """Every table, then every view, by name, each followed by its columns in order."""
    rows = connection.execute(
        """
        WITH owners AS (
          SELECT table_name AS owner, 'table' AS kind, comment FROM duckdb_tables() WHERE NOT internal AND NOT temporary
          UNION ALL
          SELECT view_name, 'view', comment FROM duckdb_views() WHERE NOT internal AND NOT temporary
        )
        SELECT owner, kind, NULL AS column_name, NULL AS data_type, comment, -1 AS position FROM owners
        UNION ALL
        SELECT owner, kind, c.column_name, c.data_type, c.comment, c.column_index
        FROM owners JOIN duckdb_columns() AS c ON c.table_name = owner
        WHERE NOT c.internal
        ORDER BY kind, owner, position
        """
    ).fetchall()
    return [Entry(owner, kind, column, type_, comment) for owner, kind, column, type_, comment, _ in rows]
