"""How statements of several sentences lean on each other: sources, interviews, deals, tables, ellipses, baselines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from models.records import Article, Claim
from pipeline.extract.assembly.ratios.baseline import look_back
from pipeline.extract.extractor import Extractor
from pipeline.text.blocks import split_blocks
from pipeline.text.script import script_of


@cache
def extractor() -> Extractor:
    return Extractor()


def read(text: str, language: str) -> list[Claim]:
    script = script_of(text) if language == "zh" else None
    return extractor().claims(
        Article(
            document_key="test",
            text=text,
            language=language,
            script=script,
            published=date(2025, 3, 10),
            blocks=split_blocks(text),
        )
    )


@pytest.mark.parametrize(
    ("lookback", "as_of", "published", "expected"),
    [
        ("year", "2025-Q3", None, "2024-Q3"),
        ("year", "2025-07", None, "2024-07"),
        ("quarter", "2025-Q1", None, "2024-Q4"),
        ("month", "2025-01", None, "2024-12"),
        ("quarter", None, date(2025, 3, 10), "2024-Q4"),
        ("forecast", "2025", None, "forecast"),
        ("year", None, None, None),
    ],
)
def test_look_back_steps_from_the_period_or_the_publication(
    lookback: str, as_of: str | None, published: date | None, expected: str | None
) -> None:
    assert look_back(lookback, as_of, published) == expected


@pytest.mark.parametrize(
    ("text", "language", "sources"),
    [
        ("据彭博社报道，H20售价1.2万美元；B30A售价2.4万美元。", "zh", ["Bloomberg", "Bloomberg"]),
        ("H20售价1.2万美元。\n\n这一消息出自摩根士丹利的报告。", "zh", ["Morgan Stanley"]),
        ("摩根士丹利在报告中提到：\n\nH20售价1.2万美元。B30A售价2.4万美元。", "zh", ["Morgan Stanley"] * 2),
        ("分析师周以恆說，H20售價1.2萬美元。", "zh", ["周以恆"]),
        ("«L'H20 costa 12.000 dollari», ha detto Marta Rossi, analista.", "it", ["Marta Rossi"]),
        ("Elon Musk ha un piano. Il CEO di Tesla ha detto che l'H20 costa 12.000 dollari.", "it", ["Elon Musk"]),
        ("L'H20 costa 12.000 dollari, ma Reuters scrive che la B30A ne costa 24.000.", "it", [None, "Reuters"]),
        ("L'H20 costa 12.000 dollari, secondo Bloomberg.", "it", ["Bloomberg"]),
    ],
)
def test_a_voice_reaches_as_far_as_it_speaks(text: str, language: str, sources: list[str | None]) -> None:
    assert [claim.source for claim in read(text, language)] == sources


def test_the_answers_of_an_interview_are_the_word_of_the_one_asked() -> None:
    text = (
        "Intervista a Paolo Neri: «Servono più chip»\n\n"
        "Paolo Neri, amministratore delegato, spiega i suoi piani per il centro dati di Bari.\n\n"
        "**Quante schede avete?**\n\n"
        "Abbiamo 512 H100, e ogni H100 consuma 700 W.\n\n"
        "**E quanto costano?**\n\n"
        "Un H100 costa 28.000 euro.\n"
    )
    claims = read(text, "it")
    assert [claim.predicate for claim in claims] == ["unit_count", "power", "unit_price"]
    assert {claim.source for claim in claims} == {"Paolo Neri"}


def test_a_table_takes_products_from_rows_or_columns_and_units_from_the_header() -> None:
    by_row = "Listino\n\n| Scheda | Prezzo (€) | TDP |\n|---|---|---|\n| RTX 5090 | 2.349 | 575 W |\n| RTX 5080 | 1.189 | 360 W |\n"
    found = [(c.hardware, c.predicate, int(c.value or 0), c.unit) for c in read(by_row, "it")]
    assert found == [
        ("nvidia-rtx-5090", "unit_price", 2349, "EUR"),
        ("nvidia-rtx-5090", "power", 575, "W"),
        ("nvidia-rtx-5080", "unit_price", 1189, "EUR"),
        ("nvidia-rtx-5080", "power", 360, "W"),
    ]
    by_column = (
        "对比\n\n| 项目 | RTX 5090 | RTX 5080 |\n|---|---|---|\n| 功耗 | 575W | 360W |\n| 显存 | 32GB | 16GB |\n"
    )
    found = [(c.hardware, c.predicate, int(c.value or 0), c.unit) for c in read(by_column, "zh")]
    assert found == [
        ("nvidia-rtx-5090", "power", 575, "W"),
        ("nvidia-rtx-5080", "power", 360, "W"),
        ("nvidia-rtx-5090", "memory_capacity", 32 * 10**9, "B"),
        ("nvidia-rtx-5080", "memory_capacity", 16 * 10**9, "B"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("La MI300X ha 192 GB di memoria, contro gli 80 dell'H100.", "it", ("nvidia-h100", Decimal(80 * 10**9), "B")),
        ("La RTX 5080 assorbe 360 W, contro i 320 della RTX 4080.", "it", ("nvidia-rtx-4080", Decimal(320), "W")),
        (
            "xAI ha raccolto 6 miliardi di dollari e ne ha spesi altri 4 miliardi.",
            "it",
            (None, Decimal(4 * 10**9), "USD"),
        ),
    ],
)
def test_a_number_without_its_unit_has_that_of_the_figure_before(
    text: str, language: str, expected: tuple[str | None, Decimal, str]
) -> None:
    last = read(text, language)[-1]
    assert (last.hardware, last.value, last.unit) == expected


def test_the_parts_of_one_deal_share_it_and_another_deal_does_not() -> None:
    text = (
        "Microsoft comprerà 10.000 B200 per 400 milioni di dollari.\n\n"
        "Le 10.000 B200 saranno consegnate entro dicembre.\n\n"
        "Oracle ha ordinato 5.000 MI355X per 150 milioni di dollari.\n"
    )
    claims = read(text, "it")
    microsoft = {c.deal for c in claims if c.hardware == "nvidia-b200"}
    oracle = {c.deal for c in claims if c.hardware == "amd-mi355x"}
    assert len(microsoft) == len(oracle) == 1
    assert None not in microsoft | oracle
    assert microsoft != oracle


def test_a_list_takes_its_product_from_the_heading_above() -> None:
    text = "La famiglia\n\n## RTX 5090\n\n- Memoria: 32 GB\n- TDP: 575 W\n\n## RTX 5080\n\n- Memoria: 16 GB\n- TDP: 360 W\n"
    found = [(c.hardware, c.zone) for c in read(text, "it")]
    assert found == [("nvidia-rtx-5090", "list")] * 2 + [("nvidia-rtx-5080", "list")] * 2


def test_two_currencies_of_one_amount_are_two_claims_that_know_each_other() -> None:
    first, second = read("马斯克以10亿美元(约73亿元人民币)订购GB200。", "zh")
    assert (first.unit, second.unit) == ("USD", "CNY")
    assert first.same_as == second.same_as is not None
