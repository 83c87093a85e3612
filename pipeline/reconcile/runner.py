"""Runs the checks over a warehouse and writes what they find.

Every check is staged on its own, so that a broken one stops no other; then all findings are written in one transaction.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path

import duckdb
import opencc

from models.errors import CheckError
from pipeline.reconcile.check_file import Check, load_checks, located
from pipeline.reconcile.explain import TRADITIONAL, Explanations, compile_explanations, term_macros

VERDICTS = ("conflict", "doubtful", "disagreement", "outdated", "supported")
_REQUIRED_COLUMNS = ("article_id", "said_low", "said_high", "follows_low", "follows_high", "unit", "verdict", "claims")
_OPTIONAL_COLUMNS = {
    "hardware": "NULL::VARCHAR",
    "family": "NULL::VARCHAR",
    "certainty": "1.0",
    "gap": "NULL::DOUBLE",
    "meant": "NULL::DOUBLE",
    "inputs": "NULL",
}


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What one check did. `comparisons` is 0 where it had nothing to look at, `error` is set where it could not run."""

    check_id: str
    path: Path
    comparisons: int = 0
    verdicts: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    error: CheckError | None = None


def reconcile(connection: duckdb.DuckDBPyConnection, *, checks: Sequence[Path] = (), run_id: str) -> list[CheckReport]:
    """Runs the built-in checks and those in the folders `checks`, over all articles; returns one report a check file.

    Findings, their claims and inputs are replaced, `run_checks` gets a row for each check that ran. A finding that is the
    same as before keeps its row; a check that could not run keeps the findings it had. Reviews are not touched. The
    connection must be outside a transaction. Raises CheckError if a folder does not exist.
    """
    with as_file(files("warehouse").joinpath("checks")) as own:
        library = load_checks([own, *checks])
        reports = [CheckReport(path.stem, path, error=error) for path, error in library.errors]
        try:
            _run_script(connection, "stage")
            to_traditional = opencc.OpenCC(TRADITIONAL).convert
            for statement in term_macros(to_traditional):
                connection.execute(statement)
            _define_macros(connection, library.macros, reports)
            reports += [_run_check(connection, check, to_traditional) for check in library.checks]
            _write(connection, run_id, reports)
        finally:
            _run_script(connection, "clear")
    return reports


def _run_script(
    connection: duckdb.DuckDBPyConnection, name: str, parameters: Mapping[str, object] | None = None
) -> None:
    """Runs the statements of `sql/<name>.sql`, giving each the named parameters that it mentions."""
    script = files("pipeline.reconcile").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    for statement in connection.extract_statements(script):
        wanted = {key: value for key, value in (parameters or {}).items() if key in statement.named_parameters}
        connection.execute(statement, wanted or None)


def _define_macros(connection: duckdb.DuckDBPyConnection, paths: Sequence[Path], reports: list[CheckReport]) -> None:
    for path in paths:
        try:
            connection.execute(path.read_text(encoding="utf-8"))
        except duckdb.Error as error:
            reports.append(CheckReport(path.stem, path, error=CheckError(located(path, 1, error))))


def _run_check(
    connection: duckdb.DuckDBPyConnection, check: Check, to_traditional: Callable[[str], str]
) -> CheckReport:
    started = time.perf_counter()
    try:
        _compare(connection, check, to_traditional)
    except CheckError as error:
        return CheckReport(check.id, check.path, error=error)
    except duckdb.Error as error:
        return CheckReport(check.id, check.path, error=CheckError(located(check.path, check.query_line, error)))
    counted = connection.execute("SELECT verdict, count(*) FROM staged WHERE check_id = ? GROUP BY verdict", [check.id])
    counts = dict(counted.fetchall())
    verdicts = {verdict: counts.get(verdict, 0) for verdict in VERDICTS}
    return CheckReport(check.id, check.path, sum(verdicts.values()), verdicts, time.perf_counter() - started)


def _compare(connection: duckdb.DuckDBPyConnection, check: Check, to_traditional: Callable[[str], str]) -> None:
    """Runs the check's query and stages its comparisons with their explanations."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE comparison AS {check.query}")
    columns = {name: kind for name, kind, *_ in connection.execute("DESCRIBE comparison").fetchall()}
    missing = [column for column in _REQUIRED_COLUMNS if column not in columns]
    if missing:
        raise CheckError(f"{check.path}:{check.query_line}: the query must return {', '.join(missing)} as well")
    unknown = connection.execute(
        "SELECT DISTINCT verdict FROM comparison WHERE coalesce(verdict NOT IN (SELECT unnest(?)), true)",
        [list(VERDICTS)],
    ).fetchall()
    if unknown:
        raise CheckError(f"{check.path}:{check.query_line}: verdict {unknown[0][0]!r} is none of {', '.join(VERDICTS)}")
    explanations = compile_explanations(check, columns, to_traditional)
    if connection.execute("SELECT count(*) FROM comparison").fetchone() != (0,):
        _stage(connection, check, columns, explanations)


def _stage(
    connection: duckdb.DuckDBPyConnection, check: Check, columns: Collection[str], explanations: Explanations
) -> None:
    """Adds the comparisons to `staged`, with their explanations written out."""
    selected = [*_REQUIRED_COLUMNS, *(c if c in columns else f"{sql} AS {c}" for c, sql in _OPTIONAL_COLUMNS.items())]
    texts = [f"{sql} AS explanation_{language}" for language, sql in explanations.texts.items()]
    slots = ["*", *(f"{sql} AS {name}" for name, sql in explanations.slots.items())]
    # The macros expand to large expressions over which the optimizer takes longer than the rendering itself.
    connection.execute("PRAGMA disable_optimizer")
    try:
        connection.execute(
            f"INSERT INTO staged BY NAME SELECT * REPLACE (coalesce(family, $family) AS family), $check AS check_id, "
            f"row_number() OVER () AS ordinal "
            f"FROM (SELECT {', '.join([*selected, *texts])} FROM (SELECT {', '.join(slots)} FROM comparison))",
            {"family": check.family, "check": check.id},
        )
    finally:
        connection.execute("PRAGMA enable_optimizer")


def _write(connection: duckdb.DuckDBPyConnection, run_id: str, reports: Sequence[CheckReport]) -> None:
    """Replaces the findings, all in one transaction."""
    failed = [report.check_id for report in reports if report.error]
    connection.execute("BEGIN TRANSACTION")
    try:
        _run_script(connection, "write", {"run_id": run_id, "failed": failed})
        for report in reports:
            if report.error is None:
                connection.execute(
                    "INSERT OR REPLACE INTO run_checks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [
                        run_id,
                        report.check_id,
                        report.comparisons,
                        *(report.verdicts[v] for v in VERDICTS),
                        report.seconds,
                    ],
                )
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
