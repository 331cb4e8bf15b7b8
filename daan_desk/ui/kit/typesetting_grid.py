"""Tables on paper: columns fitted to the page, the header on every page, rows that are never torn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from daan_desk.domain.tables import Column
from daan_desk.ui.kit.measure import Stroke, Words
from daan_desk.ui.kit.paper import UNITS_PER_POINT, Grid
from daan_desk.ui.kit.paper_fonts import Letters
from daan_desk.ui.kit.setter import Setter

Report = Callable[[int, int], object]
SMALLEST: Final = 7.5
PADDING: Final = 3.0 * UNITS_PER_POINT
LEADING: Final = 1.35
TITLE: Final = Letters("title", 18, bold=True)
UNDER: Final = Letters("song", 10.5)


@dataclass(frozen=True, slots=True)
class Fitted:
    """Letters and column widths (units) with which a table fits its page."""

    letters: Letters
    widths: tuple[float, ...]
    least: float = 0  # height of a row

    @property
    def step(self) -> float:
        return self.letters.points * LEADING * UNITS_PER_POINT


Lines = tuple[tuple[str, ...], ...]  # per cell its lines


def fitted(columns: Sequence[Column], room: float, points: float) -> Fitted:
    """The largest letters up to `points` at which the columns' own widths fit; below the smallest the cells wrap."""
    natural = sum(column.width for column in columns) * UNITS_PER_POINT / 2
    free = room - 2 * PADDING * len(columns)
    size = max(SMALLEST, min(points, free / natural))
    share = room / sum(column.width + 2 for column in columns)
    return Fitted(Letters("song", round(size, 1)), tuple((column.width + 2) * share for column in columns))


def place_grid(setter: Setter, block: Grid, report: Report | None = None) -> None:
    """Title, header, rows, sums, notes."""
    table, fit = block.table, fitted(block.table.columns, setter.width, block.points)
    fit = replace(fit, least=block.tall * UNITS_PER_POINT)
    # title, header and the first rows stand together
    setter.need(34 * UNITS_PER_POINT + 4 * (fit.step + 2 * PADDING))
    _title(setter, block)
    bold = Letters(fit.letters.role, fit.letters.points, bold=True)
    head = _cells(setter, [column.label for column in table.columns], fit, bold)
    _row(setter, head, fit, bold)
    for at, row in enumerate(table.rows):
        words = [column.kind.show(value) for column, value in zip(table.columns, row, strict=True)]
        _whole_row(setter, head, _cells(setter, words, fit, fit.letters), (fit, bold, table.columns))
        if report:
            report(at + 1, len(table.rows))
    sums = table.sums()
    if any(value is not None for value in sums):
        words = ["" if v is None else c.kind.show(v) for c, v in zip(table.columns, sums, strict=True)]
        words[0] = words[0] or "合计"
        _whole_row(setter, head, _cells(setter, words, fit, bold), (fit, bold, table.columns))
    setter.y += 4 * UNITS_PER_POINT
    for note in table.notes:
        setter.write(note, Letters("song", 9), pitch=13)


def _title(setter: Setter, block: Grid) -> None:
    if block.titled and block.table.title:
        setter.write(block.table.title, TITLE, align="center", pitch=34)
    if block.under:
        setter.write(block.under, UNDER, align="right", pitch=18)


def _cells(setter: Setter, words: Sequence[str], fit: Fitted, letters: Letters) -> Lines:
    return tuple(
        tuple(setter.measure.lines(text, letters, width - 2 * PADDING))
        for text, width in zip(words, fit.widths, strict=True)
    )


def _whole_row(setter: Setter, head: Lines, cells: Lines, style: tuple[Fitted, Letters, Sequence[Column]]) -> None:
    """Place a row on this page, or on the next one under the header; only what is taller than a page is divided."""
    fit, bold, columns = style
    if setter.left_over < _height(cells, fit):
        setter.turn()
        _row(setter, head, fit, bold)
    while setter.left_over < _height(cells, fit):
        fits = max(1, int((setter.left_over - 2 * PADDING) // fit.step))
        _row(setter, tuple(lines[:fits] for lines in cells), fit, fit.letters, columns)
        cells = tuple(lines[fits:] for lines in cells)
        setter.turn()
        _row(setter, head, fit, bold)
    _row(setter, cells, fit, fit.letters, columns)


def _height(cells: Lines, fit: Fitted) -> float:
    return max(fit.least, max(len(lines) for lines in cells) * fit.step + 2 * PADDING)


def _row(setter: Setter, cells: Lines, fit: Fitted, letters: Letters, columns: Sequence[Column] = ()) -> None:
    """Draw one row; without columns it is the header, whose words stand in the middle."""
    height, x = _height(cells, fit), 0.0
    for at, (lines, width) in enumerate(zip(cells, fit.widths, strict=True)):
        align = columns[at].kind.align if columns else "center"
        setter.draw(Stroke(x, setter.y, width, height))
        top = setter.y + (height - len(lines) * fit.step) / 2
        for number, line in enumerate(lines):
            if not line:
                continue
            base = top + (number + 0.5) * fit.step + setter.measure.metrics(letters).capHeight() / 2
            setter.draw(Words(x + _shift(setter, line, letters, (width, align)), base, line, letters))
        x += width
    setter.y += height


def _shift(setter: Setter, line: str, letters: Letters, place: tuple[float, str]) -> float:
    width, align = place
    free = width - setter.measure.width(line, letters)
    return {"left": PADDING, "right": free - PADDING, "center": free / 2}[align]
