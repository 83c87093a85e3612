"""The scan looks only where something begins: every word of the data that begins a value must be such a place."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from pipeline.extract.zh.values import find_values

_DATES = tomllib.loads(files("pipeline.extract.zh").joinpath("dates.toml").read_text(encoding="utf-8"))
_RATIOS = tomllib.loads(files("pipeline.extract.zh").joinpath("ratios.toml").read_text(encoding="utf-8"))
_DATE_TABLES = ("relative_year", "years_together", "relative_day", "holidays", "floating_holidays", "lunar_holidays")
_DATE_WORDS = [word for table in _DATE_TABLES for word in _DATES[table]] + _DATES["lunar_eves"]["names"]
_RATIO_WORDS = [word for table in ("words", "fractions", "discount_words", "percent_words") for word in _RATIOS[table]]


@pytest.mark.parametrize("word", _DATE_WORDS + [word for words in _DATES["vague"].values() for word in words])
def test_a_word_of_the_data_is_a_date(word: str) -> None:
    text = f"厂商{word}，宣布"
    [value] = find_values(text, date(2024, 12, 19))
    assert (value.kind, text[value.start : value.end]) == ("date", word)


@pytest.mark.parametrize("word", _RATIO_WORDS)
def test_a_word_of_the_data_is_a_ratio(word: str) -> None:
    text = f"价格{word}，宣布"
    [value] = find_values(text)
    assert (value.kind in ("number", "percent"), text[value.start : value.end]) == (True, word)


@pytest.mark.parametrize(
    "written",
    ["第三季度", "第一至三季度", "首季", "前三季度", "上半年", "下个月", "本季度", "本世纪", "周五", "年底", "月初", "今夏", "春季", "公元2025年",
     "民国114年", "Q3", "H1", "FY2025", "正月初八", "农历八月十五", "暑期", "元旦", "今(15)日", "半年", "大半年", "几十万", "数百", "百分之三"],
)  # fmt: skip
def test_what_begins_with_no_digit_is_found(written: str) -> None:
    text = f"据悉，{written}，宣布"
    [value] = find_values(text, date(2024, 12, 19))
    assert text[value.start : value.end] == written
