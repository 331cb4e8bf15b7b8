"""What the navigation is made of: rows of 40 pixels, and headings under which rows fold away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.page import PageEntry

SPACING = 2
ROW, LEAST = 40, 35  # pixels of a row, and on a low screen


class NavRow(QPushButton):
    """One page: 40 pixels high, marked while the page is open."""

    def __init__(self, entry: PageEntry, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(entry.title, parent)
        self._icon_name = entry.icon
        self.setProperty("look", "nav")
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setIconSize(QSize(18, 18))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(entry.title)
        if keys:
            self.setToolTip(f"{entry.title}　{keys}")
        self.toggled.connect(self._tint)
        self._tint(False)

    def _tint(self, here: bool) -> None:
        put_icon(self, self._icon_name, "accent" if here else "soft")


def put_height(rows: Iterable[NavRow], height: int) -> None:
    """Give all rows one height."""
    for row in rows:
        row.setFixedHeight(height)


class NavHeading(QPushButton):
    """The word over a group; click, Space and Enter fold it, the arrows open and close it (`wished` carries open)."""

    wished = Signal(bool)

    def __init__(self, words: str, pages: int, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words, self._pages, self._open = words, pages, True
        self.setProperty("look", "group")
        self.setAutoDefault(True)
        self.setIconSize(QSize(14, 14))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.wished.emit(not self._open))
        self.show_open(True)

    def show_open(self, opened: bool) -> None:
        """Say by arrow, tooltip and spoken name whether the rows can be seen."""
        self._open = opened
        put_icon(self, "chevron-down" if opened else "chevron-right", "faint")
        said = self.tr("已展开") if opened else self.tr("已收起，共 {n} 页").format(n=self._pages)
        self.setAccessibleName(f"{self._words}，{said}")
        self.setToolTip(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self.wished.emit(wanted)


class NavGroup(QWidget):
    """A heading (none for pages without a group) over its rows."""

    wished = Signal(str, bool)

    def __init__(self, words: str, rows: Sequence[NavRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.rows, self.opened = words, tuple(rows), True
        self.heading = NavHeading(words, len(rows)) if words else None
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(SPACING)
        if self.heading is not None:
            room.addWidget(self.heading)
            self.heading.wished.connect(self._pass_on)
        for row in self.rows:
            room.addWidget(row)

    def show_open(self, opened: bool) -> None:
        """Show the rows, or only the heading."""
        self.opened = opened or self.heading is None
        for row in self.rows:
            row.setVisible(self.opened)
        if self.heading is not None:
            self.heading.show_open(self.opened)

    def _pass_on(self, opened: bool) -> None:
        self.wished.emit(self.words, opened)
