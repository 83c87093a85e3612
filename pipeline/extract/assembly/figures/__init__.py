"""Figures of a specification, and durations."""
