"""走访日历: the visits of a month day by day, with rest and make-up days, and what is still owed beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from daan_desk.domain.facts import Role
from daan_desk.services import duties
from daan_desk.services.duties import CalendarDay
from daan_desk.ui.kit.calendar import MonthCalendar
from daan_desk.ui.kit.cards import Card
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.flow import page_room
from daan_desk.ui.kit.month_grid import Entry
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.pages.calendar.side import WAYS, DayCard, OwedCard, remark

REMEMBERED = "calendar/whose"
MINE, ALL = "mine", "all"


class CalendarPage(Page):
    """A month; the day that is marked has its visits listed at the side."""

    key = "calendar"
    title = "走访日历"
    icon = "calendar-days"
    reads = ("visits", "assignments", "enterprises", "officers", "settings")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        usual = ALL if desk.office.officer.role == Role.OFFICE else MINE
        self.whose = desk.preferences.value(REMEMBERED, usual)
        self.days: dict[date, CalendarDay] = {}
        self.calendar = MonthCalendar(desk.office.today())
        self.chips: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self.of_day, self.owed = DayCard(), OwedCard()
        self._build()
        self._connect()
        self.setFocusProxy(self.calendar.grid)
        self.read()

    def _build(self) -> None:
        whole, left, right = QHBoxLayout(), Card(), QVBoxLayout()
        self.calendar.head.insertLayout(self.calendar.head.count() - 1, self._chips())
        left.body.addWidget(self.calendar, 1)
        right.setSpacing(14)
        for card in (self.of_day, self.owed):
            right.addWidget(card, 1)
        whole.setSpacing(16)
        whole.addWidget(left, 1)
        whole.addLayout(right)
        page_room(self).addLayout(whole, 1)

    def _chips(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for whose, words in ((MINE, self.tr("我的走访")), (ALL, self.tr("全部走访"))):
            chip = QToolButton(self)
            chip.setText(words)
            chip.setCheckable(True)
            chip.setChecked(whose == self.whose)
            chip.setProperty("look", "chip")
            chip.clicked.connect(partial(self.choose, whose))
            self._group.addButton(chip)
            self.chips[whose] = chip
            row.addWidget(chip)
        return row

    def _connect(self) -> None:
        self.calendar.month_turned.connect(self._turned)
        self.calendar.day_opened.connect(self.begin)
        self.calendar.entry_opened.connect(self._open)
        self.calendar.grid.selectionModel().currentChanged.connect(self._show_day)
        for card in (self.of_day, self.owed):
            card.chosen.connect(self._open)
        self.of_day.add.clicked.connect(self._begin_here)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+N"), self, self._begin_here, context=inside)

    # -- what the page is asked ---------------------------------------------------------------------------------------

    def choices(self) -> tuple[Choice, ...]:
        day = self.calendar.grid.day
        words = self.tr("登记 {month} 月 {day} 日的走访").format(month=day.month, day=day.day)
        return (Choice(words, self._begin_here, self.title, "map-pin-check", "Ctrl+N"),)

    def choose(self, whose: str) -> None:
        """My visits or everybody's; remembered."""
        self.whose = whose
        self.desk.preferences.keep(REMEMBERED, whose)
        self.chips[whose].setChecked(True)
        self.read()

    def begin(self, day: date) -> None:
        """The form of a new visit on that day."""
        self.desk.go("visits", Target(fresh={"day": day}))

    def _begin_here(self) -> None:
        self.begin(self.calendar.grid.day)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Ask for the month that is shown."""
        officer = self.desk.office.officer.id if self.whose == MINE else ""
        work = partial(duties.calendar, self.desk.office, self._month(), officer)
        self.desk.tasks.run(work, partial(self._show, self._month(), self.whose), owner=self)

    def _month(self) -> str:
        return f"{self.calendar.grid.days.first:%Y-%m}"

    def _turned(self, _first: date) -> None:
        self.days = {}
        self.read()

    def _show(self, month: str, whose: str, days: Sequence[CalendarDay]) -> None:
        if (month, whose) != (self._month(), self.whose):
            return
        self.days = {day.day: day for day in days}
        remarks = {day.day: remark(day) for day in days if remark(day)}
        self.calendar.show_entries([entry for day in days for entry in self._entries(day)], remarks)
        self.owed.show_month(days)
        self._show_day()

    def _entries(self, day: CalendarDay) -> list[Entry]:
        made = [
            Entry(("visits", one.visit), day.day, one.enterprise_name, WAYS.get(one.way, "accent"))
            for one in day.visits
        ]
        # everybody's duties would hide the visits; they stand at the side
        due = day.due if self.whose == MINE else ()
        word = self.tr("应访 {name}")
        owed = [
            Entry(("enterprises", one.enterprise), day.day, word.format(name=one.enterprise_name), "amber")
            for one in due
        ]
        return made + owed

    def _show_day(self) -> None:
        day = self.calendar.grid.day
        self.of_day.show_day(day, self.days.get(day))

    def _open(self, key: tuple[str, str]) -> None:
        page, record = key
        self.desk.go(page, Target(record=record))
