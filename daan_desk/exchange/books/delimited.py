"""Tables in plain text: comma, tab, semicolon or bar between the cells, and what the clipboard brings."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import Literal

from daan_desk.domain.sheets import Row, Sheet
from daan_desk.exchange.books.grid import LAST_ROW, trimmed
from daan_desk.exchange.books.refusals import refusal

DELIMITERS = ",\t;|"
SAMPLE = 60
LONGEST_CELL = 200_000
LONGEST_LINE = 2_000_000
SUSPICIOUS_BREAKS = 60
AS_TEXT = re.compile(r'="([^"]*)"')
GUARDED = re.compile(r"'[=+\-@\t\r].", re.DOTALL)
UNCLOSED = "有引号没有成对，已按普通文字读取，请核对"


def sheets(text: str, name: str) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """One sheet with every cell as text (leading zeros stay), and what to say about it."""
    if text.count("\n") > LAST_ROW or max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise refusal("large")
    delimiter, text = _told_delimiter(text)
    rows = parsed(text, delimiter or best_delimiter(text))
    warnings: tuple[str, ...] = ()
    if rows is None:
        rows, warnings = parsed(text, delimiter or best_delimiter(text), quoted=False) or [], (UNCLOSED,)
    return (Sheet(name, trimmed(rows)),), warnings


def pasted(text: str) -> Sheet:
    """A table from the clipboard: tabs between cells, cells with line breaks in quotes as Excel writes them."""
    rows = parsed(text, "\t" if "\t" in text else best_delimiter(text))
    return Sheet("粘贴的表格", trimmed(rows if rows is not None else parsed(text, "\t", quoted=False) or []))


def parsed(text: str, delimiter: str, quoted: bool = True) -> list[Row] | None:
    """The rows, empty cells None; None where a quote is never closed and would swallow the rest."""
    csv.field_size_limit(LONGEST_CELL)
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    try:
        lines = list(
            csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=delimiter, quoting=quoting)
        )
    except csv.Error as why:
        if not quoted:
            raise refusal("large") from why
        return None
    if quoted and any(cell.count("\n") > SUSPICIOUS_BREAKS for line in lines for cell in line if len(cell) > 200):
        return None
    return [_row(line) for line in lines]


def _row(line: list[str]) -> Row:
    cells = tuple([(_cell(cell) or None) for cell in line])
    return cells if any(cells) else ()


def _cell(cell: str) -> str:
    if GUARDED.match(cell):
        return cell[1:]  # the apostrophe with which our own .csv keeps words from being carried out as a formula
    found = AS_TEXT.fullmatch(cell) if cell.startswith("=") else None
    return found[1] if found else cell


def _told_delimiter(text: str) -> tuple[str, str]:
    """Excel's own first line “sep=;” names the delimiter."""
    found = re.match(r'"?sep=(.)"?\r?\n', text)
    return (found[1], text[found.end() :]) if found else ("", text)


def best_delimiter(text: str) -> str:
    """The sign that cuts the most of the first lines into the same number of several cells; a comma when none does."""
    head = "\n".join(text.splitlines()[:SAMPLE])
    return max(DELIMITERS, key=lambda sign: (_evenness(head, sign), -DELIMITERS.index(sign)))


def _evenness(head: str, delimiter: str) -> float:
    try:
        widths = Counter(len(line) for line in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter) if line)
    except csv.Error:
        return 0.0
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0
    width, count = max(several.items(), key=lambda item: (item[1], item[0]))
    return count / sum(widths.values()) + min(width, 50) / 1000
