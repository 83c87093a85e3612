import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from pipeline.extract.tokenizer import EdgeTokenizer

TOKENIZE = EdgeTokenizer(Vocab())


@given(st.text())
def test_the_doc_has_the_text_unchanged(text: str) -> None:
    assert TOKENIZE(text).text == text


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("700W-1200W", ["700", "W", "-", "1200", "W"]),
        ("10万张H100 GPU", ["10", "万", "张", "H", "100", "GPU"]),
        ("l'H100  costa", ["l", "'", "H", "100", "  ", "costa"]),
        ("", []),
    ],
)
def test_token_edges(text: str, tokens: list[str]) -> None:
    assert [t.text for t in TOKENIZE(text)] == tokens
