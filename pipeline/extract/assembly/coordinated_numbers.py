"""Model numbers that take the rest of their name from the product before them: 昇腾960和970."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from models.hardware.schema import Product
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View

_NUMBERED = re.compile(r"(?P<stem>[a-z].*-)(?P<letters>[a-z]{0,3})(?P<digits>\d{2,4})[a-z]{0,2}")
"""The id of a product whose name ends with its model number."""
_NEXT = re.compile(
    r"\s*(?:、|和|与|及|以及|/|或)\s*(?P<name>(?P<letters>[A-Z]{0,3})(?P<digits>\d{2,4})(?:[A-Z]{1,2}(?![A-Za-z]))?)"
    r"(?![A-Za-z\d.,%]|\s*(?:多|余|来)?(?:[万亿千百颗张块片枚台个套组座只件部年月日号元美瓦核纳奈层位倍度人家架柜卡天种]|小时|分钟|兆))"
)
"""A second number behind it that counts nothing."""
_LEAST_DIGITS = 3
"""A number of fewer digits needs its letters to be a name."""


def find_coordinated_numbers(
    view: View, pack: LanguagePack, mentions: Sequence[Mention], listed: Mapping[str, Product]
) -> list[Mention]:
    """The mentions with those of products that only their number names, behind another one of their line, by place.

    The number has as many digits as the one before. `listed` are the model's products by id.
    """
    if pack.spaced:
        return list(mentions)
    found: list[Mention] = []
    taken = {m.start for m in mentions}
    for mention in mentions:
        numbered = _NUMBERED.fullmatch(mention.id) if mention.type == "hardware" else None
        at = mention.end
        while numbered and (match := _NEXT.match(view.text, at)):
            if not _is_like(match, numbered) or match.start("name") in taken:
                break
            letters = "" if match["letters"] else numbered["letters"]
            found.append(_of_line(numbered["stem"] + letters + match["name"].lower(), match, mention, listed))
            at = match.end("name")
    return sorted([*mentions, *found], key=lambda m: m.start)


def _is_like(match: re.Match[str], numbered: re.Match[str]) -> bool:
    """Whether the number is written as the one before: as many digits, and the same letters or, from three digits on, none."""
    letters, digits = match["letters"].lower(), match["digits"]
    if len(digits) != len(numbered["digits"]):
        return False
    return letters == numbered["letters"] if letters else len(digits) >= _LEAST_DIGITS


def _of_line(identifier: str, match: re.Match[str], like: Mention, listed: Mapping[str, Product]) -> Mention:
    start, end = match.span("name")
    product = listed.get(identifier)
    if product:
        return Mention(start, end, product.id, product.name, "hardware", product.kind)
    return Mention(start, end, identifier, match["name"], "hardware", like.kind, known=False)
