"""From files to findings: a load sees which of its articles are copies, and tells what changed in them."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from pipeline import queries
from pipeline.run import check, load

ITALIAN = """xAI compra altre 100.000 GPU H100 per Memphis
La società di Elon Musk ha ordinato 100.000 GPU H100 per il centro di calcolo di Memphis, che occupa una fabbrica dismessa.
La spesa supera i 3 miliardi di dollari e le prime consegne sono attese in primavera, dice un portavoce della città.
Secondo indiscrezioni Oracle avrebbe acquistato 20.000 B200 per lo stesso sito, ma la società non ha voluto commentare."""
CHINESE = """微软明年采购10万块H100
据公司公告，微软将采购10万块H100，用于扩建数据中心，合同金额为30亿美元，首批设备计划在明年3月交付。
当地政府表示，项目占地两百亩，由两家供电公司共同供电，预计带动上下游企业落户园区。
公司负责人称，新机房采用液冷方案，能耗比旧机房低三成，维护人员也可以减少一半。"""
SPUN = (
    CHINESE.replace("30亿美元", "30亿好意思元")
    .replace("明年", "来岁")
    .replace("交付", "托福")
    .replace("10万块", "40万块")
    .replace("预计", "瞻望")
    .replace("计划", "贪图")
)
ARTICLES = [
    {"id": "agenzia", "published": "2024-12-10", "text": ITALIAN},
    {"id": "giornale", "published": "2024-12-10", "text": ITALIAN.replace("\n", "\n\n")},
    {"id": "blog", "published": "2024-12-11", "text": ITALIAN.replace("ordinato 100.000", "ordinato 300.000").replace("Secondo indiscrezioni Oracle avrebbe", "Oracle ha")},
    {"id": "zh-original", "published": "2024-12-10", "text": CHINESE},
    {"id": "zh-farm", "published": "2024-12-12", "text": SPUN},
]  # fmt: skip


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    (folder / "news.jsonl").write_text("\n".join(json.dumps(a, ensure_ascii=False) for a in ARTICLES), encoding="utf-8")
    load(folder, folder / "w.duckdb")
    return folder / "w.duckdb"


def copies(warehouse: Path) -> dict[str, tuple[str, str]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        rows = connection.execute(
            "SELECT a.source_id, b.source_id, k.kind FROM article_copies k "
            "JOIN articles a USING (article_id) JOIN articles b ON b.article_id = k.copy_of"
        ).fetchall()
    return {copy: (original, kind) for copy, original, kind in rows}


def test_copies_are_found(warehouse: Path) -> None:
    found = copies(warehouse)
    assert found["blog"] == ("agenzia", "near")
    assert found["giornale"] == ("agenzia", "exact")
    assert found["zh-farm"] == ("zh-original", "spun")
    assert len(found) == 3


def test_what_changed_is_told(warehouse: Path) -> None:
    told = {
        (f["document_key"], f["verdict"]): f["quotes"]
        for f in queries.findings(warehouse)
        if f["check_id"] == "copy_change"
    }
    assert any("300.000" in quote for quote in told["blog", "conflict"])
    assert any("20.000 B200" in quote for quote in told["blog", "doubtful"])
    assert any("40万块" in quote for quote in told["zh-farm", "conflict"])
    assert "giornale" not in {document for document, _ in told}


def test_a_later_check_finds_the_same(warehouse: Path) -> None:
    before = {f["finding_id"] for f in queries.findings(warehouse, every=True)}
    check(warehouse)
    assert {f["finding_id"] for f in queries.findings(warehouse, every=True)} == before
    assert len(copies(warehouse)) == 3
