"""What is spoken of: clauses, products, their parts, and the names of people and companies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class ClausePatterns(PatternGroup):
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
class ProductPatterns(PatternGroup):
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
    `maker_behind`, between a product and a company: that it is its maker; `maker_subject`: a name at the head of a sentence that is the subject of a verb
    of making or showing (group `name`). `computing`: that an article is on supercomputers; `system_number_ends`, behind the number of a
    supercomputer: that it counts nothing. `console_noun` and `device_noun`, all of a noun's first word: a console, another device.
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
    maker_behind: re.Pattern[str]
    maker_subject: re.Pattern[str]
    computing: re.Pattern[str]
    system_number_ends: re.Pattern[str]
    console_noun: re.Pattern[str]
    device_noun: re.Pattern[str]


@dataclass(frozen=True)
class PartPatterns(PatternGroup):
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
class NamePatterns(PatternGroup):
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
