"""What is typed while a meeting is held: one line per enterprise, kept at every key, turned into records at the end."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.domain.meetings import said
from daan_desk.services import ledgers, rooms
from daan_desk.services.changes import Changes
from daan_desk.services.rooms import Room
from daan_desk.ui.kit.cards import Card, button, label, put_look
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.flow import page_room
from daan_desk.ui.kit.form_desk import FormDesk
from daan_desk.ui.kit.form_dialog import OnTheWay
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_service import OfficeSource
from daan_desk.ui.pages.meetings.room_lines import RoomLines

READ = ("meetings", "participants", "issues", "financing")


class RoomView(QWidget):
    """Keeps one write under way and one waiting: however fast somebody types, what stands here is what is kept."""

    left = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.meeting = desk, ""
        self.room: Room | None = None
        self._waiting = self._writing = False
        self.back, self.title = button(self.tr("返回")), label("", "title")
        self.state, self.finish = label("", "small"), button(self.tr("整理成问题和融资需求"), "main")
        around = Around(OfficeSource(desk.office, ledgers.ledger("issues")), desk.tasks)
        forms = FormDesk(desk.act, desk.complain)
        self.lines = RoomLines(replace(around, create=OnTheWay(around, forms, self)))
        self.hint = label(
            self.tr("回车到下一格、下一行；Ctrl+↑ Ctrl+↓ 上一行、下一行；每个字都自动保存，会后再整理"), "small"
        )
        self._build()
        self.lines.changed.connect(self._changed)
        self.back.clicked.connect(self.left)
        self.finish.clicked.connect(self.turn_into_records)

    def _build(self) -> None:
        room, head, card = page_room(self), QHBoxLayout(), Card()
        head.setSpacing(10)
        for press, icon, keys in ((self.back, "arrow-left", "Esc"), (self.finish, "list-checks", self.tr("Ctrl+回车"))):
            put_icon(press, icon, "on-accent" if press is self.finish else "soft")
            press.setToolTip(f"{press.text()}（{keys}）")
            press.setAutoDefault(False)
        self.title.setMinimumWidth(1)
        for part, stretch in ((self.back, 0), (self.title, 1), (self.state, 0), (self.finish, 0)):
            head.addWidget(part, stretch)
        card.body.addWidget(self.lines, 1)
        card.body.addWidget(self.hint)
        room.addLayout(head)
        room.addWidget(card, 1)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+Return"), self, self.turn_into_records, context=inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, but is no shortcut: while a list is open, it closes that and nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- what stands here ---------------------------------------------------------------------------------------------

    def open(self, meeting: str) -> None:
        """Show the room of a meeting, by id, and go to the first line in which nothing was said yet."""
        self.settle()
        self.meeting, self.room = meeting, None
        self.lines.setEnabled(False)
        self._ask(partial(self._show, meeting))

    def refresh(self, changes: Changes) -> None:
        """Guests came in, or an act was taken back: read again, unless somebody is typing this moment."""
        if self.meeting and self.room and self.isVisible() and changes.touch(*READ):
            self._ask(partial(self._show_again, self.meeting))

    def _ask(self, then: partial[None]) -> None:
        work = partial(rooms.room, self.desk.office, self.meeting)
        self.desk.tasks.run(work, then, self._gone, owner=self)

    def _show(self, asked: str, room: Room) -> None:
        if asked == self.meeting:
            self._put(room)
            unsaid = (at for at, line in enumerate(room.lines) if not said(line))
            self.lines.go_to(next(unsaid, len(room.lines)))

    def _show_again(self, asked: str, room: Room) -> None:
        if asked == self.meeting and not self._waiting and not self._writing and list(room.lines) != self.lines.raw():
            at, name = self.lines.place()
            self._put(room)
            if at >= 0:
                self.lines.go_to(at, name)

    def _put(self, room: Room) -> None:
        self.room = room
        row = room.meeting
        self.title.setText(f"{row['day']} {row['theme']}")
        made = self.tr("已整理出 {n} 条记录").format(n=room.made) if room.made else ""
        self._tell(made)
        self.lines.fill(room.lines)
        self.lines.setEnabled(True)

    def _gone(self, failure: BaseException) -> None:
        self.meeting = ""
        self.desk.complain(failure)
        self.left.emit()

    def _tell(self, words: str, look: str = "small") -> None:
        self.state.setText(words)
        put_look(self.state, "look", look)

    # -- kept at every key --------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._waiting = True
        if not self._writing:
            self._write()

    def _write(self) -> None:
        if self.room is None:
            return
        self._waiting, self._writing = False, True
        work = partial(rooms.keep, self.desk.office, self.meeting, self.lines.raw(), self.room.back)
        self.desk.tasks.run(work, self._kept, self._not_kept, owner=self)

    def _kept(self, _: None) -> None:
        self._writing = False
        if self._waiting:
            self._write()
        else:
            self._tell(self.tr("已保存 {time}").format(time=f"{self.desk.office.now():%H:%M:%S}"))

    def _not_kept(self, failure: BaseException) -> None:
        """The words still stand on the screen; the next key tries again."""
        self._writing = False
        self._tell(self.tr("刚才的内容没有保存：{why}").format(why=failure), "bad")

    def settle(self) -> None:
        """Wait for what is on its way into the workspace: nobody leaves before."""
        if self._writing or self._waiting:
            self.desk.tasks.settle()

    # -- and turned into records --------------------------------------------------------------------------------------

    def turn_into_records(self) -> None:
        """Make issues and financing demands of the lines, in one act."""
        if self.room is None or not self.lines.isEnabled():
            return
        self.lines.setEnabled(False)  # a key now would bring back what has just become a record
        work = partial(rooms.finish, self.desk.office, self.meeting, self.lines.raw(), self.room.back)
        self.desk.act(work, self._finished, self._refused)

    def _finished(self, _: Changes) -> None:
        self.room = None
        self.finished.emit()

    def _refused(self, failure: BaseException) -> None:
        self.lines.setEnabled(True)
        self.lines.say(failure.problems if isinstance(failure, Rejected) else {})
        cells = isinstance(failure, Rejected) and any("." in key for key in failure.problems)
        if cells:
            self._tell(self.tr("还有没写全的，请看红字"), "bad")
        else:
            self.desk.complain(failure)
