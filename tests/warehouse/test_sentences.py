"""Every claim as one plain sentence."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import duckdb
import pytest

from models.records import DatePredicate, HardwarePredicate, PricePredicate, QuantityPredicate
from warehouse.bulk import insert_rows


@pytest.fixture(autouse=True)
def products(warehouse: duckdb.DuckDBPyConnection) -> None:
    insert_rows(
        warehouse,
        "hardware",
        [
            {"hardware_id": "nvidia-b200", "name": "B200", "vendor": "Nvidia"},
            {"hardware_id": "nvidia-h100", "name": "Nvidia H100", "vendor": "Nvidia"},
        ],
    )


PLACE = {"article_id": "a", "quote": "300.000", "span_start": 0, "span_end": 7}
PLAIN = {"bound": "exact", "modality": "asserted", "polarity": "positive"}
CLAIMS: list[tuple[dict[str, Any], tuple[str, ...]]] = [
        (
            {"kind": "quantity", "predicate": "duration", "hardware": "nvidia-h100", "timex": "P6M", "bound": "about"},
            ("Nvidia H100: a time of about 6 months", "Nvidia H100: un tempo di circa 6 mesi", "Nvidia H100：时间为约6个月", "Nvidia H100：時間為約6個月"),
        ),
        (
            {"kind": "quantity", "predicate": "unit_count", "hardware": "nvidia-b200", "holder": "xAI", "value": 300000, "unit": "1", "event": "order", "modality": "planned", "source": "Elon Musk", "bound": "about"},
            (
                "xAI will order about 300,000 Nvidia B200 (planned, source Elon Musk)",
                "xAI ordinerà circa 300.000 Nvidia B200 (pianificato, fonte Elon Musk)",
                "xAI将订购约30万个Nvidia B200（计划，来源：Elon Musk）",
                "xAI將訂購約30萬個Nvidia B200（計畫，來源：Elon Musk）",
            ),
        ),
        (
            {"kind": "quantity", "predicate": "unit_count", "holder": "xAI", "value": 100000, "unit": "1", "event": "deploy"},
            ("xAI runs 100,000 units", "xAI ha in funzione 100.000 unità", "xAI部署了10万个", "xAI部署了10萬個"),
        ),
        (
            {"kind": "quantity", "predicate": "transistor_count", "hardware": "nvidia-gb200", "value": 208000000000, "unit": "1"},
            ("Nvidia GB200 has 208 billion transistors", "Nvidia GB200 ha 208 miliardi di transistor", "Nvidia GB200有2080亿个晶体管", "Nvidia GB200有2080億個電晶體"),
        ),
        (
            {"kind": "quantity", "predicate": "relative", "hardware": "nvidia-b200", "object": "nvidia-h100", "value": 30, "unit": "1", "aspect": "inference"},
            (
                "Nvidia B200 has 30 times the inference performance of Nvidia H100",
                "Nvidia B200 ha 30 volte le prestazioni in inferenza di Nvidia H100",
                "Nvidia B200的推理性能是Nvidia H100的30倍",
                "Nvidia B200的推論效能是Nvidia H100的30倍",
            ),
        ),
        (
            {"kind": "quantity", "predicate": "share", "hardware": "nvidia-b200", "value": 0.9, "unit": "1", "aspect": "market", "bound": "about"},
            ("Nvidia B200 accounts for about 90% of the market", "Quota di Nvidia B200: circa 90% (il mercato)", "Nvidia B200占市场的约90%", "Nvidia B200占市場的約90%"),
        ),
        (
            {"kind": "quantity", "predicate": "power", "holder": "xAI", "value": 10**9, "unit": "W"},
            ("The site of xAI draws 1 GW", "Il sito di xAI assorbe 1 GW", "xAI的站点功耗为1GW", "xAI的站點功耗為1GW"),
        ),
        (
            {"kind": "price", "predicate": "rental_price", "hardware": "nvidia-h100", "value": 2, "unit": "USD", "per": "hour", "bound": "max"},
            ("Nvidia H100 rents for up to 2 US dollars per hour", "Il noleggio di Nvidia H100 costa fino a 2 dollari all'ora", "Nvidia H100租金为最多2美元/小时", "Nvidia H100租金為最多2美元/小時"),
        ),
        (
            {"kind": "price", "predicate": "unit_price", "hardware": "nvidia-h20", "value": 1400000, "unit": "CNY", "basis": "server", "basis_size": 8},
            ("Nvidia H20 costs 1.4 million yuan (counted in servers of 8)", "Nvidia H20 costa 1,4 milioni di yuan (contati in server da 8)", "Nvidia H20售价为140万元人民币（以服务器计）", "Nvidia H20售價為140萬元人民幣（以伺服器計）"),
        ),
        (
            {"kind": "date", "predicate": "launch", "hardware": "nvidia-rubin", "timex": "2025-H2", "date_start": date(2025, 7, 1), "date_end": date(2025, 12, 31)},
            ("Nvidia Rubin will be presented in the second half of 2025", "Nvidia Rubin sarà presentato nel secondo semestre del 2025", "Nvidia Rubin将于2025年下半年发布", "Nvidia Rubin將於2025年下半年發布"),
        ),
        (
            {"kind": "date", "predicate": "launch", "hardware": "nvidia-b200", "timex": "2024-03-18", "date_start": date(2024, 3, 18), "date_end": date(2024, 3, 18), "polarity": "negative"},
            ("Denied: Nvidia B200 was presented on 18 March 2024", "Smentito: Nvidia B200 è stato presentato il 18 marzo 2024", "否认：Nvidia B200于2024年3月18日发布", "否認：Nvidia B200於2024年3月18日發布"),
        ),
        (
            {"kind": "hardware", "predicate": "component", "hardware": "nvidia-gb200-nvl72", "object": "nvidia-grace", "value": 36, "unit": "1"},
            ("Nvidia GB200 NVL72 contains 36 Nvidia Grace", "Nvidia GB200 NVL72 contiene 36 Nvidia Grace", "Nvidia GB200 NVL72包含36个Nvidia Grace", "Nvidia GB200 NVL72包含36個Nvidia Grace"),
        ),
]  # fmt: skip


def test_claims_read_as_sentences(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = ({"claim_id": f"c{number:02}", **PLACE, **PLAIN, **claim} for number, (claim, _) in enumerate(CLAIMS))
    insert_rows(
        warehouse,
        "articles",
        [
            {
                "article_id": "a",
                "document_key": "a",
                "text": "300.000 GPU",
                "extractor_version": "1",
                "input_hash": "h",
                "published": date(2024, 12, 20),
            }
        ],
    )
    insert_rows(warehouse, "claims", rows)
    found = warehouse.execute("SELECT en, it, zh_hans, zh_hant FROM claim_sentences ORDER BY claim_id").fetchall()
    assert found == [sentences for _, sentences in CLAIMS]


def test_every_predicate_has_a_sentence_whatever_is_missing(warehouse: duckdb.DuckDBPyConnection) -> None:
    kinds = {
        "hardware": HardwarePredicate,
        "quantity": QuantityPredicate,
        "price": PricePredicate,
        "date": DatePredicate,
    }
    rows = [
        {
            "kind": kind,
            "predicate": predicate,
            "holder": holder,
            "hardware": hardware,
            "object": "HBM3E" if kind == "hardware" else None,
        }
        for kind, predicates in kinds.items()
        for predicate in get_args(predicates)
        for holder in ("xAI", None)
        for hardware in ("nvidia-b200", None)
    ]
    insert_rows(warehouse, "claims", ({"claim_id": f"c{number}", **PLACE, **row} for number, row in enumerate(rows)))
    unsaid = warehouse.execute(
        "SELECT predicate, holder, hardware, en FROM claims JOIN claim_sentences USING (claim_id) "
        "WHERE coalesce(least(length(en), length(it), length(zh_hans), length(zh_hant)), 0) < 4 OR concat(en, it, zh_hans, zh_hant) LIKE '%{%'"
    ).fetchall()
    assert unsaid == []
    assert warehouse.execute("SELECT count(*) FROM claim_sentences").fetchone() == (len(rows),)
