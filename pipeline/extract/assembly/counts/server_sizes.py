"""How many boards stand in one of the servers that are counted: 200台八卡H20服务器, "50 server con otto H200 ciascuno"."""

from __future__ import annotations

from pipeline.extract.assembly.reading import Sentence

_SIZES = {"四": 4, "八": 8, "十六": 16, "六": 6, "quattro": 4, "sei": 6, "otto": 8, "sedici": 16}


def server_size(sentence: Sentence, start: int, end: int, limit: int) -> int | None:
    """The boards of one server; None where the words between a number (`start`) and `limit`, or behind what it counts (`end`), tell none."""
    machine = sentence.pack.patterns.machine
    told = machine.boards.search(sentence.text, start, limit) or machine.holding.match(sentence.text, end)
    if told is None:
        return None
    size = next(filter(None, told.groups()))
    return _SIZES.get(size) or int(size)
