"""The short stretches of text that tie what stands beside one another together: regular expressions, as data of each language.

A language has a TOML file for each group of them, `patterns/<group>.toml`. Case is ignored. A long pattern stands on several lines, which are joined
without their indentation; what several patterns of a file share is written once, as `fragments.NAME`, and stands in them as `<<NAME>>`.

Two neighbours are tied by what the whole gap between them matches; what stands "right before" or "behind" a place touches it; everything else is
searched anywhere in a clause, a sentence or the article.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

_FRAGMENT = re.compile(r"<<(?P<name>\w+)>>")


@dataclass(frozen=True)
class _Group:
    """The patterns of one file, each under its name."""

    @classmethod
    def from_toml(cls, path: Path) -> Self:
        """Reads the group's file; raises KeyError for a pattern or a fragment that it lacks."""
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        fragments: dict[str, str] = table.get("fragments", {})
        return cls(**{f.name: re.compile(_joined(table[f.name], fragments), re.IGNORECASE) for f in fields(cls)})


def _joined(pattern: str, fragments: Mapping[str, str]) -> str:
    joined = "".join(line.lstrip() for line in pattern.splitlines()) if "\n" in pattern else pattern
    return _FRAGMENT.sub(lambda match: _joined(fragments[match["name"]], fragments), joined)


@dataclass(frozen=True)
class ClausePatterns(_Group):
    """How statements stand beside one another.

    `border`: what parts two statements within a clause; `contrast`: what ends the reach of a forecast;
    `coordinated`: between two subjects of one statement; `resumes`, at the start of a paragraph: what points back into the one before;
    `other_subject`, at the head of a sentence: a name of something else (group `name`); `lot`: the label of a tender's lot.
    Between a value and its product: `belongs_to`, with the product behind; `genitive`, with a value of its own; `relative_clause`: what opens
    the stretch between them, a clause about the product.
    """

    border: re.Pattern[str]
    contrast: re.Pattern[str]
    coordinated: re.Pattern[str]
    resumes: re.Pattern[str]
    other_subject: re.Pattern[str]
    belongs_to: re.Pattern[str]
    genitive: re.Pattern[str]
    relative_clause: re.Pattern[str]
    lot: re.Pattern[str]


@dataclass(frozen=True)
class ProductPatterns(_Group):
    """Products that the hardware model need not have (group `name`).

    Behind or before the word that tells what it is (group `noun`): `named`, `apposed`, `possessed`, and `introduced` with its maker (group `maker`).
    `measured`, `beside`, `called`, `of`, `priced`: of which a figure, a noun, a name, a maker or a price is told (group `sure` where the verb leaves no
    doubt); `typed`: a type number with a figure behind it; `defined`: a name before the words that tell what it is; `topic`: what the
    article's machine is called; `column`: the head of a table whose first column names products; `cell`: a cell of that column.
    `short_name`: the last word of a product's name, behind an article; `translated`, right before a name: the name that it explains.
    `system`: a supercomputer; `system_beside`: the word for a further one, in a text that names one; its Latin name may stand behind (group `latin`).
    `number_next`, behind a product: a second one of its line that only its number names; `number_alone`: one behind an article;
    `sibling_subject`, before "sorella minore": that it is a subject; `of_sibling`: between a value and it; `sibling_alone`, behind "la nuova": that no
    noun follows.
    """

    named: re.Pattern[str]
    apposed: re.Pattern[str]
    possessed: re.Pattern[str]
    introduced: re.Pattern[str]
    measured: re.Pattern[str]
    beside: re.Pattern[str]
    called: re.Pattern[str]
    of: re.Pattern[str]
    priced: re.Pattern[str]
    typed: re.Pattern[str]
    defined: re.Pattern[str]
    column: re.Pattern[str]
    cell: re.Pattern[str]
    topic: re.Pattern[str]
    short_name: re.Pattern[str]
    translated: re.Pattern[str]
    system: re.Pattern[str]
    system_beside: re.Pattern[str]
    number_next: re.Pattern[str]
    number_alone: re.Pattern[str]
    sibling_subject: re.Pattern[str]
    of_sibling: re.Pattern[str]
    sibling_alone: re.Pattern[str]


@dataclass(frozen=True)
class PartPatterns(_Group):
    """Parts, attributes and devices of a product.

    Right before a place: `a_part`: "una GPU", before the architecture of a part that has no name of its own (group `had`: a verb of having before it);
    `one_of`: the article that counts one (group `article`); `attribute_is`: "la memoria è", before the attribute of what is spoken of;
    `architecture_told`: that an architecture is told of a product ("su architettura"), and no name's part.
    `part_specified`, behind such a part: what begins its figures; `label`, what a list item has before a product: the name of the part that it is;
    `equipped`: between a device and a chip inside it; `has_part`, right before the chip: "ha una"; `edition`, behind the chip: that it names an edition of the device;
    `attribute_of`: between a product and an attribute that is named as its own;
    `architecture_named`, `packaging_named`: an architecture or packaging by its noun and a name (group `name`);
    `process_modifies`: "un chip", before a process that tells how it is made, and `process_modified` behind it: 2nm芯片;
    `moved_by`, right before a chip: that it drives the device named before it;
    `unnamed_device`: a device told by its noun alone, and `aboard`, behind a chip that stands before it: that it is in the device;
    `factory`: a word for a plant; `model`: an AI model, the workload of a figure (groups `size` and `name` where its size stands before its name).
    Makers: `made_by`: between a verb of making and the maker; `makes_before`, right before the maker, or `makes_behind` right behind: that he makes what was
    named before; `makes_product`: between a foundry and the chip that it makes; `fabricated_by`, right before a foundry: that a chip is made there; `of_makers`, behind a product's name: that it tells of its makers (DRAM大厂).
    """

    a_part: re.Pattern[str]
    one_of: re.Pattern[str]
    part_specified: re.Pattern[str]
    label: re.Pattern[str]
    equipped: re.Pattern[str]
    has_part: re.Pattern[str]
    moved_by: re.Pattern[str]
    unnamed_device: re.Pattern[str]
    aboard: re.Pattern[str]
    edition: re.Pattern[str]
    attribute_is: re.Pattern[str]
    attribute_of: re.Pattern[str]
    architecture_named: re.Pattern[str]
    architecture_told: re.Pattern[str]
    packaging_named: re.Pattern[str]
    process_modifies: re.Pattern[str]
    process_modified: re.Pattern[str]
    made_by: re.Pattern[str]
    makes_before: re.Pattern[str]
    makes_behind: re.Pattern[str]
    makes_product: re.Pattern[str]
    fabricated_by: re.Pattern[str]
    of_makers: re.Pattern[str]
    factory: re.Pattern[str]
    model: re.Pattern[str]


@dataclass(frozen=True)
class NamePatterns(_Group):
    """People, companies and institutions that no list has (group `name`).

    `person`; `answering`: one who answers questions; `institution`: a university, ministry or foundation by its full name;
    companies: `company`; `introduced`: behind a word that tells what it is; `trade_name`: with a word of its trade in it or beside its part in a
    tender; `acting`: before a verb of what companies do; `named_again`: with a word of its trade in it, twice in the text; `reporting`: whose results are
    told; `without_trade`: what of a whole name stands before the word of its trade; `employing`: whose officer is named behind it; `outlet`: a newspaper or site; `analyst`: a company's name that says it analyses;
    `apposition` (in Chinese behind it): an organisation that only tells whose chief somebody is; `in_latin`: a name and, in brackets, how it is
    written in Latin letters (group `latin`).
    """

    person: re.Pattern[str]
    answering: re.Pattern[str]
    company: re.Pattern[str]
    introduced: re.Pattern[str]
    trade_name: re.Pattern[str]
    acting: re.Pattern[str]
    named_again: re.Pattern[str]
    without_trade: re.Pattern[str]
    reporting: re.Pattern[str]
    employing: re.Pattern[str]
    outlet: re.Pattern[str]
    analyst: re.Pattern[str]
    institution: re.Pattern[str]
    apposition: re.Pattern[str]
    in_latin: re.Pattern[str]


@dataclass(frozen=True)
class VoicePatterns(_Group):
    """Who says it.

    `cites`: between "according to" and the one who said it; `said`: between the one who said something and the verb;
    `backward`: what names the source of the sentences before; `question`, at the start of a sentence: what labels it as an interviewer's;
    `third_party`: somebody without a name who forecasts; `revises`, right behind a forecaster: that he changes a forecast.
    """

    cites: re.Pattern[str]
    said: re.Pattern[str]
    backward: re.Pattern[str]
    question: re.Pattern[str]
    third_party: re.Pattern[str]
    revises: re.Pattern[str]


@dataclass(frozen=True)
class MoodPatterns(_Group):
    """How sure and when: what decides modality and polarity.

    `future`, `conditional`, `past`: verbs of intention, hearsay, fact; `indicative`: a verb that states without hedge;
    `denied`: what denies all that follows; `negated_bound`, right before a value: a negated comparison, which bounds and denies nothing;
    `intends`: a word of intention, not only of the future; `later`: a step of a plan; `years_to_come`: a span that begins now;
    `participle`, at the head of a clause: that it has no verb of its own and tells of the noun before;
    `confirmed`, right before a word for hearsay, and `confirmed_behind` behind it: that the hearsay has come true;
    `consequence`, behind a hedge: what may come of the figure before it.
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


@dataclass(frozen=True)
class PartyPatterns(_Group):
    """Who gives, gets, buys, and is only mentioned.

    Right before an organisation: `oblique`: that it is no subject; `recipient`: that it receives; `customer`: that another wins its order;
    `wins_before`, and `wins_behind` behind it: that it wins a tender, and so sells.
    `buys`, in a clause: a verb by which its subject buys; `collective`, before a figure: a subject that is many at once or a whole market, so that
    the figure is of none of them. `subordinate`, from the sentence's head to an organisation: that another one's clause follows; `dative`, right before
    one, and `falls_to`, between him and a figure: that it falls to him; `we`: a verb by which somebody quoted speaks of his own company;
    `operator`, right before one: that he runs a machine.
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


@dataclass(frozen=True)
class MoneyPatterns(_Group):
    """What an amount of money is paid for.

    `paid_before` with `paid_end` behind it, or `paid_behind`: a number that is a price without its currency;
    `paid_again` before it, or `paid_each` behind it: the same where a price has just been told;
    `price_difference`, right before an amount, and `price_difference_behind`: what a price rises or falls by; `instalment`: a price paid by and by;
    `comes_to`, between a price or rent and the next amount: that this is what it comes to in all (group `sum`: that no other amount is meant);
    `deal_worth`, before an amount: that a deal is worth it; `closes_deal`, before a word for an order: a verb of closing it;
    `worth_before`, right before an amount: a site that costs it; `is_worth`: a verb of being worth;
    `raised_before`, right before an amount: a verb of getting it, and `raised_behind`: investors or kinds of capital; `raises`: words of investors
    anywhere in a sentence; `into_company`: a company that gets capital; `public_aid`, before an amount: a state that gives it;
    `pays` and `stakes`, right before an amount: a verb of paying it, of betting it; `for_goods`, behind it: up to the goods that are paid; `for_use`: a use of them.
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
    pays: re.Pattern[str]
    stakes: re.Pattern[str]
    for_goods: re.Pattern[str]
    for_use: re.Pattern[str]


@dataclass(frozen=True)
class CountPatterns(_Group):
    """Numbers that count, and numbers that repeat what was counted.

    `counted`: between a number and the thing that it counts; `total`: between the name of a part and its number;
    `of_things`, behind it: that a number counts things; `counts_it`: that it counts what is spoken of;
    `elided`, right before a number: that it repeats the statement before it; `elided_alone`: the same, where `elided_behind` tells that no thing follows
    which it could count; `elided_before`: that it may repeat the sentence before it; `elided_count`: that it repeats no other than a count;
    `another_measure`: a measure without a unit, to which a number behind it belongs;
    `large`: a multiplier within a number; `alternative`: between two sizes that a product comes in; `frame`: the preposition of a number, each in
    a group of its own; `designates`: what makes a size the name of a version.
    """

    counted: re.Pattern[str]
    total: re.Pattern[str]
    of_things: re.Pattern[str]
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


@dataclass(frozen=True)
class FigurePatterns(_Group):
    """What a technical figure is not.

    `supply`: a power supply, plug or fuse, whose rating is no consumption; `per_watt`, behind it: what makes a figure one of efficiency;
    `no_figure`, behind it: what makes it a class ("8GB显存型号"), a part of the whole ("3 GB riservati") or a general truth;
    `moved`, right before a size: that it is data which is written or copied; `term`: a contract's term; `difference_before`, and `difference_behind` behind it: a difference ("125 W in più").
    """

    supply: re.Pattern[str]
    per_watt: re.Pattern[str]
    no_figure: re.Pattern[str]
    moved: re.Pattern[str]
    term: re.Pattern[str]
    difference_before: re.Pattern[str]
    difference_behind: re.Pattern[str]


@dataclass(frozen=True)
class RatioPatterns(_Group):
    """Ratios, shares and changes.

    `baseline_before`, and `baseline_after` behind it: a product that is compared against; `of_baseline`: between a ratio's baseline and the ratio;
    `exchanged`: between what is given away and how many times as many come for it; `reached`: the level that something has come to;
    `of_that`: a percentage of what another product does; `of_figure`: between a figure and the ratio by which just that figure has changed;
    `of_these`, from the start of a sentence to a share: of what was told before; `whole_before`, right before a percentage or fraction, and
    `whole_behind`, behind it: the whole that it is a part of; `bare_percent`: a percentage without its sign, once one has been told (group `number`);
    `level_from`, before a percentage, and `level_to`, between it and the next: the two ends of a change;
    `rate_of_change`: a noun of change (年增率) before its percentage; `level_compared`, before it: that it is a level.
    What changes: `things_behind` and `things_before` a ratio: things, in number; `memory_before`: memory; `tried`: where a speed is measured that no word names;
    `does`, right before it: a verb of reaching it.
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


@dataclass(frozen=True)
class DatePatterns(_Group):
    """What a date dates.

    `no_event`, behind a date, and `no_event_before`: what makes it no event's; `event_noun`, from the start of a word for an event on, and
    `event_noun_before`, right before it: what makes it a noun that no date dates; `up_to_date`, the end of such a word that the date itself must
    follow ("prevista per"); `time_spoken_of`, right before a date: what makes it the time that is spoken of; `compared_time`: a period that is compared
    to; `of_period`: between a period and the figure of just that period; `date_shift`, between two dates: that the one is put off to the other, or brought
    forward; `fair`, before a year: the name of a fair, whose years date no product; `under_name`, between a word for an event and a product: that it is the
    name under which something was shown or sold.
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


@dataclass(frozen=True)
class Patterns:
    """All patterns of a language."""

    clause: ClausePatterns
    product: ProductPatterns
    part: PartPatterns
    name: NamePatterns
    voice: VoicePatterns
    mood: MoodPatterns
    party: PartyPatterns
    money: MoneyPatterns
    count: CountPatterns
    figure: FigurePatterns
    ratio: RatioPatterns
    date: DatePatterns

    @classmethod
    def from_folder(cls, folder: Path) -> Patterns:
        """Reads `<group>.toml` for each group."""
        return cls(
            clause=ClausePatterns.from_toml(folder / "clause.toml"),
            product=ProductPatterns.from_toml(folder / "product.toml"),
            part=PartPatterns.from_toml(folder / "part.toml"),
            name=NamePatterns.from_toml(folder / "name.toml"),
            voice=VoicePatterns.from_toml(folder / "voice.toml"),
            mood=MoodPatterns.from_toml(folder / "mood.toml"),
            party=PartyPatterns.from_toml(folder / "party.toml"),
            money=MoneyPatterns.from_toml(folder / "money.toml"),
            count=CountPatterns.from_toml(folder / "count.toml"),
            figure=FigurePatterns.from_toml(folder / "figure.toml"),
            ratio=RatioPatterns.from_toml(folder / "ratio.toml"),
            date=DatePatterns.from_toml(folder / "date.toml"),
        )
