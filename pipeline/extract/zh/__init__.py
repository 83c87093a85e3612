"""The Chinese pack, Simplified and Traditional: numerals, amounts, dates, cue words."""

from datetime import date
from decimal import localcontext
from pathlib import Path

from models.values import Value
from pipeline.extract.lexicon import Lexicon
from pipeline.extract.pack import EXACT, LanguagePack
from pipeline.extract.patterns import Patterns
from pipeline.extract.zh.values import find_values

_HERE = Path(__file__).parent


def _find(text: str, published: date | None, script: str | None) -> list[Value]:
    with localcontext(EXACT):
        return find_values(text, published, script="Hant" if script == "Hant" else "Hans")


PACK = LanguagePack(
    language="zh",
    find_values=_find,
    lexicon=Lexicon.from_toml(_HERE.parent / "cues.toml", _HERE / "cues.toml"),
    patterns=Patterns.from_folder(_HERE / "patterns"),
    spaced=False,
)
