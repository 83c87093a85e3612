"""Writes `article_copies`: which article has its text from which earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import duckdb

from models.records import Article, Block
from pipeline.copies.sketch import sketch, sketch_version
from warehouse.bulk import Row, insert_rows

_BATCH = 5000
_UNSKETCHED = """
SELECT a.article_id, a.text, a.script,
  list({'kind': b.kind, 'start': b.span_start, 'end': b.span_end, 'level': b.level} ORDER BY b.position)
    FILTER (b.kind IS NOT NULL) AS blocks
FROM articles a LEFT JOIN article_blocks b USING (article_id)
WHERE a.article_id IN (SELECT article_id FROM articles ANTI JOIN article_sketches USING (article_id) ORDER BY article_id LIMIT ?)
GROUP BY ALL ORDER BY ALL
"""


def link_copies(connection: duckdb.DuckDBPyConnection, *, run_id: str) -> int:
    """Finds the copies among all articles of the warehouse; returns how many there are.

    Sketches that are missing or of another version are made first, so that older warehouses need no new load. An article is
    the copy of the earliest one whose text it has, a spun text never the original. Two texts count as copies when half of all
    shingles, or four fifths of the shorter's, are the same (of a spun text a fifth and two fifths); a text of fewer than 60 shingles only
    when it is the same throughout. A form that is filled in anew, most of its numbers others and days between, is no copy.
    """
    connection.execute("DELETE FROM article_sketches WHERE version <> ?", [sketch_version()])
    while rows := connection.execute(_UNSKETCHED, [_BATCH]).fetchall():
        insert_rows(connection, "article_sketches", _sketch_rows(rows))
    script = files("pipeline.copies").joinpath("link.sql").read_text(encoding="utf-8")
    for statement in connection.extract_statements(script):
        wanted = {"run_id": run_id} if "run_id" in statement.named_parameters else None
        connection.execute(statement, wanted)
    (count,) = connection.execute("SELECT count(*) FROM article_copies").fetchone() or (0,)
    return int(count)


def _sketch_rows(rows: list[tuple[str, str, str | None, list[Row] | None]]) -> Iterator[Row]:
    for article_id, text, script, blocks in rows:
        article = Article.model_validate(
            {"document_key": article_id, "text": text, "script": script, "blocks": [Block(**b) for b in blocks or []]}
        )
        made = sketch(article)
        # not asdict, which copies each of the hashes for itself
        yield {
            "article_id": article_id,
            "fingerprint": made.fingerprint,
            "shingles": made.shingles,
            "hashes": made.hashes,
            "version": made.version,
        }
