"""The scorer behind `newsclaims eval`: found claims against gold, one article at a time.

A found claim and a gold claim can match where their spans overlap. Three levels ask for more and more:

- `value`: the same kind of claim with the same value, value_high and unit, timex, or object of a hardware claim;
- `statement`: the same predicate as well;
- `claim`: the same hardware as well.

At each level the matching is one-to-one and the largest there is; among equally large ones it is the one in which most
fields agree. A gold claim that is `optional` counts where it was found and is forgotten where it was not; `alt` names the
other values that are right for a field. Claims are compared as the plain JSON of CLAIMS.md, null and absent alike.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Context, Decimal
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal, get_args

from models.errors import UsageError
from models.records import Claim, DatePredicate, HardwarePredicate, PricePredicate, QuantityPredicate, claim_to_dict
from pipeline.assignment import Pair, best_matching

Level = Literal["value", "statement", "claim"]
LEVELS: tuple[Level, ...] = get_args(Level)
Plain = Mapping[str, Any]
Extract = Callable[[str, str, date | None], Sequence[Claim]]

SLOTS: tuple[str, ...] = (
    "hardware", "holder", "object", "aspect", "workload", "event", "stage", "basis", "basis_size", "condition", "baseline",
    "per", "mod", "interval", "as_of", "bound", "modality", "polarity", "source", "zone", "deal", "same_as",
)  # fmt: skip
_GROUPS = ("deal", "same_as")  # their ids are free: two claims share one or they do not
_DEFAULTS = {"bound": "exact", "modality": "asserted", "polarity": "positive", "zone": "body"}
_VALUE_FIELDS = ("value", "value_high", "unit", "timex")
_COMPARED_FIELDS = ("predicate", *_VALUE_FIELDS, *(slot for slot in SLOTS if slot not in _GROUPS))
_TEN_DIGITS = Context(prec=10)  # a number that went through a float and back is still the same number
_KIND_OF = {
    predicate: kind
    for kind, predicates in (
        ("hardware", HardwarePredicate), ("quantity", QuantityPredicate), ("price", PricePredicate), ("date", DatePredicate),
    )
    for predicate in get_args(predicates)
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Score:
    """How many were there, how many were found, how many of these are right. An empty side counts as 1, not as 0/0."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.gold + other.gold, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        total = self.gold + self.found
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class SlotScore:
    """A field on the claims that match at statement level; pairs in which neither side sets it are not compared."""

    compared: int = 0
    right: int = 0

    def __add__(self, other: SlotScore) -> SlotScore:
        return SlotScore(self.compared + other.compared, self.right + other.right)

    @property
    def accuracy(self) -> float:
        return self.right / self.compared if self.compared else 1.0


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as the gold has it: a miss, an invention, or a claim with wrong fields (name → gold, found)."""

    article: str
    what: Literal["missed", "invented", "wrong"]
    start: int
    end: int
    quote: str
    predicate: str
    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The result. Scores by (scope, name, level), slots by (scope, name, slot); scope is all, language or predicate."""

    articles: int
    scores: Mapping[tuple[str, str, Level], Score]
    slots: Mapping[tuple[str, str, str], SlotScore]
    differences: tuple[Difference, ...]

    def as_rows(self) -> list[dict[str, Any]]:
        """The scores and then the slots as flat rows, rounded to four places, for a table or JSON."""
        rows: list[dict[str, Any]] = []
        for (scope, name, level), score in self.scores.items():
            rows.append(
                {
                    "scope": scope,
                    "name": name,
                    "measure": level,
                    "gold": score.gold,
                    "found": score.found,
                    "right": score.right,
                }
                | {"precision": round(score.precision, 4), "recall": round(score.recall, 4), "f1": round(score.f1, 4)}
            )
        for (scope, name, slot), result in self.slots.items():
            rows.append(
                {
                    "scope": scope,
                    "name": name,
                    "measure": f"slot:{slot}",
                    "compared": result.compared,
                    "right": result.right,
                }
                | {"accuracy": round(result.accuracy, 4)}
            )
        return rows

    def difference_rows(self) -> list[dict[str, Any]]:
        """The misses, inventions and wrong fields as flat rows, in the order of articles and places."""
        return [
            {
                "article": d.article, "what": d.what, "start": d.start, "end": d.end, "quote": d.quote,
                "predicate": d.predicate, "fields": {name: list(pair) for name, pair in d.fields.items()},
            }
            for d in self.differences
        ]  # fmt: skip


def read_gold(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The articles of JSON Lines gold files. Raises UsageError with file and line for what is no gold article."""
    articles = []
    for path in paths:
        try:
            lines = path.read_text("utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"The gold file {path} cannot be read: {error}") from error
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                article = json.loads(line, parse_float=Decimal)
            except ValueError as error:
                raise UsageError(f"{path}, line {number} is no JSON: {error}") from error
            if not isinstance(article, dict) or not isinstance(article.get("text"), str) or "claims" not in article:
                raise UsageError(f"{path}, line {number} is no gold article: it needs at least `text` and `claims`")
            articles.append(article)
    return articles


def evaluate(gold: Iterable[Plain], extract: Extract) -> Evaluation:
    """Run `extract` over every gold article's text and score what it returns.

    `extract` is called with the text, the gold's language and the publication date (None where the gold has none).
    """
    scores: defaultdict[tuple[str, str, Level], Score] = defaultdict(Score)
    slots: defaultdict[tuple[str, str, str], SlotScore] = defaultdict(SlotScore)
    differences: list[Difference] = []
    count = 0
    for count, article in enumerate(gold, 1):
        published = date.fromisoformat(article["published"]) if article.get("published") else None
        found = [claim_to_dict(claim) for claim in extract(article["text"], article["language"], published)]
        comparison = Comparison(article["claims"], found)
        language = "-".join(filter(None, (article["language"], article.get("script"))))
        for level in LEVELS:
            for predicate, score in comparison.scores(level).items():
                for key in (("all", "all"), ("language", language), ("predicate", predicate)):
                    scores[*key, level] += score
        for slot, result in comparison.slots().items():
            slots["all", "all", slot] += result
            slots["language", language, slot] += result
        differences += comparison.differences(str(article.get("id", count)))
    return Evaluation(
        count, dict(sorted(scores.items(), key=_row_order)), dict(sorted(slots.items())), tuple(differences)
    )


def score_findings(gold: Iterable[Plain], found: Mapping[str, Iterable[str]]) -> dict[str, Score]:
    """Found finding families, by article id, against `expected_findings`: a Score for each family and for `all`.

    A family counts once an article, however many findings of it there are. Which verdicts count as found is the caller's
    choice. An expected finding may be `optional` and have `alt` families, as claims have.
    """
    scores: Counter[tuple[str, str]] = Counter()
    for article in gold:
        families = set(found.get(str(article.get("id")), ()))
        for family in families:
            scores[family, "found"] += 1
        expected = sorted(article.get("expected_findings") or (), key=lambda finding: bool(finding.get("optional")))
        for finding in expected:
            met = next((family for family in _allowed(finding, "family") if family in families), None)
            if met is not None:
                families.discard(met)
                scores[met, "found"] -= 1
                scores[finding["family"], "found"] += 1
                scores[finding["family"], "right"] += 1
            if met is not None or not finding.get("optional"):
                scores[finding["family"], "gold"] += 1
    names = sorted({family for family, _ in scores})
    by_family = {n: Score(scores[n, "gold"], scores[n, "found"], scores[n, "right"]) for n in names}
    return {"all": sum(by_family.values(), Score()), **by_family}


class Comparison:
    """One article's gold claims and found claims, matched at each level."""

    def __init__(self, gold: Sequence[Plain], found: Sequence[Plain]) -> None:
        self.gold = gold
        self.found = found
        self._candidates = [(g, f) for g, f in _overlaps(gold, found) if _same_kind(gold[g], found[f])]
        self._wrong = {(g, f): _wrong_fields(gold[g], found[f]) for g, f in self._candidates}
        same_value = [(g, f) for g, f in self._candidates if not self._wrong[g, f].keys() & _value_fields(gold[g])]
        same_statement = [pair for pair in same_value if "predicate" not in self._wrong[pair]]
        same_claim = [pair for pair in same_statement if "hardware" not in self._wrong[pair]]
        self.matches: dict[Level, list[Pair]] = {
            "value": self._match(same_value),
            "statement": self._match(same_statement),
            "claim": self._match(same_claim),
        }

    def scores(self, level: Level) -> dict[str, Score]:
        """The scores by predicate: the gold's for what is in the gold, the found one's for what is not."""
        by_predicate: defaultdict[str, Score] = defaultdict(Score)
        pairs = self.matches[level]
        matched_gold = {g for g, _ in pairs}
        matched_found = {f for _, f in pairs}
        for index, claim in enumerate(self.gold):
            if index in matched_gold:
                by_predicate[claim["predicate"]] += Score(1, 1, 1)
            elif not claim.get("optional"):
                by_predicate[claim["predicate"]] += Score(gold=1)
        for index, claim in enumerate(self.found):
            if index not in matched_found:
                by_predicate[claim["predicate"]] += Score(found=1)
        return dict(by_predicate)

    def slots(self) -> dict[str, SlotScore]:
        """How often each slot is right on the pairs of the statement level."""
        pairs = self.matches["statement"]
        results: defaultdict[str, SlotScore] = defaultdict(SlotScore)
        for pair in pairs:
            gold, found = self.gold[pair[0]], self.found[pair[1]]
            for slot in SLOTS:
                if slot not in _GROUPS and any(
                    value is not None for value in (*_allowed(gold, slot), _get(found, slot))
                ):
                    results[slot] += SlotScore(1, slot not in self._wrong[pair])
        for slot in _GROUPS:
            for right in self._grouped_alike(slot, pairs):
                results[slot] += SlotScore(1, right)
        return dict(results)

    def differences(self, article: str) -> list[Difference]:
        """Misses, inventions and wrong fields. What overlaps but differs in value is one wrong claim, not a miss and an invention."""
        pairs = list(self.matches["claim"])
        for candidates in (self.matches["statement"], self.matches["value"], self._candidates):
            taken_gold, taken_found = {g for g, _ in pairs}, {f for _, f in pairs}
            pairs += self._match([(g, f) for g, f in candidates if g not in taken_gold and f not in taken_found])
        rows = [
            _difference(
                article, "wrong", self.gold[g], {name: self._wrong[g, f][name] for name in sorted(self._wrong[g, f])}
            )
            for g, f in pairs
            if self._wrong[g, f]
        ]
        met_gold, met_found = {g for g, _ in pairs}, {f for _, f in pairs}
        rows += [
            _difference(article, "missed", claim)
            for index, claim in enumerate(self.gold)
            if index not in met_gold and not claim.get("optional")
        ]
        rows += [_difference(article, "invented", claim) for i, claim in enumerate(self.found) if i not in met_found]
        return sorted(rows, key=lambda d: (d.start, d.end, d.predicate))

    def _match(self, pairs: Sequence[Pair]) -> list[Pair]:
        # an optional gold claim takes a found one only where no other can use it
        return best_matching(
            pairs, {(g, f): -len(self._wrong[g, f]) - 100 * bool(self.gold[g].get("optional")) for g, f in pairs}
        )

    def _grouped_alike(self, slot: str, pairs: Sequence[Pair]) -> Iterable[bool]:
        """For each pair with a group on either side: are its partners, among the matched, the same?"""
        gold_of = {f: g for g, f in pairs}
        for g, f in pairs:
            gold_group, found_group = self.gold[g].get(slot), self.found[f].get(slot)
            if gold_group is None and found_group is None:
                continue
            partners = {i for i, _ in pairs if gold_group is not None and self.gold[i].get(slot) == gold_group}
            found_partners = {i for i in gold_of if found_group is not None and self.found[i].get(slot) == found_group}
            yield partners | {g} == {gold_of[i] for i in found_partners} | {g}


def _row_order(item: tuple[tuple[str, str, Level], Score]) -> tuple[int, str, int]:
    scope, name, level = item[0]
    return ("all", "language", "predicate").index(scope), name, LEVELS.index(level)


def _difference(
    article: str,
    what: Literal["missed", "invented", "wrong"],
    claim: Plain,
    fields: Mapping[str, tuple[Any, Any]] | None = None,
) -> Difference:
    return Difference(article, what, claim["start"], claim["end"], claim["quote"], claim["predicate"], fields or {})


def _get(claim: Plain, name: str) -> Any:
    if name == "interval":
        bounds = (claim.get("date_start"), claim.get("date_end"))
        return None if bounds == (None, None) else "/".join(str(bound) for bound in bounds)
    value = claim.get(name)
    return _DEFAULTS.get(name) if value is None else value


def _allowed(claim: Plain, name: str) -> tuple[Any, ...]:
    return (_get(claim, name), *(claim.get("alt") or {}).get(name, ()))


def _value_fields(claim: Plain) -> set[str]:
    """What makes two claims state the same value. A duration without a number has no unit to compare."""
    fields = {*_VALUE_FIELDS, "object"} if claim["kind"] == "hardware" else {*_VALUE_FIELDS}
    return fields if claim.get("value") is not None else fields - {"unit"}


def _wrong_fields(gold: Plain, found: Plain) -> dict[str, tuple[Any, Any]]:
    return {n: (_get(gold, n), _get(found, n)) for n in _COMPARED_FIELDS if not _agree(gold, found, n)}


def _comparable(value: Any) -> Any:
    if isinstance(value, (int, float, Decimal)):
        return _TEN_DIGITS.create_decimal(str(value)).normalize()
    return " ".join(value.casefold().split()) if isinstance(value, str) else value


def _agree(gold: Plain, found: Plain, name: str) -> bool:
    met = _comparable(_get(found, name))
    if any(met == _comparable(value) for value in _allowed(gold, name)):
        return True
    # an alternative timex brings its own interval
    return name == "interval" and found.get("timex") in (gold.get("alt") or {}).get("timex", ())


def _same_kind(gold: Plain, found: Plain) -> bool:
    return any(found["kind"] == _KIND_OF.get(predicate) for predicate in _allowed(gold, "predicate"))


def _overlaps(gold: Sequence[Plain], found: Sequence[Plain]) -> Iterable[Pair]:
    """Pairs of a gold and a found claim with at least one character in common."""
    order = sorted(range(len(found)), key=lambda index: found[index]["start"])
    starts = [found[index]["start"] for index in order]
    furthest = list(accumulate((found[index]["end"] for index in order), max))
    for g, claim in enumerate(gold):
        for position in range(bisect_right(furthest, claim["start"]), bisect_left(starts, claim["end"])):
            if found[order[position]]["end"] > claim["start"]:
                yield g, order[position]
