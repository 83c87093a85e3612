"""A bound on the memory of a run, whatever the machine has: what does not fit is kept in files beside the warehouse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

LARGEST = 3.0
"""Gibibytes; with Python and what the database does not count a run stays under four."""
_GIBIBYTES = {"KiB": 2.0**-20, "MiB": 2.0**-10, "GiB": 1.0, "TiB": 2.0**10}


@contextmanager
def bounded_memory(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Lowers the connection's memory limit to `LARGEST` where it is higher, and sets it back afterwards."""
    (before,) = connection.execute("SELECT current_setting('memory_limit')").fetchone() or ("",)
    written = re.fullmatch(r"([\d.]+) (\w+)", before)
    if not written or float(written[1]) * _GIBIBYTES.get(written[2], 0) <= LARGEST:
        yield
        return
    connection.execute(f"SET memory_limit = '{LARGEST} GiB'")
    try:
        yield
    finally:
        connection.execute(f"SET memory_limit = '{before}'")
