"""The header block: which rows belong to it, and the path of words over every column."""

from __future__ import annotations

from itertools import pairwise

from daan_desk.domain.sheets import Cell, Header, letter
from daan_desk.exchange.shapes.views import View, is_blank, is_number, is_value
from daan_desk.exchange.shapes.words import COLUMN_NUMBER, INSTRUCTION, UNIT, bare, cleaned

DEEPEST = 4
BETWEEN = " / "
Block = tuple[int, ...]


def block(view: View, top: int) -> Block:
    """The header rows that begin with `top`.

    Where cells of the first row are merged downwards, they say how deep it is; else every row below that only divides
    groups of the first one, or gives units, is part of it.
    """
    depths = [merge.bottom for merge in view.tall if merge.top == top and merge.bottom - top < DEEPEST]
    if depths:
        bottom = max(depths)
        while bottom > top and is_column_numbers(view, bottom):
            bottom -= 1
        return tuple(range(top, bottom + 1))
    bottom = top
    while bottom - top < DEEPEST - 2 and (_divides(view, top, bottom + 1) or _gives_units(view, bottom + 1)):
        bottom += 1
    return tuple(range(top, bottom + 1))


def _divides(view: View, top: int, lower: int) -> bool:
    """Whether the row only names parts of what the row above it groups; top: where the header begins."""
    upper = lower - 1
    filled = view.filled(lower)
    if len(view.filled(upper)) < 2 or is_column_numbers(view, lower) or any(is_value(cell) for _, cell in filled):
        return False
    under = dict(filled)
    groups_only = all(column in under for row in range(top, lower) for column, _ in view.filled(row))
    if groups_only and not any((merge := view.merge(upper, column)) and merge.wide for column in under):
        return False
    good = sum(_under_group(view, upper, column, under) for column in under)
    told = sum(isinstance(cell, str) and bool(INSTRUCTION.search(bare(cell))) for cell in under.values())
    return good >= 2 and good >= 0.9 * len(under) and told < 0.5 * len(under)


def _under_group(view: View, upper: int, column: int, under: dict[int, Cell]) -> bool:
    merge = view.merge(upper, column)
    if merge and merge.wide and merge.bottom == upper:
        return True
    if merge:
        return False
    if is_blank(view.cell(upper, column)):
        return _continues(view, upper, column, under)
    for right in range(column + 1, max(under) + 1):
        if view.merge(upper, right) or not is_blank(view.cell(upper, right)):
            return False
        if right in under:
            return True
    return False


def _continues(view: View, upper: int, column: int, under: dict[int, Cell]) -> bool:
    """Whether a blank lies right of an unmerged group's word, of a group that is divided below."""
    for left in range(column - 1, -1, -1):
        if view.merge(upper, left):
            return False
        if not is_blank(view.cell(upper, left)):
            return left in under
    return False


def _gives_units(view: View, row: int) -> bool:
    words = [bare(cell).strip("()") for _, cell in view.filled(row) if isinstance(cell, str)]
    return len(words) >= 2 and len(words) == len(view.filled(row)) and all(UNIT.fullmatch(word) for word in words)


def is_column_numbers(view: View, row: int) -> bool:
    """Whether a row numbers the columns: 甲 乙 1 2 3, (1) (2) (3)=(1)+(2), A B C."""
    words = [bare(_written(cell)) for _, cell in view.filled(row)]
    if len(words) < 3 or not all(COLUMN_NUMBER.fullmatch(word) for word in words):
        return False
    numbers = [int(digits) for word in words if (digits := word.split("=")[0].strip("()")).isdigit()]
    if numbers:
        return (
            len(numbers) >= 2
            and numbers[0] in (0, 1, 2)
            and all(0 < after - before <= 2 for before, after in pairwise(numbers))
        )
    return words[:3] in (["甲", "乙", "丙"], ["A", "B", "C"])


def _written(cell: Cell) -> str:
    return str(int(cell)) if is_number(cell) and float(cell).is_integer() else str(cell)  # type: ignore[arg-type]


def headers(view: View, rows: Block, columns: list[int]) -> tuple[Header, ...]:
    """For every column the words over it, from the outermost group inwards."""
    return tuple(_header(view, rows, column) for column in columns)


def _header(view: View, rows: Block, column: int) -> Header:
    path: list[str] = []
    raw: list[str] = []
    for row in rows:
        cell = _over(view, rows, row, column)
        words = "" if is_blank(cell) else _written(cell)
        if words and (not raw or raw[-1] != words):
            raw.append(words)
            path.append(cleaned(words))
    distinct = [words for at, words in enumerate(path) if words and (at == 0 or words != path[at - 1])]
    return Header(column, letter(column), BETWEEN.join(distinct), "\n".join(raw))


def _over(view: View, rows: Block, row: int, column: int) -> Cell:
    """The cell over a column; an unmerged group reaches over the blanks to its right that are divided below."""
    cell = view.shown(row, column)
    if not is_blank(cell) or row == rows[-1] or view.merge(row, column):
        return cell
    if all(is_blank(view.cell(below, column)) for below in rows if below > row):
        return None
    for left in range(column - 1, -1, -1):
        found = view.shown(row, left)
        if not is_blank(found):
            merge = view.merge(row, left)
            divided = any(not is_blank(view.cell(below, left)) for below in rows if below > row)
            return found if divided and not (merge and merge.wide) else None
    return None


def words_over(view: View, rows: Block) -> dict[int, str]:
    """The columns that have any header words, with them."""
    width = max((len(view.rows[row - 1]) for row in rows if row <= view.last), default=0)
    wide = max((m.right + 1 for row in rows for at in range(width) if (m := view.merge(row, at))), default=0)
    found = {header.column: header.text for header in headers(view, rows, list(range(max(width, wide))))}
    return {column: text for column, text in found.items() if text}
