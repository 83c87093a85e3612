"""Decisions of fact-checkers: only ever appended, so that they outlive every run."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import duckdb

from models.errors import UsageError
from models.records import Review

DECISIONS: tuple[str, ...] = get_args(Review.model_fields["decision"].annotation)
_FEWEST_CHARACTERS = 4


def decide(
    connection: duckdb.DuckDBPyConnection,
    finding: str,
    decision: str,
    *,
    note: str | None = None,
    reviewer: str | None = None,
    decided_at: datetime | None = None,
) -> Review:
    """Appends a decision on the finding whose id is, or begins with, `finding`; returns it as written.

    Raises UsageError for an unknown decision, and where no finding or more than one begins so.
    """
    if decision not in DECISIONS:
        raise UsageError(f"{decision!r} is no decision; choose one of {', '.join(DECISIONS)}")
    finding_id, evidence = _find(connection, finding)
    moment = (decided_at or datetime.now(UTC)).astimezone(UTC)
    connection.execute(
        "INSERT INTO reviews (finding_id, decision, note, reviewer, decided_at, evidence_hash) VALUES (?, ?, ?, ?, ?, ?)",
        [finding_id, decision, note, reviewer, moment.replace(tzinfo=None), evidence],
    )
    return Review.model_validate(
        {
            "finding_id": finding_id,
            "decision": decision,
            "note": note,
            "reviewer": reviewer,
            "decided_at": moment,
            "evidence_hash": evidence,
        }
    )


def _find(connection: duckdb.DuckDBPyConnection, prefix: str) -> tuple[str, str]:
    if len(prefix) < _FEWEST_CHARACTERS:
        raise UsageError(
            f"{prefix!r} is too short to name a finding; give at least {_FEWEST_CHARACTERS} characters of its id"
        )
    rows = connection.execute(
        "SELECT finding_id, evidence_hash FROM findings WHERE starts_with(finding_id, ?) ORDER BY finding_id = ? DESC, finding_id LIMIT 3",
        [prefix, prefix],
    ).fetchall()
    if not rows:
        raise UsageError(f"no finding begins with {prefix!r}; `newsclaims findings` lists them")
    if len(rows) > 1 and rows[0][0] != prefix:
        raise UsageError(
            f"several findings begin with {prefix!r}: {', '.join(row[0] for row in rows)} …; give more characters"
        )
    return rows[0][0], rows[0][1]
