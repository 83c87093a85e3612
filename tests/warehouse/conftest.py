from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from models.records import CLAIM, Article, Claim
from warehouse.bulk import insert_rows
from warehouse.definitions import create_definitions, create_tables
from warehouse.store import connect


@pytest.fixture(scope="session")
def macros() -> Iterator[duckdb.DuckDBPyConnection]:
    """All tables, macros and views in memory; tests that write use `warehouse`."""
    with duckdb.connect() as connection:
        create_tables(connection)
        create_definitions(connection)
        yield connection


@pytest.fixture
def evaluate(macros: duckdb.DuckDBPyConnection) -> Callable[[str], Any]:
    """The value of one SQL expression, or the tuple of several."""

    def value(expressions: str) -> Any:
        row = macros.execute(f"SELECT {expressions}").fetchone()
        assert row is not None
        return row[0] if len(row) == 1 else row

    return value


@pytest.fixture(scope="session")
def empty_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty warehouse to copy: creating one takes a second."""
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    connect(path).close()
    return path


@pytest.fixture
def warehouse_path(tmp_path: Path, empty_warehouse: Path) -> Path:
    """A new, empty warehouse."""
    return Path(shutil.copy(empty_warehouse, tmp_path / "news.duckdb"))


@pytest.fixture
def warehouse(warehouse_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(warehouse_path) as connection:
        yield connection


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    """A claim of `text` that quotes `quote` where it first stands."""

    def build(text: str, quote: str, **fields: Any) -> Claim:
        start = text.index(quote)
        return CLAIM.validate_python({"quote": quote, "start": start, "end": start + len(quote), **fields})

    return build


@pytest.fixture
def make_article() -> Callable[..., Article]:
    def build(text: str, **fields: Any) -> Article:
        return Article(**{"document_key": "news.txt", "text": text, "path": "/news/news.txt", **fields})

    return build


@pytest.fixture
def add_claim(warehouse: duckdb.DuckDBPyConnection) -> Callable[..., str]:
    """Inserts a claim row, on an article published on 20 December 2024 unless told otherwise; returns its id."""
    count = 0

    def add(*, published: date | None = date(2024, 12, 20), **fields: Any) -> str:
        nonlocal count
        count += 1
        article = {
            "article_id": f"a{count}",
            "document_key": f"{count}.txt",
            "text": "300.000 GPU",
            "extractor_version": "1",
        }
        insert_rows(warehouse, "articles", [{**article, "input_hash": "h", "published": published}])
        claim = {"claim_id": f"c{count}", "article_id": f"a{count}", "quote": "300.000", "span_start": 0, "span_end": 7}
        insert_rows(warehouse, "claims", [{**claim, **fields}])
        return f"c{count}"

    return add


@pytest.fixture
def add_finding(warehouse: duckdb.DuckDBPyConnection) -> Callable[..., str]:
    """Inserts a finding; returns its id."""

    def add(finding_id: str = "f" * 64, **fields: Any) -> str:
        row = {
            "finding_id": finding_id,
            "check_id": "specification",
            "family": "spec_conflict",
            "verdict": "conflict",
            "article_id": "a1",
            "weight": 0.5,
            "said_low": Decimal(900),
            "explanation_en": "en",
            "explanation_it": "it",
            "explanation_zh_hans": "zh",
            "explanation_zh_hant": "zh",
            "evidence_hash": "e1",
        }
        insert_rows(warehouse, "findings", [{**row, **fields}])
        return finding_id

    return add
