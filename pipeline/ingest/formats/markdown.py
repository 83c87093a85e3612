"""Markdown: the file is one article; a front matter (--- key: value ---) is its record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.ingest.encoding import decode
from pipeline.ingest.raw import RawArticle
from pipeline.text.blocks import FRONT_MATTER

NAME = "md"
SUFFIXES = frozenset({".md", ".markdown"})

_FIELD = re.compile(r"^(?P<key>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>[^\r\n]*?)[ \t]*$", re.MULTILINE)


def read(data: bytes, path: Path) -> Iterator[RawArticle]:  # noqa: ARG001
    """One article: the whole file. The front matter stays part of the text, so that offsets are those of the file."""
    decoded = decode(data)
    fields = _front_matter(decoded.text)
    yield RawArticle(
        text=decoded.text,
        encoding=decoded.encoding,
        source_id=fields.get("id"),
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        url=fields.get("url"),
        published=fields.get("published") or fields.get("date"),
    )


def _front_matter(text: str) -> Mapping[str, str]:
    front = FRONT_MATTER.match(text)
    if front is None:
        return {}
    fields = {match["key"].lower(): match["value"].strip("\"'") for match in _FIELD.finditer(front["fields"])}
    return {key: value for key, value in fields.items() if value}
