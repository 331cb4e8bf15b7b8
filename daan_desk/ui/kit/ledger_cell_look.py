"""Colours and laid-out words of a table's cells, worked out once and painted often."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QStaticText

from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized

KEPT = 4_000  # texts: some forty screens full
SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}


class CellLook:
    """Valid until the look is switched.

    Laying out a Chinese text costs as much as everything else in a cell together, so that it is done once per text.
    """

    def __init__(self, pixels: int) -> None:
        self._font = sized(pixels)
        self._metrics = QFontMetrics(self._font)
        self._inks: dict[str, QColor] = {}
        self._texts: dict[tuple[str, int], tuple[QStaticText, int]] = {}

    def ink(self, role: str) -> QColor:
        if role not in self._inks:
            self._inks[role] = colour(role)
        return self._inks[role]

    def write(self, painter: QPainter, area: QRect, text: str, align: str) -> None:
        """One line in the painter's pen, in the middle of the area's height, cut with “…” where it is too long."""
        laid, width = self._laid(text, area.width())
        x = area.x() + (area.width() - width) * SHIFT[align]
        y = area.y() + (area.height() - self._metrics.height()) / 2
        painter.setFont(self._font)
        painter.drawStaticText(QPointF(x, y), laid)

    def _laid(self, text: str, room: int) -> tuple[QStaticText, int]:
        found = self._texts.get((text, room))
        if found is None:
            if len(self._texts) >= KEPT:
                self._texts.clear()
            shown = self._metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
            laid = QStaticText(shown)
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.prepare(font=self._font)
            found = self._texts[(text, room)] = (laid, self._metrics.horizontalAdvance(shown))
        return found
