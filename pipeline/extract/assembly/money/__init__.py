"""Amounts of money and the deals that they are part of."""
