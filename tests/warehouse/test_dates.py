"""TIMEX3 values as words. Tables: arguments → English, Italian, simplified Chinese."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb

Evaluate = Callable[[str], Any]
Words = tuple[str, ...]

NOUNS: dict[str, Words] = {
    "2024-12-19": ("19 December 2024", "19 dicembre 2024", "2024年12月19日"),
    "2025-01": ("January 2025", "gennaio 2025", "2025年1月"),
    "2025": ("2025", "2025", "2025年"),
    "2025-Q3": ("the third quarter of 2025", "terzo trimestre del 2025", "2025年第三季度"),
    "2025-H2": ("the second half of 2025", "secondo semestre del 2025", "2025年下半年"),
    "2025-SU": ("summer 2025", "estate 2025", "2025年夏季"),
    "2024-WI": ("winter 2024-25", "inverno 2024-25", "2024-25年冬季"),
    "2025-W07": ("week 7 of 2025", "settimana 7 del 2025", "2025年第7周"),
    "P18M": ("18 months", "18 mesi", "18个月"),
    "P1Y": ("1 year", "1 anno", "1年"),
    "PT2H": ("2 hours", "2 ore", "2小时"),
    "XXXX-01": ("January", "gennaio", "1月"),
    "FUTURE_REF": ("soon", "prossimamente", "近期"),
    "2023-05/2023-08": ("May 2023 to August 2023", "maggio 2023 – agosto 2023", "2023年5月至2023年8月"),
    "fiscal 2025": ("fiscal 2025", "fiscal 2025", "fiscal 2025"),
}
ADVERBS: dict[str, Words] = {
    "'2024-12-19', NULL, 'exact'": ("on 19 December 2024", "il 19 dicembre 2024", "2024年12月19日"),
    "'2025-03-08', NULL, 'exact'": ("on 8 March 2025", "l'8 marzo 2025", "2025年3月8日"),
    "'2025-01', NULL, 'exact'": ("in January 2025", "a gennaio 2025", "2025年1月"),
    "'2025-08', NULL, 'exact'": ("in August 2025", "ad agosto 2025", "2025年8月"),
    "'2025-H2', NULL, 'exact'": ("in the second half of 2025", "nel secondo semestre del 2025", "2025年下半年"),
    "'2025-SU', NULL, 'max'": ("by summer 2025", "entro l'estate 2025", "2025年夏季前"),
    "'2025-SU', NULL, 'exact'": ("in summer 2025", "nell'estate 2025", "2025年夏季"),
    "'2025', 'END', 'exact'": ("at the end of 2025", "a fine 2025", "2025年底"),
    "'2025', 'END', 'max'": ("by the end of 2025", "entro fine 2025", "2025年底前"),
    "'2025-01', 'MID', 'about'": ("around the middle of January 2025", "verso metà gennaio 2025", "约2025年1月中旬"),
    "'2025-Q3', NULL, 'min'": (
        "not before the third quarter of 2025",
        "non prima del terzo trimestre del 2025",
        "2025年第三季度起",
    ),
    "'2030', 'BEFORE', 'exact'": ("before 2030", "prima del 2030", "2030年前"),
    "'2025-03-11', 'AFTER', 'exact'": ("after 11 March 2025", "dopo l'11 marzo 2025", "2025年3月11日后"),
    "'P3Y', NULL, 'max'": ("within 3 years", "entro 3 anni", "3年内"),
    "'FUTURE_REF', NULL, 'exact'": ("soon", "prossimamente", "近期"),
    "'2023-05/2023-09', NULL, 'range'": (
        "from May 2023 to September 2023",
        "da maggio 2023 a settembre 2023",
        "2023年5月至2023年9月",
    ),
}


def test_dates_as_nouns(macros: duckdb.DuckDBPyConnection) -> None:
    rows = macros.execute(
        "SELECT timex, date_en(timex), date_it(timex), date_zh_hans(timex) FROM (SELECT unnest(?) AS timex)",
        [list(NOUNS)],
    ).fetchall()
    assert {timex: tuple(words) for timex, *words in rows} == NOUNS


def test_dates_as_adverbs(macros: duckdb.DuckDBPyConnection) -> None:
    values = ", ".join(f"({case})" for case in ADVERBS)
    rows = macros.execute(
        f"SELECT when_en(t, m, b), when_it(t, m, b), when_zh_hans(t, m, b) FROM (VALUES {values}) AS cases(t, m, b)"
    ).fetchall()
    assert dict(zip(ADVERBS, rows, strict=True)) == ADVERBS


def test_a_date_column_is_read_like_its_timex(evaluate: Evaluate) -> None:
    assert evaluate("date_en(DATE '2025-03-01'), date_it(DATE '2025-03-01'), date_zh_hans(DATE '2025-03-01')") == (
        "1 March 2025",
        "1° marzo 2025",
        "2025年3月1日",
    )


def test_traditional_words(evaluate: Evaluate) -> None:
    assert evaluate(
        "date_zh_hant('P18M'), when_zh_hant('P3Y', NULL, 'max'), when_zh_hant('2025-03-11', 'AFTER', 'exact')"
    ) == (
        "18個月",
        "3年內",
        "2025年3月11日後",
    )
