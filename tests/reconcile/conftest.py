"""A warehouse of one's own for a test or a module, with a small hardware model: a test plants the claims it is about."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.reconcile.planting import Warehouse, plant_template


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse's file that the others are copies of, since making one takes longer than a test."""
    file = tmp_path_factory.mktemp("template") / "template.duckdb"
    plant_template(file)
    return file


def opened(template: Path, folder: Path) -> Iterator[Warehouse]:
    file = folder / "planted.duckdb"
    shutil.copyfile(template, file)
    with duckdb.connect(str(file)) as connection:
        yield Warehouse(connection)


@pytest.fixture
def warehouse(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    yield from opened(template, tmp_path_factory.mktemp("warehouse"))


@pytest.fixture(scope="module")
def module_warehouse(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    yield from opened(template, tmp_path_factory.mktemp("warehouse"))
