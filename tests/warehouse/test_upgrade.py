"""Files of an older version are brought to the present one, after a copy, and keep what people wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from models.errors import WarehouseError
from warehouse.reviews import decide
from warehouse.store import connect
from warehouse.upgrade import FIRST_VERSION, Migration, current_version, shipped_migrations

NEWER = [
    Migration(
        FIRST_VERSION + 1,
        "ALTER TABLE articles ADD COLUMN section VARCHAR; COMMENT ON COLUMN articles.section IS 'Of the paper.'",
    ),
    Migration(FIRST_VERSION + 2, "UPDATE articles SET section = 'tech'"),
]


@pytest.fixture
def older_file(
    warehouse: duckdb.DuckDBPyConnection,
    warehouse_path: Path,
    add_claim: Callable[..., str],
    add_finding: Callable[..., str],
) -> Path:
    """A file of the first version with an article, a finding and a decision on it."""
    add_claim(kind="quantity", predicate="unit_count", value=300000)
    decide(warehouse, add_finding(), "confirm", note="checked", reviewer="Ada")
    warehouse.execute("UPDATE warehouse_state SET value = ? WHERE name = 'schema_version'", [str(FIRST_VERSION)])
    warehouse.close()
    return warehouse_path


@pytest.mark.parametrize("read_only", [True, False])
def test_an_older_file_is_migrated_and_keeps_its_reviews(older_file: Path, read_only: bool) -> None:
    with connect(older_file, read_only=read_only, migrations=NEWER) as connection:
        assert connection.execute("SELECT section FROM articles").fetchall() == [("tech",)]
        assert connection.execute("SELECT decision, note, reviewer FROM reviews").fetchall() == [
            ("confirm", "checked", "Ada")
        ]
        assert connection.execute("SELECT decision FROM review_queue").fetchall() == [("confirm",)]
        assert connection.execute("SELECT value FROM warehouse_state WHERE name = 'schema_version'").fetchone() == (
            str(FIRST_VERSION + 2),
        )


def test_a_copy_of_the_older_file_stays(older_file: Path) -> None:
    connect(older_file, migrations=NEWER).close()
    with duckdb.connect(str(older_file.with_name("news.v1.duckdb")), read_only=True) as copy:
        assert copy.execute("SELECT count(*) FROM reviews").fetchone() == (1,)
        assert copy.execute("SELECT value FROM warehouse_state WHERE name = 'schema_version'").fetchone() == (
            str(FIRST_VERSION),
        )


def test_migrating_twice_does_it_once(older_file: Path) -> None:
    connect(older_file, migrations=NEWER).close()
    with connect(older_file, migrations=NEWER) as connection:
        connection.execute("UPDATE articles SET section = 'economy'")
    with connect(older_file, migrations=NEWER) as connection:
        assert connection.execute("SELECT section FROM articles").fetchall() == [("economy",)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(older_file: Path) -> None:
    broken = [NEWER[0], Migration(FIRST_VERSION + 2, "UPDATE articles SET nonsense = 1")]
    with pytest.raises(WarehouseError, match="the file is as it was"):
        connect(older_file, migrations=broken)
    with duckdb.connect(str(older_file), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM duckdb_columns() WHERE column_name = 'section'").fetchone() == (
            0,
        )
        assert connection.execute("SELECT count(*) FROM reviews").fetchone() == (1,)


def test_a_file_of_a_newer_release_is_refused(older_file: Path) -> None:
    connect(older_file, migrations=NEWER).close()
    with pytest.raises(WarehouseError, match="update newsclaims"):
        connect(older_file, migrations=[], read_only=True)


def test_shipped_migrations_are_numbered_without_gaps() -> None:
    versions = [migration.version for migration in shipped_migrations()]
    assert versions == list(range(FIRST_VERSION + 1, FIRST_VERSION + 1 + len(versions)))
    assert current_version(shipped_migrations()) == FIRST_VERSION + len(versions)
