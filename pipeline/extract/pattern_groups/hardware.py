"""What is told of architectures and processes, of memory, and of machines and the chips in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class TechnologyPatterns(PatternGroup):
    """Architectures and processes, and how they are told (assembly/subjects/told_attributes, candidates and processes).

    Of an architecture: `architecture_is` right before it with `architecture_noun` behind it, `architecture_used` right before it with `architecture_for`
    behind it: that something has it; `architecture_of`, between it and a product: that it tells of what make the product is; `parts_counted`, right behind
    it: so many cores of it; `architecture_subject`, right before it, with `is_made` right behind it: that it is itself made in a process.
    Of a process: `makes`, right behind it, with `made_with` right before it or its foundry: that something is made in it; `nothing_more`, between it and
    its clause's end; `process_noun`, right behind its size; `process_compared`, right before it: that another one is compared with it;
    `wafer`, between a price and its size: that this is the price of a wafer. `made_at`, right before its size or the foundry (group `made`: words that tell
    whose it is), with `size_ends` right behind the size: that something is made so.
    """

    architecture_is: re.Pattern[str]
    architecture_noun: re.Pattern[str]
    architecture_used: re.Pattern[str]
    architecture_for: re.Pattern[str]
    architecture_of: re.Pattern[str]
    architecture_subject: re.Pattern[str]
    is_made: re.Pattern[str]
    parts_counted: re.Pattern[str]
    makes: re.Pattern[str]
    made_with: re.Pattern[str]
    nothing_more: re.Pattern[str]
    process_noun: re.Pattern[str]
    process_compared: re.Pattern[str]
    wafer: re.Pattern[str]
    made_at: re.Pattern[str]
    size_ends: re.Pattern[str]


@dataclass(frozen=True)
class MemoryPatterns(PatternGroup):
    """Memory: sold by itself, or a part of something (assembly/subjects/goods, candidates and told_attributes).

    Of a kind of memory: `sold_in`, right before it, `sold_as`, right behind it: the noun of what it is sold in; `size_before`, right before it, with
    `priced` right behind it: that a price of that size is told; `piece_of`, between the head of a clause and it: that a piece of it is spoken of;
    `labelled`, right before it: a label, so that it is a product's; `figure_of`, right behind it: a figure that it only tells the kind of;
    `capacity_of`, between it and a figure: the same, of its capacity. `supported`, in a sentence: that a capacity is only what is supported.
    """

    sold_in: re.Pattern[str]
    sold_as: re.Pattern[str]
    size_before: re.Pattern[str]
    priced: re.Pattern[str]
    piece_of: re.Pattern[str]
    labelled: re.Pattern[str]
    figure_of: re.Pattern[str]
    capacity_of: re.Pattern[str]
    supported: re.Pattern[str]


@dataclass(frozen=True)
class DevicePatterns(PatternGroup):
    """Devices and machines, and the chips in them (assembly/subjects/devices, built_in, candidates and brackets).

    Right before a chip: `part_is`: which part of the device it is; `part_noun`: the noun of a part that is told by it; `tells_version`: that it only tells
    a version of the device apart. Between a device and a chip: `list_opens`: that a list of its parts begins; `with_part`: that it has the chip;
    `integrates`: a verb by which one chip has another in it; `chip_explained`: a clause in which other things are told; `attributive`, with the chip
    before the device: that it tells which device is meant. `item_opens`, between the head of an item and a chip, with `item_ends` behind it: that the item
    names nothing else; `whole_goes_on`, between a chip and a figure: what parts them, so that the figure may be the whole's.
    `edition`, between a product and the end of its bracket; `site_counted_by`, between a site and the pieces that it is measured by.
    """

    part_is: re.Pattern[str]
    part_noun: re.Pattern[str]
    tells_version: re.Pattern[str]
    list_opens: re.Pattern[str]
    with_part: re.Pattern[str]
    integrates: re.Pattern[str]
    chip_explained: re.Pattern[str]
    attributive: re.Pattern[str]
    item_opens: re.Pattern[str]
    item_ends: re.Pattern[str]
    whole_goes_on: re.Pattern[str]
    edition: re.Pattern[str]
    site_counted_by: re.Pattern[str]
