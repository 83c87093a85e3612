"""Article → MinHash sketch: numbers masked, spun phrases read as what they mean, layout and punctuation left out.

A bottom-k sketch keeps the k smallest of one hash over all shingles. Unlike k permutations it costs one hash a shingle, estimates
how much of the shorter text is in the longer as well as how alike the two are, and holds a short text whole. The hash is our
own because sketches are stored: Python's changes with the process, DuckDB's with its version.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from hashlib import blake2b, sha256
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from models.records import Article
from models.sketch import Sketch
from pipeline.text.script import han_count
from pipeline.text.view import normalise

SKETCH_SIZE = 128
"""The error of a similarity of 0.5 is then about 0.045."""
_NUMBER_SIGN = "0"
_NO_LETTER = re.compile(r"[\W_]+")
# Constants of SplitMix64, which spreads the polynomial hash over all bits.
_BASE, _GAMMA, _FIRST, _SECOND = (
    np.uint64(n) for n in (0x100000001B3, 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
)


def sketch(article: Article) -> Sketch:
    """The sketch of an article's text without the furniture of its page, in linear time."""
    spans = [(block.start, block.end) for block in article.blocks if block.kind != "furniture"]
    text = "\n".join(article.text[start:end] for start, end in spans) if spans else article.text
    view = normalise(text, script=article.script).text.lower()
    letters = _NO_LETTER.sub("", view)
    masked = _NO_LETTER.sub("", _number().sub(_NUMBER_SIGN, view))
    length = _data()["han_length" if 2 * han_count(masked) > len(masked) else "alphabet_length"]
    hashes = np.unique(_shingle_hashes(masked, length))
    return Sketch(
        fingerprint=int.from_bytes(blake2b(letters.encode(), digest_size=8).digest(), "big") >> 1,
        shingles=len(hashes),
        hashes=tuple(hashes[:SKETCH_SIZE].tolist()),
        version=sketch_version(),
    )


@cache
def sketch_version() -> str:
    """A version that changes with the code and data that sketches are made with, the spun phrases included."""
    digest = sha256()
    for package, names in (("pipeline.copies", ("sketch.py", "shingles.toml")), ("pipeline.text", _TEXT_FILES)):
        for name in names:
            digest.update(files(package).joinpath(name).read_bytes())
    return digest.hexdigest()[:12]


_TEXT_FILES = ("view.py", "spun.py", "spun.toml", "script.py")


def _shingle_hashes(text: str, length: int) -> npt.NDArray[np.uint64]:
    """A 63-bit hash of every run of `length` characters, so that it fits a BIGINT; of a shorter text none."""
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    count = len(codes) - length + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(length):
        hashes = hashes * _BASE + codes[offset : offset + count]
    hashes += _GAMMA
    hashes = (hashes ^ (hashes >> np.uint64(30))) * _FIRST
    hashes = (hashes ^ (hashes >> np.uint64(27))) * _SECOND
    mixed: npt.NDArray[np.uint64] = (hashes ^ (hashes >> np.uint64(31))) >> np.uint64(1)
    return mixed


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.copies").joinpath("shingles.toml").read_text(encoding="utf-8"))


@cache
def _number() -> re.Pattern[str]:
    return re.compile(_data()["number"])
