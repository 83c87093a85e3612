"""Products that no table has, known by what the text says of them: "la Raspberry Pi 5 costa 145 dollari", "il mini pc MS-S1 Max"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.names.model_names import names_no_model
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.view import View

_LEAST_SAID = 2
"""So many times at least a text has a name without a figure in it that only stands behind a noun."""
_SENTENCE = 80
_END = re.compile(r"[.;!?\n]\s")
_BLANK = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Told:
    """A name, the noun before it, and its maker's id, where the text tells them."""

    name: str
    noun: str | None
    maker: str | None


def told_products(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[Told]:
    """What each such product is called; names of organisations, of listed products and of places are none.

    A name counts where a price or a figure of a specification is told of it, where it stands behind the noun of such a
    product, and where a known company is told as its maker.
    """
    patterns = pack.patterns
    starts = [m.start for m in mentions]
    for pattern in (
        patterns.product.measured,
        patterns.product.beside,
        patterns.product.called,
        patterns.product.of,
        patterns.product.priced,
        patterns.product.typed,
        patterns.product.defined,
        patterns.product.cell,
    ):
        cells = pattern is patterns.product.cell
        for match in _cells(view.text, pack, mentions) if cells else pattern.finditer(view.text):
            start, end = match.span("name")
            first = bisect_left(starts, match.start())
            inside = mentions[max(0, first - 1) : bisect_left(starts, match.end() + 1)]
            taken = [m for m in inside if m.start < end and start < m.end]
            maker = _maker_in_name(taken, start, end)
            if taken and maker is None:
                continue
            start = _BLANK.match(view.text, maker.end).end() if maker else start  # type: ignore[union-attr]
            maker = maker or _maker_beside(inside, match, behind=pattern is patterns.product.of)
            if pattern is patterns.product.typed and maker is None:
                maker = _maker_before(mentions[:first], view.text, match.start())
            if pattern is patterns.product.of and maker is None:
                continue
            name = view.text[start:end]
            maker_id = _id_of(maker)
            if pattern is patterns.product.typed and maker is None:
                maker_id = _unknown_maker(view.text, pack, match.start())
            if (
                name
                and not names_no_model(name)
                and (cells or _is_sure(view.text, name, match, of_maker=maker is not None))
            ):
                yield Told(name, match.groupdict().get("noun"), maker_id)


def _cells(text: str, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[re.Match[str]]:
    """The first cells of the rows of each table whose first column names products, and not its header."""
    for head in pack.patterns.product.column.finditer(text):
        at = head.end()
        if any(m.type == "hardware" and head.start() <= m.start < at for m in mentions):
            continue
        while "|" in text[at : (end := text.find("\n", at) if "\n" in text[at:] else len(text))]:
            cell = pack.patterns.product.cell.match(text, at, end)
            if cell:
                yield cell
            at = end + 1


def topic_names(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[str]:
    """What the machine is called that an article on supercomputers speaks of: "Si chiama Zafferana"."""
    if any(m.kind in SITE_KINDS for m in mentions) or pack.patterns.product.computing.search(view.text):
        for match in pack.patterns.product.topic.finditer(view.text):
            start, end = match.span("name")
            if not any(m.start < end and start < m.end for m in mentions):
                yield match["name"]


def headed_by_code_names(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[tuple[str, int]]:
    """Names in headings that tell behind a comma what is called so ("Canis, quella da borsetta"), in a text on code names; each with its place."""
    topic = pack.patterns.topic
    if topic.code_names.search(view.text) is None:
        return
    for match in topic.named_heading.finditer(view.text):
        start, end = match.span("name")
        if not any(m.start < end and start < m.end for m in mentions):
            yield match["name"], start


def told_in_order(view: View, pack: LanguagePack, mentions: Sequence[Mention]) -> Iterator[tuple[str, int]]:
    """The names of one chip after the other: "due chip. Il primo, Lushan, … Il secondo, Huashan, …"; each with its place."""
    for match in pack.patterns.topic.one_of_several.finditer(view.text):
        for group in ("name", "second"):
            start, end = match.span(group)
            if start >= 0 and not any(m.start < end and start < m.end for m in mentions):
                yield match[group], start


def _maker_before(before: Sequence[Mention], text: str, at: int) -> Mention | None:
    """The company that the sentence names last before the product: "SpacemiT ha in forno il K3"."""
    last = next((m for m in reversed(before) if m.kind == "company"), None)
    near = last is not None and at - last.end <= _SENTENCE and not _END.search(text, last.end, at)
    return last if near else None


def _unknown_maker(text: str, pack: LanguagePack, at: int) -> str | None:
    """A name that nobody lists and that opens the sentence as the subject of a verb of making or showing."""
    before = pack.patterns.product.maker_subject.search(text, max(0, at - _SENTENCE), at)
    return before["name"].lower() if before and not _END.search(text, before.end(), at) else None


def _is_sure(text: str, name: str, match: re.Match[str], *, of_maker: bool) -> bool:
    """Whether the name is a product's: a figure in it, a statement that only products have, or a noun and said again."""
    groups = match.groupdict()
    if any(c.isdigit() for c in name) or groups.get("sure"):
        return True
    return (of_maker or bool(groups.get("noun"))) and len(re.findall(rf"\b{re.escape(name)}\b", text)) >= _LEAST_SAID


def _maker_in_name(taken: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The company that the name begins with, where nothing else of it is known: "il Broadcom BCM2712"."""
    only = taken[0] if len(taken) == 1 else None
    return only if only and only.kind == "company" and only.start == start and only.end < end else None


def _maker_beside(inside: Sequence[Mention], match: re.Match[str], *, behind: bool) -> Mention | None:
    """The company that the stretch names before the product, or right behind it."""
    makers = [m for m in inside if m.kind == "company"]
    if behind:
        return next((m for m in makers if m.start == match.end()), None)
    return next((m for m in makers if match.start() <= m.start and m.end <= match.end()), None)


def _id_of(maker: Mention | None) -> str | None:
    if maker is None:
        return None
    return maker.id if maker.known else "-".join(maker.name.lower().split())
