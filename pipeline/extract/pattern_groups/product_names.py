"""Names of products that no list has: versions, type numbers, models beside their makers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class VersionPatterns(PatternGroup):
    """Versions of a product that are told without its name (assembly/names/variants).

    `alone`: the words of a version (group `version`; group `plain`: the word for the plain one before it), with `of_chip` right behind it: that it is a
    chip's; `form`: a version for laptops (group `laptop`) or desktops; `plain`: the word for the plain version (group `name`).
    """

    alone: re.Pattern[str]
    of_chip: re.Pattern[str]
    form: re.Pattern[str]
    plain: re.Pattern[str]


@dataclass(frozen=True)
class TypeNumberPatterns(PatternGroup):
    """Products that are called by their type number alone (assembly/names/type_numbers and products).

    `name`: letters and figures that may be one; `no_name`, all of it in capitals: what has the same form and is none; right behind it `no_product`: a
    place or a thing of another sort, `told`: what only products have; `noun_before`, right before it, and `noun_behind`: the noun of hardware;
    `inside`, right before it: that the noun behind it has it, and is not it. Right behind a maker: `of_maker`: his type number (group `name`), with
    `not_of_maker`, all of it: what has the same form and is none; `numeral`: the numeral that is his chip's name (group `numeral`).
    """

    name: re.Pattern[str]
    no_name: re.Pattern[str]
    no_product: re.Pattern[str]
    noun_before: re.Pattern[str]
    noun_behind: re.Pattern[str]
    told: re.Pattern[str]
    inside: re.Pattern[str]
    of_maker: re.Pattern[str]
    not_of_maker: re.Pattern[str]
    numeral: re.Pattern[str]


@dataclass(frozen=True)
class ModelNamePatterns(PatternGroup):
    """Names of models beside a maker, a verb or a noun (assembly/names/model_names; group `name`).

    `behind_maker`, right behind a company, and `before_maker`, right before one (group `last` where the preposition touches it): its product;
    `counts`, behind a bare number: what it counts, so that it ends no name. `head`: a name that opens a sentence or a line, with `told` right behind
    it: a figure that products have. `shown`, `shown_by_noun`, `called`, `own`: a name with a noun of hardware (group `noun`) and, where it is
    told, its maker (group `maker`). `site_named`, `site_called`, `site_quoted`: what a data centre or a cluster is called.
    """

    behind_maker: re.Pattern[str]
    before_maker: re.Pattern[str]
    counts: re.Pattern[str]
    head: re.Pattern[str]
    told: re.Pattern[str]
    shown: re.Pattern[str]
    shown_by_noun: re.Pattern[str]
    called: re.Pattern[str]
    own: re.Pattern[str]
    site_named: re.Pattern[str]
    site_called: re.Pattern[str]
    site_quoted: re.Pattern[str]
