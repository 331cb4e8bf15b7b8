"""活动: the ledger, one meeting in full, and the page on which it is typed what is said in the room."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from daan_desk.services.changes import Changes
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.ledger_actions import LedgerAction
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_setup import LedgerSetup
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.pages.meetings.inviting import InviteDoor
from daan_desk.ui.pages.meetings.lists import source, tabs
from daan_desk.ui.pages.meetings.papers import PAPERS, MeetingPapers
from daan_desk.ui.pages.meetings.room_view import RoomView
from daan_desk.ui.pages.meetings.view import MeetingView

ROOM = "room"


class MeetingsPage(Page):
    """Three faces; a target with the word “room” leads to what is typed while the meeting is held."""

    key = "meetings"
    title = "活动"
    icon = "coffee"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ledger = LedgerPage(desk, "meetings", self._setup(), self)
        self.view, self.room = MeetingView(desk), RoomView(desk)
        self.papers, self.inviting = MeetingPapers(desk, self), InviteDoor(desk, self)
        self.stack = QStackedWidget()
        for face in (self.ledger, self.view, self.room):
            self.stack.addWidget(face)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.stack)
        self._connect()
        self._show_face(self.ledger)

    def _setup(self) -> LedgerSetup:
        room = LedgerAction(self.tr("现场记录"), "notebook-pen", lambda s: self.hold(s.selected[0]), "one", "both")
        edit = LedgerAction(self.tr("修改"), "pencil", lambda s: self.ledger.records.form(s.selected[0]), "one", "menu")
        papers = (
            LedgerAction(word, icon, lambda s, word=word: self.papers.open(s.selected[0], word), "one", "menu")  # type: ignore[misc]
            for word, icon, _keys in PAPERS
        )
        office = self.desk.office
        return LedgerSetup(
            tabs=tabs(office.today()),
            tones={"kind": {}},
            actions=(room, *papers, edit),
            open_record=self.open_meeting,
            source=source(office),
        )

    def _connect(self) -> None:
        self.view.left.connect(self.leave)
        self.view.edit_wanted.connect(self.ledger.records.form)
        self.view.invite_wanted.connect(self.inviting.open)
        self.view.room_wanted.connect(self.hold)
        self.view.paper_wanted.connect(self.papers.open)
        for ended in (self.room.left, self.room.finished):
            ended.connect(self._leave_room)

    # -- what the page is asked ---------------------------------------------------------------------------------------

    def show_for(self, target: Target | None) -> None:
        self.room.settle()
        if target is not None and target.record:
            face = self.room if target.words == ROOM else self.view
            self._show_face(face)
            face.open(target.record)
        else:
            self._show_face(self.ledger)
            self.ledger.show_for(target)

    def refresh(self, changes: Changes) -> None:
        self.ledger.refresh(changes)
        self.view.refresh(changes)
        self.room.refresh(changes)

    def may_leave(self) -> bool:
        self.room.settle()
        return True

    def choices(self) -> tuple[Choice, ...]:
        if self.stack.currentWidget() is not self.view or self.view.sheet is None:
            return self.ledger.choices()
        name, meeting = self.view.title.text(), self.view.meeting
        papers = (Choice(word, partial(self.papers.open, meeting, word), name, icon, k) for word, icon, k in PAPERS)
        return (
            Choice(self.tr("现场记录"), partial(self.hold, meeting), name, "notebook-pen", "Ctrl+R"),
            Choice(self.tr("邀请"), partial(self.inviting.open, meeting), name, "user-plus", "Ctrl+I"),
            *papers,
        )

    # -- faces --------------------------------------------------------------------------------------------------------

    def open_meeting(self, meeting: str) -> None:
        """Go to one meeting, so that the way back leads here again."""
        self.desk.go(self.key, Target(record=meeting))

    def hold(self, meeting: str) -> None:
        """Go to where it is typed what is said."""
        self.desk.go(self.key, Target(record=meeting, words=ROOM))

    def leave(self) -> None:
        """Back to the list, with the same rows."""
        self.desk.go(self.key)

    def _leave_room(self) -> None:
        if self.room.meeting:
            self.open_meeting(self.room.meeting)
        else:
            self.leave()

    def _show_face(self, face: QWidget) -> None:
        self.stack.setCurrentWidget(face)
        inner = {self.ledger: self.ledger.table, self.view: self.view.back}.get(face, self.room)
        self.setFocusProxy(inner)
        if self.isVisible() and face is not self.room:
            inner.setFocus(Qt.FocusReason.OtherFocusReason)
