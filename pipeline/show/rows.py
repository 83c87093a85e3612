"""Rows on stdout, as a table, CSV, JSON or Parquet; talk on stderr."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from models.errors import UsageError

Row = Mapping[str, Any]
_UNCUT = 100_000


def out() -> Console:
    """The console for rows, asked for each time, so that it is the present stdout's.

    Lines are wrapped to a terminal's width, or to COLUMNS where that is set; in a pipe they are whole.
    """
    narrow = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(file=sys.stdout, highlight=False, width=None if narrow else _UNCUT)


def err() -> Console:
    """The console for talk."""
    return Console(file=sys.stderr, highlight=False)


def plain(value: Any) -> Any:
    """A value as JSON and CSV write it: decimals as plain numbers, dates as ISO, lists and structs by their parts."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, Mapping):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def short_path(path: str | Path) -> str:
    """A path as people read it: relative to where they are, if it lies there."""
    place = Path(path)
    return str(place.relative_to(Path.cwd())) if place.is_relative_to(Path.cwd()) else str(place)


def chosen(output: str | None) -> str:
    """The format that is asked for, else a table on a terminal and CSV elsewhere."""
    return output or ("table" if sys.stdout.isatty() else "csv")


def rows(records: Sequence[Row], output: str | None = None, columns: Sequence[str] | None = None) -> None:
    """Print records as a table on a terminal, else as CSV, or in the format that is asked for."""
    names = list(dict.fromkeys(name for record in records for name in record) if columns is None else columns)
    output = chosen(output)
    if output == "parquet":
        from warehouse.query import parquet

        if not names:
            raise UsageError("There are no rows, and so no columns for a Parquet file.")

        sys.stdout.buffer.write(parquet(records, names))
    elif output == "json":
        print(json.dumps([plain(r) for r in records], ensure_ascii=False, indent=1))
    elif output == "jsonl":
        for record in records:
            print(json.dumps(plain(record), ensure_ascii=False))
    elif output == "csv":
        print(_csv(records, names), end="")
    else:
        out().print(_table(records, names))


def _csv(records: Iterable[Row], names: Sequence[str]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    if names:
        writer.writerow(names)
    for record in records:
        cells = [plain(record.get(n)) for n in names]
        writer.writerow([json.dumps(c, ensure_ascii=False) if isinstance(c, list | dict) else c for c in cells])
    return buffer.getvalue()


def _table(records: Iterable[Row], names: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name, overflow="fold", min_width=cell_len(name))
    for record in records:
        table.add_row(*(Text("" if record.get(n) is None else str(plain(record[n]))) for n in names))
    return table
