"""Cards of one width: as many beside each other as the window has room for, and no card left alone in a row."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from daan_desk.ui.kit.flow import FlowLayout


def across(count: int, most: int) -> int:
    """How many of `count` cards stand in a row with room for `most`: a divisor where one is near, so that rows fill."""
    fitting = max(1, min(count, most))
    return next((n for n in (fitting, fitting - 1) if n > 1 and count % n == 0), fitting)


class EvenGrid(FlowLayout):
    """`least` is the width below which a card does not go while others stand beside it."""

    def __init__(self, least: int, most: int, spacing: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(spacing, parent)
        self._least, self._most = least, most

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        width = self._most * self._least + (self._most - 1) * self.spacing()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        return QSize(self._least, 0)

    def _places(self, room: QRect) -> list[tuple[QLayoutItem, QRect]]:
        """Where every item that is shown stands; a last row that is not full stretches over the whole width."""
        shown = [item for item in self._items if not item.isEmpty()]
        gap, places, top = self.spacing(), [], room.top()
        columns = across(len(shown), min(self._most, (room.width() + gap) // (self._least + gap)))
        for first in range(0, len(shown), columns):
            row = shown[first : first + columns]
            height = max(item.sizeHint().height() for item in row)
            edges = [room.left() + round(at * (room.width() + gap) / len(row)) for at in range(len(row) + 1)]
            for item, left, right in zip(row, edges, edges[1:], strict=False):
                places.append((item, QRect(left, top, right - gap - left, height)))
            top += height + gap
        return places
