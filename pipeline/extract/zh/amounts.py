"""A number with what it counts or measures: sign, numeral, ratio, currency, unit or duration, read from one place.

The amount keeps the number as it was written, so that a range can share its multiplier and its unit; `Scale` turns it into
the base unit.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from models.values import Bound, Form, Per, ValueKind
from pipeline.extract.values.quantities import Unit
from pipeline.extract.zh import exclusions, money, quantities, ratios
from pipeline.extract.zh.durations import STARTS as DURATION_STARTS
from pipeline.extract.zh.durations import TimeUnit, duration_at
from pipeline.extract.zh.lexicons import next_character
from pipeline.extract.zh.numbers import DIGITS, Numeral, read_numeral

_SIGN = re.compile(r"(?:[-−+±]|[负零]下?) ?")
_SIGN_STARTS: Final = frozenset("-−+±负零")
_NEGATIVE: Final = ("-", "−", "负", "零下")
_LETTER = re.compile(r"-?[A-Za-z](?<![xX×](?![A-Za-z0-9]))")
_PARAMETERS = re.compile(r" ?([BMT])(?= ?(?:参数|模型|大模型|个参数|的模型|版))")
_PARAMETERS_BEFORE = re.compile(r"参数(?:量|规模|总量|数量|数)?(?:为|达|达到|高达|超|超过|约|从|仅|是)*[ :]?$")
_PARAMETER_LETTER = re.compile(r" ?([BMT])(?![A-Za-z0-9/])")
_PARAMETER_POWER: Final = {"B": 9, "M": 6, "T": 12}
_MYRIAD_LETTER = re.compile(r"w(?![^\W_])|W(?=元|[/一][片张張颗顆块塊台套枚](?!\w*[功耗]))")
"""3w; a capital is a watt's, unless a price a piece is told: 9W/片, 3W一张."""
_MOST_MYRIADS = 100
"""So many myriads no piece costs: 300W/台 are watts."""
_OPERATING_POWER = re.compile(r"(?:功耗|功率|供电|耗电|电源|TDP|TGP|瓦)[^,。;\n]{0,8}$")
_DOZEN = re.compile(r"打(?![开造算击破印电扫包车字入通响下赢败工扮交法折])")
# 米九 said of a height: a metre and nine tenths.
METRE_SHORT = re.compile(r"(?<![一-龥A-Za-z0-9])米([一二三四五六七八九])(?=[到至]|[^一-龥]|$)")
_METRES_AND = re.compile(
    r"([一二三四五六七八九]{1,2})(?![0-9一二三四五六七八九十百千万亿点.个米层楼])|([0-9]{1,2})(?=$|[\s,，。;；、)的高长宽深到至~-])"
)
_ENGLISH_MULTIPLIER = re.compile(r" ?(bn|B|mn|tn|T|billion|million|trillion)(?![A-Za-z0-9])")
_ENGLISH_POWER: Final = {"m": 6, "b": 9, "t": 12}


class Scale(NamedTuple):
    """What stands behind a number: its kind, the unit that comes out, and how the number becomes one of it."""

    kind: ValueKind
    code: str | None = None
    unit: Unit | None = None
    factor: Decimal = Decimal(1)
    added: Decimal = Decimal(0)
    form: Form | None = None
    time: TimeUnit | None = None
    prefixed: bool = False
    """The unit stands before the number (百分之, $)."""

    def apply(self, number: Decimal) -> Decimal:
        return (self.unit.to_base(number) if self.unit else number * self.factor) + self.added


_QUANTITY_STARTS: Final = quantities.STARTS | frozenset("打wBMT")
_NUMBER: Final = Scale("number")


class Amount(NamedTuple):
    """One number with its scale; `end` is the end of the value, `after` lies beyond a trailing 多 or 余."""

    start: int
    end: int
    after: int
    numeral_start: int
    low: Decimal
    high: Decimal
    bound: Bound
    tails: tuple[int, ...] = ()
    scale: Scale = _NUMBER
    per: Per | None = None
    numeral: Numeral | None = None

    @property
    def bare(self) -> bool:
        return self.scale is _NUMBER


def read_amount(text: str, start: int, native: str, *, floor: int = 0) -> Amount | None:
    """The amount whose sign or numeral begins at `start` of a folded text.

    `native` is the currency that 元 stands for. Words before the number (人民币, 摄氏) are looked for from `floor` on.
    """
    metre = METRE_SHORT.match(text, start) if text.startswith("米", start) else None
    if metre:
        value = 1 + read_digit(metre[1]) / 10
        scale = Scale("quantity", "m", unit=Unit("m"))
        return Amount(start, metre.end(), metre.end(), start, value, value, "exact", scale=scale)
    prefix = ratios.percent_prefix(text, start)
    if prefix:
        inner = _signed_numeral(text, prefix[0])
        if inner is None:
            return None
        numeral, sign, _ = inner
        scale = Scale("percent", "%", factor=prefix[1], prefixed=True)
        return _amount(start, numeral, sign, scale, numeral.end)
    signed = _signed_numeral(text, start)
    if signed is None:
        return None
    numeral, sign, word = signed
    fraction = _fraction(text, numeral)
    if fraction:
        value, end = fraction
        value *= sign
        return Amount(
            start,
            end,
            end,
            numeral.start,
            value,
            value,
            "exact",
            scale=Scale("number", form="fraction"),
            numeral=numeral,
        )
    amount = _amount(start, numeral, sign, _NUMBER, numeral.end)
    return _measure(text, amount, native, floor, below_zero=word.startswith("零下"))


def _signed_numeral(text: str, start: int) -> tuple[Numeral, int, str] | None:
    sign = _SIGN.match(text, start) if text[start : start + 1] in _SIGN_STARTS else None
    word = sign.group() if sign else ""
    if word.startswith("零") and not word.startswith("零下"):
        word = ""
    numeral = read_numeral(text, start + len(word))
    if numeral is None:
        return None
    return numeral, -1 if word.startswith(_NEGATIVE) else 1, word


def _amount(start: int, numeral: Numeral, sign: int, scale: Scale, end: int) -> Amount:
    low, high = (numeral.low, numeral.high) if sign > 0 else (-numeral.high, -numeral.low)
    return Amount(
        start, end, numeral.after, numeral.start, low, high, numeral.bound, numeral.tails, scale, numeral=numeral
    )


def _scaled(amount: Amount, scale: Scale, start: int, end: int, *, after: int | None = None) -> Amount:
    """The amount with its scale and place; written out, for it is done with nearly every number and `_replace` is slow."""
    _, _, _, numeral_start, low, high, bound, tails, _, per, numeral = amount
    after = end if after is None else after
    return Amount(start, end, after, numeral_start, low, high, bound, tails, scale, per, numeral)


def _fraction(text: str, numeral: Numeral) -> tuple[Decimal, int] | None:
    if numeral.bound != "exact" or text[numeral.end : numeral.end + 1] not in ratios.FRACTION_STARTS:
        return None
    mixed = ratios.mixed_after(text, numeral.end)
    if mixed:
        return numeral.low + mixed[0], mixed[1]
    return ratios.fraction_after(text, numeral.end, numeral)


def _measure(text: str, amount: Amount, native: str, floor: int, *, below_zero: bool) -> Amount:
    """The amount with the ratio, duration, currency or unit that follows it; a currency may stand before it instead."""
    end, numeral = amount.after, amount.numeral
    assert numeral is not None
    following = next_character(text, end)
    ratio = ratios.ratio_after(text, amount.start, end, numeral) if following in ratios.SUFFIX_STARTS else None
    if ratio:
        scale = Scale(ratio.kind, ratio.unit, factor=ratio.factor, added=ratio.added, form=ratio.form)
        return _scaled(amount, scale, amount.start, ratio.end)
    before = money.currency_before(text, amount.start)
    before = before if before and before.start >= floor else None
    after = money.currency_after(text, end, native) if following in money.STARTS else None
    if before and (multiplier := _ENGLISH_MULTIPLIER.match(text, end)):
        power, end = _ENGLISH_POWER[multiplier[1][0].lower()], multiplier.end()
        low, high = amount.low.scaleb(power), amount.high.scaleb(power)
        amount = amount._replace(low=low, high=high, end=end, after=end, tails=(power,))
    if before or after:
        return _priced(text, amount, before, after)
    duration = duration_at(text, end, numeral) if following in DURATION_STARTS else None
    if duration:
        # no time is below nothing: the sign is a dash before it
        low, high = numeral.low + duration.half, numeral.high + duration.half
        amount = amount if numeral.low == amount.low else amount._replace(start=numeral.start)
        bound: Bound = "min" if duration.vague and amount.bound == "exact" else amount.bound
        scale = Scale("duration", "s", time=duration.unit)
        return amount._replace(low=low, high=high, bound=bound, end=duration.end, after=duration.end, scale=scale)
    cents = money.cents_alone(text, end) if following in money.STARTS else None
    if cents:
        scale = Scale("price", cents.code or native, factor=cents.worth, added=cents.added)
        return amount._replace(end=cents.end, after=cents.end, scale=scale)
    if following not in _QUANTITY_STARTS:
        return amount
    return _quantity(text, amount, end, floor, below_zero=below_zero)


def _priced(text: str, amount: Amount, before: money.Currency | None, after: money.Currency | None) -> Amount:
    code = before.code if before and (after is None or after.code == before.code or not _is_named(text, after)) else ""
    code = code or (after.code if after else "")
    start = before.start if before and (after is None or before.code == code) else amount.start
    end = after.end if after and (not before or after.code == code or not _is_named(text, after)) else amount.end
    added = after.cents if after else Decimal(0)
    scale = Scale("price", code, added=added, prefixed=after is None)
    return _scaled(amount, scale, start, end, after=end if end > amount.end else amount.after)


def _is_named(text: str, currency: money.Currency) -> bool:
    """Whether a currency after the number names its country: in "港币100元" 元 does not."""
    return text[currency.start : currency.end].strip()[:1] not in ("元", "圆", "块", "蚊")


def _quantity(text: str, amount: Amount, end: int, floor: int, *, below_zero: bool) -> Amount:
    numeral = amount.numeral
    assert numeral is not None
    if _DOZEN.match(text, end):
        return amount._replace(low=amount.low * 12, high=amount.high * 12, end=end + 1, after=end + 1)
    letter = _MYRIAD_LETTER.match(text, end)
    if (
        letter
        and (letter[0] == "w" or amount.high < _MOST_MYRIADS)
        and not _OPERATING_POWER.search(text, max(0, amount.start - 16), amount.start)
    ):
        return amount._replace(
            low=amount.low.scaleb(4), high=amount.high.scaleb(4), end=end + 1, after=end + 1, tails=(4,)
        )
    parameters = None
    if numeral.script == "arabic" and next_character(text, end) in _PARAMETER_POWER:
        parameters = _PARAMETERS.match(text, end)
        if parameters is None and _PARAMETERS_BEFORE.search(text, max(0, amount.start - 14), amount.start):
            parameters = _PARAMETER_LETTER.match(text, end)
    if parameters:
        power = _PARAMETER_POWER[parameters.group(1)]
        stop = parameters.end()
        return amount._replace(
            low=amount.low.scaleb(power), high=amount.high.scaleb(power), end=stop, after=stop, tails=(power,)
        )
    measured = quantities.unit_at(text, amount.start, end, numeral.power)
    if measured is None:
        return amount
    factor_unit, stop = measured.unit, measured.end
    if below_zero and text.startswith("零下", amount.start) and factor_unit.code != "K":
        return amount
    scale = Scale("quantity", factor_unit.code, unit=factor_unit)
    tail = _METRES_AND.match(text, stop) if text[stop - 1] == "米" and factor_unit.code == "m" else None
    if tail and factor_unit.factor == 1 and amount.low % 1 == 0:  # 一米七五, 1米8
        digits = "".join(str(DIGITS.get(c, c)) for c in tail.group())
        added, stop = Decimal(f"0.{digits}"), tail.end()
        amount = amount._replace(low=amount.low + added, high=amount.high + added)
    return _scaled(amount, scale, max(floor, min(amount.start, measured.start)), stop)


def read_digit(character: str) -> Decimal:
    """The value of one Chinese digit."""
    return Decimal(DIGITS[character])


def is_plain_number(text: str, amount: Amount) -> bool:
    """Whether a number without a unit is one: not in a name, not followed by letters, a measured or apart Chinese numeral."""
    numeral = amount.numeral
    if numeral is None:
        return False
    if numeral.script == "arabic":
        return not _LETTER.match(text, amount.end) and not text.startswith("号", amount.end)
    short = numeral.end - numeral.start == 1 or numeral.implied
    if not short or numeral.script == "mixed":
        return True
    if text[amount.start : amount.start + 1] in ("负", "-"):
        return True
    return exclusions.is_count(text, numeral.start, numeral.after, implied=numeral.implied)
