"""A card of the first page: rows that lead somewhere, and words where there are none."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.lines_card import LinesCard
from daan_desk.ui.kit.rows import Line
from daan_desk.ui.pages.home import lists


class ListCard(LinesCard):
    """The first rows of a list; the link leads to all of them."""

    def __init__(self, desk: Desk, title: str, nothing: str, rows: int) -> None:
        super().__init__(title, nothing, " ", rows)
        self._way: lists.Way | None = None
        self.list.chosen.connect(lambda way: desk.go(*way))
        self.followed.connect(lambda: desk.go(*self._way) if self._way else None)

    def show_all(self, lines: Sequence[Line], link: str, way: lists.Way | None = None) -> None:
        """Put the rows in, and the words that lead to all of them."""
        self.show_lines(lines)
        self._way = way
        self.show_link(link if lines and way else "")
