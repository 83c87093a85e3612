"""A mention: the characters of a text that name a product or an organisation, and what they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionType = Literal["hardware", "organisation"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in a text, `start` and `end` in its code points.

    A product's span takes in the maker, brand and architecture directly before it and an official tail after it
    ("Nvidia Blackwell B200", "H100 Tensor Core GPU"); generic words ("GPU", "芯片") stay outside. What a span took in is
    in `parts`. `kind` is the product's kind ("gpu", "rack", "architecture") or the organisation's ("company", "person").
    `name` is the model's name, of an organisation the common English one; an unknown product has the words of the text.
    """

    start: int
    end: int
    id: str
    name: str
    type: MentionType
    kind: str
    known: bool = True
    parts: tuple[Mention, ...] = ()
