"""The trace tells of every value why it is a claim or none."""

from __future__ import annotations

import json

import pytest

from models.records import Article
from pipeline.articles import article_of
from pipeline.cli import main
from pipeline.extract.extractor import Extractor
from pipeline.extract.trace import Traced

TEXT = (
    "Meta compra GPU\n\nMeta ha ordinato 10.000 H100 a 30.000 dollari l'una. Un alimentatore da 1.200 W alimenta il server. "
    "In Borsa il titolo ha chiuso a 512 dollari.\n"
)


@pytest.fixture(scope="module")
def rows() -> list[Traced]:
    article: Article = article_of(TEXT, "it", None)
    return Extractor().trace(article)


def test_every_value_has_its_claims_or_a_reason(rows: list[Traced]) -> None:
    assert all(TEXT[row.start : row.end] == row.quote for row in rows)
    assert all(bool(row.claims) != bool(row.reason) for row in rows)


def test_a_claim_is_told_with_its_rule(rows: list[Traced]) -> None:
    (count,) = [row for row in rows if row.quote == "10.000"]
    assert count.claims == ("unit_count of nvidia-h100 by it.count.units",)


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("1.200 W", "it is an efficiency, a part of the whole, or the rating of a supply"),
        ("512 dollari", "its clause is about share prices or scores"),
    ],
)
def test_a_value_that_is_none_has_its_own_reason(rows: list[Traced], quote: str, reason: str) -> None:
    (row,) = [row for row in rows if row.quote == quote]
    assert (row.claims, row.reason) == ((), reason)


def test_the_command_line_traces_by_option_and_by_environment(
    tmp_path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    printed = []
    for arguments, environment in ((["--trace"], ""), ([], "1")):
        monkeypatch.setenv("NEWSCLAIMS_TRACE", environment)
        with pytest.raises(SystemExit):
            main(["extract", str(file), "--language", "it", *arguments])
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    assert "10.000" in [json.loads(line)["quote"] for line in printed[0].splitlines()]
