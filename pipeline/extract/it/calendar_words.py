"""The words of the Italian calendar as data (`dates.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from pipeline.extract.values.timex import Tense

#: The tables of `dates.toml`.
CALENDAR: Mapping[str, Any] = tomllib.loads(files(__package__).joinpath("dates.toml").read_text(encoding="utf-8"))

#: A word that steps from publication → its tense; "questo" and its like → None.
STEPS: Mapping[str, Tense | None] = {
    **dict.fromkeys(CALENDAR["steps"]["past"], "past"),
    **dict.fromkeys(CALENDAR["steps"]["future"], "future"),
    **dict.fromkeys(CALENDAR["steps"]["current"]),
}

#: Months, short forms included, that are read beside a day or a year.
MONTHS_SHORT: Mapping[str, int] = {**CALENDAR["months_short"], **CALENDAR["months"]}
