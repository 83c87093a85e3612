"""Bytes to text: byte-order mark, then strict UTF-8, then what the encoding is declared to be, then what reads best.

charset-normalizer alone took 300 characters of Italian for GB18030, so the few encodings of our news are tried one by one
and the text that each gives is scored by how much it looks like Chinese or like a Latin alphabet's language. The library
is asked only where none of them fits.
"""

from __future__ import annotations

import codecs
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from models.errors import ArticleRejected

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The name we record, and the codec that reads it: cp950 and Big5-HKSCS are what is called Big5 in Taiwan and Hong Kong.
_CANDIDATES = (
    ("windows-1252", "cp1252"),
    ("gb18030", "gb18030"),
    ("big5", "cp950"),
    ("big5", "big5hkscs"),
    ("utf-16-le", "utf-16-le"),
    ("utf-16-be", "utf-16-be"),
)
_SIGNATURES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
)
# Enough to tell an encoding; the whole file is decoded once, at the end.
_SAMPLE = 40_000
# The score, at most 1, below which a reading is no text.
_PLAUSIBLE = 0.3
# A truncated last character or a stray byte loses no article: so many unreadable places a character are replaced by U+FFFD.
_TOLERATED = 1 / 2000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte-order mark. `encoding` is a name that Python knows.

    Where single bytes could not be read, they stand as U+FFFD in `text`, and `encoding` says so behind the name:
    "utf-8 (1 unreadable)".
    """

    text: str
    encoding: str


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of a file.

    Raises:
        ArticleRejected: "empty", "binary", or "undecodable" where no encoding gives a plausible text.
    """
    if not data.strip():
        raise ArticleRejected("The file is empty.", code="empty")
    if data.startswith(_SIGNATURES):
        raise ArticleRejected("The file is no text, whatever its name says.", code="binary")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _tolerant(data[len(mark) :], encoding, encoding)
    # NUL is valid UTF-8, but what looks so is UTF-16 without a mark, or no text at all.
    if b"\x00" not in data:
        utf8 = _utf8(data)
        if utf8 is not None:
            return utf8
    if declared is not None and (text := _strict(data, declared)) is not None and not _CONTROL.search(text):
        return Decoded(text, codecs.lookup(declared).name)
    return _best(data)


def _utf8(data: bytes) -> Decoded | None:
    """The data as UTF-8, if it is: without fault, or with so few that another encoding is out of question."""
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    decoded = _tolerant(data, "utf-8", "utf-8")
    faults = decoded.text.count("\ufffd")
    beyond = len(_BEYOND_ASCII.findall(decoded.text))
    return decoded if faults <= max(1, len(decoded.text) * _TOLERATED) and beyond >= 10 * faults else None


def _best(data: bytes) -> Decoded:
    sample = data[: _SAMPLE if len(data) > _SAMPLE else len(data)]
    # An odd byte at the end of a sample of two-byte units is no fault of the encoding.
    readings = [
        (_score(sample[: len(sample) // 2 * 2] if "16" in codec else sample, codec), name, codec)
        for name, codec in _CANDIDATES
        if ("16" in codec) or b"\x00" not in data
    ]
    score, name, codec = max(readings, key=lambda reading: reading[0])
    if score >= _PLAUSIBLE:
        decoded = _tolerant(data, codec, name)
        if decoded.text.count("\ufffd") <= max(1, len(decoded.text) * _TOLERATED):
            return decoded
    if b"\x00" in data:
        raise ArticleRejected("The file is no text, whatever its name says.", code="binary")
    return _by_library(data)


def _by_library(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_SAMPLE]).best()
    text = _strict(data, match.encoding) if match is not None else None
    if match is None or text is None or _CONTROL.search(text):
        tried = ", ".join(dict.fromkeys(["utf-8", *(name for name, _ in _CANDIDATES)]))
        raise ArticleRejected(
            f"No encoding gives a readable text (tried {tried}). Save it as UTF-8.", code="undecodable"
        )
    return Decoded(text, match.encoding.replace("_", "-"))


def _score(sample: bytes, codec: str) -> float:
    """From -1 to 1: how much the sample looks like text when read so, by the characters beyond ASCII."""
    text = sample.decode(codec, errors="replace")
    if len(sample) == _SAMPLE:
        text = text[:-1]
    if not text:
        return -1.0
    controls = len(_CONTROL.findall(text))
    weights = [_weight(text, match.start()) for match in _BEYOND_ASCII.finditer(text)]
    if not weights:
        return 1.0 - 20 * controls / len(text)
    faults = max(0, text.count("\ufffd") - 1)
    return sum(weights) / len(weights) - 20 * (controls + faults) / len(text)


def _weight(text: str, position: int) -> float:
    """1 for a character where it belongs: an accented letter in a Latin word, a frequent Chinese one among its like."""
    character = text[position]
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if character in _letters():
        # In a wrong reading accented letters stand in heaps: è alone, and beside plain letters, is Italian.
        alone = not _letters().intersection(before + after)
        beside = before.isascii() or after.isascii()
        return 1.0 if alone and beside else -0.5
    if character in _frequent():
        lower = (before + after).isascii() and (before + after).islower()
        return 0.0 if lower else 1.0
    if character in _signs():
        return 0.6
    if "\u4e00" <= character <= "\u9fff":
        return 0.0
    return -1.0


def _tolerant(data: bytes, codec: str, name: str) -> Decoded:
    text = data.decode(codec.removesuffix("-sig"), errors="replace")
    faults = text.count("\ufffd") - data.count(
        "\ufffd".encode(codec.removesuffix("-sig"), errors="ignore") or b"\xff" * 9
    )
    return Decoded(text, f"{name} ({faults} unreadable)" if faults > 0 else name)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


@cache
def _data() -> dict[str, str]:
    return tomllib.loads(resources.files(__package__).joinpath("encoding.toml").read_text(encoding="utf-8"))


@cache
def _frequent() -> frozenset[str]:
    import opencc

    simplified = "".join(_data()["frequent"].split())
    return frozenset(simplified + str(opencc.OpenCC("s2t").convert(simplified)))


@cache
def _letters() -> frozenset[str]:
    return frozenset(_data()["letters"])


@cache
def _signs() -> frozenset[str]:
    return frozenset(_data()["signs"] + _data()["chinese_signs"])
