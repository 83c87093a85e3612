"""What sentences go on about without naming it again: pronouns and nouns that stand for a product, statements that are repeated without their words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class ReferencePatterns(PatternGroup):
    """Words that stand for what was named before (assembly/subjects/references, anaphora and other_things).

    "L'uno", 前者: `one_or_other`, at the head of a clause, before its verb: what stands for one of two (group `one`: the former);
    `for_all`, behind a figure: that it is the same for all of those named before (group `all`); `of_unnamed`, right before the word: that it goes on
    about a noun without a name; `compared`, right before it: that it is compared with; `part_of`, between it and a ratio: that it is the whole.
    "Il chip", 该芯片: `noun_of_named`, between a product and the noun: that the noun is its own; `noun_opens`, between the head of a clause and the
    noun: that the noun opens it; `compound`, right behind the noun: that it is but the beginning of another one; `noun_explained`, behind it: a clause
    in which other things may be named; `goes_on`, between a part and a figure: what parts them, so that the figure may be that of what has the part.
    Nouns of other things: `thing_definite`, right before one: that it is one that was told of; `thing_around`: that it is only where something is;
    `thing_has`, between it and a figure: that the figure is its own all the same; `thing_in_general`, right before one: that a whole sort is
    meant; `thing_counted`: that those just named are meant.
    """

    one_or_other: re.Pattern[str]
    for_all: re.Pattern[str]
    of_unnamed: re.Pattern[str]
    compared: re.Pattern[str]
    part_of: re.Pattern[str]
    noun_of_named: re.Pattern[str]
    noun_opens: re.Pattern[str]
    compound: re.Pattern[str]
    noun_explained: re.Pattern[str]
    goes_on: re.Pattern[str]
    thing_definite: re.Pattern[str]
    thing_around: re.Pattern[str]
    thing_has: re.Pattern[str]
    thing_in_general: re.Pattern[str]
    thing_counted: re.Pattern[str]
