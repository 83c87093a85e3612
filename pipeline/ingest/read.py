"""A file in, its articles and rejects out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from models.errors import ArticleRejected
from models.records import Article, Reject
from pipeline.ingest.formats import readers
from pipeline.ingest.metadata import find_published, find_publisher, find_title, parse_date
from pipeline.ingest.raw import RawArticle, Reader
from pipeline.text.blocks import split_blocks

MAX_FILE_BYTES = 512 * 1024 * 1024
MAX_ARTICLE_CHARACTERS = 2_000_000


def read_file(
    path: Path,
    *,
    published: date | None = None,
    max_file_bytes: int = MAX_FILE_BYTES,
    max_article_characters: int = MAX_ARTICLE_CHARACTERS,
) -> Iterator[Article | Reject]:
    """The articles of a file, and a Reject for whatever in it is none; bad input never raises.

    The text is exactly the file's, without its byte-order mark. `document_key` is the record's id, else its url, else
    the file's name (with `#record` where the file holds several).

    The publication date is what the record's own metadata says, else what the article's furniture says, else
    `published`: a date in the file is nearer to the truth than one given for a whole folder. The file's own
    modification time is never used.

    Reason codes: "unknown_format", "unreadable", "empty", "binary", "undecodable", "bad_json", "missing_text",
    "too_large", and "reader_failed" for a fault of ours.
    """
    reader = readers().get(path.suffix.lower())
    yield from _read(path, reader, lambda: _bytes(path, max_file_bytes), published, max_article_characters)


def read_text(data: bytes, name: str, *, published: date | None = None) -> Iterator[Article | Reject]:
    """The article of a plain text that lies in no file, read as a .txt file is; `name` is its path and key."""
    yield from _read(Path(name), readers()[".txt"], lambda: data, published, MAX_ARTICLE_CHARACTERS)


def _read(
    path: Path, reader: Reader | None, data: Callable[[], bytes], published: date | None, limit: int
) -> Iterator[Article | Reject]:
    name = path.as_posix()
    try:
        if reader is None:
            raise ArticleRejected(_unknown(path), code="unknown_format")
        for record in reader.read(data(), path):
            yield _checked(record, name, reader, published, limit)
    except ArticleRejected as rejected:
        yield Reject(path=name, reason_code=rejected.code, reason=str(rejected))
    except OSError as error:
        reason = f"The file cannot be read: {error.strerror or error}."
        yield Reject(path=name, reason_code="unreadable", reason=reason)
    except Exception as error:  # the load must go on whatever a file does to a reader
        reason = f"The reader failed with {type(error).__name__}: {error}. Please report it."
        yield Reject(path=name, reason_code="reader_failed", reason=reason)


def _bytes(path: Path, limit: int) -> bytes:
    size = path.stat().st_size
    if size > limit:
        raise ArticleRejected(f"The file has {size:,} bytes, more than {limit:,}. Split it.", code="too_large")
    return path.read_bytes()


def _checked(
    record: RawArticle | Reject, name: str, reader: Reader, published: date | None, limit: int
) -> Article | Reject:
    if isinstance(record, Reject):
        return record.model_copy(update={"path": name})
    if not record.text.strip():
        return Reject(path=name, reason_code="empty", reason="The article has no text.", record=record.record)
    if len(record.text) > limit:
        reason = f"The article has {len(record.text):,} characters, more than {limit:,}. It is no news article."
        return Reject(path=name, reason_code="too_large", reason=reason, record=record.record)
    return _article(record, name, reader, published)


def _article(record: RawArticle, name: str, reader: Reader, published: date | None) -> Article:
    # JSON may escape half of a surrogate pair, which no database takes; one character stands for it, so offsets hold.
    text = record.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    blocks = split_blocks(text, title=record.title)
    stated = parse_date(record.published) if record.published else None
    file_name = name.rsplit("/", 1)[-1]
    position = f"#{record.record}" if record.record is not None else ""
    return Article(
        document_key=record.source_id or record.url or f"{file_name}{position}",
        text=text,
        blocks=blocks,
        source_id=record.source_id,
        path=name,
        title=record.title or find_title(text, blocks),
        publisher=record.publisher or find_publisher(text, blocks),
        url=record.url,
        published=stated or find_published(text, blocks) or published,
        format=reader.NAME,
        encoding=record.encoding,
        record=record.record,
    )


def _unknown(path: Path) -> str:
    known = ", ".join(sorted(readers()))
    what = f"{path.suffix} files" if path.suffix else "files without an ending"
    return f"No reader for {what}; known are {known}."
