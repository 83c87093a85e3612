"""One check's comparisons: its query run and looked over, the figures gathered that its explanations show, the texts written."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import duckdb

from models.errors import CheckError
from pipeline.reconcile.check_file import Check, located
from pipeline.reconcile.explain import Explanations, compile_explanations, without_gaps

VERDICTS = ("conflict", "doubtful", "disagreement", "outdated", "supported")
_REQUIRED_COLUMNS = ("article_id", "said_low", "said_high", "follows_low", "follows_high", "unit", "verdict", "claims")
_OPTIONAL_COLUMNS = {
    "hardware": "NULL::VARCHAR",
    "family": "NULL::VARCHAR",
    "certainty": "1.0",
    "least_confidence": "NULL::DOUBLE",
    "voices": "NULL::INTEGER",
    "gap": "NULL::DOUBLE",
    "meant": "NULL::DOUBLE",
    "inputs": "NULL",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a check's query returned: the temporary table that holds it, its columns' types, its rows by verdict."""

    check: Check
    table: str
    columns: Mapping[str, str]
    explanations: Explanations
    verdicts: Mapping[str, int]
    seconds: float

    @property
    def rows(self) -> int:
        """How many comparisons were made."""
        return sum(self.verdicts.values())


def compare(
    connection: duckdb.DuckDBPyConnection, check: Check, table: str, to_traditional: Callable[[str], str]
) -> Comparison:
    """Runs the check's query into the temporary table `table` and adds the figures to be written to the table `shown`.

    Raises CheckError, with the check's file and line, if the query fails or does not return what a check must.
    """
    started = time.perf_counter()
    try:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {check.query}")
        columns = {name: kind for name, kind, *_ in connection.execute(f"DESCRIBE {table}").fetchall()}
        missing = [column for column in _REQUIRED_COLUMNS if column not in columns]
        if missing:
            raise CheckError(f"{check.path}:{check.query_line}: the query must return {', '.join(missing)} as well")
        verdicts = _count_verdicts(connection, check, table)
        explanations = compile_explanations(check, columns, to_traditional)
        if any(verdicts.values()) and explanations.figures:
            figures = ", ".join(explanations.figures)
            connection.execute(f"INSERT INTO shown SELECT DISTINCT unnest([{figures}]) FROM {table}")
    except duckdb.Error as error:
        raise CheckError(located(check.path, check.query_line, error)) from error
    return Comparison(check, table, columns, explanations, verdicts, time.perf_counter() - started)


def _count_verdicts(connection: duckdb.DuckDBPyConnection, check: Check, table: str) -> dict[str, int]:
    counts = dict(connection.execute(f"SELECT verdict, count(*) FROM {table} GROUP BY verdict").fetchall())
    unknown = [verdict for verdict in counts if verdict not in VERDICTS]
    if unknown:
        raise CheckError(f"{check.path}:{check.query_line}: verdict {unknown[0]!r} is none of {', '.join(VERDICTS)}")
    return {verdict: counts.get(verdict, 0) for verdict in VERDICTS}


def stage(connection: duckdb.DuckDBPyConnection, comparison: Comparison) -> None:
    """Adds the comparisons to the table `staged`, with their explanations, and drops their own table.

    Raises CheckError if they do not fit: a column of another type than a check's, a comparison without claims.
    """
    check, explanations = comparison.check, comparison.explanations
    values = {name: f"c.{name}" for name in _REQUIRED_COLUMNS}
    values |= {name: f"c.{name}" if name in comparison.columns else sql for name, sql in _OPTIONAL_COLUMNS.items()}
    values["family"] = f"coalesce({values['family']}, $family)"
    texts = {f"explanation_{language}": sql for language, sql in explanations.texts.items()}
    selected = ", ".join(f"{sql} AS {name}" for name, sql in (values | texts).items())
    tidied = ", ".join(f"{without_gaps(name)} AS {name}" for name in texts)
    written = "".join(
        f" LEFT JOIN written f{n} ON f{n}.figure_key = hash({figure})" for n, figure in enumerate(explanations.figures)
    )
    try:
        connection.execute(
            f"INSERT INTO staged BY NAME SELECT * REPLACE ({tidied}) FROM (SELECT {selected}, $check AS check_id, "
            "c.rowid + (SELECT coalesce(max(ordinal), 0) + 1 FROM staged) AS ordinal "
            f"FROM {comparison.table} c{written})",
            {"family": check.family, "check": check.id},
        )
        connection.execute(f"DROP TABLE {comparison.table}")
    except duckdb.Error as error:
        raise CheckError(f"{check.path}:{check.query_line}: {str(error).splitlines()[0]}") from error
