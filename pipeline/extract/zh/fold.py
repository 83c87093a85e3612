"""One character for one: the form in which the readers of this pack look at a text."""

from __future__ import annotations

import re
from typing import Final

from pipeline.text.script import to_simplified

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_TABLE: Final[dict[str, str]] = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("−‐‑﹣", "-"),
    **dict.fromkeys("〜∼", "~"),
    **dict.fromkeys("○◯Ο", "〇"),
    "￥": "¥",
    "￡": "£",
}
_FOLDED: Final = frozenset(_TABLE)
# 参 is a form of 叁 in amounts written out for banks, elsewhere a syllable of 参加 and 参数.
_FORMAL_THREE = re.compile(r"参(?=[拾佰仟万亿])")


def fold(text: str) -> str:
    """The text in Simplified characters with ASCII digits, letters and punctuation; exactly as long as it was."""
    folded = to_simplified(text)
    for character in _FOLDED.intersection(folded):
        folded = folded.replace(character, _TABLE[character])
    return _FORMAL_THREE.sub("叁", folded) if "参" in folded else folded
