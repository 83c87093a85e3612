"""Italian amounts: a number with what stands around it (sign, percent, currency, unit, times, duration), and ranges of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from models.values import Bound, Form, Per, ValueKind
from pipeline.extract.it.durations import TIME_OPENINGS, Duration, read_duration
from pipeline.extract.it.money import (
    CURRENCY_OPENINGS,
    amount_of,
    cents_behind,
    currency_before,
    currency_behind,
    decimals_behind_sign,
)
from pipeline.extract.it.numbers import Number, read_number
from pipeline.extract.it.numerals import NUMERALS
from pipeline.extract.it.quantities import UNIT_OPENINGS, read_counted_per, read_per, read_unit
from pipeline.extract.it.tokens import Scan, by_opening
from pipeline.extract.values.quantities import UNITS, Unit

_PERCENT = re.compile(r"\s?(?:%|per\s?cento(?![^\W_])|percento(?![^\W_]))")
_POINTS = re.compile(r"\s(?:punt[io] percentual[ei]|punti di percentuale)(?![^\W_])|\s?p\.\s?p\.")
_BASIS_POINTS = re.compile(r"\s?(?:punti base|punto base)(?![^\W_])")
_BELOW_ZERO = re.compile(r"\ssotto (?:lo )?zero(?![^\W_])")
_PER_MILLE = re.compile(r"\s?(?:‰|per\s?mille(?![^\W_]))")
_SHARES = (
    (_PERCENT, Unit("%")),
    (_PER_MILLE, Unit("%", Decimal("0.1"))),
    (_POINTS, Unit("pp")),
    (_BASIS_POINTS, Unit("pp", Decimal("0.01"))),
)
_TIMES = re.compile(r"(?:\svolte|\s?[x×])(?![^\W_])")
_ONCE_AND_A_HALF = re.compile(r"\svolta e mezz[oa](?![^\W_])")
_TIMES_AND_A_HALF = re.compile(r"\svolte e mezz[oa](?![^\W_])")
_HALF = Decimal("0.5")
_ORDINAL_SIGN = re.compile(r"(?:\s?[°ºª]|\^|esim[oaie]|[oa])(?![\w^])")
_MULTIPLES: dict[str, Decimal] = {word: Decimal(n) for word, n in NUMERALS["multiples"].items()}
#: A verb that multiplies, in any of its forms ("raddoppia", "dimezzato") → how many times.
MULTIPLE_VERBS: dict[str, Decimal] = {
    stem + ending: Decimal(value)
    for table in ("multiple_verbs", "fraction_verbs")
    for stem, value in NUMERALS[table].items()
    for ending in (*NUMERALS["verb_endings"]["endings"], *NUMERALS["verb_endings"]["nouns"])
}
_MINUS = frozenset({"-", "−", "–"})
_LONGEST_SIGN = 4  # tokens of "US $"
_ONE = Unit("1")
# "50.000 wafer a 2 nm al mese": it is not the length that comes every month.
_NEVER_PER = frozenset({"m", "m2", "K", "Hz"})


class Amount(NamedTuple):
    """A value in the making: `low` and `high` are as written, before the unit's factor; `first` and `stop` are tokens, `end` a character."""

    number: Number
    kind: ValueKind
    low: Decimal
    first: int
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


# --- One amount ---


def measure(scan: Scan, number: Number) -> Amount:
    """The number with what stands before and behind it."""
    first, end = number.first, scan.ends[number.stop - 1]
    if number.figure and scan.words[first - 1] == "," and number.value < 1 and scan.touches[first]:
        first -= 1
    amount = Amount(number, "number", number.value, first, end, number.stop, form=number.form, bound=number.bound)
    amount = _with_sign(scan, amount)
    amount = _with_what_follows(scan, amount)
    if (
        amount.kind != "duration"
        and amount.unit.code not in _NEVER_PER
        and (per := read_per(scan, amount.stop, amount.end))
    ):
        amount = amount._replace(per=per[0], end=per[1], stop=scan.after(per[1], amount.stop))
    elif (
        amount.kind in ("number", "price")
        and amount.form is None
        and (period := read_counted_per(scan, amount.stop, amount.end))
    ):
        amount = amount._replace(per=period)
    return amount


def _with_what_follows(scan: Scan, amount: Amount) -> Amount:
    """The amount as what it is of: money, a share, a time, a quantity, a multiple; a bare number if nothing says so."""
    found = _priced_before(scan, amount)
    if found is not None:
        return found
    for reader in _READERS.get(scan.words[amount.stop], ()):
        found = reader(scan, amount)
        if found is not None:
            return found
    return _with_odds(scan, amount)


def _priced_before(scan: Scan, amount: Amount) -> Amount | None:
    """ "$ 12", "EUR 12,50"."""
    currency = currency_before(scan, amount.first)
    if currency is None:
        return None
    low = amount_of(amount.number.figure, amount.low, currency.code) if amount.low >= 0 else amount.low
    unit = Unit(currency.code)
    first = scan.after(currency.position, max(0, amount.first - _LONGEST_SIGN))
    return amount._replace(kind="price", low=low, first=first, unit=unit, form=None, leading=True)


def _shared(scan: Scan, amount: Amount) -> Amount | None:
    """ "12 %", "3 punti percentuali"."""
    for pattern, unit in _SHARES:
        if match := pattern.match(scan.folded, amount.end):
            return _closed(scan, amount, match.end(), kind="percent", unit=unit, form=None)
    return None


def _timed(scan: Scan, amount: Amount) -> Amount | None:
    """ "19 giorni", "un'ora e mezza"."""
    duration = read_duration(scan, amount.number.first, amount.number)
    if duration is None:
        return None
    end, stop = scan.ends[duration.stop - 1], duration.stop
    return amount._replace(kind="duration", duration=duration, end=end, stop=stop, bound=duration.bound, form=None)


def _priced_behind(scan: Scan, amount: Amount) -> Amount | None:
    """ "12 €", "1250€60", "due milioni di dollari"."""
    number = amount.number
    if between := decimals_behind_sign(scan.text, amount.end):
        low = amount.low + between[1]
        return _closed(scan, amount, between[2], kind="price", low=low, unit=Unit(between[0]), form=None)
    linked = (
        max(number.scale, number.value) >= 1000000
        or number.form == "fraction"
        or number.bound != "exact"
        or number.spelled
    )
    currency = currency_behind(scan, amount.stop, linked=linked)
    if currency is None or number.form == "ordinal":
        return None
    return _with_currency(scan, amount, currency.code, currency.factor, currency.position)


def _numbered(scan: Scan, amount: Amount) -> Amount | None:
    """ "10°", "3a", "100esimo"; above 20 a bare degree is one of temperature, unless an article stands before it."""
    match = _ORDINAL_SIGN.match(scan.folded, amount.end)
    if match is None or not amount.number.figure or read_unit(scan, amount.stop):
        return None
    if scan.text[amount.end : match.end()].isupper():
        return None  # "14a edizione", but "20A" is a name
    counts = amount.number.figure.isdigit() and (
        0 < amount.low <= 20 or scan.words[amount.number.first - 1] in _BEFORE_ORDINAL
    )
    if counts or "°" not in match[0]:
        return _closed(scan, amount, match.end(), form="ordinal")
    return _closed(scan, amount, match.end(), kind="quantity", unit=UNITS["°C"], form=None)


_BEFORE_ORDINAL = frozenset(
    {"il", "lo", "la", "l", "'", "i", "le", "gli", "del", "della", "al", "alla", "dal", "dalla", "nel", "nella"}
)


def _quantified(scan: Scan, amount: Amount) -> Amount | None:
    """ "700 W", "8 terabyte al secondo"; a turn of 180 degrees is no temperature."""
    found = read_unit(scan, amount.stop) if amount.number.form != "ordinal" else None
    if found is None:
        return None
    unit, end = found
    stop = scan.after(end, amount.stop)
    if unit.code == "m" and (scan.folded[end : end + 1] == "/" or (read_per(scan, stop, end) or ("",))[0] == "hour"):
        return None  # a speed
    if below := _BELOW_ZERO.match(scan.folded, end):
        amount, end = amount._replace(low=-abs(amount.low)), below.end()
    if amount.low in _ANGLES and scan.words[scan.after(end, amount.stop) - 1] == "gradi":
        return None
    return _closed(scan, amount, end, kind="quantity", unit=unit, form=None)


def _multiplied(scan: Scan, amount: Amount) -> Amount | None:
    """ "4 volte", "30x"; "3900X" is a processor."""
    if amount.low == 1 and (once := _ONCE_AND_A_HALF.match(scan.folded, amount.end)):
        return _closed(scan, amount._replace(low=1 + _HALF), once.end(), form="multiple")
    match = _TIMES.match(scan.folded, amount.end)
    if match is None or amount.number.form or amount.number.article:
        return None
    sign = scan.touches[amount.number.stop] and amount.low < 1000
    if half := _TIMES_AND_A_HALF.match(scan.folded, amount.end):
        return _closed(scan, amount._replace(low=amount.low + _HALF), half.end(), form="multiple")
    return _closed(scan, amount, match.end(), form="multiple") if sign or match[0].strip() == "volte" else None


_ANGLES = frozenset({Decimal(90), Decimal(180), Decimal(360)})


def _with_currency(scan: Scan, amount: Amount, code: str, factor: Decimal, end: int) -> Amount:
    low = amount_of(amount.number.figure, abs(amount.low), code) * (-1 if amount.low < 0 else 1) * factor
    priced = _closed(scan, amount, end, kind="price", low=low, unit=Unit(code), form=None)
    whole = low == low.to_integral_value() and amount.number.scale == 1 and factor == 1
    if whole and (cents := cents_behind(scan, priced.stop, priced.end)):
        return _closed(scan, priced._replace(low=low + cents[0]), cents[1])
    if whole and scan.words[priced.stop] == "e" and scan.kinds[priced.stop + 1] == "word":
        return _with_spelled_cents(scan, priced)
    return priced


def _with_spelled_cents(scan: Scan, priced: Amount) -> Amount:
    """ "cinque rubli e trenta", "5 euro e dieci centesimi"."""
    cents = read_number(scan, priced.stop + 1)
    if cents is None or cents.scale > 1 or not 1 <= cents.value < 100 or cents.form or cents.article:
        return priced
    named = currency_behind(scan, cents.stop, linked=False)
    if named and named.factor < 1:
        return _closed(scan, priced._replace(low=priced.low + cents.value / 100), named.position)
    if cents.value < 10 or (scan.kinds[cents.stop] == "word" and not scan.breaks[cents.stop]):
        return priced
    return _closed(scan, priced._replace(low=priced.low + cents.value / 100), scan.ends[cents.stop - 1])


def _with_odds(scan: Scan, amount: Amount) -> Amount:
    """ "uno su venti", "9 su 10": a part of a whole, unless both are the same ("24 su 24")."""
    i = amount.stop
    number = amount.number
    if (
        scan.words[i] != "su"
        or scan.breaks[i]
        or number.form
        or number.scale > 1
        or amount.low != amount.low.to_integral_value()
    ):
        return amount
    whole = read_number(scan, i + 1)
    if whole is None or whole.form or whole.scale > 1 or whole.value <= abs(amount.low) or whole.value < 2:
        return amount
    end = scan.ends[whole.stop - 1]
    return _closed(scan, amount._replace(low=amount.low / whole.value), end, form="fraction")


def _closed(scan: Scan, amount: Amount, end: int, **changes: object) -> Amount:
    return amount._replace(end=end, stop=scan.after(end, amount.number.stop), **changes)  # type: ignore[arg-type]


def _with_sign(scan: Scan, amount: Amount) -> Amount:
    """A minus before the number: a sign where nothing stands before it, not the dash of a range or of a list."""
    i = amount.number.first - 1
    word = scan.words[i]
    if amount.first < amount.number.first:
        return amount
    if word in ("meno", "negativo") and not scan.breaks[i + 1]:
        if (
            scan.kinds[i - 1] == "figure"
            or read_number(scan, i - 1)
            or scan.words[i - 1] in ("o", "volte", "non", "di", "a", "piu", "per")
        ):
            return amount
        return amount._replace(low=-amount.low, first=i)
    if word not in _MINUS or scan.breaks[i + 1]:
        return amount
    spaced = not scan.touches[i + 1]
    if i > 0 and not scan.breaks[i] and ((scan.touches[i] and scan.words[i - 1] not in ("(", "[")) or spaced):
        return amount
    if (
        spaced
        and not scan.breaks[amount.number.stop]
        and scan.kinds[amount.number.stop] == "word"
        and len(scan.words[amount.number.stop]) > 1
    ):
        return amount
    if (
        spaced
        and amount.number.stop < len(scan)
        and scan.kinds[amount.number.stop] == "word"
        and scan.breaks[i]
        and i > 0
    ):
        return amount
    return amount._replace(low=-amount.low, first=i)


_READERS: dict[str, tuple[Callable[[Scan, Amount], Amount | None], ...]] = by_opening(
    (
        (_shared, {"%", "‰", "per", "percento", "punti", "punto", "p"}),
        (_timed, TIME_OPENINGS),
        (_priced_behind, CURRENCY_OPENINGS),
        (_numbered, {"°", "º", "ª", "^", "o", "a", "esimo", "esima", "esimi", "esime"}),
        (_quantified, UNIT_OPENINGS),
        (_multiplied, {"volte", "volta", "x", "×"}),
    )
)


# --- Multiples without a number ---


_EXACTLY = frozenset(
    {"esatto", "esatta", "netto", "secco", "tondo", "preciso", "pieno", "abbondante", "scarso", "circa", "giusto"}
)
"""Behind a multiple: that it is no more and no less."""
_AFTER_HALF = frozenset({"di", "in", "a", "e", "con", "rispetto", "ma", "per"})
_BEFORE_HALF = frozenset(NUMERALS["half"]["verbs"])
"""Verbs whose object may be half of something without an article: "consuma metà dell'energia"."""
_NO_PART = frozenset(NUMERALS["half"]["time"])
_OF_TIME = frozenset(NUMERALS["half"]["times"])


def _halved(scan: Scan, i: int) -> bool:
    if scan.words[i - 1] in _BEFORE_HALF and scan.particle(i + 1) in ("di", "rispetto"):
        return True
    return _is_part_of_something(scan, i)


def _is_part_of_something(scan: Scan, i: int) -> bool:
    """ "Metà della spesa", "oltre metà del mercato", "copre metà dei costi": of what is no time, and not behind a preposition."""
    bounded = scan.words[i - 1] in ("almeno", "oltre") or scan.words[i - 2 : i] in (["piu", "di"], ["meno", "di"])
    behind = scan.particle(i + 1) == "di"
    j = i + 1 + behind * (1 + (scan.words[i + 2] == "'"))
    if scan.kinds[j] != "word" or scan.words[j] in _OF_TIME:
        return False
    if bounded:
        return True
    if not behind or scan.words[i - 1] in _NO_PART or scan.particle(i - 1) in ("a", "in", "da"):
        return False
    return scan.starts_sentence(i) or scan.kinds[i - 1] == "word"


def read_multiple(scan: Scan, i: int) -> Amount | None:
    """ "il doppio", "raddoppia", "dimezzato", "la metà"."""
    word = scan.words[i]
    value = MULTIPLE_VERBS.get(word)
    if value is None and word in _MULTIPLES:
        noun = scan.particle(i - 1) in ("", "a", "di", "in", "da", "che") and scan.words[i - 1] not in ("la", "le")
        told = i + 2 if scan.words[i + 1] in _EXACTLY else i + 1
        compared = scan.particle(told) in ("di", "rispetto") or scan.words[told] == "del"
        alone = (
            scan.kinds[i + 1] != "word"
            or scan.breaks[i + 1]
            or scan.particle(i + 1) in ("di", "rispetto", "in", "piu", "e", "per", "a", "entro", "ma")
        )
        value = _MULTIPLES[word] if (noun and alone and i > 0) or compared else None
    if (
        value is None
        and word == "meta"
        and (scan.particle(i - 1) in ("", "di", "quasi", "circa", ",", "e") or _halved(scan, i))
        and (scan.words[i - 1] != "di" or scan.words[i - 2] in ("piu", "meno"))
    ):
        ends = scan.particle(i + 1) in _AFTER_HALF or scan.kinds[i + 1] != "word"
        value = Decimal("0.5") if ends or _is_part_of_something(scan, i) else None
    if value is None:
        return None
    form: Form = "fraction" if word == "meta" else "multiple"
    number = Number(value, i, i + 1, form=form, spelled=True)
    return Amount(number, "number", value, i, scan.ends[i], i + 1, form=form)
