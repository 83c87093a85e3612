"""Fractions in Italian text: "1/4" in figures, the denominators of "due terzi" and "un ottavo" in words."""

from __future__ import annotations

from decimal import Decimal
from math import gcd

from pipeline.extract.it.numerals import NUMERALS, ordinal
from pipeline.extract.it.tokens import Scan


def fraction_at(scan: Scan, i: int) -> Decimal | None:
    """The proper fraction in lowest terms that stands at token `i` as "3/4", with a denominator up to ten."""
    above, below = scan.words[i], scan.words[i + 2]
    if scan.words[i + 1] != "/" or not (scan.touches[i + 1] and scan.touches[i + 2]) or scan.words[i + 3] == "/":
        return None
    if not (above.isdigit() and below.isdigit()) or "0" in (above[0], below[0]) or len(above) > 1 or len(below) > 2:
        return None
    n, d = int(above), int(below)
    if d > 10 or n >= d or gcd(n, d) > 1:
        return None
    # "4/5 giorni" is four to five of them; "1/4 di miglio" is a part.
    if d - n == 1 and n > 2 and scan.is_lower_word(i + 3) and scan.particle(i + 3) != "di":
        return None
    return Decimal(n) / Decimal(d)


def denominator(scan: Scan, i: int, *, singular: bool) -> int | None:
    word = scan.words[i]
    if scan.kinds[i] != "word" or scan.breaks[i] or not word.endswith("o" if singular else "i"):
        return None
    value: int | None = _DENOMINATORS.get(word)
    if value is None and word.endswith(("esimo", "esimi")) and word not in ("centesimo", "centesimi"):
        value = ordinal(word)
    # "un terzo dei ricavi" is a part, "un terzo chip" comes after the second.
    if (
        value
        and singular
        and scan.kinds[i + 1] == "word"
        and not scan.breaks[i + 1]
        and scan.particle(i + 1) not in _AFTER_PART
    ):
        return None
    return value


_AFTER_PART = frozenset(
    {"di", "in", "rispetto", "e", "o", "circa", "piu", "meno", "a", "per", "da", "tra", "fra", "ma", "su", "con", "che", "",
     "ha", "hanno", "e'", "sono", "era", "viene", "va", "entro", "ogni", "quando", "esatto", "abbondante", "scarso", "secco", "netto", "buono", "mentre", "se", "come", "dell"}
)  # fmt: skip
_DENOMINATORS = NUMERALS["denominators"]
