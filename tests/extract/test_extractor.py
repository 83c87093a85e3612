"""The stage's two entry points: places are those of the text as given, and no text makes them fail."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import UsageError
from models.records import Article
from pipeline.extract.extractor import Extractor, find_values

PIECES = {
    "it": [
        "Nvidia", "Meta ha ordinato", "La RTX 5090", "l'H100", "GB200 NVL72", "costa", "2.000 dollari", "(circa 1.900 euro)",
        "10.000", "36 CPU e 72 GPU", "5 volte più veloce", "rispetto all'", "il 40% in meno", "nel 2025", "entro l'estate",
        "secondo", "Bloomberg", "non", "avrebbe", "32 GB di GDDR7", "1 gigawatt", "in cinque anni", "contro i 12", "una quota",
        "rispettivamente", "e", "o", ",", ".", ";", ":", "\n", "\n- ", "\n| ", " | ", "«", "»", "quest'ultima",
    ],
    "zh": [
        "英伟达", "马斯克将订购", "GB200", "H100", "GB200 NVL72", "售价", "7万美元", "(约50.7万元人民币)", "10万个", "36个CPU和72个GPU",
        "的5倍", "相比", "下降40%", "2025年下半年", "推出", "据", "彭博社报道", "没有", "据传", "96GB HBM3", "15兆瓦", "为期五年",
        "占", "三成", "分别", "和", "、", "，", "。", "；", "：", "\n", "\n▪ ", "前者", "20万块", "月产能", "好意思元", "来岁", "(", ")",
    ],
}  # fmt: skip


@cache
def extractor() -> Extractor:
    return Extractor()


def article(text: str, language: str) -> Article:
    return Article(document_key="any", text=text, language=language, published=date(2025, 3, 10))


@pytest.mark.parametrize("language", ["it", "zh"])
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_any_words_in_any_order_give_claims_at_their_quotes(language: str, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from(PIECES[language]), max_size=30))
    text = (" " if language == "it" else "").join(pieces)
    for claim in extractor().claims(article(text, language)):
        assert text[claim.start : claim.end] == claim.quote


@pytest.mark.parametrize("language", ["it", "zh"])
@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_at_all_gives_claims_at_their_quotes(language: str, text: str) -> None:
    for claim in extractor().claims(article(text, language)):
        assert text[claim.start : claim.end] == claim.quote


def test_an_article_is_read_alike_whatever_was_read_before() -> None:
    text = "Microsoft acquisterà 50.000 GPU GB200 entro la fine del 2025."
    first = Extractor().claims(article(text, "it"))
    extractor().claims(article("La RTX 5090 costa 2.000 dollari.", "it"))
    assert extractor().claims(article(text, "it")) == first != []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("芯片售价为３００万美元", "３００万美元"),
        ("預購10.8億美元", "10.8億美元"),
        ("预购10.8亿好意思元的芯片,英伟达来岁1月才托福", "10.8亿好意思元"),
        ("售价\u200b5\u200b0万元", "5\u200b0万元"),
    ],
)
def test_find_values_gives_places_of_the_text_as_it_was_written(text: str, quoted: str) -> None:
    prices = [v for v in find_values(text, "zh", date(2024, 12, 19)) if v.kind == "price"]
    assert [text[v.start : v.end] for v in prices] == [quoted]


def test_find_values_knows_only_languages_with_a_pack() -> None:
    with pytest.raises(UsageError, match="it, zh"):
        find_values("5 Watt", "de")
