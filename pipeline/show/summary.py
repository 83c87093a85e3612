"""What a load did: for people on stderr, as JSON on stdout."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from models.errors import CheckError
from models.records import Reject
from pipeline.reconcile.comparison import VERDICTS
from pipeline.reconcile.runner import CheckReport
from pipeline.run import Progress as OnProgress
from pipeline.run import Summary
from pipeline.show.findings import explained, verdict_label
from pipeline.show.rows import Row, chosen, err, out, rows, short_path

_KINDS = ("hardware", "quantity", "price", "date")
_SHOWN_REJECTS = 10


@contextmanager
def progress() -> Iterator[OnProgress]:
    """A bar on stderr that a load moves on; nothing where stderr is no terminal."""
    columns = (TextColumn("reading articles"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err(), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("reading articles", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def summary(done: Summary, *, as_json: bool = False) -> None:
    """Print what was read, what was set aside and why, and what the warehouse holds now."""
    if as_json:
        print(json.dumps(as_dict(done), ensure_ascii=False))
        return
    console = err()
    result = done.result
    parts = [(result.added, "new"), (result.replaced, "replaced"), (result.moved, "moved"), (result.removed, "removed"),
             (result.unchanged, "unchanged")]  # fmt: skip
    told = ", ".join(f"{count} {word}" for count, word in parts if count) or "nothing"
    console.print(f"{done.files} files, {done.read} articles: {told}. {done.seconds:.1f} s.")
    _rejects(console, done.rejected)
    holdings(console, done)
    failed_checks(report.error for report in done.checks if report.error)
    console.print(f"Warehouse: {short_path(done.warehouse)}. Next: newsclaims findings")


def as_dict(done: Summary) -> dict[str, Any]:
    """The summary as plain JSON values."""
    return {
        "warehouse": str(done.warehouse),
        "files": done.files,
        "read": done.read,
        **asdict(done.result),
        "set_aside": [reject.model_dump(exclude_none=True) for reject in done.rejected],
        "articles_by_language": dict(done.articles),
        "claims_by_language": {language: dict(kinds) for language, kinds in done.claims.items()},
        "findings_by_verdict": dict(done.findings),
        "failed_checks": {r.check_id: str(r.error) for r in done.checks if r.error},
        "seconds": round(done.seconds, 2),
    }


def _rejects(console: Console, rejected: Sequence[Reject]) -> None:
    if not rejected:
        return
    reasons = Counter(reject.reason_code for reject in rejected)
    console.print(
        f"Set aside: {len(rejected)} (" + ", ".join(f"{n} {code}" for code, n in reasons.most_common()) + ")."
    )
    for reject in rejected[:_SHOWN_REJECTS]:
        console.print(Text(f"  {reject_line(reject)}"))
    if len(rejected) > _SHOWN_REJECTS:
        console.print("  … all of them: newsclaims sql 'FROM rejects'")


def reject_line(reject: Reject) -> str:
    """File, record and reason in a line."""
    record = f", record {reject.record}" if reject.record is not None else ""
    return f"{Path(reject.path).name}{record}: {reject.reason}"


def set_aside(reject: Reject) -> None:
    """Print a record of a file that is no article of ours; the others are read."""
    err().print(Text(f"Set aside: {reject_line(reject)}"), soft_wrap=True)


def failed_checks(errors: Iterable[CheckError]) -> None:
    """Print the checks that could not run."""
    for error in errors:
        err().print(Text(f"A check could not run. {error}", style="yellow"), soft_wrap=True)


def holdings(console: Console, done: Summary) -> None:
    """Print the warehouse's articles and claims by language and kind, and its findings by verdict."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("")
    for name in ("articles", "claims", *_KINDS):
        table.add_column(name, justify="right")
    for language, articles in done.articles.items():
        kinds = done.claims.get(language, {})
        table.add_row(language, *(str(n) for n in (articles, sum(kinds.values()), *(kinds.get(k, 0) for k in _KINDS))))
    console.print(table)
    line = Text("Findings: ")
    for verdict, count in sorted(done.findings.items(), key=lambda item: VERDICTS.index(item[0])):
        line.append_text(verdict_label(verdict)).append(f" {count}   ")
    console.print(line if done.findings else "Findings: none.")


def check_reports(reports: Sequence[CheckReport], output: str | None = None) -> None:
    """Print what each check compared; one that compared nothing says so."""
    if chosen(output) == "table":
        out().print(_outcomes(reports))
        return
    records: list[Row] = [
        {
            "check": report.check_id,
            "comparisons": report.comparisons,
            **{verdict: report.verdicts.get(verdict, 0) for verdict in VERDICTS},
            "remark": str(report.error) if report.error else ("compared nothing" if not report.comparisons else ""),
        }
        for report in reports
    ]
    rows(records, output)


def _outcomes(reports: Sequence[CheckReport]) -> Table:
    """A line for each check, narrow enough for a terminal of 80 columns."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("check", no_wrap=True)
    table.add_column("comparisons", justify="right", no_wrap=True)
    table.add_column("outcome", overflow="fold")
    for report in reports:
        counts = ", ".join(f"{n} {verdict}" for verdict in VERDICTS if (n := report.verdicts.get(verdict, 0)))
        told = str(report.error) if report.error else counts or "compared nothing"
        table.add_row(report.check_id, str(report.comparisons), Text(told))
    return table


def demo(done: Summary, heaviest: Sequence[Row], language: str) -> None:
    """Print the demo: counts, the heaviest findings explained, the next command."""
    console = out()
    err().print(f"Read in {done.seconds:.1f} s.")
    console.print(f"{done.read} articles read, {len(done.rejected)} set aside.\n")
    holdings(console, done)
    console.print("\nThe heaviest findings:\n", style="bold")
    for number, record in enumerate(heaviest, 1):
        explained(number, record, language)
    console.print("Next:", style="bold")
    console.print(f"  newsclaims findings --warehouse {short_path(done.warehouse)}", soft_wrap=True)
