"""The whole path: what a load leaves in the warehouse, and what later loads may change."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from models.errors import UsageError
from pipeline import queries
from pipeline.run import Summary, check, dry_run, load

TABLES = (
    "articles", "article_blocks", "claims", "findings", "finding_claims", "finding_inputs", "reviews", "rejects",
    "hardware_specs", "fx_rates", "runs", "run_checks",
)  # fmt: skip


def contents(warehouse: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(warehouse, read_only=True) as connection:
        return {table: sorted(connection.execute(f"FROM {table}").fetchall(), key=repr) for table in TABLES}


def ids(warehouse: Path, table: str, column: str) -> set[str]:
    with duckdb.connect(warehouse, read_only=True) as connection:
        return {row[0] for row in connection.execute(f"SELECT {column} FROM {table}").fetchall()}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


@pytest.fixture
def loaded(folder: Path, place: Path) -> Summary:
    return load(folder, place)


def test_load_counts_what_it_read_and_names_what_it_set_aside(loaded: Summary) -> None:
    assert (loaded.files, loaded.read, loaded.result.added) == (3, 2, 2)
    assert [(Path(r.path).name, r.reason_code) for r in loaded.rejected] == [("rotto.json", "bad_json")]
    assert loaded.articles == {"it": 1, "zh-Hans": 1}


def test_load_finds_the_planted_contradictions(loaded: Summary, place: Path) -> None:
    found = queries.findings(place)
    assert {f["family"] for f in found} >= {"exchange_rate", "power_budget", "spec_conflict"}
    power = next(f for f in found if f["family"] == "power_budget")
    assert power["verdict"] == "conflict"
    assert power["quotes"] == ["100.000 H100", "1 gigawatt"]
    assert [source.partition(":")[0] for source in power["sources"]] == ["NVIDIA", "Epoch AI"]


def test_load_twice_changes_no_row(loaded: Summary, folder: Path, place: Path) -> None:
    before = contents(place)
    again = load(folder, place)
    assert (again.result.unchanged, again.read) == (2, 2)
    assert contents(place) == before


def stop(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_load_stopped_before_its_findings_is_made_good_by_the_next(
    loaded: Summary, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "tre.txt").write_text("Un cluster di 200.000 H100 consuma 2 gigawatt.", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("pipeline.run.reconcile", stop)
        with pytest.raises(KeyboardInterrupt):
            load(folder, place)
    assert load(folder, place).checks
    assert [f["family"] for f in queries.findings(place) if f["document_key"] == "tre.txt"] == ["power_budget"]
    assert load(folder, place).checks == ()


def test_load_stopped_while_reading_goes_on_from_there(folder: Path, place: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        load(folder, place, progress=stop)
    again = load(folder, place)
    assert (again.result.unchanged, again.result.added, again.articles) == (2, 0, {"it": 1, "zh-Hans": 1})
    assert {f["family"] for f in queries.findings(place)} >= {"exchange_rate", "power_budget", "spec_conflict"}


def test_file_edited_after_a_stopped_load_is_one_article(folder: Path, place: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        load(folder, place, progress=stop)
    (folder / "uno.txt").write_text("Microsoft ha ordinato 200.000 GPU B200.", encoding="utf-8")
    assert load(folder, place).articles == {"it": 1, "zh-Hans": 1}


def test_edit_changes_only_the_edited_articles_rows(loaded: Summary, folder: Path, place: Path) -> None:
    before = contents(place)
    file = folder / "uno.txt"
    file.write_text(file.read_text("utf-8").replace("300.000 GPU", "200.000 GPU"), encoding="utf-8")
    assert load(folder, place).result.replaced == 1
    after = contents(place)
    kept = {row[0] for row in before["articles"]} & {row[0] for row in after["articles"]}
    assert len(kept) == 1
    for table in ("articles", "claims"):
        position = 0 if table == "articles" else 1
        assert [r for r in after[table] if r[position] in kept] == [r for r in before[table] if r[position] in kept]


def test_move_changes_the_path_and_nothing_else(loaded: Summary, folder: Path, place: Path) -> None:
    claims, findings = ids(place, "claims", "claim_id"), ids(place, "findings", "finding_id")
    (folder / "archivio").mkdir()
    (folder / "uno.txt").rename(folder / "archivio" / "uno.txt")
    assert load(folder, place).result.moved == 1
    assert ids(place, "claims", "claim_id") == claims
    assert ids(place, "findings", "finding_id") == findings
    assert any(path.endswith("archivio/uno.txt") for path in ids(place, "articles", "path"))


def test_new_warehouse_gives_the_same_ids(loaded: Summary, folder: Path, place: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.duckdb"
    load(folder, other)
    for table, column in (("articles", "article_id"), ("claims", "claim_id"), ("findings", "finding_id")):
        assert ids(other, table, column) == ids(place, table, column)


def test_decision_survives_edits_moves_and_checks(loaded: Summary, folder: Path, place: Path) -> None:
    finding = next(f for f in queries.findings(place) if f["family"] == "power_budget")["finding_id"]
    queries.decide(place, finding[:10], "confirm", note="ha ragione", reviewer="anna")
    file = folder / "uno.txt"
    file.write_text(file.read_text("utf-8") + "\nUn paragrafo in più, senza cifre.\n", encoding="utf-8")
    load(folder, place)
    file.rename(folder / "spostato.txt")
    (folder / "spostato.txt").rename(file)
    check(place)
    decided = next(f for f in queries.findings(place) if f["finding_id"] == finding)
    assert (decided["decision"], decided["reviewer"], decided["evidence_changed"]) == ("confirm", "anna", False)


def test_quotes_are_the_articles_own_characters(loaded: Summary, place: Path) -> None:
    assert queries.query(place, "FROM broken_quotes").rows == []


def test_workers_leave_what_one_process_leaves(folder: Path, place: Path, tmp_path: Path) -> None:
    for number in range(70):
        (folder / f"{number:03}.txt").write_text(f"La RTX 5090 costa {2000 + number} euro in Italia.", encoding="utf-8")
    load(folder, place, workers=2)
    other = tmp_path / "one.duckdb"
    load(folder, other)
    assert ids(place, "claims", "claim_id") == ids(other, "claims", "claim_id")
    assert ids(place, "rejects", "path") == ids(other, "rejects", "path")


def test_check_uses_the_files_of_the_load(folder: Path, place: Path, tmp_path: Path) -> None:
    rates = tmp_path / "rates.csv"
    rates.write_text("currency,day,per_usd\nTWD,2024-12-18,32.5\n", encoding="utf-8")
    load(folder, place, fx=rates)
    check(place)
    options = [json.loads(row["options"]) for row in queries.query(place, "SELECT options FROM runs").rows]
    assert {o["fx"] for o in options} == {str(rates.resolve())}


def test_dry_run_lists_and_loads_nothing(folder: Path, place: Path) -> None:
    rows = dry_run([folder])
    assert {(Path(r["path"]).name, r["language"], r["encoding"]) for r in rows} == {
        ("uno.txt", "it", "utf-8"),
        ("due.txt", "zh", "gb18030"),
        ("rotto.json", None, None),
    }
    assert not place.exists()


@pytest.mark.parametrize(("path", "published"), [("nowhere", None), (".", "19.12.2024")])
def test_wrong_calls_are_told(place: Path, path: str, published: str | None) -> None:
    with pytest.raises(UsageError):
        load(path, place, published=published)


def test_other_languages_are_set_aside_with_their_name(tmp_path: Path, place: Path) -> None:
    english = tmp_path / "en" / "story.txt"
    english.parent.mkdir()
    english.write_text(
        "The company said on Tuesday that it would buy three hundred thousand graphics chips by next summer, and that the "
        "new data center would draw one gigawatt of power once it is finished.",
        encoding="utf-8",
    )
    summary = load(english.parent, place)
    assert [r.reason_code for r in summary.rejected] == ["other_language"]
    assert "English" in summary.rejected[0].reason
