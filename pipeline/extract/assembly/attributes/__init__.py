"""Attributes of a product: its architecture, process, maker, predecessor."""
