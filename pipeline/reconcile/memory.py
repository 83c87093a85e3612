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
    """Lowers the connection's memory limit to `LARGEST` where it is higher, and sets it back afterwards.

    Rows are written in any order meanwhile: keeping theirs takes memory and one thread.
    """
    limit, ordered = connection.execute(
        "SELECT current_setting('memory_limit'), current_setting('preserve_insertion_order')"
    ).fetchone() or ("", True)
    written = re.fullmatch(r"([\d.]+) (\w+)", limit)
    too_much = written and float(written[1]) * _GIBIBYTES.get(written[2], 0) > LARGEST
    if too_much:
        connection.execute(f"SET memory_limit = '{LARGEST} GiB'")
    connection.execute("SET preserve_insertion_order = false")
    try:
        yield
    finally:
        connection.execute(f"SET preserve_insertion_order = {ordered}")
        if too_much:
            connection.execute(f"SET memory_limit = '{limit}'")
