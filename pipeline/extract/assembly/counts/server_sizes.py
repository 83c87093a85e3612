"""How many boards stand in one of the servers that are counted: 200台八卡H20服务器, "50 server con otto H200 ciascuno"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.assembly.draft import Draft
from pipeline.extract.assembly.reading import Sentence
from pipeline.extract.mentions import Mention

_BOARDS = frozenset({"gpu", "accelerator"})


def server_size(sentence: Sentence, start: int, end: int, limit: int) -> tuple[int, Mention | None] | None:
    """The boards of one server, and what they are where that is named right behind their number.

    None where the words between a number (`start`) and `limit`, or behind what it counts (`end`), tell no size.
    """
    machine = sentence.pack.patterns.machine
    told = machine.boards.search(sentence.text, start, limit) or machine.holding.match(sentence.text, end)
    if told is None:
        return None
    size = next(filter(None, told.groups()))
    at = told.start() + told[0].index(size) + len(size)
    boards = next((m for m in sentence.products if at <= m.start <= told.end() + 1 and m.kind in _BOARDS), None)
    return sentence.pack.number(size), boards


def carry_server_sizes(drafts: Sequence[Draft]) -> None:
    """Gives servers of a product, counted or priced without their boards, the one size that the article tells of such servers elsewhere."""
    sizes: dict[str, set[int]] = {}
    servers = [d for d in drafts if d.fields.get("basis") == "server" and len(d.subjects) == 1]
    for draft in servers:
        if draft.fields.get("basis_size"):
            sizes.setdefault(draft.subjects[0].id, set()).add(draft.fields["basis_size"])
    for draft in servers:
        told = sizes.get(draft.subjects[0].id, set())
        if len(told) == 1:
            draft.fields.setdefault("basis_size", next(iter(told)))
