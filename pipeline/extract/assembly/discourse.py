"""What an article has been talking about so far, for the sentences that lean on the ones before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from models.values import Value
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.mentions import Mention

_RECENT = 4


@dataclass(slots=True)
class Discourse:
    """What the article has been talking about so far."""

    lead: list[Mention] = field(default_factory=list)
    """The one product that the first sentence below the title names that names any: what a title without one is about."""

    title: list[Mention] = field(default_factory=list)
    heading: list[Mention] = field(default_factory=list)
    section: list[Mention] = field(default_factory=list)
    """The product that the section is about, where its heading is one of `sections`."""

    sections: frozenset[int] = frozenset()
    """The blocks of the headings that are nothing but a product's name, with its story below."""

    focus: list[Mention] = field(default_factory=list)
    topic: Mention | None = None
    """The technology, process or product that was named last."""

    foundry: str | None = None
    """The foundry that was named last, by its id."""

    rent: str | None = None
    """The period of the rent that was told last, while rents are being told."""
    previous: list[Mention] = field(default_factory=list)
    """The products of the last sentence that named any, in order: what "the former" and "the latter" point at."""

    compared: list[Mention] = field(default_factory=list)
    """The products of the same sentence with those that were only compared against: 后者 may be one of these."""

    pair: list[Mention] = field(default_factory=list)
    """What 前者 or 后者 has been taken from last, for the other one a sentence later."""

    servers: bool = False
    """Whether servers have been spoken of: a machine that is counted is one."""

    tendered: bool = False
    """Whether a deal or a tender has been spoken of: what a table lists is bought."""

    devices: bool = False
    """Whether computers or telephones have been spoken of as goods: what is shipped without a name is these."""

    lot: tuple[str, int] | None = None
    """The label of the lot that is being told of, and its block."""

    lots: dict[str, Mention | None] = field(default_factory=dict)
    """The products of a tender's lots, by the lot's label; None while a lot's is not named."""

    recent: list[Mention] = field(default_factory=list)
    """The products of late, each once, the last named last."""

    met: dict[str, Mention] = field(default_factory=dict)
    """All products so far by id, in the order in which they were first named."""

    of_kind: dict[str, Mention] = field(default_factory=dict)
    """The product of each kind that was named last, the last of all standing last."""

    parts: list[Mention] = field(default_factory=list)
    """What has been counted as a part of something, or only compared against, the last first."""

    told: list[Draft] = field(default_factory=list)
    """The figures of the sentence before, by place."""

    told_in_block: list[Draft] = field(default_factory=list)
    """The figures of the paragraph so far, or of the list, by place."""

    dated: tuple[str, list[Mention]] | None = None
    """The event that was dated last, and of what."""

    inside: frozenset[str] = frozenset()
    """The chips that are inside the device without a name that is being talked about, by id."""

    reporting: Value | None = None
    """The period whose results are being told."""

    currency: str | None = None
    """The currency of the last amount of money."""

    home_currency: str | None = None
    """The currency that a price without one is told in, where the language tells prices so."""

    amounts: Mapping[Decimal, str] = field(default_factory=dict)
    """The amounts that the article gives with a currency anywhere."""

    understood: dict[Decimal, str] = field(default_factory=dict)
    """The currencies that amounts without one have been read in."""

    price_levels: dict[int, str] = field(default_factory=dict)
    """Where the bare numbers stand that tell a price or a rent again, and which: "ieri il cartellino diceva 419"."""

    usual_amount: str | None = None
    """What most of the article's words for money tell of, where one sort stands out: revenue, funding, investment …"""

    prices: bool = False
    """Whether prices are being told: a rise without another word is one of prices."""

    goods: bool = False
    """Whether the article speaks of memory as goods, which no product stands for."""

    sales: bool = False
    """Whether a company's revenue has been told: an item of a list with a bare amount is a part of it."""

    sited: bool = False
    """Whether a computing centre, a cluster or a plant has been spoken of."""

    asked: str | None = None
    """What amount the sentence before has asked for."""

    money: str | None = None
    """What the last amount was, while a company's amounts are told in its block or its list."""

    def name(self, products: list[Mention]) -> None:
        """Takes note of the products that a sentence names."""
        self.previous = distinct(products)
        self.pair = [] if len(self.previous) > 1 else self.pair
        named = {m.id for m in products}
        self.recent = [*(m for m in self.recent if m.id not in named), *self.previous][-_RECENT:]
        for product in products:
            self.met.setdefault(product.id, product)
            self.of_kind.pop(product.kind, None)
            self.of_kind[product.kind] = product

    def topics(self) -> list[list[Mention]]:
        """What the article may be talking about, the likeliest first."""
        return [self.focus, self.heading, self.title, self.recent[-1:]]

    def enter_heading(self, products: list[Mention]) -> None:
        self.heading = products[:1]
        if products:
            self.focus = products[:1]


def distinct(mentions: list[Mention]) -> list[Mention]:
    """The mentions without those that name a product again."""
    return list({m.id: m for m in reversed(mentions)}.values())[::-1]
