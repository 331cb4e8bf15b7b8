"""How wide a workbook's columns must be for Chinese: a full-width character takes two places."""

from __future__ import annotations

from daan_desk.domain.tables import Column, Table

NARROWEST = 6
WIDEST = 48
FILTER_BUTTON = 3
SAMPLED = 2_000
LINE = 14.5
TALLEST = 409


def places(text: str) -> int:
    """The places that the longest line of a text takes (GBK's bytes are the places of a Chinese typeface)."""
    if text.isascii() and "\n" not in text:
        return len(text)
    return max((len(line.encode("gbk", "replace")) for line in text.split("\n")), default=0)


def height(text: str, width: int, line: float = LINE) -> float:
    """The height in points that a wrapped text needs in a column of that width; Excel allows 409."""
    lines = sum(max(1, -(-places(part) // max(width - 1, 1))) for part in text.split("\n"))
    return min(lines * line + 4, TALLEST)


def column_widths(table: Table) -> tuple[int, ...]:
    """The width of every column from its header and its values; of long tables evenly spread rows are looked at."""
    rows = table.rows[:: max(1, len(table.rows) // SAMPLED)]
    sums = table.sums()
    return tuple(
        width(column, [column.kind.show(row[at]) for row in (*rows, sums) if row[at] is not None])
        for at, column in enumerate(table.columns)
    )


def width(column: Column, texts: list[str]) -> int:
    """One column's width: room for the header with its filter button, and for the values as far as a page allows."""
    longest = max((places(text) for text in texts), default=0)
    wanted = max(places(column.label) + FILTER_BUTTON, longest + 2, NARROWEST)
    return min(wanted, max(WIDEST, places(column.label) + FILTER_BUTTON))
