"""A hardware file of the user's own: what it may say, and how its mistakes are told, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import HardwareModelError
from models.hardware import load

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
def test_a_name_that_needs_no_context_has_one_owner(tmp_path: Path, name: str) -> None:
    owner = next(p.id for p in load().products.values() if p.name == name)
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
