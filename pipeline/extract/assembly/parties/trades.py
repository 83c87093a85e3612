"""What some organisations do for others: sell computing power, build machines, give rules."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def _listed(name: str) -> frozenset[str]:
    data = tomllib.loads(resources.files(__package__).joinpath("sellers.toml").read_text(encoding="utf-8"))
    return frozenset(data[name])


def sellers() -> frozenset[str]:
    """Those who sell computing capacity or hardware: of a deal between one of them and somebody else, the other is the buyer."""
    return _listed("sellers")


def builders() -> frozenset[str]:
    """Those who build machines for others and run none."""
    return _listed("builders")


def regulators() -> frozenset[str]:
    """Offices that give rules to others and buy or run nothing that is told of."""
    return _listed("regulators")
