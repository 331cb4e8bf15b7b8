"""A card with a short list: rows that stand under the title, and a sentence where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daan_desk.ui.kit.cards import MARGIN, Card, label
from daan_desk.ui.kit.rows import INSET, ROW, Line, LineList

EDGE: Final = MARGIN - INSET  # rows have a ground of their own when pointed at: their words stand under the title


def widen(card: Card) -> None:
    """Let the ground of a card's rows reach out, so that their words stand under the title."""
    card.body.setContentsMargins(EDGE, 14, EDGE, 14)
    card.head.setContentsMargins(INSET, 0, INSET, 0)


def inset(part: QWidget) -> QHBoxLayout:
    """Room in a widened card for what is no row."""
    room = QHBoxLayout()
    room.setContentsMargins(INSET, 0, INSET, 0)
    room.addWidget(part)
    return room


class LinesCard(Card):
    """With `rows` it has room for so many and shows no more, the link leads to all; without, it takes what it gets."""

    def __init__(self, title: str, nothing: str, link: str = "", rows: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(title, link, parent)
        self.list, self.nothing, self._rows = LineList(), label(nothing, "soft"), rows
        self.list.setAccessibleName(title)
        widen(self)
        self.nothing.setContentsMargins(INSET, 0, INSET, 0)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter if rows else Qt.AlignmentFlag.AlignTop)
        for part in (self.list, self.nothing):
            self.body.addWidget(part, 1)
            if rows:
                part.setFixedHeight(rows * ROW)
        if rows:
            self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """These lines instead of those before."""
        self.list.show_lines(lines[: self._rows] if self._rows else lines)
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
