"""Ratios, changes and shares: what they are of, and against what."""
