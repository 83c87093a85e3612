"""An expression with its opening before it matches what the bare expression matches: hard ones, and all of the language packs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.openings import compile_quick

PACKS = Path(__file__).parents[2] / "pipeline" / "extract"


@pytest.mark.parametrize(
    ("regex", "opening"),
    [
        (r"\b(?:una?|il) chip", r"\b(?=[iu])"),
        (r"(?:\bcon|\bper) \d", r"\b(?=[cp])"),
        (r"(?:\bcon|per) \d", r"(?=[cp])"),
        (r"(?<=x)(?!Il)(?-i:[A-Z])\w+", r"(?=(?-i:[A-Z]))"),
        (r"(?:\bla )?(?P<name>(?-i:[A-Z])\w+)", r"(?=[l]|(?-i:[A-Z]))"),
        (r"(?:\bla )?\b[A-Z]\w+", r"\b(?=[A-Zl])"),
        (r"(?m)(?:^|\n\W*|: )[a-c]", "(?=[:\\\na-c])"),
        (r"(?:^|[.] )[A-C-]{2}", r"(?=[A-C\-\.])"),
    ],
)
def test_opening(regex: str, opening: str) -> None:
    pattern = compile_quick(regex, re.IGNORECASE).pattern
    assert pattern.removesuffix(f"(?:{regex.removeprefix('(?m)')})") == opening


@pytest.mark.parametrize(
    "regex", [r"\s*(?:di )?", r"[^,]{0,9}$", r".chip", r"(?:|a)b?", r"(?!)", r"(a)?(?(1)b|c)", "[0-9] W"]
)
def test_no_opening_is_told(regex: str) -> None:
    """Where the match may be empty or begin with anything, and where the engine has a set of its own to search for."""
    assert compile_quick(regex, re.IGNORECASE).pattern == regex


def _patterns() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    tables = [tomllib.loads(file.read_text("utf-8")) for file in sorted(PACKS.glob("*/patterns.toml"))]
    regexes = [regex for table in tables for regex in table.values()]
    return [(re.compile(regex, re.IGNORECASE), compile_quick(regex, re.IGNORECASE)) for regex in regexes]


PATTERNS = _patterns()
WORDS = st.sampled_from(
    ["il ", "la ", "un chip ", "Aurora ", "X9 ", "300 ", "W", "euro", ", ", ". ", "\n", "è ", "l'", "con ", "Ⅻ", "ſ", "K", "İ",
     "的", "从", "芯片", "称", "Titan ", "是", "，", "。", "三", "GPU", "si chiama ", "secondo ", "presentato ", "costa ", "(", ")"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=14).map("".join))
def test_every_pattern_matches_the_same(text: str) -> None:
    for bare, quick in PATTERNS:
        assert [m.regs for m in quick.finditer(text)] == [m.regs for m in bare.finditer(text)]
        middle = len(text) // 2
        for method in ("search", "match", "fullmatch"):
            found = [getattr(p, method)(text, middle, len(text) - 1) for p in (bare, quick)]
            assert [m and m.regs for m in found[:1]] == [m and m.regs for m in found[1:]]
