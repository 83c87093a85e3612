"""What the README shows: each block is what a command printed. `make readme` writes it again, `make check` compares."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WIDTH = "98"


def show(command: str, *, lines: tuple[int, int | None] = (0, None), given: str | None = None) -> None:
    """Run a newsclaims command at the root of the checkout and print it with its output, as cog wants it.

    Args:
        lines: which lines of the output to show; what is left out is marked by "…".
        given: what stands on standard input.
    """
    _, *arguments = shlex.split(command)
    environment = os.environ | {"COLUMNS": WIDTH, "NO_COLOR": "1", "NEWSCLAIMS_README": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", *arguments],
        input=given, capture_output=True, text=True, check=False, cwd=ROOT, env=environment,
    )  # fmt: skip
    printed = [line.rstrip() for line in done.stdout.rstrip().split("\n")]
    first, last = lines
    shown = printed[first:last]
    if first:
        shown.insert(0, "…")
    if last is not None and last < len(printed):
        shown.append("…")
    print("```console", f"$ {command}", *shown, "```", sep="\n")


def python(code: str) -> None:
    """Run Python code and print it with what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "example.py"
        script.write_text(code, encoding="utf-8")
        done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, cwd=ROOT)
    print("```python", code.strip(), "```", "```text", done.stdout.rstrip(), "```", sep="\n")
