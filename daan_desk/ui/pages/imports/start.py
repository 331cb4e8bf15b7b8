"""Where an import begins: a place to drop a file, a button to choose one, and the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QProgressBar, QVBoxLayout, QWidget

from daan_desk.services import ledgers
from daan_desk.ui.kit.cards import IconTile, button, label
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.icons import put_icon

MIDDLE = Qt.AlignmentFlag.AlignHCenter


class StartStep(QFrame):
    """chosen: a file is wanted. pasted: the clipboard. template: a blank roster of that ledger."""

    chosen = Signal()
    pasted = Signal()
    template = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._hovered = False
        self.heading = label("", "title")
        self.words = label("", "soft")
        self.choose, self.paste = button(self.tr("选择文件…"), "main"), button(self.tr("粘贴表格"))
        self.blank, self.stop = button(self.tr("没有现成的表？下载空白模板"), "link"), button(self.tr("取消"))
        self.busy = QProgressBar()
        put_icon(self.choose, "folder-open", "on-accent")
        put_icon(self.paste, "clipboard-copy")
        self._lay_out()
        self.choose.clicked.connect(self.chosen)
        self.paste.clicked.connect(self.pasted)
        self.blank.clicked.connect(self._templates)
        self.stop.clicked.connect(self.given_up)
        self.show_waiting()

    def _lay_out(self) -> None:
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedWidth(280)
        self.busy.setAccessibleName(self.tr("正在读取"))
        for part in (self.heading, self.words):
            part.setAlignment(MIDDLE)
            part.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for press in (self.choose, self.paste, self.stop):
            row.addWidget(press)
        row.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(48, 32, 48, 32)
        room.setSpacing(12)
        room.addStretch(2)
        room.addWidget(IconTile("file-up", "accent", 56), 0, MIDDLE)
        for words in (self.heading, self.words):
            room.addWidget(words)
        room.addWidget(self.busy, 0, MIDDLE)
        room.addLayout(row)
        room.addWidget(self.blank, 0, MIDDLE)
        room.addStretch(3)

    def show_waiting(self) -> None:
        """Nothing is open."""
        self.heading.setText(self.tr("把花名册或台账拖到这里"))
        self.words.setText(
            self.tr("Excel、WPS 或文本表格都可以，表头不用改。先给您看程序读懂了什么，确认之后才写入，写入后也能撤销。")
        )
        self._show_busy(busy=False)

    def show_reading(self, name: str) -> None:
        """A file is being read."""
        self.heading.setText(self.tr("正在读取“{name}”…").format(name=name))
        self.words.setText(self.tr("较大的文件需要一会儿，可以先去做别的事。"))
        self._show_busy(busy=True)

    def show_hovered(self, hovered: bool) -> None:
        """A file is held over the page."""
        self._hovered = hovered
        self.update()

    def _show_busy(self, busy: bool) -> None:
        here = any(press.hasFocus() for press in (self.choose, self.paste, self.blank, self.stop))
        for part in (self.busy, self.stop):
            part.setVisible(busy)
        for part in (self.choose, self.paste, self.blank):
            part.setVisible(not busy)
        self.setFocusProxy(self.stop if busy else self.choose)
        if here:  # a button that goes takes no focus along
            self.setFocus()

    def _templates(self) -> None:
        menu = self.template_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.blank.mapToGlobal(self.blank.rect().bottomLeft()))

    def template_menu(self) -> QMenu:
        """A line for every ledger."""
        menu = QMenu(self)
        for each in ledgers.ledgers():
            pick: Callable[[], object] = partial(self.template.emit, each.name)
            put_icon(menu.addAction(each.label, pick), each.icon)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered:
            painter.setBrush(colour("accent-soft"))
        painter.setPen(QPen(colour("accent" if self._hovered else "edge"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(18, 18, -18, -18), 10, 10)
        painter.end()
