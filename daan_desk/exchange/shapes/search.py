"""Which rows of a sheet are its header: rows near the top are weighed by what they say and what is below."""

from __future__ import annotations

import re
from typing import NamedTuple

from daan_desk.domain.sheets import Cell
from daan_desk.exchange.shapes.blocks import Block, block, is_column_numbers, words_over
from daan_desk.exchange.shapes.lines import is_label, is_line_of_title
from daan_desk.exchange.shapes.views import View, is_blank, is_heading, is_number, is_value, is_year
from daan_desk.exchange.shapes.words import INSTRUCTION, NOTE, bare

SAMPLE = 40
LEAST = 1.2
NEAR = 0.35
ALSO = 2.0  # groups over a header say little of their own: “其中” may cost so much
FEW = 2
STRAY = 0.5  # of a list of one column: what is filled less often than this is no column of it
# A header with nothing under it stands near the top and near what is above it; what comes later is a scrap.
LATEST_ALONE, FARTHEST_ALONE = 6, 5
TITLE = re.compile(r"(?:名单|名录|名册|统计|台账|清单|目录|[^\W\d]{2}表)(?:[（(].*[)）])?$")


class Candidate(NamedTuple):
    """A possible header and its weight."""

    rows: Block
    weight: float


def find(view: View) -> Candidate | None:
    """The likeliest header, None when no row reads like one."""
    candidates = [found for row in view.top if (found := _weighed(view, row)) is not None]
    if not candidates:
        return None
    best = max(candidates, key=lambda found: found.weight)
    if best.weight < LEAST:
        return None
    first = next(found for found in candidates if found.weight >= best.weight - NEAR and found.weight >= LEAST)
    return next((found for found in candidates if _begins(view, found, first)), first)


def _begins(view: View, found: Candidate, first: Candidate) -> bool:
    """Whether a candidate is the same header with its row of groups, or the same one printed further up."""
    if found.weight < LEAST or found.rows[0] >= first.rows[0]:
        return False
    grouped = found.rows[-len(first.rows) :] == first.rows and found.weight >= first.weight - ALSO
    return grouped or _printed(view, found) == _printed(view, first)


def _printed(view: View, found: Candidate) -> dict[int, str]:
    return {column: bare(str(cell)) for row in found.rows for column, cell in view.filled(row)}


def _weighed(view: View, row: int) -> Candidate | None:
    filled = view.filled(row)
    if not filled or is_column_numbers(view, row) or is_line_of_title(view, row):
        return None
    rows = block(view, row)
    words = words_over(view, rows)
    cells = [cell for at in rows for _, cell in view.filled(at)]
    values = sum(map(is_value, cells)) / len(cells)
    below = _below(view, rows)
    if not below and _is_scrap(view, row):
        return None
    if values > 0.34 or not words or (len(words) < 2 and not _is_single_column(view, cells, below)):
        return None
    below = _steady(below) if len(words) == 1 else below
    weight = 2 * _coverage(words, below) + 2.5 * _headings(cells) - 4 * values
    weight -= 3 * _labels(cells) + 2 * (1 - len(set(words.values())) / len(words)) + 2 * _told(cells)
    weight -= 2.5 * _repeated(view, rows, words, below)
    weight += _contrast(words, below) + min(len(words), 10) * 0.08 - 0.02 * view.top.index(row)
    return Candidate(rows, weight)


def _is_scrap(view: View, row: int) -> bool:
    """Whether a row with nothing below it stands far down, or alone after many blank rows."""
    at = view.top.index(row)
    return at >= LATEST_ALONE or (at > 0 and row - view.top[at - 1] > FARTHEST_ALONE)


def _is_single_column(view: View, cells: list[Cell], below: dict[int, list[Cell]]) -> bool:
    """A list of one column has a header of one cell, if that uses a header's words and the lines below do not."""
    if len(cells) != 1 or not is_heading(cells[0]) or len(_steady(below)) > 1:
        return False
    words = bare(str(cells[0]))
    return len(words) <= 20 and "。" not in words and not TITLE.search(words)


def _steady(below: dict[int, list[Cell]]) -> dict[int, list[Cell]]:
    """The columns of the records, without those in which only a total, a signature or a scrap has something."""
    most = max(map(len, below.values()), default=0)
    few = most <= FEW  # of so few rows nobody can tell a scrap
    return {column: cells for column, cells in below.items() if few or len(cells) > STRAY * most}


def _below(view: View, rows: Block) -> dict[int, list[Cell]]:
    """The filled cells by column in the rows that follow; the same header printed again and notes do not count."""
    found: dict[int, list[Cell]] = {}
    own = [view.filled(row) for row in rows]
    for number in range(rows[-1] + 1, min(rows[-1] + SAMPLE, view.last) + 1):
        filled = view.filled(number)
        for column, cell in () if filled in own or _is_note(filled) else filled:
            found.setdefault(column, []).append(cell)
    most = max((len(cells) for cells in found.values()), default=0)
    return {column: cells for column, cells in found.items() if len(cells) > 0.1 * most}


def _is_note(filled: list[tuple[int, Cell]]) -> bool:
    return 0 < len(filled) <= 2 and isinstance(filled[0][1], str) and bool(NOTE.match(bare(filled[0][1])))


def _coverage(words: dict[int, str], below: dict[int, list[Cell]]) -> float:
    if not below:
        return 0.8
    return sum(column in words for column in below) / len(below)


def _headings(cells: list[Cell]) -> float:
    return sum(_heads(cell) for cell in cells) / len(cells)


def _heads(cell: Cell) -> float:
    """Latin names weigh less: codes of a database stand beside the Chinese header, not in its place."""
    if is_heading(cell):
        return 0.7 if str(cell).isascii() else 1.0
    return float(is_year(cell))


def _labels(cells: list[Cell]) -> float:
    """Cells such as 填报单位：经信局, which name one thing and give it too."""
    return sum(isinstance(cell, str) and is_label(bare(cell)) for cell in cells) / len(cells)


def _told(cells: list[Cell]) -> float:
    """Cells that tell how to fill in, and whole sentences."""
    return sum(isinstance(cell, str) and _tells(cell) for cell in cells) / len(cells)


def _tells(text: str) -> bool:
    words = bare(text)
    return (bool(INSTRUCTION.match(words)) and len(words) > 1) or (len(words) > 25 and "。" in text)


def _repeated(view: View, rows: Block, words: dict[int, str], below: dict[int, list[Cell]]) -> float:
    """How many of the words come again in their own column, as categories do and headers do not."""
    again = 0
    for column in words:
        own = view.shown(rows[-1], column)
        again += not is_blank(own) and sum(cell == own for cell in below.get(column, ())) > 0
    return again / len(words)


def _contrast(words: dict[int, str], below: dict[int, list[Cell]]) -> float:
    """How many columns have words on top of numbers, days and codes."""
    shared = [column for column in words if column in below]
    if not shared:
        return 0.0
    unlike = sum(sum(map(_is_recorded, below[column])) > 0.5 * len(below[column]) for column in shared)
    return 1.5 * unlike / len(shared)


def _is_recorded(cell: Cell) -> bool:
    return is_number(cell) or is_value(cell)
