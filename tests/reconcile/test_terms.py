"""The words of explanations."""

import tomllib
from importlib.resources import files

from currency_converter import CurrencyConverter

FORMER = {"BGN", "CYP", "EEK", "HRK", "ISK", "LTL", "LVL", "MTL", "ROL", "SIT", "SKK", "TRL"}
"""Currencies that have gone, and two in which no hardware is priced."""


def test_every_currency_with_a_daily_rate_has_a_name() -> None:
    terms = tomllib.loads(files("pipeline.reconcile").joinpath("terms.toml").read_text(encoding="utf-8"))
    named = {key.removeprefix("one_").upper() for key in terms if key.startswith("one_")}
    assert set(CurrencyConverter().currencies) - FORMER - named == set()
