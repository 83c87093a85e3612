"""Articles inside parsed JSON, for the formats that carry it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from models.records import Reject
from pipeline.ingest.raw import RawArticle

_TEXT_KEYS = ("text", "body", "content")
_DATE_KEYS = ("published", "date")


def articles(document: Any, *, encoding: str, path: Path, line: int | None = None) -> Iterator[RawArticle | Reject]:
    """The articles of a JSON value; a record without a text is a Reject.

    `record` is the line in JSON Lines, else the position in the array, counted from 1, else None.
    """
    records = _records(document)
    if records is None:
        yield _article(document, encoding=encoding, path=path, record_number=line)
        return
    if not records:
        yield Reject(path=str(path), reason_code="empty", reason="The JSON holds no article.", record=line)
    for position, record in enumerate(records, start=1):
        yield _article(record, encoding=encoding, path=path, record_number=line or position)


def bad_json(error: Exception, path: Path, *, line: int | None = None) -> Reject:
    """The Reject of a file or of a line that is no JSON: it names the line and what the parser expected there."""
    if isinstance(error, json.JSONDecodeError):
        where = f"line {line or error.lineno}, column {error.colno}: {error.msg}"
    else:
        where = f"line {line or 1}: {error}"
    return Reject(path=str(path), reason_code="bad_json", reason=f"Not valid JSON, {where}.", record=line)


def _records(document: Any) -> list[Any] | None:
    if isinstance(document, list):
        return document
    if isinstance(document, dict) and isinstance(document.get("articles"), list) and _text(document) is None:
        return list(document["articles"])
    return None


def _article(record: Any, *, encoding: str, path: Path, record_number: int | None = None) -> RawArticle | Reject:
    text = _text(record) if isinstance(record, dict) else None
    if text is None:
        return Reject(
            path=str(path),
            reason_code="missing_text",
            reason=f"The record holds no article: no text under {', '.join(map(repr, _TEXT_KEYS))}.",
            record=record_number,
        )
    return RawArticle(
        text=text,
        encoding=encoding,
        record=record_number,
        source_id=_string(record.get("id")),
        title=_string(record.get("title")),
        publisher=_string(record.get("publisher")),
        url=_string(record.get("url")),
        published=next((value for key in _DATE_KEYS if (value := _string(record.get(key)))), None),
    )


def _text(record: dict[str, Any]) -> str | None:
    return next((record[key] for key in _TEXT_KEYS if isinstance(record.get(key), str) and record[key].strip()), None)


def _string(value: Any) -> str | None:
    """A field's text: ids are often numbers; lists and objects are nothing we know."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return str(value).strip() or None
