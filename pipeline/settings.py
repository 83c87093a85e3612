"""What a user adds to a run: hardware files, folders of checks, exchange rates. Kept with the run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any

from models.errors import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """A user's files over the shipped ones, by absolute path."""

    hardware: tuple[Path, ...] = ()
    checks: tuple[Path, ...] = ()
    fx: Path | None = None

    @classmethod
    def of(
        cls,
        *,
        hardware: Sequence[Path | str] | None = None,
        checks: Sequence[Path | str] | None = None,
        fx: Path | str | None = None,
    ) -> Settings:
        """The settings; raises UsageError for a file or folder that does not exist."""
        return cls(
            tuple(_existing(h, "hardware file", folder=False) for h in hardware or ()),
            tuple(_existing(c, "folder of checks", folder=True) for c in checks or ()),
            _existing(fx, "file of exchange rates", folder=False) if fx else None,
        )

    @classmethod
    def from_options(cls, options: Mapping[str, Any]) -> Settings:
        """The settings that a run was saved with; raises UsageError where one of its files is gone."""
        return cls.of(hardware=options.get("hardware"), checks=options.get("checks"), fx=options.get("fx"))

    def as_options(self) -> dict[str, Any]:
        """The settings as a run keeps them, with a hash of each folder of checks and of the rates."""
        return {
            "hardware": [str(h) for h in self.hardware],
            "checks": [str(c) for c in self.checks],
            "fx": str(self.fx) if self.fx else None,
            "contents": _fingerprint(
                [f for c in self.checks for f in sorted(c.glob("*.sql"))] + ([self.fx] if self.fx else [])
            ),
        }


def _existing(path: Path | str, what: str, *, folder: bool) -> Path:
    place = Path(path)
    if not (place.is_dir() if folder else place.is_file()):
        raise UsageError(f"There is no {what} {place}.")
    return place.resolve()


def _fingerprint(paths: Sequence[Path]) -> str:
    digest = sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@cache
def code_version() -> str:
    """The package's version and a hash of what reconciles: it changes with every edit of a shipped check."""
    try:
        release = version("newsclaims")
    except PackageNotFoundError:
        release = "0"
    digest = sha256()
    for package in ("warehouse.checks", "warehouse.schema", "pipeline.reconcile", "pipeline.reconcile.sql"):
        folder = files(package.split(".")[0])
        for part in package.split(".")[1:]:
            folder = folder.joinpath(part)
        for entry in sorted(folder.iterdir(), key=lambda e: e.name):
            if entry.is_file() and entry.name.endswith((".sql", ".py", ".toml")):
                digest.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return f"{release}+{digest.hexdigest()[:12]}"
