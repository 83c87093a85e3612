"""The first or last units of a period: "i primi nove mesi del 2024", "gli ultimi tre giorni di marzo", "l'ultimo giorno del mese"."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from pipeline.extract.it.calendar_words import CALENDAR
from pipeline.extract.it.numbers import read_number
from pipeline.extract.it.tokens import Scan
from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period

_UNITS: dict[str, timex.Unit] = CALENDAR["units"]
_FIRST = frozenset({"primo", "prima", "primi", "prime"})
_LAST = frozenset({"ultimo", "ultima", "ultimi", "ultime"})
_PLURAL = frozenset({"primi", "prime", "ultimi", "ultime"})
_READ: frozenset[timex.Unit] = frozenset({"day", "month", "quarter"})
#: The words that an edge of a period begins with.
EDGE_OPENINGS = _FIRST | _LAST


class Edge(NamedTuple):
    """So many units at one end of a period, which begins behind the "di" at token `stop`."""

    units: int
    unit: timex.Unit
    at_end: bool
    stop: int


def read_edge(scan: Scan, i: int) -> Edge | None:
    """The edge that begins at token `i`, up to its "di"."""
    word, j, count = scan.words[i], i + 1, 1
    if word in _PLURAL:
        number = read_number(scan, i + 1)
        if number is None or number.form or number.article or number.value % 1 or not 2 <= number.value <= 60:
            return None
        count, j = int(number.value), number.stop
    unit = _UNITS.get(scan.words[j])
    if unit not in _READ or scan.breaks[j] or scan.breaks[j + 1] or scan.particle(j + 1) != "di":
        return None
    return Edge(count, unit, word in _LAST, j + 1)


def edge_of(whole: Period, edge: Edge) -> Period | None:
    """The units at the end of a period; None where it holds no such many."""
    if whole.start is None or whole.end is None:
        return None
    near = timex.step(whole.end if edge.at_end else whole.start, edge.unit, 0)
    away = edge.units - 1
    far = timex.step(whole.end if edge.at_end else whole.start, edge.unit, -away if edge.at_end else away)
    if near is None or far is None:
        return None
    first, last = (far, near) if edge.at_end else (near, far)
    run = first if edge.units == 1 else timex.span(first, last)
    if run is None or run.start is None or run.end is None:
        return None
    within = whole.start <= run.start and run.end <= whole.end
    smaller = run.end - run.start < whole.end - whole.start - timedelta(days=1) or run.timex != whole.timex
    return run if within and smaller else None
