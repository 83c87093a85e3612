"""What tells the price of a thing from other amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class PricePatterns(PatternGroup):
    """Amounts that are the price of something, and those that are not.

    Right before an amount: `class_before`, and `class_behind` it: that it only names a class of prices, or how large a market is; `sending`: that it
    is what sending something costs; `whole_computer`: that it is of a whole computer; `cost`, in its clause: a verb of having cost, and `cost_alone`,
    at the clause's head: one without a subject; `compared_to`: that the amount before is compared to it. Behind it: `by_the_share`. `around`, at the
    start of a difference: that an amount may be off by it, or is gone; `contains`, right before a word for a thing: that it is in the price; `binds`,
    right before a word for a period: that it is a contract's; `by_the_piece`, at its clause's head: that it is the price of each of the things told before; `boards`: how many boards stand in the server that is priced (the first group, or the
    second as a word).
    Numbers without their currency: `spends`, right before one: that it is money (each predicate a group of its own), and `uncounted`, behind it: that
    nothing follows which it could count; `size_behind`, behind a name: a size that belongs to it; `in_yuan`: a price in the article's own currency.
    """

    class_before: re.Pattern[str]
    class_behind: re.Pattern[str]
    sending: re.Pattern[str]
    whole_computer: re.Pattern[str]
    by_the_share: re.Pattern[str]
    cost: re.Pattern[str]
    cost_alone: re.Pattern[str]
    compared_to: re.Pattern[str]
    around: re.Pattern[str]
    binds: re.Pattern[str]
    boards: re.Pattern[str]
    size_behind: re.Pattern[str]
    spends: re.Pattern[str]
    uncounted: re.Pattern[str]
    in_yuan: re.Pattern[str]
    contains: re.Pattern[str]
    by_the_piece: re.Pattern[str]
