"""The gate of extraction: F1 scores that must not fall, pinned with the hash of the gold that they were measured on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from models.errors import UsageError
from pipeline.evaluate import LEVELS, Extract, evaluate

_FEWEST = 5
"""A predicate of which gold has fewer claims in a language has no floor of its own."""
_STEP = Decimal("0.01")
Scores = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Fallen:
    """A score below its floor."""

    language: str
    measure: str
    floor: float
    measured: float


def measure(gold: Sequence[Mapping[str, Any]], extract: Extract) -> Scores:
    """F1 by language and script, rounded down to hundredths: at the three levels, and by predicate at that of the claim."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for article in gold:
        groups.setdefault("-".join(filter(None, (article["language"], article.get("script")))), []).append(article)
    scores: Scores = {}
    for language, articles in sorted(groups.items()):
        found = evaluate(articles, extract).scores
        scores[language] = {level: _down(found["all", "all", level].f1) for level in LEVELS}
        for (scope, name, level), score in found.items():
            if scope == "predicate" and level == "claim" and score.gold >= _FEWEST:
                scores[language][name] = _down(score.f1)
    return scores


def _down(score: float) -> float:
    return float(Decimal(repr(score)).quantize(_STEP, ROUND_FLOOR))


def gold_hash(paths: Iterable[Path]) -> str:
    """One SHA-256 of gold files in the order of their paths; it changes with any of their bytes."""
    digest = sha256()
    for path in sorted(paths):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_floors(file: Path) -> tuple[str | None, Scores]:
    """The hash and the floors of a file; none of both where there is no such file. Raises UsageError for another content."""
    if not file.exists():
        return None, {}
    try:
        content = json.loads(file.read_text("utf-8"))
        return content["gold_sha256"], content["floors"]
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{file} is no file of floors; write it again with --raise-floors. ({error!r})") from error


def write_floors(file: Path, gold_sha256: str, floors: Scores) -> None:
    """Writes the floors, so that a change of one is a change of one line."""
    content = {"gold_sha256": gold_sha256, "floors": floors}
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def fallen(floors: Scores, measured: Scores) -> list[Fallen]:
    """What is below its floor; a floor of something that is no longer measured counts as fallen to 0."""
    return [
        Fallen(language, name, floor, measured.get(language, {}).get(name, 0.0))
        for language, of_language in floors.items()
        for name, floor in of_language.items()
        if measured.get(language, {}).get(name, 0.0) < floor
    ]


def raised(floors: Scores, measured: Scores) -> Scores:
    """The higher of floor and measured score, for everything that is measured."""
    return {
        language: {name: max(score, floors.get(language, {}).get(name, 0.0)) for name, score in of_language.items()}
        for language, of_language in measured.items()
    }


def note_lowering(changelog: Path, lowered: Sequence[Fallen], reason: str) -> None:
    """Adds the lowered floors and the reason under the changelog's first heading; raises UsageError where there is none."""
    text = changelog.read_text("utf-8") if changelog.exists() else ""
    heading = text.find("\n## ")
    if heading < 0:
        raise UsageError(
            f"{changelog} has no `## ` heading to note the lowered floors under. Name another with --changelog."
        )
    at = text.index("\n", heading + 1) + 1
    lines = [
        f"- Floors lowered: {reason}",
        *(f"  - {f.language} {f.measure}: {f.floor} to {f.measured}" for f in lowered),
    ]
    changelog.write_text(text[:at] + "\n" + "\n".join(lines) + "\n" + text[at:], encoding="utf-8")
