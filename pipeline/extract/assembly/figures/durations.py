"""Durations: a contract's term, what a plant took to build, how long something lasts or is late."""

from __future__ import annotations

import re

from models.values import Value
from pipeline.extract.assembly.discourse import Discourse
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.assembly.subjects.subjects import find_subjects

_SHIFTS = ("提前", "推迟", "延", "slitt", "anticip", "ritard")
_OLD = re.compile(
    r"\b(?:attiv[oaie]|presente|oper[ai]\w*|esiste|fondat[oaie]|nat[oaie]|quotat[oaie])\s+(?:ormai\s+|già\s+)?da\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What stands before the age of a company."""
_LASTING = re.compile(r"durata", re.IGNORECASE)
"""The term of a contract that its sentence names before: "l'accordo, della durata di dieci anni,"."""
_THINGS = frozenset({"gpu", "cpu", "chip", "server", "rack", "site"})
_LONG_CONTRACT = re.compile(r"\s*期?的?[^,，。;；\d]{0,6}?(?:长约|合约|合同|协议|租约|长单|采购约|供应约)")
"""Behind a span of time: that a contract runs over it (六年长约)."""
_OF_A_DEAL = re.compile("(?:交易|合同|合约|协议|订单|计划|租约)案?[^,，。;；\\d]{0,4}$")
"""Before a span of time: that a deal lasts so long, and no product."""
_STARTS = frozenset({"production", "deployment", "other_date"})
_INHERITED = frozenset({"focus", "title", "heading", "none"})


def read_duration(sentence: Sentence, value: Value, discourse: Discourse) -> Draft | None:
    """The draft of a duration that a word ties to a contract, a building time or a delay of hardware, or None."""
    cue = sentence.nearest("spec", value, sentence.clause(value.start))
    timed = cue is not None and cue.label == "duration"
    lasting = timed and cue is not None and _LASTING.match(sentence.text, cue.start)
    within = (sentence.start, sentence.end) if lasting else sentence.clause(value.start)
    contract = sentence.find_cues("price", within, "order_value")
    term = _is_term(sentence, value) or (timed and bool(contract))
    if not timed and not term:
        return None
    found = find_subjects(sentence, value, "duration", discourse)
    draft = from_value(value, "quantity", "duration", sentence, f"figure.duration.{found.how}", found.confidence - 0.1)
    inherited = found.how in _INHERITED
    shifted = timed and cue is not None and sentence.text[cue.start : cue.end].lower().startswith(_SHIFTS)
    things = [c for c in sentence.find_cues("noun", (sentence.start, value.start)) if c.label in _THINGS]
    draft.subjects = found.products if not inherited or (shifted and not things) else []
    if not sentence.pack.spaced and _OF_A_DEAL.search(sentence.gap(sentence.clause(value.start)[0], value.start)):
        draft.subjects = []
    if found.how == "cataphora" and not sentence.pack.spaced:
        draft.subjects = []  # 交期约20周，AST2700下半年…
    named = (
        draft.subjects or any(c.label in _THINGS for c in sentence.find_cues("noun")) or _of_building(sentence, timed)
    )
    tendered = timed and discourse.tendered and not sentence.pack.spaced  # 质保五年
    return draft if named or term or tendered or found.how == "focus" else None


def _of_building(sentence: Sentence, timed: bool) -> bool:
    """从动工到投产历时11个月: what a plant or a centre took, told with its stage, its noun or the verb by which it starts."""
    if sentence.pack.spaced or not timed:
        return False
    if sentence.find_cues("nominal", label="site_stage") or sentence.find_cues("nominal", label="facility"):
        return True
    if any(c.label in _STARTS for c in sentence.find_cues("date")):
        return True
    return sentence.pack.patterns.part.factory.search(sentence.text, sentence.start, sentence.end) is not None


def _is_term(sentence: Sentence, value: Value) -> bool:
    """Whether the duration is a contract's term: money or an order of its clause runs over it."""
    if any(v.kind == "price" and v.start == value.end for v in sentence.values) and not sentence.pack.spaced:
        return bool(sentence.find_cues("price", sentence.clause(value.start), "order_value"))
    if _OLD.search(sentence.text, sentence.start, value.start):
        return False
    if not sentence.pack.spaced and _LONG_CONTRACT.match(sentence.text, value.end):
        return True
    if not sentence.pack.patterns.figure.term.search(
        sentence.text[max(sentence.start, value.start - 12) : value.start]
    ):
        return False
    worth = [
        c
        for c in sentence.find_cues("price", sentence.clause(value.start))
        if c.label in {"order_value", "rental_price"}
    ]
    return bool(worth) or any(v.kind == "price" for v in sentence.values)
