"""What loading does to articles and claims: again, edited, moved, renamed, gone, rebuilt."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import duckdb
import pytest

from models.records import Article, Block, Claim, Reject
from warehouse.commit import CommitResult, commit, known_articles
from warehouse.identity import article_id
from warehouse.parts import Extracted, parts_folder, pending_parts, write_part
from warehouse.reviews import decide
from warehouse.store import connect

MakeClaim = Callable[..., Claim]
TABLES = ("articles", "article_blocks", "claims", "rejects", "findings", "reviews")


def snapshot(connection: duckdb.DuckDBPyConnection, *, without: str = "") -> dict[str, list[Any]]:
    """All rows of all tables that a load writes, in a fixed order."""
    kept: dict[str, list[Any]] = {}
    for table in TABLES:
        columns = f"* EXCLUDE ({without})" if without and table == "articles" else "*"
        kept[table] = connection.execute(f"SELECT {columns} FROM {table} ORDER BY ALL").fetchall()
    return kept


@pytest.fixture
def load(warehouse_path: Path, make_claim: MakeClaim) -> Callable[..., CommitResult]:
    """Loads a folder of text files: every "N GPU" in them is a claim of a count. As `newsclaims load`, in small."""

    def extract(file: Path, version: str, published: date | None) -> Extracted:
        text = file.read_text(encoding="utf-8")
        identity = re.search(r"^id: (\w+)$", text, re.MULTILINE)
        source_id = identity[1] if identity else None
        article = Article(
            document_key=source_id or file.name,
            source_id=source_id,
            text=text,
            path=str(file),
            published=published,
            blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        )
        claims = [
            make_claim(text, found[0], kind="quantity", predicate="unit_count", unit="1", value=Decimal(found[1]))
            for found in re.finditer(r"(\d+) GPU", text)
        ]
        return Extracted(article, claims, version, [(0, len(text))] * len(claims))

    runs = count(1)

    def run(
        *folders: Path,
        version: str = "1",
        published: date | None = None,
        warehouse: Path = warehouse_path,
        run_id: str | None = None,
    ) -> CommitResult:
        extracted = [extract(file, version, published) for folder in folders for file in sorted(folder.rglob("*.txt"))]
        contents = {
            str(item.article.path): [article_id(item.article.document_key, item.article.text)] for item in extracted
        }
        write_part(parts_folder(warehouse), extracted, contents=contents, run_id=run_id or f"run {next(runs)}")
        with connect(warehouse) as connection:
            return commit(connection, pending_parts(parts_folder(warehouse)))

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "press"
    (place / "a").mkdir(parents=True)
    (place / "b").mkdir()
    (place / "a" / "one.txt").write_text("xAI ordina 300 GPU e poi 200 GPU.", encoding="utf-8")
    (place / "a" / "two.txt").write_text("Meta compra 500 GPU 🚀 e 70 GPU.", encoding="utf-8")
    (place / "b" / "one.txt").write_text("Altri 900 GPU.", encoding="utf-8")
    return place


@pytest.fixture
def read(warehouse_path: Path) -> Callable[[str], list[Any]]:
    def rows(query: str) -> list[Any]:
        with connect(warehouse_path, read_only=True) as connection:
            return connection.execute(query).fetchall()

    return rows


Load = Callable[..., CommitResult]
Read = Callable[[str], list[Any]]


def everything(path: Path, *, without: str = "") -> dict[str, list[Any]]:
    with connect(path, read_only=True) as connection:
        return snapshot(connection, without=without)


def test_a_first_load_writes_articles_blocks_and_claims(load: Load, folder: Path, read: Read) -> None:
    assert load(folder) == CommitResult(added=3, claims=5)
    assert read(
        "SELECT document_key, count(*) FROM articles JOIN claims USING (article_id) GROUP BY article_id, document_key ORDER BY 1, 2"
    ) == [
        ("one.txt", 1),
        ("one.txt", 2),
        ("two.txt", 2),
    ]
    assert read("SELECT count(*) FROM article_blocks") == [(3,)]
    assert read("FROM broken_quotes") == []
    assert read("SELECT DISTINCT typeof(value), sentence_start FROM claims") == [("DECIMAL(38,12)", 0)]


def test_loading_again_changes_no_row(load: Load, folder: Path, warehouse_path: Path) -> None:
    load(folder, run_id="first")
    before = everything(warehouse_path)
    assert load(folder, run_id="second") == CommitResult(unchanged=3)
    assert everything(warehouse_path) == before


def test_an_edited_file_replaces_its_article_and_no_other_row(
    load: Load, folder: Path, warehouse_path: Path, read: Read
) -> None:
    load(folder)
    before = everything(warehouse_path)
    (folder / "a" / "one.txt").write_text("xAI ordina 301 GPU.", encoding="utf-8")
    assert load(folder) == CommitResult(replaced=1, unchanged=2, claims=1)
    assert read("SELECT value FROM claims ORDER BY value") == [(70,), (301,), (500,), (900,)]
    after = everything(warehouse_path)
    assert len(after["articles"]) == 3
    edited = {row[0] for row in before["articles"]} - {row[0] for row in after["articles"]}
    assert len(edited) == 1
    kept = [row for row in before["claims"] if row[1] not in edited]
    assert [row for row in after["claims"] if row in before["claims"]] == kept


def test_a_moved_file_changes_its_path_only(load: Load, folder: Path, warehouse_path: Path, read: Read) -> None:
    load(folder)
    before = everything(warehouse_path, without="path")
    folder.rename(folder.with_name("archive"))
    assert load(folder.with_name("archive")) == CommitResult(moved=3)
    assert everything(warehouse_path, without="path") == before
    assert {"/archive/" in path for (path,) in read("SELECT path FROM articles")} == {True}


def test_a_copy_elsewhere_of_the_same_name_is_the_same_article(load: Load, folder: Path, warehouse_path: Path) -> None:
    load(folder)
    before = everything(warehouse_path)
    (folder / "c").mkdir()
    (folder / "c" / "two.txt").write_bytes((folder / "a" / "two.txt").read_bytes())
    assert load(folder) == CommitResult(unchanged=3)
    assert everything(warehouse_path) == before


def test_the_same_name_with_another_text_in_another_folder_is_another_article(
    load: Load, folder: Path, read: Read
) -> None:
    load(folder / "a")
    assert load(folder / "b") == CommitResult(added=1, claims=1)
    assert read("SELECT count(*) FROM articles WHERE document_key = 'one.txt'") == [(2,)]


def test_a_file_moved_and_edited_replaces_the_one_that_is_gone(load: Load, folder: Path, read: Read) -> None:
    load(folder / "a")
    (folder / "a" / "two.txt").unlink()
    (folder / "b" / "two.txt").write_text("Meta compra 501 GPU.", encoding="utf-8")
    assert load(folder / "b") == CommitResult(added=1, replaced=1, claims=2)
    assert read("SELECT quote FROM claims JOIN articles USING (article_id) WHERE document_key = 'two.txt'") == [
        ("501 GPU",)
    ]


def test_a_deleted_file_is_no_retraction(load: Load, folder: Path, read: Read) -> None:
    load(folder)
    (folder / "a" / "two.txt").unlink()
    assert load(folder) == CommitResult(unchanged=2)
    assert read("SELECT count(*) FROM articles") == [(3,)]


def test_an_article_with_an_id_is_replaced_wherever_its_new_text_comes_from(
    load: Load, folder: Path, read: Read
) -> None:
    (folder / "a" / "one.txt").write_text("id: A7\nxAI ordina 300 GPU.", encoding="utf-8")
    load(folder, run_id="first")
    (folder / "b" / "later.txt").write_text("id: A7\nxAI ordina 400 GPU.", encoding="utf-8")
    (folder / "a" / "one.txt").unlink()
    assert load(folder, run_id="second").replaced == 1
    assert read("SELECT quote FROM claims JOIN articles USING (article_id) WHERE document_key = 'A7'") == [("400 GPU",)]


def test_two_versions_under_one_id_in_one_load_both_stay(load: Load, folder: Path, warehouse_path: Path) -> None:
    for number in (300, 400):
        (folder / "a" / f"{number}.txt").write_text(f"id: A7\nxAI ordina {number} GPU.", encoding="utf-8")
    load(folder)
    before = everything(warehouse_path)
    assert load(folder) == CommitResult(unchanged=5)
    assert everything(warehouse_path) == before


def test_a_new_warehouse_gives_the_same_ids(load: Load, folder: Path, warehouse_path: Path) -> None:
    load(folder, run_id="first")
    before = everything(warehouse_path)
    warehouse_path.unlink()
    load(folder, run_id="first")
    assert everything(warehouse_path) == before


def test_a_better_extractor_writes_the_claims_again_under_the_same_ids(
    load: Load, folder: Path, warehouse_path: Path, read: Read
) -> None:
    load(folder)
    before = everything(warehouse_path)
    assert load(folder, version="2") == CommitResult(replaced=3, claims=5)
    assert everything(warehouse_path)["claims"] == before["claims"]
    assert read("SELECT DISTINCT extractor_version FROM articles") == [("2",)]


def test_another_publication_day_is_another_reading(load: Load, folder: Path, read: Read) -> None:
    load(folder)
    assert load(folder, published=date(2024, 6, 4)).replaced == 3
    assert read("SELECT DISTINCT published FROM articles") == [(date(2024, 6, 4),)]


def test_a_decision_survives_everything(
    load: Load,
    folder: Path,
    warehouse_path: Path,
    add_finding: Callable[..., str],
    warehouse: duckdb.DuckDBPyConnection,
    read: Read,
) -> None:
    decide(
        warehouse,
        add_finding(),
        "dismiss",
        note="site total",
        reviewer="Ada",
        decided_at=datetime(2025, 1, 2, 3, 4, tzinfo=UTC),
    )
    warehouse.close()
    load(folder)
    load(folder)
    (folder / "a" / "one.txt").write_text("xAI ordina 301 GPU.", encoding="utf-8")
    load(folder, version="2")
    folder.rename(folder.with_name("archive"))
    load(folder.with_name("archive"))
    assert read("SELECT decision, note, reviewer, decided_at FROM reviews") == [
        ("dismiss", "site total", "Ada", datetime(2025, 1, 2, 3, 4))
    ]
    assert read("SELECT decision, evidence_changed FROM review_queue") == [("dismiss", False)]


def test_known_articles_tell_what_need_not_be_extracted(load: Load, folder: Path, warehouse_path: Path) -> None:
    load(folder, version="7")
    with connect(warehouse_path, read_only=True) as connection:
        known = known_articles(connection)
    identity = article_id("two.txt", (folder / "a" / "two.txt").read_text(encoding="utf-8"))
    assert known[identity].extractor_version == "7"
    assert len(known) == 3


class TestFilesOfManyArticles:
    """A JSON Lines file holds many articles; `contents` says which ones now."""

    @pytest.fixture
    def commit_records(self, warehouse_path: Path) -> Callable[..., CommitResult]:
        def run(texts: Collection[str], *, extracted: Collection[str] | None = None) -> CommitResult:
            ids = {text: article_id(f"dump.jsonl#{text[0]}", text) for text in texts}
            items = [
                Extracted(Article(document_key=f"dump.jsonl#{text[0]}", text=text, path="/dump.jsonl"), [], "1")
                for text in (texts if extracted is None else extracted)
            ]
            part = write_part(parts_folder(warehouse_path), items, contents={"/dump.jsonl": list(ids.values())})
            with connect(warehouse_path) as connection:
                return commit(connection, [part])

        return run

    def test_unchanged_records_need_not_be_in_the_part(
        self, commit_records: Callable[..., CommitResult], read: Read
    ) -> None:
        commit_records(["1 uno", "2 due", "3 tre"])
        assert commit_records(["1 uno", "2 due!", "3 tre"], extracted=["2 due!"]) == CommitResult(
            replaced=1, unchanged=2
        )
        assert read("SELECT text FROM articles ORDER BY text") == [("1 uno",), ("2 due!",), ("3 tre",)]

    def test_a_record_that_left_the_file_leaves_the_warehouse(
        self, commit_records: Callable[..., CommitResult], read: Read
    ) -> None:
        commit_records(["1 uno", "2 due"])
        assert commit_records(["1 uno"], extracted=[]) == CommitResult(removed=1, unchanged=1)
        assert read("SELECT text FROM articles") == [("1 uno",)]


class TestRejects:
    def commit_rejects(self, path: Path, rejects: Collection[Reject], run_id: str) -> CommitResult:
        part = write_part(parts_folder(path), [], rejects=list(rejects), contents={"/dump.jsonl": []}, run_id=run_id)
        with connect(path) as connection:
            return commit(connection, [part])

    def test_rejects_of_a_file_are_those_of_its_last_reading(self, warehouse_path: Path, read: Read) -> None:
        first = Reject(path="/dump.jsonl", record=3, reason_code="empty", reason="no text")
        second = Reject(path="/dump.jsonl", record=5, reason_code="empty", reason="no text")
        other = Reject(path="/scan.txt", reason_code="unreadable", reason="no text encoding fits")
        assert self.commit_rejects(warehouse_path, [first, second, other], "r1").rejected == 3
        self.commit_rejects(warehouse_path, [second], "r2")
        assert read("SELECT path, record, run_id FROM rejects ORDER BY path") == [
            ("/dump.jsonl", 5, "r1"),
            ("/scan.txt", None, "r1"),
        ]


def test_a_number_too_large_for_the_tables_is_told_among_the_rejects(
    warehouse_path: Path, make_article: Callable[..., Article], make_claim: MakeClaim, read: Read
) -> None:
    article = make_article("un googol di GPU e 300 GPU")
    claims = [
        make_claim(article.text, "un googol di GPU", kind="quantity", predicate="unit_count", value=Decimal(10) ** 100),
        make_claim(article.text, "300 GPU", kind="quantity", predicate="unit_count", value=Decimal(300)),
    ]
    part = write_part(parts_folder(warehouse_path), [Extracted(article, claims, "1")], contents={})
    with connect(warehouse_path) as connection:
        assert commit(connection, [part]) == CommitResult(added=1, claims=1, rejected=1)
    assert read("SELECT quote FROM claims") == [("300 GPU",)]
    assert read("SELECT path, reason_code FROM rejects") == [("/news/news.txt", "number_too_large")]


def test_values_reach_the_tables_exactly(
    warehouse_path: Path, make_article: Callable[..., Article], make_claim: MakeClaim, read: Read
) -> None:
    article = make_article("a\u0000b 👩‍👩‍👧 4 nm «ecc.»")
    claim = make_claim(
        article.text, "4 nm", kind="hardware", predicate="process_node", object="4 nm", value=Decimal("0.000000004")
    )
    part = write_part(parts_folder(warehouse_path), [Extracted(article, [claim, claim], "1")], contents={})
    with connect(warehouse_path) as connection:
        commit(connection, [part])
    assert read("SELECT value, text FROM claims JOIN articles USING (article_id)") == [
        (Decimal("0.000000004"), article.text)
    ]
    assert read("FROM broken_quotes") == []


def test_a_planted_broken_quote_is_found(warehouse: duckdb.DuckDBPyConnection, add_claim: Callable[..., str]) -> None:
    add_claim(kind="quantity", predicate="unit_count")
    broken = add_claim(kind="quantity", predicate="unit_count", quote="300.001")
    assert warehouse.execute("SELECT claim_id, quote, found FROM broken_quotes").fetchall() == [
        (broken, "300.001", "300.000")
    ]


def test_a_failing_commit_changes_nothing_and_keeps_its_part(load: Load, folder: Path, warehouse_path: Path) -> None:
    load(folder)
    before = everything(warehouse_path)
    part = write_part(
        parts_folder(warehouse_path), [], rejects=[Reject(path="/x", reason_code="c", reason="r")], contents={}
    )
    (part / "claims.parquet").write_text("damaged", encoding="utf-8")
    with connect(warehouse_path) as connection, pytest.raises(duckdb.Error):
        commit(connection, [part])
    assert everything(warehouse_path) == before
    assert pending_parts(parts_folder(warehouse_path)) == [part]


def test_parts_left_behind_are_committed_by_the_next_load(
    load: Load, folder: Path, warehouse_path: Path, make_article: Callable[..., Article], read: Read
) -> None:
    left = make_article("Rimasto.", document_key="left.txt", path="/left.txt")
    write_part(parts_folder(warehouse_path), [Extracted(left, [], "1")], contents={})
    assert load(folder).added == 4
    assert pending_parts(parts_folder(warehouse_path)) == []


def test_a_part_appears_whole_or_not_at_all(warehouse_path: Path, make_article: Callable[..., Article]) -> None:
    broken = Extracted(make_article("testo"), [], "1", sentences=[(0, 5)])
    with pytest.raises(ValueError, match="argument"):
        write_part(parts_folder(warehouse_path), [broken], contents={})
    assert list(parts_folder(warehouse_path).iterdir()) == []
