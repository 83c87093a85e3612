"""The runner: identity of findings, what replaces what, broken checks, and when a conflict is only doubtful."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reconcile import load_checks
from pipeline.reconcile.memory import bounded_memory
from tests.reconcile.planting import Row, Warehouse, quantity

USER_CHECKS = Path(__file__).with_name("user_checks")
OWN_CHECKS = Path(__file__).parents[2] / "warehouse" / "checks"


def power(watts: float, quote: str, hardware: str = "amd-mi300x", **fields: object) -> Row:
    return quantity("power", watts, "W", hardware=hardware, quote=quote, **fields)


def found(warehouse: Warehouse, run_id: str = "run-1") -> list[Row]:
    """What the check of specifications finds; the other checks are left out, to save time."""
    return warehouse.reconcile(run_id=run_id, only=("specification",))


def only(rows: list[Row], check: str = "specification") -> Row:
    (row,) = [row for row in rows if row["check_id"] == check]
    return row


def test_every_check_of_the_warehouse_can_be_read() -> None:
    library = load_checks([OWN_CHECKS])
    assert library.errors == []
    assert len(library.checks) >= 10


def test_nothing_compared_is_told(warehouse: Warehouse) -> None:
    warehouse.article("a")
    assert warehouse.reconcile() == []
    assert {report.comparisons for report in warehouse.reports} == {0}
    assert all(report.error is None for report in warehouse.reports)
    counted = warehouse.connection.execute("SELECT count(*), sum(comparisons) FROM run_checks").fetchone()
    assert counted == (len(warehouse.reports), 0)


def test_comparisons_are_counted_by_verdict(warehouse: Warehouse) -> None:
    warehouse.article("a", power(1500, "1.500 W", hardware="nvidia-h100"), power(750, "750 W"), power(760, "760 W"))
    found(warehouse)
    row = warehouse.connection.execute(
        "SELECT comparisons, conflict, doubtful, supported FROM run_checks WHERE check_id = 'specification'"
    ).fetchone()
    assert row == (3, 1, 0, 2)


def test_a_finding_keeps_its_id_through_edits_elsewhere(warehouse: Warehouse) -> None:
    warehouse.article("a", power(1500, "1.500 W"))
    before = only(found(warehouse))
    warehouse.remove("a")
    warehouse.article("a", quantity("unit_count", 5, quote="cinque"), power(1500, "1.500  W"), edition=2)
    after = only(found(warehouse, "run-2"))
    assert after["finding_id"] == before["finding_id"]
    assert after["article_id"] != before["article_id"]
    assert (after["first_run"], after["run_id"]) == ("run-1", "run-2")


def test_a_finding_keeps_its_id_and_shows_new_evidence_when_the_model_is_corrected(warehouse: Warehouse) -> None:
    warehouse.article("a", power(1500, "1.500 W"))
    before = only(found(warehouse))
    warehouse.connection.execute(
        "UPDATE hardware_specs SET value = 800 WHERE hardware_id = 'amd-mi300x' AND predicate = 'power'"
    )
    after = only(found(warehouse))
    assert after["finding_id"] == before["finding_id"]
    assert after["evidence_hash"] != before["evidence_hash"]


def test_two_articles_have_two_findings(warehouse: Warehouse) -> None:
    warehouse.article("a", power(1500, "1.500 W"))
    warehouse.article("b", power(1500, "1.500 W"))
    assert len({finding["finding_id"] for finding in found(warehouse)}) == 2


def test_the_same_quote_twice_is_one_finding_with_both_claims(warehouse: Warehouse) -> None:
    warehouse.article("a", power(1500, "1.500 W"), power(1500, "1.500 W", sentence=1))
    finding = only(found(warehouse))
    claims = warehouse.connection.execute(
        "SELECT claim_id FROM finding_claims WHERE finding_id = ? ORDER BY claim_id", [finding["finding_id"]]
    ).fetchall()
    assert claims == [("a-0",), ("a-1",)]


def test_one_place_said_of_two_products_tells_both(warehouse: Warehouse) -> None:
    warehouse.article(
        "a", power(1500, "1.500 W"), power(1500, "1.500 W", hardware="nvidia-rtx-5090"), published="2025-06-02"
    )
    finding = only(found(warehouse))
    assert "MI300X" in finding["explanation_en"]
    assert "RTX 5090" in finding["explanation_en"]


def test_a_second_run_changes_no_row(warehouse: Warehouse) -> None:
    warehouse.article("a", power(1500, "1.500 W"), power(750, "750 W"))
    tables = ("findings", "finding_claims", "finding_inputs")
    found(warehouse)
    before = {table: warehouse.connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in tables}
    found(warehouse, "run-2")
    assert before == {table: warehouse.connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in tables}


def test_an_edited_check_gives_its_findings_the_new_family_and_words(warehouse: Warehouse, tmp_path: Path) -> None:
    own = tmp_path / "implausible_card_power.sql"
    shipped = (USER_CHECKS / own.name).read_text(encoding="utf-8")
    own.write_text(shipped, encoding="utf-8")
    warehouse.article("a", power(2600, "2.600 W", hardware="nvidia-rtx-5090"))
    before = only(warehouse.reconcile(tmp_path, only=("implausible_card_power",)), "implausible_card_power")
    own.write_text(shipped.replace("family: spec_conflict", "family: magnitude"), encoding="utf-8")
    after = only(warehouse.reconcile(tmp_path, only=("implausible_card_power",)), "implausible_card_power")
    assert (before["family"], after["family"]) == ("spec_conflict", "magnitude")
    assert after["finding_id"] == before["finding_id"]


def test_what_no_longer_holds_leaves_and_its_review_stays(warehouse: Warehouse) -> None:
    warehouse.article("a", power(1500, "1.500 W"))
    finding = only(found(warehouse))
    warehouse.connection.execute(
        "INSERT INTO reviews VALUES (?, 'confirm', NULL, NULL, now(), NULL)", [finding["finding_id"]]
    )
    warehouse.remove("a")
    assert found(warehouse) == []
    for table in ("finding_claims", "finding_inputs"):
        assert warehouse.connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert warehouse.connection.execute("SELECT count(*) FROM reviews").fetchone() == (1,)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (power(1500, "1.500 W"), "conflict"),
        (power(1500, "1.500 W", modality="rumored"), "doubtful"),
        (power(1500, "1.500 W", confidence=0.4), "doubtful"),
        (power(1800, "1.800 W", hardware="amd-unverified"), "doubtful"),
    ],
)
def test_a_conflict_needs_certainty_on_both_sides(warehouse: Warehouse, claim: Row, verdict: str) -> None:
    warehouse.article("a", claim)
    assert only(found(warehouse))["verdict"] == verdict


def test_a_check_may_know_better_how_sure_its_claims_are(warehouse: Warehouse, tmp_path: Path) -> None:
    own = tmp_path / "implausible_card_power.sql"
    plain = (USER_CHECKS / own.name).read_text(encoding="utf-8").replace("ELSE 'doubtful'", "ELSE 'conflict'")
    own.write_text(plain, encoding="utf-8")
    warehouse.article("a", power(2600, "2.600 W", hardware="nvidia-rtx-5090", confidence=0.4))
    unsure = only(warehouse.reconcile(tmp_path, only=("implausible_card_power",)), "implausible_card_power")
    own.write_text(plain.replace("END AS verdict,", "END AS verdict, 0.7 AS least_confidence,"), encoding="utf-8")
    sure = only(warehouse.reconcile(tmp_path, only=("implausible_card_power",)), "implausible_card_power")
    assert (unsure["verdict"], sure["verdict"]) == ("doubtful", "conflict")
    # doubtful weighs half, and 0.7 of confidence stands for 0.4: 0.7 / (0.5 * 0.4)
    assert sure["weight"] / unsure["weight"] == pytest.approx(3.5, abs=1e-3)


def test_the_inputs_of_the_arithmetic_are_kept_with_their_sources(warehouse: Warehouse) -> None:
    warehouse.article("a", power(1500, "1.500 W"))
    found(warehouse)
    inputs = warehouse.connection.execute(
        "SELECT name, value, unit, origin, source FROM finding_inputs ORDER BY position"
    ).fetchall()
    assert inputs[0][3] == "article"
    assert inputs[1][0] == "power"
    assert (float(inputs[1][1]), *inputs[1][2:]) == (750, "W", "model", "AMD: MI300X data sheet")


def test_a_wider_gap_and_more_copies_weigh_more(warehouse: Warehouse) -> None:
    warehouse.article("far", power(4000, "4.000 W"))
    warehouse.article("near", power(1100, "1.100 W"))
    warehouse.article("copied", power(4000, "4.000 W"))
    warehouse.insert("article_copies", [
        {"article_id": f"article-copy{n}", "copy_of": "article-copied", "origin": "article-copied", "similarity": 1, "contained": 1, "kind": "exact"}
        for n in range(3)
    ])  # fmt: skip
    heaviest = [finding["article_id"] for finding in found(warehouse)]
    assert heaviest == ["article-copied", "article-far", "article-near"]


def test_a_copys_finding_stands_behind_the_originals(warehouse: Warehouse) -> None:
    warehouse.article("a-copy", power(1500, "1.500 W"), published="2024-12-19")
    warehouse.article("original", power(1500, "1.500 W"), published="2024-12-18")
    warehouse.article("independent", power(1500, "1500W"), published="2024-12-20")
    warehouse.insert("article_copies", [
        {"article_id": "article-a-copy", "copy_of": "article-original", "origin": "article-original", "similarity": 1, "contained": 1, "kind": "exact"}
    ])  # fmt: skip
    findings = found(warehouse)
    assert [f["article_id"] for f in findings] == ["article-original", "article-independent", "article-a-copy"]
    assert [f["voices"] for f in findings] == [2, 2, 2]
    weights = [f["weight"] for f in findings]
    # three articles say so: 1 + ln 3; a copy counts half
    assert weights[0] / weights[1] == pytest.approx(2.0986, abs=1e-3)
    assert weights[2] / weights[1] == pytest.approx(0.5, abs=1e-3)


def test_texts_that_name_one_source_are_one_voice(warehouse: Warehouse) -> None:
    for n in range(5):
        warehouse.article(f"a{n}", power(1500, "1.500 W", source="HSBC"))
    warehouse.article("b", power(1500, "1.500 W"))
    assert {f["voices"] for f in found(warehouse)} == {2}


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        ({}, {"confidence": 0.7}),
        ({}, {"modality": "expected"}),
        ({"modality": "expected"}, {"modality": "rumored"}),
    ],
)
def test_what_is_less_certain_weighs_less(warehouse: Warehouse, heavier: Row, lighter: Row) -> None:
    warehouse.article("a", power(1500, "1.500 W", **lighter))
    warehouse.article("b", power(1510, "1.510 W", **heavier))
    assert [f["article_id"] for f in found(warehouse)] == ["article-b", "article-a"]


def test_the_views_of_the_warehouse_are_themselves_again(warehouse: Warehouse) -> None:
    warehouse.article("a", power(1500, "1.500 W"))
    found(warehouse)
    warehouse.article("b", power(1500, "1.500 W"))
    assert warehouse.connection.execute("SELECT count(*) FROM quantity_claims").fetchone() == (2,)


def test_a_users_check_runs_beside_the_others(warehouse: Warehouse) -> None:
    warehouse.article(
        "a", power(2600, "2.600 W", hardware="nvidia-rtx-5090"), power(575, "575 W", hardware="nvidia-rtx-5090")
    )
    findings = [
        f
        for f in warehouse.reconcile(USER_CHECKS, only=("implausible_card_power",))
        if f["check_id"] == "implausible_card_power"
    ]
    assert [finding["verdict"] for finding in findings] == ["doubtful", "supported"]
    assert findings[0]["explanation_en"] == (
        "The article says “2.600 W”: 2,600 W for one RTX 5090. No card on sale draws more than at most 2,000 W."
    )


def test_a_run_bounds_its_memory_and_sets_it_back(warehouse: Warehouse) -> None:
    limits = []
    warehouse.article("a", power(1500, "1.500 W"))
    for limit in ("8.0 GiB", "2.0 GiB"):
        warehouse.connection.execute(f"SET memory_limit = '{limit}'")
        with bounded_memory(warehouse.connection):
            limits.append(warehouse.connection.execute("SELECT current_setting('memory_limit')").fetchone())
        assert warehouse.connection.execute("SELECT current_setting('memory_limit')").fetchone() == (limit,)
    assert limits == [("3.0 GiB",), ("2.0 GiB",)]


BROKEN = {
    "header.sql": ("SELECT 1", "the header comment has no id"),
    "query.sql": ("SELECT no_such_column\nFROM claims", "query.sql:7: Binder Error"),
    "columns.sql": ("SELECT 1 AS verdict", "columns.sql:7: the query must return article_id"),
    "slot.sql": (
        "SELECT article_id, 1 AS said_low, 1 AS said_high, 1 AS follows_low, 1 AS follows_high, '1' AS unit, 'conflict' AS verdict, [] AS claims FROM claims",
        "slot.sql:4: the query returns no column 'quote'",
    ),
    "verdict.sql": (
        "SELECT article_id, 1 AS said_low, 1 AS said_high, 1 AS follows_low, 1 AS follows_high, '1' AS unit, 'wrong' AS verdict, [] AS claims, quote FROM claims",
        "verdict 'wrong' is none of",
    ),
    "type.sql": (
        "SELECT article_id, quote AS said_low, 1 AS said_high, 1 AS follows_low, 1 AS follows_high, '1' AS unit, 'conflict' AS verdict, [claim(claim_id, 'said')] AS claims, quote FROM claims",
        "type.sql:7: Conversion Error",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_check_stops_no_other(warehouse: Warehouse, tmp_path: Path, name: str) -> None:
    query, told = BROKEN[name]
    header = "" if name == "header.sql" else "".join(
        f"-- {line}\n" for line in (f"id: {name[:-4]}", "family: timeline", "title: Broken", "en: {quote:text}", "it: {quote:text}", "zh: {quote:text}")
    )  # fmt: skip
    (tmp_path / name).write_text(header + query, encoding="utf-8")
    warehouse.article("a", power(1500, "millecinquecento W"))
    assert only(warehouse.reconcile(tmp_path, only=("specification", name[:-4])))["verdict"] == "conflict"
    (error,) = [report.error for report in warehouse.reports if report.error]
    assert told in str(error)


def test_a_check_that_cannot_run_keeps_its_findings(warehouse: Warehouse, tmp_path: Path) -> None:
    own = tmp_path / "implausible_card_power.sql"
    own.write_text((USER_CHECKS / own.name).read_text(encoding="utf-8"), encoding="utf-8")
    warehouse.article("a", power(2600, "2.600 W", hardware="nvidia-rtx-5090"))
    before = only(warehouse.reconcile(tmp_path, only=("implausible_card_power",)), "implausible_card_power")
    own.write_text(own.read_text(encoding="utf-8").replace("q.quote, h.name", "q.quotation, h.name"), encoding="utf-8")
    assert only(warehouse.reconcile(tmp_path, only=("implausible_card_power",)), "implausible_card_power") == before


def test_checks_left_out_keep_their_findings(warehouse: Warehouse) -> None:
    warehouse.article("a", power(1500, "1.500 W"))
    before = only(found(warehouse))
    assert only(warehouse.reconcile(only=("timeline",))) == before
