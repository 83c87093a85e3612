"""From text to finding: statements with a contradiction in them, and true ones that look like it (cases/findings.jsonl).

A case's planted families are conflicts, unless it names another `verdict`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import queries
from pipeline.run import load

FILE = Path(__file__).parent / "cases" / "findings.jsonl"
CASES = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


Families = dict[tuple[str, str], set[str]]
# The cases are one statement told in many ways, as no folder of articles is: what the checks say of several of them is no matter here.
ACROSS = {"cross_article", "copy_change"}


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> Families:
    """The families found by case and verdict, all cases in one warehouse."""
    warehouse = tmp_path_factory.mktemp("findings") / "w.duckdb"
    load(FILE, warehouse)
    found: Families = {}
    for finding in queries.findings(warehouse, every=True):
        if finding["family"] in ACROSS:
            continue
        found.setdefault((finding["document_key"], finding["verdict"]), set()).add(finding["family"])
    return found


@pytest.mark.parametrize("case", [c for c in CASES if c["expected"]], ids=lambda c: c["id"])
def test_planted_finding_is_found(case: dict, families: Families) -> None:
    found = families.get((case["id"], case.get("verdict", "conflict")), set())
    assert found, case["text"]
    assert found <= set(case["expected"]), case["text"]


@pytest.mark.parametrize("case", [c for c in CASES if not c["expected"] or "verdict" in c], ids=lambda c: c["id"])
def test_true_or_only_overtaken_statement_raises_no_alarm(case: dict, families: Families) -> None:
    assert families.get((case["id"], "conflict"), set()) == set(), case["text"]
