"""Figures that are no values: parts of names and versions, times of day, scores, telephone numbers, counters, page furniture."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from pipeline.extract.it.tokens import Scan
from pipeline.extract.values.quantities import CURRENCY_SIGNS

_DATA: Mapping[str, Any] = tomllib.loads(files(__package__).joinpath("names.toml").read_text(encoding="utf-8"))
_SERIES = frozenset(_DATA["series"]["words"])
_TIMES = frozenset(_DATA["times"]["before"])
_HOUR = rf"(?:all[e']|dall[e']|verso le|fino alle)\s*(?:{'|'.join(_DATA['times']['hours'])})"
_PART_OF_DAY = rf"\s+(?:di|del|della|dell')\s*(?:{'|'.join(_DATA['times']['parts'])})"
# "alle cinque della sera", "alle sette e mezza", "dalle tre alle cinque di notte"
_SPOKEN_TIME = re.compile(
    rf"(?<!\w){_HOUR}(?:\s+{_HOUR})?(?:\s+e\s+(?:mezza|un quarto)|(?:\s+e\s+(?:mezza|un quarto))?{_PART_OF_DAY})(?!\w)"
)
_BEHIND_TIME = frozenset(_DATA["times"]["behind"])
_COUNTERS = frozenset(_DATA["counters"]["behind"])
_COUNTED_BEFORE = frozenset(_DATA["counters"]["before"])
_IDENTITIES = frozenset(_DATA["identities"]["before"])
_FURNITURE = re.compile(
    r"^[ \t]*(?:" + "|".join(map(re.escape, _DATA["furniture"]["openings"])) + r")(?![^\W_]).*$", re.MULTILINE
)
_IDIOMS = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, _DATA["idioms"]["phrases"])) + r")(?!\w)")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?(?!\d|[.,]\d|\s?(?:%|€|\$|mila|milion|miliard))")
_COLON_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)")
_PHONE = re.compile(r"(?:\+|00)\d{1,3}(?:[ .-]?\d{2,5}){2,5}(?!\d)")
_RESOLUTION = re.compile(r"\d{1,5}\s?[x×]\s?\d{1,5}(?:\s?[x×]\s?\d{1,5})?(?![^\W_])")
_ALWAYS = re.compile(r"24/7|24 ore su 24|7 giorni su 7")
_STROKES = re.compile(r"\d+(?:/\d+){2,}(?!\d)")
_LANES = re.compile(r"\d{1,2}\s?x(?:(?:\s*/\s*|\s+[oe]\s+)\d{1,2}\s?x)*(?![^\W_])")
_INTERFACE = re.compile(r"\b(?:pci-?\s?e(?:xpress)?|m\.2|slot)(?:\s*(?:gen\.?\s*)?\d(?:[.,]\d)?)?\s*(?:a|da)?\s*$")
_INTERFACE_REACH = 24
# What the figure may be by the sign that follows it.
_FORMS = {"x": _RESOLUTION, "×": _RESOLUTION, "/": _STROKES, ":": _COLON_CLOCK}
# The parts of a mail address have their longest lengths, so that a search in a row of signs stays linear.
_LINK = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|[#@]\w+")


def furniture(scan: Scan) -> set[int]:
    """The tokens that hold no values: those of lines of page furniture and of links."""
    spans = [match.span() for match in _FURNITURE.finditer(scan.folded)]
    spans += [match.span() for match in (*_IDIOMS.finditer(scan.folded), *_SPOKEN_TIME.finditer(scan.folded))]
    if "://" in scan.folded or "www." in scan.folded or "@" in scan.folded or "#" in scan.folded:
        spans += [match.span() for match in _LINK.finditer(scan.folded)]
    return {i for start, end in spans for i in range(scan.after(start, 0), scan.after(end, 0))}


def end_of_round_the_clock(scan: Scan, i: int) -> int | None:
    """The token behind "24/7", "24 ore su 24" at token `i`, or None."""
    match = _ALWAYS.match(scan.folded, scan.starts[i]) if scan.words[i] in ("24", "7") else None
    return scan.after(match.end(), i) if match else None


def skip_figure(scan: Scan, i: int) -> int | None:
    """Index behind the figure at token `i` (and what belongs to it) if it is no value by its form; None if it may be one."""
    start = scan.starts[i]
    if scan.words[i + 1] == "x" and (lanes := _LANES.match(scan.folded, start)) and _is_interface(scan, start):
        return scan.after(lanes.end(), i)
    form = _FORMS.get(scan.words[i + 1])
    match = form.match(scan.folded, start) if form else None
    if (
        match
        and not (form is _RESOLUTION and _is_multiple(match[0]))
        and not (form is _COLON_CLOCK and scan.touches[i])
    ):
        return scan.after(match.end(), i)
    if scan.words[i - 1] in _TIMES and not scan.touches[i]:
        if clock := _CLOCK.match(scan.folded, start):
            return scan.after(clock.end(), i)
        if _is_hour(scan, i):
            return i + 1
    if scan.words[i - 1] == "+" or scan.words[i].startswith("00"):
        sign = start - 1 if scan.words[i - 1] == "+" and scan.touches[i] else start
        phone = _PHONE.match(scan.folded, sign)
        if phone and phone.end() - sign > 8 and phone.end() > scan.ends[i]:
            return scan.after(phone.end(), i)
    if _is_identity(scan, i) or (scan.words[i + 1] in _COUNTERS and not scan.breaks[i + 1]):
        return i + 1
    if scan.words[i - 1] in _COUNTED_BEFORE and scan.words[i + 1] == "volte":
        return i + 2
    return i + 3 if scan.words[i + 1] == "-" and _is_score(scan, i) else None


def _is_interface(scan: Scan, start: int) -> bool:
    """ "PCIe 3.0 4x": whether an interface that has lanes is named right before."""
    return _INTERFACE.search(scan.folded, max(0, start - _INTERFACE_REACH), start) is not None


def _is_identity(scan: Scan, i: int) -> bool:
    """Whether the figure is a number by which something is called up: a telephone, a register, a tax number."""
    named = scan.words[i - 1] in _IDENTITIES or (scan.words[i - 1] in (".", ":") and scan.words[i - 2] in _IDENTITIES)
    figure = scan.words[i]
    return named or (len(figure) > 7 and figure.isdigit() and figure[0] == "0")


def _is_multiple(match: str) -> bool:
    """ "2 x 8" of a sum is left alone; a resolution or a size has at least three digits on one side."""
    return max(len(part.strip()) for part in re.split("[x×]", match)) < 3


def _is_hour(scan: Scan, i: int) -> bool:
    """Whether the figure behind "alle" or "ore" is an hour."""
    word = scan.words[i]
    if not word.isdecimal() or len(word) > 2 or int(word) > 24:
        return False
    return scan.kinds[i + 1] != "word" or scan.breaks[i + 1] or scan.words[i + 1] in _BEHIND_TIME


def _is_score(scan: Scan, i: int) -> bool:
    """ "2-1": two small figures with a touching dash and no unit, of which the first is the larger."""
    first, second = scan.words[i], scan.words[i + 2]
    if not (scan.touches[i + 1] and scan.touches[i + 2]) or not (first.isdecimal() and second.isdecimal()):
        return False
    if len(first) > 2 or len(second) > 2 or int(first) < int(second):
        return False
    return (
        not (scan.touches[i + 3] and scan.words[i + 3] not in (".", ",", ";", ")", "!", "?"))
        and scan.words[i + 3] != "%"
    )


_MODEL_NUMBER = re.compile(r"\d{1,5}|\d{1,2}\.\d{1,2}(?:\.\d+)?")


def in_name(scan: Scan, i: int) -> bool:
    """Whether the figure at token `i` belongs to a name: "GB200", "RTX 5090", "Wi-Fi 7", "GPT-4", "5060 Ti" behind another."""
    if scan.touches[i] and _is_glued(scan, i):
        return True
    if scan.breaks[i] or scan.kinds[i - 1] != "word":
        return False
    figure, before = scan.words[i], scan.words[i - 1]
    if before in _SERIES and _MODEL_NUMBER.fullmatch(figure) and (before != "euro" or len(figure) == 1):
        return scan.is_capitalised(i - 1) or before in _LOWER_SERIES
    if before in ("e", "o", "ed") and len(figure) >= 3 and figure.isdigit():
        # "RTX 5070 e 5060 Ti": a second number of one series.
        sibling = scan.words[i - 2] if scan.kinds[i - 2] == "figure" else ""
        return len(sibling) == len(figure) and sibling.isdigit() and in_name(scan, i - 2) and _is_name_like(scan, i)
    return figure.isdigit() and len(figure) < 5 and _is_mixed(scan.original(i - 1))


def _is_mixed(name: str) -> bool:
    """Whether a name has small letters and a capital within: "GeForce"."""
    return name[1:] != name[1:].lower() and name != name.upper()


def _is_name_like(scan: Scan, i: int) -> bool:
    return scan.kinds[i + 1] != "word" or scan.breaks[i + 1] or scan.is_capitalised(i + 1) or not scan.touches[i + 1]


def _is_glued(scan: Scan, i: int) -> bool:
    """Whether a word touches the figure from the left, perhaps over a dash and another figure: "GB200", "i7-14700"."""
    for j in range(i - 1, max(-1, i - 5), -1):
        if scan.kinds[j] == "word":
            return scan.original(j) not in CURRENCY_SIGNS
        joins = scan.words[j] in ("-", "_") or (scan.words[j] in ("/", ".", "–") and j == i - 1)
        if not (joins or (scan.kinds[j] == "figure" and j < i - 1)) or not scan.touches[j]:
            return False
    return False


_LOWER_SERIES = _SERIES - {
    "arc", "core", "ultra", "titan", "express", "switch", "office", "fi", "fase", "max", "plus", "pro", "super", "area", "web", "el", "no", "n", "ponte", "p", "apple", "galaxy", "horizon",
    "euro", "v", "ti", "ps", "lake", "mate", "nova", "interno", "industria", "industry", "type", "gt", "id",
}  # fmt: skip


def continues_name(scan: Scan, i: int) -> bool:
    """Whether a figure right behind another figure of a name belongs to it: "Core Ultra 9 285K", "Llama 2 70B"."""
    if scan.kinds[i - 1] != "figure" or scan.kinds[i + 1] != "word" or not scan.touches[i + 1] or scan.breaks[i]:
        return False
    return len(scan.words[i + 1]) <= 2 and scan.is_capitalised(i + 1) and in_name(scan, i - 1)
