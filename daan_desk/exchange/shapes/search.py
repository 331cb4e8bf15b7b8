"""Which rows of a sheet are its header: rows near the top are weighed by what they say and what is below."""

from __future__ import annotations

import re
from typing import NamedTuple

from daan_desk.domain.sheets import Cell
from daan_desk.exchange.shapes.blocks import Block, block, is_column_numbers, words_over
from daan_desk.exchange.shapes.views import View, is_blank, is_heading, is_number, is_value, is_year
from daan_desk.exchange.shapes.words import ATTACHMENT, INSTRUCTION, NOTE, ORGANISATION, UNIT_LINE, bare, is_total

SAMPLE = 40
LEAST = 1.2
NEAR = 0.35
STRAY = 0.5  # of a list of one column: what is filled less often than this is no column of it
# A header with nothing under it stands near the top and near what is above it; what comes later is a scrap.
LATEST_ALONE, FARTHEST_ALONE = 6, 5
MOST_NAME_ONE = 0.6
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
    return next(found for found in candidates if found.weight >= best.weight - NEAR and found.weight >= LEAST)


def _weighed(view: View, row: int) -> Candidate | None:
    filled = view.filled(row)
    if not filled or is_column_numbers(view, row) or _is_line_of_title(view, row):
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


def _is_line_of_title(view: View, row: int) -> bool:
    """One cell over the whole width, a unit line, a line of labels, a total."""
    filled = view.filled(row)
    column, cell = filled[0]
    merge = view.merge(row, column)
    if len(filled) == 1 and merge is not None and merge.right - merge.left >= 2:
        return True
    texts = [bare(value) for _, value in filled if isinstance(value, str)]
    if len(filled) == 1 and texts and ATTACHMENT.fullmatch(texts[0]):
        return True
    if any(UNIT_LINE.search(text) for text in texts) and len(filled) <= 4:
        return True
    if isinstance(cell, str) and NOTE.match(bare(cell)) and len(filled) <= 4:
        return True
    return any(is_total(text) for text in texts[:2])


def _is_single_column(view: View, cells: list[Cell], below: dict[int, list[Cell]]) -> bool:
    """A list of one column has a header of one cell, if that uses a header's words and the lines below do not."""
    if len(cells) != 1 or not is_heading(cells[0]) or len(_steady(below)) > 1:
        return False
    words = bare(str(cells[0]))
    return len(words) <= 20 and not TITLE.search(words)


def _steady(below: dict[int, list[Cell]]) -> dict[int, list[Cell]]:
    """The columns of the records, without those in which only a total, a signature or a scrap has something."""
    most = max(map(len, below.values()), default=0)
    return {column: cells for column, cells in below.items() if len(cells) > STRAY * most}


def _below(view: View, rows: Block) -> dict[int, list[Cell]]:
    """The filled cells by column in the rows that follow; the same header printed again does not count."""
    found: dict[int, list[Cell]] = {}
    own = [view.filled(row) for row in rows]
    for number in range(rows[-1] + 1, min(rows[-1] + SAMPLE, view.last) + 1):
        filled = view.filled(number)
        for column, cell in filled if filled not in own else ():
            found.setdefault(column, []).append(cell)
    most = max((len(cells) for cells in found.values()), default=0)
    return {column: cells for column, cells in found.items() if len(cells) > 0.1 * most}


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
    return sum(isinstance(cell, str) and _is_label(bare(cell)) for cell in cells) / len(cells)


def _is_label(text: str) -> bool:
    before, colon, after = text.partition(":")
    return bool(colon) and bool(after) and len(before) <= 8 and "(" not in before


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


def first_record(view: View) -> int:
    """Without a header: the first row that reads like a record, after lines of title.

    In a list of organisations a line above that names none is a title too.
    """
    likely = [row for row in view.top if not _is_line_of_title(view, row)] or [view.top[0]]
    naming = [row for row in likely if _names_one(view, row)]
    if len(naming) >= MOST_NAME_ONE * len(likely) and likely.index(naming[0]) < LATEST_ALONE:
        return naming[0]
    return likely[0]


def _names_one(view: View, row: int) -> bool:
    """Whether a row has an organisation's name; a line of labels (填报单位：某公司) has none."""
    texts = [bare(cell) for _, cell in view.filled(row) if isinstance(cell, str)]
    return any(ORGANISATION.search(text) and not _is_label(text) for text in texts)
