"""The editor of numbers: the unit stands beside it, “1.2亿” and “3500万元” are understood by the kind."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field
from daan_desk.ui.kit.editors_base import Around, Editor


def unit_of(field: Field) -> str:
    """The unit that the field's kind keeps its numbers in, "" where there is none."""
    return str(getattr(field.kind, "unit", "") or "")


class NumberEditor(Editor):
    """A number typed in any usual way; on leaving, it is written as it was understood."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.line = QLineEdit(self)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line.setPlaceholderText(field.hint)
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self.committed)
        self.line.editingFinished.connect(self._tidy)
        self.hold(self.line)
        self._exact: object = None
        self._assumed = ""
        if unit_of(field):
            unit = QLabel(unit_of(field), self)
            unit.setProperty("look", "soft")
            self.row.addWidget(unit)

    def raw(self) -> object:
        return self._exact if self._exact is not None else self.line.text() or None

    def remark(self) -> str:
        """What reading assumed (“约500”) stays said after the number was tidied."""
        return self._assumed or super().remark()

    def fill(self, value: object) -> None:
        self._assumed = ""
        self.line.setText(value if isinstance(value, str) else self.field.kind.show(value))
        # The value is kept as it is until something is typed: its text may be rounded.
        self._exact = value if isinstance(value, int | Decimal) else None

    def _edited(self) -> None:
        self._exact = None
        self._assumed = ""
        self.changed.emit()

    def _tidy(self) -> None:
        if self._exact is not None:
            return
        try:
            value, remark = self.read()
        except Rejected:
            return
        self.fill(value)
        self._assumed = remark
