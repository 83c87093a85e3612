"""Numbers of a table stand in the unit that its header names."""

from __future__ import annotations

from pipeline.extract.zh.values import find_values


def _seen(text: str) -> list[tuple[str, str | None, int]]:
    return [
        (text[v.start : v.end], v.unit, int(v.value))
        for v in find_values(text)
        if v.value is not None and v.kind != "date"
    ]


def test_each_column_has_the_unit_of_its_header() -> None:
    text = "| 型号 | 显存(GB) | 售价（元） | 数量 |\n|---|---|---|---|\n| 甲 | 24 | 12,999 | 40 |\n"
    assert _seen(text) == [("24", "B", 24_000_000_000), ("12,999", "CNY", 12_999), ("40", None, 40)]


def test_a_line_above_the_table_gives_the_unit_and_its_multiplier() -> None:
    text = "单位：亿美元\n公司\t2023年\t2024年\n甲\t12.5\t30\n\n共3台"
    assert _seen(text) == [("12.5", "USD", 1_250_000_000), ("30", "USD", 3_000_000_000), ("3", None, 3)]


def test_a_cell_with_its_own_unit_keeps_it() -> None:
    text = "| 公司 | 营收(亿元) |\n| 乙 | 8亿美元 |\n| 丙 | 9 |\n"
    assert _seen(text) == [("8亿美元", "USD", 800_000_000), ("9", "CNY", 900_000_000)]


def test_the_unit_of_a_header_is_no_value() -> None:
    assert _seen("营收(亿元)") == []
