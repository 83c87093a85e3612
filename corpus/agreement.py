"""How far two annotators of the same articles agree: `python -m corpus.agreement [--lenient] SECOND FIRST…` prints it.

The claims of both are matched as `newsclaims eval` matches found claims with gold ones. The strict figure compares what each
annotator put first: alternatives are left out and optional claims are claims like the others. It is the one to quote.

The lenient figure says how much of the rest somebody had foreseen. Each annotator is taken for gold once, with the
alternatives allowed there, and the counts of both rounds are added; an optional claim that the other one does not have is
forgotten. An annotation with many alternatives agrees with nearly everything in this way.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.errors import UsageError
from pipeline.evaluate import LEVELS, SLOTS, Comparison, Level, Score, SlotScore, read_gold

Article = Mapping[str, Any]
Claim = Mapping[str, Any]
ALL = "all"


@dataclass(slots=True)
class Agreement:
    """Levels by (language, level) and fields by (language, field), where language is `it`, `zh-Hans`, `zh-Hant` or `all`.

    A field is compared on the claims that both have with the same value and predicate, if one of the two sets it. Lenient
    counts are of two rounds.
    """

    articles: int = 0
    levels: defaultdict[tuple[str, Level], Score] = field(default_factory=lambda: defaultdict(Score))
    fields: defaultdict[tuple[str, str], SlotScore] = field(default_factory=lambda: defaultdict(SlotScore))


def agreement(first: Iterable[Article], second: Iterable[Article], lenient: bool = False) -> Agreement:
    """The agreement on the articles whose id both have; raises UsageError where their texts differ or there is none."""
    result = Agreement()
    by_id = {article["id"]: article for article in first}
    for article in second:
        other = by_id.get(article["id"])
        if other is None:
            continue
        if other["text"] != article["text"]:
            raise UsageError(f"The two texts of {article['id']} differ: their claims cannot be compared")
        result.articles += 1
        language = "-".join(filter(None, (article["language"], article.get("script"))))
        for comparison in _rounds(other["claims"], article["claims"], lenient):
            for name in (ALL, language):
                for level in LEVELS:
                    result.levels[name, level] += _score(comparison, level)
                for slot, score in comparison.slots().items():
                    result.fields[name, slot] += score
    if not result.articles:
        raise UsageError("No article stands in both annotations")
    return result


def _rounds(first: Sequence[Claim], second: Sequence[Claim], lenient: bool) -> list[Comparison]:
    if lenient:
        return [Comparison(first, second), Comparison(second, first)]
    return [Comparison(_strict(first), _strict(second))]


def _strict(claims: Sequence[Claim]) -> list[Claim]:
    return [{name: value for name, value in claim.items() if name not in ("alt", "optional")} for claim in claims]


def _score(comparison: Comparison, level: Level) -> Score:
    pairs = comparison.matches[level]
    gold_count = _counted(comparison.gold, {g for g, _ in pairs})
    return Score(gold_count, _counted(comparison.found, {f for _, f in pairs}), len(pairs))


def _counted(claims: Sequence[Claim], matched: set[int]) -> int:
    return sum(index in matched or not claim.get("optional") for index, claim in enumerate(claims))


def as_markdown(result: Agreement) -> str:
    """A table of F1 by level and of the share of agreeing values by field, with a column for each language.

    A field has behind its share how many comparisons this rests on; one that nobody sets is a dash.
    """
    languages = sorted({name for name, _ in result.levels}, key=lambda name: (name != ALL, name))
    rows = [["", *languages], ["---", *["---:"] * len(languages)]]
    rows += [[f"{level}, F1", *(f"{result.levels[name, level].f1:.3f}" for name in languages)] for level in LEVELS]
    rows += [
        [f"`{slot}`", *(_share(result.fields.get((name, slot), SlotScore())) for name in languages)]
        for slot in SLOTS
        if (ALL, slot) in result.fields
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _share(score: SlotScore) -> str:
    return f"{score.accuracy:.2f} ({score.compared})" if score.compared else "–"


def main(arguments: Sequence[str]) -> int:
    """Print the table of a second annotation and the files of the first one as Markdown; 2 where that cannot be done."""
    paths = [Path(argument) for argument in arguments if argument != "--lenient"]
    if len(paths) < 2:
        print("usage: python -m corpus.agreement [--lenient] SECOND FIRST…", file=sys.stderr)
        return 2
    try:
        found = agreement(read_gold(paths[1:]), read_gold(paths[:1]), lenient="--lenient" in arguments)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    print(as_markdown(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
