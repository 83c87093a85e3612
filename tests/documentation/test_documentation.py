"""The README is whole, and the rooms are small."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsclaims
from pipeline.cli import app
from pipeline.extract.pack import languages, load_pack

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CHECKS = sorted(p.stem for p in (ROOT / "warehouse" / "checks").glob("[!_]*.sql"))
COMMANDS = sorted(c.name or c.callback.__name__ for c in app.registered_commands if c.callback)
LONGEST_MODULE = 400


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_names_the_command(command: str) -> None:
    assert f"`{command}`" in README


@pytest.mark.parametrize("check", CHECKS)
def test_readme_names_the_check(check: str) -> None:
    assert f"`{check}`" in README


@pytest.mark.parametrize("name", newsclaims.__all__)
def test_public_name_is_there_with_a_docstring(name: str) -> None:
    assert getattr(newsclaims, name).__doc__ or name == "Claim"


def test_unknown_public_name_is_told() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = newsclaims.nothing


def test_readmes_cue_word_example_is_a_change_in_one_place() -> None:
    """The README says that "ordinativo" is read as an order by one word in the data; it is, by the stem that stands there."""
    labels = {c.label for c in load_pack("it").lexicon.find("un ordinativo di H100") if c.category == "event"}
    assert "order" in labels


def test_languages_are_found_by_their_folders() -> None:
    assert languages() == ("it", "zh")


@pytest.mark.parametrize(
    "module",
    sorted(
        p.relative_to(ROOT).as_posix()
        for f in ("pipeline", "models", "warehouse", "corpus")
        for p in (ROOT / f).rglob("*.py")
    ),
)
def test_module_fits_in_a_head(module: str) -> None:
    assert len((ROOT / module).read_text("utf-8").splitlines()) <= LONGEST_MODULE
