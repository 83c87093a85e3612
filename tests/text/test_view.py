"""The normalised view: what it changes, and that every span finds its way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.view import normalise

# A fragment of an article, and what it reads as in the view.
FRAGMENTS = [
    ("10亿好意思元", "10亿美元"),
    ("东谈主民币", "人民币"),
    ("功绩器芯片", "服务器芯片"),
    ("Ｂ２００", "B200"),
    ("７０％", "70%"),
    ("显\u200b卡", "显卡"),
    ("intelli\u00adgenza", "intelligenza"),
    ("300\u00a0W", "300 W"),
    ("l’unità", "l'unità"),
    ("普通的一句", "普通的一句"),
    ("Blackwell", "Blackwell"),
]


@pytest.mark.parametrize(
    ("original", "view"),
    [
        ("ＧＢ２００　ＮＶＬ７２", "GB200 NVL72"),
        ("售价￥３．５万～４万", "售价¥3.5万~4万"),
        ("增长２０％＋", "增长20%+"),
        ("功耗１，２００Ｗ（峰值），１０：３０：真的？", "功耗1,200W（峰值），10:30：真的？"),
        ("型号2024，300个，比例１，２", "型号2024，300个，比例1，2"),
        ("輝達將於明年量產，單價３萬美元", "辉达将于明年量产，单价3万美元"),
        ("30.000\u202fdollari\u2009l’uno", "30.000 dollari l'uno"),
        ("⽤於⼈⼯智慧", "用于人工智慧"),
        ("面积814㎡，25℃，½", "面积814㎡，25℃，½"),
        ("prima\r\nseconda\rterza", "prima \nseconda\nterza"),
    ],
)
def test_normalise_replaces_one_to_one(original: str, view: str) -> None:
    seen = normalise(original)
    assert seen.text == view
    assert seen.span(2, 5) == (2, 5)
    assert seen.position(4) == 4
    assert seen.original == original


def test_span_covers_a_replaced_phrase_whole() -> None:
    text = "他们来岁用好意思元支付"
    view = normalise(text)
    assert view.text == "他们明年用美元支付"
    start = view.text.index("年")
    assert text[slice(*view.span(start, start + 1))] == "来岁"
    start = view.text.index("美")
    assert text[slice(*view.span(start, start + 1))] == "好意思"
    assert text[slice(*view.span(start, start + 2))] == "好意思元"
    assert text[slice(*view.span(start - 1, start + 2))] == "用好意思元"


def test_position_leads_into_the_view() -> None:
    text = "他们用好意思元支付"
    view = normalise(text)
    assert [view.position(i) for i in range(len(text) + 1)] == [0, 1, 2, 3, 3, 3, 4, 5, 6, 7]


def test_invisible_characters_are_left_out_of_the_view_but_not_of_the_span() -> None:
    text = "la intelli\u00adgenza \u200bartificiale"
    view = normalise(text)
    assert view.text == "la intelligenza artificiale"
    assert text[slice(*view.span(3, 15))] == "intelli\u00adgenza"
    assert text[slice(*view.span(16, 27))] == "artificiale"


@given(st.text())
def test_every_span_of_any_text_lies_inside_it(text: str) -> None:
    view = normalise(text)
    previous = 0
    for start in range(len(view.text)):
        low, high = view.span(start, start + 1)
        assert previous <= low < high <= len(text)
        assert view.position(low) <= start
        previous = low


@given(st.text(alphabet=st.characters(max_codepoint=0x24F, exclude_characters="\u00ad"), min_size=1), st.data())
def test_a_text_without_replacements_has_the_identity(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    view = normalise(text)
    assert view.span(start, end) == (start, end)
    assert view.position(start) == start


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=12))
def test_planted_fragments_are_found_where_they_stand(fragments: list[tuple[str, str]]) -> None:
    text = "。".join(original for original, _ in fragments)
    view = normalise(text)
    assert view.text == "。".join(plain for _, plain in fragments)
    start = view_start = 0
    for original, plain in fragments:
        assert view.span(view_start, view_start + len(plain)) == (start, start + len(original))
        start += len(original) + 1
        view_start += len(plain) + 1
