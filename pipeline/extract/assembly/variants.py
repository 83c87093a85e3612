"""Versions of listed products that the model does not have: "Steam Deck OLED", "H100 NVL"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from pipeline.extract.assembly.reading import WEAK_KINDS
from pipeline.extract.mentions import Mention
from pipeline.text.view import View

_VERSION = re.compile(
    r"(?: (?:OLED|NVL|Super|Lite|Mini|Plus|Max|Ultra|Pro|SE|FE|Nano|Slim|Duo|XL|XT|XTX|GRE|Ti|Laptop|Mobile))+(?![\w-])"
)
_NO_PRODUCT = SITE_KINDS | TECHNOLOGY_KINDS | WEAK_KINDS | {"die", "superchip"}


def find_variants(view: View, mentions: Sequence[Mention], listed: Container[str]) -> list[Mention]:
    """The mentions, those of products whose name goes on with the words of a version standing for that version."""
    found: list[Mention] = []
    for at, mention in enumerate(mentions):
        version = _VERSION.match(view.text, mention.end) if mention.type == "hardware" and mention.known else None
        free = at + 1 == len(mentions) or version is None or mentions[at + 1].start >= version.end()
        if version is None or not free or mention.kind in _NO_PRODUCT:
            found.append(mention)
            continue
        slug = f"{mention.id}{version[0].replace(' ', '-').lower()}"
        name = f"{mention.name}{version[0]}"
        found.append(replace(mention, end=version.end(), id=slug, name=name, known=slug in listed))
    return found
