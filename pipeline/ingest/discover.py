"""Which files a call of `load` means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from models.errors import UsageError

# A warehouse with its log, lock, backups and parts; what operating systems and editors leave in folders.
_NOT_OURS = re.compile(r"^[.~]|\.duckdb(?:[.-]|$)|^(?:__MACOSX|Thumbs\.db|desktop\.ini)$|~$", re.IGNORECASE)


def discover(paths: Sequence[Path]) -> Iterator[Path]:
    """The files under `paths`, folders recursively and sorted by name, each file once.

    Hidden files, warehouse files and editors' backups in folders are left out; a file that is named itself is always
    given. Links are followed, a folder that contains itself is entered once.

    Raises:
        UsageError: a path does not exist; nothing has been given yet.
    """
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path} does not exist. Name a file or a folder with articles.")
    return _walk(paths)


def _walk(paths: Sequence[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    # A stack instead of recursion: folders may be nested deeper than Python's frames.
    waiting = list(reversed(paths))
    named = set(paths)
    while waiting:
        path = waiting.pop()
        if path not in named and _NOT_OURS.search(path.name):
            continue
        try:
            real = path.resolve(strict=True)
            children = sorted(path.iterdir(), key=lambda child: child.name) if real.is_dir() else None
        except (OSError, RuntimeError):
            # A broken link or a folder without permission: the file, if it is one, is reported when it is read.
            if not path.is_dir():
                yield path
            continue
        if real in seen:
            continue
        seen.add(real)
        if children is None:
            yield path
        else:
            waiting.extend(reversed(children))
