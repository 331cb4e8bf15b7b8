"""What stands beside the month: the visits of the marked day, and the enterprises that still wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from daan_desk.services.duties import CalendarDay, Entry
from daan_desk.ui.kit.cards import Card, button, label
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.lines_card import inset, widen
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import INSET, Line, LineList
from daan_desk.ui.kit.words import weekday

WIDTH = 330
WAYS = {"实地": "green", "电话": "grey", "座谈": "accent", "视频": "accent", "驻企": "violet"}


class SideCard(Card):
    """A list, or a sentence where it is empty; `chosen` carries (page, record) of the line."""

    chosen = Signal(object)

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.setFixedWidth(WIDTH)
        self.list, self.nothing = LineList(), label(nothing, "soft")
        self.list.setAccessibleName(name)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setWordWrap(True)
        widen(self)
        self.nothing.setContentsMargins(INSET, 0, INSET, 0)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.nothing, 1)
        self.list.chosen.connect(self.chosen)

    def show_lines(self, title: str, lines: Sequence[Line]) -> None:
        """These lines instead of those before."""
        self.title.setText(title)
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)


class DayCard(SideCard):
    """The visits of one day, and the button for another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("这天的走访", "这天没有走访记录", parent)
        self.add = button(self.tr("登记这天的走访"), "main")
        self.add.setToolTip(self.tr("登记这天的走访（Ctrl+N）"))
        put_icon(self.add, "plus", "on-accent")
        self.body.addLayout(inset(self.add))

    def show_day(self, day: date, known: CalendarDay | None) -> None:
        """The day with its name; None where its month is still being read."""
        words = self.tr("{month}月{day}日 周{week}").format(month=day.month, day=day.day, week=weekday(day.weekday()))
        lines = [_visit_line(one) for one in known.visits] if known else []
        self.show_lines(f"{words}　{kind_of(known)}".strip() if known else words, lines)


class OwedCard(SideCard):
    """The enterprises that still wait for their visit in the month that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("还应走访", "这个月没有还应走访的企业", parent)

    def show_month(self, days: Sequence[CalendarDay]) -> None:
        """By the day on which the visit makes sense."""
        lines = [_due_line(one) for day in days for one in day.due]
        self.show_lines(self.tr("还应走访 {n} 家次").format(n=len(lines)), lines)


def remark(day: CalendarDay) -> str:
    """休 or 班 with the holiday's name where the day is not as its weekday says, else ""."""
    weekend = day.day.weekday() >= 5
    if day.working and weekend:
        return f"班 {day.holiday}".strip()
    if not day.working and (day.holiday or not weekend):
        return f"休 {day.holiday}".strip()
    return ""


def kind_of(day: CalendarDay) -> str:
    """The remark, or in words whether the day is worked."""
    return remark(day) or ("工作日" if day.working else "休息日")


def _visit_line(one: Entry) -> Line:
    pill = Pill(one.way, WAYS.get(one.way, "accent"))
    return Line(("visits", one.visit), one.enterprise_name, one.officer, pill)


def _due_line(one: Entry) -> Line:
    key = "enterprises", one.enterprise
    return Line(key, one.enterprise_name, one.officer, mark=f"{one.day.day}日", tone="amber")
