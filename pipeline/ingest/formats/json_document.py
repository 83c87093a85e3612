"""JSON: an article, an array of articles, or an object that holds them under "articles"."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from models.records import Reject
from pipeline.ingest.encoding import decode
from pipeline.ingest.formats.json_lines import lines
from pipeline.ingest.json_records import articles, bad_json
from pipeline.ingest.raw import RawArticle

NAME = "json"
SUFFIXES = frozenset({".json"})


def read(data: bytes, path: Path) -> Iterator[RawArticle | Reject]:
    """The articles of the document; a file that is JSON Lines under the wrong name is read line by line."""
    decoded = decode(data)
    try:
        document = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        if _first_line_is_object(decoded.text):
            yield from lines(decoded.text, decoded.encoding, path)
        else:
            yield bad_json(error, path)
    else:
        yield from articles(document, encoding=decoded.encoding, path=path)


def _first_line_is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text.lstrip().partition("\n")[0]), dict)
    except (ValueError, RecursionError):
        return False
