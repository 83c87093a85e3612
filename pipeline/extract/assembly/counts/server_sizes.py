"""How many boards stand in one of the servers that are counted: 200台八卡H20服务器, "50 server con otto H200 ciascuno"."""

from __future__ import annotations

import re

from pipeline.extract.assembly.reading import Sentence

_BOARDS = re.compile(
    r"([1-9]\d{0,2}|[四八]|十六)\s*(?:卡|[颗顆块塊张張片枚](?=\s?(?:GPU|(?-i:[A-Z]{1,3}\d{2,3})))|-GPU|GPU|schede)",
    re.IGNORECASE,
)
_HOLDING = re.compile(
    r"(?:\s*,?\s*(?:ciascun[oa]|ognun[oa])(?:\s+de[il]\s*quali)?|\s*,\s+ogni\s+(?:server|nodo|macchina))?\s+(?:da|con|ha|monta|ospita|contiene|dotat[oaie]\s+di)\s+"
    r"(?:(?:un|una|due|1|2)\s+(?:sol[oa]\s+)?(?:process\w+|cpu)(?:\s+(?!e\b)\w+){0,3}\s+e\s+)?"
    r"(?P<italian>quattro|sei|otto|sedici|4|6|8|16)\s+(?:(?i:gpu|schede|acceleratori)\b|[A-Z]{1,3}\d{2,3}[A-Z]{0,2}\b)|"
    r"\s*[，,]?\s*(?:[每单單][台臺机機]|每[个個]?[节節][点點])(?:服务器|伺服器)?(?:内|內|均|各|都)?"
    r"(?:配备|配備|搭载|搭載|装有|裝有|安装|安裝|装|裝|配|含|集成|内置|內建|插)(?:有|了)?(?P<chinese>[468四八六]|16|十六)\s?[张張块塊颗顆枚片]"
)
"""Behind the word for servers: what each of them holds."""
_SIZES = {"四": 4, "八": 8, "十六": 16, "六": 6, "quattro": 4, "sei": 6, "otto": 8, "sedici": 16}


def server_size(sentence: Sentence, start: int, end: int, limit: int) -> int | None:
    """The boards of one server; None where the words between a number (`start`) and `limit`, or behind what it counts (`end`), tell none."""
    told = _BOARDS.search(sentence.text, start, limit) or _HOLDING.match(sentence.text, end)
    if told is None:
        return None
    size = next(filter(None, told.groups()))
    return _SIZES.get(size) or int(size)
