"""Italian values."""

from __future__ import annotations

from datetime import date

from models.values import Value


def find_values(text: str, published: date | None = None) -> list[Value]:
    """The values of a text, in the order in which they stand."""
    return []
