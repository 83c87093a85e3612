"""A language pack: which there are, and what its numerals stand for."""

from __future__ import annotations

import pytest

from models.errors import UsageError
from pipeline.extract.pack import languages, load_pack


@pytest.mark.parametrize(
    ("language", "numeral", "number"),
    [
        ("it", "quattro", 4),
        ("it", "Otto", 8),
        ("it", "sedici", 16),
        ("it", "72", 72),
        ("zh", "四", 4),
        ("zh", "八", 8),
        ("zh", "十六", 16),
        ("zh", "384", 384),
    ],
)
def test_a_numeral_is_read_in_digits_and_in_words(language: str, numeral: str, number: int) -> None:
    assert load_pack(language).number(numeral) == number


@pytest.mark.parametrize("language", ["it", "zh"])
def test_what_is_no_numeral_is_refused(language: str) -> None:
    with pytest.raises(ValueError, match="GPU"):
        load_pack(language).number("GPU")


def test_a_language_without_a_pack_is_told_with_those_that_there_are() -> None:
    assert languages() == ("it", "zh")
    with pytest.raises(UsageError, match="it, zh"):
        load_pack("de")
