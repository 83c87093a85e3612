"""Direct speech: what stands between quotation marks is the word of the one whom its paragraph names as speaking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.parties.voices import Voice
from pipeline.extract.assembly.reading import Sentence

_QUOTATION = re.compile(r"«[^«»]{20,}?»|“[^“”]{20,}?”|「[^「」]{10,}?」|\"[^\"\n]{20,}?\"")
_REACH = 60
"""How far from a quotation its speaker may stand, in characters."""


def attribute_quotations(read: Sequence[tuple[Sentence, list[Draft], list[Voice]]]) -> None:
    """Sets the source of statements inside quotation marks that have none: who speaks nearest to them in their paragraph."""
    blocks: dict[int, list[tuple[Sentence, list[Draft], list[Voice]]]] = {}
    for entry in read:
        blocks.setdefault(entry[0].block_index, []).append(entry)
    for entries in blocks.values():
        block = entries[0][0].block
        voices = [v for _, _, spoken in entries for v in spoken if block.start <= v.start < block.end]
        if not voices:
            continue
        for match in _QUOTATION.finditer(entries[0][0].text, block.start, block.end):
            speaker = _speaker(match.start(), match.end(), voices)
            if speaker:
                _attribute(match.start(), match.end(), speaker, (d for _, drafts, _ in entries for d in drafts))


def _speaker(start: int, end: int, voices: Iterable[Voice]) -> Voice | None:
    """Who stands nearest outside the marks, within reach; who follows them wins over who comes before."""
    behind = [v for v in voices if 0 <= v.start - end <= _REACH]
    before = [v for v in voices if 0 <= start - v.end <= _REACH]
    return min(behind, key=lambda v: v.start, default=None) or max(before, key=lambda v: v.end, default=None)


def _attribute(start: int, end: int, speaker: Voice, drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        if start <= draft.start and draft.end <= end:
            draft.fields.setdefault("source", speaker.name)
