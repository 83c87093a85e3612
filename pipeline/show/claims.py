"""Claims on a terminal: JSON Lines for programs, a table for people, one article inspected."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from models.records import Article, Claim, claim_to_dict
from pipeline.evaluate import Evaluation, Score
from pipeline.extract.trace import Traced
from pipeline.gate import Report
from pipeline.queries import Extraction, Inspection
from pipeline.show.findings import counted, explained
from pipeline.show.rows import err, out, plain, rows

_COLUMNS = ("predicate", "value", "of", "quote", "rule")
_GAP = 2
_AMOUNT = 15
"""So wide are hundreds of billions: narrower, amounts would be broken."""


def extractions(found: Sequence[Extraction], *, as_table: bool) -> None:
    """Print one JSON object an article, or a table of claims with rule and confidence."""
    for extraction in found:
        if as_table:
            _print_table(extraction.claims)
        else:
            print(json.dumps(as_dict(extraction), ensure_ascii=False))


def traces(found: Sequence[tuple[Article, Sequence[Traced]]], *, as_table: bool) -> None:
    """Print each value of each article with the claims that it became, or why it became none."""
    for article, values in found:
        name = article.source_id or article.document_key
        if not as_table:
            for value in values:
                print(json.dumps({"id": name, **asdict(value)}, ensure_ascii=False))
            continue
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in ("at", "value", "kind", "claims, or why none"):
            table.add_column(column, overflow="fold")
        for value in values:
            told = "\n".join(value.claims) if value.claims else Text(value.reason or "", style="dim")
            table.add_row(str(value.start), value.quote, value.kind, told)
        out().print(table)


def floors(report: Report) -> None:
    """Print what fell below its floor, and what was written."""
    console = err()
    if report.gold_changed:
        console.print("The gold is another than the floors were measured on; --raise-floors pins its hash.")
    for fall in report.below:
        console.print(f"{fall.language} {fall.measure}: {fall.measured:.2f}, below its floor of {fall.floor:.2f}")
    pinned = sum(len(of_language) for of_language in report.floors.values())
    done = (
        f"{pinned} floors written to {report.written}"
        if report.written
        else f"{pinned} floors, {len(report.below)} of them not reached"
    )
    console.print(done)


def as_dict(extraction: Extraction) -> dict[str, Any]:
    """An article with its claims, as plain JSON values."""
    article = extraction.article
    return {
        "id": article.source_id or article.document_key,
        "language": article.language,
        "script": article.script,
        "published": article.published.isoformat() if article.published else None,
        "text": article.text,
        "claims": [claim_to_dict(claim) for claim in extraction.claims],
    }


def _print_table(claims: Sequence[Claim]) -> None:
    """A line for each claim; where they are wider than the terminal, rules stand in two."""
    console = out()
    lines = [_COLUMNS, *(_line(claim, ".") for claim in claims)]
    if sum(_widths(lines)) + _GAP * (len(_COLUMNS) - 1) > console.width:
        lines[1:] = [_line(claim, "\n.") for claim in claims]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, width in zip(_COLUMNS, _fitted(_widths(lines), console.width), strict=True):
        table.add_column(name, overflow="fold", width=width)
    for line in lines[1:]:
        table.add_row(*map(Text, line))
    console.print(table)


def _line(claim: Claim, before_last: str) -> tuple[str, ...]:
    """The cells of a claim's line; `before_last` joins the last part of the rule's name to the others."""
    rule = before_last.join(claim.extractor.rsplit(".", 1))
    return claim.predicate, value_of(claim), subject_of(claim), claim.quote, f"{rule} {claim.confidence:.2f}"


def _fitted(widths: Sequence[int], whole: int) -> tuple[int | None, ...]:
    """The columns' widths for a terminal: predicates and rules are not broken, amounts seldom, subjects and quotes share the rest.

    None of them is set where nothing would be left.
    """
    predicate, value, subject, quote, rule = widths
    left = whole - _GAP * (len(widths) - 1) - predicate - rule
    value = min(value, max(_AMOUNT, left - subject - quote))
    if left - value < _AMOUNT:
        return (None,) * len(widths)
    subject = min(subject, max((left - value) // 2, left - value - quote))
    return predicate, value, subject, min(quote, left - value - subject), rule


def _widths(lines: Sequence[Sequence[str]]) -> list[int]:
    return [max(cell_len(row) for cell in column for row in cell.split("\n")) for column in zip(*lines, strict=True)]


def value_of(claim: Claim) -> str:
    """A claim's value in a few signs: "65,000–70,000 USD", "2025-H2", "nvidia-grace × 36"."""
    record = claim_to_dict(claim)
    ends = [f"{record[name]:,}" for name in ("value", "value_high") if name in record]
    unit = "" if record.get("unit") in (None, "1") else f" {record['unit']}"
    per = f"/{record['per']}" if "per" in record else ""
    amount = "–".join(ends) + unit + per
    if claim.kind == "hardware":
        return f"{claim.object} × {amount}" if amount else str(claim.object)
    if claim.object:
        return f"{amount} (to {claim.object})"
    return amount or str(claim.timex)


def subject_of(claim: Claim) -> str:
    """Whom or what a claim is about: its product, its holder, or both."""
    return " / ".join(part for part in (claim.hardware, claim.holder) if part) or "–"


def inspection(inspected: Inspection, language: str, *, as_json: bool) -> None:
    """Print one article: its claims, what contradicts, what was checked and found right."""
    if as_json:
        found = [as_dict(e) for e in inspected.extractions]
        print(json.dumps({"articles": found, "findings": plain(inspected.findings)}, ensure_ascii=False, indent=1))
        return
    console = out()
    for extraction in inspected.extractions:
        console.print(Text(counted(len(extraction.claims), "claim"), style="bold"))
        _print_table(extraction.claims)
    queue = [f for f in inspected.findings if f["verdict"] != "supported"]
    right = [f for f in inspected.findings if f["verdict"] == "supported"]
    console.print(Text("\n" + counted(len(queue), "finding"), style="bold"))
    for number, record in enumerate(queue, 1):
        explained(number, record, language, path=False)
    console.print(Text(f"{len(right)} checked and found right", style="bold"))
    for number, record in enumerate(right, 1):
        explained(number, record, language, path=False)
    if not inspected.findings:
        err().print("Nothing could be compared: no claim here meets a figure of the model or another claim.")


def evaluation(scored: Evaluation, *, errors: bool, output: str | None) -> None:
    """Print precision, recall and F1, then slots; with `errors`, every miss and invention."""
    rows(scored.difference_rows() if errors else scored.as_rows(), output)


def families(scored: Mapping[str, Score], output: str | None) -> None:
    """Print precision, recall and F1 of the conflicts of each family; a family counts once an article."""
    records = [
        {"family": name, "gold": s.gold, "found": s.found, "right": s.right, "precision": round(s.precision, 4),
         "recall": round(s.recall, 4), "f1": round(s.f1, 4)}
        for name, s in scored.items()
    ]  # fmt: skip
    rows(records, output)
