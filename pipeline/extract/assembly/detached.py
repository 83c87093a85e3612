"""Numbers whose unit is told as an afterthought: "ne consuma 25, di watt", "ne ha 16, di gigabyte"."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.assembly.reading import Sentence

_AFTERTHOUGHT = re.compile(
    r"\s*,\s+di\s+(?P<unit>watt|chilowatt|kilowatt|megawatt|gigawatt|gigabyte|terabyte|megabyte|gigahertz|megahertz|petaflops?|teraflops?|exaflops?"
    r"|[kMG]?W|[GTM]B|[GM]Hz|euro|dollari|sterline|yuan|yen|gradi)\b",
    re.IGNORECASE,
)


def read_detached_units(sentence: Sentence) -> None:
    """Reads a bare number in the unit that follows behind a comma; its place stays that of the number."""
    if not sentence.pack.spaced:
        return
    for index, value in enumerate(sentence.values):
        told = _AFTERTHOUGHT.match(sentence.text, value.end) if value.kind == "number" and value.form is None else None
        if told is None:
            continue
        number = sentence.text[value.start : value.end]
        again = sentence.pack.find_values(f"{number} {told['unit']}", None, None)
        if len(again) == 1 and again[0].value is not None and again[0].kind in {"quantity", "price"}:
            found = again[0]
            sentence.values[index] = replace(
                value, kind=found.kind, value=found.value, value_high=found.value_high, unit=found.unit
            )
