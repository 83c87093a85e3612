"""`newsclaims eval --floors`: measures, compares with the pinned floors, and pins new ones where that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.articles import extract_claims
from pipeline.evaluate import read_gold
from pipeline.floors import Fallen, Scores, fallen, gold_hash, measure, note_lowering, raised, read_floors, write_floors


@dataclass(frozen=True, slots=True)
class Report:
    """What was compared; `written` is the file where new floors were pinned."""

    floors: Scores
    below: list[Fallen]
    gold_changed: bool
    written: Path | None = None


def check_floors(
    gold: Sequence[Path],
    file: Path,
    *,
    raise_them: bool = False,
    lower_them: str | None = None,
    changelog: Path = Path("CHANGELOG.md"),
) -> Report:
    """Compares what the extractor scores on gold files with the floors of a file.

    `raise_them` pins the higher of both, also for gold that has changed; `lower_them` is the reason for which what is measured
    is pinned as it is, noted in the changelog. Raises UsageError for a file of floors that is none.
    """
    pinned_hash, floors = read_floors(file)
    measured = measure(read_gold(gold), extract_claims)
    below, now = fallen(floors, measured), gold_hash(gold)
    if lower_them:
        note_lowering(changelog, below, lower_them)
        write_floors(file, now, measured)
        return Report(measured, below, pinned_hash != now, file)
    if raise_them:
        higher = raised(floors, measured)
        write_floors(file, now, higher)
        return Report(higher, below, pinned_hash != now, file)
    return Report(floors, below, pinned_hash != now)
