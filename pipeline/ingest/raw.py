"""What a format's reader hands over: the text of an article and what its record says about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from models.records import Reject


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """One article of a file. `record` counts from 1 in a file that may hold several, `published` is as the record writes it."""

    text: str
    encoding: str | None = None
    record: int | None = None
    source_id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None


class Reader(Protocol):
    """A format: a module of `pipeline.ingest.formats` with these three names. Nothing else has to be told of it.

    `read` raises ArticleRejected where the whole file is unusable, and yields a Reject for a single record of it. What a
    format needs beyond the standard library it imports inside `read`, so that `--help` stays fast.
    """

    NAME: str
    SUFFIXES: frozenset[str]

    def read(self, data: bytes, path: Path) -> Iterator[RawArticle | Reject]: ...
