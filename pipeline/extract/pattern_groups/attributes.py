"""What tells the attributes of a product: its process, memory, maker, and what it replaces."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class AttributePatterns(PatternGroup):
    """Attributes that a product has, and those that it has not.

    Right before an attribute: `given_up`: that another one takes its place; `left_from`, with `gone_to` behind: that it is changed for another;
    `no_more_than`: that something is only compared against it; `same`: that somebody else has it too; `opening`, at the start of a sentence that it
    opens, and `then_subject`, between it and the subject behind.
    Behind it: `on_the_market`: that the market for it is spoken of; `used_for`, up to a product: a verb by which that product has it.
    Sizes of a process: `at_size`, between a chip and it, or `uses_size`, right before it: that a chip is made at it; `made_at`, right before it: that
    something is made at it, and `fab_works`: a verb by which a foundry makes things.
    `memory_kind`, behind a capacity: the kind of memory (group `name`). Makers: `supplies`, behind one: what else he supplies; `bought_in`, right
    before one: a part that is bought from him; `made_by` and `entrusted_to`, right before one: what puts a maker before his verb; `moved_to`, right
    before a foundry, or `takes_on`, behind one: that a chip is made there.
    """

    given_up: re.Pattern[str]
    left_from: re.Pattern[str]
    gone_to: re.Pattern[str]
    no_more_than: re.Pattern[str]
    same: re.Pattern[str]
    opening: re.Pattern[str]
    then_subject: re.Pattern[str]
    on_the_market: re.Pattern[str]
    used_for: re.Pattern[str]
    at_size: re.Pattern[str]
    uses_size: re.Pattern[str]
    made_at: re.Pattern[str]
    fab_works: re.Pattern[str]
    memory_kind: re.Pattern[str]
    supplies: re.Pattern[str]
    bought_in: re.Pattern[str]
    moved_to: re.Pattern[str]
    takes_on: re.Pattern[str]
    made_by: re.Pattern[str]
    entrusted_to: re.Pattern[str]


@dataclass(frozen=True)
class SuccessorPatterns(PatternGroup):
    """What replaces what.

    `predecessor`, right before a product: that it is the predecessor; `given_way`, from the verb on: that what stands before it is replaced by what
    stands behind; `heir_behind`: between what is replaced and the heir named behind it; `pronoun_object`, right before a verb: a pronoun for what is
    replaced; `which`: between a product and the verb of the relative clause that tells who replaces it; `no_subject`, before a verb: that its clause
    has no subject of its own; `heir_noun`: a noun, and no verb, of replacing.
    `heir_of_it`, right before a product, and `is_its_heir`, behind it: that it replaces what was spoken of; `it_replaces`, right before a product:
    that what was spoken of replaces it, and the same of `in_its` with `place` behind.
    Between two products: `follows`: that the first succeeds the second, and `as_heir`, with `of_heir` behind the second; `heir_named`, `gives_way`:
    that the second succeeds the first, and the same of `following` right before the first with `is_it` between, and of `passive` between with
    `is_followed` behind the second.
    """

    predecessor: re.Pattern[str]
    given_way: re.Pattern[str]
    heir_behind: re.Pattern[str]
    pronoun_object: re.Pattern[str]
    which: re.Pattern[str]
    no_subject: re.Pattern[str]
    heir_of_it: re.Pattern[str]
    is_its_heir: re.Pattern[str]
    it_replaces: re.Pattern[str]
    in_its: re.Pattern[str]
    place: re.Pattern[str]
    follows: re.Pattern[str]
    as_heir: re.Pattern[str]
    of_heir: re.Pattern[str]
    heir_named: re.Pattern[str]
    gives_way: re.Pattern[str]
    following: re.Pattern[str]
    is_it: re.Pattern[str]
    passive: re.Pattern[str]
    is_followed: re.Pattern[str]
    heir_noun: re.Pattern[str]
