"""The columns of a sheet as a table: what stands in them, the field each goes to, how certain that is, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from daan_desk.domain.columns import DOUBTFUL, Match
from daan_desk.domain.fields import Ledger
from daan_desk.domain.imports import OVERWRITE
from daan_desk.domain.sheets import Layout
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.pages.imports.grid import NOWHERE, Index
from daan_desk.ui.pages.imports.study import Study
from daan_desk.ui.pages.imports.words import (
    CERTAINTIES,
    NOT_IMPORTED,
    RULES,
    field_words,
    header_words,
    one_line,
    target_words,
)

HEADS = ("表中的列", "例如", "导入到", "把握", "依据", "已有值时")
COLUMN, EXAMPLE, TARGET, CERTAINTY, REASON, RULE = range(6)
PILL = Qt.ItemDataRole.UserRole + 1
CHOICES = Qt.ItemDataRole.UserRole + 2  # (value, words) of an editable cell
EXAMPLES = 3
RANKS = {DOUBTFUL: 0}


class ColumnsModel(QAbstractTableModel):
    """`mapped` carries the place of a column and its field, `ruled` a field and its rule."""

    mapped = Signal(int, str)
    ruled = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matches: tuple[Match, ...] = ()
        self._layout, self._ledger = Layout(""), Ledger("")
        self._rules: dict[str, str] = {}
        self._examples: dict[int, str] = {}

    def show_study(self, study: Study, ledger: Ledger | None) -> None:
        """Show the columns, the doubtful ones first."""
        self.beginResetModel()
        self._layout, self._ledger = study.layout, ledger or Ledger("")
        self.matches = tuple(sorted(study.columns, key=lambda m: (RANKS.get(m.certainty, 1), m.column)))
        self._rules = dict(study.wishes.rules)
        self._examples = {match.column: _examples(study.layout, match.column) for match in self.matches}
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.matches)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADS[section] if across else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.data(CHOICES) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match = self.matches[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(match, index.column())
        if role == PILL and index.column() == CERTAINTY:
            return Pill(*CERTAINTIES.get(match.certainty, (NOT_IMPORTED, "grey")))
        if role == CHOICES:
            return self._choices(match, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return match.field if index.column() == TARGET else self._rules.get(match.field, OVERWRITE)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was chosen; the table changes when it is understood anew."""
        match = self.matches[index.row()]
        if index.column() == TARGET and (value != match.field or match.certainty == DOUBTFUL):
            self.mapped.emit(match.column, str(value))
        elif index.column() == RULE and value != self._rules.get(match.field, OVERWRITE):
            self.ruled.emit(match.field, str(value))
        return True

    def _text(self, match: Match, column: int) -> str:
        if column == COLUMN:
            header = self._layout.headers[match.column]
            return f"{header.letter}  {header_words(header)}".strip()
        if column == EXAMPLE:
            return self._examples[match.column]
        if column == TARGET:
            return self._target(match)
        if column == CERTAINTY:
            return CERTAINTIES.get(match.certainty, (NOT_IMPORTED, ""))[0]
        return match.reason if column == REASON else self._rule(match)

    def _target(self, match: Match) -> str:
        if match.field:
            return target_words(match, self._ledger)
        maybe = field_words(match.suggested, self._ledger)
        return f"可能是“{maybe}”" if maybe else NOT_IMPORTED

    def _rule(self, match: Match) -> str:
        return dict(RULES)[self._rules.get(match.field, OVERWRITE)] if match.field in self._ledger.by_name else ""

    def _choices(self, match: Match, column: int) -> Sequence[tuple[str, str]]:
        if column == RULE:
            return RULES if match.field in self._ledger.by_name else ()
        if column != TARGET:
            return ()
        fields = [(field.name, field.label) for field in self._ledger.fields if field.kept]
        own = [(match.field, target_words(match, self._ledger))] if match.field and "." in match.field else []
        return (("", NOT_IMPORTED), *own, *fields)


def _examples(layout: Layout, place: int) -> str:
    """The first different values of a column."""
    found: dict[str, None] = {}
    for row in layout.rows[:200]:
        text = one_line(row.cells[place])
        if text:
            found[text] = None
        if len(found) == EXAMPLES:
            break
    return "、".join(found)
