"""What happened, newest on top: a dot in its tone, a title, the day and who below it, and words where there are any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.colours import colour

RAIL: Final = 24
DOT: Final = 4.5


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened; `key` comes back when its link is followed, `link` "" means there is none."""

    key: object
    title: str
    when: str
    text: str = ""
    tone: str = "accent"
    link: str = ""


class Rail(QWidget):
    """The line and the dot at the left of a moment."""

    def __init__(self, tone: str, last: bool) -> None:
        super().__init__()
        self._tone, self._last = tone, last
        self.setFixedWidth(RAIL)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, top = RAIL / 2 - 4, 11.0
        if not self._last:
            painter.fillRect(QRectF(middle - 1, top + 9, 2, self.height() - 9), colour("line"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._tone))
        painter.drawEllipse(QPointF(middle, top), DOT, DOT)
        painter.end()


class Timeline(QWidget):
    """Moments below each other; `followed` carries the key of the one whose link was pressed."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moments: tuple[Moment, ...] = ()
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(0)
        self._room.addStretch(1)

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show these instead of those before."""
        self.moments = tuple(moments)
        while self._room.count() > 1:
            gone = self._room.takeAt(0).widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        for at, moment in enumerate(self.moments):
            self._room.insertWidget(at, self._row(moment, at == len(self.moments) - 1))

    def _row(self, moment: Moment, last: bool) -> QWidget:
        row, words = QWidget(), QVBoxLayout()
        row.setAccessibleName(f"{moment.when}，{moment.title}")
        words.setContentsMargins(0, 0, 0, 0 if last else 16)
        words.setSpacing(2)
        words.addLayout(self._head(moment))
        for text, look in ((moment.when, "small"), (moment.text, "soft")):
            if text:
                part = label(text, look)
                part.setWordWrap(True)
                words.addWidget(part)
        room = QHBoxLayout(row)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(4)
        room.addWidget(Rail(moment.tone, last))
        room.addLayout(words, 1)
        return row

    def _head(self, moment: Moment) -> QHBoxLayout:
        head, title = QHBoxLayout(), label(moment.title)
        title.setWordWrap(True)
        head.addWidget(title, 1)
        if moment.link:
            link = button(moment.link, "link")
            link.clicked.connect(lambda: self.followed.emit(moment.key))
            head.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return head
