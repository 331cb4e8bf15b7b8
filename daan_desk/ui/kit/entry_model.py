"""A sheet of a period as a table model: what is kept, what was typed over it, what is wrong and what looks odd."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from daan_desk.domain.entry_sheets import EntryRow, EntrySheet, Values, readings
from daan_desk.domain.fields import Field

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
NO_SHEET: Final = EntrySheet("", "", "", (), ())
Doubted = Callable[[EntrySheet, EntryRow, Values], Mapping[str, str]]


class EntryModel(QAbstractTableModel):
    """`changed` comes whenever something was typed or put back."""

    changed = Signal()

    def __init__(self, doubted: Doubted, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = NO_SHEET
        self.typed: dict[str, dict[str, str]] = {}
        self._doubted = doubted
        self._problems: dict[str, dict[str, str]] = {}
        self._doubts: dict[str, Mapping[str, str]] = {}

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_sheet(self, sheet: EntrySheet, typed: Mapping[str, Mapping[str, str]] | None = None) -> None:
        """Put a sheet in, with what was typed into it and not yet kept."""
        self.beginResetModel()
        self.sheet = sheet
        self.typed, self._problems, self._doubts = {}, {}, {}
        keys = {row.key for row in sheet.rows}
        for key, cells in (typed or {}).items():
            if key in keys:
                self.typed[key] = dict(cells)
        for row in sheet.rows:
            self._judge(row)
        self.endResetModel()
        self.changed.emit()

    def field(self, column: int) -> Field:
        return self.sheet.fields[column]

    def row(self, number: int) -> EntryRow:
        return self.sheet.rows[number]

    def text(self, row: EntryRow, field: Field) -> str:
        """What stands in a cell: as it was typed, or as the kind shows what is kept."""
        typed = self.typed.get(row.key, {}).get(field.name)
        return field.kind.show(row.values.get(field.name)) if typed is None else typed

    def values(self, row: EntryRow) -> dict[str, object]:
        """The values of a line with what was typed over them."""
        return {**row.values, **readings(self.sheet, self.typed.get(row.key, {}))[0]}

    def problem(self, row: EntryRow, field: Field) -> str:
        return self._problems.get(row.key, {}).get(field.name, "")

    def doubt(self, row: EntryRow, field: Field) -> str:
        return self._doubts.get(row.key, {}).get(field.name, "")

    def is_typed(self, row: EntryRow, field: Field) -> bool:
        return field.name in self.typed.get(row.key, {})

    def counts(self) -> tuple[int, int, int]:
        """Cells typed, cells that cannot be read, cells that look odd."""
        return (
            sum(map(len, self.typed.values())),
            sum(map(len, self._problems.values())),
            sum(map(len, self._doubts.values())),
        )

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Show why cells were refused: “key/field” → sentence."""
        for place, words in problems.items():
            key, _, name = place.rpartition("/")
            self._problems.setdefault(key, {})[name] = words
        self.layoutChanged.emit()
        self.changed.emit()

    # -- what Qt asks -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sheet.fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.field(section).label if orientation == Qt.Orientation.Horizontal else self.row(section).title
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            side = (
                Qt.AlignmentFlag.AlignRight if self.field(section).kind.align == "right" else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Vertical:
            return "\n".join(filter(None, (self.row(section).title, self.row(section).detail)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if self.sheet.closed else usual | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, field = self.row(index.row()), self.field(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(row, field)
        said = [self.problem(row, field), self.doubt(row, field)]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, said)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(filter(None, (row.title, field.label, self.text(row, field), *said)))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if self.sheet.closed or role != Qt.ItemDataRole.EditRole:
            return False
        self.type([(index.row(), index.column(), str(value or ""))])
        return True

    # -- typing -------------------------------------------------------------------------------------------------------

    def type(self, cells: list[tuple[int, int, str]]) -> None:
        """Type texts into cells; what is the same as what is kept counts as not typed."""
        for number, column, text in cells:
            row, field = self.row(number), self.field(column)
            mine = self.typed.setdefault(row.key, {})
            if text.strip() == field.kind.show(row.values.get(field.name)):
                mine.pop(field.name, None)
            else:
                mine[field.name] = text.strip()
            if not mine:
                del self.typed[row.key]
            self._judge(row)
            self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))
        self.changed.emit()

    def _judge(self, row: EntryRow) -> None:
        values, problems = readings(self.sheet, self.typed.get(row.key, {}))
        doubts = self._doubted(self.sheet, row, {**row.values, **values}) if row.values or values else {}
        for kept, found in ((self._problems, problems), (self._doubts, doubts)):
            kept.pop(row.key, None)
            if found:
                kept[row.key] = dict(found)
