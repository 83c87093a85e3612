"""The command line as people meet it: outputs, formats, errors, exit codes."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipeline.cli import app, main

ROOT = Path(__file__).parents[1]
COMMANDS = sorted(c.name or c.callback.__name__ for c in app.registered_commands if c.callback)


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Runs one command; returns its exit code, stdout and stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(a) for a in arguments])
        printed = capfd.readouterr()
        return int(left.value.code or 0), printed.out, printed.err

    return run


def test_extract_prints_one_object_an_article(call, folder: Path) -> None:
    code, out, _ = call("extract", folder / "uno.txt")
    (line,) = out.splitlines()
    article = json.loads(line)
    assert code == 0
    assert (article["language"], article["published"]) == ("it", "2024-06-04")
    assert all(article["text"][c["start"] : c["end"]] == c["quote"] for c in article["claims"])
    assert {"predicate": "unit_count", "hardware": "nvidia-b200", "value": 300000}.items() <= article["claims"][
        0
    ].items()


def test_extract_reads_standard_input() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "extract", "-", "--published", "2025-01-10"],
        input="RTX 5090将于1月30日开售。\n".encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    (claim,) = json.loads(done.stdout)["claims"]
    assert (claim["predicate"], claim["timex"]) == ("availability", "2025-01-30")


ENGLISH = (
    "The company said on Tuesday that it would buy three hundred thousand graphics chips by next summer, and that the "
    "new data center would draw one gigawatt of power once it is finished."
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """Three records, the second of them English."""
    texts = ("Meta ha ordinato 24.000 H100.", ENGLISH, "Il cluster di 100.000 H100 consuma 1 gigawatt.")
    file = tmp_path / "dump.jsonl"
    file.write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
    return file


def test_a_foreign_record_is_told_and_the_others_are_read(call, dump: Path) -> None:
    code, out, err = call("extract", dump)
    assert code == 0
    assert [len(json.loads(line)["claims"]) for line in out.splitlines()] == [1, 2]
    assert (
        err == "Set aside: dump.jsonl, record 2: The article is in English (en); only Italian and Chinese are read.\n"
    )
    assert call("extract", dump, "--trace")[2] == err
    dump.write_text("\n".join([json.dumps({"text": ENGLISH})] * 2), encoding="utf-8")
    code, out, err = call("extract", dump)
    assert (code, out) == (2, "")
    assert "record 1: The article is in English" in err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5"])
def test_standard_input_is_read_as_a_file_is(call, monkeypatch, tmp_path: Path, encoding: str) -> None:
    text = "台積電公布財報\n發布日期:2024-12-19\n\n該公司說,單顆H100售價3萬美元,明年1月開始交付給微軟,屆時產能會更充足,價格也可能下降。\n"
    file = tmp_path / "a.txt"
    file.write_text(text, encoding=encoding)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
    piped = json.loads(call("extract", "-")[1])
    named = json.loads(call("extract", file)[1])
    assert (named.pop("id"), piped.pop("id")) == ("a.txt", "-")
    assert piped == named
    assert (piped["text"], piped["published"]) == (text, "2024-12-19")


def test_extract_table_shows_rule_and_confidence(call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    code, out, _ = call("extract", folder / "uno.txt", "--format", "table")
    assert code == 0
    assert "nvidia-b200" in out
    assert "it.count.units" in out


def test_tables_break_no_rule_and_no_heading_on_a_terminal(
    call, folder: Path, warehouse_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = call("extract", folder / "due.txt", "--format", "table")
    assert re.search(r" zh\.price\.order_value *\n.* \.succession 0\.\d\d *$", out, re.MULTILINE)
    _, out, _ = call("check", "--warehouse", warehouse_file, "--format", "table")
    assert out.splitlines()[0].split() == ["check", "comparisons", "outcome"]
    assert re.search(r"^cross_article_ratio +0  compared nothing *$", out, re.MULTILINE)
    query = "SELECT explanation_en, '[/b]' AS brackets, 1 AS quite_a_long_heading FROM findings"
    _, out, _ = call("sql", query, "--warehouse", warehouse_file, "--format", "table")
    assert out.splitlines()[0].split() == ["explanation_en", "brackets", "quite_a_long_heading"]
    assert "[/b]" in out
    assert max(map(len, out.splitlines())) <= 80


def test_trace_keeps_to_the_format_on_a_terminal(call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    _, out, _ = call("extract", folder / "uno.txt", "--trace", "--format", "jsonl")
    assert {json.loads(line)["id"] for line in out.splitlines()} == {"uno.txt"}
    assert "claims, or why none" in call("extract", folder / "uno.txt", "--trace")[1]


def test_load_summary_as_json(call, folder: Path, tmp_path: Path) -> None:
    code, out, _ = call("load", folder, "--warehouse", tmp_path / "w.duckdb", "--json")
    summary = json.loads(out)
    assert code == 0
    assert (summary["files"], summary["read"], summary["added"]) == (3, 2, 2)
    assert [r["reason_code"] for r in summary["set_aside"]] == ["bad_json"]


def test_load_strict_and_empty_end_with_one(call, folder: Path, tmp_path: Path) -> None:
    assert call("load", folder, "--warehouse", tmp_path / "w.duckdb", "--strict")[0] == 1
    assert call("load", folder, "--dry-run", "--strict")[0] == 1
    assert call("load", folder / "uno.txt", "--dry-run", "--strict")[0] == 0
    empty = tmp_path / "empty"
    empty.mkdir()
    assert call("load", empty, "--warehouse", tmp_path / "w.duckdb")[0] == 1


def test_stopped_load_tells_how_to_go_on(call, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("pipeline.run.link_copies", stop)
        code, out, err = call("load", folder, "--warehouse", tmp_path / "w.duckdb")
    assert (code, out) == (130, "")
    assert "the same command goes on from there" in err
    code, out, _ = call("load", folder, "--warehouse", tmp_path / "w.duckdb", "--json")
    assert code == 0
    assert json.loads(out)["findings_by_verdict"]["conflict"] >= 1


@pytest.mark.parametrize("format_name", ["table", "csv", "json", "jsonl"])
def test_sql_prints_rows_in_each_format(call, warehouse_file: Path, format_name: str) -> None:
    query = "SELECT DISTINCT predicate, holder FROM claims WHERE predicate = 'order_value'"
    code, out, _ = call("sql", query, "--warehouse", warehouse_file, "--format", format_name)
    assert code == 0
    if format_name == "json":
        assert json.loads(out) == [{"predicate": "order_value", "holder": "Microsoft"}]
    elif format_name == "jsonl":
        assert json.loads(out) == {"predicate": "order_value", "holder": "Microsoft"}
    elif format_name == "csv":
        assert list(csv.reader(io.StringIO(out))) == [["predicate", "holder"], ["order_value", "Microsoft"]]
    else:
        assert out.split() == ["predicate", "holder", "order_value", "Microsoft"]


@pytest.mark.parametrize(
    ("query", "table"),
    [
        ("SELECT claim_id, quote FROM claims WHERE false", [["claim_id", "quote"]]),
        ("SELECT 1 AS a, 2 AS a, 3 AS a_1, 4 AS A", [["a", "a_1", "a_1_1", "A_2"], ["1", "2", "3", "4"]]),
    ],
)
def test_sql_keeps_every_column(call, warehouse_file: Path, query: str, table: list[list[str]]) -> None:
    _, out, _ = call("sql", query, "--warehouse", warehouse_file, "--format", "csv")
    assert list(csv.reader(io.StringIO(out))) == table


def test_sql_prints_parquet(warehouse_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.parquet"
    with file.open("wb") as stream:
        subprocess.run(
            [sys.executable, "-m", "pipeline.cli", "sql", "SELECT value, quote FROM claims ORDER BY ALL LIMIT 1",
             "--warehouse", warehouse_file, "--format", "parquet"],
            stdout=stream, check=True, cwd=ROOT,
        )  # fmt: skip
    assert duckdb.execute(f"SELECT count(*) FROM '{file}'").fetchone() == (1,)


@pytest.mark.parametrize("query", ["DELETE FROM claims", "CREATE TABLE x (a INT)", "SELEC 1", "FROM nowhere"])
def test_sql_refuses_to_write_and_tells_what_failed(call, warehouse_file: Path, query: str) -> None:
    code, out, err = call("sql", query, "--warehouse", warehouse_file)
    assert (code, out) == (2, "")
    assert err.startswith("newsclaims: The query failed.")


def test_a_reader_that_leaves_early_is_no_error(warehouse_file: Path) -> None:
    command = (
        f'{sys.executable} -m pipeline.cli sql "SELECT * FROM range(200000)" --warehouse {warehouse_file} | head -1'
    )
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("language", "word"), [("en", "article"), ("it", "articolo"), ("zh-Hans", "文章"), ("zh-Hant", "文章")]
)
def test_findings_explain_in_each_language(call, warehouse_file: Path, language: str, word: str) -> None:
    code, out, _ = call("findings", "--warehouse", warehouse_file, "--language", language)
    assert code == 0
    assert word in out.lower()
    assert "« 1 gigawatt »" in out


def test_findings_new_and_limit(call, warehouse_file: Path) -> None:
    _, out, _ = call("findings", "--warehouse", warehouse_file, "--format", "json", "--limit", 1)
    assert len(json.loads(out)) == 1
    _, out, _ = call("findings", "--warehouse", warehouse_file, "--format", "json", "--new")
    assert len(json.loads(out)) >= 3


def test_decide_is_shown_with_the_finding(call, warehouse_file: Path) -> None:
    _, out, _ = call("findings", "--warehouse", warehouse_file, "--format", "json", "--limit", 1)
    finding = json.loads(out)[0]["finding_id"]
    assert call("decide", finding[:8], "dismiss", "--reviewer", "bo", "--warehouse", warehouse_file)[0] == 0
    assert "[dismiss]" in call("findings", "--warehouse", warehouse_file)[1]
    assert call("decide", "zzzz", "confirm", "--warehouse", warehouse_file)[0] == 2


def test_inspect_needs_no_warehouse(call, folder: Path) -> None:
    code, out, _ = call("inspect", folder / "uno.txt", "--language", "it")
    assert code == 0
    assert "1 gigawatt" in out
    code, out, _ = call("inspect", folder / "uno.txt", "--format", "json")
    assert {"articles", "findings"} == set(json.loads(out))


def test_inspect_shows_the_claims_that_it_checked(call, monkeypatch, tmp_path: Path) -> None:
    own = tmp_path / "checks"
    own.mkdir()
    (own / "broken.sql").write_text("SELECT 1", encoding="utf-8")
    text = "OpenAI\n4 giugno 2024\n\nIl cluster di 100.000 H100, attivo dal mese prossimo, consuma 1 gigawatt.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    code, out, err = call("inspect", "-", "--checks", own, "--format", "json")
    inspected = json.loads(out)
    (article,) = inspected["articles"]
    assert article["published"] == "2024-06-04"
    assert "2024-07" in {claim.get("timex") for claim in article["claims"]}
    (power,) = [f for f in inspected["findings"] if f["family"] == "power_budget"]
    assert power["quotes"] == ["100.000 H100", "1 gigawatt"]
    assert code == 1
    assert "broken.sql:1: the header comment has no id" in err


def test_schema_describes_every_table_and_column(call, warehouse_file: Path) -> None:
    _, out, _ = call("schema", "--warehouse", warehouse_file, "--format", "json")
    rows = json.loads(out)
    assert {"claims", "findings", "review_queue", "claim_sentences"} <= {r["owner"] for r in rows}
    assert [r for r in rows if not r["comment"]] == []


def test_hardware_shows_figures_with_sources(call) -> None:
    code, out, err = call("hardware", "--format", "json")
    assert code == 0
    assert {"nvidia-gb200", "nvidia-h100"} <= {p["hardware_id"] for p in json.loads(out)}
    assert "unverified" in err
    code, out, _ = call("hardware", "nvidia-gb200")
    assert code == 0
    assert re.search(r"2 × +B200 \(nvidia-b200\) +checked 20", out)
    assert {"Composition", "Part of", "Specifications", "History", "Prices", "Ratios", "Sources"} <= set(
        out.split("\n")
    )
    code, _, err = call("hardware", "nvidia-gb20")
    assert code == 2
    assert "nvidia-gb200" in err


@pytest.mark.parametrize("name", ["claims.parquet", "claims.csv", "claims.jsonl"])
def test_export_by_ending(call, warehouse_file: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    assert call("export", file, "--table", "claims", "--warehouse", warehouse_file)[0] == 0
    with duckdb.connect(warehouse_file, read_only=True) as connection:
        claims = connection.execute("SELECT count(*) FROM claims").fetchone()
    assert duckdb.execute(f"SELECT count(*) FROM '{file}'").fetchone() == claims


def test_export_refuses_what_it_does_not_know(call, warehouse_file: Path, tmp_path: Path) -> None:
    assert call("export", tmp_path / "a.xlsx", "--warehouse", warehouse_file)[0] == 2
    assert call("export", tmp_path / "a.parquet", "--bom", "--warehouse", warehouse_file)[0] == 2
    assert call("export", tmp_path / "a.csv", "--table", "nowhere", "--warehouse", warehouse_file)[0] == 2


def test_check_says_which_checks_compared_nothing(call, warehouse_file: Path) -> None:
    code, out, _ = call("check", "--warehouse", warehouse_file, "--format", "json")
    reports = {r["check"]: r for r in json.loads(out)}
    assert code == 0
    assert reports["power_budget"]["comparisons"] >= 1
    assert all(r["remark"] == "compared nothing" for r in reports.values() if not r["comparisons"])


def test_eval_scores_gold_against_itself(call, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    text = "Meta ha ordinato 24.000 H100."
    claim = {"kind": "quantity", "predicate": "unit_count", "hardware": "nvidia-h100", "value": 24000, "unit": "1",
             "event": "order", "holder": "Meta", "quote": "24.000 H100", "start": 17, "end": 28}  # fmt: skip
    gold.write_text(json.dumps({"id": "a", "language": "it", "text": text, "claims": [claim]}), encoding="utf-8")
    code, out, _ = call("eval", gold, "--format", "json")
    assert code == 0
    assert [r["f1"] for r in json.loads(out) if r["scope"] == "all" and r["measure"] == "claim"] == [1]
    code, out, _ = call("eval", gold)
    table = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert {r["measure"]: r["right"] for r in table if r["scope"] == "all" and r["measure"] == "claim"} == {
        "claim": "1"
    }


def test_eval_scores_findings(call, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    articles = [
        {"id": "a", "language": "it", "text": "Un cluster di 100.000 H100 consuma 1 gigawatt.", "claims": [],
         "expected_findings": [{"family": "power_budget"}]},
        {"id": "b", "language": "zh", "text": "该集群部署了2万张H100，总功耗约30兆瓦。", "claims": [],
         "expected_findings": [{"family": "composition"}]},
    ]  # fmt: skip
    gold.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    _, out, _ = call("eval", gold, "--findings", "--format", "json")
    scores = {r["family"]: (r["gold"], r["found"], r["right"]) for r in json.loads(out)}
    assert scores == {"all": (2, 1, 1), "composition": (1, 0, 0), "power_budget": (1, 1, 1)}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("nonsense",), 2),
        (("load", "/nowhere/at/all"), 2),
        (("extract", "/nowhere/at/all"), 2),
        (("extract", "-", "--language", "de"), 2),
        (("findings", "--warehouse", "/nowhere/at/all.duckdb"), 3),
        (("check", "--warehouse", "/nowhere/at/all.duckdb"), 3),
        (("hardware", "--hardware", "/nowhere/at/all.toml"), 2),
        (("eval", "corpus/gold", "--raise-floors"), 2),
        (("eval", "corpus/gold", "--lower-floors", "a reason"), 2),
        (("eval", "corpus/gold", "--findings", "--floors", "floors.json"), 2),
    ],
)
def test_wrong_calls_end_with_a_sentence(call, monkeypatch, arguments: tuple[str, ...], code: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Una H100.")))
    ended, out, err = call(*arguments)
    assert (ended, out) == (code, "")
    assert err.strip()
    assert "Traceback" not in err


def test_a_file_that_is_no_warehouse_ends_with_three(call, tmp_path: Path) -> None:
    file = tmp_path / "no.duckdb"
    file.write_bytes(b"this is no database" * 1000)
    code, _, err = call("findings", "--warehouse", file)
    assert code == 3
    assert "Traceback" not in err


def test_a_folder_that_cannot_be_made_ends_with_three(call, folder: Path) -> None:
    code, out, err = call("load", folder, "--warehouse", folder / "uno.txt" / "z.duckdb")
    assert (code, out) == (3, "")
    assert err.startswith("newsclaims: ")
    assert len(err.splitlines()) == 1


def test_what_the_system_refuses_is_told_in_a_sentence(call, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "news.duckdb")

    monkeypatch.setattr("pipeline.run.load", full)
    assert call("load", ".") == (2, "", "newsclaims: No space left on device: news.duckdb\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(call, command: str) -> None:
    code, out, _ = call(command, "--help")
    assert code == 0
    assert f"newsclaims {command}" in out
    assert "Example" in out


def test_help_imports_no_heavy_package() -> None:
    code = (
        "import sys\nsys.argv = ['newsclaims', '--help']\nfrom pipeline.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'spacy', 'duckdb', 'pydantic', 'langdetect', 'opencc'} & set(sys.modules)\n"
        "print('heavy:', sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.endswith("heavy: []\n")
