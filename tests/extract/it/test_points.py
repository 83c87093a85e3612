"""Points before three digits: thousands in Italian, decimals where the text or the size of the figure says so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.extractor import find_values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Il sistema arriva a 1.353 exaflop.", Decimal("1.353e18")),
        ("Il sistema arriva a 1.353 petaflop.", Decimal("1.353e18")),
        ("Il chip ha 3.958 teraflop in FP8.", Decimal("3.958e15")),
        ("Il chip ha 3,958 petaflop in FP8.", Decimal("3.958e15")),
        ("Consuma 1.200 watt.", Decimal(1200)),
    ],
)
def test_a_point_parts_thousands_unless_no_machine_is_so_fast(text: str, value: Decimal) -> None:
    (found,) = find_values(text, "it")
    assert found.value == value


def test_a_text_with_points_before_its_decimals_has_them_everywhere() -> None:
    first, second = find_values("Il picco è di 2.52 PFLOPS, quello misurato di 1.809 PFLOPS.", "it")
    assert (first.value, second.value) == (Decimal("2.52e15"), Decimal("1.809e15"))


def test_one_comma_before_decimals_makes_all_points_part_thousands() -> None:
    first, second = find_values("Il picco è di 2,52 PFLOPS, quello misurato di 1.809 TFLOPS.", "it")
    assert (first.value, second.value) == (Decimal("2.52e15"), Decimal("1.809e15"))
