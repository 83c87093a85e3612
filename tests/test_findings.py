"""From text to finding: statements with a contradiction in them, and true ones that look like it (cases/findings.jsonl)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import queries
from pipeline.run import load

FILE = Path(__file__).parent / "cases" / "findings.jsonl"
CASES = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def conflicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The families of the conflicts in each case's text, all cases in one warehouse."""
    warehouse = tmp_path_factory.mktemp("findings") / "w.duckdb"
    load(FILE, warehouse)
    found: dict[str, set[str]] = {}
    for finding in queries.findings(warehouse):
        if finding["verdict"] == "conflict":
            found.setdefault(finding["document_key"], set()).add(finding["family"])
    return found


@pytest.mark.parametrize("case", [c for c in CASES if c["expected"]], ids=lambda c: c["id"])
def test_contradiction_is_found(case: dict, conflicts: dict[str, set[str]]) -> None:
    found = conflicts.get(case["id"], set())
    assert found, case["text"]
    assert found <= set(case["expected"]), case["text"]


@pytest.mark.parametrize("case", [c for c in CASES if not c["expected"]], ids=lambda c: c["id"])
def test_true_statement_raises_no_alarm(case: dict, conflicts: dict[str, set[str]]) -> None:
    assert conflicts.get(case["id"], set()) == set(), case["text"]
