"""A format is one module of pipeline.ingest.formats and nothing else."""

from pipeline.ingest.formats import readers


def test_registered_suffixes() -> None:
    names = {suffix: reader.NAME for suffix, reader in readers().items()}
    assert names.items() >= {
        (".txt", "txt"), (".text", "txt"), (".md", "md"), (".markdown", "md"), (".json", "json"), (".jsonl", "jsonl"),
        (".ndjson", "jsonl"), (".jl", "jsonl"),
    }  # fmt: skip


def test_every_reader_says_what_it_reads() -> None:
    for suffix, reader in readers().items():
        assert suffix == suffix.lower()
        assert suffix.startswith(".")
        assert callable(reader.read)
        assert reader.read.__doc__
