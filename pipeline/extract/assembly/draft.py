"""A claim in the making: what a reader found, before holder, modality and source are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from models.values import Value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention


@dataclass(slots=True)
class Draft:
    """One statement; `subjects` holds a product for each claim that it becomes, or nothing where the text names none."""

    kind: str
    predicate: str
    start: int
    end: int
    sentence: Sentence
    rule: str
    confidence: float
    value: Value | None = None
    subjects: list[Mention] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    cue_at: int | None = None
    joint: bool = False
    """Whether several hold it together, so that no one does."""

    worded: Value | None = None
    """Of a statement that repeats another one's unit: the value whose own words tell that unit."""

    of_goods: bool = False
    """Whether it is stated of a sort of goods that the article speaks of, without a product."""

    held: Value | None = None
    """The period that `as_of` stands for."""

    words: tuple[int, int] | None = None
    """Where the period that `as_of` gives in words stands."""


def from_value(value: Value, kind: str, predicate: str, sentence: Sentence, rule: str, confidence: float) -> Draft:
    """A draft that carries the value's number, unit, bound and period."""
    fields: dict[str, Any] = {"bound": value.bound}
    if kind == "date" or value.kind == "duration":
        fields |= {"timex": value.timex, "mod": value.mod, "date_start": value.date_start, "date_end": value.date_end}
    if kind != "date":
        fields |= {"value": value.value, "value_high": value.value_high}
        fields["unit"] = value.unit
    if value.per:
        fields["per"] = value.per
    return Draft(kind, predicate, value.start, value.end, sentence, rule, confidence, value=value, fields=fields)
