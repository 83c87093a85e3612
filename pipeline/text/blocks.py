"""The layout of an article: its title, headings, paragraphs, list items, table rows, quotes, captions and furniture.

Works on plain text by the looks of its lines, for texts with a paragraph a line as for hard-wrapped ones. The patterns
are data (blocks.toml).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import pairwise

from models.records import Block, BlockKind
from pipeline.text.script import to_simplified

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_RULE = re.compile(r"[\s\-=_*~—─━·.|:+]+\Z")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*\Z")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+\S")
# Lines of `key: value` between two rules; a text that merely begins with a rule has none.
FRONT_MATTER = re.compile(
    r"\s*---[ \t]*\r?\n(?P<fields>(?:[A-Za-z_][\w-]*[ \t]*:[^\n]*\n|[ \t#-][^\n]*\n|\r?\n)+?)---[ \t]*(?=\r?\n|\Z)"
)
_PIPE_ROW = re.compile(r"[|｜│].*[|｜│]\s*\Z|[^|｜│]+(?:[|｜│][^|｜│]*){2,}\Z")
_NUMBERED = re.compile(r"[\d一二三四五六七八九十第]")
_PIPE = re.compile(r"[|｜│]")
_GAP = re.compile(r"\t+|[ \u3000\u00a0]{2,}")
_SENTENCE_END = re.compile(r"[。！？!?.…；;：:,，、—~～–\-\U0001f300-\U0001faff][”’»）)\]】」』\"']*\Z")
_INNER_STOP = re.compile(r"[。；！]|[.!?] [A-ZÀ-Ý]")
_FULL_STOP = re.compile(r"[。.；;：:，,、][”’»）)\]】」』\"']*\Z")
_IN_BRACKETS = re.compile(r"[（(].*[）)]\Z")
# Emphasis and brackets around a line of furniture: *Pubblicato il …*, (riproduzione riservata).
_WRAPPING = "*_(（[［ "
# A line of a table of specifications: a short label, a colon and a value that is no sentence.
_LABELLED = re.compile(
    r"[^:：.。!?！？«»\"“”\d\s][^:：.。!?！？«»\"“”]{0,39}[:：]\s*\S.{0,80}(?<![.。!?！？…:：;；,，])"
)
_FEWEST_LABELLED = 3
# Widths count a Chinese character as two columns.
_LONGEST_TITLE = 160
_LONGEST_FURNITURE = 160
_LONGEST_HEADING = 84
_LONGEST_WRAPPED_LINE = 130
_SHORTEST_WRAPPED_LINE = 36
# A wrapped line is at least this full, and so are at least this share of a wrapped text's lines.
_FULL = 0.7
_SHARE_WRAPPED = 0.6


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    kind: BlockKind | None = None
    level: int = 0
    blank_before: bool = False
    indented: bool = False
    width: int = 0


def split_blocks(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of `text` in order, without overlap, white space around them left out.

    `title` is the record's own title: a line equal to it becomes the title block; without one, the first line does if it
    looks like a title. List items and table rows are a block each; `level` is a heading's depth or a list's indentation.
    """
    # The patterns are written in Simplified characters; the conversion keeps every offset.
    lines = _classified(_lines(to_simplified(text)))
    lines = _with_title(lines, to_simplified(title) if title else None)
    lines = _with_spec_lists(lines)
    lines = _with_headings(lines)
    return tuple(
        Block(kind=line.kind or "paragraph", start=line.start, end=line.end, level=line.level)
        for line in _joined(lines)
    )


def _lines(text: str) -> list[_Line]:
    """The lines that hold something; a front matter counts as one line of furniture, a rule of dashes as a blank line."""
    lines: list[_Line] = []
    front = FRONT_MATTER.match(text)
    if front:
        start = front.start() + len(front[0]) - len(front[0].lstrip())
        lines.append(_Line(start, front.end(), "", "furniture"))
    last_end = front.end() if front else 0
    blank = bool(front)
    for match in _LINE.finditer(text, last_end):
        blank = blank or len(_LINE_END.findall(text, last_end, match.start())) > 1
        last_end = match.end()
        stripped = match[0].strip()
        if not stripped or _RULE.match(stripped):
            if lines and not blank and _UNDERLINE.match(stripped) and _may_head(lines[-1]):
                lines[-1] = replace(lines[-1], kind="heading", level=1 if stripped[0] == "=" else 2)
            blank = True
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        indented = start > match.start() and match[0][0] in " \t"
        lines.append(
            _Line(start, start + len(stripped), stripped, blank_before=blank, indented=indented, width=_width(stripped))
        )
        blank = False
    return lines


def _may_head(line: _Line) -> bool:
    return line.kind is None and line.width <= _LONGEST_HEADING and not _FULL_STOP.search(line.text)


def _width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    if text.isascii():
        return len(text)
    widths = "".join(map(unicodedata.east_asian_width, text))  # one of A, F, H, N, Na and W for each
    return len(text) + widths.count("W") + widths.count("F")


def _classified(lines: list[_Line]) -> list[_Line]:
    """Each line with the kind that its own looks tell; table headers by the row that follows them."""
    result = [line if line.kind else _classify(line) for line in lines]
    for index in range(len(result) - 1, 0, -1):
        above, row = result[index - 1], result[index]
        same_columns = len(_cells(above.text)) == len(_cells(row.text)) > 1
        if row.kind == "table" and above.kind is None and same_columns and not row.blank_before:
            result[index - 1] = replace(above, kind="table")
    return [replace(line, kind=None) if _is_lone_row(result, i) else line for i, line in enumerate(result)]


def _is_lone_row(lines: Sequence[_Line], index: int) -> bool:
    """True for a line that looks like a table's but has no other row beside it: a masthead, an enumeration."""
    row = lines[index]
    neighbours = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    return row.kind == "table" and row.text[0] not in "|｜│" and all(other.kind != "table" for other in neighbours)


def _classify(line: _Line) -> _Line:
    text = line.text
    markdown = _MARKDOWN_HEADING.match(text)
    if markdown:
        return replace(line, kind="heading", level=len(markdown[1]))
    if text.startswith(">"):
        return replace(line, kind="quote")
    if len(text) <= _LONGEST_FURNITURE and _matches("furniture", text.lstrip(_WRAPPING)):
        return replace(line, kind="furniture")
    if _matches("captions", text):
        return replace(line, kind="caption")
    if _PIPE_ROW.match(text) or _is_aligned_row(text):
        return replace(line, kind="table")
    if _matches("headings", text) and _may_head(line):
        return replace(line, kind="heading", level=2)
    if _matches("lists", text):
        return replace(line, kind="list")
    return line


def _is_aligned_row(text: str) -> bool:
    """Cells apart by tabs, or by wide gaps where at least two of three or more hold a number."""
    cells = _cells(text)
    if "\t" in text:
        return len(cells) > 1
    return len(cells) > 2 and sum(any(c.isdigit() for c in cell) for cell in cells) > 1


def _cells(text: str) -> list[str]:
    return [cell for cell in (_PIPE if _PIPE_ROW.match(text) else _GAP).split(text) if cell.strip()]


def _with_title(lines: list[_Line], title: str | None) -> list[_Line]:
    candidates = [index for index, line in enumerate(lines) if line.kind in (None, "heading")]
    if not candidates:
        return lines
    if title:
        wanted = "".join(title.split())
        equal = next((i for i in candidates[:5] if "".join(lines[i].text.lstrip("# ").split()) == wanted), None)
        if equal is not None:
            return _marked(lines, equal, "title", 1)
    first = candidates[0]
    line = lines[first]
    before_body = all(other.kind == "furniture" for other in lines[:first])
    has_body = any(other.kind != "furniture" for other in lines[first + 1 :])
    looks = line.kind == "heading" or (line.width <= _LONGEST_TITLE and not _FULL_STOP.search(line.text))
    if before_body and has_body and looks and not _goes_on(lines, first, _wrapped_width(lines)):
        return _marked(lines, first, "title", 1)
    return lines


def _goes_on(lines: Sequence[_Line], index: int, wrapped: float) -> bool:
    """True where the next line continues the sentence: it follows at once, in lower case or behind a full line."""
    if index + 1 >= len(lines):
        return False
    following = lines[index + 1]
    follows = following.kind is None and not following.blank_before
    return follows and (following.text[0].islower() or _is_broken(lines[index], wrapped))


def _with_spec_lists(lines: list[_Line]) -> list[_Line]:
    """Plain lines of a label and a value, several in a row and most of them with a number, become list items."""
    result = list(lines)
    start = 0
    while start < len(lines):
        stop = start
        while stop < len(lines) and lines[stop].kind is None and _LABELLED.fullmatch(lines[stop].text):
            stop += 1
        row = lines[start:stop]
        if len(row) >= _FEWEST_LABELLED and sum(any(c.isdigit() for c in line.text) for line in row) * 2 > len(row):
            result[start:stop] = [replace(line, kind="list") for line in row]
        start = stop + 1
    return result


def _with_headings(lines: list[_Line]) -> list[_Line]:
    """Short plain lines without a final mark, with prose after them, become headings."""
    wrapped = _wrapped_width(lines)
    result = list(lines)
    for index, line in enumerate(lines[:-1]):
        following = lines[index + 1]
        heads = following.kind in ("list", "table") or (following.kind is None and _is_prose(following, wrapped))
        if line.kind is not None and not _is_numbered_heading(lines, index):
            continue
        sentence = any(p.search(line.text) for p in (_SENTENCE_END, _INNER_STOP, _IN_BRACKETS))
        if line.width > _LONGEST_HEADING or sentence or not heads:
            continue
        continues = index > 0 and _belongs(lines[index - 1], lines[index - 1], line, wrapped)
        if not continues and not _goes_on(lines, index, wrapped):
            result[index] = replace(line, kind="heading", level=2)
    return result


def _is_numbered_heading(lines: Sequence[_Line], index: int) -> bool:
    """True for "1. Consumi" or 一、性能 with no other item beside it."""
    item = lines[index].kind == "list" and _NUMBERED.match(lines[index].text)
    beside = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    return bool(item) and all(line.kind != "list" for line in beside)


def _is_prose(line: _Line, wrapped: float) -> bool:
    return (
        bool(_SENTENCE_END.search(line.text))
        or line.width > _LONGEST_HEADING
        or (wrapped > 0 and line.width >= wrapped)
    )


def _is_broken(line: _Line, wrapped: float) -> bool:
    return wrapped > 0 and line.width >= wrapped


def _wrapped_width(lines: Sequence[_Line]) -> float:
    """From which width on a plain line may be broken in a sentence; 0 for a text with a paragraph a line."""
    plain = [line for line in lines if line.kind is None]
    inner = [a for a, b in pairwise(lines) if a.kind is None and b.kind is None and not b.blank_before]
    widest = max((line.width for line in plain), default=0)
    if len(inner) < 2 or not _SHORTEST_WRAPPED_LINE <= widest <= _LONGEST_WRAPPED_LINE:
        return 0
    broken = sum(line.width >= _FULL * widest and not _SENTENCE_END.search(line.text) for line in inner)
    return _FULL * widest if broken >= _SHARE_WRAPPED * len(inner) else 0


def _joined(lines: list[_Line]) -> Iterator[_Line]:
    """The lines with those joined that are one hard-wrapped paragraph, list item or quote."""
    wrapped = _wrapped_width(lines)
    current: _Line | None = None
    last: _Line | None = None
    for line in lines:
        if current is not None and last is not None and _belongs(current, last, line, wrapped):
            current = replace(current, end=line.end)
        else:
            if current is not None:
                yield current
            current = line
        last = line
    if current is not None:
        yield current


def _belongs(current: _Line, last: _Line, line: _Line, wrapped: float) -> bool:
    if line.blank_before or current.kind not in (None, "list", "quote"):
        return False
    if current.kind == "quote":
        return line.kind == "quote" and _is_broken(last, wrapped)
    if line.kind is not None:
        return False
    if current.kind == "list" and line.indented:
        return True
    continued = line.text[0].islower() and not _FULL_STOP.search(last.text) and last.width >= _SHORTEST_WRAPPED_LINE
    return continued or _is_broken(last, wrapped)


def _marked(lines: list[_Line], index: int, kind: BlockKind, level: int) -> list[_Line]:
    return [*lines[:index], replace(lines[index], kind=kind, level=level), *lines[index + 1 :]]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = tomllib.loads(resources.files(__package__).joinpath("blocks.toml").read_text(encoding="utf-8"))
    return {
        name: re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
        for name, patterns in data.items()
    }


def _matches(name: str, text: str) -> bool:
    return _patterns()[name].match(text) is not None
