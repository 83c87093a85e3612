"""An article as the assembly reads it: sentences, and in each its values, products, organisations and cue words.

All places are code points of the article's normalised view.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from models.records import Block
from models.values import Value
from pipeline.extract.lexicon import Cue
from pipeline.extract.mentions import Mention
from pipeline.extract.pack import LanguagePack
from pipeline.text.sentences import bounded, clauses, split_sentences

ARCHITECTURE_KINDS = frozenset({"architecture"})
_BRACKET = re.compile(r"[(（\[)）\]]")
TEMPORAL = frozenset({"date", "duration"})
WEAK_KINDS = frozenset({"architecture", "family"})
"""What names many products: a figure is of one of them wherever one is named too."""
SYSTEM_KINDS = frozenset({"superchip", "board", "server", "rack", "pod", "system"})


class Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row."""

    start: int
    end: int


@dataclass(slots=True)
class Sentence:
    """One sentence, list item or table row with everything that was found in it, each list ordered by place."""

    text: str
    start: int
    end: int
    block: Block
    block_index: int
    pack: LanguagePack
    values: list[Value] = field(default_factory=list)
    products: list[Mention] = field(default_factory=list)
    organisations: list[Mention] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    cues_of: dict[str, list[Cue]] = field(default_factory=dict)
    """The cues by category."""

    clauses: Sequence[tuple[int, int]] = ()
    clause_starts: list[int] = field(init=False)
    aside: list[Mention] = field(default_factory=list)
    """Products that stand in another part of the statement (compared against, replaced, built in): values that follow are
    not about them."""

    uncompared: list[Mention] = field(default_factory=list)
    """Those of `aside` that nothing is compared against: a name that only tells what a company makes."""

    brackets: list[tuple[int, int]] = field(default_factory=list)
    """Where each bracket opens and where the next one closes."""

    cells: list[Cell] = field(default_factory=list)
    header: Sentence | None = None
    """Of a table row: the row that names the columns."""

    apposed: dict[tuple[int, int], bool] = field(default_factory=dict)
    """Whether an organisation only tells whose chief somebody is, by its place, as far as that has been asked."""

    passed_over: dict[int, str] = field(default_factory=dict)
    """Why a value is no claim, by the value's place."""

    def __post_init__(self) -> None:
        self.clause_starts = [start for start, _ in self.clauses]

    def pass_over(self, value: Value, reason: str) -> None:
        """Takes note of why a value becomes no claim, for those who ask (`newsclaims extract --trace`)."""
        self.passed_over[value.start] = reason

    def cell(self, at: int) -> Cell | None:
        """The table cell that holds the character at `at`."""
        return next((c for c in self.cells if c.start <= at < c.end), None)

    def column(self, at: int) -> Cell | None:
        """The header's cell above the character at `at`."""
        cell = self.cell(at) if self.header else None
        if cell is None or self.header is None:
            return None
        index = self.cells.index(cell) - self._cells_without_title()
        return self.header.cells[index] if 0 <= index < len(self.header.cells) else None

    def _cells_without_title(self) -> int:
        """How many cells stand before those that the header has titles for: none, or one where the header's corner was lost.

        Where the numbers of cells differ otherwise no cell has a title.
        """
        if self.header is None or len(self.header.cells) == len(self.cells):
            return 0
        lost = len(self.header.cells) + 1 == len(self.cells) and len(self.header.products) == len(self.header.cells)
        return 1 if lost else len(self.cells)

    def clause(self, at: int) -> tuple[int, int]:
        """The clause, or the table cell, that holds the character at `at`."""
        cell = self.cell(at) if self.cells else None
        if cell:
            return cell.start, cell.end
        index = bisect_right(self.clause_starts, at) - 1
        if index >= 0 and at < self.clauses[index][1]:
            return self.clauses[index]
        return self.start, self.end

    def find_cues(self, category: str, within: tuple[int, int] | None = None, label: str | None = None) -> list[Cue]:
        """The cues of a category, by place; `within` bounds where they may stand."""
        cues = self.cues_of.get(category)
        if not cues:
            return []
        start, end = within or (self.start, self.end)
        return [c for c in cues if start <= c.start and c.end <= end and (label is None or c.label == label)]

    def nearest(
        self, category: str, place: Placed, within: tuple[int, int] | None = None, *, after: float = 1.0
    ) -> Cue | None:
        """The cue nearest to `place`; a distance behind it counts `after` times, longer cues win a tie."""
        found = self.find_cues(category, within)
        if not found:
            return self.cue_of_table(category, place)
        return min(
            found, key=lambda c: (distance(c, place) * (after if c.start >= place.end else 1.0), c.start - c.end)
        )

    def cue_for(self, category: str, value: Value, *, after: float = 1.0) -> Cue | None:
        """The cue that goes with a value: in its stretch, else its clause, else, in a list or table, anywhere."""
        for within in (self.segment(value), self.clause(value.start)):
            cue = self.nearest(category, value, within, after=after)
            if cue:
                return cue
        return self.nearest(category, value, after=after) if self.block.kind == "list" else None

    def cue_of_table(self, category: str, place: Placed) -> Cue | None:
        """The cue that the column's title has for a cell's value, or else the row's first cell."""
        column = self.column(place.start)
        if column and self.header:
            cues = self.header.find_cues(category, (column.start, column.end))
            if cues:
                return cues[0]
        if len(self.cells) > 1:
            cues = self.find_cues(category, (self.cells[0].start, self.cells[0].end))
            return cues[0] if cues else None
        return None

    def vetoed(self, place: Placed, label: str | None = None) -> bool:
        """Whether a word for share prices or scores rules the number out: in its clause, or earlier with no product between.

        With a label, only words of that one.
        """
        clause = self.clause(place.start)
        if any(not self._tells_no_shares(c) for c in self.find_cues("veto", clause, label)):
            return not any(clause[0] <= m.start < clause[1] for m in self.products)
        earlier = [c for c in self.find_cues("veto", (self.start, place.start), label) if not self._tells_no_shares(c)]
        return bool(earlier) and not any(earlier[-1].end <= m.start < place.start for m in self.products)

    def _tells_no_shares(self, word: Cue) -> bool:
        """沐曦股份, 中标…成交金额: whether the word is the end of a company's name, or tells of a tender's award."""
        if self.text.startswith("成交", word.start) and self.find_cues("stage"):
            return True
        return self.text.startswith("股份", word.start) and any(
            o.start <= word.start <= o.end for o in self.organisations
        )

    def gap(self, left: int, right: int) -> str:
        return self.text[left:right]

    def parenthesis(self, at: int) -> tuple[int, int] | None:
        """The innermost pair of brackets around `at`, or None: (place of the opening one, place of the closing one)."""
        index = bisect_left(self.brackets, (at, -1)) - 1
        return self.brackets[index] if index >= 0 and self.brackets[index][1] >= at else None

    def segment(self, value: Value) -> tuple[int, int]:
        """The stretch around a value that no other of its sort claims: from one value's end to the next one's start, in its clause."""
        start, end = self.clause(value.start)
        for other in self.values:
            if (other.kind in TEMPORAL) != (value.kind in TEMPORAL):
                continue
            if other.end <= value.start:
                start = max(start, other.end)
            elif other.start >= value.end:
                end = min(end, other.start)
        for border in self.pack.patterns.clause.border.finditer(self.text, start, value.start):
            start = border.end()
        return start, max(end, value.end)


def _brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    closing = -1
    for match in reversed(list(_BRACKET.finditer(text, start, end))):
        if match[0] in ")）]":
            closing = match.start()
        else:
            found.append((match.start(), closing))
    return found[::-1]


def _by_category(cues: Iterable[Cue]) -> dict[str, list[Cue]]:
    found: dict[str, list[Cue]] = {}
    for cue in cues:
        found.setdefault(cue.category, []).append(cue)
    return found


def distance(a: Placed, b: Placed) -> int:
    """Characters between two places; 0 where they touch or overlap."""
    return max(a.start - b.end, b.start - a.end, 0)


def inside(items: Sequence[P], starts: Sequence[int], start: int, end: int) -> list[P]:
    return list(items[bisect_left(starts, start) : bisect_right(starts, end - 1)])


def read_sentences(
    text: str,
    blocks: Iterable[tuple[int, Block]],
    pack: LanguagePack,
    values: Sequence[Value],
    mentions: Sequence[Mention],
) -> list[Sentence]:
    """The sentences of the blocks in order, each with its values, mentions and cues; page furniture is left out."""
    cues = pack.lexicon.find(text)
    products = [m for m in mentions if m.type == "hardware"]
    organisations = [m for m in mentions if m.type == "organisation"]
    starts = [[item.start for item in items] for items in (values, products, organisations, cues)]
    sentences = []
    for index, block in blocks:
        if block.kind == "furniture":
            continue
        whole = block.kind in {"table", "title", "heading"}
        spans = (bounded if whole else split_sentences)(text, block.start, block.end)
        for start, end in spans:
            own = inside(cues, starts[3], start, end)
            sentences.append(
                Sentence(
                    text=text,
                    start=start,
                    end=end,
                    block=block,
                    block_index=index,
                    pack=pack,
                    values=inside(values, starts[0], start, end),
                    products=inside(products, starts[1], start, end),
                    organisations=inside(organisations, starts[2], start, end),
                    cues=own,
                    cues_of=_by_category(own),
                    clauses=clauses(text, start, end),
                    brackets=_brackets(text, start, end),
                )
            )
    return sentences
