"""The normalised view of a text, and the map from its spans back to the original's code points.

What the view changes, always one character for one:

- full-width digits, letters and signs become ASCII (Ｂ２００ → B200, ％ → %, ￥ → ¥); the punctuation that Chinese
  sets full-width stays as it is (，。；：？！（）), for it tells where a sentence or a clause ends, except inside a number
  of full-width digits (１，２００ → 1,200; １０：３０ → 10:30);
- Unicode spaces become a space, line and paragraph separators a newline, ’ an apostrophe, − and ‐ a hyphen;
- Traditional characters become Simplified, compatibility ideographs and radicals their plain form.

Two things change the length: invisible characters (zero-width space, soft hyphen) are left out, and the phrases of
machine-paraphrased ("spun") Chinese stand as what they mean. ㎡, ℃, ½ and ① stay: no single character equals them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from pipeline.text.script import HAN, Script, script_of, to_simplified
from pipeline.text.spun import unspin

_WIDE_DIGITS = frozenset("０１２３４５６７８９")
_HALF_WIDTH = {"，": ",", "：": ":"}
_CHINESE_PUNCTUATION = "！（），：；？"
_SINGLE = {
    "’": "'", "ʼ": "'", "′": "'", "−": "-", "‐": "-", "‑": "-", "〜": "~", "∼": "~", "￥": "¥", "￠": "¢", "￡": "£",
    "｡": "。", "､": "、", "｢": "「", "｣": "」", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n",
}  # fmt: skip
_INSIDE_NUMBER = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))|(?<=[０-９])：(?=[０-９])")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\ufeff")
_INVISIBLE_RUN = re.compile(f"[{''.join(sorted(_INVISIBLE))}]+")


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """The original's `start:end` stands in the view as `view_start:view_end`."""

    start: int
    end: int
    view_start: int
    view_end: int


@dataclass(frozen=True, slots=True)
class View:
    """A text as the extractor reads it. `spun_score` is 0 for an honest text (see `spun.Unspun.score`)."""

    text: str
    original: str
    spun_score: float = 0.0
    _edits: tuple[_Edit, ...] = field(default=(), repr=False)

    @property
    def keeps_places(self) -> bool:
        """Whether every character stands where it stands in the original."""
        return not self._edits

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's code points behind `text[start:end]`.

        A span that touches a replaced phrase covers the phrase whole. An empty span stays empty unless it lies inside one.
        """
        if not self._edits:
            return start, end
        first = self._edit_at(start, view=True)
        if first is None:
            original_start = start
        elif start < first.view_end:
            original_start = first.start
        else:
            original_start = first.end + start - first.view_end
        if end <= start:
            inside = first is not None and first.view_start < start < first.view_end
            return original_start, first.end if first is not None and inside else original_start
        last = self._edit_at(end - 1, view=True)
        if last is None:
            return original_start, end
        return original_start, last.end + max(0, end - last.view_end)

    def position(self, original_offset: int) -> int:
        """Where an offset of the original stands in `text`; inside a replaced phrase, the phrase's start."""
        edit = self._edit_at(original_offset, view=False)
        if edit is None:
            return original_offset
        if original_offset < edit.end:
            return edit.view_start
        return edit.view_end + original_offset - edit.end

    def _edit_at(self, offset: int, *, view: bool) -> _Edit | None:
        """The last edit that begins at or before an offset of the view or of the original."""
        index = bisect_right(self._edits, offset, key=lambda edit: edit.view_start if view else edit.start)
        return self._edits[index - 1] if index else None


@lru_cache(maxsize=1)
def normalise(text: str, *, script: Script | None = None) -> View:
    """The view of `text`, in linear time. Without `script`, a Chinese text's own characters tell it.

    The last view is kept: language detection, extraction and the search for copies ask for the same one in a row.
    """
    characters = frozenset(text)
    table = _one_to_one()
    changed = table.keys() & characters
    plain = _INSIDE_NUMBER.sub(lambda mark: _HALF_WIDTH[mark[0]], text) if _WIDE_DIGITS & characters else text
    for old in changed:
        plain = plain.replace(old, table[old])
    if "\r" in characters:
        plain = re.sub(r"\r(?!\n)", "\n", plain).replace("\r", " ")
    replacements: list[tuple[int, int, str]] = []
    score = 0.0
    if HAN.search(text):
        traditional = (script or script_of(plain)) == "Hant"
        plain = to_simplified(plain)
        unspun = unspin(plain, ambiguous=not traditional)
        replacements = [(r.start, r.end, r.text) for r in unspun.replacements]
        score = unspun.score
    if characters & _INVISIBLE:
        replacements += [(m.start(), m.end(), "") for m in _INVISIBLE_RUN.finditer(plain)]
    if not replacements:
        return View(text=plain, original=text)
    view, edits = _apply(plain, sorted(replacements))
    return View(text=view, original=text, spun_score=score, _edits=edits)


def _apply(text: str, replacements: Iterable[tuple[int, int, str]]) -> tuple[str, tuple[_Edit, ...]]:
    parts: list[str] = []
    edits: list[_Edit] = []
    done = length = 0
    for start, end, new in replacements:
        parts += (text[done:start], new)
        length += start - done
        edits.append(_Edit(start, end, length, length + len(new)))
        length += len(new)
        done = end
    parts.append(text[done:])
    return "".join(parts), tuple(edits)


@cache
def _one_to_one() -> dict[str, str]:
    """Every character that the view replaces by another single one, Traditional characters apart."""
    table = {}
    for first, last in ((0x00A0, 0x00A0), (0x1680, 0x1680), (0x2000, 0x206F), (0x2E80, 0x30FF), (0xF900, 0xFFEF)):
        for character in map(chr, range(first, last + 1)):
            plain = unicodedata.normalize("NFKC", character)
            if unicodedata.category(character) == "Zs":
                table[character] = " "
            elif len(plain) == 1 and (HAN.match(plain) or "\uff01" <= character <= "\uff5e"):
                table[character] = plain
    for character in _CHINESE_PUNCTUATION:
        del table[character]
    return {old: new for old, new in table.items() if old != new} | _SINGLE
