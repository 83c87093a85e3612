"""Regular expressions that give up at once where no match can begin: the engine tries each at every character of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]  # the parsed form of a pattern has no public name
from typing import Any, NamedTuple

_REPEATS = frozenset({_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT})
_ASSERTIONS = frozenset({_constants.ASSERT, _constants.ASSERT_NOT})
_GLOBAL_FLAGS = re.compile(r"\A\(\?[aimsux]+\)")
_CLASSES = {
    _constants.CATEGORY_DIGIT: r"\d",
    _constants.CATEGORY_NOT_DIGIT: r"\D",
    _constants.CATEGORY_SPACE: r"\s",
    _constants.CATEGORY_NOT_SPACE: r"\S",
    _constants.CATEGORY_WORD: r"\w",
    _constants.CATEGORY_NOT_WORD: r"\W",
}


class _Opening(NamedTuple):
    """How the matches of a part begin: with one of the characters of a set, maybe at a word's edge.

    Each item of the set is written as within brackets; the set of `exact` ones does not ignore case.
    """

    any_case: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    at_edge: bool = True
    """Whether all matches that consume something begin at a word's edge."""

    passing: bool | None = None
    """Of matches that consume nothing, whether all stand at a word's edge; None where there are none."""

    def then(self, following: _Opening) -> _Opening:
        """The opening of this part and the one that follows it."""
        if self.passing is None:
            return self
        at_edge = self.at_edge and (self.passing or following.at_edge)
        passing = None if following.passing is None else self.passing or following.passing
        return _Opening(self.any_case | following.any_case, self.exact | following.exact, at_edge, passing)

    def either(self, other: _Opening) -> _Opening:
        """The opening of two alternatives."""
        passing = [p for p in (self.passing, other.passing) if p is not None]
        return _Opening(
            self.any_case | other.any_case,
            self.exact | other.exact,
            self.at_edge and other.at_edge,
            all(passing) if passing else None,
        )

    def written(self) -> str:
        """The opening as a regular expression that consumes nothing."""
        sets = [f"[{''.join(sorted(self.any_case))}]"] if self.any_case else []
        sets += [f"(?-i:[{''.join(sorted(self.exact))}])"] if self.exact else []
        ahead = f"(?={'|'.join(sets)})"
        return rf"\b{ahead}" if self.at_edge else ahead


_NOWHERE = _Opening()
_AT_EDGE = _Opening(passing=True)
_ANYWHERE = _Opening(passing=False)


def compile_quick(regex: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """The compiled expression; it matches the same, but looks first whether its opening stands there.

    That opening is left out where none can be told and where the engine searches for it by itself.
    """
    parsed = _parser.parse(regex, flags)
    whole = parsed.state.flags
    if _compiler._get_literal_prefix(parsed, whole)[0] or _compiler._get_charset_prefix(parsed, whole):
        return re.compile(regex, flags)
    opening = _of_row(parsed, ignoring_case=bool(whole & re.IGNORECASE))
    if opening is None or opening.passing is not None:
        return re.compile(regex, flags)
    without_flags = _GLOBAL_FLAGS.sub("", regex)
    return re.compile(f"{opening.written()}(?:{without_flags})", whole)


def _of_row(row: Iterable[tuple[Any, Any]], *, ignoring_case: bool) -> _Opening | None:
    """How a match of the parts in a row begins; None where it may begin with anything."""
    whole = _ANYWHERE
    for part, value in row:
        found = _of_part(part, value, ignoring_case=ignoring_case)
        if found is None:
            return None
        whole = whole.then(found)
        if whole.passing is None:
            break
    return whole


def _of_part(part: Any, value: Any, *, ignoring_case: bool) -> _Opening | None:
    if part is _constants.AT:
        return _AT_EDGE if value is _constants.AT_BOUNDARY else _ANYWHERE
    if part in _ASSERTIONS:
        return _ANYWHERE
    if part is _constants.LITERAL:
        return _of_set([(part, value)], ignoring_case=ignoring_case)
    if part is _constants.IN:
        return _of_set(value, ignoring_case=ignoring_case)
    if part in _REPEATS:
        found = _of_row(value[2], ignoring_case=ignoring_case)
        return found.either(_ANYWHERE) if found and not value[0] else found
    if part is _constants.BRANCH:
        return _of_branches(value[1], ignoring_case=ignoring_case)
    if part is _constants.SUBPATTERN:
        _, added, removed, inner = value
        ignoring_case = bool(added & re.IGNORECASE) or (ignoring_case and not removed & re.IGNORECASE)
        return _of_row(inner, ignoring_case=ignoring_case)
    return None


def _of_branches(branches: Iterable[Any], *, ignoring_case: bool) -> _Opening | None:
    whole = _NOWHERE
    for branch in branches:
        found = _of_row(branch, ignoring_case=ignoring_case)
        if found is None:
            return None
        whole = whole.either(found)
    return whole


def _of_set(items: Sequence[tuple[Any, Any]], *, ignoring_case: bool) -> _Opening | None:
    written = [_item(kind, value) for kind, value in items]
    if None in written:
        return None
    found = frozenset(item for item in written if item)
    return _Opening(any_case=found, at_edge=False) if ignoring_case else _Opening(exact=found, at_edge=False)


def _item(kind: Any, value: Any) -> str | None:
    """One item of a set of characters as it is written; None for a negation."""
    if kind is _constants.LITERAL:
        return re.escape(chr(value))
    if kind is _constants.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return _CLASSES.get(value) if kind is _constants.CATEGORY else None
