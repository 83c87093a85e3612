"""The warehouse: a DuckDB file of articles, claims, findings and reviews. `store.connect` is its one door; its SQL is in `schema/`."""
