"""The schema's version, and the way from an older file to it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files
from pathlib import Path

import duckdb

from models.errors import WarehouseError
from warehouse.definitions import create_definitions, create_tables, definitions_version

FIRST_VERSION = 1
_NAME = re.compile(r"(?P<version>\d{3})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """The statements that bring a file of the version before to `version`."""

    version: int
    sql: str


class Condition(Enum):
    """What state a file is in."""

    EMPTY = "holds nothing yet"
    OLDER = "has tables of an older version"
    STALE = "has macros and views of another version"
    CURRENT = "is up to date"


def shipped_migrations() -> list[Migration]:
    """The files of `warehouse/migrations/`, `NNN_name.sql`, by number: 002 leads from version 1 to 2."""
    found = (
        (_NAME.fullmatch(entry.name), entry)
        for entry in files("warehouse").joinpath("migrations").iterdir()
        if entry.is_file()
    )
    named = [(int(name["version"]), entry) for name, entry in found if name]
    return [
        Migration(version, entry.read_text(encoding="utf-8"))
        for version, entry in sorted(named, key=lambda pair: pair[0])
    ]


def current_version(migrations: Sequence[Migration]) -> int:
    """The version that new files have."""
    return migrations[-1].version if migrations else FIRST_VERSION


def read_state(connection: duckdb.DuckDBPyConnection) -> dict[str, str] | None:
    """What the warehouse knows of itself; None for an empty file.

    Raises WarehouseError for a DuckDB file that holds other tables but is no warehouse.
    """
    try:
        return dict(connection.execute("SELECT name, value FROM warehouse_state").fetchall())
    except duckdb.CatalogException:
        tables = connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL LIMIT 3"
        ).fetchall()
    if not tables:
        return None
    names = ", ".join(name for (name,) in tables)
    raise WarehouseError(
        f"this DuckDB file is no newsclaims warehouse: it holds {names}; give another with --warehouse"
    )


def write_state(connection: duckdb.DuckDBPyConnection, name: str, value: str) -> None:
    """Sets one version in `warehouse_state`."""
    connection.execute("INSERT OR REPLACE INTO warehouse_state VALUES (?, ?)", [name, value])


def condition(state: dict[str, str] | None, migrations: Sequence[Migration]) -> Condition:
    """What must be done to a file before it is used. Raises WarehouseError if a newer newsclaims made it."""
    if state is None:
        return Condition.EMPTY
    if _version_of(state, migrations) < current_version(migrations):
        return Condition.OLDER
    return Condition.CURRENT if state.get("definitions") == definitions_version() else Condition.STALE


def copy_before_migration(path: Path, state: dict[str, str]) -> Path:
    """Copies the closed file beside itself, as `NAME.v<version>.duckdb`; returns the copy's path."""
    copy = path.with_name(f"{path.stem}.v{state['schema_version']}{path.suffix}")
    shutil.copy2(path, copy)
    return copy


def bring_up_to_date(connection: duckdb.DuckDBPyConnection, migrations: Sequence[Migration]) -> None:
    """Creates or migrates the tables and redefines macros and views, in one transaction.

    Raises WarehouseError if a statement fails; the file is then as it was.
    """
    state = read_state(connection)
    connection.execute("BEGIN TRANSACTION")
    try:
        if state is None:
            create_tables(connection)
        else:
            for migration in migrations:
                if migration.version > _version_of(state, migrations):
                    connection.execute(migration.sql)
        create_definitions(connection)
        write_state(connection, "schema_version", str(current_version(migrations)))
        write_state(connection, "definitions", definitions_version())
        connection.execute("COMMIT")
    except duckdb.Error as error:
        connection.execute("ROLLBACK")
        raise WarehouseError(f"the schema could not be brought up to date, the file is as it was: {error}") from error


def _version_of(state: dict[str, str], migrations: Sequence[Migration]) -> int:
    version = int(state["schema_version"])
    if version > current_version(migrations):
        raise WarehouseError(
            f"a newer newsclaims made this warehouse (schema {version}, this one knows {current_version(migrations)}): update newsclaims"
        )
    return version
