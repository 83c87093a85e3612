"""The hardware model: what its files say holds together, and mistakes are told all at once."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import HardwareModelError
from models.hardware import HardwareModel, load
from models.hardware.amounts import parse_amount, timex_interval

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
    assert not rack.is_site
    assert model.products["xai-colossus"].is_site


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
    for product in model.products.values():
        for figure in product.figures:
            read_in = model.sources[figure.source].read_in
            if read_in and figure.checked:
                assert read_in in (figure.note or ""), (product.id, figure.predicate)


SHEET = '[sources.s]\npublisher = "Acme"\ntitle = "sheet"\n'
A1 = '[products.acme-a1]\nname = "A1"\nkind = "gpu"\n'
FIGURE = f'{SHEET}{A1}[[products.acme-a1.figures]]\nsource = "s"\n'


def mistakes(tmp_path: Path, content: str | bytes) -> list[str]:
    own = tmp_path / "own.toml"
    own.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(HardwareModelError) as told:
        load([own])
    return [problem.removeprefix("own.toml: ") for problem in told.value.problems]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ('powr = "10 W"', ".powr: no such key; did you mean 'power'?"),
        ('power = "450"', ".power: '450' has no unit where W is meant"),
        ('memory_capacity = "96 Gb"', ".memory_capacity: unknown unit 'Gb'; the unit meant is B"),
        (
            'memory_bandwidth = "1,8 TB/s"',
            ".memory_bandwidth: '1,8 TB/s' is no amount; "
            "write it like '700 W', '1000..1200 W' or '2..3 USD/hour'; the unit meant is B/s",
        ),
        ('clock = "2..1 GHz"', ".clock: '2..1 GHz' is an empty range; the unit meant is Hz"),
        (
            'unit_price = "2000 dollars"',
            ".unit_price: unknown unit 'dollars'; the unit meant is an ISO 4217 code like USD",
        ),
        (
            'launch = "18/03/2025"',
            ".launch.1: '18/03/2025' is no TIMEX3 date; "
            "write it like '2025-03-18', '2025-03', '2025-Q3', '2025' or '2025-03/2025-05'",
        ),
        ('power = "5 W"\nchecked = "yesterday"', ".checked: 'yesterday' where a day like 2025-03-18 is meant"),
        ("", ": states nothing"),
    ],
)
def test_what_is_wrong_in_a_statement_is_told_in_words(tmp_path: Path, statement: str, told: str) -> None:
    assert mistakes(tmp_path, FIGURE + statement) == [f"acme-a1: figures.1{told}"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[products.acme-a1\nname = "A1"', ["unclosed table, expected `]` at line 1 column 18"]),
        (b'[products.a]\nname = "\xe9"', ["is no UTF-8 text (byte 22)"]),
        ('products = "none"\nvendr = "x"', ["products: 'none' where a table is meant", "vendr: no such key"]),
        (
            '[products."Acme A1"]\nname = "A1"\nkind = "gpu"',
            ["Acme A1: an id is lower case with hyphens, like 'nvidia-rtx-5090'"],
        ),
        (A1 + 'aliases = "Acme"', ["acme-a1: aliases: 'Acme' where a list like ['a', 'b'] is meant"]),
        ('[products.acme-a1]\nname = "A1"', ["acme-a1: kind: is missing"]),
        (
            '[sources.s]\npublisher = "Acme"\nurl = "acme.com"',
            ["s: url: is no address; one begins with http:// or https://"],
        ),
    ],
)
def test_what_is_wrong_in_a_file_is_told_in_words(tmp_path: Path, content: str | bytes, told: list[str]) -> None:
    assert mistakes(tmp_path, content) == told


def test_a_mistake_neither_hides_others_nor_brings_them(tmp_path: Path) -> None:
    named_by_another = '[products.acme-a2]\nname = "A2"\nkind = "gpu"\npredecessor = "acme-a1"\nvendor = "acme"\n'
    kind, vendor = mistakes(tmp_path, A1.replace("gpu", "toaster") + named_by_another)
    assert kind.startswith("acme-a1: kind: 'toaster' is none of 'gpu', 'cpu'")
    assert vendor == "acme-a2: vendor: no organisation 'acme'"


def test_a_file_that_cannot_be_read_brings_no_mistakes_about_what_it_holds(tmp_path: Path) -> None:
    broken, naming = tmp_path / "broken.toml", tmp_path / "naming.toml"
    broken.write_text(A1 + 'vendor = "nvidia', encoding="utf-8")
    naming.write_text('[products.acme-a2]\nname = "A2"\nkind = "gpu"\npredecessor = "acme-a1"', encoding="utf-8")
    with pytest.raises(HardwareModelError) as told:
        load([broken, naming])
    assert [p.split(":")[0] for p in told.value.problems] == ["broken.toml"]


@pytest.mark.parametrize("name", ["RTX 5090", "H100"])
def test_a_name_that_needs_no_context_has_one_owner(tmp_path: Path, name: str, model: HardwareModel) -> None:
    owner = next(p.id for p in model.products.values() if p.name == name)
    problem = f"acme-a1: aliases: {name.casefold()!r} is a name of {owner} too"
    assert mistakes(tmp_path, f'[products.acme-a1]\nname = "{name}"\nkind = "gpu"') == [problem]


def test_a_day_may_be_written_without_quotes(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(FIGURE + "launch = 2025-03-18", encoding="utf-8")
    assert load([own]).products["acme-a1"].figures_of("launch")[0].timex == "2025-03-18"


@pytest.mark.parametrize(
    ("case", "workload", "condition"),
    [
        ("FP8", "FP8", None),
        ("FP8 dense", "FP8", "dense"),
        ("dense FP8", "FP8", "dense"),
        ("FP4 inference sparse", "FP4 inference", "sparse"),
        ("sparse", None, "sparse"),
    ],
)
def test_sparsity_is_a_condition_of_compute(
    tmp_path: Path, case: str, workload: str | None, condition: str | None
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(FIGURE + f'compute = {{ "{case}" = "2 PFLOP/s" }}', encoding="utf-8")
    (figure,) = load([own]).products["acme-a1"].figures_of("compute")
    assert (figure.workload, figure.condition) == (workload, condition)
