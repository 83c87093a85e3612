"""The one door to the warehouse: where it is, how it is created, opened and kept up to date."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import duckdb

from models.errors import WarehouseError
from warehouse.locking import Patience, open_when_free
from warehouse.upgrade import (
    Condition,
    Migration,
    bring_up_to_date,
    condition,
    copy_before_migration,
    read_state,
    shipped_migrations,
)

ENVIRONMENT_VARIABLE = "NEWSCLAIMS_WAREHOUSE"
FILE_NAME = "newsclaims.duckdb"
_PATIENCE = Patience()
_NO_PATIENCE = Patience(seconds=0)


def default_path() -> Path:
    """NEWSCLAIMS_WAREHOUSE if set; `warehouse/newsclaims.duckdb` of the checkout one is in; else `./newsclaims.duckdb`."""
    if named := os.environ.get(ENVIRONMENT_VARIABLE):
        return Path(named)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "newsclaims.py").is_file() and (folder / "warehouse" / "schema" / "tables.sql").is_file():
            return folder / "warehouse" / FILE_NAME
    return Path(FILE_NAME)


def connect(
    path: str | os.PathLike[str] | None = None,
    *,
    read_only: bool = False,
    patience: Patience = _PATIENCE,
    migrations: Sequence[Migration] | None = None,
) -> duckdb.DuckDBPyConnection:
    """Opens the warehouse; a missing one is created unless `read_only`. Use it in a `with` and hold it shortly.

    An older file is migrated on opening, after a copy of it was made beside it. Nothing is ever fetched: extensions are
    neither installed nor loaded by themselves.

    Raises WarehouseError if there is no warehouse to read, the file is none, or its folder cannot be made; WarehouseLocked,
    naming the process that holds it, when `patience` runs out.
    """
    place = Path(path) if path is not None else default_path()
    steps = shipped_migrations() if migrations is None else migrations
    if read_only:
        return _open_for_reading(place, patience, steps)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WarehouseError(f"{place} cannot be made: {error.strerror}: {error.filename}") from error
    return _open_for_writing(place, patience, steps)


def _open_for_reading(path: Path, patience: Patience, migrations: Sequence[Migration]) -> duckdb.DuckDBPyConnection:
    if not path.exists():
        raise WarehouseError(
            f"there is no warehouse at {path}: make one with `newsclaims load FOLDER`, or name one with --warehouse"
        )
    connection = open_when_free(path, read_only=True, patience=patience)
    found, _ = _examine(connection, path, migrations)
    if found is Condition.CURRENT:
        return connection
    connection.close()
    if found is Condition.STALE:
        _refresh_if_possible(path, migrations)
    else:
        _open_for_writing(path, patience, migrations).close()
    return open_when_free(path, read_only=True, patience=patience)


def _refresh_if_possible(path: Path, migrations: Sequence[Migration]) -> None:
    """Redefines macros and views; where the file is held or write-protected its old ones serve."""
    try:
        _open_for_writing(path, _NO_PATIENCE, migrations).close()
    except WarehouseError:
        return


def _open_for_writing(path: Path, patience: Patience, migrations: Sequence[Migration]) -> duckdb.DuckDBPyConnection:
    connection = open_when_free(path, read_only=False, patience=patience)
    found, state = _examine(connection, path, migrations)
    if found is Condition.CURRENT:
        return connection
    if found is Condition.OLDER and state is not None:
        connection.close()  # closing writes all of it into the file, so that the copy is whole
        copy_before_migration(path, state)
        connection = open_when_free(path, read_only=False, patience=patience)
    try:
        bring_up_to_date(connection, migrations)
    except BaseException:
        connection.close()
        raise
    return connection


def _examine(
    connection: duckdb.DuckDBPyConnection, path: Path, migrations: Sequence[Migration]
) -> tuple[Condition, dict[str, str] | None]:
    """The condition and state of an open file; closes it if it is no warehouse of ours."""
    try:
        state = read_state(connection)
        return condition(state, migrations), state
    except WarehouseError as error:
        connection.close()
        raise WarehouseError(f"{path}: {error}") from error
