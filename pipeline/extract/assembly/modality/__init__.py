"""How sure a statement is put, and whether it is denied."""
