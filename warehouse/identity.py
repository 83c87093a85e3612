"""Ids that depend on content only, so that a new warehouse gives every row the id it had."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from models.records import Article

_ID_LENGTH = 20
# Labels that other claims of the article decide, and what a better extractor or model may change: not what is claimed.
_NOT_IDENTITY = {"deal", "same_as", "confidence", "extractor", "known"}


def article_id(document_key: str, text: str) -> str:
    """The id of an article: the same wherever its file lies."""
    return _hash([document_key, text])


def claim_id(article_id: str, fields: Mapping[str, Any]) -> str:
    """The id of a claim, from its article and its fields (`claim.model_dump()`): what it says and where."""
    said = {name: _plain(value) for name, value in fields.items() if value is not None and name not in _NOT_IDENTITY}
    return _hash([article_id, said])


def input_hash(article: Article) -> str:
    """Hash of what an extractor sees of an article beside its text; the language stage may run before or after."""
    blocks = [(block.kind, block.start, block.end, block.level) for block in article.blocks]
    published = article.published.isoformat() if article.published else None
    return _hash([article.title, published, article.publisher, article.url, article.source_id, blocks])


def run_id(command: str, started_at: str) -> str:
    """The id of a run."""
    return _hash([command, started_at])


def _plain(value: Any) -> Any:
    """Equal numbers are written alike, 300 and 300.0."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value


def _hash(parts: Iterable[Any]) -> str:
    written = json.dumps(list(parts), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()[:_ID_LENGTH]
