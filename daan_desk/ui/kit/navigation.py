"""The left side of the window: the program's name, pages in groups that fold, a line of status at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.flow import scrolled
from daan_desk.ui.kit.logo import Logo
from daan_desk.ui.kit.navigation_group import LEAST, ROW, SPACING, NavGroup, NavRow, put_height
from daan_desk.ui.kit.page import PageEntry
from daan_desk.ui.kit.preferences import Preferences

WIDTH = 208
BY_KEYS = 9
FOLDED = "navigation.folded"
FEW = 12  # so many rows are in sight on a small screen; of more, only the first and the short groups are open at first
SHORT = 3  # rows of a group that is never worth folding


class Navigation(QFrame):
    """`chosen` carries the key of the page that was clicked; which groups are folded is remembered."""

    chosen = Signal(object)

    def __init__(
        self, name: str, entries: Sequence[PageEntry], preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences, self._here = preferences, ""
        self.setProperty("look", "side")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("导航"))
        self.rows = {entry.key: self._row(number, entry) for number, entry in enumerate(entries, start=1)}
        self.groups = [
            NavGroup(words, [self.rows[entry.key] for entry in some])
            for words, some in groupby(entries, key=lambda entry: entry.group)
        ]
        self.status = label("", "small")
        self.status.setContentsMargins(20, 8, 12, 12)
        self.status.setWordWrap(True)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addLayout(self._head(name))
        self._scroll = self._list()
        room.addWidget(self._scroll, 1)
        room.addWidget(self.status)
        self._fold()

    @property
    def folded(self) -> list[str]:
        """The groups that the officer folded; before the first time, of many pages, the long groups but the first."""
        long = [group.words for group in self.groups[1:] if group.heading is not None and len(group.rows) > SHORT]
        return self._preferences.value(FOLDED, long if len(self.rows) > FEW else [])

    def mark(self, key: str) -> None:
        """Show which page is open; its group opens."""
        self._here = key
        for name, row in self.rows.items():
            row.setChecked(name == key)
        self._fold()
        if key in self.rows:
            self._scroll.ensureWidgetVisible(self.rows[key])

    def _fold(self) -> None:
        """A group is open unless it was folded; that of the open page always is."""
        folded = self.folded
        for group in self.groups:
            group.show_open(group.words not in folded or self._holds_page(group))
        self._close_ranks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._close_ranks()

    def _close_ranks(self) -> None:
        """On a low screen rows are a little less high, if that brings every open group into sight."""
        inside, open_rows = self._scroll.widget(), [row for group in self.groups if group.opened for row in group.rows]
        put_height(self.rows.values(), ROW)
        # what was hidden has its place at once, so that a row can be brought into sight
        inside.adjustSize()
        over = inside.sizeHint().height() - self._scroll.viewport().height()
        less = -(-over // max(len(open_rows), 1))
        if 0 < less <= ROW - LEAST:
            put_height(self.rows.values(), ROW - less)
            inside.adjustSize()

    def _holds_page(self, group: NavGroup) -> bool:
        return self._here in self.rows and self.rows[self._here] in group.rows

    def _wish(self, words: str, opened: bool) -> None:
        group = next(group for group in self.groups if group.words == words)
        if opened or not self._holds_page(group):
            rest = [name for name in self.folded if name != words]
            self._preferences.keep(FOLDED, rest if opened else [*rest, words])
            self._fold()

    def _head(self, name: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(20, 15, 12, 19)
        head.setSpacing(6)
        head.addWidget(Logo(28))
        head.addWidget(label(name, "brand"), 1)
        return head

    def _row(self, number: int, entry: PageEntry) -> NavRow:
        row = NavRow(entry, f"Ctrl+{number}" if number <= BY_KEYS else "")
        row.clicked.connect(partial(self._click, entry.key))
        return row

    def _list(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(10, 0, 10, 8)
        column.setSpacing(SPACING)
        for group in self.groups:
            group.wished.connect(self._wish)
            column.addWidget(group)
        column.addStretch(1)
        return scrolled(inside)

    def _click(self, key: str) -> None:
        self.rows[key].setChecked(True)
        self.chosen.emit(key)
