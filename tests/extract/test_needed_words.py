"""No match without one of the needed words: over the hardware model's own patterns and some that are hard."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.needed_words import WordIndex, needed_words


@pytest.mark.parametrize(
    ("regex", "needed"),
    [
        (r"(?i)(RTX|GTX)[ -]?(\d{4})", {"rtx", "gtx"}),
        (r"(?:Drive[ -])?(Jetson)?[ -]?(Thor|Orin)", {"thor", "orin"}),
        (r"(?<!Core )(?!x)[AB]\d{2}", set()),
        (r"(?:abc){2,3}d?", {"abc"}),
        (r"x*(ab|\d)", set()),
        (r"a(?:bc|de)fgh", {"fgh"}),
    ],
)
def test_needed_words(regex: str, needed: set[str]) -> None:
    assert needed_words(regex) == needed


def test_every_match_holds_one() -> None:
    regex = r"(?i)(Ryzen|锐龙)[ -]?(?:(AI)[ -]?)?(\d{4})"
    for text in ("RYZEN AI 9950", "锐龙 7700", "ryzen-1234"):
        match = re.search(regex, text)
        assert match
        assert any(word in match[0].lower() for word in needed_words(regex))


def test_word_index_tells_the_rows_that_can_match() -> None:
    index = WordIndex([{"rtx", "gtx"}, set(), {"thor"}, {"orin", "thor"}])
    assert index.possible("gtx 1080") == [0, 1]
    assert index.possible("drive thor, rtx 5090") == [0, 1, 2, 3]
    assert WordIndex([set(), {"a"}]).possible("") == [0]
    assert WordIndex([set()]).possible("thor") == [0]
