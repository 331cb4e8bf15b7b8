"""A card of the first page: rows that lead somewhere, and words where there are none."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.ui.kit.cards import Card, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.rows import Line, LineList
from daan_desk.ui.pages.home import lists


class ListCard(Card):
    """A card with rows that lead somewhere, and words where there are none."""

    def __init__(self, desk: Desk, title: str, nothing: str, height: int) -> None:
        super().__init__(title, " ")
        self.rows, self.nothing = LineList(), label(nothing, "soft")
        self.rows.setAccessibleName(title)
        self.nothing.setWordWrap(True)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.rows, 1)
        self.setFixedHeight(height)
        self._way: lists.Way | None = None
        self.rows.chosen.connect(lambda way: desk.go(*way))
        self.followed.connect(lambda: desk.go(*self._way) if self._way else None)

    def show_lines(self, lines: Sequence[Line], link: str, way: lists.Way | None = None) -> None:
        """Put the rows in; the link leads to all of them."""
        self.rows.show_lines(lines)
        self.rows.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self._way = way
        self.show_link(link if lines and way else "")
