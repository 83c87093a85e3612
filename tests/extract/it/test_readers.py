"""The parts of the Italian pack, each by itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipeline.extract.it.bounds import bound_before
from pipeline.extract.it.figures import parse_figure
from pipeline.extract.it.money import currency_behind
from pipeline.extract.it.named import Named, feast_in, nth_weekday, resolve
from pipeline.extract.it.numerals import cardinal, ordinal, pieces, total
from pipeline.extract.it.quantities import read_unit
from pipeline.extract.it.tense import tense_around
from pipeline.extract.it.tokens import Scan, fold


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("1.742", "1742"),
        ("1,742", "1.742"),
        ("24,50", "24.50"),
        ("2.5", "2.5"),
        ("0.125", "0.125"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567", "1234567"),
        ("1,234.5", "1234.5"),
        ("500,000", "500000"),
        ("3'200", "3200"),
        ("007", "7"),
    ],
)
def test_figure_is_read_the_italian_way_where_it_can_be(figure: str, value: str) -> None:
    assert parse_figure(figure) == Decimal(value)


@pytest.mark.parametrize("figure", ["10.0.0.1", "1.2.3", "1,2,3", "12.34.56", "9" * 31])
def test_figure_that_is_no_number_is_refused(figure: str) -> None:
    assert parse_figure(figure) is None


def test_comma_before_three_digits_separates_thousands_in_english_money() -> None:
    assert parse_figure("1,999") == Decimal("1.999")
    assert parse_figure("1,999", english=True) == 1999


@pytest.mark.parametrize(
    ("word", "row", "value"),
    [
        ("ventotto", ("vent", "otto"), 28),
        ("centouno", ("cento", "uno"), 101),
        ("trecentosettantuno", ("tre", "cento", "settant", "uno"), 371),
        ("duemiladue", ("due", "mila", "due"), 2002),
    ],
)
def test_number_word_falls_into_pieces(word: str, row: tuple[str, ...], value: int) -> None:
    assert pieces(word) == row
    assert cardinal(word) == value


@pytest.mark.parametrize(
    "row", [("due", "tre"), ("venti", "trenta"), ("novanta", "uno"), ("mila",), ("vent",), ("cento", "mila", "mila")]
)
def test_pieces_that_do_not_fit_make_no_number(row: tuple[str, ...]) -> None:
    assert total(row) is None


@pytest.mark.parametrize("word", ["gpu", "ventilatore", "milano", "seimila2", "medesimo", ""])
def test_other_words_are_no_numerals(word: str) -> None:
    assert cardinal(word) is None
    assert ordinal(word) is None


@pytest.mark.parametrize(
    ("word", "value"),
    [("terza", 3), ("undicesimo", 11), ("ventiseiesima", 26), ("centesimi", 100), ("milionesimo", 1000000)],
)
def test_ordinals(word: str, value: int) -> None:
    assert ordinal(word) == value


def test_fold_keeps_the_length() -> None:
    text = "Perché È İstanbul — “ventitré” ’25"
    assert len(fold(text)) == len(text)


def test_tokens_know_their_kind_place_and_neighbours() -> None:
    scan = Scan("L'anno:\n12,5 GB")
    assert scan.words[: len(scan)] == ["l", "'", "anno", ":", "12,5", "gb"]
    assert scan.kinds[: len(scan)] == ["word", "mark", "word", "mark", "figure", "word"]
    assert [scan.original(i) for i in range(len(scan))] == ["L", "'", "anno", ":", "12,5", "GB"]
    assert [i for i in range(len(scan)) if scan.breaks[i]] == [0, 4]
    assert [i for i in range(len(scan)) if scan.touches[i]] == [1, 2, 3]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "chip", "chip \n"])
def test_outside_the_row_stands_padding(text: str) -> None:
    scan = Scan(text)
    for i in (-2, -1, len(scan), len(scan) + 1):
        assert (scan.words[i], scan.kinds[i], scan.starts[i], scan.breaks[i], scan.touches[i]) == (
            "",
            "mark",
            len(text),
            True,
            False,
        )


@pytest.mark.parametrize(
    ("text", "code", "end"),
    [
        ("80 GB", "B", 5),
        ("80GB/s", "B/s", 6),
        ("3 metri quadrati", "m2", 16),
        ("21 °C", "K", 5),
        ("milioni di watt", "W", 15),
        ("10 kilowatt-ora", "Wh", 15),
    ],
)
def test_unit_is_read_behind_a_number(text: str, code: str, end: int) -> None:
    found = read_unit(Scan(text), 1)
    assert found is not None
    assert (found[0].code, found[1]) == (code, end)


@pytest.mark.parametrize("text", ["80 schede", "80 GBX", "80  GB", "80", "80 g"])
def test_no_unit_where_none_stands_behind_the_number(text: str) -> None:
    assert read_unit(Scan(text), 1) is None


@pytest.mark.parametrize(
    ("text", "linked", "code"),
    [
        ("5 €", False, "EUR"),
        ("5 dollari canadesi", False, "CAD"),
        ("mille di euro", False, None),
        ("mille di euro", True, "EUR"),
        ("5 US$", False, "USD"),
        ("5 schede", True, None),
    ],
)
def test_currency_is_read_behind_a_number(text: str, linked: bool, code: str | None) -> None:
    found = currency_behind(Scan(text), 1, linked=linked)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("before", "bound"),
    [
        ("oltre i", "min"),
        ("non più di", "max"),
        ("non meno di", "min"),
        ("fino a quasi", "max"),
        ("al di sotto dei", "max"),
        ("intorno agli", "about"),
        ("oltre a", None),
        ("pari a", None),
    ],
)
def test_bound_before(before: str, bound: str | None) -> None:
    scan = Scan(f"{before} 500")
    found = bound_before(scan, len(scan) - 1)
    assert (found.bound if found else None) == bound


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("La società ha presentato a marzo la scheda", "past"),
        ("La società presenterà a marzo la scheda", "future"),
        ("La società ha detto che a marzo arriverà la scheda", "future"),
        ("Schede annunciate a marzo", "past"),
        ("Le schede di marzo convincono tutti", None),
        ("marzo", "future"),
    ],
)
def test_tense_around_a_date(sentence: str, tense: str | None) -> None:
    scan = Scan(sentence)
    month = scan.words.index("marzo")
    assert tense_around(scan, month, month + 1) == tense


@pytest.mark.parametrize(
    ("feast", "year", "day"),
    [
        ("pasqua", 2025, date(2025, 4, 20)),
        ("pasquetta", 2024, date(2024, 4, 1)),
        ("ferragosto", 2026, date(2026, 8, 15)),
        ("festa della mamma", 2025, date(2025, 5, 11)),
        ("black friday", 2025, date(2025, 11, 28)),
    ],
)
def test_feasts(feast: str, year: int, day: date) -> None:
    period = feast_in(feast, year)
    assert period is not None
    assert (period.start, period.end) == (day, day)


def test_nth_weekday_counts_from_either_end() -> None:
    first, last = nth_weekday(2025, 6, 1, 1), nth_weekday(2025, 6, 1, -1)
    assert first is not None
    assert last is not None
    assert (first.start, last.start) == (date(2025, 6, 2), date(2025, 6, 30))


def test_day_that_no_calendar_has_is_no_date() -> None:
    assert resolve(Named(year=2025, month=2, day=29), None, None) is None
    assert resolve(Named(month=2, day=30), date(2025, 3, 12), "past") is None


def test_without_publication_date_a_relative_date_is_undetermined() -> None:
    assert resolve(Named(season="SU"), None, "future") is not None
    period = resolve(Named(month=9), None, "future")
    assert period is not None
    assert (period.timex, period.start) == ("XXXX-09", None)
