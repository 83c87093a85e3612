"""What a figure is told of: words that stand for products, comparisons, topics, numbers without their unit, tables and lists."""

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


@dataclass(frozen=True)
class ComparisonPatterns(PatternGroup):
    """What a figure is compared with and not told of (assembly/subjects/roles, compared, asides, brackets and predecessors).

    Right before a product: `multiplies`: that something of it is multiplied; `multiple_of`: that one of its magnitudes is; `presented`: that it is there,
    whatever is compared; `site_against`: of a site, that another one is compared with it; `contrasts`: what opens a clause that contrasts with it.
    Between two products: `one_of`: that the first is one of the second; `version_of`: that it is made out of the second; `kin_is`, with `kin_of` behind
    the second: that it is its kin. `compares`, between the head of a clause and a predecessor: that this is not what the clause is about.
    Between a multiple and its baseline: `of_multiple`; `hedge`: words there that change nothing. `which`, right behind a product: a relative clause.
    Of the predecessor: `imperfect`, at the head of a bracket; `of_predecessor`, right behind a figure; `predecessor_before`, between the head of a
    clause and a figure: that it is its subject; `rises_to`, between a product and the level that its own has risen to; `turns_back`, at the head of a
    clause: that this is about the successor again; `predecessor_apposed`, right before a product with `closes_apposition` behind it: that it is the predecessor
    by which another is measured ("rispetto alla generazione precedente, Trillium, …").
    """

    multiplies: re.Pattern[str]
    multiple_of: re.Pattern[str]
    presented: re.Pattern[str]
    site_against: re.Pattern[str]
    contrasts: re.Pattern[str]
    one_of: re.Pattern[str]
    version_of: re.Pattern[str]
    kin_is: re.Pattern[str]
    kin_of: re.Pattern[str]
    compares: re.Pattern[str]
    of_multiple: re.Pattern[str]
    hedge: re.Pattern[str]
    which: re.Pattern[str]
    imperfect: re.Pattern[str]
    of_predecessor: re.Pattern[str]
    predecessor_before: re.Pattern[str]
    rises_to: re.Pattern[str]
    turns_back: re.Pattern[str]
    predecessor_apposed: re.Pattern[str]
    closes_apposition: re.Pattern[str]


@dataclass(frozen=True)
class FocusPatterns(PatternGroup):
    """What a sentence is about, and what it names only in passing (assembly/subjects/topics, fronting and places).

    Right before a product: `oblique`: a preposition, so that it is not the subject; `rival`: that the article's product is only measured by it.
    `incumbent`, right behind it: that it is what somebody has so far. At the head of a sentence: `subordinate`: a clause before the main one;
    `fronted`: how a clause begins that tells of the subject of the next one; `adjunct`: one that may stand before such a clause.
    Between a clause and the product behind it: `apposed`, with `successor` at the clause's end: that the clause is about its successor.
    `participial`, between a product and a date: that the date is the product's; `used`, between a verb of using and a product: that it is the verb's object;
    `coordinated_figure`, between two figures: that both are of one product.
    """

    oblique: re.Pattern[str]
    rival: re.Pattern[str]
    incumbent: re.Pattern[str]
    subordinate: re.Pattern[str]
    fronted: re.Pattern[str]
    adjunct: re.Pattern[str]
    apposed: re.Pattern[str]
    successor: re.Pattern[str]
    participial: re.Pattern[str]
    used: re.Pattern[str]
    coordinated_figure: re.Pattern[str]


@dataclass(frozen=True)
class LayoutPatterns(PatternGroup):
    """Tables, lists and headings (assembly/subjects/tables and subjects, assembly/names/headings).

    In the sentence over a table, what its bare numbers are in (group `unit`): `unit`, and `unit_in_brackets`. `feature`, at the head of an item: a label;
    `item_number`, at the head of an item or heading: its number.
    """

    unit: re.Pattern[str]
    unit_in_brackets: re.Pattern[str]
    feature: re.Pattern[str]
    item_number: re.Pattern[str]


@dataclass(frozen=True)
class EllipsisPatterns(PatternGroup):
    """Numbers whose unit and noun were said just before (assembly/ellipsis).

    Right before a number: `against`: that it is the other one's; `the_rest`, with `plural_verb` right behind it: that it counts those not yet told of;
    `of_them`: that it counts what was counted before; `all_of_them`: that it counts nothing new. `lot`, between the head of a sentence and it.
    `next_subject`, right before a product: that a statement without its verb begins. Right behind a number: `of_which`: that it is a part of the number
    before; `per_second`: that it is a bandwidth; `of_product`, between it and a product: that it is of it.
    `counts`, in the words before a number: a verb that tells how many there are, and never how large; `definite`, right before the noun of another
    thing; `measure`, right behind a number: a measure word, and `thing_measured`, behind that: what is counted by it.
    """

    against: re.Pattern[str]
    the_rest: re.Pattern[str]
    plural_verb: re.Pattern[str]
    of_them: re.Pattern[str]
    all_of_them: re.Pattern[str]
    lot: re.Pattern[str]
    next_subject: re.Pattern[str]
    of_which: re.Pattern[str]
    per_second: re.Pattern[str]
    of_product: re.Pattern[str]
    counts: re.Pattern[str]
    definite: re.Pattern[str]
    measure: re.Pattern[str]
    thing_measured: re.Pattern[str]
