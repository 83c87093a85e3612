"""The layout of an article by the looks of its lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.blocks import split_blocks


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in split_blocks(text, title=title)]


def test_an_article_with_a_paragraph_a_line() -> None:
    text = (
        "Arrivano le nuove schede di Alfa\n"
        "Pubblicato il 4 giugno 2024\n"
        "di Anna Bruni\n"
        "La società ha presentato a Taipei una scheda da 600 W, in vendita da luglio a 1.999 euro.\n"
        "Quanto consuma\n"
        "Il consumo massimo dichiarato è di 600 W, contro i 450 W del modello precedente.\n"
        "Leggi anche: Le schede più attese\n"
        "© Riproduzione riservata\n"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "title", "furniture", "furniture", "paragraph", "heading", "paragraph", "furniture", "furniture",
    ]  # fmt: skip


def test_a_spun_page_with_its_date_line() -> None:
    text = (
        "某某体育网-新芯片来了-登录入口\n\n发布日期:2024-12-19 05:47\u00a0\u00a0点击次数:185\n\n"
        "新芯片的售价为3万美元，明年一月交付。\n\n性能如何\n\n它的性能是上一代的两倍。\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["title", "furniture", "paragraph", "heading", "paragraph"]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    text = (
        "Consumi in aumento\n\n"
        "Il centro di calcolo di Torino ha chiesto al gestore\n"
        "della rete una potenza di 120 MW, quattro volte più\n"
        "di quella che usa oggi.\n\n"
        "Costi\n"
        "La spesa prevista per gli allacciamenti è di circa\n"
        "40 milioni di euro, a carico della società che lo\n"
        "gestisce.\n"
    )
    found = kinds(text)
    assert [kind for kind, _ in found] == ["title", "paragraph", "heading", "paragraph"]
    assert found[1][1].endswith("oggi.")
    assert found[3][1].startswith("La spesa")


def test_hard_wrapped_chinese_is_joined() -> None:
    text = (
        "某公司昨日宣布将在明年第二季度推出新一代加速卡并于同年\n"
        "第四季度开始向首批客户大规模交付产品预计全年出货量将达\n"
        "到五十万块左右。\n\n分析师认为这一数字偏于乐观，因为封装产能仍然非常紧张。\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph"]


def test_markdown() -> None:
    text = (
        "---\ntitle: Prova\ndate: 2024-06-04\n---\n\n# Prova di carico\n\nUn testo introduttivo, lungo quanto basta.\n\n"
        "## Specifiche\n\n- 80 GB di memoria\n  di tipo HBM3\n* 700 W\n\n| Scheda | W |\n|---|---:|\n| Alfa | 700 |\n\n"
        "> «Siamo pronti».\n\n![rack](rack.png)\n"
    )
    assert kinds(text) == [
        ("furniture", "---\ntitle: Prova\ndate: 2024-06-04\n---"),
        ("title", "# Prova di carico"),
        ("paragraph", "Un testo introduttivo, lungo quanto basta."),
        ("heading", "## Specifiche"),
        ("list", "- 80 GB di memoria\n  di tipo HBM3"),
        ("list", "* 700 W"),
        ("table", "| Scheda | W |"),
        ("table", "| Alfa | 700 |"),
        ("quote", "> «Siamo pronti»."),
        ("caption", "![rack](rack.png)"),
    ]


def test_a_front_matter_has_fields() -> None:
    assert kinds("---\r\ntitle: Prova\r\n---\r\nUn paragrafo di testo.\r\n")[0] == (
        "furniture",
        "---\r\ntitle: Prova\r\n---",
    )
    text = "---\nUn titolo\n---\nUn paragrafo di testo, più lungo.\n---\nUn altro paragrafo."
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "paragraph"]


def test_heading_levels_and_list_levels() -> None:
    text = "# Uno\n\nTesto del primo capitolo.\n\n### Tre\n\nAltro testo, più lungo."
    assert [(b.kind, b.level) for b in split_blocks(text)] == [
        ("title", 1), ("paragraph", 0), ("heading", 3), ("paragraph", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        "型号|显存|功耗\n甲卡|80GB|700W\n乙卡|96GB|400W",
        "Modello | Memoria | Consumo\nAlfa | 80 GB | 700 W\nBeta | 96 GB | 400 W",
        "Modello\tMemoria\nAlfa\t80 GB\nBeta\t96 GB",
        "Modello   Memoria   Consumo\nAlfa      80 GB     700 W\nBeta      96 GB     400 W",
        "型号　　显存　　功耗\n甲卡　　80GB　　700W\n乙卡　　96GB　　400W",
    ],
)
def test_tables_with_their_header(rows: str) -> None:
    text = f"Le schede a confronto\n\nEcco i dati dichiarati dai produttori.\n\n{rows}\n\nI dati sono di giugno."
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "table", "table", "table", "paragraph"]


@pytest.mark.parametrize(
    "items",
    [
        "- 72 GPU\n- 36 CPU",
        "1. 72 GPU\n2. 36 CPU",
        "（1）72个GPU\n（2）36个CPU",
        "①72个GPU\n②36个CPU",
        "·72个GPU\n·36个CPU",
    ],
)
def test_lists(items: str) -> None:
    text = f"Il rack\n\nIl rack contiene:\n\n{items}\n\nPesa oltre una tonnellata."
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "list", "list", "paragraph"]


@pytest.mark.parametrize(
    "heading", ["一、性能提升明显", "1. 性能提升明显", "【性能】", "**性能提升明显**", "性能提升明显"]
)
def test_headings_between_paragraphs(heading: str) -> None:
    text = f"新卡上市\n\n新卡今天上市，售价一万元。\n\n{heading}\n\n它的性能是上一代的两倍。\n"
    assert kinds(text)[2] == ("heading", heading)


@pytest.mark.parametrize(
    "sentence",
    [
        "1.742 GPU sono già state consegnate ai clienti.",
        "发布于2022年的H100如今仍然供不应求，价格居高不下。",
        "相关报道称，该公司明年将采购十万块显卡。",
        "Pubblicato il nuovo listino, i prezzi delle schede salgono del 10%.",
        "Data la domanda, le consegne slittano a marzo.",
        "Stampa e televisioni hanno dato ampio risalto alla notizia.",
        "Di nuovo in corsa: Alfa presenta tre schede.",
        "(Nella versione precedente erano 80 GB.)",
        "投诉称，这批服务器在三个月内坏了两次。",
        "3.5英寸硬盘的价格上涨了一成。",
    ],
)
def test_sentences_that_begin_like_something_else_are_paragraphs(sentence: str) -> None:
    text = f"Un titolo\n\nUn primo paragrafo di testo.\n\n{sentence}\n\nUn ultimo paragrafo di testo."
    assert kinds(text)[2] == ("paragraph", sentence)


@pytest.mark.parametrize(
    "line",
    [
        "来源：某某网  2024年12月19日 08:30", "責任編輯：林小明", "作者｜王芳", "點擊次數：1,024", "上一篇：显卡又涨价了", "延伸閱讀",
        "扫码关注公众号", "阅读原文", "版权所有 未经授权不得转载", "2024-12-19 05:47", "Aggiornato l'8 gennaio 2025",
        "*Pubblicato martedì 4 giugno 2024 alle 10:30*", "Condividi su Facebook", "Tag: GPU, Alfa", "(RIPRODUZIONE RISERVATA)",
        "Home > Notizie > Hardware", "Leggi anche: i prezzi", "4 giugno 2024", "Published June 4, 2024", "3 min di lettura",
    ],
)  # fmt: skip
def test_furniture(line: str) -> None:
    text = f"Un titolo di prova\n\nUn paragrafo di testo normale.\n\n{line}\n"
    assert kinds(text)[-1] == ("furniture", line)


@pytest.mark.parametrize("line", ["图：新一代机柜", "▲ 现场照片", "Foto: archivio", "（圖／業者提供）", "图源：某某社"])
def test_captions(line: str) -> None:
    text = f"Un titolo di prova\n\nUn paragrafo di testo normale.\n\n{line}\n\nUn altro paragrafo."
    assert ("caption", line) in kinds(text)


def test_the_given_title_is_found_below_a_kicker() -> None:
    text = "SPECIALE FIERA\nAlfa presenta la scheda più veloce\nLa scheda costerà 1.999 euro, tasse incluse."
    assert ("title", "Alfa presenta la scheda più veloce") in kinds(text, "Alfa presenta  la scheda più veloce")


def test_a_single_line_is_a_paragraph() -> None:
    assert kinds("Alfa ha venduto 100.000 schede") == [("paragraph", "Alfa ha venduto 100.000 schede")]


def test_windows_line_ends() -> None:
    text = "Un titolo\r\n\r\nUn paragrafo di testo.\r\nUn altro paragrafo.\r\n"
    assert kinds(text) == [
        ("title", "Un titolo"),
        ("paragraph", "Un paragrafo di testo."),
        ("paragraph", "Un altro paragrafo."),
    ]


@given(st.text(alphabet=st.sampled_from("aB1 .\t\n\r|-#>*：。中图©\u2028\u3000、一（）"), max_size=120))
def test_blocks_of_any_text_are_ordered_and_inside(text: str) -> None:
    previous = 0
    for block in split_blocks(text):
        assert previous <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        previous = block.end


@given(st.text(), st.none() | st.text())
def test_no_text_breaks_the_splitter(text: str, title: str | None) -> None:
    assert all(0 <= block.start < block.end <= len(text) for block in split_blocks(text, title=title))
