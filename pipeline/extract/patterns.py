"""The short stretches of text that tie what stands beside one another together: regular expressions, as data of each language.

A language has a TOML file for each group of them, `patterns/<group>.toml`. Case is ignored. A long pattern stands on several lines, which are joined
without their indentation; what several patterns of a file share is written once, as `fragments.NAME`, and stands in them as `<<NAME>>`.

Two neighbours are tied by what the whole gap between them matches; what stands "right before" or "behind" a place touches it; everything else is
searched anywhere in a clause, a sentence or the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.extract.pattern_groups.attributes import AttributePatterns, SuccessorPatterns
from pipeline.extract.pattern_groups.events import EventPatterns, PeriodPatterns
from pipeline.extract.pattern_groups.machines import MachinePatterns, SalePatterns
from pipeline.extract.pattern_groups.prices import PricePatterns
from pipeline.extract.pattern_groups.proportions import ChangePatterns, SharePatterns
from pipeline.extract.pattern_groups.statements import MoodPatterns, PartyPatterns, VoicePatterns
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
            price=PricePatterns.from_toml(folder / "price.toml"),
            count=CountPatterns.from_toml(folder / "count.toml"),
            figure=FigurePatterns.from_toml(folder / "figure.toml"),
            ratio=RatioPatterns.from_toml(folder / "ratio.toml"),
            share=SharePatterns.from_toml(folder / "share.toml"),
            change=ChangePatterns.from_toml(folder / "change.toml"),
            machine=MachinePatterns.from_toml(folder / "machine.toml"),
            sale=SalePatterns.from_toml(folder / "sale.toml"),
            attribute=AttributePatterns.from_toml(folder / "attribute.toml"),
            successor=SuccessorPatterns.from_toml(folder / "successor.toml"),
            event=EventPatterns.from_toml(folder / "event.toml"),
            period=PeriodPatterns.from_toml(folder / "period.toml"),
            date=DatePatterns.from_toml(folder / "date.toml"),
        )
