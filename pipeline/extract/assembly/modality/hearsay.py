"""How sure statements are put that lean on a hedge told before them: the items of a list, and what goes on about a rumoured product."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.hardware.schema import TECHNOLOGY_KINDS
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.modality.context import hedge_of
from pipeline.extract.assembly.reading import Sentence

_SPECIFICATIONS = frozenset(
    {"power", "transistor_count", "memory_capacity", "memory_bandwidth", "link_bandwidth", "compute", "core_count", "clock",
     "die_area", "relative", "unit_price", "memory_type", "process_node", "architecture", "component", "packaging", "foundry"}
)  # fmt: skip
_GOES_ON = _SPECIFICATIONS | {"launch", "availability", "production", "delivery"}
_UNSURE = frozenset({"asserted", "expected", "planned"})
_CLOSING = " ”»\"'*_"
_COLON = re.compile(r"[:：]\s")


@dataclass(slots=True)
class Hearsay:
    """The hedge that goes on into the statements that follow."""

    introduced: str | None = None
    """The modality of the sentence that introduces what follows: "La configurazione dovrebbe essere così composta:"."""

    first: dict[str, str] = field(default_factory=dict)
    """How the first specification of each product was put."""

    leaked: bool = False
    """Whether the title calls the whole article a leak."""

    rumoured: tuple[int, frozenset[str]] = (-1, frozenset())
    """What a rumour says is being developed, and the block that tells so."""

    def carry(self, sentence: Sentence, drafts: Sequence[Draft], *, told: bool) -> None:
        """Puts the statements of the sentence as those before them; `told` says whether somebody speaks in it.

        What is rumoured of a product that nothing was asserted of stays rumoured, unless a verb tells that it happened.
        """
        if not sentence.pack.spaced:
            self._leak(sentence, drafts)
            self._carry_on(sentence, drafts, told=told)
            self._list(sentence, drafts)
            return
        rumoured = [d for d in drafts if d.fields["modality"] == "asserted" and self._rumoured(d) and not told]
        for draft in drafts:
            if self.introduced and draft.fields["modality"] == "asserted" and not _happened(draft):
                draft.fields["modality"] = self.introduced
            elif draft in rumoured:
                draft.fields["modality"] = "rumored"
        for draft in drafts:
            if draft.predicate in _SPECIFICATIONS:
                for subject in draft.subjects:
                    self.first.setdefault(subject.id, draft.fields["modality"])
        self._introduce(sentence)

    def _leak(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """【爆料】…: what an article tells that calls itself a leak, unless it is the maker's own word or has happened."""
        if sentence.block.kind == "title":
            self.leaked = (
                self.leaked or sentence.pack.patterns.mood.leak.match(sentence.text, sentence.start) is not None
            )
        if not self.leaked or sentence.find_cues("voice", label="company"):
            return
        for draft in drafts:
            if draft.predicate in _GOES_ON and draft.fields["modality"] in _UNSURE and not _happened(draft):
                draft.fields["modality"] = "rumored"

    def _carry_on(self, sentence: Sentence, drafts: Sequence[Draft], *, told: bool) -> None:
        """有消息称英伟达正在开发B30A。这款产品基于…: what a paragraph goes on to tell of it is rumoured too."""
        block, products = (
            self.rumoured if self.rumoured[0] == sentence.block_index else (sentence.block_index, frozenset())
        )
        for draft in drafts:
            about = [s.id for s in draft.subjects if s.kind not in TECHNOLOGY_KINDS]
            goes_on = draft.predicate in _GOES_ON and about and products.issuperset(about)
            if goes_on and not told and draft.fields["modality"] in _UNSURE and not _happened(draft):
                draft.fields["modality"] = "rumored"
        rumour = sentence.find_cues("modality", label="rumored")
        if rumour and sentence.pack.patterns.mood.develops.search(sentence.text, rumour[0].start, sentence.end):
            products |= {m.id for m in sentence.products if m not in sentence.aside and m.kind not in TECHNOLOGY_KINDS}
        self.rumoured = (block, products)

    def _list(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """预期规格：, 传闻参数：: what stands in the list below is as sure as the words that end the line above it say."""
        if sentence.block.kind in {"list", "table"}:
            for draft in drafts:
                if self.introduced and draft.predicate in _SPECIFICATIONS and draft.fields["modality"] == "asserted":
                    draft.fields["modality"] = self.introduced
            return
        sheet = sentence.pack.patterns.mood.sheet.search(
            sentence.text, sentence.clause(sentence.end - 1)[0], sentence.end
        )
        hedges = sentence.find_cues("modality", sheet.span()) if sheet else []
        self.introduced = hedges[0].label if hedges else None

    def _rumoured(self, draft: Draft) -> bool:
        subjects = [s for s in draft.subjects if s.kind not in TECHNOLOGY_KINDS]
        if draft.predicate not in _SPECIFICATIONS or not subjects or _happened(draft):
            return False
        return all(self.first.get(s.id) == "rumored" for s in subjects)

    def _introduce(self, sentence: Sentence) -> None:
        """Takes note of a hedge before a colon: it holds for the list or the row behind the colon, and no further."""
        written = sentence.text[sentence.start : sentence.end].rstrip(_CLOSING)
        colon = list(_COLON.finditer(sentence.text, sentence.start, sentence.end))
        if written.endswith((":", "：")):
            self.introduced = hedge_of(sentence, sentence.start, sentence.end)
        elif written.endswith(";"):
            before = hedge_of(sentence, sentence.start, colon[0].start()) if colon else None
            self.introduced = before or self.introduced
        elif sentence.block.kind not in {"list", "table"}:
            self.introduced = None


def _happened(draft: Draft) -> bool:
    sentence = draft.sentence
    mood = sentence.pack.patterns.mood
    start, end = sentence.clause(draft.start)
    if sentence.pack.spaced or draft.predicate not in _SPECIFICATIONS:
        return mood.past.search(sentence.text, start, end) is not None
    return mood.past.search(mood.equipped.sub("", sentence.text[start:end])) is not None
