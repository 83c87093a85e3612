"""Parts: what one worker extracted of one batch of articles, as Parquet files beside the warehouse.

Workers write parts without opening the warehouse; one short transaction commits them. A part that could not be committed
stays where it is, and the next load commits it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from models.records import Article, Claim, Reject
from models.sketch import Sketch
from warehouse.bulk import Row, rows_to_parquet
from warehouse.definitions import read_schema
from warehouse.identity import article_id, claim_id, input_hash

PART_TABLES = ("articles", "article_blocks", "article_sketches", "claims", "rejects", "contents")
_LARGEST_NUMBER = Decimal(10) ** 26
# Which file holds which articles now: by it a commit knows what has moved and what is gone.
_CONTENTS = "CREATE TABLE contents (path VARCHAR, article_id VARCHAR)"


def parts_folder(warehouse: Path) -> Path:
    """Where the parts of a warehouse lie: beside it."""
    return warehouse.with_name(warehouse.name + ".parts")


@dataclass(frozen=True, slots=True)
class Extracted:
    """One article with its claims and, if one was made, the sketch of its text.

    `sentences[i]` is the span, in code points, of the sentence around `claims[i]`.
    """

    article: Article
    claims: Sequence[Claim]
    extractor_version: str
    sentences: Sequence[tuple[int, int]] = field(default=())
    sketch: Sketch | None = None


def write_part(
    folder: Path,
    extracted: Sequence[Extracted],
    *,
    rejects: Sequence[Reject] = (),
    contents: Mapping[str, Collection[str]],
    run_id: str | None = None,
) -> Path:
    """Writes one part into `folder` and returns its own folder, which appears there whole or not at all.

    `contents` names, for every file that was read to its end, the ids of all articles that it holds now, unchanged ones
    included; a file without any has an empty collection. The rejects of a file belong in the part that tells its contents.
    Articles that have left their file are dropped when the part is committed.

    A claim whose number is too large for the warehouse (10^26 and more) is left out and told among the rejects.
    """
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=folder))
    oversized = [_oversized(item.article, claim) for item in extracted for claim in item.claims if not _fits(claim)]
    rows: dict[str, Iterator[Row]] = {
        "articles": (_article_row(item, run_id) for item in extracted),
        "article_blocks": (row for item in extracted for row in _block_rows(item.article)),
        "article_sketches": (row for item in extracted for row in _sketch_rows(item)),
        "claims": (row for item in extracted for row in _claim_rows(item)),
        "rejects": ({**reject.model_dump(), "run_id": run_id} for reject in [*rejects, *oversized]),
        "contents": _contents_rows(contents),
    }
    try:
        with duckdb.connect() as connection:
            connection.execute(_table_statements())
            for table in PART_TABLES:
                rows_to_parquet(connection, table, rows[table], unfinished / f"{table}.parquet")
    except BaseException:
        shutil.rmtree(unfinished)
        raise
    return unfinished.rename(unfinished.with_name(unfinished.name.replace("unfinished-", "part-")))


def pending_parts(folder: Path) -> list[Path]:
    """The parts in `folder` that wait for a commit, those of a load that was cut short included."""
    return sorted(folder.glob("part-*"))


def _table_statements() -> str:
    """The CREATE TABLE statements of the tables that a part holds."""
    statements = (statement.strip() for statement in read_schema("tables").split(";\n"))
    wanted = tuple(f"CREATE TABLE {table} (" for table in PART_TABLES)
    found = [statement[statement.find("CREATE TABLE") :] for statement in statements if "CREATE TABLE" in statement]
    return ";\n".join([_CONTENTS, *(statement for statement in found if statement.startswith(wanted))])


def _contents_rows(contents: Mapping[str, Collection[str]]) -> Iterator[Row]:
    for path, held in contents.items():
        if not held:
            yield {"path": path, "article_id": None}
        for article in sorted(held):
            yield {"path": path, "article_id": article}


def _article_row(item: Extracted, run_id: str | None) -> Row:
    article = item.article
    return {
        **article.model_dump(exclude={"blocks", "record"}),
        "article_id": article_id(article.document_key, article.text),
        "extractor_version": item.extractor_version,
        "input_hash": input_hash(article),
        "run_id": run_id,
    }


def _block_rows(article: Article) -> Iterator[Row]:
    owner = article_id(article.document_key, article.text)
    for position, block in enumerate(article.blocks):
        yield {
            "article_id": owner,
            "position": position,
            "kind": block.kind,
            "span_start": block.start,
            "span_end": block.end,
            "level": block.level,
            "language": block.language,
        }


def _sketch_rows(item: Extracted) -> Iterator[Row]:
    if item.sketch:
        yield {"article_id": article_id(item.article.document_key, item.article.text), **asdict(item.sketch)}


def _claim_rows(item: Extracted) -> Iterator[Row]:
    owner = article_id(item.article.document_key, item.article.text)
    written: set[str] = set()
    sentences: Sequence[tuple[int | None, int | None]] = item.sentences or [(None, None)] * len(item.claims)
    for claim, sentence in zip(item.claims, sentences, strict=True):
        row: dict[str, Any] = claim.model_dump()
        identity = claim_id(owner, row)
        if identity in written or not _fits(claim):
            continue
        written.add(identity)
        row["span_start"], row["span_end"] = row.pop("start"), row.pop("end")
        row["sentence_start"], row["sentence_end"] = sentence
        yield {"claim_id": identity, "article_id": owner, **row}


def _fits(claim: Claim) -> bool:
    return all(abs(number) < _LARGEST_NUMBER for number in (claim.value, claim.value_high) if number is not None)


def _oversized(article: Article, claim: Claim) -> Reject:
    return Reject(
        path=article.path or article.document_key,
        reason_code="number_too_large",
        reason=f"the claim {claim.quote!r} at {claim.start} was left out: its number has more than 26 digits",
    )
