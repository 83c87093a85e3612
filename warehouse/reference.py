"""Reference data in the warehouse: a copy of the hardware model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb

from warehouse.bulk import Row, insert_rows
from warehouse.definitions import identifier
from warehouse.upgrade import read_state, write_state

HARDWARE_TABLES = (
    "hardware",
    "hardware_aliases",
    "hardware_specs",
    "hardware_components",
    "organisations",
    "organisation_aliases",
)


def sync_hardware(connection: duckdb.DuckDBPyConnection, rows: Mapping[str, Sequence[Row]], version: str) -> bool:
    """Replaces the hardware model by `rows` (table → rows) where `version` is another than before; returns whether it was.

    The connection must be outside a transaction.
    """
    if (read_state(connection) or {}).get("hardware") == version:
        return False
    connection.execute("BEGIN TRANSACTION")
    try:
        for table in HARDWARE_TABLES:
            connection.execute(f"DELETE FROM {identifier(table)}")
            insert_rows(connection, table, rows.get(table, ()))
        write_state(connection, "hardware", version)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return True
