"""Editors of days and months: typed in passing, stepped with the arrow keys, or picked from a popup."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Context, Field
from daan_desk.ui.kit.editors_base import Around, Editor
from daan_desk.ui.kit.editors_popup import CalendarPopup, MonthPopup
from daan_desk.ui.kit.editors_spoken import spoken_day, spoken_month, stepped_month
from daan_desk.ui.kit.editors_words import text_of

WEEKDAYS = "一二三四五六日"


class TimeEditor(Editor):
    """What the editors of days and months share: a line, a button with a popup, tidying on leaving."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(field.hint or self.example())
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self.committed)
        self.line.editingFinished.connect(self.tidy)
        self.hold(self.line)
        self.opener(self.line, "calendar", self.tr("打开日历（F4）"))

    def example(self) -> str:
        raise NotImplementedError

    def step(self, by: int) -> None:
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_F4 or (alt and key == Qt.Key.Key_Down):
            self.open_popup()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def context(self) -> Context:
        return Context(year=self.around.today.year)

    def fill(self, value: object) -> None:
        self.line.setText(text_of(self.field, value))

    def take(self, value: object) -> None:
        """A value that the officer picked: shown, and told."""
        self.fill(value)
        self._edited()

    def tidy(self) -> None:
        """Write the value as it was understood; what cannot be read stays as it was typed."""
        try:
            self.fill(self.read().value)
        except Rejected:
            return

    def _edited(self) -> None:
        self.changed.emit()


class DayEditor(TimeEditor):
    """A day; its weekday stands beside it."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.weekday = QLabel(self)
        self.weekday.setProperty("look", "soft")
        self.row.addWidget(self.weekday)
        self.weekday.hide()
        self._popup: CalendarPopup | None = None
        self.line.textChanged.connect(self._say_weekday)

    def example(self) -> str:
        return self.tr("如 3.5、11-20、今天")

    def raw(self) -> object:
        return spoken_day(self.line.text(), self.around.today) or None

    def day(self) -> date | None:
        """The day that stands here, None where there is none or it cannot be read."""
        try:
            value = self.read().value
        except Rejected:
            return None
        return value if isinstance(value, date) else None

    def step(self, by: int) -> None:
        day = self.day()
        self.take(day + timedelta(days=by) if day else self.around.today)

    def open_popup(self) -> None:
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.picked.connect(self.take)
        self._popup.open_at(self.day() or self.around.today, self)

    def _say_weekday(self) -> None:
        day = self.day()
        self.weekday.setText(f"周{WEEKDAYS[day.weekday()]}" if day else "")
        self.weekday.setVisible(day is not None)


class MonthEditor(TimeEditor):
    """A month, kept as “2024-05”."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self._popup: MonthPopup | None = None

    def example(self) -> str:
        return self.tr("如 2024-05、5月、上月")

    def raw(self) -> object:
        return spoken_month(self.line.text(), self.around.today) or None

    def month(self) -> str:
        """The month that stands here, "" where there is none or it cannot be read."""
        try:
            return str(self.read().value or "")
        except Rejected:
            return ""

    def step(self, by: int) -> None:
        month = self.month()
        self.take(stepped_month(month, by) if month else f"{self.around.today:%Y-%m}")

    def open_popup(self) -> None:
        if self._popup is None:
            self._popup = MonthPopup(self)
            self._popup.picked.connect(self.take)
        self._popup.open_at(self.month() or f"{self.around.today:%Y-%m}", self)
