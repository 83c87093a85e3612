"""Which kinds of product a figure can be about by its size: an exaflop is no processor's, ten megawatts no rack's."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib import resources

from models.hardware.schema import SITE_KINDS
from pipeline.extract.assembly.reading import SYSTEM_KINDS
from pipeline.extract.mentions import Mention

_WHOLE = SITE_KINDS | {"pod"}
_FEWEST_CORES = 1000
"""Fewer cores are one processor's, not a whole supercomputer's."""
_RACKS = (SYSTEM_KINDS | {"server", "rack"}) - {"superchip", "board", "system", "pod"}


@cache
def _limits() -> Mapping[str, Mapping[str, Decimal]]:
    data = resources.files(__package__).joinpath("magnitudes.toml").read_text(encoding="utf-8")
    return {
        group: {p: Decimal(str(v)) for p, v in limits.items()}
        for group, limits in tomllib.loads(data, parse_float=Decimal).items()
    }


def fits(mention: Mention, predicate: str, amount: Decimal | None) -> bool:
    """Whether a figure of this size can be about this kind of product; the limits stand in magnitudes.toml.

    They only choose between products: a figure beside a single one stays with it, however wrong it looks.
    """
    if predicate == "core_count" and mention.kind in SITE_KINDS and amount is not None:
        return amount >= _FEWEST_CORES
    if amount is None or mention.kind in _WHOLE:
        return True
    limit = _limits()["rack" if mention.kind in _RACKS else "chip"].get(predicate)
    if mention.kind == "system" or limit is None:
        return True
    return amount < limit
