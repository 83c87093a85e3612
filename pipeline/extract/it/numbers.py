"""Italian numbers in a text: figures, number words, fractions, collectives, with the scale that multiplies them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from models.values import Bound, Form
from pipeline.extract.it.figures import parse_figure
from pipeline.extract.it.fractions import denominator, fraction_at
from pipeline.extract.it.numerals import (
    NUMERALS,
    SCALES,
    cardinal,
    ordinal,
    pieces,
    scale_of,
    total,
)
from pipeline.extract.it.ordinals import is_ordinal
from pipeline.extract.it.quantities import read_unit
from pipeline.extract.it.tokens import Scan

_SHORT_SCALES = {word: Decimal(10) ** power for word, power in NUMERALS["short_scales"].items()}
_LETTERS = {letter: Decimal(10) ** power for letter, power in NUMERALS["letters"].items()}
_COUNTED = {word: Decimal(10) ** power for word, power in NUMERALS["counted_scales"].items()}
_ABOUT = NUMERALS["collectives"]
_EXACT = NUMERALS["exact_collectives"]
_COLLECTIVE = {**_ABOUT, **_EXACT}
_VAGUE_PLURALS = NUMERALS["vague_plurals"]
_VAGUE_WORDS = frozenset(NUMERALS["vague"]["words"])
_BEHIND_FIGURE = frozenset({*SCALES, *_SHORT_SCALES, *map(str.lower, _LETTERS), "e", "^", "/", "i"})
_ARTICLES = frozenset({"un", "uno", "una"})
_ONES = frozenset({("un",), ("uno",), ("una",)})
_POINTS = frozenset({"virgola", "punto"})
_ONE_OF_SCALE = frozenset({"milione", "miliardo"})
_DEFINITE = frozenset({"il", "al", "del", "dal", "sul"})
_BEFORE_PREDICATE = frozenset({"sono", "saranno", "erano", "sarebbero", "circa", "oltre", "quasi", "ben"})
_HALF = Decimal("0.5")
_LARGEST_EXPONENT = 60
_LARGEST_SCALE = Decimal(10) ** 24


class Number(NamedTuple):
    """A number read from the tokens `first` up to `stop`. `scale` is the power that a word or letter multiplied it by.

    `article` marks a bare "un", "uno", "una"; `figure` is the raw figure of a number without a scale; `spelled` says that it begins with a word.
    """

    value: Decimal
    first: int
    stop: int
    high: Decimal | None = None
    bound: Bound = "exact"
    form: Form | None = None
    scale: Decimal = Decimal(1)
    article: bool = False
    spelled: bool = False
    figure: str = ""


def read_number(scan: Scan, i: int) -> Number | None:
    """The number that begins at token `i`, the longest reading that fits; signs and bounds are left to the caller."""
    kind = scan.kinds[i]
    if kind == "figure":
        return _read_figure(scan, i)
    if kind != "word":
        return None
    word = scan.words[i]
    if word in _ONE_OF_SCALE and scan.words[i - 1] in _DEFINITE and not scan.breaks[i]:
        return _with_half(scan, _of_scale(scan, Number(SCALES[word], i, i + 1, scale=SCALES[word], spelled=True)))
    if word in _COLLECTIVE or word in _VAGUE_PLURALS or word in _VAGUE_WORDS or word in ("mezzo", "mezza"):
        return _read_rough(scan, i)
    return _read_words(scan, i)


# --- Figures ---


def _read_figure(scan: Scan, i: int) -> Number | None:
    value, stop = _grouped(scan, i)
    if value is None:
        return None
    plain = stop == i + 1
    if scan.words[i - 1] == "," and scan.touches[i] and not scan.touches[i - 1] and plain and scan.words[i].isdigit():
        value = Decimal(f"0.{scan.words[i]}")
    number = Number(value, i, stop, figure=scan.words[i] if plain else "")
    if scan.words[stop] not in _BEHIND_FIGURE and scan.kinds[stop] != "figure":
        return number
    number = _with_power(scan, number)
    number = _with_written_fraction(scan, number)
    return _with_scales(scan, number)


def _grouped(scan: Scan, i: int) -> tuple[Decimal | None, int]:
    """A figure, its thousands perhaps set apart by single spaces: "3 250 000", "1 298,00"."""
    figure, stop = scan.words[i], i + 1
    if figure.isdigit() and len(figure) <= 3 and figure[0] != "0":
        joined = figure
        while _continues_group(scan, stop) and len(joined) < 18 and joined.isdigit():
            joined += scan.words[stop]
            stop += 1
        if stop > i + 1:
            return parse_figure(joined), stop
    return parse_figure(figure), i + 1


def _continues_group(scan: Scan, i: int) -> bool:
    if scan.kinds[i] != "figure" or scan.starts[i] - scan.ends[i - 1] != 1 or scan.text[scan.ends[i - 1]] in "\n\r\t":
        return False
    head, _, tail = scan.words[i].partition(",")
    closed = not (
        scan.kinds[i + 1] == "word"
        and scan.touches[i + 1]
        and scan.is_capitalised(i + 1)
        and len(scan.words[i + 1]) == 1
    )
    return len(head) == 3 and head.isdigit() and (not tail or tail.isdigit()) and closed


def _with_power(scan: Scan, number: Number) -> Number:
    """Scientific notation and powers: 12,32e+14, 2,5^-1."""
    i = number.stop
    if scan.words[i] not in ("e", "^") or not scan.touches[i]:
        return number
    sign = scan.words[i + 1] if scan.words[i + 1] in ("+", "-") else ""
    j = i + 1 + bool(sign)
    if (
        scan.kinds[j] != "figure"
        or not all(scan.touches[k] for k in range(i + 1, j + 1))
        or not scan.words[j].isdigit()
    ):
        return number
    exponent = int(scan.words[j]) if len(scan.words[j]) < 4 else _LARGEST_EXPONENT + 1
    if exponent > _LARGEST_EXPONENT or (not number.value and sign == "-"):
        return number
    exponent = -exponent if sign == "-" else exponent
    value = number.value.scaleb(exponent) if scan.words[i] == "e" else number.value**exponent
    return number._replace(value=value, stop=j + 1, figure="")


def _with_written_fraction(scan: Scan, number: Number) -> Number:
    """1/4, "2 1/4", "2 e 1/4"; 8/16 and 30/40 are alternatives, left to the ranges."""
    i = number.stop
    if not number.figure or number.value != number.value.to_integral_value():
        return number
    if scan.words[i] == "/" and scan.touches[i]:
        part = fraction_at(scan, i - 1)
        if part is not None:
            return number._replace(value=part, stop=i + 2, form="fraction", figure="")
    j = i + 1 if scan.words[i] == "e" else i
    if scan.kinds[j] == "figure" and not scan.touches[j] and not scan.breaks[j]:
        part = fraction_at(scan, j)
        if part is not None:
            return number._replace(value=number.value + part, stop=j + 3, figure="")
    return number


# --- Scales: "mila", "milioni", "mld", "K" ---


def _with_scales(scan: Scan, number: Number) -> Number:
    """What stands behind a figure and multiplies it: "1,2 milioni", "300mila", "10 mila miliardi", "100K", "3 milioni e mezzo"."""
    number = _scaled_once(scan, number)
    if number.scale == 1:
        return _with_half(scan, number)
    if number.scale >= SCALES["milioni"]:
        number = _of_scale(scan, number)
    if number.scale == 1000:
        further = _scaled_once(scan, number)
        number = further if further.scale > number.scale else number
    number = _with_smaller_scale(scan, number)
    return _with_half(scan, number)


def _scaled_once(scan: Scan, number: Number) -> Number:
    # "Sono 32 i milioni di euro": the article stands between where the number is the predicate.
    i = number.stop + (scan.words[number.stop] == "i" and scan.words[number.first - 1] in _BEFORE_PREDICATE)
    if scan.kinds[i] != "word" or scan.breaks[i]:
        return number
    word, factor = scan.words[i], None
    if word in SCALES:
        factor = _COUNTED.get(word, SCALES[word]) if scan.particle(i + 1) == "di" else SCALES[word]
    elif word in _SHORT_SCALES:
        if word != "ml" or scan.particle(i + 1) == "di":
            factor = _SHORT_SCALES[word]
    elif len(word) == 1 and scan.original(i) in _LETTERS and not scan.touches[i + 1]:
        # "4K", "8K" are resolutions, "5G" a network, "8G" a card's memory in its name.
        named = 1 < number.value < 10 and number.figure.isdigit() and scan.original(i) in ("K", "G")
        if (scan.touches[i] and not named) or scan.original(i) == "k":
            factor = _LETTERS[scan.original(i)]
    if factor is None:
        return number
    stop = i + 1
    if (
        word in _SHORT_SCALES and scan.words[stop] == "." and scan.touches[stop] and not scan.starts_sentence(stop + 1)
    ) or (word in _SHORT_SCALES and scan.words[stop] == "." and scan.is_lower_word(stop + 1)):
        stop += 1
    scale = factor if number.scale == 1 else factor * number.scale
    return number._replace(value=number.value * factor, stop=stop, scale=scale, figure="")


def _with_smaller_scale(scan: Scan, number: Number) -> Number:
    """A second, smaller amount that completes the first: "3 milioni e 200 mila"."""
    j = number.stop + 1 if scan.words[number.stop] == "e" else number.stop
    if scan.kinds[j] != "figure" or scan.breaks[j]:
        return number
    value, stop = _grouped(scan, j)
    if value is None:
        return number
    rest = _scaled_once(scan, Number(value, j, stop))
    if 1 < rest.scale < number.scale and rest.value < number.scale:
        return number._replace(value=number.value + rest.value, stop=rest.stop, scale=rest.scale)
    return number


def _with_half(scan: Scan, number: Number) -> Number:
    """ "e mezzo", "e tre quarti": a part of the last scale, or of one."""
    i = number.stop
    if scan.words[i] != "e" or number.form == "fraction":
        return number
    if scan.words[i + 1] in ("mezzo", "mezza"):
        half = _read_rough(scan, i + 1)
        if half is not None and half.scale < number.scale:
            return number._replace(value=number.value + half.value, stop=half.stop, scale=half.scale)
        return number._replace(value=number.value + _HALF * number.scale, stop=i + 2, figure="")
    part = _spelled_fraction(scan, i + 1)
    if part is not None and part.value < 1:
        return number._replace(value=number.value + part.value * number.scale, stop=part.stop, figure="")
    return number


# --- Words ---


def _read_words(scan: Scan, i: int) -> Number | None:
    row = pieces(scan.words[i])
    if row is None:
        return _read_ordinal(scan, i)
    value = total(row)
    if value is None and row[-1] not in NUMERALS["elided"]:
        return None
    stop = i + 1
    while not scan.breaks[stop]:
        joined = _joined(scan, stop, row)
        if joined is None:
            break
        row, value, stop = joined
    if value is None:
        return None
    words = scan.words[i:stop]
    number = Number(
        Decimal(value), i, stop, scale=scale_of(row), spelled=True, article=len(words) == 1 and words[0] in _ARTICLES
    )
    if words[-1] in _COUNTED and scan.particle(stop) == "di":
        number = number._replace(
            value=number.value / SCALES[words[-1]] * _COUNTED[words[-1]], scale=_COUNTED[words[-1]]
        )
    if row[-1] not in SCALES:
        number = _with_spelled_decimals(scan, number)
    number = _with_denominator(scan, number)
    if number.form is None:
        number = _with_collective(scan, number)
        if number.scale >= SCALES["milioni"]:
            number = _with_smaller_scale(scan, _of_scale(scan, number))
        number = _with_scales(scan, number) if number.scale == 1 else _with_half(scan, number)
        number = number._replace(spelled=True)
    return number


def _joined(scan: Scan, i: int, row: tuple[str, ...]) -> tuple[tuple[str, ...], int | None, int] | None:
    """The number with the word at `i` added, where it fits: "due mila cinque", "un milione e cinquecentomila"."""
    j = i
    if scan.words[i] == "e":
        # "e" joins behind a scale or a hundred: "tremila e seicento", not "trenta e due".
        if row[-1] not in SCALES and row[-1] not in ("mille", "cento"):
            return None
        j = i + 1
    if scan.kinds[j] != "word" or scan.breaks[j]:
        return None
    more = pieces(scan.words[j])
    if more is None or (j > i and more[0] in _ARTICLES and scan.is_lower_word(j + 1) and len(more) == 1):
        return None
    if j > i and denominator(scan, j + 1, singular=more in _ONES):
        return None
    value = total(row + more)
    elided = value is None and more[-1] in NUMERALS["elided"] and total((*row, *more, "uno")) is not None
    return (row + more, value, j + 1) if value is not None or elided else None


def _with_spelled_decimals(scan: Scan, number: Number) -> Number:
    """ "due virgola cinque", "dieci punto zero otto": the words behind the point are read digit by digit."""
    i = number.stop
    if scan.words[i] not in _POINTS or scan.kinds[i + 1] != "word":
        return number
    digits, stop = "", i + 1
    while len(digits) < 20 and not scan.breaks[stop]:
        row = pieces(scan.words[stop])
        value = total(row) if row else None
        if row is None or value is None or row[-1] in SCALES or (digits and value > 9 and digits.strip("0")):
            break
        digits += str(value)
        stop += 1
    if not digits:
        return number
    return number._replace(value=number.value + Decimal(f"0.{digits}"), stop=stop, article=False)


def _with_denominator(scan: Scan, number: Number) -> Number:
    """ "due terzi", "un ottavo", "cento trentacinquesimi", "uno su venti"."""
    i = number.stop
    whole = number.value == number.value.to_integral_value() and number.value > 0
    if not whole:
        return number
    below = denominator(scan, i, singular=number.value == 1)
    if below is not None:
        part = number._replace(value=number.value / below, stop=i + 1, form="fraction", scale=Decimal(1), article=False)
        scaled = _of_scale(scan, part)
        return scaled._replace(form=None) if scaled.scale > 1 else part
    return number


def _spelled_fraction(scan: Scan, i: int) -> Number | None:
    """A fraction in words at token `i`: "tre quarti", "un mezzo"."""
    row = pieces(scan.words[i]) if scan.kinds[i] == "word" else None
    value = total(row) if row else None
    if not value or row is None or row[-1] in SCALES:
        return None
    number = _with_denominator(scan, Number(Decimal(value), i, i + 1))
    return number if number.form == "fraction" else None


def _with_collective(scan: Scan, number: Number) -> Number:
    """ "tre dozzine", "una decina", "un paio", "due centinaia", "un centinaio di migliaia"."""
    i = number.stop
    word = scan.words[i]
    size = _COLLECTIVE.get(word) or (
        _VAGUE_PLURALS.get(word) if word in ("decine", "dozzine", "centinaia", "migliaia") else None
    )
    if size is None and word in ("coppie", "paia"):
        size = 2
    if size is None or scan.breaks[i] or number.scale > 1:
        return number
    bound: Bound = "about" if number.value == 1 and word in _ABOUT else "exact"
    number = number._replace(value=number.value * size, stop=i + 1, bound=bound, article=False)
    return _of_scale(scan, number)


def _of_scale(scan: Scan, number: Number) -> Number:
    """ "una decina di migliaia", "decine di miliardi": a collective counted in a larger one."""
    i = number.stop
    word = scan.words[i + 1]
    factor = Decimal(1000) if word == "migliaia" else SCALES.get(word)
    if scan.words[i] != "di" or factor is None or word == "mila":
        return number
    if scan.particle(i + 2) == "di":
        factor = _COUNTED.get(word, factor)
    number = number._replace(value=number.value * factor, stop=i + 2, scale=max(number.scale, Decimal(1)) * factor)
    return _of_scale(scan, number) if number.scale < _LARGEST_SCALE else number


def _read_rough(scan: Scan, i: int) -> Number | None:
    """Numbers that begin without a numeral: "decine di migliaia", "qualche migliaio", "mezzo milione", "mezza dozzina"."""
    word, following = scan.words[i], scan.words[i + 1]
    if word in ("mezzo", "mezza"):
        factor = SCALES.get(following) or (Decimal(_EXACT[following]) if following in _EXACT else None)
        if factor is None and (scan.breaks[i + 1] or not read_unit(scan, i + 1)):
            return None
        if factor is None:
            return Number(_HALF, i, i + 1, spelled=True)
        if following in _COUNTED and scan.particle(i + 2) == "di":
            factor = _COUNTED[following]
        scale = factor if following in SCALES else Decimal(1)
        return Number(_HALF * factor, i, i + 2, scale=scale, spelled=True)
    if word in _VAGUE_WORDS:
        size = _VAGUE_PLURALS.get(following) or _COLLECTIVE.get(following) or SCALES.get(following)
        if size is None or following == "mila" or scan.breaks[i + 1]:
            return None
        scale = SCALES.get(following, Decimal(1))
        return _of_scale(scan, Number(Decimal(size), i, i + 2, bound="min", scale=scale, spelled=True))
    # Behind a bracket it explains the number before it: "petaflop (milioni di miliardi di operazioni)".
    if word in _VAGUE_PLURALS and scan.kinds[i - 1] != "figure" and scan.words[i - 1] != "(":
        scale = SCALES.get(word, Decimal(1))
        if scan.words[i + 1] not in ("di", "d"):
            return None
        return _of_scale(scan, Number(Decimal(_VAGUE_PLURALS[word]), i, i + 1, bound="min", scale=scale, spelled=True))
    return None


# --- Ordinals ---


def _read_ordinal(scan: Scan, i: int) -> Number | None:
    value = ordinal(scan.words[i])
    if not value or not is_ordinal(scan, i):
        return None
    return Number(Decimal(value), i, i + 1, form="ordinal", spelled=True)


__all__ = ["Number", "cardinal", "read_number"]
