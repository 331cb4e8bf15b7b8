"""问题诉求: ledger and board, one issue at a time, and every move of its life."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from daan_desk.domain.issues import MOVES
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_setup import LedgerSetup
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.kit.view_switch import ViewSwitch
from daan_desk.ui.pages.issues.board import Board
from daan_desk.ui.pages.issues.form import TERMS, IssueForm
from daan_desk.ui.pages.issues.lists import DayLists
from daan_desk.ui.pages.issues.moving import Moving
from daan_desk.ui.pages.issues.sheet_view import SheetView
from daan_desk.ui.pages.issues.slip import SlipDoor
from daan_desk.ui.pages.issues.source import GRADES, IssueSource, arranged
from daan_desk.ui.pages.issues.switch import VIEWS

REMEMBERED = "issues/view"


class IssuesPage(Page):
    """Three faces: the ledger, the board, and one issue in full."""

    key = "issues"
    title = "问题诉求"
    icon = "circle-alert"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.source = IssueSource(desk.office, arranged())
        self.lists = DayLists(desk, self)
        self.moving = Moving(desk, Around(self.source, desk.tasks), self)
        self.slips = SlipDoor(desk, self)
        self.view = desk.preferences.value(REMEMBERED, "ledger")
        # asked first: its answer is there before the first counts of the tabs are asked for
        self.lists.ask()
        self.ledger = LedgerPage(desk, "issues", self._setup(), self)
        self.switches = ViewSwitch(VIEWS), ViewSwitch(VIEWS)
        self.board = Board(desk, self.source, self.switches[1])
        self.sheet = SheetView(desk)
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self.show_view(self.view)

    def _setup(self) -> LedgerSetup:
        send = LedgerAction(self.tr("交办"), "send", self._dispatch, "rows", "both")
        move = LedgerAction(self.tr("办理…"), "list-checks", lambda s: self.moving.offer(s.selected), "rows", "both")
        slip = LedgerAction(self.tr("销号单"), "printer", lambda s: self.slips.open(s.selected[0]), "one", "menu")
        return LedgerSetup(
            tabs=self.lists.tabs,
            tones={"state": {}, "grade": GRADES, "light": self.source.tones, "callback": {}},
            actions=(send, move, slip),
            open_record=self.open_issue,
            form=IssueForm,
            fresh={"grade": "一般", "source": "企业自报"},
            source=self.source,
        )

    def _build(self) -> None:
        self.ledger.head.insertWidget(3, self.switches[0])
        self.ledger.body.heading.hide()  # ten tabs need the room, and the page is named above
        for face in (self.ledger, self.board, self.sheet):
            self.stack.addWidget(face)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.stack)

    def _connect(self) -> None:
        self.lists.known.connect(self._know_lists)
        for switch in self.switches:
            switch.chosen.connect(self.show_view)
        self.board.opened.connect(self.open_issue)
        self.board.menu_wanted.connect(lambda issue, place: self.moving.offer([issue], place))
        self.board.dropped.connect(self.moving.to_state)
        self.board.new_wanted.connect(self.add)
        self.sheet.left.connect(self.leave_issue)
        self.sheet.edit_wanted.connect(self.ledger.records.form)
        self.sheet.slip_wanted.connect(self.slips.open)
        self.sheet.move_wanted.connect(lambda issue, move: self.moving.start(move, [issue]))
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+B"), self, self.turn_view, context=inside)
        for face in (self.board, self.sheet):
            QShortcut(QKeySequence("Ctrl+N"), face, self.add, context=inside)
        QShortcut(QKeySequence.StandardKey.Find, self.board, self.board.search.setFocus, context=inside)

    # -- what the page is asked ---------------------------------------------------------------------------------------

    def show_for(self, target: Target | None) -> None:
        self.lists.ask()
        if target is None:
            self.show_view(self.view)
        elif target.record:
            self._show_issue(target.record)
        elif target.question or target.words:
            self._show_rows(target)
        elif target.fresh is not None:
            self.show_view(self.view)
            self.ledger.records.form("", target.fresh)

    def _show_rows(self, target: Target) -> None:
        """The rows behind a number stand in the ledger; those of a tab under that tab."""
        self._show_face(self.ledger)
        listed = self.lists.meant(target.question)
        if listed:
            self.ledger.control.ask(listed)
        else:
            self.ledger.show_for(target)

    def refresh(self, changes: Changes) -> None:
        if changes.touch("settings"):
            self.lists.ask()
        self.ledger.refresh(changes)
        self.board.refresh(changes)
        self.sheet.refresh(changes)

    def choices(self) -> tuple[Choice, ...]:
        name = self.tr("切换到{view}")
        views = [
            Choice(name.format(view=words), partial(self.show_view, view), self.title, icon, "Ctrl+B")
            for view, words, icon in VIEWS
            if view != self.view
        ]
        if self.stack.currentWidget() is not self.sheet:
            return (*self.ledger.choices(), *views)
        issue, offered = self.sheet.issue, self.sheet.moves.buttons
        moves = [
            Choice(move.label, partial(self.moving.start, move.name, [issue]), self.sheet.title.text(), "list-checks")
            for move in MOVES
            if move.name in offered
        ]
        return (*moves, *self.ledger.choices())

    # -- faces --------------------------------------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Show ledger or board, and remember which."""
        self.view = view if view in self.switches[0].buttons else "ledger"
        self.desk.preferences.keep(REMEMBERED, self.view)
        for switch in self.switches:
            switch.mark(self.view)
        self._show_face(self.board if self.view == "board" else self.ledger)

    def turn_view(self) -> None:
        """From one to the other."""
        self.show_view("ledger" if self.view == "board" else "board")

    def open_issue(self, issue: str) -> None:
        """Go to one issue, so that the way back leads here again."""
        self.desk.go(self.key, Target(record=issue))

    def leave_issue(self) -> None:
        """Back to the list, with the same rows."""
        self.desk.go(self.key)

    def _show_issue(self, issue: str) -> None:
        self._show_face(self.sheet)
        self.sheet.open(issue)

    def _show_face(self, face: QWidget) -> None:
        self.stack.setCurrentWidget(face)
        inner = {self.ledger: self.ledger.table, self.board: self.board}.get(face, self.sheet.back)
        self.setFocusProxy(inner)
        if self.isVisible():
            inner.setFocus(Qt.FocusReason.OtherFocusReason)
        if face is self.board:
            self.board.show_fresh()

    # -- acts ---------------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """The form of a new issue."""
        self.ledger.records.add()

    def _dispatch(self, shown: Shown) -> None:
        self.moving.start("dispatch", shown.selected)

    def _know_lists(self) -> None:
        for host in (self, self.ledger):
            host.setProperty(TERMS, self.lists.bounds.terms)
        self.lists.put(self.ledger.control)
