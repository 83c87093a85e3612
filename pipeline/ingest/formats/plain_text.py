"""Plain text: the file is one article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.ingest.encoding import decode
from pipeline.ingest.raw import RawArticle

NAME = "txt"
SUFFIXES = frozenset({".txt", ".text"})


def read(data: bytes, path: Path) -> Iterator[RawArticle]:  # noqa: ARG001
    """One article: the whole file, its line ends as they are, without the byte-order mark."""
    decoded = decode(data)
    yield RawArticle(text=decoded.text, encoding=decoded.encoding)
