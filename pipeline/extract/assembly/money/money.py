"""What an amount of money is: a price, a deal's worth, an investment, a valuation …"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from models.hardware.schema import TECHNOLOGY_KINDS
from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.money.given import (
    is_for_site,
    is_paid_for_goods,
    is_public_aid,
    is_raised,
    is_raised_cash,
)
from pipeline.extract.assembly.reading import Sentence, distance
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention

COMPANY_AMOUNTS = frozenset({"investment", "valuation", "funding", "revenue", "other_amount"})
_BY_LIKELIHOOD = ("order_value", "investment", "revenue", "funding", "valuation", "other_amount")
DEAL_SIZE = Decimal(20_000_000)
"""No single thing short of a rack costs more in any currency that we meet; a deal does."""
CHEAPEST = Decimal(30)
"""No accelerator or processor of the news is sold for less; an hour of one is."""
_DEAREST = Decimal(1_000_000_000)
"""No machine of a fab costs so much."""
_DEAREST_PIECE = Decimal(1_000_000)
"""A tender's ceiling lower than this is that of a piece."""
_DEAR_RENT = Decimal(20_000)
"""What costs more without naming its period is bought, not rented."""
_MANY, _FEW_OF_FUNDING = 3, 2
"""So many words of one sort at least make it an article's usual one; investors are seldom spoken of in passing."""
_BUILT = frozenset({"supercomputer", "cluster"})
"""Kinds that are built rather than bought by the piece."""
_EACH = 10
_MACHINES = frozenset({"server", "rack", "pod", "system"})
_TERMS = frozenset({"week", "month", "quarter", "year"})
_ROW = 60
_BEHIND = 14
"""How far behind an amount a word may stand that is its own: "3 miliardi di ricavi"."""
_WEAK = frozenset({"side_amount", "total"})
"""Words that also stand beside amounts of other sorts."""
_TOTAL = {"total": "order_value", "side_amount": "other_amount"}


def predicate_of(sentence: Sentence, value: Value, discourse: Discourse) -> tuple[str, float]:
    """The predicate and how sure it is: cues around the value first, then what was priced before, then its size."""
    size = value.value if value.value is not None else Decimal(0)
    if value.start in discourse.price_levels:
        return discourse.price_levels[value.start], 0.7
    if size >= DEAL_SIZE and (told := _told_beside(sentence, value, discourse)):
        return told, 0.85
    if _is_deals_worth(sentence, value, discourse) or sentence.pack.patterns.money.for_all.search(
        sentence.text[sentence.start : value.start]
    ):
        return "order_value", 0.8
    label = _nearest_label(sentence, value, discourse)
    if label == "investment" and _is_stake(sentence, value):
        return "funding", 0.75
    if label == "investment" and _is_spent_on_goods(sentence, value):
        return "order_value", 0.75
    if _is_rent(sentence, value, label, size, told=bool(discourse.rent)):
        return "rental_price", 0.8
    if label:
        return _by_size(sentence, value, "unit_price" if label == "rental_price" else label, size, discourse)
    return _without_cue(sentence, value, discourse, size)


def amount_asked_for(sentence: Sentence) -> str | None:
    """What an interviewer's question asks the amount of: "Quanto vi è costata?"."""
    if not sentence.pack.patterns.money.asks.search(sentence.text, sentence.start, sentence.end):
        return None
    told = [c.label for c in sentence.find_cues("price") if c.label in COMPANY_AMOUNTS]
    return told[0] if told else None


def _told_beside(sentence: Sentence, value: Value, discourse: Discourse) -> str | None:
    """What the words right beside the amount, or the amount before it in a row without words between, say that it is."""
    patterns = sentence.pack.patterns
    if is_raised(sentence, value) or is_raised_cash(sentence, value) or is_public_aid(sentence, value):
        return "funding"
    if is_paid_for_goods(sentence, value):
        return "order_value"
    if _is_brought_in(sentence, value):
        return "revenue"
    told = sentence.find_cues("price", (value.end, min(value.end + _BEHIND, sentence.clause(value.start)[1])))
    if not told and patterns.money.stakes.search(sentence.text, sentence.clause(value.start)[0], value.start):
        return "funding" if _is_stake(sentence, value) else "investment"
    if patterns.money.worth_before.search(sentence.text, sentence.start, value.start):
        ordered = sentence.find_cues("event", (sentence.clause(value.start)[0], value.start), "order")
        return "order_value" if ordered else "investment"
    before = [v for v in sentence.values if v.kind == "price" and v.end <= value.start]
    if not before or not discourse.money or len(sentence.gap(before[-1].end, value.start)) > _ROW:
        return None
    between = sentence.find_cues("price", (before[-1].end, value.start))
    behind = sentence.find_cues("price", (value.end, min(value.end + _BEHIND, sentence.clause(value.start)[1])))
    return None if between or behind else discourse.money


def _is_brought_in(sentence: Sentence, value: Value) -> bool:
    """ "Ha venduto Blackwell per 11 miliardi", "le Instinct hanno portato 5 miliardi": what is sold brings the money."""
    start = sentence.clause(value.start)[0]
    if sentence.pack.patterns.money.sold_for.search(sentence.text, start, value.start):
        return True
    return any(start <= p.start < value.start and earns(sentence, value, p) for p in sentence.products)


def earns(sentence: Sentence, value: Value, product: Mention) -> bool:
    """ "Le MI300X da sole hanno superato il miliardo", "ha venduto Blackwell per 11 miliardi": the product itself brings the money."""
    money = sentence.pack.patterns.money
    behind = sentence.gap(product.end, value.start)
    if money.sold_at.fullmatch(behind) and money.sold_for.search(
        sentence.text, sentence.clause(value.start)[0], value.start
    ):
        return True
    start = sentence.clause(value.start)[0]
    if product.end <= start:  # "La generazione più recente, Blackwell, ha rappresentato 27 miliardi"
        apposed = sentence.gap(sentence.start, product.start).rstrip().endswith(",") and behind.startswith(",")
        return apposed and money.brings.fullmatch(behind[1:]) is not None
    subject = money.before_subject.fullmatch(sentence.gap(start, product.start))
    return subject is not None and money.brings.fullmatch(behind) is not None


def _is_rent(sentence: Sentence, value: Value, label: str | None, size: Decimal, *, told: bool) -> bool:
    """What is paid by the hour, or by another period where a word for rent stands; or less than any accelerator costs."""
    if value.per in {"hour", "day"}:
        return True
    periods = sentence.find_cues("period", sentence.clause(value.start))
    if label == "rental_price":
        return bool(value.per or periods) or size < _DEAR_RENT
    if label in {None, "unit_price"} and _is_let(sentence, value, periods):
        return True
    if sentence.pack.spaced and not (told or sentence.products or sentence.find_cues("price", label="rental_price")):
        return False
    memory = any(m.kind in TECHNOLOGY_KINDS for m in sentence.products)
    return label in {None, "unit_price"} and size < CHEAPEST and not memory


def _is_let(sentence: Sentence, value: Value, periods: Sequence[Cue]) -> bool:
    """ "Ha pagato 24.000 dollari al mese", "il canone mensile è di 1.500 euro per scheda": a price by the period, of no instalment."""
    if value.per is not None and value.per in _TERMS and sentence.products:
        return sentence.pack.patterns.money.instalment.search(sentence.text, *sentence.clause(value.start)) is None
    within = (sentence.start, sentence.end) if value.per else sentence.clause(value.start)
    named = {c.start for c in sentence.find_cues("price", within, "rental_price")}
    apart = named - {c.start for c in periods}
    return bool(named) if value.per else bool(apart and periods)


def _by_size(sentence: Sentence, value: Value, label: str, size: Decimal, discourse: Discourse) -> tuple[str, float]:
    """The cue's predicate, unless the amount is too large for one thing or too small for a deal."""
    labels = {c.label for c in sentence.find_cues("price", sentence.clause(value.start))} - _WEAK
    if label == "unit_price" and size >= DEAL_SIZE and not _is_by_the_piece(sentence, value, size, discourse):
        return _first(labels - {"unit_price"}) or _cost_of_a_whole(sentence, size), 0.7
    supplied = sentence.pack.spaced and label == "unit_price" and "order_value" in labels
    if supplied and size >= _DEAR_RENT and not sentence.products:
        return "order_value", 0.7
    each = "unit_price" in labels or (size < _DEAREST_PIECE and _is_ceiling(sentence, value))
    if label == "order_value" and size < DEAL_SIZE and each:
        return "unit_price", 0.7
    unsaid = label == "other_amount" and "other_amount" not in labels
    small = size < _DEAR_RENT
    if small and ((unsaid and sentence.products) or (label == "investment" and sentence.pack.spaced)):
        return "unit_price", 0.7
    return label, 0.85


def _is_ceiling(sentence: Sentence, value: Value) -> bool:
    """海光7470服务器64台，最高限价2.8万元: what a tender may cost at most by the piece, where it is so little."""
    return (
        sentence.pack.patterns.money.ceiling.search(sentence.text, sentence.clause(value.start)[0], value.start)
        is not None
    )


def _is_by_the_piece(sentence: Sentence, value: Value, size: Decimal, discourse: Discourse) -> bool:
    """每套6000万元: a word for each one right at the amount, where machines are spoken of that may cost as much."""
    around = (max(sentence.start, value.start - _EACH), min(sentence.end, value.end + _EACH))
    each = [c for c in sentence.find_cues("price", around, "unit_price") if distance(c, value) <= 1]
    machines = sentence.products or ([] if sentence.pack.spaced else discourse.focus)
    return bool(each) and size < _DEAREST and any(m.kind in _MACHINES for m in machines)


def _cost_of_a_whole(sentence: Sentence, size: Decimal) -> str:
    """What an amount is that is too large for one thing: of an order, of a site that is built, or of something else."""
    if size < _DEAREST and sentence.pack.spaced and any(m.kind == "system" for m in sentence.products):
        return "unit_price"
    ordered = sentence.find_cues("event", label="order") or sentence.find_cues("price", label="order_value")
    if ordered or not sentence.pack.spaced:
        return "order_value"
    return "investment" if sentence.find_cues("noun", label="site") else "other_amount"


def _without_cue(sentence: Sentence, value: Value, discourse: Discourse, size: Decimal) -> tuple[str, float]:
    if discourse.sales and size >= DEAL_SIZE and sentence.block.kind == "list" and not sentence.find_cues("price"):
        return "revenue", 0.6
    if discourse.money and size >= DEAL_SIZE and not sentence.find_cues("price"):
        return discourse.money, 0.55
    if discourse.rent and size < _DEAR_RENT / 100:
        return "rental_price", 0.6
    anywhere = sentence.nearest("price", value)
    told = [c for c in sentence.find_cues("price", (sentence.start, value.start)) if c.label not in _WEAK]
    if anywhere and told and (anywhere.label in _WEAK or sentence.pack.spaced):
        anywhere = told[-1]
    if anywhere:
        # 7月、8月分別為620億元與655億元，合計…: a word for a sum tells amounts of what the sentences before do
        going_on = discourse.money if size >= DEAL_SIZE and anywhere.label == "total" else None
        label = going_on or _TOTAL.get(anywhere.label, anywhere.label)
        if anywhere.label == "side_amount" and sentence.pack.spaced and size < _DEAR_RENT:
            label = "unit_price"  # "Dazi, il portatile passa da 999 a 1.299 dollari"
        dear = size >= DEAL_SIZE or _is_too_dear_for_a_piece(sentence, size, discourse)
        return ("other_amount", 0.5) if dear and label == "unit_price" else (label, 0.7)
    if size < DEAL_SIZE:
        return ("order_value", 0.55) if _is_too_dear_for_a_piece(sentence, size, discourse) else ("unit_price", 0.6)
    event = sentence.nearest("event", value)
    if event and event.label in {"order", "ship"}:
        return "order_value", 0.7
    if is_for_site(sentence, value):
        return "investment", 0.6
    quarters = sentence.pack.patterns.money.in_quarter.match(sentence.text, value.end)
    return "revenue" if quarters else discourse.usual_amount or "other_amount", 0.5


def _is_too_dear_for_a_piece(sentence: Sentence, size: Decimal, discourse: Discourse) -> bool:
    """ "Con l'IVA si arriva a 4,1 milioni", behind the price of an order: no chip costs so much, and no machine is spoken of."""
    told = any(d.predicate == "order_value" for d in discourse.told_in_block)
    return (
        told and size >= _DEAREST_PIECE and not any(m.kind in _MACHINES for m in sentence.products or discourse.focus)
    )


def _is_deals_worth(sentence: Sentence, value: Value, discourse: Discourse) -> bool:
    """ "L'ordine … al prezzo unitario di 32.000 dollari. L'operazione vale 1,6 milioni": where pieces or their price were told just before."""
    if not sentence.pack.patterns.money.deal_worth.search(sentence.text, sentence.start, value.start):
        return False
    return any(d.predicate in {"unit_price", "unit_count", "rental_price"} for d in discourse.told_in_block)


def _is_spent_on_goods(sentence: Sentence, value: Value) -> bool:
    """斥资3亿元采购1000张昇腾910B, "ha speso 40 milioni per comprare 900 H200": money that buys the products named behind it is a deal's worth."""
    behind = (value.end, sentence.clause(value.start)[1])
    bought = sentence.find_cues("event", behind, "order")
    return any(
        p.kind not in TECHNOLOGY_KINDS and p.kind not in _BUILT and bought[0].start < p.start < behind[1]
        for p in sentence.products
        if bought
    )


def _is_stake(sentence: Sentence, value: Value) -> bool:
    """Whether the money goes into a company: "8 miliardi di dollari in Anthropic", 向OpenAI投资1000亿美元, 斥资50亿入股."""
    clause = sentence.clause(value.start)
    if any(c.label == "funding" for c in sentence.find_cues("price", (value.end, min(value.end + 6, clause[1])))):
        return True
    patterns = sentence.pack.patterns
    return any(
        patterns.money.into_company.search(sentence.text[max(clause[0], o.start - 12) : o.start])
        and (not sentence.pack.spaced or o.start > value.end)
        for o in sentence.organisations
        if clause[0] <= o.start < clause[1]
    )


def _nearest_label(sentence: Sentence, value: Value, discourse: Discourse) -> str | None:
    """The label of the price cue that goes with the value; words that only name a market or costs yield to all others."""
    for within in (sentence.segment(value), sentence.clause(value.start)):
        cues = sentence.find_cues("price", within)
        told = [c for c in cues if c.label not in _WEAK]
        if told:
            # A word behind the amount tells less than one before it.
            nearest = min(
                told, key=lambda c: (distance(c, value) * (1.5 if c.start >= value.end else 1), c.start - c.end)
            )
            return nearest.label
    cue = sentence.cue_for("price", value)
    if cue is None or cue.label not in _WEAK:
        return cue.label if cue else None
    if cue.label == "total" and sentence.pack.patterns.money.in_quarter.match(sentence.text, value.end):
        return "revenue"
    if _is_company_worth(sentence, value, cue) or _is_worth_now(sentence, value, cue, discourse):
        return "valuation"
    if (cue.label == "side_amount" and _is_tendered(sentence, cue)) or _is_of_a_purchase(sentence, cue):
        return "order_value"
    if cue.label == "total" and is_for_site(sentence, value) and not sentence.find_cues("price", label="order_value"):
        return "investment"
    # "Il valore complessivo supera i 4 miliardi": the total of what was told before.
    large = value.value is not None and value.value >= DEAL_SIZE
    if sentence.pack.spaced and not large and _is_worth_by_the_piece(sentence, cue):
        return "unit_price"
    return discourse.money if discourse.money and large and cue.label == "total" else _TOTAL[cue.label]


def _is_worth_by_the_piece(sentence: Sentence, cue: Cue) -> bool:
    """ "Un kit da 32 GB oggi vale 310 euro": a small amount that something is worth which nobody orders."""
    if not sentence.pack.patterns.money.is_worth.match(sentence.text, cue.start):
        return False
    return not (sentence.find_cues("price", label="order_value") or sentence.find_cues("event", label="order"))


def _is_tendered(sentence: Sentence, cue: Cue) -> bool:
    """本项目采购预算3亿元, 预算…最高限价…: what a tender may cost."""
    tender = sentence.find_cues("stage", label="tender")
    told = any(c.start <= cue.start < c.end for c in tender)
    return told and (len(tender) > 1 or bool(sentence.find_cues("event", label="order")))


def _is_of_a_purchase(sentence: Sentence, cue: Cue) -> bool:
    """采购价值上看千亿美元的芯片: a word for a sum behind the verb of buying in its clause."""
    if cue.label != "total" or sentence.pack.spaced:
        return False
    return bool(sentence.find_cues("price", (sentence.clause(cue.start)[0], cue.start), "order_value"))


def _is_company_worth(sentence: Sentence, value: Value, cue: Cue) -> bool:
    """ "Cerebras vale otto miliardi": a company is worth so much where nothing is ordered, bought or sold for it."""
    money = sentence.pack.patterns.money
    worth = money.is_worth.match(sentence.text, cue.start)
    if not worth or value.value is None or value.value < DEAL_SIZE:
        return False
    if sentence.pack.spaced and sentence.find_cues("price", (sentence.start, cue.start), "funding"):
        return False  # "l'ultimo round vale 46 milioni"
    named = any(o.kind == "company" and o.end <= cue.start for o in sentence.organisations)
    if money.undertaking.search(sentence.text, sentence.start, cue.start):
        return False
    return named and not sentence.find_cues("price", label="order_value") and not sentence.find_cues("event")


def _is_worth_now(sentence: Sentence, value: Value, cue: Cue, discourse: Discourse) -> bool:
    """ "… ha raccolto 250 milioni. Ora vale 1,2 miliardi": what the one is worth that has raised money."""
    if not sentence.pack.patterns.money.is_worth.match(sentence.text, cue.start) or sentence.products:
        return False
    told = any(d.predicate in {"funding", "valuation"} for d in discourse.told_in_block)
    raised = told or any(c.label == "funding" for c in sentence.find_cues("price", (sentence.start, cue.start)))
    large = value.value is not None and value.value >= DEAL_SIZE
    return raised and large and not sentence.find_cues("price", sentence.clause(value.start), "order_value")


def usual_amount(sentences: Sequence[Sentence]) -> str | None:
    """What most words for money of an Italian article tell of, prices and totals apart: what an amount without such a word is there."""
    if not sentences or not sentences[0].pack.spaced:
        return None
    told = Counter(c.label for s in sentences for c in s.find_cues("price") if c.label in _BY_LIKELIHOOD)
    ranked = told.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    label, count = ranked[0]
    return label if count >= (_FEW_OF_FUNDING if label == "funding" else _MANY) else None


def _first(labels: set[str]) -> str | None:
    return next((p for p in _BY_LIKELIHOOD if p in labels), None)
