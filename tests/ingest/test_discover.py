from pathlib import Path

import pytest

from models.errors import UsageError
from pipeline.ingest import discover


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")
    return path


def test_folders_are_walked_in_order_and_ours_left_out(tmp_path: Path) -> None:
    wanted = [touch(tmp_path / name) for name in ("a.txt", "b/1.json", "b/2/c.md", "c.pdf")]
    for name in (
        ".hidden.txt", ".git/config", "~$c.docx", "a.txt~", "news.duckdb", "news.duckdb.wal", "news.duckdb-parts/p.parquet",
        "Thumbs.db", "__MACOSX/a.txt",
    ):  # fmt: skip
        touch(tmp_path / name)
    assert list(discover([tmp_path])) == wanted


def test_a_named_file_is_always_given_and_none_twice(tmp_path: Path) -> None:
    hidden = touch(tmp_path / ".hidden.txt")
    file = touch(tmp_path / "a.txt")
    assert list(discover([hidden, file, tmp_path])) == [hidden, file]


def test_links_that_loop_end(tmp_path: Path) -> None:
    file = touch(tmp_path / "a" / "x.txt")
    (tmp_path / "a" / "self").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "again.txt").symlink_to(file)
    assert [path.resolve() for path in discover([tmp_path])] == [file.resolve()]


def test_a_broken_link_is_given_so_that_reading_reports_it(tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.symlink_to(tmp_path / "nowhere.txt")
    assert list(discover([tmp_path])) == [broken]


def test_a_missing_path_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="missing"):
        discover([tmp_path, tmp_path / "missing"])
