"""Products that only the number of their line names, where another one of the line is named in full: 昇腾960和970, "la B50", "il 9965"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS, Product
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View

_NUMBERED = re.compile(r"(?P<stem>[a-z].*-)(?P<letters>[a-z]{0,3})(?P<digits>\d{2,4})(?P<suffix>[a-z]{0,2})")
"""The id of a product whose name ends with its number."""
_LETTERED = re.compile(
    r"(?<![A-Za-z\d.,/+&-])(?P<name>(?P<letters>[A-Z]{1,3})(?P<digits>\d{2,4})(?P<suffix>[A-Z]{0,2})"
    r"(?: (?:Pro|Max|Ultra|Plus|Mini|Lite|XT|Ti|Super))*)(?![A-Za-z\d+-]|[.,]\d)"
)
_VERSION = re.compile(
    r"(?<![A-Za-z\d.,/+&-])(?<![A-Za-z\d] )(?P<name>(?P<number>[A-Z]?\d{1,3}[A-Z]?)(?: (?:Pro|Max|Ultra|Plus|Mini|Lite|XT|XTX|Ti|Super))+)(?![\w-])"
)
_GENERATION = re.compile(r"(?P<stem>[a-z].*-)(?P<letter>[a-z])\d")
"""The id of a product whose name ends with a letter and the figure of its generation: "google-tensor-g6"."""
_EARLIER = re.compile(
    r"(?:(?<=\b[Ll]a )|(?<=\b[Ii]l )|(?<=\b[Dd]ella )|(?<=\b[Dd]el )|(?<=\b[Aa]lla )|(?<=\b[Aa]l )|(?<=\bl['’]))(?P<name>(?P<letter>[A-Z])\d)(?![\w-]|[.,]\d)"
)
_LEAST_DIGITS = 3
"""A number of fewer digits needs its letters to be a name."""
_ROUND = 10
_ANY = "X"
"""A digit that is not told."""
_NO_LINE = SITE_KINDS | TECHNOLOGY_KINDS | {"architecture", "die"}


def find_line_numbers(
    view: View, pack: LanguagePack, mentions: Sequence[Mention], listed: Mapping[str, Product]
) -> list[Mention]:
    """The mentions with those of products that only their number names, by place.

    The number is written as that of the product named in full: with its letters and as many digits, or without letters
    right behind it or behind a word that makes it a name. `listed` are the model's products by id; a number that ends the
    name of a listed product of another line is none of these.
    """
    products = [m for m in mentions if m.type == "hardware" and m.kind not in _NO_LINE]
    if not products:
        return list(mentions)
    found = {m.start: m for m in _next_ones(view.text, pack, products, listed)}
    taken = sorted((m.start, m.end) for m in (*mentions, *found.values()))
    for mention in (*_lettered(view.text, products, listed), *_alone(view.text, pack, products, listed)):
        if all(mention.end <= start or end <= mention.start for start, end in taken):
            found.setdefault(mention.start, mention)
    return sorted([*mentions, *found.values()], key=lambda m: m.start)


def _next_ones(
    text: str, pack: LanguagePack, products: Sequence[Mention], listed: Mapping[str, Product]
) -> Iterator[Mention]:
    """昇腾960和970: numbers coordinated with the product before them."""
    taken = {m.start for m in products}
    for product in products:
        numbered = _NUMBERED.fullmatch(product.id)
        at = product.end
        while numbered and (match := pack.patterns.product.number_next.match(text, at)):
            letters, digits = match["letters"].lower(), match["digits"]
            alike = letters == numbered["letters"] if letters else len(digits) >= _LEAST_DIGITS
            if not alike or len(digits) != len(numbered["digits"]) or match.start("name") in taken:
                break
            before = "" if match["letters"] else numbered["letters"]
            yield _of_line(numbered["stem"] + before + match["name"].lower(), match, product, listed)
            at = match.end("name")


def _lettered(text: str, products: Sequence[Mention], listed: Mapping[str, Product]) -> Iterator[Mention]:
    """B50 beside Arc Pro B60, S70 beside MTT S80."""
    lines: dict[tuple[str, int], tuple[str, Mention]] = {}
    for product in products:
        numbered = _NUMBERED.fullmatch(product.id)
        if numbered and numbered["letters"]:
            lines.setdefault((numbered["letters"], len(numbered["digits"])), (numbered["stem"], product))
    yield from _versions(text, products, listed)
    yield from _other_generations(text, products, listed)
    for match in _LETTERED.finditer(text) if lines else ():
        letters, digits = match["letters"].lower(), len(match["digits"])
        open_end = digits + 1 if match["suffix"] == _ANY else digits  # BR20X beside BR106
        stem, like = lines.get((letters, digits)) or lines.get((letters, open_end)) or ("", None)
        if like and not _is_elsewhere(match["name"], stem, listed):
            yield _of_line(stem + match["name"].lower().replace(" ", "-"), match, like, listed)


def _other_generations(text: str, products: Sequence[Mention], listed: Mapping[str, Product]) -> Iterator[Mention]:
    """ "Del G5" beside Tensor G6: behind an article, another generation of the one line with that letter."""
    lines: dict[str, dict[str, Mention]] = {}
    for product in products:
        generation = _GENERATION.fullmatch(product.id)
        if generation:
            lines.setdefault(generation["letter"], {}).setdefault(generation["stem"], product)
    for match in _EARLIER.finditer(text) if lines else ():
        stems = lines.get(match["letter"].lower(), {})
        if len(stems) == 1:
            stem, like = next(iter(stems.items()))
            yield _of_line(stem + match["name"].lower(), match, like, listed)


def _versions(text: str, products: Sequence[Mention], listed: Mapping[str, Product]) -> Iterator[Mention]:
    """15 Ultra beside 小米15, "il 16 Pro" beside iPhone 16: a listed version of a line by its number."""
    for match in _VERSION.finditer(text):
        number, ending = match["number"].lower(), match["name"].lower().replace(" ", "-")
        for product in products:
            stem, dash, _ = product.id.partition(f"-{number}")
            identifier = f"{stem}-{ending}"
            if dash and identifier in listed:
                yield _of_line(identifier, match, product, listed)
                break


def _alone(
    text: str, pack: LanguagePack, products: Sequence[Mention], listed: Mapping[str, Product]
) -> Iterator[Mention]:
    """ "Ascend 950PR … il 960", "degli EPYC … il 9965": a bare number that nothing follows which it could count."""
    for match in pack.patterns.product.number_alone.finditer(text):
        for product in reversed([m for m in products if m.end <= match.start("name")]):
            numbered = _NUMBERED.fullmatch(product.id)
            stem = numbered["stem"] if numbered and not numbered["letters"] else f"{product.id}-"
            identifier = stem + match["name"].lower()
            if identifier in listed or (numbered and not numbered["letters"] and _is_next_round(match, numbered)):
                yield _of_line(identifier, match, product, listed)
                break


def _is_next_round(match: re.Match[str], numbered: re.Match[str]) -> bool:
    """Whether an unlisted number of three digits ends in a nought as those of its line do: 960 beside 950."""
    digits = re.match(r"\d+", match["name"])
    number = digits[0] if digits else ""
    alike = len(number) == len(numbered["digits"]) == _LEAST_DIGITS
    return alike and int(number) % _ROUND == 0


def _of_sister_line(name: str, like: Mention, listed: Mapping[str, Product]) -> Product | None:
    """9600X beside Ryzen 7 9700X is a Ryzen 5: the only product of the maker and the kind whose name ends so."""
    maker, ending = like.id.split("-")[0], f"-{name.lower()}"
    ended = [
        p for p in listed.values() if p.kind == like.kind and p.id.endswith(ending) and p.id.startswith(f"{maker}-")
    ]
    return ended[0] if len(ended) == 1 else None


def _is_elsewhere(name: str, stem: str, listed: Mapping[str, Product]) -> bool:
    """Whether the number ends the name of a listed product, but of none of this line."""
    own = name.lower().replace(" ", "-")
    ending = f"-{own}"
    return stem + own not in listed and any(identifier.endswith(ending) for identifier in listed)


def _of_line(identifier: str, match: re.Match[str], like: Mention, listed: Mapping[str, Product]) -> Mention:
    start, end = match.span("name")
    product = listed.get(identifier) or _of_sister_line(match["name"], like, listed)
    if product:
        return Mention(start, end, product.id, product.name, "hardware", product.kind)
    return replace(like, start=start, end=end, id=identifier, name=match["name"], known=False, parts=())
