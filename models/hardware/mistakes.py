"""What is wrong in a file of the model, told with file, entry and key, and the file without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic_core import ErrorDetails

from models.hardware.entries import (
    ContextEntry,
    FigureEntry,
    OrganisationEntry,
    PatternEntry,
    ProductEntry,
    RatioEntry,
    SourceEntry,
)

Place = Sequence[int | str]
_NAMED_TABLES = ("products", "organisations", "sources", "contexts")
_STATEMENTS = ("figures", "ratios")
_KEYS: Mapping[str, Iterable[str]] = {
    "products": ProductEntry.model_fields,
    "organisations": OrganisationEntry.model_fields,
    "sources": SourceEntry.model_fields,
    "contexts": ContextEntry.model_fields,
    "patterns": PatternEntry.model_fields,
    "figures": FigureEntry.model_fields,
    "ratios": RatioEntry.model_fields,
}

_MESSAGES = {
    "missing": "is missing",
    "string_too_short": "is empty",
    "string_pattern_mismatch": "is no address; one begins with http:// or https://",
}
_MEANT = {
    "date": "a day like 2025-03-18",
    "tuple": "a list like ['a', 'b']",
    "dict": "a table",
    "model": "a table",
    "string": "text",
}


def in_words(file: Path, error: ErrorDetails) -> str:
    """`nvidia.toml: nvidia-b200: figures.2.power: unit 'V' where W is meant`"""
    table, *rest = [str(p + 1) if isinstance(p, int) else p for p in error["loc"]]
    named = rest and table in _NAMED_TABLES
    subject = f"{rest.pop(0)}: " if named else ""
    key = ".".join(rest) if named else ".".join((table, *rest))
    return f"{file.name}: {subject}{key or table}: {_message(error)}"


def without(raw: Mapping[str, Any], errors: Iterable[ErrorDetails]) -> tuple[dict[str, Any], set[str]]:
    """The file without what is wrong in it, and the names of the entries that are gone as a whole.

    A statement with a mistake goes as a whole, of an entry only the wrong key unless it has to be there.
    """
    wrong = {_removed(error["loc"], error["type"]) for error in errors}
    return _kept(raw, (), wrong), {str(place[1]) for place in wrong if len(place) == 2}


def _removed(place: Place, sort: str) -> tuple[int | str, ...]:
    if len(place) > 3 and place[2] in _STATEMENTS:
        return tuple(place[:4])
    return tuple(place[:3] if place[0] in _NAMED_TABLES and sort != "missing" else place[:2])


def _kept(part: Any, place: tuple[int | str, ...], wrong: set[tuple[int | str, ...]]) -> Any:
    if isinstance(part, Mapping):
        return {k: _kept(v, (*place, k), wrong) for k, v in part.items() if (*place, k) not in wrong}
    if isinstance(part, list):
        return [_kept(v, (*place, n), wrong) for n, v in enumerate(part) if (*place, n) not in wrong]
    return part


def _message(error: ErrorDetails) -> str:
    sort, given = error["type"], error["input"]
    if sort == "extra_forbidden":
        return f"no such key{_suggestion(error['loc'])}"
    if sort in _MESSAGES:
        return _MESSAGES[sort]
    if meant := _MEANT.get(sort.partition("_")[0]):
        return f"{given!r} where {meant} is meant"
    if sort == "literal_error":
        return f"{given!r} is none of {error['ctx']['expected'].replace(' or ', ', ')}"
    return error["msg"].removeprefix("Value error, ")


def _suggestion(place: Place) -> str:
    known = _KEYS.get(next((str(p) for p in reversed(place[:-1]) if p in _KEYS), ""), _KEYS)
    close = get_close_matches(str(place[-1]), list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
