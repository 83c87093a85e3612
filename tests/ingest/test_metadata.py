"""Title, date and outlet from the article's furniture, never from its running text."""

from datetime import date

import pytest

from pipeline.ingest.metadata import find_published, find_publisher, find_title, parse_date
from pipeline.text.blocks import split_blocks

BODY = "La scheda arriverà nei negozi il 30 gennaio 2031, ha detto la società il 3 marzo 2030."
BODY_ZH = "该公司于2030年3月3日宣布，新显卡将于2031年1月30日上市。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-12-19", date(2024, 12, 19)),
        ("2024-12-19T05:47:00+08:00", date(2024, 12, 19)),
        ("2024/1/9 05:47", date(2024, 1, 9)),
        ("20241219", date(2024, 12, 19)),
        ("2024年12月19日 星期四", date(2024, 12, 19)),
        ("民國113年12月19日", date(2024, 12, 19)),
        ("4 giugno 2024", date(2024, 6, 4)),
        ("martedì 1° ottobre 2024, ore 10:30", date(2024, 10, 1)),
        ("4 giu 2024", date(2024, 6, 4)),
        ("04/06/2024", date(2024, 6, 4)),
        ("4.6.24", date(2024, 6, 4)),
        ("06/14/2024", date(2024, 6, 14)),
        ("June 4, 2024", date(2024, 6, 4)),
        ("Thu, 19 Dec 2024 05:47:00 GMT", date(2024, 12, 19)),
        ("1734566400", date(2024, 12, 19)),
        ("1734566400000", date(2024, 12, 19)),
        ("9999999999", None),
        ("31/02/2024", None),
        ("giugno 2024", None),
        ("B200 192 GB", None),
        ("1024-12-19", None),
    ],
)
def test_parse_date(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Pubblicato il 4 giugno 2024", date(2024, 6, 4)),
        ("Pubblicato il 4 giugno 2024, aggiornato il 6 giugno 2024", date(2024, 6, 4)),
        ("Aggiornato il 6 giugno 2024 | Pubblicato il 4 giugno 2024", date(2024, 6, 4)),
        ("Ultimo aggiornamento: 06/06/2024", date(2024, 6, 6)),
        ("04/06/2024", date(2024, 6, 4)),
        ("di Anna Bruni - 4 giugno 2024", date(2024, 6, 4)),
        ("发布日期:2024-12-19 05:47  点击次数:185", date(2024, 12, 19)),
        ("2024年12月19日 08:30 来源：某某网", date(2024, 12, 19)),
        ("發佈時間：2024/12/19", date(2024, 12, 19)),
        ("来源：某某网 发布时间：2024-12-19", date(2024, 12, 19)),
        ("2024-12-19 記者林小明／台北報導", date(2024, 12, 19)),
        ("原创 小芯 某某号 2024年12月19日 08:02 北京", date(2024, 12, 19)),
    ],
)
def test_published_in_the_head(head: str, expected: date) -> None:
    for body in (BODY, BODY_ZH):
        text = f"Un titolo di prova\n\n{head}\n\n{body}\n"
        assert find_published(text, split_blocks(text)) == expected
        text = f"{head}\n\nUn titolo di prova\n\n{body}\n"
        assert find_published(text, split_blocks(text)) == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("ROMA, 4 giugno 2024 - La scheda è in vendita da oggi.", date(2024, 6, 4)),
        ("Como, 3 marzo 2025. La società ha firmato un accordo.", date(2025, 3, 3)),
        ("MILANO (4 giugno 2024) - La scheda è in vendita da oggi.", date(2024, 6, 4)),
        ("（某某社记者林小明台北2024年12月19日电）新显卡今日上市。", date(2024, 12, 19)),
        ("某某社2024年12月19日消息，新显卡今日上市。", date(2024, 12, 19)),
        ("（中央社記者林小明台北19日電）新顯卡今日上市。", None),
        ("La scheda, presentata il 4 giugno 2024 - e attesa da mesi - costa 999 euro.", None),
        ("Dal 4 giugno 2024 la scheda è in vendita.", None),
        ("2024年12月19日，新显卡正式上市，首批一万块。", None),
        ("公司将于2024年12月19日发布新显卡，售价一万元。", None),
    ],
)
def test_datelines_but_not_the_dates_of_the_news(paragraph: str, expected: date | None) -> None:
    text = f"Un titolo di prova\n\n{paragraph}\n\n{BODY}\n"
    assert find_published(text, split_blocks(text)) == expected


def test_dates_of_other_articles_and_of_rights_do_not_count() -> None:
    text = f"Un titolo\n\n{BODY}\n\nLeggi anche: La fiera del 3 maggio 2023\n\n© 1 gennaio 2024 Alfa Editore\n"
    assert find_published(text, split_blocks(text)) is None


def test_a_date_at_the_foot_counts_if_it_is_labelled() -> None:
    text = f"Un titolo\n\n{BODY}\n\nPubblicato il 5 giugno 2024\n"
    assert find_published(text, split_blocks(text)) == date(2024, 6, 5)


def test_masthead() -> None:
    text = f"Alfa | Nota del mattino | 17 ottobre 2025\n\n{BODY}\n"
    assert find_published(text, split_blocks(text)) == date(2025, 10, 17)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Prova di carico\n\nUn testo di prova.", "Prova di carico"),
        ("发布日期:2024-12-19\n新显卡来了\n新显卡今天上市，售价一万元。", "新显卡来了"),
        ("Solo un paragrafo, che finisce con un punto.", None),
    ],
)
def test_find_title(text: str, title: str | None) -> None:
    assert find_title(text, split_blocks(text)) == title


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("来源：某某网 2024-12-19", "某某网"),
        ("來源：台灣某報", "台灣某報"),
        ("Fonte: Agenzia Prova", "Agenzia Prova"),
        ("Tag: GPU", None),
    ],
)
def test_find_publisher(line: str, publisher: str | None) -> None:
    text = f"Un titolo\n\n{BODY}\n\n{line}\n"
    assert find_publisher(text, split_blocks(text)) == publisher
