"""What a language has to bring: its value grammar, its cue words and a few patterns. One folder a language."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Context
from functools import cache
from pathlib import Path

from models.errors import UsageError
from models.values import Value
from pipeline.extract.lexicon import Lexicon
from pipeline.extract.patterns import Patterns

EXACT = Context(prec=40)
"""The packs calculate in this context: other libraries narrow that of the whole process."""
ValueFinder = Callable[[str, date | None, str | None], list[Value]]


@dataclass(frozen=True)
class LanguagePack:
    """A language: `find_values(view text, published, script)` and the data that the assembly reads."""

    language: str
    find_values: ValueFinder
    lexicon: Lexicon
    patterns: Patterns
    spaced: bool
    """Whether the language writes spaces between words."""

    def number(self, numeral: str) -> int:
        """The whole number that a numeral stands for, in digits or words: 16, otto, 十六. Raises ValueError for anything else."""
        if numeral.isascii() and numeral.isdecimal():
            return int(numeral)
        number = next((v.value for v in self.find_values(numeral, None, None) if v.kind == "number"), None)
        if number is None:
            raise ValueError(f"{numeral!r} is no number")
        return int(number)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a pack: each folder here that holds a `cues.toml`."""
    here = Path(__file__).parent
    return tuple(sorted(m.name for m in pkgutil.iter_modules([str(here)]) if (here / m.name / "cues.toml").exists()))


@cache
def load_pack(language: str) -> LanguagePack:
    """The pack of a language; raises UsageError naming those that there are."""
    if language not in languages():
        raise UsageError(f"No language pack for {language!r}. There are: {', '.join(languages())}.")
    pack: LanguagePack = importlib.import_module(f"pipeline.extract.{language}").PACK
    return pack
