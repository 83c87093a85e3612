"""All sentences of an article, in order, to claims."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from models.records import CLAIM, Claim
from pipeline.extract.assembly.attributes.attributes import read_attributes
from pipeline.extract.assembly.completion import complete, grounded, tells_of_hardware
from pipeline.extract.assembly.counts.counts import read_counts
from pipeline.extract.assembly.counts.server_sizes import carry_server_sizes
from pipeline.extract.assembly.counts.shipments import read_shipments
from pipeline.extract.assembly.dates.events import read_events
from pipeline.extract.assembly.dates.periods import scope
from pipeline.extract.assembly.discourse import Discourse, distinct
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.ellipsis import read_elided
from pipeline.extract.assembly.figures.bare_sizes import read_bare_sizes
from pipeline.extract.assembly.figures.detached import read_detached_units
from pipeline.extract.assembly.figures.figures import read_figures
from pipeline.extract.assembly.modality.forecasts import follow_dates
from pipeline.extract.assembly.modality.hearsay import Hearsay
from pipeline.extract.assembly.money.deals import link_deals
from pipeline.extract.assembly.money.elided_currencies import read_elided_currencies, told_amounts
from pipeline.extract.assembly.money.money import amount_asked_for, usual_amount
from pipeline.extract.assembly.money.prices import agree, read_prices
from pipeline.extract.assembly.money.spoken_prices import home_currency, read_spoken_prices
from pipeline.extract.assembly.names.headings import named_sections
from pipeline.extract.assembly.parties.acting import Holders
from pipeline.extract.assembly.parties.interview import employer, interviewee
from pipeline.extract.assembly.parties.owners import Owners, first_company, main_company
from pipeline.extract.assembly.parties.quotations import attribute_quotations
from pipeline.extract.assembly.parties.voices import Voice, Voices, find_voices, spread_backward
from pipeline.extract.assembly.ratios.changes import split_changes
from pipeline.extract.assembly.ratios.parts_told import take_over
from pipeline.extract.assembly.ratios.percentages import (
    read_bare_percentages,
    read_multiplied,
    read_parts_of_things,
    read_points,
)
from pipeline.extract.assembly.ratios.ratios import read_ratios
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.asides import in_bracket_of_item
from pipeline.extract.assembly.subjects.built_in import read_chips_of_devices
from pipeline.extract.assembly.subjects.devices import card_of, keeps_the_stage, without_built_in
from pipeline.extract.assembly.subjects.lots import note_lots
from pipeline.extract.assembly.subjects.processes import PROCESS_PREFIXES
from pipeline.extract.assembly.subjects.roles import set_aside
from pipeline.extract.assembly.subjects.topics import only_in_passing, only_rivals, site_counted_at
from pipeline.extract.assembly.subjects.unnamed_devices import chips_of_unnamed
from pipeline.extract.mentions import Mention
from pipeline.text.script import script_of
from pipeline.text.view import View

_log = logging.getLogger(__name__)
_SHORTEST_LEAD = 60
_CLOSING = (".", "!", "?", "»", "”", "…", ":", "。", "！", "？", "：")
_PARTS = 4
"""So many parts and compared products of late may be pointed at again: "ogni GPU"."""
_OPENING = 400
_OFTEN = 3
"""So many times at least an article names the product that it is about."""
_MODEL_NAME = re.compile(r"(?<![A-Za-z\d])(?=[A-Za-z\d-]*\d)(?=[A-Za-z\d-]*[A-Za-z])[A-Z][A-Za-z\d-]+")
_WITH_EVENT = frozenset({"unit_count", "power"})
_ZONES = {
    "title": "title",
    "heading": "heading",
    "list": "list",
    "table": "table",
    "caption": "caption",
    "quote": "quote",
}


def assemble(
    sentences: Sequence[Sentence],
    view: View,
    published: date | None,
    names: Mapping[str, str] | None = None,
    heads: Mapping[str, str] | None = None,
) -> list[Claim]:
    """The claims of the sentences, by place; offsets are those of the original text.

    `names` are the names of organisations by id, `heads` the companies by the people who lead them.
    """
    discourse, voices = Discourse(amounts=told_amounts(sentences), usual_amount=usual_amount(sentences)), Voices()
    holders = Holders(
        Owners.of_article(sentences, names or {}, heads or {}),
        main=main_company(sentences),
        lead=first_company(sentences),
    )
    discourse.sections = named_sections(sentences)
    discourse.lead = _lead_product(sentences)
    discourse.home_currency = home_currency(sentences, script_of(view.original))
    asked = interviewee(sentences)
    hearsay = Hearsay()
    answering = False
    read: list[tuple[Sentence, list[Draft], list[Voice]]] = []
    block = -1
    main = _main(sentences)
    hardware = tells_of_hardware(sentences)
    for sentence in sentences:
        if sentence.block_index != block and sentence.block.kind != "list":
            discourse.money = discourse.asked
            discourse.pair = []
            discourse.told_in_block = []
            discourse.reporting = discourse.reporting if _goes_on(sentence) else None
        if sentence.block_index != block and _is_prose(sentence) and not _resumes(sentence):
            discourse.focus = (
                discourse.section
                or _told_above(sentence, discourse)
                or main
                or _opening(sentence, discourse)
                or discourse.focus
            )
        block = sentence.block_index
        drafts = _read(sentence, discourse)
        voices.company = holders.last or holders.main
        speaking = find_voices(sentence, voices)
        if asked and sentence.block_index == asked[1] and not answering:
            answering = True
            holders.answer_for(employer(sentences, asked[1]))
        if asked and sentence.block_index >= asked[1]:
            speaking = [v for v in speaking if v not in voices.carried] or [asked[0]]
        for draft in drafts:
            complete(draft, speaking, drafts, holders, published)
        follow_dates(drafts)
        take_over(sentence, drafts, discourse)
        for draft in drafts:
            if draft.value and not grounded(draft, hardware):
                sentence.pass_over(
                    draft.value, f"it reads as {draft.predicate}, but of nobody and nothing that is named"
                )
        drafts = [d for d in drafts if grounded(d, hardware)]
        hearsay.carry(sentence, drafts, told=bool(speaking))
        read.append((sentence, drafts, speaking))
        voices.meet(sentence.organisations)
        voices.heard(sentence, speaking)
        holders.advance(sentence, speaking)
        _advance(sentence, drafts, discourse)
    spread_backward(read)
    attribute_quotations(read)
    _agree_throughout([(sentence, drafts) for sentence, drafts, _ in read])
    lead = next((s.block_index for s in sentences if s.block.kind == "paragraph" and _is_lead(s)), -1)
    claims: list[Claim] = []
    for sentence, drafts, _ in read:
        zone = _ZONES.get(sentence.block.kind, "lead" if sentence.block_index == lead else "body")
        for draft in drafts:
            claims.extend(_claims(draft, view, zone))
    return sorted(claims, key=lambda c: (c.start, c.end, c.predicate, c.hardware or ""))


def _main(sentences: Sequence[Sentence]) -> list[Mention]:
    """The product that the article is about, where one is named far more often than any other."""
    named = Counter(m.id for s in sentences for m in s.products if m.kind not in TECHNOLOGY_KINDS)
    often = named.most_common(2)
    if not often or often[0][1] < _OFTEN or (len(often) > 1 and often[0][1] < 2 * often[1][1]):
        return []
    return next([m] for s in sentences for m in s.products if m.id == often[0][0])


def _lead_product(sentences: Sequence[Sentence]) -> list[Mention]:
    """The product of the first sentence below the title that names any, if it is the only one there."""
    below = (s.products for s in sentences if s.block.kind != "title")
    named = next((p for p in ([m for m in p if m.kind not in TECHNOLOGY_KINDS] for p in below) if p), [])
    return named[:1] if len({m.id for m in named}) == 1 and named[0].kind not in SITE_KINDS else []


def _is_prose(sentence: Sentence) -> bool:
    """Whether a paragraph begins, or an item of several sentences, as a list of curiosities has."""
    item = sentence.block.kind == "list" and sentence.pack.spaced and sentence.end < sentence.block.end
    return sentence.block.kind == "paragraph" or item


def _told_above(sentence: Sentence, discourse: Discourse) -> list[Mention]:
    """What a new paragraph comes back to: what the heading right above it names, else the title."""
    heading = discourse.heading if sentence.pack.spaced else []
    above = heading and "\n" not in sentence.gap(heading[0].end, sentence.block.start).strip()
    return heading if above else discourse.title


def _opening(sentence: Sentence, discourse: Discourse) -> list[Mention]:
    """What a new paragraph comes back to where the title names nothing: the product that the text opens with."""
    lead = discourse.lead
    return lead if sentence.pack.spaced and lead and lead[0].start < min(sentence.start, _OPENING) else []


def _resumes(sentence: Sentence) -> bool:
    """Whether a paragraph goes on about what the one before ended with: 这比之前…, 该芯片…."""
    return sentence.pack.patterns.clause.resumes.match(sentence.text, sentence.start) is not None


def _goes_on(sentence: Sentence) -> bool:
    """Whether a paragraph tells more of the period that is being reported: 其中，三星…, SK海力士同期的营收…."""
    if sentence.pack.patterns.ratio.of_these.match(sentence.text, sentence.start):
        return True
    return bool(sentence.find_cues("reference", sentence.clause(sentence.start), "that_period"))


def _agree_throughout(read: Sequence[tuple[Sentence, list[Draft]]]) -> None:
    """What statements of an article take from others that stand anywhere in it."""
    told = [draft for _, drafts in read for draft in drafts]
    agree(told)
    carry_server_sizes(told)
    link_deals(read)


def _is_lead(sentence: Sentence) -> bool:
    """Whether this is the opening paragraph, not a byline, a box with a rating or a note in brackets before it."""
    written = sentence.text[sentence.block.start : sentence.block.end].rstrip()
    closed = written.endswith(_CLOSING)
    if sentence.pack.spaced:
        return len(written) >= _SHORTEST_LEAD and (closed or "|" not in written)
    return len(written) >= _SHORTEST_LEAD // (4 if closed else 1)


def _read(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    set_aside(sentence, discourse)
    discourse.servers = discourse.servers or bool(sentence.find_cues("noun", label="server"))
    discourse.goods = discourse.goods or bool(sentence.find_cues("goods"))
    discourse.tendered = discourse.tendered or bool(sentence.find_cues("stage"))
    read_bare_percentages(sentence, shares=any(d.predicate == "share" for d in discourse.told[-1:]))
    read_points(sentence, shares=any(d.predicate == "share" for d in discourse.told[-1:]))
    read_parts_of_things(sentence)
    read_multiplied(sentence)
    read_bare_sizes(sentence)
    split_changes(sentence)
    read_detached_units(sentence)
    read_elided_currencies(sentence, discourse)
    read_spoken_prices(sentence, discourse)
    drafts = read_counts(sentence, discourse)
    drafts += read_shipments(sentence, discourse, drafts)
    taken = {id(d.value) for d in drafts}
    drafts += [d for d in read_figures(sentence, discourse) if id(d.value) not in taken]
    drafts += read_prices(sentence, discourse)
    drafts += read_ratios(sentence, discourse, drafts)
    drafts += read_elided(sentence, drafts, discourse)
    drafts += read_attributes(sentence, discourse) + read_chips_of_devices(sentence, discourse)
    dates, scopes = read_events(sentence, discourse)
    scope(drafts, scopes, sentence, discourse)
    return drafts + dates


def _claims(draft: Draft, view: View, zone: str) -> list[Claim]:
    """One claim for each subject; a draft that breaks the contract of a claim is logged and left out."""
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
    if draft.predicate not in _WITH_EVENT:
        record.pop("event", None)
    if "same_as" in record:
        record["same_as"] = f"a{record['same_as']}"
    if draft.words and "as_of" in record:
        record["as_of"] = view.original[slice(*view.span(*draft.words))]
    claims = []
    subjects: Sequence[Mention | None] = draft.subjects or [None]
    for subject in subjects:
        own = {} if subject is None else {"hardware": subject.id, "known": subject.known}
        try:
            claims.append(CLAIM.validate_python(record | own))
        except ValidationError as error:
            _log.warning("%s built a claim that the contract refuses: %s: %s", draft.rule, record, error)
    return claims


def _names_something(sentence: Sentence) -> bool:
    """Whether a heading is the name of a device that the model does not have: 三、华硕天选6 Pro, "2. Redmi K90"."""
    return any(o.kind == "company" for o in sentence.organisations) or bool(
        _MODEL_NAME.search(sentence.text, sentence.start, sentence.end)
    )


def _advance(sentence: Sentence, drafts: list[Draft], discourse: Discourse) -> None:
    """What the next sentence may lean on: the figures last told and the products last spoken of."""
    note_lots(sentence, discourse)
    told = {c.label for c in sentence.find_cues("aspect")}
    beside = told - {"price", "memory", "market"}
    priced = told == {"price"} or ("price" in told and not sentence.pack.spaced)
    discourse.prices = (priced or discourse.prices) and not beside
    discourse.sited = discourse.sited or bool(sentence.find_cues("basis", label="site"))
    discourse.told = sorted((d for d in drafts if d.kind in {"quantity", "price"}), key=lambda d: d.start)
    discourse.told_in_block += discourse.told
    discourse.asked = amount_asked_for(sentence)
    products = [m for m in sentence.products if m.kind not in TECHNOLOGY_KINDS and not in_bracket_of_item(sentence, m)]
    foundries = [o.id for o in sentence.organisations if o.id in PROCESS_PREFIXES]
    discourse.foundry = foundries[-1] if foundries else discourse.foundry
    spoken_of = [m for m in sentence.products if m not in sentence.aside] or sentence.products
    if spoken_of:
        # 高頻寬記憶體HBM4: the topic is the more exact of two names of one technology.
        discourse.topic = max((m for m in spoken_of if m.id.startswith(spoken_of[0].id)), key=lambda m: len(m.id))
    if sentence.block.kind in {"title", "heading"}:
        products = without_built_in(sentence, products)
    if sentence.block.kind == "title" and products:
        discourse.title = products[:1]
    if sentence.block.kind in {"title", "heading"}:
        discourse.enter_heading(products)
        discourse.section = products[:1] if sentence.block_index in discourse.sections else []
        if sentence.block.kind == "heading" and not products and _names_something(sentence):
            discourse.focus = []
    elif products:
        discourse.inside = frozenset(m.id for m in chips_of_unnamed(sentence))
        discourse.parts = [*(m for m in reversed(products) if m in sentence.aside), *discourse.parts][:_PARTS]
        discourse.name([m for m in products if m not in sentence.aside] or products)
        if not sentence.pack.spaced:
            discourse.compared = distinct(products)
        labelled = sentence.pack.patterns.part.label.fullmatch(sentence.gap(sentence.start, products[0].start))
        if not sentence.pack.spaced and labelled and (discourse.title or discourse.heading):
            return  # 架构：RDNA 4: what the list is about has it
        stated = [s for d in sorted(drafts, key=lambda d: d.start) for s in d.subjects]
        stated = [m for m in stated if m not in sentence.aside] or stated
        compared = sentence.pack.spaced and all(m in sentence.aside for m in products)
        passing = not stated and (compared or only_in_passing(sentence, products))
        if discourse.focus and (passing or only_rivals(sentence, products, discourse.focus)):
            return
        site = site_counted_at(sentence, drafts, products, discourse.focus)
        first = (stated or products)[0]
        discourse.focus = [
            site or keeps_the_stage(sentence, products, discourse) or card_of(sentence, first, discourse) or first
        ]
