"""Dates that stand alone beside a product: "TPU v5p (dicembre 2023)", "la MI325X, del 2024, …", "• HBM4, 2026: 2 TB/s"."""

from __future__ import annotations

import re

from models.hardware.schema import SITE_KINDS
from models.values import Value
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_ITEM = re.compile(r",\s+")
_COLON = re.compile(r"\s*:\s")


_CLOSED = re.compile(r"\s*(?:$|[.,;:)\n])")


def bracketed_event(sentence: Sentence, value: Value) -> Draft | None:
    """The launch of the product right before a date that is all its bracket holds, or heads a list's item with it; a site's start."""
    event = sentence.pack.patterns.event
    if not sentence.pack.spaced or value.kind != "date":
        return None
    before = [m for m in sentence.products if m.end <= value.start]
    if not before:
        return None
    gap = sentence.gap(before[-1].end, value.start)
    bracketed = event.bracket_opens.fullmatch(gap) and sentence.text.startswith(")", value.end)
    bracketed = bracketed or (event.of_year.fullmatch(gap) and sentence.text.startswith((",", ")"), value.end))
    heads = sentence.block.kind == "list" and _ITEM.fullmatch(gap) and _COLON.match(sentence.text, value.end)
    if not (bracketed or heads):
        return None
    return _beginning(sentence, value, before[-1], "bracket", 0.6)


def verbless_event(sentence: Sentence, value: Value) -> Draft | None:
    """ "AMD conferma: Zen 6 nel 2026": a product and a date, and nothing else between two stops."""
    event = sentence.pack.patterns.event
    if value.kind != "date" or not value.timex or value.timex.endswith("_REF"):
        return None
    before = [m for m in sentence.products if m.end <= value.start]
    if not before or not event.dated.fullmatch(sentence.gap(before[-1].end, value.start)):
        return None
    if not event.set_off.search(sentence.gap(sentence.start, before[-1].start)):
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
