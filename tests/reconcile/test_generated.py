"""The benchmark's articles: the same for one seed, every quote in its place, and every check finds something to compare."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from models.hardware import load
from pipeline.copies import link_copies
from pipeline.reconcile import reconcile
from tests.benchmarks.generated import Generator
from warehouse.bulk import insert_rows
from warehouse.definitions import create_definitions, create_tables
from warehouse.rates import sync_rates
from warehouse.reference import sync_hardware


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    model = load()
    with duckdb.connect() as opened:
        create_tables(opened)
        create_definitions(opened)
        sync_hardware(opened, model.rows(), model.version)
        sync_rates(opened, None)
        written = list(Generator(model).articles(400))
        insert_rows(opened, "articles", (article for article, _ in written))
        insert_rows(opened, "claims", (claim for _, claims in written for claim in claims))
        yield opened


def test_one_seed_gives_one_set_of_articles() -> None:
    model = load()
    assert list(Generator(model, 7).articles(20)) == list(Generator(model, 7).articles(20))
    assert list(Generator(model, 7).articles(20)) != list(Generator(model, 8).articles(20))


def test_every_quote_stands_in_its_place(connection: duckdb.DuckDBPyConnection) -> None:
    assert connection.execute("SELECT count(*) FROM claims").fetchone() == (4000,)
    assert connection.execute("SELECT count(*) FROM broken_quotes").fetchone() == (0,)


def test_every_check_runs_over_them(connection: duckdb.DuckDBPyConnection) -> None:
    assert 20 <= link_copies(connection, run_id="run-1") <= 60
    reports = reconcile(connection, run_id="run-1")
    assert [report.error for report in reports if report.error] == []
    compared = {report.check_id for report in reports if report.comparisons}
    assert compared >= {
        "specification",
        "cross_article",
        "copy_change",
        "exchange_rate",
        "order_arithmetic",
        "timeline",
    }
