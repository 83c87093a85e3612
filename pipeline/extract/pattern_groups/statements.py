"""Who says what of whom, and how sure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class VoicePatterns(PatternGroup):
    """Who says it.

    `cites`: between "according to" and the one who said it; `said`: between the one who said something and the verb; `backward`: what names the
    source of the sentences before; `question`, at the start of a sentence: what labels it as an interviewer's; `third_party`: somebody without a name
    who forecasts; `revises`, right behind a forecaster: that he changes a forecast; `unnamed`: analysts without a name; `office`: between a verb and
    a person: whom it was said to, and his office; `called`, right before a person: his office, set off by commas; `of_somebody`, right before one:
    what makes a noun no office of his; `in_his_view`, right before one: that all that follows is his view; `spoken`: a verb of speaking; `denied`,
    right before one: that he says nothing; `goes_on`,
    between a statement and the comma before the one who speaks: that he speaks of what follows.
    """

    cites: re.Pattern[str]
    said: re.Pattern[str]
    backward: re.Pattern[str]
    question: re.Pattern[str]
    third_party: re.Pattern[str]
    revises: re.Pattern[str]
    unnamed: re.Pattern[str]
    office: re.Pattern[str]
    called: re.Pattern[str]
    of_somebody: re.Pattern[str]
    in_his_view: re.Pattern[str]
    spoken: re.Pattern[str]
    denied: re.Pattern[str]
    goes_on: re.Pattern[str]


@dataclass(frozen=True)
class MoodPatterns(PatternGroup):
    """How sure and when: what decides modality and polarity.

    `future`, `conditional`, `past`: verbs of intention, hearsay, fact; `indicative`: a verb that states without hedge; `denied`: what denies all that
    follows; `negated_bound`, right before a value: a negated comparison, which bounds and denies nothing; `intends`: a word of intention, not only of
    the future; `later`: a step of a plan; `years_to_come`: a span that begins now; `participle`, at the head of a clause: that it has no verb of its
    own and tells of the noun before; `confirmed`, right before a word for hearsay, and `confirmed_behind` behind it: that the hearsay has come true;
    `consequence`, behind a hedge: what may come of the figure before it; `consensus`, the end of such a hedge: what analysts expect of a figure told
    beside it; `revised`, between two figures: that a forecast is changed; `changes`, right before the level from which a figure changes: its verb;
    `determiner`, behind a preposition: what opens a noun; `develops`, in a rumour: that something is being developed; `leak`, a title: that it calls
    the article a leak; `sheet`, the end of a line: the title of a list of specifications; `equipped`: verbs that tell what a product has, and of
    nothing that happened to it.
    """

    future: re.Pattern[str]
    conditional: re.Pattern[str]
    past: re.Pattern[str]
    indicative: re.Pattern[str]
    denied: re.Pattern[str]
    negated_bound: re.Pattern[str]
    intends: re.Pattern[str]
    later: re.Pattern[str]
    years_to_come: re.Pattern[str]
    participle: re.Pattern[str]
    confirmed: re.Pattern[str]
    confirmed_behind: re.Pattern[str]
    consequence: re.Pattern[str]
    consensus: re.Pattern[str]
    changes: re.Pattern[str]
    revised: re.Pattern[str]
    determiner: re.Pattern[str]
    develops: re.Pattern[str]
    leak: re.Pattern[str]
    sheet: re.Pattern[str]
    equipped: re.Pattern[str]


@dataclass(frozen=True)
class PartyPatterns(PatternGroup):
    """Who gives, gets, buys, and is only mentioned.

    Right before an organisation: `oblique`: that it is no subject; `recipient`: that it receives; `customer`: that another wins its order;
    `wins_before`, and `wins_behind` behind it: that it wins a tender, and so sells.
    `buys`, in a clause: a verb by which its subject buys; `collective`, before a figure: a subject that is many at once or a whole market, so that
    the figure is of none of them. `subordinate`, from the sentence's head to an organisation: that another one's clause follows; `dative`, right
    before one, and `falls_to`, between him and a figure: that it falls to him; `we`: a verb by which somebody quoted speaks of his own company;
    `operator`, right before one: that he runs a machine; `into`: that money goes into it; `ordered`: a participle that tells whose order something
    is.
    Right behind one: `has_only`: verbs that begin as a measure word is written; `lists`: that he lists, tests or gathers others; `builds`, with `by` in
    the words before him: that he builds a machine for others; `possessive`: that he only tells whose something is; `row_goes_on`: that another one is named with him; `has_its_own`: between him and his figure in a row;
    `share_before`: between a percentage and the one who has it. `foreseen`, before an amount: that somebody sees it coming; `opens`, at the head of a
    clause: that it tells of the next one's subject.
    `own_company`: in an interview the company of the one who is asked; `of_origin`, behind a word for a company: whose it is.
    """

    oblique: re.Pattern[str]
    recipient: re.Pattern[str]
    customer: re.Pattern[str]
    wins_before: re.Pattern[str]
    wins_behind: re.Pattern[str]
    buys: re.Pattern[str]
    collective: re.Pattern[str]
    subordinate: re.Pattern[str]
    dative: re.Pattern[str]
    falls_to: re.Pattern[str]
    we: re.Pattern[str]
    operator: re.Pattern[str]
    has_only: re.Pattern[str]
    lists: re.Pattern[str]
    builds: re.Pattern[str]
    share_before: re.Pattern[str]
    has_its_own: re.Pattern[str]
    row_goes_on: re.Pattern[str]
    foreseen: re.Pattern[str]
    into: re.Pattern[str]
    opens: re.Pattern[str]
    own_company: re.Pattern[str]
    of_origin: re.Pattern[str]
    ordered: re.Pattern[str]
    by: re.Pattern[str]
    possessive: re.Pattern[str]
