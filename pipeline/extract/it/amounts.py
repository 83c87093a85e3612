"""Italian amounts: a number with what stands around it (sign, percent, currency, unit, times, duration), and ranges of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from models.values import Bound, Form, Per, ValueKind
from pipeline.extract.it.bounds import is_change
from pipeline.extract.it.durations import Duration, read_duration
from pipeline.extract.it.money import amount_of, cents_behind, currency_before, currency_behind, decimals_behind_sign
from pipeline.extract.it.numbers import Number, read_number
from pipeline.extract.it.numerals import NUMERALS
from pipeline.extract.it.quantities import read_counted_per, read_per, read_unit
from pipeline.extract.it.tokens import Scan
from pipeline.extract.values.quantities import Unit

_PERCENT = re.compile(r"\s?(?:%|per\s?cento(?![^\W_])|percento(?![^\W_]))")
_POINTS = re.compile(r"\s(?:punt[io] percentual[ei]|punti di percentuale)(?![^\W_])|\s?p\.\s?p\.")
_BASIS_POINTS = re.compile(r"\s?(?:punti base|punto base)(?![^\W_])")
_TIMES = re.compile(r"(?:\svolte|\s?[x×])(?![^\W_])")
_ORDINAL_SIGN = re.compile(r"\s?[°ºª](?![^\W_])")
_MULTIPLES: dict[str, Decimal] = {word: Decimal(n) for word, n in NUMERALS["multiples"].items()}
_VERBS: dict[str, Decimal] = {
    stem + ending: Decimal(value)
    for table in ("multiple_verbs", "fraction_verbs")
    for stem, value in NUMERALS[table].items()
    for ending in (*NUMERALS["verb_endings"]["endings"], *NUMERALS["verb_endings"]["nouns"])
}
_DASHES = frozenset({"-", "–", "—", "~", "∼"})
_MINUS = frozenset({"-", "−", "–"})
_ONE = Unit("1")


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in the making: `low` and `high` are as written, before the unit's factor; `first` and `stop` are tokens, `start` and `end` characters."""

    number: Number
    kind: ValueKind
    low: Decimal
    start: int
    end: int
    stop: int
    high: Decimal | None = None
    unit: Unit = _ONE
    per: Per | None = None
    form: Form | None = None
    bound: Bound = "exact"
    duration: Duration | None = None
    high_duration: Duration | None = None
    leading: bool = False

    @property
    def is_bare(self) -> bool:
        return self.kind == "number" and self.form in (None, "fraction")

    @property
    def is_range(self) -> bool:
        return self.high is not None


def read_amount(scan: Scan, i: int) -> Amount | None:
    """The amount or range of amounts that begins at token `i`."""
    number = read_number(scan, i)
    if number is None:
        return _read_multiple(scan, i)
    first = _measure(scan, number)
    ranged = _read_range(scan, first)
    if ranged is not None:
        return ranged
    return _with_shared_unit(scan, first)


# --- One amount ---


def _measure(scan: Scan, number: Number) -> Amount:
    """The number with what stands before and behind it."""
    start, end = scan.starts[number.first], scan.ends[number.stop - 1]
    if number.figure and scan.word(number.first - 1) == "," and number.value < 1 and scan.touches(number.first):
        start -= 1
    amount = Amount(number, "number", number.value, start, end, number.stop, form=number.form, bound=number.bound)
    amount = _with_sign(scan, amount)
    amount = _with_what_follows(scan, amount)
    if amount.kind != "duration" and (per := read_per(scan.folded, amount.end)):
        amount = replace(amount, per=per[0], end=per[1], stop=scan.after(per[1], amount.stop))
    elif amount.kind in ("number", "price") and amount.form is None:
        amount = replace(amount, per=read_counted_per(scan.folded, amount.end))
    return amount


def _with_what_follows(scan: Scan, amount: Amount) -> Amount:
    text, folded, number = scan.text, scan.folded, amount.number
    currency = currency_before(text, folded, amount.start)
    if currency:
        low = amount_of(number.figure, amount.low, currency.code) if amount.low >= 0 else amount.low
        return replace(
            amount, kind="price", low=low, start=currency.position, unit=Unit(currency.code), form=None, leading=True
        )
    if match := _PERCENT.match(folded, amount.end):
        return _closed(scan, amount, match.end(), kind="percent", unit=Unit("%"), form=None)
    if match := _POINTS.match(folded, amount.end):
        return _closed(scan, amount, match.end(), kind="percent", unit=Unit("pp"), form=None)
    if match := _BASIS_POINTS.match(folded, amount.end):
        return _closed(scan, amount, match.end(), kind="percent", unit=Unit("pp", Decimal("0.01")), form=None)
    if duration := read_duration(scan, number.first, number):
        end = scan.ends[duration.stop - 1]
        return replace(
            amount, kind="duration", duration=duration, end=end, stop=duration.stop, bound=duration.bound, form=None
        )
    if between := decimals_behind_sign(text, amount.end):
        low = amount.low + between[1]
        return _closed(scan, replace(amount, low=low), between[2], kind="price", unit=Unit(between[0]), form=None)
    linked = number.scale >= 1000000 or number.form == "fraction" or number.bound != "exact" or number.spelled
    currency = currency_behind(text, folded, amount.end, linked=linked)
    if currency and not (number.form == "ordinal"):
        return _with_currency(scan, amount, currency.code, currency.factor, currency.position)
    if match := _ORDINAL_SIGN.match(folded, amount.end):
        if not read_unit(text, folded, amount.end):
            return _closed(scan, amount, match.end(), form="ordinal")
    if number.form != "ordinal" and (found := read_unit(text, folded, amount.end)):
        if not (
            found[0].code == "K"
            and scan.words[scan.after(found[1], number.stop) - 1] == "gradi"
            and amount.low in _ANGLES
        ):
            return _closed(scan, amount, found[1], kind="quantity", unit=found[0], form=None)
    if number.form is None and (match := _TIMES.match(folded, amount.end)) and not number.article:
        if match[0].strip() == "volte" or scan.touches(number.stop):
            return _closed(scan, amount, match.end(), form="multiple")
    return _with_odds(scan, amount)


_ANGLES = frozenset({Decimal(90), Decimal(180), Decimal(360)})


def _with_currency(scan: Scan, amount: Amount, code: str, factor: Decimal, end: int) -> Amount:
    low = amount_of(amount.number.figure, abs(amount.low), code) * (-1 if amount.low < 0 else 1) * factor
    priced = _closed(scan, replace(amount, low=low), end, kind="price", unit=Unit(code), form=None)
    whole = low == low.to_integral_value() and amount.number.scale == 1 and factor == 1
    if whole and (cents := cents_behind(scan.folded, priced.end)):
        return _closed(scan, replace(priced, low=low + cents[0]), cents[1])
    if whole and scan.word(priced.stop) == "e" and amount.number.spelled:
        more = read_number(scan, priced.stop + 1)
        if (
            more
            and more.scale == 1
            and 10 <= more.value < 100
            and (scan.kind(more.stop) != "word" or scan.breaks(more.stop))
        ):
            return _closed(scan, replace(priced, low=low + more.value / 100), scan.ends[more.stop - 1])
    return priced


def _with_odds(scan: Scan, amount: Amount) -> Amount:
    """ "uno su venti", "9 su 10": a part of a whole, unless both are the same ("24 su 24")."""
    i = amount.stop
    number = amount.number
    if (
        scan.word(i) != "su"
        or scan.breaks(i)
        or number.form
        or number.scale > 1
        or amount.low != amount.low.to_integral_value()
    ):
        return amount
    whole = read_number(scan, i + 1)
    if whole is None or whole.form or whole.scale > 1 or whole.value <= abs(amount.low) or whole.value < 2:
        return amount
    end = scan.ends[whole.stop - 1]
    return _closed(scan, replace(amount, low=amount.low / whole.value), end, form="fraction")


def _closed(scan: Scan, amount: Amount, end: int, **changes: object) -> Amount:
    return replace(amount, end=end, stop=scan.after(end, amount.number.stop), **changes)  # type: ignore[arg-type]


def _with_sign(scan: Scan, amount: Amount) -> Amount:
    """A minus before the number: a sign where nothing stands before it, not the dash of a range or of a list."""
    i = amount.number.first - 1
    word = scan.word(i)
    if amount.start < scan.starts[amount.number.first]:
        return amount
    if word in ("meno", "negativo") and not scan.breaks(i + 1):
        if (
            scan.kind(i - 1) == "figure"
            or read_number(scan, i - 1)
            or scan.word(i - 1) in ("o", "volte", "non", "di", "a", "piu", "per")
        ):
            return amount
        return replace(amount, low=-amount.low, start=scan.starts[i])
    if word not in _MINUS or scan.breaks(i + 1):
        return amount
    spaced = not scan.touches(i + 1)
    if i > 0 and not scan.breaks(i) and (scan.touches(i) and scan.word(i - 1) not in ("(", "[") or spaced):
        return amount
    if (
        spaced
        and not scan.breaks(amount.number.stop)
        and scan.kind(amount.number.stop) == "word"
        and len(scan.word(amount.number.stop)) > 1
    ):
        return amount
    if (
        spaced
        and amount.number.stop < len(scan)
        and scan.kind(amount.number.stop) == "word"
        and scan.breaks(i)
        and i > 0
    ):
        return amount
    return replace(amount, low=-amount.low, start=scan.starts[i])


# --- Multiples without a number ---


def is_opening_verb(word: str) -> bool:
    """Whether a word is a verb that multiplies: "raddoppia", "dimezzato"."""
    return word in _VERBS


def _read_multiple(scan: Scan, i: int) -> Amount | None:
    """ "il doppio", "raddoppia", "dimezzato", "la metà"."""
    word = scan.word(i)
    value = _VERBS.get(word)
    if value is None and word in _MULTIPLES:
        noun = scan.particle(i - 1) in ("", "a", "di", "in", "da", "che") and scan.word(i - 1) not in ("la", "le")
        compared = scan.particle(i + 1) in ("di", "rispetto") or scan.word(i + 1) == "del"
        alone = (
            scan.kind(i + 1) != "word"
            or scan.breaks(i + 1)
            or scan.particle(i + 1) in ("di", "rispetto", "in", "piu", "e", "per", "a", "entro", "ma")
        )
        value = _MULTIPLES[word] if (noun and alone and i > 0) or compared else None
    if (
        value is None
        and word == "meta"
        and scan.particle(i - 1) in ("", "di", "quasi", "circa")
        and scan.word(i - 1) not in ("di",)
    ):
        value = Decimal("0.5") if scan.particle(i + 1) == "di" or scan.kind(i + 1) != "word" else None
    if value is None:
        return None
    form: Form = "fraction" if word == "meta" else "multiple"
    number = Number(value, i, i + 1, form=form, spelled=True)
    return Amount(number, "number", value, scan.starts[i], scan.ends[i], i + 1, form=form)


# --- Ranges ---


def _read_range(scan: Scan, first: Amount) -> Amount | None:
    """Two amounts that make a range: "tra 30 e 40 mila", "700-1200W", "12 o 16 GB", "dal 5 al 10 %"."""
    if first.form in ("multiple",) and first.number.form == "multiple":
        return None
    opening = _opening(scan, first)
    j = _behind_connector(scan, first, opening)
    if j is None:
        return None
    number = read_number(scan, j)
    if number is None or number.article or scan.breaks(j):
        return None
    last = _measure(scan, number)
    ranged = None if opening == "da" and is_change(scan, first.number.first) else _joined(scan, first, last)
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
        return replace(lent, low=lent.low * last.number.scale) if first.number.scale == 1 and first.low < 1000 else lent
    return ranged


def _opening(scan: Scan, first: Amount) -> str:
    """The preposition before the first amount, its article and its currency left out."""
    i = scan.after(first.start, max(0, first.number.first - 4)) - 1
    for _ in range(3):
        word = scan.particle(i)
        if word in ("tra", "fra", "da"):
            return word
        if word not in ("", "i", "circa", "un", "compreso", "comprese", "compresi") and scan.word(i) != "'":
            return ""
        i -= 1
    return ""


def _behind_connector(scan: Scan, first: Amount, opening: str) -> int | None:
    i = first.stop
    word = scan.word(i)
    if scan.breaks(i) or first.kind == "duration" and word == "fa":
        return None
    if word in _DASHES or (word == "-" and scan.word(i + 1) == ">"):
        j = i + 1
        # A dash with a space on one side only is a sign or an aside.
        if scan.touches(i) != scan.touches(j) and not (scan.kind(j) == "mark"):
            return None
    elif word in ("o", "oppure", "od"):
        j = i + 1
    elif word == "/" and scan.touches(i) and scan.touches(i + 1) and first.number.figure:
        j = i + 1
    elif opening in ("tra", "fra") and word in ("e", "ed"):
        j = i + 1
    elif opening == "da" and (
        scan.particle(i) == "a" or word == "ad" or (word in ("fino", "sino") and scan.particle(i + 1) == "a")
    ):
        j = i + 1 + (word in ("fino", "sino"))
    else:
        return None
    for _ in range(2):
        if scan.particle(j) == "" and scan.kind(j) == "word" or scan.word(j) in ("'", "circa", "quasi", "oltre"):
            j += 1
    if scan.kind(j) == "mark" and currency_before(
        scan.text, scan.folded, scan.starts[j + 1] if j + 1 < len(scan) else len(scan.text)
    ):
        j += 1
    elif scan.kind(j) == "word" and scan.kind(j + 2) == "figure" and scan.word(j + 1) == "$":
        j += 2
    return j


def _joined(scan: Scan, first: Amount, last: Amount) -> Amount | None:
    """The range from one amount to another, with the scale, unit or currency that one of them lends the other."""
    if first.form == "ordinal" and last.form == "ordinal" and first.low < last.low:
        return replace(first, high=last.low, end=last.end, stop=last.stop, bound="range")
    if last.is_bare and first.leading:
        last = replace(last, kind="price", unit=first.unit)
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
    return replace(
        last,
        number=first.number,
        start=first.start,
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
        return replace(first, kind="duration", duration=Duration((part,), first.number.first, last.duration.stop))
    return replace(first, kind=last.kind, unit=last.unit, form=last.form)


def _scaled(first: Amount, last: Amount) -> Amount:
    """ "tra 30 e 40 mila": the first number takes the scale of the last one, if it is the smaller coefficient."""
    scale = last.number.scale
    if first.number.scale == 1 and scale > 1 and not first.leading and abs(first.low) * scale < abs(last.low):
        return replace(first, low=first.low * scale)
    return first


def _joined_durations(first: Amount, last: Amount) -> Amount | None:
    one, two = first.duration, last.duration
    if one is None or two is None or one.parts[0][1] != two.parts[0][1] or not one.parts[0][0] < two.parts[0][0]:
        return None
    return replace(first, high=last.low, end=last.end, stop=last.stop, bound="range", duration=one, high_duration=two)


def _with_shared_unit(scan: Scan, first: Amount) -> Amount:
    """ "8, 12 e 16 GB": a figure of a list takes the unit that stands behind the last one."""
    if first.kind != "number" or not first.number.figure or first.per or first.form or first.low < 0:
        return first
    i, following = first.stop, first
    for _ in range(5):
        if (
            scan.word(i) not in (",", "e", "ed", "o")
            or scan.breaks(i + 1)
            or (scan.touches(i + 1) and scan.word(i) == ",")
        ):
            return first
        number = read_number(scan, i + 1) if scan.kind(i + 1) == "figure" else None
        if number is None:
            return first
        following = _measure(scan, number)
        if following.kind in ("quantity", "percent") or (following.kind == "price" and not following.leading):
            if following.number.scale > 1:
                return first
            return replace(first, kind=following.kind, unit=following.unit, form=None)
        if following.kind != "number" or not number.figure:
            return first
        i = following.stop
    return first
