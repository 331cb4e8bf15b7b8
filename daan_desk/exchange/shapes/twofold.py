"""Records of two lines under a header of two lines: the second line goes on to the right of the first."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.domain.sheets import DataRow, Header
from daan_desk.exchange.shapes.views import View, is_heading
from daan_desk.exchange.shapes.words import ORGANISATION, bare, cleaned

Heads = tuple[Header, ...]
Records = tuple[DataRow, ...]
FEWEST, MOSTLY = 4, 0.8
TOLD = "表头和每条记录都占两行，第二行接在第一行右边"


def folded(view: View, heads: Heads, records: Records, name: int) -> tuple[Heads, Records, tuple[str, ...]]:
    """Headers and records with both lines beside each other, and that it was done; those of one line as they are.

    name: the column of the names, which stand in every other line only; the header's second line looks like a record.
    """
    lines = records[1:]
    if len(lines) < FEWEST or len(lines) % 2 or not _goes_on(view, records[0], heads):
        return heads, records, ()
    firsts, seconds = lines[::2], lines[1::2]
    if _named(view, firsts, name) < MOSTLY * len(firsts) or _named(view, seconds, name) > (1 - MOSTLY) * len(seconds):
        return heads, records, ()
    end = max(head.column for head in heads) + 1
    words = [cleaned(str(cell)) if cell is not None else "" for cell in records[0].cells]
    below = tuple(Header(end + at, "", word, word) for at, word in enumerate(words) if word)
    own = [at for at, word in enumerate(words) if word]
    joined = [
        first._replace(cells=(*first.cells, *(second.cells[at] for at in own)))
        for first, second in zip(firsts, seconds, strict=True)
    ]
    return (*heads, *below), tuple(joined), (TOLD,)


def _goes_on(view: View, row: DataRow, heads: Heads) -> bool:
    """Whether the first record is the header's second line: words of headers only, over most columns."""
    filled = view.filled(row.number)
    return len(filled) >= max(2, MOSTLY * len(heads) - 1) and all(is_heading(cell) for _, cell in filled)


def _named(view: View, rows: Sequence[DataRow], name: int) -> int:
    cells = [view.cell(row.number, name) for row in rows]
    return sum(isinstance(cell, str) and bool(ORGANISATION.search(bare(cell))) for cell in cells)
