"""What a language has to bring: its value grammar, its cue words and a few patterns. One folder a language."""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Context
from functools import cache
from pathlib import Path

from models.errors import UsageError
from models.values import Value
from pipeline.extract.lexicon import Lexicon

EXACT = Context(prec=40)
"""The packs calculate in this context: other libraries narrow that of the whole process."""
ValueFinder = Callable[[str, date | None, str | None], list[Value]]


@dataclass(frozen=True)
class Patterns:
    """The short stretches of text that tie neighbours together, each a regular expression; case is ignored.

    Between two neighbours, matched against the whole gap:
    `counted`: a number and the thing that is counted; `total`: the name of a part and its number;
    `coordinated`: two subjects of one statement; `alternative`: two sizes that a product comes in;
    `belongs_to`: a value and the product behind it; `of_baseline`: a ratio's baseline and the ratio;
    `exchanged`: what is given away and how many times as many come for it; `made_by`: a verb of making and the maker;
    `makes_product`: a foundry and the chip that it makes;
    `fabricated_by`, right before a foundry: that a chip is made there;
    `makes_before`, right before the maker, or `makes_behind` right behind him: that he makes what was named before;
    `cites`: "according to" and the one who said it; `said`: the one who said something and the verb.

    Right before a place:
    `a_part`: "una GPU", before the architecture of a part that has no name of its own (group `had`: a verb of having before it);
    `one_of`: the article that counts one ("una CPU Grace", group `article`);
    `attribute_is`: "la memoria è", before the attribute of what is spoken of;
    `process_modifies`: "un chip", before a process that tells how it is made, and `process_modified` (behind it): 2nm芯片;
    `other_subject`, at the head of a sentence: a name of something else (group `name`);
    `part_specified` (behind it): what begins the figures of such a part;
    `apposition` (in Chinese behind it): an organisation that only tells whose chief somebody is;
    `oblique`: an organisation that is no subject; `recipient`: one who receives; `customer`: one whose order another wins;
    `wins_before`, and `wins_behind` behind it: one who wins a tender, and so sells; `buys`, anywhere in a clause: a verb by which its subject buys; `into_company`: one that gets capital; `baseline_before`, and `baseline_after` behind it: a product that is compared against;
    `compared_time`: a period that is compared to; `elided`: a number that repeats the statement before it; `genitive`: between a product and its own value;
    `equipped`: between a device and a chip inside it; `has_part`, right before the chip: "ha una"; `edition`, behind the chip: that it names an edition of the device;
    `sibling_subject`, before "sorella minore": that it is a subject; `of_sibling`: between a value and it;
    `sibling_alone`, behind "la nuova": that no noun follows;
    `number_next`, behind a product: a second one of its line that only its number names; `number_alone`: one behind an article;
    `attribute_of`: between a product and an attribute that is named as its own;
    `level_from`, before a percentage, and `level_to`, between it and the next: the two ends of a change;
    `label`, matched against what a list item has before a product: the name of the part that the product is;
    `of_period`: between a period and the figure of just that period; `relative_clause`: what opens the stretch between them, a clause about the product; `supply`: a power supply, plug or fuse,
    whose rating is no consumption;
    `bare_percent`: a percentage without its sign, once one has been told (group `number`);
    `of_figure`: between a figure and the ratio by which just that figure has changed;
    `elided_alone`: the same, where `elided_behind` tells that no thing follows which it could count;
    `elided_before`: a number that may repeat the sentence before it; `elided_count`: one that repeats no other than a count; `counts_it`: one that counts what is spoken of;
    `frame`: the preposition of a number, each in a group of its own; `designates`: what makes a size the name of a version;
    `fair`, before a year: the name of a fair, whose years date no product;
    `reached`: the level that something has come to; `of_that`: a percentage of what another product does;
    `rate_of_change`: a noun of change (年增率), before its percentage; `level_compared`, before it: that it is a level; `no_event`, behind a date, and
    `no_event_before`, before it: what makes it no event's;
    `of_makers` (behind it): what makes a product's name tell of its makers (DRAM大厂);
    `comes_to`, between a price or rent and the next amount: that this is what it comes to in all (group `sum`: that no other amount is meant);
    `deal_worth`, before an amount: that a deal is worth it; `instalment`: a price that is paid by and by; `term`: a contract's term; `difference_before`, and `difference_behind` behind it: a difference ("125 W in più");
    `of_things` (behind it): a number that counts things; `per_watt` (behind it): what makes a figure one of efficiency;
    `no_figure` (behind it): what makes it a class ("8GB显存型号"), a part of the whole ("3 GB riservati") or a general truth.

    Anywhere in a stretch:
    `border`: what parts two statements within a clause; `contrast`: what ends the reach of a forecast;
    `future`, `conditional`, `past`: verbs of intention, hearsay, fact; `indicative`: a verb that states without hedge; `denied`: what denies all that follows; `negated_bound`, right before a value: a negated comparison, which bounds and denies nothing;
    `backward`: what names the source of the sentences before; `large`: a multiplier within a number;
    `person`, `company`, `system`: a name (group `name`) that the model need not have; `analyst`: a company's name that says it analyses;
    `intends`, anywhere in a clause: a word of intention, not only of the future; `later`: a step of a plan;
    `paid_before` with `paid_end` behind it, or `paid_behind`: a number that is a price without its currency;
    `paid_again` before it, or `paid_each` behind it: the same where a price has just been told;
    `price_difference`, right before an amount, and `price_difference_behind`: what a price rises or falls by;
    `collective`, before a figure: a subject that is many at once or a whole market, so that the figure is of none of them;
    `raised_before`, right before an amount: a verb of getting it, and `raised_behind`, right behind it: investors or kinds of capital;
    `raises`: words of investors anywhere in a sentence; `public_aid`, before an amount: a state that gives it;
    `pays` and `stakes`, right before an amount: a verb of paying it, of betting it; `for_goods`, behind it: up to the goods that are paid, `for_use`: a use of them; `worth_before`, right before it: a site that costs it;
    `is_worth`: a verb of being worth;
    `revises`, right behind a forecaster: that he changes a forecast; `third_party`: somebody without a name who forecasts;
    `years_to_come`, anywhere in a clause: a span that begins now;
    `resumes`, at the start of a paragraph: what points back into the one before;
    `translated`, right before a name: the name that it explains; `of_these`, from the start of a sentence to a share: of what was told before;
    `factory`: a word for a plant;
    `system_beside`: that of a further one, in a text that names one; its Latin name may stand behind (group `latin`);
    `introduced`: the name of a company behind a word that tells what it is; `trade_name`: one with a word of its trade in it or beside
    its part in a tender; `acting`: one before a verb of what companies do; `named_again`: one with a word of its trade in it that the text has twice; `employing`: one whose officer is named behind it; `outlet`: that of an outlet; `answering`: of one who answers questions;
    `question`, at the start of a sentence: what labels it as an interviewer's;
    `product_named`, `product_apposed`, `product_possessed`, `product_introduced`: a product (group `name`) that the model need not have behind or before the
    word that tells what it is (group `noun`), in `product_introduced` with its maker (`maker`);
    `product_measured`, `product_beside`, `product_called`, `product_of`, `product_priced`: one of which a figure, a noun, a name, a maker or a price is told
    (`sure` where the verb leaves no doubt); `product_typed`: a type number with a figure behind it; `product_defined`: a name before the
    words that tell what it is; `product_column`: the head of a table
    whose first column names products, and `product_cell`: a cell of that column; `product_topic`: what the article's machine is called;
    `institution`: a university, ministry or foundation by its full name (group `name`);
    `short_name`: the last word of a product's name (group `name`) behind an article;
    `architecture_named`, `packaging_named`: an architecture or packaging by its noun and a name (group `name`);
    `architecture_told`, right before an architecture's name: that it is told of a product ("su architettura"), and no name's part;
    `model`: an AI model, the workload of a figure (groups `size` and `name` where its size stands before its name).

    `event_noun`, from the start of a word for an event on, and `event_noun_before`, right before it: what makes it a noun that no date dates;
    `up_to_date`, the end of such a word that the date itself must follow ("prevista per"); `time_spoken_of`, right before a date:
    what makes it the time that is spoken of; `closes_deal`, before a word for an order: a verb of closing it.

    `lot`, anywhere: the label of a tender's lot;
    `date_shift`, between two dates: that the one is put off to the other, or brought forward;
    `whole_before`, right before a percentage or fraction, and `whole_behind`, behind it: the whole that it is a part of.
    """

    counted: re.Pattern[str]
    coordinated: re.Pattern[str]
    belongs_to: re.Pattern[str]
    of_baseline: re.Pattern[str]
    cites: re.Pattern[str]
    said: re.Pattern[str]
    apposition: re.Pattern[str]
    baseline_before: re.Pattern[str]
    baseline_after: re.Pattern[str]
    made_by: re.Pattern[str]
    institution: re.Pattern[str]
    short_name: re.Pattern[str]
    product_named: re.Pattern[str]
    product_introduced: re.Pattern[str]
    product_apposed: re.Pattern[str]
    product_possessed: re.Pattern[str]
    product_measured: re.Pattern[str]
    product_beside: re.Pattern[str]
    product_called: re.Pattern[str]
    product_of: re.Pattern[str]
    product_priced: re.Pattern[str]
    product_typed: re.Pattern[str]
    product_defined: re.Pattern[str]
    product_column: re.Pattern[str]
    product_cell: re.Pattern[str]
    product_topic: re.Pattern[str]
    makes_product: re.Pattern[str]
    makes_before: re.Pattern[str]
    fabricated_by: re.Pattern[str]
    makes_behind: re.Pattern[str]
    total: re.Pattern[str]
    recipient: re.Pattern[str]
    oblique: re.Pattern[str]
    border: re.Pattern[str]
    future: re.Pattern[str]
    backward: re.Pattern[str]
    person: re.Pattern[str]
    answering: re.Pattern[str]
    question: re.Pattern[str]
    intends: re.Pattern[str]
    later: re.Pattern[str]
    paid_before: re.Pattern[str]
    paid_end: re.Pattern[str]
    paid_behind: re.Pattern[str]
    paid_again: re.Pattern[str]
    paid_each: re.Pattern[str]
    price_difference: re.Pattern[str]
    resumes: re.Pattern[str]
    years_to_come: re.Pattern[str]
    revises: re.Pattern[str]
    third_party: re.Pattern[str]
    raised_before: re.Pattern[str]
    raised_behind: re.Pattern[str]
    raises: re.Pattern[str]
    public_aid: re.Pattern[str]
    pays: re.Pattern[str]
    stakes: re.Pattern[str]
    for_goods: re.Pattern[str]
    for_use: re.Pattern[str]
    worth_before: re.Pattern[str]
    is_worth: re.Pattern[str]
    collective: re.Pattern[str]
    translated: re.Pattern[str]
    of_these: re.Pattern[str]
    factory: re.Pattern[str]
    outlet: re.Pattern[str]
    company: re.Pattern[str]
    introduced: re.Pattern[str]
    trade_name: re.Pattern[str]
    acting: re.Pattern[str]
    named_again: re.Pattern[str]
    reporting: re.Pattern[str]
    employing: re.Pattern[str]
    system: re.Pattern[str]
    system_beside: re.Pattern[str]
    analyst: re.Pattern[str]
    compared_time: re.Pattern[str]
    reached: re.Pattern[str]
    contrast: re.Pattern[str]
    past: re.Pattern[str]
    difference_behind: re.Pattern[str]
    difference_before: re.Pattern[str]
    alternative: re.Pattern[str]
    term: re.Pattern[str]
    large: re.Pattern[str]
    of_things: re.Pattern[str]
    of_that: re.Pattern[str]
    exchanged: re.Pattern[str]
    model: re.Pattern[str]
    conditional: re.Pattern[str]
    indicative: re.Pattern[str]
    denied: re.Pattern[str]
    negated_bound: re.Pattern[str]
    no_event: re.Pattern[str]
    no_event_before: re.Pattern[str]
    up_to_date: re.Pattern[str]
    time_spoken_of: re.Pattern[str]
    closes_deal: re.Pattern[str]
    customer: re.Pattern[str]
    wins_before: re.Pattern[str]
    wins_behind: re.Pattern[str]
    buys: re.Pattern[str]
    into_company: re.Pattern[str]
    comes_to: re.Pattern[str]
    deal_worth: re.Pattern[str]
    instalment: re.Pattern[str]
    elided: re.Pattern[str]
    genitive: re.Pattern[str]
    relative_clause: re.Pattern[str]
    label: re.Pattern[str]
    a_part: re.Pattern[str]
    one_of: re.Pattern[str]
    attribute_is: re.Pattern[str]
    architecture_named: re.Pattern[str]
    architecture_told: re.Pattern[str]
    packaging_named: re.Pattern[str]
    process_modifies: re.Pattern[str]
    process_modified: re.Pattern[str]
    part_specified: re.Pattern[str]
    other_subject: re.Pattern[str]
    of_period: re.Pattern[str]
    attribute_of: re.Pattern[str]
    equipped: re.Pattern[str]
    has_part: re.Pattern[str]
    sibling_subject: re.Pattern[str]
    of_sibling: re.Pattern[str]
    sibling_alone: re.Pattern[str]
    number_next: re.Pattern[str]
    number_alone: re.Pattern[str]
    edition: re.Pattern[str]
    level_from: re.Pattern[str]
    level_to: re.Pattern[str]
    per_watt: re.Pattern[str]
    supply: re.Pattern[str]
    no_figure: re.Pattern[str]
    whole_before: re.Pattern[str]
    whole_behind: re.Pattern[str]
    bare_percent: re.Pattern[str]
    of_figure: re.Pattern[str]
    elided_alone: re.Pattern[str]
    price_difference_behind: re.Pattern[str]
    fair: re.Pattern[str]
    elided_before: re.Pattern[str]
    elided_count: re.Pattern[str]
    counts_it: re.Pattern[str]
    elided_behind: re.Pattern[str]
    frame: re.Pattern[str]
    designates: re.Pattern[str]
    of_makers: re.Pattern[str]
    rate_of_change: re.Pattern[str]
    level_compared: re.Pattern[str]
    event_noun: re.Pattern[str]
    event_noun_before: re.Pattern[str]
    lot: re.Pattern[str]
    date_shift: re.Pattern[str]

    @classmethod
    def from_toml(cls, path: Path) -> Patterns:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls(**{name: re.compile(table[name], re.IGNORECASE) for name in cls.__dataclass_fields__})


@dataclass(frozen=True)
class LanguagePack:
    """A language: `find_values(view text, published, script)` and the data that the assembly reads."""

    language: str
    find_values: ValueFinder
    lexicon: Lexicon
    patterns: Patterns
    spaced: bool
    """Whether the language writes spaces between words."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a pack: each folder here that holds a `cues.toml`."""
    here = Path(__file__).parent
    return tuple(sorted(m.name for m in pkgutil.iter_modules([str(here)]) if (here / m.name / "cues.toml").exists()))


@cache
def load_pack(language: str) -> LanguagePack:
    """The pack of a language; raises UsageError naming those that there are."""
    if language not in languages():
        raise UsageError(f"No language pack for {language!r}. There are: {', '.join(languages())}.")
    pack: LanguagePack = importlib.import_module(f"pipeline.extract.{language}").PACK
    return pack
