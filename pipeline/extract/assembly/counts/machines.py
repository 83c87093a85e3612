"""Machines that Chinese counts by their measure word alone: 采购15.6万台, 交付了300台."""

from __future__ import annotations

import re

from models.values import Value
from pipeline.extract.assembly.counts.counted import Counted
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.places import Found

OF_MACHINES = frozenset("台架")
INHERITED = frozenset({"focus", "title", "heading", "none", "lot"})
CHIPS = frozenset({"gpu", "cpu", "accelerator", "soc", "superchip", "family", "architecture"})
_FEWEST_MACHINES = 2
_MACHINE_BEHIND = re.compile("设备|机器|整机|节点")
OTHER_MACHINES = re.compile(
    "光刻机|刻蚀机|笔电|笔记型|笔记本|电脑|电视|汽车|手机|发电机|空调|机器人|平板|交换机|路由器|打印机|车"
)
_THING_BEHIND = re.compile(r"(?![的左以上下将须应已和与及或外在由均都也则可，、])[\u4e00-\u9fff]")


def are_machines(sentence: Sentence, value: Value, found: Found) -> bool:
    """15.6万台: the measure word of machines, where no machine is named that it could count."""
    if sentence.pack.spaced or sentence.text[value.end : value.end + 1] not in OF_MACHINES:
        return False
    return found.how in INHERITED and all(m.kind in CHIPS for m in found.products)


def read_machines(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse, event: str) -> Draft | None:
    """So many servers, if the article speaks of servers and no other thing stands behind the number; chips are none of them."""
    thing = _THING_BEHIND.match(sentence.text, counted.end)
    if (
        value.value is None
        or value.value < _FEWEST_MACHINES
        or (thing and not _MACHINE_BEHIND.match(sentence.text, counted.end))
    ):
        return None
    if not (discourse.servers or thing) or OTHER_MACHINES.search(
        sentence.text, sentence.clause(value.start)[0], value.start
    ):
        return None
    draft = from_value(value, "quantity", "unit_count", sentence, "count.machines", 0.65)
    draft.end = counted.end
    draft.fields |= {"unit": "1", "event": event}
    if discourse.servers and not thing:
        draft.fields["basis"] = "server"
    return draft
