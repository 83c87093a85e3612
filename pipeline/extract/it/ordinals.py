"""Whether an Italian word that may be an ordinal ("prima", "secondo") is one where it stands."""

from __future__ import annotations

from pipeline.extract.it.numerals import ordinal
from pipeline.extract.it.tokens import Scan


def is_ordinal(scan: Scan, i: int) -> bool:
    """Whether a word like "secondo" counts here, and is not the preposition, the adverb or the unit of time."""
    word = scan.words[i]
    after, before = scan.particle(i + 1), scan.particle(i - 1)
    last = scan.kinds[i + 1] != "word" or scan.breaks[i + 1]
    if word == "secondo":
        return before not in ("a", "ogni", "un") and (
            last or (scan.words[i + 1] not in _AFTER_ACCORDING and not scan.is_capitalised(i + 1))
        )
    if word == "prima" and last:
        return scan.breaks[i] or ordinal(scan.words[i - 1]) is not None
    if word in ("prima", "prime", "primi", "primo"):
        return last or after not in ("di", "che", "o", "ancora", "piano", "e")
    if word in ("terzi", "quarti", "none", "ottave"):
        return not last
    return True


_AFTER_ACCORDING = frozenset(
    {"il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una", "quanto", "cui", "me", "te", "lui", "lei", "noi", "voi", "loro",
     "alcuni", "alcune", "fonti", "indiscrezioni", "molti", "varie", "diverse", "diversi", "analisti", "stime", "questo", "questa", "quelli",
     "tale", "tali", "dati", "calcoli", "voci", "chi", "piani"}
)  # fmt: skip
