"""A ledger as Qt sees it: only ids in memory, windows of rows fetched as they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from daan_desk.domain.fields import Field
from daan_desk.domain.questions import Question, Row
from daan_desk.ui.kit.ledger_source import Source

if TYPE_CHECKING:
    from daan_desk.ui.kit.tasks import Tasks

Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole + 1
ID = Qt.ItemDataRole.UserRole + 2
WAITING = Qt.ItemDataRole.UserRole + 3
WINDOW = 100  # rows fetched together
KEPT = 6_000  # rows kept, about 12 MB of a wide ledger
NOWHERE = QModelIndex()
ALIGNMENT = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}


class LedgerModel(QAbstractTableModel):
    """Rows of one question, in its order; a row that is not yet here answers WAITING."""

    answered = Signal(object)  # the Question whose ids are now shown
    edited = Signal(str, str, object)  # id, field, raw value of a quick edit

    def __init__(self, source: Source, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.fields: tuple[Field, ...] = tuple(f for f in source.ledger.fields if f.listed)
        self.question = Question(source.ledger.name)
        self._tasks = tasks
        self._ids: tuple[str, ...] = ()
        self._rows: OrderedDict[str, Row] = OrderedDict()
        self._wanted: list[int] = []  # windows in sight and not here, the newest last
        self._fetching = False

    # -- the question -------------------------------------------------------------------------------------------------

    def ask(self, question: Question) -> None:
        """Show the rows of another question once its ids are known; an older answer that comes late is dropped."""
        self.question = question
        self._tasks.run(partial(self.source.ids, question), partial(self._answer, question), owner=self)

    def refresh(self, changed: Iterable[str] = ()) -> None:
        """Ask again, and forget the rows that were changed (none named: all of them)."""
        changed = tuple(changed)
        if not changed:
            self._rows.clear()
        for id_ in changed:
            self._rows.pop(id_, None)
        self.ask(self.question)

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Put other columns on the table."""
        self.beginResetModel()
        self.fields = tuple(fields)
        self.endResetModel()

    def ids(self) -> tuple[str, ...]:
        return self._ids

    def row_of(self, id_: str) -> int:
        """The row in which that record stands now, -1 where it is not among them."""
        return self._ids.index(id_) if id_ in self._ids else -1

    def _answer(self, question: Question, ids: tuple[str, ...]) -> None:
        if question is not self.question:
            return
        self._wanted.clear()
        if ids == self._ids:  # the same rows: selection and place in the table stay
            self._tell_changed(0, len(ids) - 1)
        else:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
        self.answered.emit(question)

    # -- rows on demand -----------------------------------------------------------------------------------------------

    def row_at(self, row: int) -> Row | None:
        """The row if it is here; if not, it is on its way after this call."""
        found = self._rows.get(self._ids[row])
        if found is None:
            self._want(row // WINDOW)
        return found

    def shown(self, identity: str) -> Row | None:
        """The row of a record as it is shown."""
        return self._rows.get(identity)

    def _want(self, window: int) -> None:
        if window in self._wanted:
            return
        # Only what was asked for last is in sight: while somebody drags the scroll bar the rest has gone by.
        self._wanted = [*self._wanted[-2:], window]
        self._fetch_next()

    def _fetch_next(self) -> None:
        if self._fetching or not self._wanted:
            return
        self._fetching = True
        start = self._wanted[-1] * WINDOW
        ids = tuple(id_ for id_ in self._ids[start : start + WINDOW] if id_ not in self._rows)
        self._tasks.run(partial(self.source.rows, ids), partial(self._came, self._wanted[-1]), owner=self)

    def _came(self, window: int, rows: tuple[Row, ...]) -> None:
        self._fetching = False
        self._rows.update((row.id, row) for row in rows)
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)
        if window in self._wanted:
            self._wanted.remove(window)
        first, last = window * WINDOW, min((window + 1) * WINDOW, len(self._ids)) - 1
        self._tell_changed(first, last)
        self._fetch_next()

    def _tell_changed(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.fields) - 1))

    # -- what Qt asks -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        quick = index.isValid() and self.fields[index.column()].quick
        return flags | Qt.ItemFlag.ItemIsEditable if quick else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        field = self.fields[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return header_of(field)
        if role == Qt.ItemDataRole.ToolTipRole:
            return field.hint or None
        return ALIGNMENT[field.kind.align] if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == ID:
            return self._ids[index.row()]
        field = self.fields[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNMENT[field.kind.align]
        if role not in (Qt.ItemDataRole.DisplayRole, VALUE, WAITING, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row_at(index.row())
        if role == WAITING:
            return row is None
        if row is None:
            return None
        value = row.values.get(field.name)
        return value if role == VALUE else field.kind.show(value)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of a quick edit; the row changes when the act is done, never before."""
        self.edited.emit(self._ids[index.row()], self.fields[index.column()].name, value)
        return True


def header_of(field: Field) -> str:
    """The header of a column: its label, with the unit where the label does not already name it."""
    unit = str(getattr(field.kind, "unit", "") or "")
    return f"{field.label}({unit})" if unit and unit not in field.label else field.label
