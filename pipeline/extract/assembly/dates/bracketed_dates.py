"""Dates that stand alone beside a product: "TPU v5p (dicembre 2023)", "la MI325X, del 2024, …", "• HBM4, 2026: 2 TB/s"."""

from __future__ import annotations

import re

from models.hardware.schema import SITE_KINDS
from models.values import Value
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_OPENING = re.compile(r"\s*\(\s*(?:(?:a|ad|in|nel|nella|del|dal)\s+|nell['’]|dell['’])?", re.IGNORECASE)
_OF_YEAR = re.compile(r",\s+(?:ormai\s+)?(?:del|classe)\s+")
_ITEM = re.compile(r",\s+")
_COLON = re.compile(r"\s*:\s")


_SET_OFF = re.compile(r"(?:^|[:;,.\n•–-])\s*(?:e\s+)?(?:il\s+|la\s+|lo\s+|i\s+|gli\s+|le\s+|l['’])?$", re.IGNORECASE)
_AT = re.compile(
    r"\s+(?:nel(?:la|l['’])?|ad?|in|entro|dal(?:la|l['’])?|per|tra|fra|non\s+prima\s+d(?:i|el|ella|ell['’]))\s*(?:il\s+|la\s+|l['’]|fine\s+)?",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\s*(?:$|[.,;:)\n])")


def bracketed_event(sentence: Sentence, value: Value) -> Draft | None:
    """The launch of the product right before a date that is all its bracket holds, or heads a list's item with it; a site's start."""
    if not sentence.pack.spaced or value.kind != "date":
        return None
    before = [m for m in sentence.products if m.end <= value.start]
    if not before:
        return None
    gap = sentence.gap(before[-1].end, value.start)
    bracketed = _OPENING.fullmatch(gap) and sentence.text.startswith(")", value.end)
    bracketed = bracketed or (_OF_YEAR.fullmatch(gap) and sentence.text.startswith((",", ")"), value.end))
    heads = sentence.block.kind == "list" and _ITEM.fullmatch(gap) and _COLON.match(sentence.text, value.end)
    if not (bracketed or heads):
        return None
    return _beginning(sentence, value, before[-1], "bracket", 0.6)


def verbless_event(sentence: Sentence, value: Value) -> Draft | None:
    """ "AMD conferma: Zen 6 nel 2026": a product and a date, and nothing else between two stops."""
    if not sentence.pack.spaced or value.kind != "date" or not value.timex or value.timex.endswith("_REF"):
        return None
    before = [m for m in sentence.products if m.end <= value.start]
    if not before or not _AT.fullmatch(sentence.gap(before[-1].end, value.start)):
        return None
    if not _SET_OFF.search(sentence.gap(sentence.start, before[-1].start)):
        return None
    if not _CLOSED.match(sentence.text[: sentence.end], value.end):
        return None
    return _beginning(sentence, value, before[-1], "verbless", 0.55)


def _beginning(sentence: Sentence, value: Value, product: Mention, rule: str, confidence: float) -> Draft:
    """The launch of the product at that date; of a site the day from which it runs."""
    event = "deployment" if product.kind in SITE_KINDS else "launch"
    draft = from_value(value, "date", event, sentence, f"date.{event}.{rule}", confidence)
    draft.subjects = [product]
    return draft
