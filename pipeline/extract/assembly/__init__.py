"""From values to claims: what each value is about, for whom, how sure, on whose word."""
