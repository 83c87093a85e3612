"""The process sizes of what a plant or a foundry makes, where no product is named: "lo stabilimento sforna chip a 28 nanometri"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.attributes.foundries import is_foundry
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence

_LARGEST = Decimal("1e-6")


def read_fab_processes(sentence: Sentence, told: Sequence[Draft]) -> list[Draft]:
    """Drafts of `process_node` without a product; `told` are those of the sentence that have one."""
    if any(m.kind not in TECHNOLOGY_KINDS for m in sentence.products):
        return []
    taken = {d.start for d in told}
    drafts = []
    for value in sentence.values:
        if value.unit != "m" or not value.value or value.value > _LARGEST or value.start in taken:
            continue
        if not _is_made_there(sentence, value):
            continue
        sizes = [v for v in (value.value, value.value_high) if v is not None]
        name = "-".join(f"{(size * 10**9).normalize():f}" for size in sizes)
        draft = Draft("hardware", "process_node", value.start, value.end, sentence, "attribute.fab_process", 0.6)
        draft.fields["object"] = f"{name} nm"
        drafts.append(draft)
    return drafts


def _is_made_there(sentence: Sentence, value: Value) -> bool:
    patterns = sentence.pack.patterns
    if not patterns.attribute.made_at.search(sentence.text, sentence.start, value.start):
        return False
    if patterns.part.factory.search(sentence.text, sentence.start, value.start):
        return True
    foundry = any(is_foundry(o) and o.end <= value.start for o in sentence.organisations)
    return foundry and patterns.attribute.fab_works.search(sentence.text, sentence.start, value.start) is not None
