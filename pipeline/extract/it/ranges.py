"""Italian ranges and lists of amounts: "tra 30 e 40 mila", "700-1200W", "12 o 16 GB", "8, 12 e 16 GB"."""

from __future__ import annotations

from pipeline.extract.it.amounts import Amount, measure, read_multiple
from pipeline.extract.it.bounds import is_change
from pipeline.extract.it.durations import Duration
from pipeline.extract.it.money import currency_before
from pipeline.extract.it.numbers import read_number
from pipeline.extract.it.tokens import PARTICLES, Scan
from pipeline.extract.values.quantities import Unit


def read_amount(scan: Scan, i: int) -> Amount | None:
    """The amount or range of amounts that begins at token `i`."""
    number = read_number(scan, i)
    if number is None:
        return read_multiple(scan, i)
    first = measure(scan, number)
    ranged = _read_range(scan, first)
    if ranged is not None:
        return ranged
    return _with_shared_unit(scan, first)


def _read_range(scan: Scan, first: Amount) -> Amount | None:
    """Two amounts that make a range: "tra 30 e 40 mila", "700-1200W", "12 o 16 GB", "dal 5 al 10 %"."""
    if first.form in ("multiple",) and first.number.form == "multiple":
        return None
    if scan.words[first.stop] not in _CONNECTORS:
        return None
    opening = _opening(scan, first)
    j = _behind_connector(scan, first, opening)
    if j is None:
        return None
    number = read_number(scan, j)
    if number is None or number.article or scan.breaks[j]:
        return None
    last = measure(scan, number)
    if opening == "da" and _falls(first, last):
        lent = first if last.is_bare else _lent(first, last)
        return lent._replace(low=lent.low * last.number.scale)
    changed = opening == "da" and (is_change(scan, first.number.first) or _changes_behind(scan, last.stop))
    ranged = None if changed else _joined(first, last)
    if (
        ranged is None
        and opening == "da"
        and first.is_bare
        and not last.is_bare
        and last.form != "ordinal"
        and not last.is_range
    ):
        # "da 1.999 a 1.799 euro": two values, of which the second lends the first its unit.
        lent = _lent(first, last)
        return lent._replace(low=lent.low * last.number.scale) if first.number.scale == 1 and first.low < 1000 else lent
    return ranged


def _falls(first: Amount, last: Amount) -> bool:
    """ "Da 424 a 168 milioni": a change to less, whose second number lends the first its scale."""
    scale = last.number.scale
    if not first.is_bare or first.form or first.number.scale > 1 or scale == 1 or first.low >= _PLAIN:
        return False
    return last.low <= first.low * scale <= _DEEPEST_FALL * last.low


def _changes_behind(scan: Scan, stop: int) -> bool:
    """Whether a percentage behind two amounts tells by how much the first became the second: "…, pari a un +29 %"."""
    shared = False
    for j in range(stop, stop + _CHANGE_REACH):
        if scan.words[j] in (".", ";", "") or scan.breaks[j]:
            return False
        percent = scan.kinds[j] == "figure" and scan.words[j + 1] in ("%", "per", "percento")
        if percent and scan.words[j - 1] in ("+", "-", "−") and scan.touches[j]:
            return True
        shared = shared or percent
        if shared and scan.words[j] == "in" and scan.words[j + 1] in ("piu", "meno"):
            return True
    return False


def _opening(scan: Scan, first: Amount) -> str:
    """The preposition before the first amount, its article and its currency left out."""
    i = first.first - 1
    for _ in range(3):
        word = scan.particle(i)
        if word in ("tra", "fra", "da"):
            return word
        if word not in ("", "i", "circa", "un", "compreso", "comprese", "compresi") and scan.words[i] != "'":
            return ""
        i -= 1
    return ""


def _behind_connector(scan: Scan, first: Amount, opening: str) -> int | None:
    i = first.stop
    word = scan.words[i]
    if scan.breaks[i] or (first.kind == "duration" and word == "fa"):
        return None
    if word in _DASHES or (word == "-" and scan.words[i + 1] == ">"):
        j = i + 1
        # A dash with a space on one side only is a sign or an aside.
        if scan.touches[i] != scan.touches[j] and scan.kinds[j] != "mark":
            return None
    elif (
        word in ("o", "oppure", "od")
        or (word == "/" and scan.touches[i] and scan.touches[i + 1] and first.number.figure)
        or (opening in ("tra", "fra") and word in ("e", "ed"))
    ):
        j = i + 1
    elif opening == "da" and (
        scan.particle(i) == "a" or word == "ad" or (word in ("fino", "sino") and scan.particle(i + 1) == "a")
    ):
        j = i + 1 + (word in ("fino", "sino"))
    else:
        return None
    for _ in range(2):
        if (scan.particle(j) == "" and scan.kinds[j] == "word") or scan.words[j] in ("'", "circa", "quasi", "oltre"):
            j += 1
    if scan.kinds[j] == "mark" and currency_before(scan, j + 1):
        j += 1
    elif scan.kinds[j] == "word" and scan.kinds[j + 2] == "figure" and scan.words[j + 1] == "$":
        j += 2
    return j


def _joined(first: Amount, last: Amount) -> Amount | None:
    """The range from one amount to another, with the scale, unit or currency that one of them lends the other."""
    if first.form == "ordinal" and last.form == "ordinal" and first.low < last.low:
        return first._replace(high=last.low, end=last.end, stop=last.stop, bound="range")
    if last.is_bare and first.leading:
        last = last._replace(kind="price", unit=first.unit)
    elif first.is_bare and not last.is_bare and last.form != "ordinal":
        first = _lent(first, last)
    elif last.is_bare and first.kind != last.kind:
        return None
    if first.kind != last.kind or first.unit.code != last.unit.code or first.form != last.form:
        return None
    if first.kind == "duration":
        return _joined_durations(first, last)
    first = _scaled(first, last)
    low, high = first.unit.to_base(first.low), last.unit.to_base(last.low)
    if first.leading and last.number.scale > 1 and first.number.scale == 1:
        low = low * last.number.scale if low * last.number.scale <= high else low
    if not low < high:
        return None
    return last._replace(
        number=first.number,
        first=first.first,
        low=low,
        high=high,
        unit=Unit(last.unit.code),
        per=last.per or first.per,
        bound="range",
    )


def _lent(first: Amount, last: Amount) -> Amount:
    """The first amount with the kind and unit of the last one."""
    if last.kind == "duration" and last.duration:
        part = (first.low, last.duration.parts[0][1])
        return first._replace(kind="duration", duration=Duration((part,), first.number.first, last.duration.stop))
    return first._replace(kind=last.kind, unit=last.unit, form=last.form)


def _scaled(first: Amount, last: Amount) -> Amount:
    """ "tra 30 e 40 mila": the first number takes the scale of the last one, if it is the smaller coefficient."""
    scale = last.number.scale
    if first.number.scale == 1 and scale > 1 and not first.leading and abs(first.low) * scale < abs(last.low):
        return first._replace(low=first.low * scale)
    return first


def _joined_durations(first: Amount, last: Amount) -> Amount | None:
    one, two = first.duration, last.duration
    if one is None or two is None or one.parts[0][1] != two.parts[0][1] or not one.parts[0][0] < two.parts[0][0]:
        return None
    return first._replace(high=last.low, end=last.end, stop=last.stop, bound="range", duration=one, high_duration=two)


def _with_shared_unit(scan: Scan, first: Amount) -> Amount:
    """ "8, 12 e 16 GB": a figure of a list takes the unit that stands behind the last one."""
    if first.kind != "number" or not first.number.figure or first.per or first.form or first.low < 0:
        return first
    i, following = first.stop, first
    for _ in range(5):
        if (
            scan.words[i] not in (",", "e", "ed", "o")
            or scan.breaks[i + 1]
            or (scan.touches[i + 1] and scan.words[i] == ",")
        ):
            return first
        number = read_number(scan, i + 1) if scan.kinds[i + 1] == "figure" else None
        if number is None:
            return first
        following = measure(scan, number)
        if following.kind == "price" and scan.words[i] == ",":
            return first  # "DDR5 6000, 85 euro"
        if following.kind in ("quantity", "percent") or (following.kind == "price" and not following.leading):
            scale = following.number.scale
            if scale > 1 and not (scan.words[i] != "," and first.number.scale == 1 and _are_alike(first, following)):
                return first
            return first._replace(kind=following.kind, unit=following.unit, form=None, low=first.low * scale)
        if following.kind != "number" or not number.figure:
            return first
        i = following.stop
    return first


def _are_alike(first: Amount, following: Amount) -> bool:
    """ "26,9 e 60,9 miliardi di euro": whether both numbers may stand before the one multiplier."""
    coefficient = following.low / following.number.scale
    return first.low < _PLAIN and coefficient / _MOST_APART <= first.low <= coefficient * _MOST_APART


_MOST_APART = 10
_CHANGE_REACH = 10
_PLAIN = 1000
"""What is larger is no coefficient: "da 500.000 a un milione"."""
_DEEPEST_FALL = 20
_DASHES = frozenset({"-", "–", "—", "~", "∼"})
_CONNECTORS = (
    _DASHES
    | {"/", "o", "od", "oppure", "e", "ed", "a", "ad", "fino", "sino"}
    | {word for word, particle in PARTICLES.items() if particle == "a"}
)
