import pytest

from pipeline.text.script import han_count, script_of, to_simplified


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("英伟达发布新显卡", "Hans"),
        ("輝達發表新顯示卡", "Hant"),
        ("台灣里長說:後面的「乾麵」好吃,皇后也愛", "Hant"),
        ("Nvidia B200", None),
        ("人工智慧", None),
        ("人工智能公司发布", "Hans"),
        # A quotation in the other script does not turn the text.
        ("公司发言人对记者说,书名是《臺灣》,这本书很贵", "Hans"),
    ],
)
def test_script_of(text: str, script: str | None) -> None:
    assert script_of(text) == script


def test_han_count_leaves_kana_and_hangul_out() -> None:
    assert han_count("新型GPUのテスト 반도체 半導体") == 5


@pytest.mark.parametrize("text", ["臺積電於乾隆年間著作", "後來發現裡面", "軟體與記憶體", "䶮𠮷B200"])
def test_to_simplified_keeps_the_length(text: str) -> None:
    assert len(to_simplified(text)) == len(text)


def test_to_simplified_knows_words() -> None:
    assert to_simplified("乾隆看著瞭望台後的臺積電") == "乾隆看著瞭望台后的台积电"
