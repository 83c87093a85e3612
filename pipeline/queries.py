"""What the commands read from a warehouse, and the one thing that they write to it: a decision."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import Any

import duckdb

from models.errors import CheckError, UsageError
from models.records import Article, Claim
from pipeline.articles import ArticleReader, OnReject, articles_of, ignore, parse_published
from pipeline.extract.extractor import Extractor
from pipeline.extract.trace import Traced
from pipeline.run import load, reconcile_articles
from pipeline.settings import Settings
from warehouse.dictionary import data_dictionary
from warehouse.query import connect_sandboxed
from warehouse.query import export as write_export
from warehouse.reviews import decide as write_decision
from warehouse.store import connect

_FINDINGS = """
WITH quote_once AS (
  SELECT finding_id, c.quote, min(c.span_start) AS place
  FROM finding_claims JOIN claims AS c USING (claim_id) GROUP BY ALL
),
quoted AS (
  SELECT finding_id, list(quote ORDER BY place, quote) AS quotes FROM quote_once GROUP BY finding_id
),
source_once AS (
  SELECT finding_id, source || coalesce(' <' || source_url || '>', '')
      || CASE WHEN checked IS NULL AND origin = 'model' THEN ' (unverified)' ELSE '' END AS source, min(position) AS place
  FROM finding_inputs WHERE source IS NOT NULL AND origin IN ('model', 'rates') GROUP BY ALL
),
sourced AS (
  SELECT finding_id, list(source ORDER BY place, source) AS sources FROM source_once GROUP BY finding_id
)
SELECT f.*, a.document_key, a.title, a.path, a.published, a.language,
  r.decision, r.note, r.reviewer, r.decided_at, coalesce(r.evidence_hash <> f.evidence_hash, false) AS evidence_changed,
  coalesce(q.quotes, []) AS quotes, coalesce(s.sources, []) AS sources
FROM findings AS f
LEFT JOIN articles AS a USING (article_id)
LEFT JOIN latest_reviews AS r USING (finding_id)
LEFT JOIN quoted AS q USING (finding_id)
LEFT JOIN sourced AS s USING (finding_id)
WHERE ($every OR f.verdict IN ('conflict', 'doubtful'))
  AND (NOT $new OR f.first_run = (SELECT run_id FROM runs ORDER BY started_at DESC LIMIT 1))
ORDER BY f.weight DESC, f.finding_id
LIMIT $limit
"""
_MANY = 2**62
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Extraction:
    """One article and its claims."""

    article: Article
    claims: list[Claim]


@dataclass(frozen=True, slots=True)
class Inspection:
    """What one file holds: its claims, what was compared, and the checks that could not run."""

    extractions: list[Extraction]
    findings: list[Row]
    failed_checks: list[CheckError]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave. Columns of one name are told apart by a number: `a`, `a_1`."""

    columns: list[str]
    rows: list[Row]


def findings(
    warehouse: Path | str | None = None, *, new: bool = False, every: bool = False, limit: int | None = None
) -> list[Row]:
    """Findings, the heaviest first, with their quotes, sources and latest decision.

    Args:
        new: only those that the latest run was the first to see.
        every: also what was supported, is outdated, or merely differs between sources.
    """
    with closing(connect(warehouse, read_only=True)) as connection:
        return _rows(connection.execute(_FINDINGS, {"every": every, "new": new, "limit": limit or _MANY}))


def query(warehouse: Path | str | None, text: str) -> Answer:
    """Columns and rows of somebody's own query; raises UsageError with the database's words for one that fails."""
    with closing(connect_sandboxed(warehouse)) as connection:
        try:
            cursor = connection.execute(text)
            columns = _told_apart(column[0] for column in cursor.description or ())
            return Answer(columns, [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()])
        except duckdb.Error as error:
            raise UsageError(f"The query failed. {error}") from error


def schema(warehouse: Path | str | None = None) -> list[Row]:
    """The data dictionary: a row for each table, view and column."""
    with closing(connect(warehouse, read_only=True)) as connection:
        return [asdict(entry) for entry in data_dictionary(connection)]


def export(warehouse: Path | str | None, file: Path, *, table: str, bom: bool = False) -> int:
    """Writes a table or view to a file by its ending; returns the number of rows."""
    with closing(connect_sandboxed(warehouse, export_to=file)) as connection:
        return write_export(connection, table, file, byte_order_mark=bom)


def decide(
    warehouse: Path | str | None, finding: str, decision: str, *, note: str | None = None, reviewer: str | None = None
) -> str:
    """Appends a fact-checker's decision; returns the finding's whole id."""
    connect(warehouse, read_only=True).close()
    with closing(connect(warehouse)) as connection:
        who = reviewer or os.environ.get("USER") or os.environ.get("USERNAME")
        return write_decision(connection, finding, decision, note=note, reviewer=who).finding_id


def extract(
    file: str,
    *,
    language: str | None = None,
    published: str | None = None,
    hardware: Sequence[Path] = (),
    on_reject: OnReject = ignore,
) -> list[Extraction]:
    """The claims of the articles of one file, or of standard input for "-"."""
    extractor = Extractor(Settings.of(hardware=hardware).hardware)
    articles = articles_of(file, language, parse_published(published), on_reject)
    return [Extraction(article, extractor.claims(article)) for article in articles]


def trace(
    file: str,
    *,
    language: str | None = None,
    published: str | None = None,
    hardware: Sequence[Path] = (),
    on_reject: OnReject = ignore,
) -> list[tuple[Article, list[Traced]]]:
    """The articles of one file, each with its values and why they are claims or none."""
    extractor = Extractor(Settings.of(hardware=hardware).hardware)
    articles = articles_of(file, language, parse_published(published), on_reject)
    return [(article, extractor.trace(article)) for article in articles]


def inspect(
    file: str, *, published: str | None = None, settings: Settings | None = None, on_reject: OnReject = ignore
) -> Inspection:
    """Reads one file into a warehouse that is gone afterwards, and returns its claims and all comparisons."""
    given = settings or Settings()
    articles = articles_of(file, None, parse_published(published), on_reject)
    reader = ArticleReader(given.hardware)
    extracted = [reader.extract(article) for article in articles]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "inspection.duckdb"
        reports = reconcile_articles(extracted, place, given)
        return Inspection(
            [Extraction(item.article, list(item.claims)) for item in extracted],
            findings(place, every=True),
            [report.error for report in reports if report.error],
        )


def conflicting_families(gold: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The families of the conflicts that are found in gold articles, by article id."""
    with tempfile.TemporaryDirectory() as folder:
        articles, place = Path(folder) / "gold.jsonl", Path(folder) / "gold.duckdb"
        records = ({name: article.get(name) for name in ("id", "published", "text")} for article in gold)
        articles.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
        load(articles, place)
        families: dict[str, list[str]] = {}
        for finding in findings(place):
            if finding["verdict"] == "conflict":
                families.setdefault(finding["document_key"], []).append(finding["family"])
        return families


def _told_apart(names: Iterable[str]) -> list[str]:
    """Each name once, in whatever case; a number follows one that was there before."""
    told: dict[str, str] = {}
    for name in names:
        numbered = (f"{name}_{number}" if number else name for number in count())
        apart = next(candidate for candidate in numbered if candidate.lower() not in told)
        told[apart.lower()] = apart
    return list(told.values())


def _rows(cursor: duckdb.DuckDBPyConnection) -> list[Row]:
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
