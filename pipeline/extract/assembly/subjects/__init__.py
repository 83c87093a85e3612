"""Which product a figure belongs to."""
