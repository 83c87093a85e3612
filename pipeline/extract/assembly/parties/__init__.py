"""Who: for whom a statement holds, and on whose word it stands."""
