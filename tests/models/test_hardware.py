"""The hardware model: what its files say holds together, and mistakes are told all at once."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import HardwareModelError
from models.hardware import Figure, HardwareModel, load
from models.hardware.amounts import parse_amount, timex_interval
from models.hardware.schema import SITE_KINDS

TABLES = Path(__file__).parents[2] / "warehouse" / "schema" / "tables.sql"


@pytest.fixture(scope="module")
def model() -> HardwareModel:
    return load()


@pytest.mark.parametrize(
    ("written", "value", "high", "unit", "per"),
    [
        ("700 W", "700", None, "W", None),
        ("1000..1200 W", "1000", "1200", "W", None),
        ("3.35 TB/s", "3350000000000", None, "B/s", None),
        ("814 mm2", "0.000814", None, "m2", None),
        ("208e9", "208000000000", None, "1", None),
        ("2..3 USD/hour", "2", "3", "USD", "hour"),
        ("1.4 EFLOP/s", "1400000000000000000", None, "FLOP/s", None),
    ],
)
def test_amounts(written: str, value: str, high: str | None, unit: str, per: str | None) -> None:
    amount = parse_amount(written)
    assert (amount.value, amount.unit, amount.per) == (Decimal(value), unit, per)
    assert amount.value_high == (Decimal(high) if high else None)


@pytest.mark.parametrize("written", ["", "700W W", "5..3 W", "1,5 W", "12 parsec", "3 USD/fortnight"])
def test_what_is_no_amount(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_amount(written)


@pytest.mark.parametrize(
    ("timex", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-03-18", "2025-03-18", "2025-03-18"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-SU", "2025-06-01", "2025-08-31"),
        ("2025-WI", "2025-12-01", "2026-02-28"),
        ("2023-05/2023-08", "2023-05-01", "2023-08-31"),
    ],
)
def test_timex_interval(timex: str, first: str, last: str) -> None:
    assert timex_interval(timex) == (date.fromisoformat(first), date.fromisoformat(last))


def test_what_the_seeds_need(model: HardwareModel) -> None:
    superchip = model.products["nvidia-gb200"]
    assert {c.id: c.count for c in superchip.components} == {"nvidia-grace": 1, "nvidia-b200": 2}
    rack = model.products["nvidia-gb200-nvl72"]
    assert {c.id: c.count for c in rack.components} == {"nvidia-gb200": 36, "nvidia-grace": 36, "nvidia-b200": 72}
    prices = {(f.said_by, f.value, f.value_high) for f in superchip.figures_of("unit_price")}
    assert ("HSBC", Decimal(60000), Decimal(70000)) in prices
    ratios = {(f.aspect, f.value, f.object) for f in rack.figures_of("relative")}
    assert {("inference", Decimal(30), "nvidia-h100"), ("training", Decimal(4), "nvidia-h100")} <= ratios
    power = {(f.condition, f.value) for f in model.products["nvidia-h100"].figures_of("power")}
    assert {("SXM", Decimal(700)), ("PCIe", Decimal(350))} <= power
    assert rack.kind not in SITE_KINDS
    assert model.products["xai-colossus"].kind in SITE_KINDS


def test_composition_agrees_with_the_memory_stated(model: HardwareModel) -> None:
    """Parts × memory of a part lies within the whole's, as their makers round it (3 %)."""
    compared = 0
    for whole, part in (("nvidia-dgx-b200", "nvidia-b200"), ("nvidia-dgx-h100", "nvidia-h100"), ("nvidia-gb200", "nvidia-b200"),
                        ("nvidia-gb200-nvl72", "nvidia-b200"), ("aws-trn2-ultraserver", "aws-trainium2")):  # fmt: skip
        count = next(c.count for c in model.products[whole].components if c.id == part)
        of_part = [f.value for f in model.products[part].figures_of("memory_capacity") if f.value]
        of_whole = [f.value for f in model.products[whole].figures_of("memory_capacity") if f.value]
        low, high = min(of_part) * count * Decimal("0.97"), max(of_part) * count * Decimal("1.03")
        assert any(low <= value <= high for value in of_whole), whole
        compared += 1
    assert compared == 5


def test_every_figure_says_something_of_something(model: HardwareModel) -> None:
    for product in model.products.values():
        for figure in product.figures:
            assert figure.source in model.sources, product.id
            assert any(x is not None for x in (figure.value, figure.object, figure.timex)), (product.id, figure)
            assert figure.checked is None or model.sources[figure.source].url, (product.id, figure.source)


def test_breadth(model: HardwareModel) -> None:
    figures = [f for p in model.products.values() for f in p.figures]
    parts = [c for p in model.products.values() for c in p.components]
    assert len(model.products) >= 300
    assert len(figures) + len(parts) >= 1500
    assert sum(f.checked is not None for f in figures) + sum(c.checked is not None for c in parts) >= 1000
    assert len(model.organisations) >= 150


def test_parts_that_two_sources_count_differently_are_told(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        """
[sources.a]
publisher = "A"
title = "a"
[products.acme-rack]
name = "Acme Rack"
kind = "rack"
[[products.acme-rack.figures]]
source = "a"
components = { nvidia-h100 = 8 }
[[products.acme-rack.figures]]
source = "a"
components = { nvidia-h100 = 9 }
""",
        encoding="utf-8",
    )
    with pytest.raises(HardwareModelError, match="nvidia-h100 counted 8"):
        load([own])


def test_patterns_compile(model: HardwareModel) -> None:
    assert all(re.compile(p.regex).groups or p.template for p in model.patterns)


def test_rows_fit_the_tables(model: HardwareModel) -> None:
    script = TABLES.read_text(encoding="utf-8")
    for table, rows in model.rows().items():
        statement = re.search(rf"CREATE TABLE {table} \((.*?)\n?\);", script, re.S)
        assert statement, table
        columns = set(re.findall(r"(?:^|, ?|\n\s*)([a-z_]+) [A-Z]", statement[1]))
        assert rows, table
        assert all(set(row) <= columns for row in rows), (table, set(rows[0]) - columns)


def test_a_user_file_adds_and_corrects(model: HardwareModel, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        """
[sources.desk]
publisher = "The desk"
title = "Notes"
[products.nvidia-b200]
[[products.nvidia-b200.figures]]
source = "desk"
power = "900 W"
[products.acme-x1]
name = "X1"
kind = "gpu"
aliases = ["Acme X1"]
[[products.acme-x1.figures]]
source = "desk"
checked = 2026-11-01
power = "10 W"
""",
        encoding="utf-8",
    )
    changed = load([own])
    b200 = changed.products["nvidia-b200"]
    assert [f.value for f in b200.figures_of("power")] == [Decimal(900)]
    assert b200.figures_of("transistor_count") == model.products["nvidia-b200"].figures_of("transistor_count")
    assert b200.name == "B200"
    assert changed.products["acme-x1"].figures[0].checked == date(2026, 11, 1)
    assert changed.version != model.version


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    first, second, third = tmp_path / "first.toml", tmp_path / "second.toml", tmp_path / "third.toml"
    first.write_text(
        """
[products.acme-x1]
name = "X1"
kind = "toaster"
[products.acme-x2]
name = "X2"
kind = "gpu"
[[products.acme-x2.figures]]
source = "nowhere"
power = "10 V"
colour = "red"
""",
        encoding="utf-8",
    )
    second.write_text(
        """
[products.acme-x3]
name = "X3"
kind = "gpu"
vendor = "acme"
architecture = "acme-arch"
[[products.acme-x3.figures]]
source = "nowhere"
launch = "2025-13"
""".replace("launch", "power = '5 W'\n#"),
        encoding="utf-8",
    )
    third.write_text("[products.x\n", encoding="utf-8")
    with pytest.raises(HardwareModelError) as told:
        load([first, second, third])
    problems = "\n".join(told.value.problems)
    for expected in (
        "first.toml: acme-x1: kind",
        "first.toml: acme-x2: figures.1.power",
        "first.toml: acme-x2: figures.1.colour",
        "second.toml: acme-x3: vendor: no organisation 'acme'",
        "second.toml: acme-x3: architecture: no product 'acme-arch'",
        "second.toml: acme-x3: source: no source 'nowhere'",
        "third.toml",
    ):
        assert expected in problems
    assert len(told.value.problems) == 7


def test_a_checked_figure_needs_a_place_to_look_it_up(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        """
[sources.rumour]
publisher = "Somebody"
[sources.blank]
publisher = "Somebody else"
title = " "
[sources.nameless]
publisher = ""
[sources.broken]
publisher = "A desk"
url = "see the folder"
""",
        encoding="utf-8",
    )
    with pytest.raises(HardwareModelError) as told:
        load([own])
    assert len(told.value.problems) == 2
    own.write_text(
        """
[sources.rumour]
publisher = "Somebody"
[sources.blank]
publisher = "Somebody else"
title = " "
[products.nvidia-b200]
[[products.nvidia-b200.figures]]
source = "rumour"
checked = 2026-11-01
power = "1 kW"
[products.acme-rack]
name = "Acme Rack"
kind = "rack"
[[products.acme-rack.figures]]
source = "blank"
checked = 2026-11-01
components = { nvidia-b200 = 8 }
""",
        encoding="utf-8",
    )
    with pytest.raises(HardwareModelError) as told:
        load([own])
    problems = "\n".join(told.value.problems)
    assert "nvidia-b200: checked: source 'rumour'" in problems
    assert "acme-rack: checked: source 'blank'" in problems
    assert len(told.value.problems) == 2


def test_an_unverified_figure_may_do_without(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        """
[sources.rumour]
publisher = "Somebody"
[products.nvidia-b200]
[[products.nvidia-b200.figures]]
source = "rumour"
power = "1 kW"
""",
        encoding="utf-8",
    )
    assert load([own]).products["nvidia-b200"].figures_of("power")[0].checked is None


def test_what_was_read_in_a_copy_says_so(model: HardwareModel) -> None:
    read = [r for r in model.rows()["hardware_specs"] if r["note"] and "read in a copy: " in r["note"]]
    copies = {s.url: s.read_in for s in model.sources.values() if s.read_in}
    assert all(r["note"].endswith(f"read in a copy: {copies[r['source_url']]}") and r["checked"] for r in read)
    figures = [f for p in model.products.values() for f in p.figures]
    assert len(read) == sum(bool(model.sources[f.source].read_in and f.checked) for f in figures) > 0


def test_a_note_tells_the_copy_behind_the_remark(model: HardwareModel) -> None:
    copied = next(s for s in model.sources.values() if s.read_in)
    figure = Figure(predicate="power", source=copied.id, checked=date(2025, 1, 2))
    assert model.note_of(figure) == f"read in a copy: {copied.read_in}"
    assert model.note_of(figure._replace(note="per card")) == f"per card; read in a copy: {copied.read_in}"
    assert model.note_of(figure._replace(note="per card", checked=None)) == "per card"
    assert model.note_of(figure._replace(checked=None)) is None
