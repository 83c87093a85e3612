"""Articles with passages in several languages, both scripts of Chinese, and what is set aside."""

import pytest

from models.records import Article
from pipeline.language import detect, set_aside
from pipeline.text.blocks import split_blocks

ITALIAN = (
    "La società ha detto che le nuove schede saranno consegnate entro la fine dell'anno, con un prezzo che per la versione "
    "di base non dovrebbe superare i 2.000 euro; quella con più memoria ne costerà almeno 3.000."
)
ENGLISH = (
    "The company said that the new cards will be delivered by the end of the year, and that the price of the basic version "
    "should not be more than 2,000 dollars; the one with more memory will cost at least 3,000."
)
SIMPLIFIED = "公司表示，新显卡将在年底前交付，基础版的价格应该不会超过两千欧元；显存更大的版本至少要三千欧元。"
TRADITIONAL = "公司表示，新顯示卡將在年底前交付，基礎版的價格應該不會超過兩千歐元；記憶體更大的版本至少要三千歐元。"
JAPANESE = "同社によると、新しいグラフィックボードは年末までに出荷される予定で、基本モデルの価格は2000ユーロを超えない見込みだ。"


def article(*paragraphs: str) -> Article:
    text = "\n\n".join(paragraphs)
    return detect(Article(document_key="a.txt", path="a.txt", text=text, blocks=split_blocks(text)))


@pytest.mark.parametrize(
    ("paragraph", "language", "script"),
    [
        (ITALIAN, "it", None),
        (SIMPLIFIED, "zh", "Hans"),
        (TRADITIONAL, "zh", "Hant"),
        (ENGLISH, "en", None),
        (JAPANESE, "ja", None),
    ],
)
def test_language_and_script(paragraph: str, language: str, script: str | None) -> None:
    found = article("B200", paragraph, paragraph)
    assert (found.language, found.script) == (language, script)
    assert {block.language for block in found.blocks} == {language}


def test_short_english_goes_with_a_chinese_article() -> None:
    found = article("新显卡 be like:", "GB200 NVL72 be like:", SIMPLIFIED, "Anyway.", SIMPLIFIED)
    assert {block.language for block in found.blocks} == {"zh"}


def test_a_long_passage_in_another_language_is_set_aside() -> None:
    found = article("Le nuove schede", ITALIAN, ENGLISH, ITALIAN)
    assert found.language == "it"
    assert [block.language for block in found.blocks] == ["it", "it", "en", "it"]
    found = article("新显卡来了", SIMPLIFIED, ENGLISH, SIMPLIFIED)
    assert (found.language, found.script) == ("zh", "Hans")
    assert [block.language for block in found.blocks] == ["zh", "zh", "en", "zh"]


def test_an_article_in_two_languages_is_read_for_ours() -> None:
    found = article("Comunicato / Press release", ENGLISH, ENGLISH, ITALIAN, ITALIAN)
    assert found.language == "it"
    assert [block.language for block in found.blocks[1:]] == ["en", "en", "it", "it"]


def test_chinese_in_an_italian_article_is_no_italian() -> None:
    found = article("Le nuove schede", ITALIAN, "显卡的价格", ITALIAN, ITALIAN)
    assert found.blocks[2].language == "zh"


def test_the_callers_language_wins() -> None:
    text = "GPU 2025: 100.000"
    blocks = split_blocks(text)
    assert detect(Article(document_key="a", text=text, blocks=blocks), language="zh").language == "zh"


def test_spun_score_is_stored() -> None:
    found = article("好意思国公司的新显卡,来岁托福。", "售价2万好意思元,大家都知谈很贵。", SIMPLIFIED)
    # Four Chinese sentences (the last has two), two of them spun.
    assert found.spun_score == 0.5
    assert article(SIMPLIFIED, SIMPLIFIED).spun_score == 0


def test_set_aside_names_the_language() -> None:
    assert set_aside(article("Le schede", ITALIAN)) is None
    assert set_aside(article("显卡", SIMPLIFIED)) is None
    reject = set_aside(article("The cards", ENGLISH))
    assert reject is not None
    assert (reject.path, reject.reason_code) == ("a.txt", "other_language")
    assert "English (en)" in reject.reason


def test_set_aside_where_nothing_tells() -> None:
    reject = set_aside(article("1.000 – 2.000", "3.000"))
    assert reject is not None
    assert "only Italian and Chinese" in reject.reason


def test_set_aside_names_the_record() -> None:
    whole = Article(document_key="d.jsonl#7", path="d.jsonl", text=ENGLISH, blocks=split_blocks(ENGLISH), record=7)
    reject = set_aside(detect(whole))
    assert reject is not None
    assert (reject.path, reject.record) == ("d.jsonl", 7)


def test_an_empty_article_does_not_break_detection() -> None:
    assert detect(Article(document_key="a", text="")).language is None
