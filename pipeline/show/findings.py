"""Findings as text: the verdict, where it stands, the arithmetic in words, the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.padding import Padding
from rich.text import Text

from pipeline.show.rows import Row, err, out, rows, short_path

_VERDICTS = {
    "conflict": ("✗", "bold red"),
    "doubtful": ("?", "yellow"),
    "disagreement": ("≠", "cyan"),
    "outdated": ("↻", "blue"),
    "supported": ("✓", "green"),
}


def verdict_label(verdict: str) -> Text:
    """The verdict as sign, word and colour."""
    sign, style = _VERDICTS[verdict]
    return Text(f"{sign} {verdict}", style=style)


def findings(records: Sequence[Row], language: str, output: str | None) -> None:
    """Print findings explained in a language, or their rows in a format."""
    if output:
        rows(records, output)
        return
    if not records:
        err().print(
            "No findings: nothing contradicts, or nothing could be compared (newsclaims sql 'FROM run_checks')."
        )
        return
    for number, record in enumerate(records, 1):
        explained(number, record, language)
    err().print(f"{counted(len(records), 'finding')}. Next: newsclaims decide ID confirm|dismiss|flag")


def explained(number: int, record: Mapping[str, Any], language: str, *, path: bool = True) -> None:
    """Print one finding as text; without its `path` where only one article is looked at."""
    head = Text(f"{number}. ", style="bold")
    head.append_text(verdict_label(record["verdict"]))
    head.append(f"  {record['family'].replace('_', ' ')}  weight {record['weight']:.2f}  {record['finding_id'][:8]}")
    if record.get("decision"):
        head.append(f"  [{record['decision']}]", style="bold")
    if record.get("evidence_changed"):
        head.append("  the evidence changed since", style="yellow")
    console = out()
    console.print(head)
    if path:
        console.print(_indented(short_path(record["path"] or record["document_key"]), "dim"))
    for quote in record["quotes"]:
        console.print(_indented(f"« {quote} »", ""))
    console.print(_indented(record[explanation_column(language)], ""))
    for source in record["sources"]:
        console.print(_indented(f"— {source}", "dim"))
    console.print()


def explanation_column(language: str) -> str:
    """The column of `findings` that holds the explanation in a language: "zh-Hans" → `explanation_zh_hans`."""
    return f"explanation_{language.replace('-', '_').lower()}"


def _indented(text: str, style: str) -> Padding:
    return Padding(Text(text, style=style), (0, 0, 0, 3), expand=False)


def counted(number: int, noun: str) -> str:
    """ "1 finding", "2 findings"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
