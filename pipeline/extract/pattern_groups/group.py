"""What every group of patterns is read by: its TOML file, whose fragments are put in where patterns name them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

_FRAGMENT = re.compile(r"<<(?P<name>\w+)>>")
_NEVER = "(?!)"
"""What a language has in place of words for something that it does not say in so many words."""


@dataclass(frozen=True)
class PatternGroup:
    """The patterns of one file, each under its name."""

    @classmethod
    def from_toml(cls, path: Path) -> Self:
        """Reads the group's file; raises KeyError for a pattern or a fragment that it lacks."""
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        fragments: dict[str, str] = table.get("fragments", {})
        return cls(**{f.name: _compiled(joined(table[f.name], fragments)) for f in fields(cls)})


def _compiled(regex: str) -> re.Pattern[str]:
    # Bound to the start of the text it fails once, and is not tried at every place.
    return re.compile(rf"\A{regex}" if regex.startswith(_NEVER) else regex, re.IGNORECASE)


def joined(pattern: str, fragments: Mapping[str, str]) -> str:
    """The pattern's lines without their indentation, and its fragments put in; raises KeyError for one that there is not."""
    line = "".join(part.lstrip() for part in pattern.splitlines()) if "\n" in pattern else pattern
    return _FRAGMENT.sub(lambda match: joined(fragments[match["name"]], fragments), line)
