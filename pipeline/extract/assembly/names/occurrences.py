"""Where the names that a text was found to tell stand elsewhere in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extract.mentions import Mention


def occurrences(
    text: str, names: Mapping[str, Mention], borders: tuple[str, str], mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """Each place of a name between the patterns `borders` that no mention takes, in order, as a mention of what it names; the longest name wins."""
    either = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    taken = sorted((m.start, m.end) for m in mentions)
    at = 0
    for match in re.finditer(f"{borders[0]}(?:{either}){borders[1]}", text):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at == len(taken) or taken[at][0] >= match.end():
            yield replace(names[match[0]], start=match.start(), end=match.end(), parts=())


def whole_words(spaced: bool) -> tuple[str, str]:
    """The borders of a name in a language whose words stand apart, or one whose words don't."""
    return (r"(?<!\w)", r"(?!\w)") if spaced else ("", "")
