"""Runs the checks over a warehouse and writes what they find.

Every check stands on its own, so that a broken one stops no other; then all findings are written in one transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path

import duckdb
import opencc

from models.errors import CheckError
from pipeline.reconcile.check_file import CheckLibrary, load_checks, located
from pipeline.reconcile.comparison import VERDICTS, Comparison, compare, stage
from pipeline.reconcile.explain import TRADITIONAL, term_macros, writing_statement
from pipeline.reconcile.memory import bounded_memory


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What one check did. `comparisons` is 0 where it had nothing to look at, `error` is set where it could not run."""

    check_id: str
    path: Path
    comparisons: int = 0
    verdicts: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    error: CheckError | None = None


def reconcile(
    connection: duckdb.DuckDBPyConnection, *, checks: Sequence[Path] = (), run_id: str, only: Collection[str] = ()
) -> list[CheckReport]:
    """Runs the built-in checks and those in the folders `checks`, over all articles; returns one report a check file.

    With `only`, which names checks by their ids, the others are left out and what they found before stays.

    Findings, their claims and inputs are replaced, `run_checks` gets a row for each check that ran. A finding that is the
    same as before keeps its row; a check that could not run keeps the findings it had. Reviews are not touched. The
    connection must be outside a transaction. Raises CheckError if a folder does not exist.
    """
    with as_file(files("warehouse").joinpath("checks")) as own, bounded_memory(connection):
        library = load_checks([own, *checks])
        try:
            _run_script(connection, "stage")
            reports = _compare_all(connection, library, only)
            _write(connection, run_id, reports, only)
        finally:
            _run_script(connection, "clear")
    return reports


def _compare_all(
    connection: duckdb.DuckDBPyConnection, library: CheckLibrary, only: Collection[str]
) -> list[CheckReport]:
    """Runs all checks and stages their comparisons."""
    to_traditional = opencc.OpenCC(TRADITIONAL).convert
    reports = [CheckReport(path.stem, path, error=error) for path, error in library.errors]
    for statement in term_macros(to_traditional):
        connection.execute(statement)
    for path in library.macros:
        try:
            connection.execute(path.read_text(encoding="utf-8"))
        except duckdb.Error as error:
            reports.append(CheckReport(path.stem, path, error=CheckError(located(path, 1, error))))
    comparisons: list[Comparison] = []
    for number, check in enumerate(library.checks):
        if only and check.id not in only:
            continue
        try:
            comparisons.append(compare(connection, check, f"comparison_{number}", to_traditional))
        except CheckError as error:
            reports.append(CheckReport(check.id, check.path, error=error))
    _run_script(connection, "release")
    for (figure_format,) in connection.execute("SELECT DISTINCT figure.format FROM shown ORDER BY ALL").fetchall():
        connection.execute(writing_statement(figure_format))
    return reports + [_staged(connection, comparison) for comparison in comparisons]


def _staged(connection: duckdb.DuckDBPyConnection, comparison: Comparison) -> CheckReport:
    check = comparison.check
    try:
        if comparison.rows:
            stage(connection, comparison)
    except CheckError as error:
        return CheckReport(check.id, check.path, error=error)
    return CheckReport(check.id, check.path, comparison.rows, comparison.verdicts, comparison.seconds)


def _write(
    connection: duckdb.DuckDBPyConnection, run_id: str, reports: Sequence[CheckReport], only: Collection[str]
) -> None:
    """Replaces the findings, all in one transaction."""
    failed = [report.check_id for report in reports if report.error]
    connection.execute("BEGIN TRANSACTION")
    try:
        _run_script(connection, "write", {"run_id": run_id, "failed": failed, "only": list(only)})
        for report in reports:
            if report.error is None:
                counts = [report.verdicts[verdict] for verdict in VERDICTS]
                connection.execute(
                    "INSERT OR REPLACE INTO run_checks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [run_id, report.check_id, report.comparisons, *counts, report.seconds],
                )
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _run_script(
    connection: duckdb.DuckDBPyConnection, name: str, parameters: Mapping[str, object] | None = None
) -> None:
    """Runs the statements of `sql/<name>.sql`, giving each the named parameters that it mentions."""
    script = files("pipeline.reconcile").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    for statement in connection.extract_statements(script):
        wanted = {key: value for key, value in (parameters or {}).items() if key in statement.named_parameters}
        connection.execute(statement, wanted or None)
