"""A finished table on its way to paper, a workbook or the clipboard: plain frozen values, no questions left to ask."""

from __future__ import annotations

from dataclasses import dataclass, field

from daan_desk.domain.fields import Kind


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, how values are shown, its width in half-width characters, whether it is summed."""

    label: str
    kind: Kind
    width: int = 12
    total: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of values (not texts) in the order of the columns, with a title above and notes below."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    notes: tuple[str, ...] = field(default=())

    def sums(self) -> tuple[object, ...]:
        """The sum of every column that is to have one, None for the others."""
        return tuple(
            sum(row[at] for row in self.rows if row[at] is not None) if column.total else None  # type: ignore[misc]
            for at, column in enumerate(self.columns)
        )
