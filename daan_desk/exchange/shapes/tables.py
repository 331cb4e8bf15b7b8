"""Several tables below each other on one sheet, each with a header of its own: every one is looked at by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from daan_desk.domain.sheets import Row, Sheet
from daan_desk.exchange.shapes.views import is_blank, is_heading, is_value
from daan_desk.exchange.shapes.words import bare

FEWEST_HEADS, SAME = 3, 0.5
MOST = 20
MANY = "这张工作表里上下有 {n} 张表，分开读取，这里是第 {first} 至 {last} 行的一张"


def apart(sheet: Sheet) -> tuple[Sheet, ...]:
    """The sheet once for every table on it, the rows of the others blank; rows keep their numbers."""
    starts = list(_starts(sheet.rows))
    if len(starts) < 2 or len(starts) > MOST:
        return (sheet,)
    ends = [*starts[1:], len(sheet.rows)]
    return tuple(_only(sheet, start, end, len(starts)) for start, end in zip([0, *starts[1:]], ends, strict=True))


def _only(sheet: Sheet, start: int, end: int, count: int) -> Sheet:
    blank: Row = ()
    rows = (*[blank] * start, *sheet.rows[start:end])
    words = MANY.format(n=count, first=start + 1, last=end)
    merges = tuple(merge for merge in sheet.merges if start < merge.top <= end)
    return replace(sheet, rows=rows, merges=merges, warnings=(*sheet.warnings, words))


def _starts(rows: tuple[Row, ...]) -> Iterator[int]:
    """Where tables begin, from 0: at the titles over a header whose words are not those of the table before."""
    before: set[str] = set()
    for at, line in enumerate(rows):
        if at and _width(rows[at - 1]) > 1:
            continue
        words = _header_words(line)
        if len(words) < FEWEST_HEADS or not _is_followed(rows, at):
            continue
        if not before or len(words & before) < SAME * min(len(words), len(before)):
            yield _titles_above(rows, at)
            before = words


def _width(line: Row) -> int:
    return len(line) - line.count(None)


def _header_words(line: Row) -> set[str]:
    """The words of a line that is nothing but headers, none for any other."""
    if _width(line) < FEWEST_HEADS:
        return set()
    cells = [cell for cell in line if not is_blank(cell)]
    return {bare(str(cell)) for cell in cells} if all(map(is_heading, cells)) else set()


def _is_followed(rows: tuple[Row, ...], at: int) -> bool:
    """Whether a record stands right below: several cells, one of which is a value."""
    below = rows[at + 1] if at + 1 < len(rows) else ()
    return _width(below) > 1 and any(is_value(cell) for cell in below if not is_blank(cell))


def _titles_above(rows: tuple[Row, ...], at: int) -> int:
    start = at
    while start and _width(rows[start - 1]) == 1:
        start -= 1
    return start
