"""Versions of listed products that the model does not have: "Steam Deck OLED", "H100 NVL"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from pipeline.extract.assembly.reading import WEAK_KINDS
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.extract.pattern_groups.product_names import VersionPatterns
from pipeline.text.view import View

_VERSION = re.compile(
    r"(?: (?:OLED|NVL|Super|Lite|Mini|Plus|Max|Ultra|Pro|SE|FE|Nano|Slim|Duo|XL|XT|XTX|GRE|Ti|Laptop|Mobile))+(?![A-Za-z0-9À-ÿ_-])"
)
_LAPTOP = "-laptop"
_ENDING = re.compile(r"(?:-(?:pro|max|ultra|plus|x))+$")
"""The words of a version at the end of an id."""
_CHIPS = frozenset({"soc", "cpu", "gpu"})
_NEAR = 200
"""So many characters before such a word its product stands at most."""
_NO_PRODUCT = SITE_KINDS | TECHNOLOGY_KINDS | WEAK_KINDS | {"die", "superchip"}


def find_variants(view: View, pack: LanguagePack, mentions: Sequence[Mention], listed: Container[str]) -> list[Mention]:
    """The mentions, those of products whose name goes on with the words of a version standing for that version.

    A version that stands alone (Pro版) is one of the product named last in its paragraph.
    """
    return _with_versions_alone(view.text, pack.patterns.version, _lengthened(view.text, mentions, listed), listed)


def _with_versions_alone(
    text: str, patterns: VersionPatterns, mentions: Sequence[Mention], listed: Container[str]
) -> list[Mention]:
    found = list(mentions)
    for match in patterns.alone.finditer(text):
        start, end = match.start("version"), match.end()
        products = [m for m in mentions if m.type == "hardware" and m.kind not in _NO_PRODUCT and m.start < end]
        if patterns.of_chip.match(text, end):
            products = [m for m in products if m.kind in _CHIPS] or products
        last = products[-1] if products else None
        if last is None or last.end > start or start - last.end > _NEAR or "\n" in text[last.end : start]:
            continue
        version = match["version"].lower()
        base = last.id.removesuffix(f"-{version}")
        slug = f"{base}-{version}"
        if match["plain"]:
            found += _plain_ones(text, match, last)
        found.append(replace(last, start=start, end=end, id=slug, name=match[0], known=slug in listed, parts=()))
    found += _forms_alone(text, patterns, mentions, listed)
    plain = [m for m in _plain_alone(text, patterns, mentions, listed) if all(m.start != f.start for f in found)]
    return sorted([*found, *plain], key=lambda m: m.start)


def _forms_alone(
    text: str, patterns: VersionPatterns, mentions: Sequence[Mention], listed: Container[str]
) -> list[Mention]:
    """RTX 5050 … 笔电版搭载…，桌面版却是…: the versions of the card named last in the paragraph, where it is told to have both."""
    forms = list(patterns.form.finditer(text))
    if not any(match["laptop"] for match in forms):
        return []
    found = []
    for match in forms:
        start, end = match.span()
        cards = [m for m in mentions if m.kind == "gpu" and m.start < end]
        last = cards[-1] if cards else None
        if last is None or start - last.end <= 1 or start - last.end > _NEAR or "\n" in text[last.end : start]:
            continue
        slug = last.id.removesuffix(_LAPTOP) + (_LAPTOP if match["laptop"] else "")
        found.append(replace(last, start=start, end=end, id=slug, name=match[0], known=slug in listed, parts=()))
    return found


def _plain_alone(
    text: str, patterns: VersionPatterns, mentions: Sequence[Mention], listed: Container[str]
) -> list[Mention]:
    """Mate 80 Pro Max … 标准版用的则是麒麟9020: the plain version of the product named last in its paragraph."""
    found = []
    for match in patterns.plain.finditer(text):
        start, end = match.span("name")
        before = [m for m in mentions if m.type == "hardware" and m.kind == "system" and m.end <= start]
        last = before[-1] if before else None
        base = _ENDING.sub("", last.id) if last else ""
        if last is None or base == last.id or "\n" in text[last.end : start] or start - last.end > _NEAR:
            continue
        found.append(replace(last, start=start, end=end, id=base, name=match["name"], known=base in listed, parts=()))
    return found


def _plain_ones(text: str, match: re.Match[str], product: Mention) -> list[Mention]:
    """标准版和Pro版 … 标准版售价…: the word for the plain version stands for the product from there on, within the paragraph."""
    end = text.find("\n", match.end())
    places = re.finditer(match["plain"], text[match.start() : end if end >= 0 else len(text)])
    return [
        replace(product, start=match.start() + m.start(), end=match.start() + m.end(), name=m[0], parts=())
        for m in places
    ]


def _lengthened(text: str, mentions: Sequence[Mention], listed: Container[str]) -> list[Mention]:
    found: list[Mention] = []
    for at, mention in enumerate(mentions):
        version = _VERSION.match(text, mention.end) if mention.type == "hardware" and mention.known else None
        free = at + 1 == len(mentions) or version is None or mentions[at + 1].start >= version.end()
        if version is None or not free or mention.kind in _NO_PRODUCT:
            found.append(mention)
            continue
        slug = f"{mention.id}{version[0].replace(' ', '-').lower()}"
        name = f"{mention.name}{version[0]}"
        found.append(replace(mention, end=version.end(), id=slug, name=name, known=slug in listed))
    return found
