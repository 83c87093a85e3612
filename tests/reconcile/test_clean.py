"""No false alarm: what the shipped hardware model itself says, told by articles in many ways, contradicts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from models.hardware.loader import load
from pipeline.reconcile import reconcile
from warehouse.definitions import create_definitions, create_tables
from warehouse.reference import sync_hardware

# Each figure of the model becomes the one claim of an article of its own; the tellings change how it is said.
TELL = """
INSERT INTO claims BY NAME
SELECT
  'claim-' || n AS claim_id, 'article-' || n AS article_id,
  CASE
    WHEN value IS NOT NULL AND unit NOT SIMILAR TO '[A-Z]{{3}}' THEN 'quantity'
    WHEN value IS NOT NULL THEN 'price'
    WHEN date_start IS NOT NULL THEN 'date'
    ELSE 'hardware'
  END AS kind,
  predicate, hardware_id AS hardware, true AS known, object, {value} AS value, {value_high} AS value_high, unit, per, aspect,
  {workload} AS workload, {condition} AS condition, timex, date_start, date_end, '{bound}' AS bound,
  'figure ' || n AS quote, 0 AS span_start, 10 AS span_end, 0 AS sentence_start, 20 AS sentence_end
FROM (SELECT row_number() OVER () AS n, * FROM hardware_specs WHERE NOT coalesce(planned, false))
"""
EXACT = {
    "value": "value",
    "value_high": "value_high",
    "workload": "workload",
    "condition": "condition",
    "bound": "exact",
}
ROUNDED = "round(CAST(value AS DOUBLE), CAST(1 - floor(log10(CAST(value AS DOUBLE))) AS INTEGER))"
TELLINGS = {
    "as it is": EXACT,
    "without its case": EXACT | {"workload": "NULL", "condition": "NULL"},
    "up to": EXACT | {"value": "coalesce(value_high, value)", "value_high": "NULL", "bound": "max"},
    "at least": EXACT | {"value_high": "NULL", "bound": "min"},
    "about, to two digits": EXACT | {"value": ROUNDED, "value_high": "NULL", "bound": "about"},
}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    file: Path = tmp_path_factory.mktemp("clean") / "clean.duckdb"
    with duckdb.connect(str(file)) as opened:
        create_tables(opened)
        create_definitions(opened)
        model = load()
        sync_hardware(opened, model.rows(), model.version)
        opened.execute("""
            INSERT INTO articles BY NAME
            SELECT 'article-' || n AS article_id, 'article-' || n AS document_key, DATE '2026-11-01' AS published, 'it' AS language,
              'figure ' || n AS text, 'test' AS extractor_version, 'hash' AS input_hash
            FROM (SELECT row_number() OVER () AS n FROM hardware_specs WHERE NOT coalesce(planned, false))
        """)
        yield opened


@pytest.mark.parametrize("telling", TELLINGS)
def test_the_models_own_figures_contradict_nothing(connection: duckdb.DuckDBPyConnection, telling: str) -> None:
    connection.execute("DELETE FROM claims")
    connection.execute(TELL.format(**TELLINGS[telling]))
    reports = reconcile(connection, run_id=telling)
    assert [report.error for report in reports if report.error] == []
    assert sum(report.comparisons for report in reports) > 1000
    conflicts = connection.execute("SELECT explanation_en FROM findings WHERE verdict = 'conflict'").fetchall()
    assert conflicts == []
