"""Builds the wheel, installs it into an empty environment and runs its demo there: SQL, TOML and corpus must be inside.

Run by `make wheel`; it needs the package index, so it is no test of the suite.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command and return what it printed; stop with its words where it fails."""
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def main() -> None:
    """Build, install, run; prints the demo's first line."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", place / "dist", ROOT, cwd=place)
        wheel = next((place / "dist").glob("*.whl"))
        venv.create(place / "empty", with_pip=True)
        commands = place / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
        run(commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=place)
        shown = run(commands / "newsclaims", "demo", cwd=place)
        if "The heaviest findings" not in shown:
            sys.exit(f"The demo of the built wheel found nothing:\n{shown}")
        print(f"{wheel.name} in an empty environment: {shown.splitlines()[0]}")


if __name__ == "__main__":
    main()
