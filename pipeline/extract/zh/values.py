"""Chinese values: numbers, percentages, quantities, amounts, dates and durations of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from models.values import Bound, Value
from pipeline.extract.values import timex
from pipeline.extract.zh import dates, durations, exclusions, money, ranges, ratios
from pipeline.extract.zh.amounts import METRE_SHORT, Amount, is_plain_number, read_amount
from pipeline.extract.zh.bounds import bound_after, bound_before
from pipeline.extract.zh.fold import fold
from pipeline.extract.zh.links import link
from pipeline.extract.zh.numbers import HAN_NUMERALS, HAN_STARTS
from pipeline.extract.zh.quantities import per_after, per_before
from pipeline.extract.zh.tables import with_header_units

_HALF_STARTS: Final = frozenset("半大个")
_WORD_STARTS: Final = frozenset(ratios.WORD_STARTS + "百")
_NUMBER_STARTS: Final = frozenset("0123456789.米" + HAN_STARTS)
_NUMERALS: Final = _NUMBER_STARTS - frozenset(".米几数")
_ARABIC: Final = frozenset("0123456789")
_LEAST_CALENDAR_YEAR: Final = 1900


def _openings() -> dict[str, re.Pattern[str]]:
    """The characters other than numerals that a value begins with: what stands there where one does."""
    rows = [
        ("几数", f"[几数](?=[{''.join(sorted(HAN_NUMERALS))}])"),
        (".", r"(?<![.0-9])\.(?=[0-9])"),
        ("米", METRE_SHORT.pattern),
        (_HALF_STARTS, durations.HALF.pattern),
        (ratios.WORD_STARTS, ratios.WORD),
        *((first, pattern.pattern) for first, patterns in dates.OPENINGS.items() for pattern in patterns),
    ]
    by_first: dict[str, list[str]] = {}
    for characters, pattern in rows:
        for character in set(characters) - _NUMERALS:
            by_first.setdefault(character, []).append(pattern)
    return {first: re.compile("|".join(patterns)) for first, patterns in by_first.items()}


_OPENINGS: Final = _openings()
_CANDIDATE = re.compile(f"[{re.escape(''.join(sorted(_NUMERALS.union(_OPENINGS))))}]")
_LEFT_OF_SIGN = re.compile(r"(?:^|[\s(（\[:：,，为是达至到在])$")


def find_values(text: str, published: date | None = None, *, script: str | None = None) -> list[Value]:
    """All values of a Chinese text, sorted by their start and without overlap; spans are code points of `text`.

    `published` resolves relative dates; without it they stay undetermined (`XXXX-…`). `script` "Hant" makes a bare 元
    the New Taiwan dollar, or the Hong Kong dollar where the text names only Hong Kong's.

    Accepted gaps: a bare 分 (score, minute or cent), vague counts of time (几天, 数月).
    """
    return _Scan(fold(text), published, script).run()


class _Found(NamedTuple):
    """A value, with the amount it came from if it came from a number."""

    value: Value
    amount: Amount | None
    end: int


class _Scan:
    """One pass over a folded text."""

    def __init__(self, text: str, published: date | None, script: str | None) -> None:
        self.text = text
        self.native = money.native_currency(text, script)
        self.calendar = dates.Calendar(text, published)
        self.published = published

    def run(self) -> list[Value]:
        found: list[_Found] = []
        at, beyond = 0, len(self.text) + 1
        skipped = iter([*exclusions.addresses(self.text), (beyond, beyond)])
        skip_start, skip_end = next(skipped)
        for candidate in _CANDIDATE.finditer(self.text):
            start = candidate.start()
            if start < at:
                continue
            opening = _OPENINGS.get(candidate[0])
            if opening and not opening.match(self.text, start):
                continue
            while start >= skip_end:
                skip_start, skip_end = next(skipped)
            if start >= skip_start:
                at = skip_end
                continue
            floor = found[-1].value.end if found else 0
            at = self._read(start, floor, found)
        values, amounts = [item.value for item in found], [item.amount for item in found]
        return link(self.text, with_header_units(self.text, values, amounts, self.native), amounts)

    def _read(self, start: int, floor: int, found: list[_Found]) -> int:
        """Read what begins at a trigger; where the scan goes on."""
        character = self.text[start]
        if character in _ARABIC and (named := exclusions.end_of_dated_name(self.text, start)):
            return named
        item = self._date(start) or self._word(start, character)
        if item is None and character in _NUMBER_STARTS:
            end = exclusions.end_of_form(self.text, start)
            if end:
                return end
            item = self._number(start, floor)
            if item is None and character in "几数":
                return start + 1  # 总数十万颗, 数据: no numeral begins here, but one may right behind
            if item is None:
                run = (_ARABIC_RUN if character in _ARABIC else _HAN_RUN).match(self.text, start)
                return max(run.end() if run else 0, self._end_of_name(start), start + 1)
        if item is None:
            return start + 1
        found.append(item)
        return max(item.end, start + 1)

    def _end_of_name(self, start: int) -> int:
        """Letters and digits that hang together with the digits at `start` are one name."""
        match = _NAME_REST.match(self.text, start)
        return match.end() if match else start

    def _date(self, start: int) -> _Found | None:
        value = self.calendar.read(start)
        return _Found(value, None, max(value.end, self.calendar.end)) if value else None

    def _word(self, start: int, character: str) -> _Found | None:
        half = durations.half_at(self.text, start) if character in _HALF_STARTS else None
        if half:
            bound: Bound = "min" if "多" in self.text[start : half[2]] else "exact"
            return self._duration(start, half[2], half[0], half[1], bound)
        word = None
        if character in _WORD_STARTS or self.text.startswith(" ", start + 1):
            word = ratios.ratio_word(self.text, start)
        if word:
            unit = "%" if word.kind == "percent" else None
            bound = word.bound or self._bound(start, word.end, implied=False)[0]
            value = Value(
                kind=word.kind, start=start, end=word.end, value=word.value, unit=unit, form=word.form, bound=bound
            )
            return _Found(value, None, word.end)
        seconds = durations.minutes_and_seconds(self.text, start) if character in _NUMBER_STARTS else None
        if seconds:
            return self._duration(start, seconds[1], seconds[0], seconds[0], "exact")
        return None

    def _number(self, start: int, floor: int) -> _Found | None:
        text = self.text
        if text[start] in "0123456789.":
            run = _ARABIC_RUN.match(text, start)
            if run and exclusions.is_name(text, start, run.end()) and not money.currency_before(text, start):
                return None
        elif not text.startswith("零下", start) and not ratios.percent_prefix(text, start):
            start = self._past_idiom(start)
            if start < 0:
                return None
        signed = self._signed(start, floor)
        amount = read_amount(text, signed, self.native, floor=floor)
        if amount is None and signed < start:
            amount = read_amount(text, start, self.native, floor=floor)
        if amount is None or (amount.numeral and self._is_idiom(amount)) or self._is_unit_of_header(amount):
            return None
        pair = ranges.extend_range(text, amount, self._second)
        if pair:
            return self._range(*pair)
        if text[amount.start - 1 : amount.start] == "第" and amount.scale.kind in ("number", "duration"):
            return self._ordinal(amount)
        if amount.scale.kind == "duration":
            return self._timed(amount)
        if amount.bare and not is_plain_number(text, amount) and not self._is_vague(amount):
            return None
        return self._single(amount)

    def _is_unit_of_header(self, amount: Amount) -> bool:
        """营收(亿元), 单位:万美元: a unit that numbers elsewhere stand in."""
        if amount.numeral is None or not amount.numeral.implied:
            return False
        bracketed = self.text[amount.start - 1 : amount.start] == "(" and self.text[amount.end : amount.end + 1] == ")"
        return bracketed or self.text[max(0, amount.start - 4) : amount.start].rstrip(" :").endswith("单位")

    def _is_vague(self, amount: Amount) -> bool:
        """上百万, 过亿, 万卡: a bare multiplier behind the word of a bound, or one that counts boards."""
        numeral = amount.numeral
        if numeral is None or not numeral.implied:
            return False
        return self.text.startswith("卡", amount.end) or bool(bound_before(self.text, amount.start, implied=True))

    def _past_idiom(self, start: int) -> int:
        run = _HAN_RUN.match(self.text, start)
        if run is None:
            return start
        left, right = exclusions.without_idioms(self.text, start, run.end())
        return left if left < right else -1

    def _is_idiom(self, amount: Amount) -> bool:
        numeral = amount.numeral
        if numeral is None or numeral.script != "han" or amount.scale.kind in ("price", "percent"):
            return False
        left, right = exclusions.without_idioms(self.text, numeral.start, numeral.end)
        return left >= right

    def _signed(self, start: int, floor: int) -> int:
        """Where the sign of the number at `start` stands, or `start`."""
        place = start - 1
        while place > floor and self.text[place] == " " and start - place < 3:
            place -= 1
        if place < floor or place < 0:
            return start
        if self.text[place] == "负":
            return place
        if self.text[place] == "-" and _LEFT_OF_SIGN.search(self.text[max(0, place - 1) : place]):
            item = place + 1 < start and self.text[max(0, place - 1) : place] in ("", "\n")
            return start if item else place
        return start

    def _second(self, start: int) -> Amount | None:
        start += self.text.startswith("第", start)
        sign = money_sign_at(self.text, start)
        amount = read_amount(self.text, start + sign, self.native, floor=start)
        if amount is None or (amount.bare and amount.numeral and exclusions.is_name(self.text, start, amount.end)):
            return None
        # 五年至2034年底: the second is a date.
        unit = amount.scale.time
        calendar_year = unit is not None and unit.timex == "year" and amount.low >= _LEAST_CALENDAR_YEAR
        return None if calendar_year else amount

    def _bound(self, start: int, end: int, *, implied: bool) -> tuple[Bound, int]:
        after = bound_after(self.text, end)
        before = bound_before(self.text, start, implied=implied)
        if after:
            return before or after[0], after[1]
        return before or "exact", end

    def _range(self, first: Amount, second: Amount) -> _Found:
        if first.scale.kind == "duration" and first.scale.time and second.scale.time:
            low = ((first.low * first.scale.time.factor, first.scale.time.timex),)
            high = ((second.high * second.scale.time.factor, second.scale.time.timex),)
            return self._duration(first.start, second.end, low, high, "range")
        value = self._value(second, first.start, second.end)
        low_value, high_value = first.scale.apply(first.low), second.scale.apply(second.high)
        return _Found(replace(value, value=low_value, value_high=high_value, bound="range"), None, second.after)

    def _timed(self, amount: Amount) -> _Found:
        unit = amount.scale.time
        assert unit is not None
        rest, end, vague = durations.following_parts(self.text, amount.end, unit.timex)
        vague = vague or durations.vague_suffix(self.text, end)
        low = durations.ordered(((amount.low * unit.factor, unit.timex), *rest))
        high = durations.ordered(((amount.high * unit.factor, unit.timex), *rest))
        bound: Bound = "min" if vague and amount.bound == "exact" else amount.bound
        return self._duration(amount.start, end, low, high, bound)

    def _duration(self, start: int, end: int, low: durations.Parts, high: durations.Parts, inner: Bound) -> _Found:
        moved = self.calendar.from_duration(start, end, low, high, inner)
        if moved:
            return _Found(moved, None, max(moved.end, self.calendar.end))
        bound, after = self._bound(start, end, implied=False)
        spread = low != high
        seconds, seconds_high = timex.duration_seconds(low), timex.duration_seconds(high)
        value = Value(
            kind="duration",
            start=start,
            end=end,
            value=seconds,
            value_high=seconds_high if spread else None,
            unit="s" if seconds is not None else None,
            timex=timex.duration(low) + (f"/{timex.duration(high)}" if spread else ""),
            bound="range" if spread else inner if bound == "exact" else bound,
        )
        return _Found(value, None, after)

    def _ordinal(self, amount: Amount) -> _Found:
        numeral = amount.numeral
        end = numeral.end if numeral else amount.end
        value = Value(
            kind="number", start=amount.start - 1, end=end, value=numeral.low if numeral else amount.low, form="ordinal"
        )
        return _Found(value, None, end)

    def _single(self, amount: Amount) -> _Found:
        value = self._value(amount, amount.start, amount.end)
        return _Found(value, amount, max(amount.after, value.end))

    def _value(self, amount: Amount, start: int, end: int) -> Value:
        scale, numeral = amount.scale, amount.numeral
        implied = numeral.implied if numeral else False
        bound, _ = self._bound(start, amount.after, implied=implied)
        if amount.bare and bound == "exact":
            counted = bound_after(self.text, exclusions.end_of_measure(self.text, amount.after))
            bound = counted[0] if counted else bound
        per = per_after(self.text, amount.after)
        spread = amount.low != amount.high
        form = scale.form or ("digits" if numeral and numeral.spelled and amount.bare else None)
        return Value(
            kind=scale.kind,
            start=start,
            end=per[1] if per and scale.kind != "number" else end,
            value=scale.apply(amount.low),
            value_high=scale.apply(amount.high) if spread else None,
            unit=scale.code,
            per=per[0] if per else per_before(self.text, start),
            bound="range" if spread else amount.bound if bound == "exact" or amount.bound == "min" else bound,
            form=form,
        )


_ARABIC_RUN = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+")
_HAN_RUN = re.compile(f"[{HAN_STARTS}]+")
_NAME_REST = re.compile(r"[A-Za-z0-9]+(?:[-_.+][A-Za-z0-9]+)*")
_MONEY_SIGN = re.compile(r"(?:US|HK|NT|A|C|S)?[$€£¥] ?")


def money_sign_at(text: str, start: int) -> int:
    """How long the currency sign at `start` is ("$100-$150")."""
    match = _MONEY_SIGN.match(text, start)
    return len(match.group()) if match else 0
