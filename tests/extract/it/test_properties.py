"""What holds of every Italian text: rendered values are read back, and no string breaks the reader."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.values import Value
from pipeline.extract.it.values import find_values

PUBLISHED = date(2025, 3, 12)
UNITS = ["zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici", "quattordici",
         "quindici", "sedici", "diciassette", "diciotto", "diciannove"]  # fmt: skip
TENS = ["", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]
MONTHS = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
]


def below_hundred(n: int) -> str:
    if n < 20:
        return UNITS[n]
    ten, unit = TENS[n // 10], n % 10
    if unit == 0:
        return ten
    accented = "tré" if unit == 3 else UNITS[unit]
    return (ten[:-1] if unit in (1, 8) else ten) + accented


def below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    head = "" if hundreds == 0 else "cento" if hundreds == 1 else UNITS[hundreds] + "cento"
    if rest == 0:
        return head or "zero"
    return head + below_hundred(rest)


def in_words(n: int) -> str:
    """A number below a billion as Italian writes it, written out independently of the reader's tables."""
    millions, rest = divmod(n, 1_000_000)
    thousands, units = divmod(rest, 1000)
    text = "" if millions == 0 else "un milione" if millions == 1 else f"{below_thousand(millions)} milioni"
    low = "" if thousands == 0 else "mille" if thousands == 1 else f"{below_thousand(thousands)}mila"
    low += below_thousand(units) if units or not (thousands or millions) else ""
    return f"{text} {low}".strip()


def grouped(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def only(text: str, published: date | None = PUBLISHED) -> Value:
    values = find_values(text, published)
    assert len(values) == 1, (text, values)
    return values[0]


@given(st.integers(2, 999_999_999))
def test_number_words_are_read_back(n: int) -> None:
    value = only(in_words(n))
    assert (value.kind, value.value, value.start, value.end) == ("number", n, 0, len(in_words(n)))


@given(st.integers(2, 10**12))
def test_grouped_figures_are_read_back(n: int) -> None:
    value = only(f"Ne ha {grouped(n)} in casa")
    assert (value.kind, value.value) == ("number", n)


@given(
    st.integers(0, 10**6),
    st.integers(0, 99),
    st.sampled_from(["€", "euro", "EUR", "dollari", "$", "yuan", "CHF", "sterline"]),
)
def test_amounts_are_read_back(whole: int, cents: int, currency: str) -> None:
    codes = {"€": "EUR", "euro": "EUR", "dollari": "USD", "$": "USD", "yuan": "CNY", "sterline": "GBP"}
    text = f"{grouped(whole)},{cents:02d} {currency}"
    value = only(f"Il prezzo: {text}")
    assert (value.kind, value.unit, value.value) == (
        "price",
        codes.get(currency, currency),
        whole + Decimal(cents) / 100,
    )


@given(
    st.integers(1, 999),
    st.sampled_from([("mila", 3), ("milioni", 6), ("miliardi", 9), ("mln", 6), ("mld", 9)]),
    st.booleans(),
)
def test_scales_are_read_back(n: int, scale: tuple[str, int], spaced: bool) -> None:
    value = only(f"Con {n}{' ' if spaced else ''}{scale[0]} di pezzi")
    assert value.value == Decimal(n).scaleb(scale[1])


@given(
    st.integers(1, 900),
    st.integers(1, 99),
    st.sampled_from(["tra {} e {} W", "da {} a {} W", "{}-{} W", "fra i {} e i {} watt", "{} o {} W"]),
)
def test_ranges_are_read_back(low: int, more: int, form: str) -> None:
    value = only("Consuma " + form.format(low, low + more))
    assert (value.value, value.value_high, value.unit, value.bound) == (low, low + more, "W", "range")


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(["long", "iso", "slashes", "dots", "weekday"]))
def test_dates_are_read_back(day: date, form: str) -> None:
    weekdays = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"]
    long = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    text = {"long": long, "iso": day.isoformat(), "slashes": f"{day:%d/%m/%Y}", "dots": f"{day:%d.%m.%Y}",
            "weekday": f"{weekdays[day.weekday()]} {long}"}[form]  # fmt: skip
    for published in (PUBLISHED, None):
        value = only(f"Sarà il {text}", published)
        assert (value.kind, value.timex, value.date_start, value.date_end) == ("date", day.isoformat(), day, day)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_string_gives_sorted_values_inside_the_text(text: str) -> None:
    assert_sound(text)


FRAGMENTS = st.sampled_from(
    ["300", "1.742", "1,5", " ", " ", ",", "-", "/", "e", "di", "mila", "milioni", "un", "due", "venti", "€", "$", "GB", "W", "%", "anni", "fa", "marzo", "2025", "'",
     "tra", "da", "a", "al", "il", "scorso", "prossimo", "fine", "metà", "Q3", "volte", "mezzo", "terzo", "(", ")", "\n", "😀", "°", "x", "e mezzo", "oltre", "circa"]
)  # fmt: skip

# What editors and scrapers leave in a text: emoji with their joiners, controls, lone combining marks, digits of other scripts, ids.
HARD = st.sampled_from(
    ["😀", "👩\u200d💻", "🇮🇹", "\x00", "\x07", "\x1b", "\x7f", "\x85", "\u0301", "\u20e3", "\ufe0f", "\u202e", "\ufeff", "\u2028", "٣", "١٢", "٫", "۴۵", "५",
     "²", "Ⅳ", "㎡", "½", "①", "1" * 31, "9" * 400, "1" + "0" * 30, "0." + "0" * 40 + "1", "1e999", "10^999", "-", "\u3000"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.one_of(HARD, FRAGMENTS), max_size=30), st.sampled_from(["", " "]))
def test_what_scrapers_leave_in_a_text_breaks_nothing(fragments: list[str], glue: str) -> None:
    assert_sound(glue.join(fragments))


@pytest.mark.parametrize("text", ["1" + "0" * 30, "1" * 31 + " euro", "٣ milioni", "10^30 W", "1" * 400 + " anni fa"])
def test_very_long_numbers_and_digits_of_other_scripts_are_read_or_left(text: str) -> None:
    assert_sound(text)


@settings(max_examples=300)
@given(st.lists(FRAGMENTS, max_size=40), st.sampled_from(["", " "]))
def test_any_row_of_the_packs_own_words_gives_sorted_values(fragments: list[str], glue: str) -> None:
    assert_sound(glue.join(fragments))


def assert_sound(text: str) -> None:
    for published in (PUBLISHED, None, date.min, date.max):
        values = find_values(text, published)
        assert all(0 <= v.start < v.end <= len(text) for v in values)
        assert all(a.end <= b.start for a, b in pairwise(values))
        assert all(v.value_high is None or (v.value is not None and v.value < v.value_high) for v in values)
        assert all(v.date_start is None or v.date_end is None or v.date_start <= v.date_end for v in values)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "mila ",
        "due ",
        "1 ",
        "1, ",
        "1-",
        "1/",
        "tra ",
        "(",
        "un milione ",
        "2024 ",
        "e ",
        "¥5 ",
        "prossimi 3 ",
        "@a",
        "a.@",
        "#",
        "1,2,",
        "1~",
        "\t1",
        "1°",
        "www.",
        "http://1 ",
    ],
)
def test_long_repetitions_are_read(piece: str) -> None:
    assert_sound(piece * 400)
