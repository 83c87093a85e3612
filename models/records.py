"""The records that pass between the stages: Article, the four claims, Finding, Review.

The fields and their meaning are those of the contract of a claim; a claim that breaks it cannot be built.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, TypeAdapter, model_validator

from models.values import Bound, Mod, Per

Language = Literal["it", "zh"]
Script = Literal["Hans", "Hant"]
Modality = Literal["asserted", "planned", "expected", "rumored", "estimated"]
Polarity = Literal["positive", "negative"]
Zone = Literal["title", "lead", "body", "heading", "list", "table", "caption", "quote"]
Event = Literal["order", "deploy", "ship", "produce", "require", "own", "cut", "other"]
Stage = Literal["tender", "framework", "signed", "paid", "delivered", "cancelled"]
Basis = Literal["die", "chip", "card", "server", "rack", "wafer", "site"]
Aspect = Literal[
    "performance", "training", "inference", "efficiency", "power", "price", "count", "memory", "bandwidth", "area",
    "orders", "market", "capacity", "density", "yield", "revenue", "spending", "profit",
]  # fmt: skip
BlockKind = Literal["title", "heading", "paragraph", "list", "table", "caption", "quote", "furniture"]

HardwarePredicate = Literal[
    "architecture", "process_node", "packaging", "component", "memory_type", "foundry", "successor"
]
QuantityPredicate = Literal[
    "unit_count", "power", "transistor_count", "memory_capacity", "memory_bandwidth", "link_bandwidth", "compute",
    "core_count", "clock", "die_area", "relative", "share", "duration", "temperature", "parameter_count",
]  # fmt: skip
PricePredicate = Literal[
    "unit_price", "order_value", "rental_price", "investment", "valuation", "funding", "revenue", "other_amount"
]
DatePredicate = Literal["launch", "availability", "production", "delivery", "order", "deployment", "other_date"]
QuantityUnit = Literal["1", "pp", "W", "Wh", "B", "B/s", "bit/s", "Hz", "FLOP/s", "OP/s", "m", "m2", "s", "K"]


def _plain_number(value: Decimal) -> int | float:
    """A plain JSON number: an int where the decimal is whole, so that 1080000000 is not written 1080000000.0."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(_plain_number, return_type=int | float, when_used="json")]


class Record(BaseModel):
    """Base of all records: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Block(Record):
    """A part of an article's layout: `text[start:end]` of the article. Blocks are ordered and do not overlap."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    language: str | None = None


class Article(Record):
    """One article as read from a file; `text` is never altered after this, all offsets stand on it.

    `record` is its place, counted from 1, in a file that may hold several.
    """

    document_key: str
    text: str
    blocks: tuple[Block, ...] = ()
    source_id: str | None = None
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None
    script: Script | None = None
    spun_score: float = 0.0
    format: str | None = None
    encoding: str | None = None
    record: int | None = None


class ClaimBase(Record):
    """The fields that all four claims share. `quote` is the text between `start` and `end`, in code points."""

    quote: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int
    hardware: str | None = None
    known: bool = False
    holder: str | None = None
    object: str | None = None
    value: Number | None = None
    value_high: Number | None = None
    unit: str | None = None
    timex: str | None = None
    mod: Mod | None = None
    date_start: date | None = None
    date_end: date | None = None
    as_of: str | None = None
    bound: Bound = "exact"
    modality: Modality = "asserted"
    polarity: Polarity = "positive"
    source: str | None = None
    condition: str | None = None
    deal: str | None = None
    same_as: str | None = None
    zone: Zone = "body"
    confidence: float = Field(default=1.0, ge=0, le=1)
    extractor: str = ""

    @model_validator(mode="after")
    def _consistent(self) -> ClaimBase:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"quote {self.quote!r} is {len(self.quote)} long, its span {self.start}:{self.end} is not")
        if self.value_high is not None and (self.value is None or self.value > self.value_high):
            raise ValueError(f"range {self.value}..{self.value_high} is empty or has no low end")
        if self.date_start and self.date_end and self.date_start > self.date_end:
            raise ValueError(f"interval {self.date_start}..{self.date_end} is empty")
        return self


class HardwareClaim(ClaimBase):
    """A product's attribute: its architecture, process, packaging, parts, memory, maker or predecessor."""

    kind: Literal["hardware"] = "hardware"
    predicate: HardwarePredicate
    object: str
    unit: Literal["1"] | None = None


class QuantityClaim(ClaimBase):
    """A count, a physical quantity, a ratio, a share or a duration."""

    kind: Literal["quantity"] = "quantity"
    predicate: QuantityPredicate
    unit: QuantityUnit | None = None
    per: Per | None = None
    aspect: Aspect | None = None
    workload: str | None = None
    event: Event | None = None
    stage: Stage | None = None
    basis: Basis | None = None
    basis_size: int | None = Field(default=None, ge=1)
    baseline: str | None = None


class PriceClaim(ClaimBase):
    """An amount of money; `unit` is its ISO 4217 code."""

    kind: Literal["price"] = "price"
    predicate: PricePredicate
    value: Number
    unit: str = Field(pattern=r"^[A-Z]{3}$")
    per: Per | None = None
    stage: Stage | None = None
    basis: Basis | None = None
    basis_size: int | None = Field(default=None, ge=1)


class DateClaim(ClaimBase):
    """When something happened or will happen to the hardware."""

    kind: Literal["date"] = "date"
    predicate: DatePredicate
    stage: Stage | None = None


Claim = Annotated[HardwareClaim | QuantityClaim | PriceClaim | DateClaim, Field(discriminator="kind")]
CLAIM: TypeAdapter[Claim] = TypeAdapter(Claim)
CLAIM_FIELDS: tuple[str, ...] = tuple(
    dict.fromkeys(
        [
            "kind",
            "predicate",
            *(n for m in (ClaimBase, HardwareClaim, QuantityClaim, PriceClaim, DateClaim) for n in m.model_fields),
        ]
    )
)


def claim_to_dict(claim: Any) -> dict[str, Any]:
    """The claim as plain JSON values, null fields left out."""
    return claim.model_dump(mode="json", exclude_none=True)  # type: ignore[no-any-return]


class Reject(Record):
    """A file or record that was not loaded, and why."""

    path: str
    reason_code: str
    reason: str
    record: int | None = None


class Review(Record):
    """One decision of a fact-checker; reviews are only ever appended."""

    finding_id: str
    decision: Literal["confirm", "dismiss", "flag"]
    note: str | None = None
    reviewer: str | None = None
    decided_at: datetime
    evidence_hash: str | None = None
