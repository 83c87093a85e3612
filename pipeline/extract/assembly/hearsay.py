"""How sure statements are put that lean on a hedge told before them: the items of a list, and what goes on about a rumoured product."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.hardware.schema import TECHNOLOGY_KINDS
from pipeline.extract.assembly.context import hedge_of
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence

_SPECIFICATIONS = frozenset(
    {"power", "transistor_count", "memory_capacity", "memory_bandwidth", "link_bandwidth", "compute", "core_count", "clock",
     "die_area", "relative", "unit_price", "memory_type", "process_node", "architecture", "component", "packaging", "foundry"}
)  # fmt: skip
_CLOSING = " ”»\"'*_"
_COLON = re.compile(r"[:：]\s")


@dataclass(slots=True)
class Hearsay:
    """The hedge that goes on into the statements that follow."""

    introduced: str | None = None
    """The modality of the sentence that introduces what follows: "La configurazione dovrebbe essere così composta:"."""

    first: dict[str, str] = field(default_factory=dict)
    """How the first specification of each product was put."""

    def carry(self, sentence: Sentence, drafts: Sequence[Draft], *, told: bool) -> None:
        """Puts the statements of the sentence as those before them; `told` says whether somebody speaks in it.

        What is rumoured of a product that nothing was asserted of stays rumoured, unless a verb tells that it happened.
        """
        if not sentence.pack.spaced:
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
    return sentence.pack.patterns.past.search(sentence.text, *sentence.clause(draft.start)) is not None
