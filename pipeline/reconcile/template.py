"""The language of an explanation: text with slots `{column:format}` and sections `{?column}…{/column}`.

A section is shown where its column is neither NULL nor false, `{!column}…{/column}` where it is. Sections nest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.errors import CheckError

_TAG = re.compile(
    r"\{(?:(?P<column>[a-z_][a-z0-9_]*):(?P<format>[a-z_]+)|(?P<mark>[?!/])(?P<section>[a-z_][a-z0-9_]*))\}"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A column of the comparison, written in one of the formats."""

    column: str
    format: str


@dataclass(frozen=True, slots=True)
class Section:
    """Parts that are shown only where the column holds (or, negated, does not hold)."""

    column: str
    negated: bool
    parts: tuple[Part, ...]


Part = str | Slot | Section


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed explanation and the line of its file where it begins."""

    parts: tuple[Part, ...]
    line: int


def parse_template(text: str, line: int, *, path: Path) -> Template:
    """The template's parts. Raises CheckError for a brace that opens no slot and for sections that do not close."""
    stack: list[tuple[str, bool, list[Part]]] = [("", False, [])]
    position = 0
    for tag in _TAG.finditer(text):
        _add_text(stack[-1][2], text[position : tag.start()], path, line)
        position = tag.end()
        if tag["column"]:
            stack[-1][2].append(Slot(tag["column"], tag["format"]))
        elif tag["mark"] != "/":
            stack.append((tag["section"], tag["mark"] == "!", []))
        elif len(stack) == 1 or stack[-1][0] != tag["section"]:
            raise CheckError(f"{path}:{line}: {tag[0]} closes no open section")
        else:
            column, negated, parts = stack.pop()
            stack[-1][2].append(Section(column, negated, tuple(parts)))
    _add_text(stack[-1][2], text[position:], path, line)
    if len(stack) > 1:
        raise CheckError(f"{path}:{line}: the section of {stack[-1][0]!r} is not closed")
    return Template(tuple(stack[0][2]), line)


def _add_text(parts: list[Part], text: str, path: Path, line: int) -> None:
    if "{" in text or "}" in text:
        raise CheckError(f"{path}:{line}: a brace in {text.strip()!r} is no slot; write {{column:format}}")
    if text:
        parts.append(text)


def texts(parts: tuple[Part, ...]) -> Iterator[str]:
    """The literal texts, in order, those in sections included."""
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Section):
            yield from texts(part.parts)
