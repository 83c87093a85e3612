"""The short stretches of text that tie what stands beside one another together: regular expressions, as data of each language.

A language has a TOML file for each group of them, `patterns/<group>.toml`. Case is ignored, but for what stands in `(?-i:…)`. A long pattern stands on
several lines, which are joined without their indentation; what several patterns of a file share is written once, as `fragments.NAME`, and stands in them
as `<<NAME>>`. Where a language has no such thing, its pattern is `(?!)`, which never matches.

Two neighbours are tied by what the whole gap between them matches; what stands "right before" or "behind" a place touches it; everything else is
searched anywhere in a clause, a sentence or the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

from pipeline.extract.pattern_groups.attributes import AttributePatterns, SuccessorPatterns
from pipeline.extract.pattern_groups.events import EventPatterns, PeriodPatterns
from pipeline.extract.pattern_groups.hardware import DevicePatterns, MemoryPatterns, TechnologyPatterns
from pipeline.extract.pattern_groups.machines import MachinePatterns, SalePatterns
from pipeline.extract.pattern_groups.prices import PricePatterns
from pipeline.extract.pattern_groups.product_names import ModelNamePatterns, TypeNumberPatterns, VersionPatterns
from pipeline.extract.pattern_groups.proportions import ChangePatterns, SharePatterns
from pipeline.extract.pattern_groups.statements import MoodPatterns, PartyPatterns, VoicePatterns
from pipeline.extract.pattern_groups.subjects import (
    ComparisonPatterns,
    EllipsisPatterns,
    FocusPatterns,
    LayoutPatterns,
    ReferencePatterns,
)
from pipeline.extract.pattern_groups.things import ClausePatterns, NamePatterns, PartPatterns, ProductPatterns
from pipeline.extract.pattern_groups.topics import TopicPatterns
from pipeline.extract.pattern_groups.values import (
    CountPatterns,
    DatePatterns,
    FigurePatterns,
    MoneyPatterns,
    RatioPatterns,
)


@dataclass(frozen=True)
class Patterns:
    """All patterns of a language."""

    clause: ClausePatterns
    product: ProductPatterns
    part: PartPatterns
    name: NamePatterns
    topic: TopicPatterns
    voice: VoicePatterns
    mood: MoodPatterns
    party: PartyPatterns
    money: MoneyPatterns
    price: PricePatterns
    count: CountPatterns
    figure: FigurePatterns
    ratio: RatioPatterns
    share: SharePatterns
    change: ChangePatterns
    machine: MachinePatterns
    sale: SalePatterns
    attribute: AttributePatterns
    successor: SuccessorPatterns
    event: EventPatterns
    period: PeriodPatterns
    date: DatePatterns
    reference: ReferencePatterns
    comparison: ComparisonPatterns
    focus: FocusPatterns
    technology: TechnologyPatterns
    memory: MemoryPatterns
    device: DevicePatterns
    layout: LayoutPatterns
    ellipsis: EllipsisPatterns
    version: VersionPatterns
    type_number: TypeNumberPatterns
    model_name: ModelNamePatterns

    @classmethod
    def from_folder(cls, folder: Path) -> Patterns:
        """Reads `<group>.toml` for each group."""
        groups: dict[str, Any] = get_type_hints(cls)
        return cls(**{name: group.from_toml(folder / f"{name}.toml") for name, group in groups.items()})
