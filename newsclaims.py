"""The public face of newsclaims for Python; each name is loaded on first use.

    import newsclaims
    newsclaims.extract_claims("Meta ha ordinato 10.000 H100.", language="it")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.records import Claim as Claim
    from models.values import Value as Value
    from pipeline.articles import extract_claims as extract_claims
    from pipeline.articles import find_values as find_values
    from pipeline.run import Summary as Summary
    from pipeline.run import connect as connect
    from pipeline.run import load as load

_PLACES = {
    "Claim": "models.records",
    "Value": "models.values",
    "Summary": "pipeline.run",
    "connect": "pipeline.run",
    "extract_claims": "pipeline.articles",
    "find_values": "pipeline.articles",
    "load": "pipeline.run",
}
__all__ = ["Claim", "Summary", "Value", "connect", "extract_claims", "find_values", "load"]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'newsclaims' has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)


def __dir__() -> list[str]:
    return __all__
