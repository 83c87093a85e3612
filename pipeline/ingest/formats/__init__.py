"""The readers, one module a format. A new module in this folder is found by itself (see `raw.Reader`)."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from pipeline.ingest.raw import Reader


@cache
def readers() -> dict[str, Reader]:
    """Every reader by the suffixes (".txt") it reads."""
    modules = sorted(module.name for module in iter_modules(__path__))
    found = [cast(Reader, import_module(f"{__name__}.{name}")) for name in modules]
    return {suffix: reader for reader in found for suffix in reader.SUFFIXES}
