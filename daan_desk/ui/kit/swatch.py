"""The little square or line of a legend, in the colour of its role."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from daan_desk.ui.kit.colours import colour


class Swatch(QWidget):
    """A square, or a short line for a series that is drawn as a line."""

    def __init__(self, role: str, line: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._line = role, line
        self.setFixedSize(16 if line else 10, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._role))
        box = QRectF(0, 4.5, 16, 3) if self._line else QRectF(0, 1, 10, 10)
        painter.drawRoundedRect(box, 2, 2)
        painter.end()
