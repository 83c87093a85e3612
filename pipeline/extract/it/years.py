"""Years in Italian text: in figures, shortened, in words."""

from __future__ import annotations

from pipeline.extract.it.numerals import pieces, total
from pipeline.extract.it.tokens import Scan

#: A year in two figures below this is of this century.
CENTURY_TURN = 70


def read_year(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year at token `i`, in four figures, two behind an apostrophe, or words; and where it ends."""
    word = scan.words[i]
    if scan.kinds[i] == "figure":
        if len(word) == 4 and word.isdigit() and 1800 <= int(word) <= 2199 and not _glued(scan, i):
            return int(word), i + 1
        return None
    if word == "'" and scan.kinds[i + 1] == "figure" and len(scan.words[i + 1]) == 2 and scan.touches[i + 1]:
        short = int(scan.words[i + 1])
        return (1900 if short >= CENTURY_TURN else 2000) + short, i + 2
    row: tuple[str, ...] = ()
    best: tuple[int, int] | None = None
    while scan.kinds[i] == "word" and not (row and scan.breaks[i]):
        more = pieces(scan.words[i])
        value = total(row + more) if more else None
        if more is None or value is None:
            break
        row, i = row + more, i + 1
        if 1900 <= value <= 2100:
            best = value, i
    return best


def _glued(scan: Scan, i: int) -> bool:
    """Whether letters or a sign touch the figure behind: "2024K", "2024€"."""
    return scan.touches[i + 1] and (scan.kinds[i + 1] == "word" or scan.words[i + 1] in ("€", "$", "£", "%"))


def is_glued_before(scan: Scan, i: int) -> bool:
    if not scan.touches[i] or scan.kinds[i - 1] == "word":
        return scan.touches[i]
    # The dash of "13-15 luglio" stands between two figures of their own.
    between = scan.words[i - 1] == "-" and scan.kinds[i - 2] == "figure" and not scan.touches[i - 2]
    return scan.words[i - 1] in ("-", "/", ".") and scan.touches[i - 1] and not between


def read_short_year(scan: Scan, i: int) -> tuple[int, int] | None:
    word = scan.words[i]
    return (2000 + int(word), i + 1) if scan.kinds[i] == "figure" and len(word) == 2 and word.isdigit() else None
