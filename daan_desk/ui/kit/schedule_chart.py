"""Lines of time below each other: an outlined bar for what was planned, a filled one for what became of it, today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from daan_desk.domain.schedules import Schedule, Stretch, drawn, stretch
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized

ROW: Final = 48
HEAD: Final = 40
NAMES: Final = 330  # room for a title and what is told of it
GAP: Final = 14
BAR, THIN = 10.0, 4.0
NARROW: Final = 34.0  # pixels of a month below which only every third is named
Index = QModelIndex | QPersistentModelIndex


class ScheduleModel(QAbstractListModel):
    """The schedules as they were handed over, and the months around them."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.today = today
        self.schedules: tuple[Schedule, ...] = ()
        self.shown: Stretch = stretch((), today)

    def show_schedules(self, schedules: Sequence[Schedule]) -> None:
        self.beginResetModel()
        self.schedules, self.shown = tuple(schedules), stretch(schedules, self.today)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.schedules)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        schedule = self.schedules[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return schedule.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join(
                part for part in (schedule.title, schedule.detail, *days(schedule), schedule.words) if part
            )
        return None


def days(schedule: Schedule) -> tuple[str, ...]:
    """Planned and real in words."""
    named = (("计划", schedule.planned), ("实际", schedule.real))
    return tuple(
        f"{word}：{begin or '未定'} 至 {end or '未完'}"
        for word, (begin, end) in named
        if begin is not None or end is not None
    )


class ScheduleDelegate(QStyledItemDelegate):
    """Paints one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(NAMES, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ScheduleModel)
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(area, colour("accent-soft" if state & QStyle.StateFlag.State_Selected else "grey-soft"))
        painter.setPen(colour("hairline"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        schedule = model.schedules[index.row()]
        _words(painter, area, schedule)
        room = QRectF(area.left() + NAMES, area.top(), area.width() - NAMES - GAP, area.height())
        _grid(painter, room, model)
        _bars(painter, room, model, schedule)
        painter.restore()


def _words(painter: QPainter, area: QRectF, schedule: Schedule) -> None:
    lines = ((schedule.title, 14, "text", 5.0), (schedule.words or schedule.detail, 12, "faint", 25.0))
    for text, pixels, role, top in lines:
        painter.setFont(sized(pixels))
        tone = schedule.tone if schedule.words and role == "faint" and schedule.tone != "grey" else role
        painter.setPen(colour(tone))
        room = QRectF(area.left() + GAP, area.top() + top, NAMES - 2 * GAP, 20)
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _grid(painter: QPainter, room: QRectF, model: ScheduleModel) -> None:
    painter.setPen(colour("hairline"))
    for month in model.shown.months:
        x = room.left() + room.width() * model.shown.share(month)
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
    painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DashLine))
    x = room.left() + room.width() * model.shown.share(model.today)
    painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))


def _bars(painter: QPainter, room: QRectF, model: ScheduleModel, schedule: Schedule) -> None:
    planned, real = drawn(schedule, model.today)
    middle = room.center().y()
    if planned:
        painter.setPen(QPen(colour("edge"), 1))
        painter.setBrush(colour("card"))
        painter.drawRoundedRect(_bar(room, model, planned, middle - BAR, BAR * 2), 4, 4)
    if real:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(schedule.tone if schedule.tone != "grey" else "accent"))
        painter.drawRoundedRect(_bar(room, model, real, middle - THIN, THIN * 2), 3, 3)


def _bar(room: QRectF, model: ScheduleModel, of: tuple[date, date], top: float, height: float) -> QRectF:
    left, right = (room.left() + room.width() * model.shown.share(day) for day in of)
    return QRectF(left, top, max(3.0, right - left), height)


class ScheduleHead(QWidget):
    """The months over the lines; years where they begin."""

    def __init__(self, model: ScheduleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schedules = model
        self.setFixedHeight(HEAD)
        model.modelReset.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(NAMES, 0, self.width() - NAMES - GAP, HEAD)
        months = self._schedules.shown.months
        every = 1 if room.width() / max(1, len(months)) >= NARROW else 3
        for at, month in enumerate(months):
            x = room.left() + room.width() * self._schedules.shown.share(month)
            painter.setFont(sized(12))
            if at == 0 or month.month == 1:
                painter.setPen(colour("soft"))
                painter.drawText(QPointF(x + 3, 15), f"{month.year}年")
            if (month.month - 1) % every == 0:
                painter.setPen(colour("faint"))
                painter.drawText(QPointF(x + 3, 33), f"{month.month}月")
        painter.end()


class ScheduleChart(QWidget):
    """`chosen` carries the id of the line that was opened, by click or Enter."""

    chosen = Signal(str)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ScheduleModel(today, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ScheduleDelegate(self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setMouseTracking(True)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        self.head = ScheduleHead(self.model)
        self.head.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.head)
        room.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)

    def show_schedules(self, schedules: Sequence[Schedule]) -> None:
        """These lines instead of those before."""
        self.model.show_schedules(schedules)

    def _open(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.schedules[index.row()].id)
