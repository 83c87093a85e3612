"""What reconciling a large warehouse costs: all checks over 100,000 claims and over ten times as many. `make bench-warehouse`.

    python tests/benchmarks/reconciling.py [ARTICLES …]    # 10000 100000 unless given

Each size is generated into a file, then measured in a process of its own with two threads: wall and processor time
of each part, and the peak of memory. Exits with 1 where a million claims take longer than a minute of wall time or more than 4 GB,
or a claim longer than in the smaller warehouse.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from generated import Generator

from models.hardware import load as load_hardware
from pipeline.copies import link_copies
from pipeline.reconcile import reconcile
from warehouse.bulk import insert_rows
from warehouse.rates import sync_rates
from warehouse.reference import sync_hardware
from warehouse.store import connect

SIZES = (10_000, 100_000)
BATCH = 5000
THREADS = 2
MEMORY = 4 * 1024**3
SECONDS = 60.0
ALLOWED_GROWTH = 1.1


def generate(file: Path, articles: int) -> int:
    """Writes a warehouse of generated articles; returns how many claims it holds."""
    model = load_hardware()
    written = Generator(model).articles(articles)
    claims = 0
    with connect(file) as connection:
        sync_hardware(connection, model.rows(), model.version)
        sync_rates(connection, None)
        while batch := list(islice(written, BATCH)):
            insert_rows(connection, "articles", (article for article, _ in batch))
            claims += insert_rows(connection, "claims", (claim for _, own in batch for claim in own))
    return claims


@contextmanager
def timed(measured: dict[str, Any], name: str) -> Iterator[None]:
    """Adds wall and processor seconds to `measured`."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    measured[name] = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}


def measure(file: Path) -> dict[str, Any]:
    """Copies found and all checks run over a warehouse, once as a load does and once as a later check."""
    measured: dict[str, Any] = {}
    with connect(file) as connection:
        connection.execute(f"SET threads = {THREADS}")
        with timed(measured, "sketches and copies"):
            measured["copies"] = link_copies(connection, run_id="run-1")
        with timed(measured, "copies again"):
            link_copies(connection, run_id="run-2")
        with timed(measured, "checks"):
            reports = reconcile(connection, run_id="run-1")
        measured["by check"] = {report.check_id: round(report.seconds, 2) for report in reports}
        # claims laid out, explanations written, findings weighed and stored
        measured["beside the checks"] = round(measured["checks"]["wall"] - sum(r.seconds for r in reports), 1)
        measured["errors"] = [str(report.error) for report in reports if report.error]
        measured["comparisons"] = sum(report.comparisons for report in reports)
        measured["verdicts"] = dict(
            connection.execute("SELECT verdict, count(*) FROM findings GROUP BY ALL").fetchall()
        )
        with timed(measured, "checks again"):
            reconcile(connection, run_id="run-2")
    measured["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return measured


def main(sizes: list[int]) -> int:
    """Print the figures of each size."""
    costs: list[float] = []
    failed = False
    with tempfile.TemporaryDirectory(prefix="newsclaims-bench-", dir=os.environ.get("NEWSCLAIMS_BENCH")) as folder:
        for articles in sizes:
            file = Path(folder) / f"{articles}.duckdb"
            started = time.perf_counter()
            claims = generate(file, articles)
            print(
                f"\n{articles:,} articles, {claims:,} claims, generated in {time.perf_counter() - started:.0f} s",
                flush=True,
            )
            done = subprocess.run(
                [sys.executable, __file__, "--measure", str(file)], stdout=subprocess.PIPE, text=True, check=True
            )
            measured = json.loads(done.stdout)
            for part, needed in measured.items():
                shown = (
                    f"{needed['wall']:7.1f} s wall {needed['cpu']:7.1f} s CPU"
                    if isinstance(needed, dict) and "wall" in needed
                    else needed
                )
                print(f"  {part:20} {shown}")
            costs.append(measured["checks"]["cpu"] / claims)
            print(f"  {'a claim':20} {costs[-1] * 1e6:.1f} µs of CPU")
            failed = failed or bool(measured["errors"]) or measured["memory"] > MEMORY
            failed = failed or (claims <= 1_000_000 and measured["checks"]["wall"] > SECONDS)
    return int(failed or (len(costs) > 1 and costs[-1] > costs[0] * ALLOWED_GROWTH))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        json.dump(measure(Path(sys.argv[2])), sys.stdout)
    else:
        sys.exit(main([int(size) for size in sys.argv[1:]] or list(SIZES)))
