"""How a text turns from one product to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class TopicPatterns(PatternGroup):
    """Turning to another product, and calling one by what it is to those named before.

    Right before a product: `turns_to`: that the text turns to it ("tocca alla"); `introduces_rival`: that it is named as the rival of which the
    next sentence tells; `its_part`: that it is a part of what is spoken of, in apposition ("il suo cervello, il").
    `all_told`: all of the products told before, by their number alone ("dei tre"; groups `both`, `three`).
    `makers_product`: a maker's name behind an article, or behind the noun of a product as well (groups `noun`, `name`; `masculine`: such an article; `that`: "quella di" instead);
    `product_behind`, right behind it, and `product_before`, right before the article: that a product is meant; `company_behind`: that a company is.
    `compared_with`, right before a product: that another is measured by it; `fronted_baseline`, behind the one that opens a sentence as a genitive: that
    a ratio is taken of it ("della Gainward ha il doppio …"), where it stands behind a `genitive` at the sentence's head.
    `variant`, before a figure: a version without a name, which may stand behind the figure. `named_heading`: a heading that is a name (group `name`) and, in
    apposition, what it is, in a text with the words of `code_names`. `one_of_several`: a number of chips and the names of the first and the second in
    apposition to these words (groups `name`, `second`). `several_have`, at a sentence's head: a verb that tells of several ("hanno"). `clause_head`, right before "quello base": that it opens its clause.
    """

    turns_to: re.Pattern[str]
    introduces_rival: re.Pattern[str]
    all_told: re.Pattern[str]
    makers_product: re.Pattern[str]
    product_behind: re.Pattern[str]
    product_before: re.Pattern[str]
    company_behind: re.Pattern[str]
    compared_with: re.Pattern[str]
    fronted_baseline: re.Pattern[str]
    variant: re.Pattern[str]
    named_heading: re.Pattern[str]
    one_of_several: re.Pattern[str]
    code_names: re.Pattern[str]
    several_have: re.Pattern[str]
    clause_head: re.Pattern[str]
    its_part: re.Pattern[str]
    genitive: re.Pattern[str]
