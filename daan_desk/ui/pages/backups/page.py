"""Backups in the window: made, carried to a second place, proved, and brought back, all of it or one record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from daan_desk.services import copies
from daan_desk.services.changes import Changes
from daan_desk.services.copies import Copy
from daan_desk.ui.kit.cards import Card, EmptyState, button
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.flow import page_room
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.kit.saved_files import ask_file, open_folder
from daan_desk.ui.pages.backups.bringing_back import BringingBack
from daan_desk.ui.pages.backups.cards import NowCard, SecondCard
from daan_desk.ui.pages.backups.table import CopiesTable

Listed = tuple[tuple[Copy, ...], Path | None]


class BackupsPage(Page):
    """Two cards and the list; of a workspace on a server a sentence."""

    key: ClassVar[str] = "backups"
    title: ClassVar[str] = "备份与恢复"
    icon: ClassVar[str] = "archive-restore"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.now, self.second, self.table = NowCard(desk), SecondCard(desk), CopiesTable()
        self.bringing = BringingBack(desk, desk.place, self) if desk.place and not desk.office.database.shared else None
        self.stranger: Copy | None = None  # one that was chosen elsewhere
        self._missing = ""  # the ledger in which a record is looked for
        self.presses: dict[str, QPushButton] = {}
        self.listing, self.shown = Card(self.tr("可以恢复的备份")), QStackedWidget()
        if self.bringing is None:
            self._say_server()
        else:
            self._lay_out()
            self._connect(self.bringing)
            self.read()

    def _say_server(self) -> None:
        words = self.tr("这个工作区在服务器上，由技术人员备份和恢复。")
        page_room(self).addWidget(EmptyState("database", words, self.tr("做错的一步，可以在“操作记录”里撤销。")))

    def _lay_out(self) -> None:
        room, row, foot = page_room(self), QHBoxLayout(), QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.now, 1)
        row.addWidget(self.second, 1)
        remedy = self.tr("点“立即备份”，或等明天第一次打开时自动备份。")
        self.shown.addWidget(EmptyState("archive", self.tr("还没有备份"), remedy))
        self.shown.addWidget(self.table)
        self.shown.setCurrentIndex(1)  # until the list is there, so that the keys have somewhere to go
        foot.setSpacing(8)
        self.listing.body.addWidget(self.shown, 1)
        self.listing.body.addLayout(foot)
        for words, icon, act, needs in self._offers():
            press = button(words, "main" if icon == "archive-restore" else "")
            put_icon(press, icon, "on-accent" if icon == "archive-restore" else "soft")
            press.clicked.connect(lambda _=False, act=act: act())
            self.presses[words] = press
            foot.addWidget(press)
            if not needs:
                foot.addStretch(1)
        room.addLayout(row)
        room.addWidget(self.listing, 1)
        self.setFocusProxy(self.table)

    def _offers(self) -> tuple[tuple[str, str, Callable[[], object], bool], ...]:
        """Words, icon, act; the last one works without a line of the table."""
        bringing = self.bringing
        assert bringing is not None
        return (
            (self.tr("恢复全部…"), "archive-restore", partial(self._with_current, bringing.ask_all), True),
            (self.tr("只恢复一条…"), "undo-2", partial(self._with_current, bringing.ask_one), True),
            (self.tr("核对"), "shield-check", partial(self._with_current, bringing.prove), True),
            (self.tr("打开所在文件夹"), "folder-open", partial(self._with_current, open_folder), True),
            (self.tr("用别处的备份…"), "file-up", self.choose, False),
        )

    def _connect(self, bringing: BringingBack) -> None:
        for part in (self.now, self.second):
            part.changed.connect(self.read)
        bringing.done.connect(self.read)
        self.table.marked.connect(self._mark)

    def choices(self) -> tuple[Choice, ...]:
        """From anywhere by Ctrl+K."""
        if self.bringing is None:
            return ()
        return (Choice(self.tr("立即备份"), self.now.make, self.title, "database-backup"),)

    def show_for(self, target: Target | None) -> None:
        """A ledger's page asks for one of its records."""
        if target and target.question and self.bringing is not None:
            self._missing = target.question.ledger
            self.read()

    def concerns(self, changes: Changes) -> bool:
        return self.bringing is not None  # an import or a merge has made a copy

    def read(self) -> None:
        office = self.desk.office
        self.desk.tasks.run(lambda: (copies.listed(office), copies.second(office)), then=self._show, owner=self)

    def choose(self) -> None:
        """A backup that lies elsewhere, on a stick, as the first line of the table."""
        found = ask_file(self, self.desk.preferences, self.tr("选择备份文件"), self.tr("备份 (*.daan *.backup)"))
        if found:
            work = partial(copies.elsewhere, self.desk.office, found)
            self.desk.tasks.run(work, then=self._put_first, failed=self.desk.complain, owner=self)

    def _put_first(self, one: Copy) -> None:
        self.stranger = one
        self.table.show_copies((one, *(other for other in self.table.copies if other.place != one.place)))
        self.table.setCurrentCell(0, 0)
        self.table.setFocus()
        self.shown.setCurrentIndex(1)

    def _show(self, found: Listed) -> None:
        listed, second = found
        listed = (self.stranger, *listed) if self.stranger else listed
        self.now.show_copies(listed)
        self.second.show_folder(second)
        self.table.show_copies(listed)
        self.shown.setCurrentIndex(1 if listed else 0)
        title = self.tr("可以恢复的备份（{n} 份）") if listed else self.tr("可以恢复的备份")
        self.listing.title.setText(title.format(n=len(listed)))

        ledger, self._missing = self._missing, ""
        if ledger and listed and self.bringing is not None:
            self.bringing.ask_one(listed[0].file, ledger)

    def _mark(self, one: object) -> None:
        for words, press in self.presses.items():
            press.setEnabled(one is not None or words == self.tr("用别处的备份…"))

    def _with_current(self, act: Callable[[Path], object]) -> None:
        one = self.table.current()
        if one is not None:
            act(one.file)
