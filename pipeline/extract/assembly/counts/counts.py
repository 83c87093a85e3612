"""Counts: so many boards, cores, transistors; and what a system is made of."""

from __future__ import annotations

from collections.abc import Sequence

from models.hardware.schema import SITE_KINDS
from models.values import Value
from pipeline.extract.assembly.counts.cores import kind_of_core, of_all_machines, of_unnamed_processors, site_in_all
from pipeline.extract.assembly.counts.counted import ASIDE, PARTS, Counted, counted_thing, is_count, makes_another_thing
from pipeline.extract.assembly.counts.machines import CHIPS, INHERITED, are_machines, read_machines
from pipeline.extract.assembly.counts.server_sizes import server_size
from pipeline.extract.assembly.counts.systems import (
    GENERIC_PARTS,
    built_of,
    counted_at_site,
    counted_in_all,
    in_a_box,
    is_difference,
    is_part,
    part_of_system,
    sums_up,
)
from pipeline.extract.assembly.counts.wafers import makes_wafers, wafers
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import SYSTEM_KINDS, WEAK_KINDS, Sentence
from pipeline.extract.assembly.subjects.places import Found
from pipeline.extract.assembly.subjects.subjects import find_subjects
from pipeline.extract.mentions import Mention

_BASIS = {"server": "server", "rack": "rack", "wafer": "wafer"}
_TOTAL_REACH = 16
_MULTIPLIERS = frozenset("万千百")
_MANY = 1000
_NEXT = 4
_SOLD = 10_000
"""So many pieces of a product are those that have been sold, where no verb tells what was done with them."""
_OF_MARKETS = frozenset({"ship", "produce", "order"})
_CLUSTER_EVENTS = frozenset({"deploy", "order"})
_GRAPHICS = frozenset({"gpu", "accelerator", "architecture", "die", "board"})
_MOST_IN_ONE = 16
"""So many boards stand in one server at most."""
_TO_SIZE = 10


def read_counts(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """Drafts of `unit_count`, `component`, `transistor_count`, `core_count` and `parameter_count`.

    What is counted as a part of a system is set aside: the figures that follow are the system's.
    """
    drafts = []
    for value in sentence.values:
        if not is_count(sentence, value) or sums_up(sentence, value):
            continue
        counted = counted_thing(sentence, value)
        draft = _read(sentence, value, counted, discourse) if counted else None
        if counted and draft is None:
            what = counted.product.name if counted.product else counted.noun
            sentence.pass_over(value, f"it counts {what}, but as nothing that CLAIMS.md makes a claim")
        if draft and counted:
            drafts.append(draft)
            if draft.predicate == "component":
                inside = [m for m in sentence.products if m.kind == "memory" and 0 <= m.start - counted.end <= _NEXT]
                sentence.aside += [counted.product] if counted.product else [] if sentence.pack.spaced else inside
            _note_period(sentence, value, draft)
    return drafts


def _read(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft | None:
    if counted.noun in PARTS and not counted.product:
        return _part_count(sentence, value, counted, discourse)
    if sentence.pack.patterns.machine.building.match(sentence.text, value.end) and not counted.product:
        return None
    if (
        _tells_server_size(sentence, value, counted)
        or counted.noun == "other"
        or (counted.noun in {"site", "order"} and not counted.product)
    ):
        return None
    if not _at_a_site(counted, sentence, discourse) and is_part(sentence, value, counted, discourse):
        return part_of_system(sentence, value, counted, discourse)
    if value.value is not None and value.value <= _MOST_IN_ONE and _in_each(sentence, value):
        return None
    if counted.product or counted.noun not in {"piece", "wafer"}:
        return _units(sentence, value, counted, discourse)
    one = value.value == 1 and not sentence.pack.spaced  # 2nm晶圆一片要3万美元
    if not one and makes_wafers(sentence, counted, discourse) and not makes_another_thing(sentence, value):
        return wafers(sentence, value, counted, discourse, nearest_event(sentence, value))
    return _pieces(sentence, value, counted, discourse)


def _note_period(sentence: Sentence, value: Value, draft: Draft) -> None:
    """每年从美国进口50万颗: by what period so many are delivered or bought, where the verb stands between."""
    if sentence.pack.spaced or draft.predicate != "unit_count" or "per" in draft.fields:
        return
    told = sentence.find_cues("period", (sentence.clause(value.start)[0], value.start))
    if (
        told
        and sentence.pack.patterns.period.every.match(sentence.text, told[-1].start)
        and draft.fields.get("event") in _OF_MARKETS
    ):
        draft.fields["per"] = told[-1].label


def _at_a_site(counted: Counted, sentence: Sentence, discourse: Discourse) -> bool:
    """Whether nodes or racks without a name are counted where a supercomputer is spoken of: they stand there and are no parts."""
    about = (*sentence.products, *discourse.focus, *discourse.title)
    return counted.product is None and counted.noun in _BASIS and any(m.kind in SITE_KINDS for m in about)


def _in_each(sentence: Sentence, value: Value) -> bool:
    """ "1.362 nodi, ciascuno con quattro GH200": what stands in each node is counted with the nodes."""
    start, end = sentence.clause(value.start)
    return bool(
        sentence.find_cues("each", (start, value.start))
        or sentence.find_cues("each", (value.end, min(end, value.end + _TOTAL_REACH)))
    )


def _units(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft | None:
    if not counted.product and counted.noun not in GENERIC_PARTS | _BASIS.keys() | {"chip", "device"}:
        return None
    if not counted.product and counted.noun == "device" and not _moves_many(sentence, value):
        return None
    certain = value.bound == "exact" or (sentence.pack.spaced and not value.value_high)
    if value.value is not None and value.value < _fewest(counted) and certain:
        return None
    if sentence.pack.spaced and _in_one_node(sentence, value, counted, discourse):
        return None
    if not counted.product and in_a_box(sentence, value):
        return None
    size_class = sentence.text[value.start] in _MULTIPLIERS and sentence.text.startswith("卡", value.end)
    if size_class and not _is_one_cluster(sentence, value):
        return None
    return _unit_count(sentence, value, counted, discourse)


def _moves_many(sentence: Sentence, value: Value) -> bool:
    """Whether so many computers are shipped, made or ordered as only a market counts."""
    clause = sentence.clause(value.start)
    verbs = (c.label for c in sentence.find_cues("event", clause))
    return value.value is not None and value.value >= _MANY and any(v in _OF_MARKETS for v in verbs)


def _in_one_node(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> bool:
    """ "Un supercomputer la cui struttura di base ha quattro A100": so few stand in one node, and at the site are many more."""
    if value.value is None or value.value > _MOST_IN_ONE // 2 or counted.noun in _BASIS:
        return False
    about = (*sentence.products, *discourse.focus, *discourse.title)
    return any(m.kind == "supercomputer" for m in about)


def _is_one_cluster(sentence: Sentence, value: Value) -> bool:
    """点亮万卡集群 counts boards; 万卡集群 in general talk is a size class."""
    start, _ = sentence.clause(value.start)
    verbs = [c for c in sentence.find_cues("event", (start, value.start)) if c.label in _CLUSTER_EVENTS]
    one = sentence.pack.patterns.machine.one_cluster.search(sentence.text, sentence.start, value.start)
    return bool(verbs) or one is not None


def _fewest(counted: Counted) -> int:
    """How many of a thing are worth a claim: "three graphics cards" in general talk are not, "four Ryzen 9000" are models."""
    models = counted.product is not None and counted.product.kind in WEAK_KINDS
    return 2 if (counted.product and not models) or counted.noun in _BASIS else 10


def _tells_server_size(sentence: Sentence, value: Value, counted: Counted) -> bool:
    """8卡H20服务器, "server da otto schede": the number only says how large the server is."""
    patterns = sentence.pack.patterns
    count = patterns.count
    if sentence.pack.spaced:
        servers = sentence.find_cues("noun", (max(sentence.start, value.start - 20), value.start), "server")
        return bool(servers) and bool(count.server_size.search(sentence.text, servers[-1].end, value.start))
    if counted.product and value.value is not None and value.value <= _MOST_IN_ONE:
        # 搭载8颗H200的整机柜: what is spoken of is the machine.
        machine = count.in_machine.match(sentence.text, counted.product.end)
        if machine:
            return True
    behind = patterns.machine.size_behind.match(sentence.text, value.end, value.end + 2)
    if not behind or value.value is None or value.value > 16:
        return False
    if count.server_size.search(sentence.text, sentence.start, value.start):
        return True
    end = counted.product.end if counted.product else value.end + 1
    return bool(sentence.find_cues("noun", (end, min(end + 12, sentence.end)), "server"))


def _part_count(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft | None:
    predicate = PARTS[counted.noun or ""]
    if predicate == "parameter_count" and sentence.parenthesis(value.start):
        return None
    if is_difference(sentence, value):
        return None
    if predicate == "parameter_count":
        draft = from_value(value, "quantity", predicate, sentence, "count.parameter", 0.7)
        draft.end, draft.fields["unit"] = counted.end, "1"
        return draft
    site = site_in_all(sentence, value, discourse)
    found = Found([site], "site", 0.7) if site else find_subjects(sentence, value, predicate, discourse)
    draft = from_value(value, "quantity", predicate, sentence, f"count.{counted.noun}.{found.how}", found.confidence)
    draft.subjects = found.products
    draft.end, draft.fields["unit"] = counted.end, "1"
    if predicate == "core_count":
        if of_unnamed_processors(sentence, value, found.products) or (not site and of_all_machines(sentence, value)):
            return None
        core = kind_of_core(sentence, value, counted)
        kind = found.products[0].kind if found.products else None
        if core and not (core.label == "gpu" and kind in _GRAPHICS):
            draft.fields["condition"] = core.label
        elif kind == "cpu":
            draft.fields["condition"] = "cpu"
    return draft if found.products else None


def _pieces(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft | None:
    """300.000 unità, 20万颗: the thing is elided, so an event must say that hardware is counted."""
    event = nearest_event(sentence, value)
    found = find_subjects(sentence, value, "unit_count", discourse)
    in_all = found.products and counted_in_all(sentence, value)
    if event is None and sentence.pack.spaced and found.how == "precedence" and (value.value or 0) >= _SOLD:
        event = "ship"
    if sentence.pack.patterns.count.part_behind.match(sentence.text, counted.end) or in_a_box(sentence, value):
        return None
    if event and are_machines(sentence, value, found):
        return read_machines(sentence, value, counted, discourse, event)
    another = found.how in INHERITED and (makes_another_thing(sentence, value) or _of_any_sort(sentence, value))
    if (
        (event is None and not in_all)
        or value.value == 1
        or (not another and (not found.products or found.how == "title"))
    ):
        return None
    draft = from_value(value, "quantity", "unit_count", sentence, "count.pieces", min(found.confidence, 0.7))
    told = discourse.told if found.how in INHERITED else []
    draft.subjects = _measured_alike(sentence, value, told) or counted_at_site(sentence, value, found.products)
    draft.subjects = [] if another or _is_a_makers(sentence, value, found) else draft.subjects
    draft.end = counted.end
    draft.fields |= {"unit": "1", "event": event}
    return draft


def _of_any_sort(sentence: Sentence, value: Value) -> bool:
    """公司累计交付GPU逾5万颗: the noun right before the number says what is counted, and is no product's name."""
    gap = sentence.gap(sentence.clause(value.start)[0], value.start)
    return sentence.pack.patterns.count.noun_before.search(gap) is not None


def _is_a_makers(sentence: Sentence, value: Value, found: Found) -> bool:
    """中芯国际7纳米及以下月产能约4.5万片: a capacity whose clause names the maker is not of the chip that was spoken of."""
    if sentence.pack.spaced or found.how not in INHERITED:
        return False
    stretch = sentence.clause(value.start)[0], value.start
    maker = any(o.kind == "company" and stretch[0] <= o.start < stretch[1] for o in sentence.organisations)
    return maker and bool(sentence.find_cues("aspect", stretch, "capacity"))


def _measured_alike(sentence: Sentence, value: Value, told: Sequence[Draft]) -> list[Mention]:
    """每台内含8张H100，合计16384张: what the same measure word counts by name before it, if that is one thing; of the figures
    of the sentence before (`told`) those of a chip, where a site is spoken of."""
    measure = sentence.text[value.end : value.end + 1]
    machines = sentence.pack.patterns.machine.measure.match(sentence.text, value.end)
    if sentence.pack.spaced or machines or not measure.strip():
        return []
    named = [
        m for m in sentence.products for v in sentence.values
        if m.start < value.start and v.end + 1 == m.start and sentence.text[v.end] == measure
    ]  # fmt: skip
    if not named:
        alike = [d for d in told if d.predicate == "unit_count" and d.value and d.sentence.text[d.value.end] == measure]
        named = [m for d in alike for m in d.subjects if m.kind in CHIPS]
    return named[:1] if len({m.id for m in named}) == 1 else []


def _unit_count(sentence: Sentence, value: Value, counted: Counted, discourse: Discourse) -> Draft:
    draft = from_value(value, "quantity", "unit_count", sentence, "count.units", 0.85)
    draft.subjects = _counted_products(sentence, value, counted)
    draft.end = counted.end
    draft.fields |= {"unit": "1", "event": nearest_event(sentence, value)}
    _tell_basis(sentence, counted, draft)
    stands = sentence.pack.spaced and _at_a_site(counted, sentence, discourse)
    if not draft.subjects and counted.noun == "rack" and not stands:
        draft.subjects = _racked(sentence, value, discourse)
    about = sentence.products or discourse.focus or discourse.title
    site = [m for m in about if m.kind in SITE_KINDS]
    in_lot = sentence.pack.spaced and sentence.pack.patterns.clause.lot.search(
        sentence.text, sentence.block.start, value.start
    )
    bought = bool(in_lot) or (discourse.tendered and (bool(sentence.cells) or _is_priced_lot(sentence, value)))
    if bought and draft.fields["event"] in {None, "own"}:
        draft.fields["event"] = "order"
    sited = sentence.pack.spaced and discourse.sited and draft.fields["event"] is None
    if sited or (site and draft.fields["event"] in {None, "own"}):
        draft.fields["event"] = "deploy"
    return draft


def _is_priced_lot(sentence: Sentence, value: Value) -> bool:
    """服务器64台，单价9.8万元: what is counted has the price of one right behind it, as the lots of a tender have."""
    behind = next((v for v in sentence.values if v.start >= value.end), None)
    if sentence.pack.spaced or behind is None or behind.kind != "price":
        return False
    return bool(sentence.find_cues("price", (value.end, behind.start), "unit_price"))


def _racked(sentence: Sentence, value: Value, discourse: Discourse) -> list[Mention]:
    """GB200今年出货2万柜: racks are of the product that the sentence or the article speaks of, unless that is a site."""
    found = find_subjects(sentence, value, "unit_count", discourse)
    racked = found.products if found.how == "coordination" else found.products[:1]
    return [m for m in racked if m.kind not in SITE_KINDS | WEAK_KINDS | {"cpu"}]


def _counted_products(sentence: Sentence, value: Value, counted: Counted) -> list[Mention]:
    """The product behind the number with those coordinated to it, or the one whose "chips" the clause counts."""
    if counted.product:
        chain = [counted.product]
        for mention in (m for m in sentence.products if m.start >= counted.product.end):
            gap = sentence.gap(chain[-1].end, mention.start)
            if not sentence.pack.patterns.clause.coordinated.fullmatch(gap):
                break
            chain.append(mention)
        return chain
    told = _told_with_noun(sentence, value) or built_of(sentence, value)
    if told:
        return [told]
    if counted.noun not in {"chip", "gpu", "card"}:
        return []
    total = sentence.find_cues(
        "price",
        (max(sentence.start, value.start - _TOTAL_REACH), min(counted.end + _TOTAL_REACH, sentence.end)),
        "total",
    )
    total = total or (sentence.find_cues("each", (sentence.start, value.start)) if sentence.pack.spaced else [])
    start = sentence.start if total else sentence.clause(value.start)[0]
    named = [m for m in sentence.products if start <= m.start and m.end <= value.start and m not in sentence.aside]
    if sentence.pack.spaced and counted.noun == "gpu":
        named = [m for m in named if m.kind not in {"cpu", "soc"}]
    return (
        [m for m in named if m.kind not in SITE_KINDS | SYSTEM_KINDS | WEAK_KINDS][-1:]
        if counted.noun == "chip" or total
        else []
    )


def _told_with_noun(sentence: Sentence, value: Value) -> Mention | None:
    """采购海光K100加速卡80张: the product right before the noun that the number is the total of."""
    count = sentence.pack.patterns.count
    if sentence.pack.spaced:
        return None
    nouns = sentence.find_cues("noun", (sentence.clause(value.start)[0], value.start))
    before = [m for m in sentence.products if nouns and m.end <= nouns[-1].start and m not in sentence.aside]
    if not before or not count.counted.fullmatch(sentence.gap(before[-1].end, nouns[-1].start)):
        return None
    gap = ASIDE.sub("", sentence.gap(nouns[-1].end, value.start))
    return before[-1] if count.total.fullmatch(gap) else None


def _tell_basis(sentence: Sentence, counted: Counted, draft: Draft) -> None:
    """200台8卡H20服务器: what is counted is servers, of eight boards each."""
    stretch = (
        draft.start,
        min(counted.end + 14, sentence.end if sentence.pack.spaced else sentence.clause(counted.end - 1)[1]),
    )
    behind = [c for c in sentence.find_cues("noun", stretch) if c.label in _BASIS and c.start - counted.end <= 6]
    if counted.noun in _BASIS:
        draft.fields["basis"] = _BASIS[counted.noun]
    elif behind:
        draft.fields["basis"] = _BASIS[behind[0].label]
        if behind[0].start - counted.end <= 1:
            draft.end = behind[0].end
    if draft.fields.get("basis") == "server":
        size = server_size(sentence, draft.value.end if draft.value else draft.start, draft.end, stretch[1] + _TO_SIZE)
        if size:
            draft.fields["basis_size"], boards = size
            draft.subjects = draft.subjects or ([boards] if boards else [])


def nearest_event(sentence: Sentence, value: Value) -> str | None:
    """The event of a count: the nearest verb or noun of ordering, shipping, owning … in its clause, else in the sentence."""
    cue = sentence.nearest("event", value, sentence.clause(value.start)) or sentence.nearest("event", value)
    return cue.label if cue else None
