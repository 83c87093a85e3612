"""Where the warehouse is, how it opens, what it says of itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

import duckdb
import pytest

from models import records, values
from models.errors import WarehouseError, WarehouseLocked
from warehouse.definitions import create_definitions
from warehouse.dictionary import data_dictionary
from warehouse.locking import Patience
from warehouse.store import connect, default_path
from warehouse.upgrade import write_state

HOLDER = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
PUBLIC_NAMES = {
    "articles", "claims", "findings", "finding_claims", "reviews", "rejects", "article_copies", "hardware", "hardware_aliases",
    "hardware_specs", "hardware_components", "organisations", "organisation_aliases", "fx_rates", "runs",
    "hardware_claims", "quantity_claims", "price_claims", "date_claims", "claim_sentences", "review_queue", "broken_quotes",
}  # fmt: skip


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


@contextmanager
def held_by_another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.stdin.close()


def test_public_names_are_there(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert {entry.owner for entry in data_dictionary(warehouse)} >= PUBLIC_NAMES


def test_everything_has_a_comment(warehouse: duckdb.DuckDBPyConnection) -> None:
    bare = [(entry.owner, entry.column) for entry in data_dictionary(warehouse) if not entry.comment]
    assert bare == []


def test_the_dictionary_lists_columns_in_order_after_their_table(warehouse: duckdb.DuckDBPyConnection) -> None:
    entries = [entry for entry in data_dictionary(warehouse) if entry.owner == "fx_rates"]
    assert [entry.column for entry in entries] == [None, "currency", "day", "per_eur", "source"]
    assert entries[0].kind == "table"
    assert entries[3].type == "DECIMAL(38,12)"


def test_view_columns_inherit_the_comments_of_the_tables_they_show(warehouse: duckdb.DuckDBPyConnection) -> None:
    comments = {(entry.owner, entry.column): entry.comment for entry in data_dictionary(warehouse)}
    assert comments["quantity_claims", "holder"] == comments["claims", "holder"]
    assert comments["review_queue", "unit"] == comments["findings", "unit"]
    assert comments["review_queue", "title"] == comments["articles", "title"]


def test_claims_has_the_fields_of_the_contract(warehouse: duckdb.DuckDBPyConnection) -> None:
    renamed = {"start": "span_start", "end": "span_end"}
    columns = {entry.column for entry in data_dictionary(warehouse) if entry.owner == "claims"}
    assert {renamed.get(field, field) for field in records.CLAIM_FIELDS} <= columns


@pytest.mark.parametrize(
    ("column", "literal"),
    [
        ("bound", values.Bound), ("mod", values.Mod), ("per", values.Per), ("modality", records.Modality), ("polarity", records.Polarity),
        ("zone", records.Zone), ("event", records.Event), ("stage", records.Stage), ("basis", records.Basis),
    ],
)  # fmt: skip
def test_the_tables_allow_what_the_records_allow(
    warehouse: duckdb.DuckDBPyConnection, column: str, literal: object
) -> None:
    constraints = warehouse.execute(
        "SELECT expression FROM duckdb_constraints() WHERE table_name = 'claims' AND constraint_type = 'CHECK'"
    ).fetchall()
    checks = [text for (text,) in constraints if f"({column} IN (" in text.replace('"', "")]
    assert len(checks) == 1
    assert set(checks[0].split("'")[1::2]) == set(get_args(literal))


@pytest.mark.parametrize(
    "change", [{"bound": "roughly"}, {"span_end": 0}, {"confidence": 1.5}, {"quote": ""}, {"value": 2, "value_high": 1}]
)
def test_a_claim_that_breaks_the_contract_is_refused(add_claim, change: dict[str, object]) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(duckdb.ConstraintException):
        add_claim(kind="quantity", predicate="power", **change)


def test_the_default_place_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEWSCLAIMS_WAREHOUSE", str(tmp_path / "mine.duckdb"))
    assert default_path() == tmp_path / "mine.duckdb"


def test_the_default_place_in_a_checkout_and_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NEWSCLAIMS_WAREHOUSE", raising=False)
    (tmp_path / "warehouse" / "schema").mkdir(parents=True)
    (tmp_path / "warehouse" / "schema" / "tables.sql").touch()
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path / "corpus")
    assert default_path() == Path("newsclaims.duckdb")
    (tmp_path / "newsclaims.py").touch()
    assert default_path() == tmp_path / "warehouse" / "newsclaims.duckdb"


def test_reading_what_is_not_there_tells_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="newsclaims load FOLDER"):
        connect(tmp_path / "none.duckdb", read_only=True)
    assert not (tmp_path / "none.duckdb").exists()


def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.duckdb"
    text.write_text("no database", encoding="utf-8")
    with pytest.raises(WarehouseError, match="cannot be opened as a DuckDB file"):
        connect(text)
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as connection:
        connection.execute("CREATE TABLE recipes (name VARCHAR)")
    with pytest.raises(WarehouseError, match="no newsclaims warehouse: it holds recipes"):
        connect(other)


def test_nothing_is_fetched(warehouse: duckdb.DuckDBPyConnection) -> None:
    settings = dict(
        warehouse.execute(
            "SELECT name, value FROM duckdb_settings() WHERE name IN ('autoinstall_known_extensions', 'autoload_known_extensions')"
        ).fetchall()
    )
    assert settings == {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def test_the_file_is_of_a_format_that_duckdb_1_5_reads(warehouse: duckdb.DuckDBPyConnection) -> None:
    row = warehouse.execute("SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal").fetchone()
    assert row is not None
    assert row[0].startswith("v1.5.0")


def test_a_locked_file_is_waited_for_and_then_its_holder_is_named(warehouse_path: Path) -> None:
    clock = Clock()
    with held_by_another_process(warehouse_path) as process, pytest.raises(WarehouseLocked) as error:
        connect(warehouse_path, patience=Patience(seconds=3, clock=clock, sleep=clock.sleep))
    assert f"process {process.pid} " in str(error.value)
    assert "waited 3 s" in str(error.value)
    assert clock.pauses == pytest.approx([0.05, 0.1, 0.2, 0.4, 0.8, 1.0, 0.45])


def test_a_lock_that_ends_in_time_costs_nothing_but_the_wait(warehouse_path: Path) -> None:
    with held_by_another_process(warehouse_path) as process:

        def release(_: float) -> None:
            assert process.stdin is not None
            process.stdin.close()
            process.wait()

        with connect(warehouse_path, patience=Patience(sleep=release)) as connection:
            assert connection.execute("SELECT count(*) FROM articles").fetchone() == (0,)


def test_views_of_an_older_release_are_replaced_on_opening(warehouse_path: Path) -> None:
    with connect(warehouse_path) as connection:
        connection.execute("CREATE OR REPLACE VIEW review_queue AS SELECT 1 AS old")
        write_state(connection, "definitions", "of another release")
    with connect(warehouse_path, read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM review_queue").fetchone() == (0,)


def test_views_of_an_older_release_serve_while_somebody_else_reads(warehouse_path: Path) -> None:
    with connect(warehouse_path) as connection:
        write_state(connection, "definitions", "of another release")
    reader = HOLDER.replace("sys.argv[1]", "sys.argv[1], read_only=True")
    with subprocess.Popen(
        [sys.executable, "-c", reader, str(warehouse_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with connect(warehouse_path, read_only=True) as connection:
            assert connection.execute("SELECT count(*) FROM review_queue").fetchone() == (0,)
        process.stdin.close()


def test_definitions_can_be_created_again(warehouse: duckdb.DuckDBPyConnection) -> None:
    create_definitions(warehouse)
    assert warehouse.execute("SELECT number_it(1080000000)").fetchone() == ("1,08 miliardi",)
