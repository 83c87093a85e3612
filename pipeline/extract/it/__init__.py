"""The Italian pack: numerals, amounts, dates, cue words."""

from datetime import date
from decimal import localcontext
from pathlib import Path

from models.values import Value
from pipeline.extract.it.points import read_points
from pipeline.extract.it.values import find_values
from pipeline.extract.lexicon import Lexicon
from pipeline.extract.pack import EXACT, LanguagePack
from pipeline.extract.patterns import Patterns

_HERE = Path(__file__).parent


def _find(text: str, published: date | None, script: str | None) -> list[Value]:  # noqa: ARG001  one script only
    with localcontext(EXACT):
        return read_points(text, find_values(text, published))


PACK = LanguagePack(
    language="it",
    find_values=_find,
    lexicon=Lexicon.from_toml(_HERE.parent / "cues.toml", _HERE / "cues.toml"),
    patterns=Patterns.from_folder(_HERE / "patterns"),
    spaced=True,
)
