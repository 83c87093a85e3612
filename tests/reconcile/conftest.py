"""A warehouse in memory and a small hardware model, so that a test plants the claims it is about and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.reconcile.planting import Warehouse, planted_warehouse


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    planted = planted_warehouse()
    yield planted
    planted.connection.close()
