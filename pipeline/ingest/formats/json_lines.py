"""JSON Lines: an article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from models.records import Reject
from pipeline.ingest.encoding import decode
from pipeline.ingest.json_records import articles, bad_json
from pipeline.ingest.raw import RawArticle

NAME = "jsonl"
SUFFIXES = frozenset({".jsonl", ".ndjson", ".jl"})


def read(data: bytes, path: Path) -> Iterator[RawArticle | Reject]:
    """An article for every line that holds one, a Reject with the line's number for every other; blank lines are skipped.

    A file that is one JSON document after all (an array over several lines) is read as such.
    """
    decoded = decode(data)
    try:
        document = json.loads(decoded.text)
    except (ValueError, RecursionError):
        yield from lines(decoded.text, decoded.encoding, path)
    else:
        yield from articles(document, encoding=decoded.encoding, path=path)


def lines(text: str, encoding: str, path: Path) -> Iterator[RawArticle | Reject]:
    """The articles of a text with a JSON value a line. `record` is the line's number."""
    # Not splitlines(): U+2028 and its like may stand inside a JSON string.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield bad_json(error, path, line=number)
        else:
            yield from articles(document, encoding=encoding, path=path, line=number)
