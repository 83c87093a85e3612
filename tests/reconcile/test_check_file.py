"""Reading a check's file: what is understood, and how a broken one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import CheckError
from pipeline.reconcile.check_file import load_checks, read_check
from pipeline.reconcile.template import Section, Slot

HEADER = """\
-- id: tiny
-- family: timeline
-- title: A tiny check
-- en: It says {quote:text}
--   and goes on.
-- it: Dice {quote:text}.
-- zh: 文章称
--   {quote:text}。
"""
QUERY = "SELECT 1 AS one\n"


def written(folder: Path, text: str, name: str = "tiny.sql") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_read_check_understands_header_and_query(tmp_path: Path) -> None:
    check = read_check(written(tmp_path, HEADER + "--\n-- key: of a note, no header\n" + QUERY))
    assert (check.id, check.family, check.title) == ("tiny", "timeline", "A tiny check")
    assert check.templates["en"].parts == ("It says ", Slot("quote", "text"), " and goes on.")
    assert check.templates["zh"].parts == ("文章称", Slot("quote", "text"), "。")
    assert check.query == "SELECT 1 AS one"
    assert check.query_line == 11


def test_read_check_understands_sections(tmp_path: Path) -> None:
    text = HEADER.replace("Dice {quote:text}.", "Dice{?a} sì {quote:text}{/a}{!a} no{/a}.")
    assert read_check(written(tmp_path, text + QUERY)).templates["it"].parts == (
        "Dice",
        Section("a", False, (" sì ", Slot("quote", "text"))),
        Section("a", True, (" no",)),
        ".",
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("-- title: A tiny check\n", "", "tiny.sql:1: the header comment has no title"),
        ("timeline", "gossip", "tiny.sql:2: family 'gossip' is none of"),
        ("id: tiny", "id: Tiny Check", "tiny.sql:1: id 'Tiny Check' must be"),
        ("-- it: Dice", "-- en: Dice", "tiny.sql:6: the header has 'en' twice"),
        ("-- it: Dice", "-- Dice", "tiny.sql:6: expected '-- key: value'"),
        ("Dice {quote:text}", "Dice {quote}", "tiny.sql:6: a brace in 'Dice {quote}.' is no slot"),
        ("Dice {quote:text}", "Dice {?quote}ciao", "tiny.sql:6: the section of 'quote' is not closed"),
        ("Dice {quote:text}", "Dice ciao{/quote}", "tiny.sql:6: {/quote} closes no open section"),
        ("SELECT 1 AS one", "", "there is no query after the header"),
        ("SELECT 1 AS one", "SELECT 1; SELECT 2", "tiny.sql:9: a check holds exactly one query"),
        ("SELECT 1 AS one", "DROP TABLE claims", "tiny.sql:9: a check holds exactly one query"),
        ("SELECT 1 AS one", "SELECT 1 AS one\nFROM WHERE", "tiny.sql:10: Parser Error"),
    ],
)
def test_read_check_names_file_and_line_of_what_is_broken(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = written(tmp_path, (HEADER + QUERY).replace(old, new))
    with pytest.raises(CheckError) as caught:
        read_check(path)
    assert told in str(caught.value)
    assert caught.value.code == "check"


def test_load_checks_lists_broken_files_and_goes_on(tmp_path: Path) -> None:
    good = written(tmp_path, HEADER + QUERY, "b.sql")
    bad = written(tmp_path, "SELECT 1", "a.sql")
    again = written(tmp_path, HEADER + QUERY, "c.sql")
    macros = written(tmp_path, "CREATE TEMP MACRO m() AS 1;", "_m.sql")
    library = load_checks([tmp_path])
    assert [check.path for check in library.checks] == [good]
    assert library.macros == [macros]
    assert [path for path, _ in library.errors] == [bad, again]
    assert "already taken" in str(library.errors[1][1])


def test_load_checks_refuses_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(CheckError, match="no such folder"):
        load_checks([tmp_path / "nowhere"])


def test_a_check_that_cannot_be_decoded_is_told(tmp_path: Path) -> None:
    path = tmp_path / "latin.sql"
    path.write_bytes(b"-- id: caff\xe8\n")
    with pytest.raises(CheckError, match="cannot be read"):
        read_check(path)
