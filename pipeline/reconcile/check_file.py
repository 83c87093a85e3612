"""Reads a check: a `.sql` file with a header comment and one query.

    -- id: power_budget
    -- family: power_budget
    -- title: Pieces times power against the site
    -- en: The article says {said:interval} …
    --   a line that is indented goes on with the one above
    -- it: …
    -- zh: …
    --
    -- Notes for readers follow the empty comment line.
    SELECT …

The Chinese template is written in Simplified characters; the Traditional one is derived from it. A file whose name
starts with an underscore is a library: statements that define macros for the checks of its folder.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from models.errors import CheckError
from pipeline.reconcile.template import Template, parse_template

FAMILIES = (
    "spec_conflict", "exchange_rate", "arithmetic", "power_budget", "composition", "timeline", "relative", "magnitude",
    "self_contradiction", "cross_article", "copy_change",
)  # fmt: skip
TEMPLATE_LANGUAGES = ("en", "it", "zh")
_REQUIRED = ("id", "family", "title", *TEMPLATE_LANGUAGES)
_KEY_LINE = re.compile(r"--\s?(?P<key>[a-z_]+):\s*(?P<value>.*)")
_CONTINUATION = re.compile(r"--\s{2,}(?P<value>\S.*)")
_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Check:
    """One check as written in `path`; `templates` has one explanation for each of en, it and zh."""

    path: Path
    id: str
    family: str
    title: str
    templates: dict[str, Template]
    query: str
    query_line: int


@dataclass(slots=True)
class CheckLibrary:
    """What some folders of checks hold: the macro files, the checks in order of file name, and the files that are broken."""

    macros: list[Path] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    errors: list[tuple[Path, CheckError]] = field(default_factory=list)


def load_checks(folders: Sequence[Path]) -> CheckLibrary:
    """All checks of the folders, in their order. A file that cannot be read as a check is listed in `errors`.

    Raises CheckError if a folder does not exist: that is a wrong call, not a broken check.
    """
    library = CheckLibrary()
    taken: dict[str, Path] = {}
    for folder in folders:
        if not folder.is_dir():
            raise CheckError(f"{folder}: no such folder of checks")
        for path in sorted(folder.glob("*.sql")):
            if path.name.startswith("_"):
                library.macros.append(path)
                continue
            try:
                check = read_check(path)
                if check.id in taken:
                    raise CheckError(f"{path}:1: id {check.id!r} is already taken by {taken[check.id]}")
            except CheckError as error:
                library.errors.append((path, error))
                continue
            taken[check.id] = path
            library.checks.append(check)
    return library


def read_check(path: Path) -> Check:
    """The check in the file. Raises CheckError, with file and line, for a header or query that is not one."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CheckError(f"{path}:1: cannot be read: {error}") from error
    header, query_line = _read_header(path, lines)
    missing = [key for key in _REQUIRED if not header.get(key)]
    if missing:
        raise CheckError(f"{path}:1: the header comment has no {', '.join(missing)}; write '-- {missing[0]}: …'")
    text = {key: value for key, (value, _) in header.items()}
    if not _ID.fullmatch(text["id"]):
        raise CheckError(f"{path}:{header['id'][1]}: id {text['id']!r} must be lower-case letters, digits and _")
    if text["family"] not in FAMILIES:
        raise CheckError(f"{path}:{header['family'][1]}: family {text['family']!r} is none of {', '.join(FAMILIES)}")
    templates = {language: parse_template(*header[language], path=path) for language in TEMPLATE_LANGUAGES}
    return Check(
        path, text["id"], text["family"], text["title"], templates, _read_query(path, lines, query_line), query_line
    )


def _read_header(path: Path, lines: Sequence[str]) -> tuple[dict[str, tuple[str, int]], int]:
    """Each key's value and line, and the number of the first line that is no comment."""
    header: dict[str, tuple[str, int]] = {}
    key: str | None = None
    in_header = True
    for number, raw in enumerate(lines, start=1):
        line = raw.strip()
        if line and not line.startswith("--"):
            return header, number
        if line in ("", "--"):
            in_header = in_header and not header
        elif in_header and (match := _KEY_LINE.fullmatch(line)):
            key = match["key"]
            if key in header:
                raise CheckError(f"{path}:{number}: the header has {key!r} twice")
            header[key] = (match["value"].strip(), number)
        elif in_header and key and (match := _CONTINUATION.fullmatch(line)):
            joint = "" if key == "zh" or not header[key][0] else " "
            header[key] = (header[key][0] + joint + match["value"], header[key][1])
        elif in_header:
            raise CheckError(f"{path}:{number}: expected '-- key: value' or an indented continuation, found {line!r}")
    raise CheckError(f"{path}:{max(len(lines), 1)}: there is no query after the header")


def _read_query(path: Path, lines: Sequence[str], first_line: int) -> str:
    source = "\n".join(lines[first_line - 1 :])
    try:
        statements = duckdb.extract_statements(source)
    except duckdb.Error as error:
        raise CheckError(located(path, first_line, error)) from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise CheckError(
            f"{path}:{first_line}: a check holds exactly one query, this one holds {len(statements)} statements"
        )
    return source.rstrip().rstrip(";")


def located(path: Path, first_line: int, error: duckdb.Error) -> str:
    """The error's words behind `file:line:`, the line counted in the file where DuckDB names one within the query."""
    words = str(error)
    match = re.search(r"^LINE (\d+):", words, flags=re.MULTILINE)
    line = first_line + int(match[1]) - 1 if match else first_line
    return f"{path}:{line}: {words.split(chr(10), 1)[0]}"
