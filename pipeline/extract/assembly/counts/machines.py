"""Machines that Chinese counts by their measure word alone: 采购15.6万台, 交付了300台."""

from __future__ import annotations

from models.values import Value
from pipeline.extract.assembly.counts.counted import Counted
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.places import Found

INHERITED = frozenset({"focus", "title", "heading", "none", "lot"})
CHIPS = frozenset({"gpu", "cpu", "accelerator", "soc", "superchip", "family", "architecture"})
_FEWEST_MACHINES = 2


def are_machines(sentence: Sentence, value: Value, found: Found) -> bool:
    """15.6万台: the measure word of machines, where no machine is named that it could count."""
    if not sentence.pack.patterns.machine.measure.match(sentence.text, value.end):
        return False
    return found.how in INHERITED and all(m.kind in CHIPS for m in found.products)


def read_machines(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse, event: str) -> Draft | None:
    """So many servers, if the article speaks of servers and no other thing stands behind the number; chips are none of them."""
    machine = sentence.pack.patterns.machine
    thing = machine.thing_behind.match(sentence.text, counted.end)
    if (
        value.value is None
        or value.value < _FEWEST_MACHINES
        or (thing and not machine.machine_behind.match(sentence.text, counted.end))
    ):
        return None
    if not (discourse.servers or thing) or machine.other_machine.search(
        sentence.text, sentence.clause(value.start)[0], value.start
    ):
        return None
    draft = from_value(value, "quantity", "unit_count", sentence, "count.machines", 0.65)
    draft.end = counted.end
    draft.fields |= {"unit": "1", "event": event}
    if discourse.servers and not thing:
        draft.fields["basis"] = "server"
    return draft
