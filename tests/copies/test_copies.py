"""Which article has its text from which: exact, near and spun copies, excerpts, chains, and what only looks alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import duckdb
import pytest

from models.records import Article
from pipeline.copies import link_copies, sketch
from warehouse.bulk import insert_rows
from warehouse.definitions import create_definitions, create_tables

ITALIAN = """Lario Cloud raddoppia il centro di calcolo di Colico
La società lombarda ha ordinato 4.096 acceleratori per il secondo edificio del suo centro di calcolo sul lago.
Le consegne cominceranno in primavera e la potenza impegnata salirà da 6 a 11 megawatt, con acqua del lago per il
raffreddamento. L'investimento, 190 milioni di euro, è coperto per metà da un prestito della banca regionale.
Secondo l'amministratrice delegata la domanda arriva soprattutto da ospedali e case farmaceutiche, che vogliono tenere
i propri dati in Italia. Un terzo edificio, già autorizzato dal comune, potrebbe seguire entro tre anni."""
MORE = """ A chi teme per il lago la società risponde che l'acqua torna più calda di un grado
appena, e che una commissione dell'università misurerà la temperatura ogni ora per tutto il primo anno."""
CHINESE = """东岭市新建智算中心明年投入使用
东岭市政府与江岭信息签署合作协议，将在高新区建设一座智算中心，首期部署8192张加速卡，总投资约12亿元。
江岭信息表示，机房采用液冷方案，设计功率为15兆瓦，预计明年三月完成设备安装，六月向本地企业开放。
合同约定分三年付款，第一年支付4亿元。市科技局称，算力将优先提供给高校和医院，用于训练行业模型。
公司同时计划招聘两百名工程师，并与当地大学合办实验室，研究如何降低推理成本。"""
# The same again as a machine paraphrases it: known phrases (好意思元 and the like) and words that nobody has listed.
SPUN = (
    CHINESE.replace("人民币", "东谈主民币")
    .replace("签署合作协议", "签署相助公约")
    .replace("预计", "瞻望")
    .replace("医院", "病院")
    .replace("计划", "贪图")
    .replace("训练", "考研")
    .replace("明年", "来岁")
    .replace("如何降低", "奈何镌汰")
    .replace("亿元", "亿好意思元")
)
PRICES = """Prezzi della settimana per le schede grafiche nei negozi milanesi
La scheda media da 16 GB si trova a {0} euro, quella da 12 GB a {1} euro e quella più grande a {2} euro.
Rispetto alla settimana prima la variazione è del {3} per cento; le scorte bastano per {4} giorni di vendita.
I prezzi comprendono l'imposta e sono la mediana di {5} offerte raccolte il lunedì mattina."""


@pytest.fixture
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        create_tables(connection)
        create_definitions(connection)
        yield connection


def plant(warehouse: duckdb.DuckDBPyConnection, name: str, text: str, published: str | None, spun: float = 0) -> None:
    insert_rows(warehouse, "articles", [{
        "article_id": name, "document_key": name, "text": text, "published": published, "spun_score": spun,
        "extractor_version": "1", "input_hash": name,
    }])  # fmt: skip


def copies(warehouse: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, str]]:
    """For each copy, what it copies and its kind."""
    link_copies(warehouse, run_id="run-1")
    return {
        copy: (of, kind)
        for copy, of, kind in warehouse.execute("SELECT article_id, copy_of, kind FROM article_copies").fetchall()
    }


def test_a_text_in_another_layout_is_an_exact_copy(warehouse: duckdb.DuckDBPyConnection) -> None:
    plant(warehouse, "original", ITALIAN, "2025-02-03")
    plant(warehouse, "wrapped", "\n\n".join(ITALIAN.split(". ")).replace("\n", " \n "), "2025-02-04")
    assert copies(warehouse) == {"wrapped": ("original", "exact")}


def test_a_text_with_another_number_is_a_near_copy(warehouse: duckdb.DuckDBPyConnection) -> None:
    plant(warehouse, "original", ITALIAN, "2025-02-03")
    plant(warehouse, "changed", ITALIAN.replace("4.096", "40 mila"), "2025-02-04")
    plant(warehouse, "zh", CHINESE, "2025-02-03")
    plant(warehouse, "zh-numerals", CHINESE.replace("12亿", "十二亿").replace("8192", "8,192"), "2025-02-05")
    assert copies(warehouse) == {"changed": ("original", "near"), "zh-numerals": ("zh", "near")}


def test_traditional_characters_are_no_disguise(warehouse: duckdb.DuckDBPyConnection) -> None:
    import opencc

    plant(warehouse, "original", CHINESE, "2025-02-03")
    plant(warehouse, "hant", opencc.OpenCC("s2t").convert(CHINESE), "2025-02-06")
    assert copies(warehouse) == {"hant": ("original", "exact")}


def test_a_spun_text_is_the_copy_whatever_its_date(warehouse: duckdb.DuckDBPyConnection) -> None:
    plant(warehouse, "spun", SPUN, "2025-01-01", spun=0.4)
    plant(warehouse, "original", CHINESE, "2025-02-03")
    assert copies(warehouse) == {"spun": ("original", "spun")}


def test_an_opening_printed_alone_is_a_copy(warehouse: duckdb.DuckDBPyConnection) -> None:
    plant(warehouse, "original", ITALIAN, "2025-02-03")
    plant(warehouse, "short", "\n".join(ITALIAN.splitlines()[:3]), "2025-02-04")
    assert copies(warehouse) == {"short": ("original", "near")}
    similarity, contained = warehouse.execute("SELECT similarity, contained FROM article_copies").fetchone() or (0, 0)
    assert (similarity, contained) == (pytest.approx(0.4, abs=0.1), pytest.approx(1, abs=0.1))


def test_copies_of_copies_lead_to_one_origin(warehouse: duckdb.DuckDBPyConnection) -> None:
    plant(warehouse, "a", ITALIAN, "2025-02-03")
    plant(warehouse, "b", ITALIAN[-380:] + MORE, "2025-02-04")
    plant(warehouse, "c", MORE, "2025-02-05")
    assert copies(warehouse) == {"b": ("a", "near"), "c": ("b", "near")}
    assert warehouse.execute("SELECT DISTINCT origin FROM article_copies").fetchall() == [("a",)]


def test_a_thousand_copies_all_lead_to_the_first(warehouse: duckdb.DuckDBPyConnection) -> None:
    insert_rows(warehouse, "articles", [
        {
            "article_id": f"a{n:04}", "document_key": f"a{n:04}", "text": ITALIAN.replace("4.096", str(n)) + f"\nRedazione {n}",
            "published": "2025-02-03", "extractor_version": "1", "input_hash": str(n),
        }
        for n in range(1000)
    ])  # fmt: skip
    assert set(copies(warehouse).values()) == {("a0000", "near")}
    assert link_copies(warehouse, run_id="run-2") == 999


def test_a_form_filled_in_anew_is_no_copy(warehouse: duckdb.DuckDBPyConnection) -> None:
    plant(warehouse, "monday", PRICES.format(899, 649, 1899, 2, 11, 41), "2025-02-03")
    plant(warehouse, "next-monday", PRICES.format(885, 615, 1799, 3, 12, 39), "2025-02-10")
    assert copies(warehouse) == {}


@pytest.mark.parametrize(
    "other",
    [
        "Lario Cloud ha ordinato 4.096 acceleratori.",
        ITALIAN.replace("Lario Cloud", "Verbano Dati").replace("Colico", "Luino")[:60],
        ITALIAN.splitlines()[0],
        "Il centro di calcolo di Colico avrà un secondo edificio: la società ha ordinato nuovi acceleratori e conta di\n"
        "ricevere le prime consegne in primavera. Non è chiaro chi pagherà la nuova linea elettrica da 11 megawatt che il\n"
        "comune chiede da tempo, né se l'acqua del lago basterà al raffreddamento dei due edifici nei mesi più caldi.",
    ],
)
def test_the_same_news_in_other_words_is_no_copy(warehouse: duckdb.DuckDBPyConnection, other: str) -> None:
    plant(warehouse, "original", ITALIAN, "2025-02-03")
    plant(warehouse, "other", other, "2025-02-04")
    assert copies(warehouse) == {}


def test_two_short_notes_of_one_form_are_no_copies(warehouse: duckdb.DuckDBPyConnection) -> None:
    note = "{} ha firmato un ordine di GB200 da {} miliardi di dollari, circa {} miliardi di euro."
    plant(warehouse, "a", note.format("Oracle", 2, "1,2"), "2025-02-03")
    plant(warehouse, "b", note.format("Oracle", 2, "1,9"), "2025-02-03")
    plant(warehouse, "c", note.format("Meta", 3, "2,8"), "2025-02-03")
    assert copies(warehouse) == {}


def test_a_products_name_is_no_number() -> None:
    one, other = (sketch(Article(document_key="a", text=f"{ITALIAN} Sono {name}.")) for name in ("H100", "H200"))
    assert one.hashes != other.hashes or one.shingles != other.shingles


def test_sketches_are_made_once(warehouse: duckdb.DuckDBPyConnection) -> None:
    plant(warehouse, "original", ITALIAN, "2025-02-03")
    link_copies(warehouse, run_id="run-1")
    warehouse.execute("UPDATE article_sketches SET shingles = 7")
    link_copies(warehouse, run_id="run-2")
    assert warehouse.execute("SELECT shingles FROM article_sketches").fetchone() == (7,)
    warehouse.execute("UPDATE article_sketches SET version = 'older'")
    link_copies(warehouse, run_id="run-3")
    assert warehouse.execute("SELECT shingles FROM article_sketches").fetchone() != (7,)


def test_a_sketch_does_not_change_with_the_process() -> None:
    made = sketch(Article(document_key="a", text=ITALIAN))
    assert asdict(made)["hashes"] == tuple(sorted(made.hashes))
    assert len(made.hashes) == 128 < made.shingles < len(ITALIAN)
    again = sketch(Article(document_key="b", text=ITALIAN.replace("4.096", "12")))
    assert again.hashes == made.hashes
    assert again.fingerprint != made.fingerprint


def test_the_furniture_of_a_page_is_left_out() -> None:
    from pipeline.text.blocks import split_blocks

    page = ITALIAN + "\n\nClicca qui per iscriverti alla newsletter"
    blocks = split_blocks(page)
    assert [block.kind for block in blocks][-1] in ("furniture", "paragraph")
    bare = sketch(Article(document_key="a", text=ITALIAN))
    of_blocks = tuple(
        block.model_copy(update={"kind": "furniture"}) if block.start > len(ITALIAN) else block for block in blocks
    )
    assert sketch(Article(document_key="b", text=page, blocks=of_blocks)).fingerprint == bare.fingerprint


def test_an_older_warehouse_learns_to_sketch(tmp_path: Path) -> None:
    from warehouse.upgrade import shipped_migrations

    (migration,) = [m for m in shipped_migrations() if m.version == 2]
    with duckdb.connect(tmp_path / "old.duckdb") as connection:
        create_tables(connection)
        connection.execute("DROP TABLE article_sketches")
        connection.execute(migration.sql)
        create_definitions(connection)
        plant(connection, "original", ITALIAN, "2025-02-03")
        plant(connection, "copy", ITALIAN, "2025-02-04")
        assert copies(connection) == {"copy": ("original", "exact")}
