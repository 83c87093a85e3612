"""The parts' figures make up the whole's, over the whole model, but for the exceptions that composition.toml explains."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from models.hardware import Figure, HardwareModel, Product, load
from models.hardware.schema import SITE_KINDS

EXCEPTIONS = Path(__file__).with_name("composition.toml")
ROUNDING = Decimal("0.03")  # "13.4 TB" for 72 x 186 GB: makers state three digits, racks often two
SUMS = ("memory_capacity", "memory_bandwidth", "compute", "transistor_count")


class Comparison(NamedTuple):
    whole: str
    part: str
    predicate: str
    agrees: bool
    told: str


class Interval(NamedTuple):
    low: Decimal
    high: Decimal


@pytest.fixture(scope="module")
def model() -> HardwareModel:
    return load()


@pytest.fixture(scope="module")
def compared(model: HardwareModel) -> list[Comparison]:
    """All comparisons; of a site only its power, since its compute is what a benchmark measured."""
    found = []
    for whole in model.products.values():
        for component in whole.components:
            part = model.products.get(component.id)
            if part and whole.kind not in SITE_KINDS:
                found += list(sums(model, whole, part, component.count))
            if part:
                found += list(budgets(whole, part, component.count))
    return found


def interval(figures: list[Figure], count: int = 1) -> Interval | None:
    values = [v * count for f in figures for v in (f.value, f.value_high) if v is not None]
    return Interval(min(values), max(values)) if values else None


def sums(model: HardwareModel, whole: Product, part: Product, count: int) -> Iterator[Comparison]:
    """Some figure of the whole lies between the least and greatest sum of these parts, or of all its different parts."""
    for predicate in SUMS:
        stated = [f for f in whole.figures_of(predicate) if is_of_the_same(f, part)]
        for workload in dict.fromkeys(f.workload for f in stated):
            total = summed(part, predicate, workload, count)
            alike = [f.value for f in stated if f.workload == workload and f.value is not None]
            if total:
                agrees = any(within(v, total) or within(v, together(model, whole, predicate, workload)) for v in alike)
                told = f"{whole.id}: {count} x {part.id} = {total}, stated {[str(v) for v in alike]}"
                yield Comparison(whole.id, part.id, predicate, agrees, told)


def summed(part: Product, predicate: str, workload: str | None, count: int) -> Interval | None:
    return interval([f for f in part.figures_of(predicate) if f.condition != "die" and f.workload == workload], count)


def together(model: HardwareModel, whole: Product, predicate: str, workload: str | None) -> Interval | None:
    """The sum over the parts that have such a figure, parts of parts left out; None where only one has."""
    listed = {c.id: c.count for c in whole.components if c.id in model.products}
    inner = {c.id for id_ in listed for c in model.products[id_].components}
    parts = [summed(model.products[i], predicate, workload, n) for i, n in listed.items() if i not in inner]
    known = [p for p in parts if p is not None]
    return (
        Interval(sum((p.low for p in known), Decimal()), sum((p.high for p in known), Decimal()))
        if len(known) > 1
        else None
    )


def within(value: Decimal, total: Interval | None) -> bool:
    return total is not None and total.low * (1 - ROUNDING) <= value <= total.high * (1 + ROUNDING)


def is_of_the_same(figure: Figure, part: Product) -> bool:
    """Whether a whole's memory figure, which names the kind of memory as its case, is about this part's memory."""
    kinds = {str(f.object) for f in part.figures_of("memory_type")}
    case = (figure.condition or "").split(", ")[-1]
    return (
        not figure.predicate.startswith("memory") or not kinds or case in kinds or not case.startswith(("HBM", "LPDDR"))
    )


def budgets(whole: Product, part: Product, count: int) -> Iterator[Comparison]:
    """The whole draws no less than its parts in their most frugal version."""
    total, stated = interval(list(part.figures_of("power")), count), interval(list(whole.figures_of("power")))
    if total and stated:
        told = f"{whole.id}: {count} x {part.id} draw {total.low} W at least, stated {stated}"
        yield Comparison(whole.id, part.id, "power", total.low <= stated.high, told)


def exceptions() -> dict[tuple[str, str, str], str]:
    listed = tomllib.loads(EXCEPTIONS.read_text(encoding="utf-8"))["exceptions"]
    return {(e["whole"], e["part"], e["predicate"]): e["reason"] for e in listed}


def test_parts_make_up_the_whole(compared: list[Comparison]) -> None:
    known = exceptions()
    wrong = [c.told for c in compared if not c.agrees and (c.whole, c.part, c.predicate) not in known]
    assert wrong == []
    assert len(compared) >= 40


def test_exceptions_are_explained_and_still_needed(compared: list[Comparison]) -> None:
    disagree = {(c.whole, c.part, c.predicate) for c in compared if not c.agrees}
    assert set(exceptions()) <= disagree
    assert all(len(reason) > 30 for reason in exceptions().values())


@pytest.mark.parametrize(
    ("whole", "part", "predicate"),
    [
        ("nvidia-gb200-nvl72", "nvidia-b200", "memory_capacity"),
        ("nvidia-gb200-nvl72", "nvidia-gb200", "power"),
        ("nvidia-gb200", "nvidia-b200", "transistor_count"),
        ("nvidia-dgx-h100", "nvidia-h100", "memory_capacity"),
        ("nvidia-vera-rubin-nvl144", "nvidia-vera", "memory_capacity"),
        ("aws-trn2-ultraserver", "aws-trainium2", "compute"),
        ("google-tpu-v7-pod", "google-tpu-v7", "compute"),
        ("huawei-atlas-950", "huawei-ascend-950dt", "compute"),
        ("frontier", "amd-mi250x", "power"),
        ("nvidia-vera-rubin-nvl144-cpx", "nvidia-rubin-cpx", "compute"),
        ("aws-trn3-ultraserver", "aws-trainium3", "memory_bandwidth"),
    ],
)  # fmt: skip
def test_what_is_compared(compared: list[Comparison], whole: str, part: str, predicate: str) -> None:
    assert any((c.whole, c.part, c.predicate) == (whole, part, predicate) and c.agrees for c in compared)
