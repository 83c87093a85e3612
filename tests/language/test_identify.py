import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import identify, language_name
from pipeline.language.identify import identify_by_script


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La scheda arriverà nei negozi a gennaio e costerà più di 2.000 euro, secondo la società.", "it"),
        ("英伟达发布GB200", "zh"),
        ("輝達發表新一代顯示卡", "zh"),
        ("OpenAI CEO Sam Altman称GPT-5已经完成训练", "zh"),
        ("新しいグラフィックボードは1月に発売される予定です。", "ja"),
        ("삼성전자가 HBM3E 공급을 시작했다", "ko"),
        ("The new graphics card will arrive in January and cost more than 2000 dollars, the company said.", "en"),
        ("La nueva tarjeta gráfica llegará en enero y costará más de 2000 euros, según la empresa.", "es"),
        ("La nouvelle carte graphique arrivera en janvier et coûtera plus de 2000 euros, selon la société.", "fr"),
        ("Die neue Grafikkarte kommt im Januar und kostet mehr als 2000 Euro, wie das Unternehmen sagte.", "de"),
        ("Новая видеокарта поступит в продажу в январе и будет стоить более 2000 долларов.", "ru"),
        ("Noua placă grafică va ajunge pe piață în ianuarie și va costa peste 2000 de euro.", "ro"),
    ],
)
def test_passages(text: str, language: str) -> None:
    assert identify(text).language == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nvidia presenta RTX 5090", "it"),
        ("Blackwell in ritardo", "it"),
        ("Microsoft ordina 485.000 Hopper", "it"),
        ("GB200 NVL72: 120 kW", "it"),
        ("The new GPU ships in 2025", "en"),
        ("显卡", "zh"),
        ("索尼（ソニー）发布新机", "zh"),
    ],
)
def test_headlines(text: str, language: str) -> None:
    assert identify(text).language == language


@pytest.mark.parametrize("text", ["", "1.000 – 2.000", "…", "🔥🔥"])
def test_no_letters_tell_nothing(text: str) -> None:
    assert identify(text) == identify_by_script(text)
    assert identify(text).language is None


def test_the_same_text_gives_the_same_answer() -> None:
    text = "Uitgave Nvidia kaart 2000 euro januari verkoop prijs"
    assert len({identify(text) for _ in range(5)}) == 1


def test_chinese_characters_weigh_three_letters() -> None:
    assert identify("显卡GPU").letters == 9


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    found = identify(text)
    assert 0 <= found.confidence <= 1
    assert found.language is None or language_name(found.language)


def test_names_of_languages() -> None:
    assert (language_name("ja"), language_name("xx")) == ("Japanese", "xx")
