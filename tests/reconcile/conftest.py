"""A warehouse in memory and a small hardware model, so that a test plants the claims it is about and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.reconcile.planting import Warehouse

SCHEMA = Path(__file__).parents[2] / "warehouse" / "schema"


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    connection = duckdb.connect()
    for name in ("tables", "intervals", "rendering", "views"):
        connection.execute((SCHEMA / f"{name}.sql").read_text(encoding="utf-8"))
    planted = Warehouse(connection)
    planted.plant_model(Path(__file__).with_name("model.toml"))
    yield planted
    connection.close()
