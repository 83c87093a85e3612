"""Products that are called by their makers: "la Sapphire" and "la scheda AMD", where one product of that maker has been named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from pipeline.extract.assembly.reading import WEAK_KINDS
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View

_NO_PRODUCT = SITE_KINDS | TECHNOLOGY_KINDS | WEAK_KINDS | {"die"}
_MAKERS_NAME = re.compile(
    r"(?:^|(?<=[\n|•*–-] )|(?<=[\n|•*])|(?<=\bl['’])|(?<=\b[LlDd]a )|(?<=\b[Ii]l ))(?P<maker>[A-Z][A-Za-z-]{2,})(?: [A-Z][A-Za-z-]+){0,2} $"
)
"""What stands before a product's name in a cell, an item or behind an article: the maker of the card, and its line."""
_BEFORE = 48
_GRAPHICS = frozenset({"gpu", "accelerator", "board"})
_PROCESSORS = frozenset({"cpu", "soc"})
_KINDS = {
    "gpu": _GRAPHICS,
    "card": _GRAPHICS,
    "cpu": _PROCESSORS,
    "chip": _GRAPHICS | _PROCESSORS | {"superchip"},
    "console": frozenset({"console"}),
    "device": frozenset({"system", "console"}),
}
_ANY_KIND = frozenset[str]().union(*_KINDS.values())
_BETWEEN = re.compile(r" (?:[A-Z][A-Za-z-]+ ){0,3}")
"""Between a maker and the chip that gives the card its name: "Sapphire Pulse RX 9060 XT"."""


def find_makers_products(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of makers that stand for a product being such of the product, by place.

    A chip's maker does where the words around its name only suit a product or its article is masculine, as no company's is, a
    maker of cards unless they only suit a company.
    """
    if not pack.spaced:
        return list(mentions)
    products = list(_made(view.text, mentions))
    found = [m for m in _called(view.text, pack, mentions, products) if m]
    if not found:
        return list(mentions)
    taken = {(m.start, m.end) for m in found}
    kept = [m for m in mentions if (m.start, m.end) not in taken]
    return sorted([*kept, *found], key=lambda m: m.start)


def _made(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention, bool]]:
    """Who makes each product, in lower case, the product, and whether he makes the card or machine and not its chip."""
    for at, product in enumerate(mentions):
        if product.type != "hardware" or product.kind in _NO_PRODUCT:
            continue
        maker, _, _ = product.id.partition("-")
        yield maker, product, not product.known
        before = mentions[at - 1] if at else None
        if before and before.kind == "company" and _BETWEEN.fullmatch(text, before.end, product.start):
            yield before.id, product, before.id != maker
            continue
        told = _MAKERS_NAME.search(text[max(0, product.start - _BEFORE) : product.start])
        if told:
            yield told["maker"].lower(), product, True


def _called(
    text: str, pack: LanguagePack, mentions: Sequence[Mention], products: Sequence[tuple[str, Mention, bool]]
) -> Iterator[Mention]:
    companies = {m.start: m for m in mentions if m.kind == "company"}
    named = {m.start for m in mentions if m.type == "hardware"}
    topic = pack.patterns.topic
    hardware = [m for m in mentions if m.type == "hardware" and m.kind not in _NO_PRODUCT]
    last: Mention | None = None
    for match in topic.makers_product.finditer(text):
        start, end = match.span("name")
        company = companies.get(start)
        if start in named or end + 1 in named or (company and company.end != end):
            continue
        maker = company.id if company else match["name"].lower()
        before = [(p, own) for key, p, own in products if key == maker and p.end <= start]
        if match["that"]:
            nearest = next((m for m in reversed(hardware) if m.end <= start), None)
            before = [(p, own) for p, own in before if nearest and p.kind == nearest.kind and p.id != nearest.id]
        if match["noun"]:
            kinds = _kinds(match["noun"], pack)
            before = [(p, own) for p, own in before if p.kind in kinds]
        chosen = _only(before, text.rfind("\n", 0, start), last)
        if chosen is None:
            continue
        product, of_card = chosen
        told = match["noun"] or match["that"] or match["masculine"] or topic.product_behind.match(text, end)
        told = told or topic.product_before.search(text, max(0, match.start() - _BEFORE), match.start())
        if told or (of_card and not topic.company_behind.match(text, end)):
            last = replace(product, start=start, end=end, parts=())
            yield last


def _only(made: Sequence[tuple[Mention, bool]], paragraph: int, last: Mention | None) -> tuple[Mention, bool] | None:
    """The one of a maker's products that is meant: his only one, his only one in the paragraph, or the one of the last one's kind."""
    here = [m for m in made if m[0].start > paragraph]
    alike = [m for m in made if last and last.start > paragraph and m[0].kind == last.kind]
    for among in (made, here, alike):
        if len({product.id for product, _ in among}) == 1:
            return among[-1]
    return None


def _kinds(noun: str, pack: LanguagePack) -> frozenset[str]:
    """What a noun may stand for; everything where it tells no kind ("il modello")."""
    label = next((c.label for c in pack.lexicon.find(f"la {noun} il {noun}") if c.category == "topic"), "")
    return _KINDS.get(label, _ANY_KIND)
