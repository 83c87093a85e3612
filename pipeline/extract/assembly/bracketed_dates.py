"""Dates that stand alone beside a product: "TPU v5p (dicembre 2023)", "• HBM4, 2026: 2 TB/s"."""

from __future__ import annotations

import re

from models.hardware.schema import SITE_KINDS
from models.values import Value
from pipeline.extract.assembly.draft import Draft, from_value
from pipeline.extract.assembly.reading import Sentence

_OPENING = re.compile(r"\s*\(\s*(?:(?:a|ad|in|nel|nella|del|dal)\s+|nell['’]|dell['’])?", re.IGNORECASE)
_ITEM = re.compile(r",\s+")
_COLON = re.compile(r"\s*:\s")


def bracketed_event(sentence: Sentence, value: Value) -> Draft | None:
    """The launch of the product right before a date that is all its bracket holds, or heads a list's item with it; a site's start."""
    if not sentence.pack.spaced or value.kind != "date":
        return None
    before = [m for m in sentence.products if m.end <= value.start]
    if not before:
        return None
    gap = sentence.gap(before[-1].end, value.start)
    bracketed = _OPENING.fullmatch(gap) and sentence.text.startswith(")", value.end)
    heads = sentence.block.kind == "list" and _ITEM.fullmatch(gap) and _COLON.match(sentence.text, value.end)
    if not (bracketed or heads):
        return None
    event = "deployment" if before[-1].kind in SITE_KINDS else "launch"
    draft = from_value(value, "date", event, sentence, f"date.{event}.bracket", 0.6)
    draft.subjects = before[-1:]
    return draft
