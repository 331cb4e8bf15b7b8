"""What opens under an editor of days or months: a calendar, and a year of twelve months."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.icons import put_icon


class Popup(QFrame):
    """A frame under its editor that closes on Esc and on a click elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def open_under(self, editor: QWidget) -> None:
        """Under the editor where there is room, above it where there is not."""
        self.open_beside(QRect(editor.mapToGlobal(QPoint(0, 0)), editor.size()))

    def open_beside(self, place: QRect) -> None:
        """Under a place of the screen, or above it."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        under, above = place.bottom() + 3, place.top() - self.height() - 2
        y = under if under + self.height() <= room.bottom() else max(above, room.top())
        self.move(max(room.left(), min(place.left(), room.right() - self.width())), y)
        self.show()


class CalendarPopup(Popup):
    """A month's calendar; Enter or a click takes the day."""

    picked = Signal(date)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setMinimumSize(308, 248)
        self.calendar.clicked.connect(self._taken)
        self.calendar.activated.connect(self._taken)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.calendar)

    def _dress(self) -> None:
        """In our colours: Qt's own weekends are red and its arrows green."""
        quiet = QTextCharFormat()
        quiet.setForeground(colour("soft"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, quiet)
        for name, sign in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            turning = self.calendar.findChild(QToolButton, name)
            if isinstance(turning, QToolButton):
                put_icon(turning, sign)

    def open_at(self, day: date, editor: QWidget) -> None:
        self._dress()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.open_under(editor)
        self.calendar.setFocus()

    def _taken(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(date(day.year(), day.month(), day.day()))


class MonthPopup(Popup):
    """A year and its twelve months."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.year = 0
        self.title = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self.grid = QGridLayout(self)
        self.grid.addWidget(self._button("‹", lambda: self.turn(-1)), 0, 0)
        self.grid.addWidget(self.title, 0, 1, 1, 2)
        self.grid.addWidget(self._button("›", lambda: self.turn(1)), 0, 3)
        for number in range(1, 13):
            button = self._button(self.tr("{n}月").format(n=number), lambda at=number: self._taken(at))
            self.grid.addWidget(button, 1 + (number - 1) // 4, (number - 1) % 4)

    def open_at(self, month: str, editor: QWidget) -> None:
        self.year = int(month[:4])
        self.turn(0)
        self.open_under(editor)

    def turn(self, by: int) -> None:
        self.year += by
        self.title.setText(self.tr("{n} 年").format(n=self.year))

    def _button(self, text: str, pressed: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setMinimumSize(56, 32)
        button.clicked.connect(pressed)
        return button

    def _taken(self, number: int) -> None:
        self.hide()
        self.picked.emit(f"{self.year:04d}-{number:02d}")
