"""Plants articles, claims and a hardware model in a warehouse, and reconciles it."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from pipeline.reconcile import CheckReport, reconcile
from warehouse.bulk import insert_rows
from warehouse.definitions import create_definitions, create_tables

Row = dict[str, Any]
# The European Central Bank's reference rates of these days, units of the currency for one euro.
RATES = {
    "2022-03-01": {"EUR": 1, "USD": 1.1162, "CNY": 7.0436, "GBP": 0.83403, "JPY": 128.31},
    "2024-01-17": {"EUR": 1, "USD": 1.0877, "CNY": 7.8263, "GBP": 0.8585, "JPY": 160.65},
    "2024-07-10": {"EUR": 1, "USD": 1.0825, "CNY": 7.8766, "GBP": 0.8449, "JPY": 174.97},
    "2024-09-27": {"EUR": 1, "USD": 1.1158, "CNY": 7.8245, "GBP": 0.8336, "JPY": 159.14},
    "2024-12-19": {"EUR": 1, "USD": 1.0395, "CNY": 7.5858, "GBP": 0.82465, "JPY": 162.99},
}


def claim(kind: str, predicate: str, value: Any = None, *, sentence: int = 0, **fields: Any) -> Row:
    """A claim to plant; `value` may be a pair for a range. Claims of one `sentence` stand in one sentence."""
    low, high = value if isinstance(value, tuple) else (value, None)
    bound = "range" if high is not None else "exact"
    return {
        "kind": kind,
        "predicate": predicate,
        "value": low,
        "value_high": high,
        "bound": bound,
        "sentence": sentence,
    } | fields


def quantity(predicate: str, value: Any, unit: str = "1", **fields: Any) -> Row:
    return claim("quantity", predicate, value, unit=unit, **fields)


def price(predicate: str, value: Any, unit: str = "USD", **fields: Any) -> Row:
    return claim("price", predicate, value, unit=unit, **fields)


def attribute(predicate: str, **fields: Any) -> Row:
    return claim("hardware", predicate, fields.pop("value", None), **fields)


def when(predicate: str, start: str, end: str | None = None, **fields: Any) -> Row:
    return claim("date", predicate, date_start=start, date_end=end or start, timex=fields.pop("timex", start), **fields)


@dataclass(frozen=True)
class Case:
    """An article to plant and what one check must make of it: its gravest verdict, or None where nothing is compared."""

    claims: list[Row]
    verdict: str | None
    family: str | None = None
    published: str | None = "2024-12-19"


def plant_template(file: Path) -> None:
    """Writes a warehouse with the tests' hardware model and a few exchange rates, and no articles."""
    with duckdb.connect(str(file)) as connection:
        create_tables(connection)
        create_definitions(connection)
        planted = Warehouse(connection)
        planted.plant_model(Path(__file__).with_name("model.toml"))
        for day, rates in RATES.items():
            planted.rates(day, **rates)


def reconcile_cases(planted: Warehouse, check: str, cases: Mapping[str, Case]) -> dict[str, list[Row]]:
    """Plants each case as an article of its own, runs the check once, and returns its findings by case, gravest first."""
    for key, case in cases.items():
        planted.article(f"{check}: {key}", *case.claims, published=case.published)
    found: dict[str, list[Row]] = {key: [] for key in cases}
    for finding in planted.reconcile(only=(check,)):
        place, _, key = finding["article_id"].removeprefix("article-").partition(": ")
        if place == check:
            found[key].append(finding)
    assert [report.error for report in planted.reports if report.error] == []
    order = ("conflict", "doubtful", "disagreement", "outdated", "supported")
    return {key: sorted(findings, key=lambda f: order.index(f["verdict"])) for key, findings in found.items()}


def outcome(findings: list[Row]) -> str | None:
    """The gravest verdict among a case's findings."""
    return findings[0]["verdict"] if findings else None


class Warehouse:
    """An open warehouse; `connection` is for looking at it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.reports: list[CheckReport] = []

    def article(
        self, key: str, *claims: Row, published: str | None = "2024-12-19", language: str = "it", edition: int = 1
    ) -> None:
        """Writes the article: its text is the claims' quotes, sentence by sentence. Another edition has another id."""
        sentences: dict[int, list[Row]] = defaultdict(list)
        for planted in claims:
            sentences[planted["sentence"]].append(planted)
        text, rows = "", []
        for number in sorted(sentences):
            start = len(text)
            in_sentence = []
            for planted in sentences[number]:
                quote = planted.get("quote", str(planted["value"] or planted.get("object") or planted.get("timex")))
                row = {k: v for k, v in planted.items() if k != "sentence"}
                row |= {
                    "quote": quote,
                    "span_start": len(text),
                    "span_end": len(text) + len(quote),
                    "sentence_start": start,
                }
                text += quote + " "
                in_sentence.append(row)
            text += "\n"
            rows += [row | {"sentence_end": len(text)} for row in in_sentence]
        article_id = f"article-{key}" if edition == 1 else f"article-{key}-{edition}"
        self.insert("articles", [{
            "article_id": article_id, "document_key": key, "published": published, "language": language, "text": text,
            "extractor_version": "test", "input_hash": key,
        }])  # fmt: skip
        self.insert("claims", [
            {"claim_id": f"{key}-{n}", "article_id": article_id, "known": True} | row for n, row in enumerate(rows)
        ])  # fmt: skip

    def remove(self, key: str) -> None:
        self.connection.execute("DELETE FROM claims WHERE article_id = ?", [f"article-{key}"])
        self.connection.execute("DELETE FROM articles WHERE article_id = ?", [f"article-{key}"])

    def insert(self, table: str, rows: list[Row]) -> None:
        for columns in dict.fromkeys(tuple(row) for row in rows):
            insert_rows(self.connection, table, [row for row in rows if tuple(row) == columns])

    def plant_model(self, path: Path) -> None:
        """The products of a TOML file, in its own short form."""
        for hardware_id, product in tomllib.loads(path.read_text(encoding="utf-8")).items():
            specs, parts = product.pop("specs", []), product.pop("parts", {})
            sheet = {
                "source": f"{product['vendor']}: {product['name']} data sheet",
                "source_url": "https://example.org",
            }
            self.insert("hardware", [{"hardware_id": hardware_id} | product])
            for spec in specs:
                stated = sheet | {"checked": date(2026, 11, 20)} | spec
                self.insert(
                    "hardware_specs", [{"hardware_id": hardware_id} | {k: v or None for k, v in stated.items()}]
                )
            for component_id, count in parts.items():
                self.insert("hardware_components", [
                    {"hardware_id": hardware_id, "component_id": component_id, "count": count, "checked": date(2026, 11, 20)} | sheet
                ])  # fmt: skip

    def rates(self, day: str, **per_euro: float) -> None:
        self.insert("fx_rates", [
            {"currency": c, "day": day, "per_eur": rate, "source": "European Central Bank"} for c, rate in per_euro.items()
        ])  # fmt: skip

    def reconcile(self, *folders: Path, run_id: str = "run-1", only: Collection[str] = ()) -> list[Row]:
        """Runs the checks and returns the findings, heaviest first."""
        self.reports = reconcile(self.connection, checks=folders, run_id=run_id, only=only)
        return self.findings()

    def findings(self) -> list[Row]:
        result = self.connection.execute("SELECT * FROM findings ORDER BY weight DESC, finding_id")
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
