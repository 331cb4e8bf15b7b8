"""A table's rows as the XML of a sheet, written row by row: any length in the same memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from daan_desk.domain.sheets import letter
from daan_desk.domain.tables import Table
from daan_desk.exchange.cells import cell_xml, numeric
from daan_desk.exchange.widths import height

Tick = Callable[[int], None]
TOTAL = "合计"
ROWS_BETWEEN_TICKS = 500
ONE_LINE = 20


def no_tick(done: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands under one sheet's header: the table, and the style numbers of its body and of its totals row.

    wraps: the columns whose texts are wrapped, with their widths; a row of several lines says its height, because
    not every program works it out when it opens a file.
    """

    table: Table
    body: tuple[int, ...]
    totals: tuple[int, ...]
    wraps: tuple[tuple[int, int], ...] = ()

    @property
    def last(self) -> int:
        """The sheet's last row with data in it; the header is row 1."""
        return len(self.table.rows) + 1

    @property
    def label_place(self) -> int | None:
        """Where 合计 stands; None where nothing is summed, no row is there, or every column is a sum."""
        columns = self.table.columns
        if not self.table.rows or not any(column.total for column in columns):
            return None
        return next((at for at, column in enumerate(columns) if not column.total), None)

    @property
    def bottom(self) -> int:
        """The sheet's last row of all."""
        return self.last + (self.label_place is not None)


def rows_xml(filling: Filling, tick: Tick = no_tick) -> Iterator[str]:
    """`<row>` elements from row 2 on: the data, then the totals. `tick` may raise `Cancelled`."""
    columns = filling.table.columns
    letters = [letter(at) for at in range(len(columns))]
    makers = [column.kind.cell for column in columns]
    styles = [f' s="{number}"' for number in filling.body]
    for number, row in enumerate(filling.table.rows, 2):
        cells = [
            cell_xml(f"{place}{number}", style, value if value is None else make(value))
            for place, style, make, value in zip(letters, styles, makers, row, strict=True)
        ]
        yield f'<row r="{number}"{tall(row, filling)}>{"".join(cells)}</row>'
        if number % ROWS_BETWEEN_TICKS == 0:
            tick(number - 1)
    yield totals_xml(filling, letters)
    tick(len(filling.table.rows))


def tall(row: tuple[object, ...], filling: Filling) -> str:
    """The height of a row with texts of several lines, "" for an ordinary one."""
    columns = filling.table.columns
    texts = ((columns[at].kind.show(row[at]), width) for at, width in filling.wraps if row[at] is not None)
    needed = max((height(text, width) for text, width in texts if len(text) * 2 > width or "\n" in text), default=0)
    return f' ht="{needed:g}"' if needed > ONE_LINE else ""


def totals_xml(filling: Filling, letters: Sequence[str]) -> str:
    """The row 合计: sums that follow the filter, with their values in them for readers that do not calculate."""
    label = filling.label_place
    if label is None:
        return ""
    number = filling.bottom
    cells = []
    for at, (place, total) in enumerate(zip(letters, filling.table.sums(), strict=True)):
        style = f' s="{filling.totals[at]}"'
        if at == label:
            cells.append(cell_xml(f"{place}{number}", style, TOTAL))
        elif filling.table.columns[at].total:
            sums = f"SUBTOTAL(109,{place}2:{place}{filling.last})"
            cells.append(f'<c r="{place}{number}"{style}><f>{sums}</f><v>{numeric(total)}</v></c>')
        else:
            cells.append(f'<c r="{place}{number}"{style}/>')
    return f'<row r="{number}" ht="21" customHeight="1">{"".join(cells)}</row>'
