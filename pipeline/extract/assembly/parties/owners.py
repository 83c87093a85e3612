"""Who stands behind a name: the owner of a site, the company that a person leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.parties.parties import oblique
from pipeline.extract.assembly.parties.voices import Voice, only_apposition
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_OFTEN = 3
"""So many times at least an article names the company that it is about."""


@dataclass(frozen=True, slots=True)
class Owners:
    """What the hardware model knows of organisations: `names` by id, `heads` the companies by the people who lead them.

    `named` are the ids that the article names, the owners of its sites among them.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)
    named: frozenset[str] = frozenset()

    @classmethod
    def of_article(cls, sentences: Sequence[Sentence], names: Mapping[str, str], heads: Mapping[str, str]) -> Owners:
        organisations = {o.id for s in sentences for o in s.organisations}
        sites = {vendor_of(m) for s in sentences for m in s.products if m.kind in SITE_KINDS}
        return cls(names, heads, frozenset(organisations | sites))

    def name_of(self, organisation: Mention) -> str:
        """The organisation's name; of a chief the name of his company, where the article names it anywhere."""
        company = self.heads.get(organisation.id)
        return self.names[company] if company in self.named and company in self.names else organisation.name

    def of_site(self, products: Iterable[Mention]) -> str | None:
        """The owner whose name opens the id of a site among the products."""
        owners = (vendor_of(m) for m in products if m.kind in SITE_KINDS)
        return next((self.names[owner] for owner in owners if owner in self.names), None)


def speaks_for(sentence: Sentence, voices: Sequence[Voice]) -> Mention | None:
    """«Abbiamo 40.000 acceleratori», ha detto il fondatore di Nebius: the one company or institution whose officer speaks of "us"."""
    if not (
        voices
        and sentence.pack.spaced
        and sentence.pack.patterns.party.we.search(sentence.text, sentence.start, sentence.end)
    ):
        return None
    named = [o for o in sentence.organisations if o.kind in {"company", "institution"} and only_apposition(sentence, o)]
    return named[0] if len({o.id for o in named}) == 1 else None


def chief_speaking(sentence: Sentence, voices: Sequence[Voice], owners: Owners) -> Mention | None:
    """The one who speaks, where he leads a company that the article names."""
    starts = {v.start for v in voices}
    chiefs = (o for o in sentence.organisations if o.start in starts and owners.heads.get(o.id) in owners.named)
    return next(chiefs, None)


def main_company(sentences: Sequence[Sentence]) -> Mention | None:
    """The company that an article names far more often than any other."""
    named = [o for s in sentences for o in s.organisations if o.kind == "company" and not only_apposition(s, o)]
    often = Counter(o.id for o in named).most_common(2)
    if not often or often[0][1] < _OFTEN or (len(often) > 1 and often[0][1] < 2 * often[1][1]):
        return None
    return next(o for o in named if o.id == often[0][0])


def first_company(sentences: Sequence[Sentence]) -> Mention | None:
    """The first company in the running text that is the subject of its sentence."""
    named = (
        o
        for s in sentences
        if s.block.kind == "paragraph"
        for o in s.organisations
        if o.kind == "company" and not only_apposition(s, o) and not oblique(s, o)
    )
    return next(named, None)


def vendor_of(product: Mention) -> str:
    return product.id.split("-")[0]
