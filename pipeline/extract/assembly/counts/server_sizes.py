"""How many boards stand in one of the servers that are counted: 200台八卡H20服务器, "50 server con otto H200 ciascuno"."""

from __future__ import annotations

import re

from pipeline.extract.assembly.reading import Sentence

_BOARDS = re.compile(
    r"([1-9]\d{0,2}|[四八]|十六)\s*(?:卡|[颗顆块塊张張片枚](?=\s?(?:GPU|(?-i:[A-Z]{1,3}\d{2,3})))|-GPU|GPU|schede)",
    re.IGNORECASE,
)
_HOLDING = re.compile(
    r"\s+(?:da|con)\s+(quattro|otto|sedici|4|8|16)\s+"
    r"(?:(?i:gpu|schede|acceleratori)\b|[A-Z]{1,3}\d{2,3}[A-Z]{0,2}\b)"
)
"""Behind the word for servers: what each of them holds."""
_SIZES = {"四": 4, "八": 8, "十六": 16, "quattro": 4, "otto": 8, "sedici": 16}


def server_size(sentence: Sentence, start: int, end: int, limit: int) -> int | None:
    """The boards of one server; None where the words between a number (`start`) and `limit`, or behind what it counts (`end`), tell none."""
    told = _BOARDS.search(sentence.text, start, limit) or _HOLDING.match(sentence.text, end)
    return (_SIZES.get(told[1]) or int(told[1])) if told else None
