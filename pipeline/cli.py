"""The command line, thin: it parses, calls `run`, `queries` or `articles`, and lets `show` print. Only typer is imported here."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

app = typer.Typer(
    name="newsclaims",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Finds the checkable claims about computing hardware in Italian and Chinese news, and reconciles them.",
    epilog="Exit codes: 0 done; 1 nothing could be loaded, a check could not run, or with --strict something was set aside; "
    "2 the call was wrong; 3 the warehouse could not be opened.",
)


class RowFormat(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    parquet = "parquet"


class ExtractFormat(StrEnum):
    """How `extract` prints."""

    jsonl = "jsonl"
    table = "table"


class InspectFormat(StrEnum):
    """How `inspect` prints."""

    text = "text"
    json = "json"


class ReaderLanguage(StrEnum):
    """The languages of explanations."""

    en = "en"
    it = "it"
    hans = "zh-Hans"
    hant = "zh-Hant"


class Decision(StrEnum):
    """What a fact-checker decides."""

    confirm = "confirm"
    dismiss = "dismiss"
    flag = "flag"


Warehouse = Annotated[
    Path | None,
    typer.Option("--warehouse", help="The DuckDB file.", envvar="NEWSCLAIMS_WAREHOUSE", show_envvar=True),
]
Hardware = Annotated[
    list[Path] | None, typer.Option("--hardware", help="TOML file with products over the shipped ones; repeatable.")
]
Checks = Annotated[list[Path] | None, typer.Option("--checks", help="Folder with checks of your own; repeatable.")]
Rates = Annotated[Path | None, typer.Option("--fx", help="CSV with exchange rates of your own: currency,day,per_eur.")]
Published = Annotated[
    str | None, typer.Option("--published", metavar="YYYY-MM-DD", help="Publication date of texts that have none.")
]
Rows = Annotated[
    RowFormat | None, typer.Option("--format", help="Default: a table on a terminal, else CSV.", case_sensitive=False)
]
OneArticle = Annotated[str, typer.Argument(metavar="FILE|-", help="An article, or - for standard input.")]


@app.command(epilog="Examples:  newsclaims load articles/    newsclaims load dump.jsonl --workers 2 --strict")
def load(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Folders or files with articles.")],
    warehouse: Warehouse = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read articles.")] = 1,
    published: Published = None,
    hardware: Hardware = None,
    checks: Checks = None,
    fx: Rates = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List what would be read, and load nothing.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if anything was set aside.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read folders of articles into the warehouse and reconcile their claims."""
    from pipeline import run
    from pipeline.show import rows, summary

    if dry_run:
        listed = run.dry_run(paths, published=published)
        rows.rows(listed, "json" if as_json else None)
        raise typer.Exit(int(strict and any(row["set_aside"] for row in listed)))
    try:
        with summary.progress() as progress:
            done = run.load(
                paths,
                warehouse,
                workers=workers,
                published=published,
                hardware=hardware,
                checks=checks,
                fx=fx,
                progress=progress,
            )
    except KeyboardInterrupt:
        typer.echo(
            "Stopped. What was read is kept, but for the last files; the same command goes on from there.", err=True
        )
        raise typer.Exit(130) from None
    summary.summary(done, as_json=as_json)
    if not done.read or (strict and done.rejected) or any(report.error for report in done.checks):
        raise typer.Exit(1)


@app.command(epilog="Examples:  newsclaims inspect article.txt    pbpaste | newsclaims inspect - --language zh-Hans")
def inspect(
    file: OneArticle,
    language: Annotated[
        ReaderLanguage, typer.Option("--language", help="Language of the explanations.")
    ] = ReaderLanguage.en,
    published: Published = None,
    hardware: Hardware = None,
    checks: Checks = None,
    fx: Rates = None,
    output: Annotated[InspectFormat, typer.Option("--format")] = InspectFormat.text,
) -> None:
    """Read one article, without a warehouse: its claims, what was found right, what contradicts."""
    from pipeline import queries
    from pipeline.settings import Settings
    from pipeline.show import claims, summary

    settings = Settings.of(hardware=hardware, checks=checks, fx=fx)
    inspected = queries.inspect(file, published=published, settings=settings, on_reject=summary.set_aside)
    claims.inspection(inspected, language.value, as_json=output is InspectFormat.json)
    summary.failed_checks(inspected.failed_checks)
    if inspected.failed_checks:
        raise typer.Exit(1)


@app.command(epilog="Examples:  newsclaims extract article.txt --format table    cat a.txt | newsclaims extract -")
def extract(
    file: OneArticle,
    language: Annotated[str | None, typer.Option("--language", help="it or zh; else it is found out.")] = None,
    published: Published = None,
    hardware: Hardware = None,
    output: Annotated[
        ExtractFormat | None, typer.Option("--format", help="Default: jsonl; a table for --trace on a terminal.")
    ] = None,
    trace: Annotated[
        bool,
        typer.Option("--trace", help="Tell of each value why it is a claim or none.", envvar="NEWSCLAIMS_TRACE"),
    ] = False,
) -> None:
    """Print the claims of an article, one JSON object an article."""
    from pipeline import queries
    from pipeline.show import claims, summary

    given: dict[str, Any] = {"language": language, "published": published, "hardware": hardware or []}
    if trace:
        traced = queries.trace(file, **given, on_reject=summary.set_aside)
        claims.traces(traced, as_table=output is ExtractFormat.table or (output is None and sys.stdout.isatty()))
        return
    found = queries.extract(file, **given, on_reject=summary.set_aside)
    claims.extractions(found, as_table=output is ExtractFormat.table)


@app.command(epilog="Examples:  newsclaims check    newsclaims check --hardware mine.toml")
def check(
    warehouse: Warehouse = None,
    hardware: Hardware = None,
    checks: Checks = None,
    fx: Rates = None,
    output: Rows = None,
) -> None:
    """Reconcile all claims again, after an edit of the hardware model or of a check."""
    from pipeline import run
    from pipeline.settings import Settings
    from pipeline.show import summary

    settings = Settings.of(hardware=hardware, checks=checks, fx=fx)
    reports = run.check(warehouse, settings)
    summary.check_reports(reports, output.value if output else None)
    if any(report.error for report in reports):
        raise typer.Exit(1)


@app.command(epilog="Examples:  newsclaims findings --language it    newsclaims findings --new --format json")
def findings(
    warehouse: Warehouse = None,
    language: Annotated[
        ReaderLanguage, typer.Option("--language", help="Language of the explanations.")
    ] = ReaderLanguage.en,
    new: Annotated[bool, typer.Option("--new", help="Only those that the last run brought.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Also what was found right, outdated, or merely differs between sources.")
    ] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    output: Annotated[RowFormat | None, typer.Option("--format", help="Default: explained as text.")] = None,
) -> None:
    """Show the queue of inconsistencies, the heaviest first, each explained."""
    from pipeline import queries
    from pipeline.show import findings as show

    found = queries.findings(warehouse, new=new, every=every, limit=limit)
    show.findings(found, language.value, output.value if output else None)


@app.command(epilog='Example:  newsclaims decide 3f9a confirm --note "the outlet corrected it" --reviewer anna')
def decide(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="The finding's id, or its beginning.")],
    decision: Annotated[Decision, typer.Argument()],
    note: Annotated[str | None, typer.Option(help="A comment for the desk.")] = None,
    reviewer: Annotated[str | None, typer.Option(help="Who decides; else the user's name.")] = None,
    warehouse: Warehouse = None,
) -> None:
    """Confirm, dismiss or flag a finding; decisions are kept through every later run."""
    from pipeline import queries

    decided = queries.decide(warehouse, finding, decision.value, note=note, reviewer=reviewer)
    typer.echo(f"{decision.value}: {decided}", err=True)


@app.command(
    epilog='Examples:  newsclaims sql "FROM review_queue LIMIT 5"    newsclaims sql < query.sql --format parquet > out.parquet'
)
def sql(
    query: Annotated[str | None, typer.Argument(help="The query; else it is read from standard input.")] = None,
    warehouse: Warehouse = None,
    output: Rows = None,
) -> None:
    """Run a query, read-only, over the warehouse."""
    from pipeline import queries
    from pipeline.show import rows

    text = query if query is not None else sys.stdin.read()
    answer = queries.query(warehouse, text)
    rows.rows(answer.rows, output.value if output else None, columns=answer.columns)


@app.command(epilog="Examples:  newsclaims schema    newsclaims schema --format json")
def schema(warehouse: Warehouse = None, output: Rows = None) -> None:
    """Print the data dictionary, from the database's own comments."""
    from pipeline import queries
    from pipeline.show import rows

    rows.rows(queries.schema(warehouse), output.value if output else None)


@app.command(epilog="Examples:  newsclaims hardware    newsclaims hardware nvidia-gb200")
def hardware(
    product: Annotated[str | None, typer.Argument(metavar="ID", help="A product's id or name.")] = None,
    hardware: Hardware = None,
    output: Rows = None,
) -> None:
    """List the hardware model, or one product with the sources of its figures."""
    from pipeline.articles import find_product, hardware_model
    from pipeline.show import hardware as show

    model = hardware_model(hardware or [])
    if product is None:
        show.products(model, output.value if output else None)
    else:
        show.product(model, find_product(model, product), output.value if output else None)


@app.command(epilog="Examples:  newsclaims export claims.parquet --table claims    newsclaims export queue.csv --bom")
def export(
    file: Annotated[Path, typer.Argument(help="By its ending: .parquet .csv .jsonl")],
    table: Annotated[str, typer.Option(help="A table or view of the warehouse.")] = "review_queue",
    bom: Annotated[bool, typer.Option("--bom", help="CSV for Excel: begin with a byte-order mark.")] = False,
    warehouse: Warehouse = None,
) -> None:
    """Write a table or view of the warehouse to a file."""
    from pipeline import queries

    count = queries.export(warehouse, file, table=table, bom=bom)
    typer.echo(f"{count} rows of {table} in {file}", err=True)


@app.command(epilog="Example:  newsclaims eval corpus/gold/it.jsonl --errors")
def eval(  # noqa: A001  the command's public name
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD…", help="Gold files, JSON Lines.")],
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed and invented.")] = False,
    findings: Annotated[bool, typer.Option("--findings", help="Score the conflicts that are found instead.")] = False,
    floors: Annotated[
        Path | None, typer.Option("--floors", help="File of scores that must not fall; exit with 1 if one did.")
    ] = None,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="Pin what is measured higher now.")] = False,
    lower_floors: Annotated[
        str | None, typer.Option("--lower-floors", metavar="REASON", help="Pin what is lower now, and say why.")
    ] = None,
    changelog: Annotated[Path, typer.Option("--changelog", help="Where a lowered floor is noted.")] = Path(
        "CHANGELOG.md"
    ),
    output: Rows = None,
) -> None:
    """Score the extractor against gold files: precision, recall and F1 by predicate and language."""
    from models.errors import UsageError
    from pipeline.articles import extract_claims
    from pipeline.evaluate import evaluate, read_gold, score_findings
    from pipeline.queries import conflicting_families
    from pipeline.show import claims

    if (raise_floors or lower_floors) and not floors:
        raise UsageError("--raise-floors and --lower-floors need the file that --floors names.")
    if findings and (floors or errors):
        raise UsageError("--findings scores conflicts; it goes neither with --floors nor with --errors.")
    articles = read_gold(gold)
    if findings:
        claims.families(score_findings(articles, conflicting_families(articles)), output.value if output else None)
        return
    if floors:
        from pipeline.gate import check_floors

        report = check_floors(gold, floors, raise_them=raise_floors, lower_them=lower_floors, changelog=changelog)
        claims.floors(report)
        if report.below and not report.written:
            raise typer.Exit(1)
        return
    scored = evaluate(articles, extract_claims)
    claims.evaluation(scored, errors=errors, output=output.value if output else None)


@app.command(epilog="Example:  newsclaims demo --warehouse /tmp/demo.duckdb")
def demo(
    warehouse: Annotated[Path | None, typer.Option("--warehouse", help="Keep the demo's warehouse here.")] = None,
    language: Annotated[
        ReaderLanguage, typer.Option("--language", help="Language of the explanations.")
    ] = ReaderLanguage.en,
) -> None:
    """Load the articles that ship with the program into a new warehouse and show what is found in them."""
    from pipeline import queries, run
    from pipeline.show import summary

    with summary.progress() as progress:
        done = run.demo(warehouse, progress=progress)
    summary.demo(done, queries.findings(done.warehouse, limit=3), language.value)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line; errors of the user's are told in words, with the exit codes of `--help`."""
    try:
        result: Any = app(arguments, standalone_mode=False)
        code = result if isinstance(result, int) else 0
        sys.stdout.flush()
    except typer.Exit as leave:
        code = leave.exit_code
    except typer.Abort:
        code = 130
    except BrokenPipeError:
        # The reader (head, less) has gone; what is left to flush has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        code = _tell(error)
    sys.exit(code)


def _tell(error: Exception) -> int:
    """Print an error of the user's and return its exit code; raise it again if it is a bug of ours."""
    from models.errors import NewsclaimsError, WarehouseError

    if isinstance(error, _CallError):
        error.show()
        return int(error.exit_code)
    if isinstance(error, NewsclaimsError):
        typer.echo(f"newsclaims: {error}", err=True)
        return 3 if isinstance(error, WarehouseError) else 2
    if isinstance(error, OSError) and error.strerror:
        typer.echo(f"newsclaims: {error.strerror}" + (f": {error.filename}" if error.filename else ""), err=True)
        return 2
    raise error


# Typer raises click's exceptions, of the click package or of a copy of its own, and exports only their subclasses.
_CallError: Any = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")


if __name__ == "__main__":
    main()
