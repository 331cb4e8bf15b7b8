"""One meeting with everything about it: who is asked, what came up, what the last one left open, its papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from daan_desk.domain.meetings import numbered_kind
from daan_desk.services import invitations, meeting_sheets
from daan_desk.services.changes import Changes
from daan_desk.services.meeting_sheets import MeetingSheet
from daan_desk.services.meeting_tables import day_of, number_of
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.files_anywhere import FilesAnywhere
from daan_desk.ui.kit.files_card import FilesCard
from daan_desk.ui.kit.flow import page_room, scrolled
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.pills import Pill, PillLabel
from daan_desk.ui.pages.meetings.cards import CameUpCard, FactsCard, GuestsCard
from daan_desk.ui.pages.meetings.papers import PAPERS

READ = ("meetings", "participants", "issues", "financing", "attachments", "enterprises", "departments", "settings")


class MeetingView(QWidget):
    """Shows one meeting; asks the page for everything that opens a window."""

    left = Signal()
    edit_wanted = Signal(str)
    invite_wanted = Signal(str)
    room_wanted = Signal(str)
    paper_wanted = Signal(str, str)  # meeting, word of the paper

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.meeting = desk, ""
        self.sheet: MeetingSheet | None = None
        self.back, self.title, self.pill = button(self.tr("返回")), label("", "title"), PillLabel()
        self.edit, self.room = button(self.tr("修改")), button(self.tr("现场记录"), "main")
        self.papers = {word: button(word) for word, _icon, _keys in PAPERS}
        self.facts, self.guests = FactsCard(), GuestsCard()
        self.raised = CameUpCard(self.tr("本次收集"), self.tr("还没有。开会时按“现场记录”，一家一行地记。"))
        self.left_over = CameUpCard(self.tr("上期未办结"), self.tr("上一次同类活动没有留下未办结的事项。"))
        self.files = FilesCard(desk, "meetings")
        self._build()
        self._connect()
        FilesAnywhere(self, self.files)

    def _build(self) -> None:
        left, right, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for column, parts in (
            (left, (self.facts, self.guests)),
            (right, (self.raised, self.left_over, self.files)),
        ):
            column.setSpacing(14)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            both.addLayout(column, 1)
        both.setSpacing(16)
        both.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setLayout(both)
        room = page_room(self)
        room.addLayout(self._head())
        room.addWidget(scrolled(inside), 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for press, icon, keys, _act in self._buttons():
            put_icon(press, icon, "on-accent" if press is self.room else "soft")
            press.setToolTip(f"{press.text()}（{keys}）")
            press.setAutoDefault(False)
        self.title.setWordWrap(True)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        for part in (self.pill, self.edit, *self.papers.values(), self.room):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _buttons(self) -> tuple[tuple[QPushButton, str, str, Callable[[], object]], ...]:
        papers = ((self.papers[word], icon, keys, partial(self._paper, word)) for word, icon, keys in PAPERS)
        return (
            (self.back, "arrow-left", "Esc", self.left.emit),
            (self.edit, "pencil", "Ctrl+E", partial(self._want, self.edit_wanted)),
            *papers,
            (self.room, "notebook-pen", "Ctrl+R", partial(self._want, self.room_wanted)),
        )

    def _connect(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for press, _icon, keys, act in self._buttons():
            press.clicked.connect(partial(_call, act))
            QShortcut(QKeySequence(keys), self, act, context=inside)
        invite = partial(self._want, self.invite_wanted)
        self.guests.link.setToolTip(self.tr("邀请（Ctrl+I）"))
        QShortcut(QKeySequence("Ctrl+I"), self, invite, context=inside)
        self.guests.followed.connect(invite)
        self.guests.turned.connect(self._turn)
        for card in (self.raised, self.left_over):
            card.gone.connect(self.desk.go)

    def _want(self, asked: SignalInstance) -> None:
        if self.meeting:
            asked.emit(self.meeting)

    def _paper(self, word: str) -> None:
        if self.meeting:
            self.paper_wanted.emit(self.meeting, word)

    def _turn(self, guest: str, came: object) -> None:
        said = came if isinstance(came, bool) else None
        self.desk.act(partial(invitations.attend, self.desk.office, self.meeting, {guest: said}))

    # -- what is shown ------------------------------------------------------------------------------------------------

    def open(self, meeting: str) -> None:
        """Show a meeting, by id."""
        self.meeting = meeting
        self.read()

    def read(self) -> None:
        """Ask for everything again."""
        work = partial(meeting_sheets.sheet, self.desk.office, self.meeting)
        self.desk.tasks.run(work, partial(self._show, self.meeting), self._gone, owner=self)

    def refresh(self, changes: Changes) -> None:
        """Read again what an act touched."""
        if self.meeting and changes.touch(*READ):
            self.read()

    def _show(self, asked: str, sheet: MeetingSheet) -> None:
        if asked != self.meeting:
            return
        self.sheet, row = sheet, sheet.row
        self.title.setText(str(row["theme"]))
        self.pill.show_pill(Pill(numbered_kind(str(row["kind"] or ""), day_of(row), number_of(row)), "accent"))
        self.facts.show_sheet(sheet)
        self.guests.show_sheet(sheet)
        self.raised.show_rows(sheet.issues, sheet.demands)
        before = sheet.left.meeting
        self.left_over.show_rows(sheet.left.issues, sheet.left.demands, f"{day_of(before)}" if before else "")
        self.files.show_files(row.id, sheet.files)

    def _gone(self, failure: BaseException) -> None:
        self.meeting = ""
        self.desk.complain(failure)
        self.left.emit()


def _call(act: Callable[[], object], _checked: bool = False) -> None:
    act()
