"""The terms of the sun's year (冬至, 立春): the day in China on which the sun reaches a longitude."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import radians, sin
from typing import Final

from pipeline.extract.values import timex
from pipeline.extract.values.timex import Period

_EPOCH: Final = datetime(2000, 1, 1, 12)
_CHINA: Final = timedelta(hours=8)
_CIRCLE: Final = 360.0
_DAYS_A_DEGREE: Final = 365.2422 / _CIRCLE
_SPRING_EQUINOX: Final = (3, 21)


def solar_term(year: int | None, longitude: int) -> Period | None:
    """The day of a year on which the sun stands at so many degrees; undetermined without a year, None outside 1900 to 2100."""
    if year is None:
        return Period("XXXX-XX-XX")
    if not 1900 <= year <= 2100:
        return None
    ahead = longitude if longitude < 285 else longitude - _CIRCLE  # from 小寒 on the terms lie before the equinox
    moment = datetime(year, *_SPRING_EQUINOX) + timedelta(days=ahead * _DAYS_A_DEGREE)
    for _ in range(5):
        missing = (longitude - _longitude(moment) + 180) % _CIRCLE - 180
        moment += timedelta(days=missing * _DAYS_A_DEGREE)
    day = moment + _CHINA
    return timex.on(date(day.year, day.month, day.day))


def _longitude(moment: datetime) -> float:
    """The sun's apparent longitude in degrees, to about a hundredth of one (Meeus, Astronomical Algorithms, chapter 25)."""
    centuries = (moment - _EPOCH) / timedelta(days=36525)
    anomaly = radians(357.52911 + 35999.05029 * centuries - 0.0001537 * centuries**2)
    centre = (
        (1.914602 - 0.004817 * centuries) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    )
    node = radians(125.04 - 1934.136 * centuries)
    mean = 280.46646 + 36000.76983 * centuries + 0.0003032 * centuries**2
    return (mean + centre - 0.00569 - 0.00478 * sin(node)) % _CIRCLE
