"""Articles → which are copies of which: a sketch of each when it is read, the pairs in SQL over the stored sketches."""

from __future__ import annotations

from pipeline.copies.link import link_copies
from pipeline.copies.sketch import sketch

__all__ = ["link_copies", "sketch"]
