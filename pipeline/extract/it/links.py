"""Amounts that are one in two currencies or units: "3 miliardi di dollari (2,6 miliardi di euro)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.values import Value

_NEXT_CURRENCY = re.compile(r"\s*(?:,|/|;|o|e|oppure)\s*(?:circa\s*)?")
_SAME = re.compile(
    r"\s?[(\[]\s?(?:[^\W\d_][^()\d]{0,40})?$|,?\s(?:pari a|ovvero|ossia|cioe|equivalenti a|equivalente a|corrispondenti a|vale a dire)(?:\s(?:circa|quasi|oltre|a))*\s?$"
)
_APPOSED = re.compile(r",\s(?:all'incirca|circa|poco (?:piu|meno) di|quasi|oltre|sui|intorno a[i]?)\s")
_BARELY_APPOSED = re.compile(r",\s")
_READERS_OWN = "EUR"
"""What an Italian article converts foreign money into without a word for it: "780 milioni di corone, 71 milioni di euro, per …"."""
_CLOSED = re.compile(r"\s?[,;.:)]")
"""Around a second currency that stands between commas: "3 miliardi di dollari, circa 2,6 miliardi di euro, per …"."""
_EXCHANGED = re.compile(r",?\s\(?(?:al|ai) (?:cambi[oi]|tass[oi] di cambio)")


def link_amounts(folded: str, found: Sequence[Value]) -> list[Value]:
    """The values, by place, with a number in `same_as` that those of one amount share; `folded` is the text without accents and capitals."""
    values = list(found)
    count = 0
    for k in range(1, len(values)):
        first, second = values[k - 1], values[k]
        if first.kind != second.kind or first.kind not in ("price", "quantity"):
            continue
        gap = folded[first.end : second.start]
        if (
            first.same_as is not None
            and first.kind == "price"
            and first.unit != second.unit
            and _NEXT_CURRENCY.fullmatch(gap)
        ):
            values[k] = replace(second, same_as=first.same_as, bound=first.bound)
            continue
        said = (
            _SAME.search(gap)
            or (len(gap) < 40 and _EXCHANGED.match(folded, second.end))
            or (first.kind == "price" and _is_apposed(gap, second) and _CLOSED.match(folded, second.end))
        )
        if len(gap) > 60 or "\n" in gap or not said or (first.unit == second.unit and first.kind == "price"):
            continue
        if first.kind == "quantity" and (first.unit != second.unit or "(" not in gap):
            continue
        if first.same_as is None:
            count += 1
            values[k - 1] = first = replace(first, same_as=count)
        values[k] = replace(second, same_as=first.same_as)
    return values


def _is_apposed(gap: str, second: Value) -> bool:
    """Whether a second amount stands between commas behind the first, with a word of rounding or in the readers' own currency."""
    return bool(_APPOSED.fullmatch(gap) or (second.unit == _READERS_OWN and _BARELY_APPOSED.fullmatch(gap)))
