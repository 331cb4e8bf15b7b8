"""The bar over every page: its title, the way into the palette, what is due, the look, and who sits here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.icons import put_icon

HEIGHT = 56
SEARCH_WIDTH = 300


class SearchButton(QPushButton):
    """Looks like a search field; pressing it opens the palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("搜索企业、问题、会议…"))
        self.setProperty("look", "search")
        self.setFixedWidth(SEARCH_WIDTH)
        self.setIconSize(QSize(16, 16))
        self.setAccessibleName(self.tr("搜索，Ctrl+K"))
        put_icon(self, "search")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colour("soft"))
        painter.setFont(sized(13))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, -14, 0), right, "Ctrl+K")
        painter.end()


class BellButton(QToolButton):
    """The number of things that are due, over the bell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.due = 0
        self.setFixedSize(44, 36)
        self.setIconSize(QSize(18, 18))
        put_icon(self, "bell")
        self.show_due(0)

    def show_due(self, count: int) -> None:
        self.due = count
        words = self.tr("有 {n} 件事到期或临近").format(n=count) if count else self.tr("没有到期事项")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.due:
            return
        text = str(self.due) if self.due < 100 else "99+"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(11, bold=True))
        width = max(16.0, painter.fontMetrics().horizontalAdvance(text) + 8.0)
        badge = QRectF(self.width() / 2 + 1, 1, width, 16)
        badge.moveRight(min(badge.right(), self.width() - 1.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("red"))
        painter.drawRoundedRect(badge, 8, 8)
        painter.setPen(colour("on-red"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class TopBar(QFrame):
    """Every press is a signal of its own; the bar itself does nothing."""

    searched = Signal()
    bell_rung = Signal()
    look_switched = Signal()

    def __init__(self, officer: str, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self.setFixedHeight(HEIGHT)
        self.title, self.search, self.bell = label("", "title"), SearchButton(), BellButton()
        self.look, self.officer = self._tool("moon", self.tr("切换深色")), self._tool("user", officer)
        self.officer.setText(officer)
        self.officer.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.officer.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.officer.setMenu(menu)
        self._lay_out()
        self.search.clicked.connect(self.searched)
        self.bell.clicked.connect(self.bell_rung)
        self.look.clicked.connect(self.look_switched)

    def show_look(self, dark: bool) -> None:
        words = self.tr("切换浅色") if dark else self.tr("切换深色")
        put_icon(self.look, "sun" if dark else "moon")
        self.look.setToolTip(words)
        self.look.setAccessibleName(words)

    def _tool(self, icon: str, words: str) -> QToolButton:
        made = QToolButton()
        made.setIconSize(QSize(18, 18))
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        put_icon(made, icon)
        return made

    def _lay_out(self) -> None:
        left, right = QHBoxLayout(), QHBoxLayout()
        left.addWidget(self.title, 1)
        right.addStretch(1)
        for part in (self.bell, self.look, self.officer):
            right.addWidget(part)
        room = QHBoxLayout(self)
        room.setContentsMargins(24, 0, 16, 0)
        room.setSpacing(12)
        room.addLayout(left, 1)
        room.addWidget(self.search)
        room.addLayout(right, 1)
