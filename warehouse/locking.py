"""Opening a DuckDB file that another process may hold: wait with backoff, then name who holds it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from models.errors import WarehouseError, WarehouseLocked

# Nothing may be fetched: what the wheel does not hold is not used.
CONFIGURATION = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
# DuckDB 1.5 reads files of this format, 2.0 reads and writes them.
STORAGE_FORMAT = {"storage_compatibility_version": "v1.5.0"}
_LOCKED = re.compile(r"Could not set lock on file")
_HOLDER = re.compile(r"held in (?P<program>.+?) \(PID (?P<pid>\d+)\)")
_FIRST_PAUSE = 0.05
_LONGEST_PAUSE = 1.0


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a locked file, in seconds, and the clock to wait by."""

    seconds: float = 10.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


def open_when_free(path: Path, *, read_only: bool, patience: Patience) -> duckdb.DuckDBPyConnection:
    """Opens the file as soon as no other process holds it; a missing file is created unless `read_only`.

    Raises WarehouseLocked, naming the process, when `patience` has run out, WarehouseError when the file is none of DuckDB's.
    """
    deadline = patience.clock() + patience.seconds
    pause = _FIRST_PAUSE
    while True:
        try:
            return duckdb.connect(str(path), read_only=read_only, config={**CONFIGURATION, **STORAGE_FORMAT})
        except duckdb.Error as error:
            if not _LOCKED.search(str(error)):
                raise WarehouseError(f"{path} cannot be opened as a DuckDB file: {_first_line(error)}") from error
            left = deadline - patience.clock()
            if left <= 0:
                raise WarehouseLocked(_locked_message(path, error, patience.seconds)) from error
        patience.sleep(min(pause, left))
        pause = min(pause * 2, _LONGEST_PAUSE)


def _locked_message(path: Path, error: duckdb.Error, waited: float) -> str:
    holder = _HOLDER.search(str(error))
    who = f"process {holder['pid']} ({holder['program']})" if holder else "another process"
    return f"{path} is held by {who}; waited {waited:g} s. Nothing is lost: try again when that process has finished."


def _first_line(error: duckdb.Error) -> str:
    return str(error).strip().splitlines()[0]
