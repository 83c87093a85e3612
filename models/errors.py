"""The one tree of errors: each message says what happened, the value, the place and what to do next."""

from __future__ import annotations


class NewsclaimsError(Exception):
    """Anything that a user can act on. `code` is stable and stands in `rejects.reason_code` too."""

    code = "error"


class UsageError(NewsclaimsError):
    """The call was wrong: an unknown option value, a missing file, a query that is none. Exit code 2."""

    code = "usage"


class ArticleRejected(NewsclaimsError):
    """One file or record cannot become an article. It goes to `rejects`; the load goes on."""

    code = "unreadable"

    def __init__(self, message: str, *, code: str = "unreadable") -> None:
        super().__init__(message)
        self.code = code


class HardwareModelError(NewsclaimsError):
    """The hardware model has mistakes: `problems` holds all of them, each with its file, product and key."""

    code = "hardware_model"

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__(f"{len(problems)} mistake(s) in the hardware model:\n" + "\n".join(f"  {p}" for p in problems))


class CheckError(NewsclaimsError):
    """A check's `.sql` file has no header, or its query fails. The message names file and line."""

    code = "check"


class WarehouseError(NewsclaimsError):
    """The warehouse cannot be opened or read. Exit code 3."""

    code = "warehouse"


class WarehouseLocked(WarehouseError):
    """Another process holds the warehouse; the message names it."""

    code = "locked"
