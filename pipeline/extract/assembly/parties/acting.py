"""Who has been acting so far in an article, so that a statement whose sentence names nobody has a holder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.parties.owners import Owners, chief_speaking, speaks_for, vendor_of
from pipeline.extract.assembly.parties.parties import (
    ACTOR_KINDS,
    asks,
    builds,
    in_subordinate,
    modifies,
    oblique,
    orders,
    wins,
)
from pipeline.extract.assembly.parties.trades import regulators
from pipeline.extract.assembly.parties.voices import Voice, only_apposition
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention


@dataclass(slots=True)
class Holders:
    """Who has been acting so far in the article."""

    owners: Owners = field(default_factory=Owners)
    last: Mention | None = None
    """The last who acted, whoever it is."""

    buyer: Mention | None = None
    """The last who acted and makes none of the products."""

    company: Mention | None = None
    """The last company that acted: what "the company" stands for."""

    main: Mention | None = None
    """Whom the article is about: the first that it names."""

    block: int = -1
    """The block in which the last acted."""

    buyer_block: int = -1
    """The block in which the last buyer acted."""

    lead: Mention | None = None
    """The first company that the paragraphs name as a subject: whose the results of a title are that names nobody."""

    answering: Mention | None = None
    """The company of the one who is interviewed."""

    spoken_for: Mention | None = None
    """In whose name somebody last spoke, and the block in which he did: "we"."""

    spoken_block: int = -1

    titled: str | None = None
    """The buyer that the title names."""

    vendors: set[str] = field(default_factory=set)

    def advance(self, sentence: Sentence, voices: Sequence[Voice]) -> None:
        """Takes note of who acts in the sentence."""
        self.vendors |= {vendor_of(m) for m in sentence.products if m.kind not in SITE_KINDS}
        speaking = {v.start for v in voices}
        actors = [
            o
            for o in sentence.organisations
            if o.kind in ACTOR_KINDS
            and not (o.id in regulators() or builds(sentence, o))
            and not only_apposition(sentence, o)
            and not (o.kind == "person" and (o.start in speaking or not o.known))
            and not (o.kind == "institution" and o.start in speaking)
        ]
        subjects = [o for o in actors if not (oblique(sentence, o) or modifies(sentence, o))]
        if not subjects and self.last is None:
            subjects = actors[:1]
        employer = speaks_for(sentence, voices)
        spoken_for = employer or (chief_speaking(sentence, voices, self.owners) if sentence.pack.spaced else None)
        if spoken_for:
            self.spoken_for, self.spoken_block = spoken_for, sentence.block_index
        if employer:
            subjects = subjects or [employer]
        if subjects:
            subjects = [o for o in subjects if not in_subordinate(sentence, o)] or subjects
            main = self.main.id if self.main else None
            self.last = next((o for o in subjects if o.id == main), subjects[0])
            self.block = sentence.block_index
            self.company = next((o for o in subjects if o.kind == "company"), self.company)
            self.main = self.main or self.last
        if actors and asks(sentence):
            # The answer is about whom the question is about.
            self.last, self.block = (subjects or actors)[0], sentence.block_index + 1
        customers = [o for o in actors if sentence.pack.spaced and orders(sentence, o)]
        if customers:
            self.titled = self.titled or customers[0].id
        buyers = customers or [o for o in subjects if o.id not in self.vendors and not wins(sentence, o)]
        if buyers:
            self.buyer, self.buyer_block = buyers[0], sentence.block_index
            if sentence.block.kind == "title" and buyers[0].kind not in {"person", "government"}:
                self.titled = buyers[0].id

    def answer_for(self, company: Mention | None) -> None:
        """From here on somebody answers for his company: "we" is that one."""
        if company:
            self.last = self.company = self.main = self.buyer = self.answering = company

    def inherited(self, draft: Draft, own_business: bool) -> Mention | None:
        """Who holds a statement whose sentence names nobody: who acted last in its paragraph, else whom the article is about.

        A buyer of another paragraph counts only where he is the one that the article is about.
        """
        if not own_business:
            if self.buyer is None or self.buyer.id in {vendor_of(s) for s in draft.subjects}:
                return None
            if self.answering and self.buyer_block != draft.sentence.block_index:
                return self.answering
            here = self.buyer_block == draft.sentence.block_index
            return self.buyer if here or self.buyer.id == self.titled or self._is_main(self.buyer) else None
        last = self.last if self.block == draft.sentence.block_index else self.main
        if last is None and draft.sentence.block.kind == "title" and _is_result(draft):
            last = self.lead
        return self.company if last and last.kind in {"person", "government"} else last

    def _is_main(self, organisation: Mention) -> bool:
        name_of = self.owners.name_of
        return self.main is not None and name_of(self.main) == name_of(organisation)


def _is_result(draft: Draft) -> bool:
    """Whether a statement tells what a company has earned or how far its plants are used."""
    return not draft.subjects and (
        draft.predicate == "revenue" or draft.fields.get("aspect") in {"revenue", "profit", "capacity"}
    )
