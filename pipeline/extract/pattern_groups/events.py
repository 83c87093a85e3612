"""What tells of which event a date is, and when a figure held."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class EventPatterns(PatternGroup):
    """Events that dates date, and words for events that they do not.

    Right before the word for an event: `antecedent`: the noun of whose relative clause it is the verb (group `noun`); `has_object`: that a participle
    has an object of its own; `pronoun`: that its object is what is spoken of, `of_pronoun`: the same of an announcement; `runs_since`, a verb of running and a word for since; `no_subject`, the same of
    all its clause before it. `participle`, the word itself: that it tells what is done. Behind it: `something`: that its subject has not been named;
    `tells_that`: that something else than a product is told; `up_to`, before a number: that it is a level; from its start on: `announcement_dated`:
    that the announcement has the date; `put_off`: that something is put off; `takes_object`, `opens`, `arrives`: verbs of deploying something, of
    opening, of arriving; `ready`, within it: that something is ready. `order_noun`: a word for an order that a verb may be said of. `parted`, between
    a date and a word behind it: that they are two statements; `at_a_fair`: a clause that only names a fair.
    Between a product and a date: `bracket_opens`, `of_year`, `dated`: that it is the product's; `apposed`: between a product and a participle;
    `set_off`, before such a product: that nothing else is told of it.
    Between two dates: `joined`: that they are of one event; `instead`: that something is put off to the second; `followed`: that another product
    follows then; `verb_left_out`: between a date and a product of the same event, and `preposition`: between it and its date.
    Sites: `site_to_verb`: between one and its verb; `of_site`: between the noun of an event and the site; `parts_of_site`, at the head of a sentence:
    the parts of a machine.
    """

    participle: re.Pattern[str]
    antecedent: re.Pattern[str]
    has_object: re.Pattern[str]
    parted: re.Pattern[str]
    pronoun: re.Pattern[str]
    no_subject: re.Pattern[str]
    runs_since: re.Pattern[str]
    something: re.Pattern[str]
    tells_that: re.Pattern[str]
    announcement_dated: re.Pattern[str]
    apposed: re.Pattern[str]
    of_pronoun: re.Pattern[str]
    put_off: re.Pattern[str]
    bracket_opens: re.Pattern[str]
    of_year: re.Pattern[str]
    set_off: re.Pattern[str]
    dated: re.Pattern[str]
    at_a_fair: re.Pattern[str]
    up_to: re.Pattern[str]
    joined: re.Pattern[str]
    instead: re.Pattern[str]
    followed: re.Pattern[str]
    verb_left_out: re.Pattern[str]
    preposition: re.Pattern[str]
    site_to_verb: re.Pattern[str]
    of_site: re.Pattern[str]
    opens: re.Pattern[str]
    arrives: re.Pattern[str]
    ready: re.Pattern[str]
    parts_of_site: re.Pattern[str]
    takes_object: re.Pattern[str]
    order_noun: re.Pattern[str]


@dataclass(frozen=True)
class PeriodPatterns(PatternGroup):
    """Periods in which figures held.

    Behind a period: `results`: that a company's results in it are told; `guidance`: what is foreseen for it. Between a period and an amount:
    `same_period`: that it held in the like period of that year; between a figure and its period: `of_the_period`, and of a former figure `its_time`;
    right behind a former figure: `year_before` and `quarter_before`: its period by that of those told beside it. Right before a figure: `since`: that
    something has come from it; right before a time: `than`: that something is compared to it, or begins with it. `months_ago`: a time counted in
    months; `in_a_row`: between two periods that are dealt out to figures; `every`, at the start of a word for a period: that each such period has as
    much.
    """

    results: re.Pattern[str]
    guidance: re.Pattern[str]
    same_period: re.Pattern[str]
    since: re.Pattern[str]
    of_the_period: re.Pattern[str]
    than: re.Pattern[str]
    its_time: re.Pattern[str]
    months_ago: re.Pattern[str]
    in_a_row: re.Pattern[str]
    year_before: re.Pattern[str]
    quarter_before: re.Pattern[str]
    every: re.Pattern[str]
