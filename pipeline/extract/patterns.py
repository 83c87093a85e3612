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

from pipeline.extract.pattern_groups.hardware import DevicePatterns, MemoryPatterns, TechnologyPatterns
from pipeline.extract.pattern_groups.product_names import ModelNamePatterns, TypeNumberPatterns, VersionPatterns
from pipeline.extract.pattern_groups.statements import MoodPatterns, PartyPatterns, VoicePatterns
from pipeline.extract.pattern_groups.subjects import (
    ComparisonPatterns,
    EllipsisPatterns,
    LayoutPatterns,
    ReferencePatterns,
    TopicPatterns,
)
from pipeline.extract.pattern_groups.things import ClausePatterns, NamePatterns, PartPatterns, ProductPatterns
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
    voice: VoicePatterns
    mood: MoodPatterns
    party: PartyPatterns
    money: MoneyPatterns
    count: CountPatterns
    figure: FigurePatterns
    ratio: RatioPatterns
    date: DatePatterns
    reference: ReferencePatterns
    comparison: ComparisonPatterns
    topic: TopicPatterns
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
            reference=ReferencePatterns.from_toml(folder / "reference.toml"),
            comparison=ComparisonPatterns.from_toml(folder / "comparison.toml"),
            topic=TopicPatterns.from_toml(folder / "topic.toml"),
            technology=TechnologyPatterns.from_toml(folder / "technology.toml"),
            memory=MemoryPatterns.from_toml(folder / "memory.toml"),
            device=DevicePatterns.from_toml(folder / "device.toml"),
            layout=LayoutPatterns.from_toml(folder / "layout.toml"),
            ellipsis=EllipsisPatterns.from_toml(folder / "ellipsis.toml"),
            version=VersionPatterns.from_toml(folder / "version.toml"),
            type_number=TypeNumberPatterns.from_toml(folder / "type_number.toml"),
            model_name=ModelNamePatterns.from_toml(folder / "model_name.toml"),
        )
