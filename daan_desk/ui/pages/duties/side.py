"""The right side of the board: one officer's enterprises; behind them, whom nobody visits and where too many come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from daan_desk.domain.home import Forgotten
from daan_desk.services.duties import Bearer, Crowd
from daan_desk.ui.kit.cards import Card
from daan_desk.ui.kit.lines_card import widen
from daan_desk.ui.kit.rows import LineList
from daan_desk.ui.pages.duties import lists

WIDEST = 460


class Side(QWidget):
    """`opened` carries a way."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.own, self.tabs = Card(" ", self.tr("还要走访的企业")), QTabWidget()
        self._bearer: Bearer | None = None
        self.waiting = self._list(self.tr("所选干部联系的企业"))
        self.forgotten = self._list(self.tr("久未走访的企业"))
        self.crowds = self._list(self.tr("走访过于集中的企业"))
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.own)
        widen(self.own)
        self.own.body.addWidget(self.tabs, 1)  # one card: side by side below each other they had a row each
        for listed in (self.waiting, self.forgotten, self.crowds):
            self.tabs.addTab(listed, "")
        self.setMaximumWidth(WIDEST)
        self.own.followed.connect(self._follow)

    def show_bearer(self, bearer: Bearer | None) -> None:
        """The officer's enterprises, those that wait first."""
        self._bearer = bearer
        lines = lists.duty_lines(bearer) if bearer else []
        self.waiting.show_lines(lines)
        self.tabs.setTabText(0, self.tr("联系企业 {n}").format(n=len(lines)))
        self.tabs.setCurrentIndex(0)
        self.own.title.setText(self._title(bearer) if bearer else "")
        self.own.show_link(self.tr("还要走访的企业") if bearer and bearer.missing else "")

    def show_others(self, forgotten: Sequence[Forgotten], crowds: Sequence[Crowd]) -> None:
        """Whom nobody visits, and where too many come."""
        self.forgotten.show_lines(lists.forgotten_lines(forgotten))
        self.crowds.show_lines(lists.crowd_lines(crowds))
        self.tabs.setTabText(1, self.tr("久未走访 {n}").format(n=len(forgotten)))
        self.tabs.setTabText(2, self.tr("走访集中 {n}").format(n=len(crowds)))

    def _title(self, bearer: Bearer) -> str:
        rate, words = bearer.rate, self.tr("{name} 已完成 {n}/{m} 家")
        return words.format(name=bearer.name, n=rate.numerator, m=rate.denominator)

    def _list(self, name: str) -> LineList:
        made = LineList()
        made.setAccessibleName(name)
        made.chosen.connect(self.opened)
        return made

    def _follow(self) -> None:
        if self._bearer is not None:
            self.opened.emit(lists.way(self._bearer.question))
