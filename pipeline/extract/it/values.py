"""Italian values: numbers, percentages, quantities, money, dates and durations of a text, in the order in which they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from models.values import Bound, Mod, Value
from pipeline.extract.it.amounts import MULTIPLE_VERBS, Amount
from pipeline.extract.it.bounds import bound_before, bound_behind
from pipeline.extract.it.calendar_words import CALENDAR, STEPS
from pipeline.extract.it.centuries import CENTURY_OPENINGS
from pipeline.extract.it.durations import Duration, read_duration
from pipeline.extract.it.exclusions import continues_name, end_of_round_the_clock, furniture, in_name, skip_figure
from pipeline.extract.it.levels import lend_currencies
from pipeline.extract.it.links import link_amounts
from pipeline.extract.it.money import currency_behind
from pipeline.extract.it.named import Resolver, When
from pipeline.extract.it.numerals import NUMERALS, is_ordinal_form, may_be_numeral, pieces
from pipeline.extract.it.quantities import read_unit
from pipeline.extract.it.ranges import read_amount
from pipeline.extract.it.temporal import may_begin_date, read_date
from pipeline.extract.it.tokens import Scan, openings
from pipeline.extract.values import timex


class _Found(NamedTuple):
    """A value with the tokens it was read from; `edge` is the first token of its bound's words."""

    value: Value
    stop: int
    edge: int


_DATE_WORDS = frozenset(
    {
        *CALENDAR["months"], *CALENDAR["months_short"], *CALENDAR["weekdays"], *CALENDAR["weekdays_short"], *CALENDAR["seasons"],
        *CALENDAR["deictic"], *CALENDAR["parts"], *CALENDAR["ordinal_parts"], *STEPS, *CALENDAR["units"], *NUMERALS["vague"]["words"],
        *NUMERALS["ordinals"], *CENTURY_OPENINGS, "q", "h", "t", "fy", "i", "ii", "iii", "iv", "indomani", "altro", "weekend", "week", "l", "avant", "dopo", "esercizio", "primo", "prima", "secondo", "seconda",
        *(word for table in ("feasts", "feasts_alone", "feasts_weekday", "feasts_easter") for word in openings(CALENDAR[table])),
    }
)  # fmt: skip
_NUMBER_WORDS = frozenset(
    {
        *NUMERALS["vague"]["words"], *NUMERALS["vague_plurals"], *NUMERALS["multiples"], *NUMERALS["ordinals"], *MULTIPLE_VERBS, "mezz", "mezzo", "mezza", "meta", "tutto", "tutta",
    }
)  # fmt: skip
_OPENINGS = _DATE_WORDS | _NUMBER_WORDS


def find_values(text: str, published: date | None = None) -> list[Value]:
    """The values of an Italian text, sorted by their start, none overlapping another.

    Relative dates stand on `published`; without it their `timex` is undetermined and they have no interval.

    >>> [(v.value, v.unit, v.bound) for v in find_values("oltre 300 mila euro")]
    [(Decimal('300000'), 'EUR', 'min')]
    """
    scan = Scan(text)
    resolve = Resolver(scan, published)
    hidden = furniture(scan)
    found: list[_Found] = []
    reached = 0
    for i in _candidates(scan):
        if i < reached or i in hidden:
            continue
        step = _read_figure(scan, i, resolve) if scan.kinds[i] == "figure" else _read_word(scan, i, resolve)
        if isinstance(step, int):
            reached = step
            continue
        reached = step.stop
        if not found or step.value.start >= found[-1].value.end:
            found.append(step)
    values = lend_currencies(scan.folded, [item.value for item in _merged(scan, found)])
    return link_amounts(scan.folded, values)


def _candidates(scan: Scan) -> list[int]:
    """The tokens where a value may begin: figures, and words that open a number or a date."""
    opening = {word for word in set(scan.words) if _opens_value(word)}
    return [i for i, word in enumerate(scan.words) if word in opening]


def _opens_value(word: str) -> bool:
    return word in _OPENINGS or may_be_numeral(word) or word[:1].isdecimal()


def _read_word(scan: Scan, i: int, resolve: Resolver) -> _Found | int:
    """The value that begins with the word at token `i`, or the index of the token to go on from."""
    word = scan.words[i]
    may_open = word in _DATE_WORDS or scan.words[i + 1] == "secolo"
    if may_open and _may_open_date(scan, i) and (dated := _read_date(scan, i, resolve)):
        return dated
    if word in _ARTICLES and _is_article(scan, i):
        return i + 1
    numeral = pieces(word) is not None
    if numeral and may_begin_date(scan, i) and (dated := _read_date(scan, i, resolve)):
        return dated
    if numeral or word in _NUMBER_WORDS or is_ordinal_form(word):
        return _read_amount(scan, i, resolve) or i + 1
    return i + 1


def _may_open_date(scan: Scan, i: int) -> bool:
    """Whether a word of dates begins one as far as its neighbours show: most of "i", "h", "l'" do not."""
    if len(scan.words[i]) > 1:
        return True
    following = scan.words[i + 1]
    if following == "'":
        return scan.words[i + 2] in ("altro", "altroieri")
    return following in ("trimestre", "semestre", "meta", "1", "2", "3", "4")


def _read_figure(scan: Scan, i: int, resolve: Resolver) -> _Found | int:
    if always := end_of_round_the_clock(scan, i):
        return always
    if in_name(scan, i) or continues_name(scan, i):
        return _behind_name(scan, i)
    dated = _read_date(scan, i, resolve) if may_begin_date(scan, i) else None
    return dated or skip_figure(scan, i) or _read_amount(scan, i, resolve) or i + 1


_ARTICLES = frozenset({"un", "una"})
_AFTER_ONE = frozenset(
    {
        *NUMERALS["scales"], *NUMERALS["short_scales"], *NUMERALS["collectives"], *NUMERALS["exact_collectives"], *NUMERALS["denominators"],
        *CALENDAR["durations"], *CALENDAR["duration_multiples"], "virgola", "punto", "su", "per", "percento", "mezzo", "volta",
    }
)  # fmt: skip


def _is_article(scan: Scan, i: int) -> bool:
    """Whether "un" stands before a noun that it does not count: before no scale, unit, currency or time."""
    j = i + 1
    following = scan.words[j]
    if _is_of_which(scan, j):
        return False
    if scan.kinds[j] != "word" or scan.breaks[j] or following in _AFTER_ONE or following.endswith("esimo"):
        return False
    return not (read_unit(scan, j) or currency_behind(scan, j, linked=False))


def _is_of_which(scan: Scan, i: int) -> bool:
    """Whether "dei quali", "delle quali" stands at a token: what is before it is a number of things or of money."""
    return scan.words[i] in ("dei", "delle", "degli") and scan.words[i + 1] == "quali"


def _behind_name(scan: Scan, i: int) -> int:
    """The token behind a figure that belongs to a name, with the letters that touch it."""
    i += 1
    while scan.touches[i] and scan.kinds[i] != "mark":
        i += 1
    return i


# --- Dates and durations ---


def _read_date(scan: Scan, i: int, resolve: Resolver) -> _Found | None:
    when = read_date(scan, i, resolve)
    return _dated(scan, when) if when else None


def _dated(scan: Scan, when: When) -> _Found:
    bound = bound_before(scan, when.first)
    edge = bound.edge if bound else when.first
    mod = when.mod
    if mod is None and not bound:
        mod = _before_or_after(scan, when.first)
    period = when.period
    value = Value(
        kind="date",
        start=scan.starts[when.first],
        end=scan.ends[when.stop - 1],
        timex=period.timex if period else None,
        mod=mod,
        date_start=period.start if period else None,
        date_end=period.end if period else None,
        bound=_date_bound(scan, when.first, bound.bound if bound else when.bound),
    )
    return _Found(value, when.stop, edge)


def _before_or_after(scan: Scan, i: int) -> Mod | None:
    """ "prima dell'estate", "dopo il 2027"."""
    j = i - 1
    while scan.words[j] in ("il", "lo", "la", "l", "'", "i", "le", "gli") or scan.particle(j) == "di":
        j -= 1
        if j < i - 4:
            return None
    if scan.words[j] == "prima" and scan.particle(j + 1) == "di" and scan.words[j - 1] != "non":
        return "BEFORE"
    return "AFTER" if scan.words[j] == "dopo" else None


def _date_bound(scan: Scan, i: int, bound: Bound) -> Bound:
    # "a partire dal 6 marzo" names the day itself, as "dal 6 marzo" does.
    return "exact" if bound == "min" and "partire" in scan.words[max(0, i - 4) : i] else bound


def _timed(scan: Scan, duration: Duration, amount: Amount | None, resolve: Resolver) -> _Found:
    high = amount.high_duration if amount else None
    name = timex.duration(duration.parts)
    seconds = timex.duration_seconds(duration.parts)
    first = duration.first
    bound, edge, stop = _bounds(
        scan, "range" if high else duration.bound, first, amount.stop if amount else duration.stop
    )
    within = bound == "max" and edge < first and "entro" in (scan.words[first - 1], scan.words[first - 2])
    reach = timex.reach(resolve.published, duration.parts, "future") if within else None
    value = Value(
        kind="duration",
        start=scan.starts[amount.first if amount else first],
        end=amount.end if amount else scan.ends[duration.stop - 1],
        value=_tidy(seconds) if seconds is not None else None,
        value_high=timex.duration_seconds(high.parts) if high else None,
        unit="s" if seconds is not None else None,
        timex=f"{name}/{timex.duration(high.parts)}" if high else name,
        date_start=reach[0] if reach else None,
        date_end=reach[1] if reach else None,
        bound=bound,
    )
    return _Found(value, stop, edge)


# --- Amounts ---


def _read_amount(scan: Scan, i: int, resolve: Resolver) -> _Found | int | None:
    amount = read_amount(scan, i)
    if amount is None:
        duration = read_duration(scan, i)
        if duration is None:
            return None
        return _timed(scan, duration, None, resolve)
    if amount.kind == "duration" and amount.duration:
        return _timed(scan, amount.duration, amount, resolve)
    if not _counts(scan, amount):
        return max(amount.stop, i + 1)
    low = amount.low if amount.is_range else amount.unit.to_base(amount.low)
    bound, edge, stop = _bounds(scan, amount.bound, amount.first, amount.stop)
    value = Value(
        kind=amount.kind,
        start=scan.starts[amount.first],
        end=amount.end,
        value=_tidy(low),
        value_high=_tidy(amount.high) if amount.high is not None else None,
        unit=None if amount.kind == "number" else amount.unit.code,
        per=amount.per,
        bound=bound,
        form=amount.form,
    )
    return _Found(value, stop, edge)


_ONE = Decimal(1)
_LARGEST = Decimal(10) ** 27


def _tidy(value: Decimal) -> Decimal:
    """The same value without an exponent or trailing noughts: 1E+9 is 1000000000, 24.50 is 24.5."""
    if value == value.to_integral_value():
        return value.quantize(_ONE) if abs(value) < _LARGEST else value
    return value.normalize()


def _counts(scan: Scan, amount: Amount) -> bool:
    """Whether a bare number is one: not the article "un", not the "sei" of "tu sei", not a figure glued to letters."""
    if amount.kind != "number":
        return True
    number, stop = amount.number, amount.stop
    if _is_of_which(scan, stop):
        return True
    if number.article:
        return amount.form is not None or _is_lone_one(scan, number.first, stop)
    if scan.words[number.first] == "sei" and stop == number.first + 1 and _is_verb(scan, stop):
        return False
    if (
        scan.words[number.first - 1] in _SINGULAR_ARTICLES
        and number.figure.isdigit()
        and amount.form is None
        and amount.low > 1
    ):
        # "la 4080": a product by its number; nothing in the plural stands behind a singular article.
        return False
    return not (number.figure and scan.touches[stop] and scan.kinds[stop] == "word")


_SINGULAR_ARTICLES = frozenset(
    {"la", "il", "una", "della", "alla", "dalla", "nella", "sulla", "nuova", "nuovo", "economica"}
)


def _is_verb(scan: Scan, stop: int) -> bool:
    """Whether "sei" is "you are"."""
    if scan.words[stop - 2] in ("tu", "se", "non", "ci", "che", "chi", "dove"):
        return True
    return scan.kinds[stop] == "word" and scan.particle(stop) in _BEHIND_YOU_ARE


_BEHIND_YOU_ARE = frozenset({"di", "un", "in", "", "pronto", "pronta", "sicuro", "a"})


def _is_lone_one(scan: Scan, i: int, stop: int) -> bool:
    """ "uno" that counts: alone, or in a row of numbers; not an article or a pronoun in a sentence."""
    stop += scan.words[stop] == "'"
    if scan.kinds[stop] == "word" and not scan.breaks[stop]:
        return (
            pieces(scan.words[stop]) is not None
            and scan.words[i] == "uno"
            and scan.words[stop] not in ("un", "uno", "una")
        )
    if scan.kinds[stop] == "figure":
        return False
    before = scan.words[i - 1] if not scan.breaks[i] else ""
    return before in ("", ",", ":", "(", ".", "=") or pieces(before) is not None


def _bounds(scan: Scan, bound: Bound, first: int, stop: int) -> tuple[Bound, int, int]:
    """The bound that the words around a value give it, and the tokens where these begin and end."""
    before = bound_before(scan, first)
    edge = before.edge if before else first
    if bound == "range":
        return bound, edge, stop
    behind = bound_behind(scan, stop)
    if before:
        bound = before.bound
    elif behind and bound == "exact":
        bound = behind.bound
    return bound, edge, behind.edge if behind else stop


# --- What two values have to do with each other ---


def _merged(scan: Scan, found: list[_Found]) -> list[_Found]:
    """ "più di 100 e meno di 300": a lower and an upper bound of one thing are a range."""
    merged: list[_Found] = []
    for item in found:
        last = merged[-1] if merged else None
        if last and last.value.bound == "min" and item.value.bound == "max" and _is_one_range(scan, last, item):
            value = replace(last.value, value_high=item.value.value, end=item.value.end, bound="range")
            merged[-1] = _Found(value, item.stop, last.edge)
        else:
            merged.append(item)
    return merged


def _is_one_range(scan: Scan, low: _Found, high: _Found) -> bool:
    a, b = low.value, high.value
    if (
        a.kind != b.kind
        or a.unit != b.unit
        or a.value is None
        or b.value is None
        or a.kind in ("date", "duration")
        or not a.value < b.value
    ):
        return False
    between = scan.words[low.stop : high.edge]
    return len(between) <= 2 and all(word in (",", "e", "ma") for word in between)
