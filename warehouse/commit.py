"""Commits parts: one short transaction that adds, replaces, moves and drops articles with all that hangs on them.

What an article is stays the same wherever its file lies: an unchanged text changes no row, an edited one replaces its
article, a moved file changes its path only. Claims of an article are written again only when its text, its circumstances
(title, date, layout) or the extractor have changed. Findings are left to the next reconciliation, reviews to nobody.
"""

from __future__ import annotations

import os.path
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import duckdb

from warehouse.bulk import insert_rows
from warehouse.definitions import identifier, quoted
from warehouse.parts import PART_TABLES


@dataclass(frozen=True, slots=True)
class CommitResult:
    """What a commit did, in articles; `claims` counts those written, `rejected` the files and records set aside."""

    added: int = 0
    replaced: int = 0
    moved: int = 0
    removed: int = 0
    unchanged: int = 0
    claims: int = 0
    rejected: int = 0

    def __add__(self, other: CommitResult) -> CommitResult:
        return CommitResult(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """What an article in the warehouse was made with; equal values mean that extracting again would change nothing."""

    extractor_version: str
    input_hash: str


def known_articles(connection: duckdb.DuckDBPyConnection) -> dict[str, KnownArticle]:
    """Every article of the warehouse by its id, so that unchanged texts need not be extracted."""
    rows = connection.execute("SELECT article_id, extractor_version, input_hash FROM articles").fetchall()
    return {article: KnownArticle(version, circumstances) for article, version, circumstances in rows}


def commit(
    connection: duckdb.DuckDBPyConnection,
    parts: Sequence[Path],
    *,
    exists: Callable[[str], bool] = os.path.exists,
) -> CommitResult:
    """Commits parts together and removes them; on any error nothing has changed and they stay.

    `exists` tells whether a stored path is still there; an article whose path is gone gives way to a new text under its key
    (its file name).
    """
    if not parts:
        return CommitResult()
    connection.execute("BEGIN TRANSACTION")
    try:
        _stage(connection, parts, exists)
        connection.execute(files("warehouse").joinpath("commit.sql").read_text(encoding="utf-8"))
        row = connection.execute(
            "SELECT fresh, redone, gone, moved, unchanged, claims, rejected FROM outcome"
        ).fetchone()
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    for part in parts:
        shutil.rmtree(part)
    for folder in {part.parent for part in parts}:
        with suppress(OSError):  # another load has parts in it
            folder.rmdir()
    return _result(*(row or ()))


def _result(fresh: int, redone: int, gone: int, moved: int, unchanged: int, claims: int, rejected: int) -> CommitResult:
    succeeded = min(fresh, gone)
    return CommitResult(
        added=fresh - succeeded,
        replaced=redone + succeeded,
        moved=moved,
        removed=gone - succeeded,
        unchanged=unchanged,
        claims=claims,
        rejected=rejected,
    )


def _stage(
    connection: duckdb.DuckDBPyConnection,
    parts: Sequence[Path],
    exists: Callable[[str], bool],
) -> None:
    """Brings the parts into temporary tables, with what else the commit must know."""
    connection.execute("CREATE OR REPLACE TEMP TABLE contents (path VARCHAR, article_id VARCHAR)")
    connection.execute("CREATE OR REPLACE TEMP TABLE lost_paths (path VARCHAR)")
    for table in PART_TABLES:
        staged = table if table == "contents" else f"new_{table}"
        if staged != table:
            connection.execute(f"CREATE OR REPLACE TEMP TABLE {staged} AS FROM {identifier(table)} LIMIT 0")
        parquet = [str(file) for part in parts if (file := part / f"{table}.parquet").is_file()]
        if parquet:
            listed = ", ".join(quoted(file) for file in parquet)
            connection.execute(
                f"INSERT INTO {staged} BY NAME SELECT * FROM read_parquet([{listed}], union_by_name = true)"
            )
    candidates = connection.execute(
        "SELECT DISTINCT a.path FROM articles AS a WHERE a.path IS NOT NULL AND ("
        "a.document_key IN (SELECT document_key FROM new_articles) OR "
        "EXISTS (FROM contents AS c WHERE c.article_id = a.article_id AND c.path <> a.path))"
    ).fetchall()
    insert_rows(connection, "lost_paths", ({"path": path} for (path,) in candidates if not exists(path)))
