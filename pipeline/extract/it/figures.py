"""Figures as Italian news writes them: 300.000, 1,2, 1.742 against 1,742, 6.700,54; English and Swiss ones where no Italian reading is left."""

from __future__ import annotations

import re
from decimal import Decimal

_MOST_DIGITS = 30
_DOT_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_COMMA_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_SWISS_GROUPS = re.compile(r"([1-9]\d{0,2}(?:['’]\d{3})+)(?:[.,](\d+))?")
_DOT_THEN_COMMA = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+),(\d+)")
_COMMA_THEN_DOT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)\.(\d+)")


def parse_figure(figure: str, *, english: bool = False) -> Decimal | None:
    """The value of a figure, or None for what is none: an IP address, a version, an identity number.

    A point before three digits separates thousands ("1.742" is 1742), a comma decimals ("1,742" is 1.742). Read the English
    way are "1,234,567", "1,234.5", a comma before "000" (nobody writes three decimal noughts), and with `english` any comma before three digits.
    """
    if len(figure) > _MOST_DIGITS:
        return None
    if figure.isdecimal():
        return Decimal(figure)
    if _DOT_GROUPS.fullmatch(figure):
        return Decimal(figure.replace(".", ""))
    if _COMMA_GROUPS.fullmatch(figure) and (english or figure.count(",") > 1 or figure.endswith(",000")):
        return Decimal(figure.replace(",", ""))
    if swiss := _SWISS_GROUPS.fullmatch(figure):
        return Decimal(f"{re.sub('[^0-9]', '', swiss[1])}.{swiss[2] or 0}")
    if italian := _DOT_THEN_COMMA.fullmatch(figure):
        return Decimal(f"{italian[1].replace('.', '')}.{italian[2]}")
    if foreign := _COMMA_THEN_DOT.fullmatch(figure):
        return Decimal(f"{foreign[1].replace(',', '')}.{foreign[2]}")
    return None
