"""Decisions, the queue that shows them, and the history of runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import duckdb
import pytest

from models.errors import UsageError
from warehouse.commit import CommitResult
from warehouse.reviews import decide
from warehouse.runs import Run, last_options, save_run

AddFinding = Callable[..., str]


def test_a_decision_is_appended_and_the_latest_counts(
    warehouse: duckdb.DuckDBPyConnection, add_finding: AddFinding
) -> None:
    finding = add_finding("abcd1234")
    assert decide(warehouse, "abcd", "flag", decided_at=datetime(2025, 1, 1, tzinfo=UTC)).finding_id == finding
    decide(
        warehouse,
        finding,
        "confirm",
        note="asked the maker",
        reviewer="Ada",
        decided_at=datetime(2025, 1, 2, tzinfo=UTC),
    )
    assert warehouse.execute("SELECT count(*) FROM reviews").fetchone() == (2,)
    assert warehouse.execute("SELECT decision, note, reviewer FROM review_queue").fetchall() == [
        ("confirm", "asked the maker", "Ada")
    ]


def test_the_queue_holds_conflicts_and_doubts_heaviest_first(
    warehouse: duckdb.DuckDBPyConnection, add_finding: AddFinding
) -> None:
    for number, (verdict, weight) in enumerate(
        [
            ("doubtful", 0.3),
            ("conflict", 0.9),
            ("supported", 1.0),
            ("outdated", 0.8),
            ("disagreement", 0.7),
            ("conflict", 0.3),
        ]
    ):
        add_finding(f"finding{number}", verdict=verdict, weight=weight)
    assert warehouse.execute("SELECT finding_id FROM review_queue").fetchall() == [
        ("finding1",),
        ("finding0",),
        ("finding5",),
    ]


def test_the_queue_shows_when_the_evidence_has_changed_since(
    warehouse: duckdb.DuckDBPyConnection, add_finding: AddFinding
) -> None:
    decide(warehouse, add_finding(evidence_hash="e1"), "confirm")
    assert warehouse.execute("SELECT evidence_changed FROM review_queue").fetchall() == [(False,)]
    warehouse.execute("UPDATE findings SET evidence_hash = 'e2'")
    assert warehouse.execute("SELECT decision, evidence_changed FROM review_queue").fetchall() == [("confirm", True)]


def test_a_finding_nobody_decided_on_has_no_changed_evidence(
    warehouse: duckdb.DuckDBPyConnection, add_finding: AddFinding
) -> None:
    add_finding()
    assert warehouse.execute("SELECT decision, evidence_changed FROM review_queue").fetchall() == [(None, False)]


@pytest.mark.parametrize(
    ("finding", "decision", "message"),
    [
        ("abcd1", "perhaps", "confirm, dismiss, flag"),
        ("abcd", "confirm", "several findings begin with 'abcd': abcd1, abcd2"),
        ("zzzz", "confirm", "no finding begins with 'zzzz'"),
        ("ab", "confirm", "too short"),
        ("abc%", "confirm", "no finding begins with 'abc%'"),
    ],
)
def test_what_cannot_be_decided_is_told(
    warehouse: duckdb.DuckDBPyConnection, add_finding: AddFinding, finding: str, decision: str, message: str
) -> None:
    add_finding("abcd1")
    add_finding("abcd2")
    with pytest.raises(UsageError, match=message):
        decide(warehouse, finding, decision)
    assert warehouse.execute("SELECT count(*) FROM reviews").fetchone() == (0,)


def test_a_whole_id_is_never_ambiguous(warehouse: duckdb.DuckDBPyConnection, add_finding: AddFinding) -> None:
    add_finding("abcd")
    add_finding("abcd2")
    assert decide(warehouse, "abcd", "dismiss").finding_id == "abcd"


def test_a_run_is_written_at_its_start_and_completed_at_its_end(
    warehouse: duckdb.DuckDBPyConnection, add_finding: AddFinding
) -> None:
    run = Run(
        command="load",
        code_version="0.1.0",
        hardware_version="h1",
        options={"fx": "cambi.csv"},
        started_at=datetime(2025, 1, 2, tzinfo=UTC),
    )
    save_run(warehouse, run)
    assert warehouse.execute("SELECT finished_at, articles_added FROM runs").fetchall() == [(None, 0)]
    add_finding()
    save_run(
        warehouse, run, CommitResult(added=3, moved=1, claims=9), finished_at=datetime(2025, 1, 2, 0, 1, tzinfo=UTC)
    )
    assert warehouse.execute(
        "SELECT finished_at, articles_added, articles_moved, claims_added, findings FROM runs"
    ).fetchall() == [(datetime(2025, 1, 2, 0, 1), 3, 1, 9, 1)]


def test_a_later_check_finds_the_options_of_the_latest_run(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert last_options(warehouse) == {}
    for day, fx in ((1, "old.csv"), (3, "new.csv"), (2, "older.csv")):
        save_run(
            warehouse,
            Run(
                command="load", code_version="0.1.0", options={"fx": fx}, started_at=datetime(2025, 1, day, tzinfo=UTC)
            ),
        )
    assert last_options(warehouse) == {"fx": "new.csv"}
