"""What tells a part of a whole from a change, and what it is that changes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class SharePatterns(PatternGroup):
    """Whether a percentage or a fraction is a part of a whole.

    Right behind it: `of_whole`: the whole, or anything else, follows; `of_company`, and `company_held` before it: somebody's part in a company;
    `no_part`: that it is how far two are apart, or a part of a capital; `alone`: that nothing follows of which it could be, and `of_former`: that it
    is of what something was or cost before; `goes`: a verb of which it is the subject, or its end, and `is_subject`: the same, where it opens a
    clause (`opening`: all that stands before it there); `of_hardware`: that the whole is computing hardware. `of_another`: between it and the product
    that it is of; `of_more`: between it and "in più".
    Right before it: `consumes`: that it is of what another thing consumes or costs; `of_those`: that it is of what has been counted, and `of_these`:
    anywhere before; `taken_of_it`: that it is a part of what was told before; `goes_to`: that money or orders go to somebody; `takes`: a verb by
    which somebody gets, gives or holds a part; `stays`, `reaches` and `next_level`: that somebody is, or has come, there; `has_left`: that a share
    has come from it; `growth`: that it is the rate of a change, however near a share stands; `changed_by`: that something changes by it; `rest`: the
    rest of a whole; `with_part`: somebody's part of a market; `announced`, in a clause before: that what follows are parts of a whole.
    So many out of so many: `out_of`, within the fraction; `mark`, before it: that it is a mark; `of_so_many`, before it: the whole ("su dieci chip
    venduti, sette"). The same of two numbers: `out_of_next`: between the part and the whole; `out_of_number`, right before the whole; `then`: between
    the whole and the part, with `some` behind.
    """

    of_whole: re.Pattern[str]
    of_another: re.Pattern[str]
    announced: re.Pattern[str]
    no_part: re.Pattern[str]
    out_of: re.Pattern[str]
    of_so_many: re.Pattern[str]
    mark: re.Pattern[str]
    of_company: re.Pattern[str]
    company_held: re.Pattern[str]
    consumes: re.Pattern[str]
    alone: re.Pattern[str]
    of_former: re.Pattern[str]
    of_those: re.Pattern[str]
    goes: re.Pattern[str]
    of_hardware: re.Pattern[str]
    of_these: re.Pattern[str]
    next_level: re.Pattern[str]
    rest: re.Pattern[str]
    with_part: re.Pattern[str]
    changed_by: re.Pattern[str]
    of_more: re.Pattern[str]
    taken_of_it: re.Pattern[str]
    goes_to: re.Pattern[str]
    takes: re.Pattern[str]
    opening: re.Pattern[str]
    is_subject: re.Pattern[str]
    stays: re.Pattern[str]
    reaches: re.Pattern[str]
    has_left: re.Pattern[str]
    growth: re.Pattern[str]
    out_of_next: re.Pattern[str]
    out_of_number: re.Pattern[str]
    then: re.Pattern[str]
    some: re.Pattern[str]


@dataclass(frozen=True)
class ChangePatterns(PatternGroup):
    """What changes, and by how much.

    `since`, right before the first level of a change, and `until`, between it and the second: the words between which a change stands; `in_a_row`:
    between two changes of a row; `by_how_much`, right before a ratio: a comma that parts it from its verb; `added`, between a figure and a ratio, and
    `of_another`, behind it: that something else than the figure has risen; `of_which`, behind a part, or `of_which_before` it: that it is one of the
    figure told before; `of_merit`, behind a percentage: so much more of a merit, by a verb of offering, `offers`, before it. Of what: `of_costs`,
    behind a part: of costs; `paid`, between an amount and a part: that the part is of the amount; `dearer`, `grows`, `outdoes`: verbs of change that
    are said of prices, of results, of one chip against another; `multiplied`, right before a multiple: a verb that makes it a change;
    `multiplied_by`, right before a number: a verb that makes it a multiple; `points`, behind it: that it is one of percentage points (the word is the
    first group).
    """

    since: re.Pattern[str]
    until: re.Pattern[str]
    in_a_row: re.Pattern[str]
    by_how_much: re.Pattern[str]
    added: re.Pattern[str]
    of_another: re.Pattern[str]
    of_which: re.Pattern[str]
    of_which_before: re.Pattern[str]
    of_merit: re.Pattern[str]
    offers: re.Pattern[str]
    of_costs: re.Pattern[str]
    paid: re.Pattern[str]
    dearer: re.Pattern[str]
    grows: re.Pattern[str]
    outdoes: re.Pattern[str]
    multiplied: re.Pattern[str]
    multiplied_by: re.Pattern[str]
    points: re.Pattern[str]
