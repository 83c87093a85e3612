"""The public face of newsclaims for Python; each name is loaded on first use.

import newsclaims
newsclaims.extract_claims("Meta ha ordinato 10.000 H100.", language="it")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.records import Claim
    from models.values import Value
    from pipeline.articles import extract_claims, find_values
    from pipeline.run import Summary, connect, load

__all__ = ["Claim", "Summary", "Value", "connect", "extract_claims", "find_values", "load"]
_PLACES = {
    "Claim": "models.records",
    "Value": "models.values",
    "extract_claims": "pipeline.articles",
    "find_values": "pipeline.articles",
    "Summary": "pipeline.run",
    "connect": "pipeline.run",
    "load": "pipeline.run",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'newsclaims' has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)


def __dir__() -> list[str]:
    return __all__
