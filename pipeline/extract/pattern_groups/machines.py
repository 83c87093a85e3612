"""What is counted and has no product's name: servers, the parts of a system, and the goods that a market or a maker ships."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.pattern_groups.group import PatternGroup


@dataclass(frozen=True)
class MachinePatterns(PatternGroup):
    """Machines, and the nodes and parts that they are built of.

    `node_behind`, behind a chip's name: that nodes are counted which have it inside; `each_node`, before a number: that it counts what one node
    holds; `box`, right before a number: the same of any box; `configuration`, behind a number: that it tells how large a machine is; `built`, between
    a product and a number of cards: a cluster that is built of it; `in_all`, between a product and a number: that this is its total; `one_more`,
    between two numbers: that both count parts of one thing.
    Behind what is counted: `machine_behind`: a word for a machine; `thing_behind`: any other noun. `other_machine`: a machine that is no computer.
    Measure words, right behind a number: `measure`, of machines; `building`, of plants and towers; `size_behind`, of the boards of one machine. Right
    before a number: `one_cluster`: that it is the size of one cluster; `disposal`: what puts an object before its verb.
    `boards` in one server (the number is the first group): between a number and what it counts; `holding`: the same behind the word for servers.
    """

    node_behind: re.Pattern[str]
    each_node: re.Pattern[str]
    box: re.Pattern[str]
    configuration: re.Pattern[str]
    built: re.Pattern[str]
    in_all: re.Pattern[str]
    one_more: re.Pattern[str]
    machine_behind: re.Pattern[str]
    thing_behind: re.Pattern[str]
    other_machine: re.Pattern[str]
    boards: re.Pattern[str]
    holding: re.Pattern[str]
    measure: re.Pattern[str]
    one_cluster: re.Pattern[str]
    size_behind: re.Pattern[str]
    building: re.Pattern[str]
    disposal: re.Pattern[str]


@dataclass(frozen=True)
class SalePatterns(PatternGroup):
    """Goods that are sold and shipped.

    `moved`, between goods and a number: that so many were sold or shipped; `sales_of`, right before a product: that its sales are told, and
    `sales_come_to`, between it and their number.
    `computer`: a word for a personal computer or telephone, and `other_goods`, anywhere in the sentence: that it tells of other things;
    `computer_measure`, behind a number: the measure word of such; `market`: whose shipments are told where no maker is named.
    """

    moved: re.Pattern[str]
    sales_of: re.Pattern[str]
    sales_come_to: re.Pattern[str]
    computer: re.Pattern[str]
    other_goods: re.Pattern[str]
    computer_measure: re.Pattern[str]
    market: re.Pattern[str]
