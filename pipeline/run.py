"""The stages wired: folders of articles to a warehouse with findings, in this process or in local workers."""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import duckdb

from models.errors import UsageError
from models.hardware import HardwareModel
from models.records import Article, Reject
from pipeline.articles import ArticleReader, hardware_model, parse_published
from pipeline.copies import link_copies
from pipeline.ingest import discover, read_file
from pipeline.language import detect, set_aside
from pipeline.reconcile.runner import CheckReport, reconcile
from pipeline.settings import Settings, code_version
from warehouse.commit import CommitResult, KnownArticle, commit, known_articles
from warehouse.parts import Extracted, parts_folder, pending_parts, write_part
from warehouse.rates import sync_rates
from warehouse.reference import sync_hardware
from warehouse.runs import Run, drop_run, last_options, save_run
from warehouse.store import connect as open_warehouse
from warehouse.store import default_path

FILES_A_PART = 64
"""So many files go into one part: little is lost where a load is stopped, and few parts are committed."""
DEMO_FILE = "newsclaims-demo.duckdb"
Progress = Callable[[int, int], None]
"""Called with the number of files read and the number of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a load did and what the warehouse holds now.

    `read` counts articles that were read or found unchanged; `rejected` has every file or record that was set aside, with its
    reason. `articles` and `claims` are counts of the whole warehouse by language and kind, `findings` by verdict.
    """

    warehouse: Path
    files: int
    read: int
    result: CommitResult
    rejected: tuple[Reject, ...] = ()
    articles: Mapping[str, int] = field(default_factory=dict)
    claims: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)
    checks: tuple[CheckReport, ...] = ()
    seconds: float = 0.0


@dataclass(slots=True)
class _Batch:
    """What reading some files gave, beside the part that it left for the commit."""

    files: int
    articles: list[str]
    rejects: list[Reject]


def connect(warehouse: Path | str | None = None) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the warehouse.

    Raises WarehouseError if there is none, WarehouseLocked if another process is writing to it.
    """
    return open_warehouse(warehouse, read_only=True)


def load(
    folder: Path | str | Sequence[Path | str],
    warehouse: Path | str | None = None,
    *,
    workers: int = 1,
    published: date | str | None = None,
    hardware: Sequence[Path | str] | None = None,
    checks: Sequence[Path | str] | None = None,
    fx: Path | str | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Reads the articles of folders or files into the warehouse and reconciles all its claims.

    Unchanged articles are not read again; where nothing at all has changed, the warehouse stays as it is. A file that cannot
    be read is set aside with its reason. A load that was stopped leaves its parts beside the warehouse; the next one commits
    them first and finds their articles unchanged.

    Raises:
        UsageError: a path does not exist, or an option has no sense.
        WarehouseLocked: another process holds the warehouse; what was read is kept.
    """
    started = time.perf_counter()
    settings = Settings.of(hardware=hardware, checks=checks, fx=fx)
    day = parse_published(published)
    place = Path(warehouse) if warehouse is not None else default_path()
    paths = _found(folder)
    model = hardware_model(settings.hardware)
    run = Run(
        command="load", code_version=code_version(), hardware_version=model.version, options=settings.as_options()
    )
    with closing(open_warehouse(place)) as connection:
        resumed = _commit_parts(connection, place, run)
        known = known_articles(connection)
    batches = list(_read_all(paths, place, known, settings, day, run.run_id, workers, progress))
    with closing(open_warehouse(place)) as connection:
        result = _commit_parts(connection, place, run)
        reports = _reconcile(connection, run, settings, model, result, touched=_touched(resumed + result))
        return Summary(
            warehouse=place,
            files=len(paths),
            read=sum(len(b.articles) for b in batches),
            result=result,
            rejected=tuple(r for b in batches for r in b.rejects),
            checks=tuple(reports),
            seconds=time.perf_counter() - started,
            **_holdings(connection),
        )


def reconcile_articles(extracted: Sequence[Extracted], warehouse: Path, settings: Settings) -> list[CheckReport]:
    """Writes articles that were extracted elsewhere into a new warehouse and reconciles their claims."""
    model = hardware_model(settings.hardware)
    run = Run(command="load", code_version=code_version(), hardware_version=model.version)
    write_part(parts_folder(warehouse), extracted, contents={}, run_id=run.run_id)
    with closing(open_warehouse(warehouse)) as connection:
        _commit_parts(connection, warehouse, run)
        return _reconcile(connection, run, settings, model)


def dry_run(folder: Path | str | Sequence[Path | str], *, published: date | str | None = None) -> list[dict[str, Any]]:
    """What a load would read: a row for each article or reject, with format, encoding, publication date and language."""
    day = parse_published(published)
    rows: list[dict[str, Any]] = []
    for path in _found(folder):
        for record in read_file(path, published=day):
            article = detect(record) if isinstance(record, Article) else record
            reject = set_aside(article) if isinstance(article, Article) else article
            rows.append(
                {
                    "path": record.path,
                    "format": getattr(article, "format", None),
                    "encoding": getattr(article, "encoding", None),
                    "published": getattr(article, "published", None),
                    "language": getattr(article, "language", None),
                    "characters": len(article.text) if isinstance(article, Article) else None,
                    "set_aside": reject.reason if reject else None,
                }
            )
    return rows


def check(warehouse: Path | str | None = None, settings: Settings | None = None) -> list[CheckReport]:
    """Reconciles all claims again; without settings of its own, with those of the latest run."""
    place = Path(warehouse) if warehouse is not None else default_path()
    open_warehouse(place, read_only=True).close()
    with closing(open_warehouse(place)) as connection:
        given = settings if settings and settings != Settings() else Settings.from_options(last_options(connection))
        model = hardware_model(given.hardware)
        run = Run(
            command="check",
            code_version=code_version(),
            hardware_version=model.version,
            options=given.as_options(),
        )
        return _reconcile(connection, run, given, model)


def demo(warehouse: Path | None = None, *, progress: Progress | None = None) -> Summary:
    """Loads the articles that ship with the program into a new warehouse; an earlier demo's is replaced."""
    place = warehouse or default_path().with_name(DEMO_FILE)
    if warehouse is not None and warehouse.exists():
        raise UsageError(f"{warehouse} exists, and the demo wants a new warehouse. Name another file.")
    place.unlink(missing_ok=True)
    with as_file(files("corpus").joinpath("articles")) as articles:
        return load(articles, place, progress=progress)


def _found(folder: Path | str | Sequence[Path | str]) -> list[Path]:
    named = [folder] if isinstance(folder, Path | str) else list(folder)
    return list(discover([Path(path) for path in named]))


def _read_all(
    paths: Sequence[Path],
    warehouse: Path,
    known: Mapping[str, KnownArticle],
    settings: Settings,
    published: date | None,
    run_id: str,
    workers: int,
    progress: Progress | None,
) -> Iterator[_Batch]:
    chunks = [paths[i : i + FILES_A_PART] for i in range(0, len(paths), FILES_A_PART)]
    done = 0
    for batch in _batches(chunks, parts_folder(warehouse), known, settings, published, run_id, workers):
        done += batch.files
        if progress:
            progress(done, len(paths))
        yield batch


def _batches(
    chunks: Sequence[Sequence[Path]],
    folder: Path,
    known: Mapping[str, KnownArticle],
    settings: Settings,
    published: date | None,
    run_id: str,
    workers: int,
) -> Iterator[_Batch]:
    if workers == 1 or len(chunks) < 2:
        reader = ArticleReader(settings.hardware, published)
        for chunk in chunks:
            yield _read_batch(reader, chunk, folder, known, run_id)
        return
    # Spawned, because DuckDB and spaCy hold threads that a fork would not survive.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        min(workers, len(chunks)), context, _start_worker, (settings.hardware, published, known)
    ) as pool:
        for future in [pool.submit(_work, chunk, folder, run_id) for chunk in chunks]:
            yield future.result()


_worker: dict[str, Any] = {}
"""A worker process's reader and the articles it need not read: set once when it starts."""


def _start_worker(hardware: Sequence[Path], published: date | None, known: Mapping[str, KnownArticle]) -> None:
    _worker.update(reader=ArticleReader(hardware, published), known=known)


def _work(chunk: Sequence[Path], folder: Path, run_id: str) -> _Batch:
    return _read_batch(_worker["reader"], chunk, folder, _worker["known"], run_id)


def _read_batch(
    reader: ArticleReader, chunk: Sequence[Path], folder: Path, known: Mapping[str, KnownArticle], run_id: str
) -> _Batch:
    """Reads some files and leaves what was found as one part in `folder`."""
    results = [reader.read(path, known) for path in chunk]
    rejects = [reject for result in results for reject in result.rejects]
    write_part(
        folder,
        [extracted for result in results for extracted in result.extracted],
        rejects=rejects,
        contents={result.path.resolve().as_posix(): result.article_ids for result in results},
        run_id=run_id,
    )
    return _Batch(len(chunk), [a for result in results for a in result.article_ids], rejects)


def _commit_parts(connection: duckdb.DuckDBPyConnection, place: Path, run: Run) -> CommitResult:
    """Commits the parts that wait. The run is written first: while it has no end, the findings are known to be behind."""
    parts = pending_parts(parts_folder(place))
    if parts:
        save_run(connection, run)
    return commit(connection, parts)


def _reconcile(
    connection: duckdb.DuckDBPyConnection,
    run: Run,
    settings: Settings,
    model: HardwareModel,
    result: CommitResult | None = None,
    *,
    touched: bool = True,
) -> list[CheckReport]:
    """Brings model and rates up to date and runs the checks, unless a load has changed nothing that they rest on."""
    changed = sync_hardware(connection, model.rows(), model.version) or touched
    changed = sync_rates(connection, settings.fx) or changed
    if not changed and _before(connection, run) == _identity(run):
        drop_run(connection, run)
        return []
    save_run(connection, run, result)
    link_copies(connection, run_id=run.run_id)
    reports = reconcile(connection, checks=settings.checks, run_id=run.run_id)
    save_run(connection, run, result, finished_at=datetime.now(UTC))
    return reports


def _touched(result: CommitResult) -> bool:
    return bool(result.added or result.replaced or result.moved or result.removed)


def _identity(run: Run) -> tuple[Any, ...]:
    return run.code_version, run.hardware_version, dict(run.options)


def _before(connection: duckdb.DuckDBPyConnection, run: Run) -> tuple[Any, ...] | None:
    """What the run before this one was made with; None if there was none, or it did not come to its end."""
    row = connection.execute(
        "SELECT code_version, hardware_version, options, finished_at FROM runs WHERE run_id <> ? "
        "ORDER BY started_at DESC LIMIT 1",
        [run.run_id],
    ).fetchone()
    return (*row[:2], json.loads(row[2])) if row and row[3] else None


def _holdings(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """Counts of the whole warehouse: articles by language, claims by language and kind, findings by verdict."""
    articles = connection.execute(
        "SELECT concat_ws('-', language, script), count(*) FROM articles GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    claims: dict[str, dict[str, int]] = {}
    for language, kind, count in connection.execute(
        "SELECT concat_ws('-', language, script), kind, count(*) FROM claims JOIN articles USING (article_id) "
        "GROUP BY ALL ORDER BY ALL"
    ).fetchall():
        claims.setdefault(language, {})[kind] = count
    verdicts = connection.execute("SELECT verdict, count(*) FROM findings GROUP BY ALL ORDER BY ALL").fetchall()
    return {"articles": dict(articles), "claims": claims, "findings": dict(verdicts)}
