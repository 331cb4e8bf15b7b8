"""The tabs of the ledger: lists whose days go by, and which of them a question means."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from daan_desk.domain.questions import Question
from daan_desk.services import issue_lists
from daan_desk.services.issue_lists import Bounds
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.ledger_asking import Asking, Tab
from daan_desk.ui.kit.ledger_control import LedgerControl


class DayLists(QObject):
    """What is nearly due and past its day follows the day and the settings; `known` comes when that changed."""

    known = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.bounds = Bounds(desk.office.today(), desk.office.today())

    @property
    def tabs(self) -> tuple[Tab, ...]:
        return tuple(Tab(name, where) for name, where in issue_lists.tabs(self.bounds))

    def ask(self) -> None:
        """Ask for today's bounds."""
        self.desk.tasks.run(partial(issue_lists.bounds, self.desk.office), then=self._know, owner=self)

    def _know(self, bounds: Bounds) -> None:
        if bounds != self.bounds:
            self.bounds = bounds
            self.known.emit()

    def put(self, control: LedgerControl) -> None:
        """Give the ledger the lists of today."""
        control.tabs = self.tabs
        if control.asking.tab:
            control.ask(control.asking)

    def meant(self, question: Question | None) -> Asking | None:
        """The tab that asks just what the question asks, so that a number opens its list; None where none does."""
        if question is None:
            return None
        at = next((at for at, tab in enumerate(self.tabs) if at and _same(tab.where, question.where)), 0)
        return Asking(question.text, at, (), question.sort) if at else None


def _same(one: object, other: object) -> bool:
    return bool(one) and one == other
