"""What is written is read back, and no text whatever breaks the reader."""

from __future__ import annotations

import time
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.zh.numbers import read_numeral
from pipeline.extract.zh.values import find_values

_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL = "零一二三四五六七八九"
PUBLISHED = date(2024, 12, 19)

# The characters of the grammar, so that chance makes things that look like values.
_GRAMMAR = "零一二两三十百千万亿兆几数多余半点分之成折倍年月日号周季上下前后今明去来内约超近至到第和元块角美美元%％0123456789.,-~—:/（）() \n\tGBWKnmxXＡ１，。、"


def _section(number: int, digits: str) -> str:
    """A number below 10,000 as it is read aloud, zeros between its units said once."""
    text, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if zero and text else "") + digits[digit] + unit
            zero = False
        else:
            zero = True
    return text


def spoken(number: int, digits: str = _DIGITS) -> str:
    """A whole number in Chinese characters."""
    if number == 0:
        return digits[0]
    text, zero = "", False
    for power, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // power % 10_000
        if section:
            gap = zero or (text and section < 1000)
            text += ("零" if gap and text else "") + _section(section, digits) + unit
            zero = False
        else:
            zero = bool(text)
    return text


@given(st.integers(0, 10**12 - 1), st.sampled_from([_DIGITS, _FORMAL, _TRADITIONAL]))
def test_a_spoken_number_is_read_back(number: int, digits: str) -> None:
    text = spoken(number, digits)
    numeral = read_numeral(text, 0)
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.end) == (number, number, len(text))


@given(
    st.integers(1, 99_999),
    st.integers(0, 99),
    st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]),
)
def test_an_arabic_number_with_its_multiplier_is_exact(whole: int, cents: int, multiplier: tuple[str, int]) -> None:
    text = f"{whole}.{cents:02d}{multiplier[0]}"
    [value] = find_values(f"共{text}颗")
    assert value.value == Decimal(f"{whole}.{cents:02d}") * multiplier[1]
    assert (value.start, value.end) == (1, 1 + len(text))


@given(st.integers(10_000, 10**9))
def test_thousands_separators_change_nothing(number: int) -> None:
    [plain], [separated] = find_values(f"共{number}颗"), find_values(f"共{number:,}颗")
    assert plain.value == separated.value == number


@given(
    st.decimals(min_value=1, max_value=999, places=1),
    st.sampled_from(
        [("美元", "USD"), ("欧元", "EUR"), ("元", "CNY"), ("新台币", "TWD"), ("日元", "JPY"), ("港元", "HKD")]
    ),
    st.sampled_from(["约", "超过", "不到", "高达", ""]),
)
def test_an_amount_is_read_back(number: Decimal, currency: tuple[str, str], bound: str) -> None:
    text = f"耗资{bound}{number}亿{currency[0]}。"
    [value] = find_values(text)
    assert (value.kind, value.value, value.unit) == ("price", number * 10**8, currency[1])
    assert text[value.start : value.end] == f"{number}亿{currency[0]}"
    assert value.bound == {"约": "about", "超过": "min", "不到": "max", "高达": "max", "": "exact"}[bound]


@given(
    st.integers(1, 900),
    st.integers(1, 90),
    st.sampled_from(["至", "到", "~", "-", "—", "～"]),
    st.sampled_from([("万片", "", 10**4, None), ("W", "W", 1, "W"), ("亿美元", "亿美元", 10**8, "USD")]),
)
def test_a_range_shares_its_unit(low: int, gap: int, joint: str, unit: tuple[str, str, int, str | None]) -> None:
    written, _, factor, code = unit
    [value] = find_values(f"需要{low}{joint}{low + gap}{written}。")
    assert (value.value, value.value_high, value.unit, value.bound) == (
        low * factor,
        (low + gap) * factor,
        code,
        "range",
    )


@given(
    st.dates(date(1990, 1, 1), date(2039, 12, 31)),
    st.sampled_from(
        ["{y}年{m}月{d}日", "{y}-{m:02d}-{d:02d}", "{y}/{m}/{d}", "{y}.{m:02d}.{d:02d}", "{y}年{m}月{d}号", "han"]
    ),
)
def test_a_day_is_read_back(day: date, form: str) -> None:
    if form == "han":
        year = "".join(_DIGITS[int(c)] for c in str(day.year))
        text = f"{year}年{spoken(day.month).removeprefix('一') if 10 <= day.month < 20 else spoken(day.month)}月{spoken(day.day).removeprefix('一') if 10 <= day.day < 20 else spoken(day.day)}日"
    else:
        text = form.format(y=day.year, m=day.month, d=day.day)
    [value] = find_values(f"于{text}发布", PUBLISHED)
    assert (value.timex, value.date_start, value.date_end) == (day.isoformat(), day, day)


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(1, 300))
def test_days_ago_and_later_count_from_publication(published: date, count: int) -> None:
    [ago], [later] = find_values(f"{count}天前", published), find_values(f"{count}天后", published)
    assert ago.date_start == published - timedelta(days=count)
    assert later.date_end == published + timedelta(days=count)


# What editors and scrapers leave in a text: emoji with their joiners, controls, lone combining marks, digits of other scripts, ids.
_HARD = st.sampled_from(
    ["😀", "👩\u200d💻", "🇮🇹", "\x00", "\x07", "\x1b", "\x7f", "\x85", "\u0301", "\u20e3", "\ufe0f", "\u202e", "\ufeff", "\u2028", "٣", "١٢", "٫", "۴۵", "५",
     "²", "Ⅳ", "㎡", "½", "①", "1" * 31, "9" * 400, "1" + "0" * 30, "0." + "0" * 40 + "1", "1e999", "10^999", "-", "\u3000"]
)  # fmt: skip


@settings(max_examples=500)
@given(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet=_GRAMMAR, max_size=60),
        st.lists(st.one_of(_HARD, st.sampled_from(_GRAMMAR)), max_size=40).map("".join),
    ),
    st.sampled_from([PUBLISHED, None, date.min, date.max]),
)
def test_no_text_breaks_the_reader(text: str, published: date | None) -> None:
    values = find_values(text, published, script="Hant")
    assert values == find_values(text, published, script="Hant")
    end = 0
    for value in values:
        assert end <= value.start < value.end <= len(text)
        end = value.end
        assert value.value_high is None or (value.value is not None and value.value <= value.value_high)
        assert value.date_start is None or value.date_end is None or value.date_start <= value.date_end
        assert (value.kind in ("date", "duration")) or value.value is not None


@pytest.mark.parametrize(
    "unit",
    ["1234567890", "万", "一", "1,", "1.", "1-", "1~", "1天", "一年", "百分之", "十万几多余点", "1 ", "A1", "1元(约", "1/", "年月日上下前后",
     "超过1万", "1和", "1:", "一千", "3又", "第", "(", ")", "半", "零", "1、", "a@", "一又", "至今", "。"],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    """Four times the text takes about four times as long, on the strings that tempt a grammar to look back."""
    short, long = unit * (2_000 // len(unit)), unit * (8_000 // len(unit))
    assert _seconds(long) < 12 * _seconds(short) + 0.05


def _seconds(text: str) -> float:
    """Processor time of one reading, the best of three: garbage collection is not what is measured."""
    times = []
    for _ in range(3):
        start = time.process_time()
        find_values(text, PUBLISHED)
        times.append(time.process_time() - start)
    return min(times)
