"""The history of runs: which versions and options made what the warehouse holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import duckdb

from warehouse.commit import CommitResult
from warehouse.identity import run_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One load or check. Times are UTC; `options` are what a later `check` must know: hardware, checks and fx files."""

    command: str
    code_version: str
    hardware_version: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    started_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def run_id(self) -> str:
        """Id of the run, from its command and start."""
        return run_id(self.command, self.started_at.isoformat())


def save_run(
    connection: duckdb.DuckDBPyConnection,
    run: Run,
    result: CommitResult | None = None,
    *,
    finished_at: datetime | None = None,
) -> None:
    """Writes the run; called again at its end, it completes the row. `findings` counts conflicts and doubtful ones standing then."""
    counts = result or CommitResult()
    connection.execute(
        "INSERT OR REPLACE INTO runs SELECT ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, "
        "(SELECT count(*) FROM findings WHERE verdict IN ('conflict', 'doubtful'))",
        [
            run.run_id,
            run.command,
            _naive(run.started_at),
            _naive(finished_at) if finished_at else None,
            run.code_version,
            run.hardware_version,
            json.dumps(dict(run.options), ensure_ascii=False, sort_keys=True),
            counts.added,
            counts.replaced,
            counts.moved,
            counts.unchanged,
            counts.claims,
            counts.rejected,
        ],
    )


def drop_run(connection: duckdb.DuckDBPyConnection, run: Run) -> None:
    """Takes the run out of the history: it has changed nothing."""
    connection.execute("DELETE FROM runs WHERE run_id = ?", [run.run_id])


def last_options(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """The options of the latest run, empty if there was none."""
    row = connection.execute("SELECT options FROM runs ORDER BY started_at DESC LIMIT 1").fetchone()
    return dict(json.loads(row[0])) if row else {}


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
