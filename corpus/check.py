"""What is wrong with a gold file: everything in it that the contract of a claim does not allow.

`problems` reads a file as an annotator leaves it and says all of its mistakes at once, each with its line and claim.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from models.records import CLAIM, CLAIM_FIELDS, DatePredicate, HardwarePredicate, PricePredicate, QuantityPredicate

FAMILIES = {
    "spec_conflict", "exchange_rate", "arithmetic", "power_budget", "composition", "timeline", "relative", "magnitude",
    "self_contradiction", "cross_article", "copy_change",
}  # fmt: skip
VERDICTS = {"conflict", "doubtful", "disagreement", "outdated", "supported"}
KIND_OF = {
    predicate: kind
    for kind, predicates in {
        "hardware": HardwarePredicate,
        "quantity": QuantityPredicate,
        "price": PricePredicate,
        "date": DatePredicate,
    }.items()
    for predicate in get_args(predicates)
}
UNITS: Mapping[str, frozenset[str]] = {
    "component": frozenset({"1"}),
    "unit_count": frozenset({"1"}),
    "power": frozenset({"W", "Wh"}),
    "transistor_count": frozenset({"1"}),
    "memory_capacity": frozenset({"B"}),
    "memory_bandwidth": frozenset({"B/s", "bit/s"}),
    "link_bandwidth": frozenset({"B/s", "bit/s"}),
    "compute": frozenset({"FLOP/s", "OP/s"}),
    "core_count": frozenset({"1"}),
    "clock": frozenset({"Hz"}),
    "die_area": frozenset({"m2"}),
    "share": frozenset({"1"}),
    "duration": frozenset({"s"}),
    "temperature": frozenset({"K"}),
    "parameter_count": frozenset({"1"}),
}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS_IN = {"H": 6, "Q": 3}
_DURATION = re.compile(r"P(?:\d+(?:\.\d+)?[YMWD]|T\d+(?:\.\d+)?[HMS])|PX[YMWD]|PTX[HMS]")
_UNDATED = re.compile(r"XXXX-(?:SP|SU|FA|WI|H[12]|Q[1-4]|\d\d(?:-\d\d)?)|(?:FUTURE|PAST|PRESENT)_REF")
_CALENDAR = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|(?P<season>SP|SU|FA|WI)|(?P<part>H[12]|Q[1-4])|W(?P<week>\d\d)))?"
    r"|(?P<decade>\d{3})X"
)
Interval = tuple[date, date]


def problems(gold_path: Path) -> list[str]:
    """Every mistake of a gold file as `FILE:LINE article: words`; an empty list where there is none."""
    found: list[str] = []
    ids: Counter[str] = Counter()
    for number, line in enumerate(gold_path.read_text("utf-8").rstrip("\n").split("\n"), 1):
        try:
            article = json.loads(line, parse_float=Decimal)
        except ValueError as error:
            found.append(f"{gold_path.name}:{number} no JSON: {error}")
            continue
        ids[str(article.get("id"))] += 1
        place = f"{gold_path.name}:{number} {article.get('id')}"
        found += [f"{place}: {words}" for words in _article_problems(article)]
    return found + [f"{gold_path.name}: the id {name} stands {count} times" for name, count in ids.items() if count > 1]


def timex_interval(timex: str) -> Interval | None:
    """The days of a TIMEX3 value, both ends included; None for a duration or an undetermined date.

    A season is three whole months, winter the one that begins in the named year. Raises ValueError for what is no TIMEX3.
    """
    if _DURATION.fullmatch(timex) or _UNDATED.fullmatch(timex):
        return None
    first, _, last = timex.partition("/")
    start, end = _calendar_interval(first), _calendar_interval(last or first)
    if start[0] > end[1]:
        raise ValueError(f"{timex} ends before it begins")
    return start[0], end[1]


def _calendar_interval(timex: str) -> Interval:
    match = _CALENDAR.fullmatch(timex)
    if match is None:
        raise ValueError(f"{timex!r} is no TIMEX3 value")
    if match["decade"]:
        return date(int(match["decade"] + "0"), 1, 1), date(int(match["decade"] + "9"), 12, 31)
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return monday, monday + timedelta(days=6)
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    if match["season"]:
        return _months(year, _SEASONS[match["season"]], 3)
    if match["part"]:
        length = _MONTHS_IN[match["part"][0]]
        return _months(year, (int(match["part"][1]) - 1) * length + 1, length)
    return _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> Interval:
    last_year, last_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _article_problems(article: Mapping[str, Any]) -> Iterator[str]:
    language, script, text = article.get("language"), article.get("script"), article.get("text", "")
    if (language, script) not in {("it", None), ("zh", "Hans"), ("zh", "Hant")}:
        yield f"language {language} with script {script}"
    published = article.get("published")
    if published is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", published) is None:
        yield f"published {published!r} is no ISO date"
    claims = article.get("claims", [])
    for claim in claims:
        for words in _claim_problems(claim, text, published):
            yield f"{claim.get('predicate')} {claim.get('quote')!r} at {claim.get('start')}: {words}"
    identities = Counter(json.dumps(_essence(claim), sort_keys=True, default=str) for claim in claims)
    for identity in (text for text, count in identities.items() if count > 1):
        yield f"twice the same claim {identity}"
    for group in ("deal", "same_as"):
        sizes = Counter(claim[group] for claim in claims if claim.get(group) is not None)
        yield from (f"{group} {name} has one claim only" for name, count in sizes.items() if count == 1)
    for finding in article.get("expected_findings", []):
        yield from _finding_problems(finding, text)


def _claim_problems(claim: Mapping[str, Any], text: str, published: str | None) -> Iterator[str]:
    plain = {name: value for name, value in claim.items() if name not in ("optional", "alt")}
    yield from _build_problems(plain)
    if text[claim["start"] : claim["end"]] != claim["quote"]:
        yield f"the text there is {text[claim['start'] : claim['end']]!r}"
    if claim["quote"] != claim["quote"].strip():
        yield "the quote begins or ends with a space"
    yield from _value_problems(claim)
    yield from _time_problems(claim, published)
    for name, values in (claim.get("alt") or {}).items():
        if name not in CLAIM_FIELDS:
            yield f"alt of an unknown field {name}"
        for value in values:
            changed = {**plain, name: value}
            if name == "predicate":
                changed["kind"] = KIND_OF.get(value)
            yield from (f"alt {name} = {value}: {words}" for words in _build_problems(changed, only=name))
            if value == plain.get(name):
                yield f"alt {name} = {value} is the value itself"


def _build_problems(claim: Mapping[str, Any], only: str | None = None) -> Iterator[str]:
    """What pydantic says of a claim; with `only`, of that field alone."""
    try:
        CLAIM.validate_python(dict(claim))
    except ValidationError as error:
        for detail in error.errors():
            if only is None or only in detail["loc"]:
                yield f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}"


def _value_problems(claim: Mapping[str, Any]) -> Iterator[str]:
    predicate = claim.get("predicate", "")
    has_value = claim.get("value") is not None
    if KIND_OF.get(predicate) != claim.get("kind"):
        yield f"the predicate is of another kind than {claim.get('kind')}"
    if predicate in UNITS and has_value and claim.get("unit") not in UNITS[predicate]:
        yield f"unit {claim.get('unit')}"
    if not has_value and claim.get("unit") is not None:
        yield "a unit without a value"
    if claim.get("kind") == "quantity" and not has_value and predicate != "duration":
        yield "no value"
    if predicate == "unit_count" and claim.get("event") is None:
        yield "a unit_count has an event"
    if predicate in ("relative", "share") and claim.get("aspect") is None:
        yield "an aspect is missing"
    if has_value and (claim.get("bound") == "range") != (claim.get("value_high") is not None):
        yield f"bound {claim.get('bound')} with value_high {claim.get('value_high')}"


def _time_problems(claim: Mapping[str, Any], published: str | None) -> Iterator[str]:
    baseline = claim.get("baseline")
    if baseline not in (None, "forecast"):
        try:
            timex_interval(baseline)
        except ValueError as error:
            yield f"baseline: {error}"
    timex = claim.get("timex")
    interval = (claim.get("date_start"), claim.get("date_end"))
    is_period = claim.get("kind") == "date" or claim.get("predicate") == "duration"
    if is_period != (timex is not None) and not (claim.get("kind") == "date" and claim.get("as_of")):
        yield f"timex {timex} of a {claim.get('predicate')}"
    if timex is None:
        if interval != (None, None):
            yield "an interval without a timex"
        return
    try:
        expected = timex_interval(timex)
    except ValueError as error:
        yield str(error)
        return
    if expected is None and _DURATION.fullmatch(timex) and claim.get("kind") == "date":
        if interval != (None, None) and published not in interval:
            yield f"the interval {interval} of {timex} neither begins nor ends on the day of publication"
    elif interval != (tuple(map(str, expected)) if expected else (None, None)):
        yield f"{timex} is {expected and tuple(map(str, expected))}, not {interval}"


def _finding_problems(finding: Mapping[str, Any], text: str) -> Iterator[str]:
    if finding.get("family") not in FAMILIES or finding.get("verdict") not in VERDICTS:
        yield f"finding of family {finding.get('family')} with verdict {finding.get('verdict')}"
    if not finding.get("quotes"):
        yield f"finding {finding.get('family')} has no quotes"
    yield from (f"the finding's quote {q!r} is not in the text" for q in finding.get("quotes", []) if q not in text)


def _essence(claim: Mapping[str, Any]) -> dict[str, Any]:
    """What tells two claims at one place apart."""
    names = ("start", "predicate", "hardware", "holder", "object", "value", "timex", "aspect", "condition", "workload")
    essence: defaultdict[str, Any] = defaultdict(lambda: None, claim)
    return {name: essence[name] for name in names}
