"""What all stages speak in (records) and check against (the hardware model)."""
