"""All names of the hardware model in one automaton, each in the ways in which texts write it."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import ahocorasick
import opencc

from models.hardware import Alias, HardwareModel

_HAN = "㐀-鿿豈-﫿"
_HAN_OR_LATIN = re.compile(rf"[{_HAN}]+|[^\s{_HAN}-]+|[\s-]+")
_YEAR = re.compile(r"20\d\d年")  # "昇腾910C2025年量产"
_COUNT_OR_SIZE = re.compile(r"\d(?: ?[gt]b|x)$")  # "192GBHBM3E", "8xH100"
_MOST_SEPARATORS = 4
_TO_SIMPLIFIED = opencc.OpenCC("t2s")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


@dataclass(frozen=True, slots=True)
class Name:
    """What a written name can stand for.

    Brands ("GeForce") and tails ("Tensor Core GPU") only lengthen a product's span, a false friend only hides the name that
    it contains. `cased` is the spelling of a name that is an ordinary word without its capitals.
    """

    type: Literal["hardware", "organisation", "brand", "tail", "false friend"]
    id: str
    context: str | None = None
    cased: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """`names` share the characters from `start` to `end`."""

    start: int
    end: int
    names: tuple[Name, ...]


def fold(text: str) -> str:
    """The text in lower case with plain spaces and hyphens, every character at its old place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return re.sub(r"\s", " ", lower.translate(_DASHES))


def is_han(character: str) -> bool:
    """Whether the character is a Chinese one; those need no word boundary."""
    return "㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or "\U00020000" <= character <= "\U0003ffff"


class Gazetteer:
    """Finds every occurrence of every name in one pass, overlapping ones too; the linker chooses."""

    def __init__(self, model: HardwareModel) -> None:
        names: dict[str, dict[Name, None]] = defaultdict(dict)
        for written, name in _names(model):
            for variant in variants(written):
                names[variant][name] = None
        self._automaton = ahocorasick.Automaton()
        for variant, meanings in names.items():
            self._automaton.add_word(variant, (len(variant), tuple(meanings)))
        self._automaton.make_automaton()

    def hits(self, folded: str) -> Iterator[Hit]:
        """Every name with word boundaries around it in a folded text, by its end."""
        for last, (length, names) in self._automaton.iter(folded):
            start = last + 1 - length
            if is_whole(folded, start, last + 1):
                yield Hit(start, last + 1, names)


def spellings(written: str) -> tuple[str, ...]:
    """As written and as the normalised view has it; they differ in more than Traditional names (昇腾 becomes 升腾)."""
    return tuple(dict.fromkeys((written, _TO_SIMPLIFIED.convert(written)))) if any(map(is_han, written)) else (written,)


def _names(model: HardwareModel) -> Iterator[tuple[str, Name]]:
    ordinary = {word.lower() for word in model.naming.ordinary_words}

    def written(aliases: Iterable[Alias]) -> Iterator[tuple[str, str | None, str | None]]:
        for alias in aliases:
            for text in spellings(alias.text):
                word = text.lower() in ordinary or (alias.context is not None and text.isalpha())
                yield text, alias.context, text if word and text != text.lower() else None

    for product in model.products.values():
        for text, context, cased in written(product.aliases):
            yield text, Name("hardware", product.id, context, cased)
    for organisation in model.organisations.values():
        for text, context, cased in written(organisation.aliases):
            yield text, Name("organisation", organisation.id, context, cased)
    for vendor, brands in model.naming.brands.items():
        yield from ((text, Name("brand", vendor)) for brand in brands for text in spellings(brand))
    yield from ((tail, Name("tail", "")) for tail in model.naming.tails)
    yield from ((text, Name("false friend", "")) for word in model.naming.false_friends for text in spellings(word))


def variants(written: str) -> set[str]:
    """The folded spellings of a name: "RTX 5090" also "rtx5090" and "rtx-5090", "昇腾910C" also "昇腾 910c"."""
    pieces = _HAN_OR_LATIN.findall(fold(written).strip())
    words = [piece for piece in pieces if piece.strip(" -")]
    if not words or len(words) > _MOST_SEPARATORS + 1:
        return {fold(written)}
    gaps = [_gaps(*pair, joined=_are_joined(pieces, pair)) for pair in itertools.pairwise(words)]
    spelled = {
        "".join(itertools.chain.from_iterable(zip(words, (*gap, ""), strict=True))) for gap in itertools.product(*gaps)
    }
    return {*spelled, fold(written)}


def _are_joined(pieces: list[str], pair: tuple[str, str]) -> bool:
    return any(couple == pair for couple in itertools.pairwise(pieces))


def _gaps(left: str, right: str, *, joined: bool) -> tuple[str, ...]:
    if is_han(left[-1]) or is_han(right[0]) or joined:
        return ("", " ")
    return (" ", "-", "") if any(c.isdigit() for c in left[-1] + right) else (" ", "-")


def is_whole(folded: str, start: int, end: int) -> bool:
    """Whether a name from `start` to `end` is no part of a longer word or number; an English plural's s may follow."""
    goes_on = start > 0 and _in_word(folded[start]) and _continues(folded, start - 1, -1)
    if goes_on and not _COUNT_OR_SIZE.search(folded, max(0, start - 4), start):
        return False
    if end == len(folded) or not _in_word(folded[end - 1]) or _YEAR.match(folded, end):
        return True
    return plural_end(folded, start, end) > end or not _continues(folded, end, 1)


_MARKS = ("™", "®")


def plural_end(folded: str, start: int, end: int) -> int:
    """The end of a name with the English plural's s ("B200s") or the sign of a trademark that follows it, if one does."""
    if folded[end : end + 1] in _MARKS:
        return end + 1
    if folded[end : end + 1] != "s" or folded[end - 1] == "s" or not any(c.isdigit() for c in folded[start:end]):
        return end
    return end if end + 1 < len(folded) and _in_word(folded[end + 1]) else end + 1


def _in_word(character: str) -> bool:
    return (character.isalnum() or character == "_") and not is_han(character)


def _continues(folded: str, place: int, step: int) -> bool:
    """Whether the character at `place` makes the name beside it longer: a letter, a digit, "5.1", "9300+"."""
    character, beside = folded[place], folded[place - step]
    beyond = folded[place + step] if 0 <= place + step < len(folded) else " "
    if character == "." and beside.isdigit() and beyond.isdigit():
        return True
    if character == "+" and step > 0:
        return not beyond.isalnum()
    return _in_word(character)
