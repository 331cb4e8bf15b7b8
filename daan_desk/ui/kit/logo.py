"""The program's own sign, painted from its drawing at any size."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from daan_desk.ui.kit.icons import folder

FILE = "daan-desk.svg"


def program_icon() -> QIcon:
    """The icon of the window and of the task bar."""
    return QIcon(str(folder() / FILE))


class Logo(QWidget):
    """The sign, `side` pixels wide."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)
        self._drawing = QSvgRenderer(str(folder() / FILE), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._drawing.render(painter, QRectF(self.rect()))
        painter.end()
