"""What numbers, amounts, ratios and dates tell, and what they do not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class MoneyPatterns(PatternGroup):
    """What an amount of money is paid for.

    `paid_before` with `paid_end` behind it, or `paid_behind`: a number that is a price without its currency; `paid_again` before it, or `paid_each`
    behind it: the same where a price has just been told; `price_difference`, right before an amount, and `price_difference_behind`: what a price
    rises or falls by; `instalment`: a price paid by and by; `comes_to`, between a price or rent and the next amount: that this is what it comes to in
    all (group `sum`: that no other amount is meant); `deal_worth`, before an amount: that a deal is worth it; `closes_deal`, before a word for an
    order: a verb of closing it; `worth_before`, right before an amount: a site that costs it; `is_worth`: a verb of being worth; `raised_before`,
    right before an amount: a verb of getting it, and `raised_behind`: investors or kinds of capital; `raises`: words of investors anywhere in a
    sentence; `into_company`: a company that gets capital; `public_aid`, before an amount: a state that gives it; `each_machine`, around an
    amount: that it is told of one machine, of what is inside it; `ceiling`, right before an amount:
    the limit of a tender; `asks`: a question that asks how much; `sold_for`, right before an amount: what somebody has sold things for, and
    `sold_at`, between them and it; `brings`, between a product and an amount: that the product brings it, with `before_subject` before the product;
    `for_all`, right before an amount: that it is what all the pieces cost; `in_quarter`, behind it: that it is a quarter's; `undertaking`, before it:
    a project or deal that is worth it; `takes`: a word of taking money that may be sales; `backlog`, in a clause before an amount: that it is of all
    orders, and `orders_in_hand`, of a company's; `negotiated`: that a deal is only spoken about; `that_deal`: what points back at one; `pays` and
    `stakes`, right before an amount: a verb of paying it, of betting it; `for_goods`, behind it: up to the goods that are paid; `for_use`: a use of
    them.
    """

    paid_before: re.Pattern[str]
    paid_end: re.Pattern[str]
    paid_behind: re.Pattern[str]
    paid_again: re.Pattern[str]
    paid_each: re.Pattern[str]
    price_difference: re.Pattern[str]
    price_difference_behind: re.Pattern[str]
    instalment: re.Pattern[str]
    comes_to: re.Pattern[str]
    deal_worth: re.Pattern[str]
    closes_deal: re.Pattern[str]
    worth_before: re.Pattern[str]
    is_worth: re.Pattern[str]
    raised_before: re.Pattern[str]
    raised_behind: re.Pattern[str]
    raises: re.Pattern[str]
    into_company: re.Pattern[str]
    public_aid: re.Pattern[str]
    each_machine: re.Pattern[str]
    pays: re.Pattern[str]
    stakes: re.Pattern[str]
    for_goods: re.Pattern[str]
    for_use: re.Pattern[str]
    ceiling: re.Pattern[str]
    asks: re.Pattern[str]
    sold_for: re.Pattern[str]
    for_all: re.Pattern[str]
    in_quarter: re.Pattern[str]
    sold_at: re.Pattern[str]
    before_subject: re.Pattern[str]
    brings: re.Pattern[str]
    undertaking: re.Pattern[str]
    takes: re.Pattern[str]
    backlog: re.Pattern[str]
    orders_in_hand: re.Pattern[str]
    negotiated: re.Pattern[str]
    that_deal: re.Pattern[str]


@dataclass(frozen=True)
class CountPatterns(PatternGroup):
    """Numbers that count, and numbers that repeat what was counted.

    `counted`: between a number and the thing that it counts; `total`: between the name of a part and its number; `of_things`, behind it: that a
    number counts things; `counts_it`: that it counts what is spoken of; `elided`, right before a number: that it repeats the statement before it;
    `elided_alone`: the same, where `elided_behind` tells that no thing follows which it could count; `elided_before`: that it may repeat the sentence
    before it; `elided_count`: that it repeats no other than a count; `another_measure`: a measure without a unit, to which a number behind it
    belongs; `large`: a multiplier within a number; `alternative`: between two sizes that a product comes in; `frame`: the preposition of a number,
    each in a group of its own; `designates`: what makes a size the name of a version.
    What is counted. Right before a number: `part_fronted` ("di core ne"), `least_before`: how many one has to take (`least_behind`: the same behind
    it), `equals`: a verb of being so many, with `subject_behind` before its subject; `noun_before`: the noun of what is counted, of whatever make;
    `in_all`: that it is a sum; `of_processors`: that it is of processors (cores); `has_of_it`: a verb of having; `year`, the number itself: that it is a year; `in_stock`, in a clause: a stock or
    quota.
    Right behind it: `will_be`: the same of a product without its article; `part_behind`: a name that is no product's; `inverted`: between it and its
    part, where `clause_head` is all before it; `of_unit`: between a number of cores and the unit that has them. `plural`, right before a product:
    that several are spoken of, and `amounts`, between it and a number: that there are so many; `row`: between two numbers that one noun counts;
    `label_end`: between the noun of a list's label and its number; `column_title`: the title of a column of counts (group `measure`); `core_name`:
    what make the cores are; `name_break`: what no such name has; `thing_made` (group `thing`): what somebody makes so many of, and `not_chips`: the
    end of a name of what is built around chips; `server_size`, right before a number, and `in_machine`, behind a product: that it tells how large a
    machine is; `yuan_or_pieces`, the end of an amount: a word that is a measure word as well, with `yuan_before` and `yuan_behind` it: that it is
    money and none. `of_design`: between the name of a design and the word for the cores that are of it.
    """

    counted: re.Pattern[str]
    total: re.Pattern[str]
    of_things: re.Pattern[str]
    of_other_things: re.Pattern[str]
    counts_it: re.Pattern[str]
    elided: re.Pattern[str]
    elided_alone: re.Pattern[str]
    elided_before: re.Pattern[str]
    elided_behind: re.Pattern[str]
    elided_count: re.Pattern[str]
    another_measure: re.Pattern[str]
    large: re.Pattern[str]
    alternative: re.Pattern[str]
    frame: re.Pattern[str]
    designates: re.Pattern[str]
    core_name: re.Pattern[str]
    name_break: re.Pattern[str]
    thing_made: re.Pattern[str]
    not_chips: re.Pattern[str]
    plural: re.Pattern[str]
    amounts: re.Pattern[str]
    equals: re.Pattern[str]
    subject_behind: re.Pattern[str]
    part_fronted: re.Pattern[str]
    will_be: re.Pattern[str]
    inverted: re.Pattern[str]
    clause_head: re.Pattern[str]
    least_before: re.Pattern[str]
    least_behind: re.Pattern[str]
    year: re.Pattern[str]
    column_title: re.Pattern[str]
    row: re.Pattern[str]
    yuan_behind: re.Pattern[str]
    yuan_or_pieces: re.Pattern[str]
    of_design: re.Pattern[str]
    yuan_before: re.Pattern[str]
    in_stock: re.Pattern[str]
    label_end: re.Pattern[str]
    server_size: re.Pattern[str]
    part_behind: re.Pattern[str]
    in_machine: re.Pattern[str]
    noun_before: re.Pattern[str]
    in_all: re.Pattern[str]
    of_processors: re.Pattern[str]
    of_unit: re.Pattern[str]
    has_of_it: re.Pattern[str]


@dataclass(frozen=True)
class FigurePatterns(PatternGroup):
    """What a technical figure is not.

    `supply`: a power supply, plug or fuse, whose rating is no consumption; `per_watt`, behind it: what makes a figure one of efficiency; `no_figure`,
    behind it: what makes it a class ("8GB显存型号"), a part of the whole ("3 GB riservati") or a general truth; `moved`, right before a size: that it is
    data which is written or copied; `term`: a contract's term; `difference_before`, and `difference_behind` behind it: a difference ("125 W in più"),
    `differs_by`, right before it: the same by a verb; `defines`, in a sentence: that it says what a unit means; `another`, at the head of a clause:
    that it goes on about something else.
    Numbers without their unit. Sizes of processes: `process_size`: one with its unit (`nanometre`); `stands_at` and `goes_to`, right before a number:
    that it is such a size, and `ends`, behind it: that nothing follows which it could count.
    `unit_behind` and `unit_fronted`, right before it: the unit told apart from its number (group `unit`); `cores_and_threads`, a column's title: that
    two numbers are those of cores and threads. Numbers that repeat a figure: `vague`: one that does not, of no exact size; right before it: `having`:
    a verb that tells no price, `measuring`: one that tells what it measures, `priced`: that it is a price, `of_ratio`: that it needs no unit;
    `one_more` before it, with `placed` behind this and the one before: that a list goes on with so many at another place.
    Durations: `shift`, a word for one: that something is early or late; `lasting`: that a contract lasts so long; `age_before`, right before it: that
    it is the age of a company; `deal_before`, and `contract_behind` it: that a deal lasts so long.
    """

    supply: re.Pattern[str]
    per_watt: re.Pattern[str]
    no_figure: re.Pattern[str]
    moved: re.Pattern[str]
    term: re.Pattern[str]
    difference_before: re.Pattern[str]
    difference_behind: re.Pattern[str]
    process_size: re.Pattern[str]
    nanometre: re.Pattern[str]
    stands_at: re.Pattern[str]
    goes_to: re.Pattern[str]
    ends: re.Pattern[str]
    unit_behind: re.Pattern[str]
    unit_fronted: re.Pattern[str]
    shift: re.Pattern[str]
    age_before: re.Pattern[str]
    lasting: re.Pattern[str]
    contract_behind: re.Pattern[str]
    deal_before: re.Pattern[str]
    defines: re.Pattern[str]
    another: re.Pattern[str]
    differs_by: re.Pattern[str]
    cores_and_threads: re.Pattern[str]
    vague: re.Pattern[str]
    placed: re.Pattern[str]
    one_more: re.Pattern[str]
    having: re.Pattern[str]
    measuring: re.Pattern[str]
    of_ratio: re.Pattern[str]
    priced: re.Pattern[str]


@dataclass(frozen=True)
class RatioPatterns(PatternGroup):
    """Ratios, shares and changes.

    `baseline_before`, and `baseline_after` behind it: a product that is compared against; `of_baseline`: between a ratio's baseline and the ratio;
    `exchanged`: between what is given away and how many times as many come for it; `reached`: the level that something has come to; `of_that`: a
    percentage of what another product does; `of_figure`: between a figure and the ratio by which just that figure has changed; `of_these`, from the
    start of a sentence to a share: of what was told before; `whole_before`, right before a percentage or fraction, and `whole_behind`, behind it: the
    whole that it is a part of; `bare_percent`: a percentage without its sign, once one has been told (group `number`); `level_from`, before a
    percentage, and `level_to`, between it and the next: the two ends of a change; `rate_of_change`: a noun of change (年增率) before its percentage;
    `level_compared`, before it: that it is a level.
    What changes: `things_behind` and `things_before` a ratio: things, in number; `memory_before`: memory; `tried`: where a speed is measured that no
    word names; `does`, right before it: a verb of reaching it. Right before a ratio: `bounds` and `over`, from a word of change on: that the word
    only bounds it; `margin`: that it is by how much a figure may be off; `adoption`, in its clause: that it is told of a market and is nobody's;
    `pronoun` (groups `word`, `other`), `predecessor_before`, and `predecessor_behind` it: what it is taken of; `stands`, behind it (groups `place`,
    `up`): how far something stands from what it is compared against. `sizes`: two processes, and no fraction; `expected`, right before an amount:
    that it is what had been expected; `odd`, right behind a number: a word of change that only says that there is more; `of_level`, between a verb
    of comparing and a percentage: that it is what something is compared to.
    """

    baseline_before: re.Pattern[str]
    baseline_after: re.Pattern[str]
    of_baseline: re.Pattern[str]
    exchanged: re.Pattern[str]
    reached: re.Pattern[str]
    of_that: re.Pattern[str]
    of_figure: re.Pattern[str]
    of_these: re.Pattern[str]
    whole_before: re.Pattern[str]
    whole_behind: re.Pattern[str]
    bare_percent: re.Pattern[str]
    level_from: re.Pattern[str]
    level_to: re.Pattern[str]
    level_compared: re.Pattern[str]
    rate_of_change: re.Pattern[str]
    things_behind: re.Pattern[str]
    things_before: re.Pattern[str]
    memory_before: re.Pattern[str]
    tried: re.Pattern[str]
    does: re.Pattern[str]
    bounds: re.Pattern[str]
    over: re.Pattern[str]
    stands: re.Pattern[str]
    sizes: re.Pattern[str]
    margin: re.Pattern[str]
    adoption: re.Pattern[str]
    pronoun: re.Pattern[str]
    predecessor_before: re.Pattern[str]
    predecessor_behind: re.Pattern[str]
    expected: re.Pattern[str]
    odd: re.Pattern[str]
    of_level: re.Pattern[str]


@dataclass(frozen=True)
class DatePatterns(PatternGroup):
    """What a date dates.

    `no_event`, behind a date, and `no_event_before`: what makes it no event's; `event_noun`, from the start of a word for an event on, and
    `event_noun_before`, right before it: what makes it a noun that no date dates; `up_to_date`, the end of such a word that the date itself must
    follow ("prevista per"); `time_spoken_of`, right before a date: what makes it the time that is spoken of; `compared_time`: a period that is
    compared to; `of_period`: between a period and the figure of just that period; `date_shift`, between two dates: that the one is put off to the
    other, or brought forward; `fair`, before a year: the name of a fair, whose years date no product; `under_name`, between a word for an event and a
    product: that it is the name under which something was shown or sold; `recently`: a date that may be past or to come.
    """

    no_event: re.Pattern[str]
    no_event_before: re.Pattern[str]
    event_noun: re.Pattern[str]
    event_noun_before: re.Pattern[str]
    up_to_date: re.Pattern[str]
    time_spoken_of: re.Pattern[str]
    compared_time: re.Pattern[str]
    of_period: re.Pattern[str]
    date_shift: re.Pattern[str]
    fair: re.Pattern[str]
    under_name: re.Pattern[str]
    recently: re.Pattern[str]
