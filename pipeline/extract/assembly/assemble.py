"""All sentences of an article, in order, to claims."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from models.records import CLAIM, Claim
from models.values import Value
from pipeline.extract.assembly.attributes import read_attributes
from pipeline.extract.assembly.baseline import look_back
from pipeline.extract.assembly.context import (
    Holders,
    find_holder,
    find_modality,
    find_polarity,
    find_source,
    find_speakers,
    needs_holder,
)
from pipeline.extract.assembly.counts import read_counts
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.events import read_events
from pipeline.extract.assembly.figures import read_figures
from pipeline.extract.assembly.prices import read_prices
from pipeline.extract.assembly.ratios import read_ratios
from pipeline.extract.assembly.reading import TECHNOLOGY_KINDS, Sentence
from pipeline.extract.assembly.roles import set_aside
from pipeline.extract.assembly.subjects import Discourse
from pipeline.extract.mentions import Mention
from pipeline.text.view import View

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
    lead = next((s.block_index for s in sentences if s.block.kind == "paragraph"), -1)
    claims: list[Claim] = []
    for sentence in sentences:
        drafts = _read(sentence, discourse)
        speakers = find_speakers(sentence)
        for draft in drafts:
            _complete(draft, speakers, holders, published)
        _link_deal(drafts, len(claims))
        zone = _ZONES.get(sentence.block.kind, "lead" if sentence.block_index == lead else "body")
        for draft in drafts:
            claims.extend(_claims(draft, view, zone))
        _advance(sentence, drafts, discourse, holders, speakers)
    return sorted(claims, key=lambda c: (c.start, c.end, c.predicate, c.hardware or ""))


def _read(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    set_aside(sentence)
    drafts = read_counts(sentence, discourse)
    taken = {id(d.value) for d in drafts}
    drafts += [d for d in read_figures(sentence, discourse) if id(d.value) not in taken]
    drafts += read_prices(sentence, discourse)
    drafts += read_ratios(sentence, discourse)
    drafts += read_attributes(sentence, discourse)
    dates, scopes = read_events(sentence, discourse)
    _scope(drafts, scopes, sentence)
    return drafts + dates


def _scope(drafts: list[Draft], scopes: list[Value], sentence: Sentence) -> None:
    """A date that tells of no event says when the figures of its sentence held."""
    for scope in scopes:
        if scope.timex is None:
            continue
        for draft in drafts:
            if draft.kind in {"quantity", "price"} and draft.start > scope.start:
                draft.fields["as_of"] = scope.timex
        if not any(d.start > scope.start for d in drafts):
            clause = sentence.clause(scope.start)
            for draft in drafts:
                if draft.kind in {"quantity", "price"} and clause[0] <= draft.start < clause[1]:
                    draft.fields.setdefault("as_of", scope.timex)


def _complete(draft: Draft, speakers: list[Mention], holders: Holders, published: date | None) -> None:
    if "baseline" in draft.fields:
        draft.fields["baseline"] = look_back(draft.fields["baseline"], draft.fields.get("as_of"), published)
    draft.fields["modality"] = find_modality(draft)
    draft.fields["polarity"] = find_polarity(draft)
    source = find_source(draft, speakers)
    if source:
        draft.fields["source"] = source
    if needs_holder(draft):
        holder = find_holder(draft, holders)
        if holder:
            draft.fields["holder"] = holder.name
    if draft.predicate == "unit_count" and draft.fields.get("event") is None:
        draft.fields["event"] = "own" if "holder" in draft.fields else "other"


def _link_deal(drafts: list[Draft], number: int) -> None:
    """Count, price, total and term of one order share a `deal`."""
    parts = [
        d for d in drafts
        if d.fields.get("event") == "order" or d.predicate in {"order_value", "order"}
        or (d.predicate in {"unit_price", "rental_price"} and any(x.fields.get("event") == "order" for x in drafts))
    ]  # fmt: skip
    if len({d.predicate for d in parts}) > 1:
        for draft in parts:
            draft.fields["deal"] = f"d{number}"


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
