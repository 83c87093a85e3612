"""For whom a statement holds: who buys, owns, runs, makes, invests or is valued."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from models.hardware.schema import SITE_KINDS, TECHNOLOGY_KINDS
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.parties.acting import Holders
from pipeline.extract.assembly.parties.owners import Owners, chief_speaking, speaks_for, vendor_of
from pipeline.extract.assembly.parties.parties import (
    builds,
    dealt_out,
    modifies,
    oblique,
    of_many,
    one_of_several,
    operates,
    orders,
    possesses,
    receives,
    receives_capital,
    subject_behind_opening,
    wins,
)
from pipeline.extract.assembly.parties.trades import builders, regulators, sellers
from pipeline.extract.assembly.parties.voices import SPEAKER_KINDS, Voice, only_apposition
from pipeline.extract.mentions import Mention

_DEALT = frozenset({"order_value", "duration", "order"})
_HELD_EVENTS = frozenset({"order", "deploy", "own", "require", "cut", "ship", "produce"})
_HELD_PRICES = frozenset({"order_value", "investment", "valuation", "funding", "revenue", "other_amount"})
_HELD_DATES = frozenset({"order", "deployment", "delivery"})
_OF_ITS_OWN = frozenset({"production", "other_date", "duration"})
"""What is somebody's where no product is named that it could be of."""
_COMPANY_ASPECTS = frozenset({"orders", "market", "revenue", "spending", "profit", "capacity"})
_EARNED = frozenset({"revenue", "other_amount"})
"""What companies have, and neither their heads nor states."""
_AT_A_SITE = frozenset({"deploy", "own", "require"})
_TENDERED = frozenset({"order", "deploy"})
_MAKERS_EVENTS = frozenset({"ship", "produce"})
SITE_POWER = Decimal(1_000_000)
_COMPANY_PRICES = _HELD_PRICES - {"order_value"}


def needs_holder(draft: Draft) -> bool:
    """Whether CLAIMS.md gives this statement a holder."""
    if draft.predicate == "unit_count":
        return not draft.joint and draft.fields.get("event") in {None, *_HELD_EVENTS}
    if draft.kind == "price":
        return draft.predicate in _HELD_PRICES and not _of_market(draft)
    if draft.kind == "date":
        return draft.predicate in _HELD_DATES or (draft.predicate in _OF_ITS_OWN and not draft.subjects)
    if draft.predicate == "duration":
        return not draft.subjects
    if draft.predicate == "power":
        value = draft.fields.get("value")
        return draft.fields.get("basis") == "site" or "event" in draft.fields or (value or 0) >= SITE_POWER
    if draft.predicate in {"relative", "share"}:
        if draft.joint:
            return False
        things = draft.fields.get("aspect") in {"count", "yield"} and not draft.subjects
        things = things or (draft.fields.get("aspect") == "count" and _of_a_trade(draft))
        return things or draft.fields.get("aspect") in _COMPANY_ASPECTS
    return False


def _of_a_trade(draft: Draft) -> bool:
    """ "SK hynix domina le HBM con il 62% delle consegne": a part of all the pieces of a technology."""
    return draft.predicate == "share" and all(s.kind in TECHNOLOGY_KINDS for s in draft.subjects)


def _of_market(draft: Draft) -> bool:
    """Whether the amount is the size of a market, which nobody holds."""
    sentence = draft.sentence
    return draft.predicate == "other_amount" and bool(
        sentence.find_cues("aspect", sentence.clause(draft.start), "market")
    )


def find_holder(draft: Draft, holders: Holders, voices: Sequence[Voice]) -> str | None:
    """The holder's name; the maker of the product only where the statement is about his own business."""
    titled = _of_row_or_column(draft)
    if titled:
        return holders.owners.name_of(titled)
    maker = _maker_of_share(draft, holders.owners)
    if maker:
        return maker
    own_business = _is_makers(draft)
    candidates = _candidates(draft, voices, own_business, holders.owners)
    if of_many(draft, candidates):
        draft.joint = True
        return None
    vendors = {vendor_of(s) for s in draft.subjects}
    if draft.predicate == "delivery" and _makers_delivery(draft, candidates, vendors):
        return None
    others = [o for o in candidates if o.id not in vendors]
    named = (
        dealt_out(draft, others)
        or _us(draft, holders, voices)
        or (_the_company(draft, candidates, holders) if own_business or _is_the_companys(draft) else None)
        or _party(draft, _buyers(draft, others, candidates))
        or _actor(draft, _of_its_sort(draft, candidates if own_business else _buyers(draft, others, candidates)))
    )
    if named and one_of_several(draft, named):
        draft.joint = True
        return None
    if named and named.kind == "person" and _at_a_site(draft):
        return _site_owner(draft, holders) or holders.owners.name_of(named)
    return holders.owners.name_of(named) if named else _unnamed(draft, holders, own_business)


def _maker_of_share(draft: Draft, owners: Owners) -> str | None:
    """华为昇腾以29%位列第二: the part of the market that a product named in the share's own clause has is its maker's."""
    if draft.predicate != "share" or draft.fields.get("aspect") != "market":
        return None
    start, _ = draft.sentence.clause(draft.start)
    products = [s for s in draft.subjects if s in draft.sentence.products and start <= s.start < draft.start]
    own = {vendor_of(s) for s in products if s.kind not in TECHNOLOGY_KINDS} & owners.names.keys()
    others = any(start <= o.start < draft.start and o.id not in own for o in draft.sentence.organisations)
    return owners.names[own.pop()] if len(own) == 1 and not others else None


def _of_row_or_column(draft: Draft) -> Mention | None:
    """ "| | SK hynix | Samsung |": the one company that a table's column, or its row, is headed by."""
    sentence = draft.sentence
    if not sentence.cells or draft.subjects:
        return None
    column = sentence.column(draft.start)
    heads = [(sentence.header, column)] if sentence.header and column else []
    for row, cell in (*heads, (sentence, sentence.cells[0])):
        named = [o for o in row.organisations if cell.start <= o.start < cell.end and o.kind == "company"]
        if len({o.id for o in named}) == 1 and cell != sentence.cell(draft.start):
            return named[0]
    return None


def _candidates(draft: Draft, voices: Sequence[Voice], own_business: bool, owners: Owners) -> list[Mention]:
    """The organisations of the sentence that may act in it, and do not only speak or tell whose make a thing is.

    Who only speaks is one who leads no company: Ming-Chi Kuo tells what others order.
    """
    sentence, speaking = draft.sentence, {v.start for v in voices}
    found = [
        o
        for o in sentence.organisations
        if not only_apposition(sentence, o)
        and not (o.start in speaking and _speaks_of_others(draft, o))
        and (o.kind not in SPEAKER_KINDS or (draft.predicate in _EARNED and o.start not in speaking))
        and not (draft.start <= o.start < draft.end)
        and not modifies(sentence, o)
        and not (draft.predicate == "investment" and (builds(sentence, o) or receives_capital(sentence, o)))
        and not (draft.predicate == "funding" and _gets_another_sum(draft, o))
        and o.id not in regulators()
        and not (o.kind == "person" and _only_speaks(o, own_business, owners) and (o.start in speaking or not o.known))
    ]
    return [o for o in found if o.id not in builders()] if _at_a_site(draft) else found


def _gets_another_sum(draft: Draft, organisation: Mention) -> bool:
    """ "5 miliardi in Intel e 700 milioni in Nscale": whether another amount goes to the company than the statement's."""
    sentence = draft.sentence
    between = (v for v in sentence.values if v.kind == "price" and draft.end <= v.start < organisation.start)
    return any(between) and receives_capital(sentence, organisation)


def _us(draft: Draft, holders: Holders, voices: Sequence[Voice]) -> Mention | None:
    """«Abbiamo 40.000 acceleratori», ha detto il fondatore di Nebius: in whose name somebody speaks of what "we" have."""
    sentence = draft.sentence
    if not sentence.pack.patterns.party.we.search(sentence.text, *sentence.clause(draft.start)):
        return None
    here = speaks_for(sentence, voices) or chief_speaking(sentence, voices, holders.owners)
    return here or (holders.spoken_for if holders.spoken_block == sentence.block_index else None)


def _only_speaks(person: Mention, own_business: bool, owners: Owners) -> bool:
    return own_business or not person.known or person.id not in owners.heads


def _speaks_of_others(draft: Draft, organisation: Mention) -> bool:
    """ "Nvidia prevede che la spesa per i data center …": who speaks tells what everybody does, not what he does himself."""
    everybody = draft.sentence.find_cues("voice", (organisation.end, draft.start), "everybody")
    return bool(everybody) and draft.sentence.pack.spaced


def _at_a_site(draft: Draft) -> bool:
    """Whether the statement is about what stands and runs somewhere, which is never its builder's."""
    counted = draft.predicate == "unit_count" and draft.fields.get("event") is None
    if counted and draft.fields.get("basis") != "rack" and draft.sentence.pack.spaced:
        return True
    return draft.predicate == "deployment" or draft.fields.get("event") in _AT_A_SITE


def _buyers(draft: Draft, others: list[Mention], candidates: Sequence[Mention]) -> list[Mention]:
    """Of a deal those who may have bought: not a seller beside somebody else, not the one that is ordered from."""
    sentence = draft.sentence
    if draft.predicate in _DEALT and not _buys(draft, others):
        others = [o for o in others if o.id not in sellers()] or others
    if draft.predicate in _DEALT or draft.fields.get("event") in _TENDERED:
        others = [o for o in others if not wins(sentence, o)]
    ordered = draft.predicate in {"order", "order_value"} or draft.fields.get("event") == "order"
    if not ordered or _is_supply(draft) or not any(receives(sentence, o) for o in others):
        return others
    buyers = [o for o in others if not receives(sentence, o)]
    return buyers or [o for o in candidates if not (receives(sentence, o) or oblique(sentence, o))]


def _buys(draft: Draft, others: Sequence[Mention]) -> bool:
    """美光将以18亿美元买下…: whether the clause has a verb of buying and its sentence a subject for it."""
    sentence = draft.sentence
    subjects = [o for o in others if o.end <= draft.start and not oblique(sentence, o)]
    return (
        bool(subjects)
        and sentence.pack.patterns.party.buys.search(sentence.text, *sentence.clause(draft.start)) is not None
    )


def _party(draft: Draft, others: Sequence[Mention]) -> Mention | None:
    """The one whose order another wins, or who receives what another hands over."""
    operators = [o for o in others if operates(draft.sentence, o)] if _at_a_site(draft) else []
    if operators:
        return _nearest_before(operators, draft)
    customers = [o for o in others if orders(draft.sentence, o)]
    if customers and draft.predicate in {"order_value", "unit_count", "order", "duration"}:
        return customers[-1]
    received = [o for o in others if receives(draft.sentence, o)]
    return _nearest_before(received, draft) if received and _is_supply(draft) else None


def _of_its_sort(draft: Draft, pool: list[Mention]) -> list[Mention]:
    """Without people and states where a company's earnings or its part of a market are told."""
    if draft.predicate in _EARNED or draft.fields.get("aspect") in _COMPANY_ASPECTS:
        return [o for o in pool if o.kind not in {"person", "government"}]
    return pool


def _unnamed(draft: Draft, holders: Holders, own_business: bool) -> str | None:
    """Who holds a statement whose sentence names nobody for it: a site's owner, else who acted before."""
    sentence = draft.sentence
    sites = [m for m in (*draft.subjects, *sentence.products) if m.kind in SITE_KINDS]
    owner = _site_owner(draft, holders)
    if owner or any(m.known for m in sites):
        return owner
    if sentence.find_cues("voice", (sentence.start, draft.start), "everybody"):
        return None
    if draft.predicate == "duration" and holders.block != sentence.block_index:
        return None
    inherited = holders.inherited(draft, own_business)
    if inherited is None or (_at_a_site(draft) and inherited.id in builders()):
        return None
    if sentence.pack.spaced and draft.fields.get("event") == "ship" and inherited.id in holders.vendors:
        # "In casa Sony … sono state distribuite 3,9 milioni di PlayStation": a maker ships its own.
        makers = {vendor_of(s) for s in draft.subjects} & holders.owners.named
        own = next((holders.owners.names[m] for m in sorted(makers) if m in holders.owners.names), None)
        if own and inherited.id not in makers:
            return own
    return holders.owners.name_of(inherited)


def _the_company(draft: Draft, candidates: Sequence[Mention], holders: Holders) -> Mention | None:
    """ "L'azienda ha perso …": the company that acted last, where its clause names none."""
    sentence = draft.sentence
    said = sentence.find_cues("voice", (sentence.start, draft.start), "company")
    if not said:
        return None
    if holders.answering and sentence.pack.patterns.party.own_company.match(sentence.text, said[-1].start):
        return holders.answering
    start = sentence.clause(said[-1].start)[0]
    if any(o.start < draft.start and (o.start >= start or not oblique(sentence, o)) for o in candidates):
        return None
    elsewhere = holders.block != draft.sentence.block_index
    return holders.main if elsewhere and holders.main and holders.main.kind == "company" else holders.company


def _is_the_companys(draft: Draft) -> bool:
    """ "A Dammam la società ha installato 19 mila Lpu": whether the company itself is told to run what it may have made."""
    sentence = draft.sentence
    if not sentence.pack.spaced or not _at_a_site(draft):
        return False
    said = sentence.find_cues("voice", (sentence.clause(draft.start)[0], draft.start), "company")
    if not said or sentence.pack.patterns.party.of_origin.match(sentence.text, said[-1].end):
        return False  # "il gruppo inglese" is another one than the last
    return not sentence.text[said[-1].start : said[-1].end].lower().startswith("d")


def _makers_delivery(draft: Draft, candidates: Sequence[Mention], vendors: Collection[str]) -> bool:
    """英伟达1月才交付的GB200: the maker's own delivery, and to whom is not told."""
    start, _ = draft.sentence.clause(draft.start)
    makers = [o for o in candidates if o.id in vendors and start <= o.start < draft.start]
    return bool(makers) and not any(receives(draft.sentence, o) for o in candidates)


def _is_supply(draft: Draft) -> bool:
    """Whether somebody hands over what another one gets; who orders from somebody gets it himself."""
    if draft.predicate not in {"unit_count", "order_value", "delivery"}:
        return False
    cues = draft.sentence.find_cues("event", (draft.sentence.start, draft.sentence.clause(draft.start)[1]))
    supplies = any(c.label == "ship" for c in cues)
    return supplies or not any(c.label == "order" for c in cues)


def _is_makers(draft: Draft) -> bool:
    """Whether the statement is about somebody's own business: what he makes, ships, earns or holds of a market."""
    if draft.fields.get("event") in _MAKERS_EVENTS or draft.predicate in {"relative", "share"}:
        return True
    return draft.predicate == "production" or (draft.kind == "price" and draft.predicate in _COMPANY_PRICES)


def _actor(draft: Draft, pool: Collection[Mention]) -> Mention | None:
    """The subject before the statement in its clause, then in the sentence; else whoever else is named, the nearest first."""
    sentence = draft.sentence
    start, end = sentence.clause(draft.start)
    subjects = [o for o in pool if not oblique(sentence, o)]
    for among in (subjects, list(pool)):
        before = [o for o in among if o.end <= draft.start]
        in_clause = [o for o in before if o.start >= start]
        if in_clause:
            # 英伟达占63%、博通占20%: of a row each one has the figure behind its name
            told = max((v.end for v in sentence.values if v.kind == "percent" and v.end <= draft.start), default=start)
            own = [o for o in in_clause if o.start >= told] or in_clause
            return own[-1] if draft.predicate in _COMPANY_PRICES else own[0]
        if before:
            return next((o for o in reversed(before) if not possesses(sentence, o)), before[-1])
        behind = [o for o in among if draft.end <= o.start < end and not _in_another_title(draft, o)]
        if behind:
            return behind[0]
    later = _gives_the_order(draft, subjects)
    if later:
        return later
    return subject_behind_opening(draft, subjects)


def _gives_the_order(draft: Draft, subjects: Sequence[Mention]) -> Mention | None:
    """ "La commessa vale 4 miliardi: l'ha affidata Deutsche Telekom a Dell": the subject behind a verb of ordering in a later clause."""
    sentence = draft.sentence
    if draft.predicate != "order_value":
        return None
    behind = (
        o
        for o in subjects
        if o.start >= draft.end and sentence.pack.patterns.party.ordered.search(sentence.gap(draft.end, o.start))
    )
    return next(behind, None)


def _in_another_title(draft: Draft, organisation: Mention) -> bool:
    """出货年增9.4% 联想居冠: a blank parts two statements of a title."""
    sentence = draft.sentence
    blank = not sentence.pack.spaced and " " in sentence.gap(draft.end, organisation.start)
    return blank and sentence.block.kind == "title"


def _nearest_before(organisations: Sequence[Mention], draft: Draft) -> Mention:
    before = [o for o in organisations if o.end <= draft.start]
    return before[-1] if before else organisations[0]


def _site_owner(draft: Draft, holders: Holders) -> str | None:
    """The owner whose name opens the id of a site that the statement or its sentence is about."""
    return holders.owners.of_site((*draft.subjects, *draft.sentence.products))
