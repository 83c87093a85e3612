"""Dates: of events, and of the periods that figures held in."""
