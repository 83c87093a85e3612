"""What speaks for a name that is an ordinary word or short ("Spark", "5090", "M4"): the words near it and the names around it."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass

from models.hardware import Context
from pipeline.extract.gazetteer import Name, fold, spellings
from pipeline.extract.mentions import Mention

_CONTEXT_REACH = 60
_VETO_REACH = 24
_CHIPS = frozenset({"gpu", "cpu", "soc", "accelerator"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that may be one; brands and tails carry their vendor as id. `words` are the folded text."""

    mention: Mention
    name: Name
    vendor: str | None
    words: str

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def end(self) -> int:
        return self.mention.end

    @property
    def is_affix(self) -> bool:
        """No mention of its own: a part of a product's name, or a word that only contains a name."""
        return self.name.type not in ("hardware", "organisation")


class Surroundings:
    """What is certain in a text: where each product is named in full, and which makers are named."""

    def __init__(self, folded: str, in_full: Iterable[Candidate]) -> None:
        self.folded = folded
        self.places: dict[str, list[int]] = {}
        self.vendors: set[str | None] = set()
        self._vendor_ending: dict[int, str | None] = {}
        self._last_of: dict[str | None, int] = {}
        self._maker_of_chip: dict[int, str | None] = {}
        for candidate in in_full:
            self.places.setdefault(candidate.mention.id, []).append(candidate.start)
            self.vendors.add(candidate.vendor)
            self._vendor_ending[candidate.end] = candidate.vendor
            if candidate.mention.kind in _CHIPS:
                self._maker_of_chip[candidate.end] = candidate.vendor

    def accept(self, candidate: Candidate) -> None:
        """Remember where a short name was understood, for those like it that follow ("Frontier, Aurora e LUMI")."""
        self._last_of[candidate.name.context] = candidate.end
        insort(self.places.setdefault(candidate.mention.id, []), candidate.start)
        self.vendors.add(candidate.vendor)

    def ends_another_name(self, candidate: Candidate) -> bool:
        """Whether another maker's product whose name ends so is named in full: B50 behind Arc Pro B50."""
        own, ending = f"{candidate.vendor}-", f"-{candidate.words.replace(' ', '-')}"
        return any(i.endswith(ending) and not i.startswith(own) for i in self.places)

    def goes_on_with_another(self, candidate: Candidate) -> bool:
        """Whether the word stands right behind another maker's chip and so ends the name of a card: "Arc B580 Titan"."""
        maker = (
            self._maker_of_chip.get(candidate.start - 1)
            if self.folded[candidate.start - 1 : candidate.start] == " "
            else None
        )
        return candidate.words.isascii() and candidate.words.isalpha() and maker not in {None, candidate.vendor}

    def follows_its_like(self, candidate: Candidate) -> bool:
        """Whether a name that needs the same context was understood shortly before."""
        last = self._last_of.get(candidate.name.context)
        return last is not None and candidate.start - last <= _CONTEXT_REACH

    def vendor_before(self, start: int) -> str | None:
        """The maker whose name or product ends right before a place."""
        gap = self.folded[start - 1 : start] == " "
        return self._vendor_ending.get(start - gap)


class ContextWords:
    """A context's words, ready to be looked for around a name; with words against it alone a name counts but for them."""

    def __init__(self, context: Context) -> None:
        self.only_forbids = context.only_forbids
        self._for = any_of(context.words)
        self._weak = any_of(context.weak)
        self._anywhere = any_of(context.anywhere)
        self._before = re.compile(f"(?:{any_of(context.before).pattern}) ?$")
        self._against = any_of(context.against)

    def directly_before(self, folded: str, start: int) -> bool:
        """Whether a word stands there that leaves no other reading ("la 5090", "la piattaforma Vera Rubin")."""
        return self._before.search(folded[max(0, start - _CONTEXT_REACH) : start]) is not None

    def forbid(self, folded: str, start: int, end: int) -> bool:
        """Whether a word stands near that gives the name another meaning."""
        around = folded[max(0, start - _VETO_REACH) : end + _VETO_REACH]
        return self._against.search(around) is not None

    def weak_near(self, folded: str, start: int, end: int) -> bool:
        """Whether a word of the context stands near that other products share."""
        return self._weak.search(folded[max(0, start - _CONTEXT_REACH) : end + _CONTEXT_REACH]) is not None

    def named_anywhere(self, folded: str) -> bool:
        """Whether the text has a word that makes the name plain wherever it stands."""
        return self._anywhere.search(folded) is not None

    def distance(self, folded: str, name: Candidate) -> int | None:
        """Characters between the name and the nearest word of its context, the name itself said again not counted.

        None where no word is in reach.
        """
        left = max(0, name.start - _CONTEXT_REACH)
        earlier, later = folded[left : name.start], folded[name.end : name.end + _CONTEXT_REACH]
        before = [len(earlier) - m.end() for m in self._for.finditer(earlier) if m[0] != name.words]
        after = [m.start() for m in self._for.finditer(later) if m[0] != name.words]
        return min((*before[-1:], *after[:1]), default=None)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, Latin ones whole."""
    latin: list[str] = []
    han: list[str] = []
    for word in sorted((s for w in words for s in spellings(w)), key=len, reverse=True):
        (latin if word.isascii() else han).append(re.escape(fold(word)))
    either = [rf"(?<![a-z0-9])(?:{'|'.join(latin)})(?![a-z0-9])"] if latin else []
    return re.compile("|".join([*either, *han]) or r"(?!)")
