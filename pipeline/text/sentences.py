"""Sentences and clauses of a block, Italian and Chinese, as spans of the text they were given in."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from pipeline.text.script import HAN

_CLOSING = "”’»）)\\]】」』》〉"
# A run of end marks with the closing quotes and brackets that belong to it; line ends; straight quotes are judged apart.
_CANDIDATE = re.compile(rf"(?P<marks>[。！？!?；;…⋯.]+)(?P<closing>[{_CLOSING}\"']*)|(?P<lines>[\r\n\u2028\u2029]+)")
_WORD_BEFORE = re.compile(r"(?<![^\W_])(?:[^\W\d_]+[.’'])*[^\W\d_]+\Z")
_WORD_AFTER = re.compile(r"[\s“‘«\"'（(\[]*([^\W\d_]+)")
_NUMBERING = re.compile(r"\s*[（(]?\d{1,3}\Z")
_ENDED = re.compile(rf"[。！？!?；;….:：][{_CLOSING}\"']*\s*\Z")
_CLAUSE_MARK = re.compile(r"[，；;]|(?<!\d)[,：]|[,：](?!\d)|:(?![\d/])|(?<!\w):(?!/)")
# Behind a closing quote these go on with the sentence: “真的吗？”，他问
_GOES_ON = frozenset("，,、；;：:")
# A line that breaks a sentence is about as long as the longest; a shorter one ends on purpose.
_FULL_LINE = 0.7
# No sentence that was written to be read is as long. One that is longer is read in pieces, so that time stays linear.
_LONGEST_SENTENCE = 1000
# How far back an opening straight quote is looked for; further would make the search quadratic.
_QUOTE_REACH = 1000


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]`, in order, without the white space around them.

    Closing quotes and brackets stay with their sentence. A line's end is a sentence's end unless the line looks
    hard-wrapped: as long as the others and without a final mark. Accepted gap: an abbreviation that is not listed in
    sentences.toml splits when a capital follows.
    """
    wrapped = _wrapped_width(text, start, end)
    sentences: list[tuple[int, int]] = []
    begin = start
    for match in _CANDIDATE.finditer(text, start, end):
        stop = _stop(text, begin, end, match, wrapped)
        if stop is not None:
            _add(sentences, text, begin, stop)
            begin = stop
    _add(sentences, text, begin, end)
    return [piece for sentence in sentences for piece in bounded(text, *sentence)]


def bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The span itself, or where it is longer than any sentence its pieces, cut behind a mark or a space if one is near."""
    pieces: list[tuple[int, int]] = []
    while end - start > _LONGEST_SENTENCE:
        limit = start + _LONGEST_SENTENCE
        marks = [match.end() for match in _CLAUSE_MARK.finditer(text, start, limit)]
        space = text.rfind(" ", start, limit) + 1
        stop = marks[-1] if marks else space if space > start else limit
        _add(pieces, text, start, stop)
        start = stop
    _add(pieces, text, start, end)
    return pieces


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of the sentence `text[start:end]`, each with the comma, colon or semicolon that closes it.

    Never split inside a number (1,2 milioni; 1,100), a time (05:47) or an address. Italian conjunctions such as "mentre"
    and "ma" begin a new clause.
    """
    stops = {match.end() for match in _CLAUSE_MARK.finditer(text, start, end)}
    stops |= {match.start() for match in _conjunction().finditer(text, start, end)}
    found: list[tuple[int, int]] = []
    begin = start
    for stop in [*sorted(stops), end]:
        _add(found, text, begin, stop)
        begin = stop
    return found


def _stop(text: str, begin: int, end: int, match: re.Match[str], wrapped: float) -> int | None:
    """Where the sentence that began at `begin` ends, or None where the candidate ends none."""
    if match["lines"]:
        return None if _breaks_line(text, begin, match, wrapped) else match.end()
    stop = match.end("marks") + _closing_length(text, begin, match)
    return stop if _is_end(text, begin, end, match, stop) else None


def _is_end(text: str, begin: int, end: int, match: re.Match[str], stop: int) -> bool:
    """Whether end marks that reach with their closing quotes to `stop` end a sentence there."""
    marks = match["marks"]
    if text[stop : min(stop + 1, end)] in _GOES_ON:
        return False
    # Chinese set with half-width marks leaves no space behind them: 抢疯了!10万块GPU
    chinese = _han_at(text, match.start() - 1, end) or _han_at(text, stop, end)
    if marks[-1] in "。！？；" or (marks[-1] in "!?…⋯" and chinese):
        return True
    if marks[-1] == ";":
        return _han_at(text, stop, end)
    if stop < end and not text[stop].isspace() and not _han_at(text, stop, end):
        return False
    following = _WORD_AFTER.match(text, stop, end)
    if following and following[1][0].islower():
        return False
    return marks != "." or not _is_abbreviation(text, begin, match.start(), following)


def _closing_length(text: str, begin: int, match: re.Match[str]) -> int:
    """How much of the closing run belongs to the sentence: a straight quote only where one is open."""
    closing = match["closing"]
    begin = max(begin, match.start() - _QUOTE_REACH)
    for index, character in enumerate(closing):
        if character in "\"'" and text.count(character, begin, match.end("marks") + index) % 2 == 0:
            return index
    return len(closing)


def _is_abbreviation(text: str, begin: int, stop: int, following: re.Match[str] | None) -> bool:
    if _NUMBERING.match(text, begin, stop):
        return True
    word = _WORD_BEFORE.search(text, max(begin, stop - 24), stop)
    if word is None:
        return False
    lists = _lists()
    spelled = word[0].lower()
    plain = spelled.rsplit("'", 1)[-1].rsplit("’", 1)[-1]
    if spelled in lists["always_followed"] or plain in lists["always_followed"]:
        return True
    initial = len(plain) == 1 and word[0][-1].isupper()
    if "." in spelled or initial or plain in lists["may_end"]:
        return following is not None and following[1].lower() not in lists["openers"]
    return False


def _breaks_line(text: str, begin: int, match: re.Match[str], wrapped: float) -> bool:
    if text[match.start() : match.end()].replace("\r\n", "\n").count("\n") > 1:
        return False
    line_start = max(text.rfind("\n", begin, match.start()) + 1, begin)
    line = text[line_start : match.start()]
    return bool(wrapped) and len(line) >= wrapped and not _ENDED.search(line)


def _wrapped_width(text: str, start: int, end: int) -> float:
    """From which length on a line of the span may be broken in a sentence; 0 where there is one line only."""
    lines = text[start:end].splitlines()
    return _FULL_LINE * max(map(len, lines)) if len(lines) > 1 else 0


def _han_at(text: str, position: int, end: int) -> bool:
    return 0 <= position < end and bool(HAN.match(text[position]) or text[position] in "“‘「『（《【")


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads(resources.files(__package__).joinpath("sentences.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


@cache
def _conjunction() -> re.Pattern[str]:
    words = "|".join(sorted(_lists()["clause_conjunctions"]))
    return re.compile(rf"(?<=\s)(?:{words})(?=\s)", re.IGNORECASE)
