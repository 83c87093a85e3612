"""The hardware model: what is known of products, with the source of every figure, and how they are named."""

from models.hardware.loader import load
from models.hardware.schema import (
    Alias,
    Component,
    Context,
    Figure,
    HardwareModel,
    Naming,
    Organisation,
    Pattern,
    Product,
    Source,
)

__all__ = [
    "Alias",
    "Component",
    "Context",
    "Figure",
    "HardwareModel",
    "Naming",
    "Organisation",
    "Pattern",
    "Product",
    "Source",
    "load",
]
