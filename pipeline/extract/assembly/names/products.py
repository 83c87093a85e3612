"""Products that the hardware model does not have, found by the words that introduce them: "Europa, un acceleratore"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extract.assembly.names.model_names import (
    heading_products,
    introduced_products,
    made_products,
    maker_of_like,
    named_sites,
)
from pipeline.extract.assembly.names.occurrences import occurrences
from pipeline.extract.assembly.names.told_products import (
    headed_by_code_names,
    told_in_order,
    told_products,
    topic_names,
)
from pipeline.extract.assembly.names.type_numbers import type_numbers
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View

_PURE_FOUNDRIES = frozenset({"tsmc", "smic", "umc", "globalfoundries", "hua-hong", "nexchip", "psmc"})
"""Companies that make no product of their own."""
_MOST = 20
"""So many new names at most: an article introduces a few."""
_VENDOR_REACH = 160
_BEGINNING = 300
_GENERIC = frozenset({"GPU", "CPU", "NPU", "SoC", "SSD", "RAM", "TPU", "FPGA", "ASIC", "HPC", "LED", "USB"})
"""What no product is called alone."""
_OFTEN = 3
"""So many times at least the company is named that an article is about."""
_KINDS = {"gpu": "gpu", "card": "gpu", "cpu": "cpu", "chip": "accelerator", "server": "server", "rack": "rack"}
_SPACED = (r"(?<!\w)(?<!\b[Ii]n )", r"(?!\w)")
_UNSPACED = (r"(?<![A-Za-z\d-])", r"(?![A-Za-z\d])")
_BESIDE_TYPE = 14
_TAIL = re.compile(r"\s+(?:AI|Inc|Corp|Technologies|Technology|Semiconductor|Semiconductors|Computing|Systems)$")


def find_products(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with those of products that words or makers beside them introduce as chips, boards or machines, by place.

    The id is the maker's, where one is named before, and the name's own words; the name counts everywhere in the text
    but behind "in", where it is a place's.
    """
    found: dict[str, Mention] = {}
    patterns = pack.patterns
    last: str | None = None
    for pattern in (
        patterns.product.named,
        patterns.product.apposed,
        patterns.product.possessed,
        patterns.product.introduced,
    ):
        for match in pattern.finditer(view.text):
            start, end = match.span("name")
            if len(found) == _MOST or any(m.start < end and start < m.end for m in mentions):
                continue
            if match["name"] in _GENERIC:
                continue
            kind = _kind(match["noun"] or "", pack)
            name = view.original[slice(*view.span(start, end))]
            maker = match.groupdict().get("maker")
            owner = (
                _subject_before(view.text, mentions, match.start()) if pattern is patterns.product.possessed else None
            )
            vendor = owner or _maker(mentions, start, kind) or (_slug(_TAIL.sub("", maker)) if maker else last)
            found.setdefault(match["name"], _unlisted(name, kind, vendor))
            last = vendor
    for name, mention in (
        *_of_makers(view, pack, mentions),
        *_introduced(view, pack, mentions),
        *_behind_makers(view, pack, mentions),
        *_numbered_ones(view, pack, mentions),
    ):
        found.setdefault(name, mention)
    return _everywhere(view, pack, mentions, found)


def find_told_products(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with those of products that are known only by what the text says of them, by place."""
    found: dict[str, Mention] = {}
    for name, mention in _told(view, pack, mentions, found):
        if len(found) < _MOST:
            found.setdefault(name, mention)
    return _everywhere(view, pack, mentions, found)


def _everywhere(
    view: View, pack: LanguagePack, mentions: Sequence[Mention], found: Mapping[str, Mention]
) -> list[Mention]:
    if not found:
        return list(mentions)
    return sorted(
        [*mentions, *occurrences(view.text, found, _SPACED if pack.spaced else _UNSPACED, mentions)],
        key=lambda m: m.start,
    )


def _told(
    view: View, pack: LanguagePack, mentions: Sequence[Mention], found: Mapping[str, Mention]
) -> Iterator[tuple[str, Mention]]:
    """What is known by what the text says of it, or by what the article's machine is called."""
    for told in told_products(view, pack, mentions):
        whole = " " in told.name and told.name.split()[0].isalpha()
        maker = told.maker or maker_of_like(told.name, mentions, found)
        if not (maker or whole):
            maker = _maker_behind(view.text, told.name, pack, mentions) or _main_maker(mentions)
        yield told.name, _unlisted(told.name, _kind(told.noun or "", pack), maker)
    for name, start in heading_products(view, pack, mentions):
        alone = " " not in name
        like = maker_of_like(name, mentions, found)
        maker = like or (_maker(mentions, start, "system") if alone else None)
        yield name, _unlisted(name, "accelerator", maker)
    for name, owner in named_sites(view, pack, mentions):
        yield name, _unlisted(name, "cluster", _id_of(owner) if owner else None)
    for name in topic_names(view, pack, mentions):
        yield name, _unlisted(name, "supercomputer", None)
    console = any(m.kind == "console" for m in mentions)
    for name, start in headed_by_code_names(view, pack, mentions):
        kind = "console" if console else "accelerator"
        yield name, _unlisted(name, kind, _maker(mentions, start, kind))
    for name, start in told_in_order(view, pack, mentions):
        near = [m for m in _makers_of_products(mentions) if start - _VENDOR_REACH <= m.end <= start]
        maker = _id_of(near[-1]) if near else _usual_maker(mentions) or _main_maker(mentions)
        yield name, _unlisted(name, "accelerator", maker)
    for name, noun, start in type_numbers(view, pack, mentions):
        kind = _kind(noun or "", pack)
        yield name, _unlisted(name, kind, _maker(mentions, start, kind) or _usual_maker(mentions))


def _of_makers(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Beelink EQ14, 佰维X570 PRO: what has its maker's name beside it; what it is a noun near it tells."""
    for made in made_products(view, pack, mentions):
        around = view.text[max(0, made.start - _BESIDE_TYPE) : made.start + len(made.name) + _BESIDE_TYPE]
        nouns = [c for c in pack.lexicon.find(around) if c.category == "noun" and c.label in _KINDS]
        kind = _KINDS[nouns[0].label] if nouns else "accelerator"
        yield made.name, _unlisted(made.name, kind, _id_of(made.maker))


def _introduced(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Tachyum ha svelato Prodigy, processore…: by the verb and the noun beside it, of whom shows it or is named next to it."""
    for new in introduced_products(view, pack, mentions):
        kind = _kind(new.noun or "", pack)
        if isinstance(new.maker, str):
            maker: str | None = _slug(_TAIL.sub("", new.maker))
        else:
            maker = _id_of(new.maker) if new.maker else _maker(mentions, new.start, kind)
        yield new.name, _unlisted(new.name, kind, maker)


def _behind_makers(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """慧荣SM2508主控, 瑞芯微RK3588: a type number right behind a maker, where a word for hardware stands beside it."""
    taken = {m.start for m in mentions if m.type == "hardware"}
    for maker in (m for m in mentions if m.kind == "company" and m.known):
        match = pack.patterns.type_number.of_maker.match(view.text, maker.end)
        if (
            match is None
            or match.start("name") in taken
            or pack.patterns.type_number.not_of_maker.fullmatch(match["name"])
        ):
            continue
        around = view.text[max(0, maker.start - _BESIDE_TYPE) : match.end() + _BESIDE_TYPE]
        nouns = [c for c in pack.lexicon.find(around) if c.category == "noun" and c.label in _KINDS]
        figures = any(c.category == "spec" for c in pack.lexicon.find(around))
        if nouns or figures:
            kind = _KINDS[nouns[0].label] if nouns else "accelerator"
            name = view.original[slice(*view.span(*match.span("name")))]
            yield match["name"], _unlisted(name, kind, maker.id)


def _numbered_ones(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """海光五号预计明年量产: a maker's name and a numeral, where what is told behind it only chips have."""
    for maker in (m for m in mentions if m.kind == "company" and m.known):
        match = pack.patterns.type_number.numeral.match(view.text, maker.end)
        if match:
            name = view.text[maker.end : match.end()]
            yield name, replace(_unlisted(name, "cpu", None), id=f"{maker.id}-{pack.number(match['numeral'])}")


def _kind(noun: str, pack: LanguagePack) -> str:
    """The kind of product that the noun tells."""
    first = next(iter(noun.lower().split()), "")
    if pack.patterns.product.console_noun.fullmatch(first):
        return "console"
    if pack.patterns.product.device_noun.fullmatch(first):
        return "system"
    return next((_KINDS[c.label] for c in pack.lexicon.find(noun) if c.label in _KINDS), "accelerator")


def _slug(words: str) -> str:
    return "-".join(words.lower().split())


def _unlisted(name: str, kind: str, maker: str | None) -> Mention:
    identifier = f"{maker}-{_slug(name)}" if maker else _slug(name)
    return Mention(0, 0, identifier, name, "hardware", kind, known=False)


def _maker(mentions: Sequence[Mention], at: int, kind: str) -> str | None:
    """The id of the company that is named right before the product, else of the one that the text names most often.

    A console next to another one is of the same maker.
    """
    companies = _makers_of_products(mentions)
    beside = [m for m in companies if at - _VENDOR_REACH <= m.end <= at]
    consoles = [m for m in mentions if m.kind == "console" and m.end <= at]
    if kind == "console" and consoles:
        return consoles[-1].id.split("-")[0]
    return _id_of(beside[-1]) if beside else _main_maker(mentions)


def _subject_before(text: str, mentions: Sequence[Mention], at: int) -> str | None:
    """Whose "la sua Rngd" is at the head of a sentence: the first company of the sentence before, that one's subject."""
    head = text.rfind(". ", max(0, at - _VENDOR_REACH), at)
    if head < 0 or text[head + 2 : at].strip():
        return None
    start = max(text.rfind(". ", 0, head), text.rfind("\n", 0, head)) + 1
    own = [m for m in _makers_of_products(mentions) if start <= m.start and m.end <= head]
    return _id_of(own[0]) if own else None


def _makers_of_products(mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind == "company" and m.id not in _PURE_FOUNDRIES]


def _maker_behind(text: str, name: str, pack: LanguagePack, mentions: Sequence[Mention]) -> str | None:
    """The company that is named right behind the product's first mention: "con la T1000, la startup Tensora promette"."""
    end = text.find(name) + len(name)
    behind = next((m for m in mentions if m.start >= end), None)
    to_maker = pack.patterns.product.maker_behind
    near = behind is not None and behind.kind == "company" and to_maker.fullmatch(text, end, behind.start)
    return _id_of(behind) if behind and near else None


def _main_maker(mentions: Sequence[Mention]) -> str | None:
    """The id of the company that the text names most often, else of the only one that its beginning names."""
    companies = _makers_of_products(mentions)
    often = Counter(m.id for m in companies).most_common(1)
    main = [m for m in companies if often[0][1] >= _OFTEN and m.id == often[0][0]]
    first = [m for m in companies if m.start < _BEGINNING]
    alone = first if len({m.id for m in first}) == 1 else []
    return _id_of((main or alone)[0]) if main or alone else None


def _id_of(maker: Mention) -> str:
    return maker.id if maker.known else _slug(_TAIL.sub("", maker.name))


def _usual_maker(mentions: Sequence[Mention]) -> str | None:
    """The maker of the most products that the text names."""
    companies = {m.id for m in mentions if m.kind == "company" and "-" in m.id}
    makers = Counter(
        next((c for c in companies if m.id.startswith(f"{c}-")), m.id.split("-")[0])
        for m in mentions
        if m.type == "hardware" and "-" in m.id
    )
    return makers.most_common(1)[0][0] if makers else None
