"""What is kept of an article's text so that its copies can be found without reading it again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sketch:
    """A bottom-k MinHash sketch of a text.

    `fingerprint` is equal for texts that differ in layout and punctuation only. `shingles` counts the text's different
    shingles, `hashes` holds the smallest of their hashes in ascending order: all of them where there are no more.
    `version` changes with the way of making it; only sketches of one version can be compared.
    """

    fingerprint: int
    shingles: int
    hashes: tuple[int, ...]
    version: str
