"""All sentences of an article, in order, to claims."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from models.records import CLAIM, Claim
from pipeline.extract.assembly.attributes import read_attributes
from pipeline.extract.assembly.completion import complete, grounded, link_deal, scope
from pipeline.extract.assembly.context import Holders, find_speakers
from pipeline.extract.assembly.counts import read_counts
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.ellipsis import read_elided
from pipeline.extract.assembly.events import read_events
from pipeline.extract.assembly.figures import read_figures
from pipeline.extract.assembly.prices import read_prices
from pipeline.extract.assembly.ratios import read_ratios
from pipeline.extract.assembly.reading import TECHNOLOGY_KINDS, Sentence
from pipeline.extract.assembly.roles import set_aside
from pipeline.extract.assembly.subjects import Discourse
from pipeline.extract.mentions import Mention
from pipeline.text.view import View

_SHORTEST_LEAD = 60
_ZONES = {
    "title": "title",
    "heading": "heading",
    "list": "list",
    "table": "table",
    "caption": "caption",
    "quote": "quote",
}


def assemble(sentences: Sequence[Sentence], view: View, published: date | None) -> list[Claim]:
    """The claims of the sentences, by place; offsets are those of the original text."""
    discourse, holders = Discourse(), Holders()
    lead = next((s.block_index for s in sentences if s.block.kind == "paragraph" and _is_lead(s)), -1)
    claims: list[Claim] = []
    for sentence in sentences:
        drafts = _read(sentence, discourse)
        speakers = find_speakers(sentence)
        for draft in drafts:
            complete(draft, speakers, holders, published)
        drafts = [d for d in drafts if grounded(d)]
        link_deal(drafts, len(claims))
        zone = _ZONES.get(sentence.block.kind, "lead" if sentence.block_index == lead else "body")
        for draft in drafts:
            claims.extend(_claims(draft, view, zone))
        _advance(sentence, drafts, discourse, holders, speakers)
    return sorted(claims, key=lambda c: (c.start, c.end, c.predicate, c.hardware or ""))


def _is_lead(sentence: Sentence) -> bool:
    """Whether this is the opening paragraph, not a byline or a note in brackets before it."""
    length = sentence.block.end - sentence.block.start
    return length >= (_SHORTEST_LEAD if sentence.pack.spaced else _SHORTEST_LEAD // 3)


def _read(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    set_aside(sentence)
    drafts = read_counts(sentence, discourse)
    taken = {id(d.value) for d in drafts}
    drafts += [d for d in read_figures(sentence, discourse) if id(d.value) not in taken]
    drafts += read_prices(sentence, discourse)
    drafts += read_ratios(sentence, discourse)
    drafts += read_elided(sentence, drafts, discourse)
    drafts += read_attributes(sentence, discourse)
    dates, scopes = read_events(sentence, discourse)
    scope(drafts, scopes, sentence)
    return drafts + dates


def _claims(draft: Draft, view: View, zone: str) -> list[Claim]:
    """One claim for each subject; a draft that breaks the contract of a claim is no claim."""
    start, end = view.span(draft.start, draft.end)
    record: dict[str, Any] = {k: v for k, v in draft.fields.items() if v is not None}
    record |= {
        "kind": draft.kind,
        "predicate": draft.predicate,
        "quote": view.original[start:end],
        "start": start,
        "end": end,
        "zone": zone,
        "confidence": round(draft.confidence, 2),
        "extractor": f"{draft.sentence.pack.language}.{draft.rule}",
    }
    if "same_as" in record:
        record["same_as"] = f"a{record['same_as']}"
    claims = []
    for subject in draft.subjects or [None]:
        if subject is not None:
            record |= {"hardware": subject.id, "known": subject.known}
        try:
            claims.append(CLAIM.validate_python(record))
        except ValidationError as error:
            raise AssertionError(f"{draft.rule} built a claim that the contract refuses: {record}: {error}") from error
    return claims


def _advance(
    sentence: Sentence, drafts: list[Draft], discourse: Discourse, holders: Holders, speakers: list[Mention]
) -> None:
    """What the next sentence may lean on: the products last spoken of, and who acted."""
    products = [m for m in sentence.products if m.kind not in TECHNOLOGY_KINDS]
    if sentence.block.kind == "title" and products:
        discourse.title = products[:1]
    if sentence.block.kind in {"title", "heading"}:
        discourse.enter_heading(products)
    elif products:
        discourse.previous = products
        stated = [s for d in drafts if d.kind in {"quantity", "price", "date", "hardware"} for s in d.subjects]
        discourse.focus = [stated[0]] if stated else [products[0]]
    actors = [
        o for o in sentence.organisations
        if o not in speakers and o.kind in {"company", "person", "government", "institution", "cloud", "foundry"}
    ]  # fmt: skip
    if actors:
        holders.last = actors[0]
