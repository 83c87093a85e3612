"""Ratios. The NVL72 is claimed to have 30 × inference, 4 × training, 25 × efficiency of the H100; the rest follows from figures."""

from __future__ import annotations

import pytest

from tests.reconcile.planting import Case, Row, Warehouse, outcome, quantity, reconcile_cases

A100, H100, B200, GB200, NVL72, MI300X = (
    "nvidia-a100", "nvidia-h100", "nvidia-b200", "nvidia-gb200", "nvidia-gb200-nvl72", "amd-mi300x",
)  # fmt: skip


def ratio(
    value: object, hardware: str, against: str | None, aspect: str | None, quote: str, **fields: object
) -> list[Row]:
    return [quantity("relative", value, hardware=hardware, object=against, aspect=aspect, quote=quote, **fields)]


CASES = {
    # 30 is the figure for inference
    "swapped with inference": Case(ratio(30, NVL72, None, "training", "30倍", workload="GPT-MoE-1.8T"), "conflict"),
    "swapped with training": Case(ratio(4, NVL72, H100, "inference", "4 volte"), "conflict"),
    "swapped with efficiency": Case(ratio(25, GB200, H100, "training", "25 volte le prestazioni di training"), "conflict"),
    "efficiency": Case(ratio(100, NVL72, H100, "efficiency", "能效提升100倍"), "conflict"),
    # 192 / 80 = 2.4 at most
    "memory": Case(ratio(5, B200, H100, "memory", "cinque volte la memoria"), "conflict"),
    # 8 / 3.35 = 2.4
    "bandwidth": Case(ratio(10, B200, H100, "bandwidth", "带宽是H100的10倍"), "conflict"),
    # 1,000–1,200 W against 350–700 W
    "power": Case(ratio(8, B200, H100, "power", "consuma otto volte tanto"), "conflict"),
    "performance far beyond": Case(ratio(500, NVL72, H100, "performance", "500倍"), "doubtful"),
    # 5.3 / 3.35 = 1.58; 2 is 1.26 times as much
    "rounded too far": Case(ratio(2, MI300X, H100, "bandwidth", "il doppio", condition="SXM"), "supported"),
    "inference": Case(ratio(30, NVL72, H100, "inference", "30 volte"), "supported"),
    "of the chip": Case(ratio(30, B200, H100, "inference", "30 volte le prestazioni di inferenza"), "supported"),
    "training": Case(ratio(4, B200, H100, "training", "quattro volte"), "supported"),
    # "4 times more" may be 5 times as much
    "N or N + 1": Case(ratio(5, B200, H100, "training", "提升5倍"), "supported"),
    "up to": Case(ratio(30, NVL72, H100, "inference", "fino a 30 volte", bound="max"), "supported"),
    "up to, swapped": Case(ratio(30, NVL72, H100, "training", "fino a 30 volte", bound="max"), "conflict"),
    "over": Case(ratio(20, NVL72, H100, "efficiency", "oltre 20 volte", bound="min"), "supported"),
    "about": Case(ratio(27, NVL72, H100, "efficiency", "circa 27 volte", bound="about"), "supported"),
    "performance between": Case(ratio(5, GB200, H100, "performance", "性能约为H100的5倍"), "supported"),
    "no aspect": Case(ratio(15, NVL72, H100, None, "15 volte"), "supported"),
    "double the memory": Case(ratio(2.4, B200, H100, "memory", "2,4 volte"), "supported"),
    "other workload": Case(
        ratio(12, NVL72, H100, "power", "12 volte", workload="Llama 2 70B"), "conflict"
    ),
    "other baseline": Case(ratio(30, NVL72, A100, "training", "30倍"), None),
    "against a quarter": Case(ratio(1.4, H100, None, "orders", "+40%", baseline="2024-Q2"), None),
    "no such aspect": Case(ratio(3, B200, H100, "yield", "tre volte la resa"), None),
    "a difference": Case([quantity("relative", 300, "W", hardware=B200, object=H100, aspect="power", quote="300 W in più")], None),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(module_warehouse: Warehouse) -> dict[str, list[Row]]:
    return reconcile_cases(module_warehouse, "relative", CASES)


@pytest.mark.parametrize("name", CASES)
def test_relative(findings: dict[str, list[Row]], name: str) -> None:
    assert outcome(findings[name]) == CASES[name].verdict


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("swapped with inference", "30 times is the figure for inference"),
        ("swapped with training", "4 times is the figure for training"),
        ("swapped with efficiency", "25 times is the figure for efficiency"),
    ],
)
def test_relative_names_the_swapped_aspect(findings: dict[str, list[Row]], name: str, told: str) -> None:
    assert told in findings[name][0]["explanation_en"]


def test_relative_derives_ratios_from_figures(findings: dict[str, list[Row]]) -> None:
    assert "The figures of the two products give 2.25 to 2.4 times" in findings["memory"][0]["explanation_en"]
