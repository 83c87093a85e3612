"""Every encoding that our news comes in, in long texts and in headlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ArticleRejected
from pipeline.ingest.encoding import decode

ITALIAN = (
    "Perché l’azienda non può più aspettare: così si è espresso l'amministratore. «La città è pronta», ha detto, "
    "e il costo salirà a 30.000 € per unità – più di quanto già previsto – entro giovedì. "
)
SIMPLIFIED = (
    "公司在周二的发布会上宣布，新一代加速卡将于明年量产，预计售价为3万至4万美元。分析师认为，市场需求依然强劲。"
)
TRADITIONAL = (
    "公司在週二的發表會上宣布，新一代加速卡將於明年量產，預計售價為3萬至4萬美元。分析師認為，市場需求依然強勁。"
)
CASES = [
    (ITALIAN, "cp1252", "windows-1252"),
    (ITALIAN, "utf-16-le", "utf-16-le"),
    (ITALIAN, "utf-16-be", "utf-16-be"),
    (SIMPLIFIED, "gb18030", "gb18030"),
    (SIMPLIFIED, "utf-16-le", "utf-16-le"),
    (SIMPLIFIED, "utf-16-be", "utf-16-be"),
    (TRADITIONAL, "big5", "big5"),
    (TRADITIONAL, "gb18030", "gb18030"),
    (TRADITIONAL, "utf-16-le", "utf-16-le"),
]


@pytest.mark.parametrize("length", [25, 100, 2000])
@pytest.mark.parametrize(("text", "codec", "name"), CASES)
def test_encodings_without_a_mark(text: str, codec: str, name: str, length: int) -> None:
    part = (text * 30)[:length]
    decoded = decode(part.encode(codec))
    assert decoded.text == part
    assert decoded.encoding == name


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("È già qui", "cp1252", "windows-1252"),
        ("Novità: costerà 999 €", "cp1252", "windows-1252"),
        ("«Sì»", "cp1252", "windows-1252"),
        ("L’ordine più grande", "cp1252", "windows-1252"),
        ("显卡涨价", "gb18030", "gb18030"),
        ("GPU售价3万美元", "gb18030", "gb18030"),
        ("顯示卡漲價", "big5", "big5"),
        ("GPU售價3萬美元", "big5", "big5"),
    ],
)
def test_headlines(text: str, codec: str, name: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, name)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SIMPLIFIED.encode("utf-8"), "utf-8"),
        (SIMPLIFIED.encode("utf-8-sig"), "utf-8-sig"),
        (SIMPLIFIED.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + SIMPLIFIED.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_marks_decide_and_are_left_out(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED, encoding)


@pytest.mark.parametrize(
    ("data", "encoding", "whole"),
    [
        (SIMPLIFIED.encode("utf-8")[:-1], "utf-8 (1 unreadable)", SIMPLIFIED[:-1] + "\ufffd"),
        (SIMPLIFIED.encode("gb18030")[:-1], "gb18030 (1 unreadable)", SIMPLIFIED[:-1] + "\ufffd"),
        (TRADITIONAL.encode("big5")[:-1], "big5 (1 unreadable)", TRADITIONAL[:-1] + "\ufffd"),
        (b"\xff" + ITALIAN.encode("utf-8"), "utf-8 (1 unreadable)", "\ufffd" + ITALIAN),
    ],
)
def test_one_bad_byte_loses_no_article(data: bytes, encoding: str, whole: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (whole, encoding)


def test_a_declared_encoding_comes_before_guessing() -> None:
    text = "Привет"
    assert decode(text.encode("koi8-r"), declared="koi8-r").text == text
    assert decode(ITALIAN.encode("utf-8"), declared="latin-1").encoding == "utf-8"


def test_other_alphabets_are_still_read() -> None:
    text = "Новая видеокарта поступит в продажу осенью этого года и будет стоить дороже прежней."
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"%PDF-1.7 \x00\x01", "binary"),
        (b"PK\x03\x04\x00\x00", "binary"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_rejected(data: bytes, code: str) -> None:
    with pytest.raises(ArticleRejected) as rejected:
        decode(data)
    assert rejected.value.code == code


def outcome(data: bytes) -> str:
    """The encoding that was told, or the code of the reject."""
    try:
        return decode(data).encoding
    except ArticleRejected as rejected:
        return rejected.code


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_reject(data: bytes) -> None:
    assert outcome(data)


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\x00" not in text and text[0] != "\ufeff"))
def test_utf8_is_always_told(text: str) -> None:
    assert decode(text.encode("utf-8")).text == text
