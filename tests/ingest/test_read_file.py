"""Files in, articles and rejects out."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.records import Article, Reject
from pipeline.ingest import read_file

TEXT = "Arriva la scheda Alfa\n\nLa scheda Alfa costa 999 euro ed è in vendita da oggi.\n"


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def articles(path: Path, **options: object) -> list[Article]:
    found = list(read_file(path, **options))  # type: ignore[arg-type]
    assert all(isinstance(record, Article) for record in found), found
    return [record for record in found if isinstance(record, Article)]


def reject(path: Path, **options: object) -> Reject:
    (found,) = read_file(path, **options)  # type: ignore[arg-type]
    assert isinstance(found, Reject)
    assert found.path == path.as_posix()
    return found


def test_plain_text(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path / "alfa.txt", TEXT))
    assert article.text == TEXT
    assert article.title == "Arriva la scheda Alfa"
    assert (article.document_key, article.format, article.encoding) == ("alfa.txt", "txt", "utf-8")
    assert [block.kind for block in article.blocks] == ["title", "paragraph"]
    assert article.published is None


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_text_is_the_same_in_every_encoding(tmp_path: Path, codec: str) -> None:
    (article,) = articles(write(tmp_path / "alfa.TXT", TEXT.encode(codec)))
    assert article.text == TEXT


def test_line_ends_are_kept(tmp_path: Path) -> None:
    text = TEXT.replace("\n", "\r\n")
    (article,) = articles(write(tmp_path / "alfa.txt", text))
    assert article.text == text


def test_front_matter_is_the_record_and_stays_in_the_text(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "Alfa in vendita"\ndate: 2024-06-04\nurl: https://esempio.it/alfa\npublisher: Prova\n---\n\n'
        + TEXT
    )
    (article,) = articles(write(tmp_path / "alfa.md", text))
    assert article.text == text
    assert article.title == "Alfa in vendita"
    assert article.published == date(2024, 6, 4)
    assert (article.publisher, article.document_key) == ("Prova", "https://esempio.it/alfa")
    assert article.blocks[0].kind == "furniture"


def test_the_record_comes_before_the_furniture_and_both_before_the_option(tmp_path: Path) -> None:
    dated = TEXT.replace("\n\n", "\n\nPubblicato il 5 giugno 2024\n\n", 1)
    given_date = date(2020, 1, 1)
    front = "---\ndate: 2024-06-04\n---\n"
    days = [
        articles(write(tmp_path / f"{index}.md", text), published=given_date)[0].published
        for index, text in enumerate([front + dated, dated, TEXT])
    ]
    assert days == [date(2024, 6, 4), date(2024, 6, 5), given_date]


@pytest.mark.parametrize(
    ("document", "keys"),
    [
        ({"text": TEXT, "id": 7, "other": {"x": 1}}, ["7"]),
        ([{"body": TEXT, "url": "https://a.it"}, {"content": TEXT}], ["https://a.it", "alfa.json#2"]),
        ({"articles": [{"text": TEXT, "id": "x"}, {"text": TEXT, "id": "y"}]}, ["x", "y"]),
        ({"text": "", "body": TEXT}, ["alfa.json"]),
    ],
)
def test_json(tmp_path: Path, document: object, keys: list[str]) -> None:
    found = articles(write(tmp_path / "alfa.json", json.dumps(document)))
    assert [article.document_key for article in found] == keys
    assert all(article.text == TEXT for article in found)


def test_json_metadata(tmp_path: Path) -> None:
    record = {
        "text": TEXT,
        "id": "n1",
        "title": "Altro titolo",
        "date": "4 giugno 2024",
        "publisher": "Prova",
        "url": "u",
    }
    (article,) = articles(write(tmp_path / "a.json", json.dumps(record)))
    assert (article.source_id, article.title, article.publisher, article.url) == ("n1", "Altro titolo", "Prova", "u")
    assert article.published == date(2024, 6, 4)
    assert article.text == TEXT


def test_json_in_another_encoding(tmp_path: Path) -> None:
    text = "新显卡来了\n新显卡今天上市，售价一万元，功耗为700瓦，显存为80GB。"
    data = json.dumps({"text": text}, ensure_ascii=False).encode("gb18030")
    (article,) = articles(write(tmp_path / "a.json", data))
    assert (article.text, article.encoding) == (text, "gb18030")


def test_json_lines_keep_what_is_good(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": TEXT, "id": "a"}),
        "",
        '{"text": "manca',
        json.dumps({"id": "c"}),
        json.dumps({"text": TEXT}),
    ]
    found = list(read_file(write(tmp_path / "dump.jsonl", "\n".join(lines))))
    assert [
        record.document_key if isinstance(record, Article) else (record.reason_code, record.record) for record in found
    ] == ["a", ("bad_json", 3), ("missing_text", 4), "dump.jsonl#5"]
    assert "line 3" in next(record.reason for record in found if isinstance(record, Reject))


def test_separators_inside_a_json_string_do_not_break_its_line(tmp_path: Path) -> None:
    line = json.dumps({"text": "Prima\u2028seconda riga."}, ensure_ascii=False)
    found = articles(write(tmp_path / "dump.jsonl", f"{line}\n{line}\n"))
    assert [article.text for article in found] == ["Prima\u2028seconda riga."] * 2


def test_json_lines_under_the_wrong_name(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": TEXT, "id": name}) for name in "ab")
    assert [article.document_key for article in articles(write(tmp_path / "a.json", lines))] == ["a", "b"]
    array = json.dumps([{"text": TEXT, "id": "a"}], indent=1)
    assert [article.document_key for article in articles(write(tmp_path / "a.jsonl", array))] == ["a"]


def test_half_a_surrogate_pair_becomes_one_character(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path / "a.json", '{"text": "Una prova \\ud83d di testo."}'))
    assert article.text == "Una prova \ufffd di testo."


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xyz", TEXT, "unknown_format"),
        ("senza", TEXT, "unknown_format"),
        ("a.txt", "", "empty"),
        ("a.txt", " \n\t\n", "empty"),
        ("a.json", "[]", "empty"),
        ("a.txt", b"%PDF-1.4 ...", "binary"),
        ("a.md", b"\x00\x01\x02\x03" * 50, "binary"),
        ("a.json", '{"text": ', "bad_json"),
        ("a.json", "[" * 100_000, "bad_json"),
        ("a.json", '{"title": "x"}', "missing_text"),
        ("a.json", '{"text": 5}', "missing_text"),
        ("a.json", '"solo una stringa"', "missing_text"),
    ],
)
def test_rejects(tmp_path: Path, name: str, content: str | bytes, code: str) -> None:
    assert reject(write(tmp_path / name, content)).reason_code == code


def test_too_large_is_configurable(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    assert reject(path, max_file_bytes=10).reason_code == "too_large"
    assert reject(path, max_article_characters=10).reason_code == "too_large"


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    folder = tmp_path / "cartella.txt"
    folder.mkdir()
    assert reject(folder).reason_code == "unreadable"
    assert reject(tmp_path / "manca.txt").reason_code == "unreadable"


def test_the_key_is_the_name_and_the_path_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    path = write(tmp_path / "a" / "alfa.txt", TEXT)
    (article,) = articles(path)
    assert (article.document_key, article.path) == ("alfa.txt", path.as_posix())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.binary(max_size=200), suffix=st.sampled_from([".txt", ".md", ".json", ".jsonl"]))
def test_no_bytes_break_a_reader(tmp_path: Path, data: bytes, suffix: str) -> None:
    for record in read_file(write(tmp_path / f"any{suffix}", data)):
        assert isinstance(record, (Article, Reject))
        assert not (isinstance(record, Reject) and record.reason_code == "reader_failed"), record
