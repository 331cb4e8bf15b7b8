"""A whole period in one grid: what was typed is kept as a draft at once, and as records in one act with Ctrl+S."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from daan_desk.domain.entry_sheets import EntrySheet, Pasted, overtaken
from daan_desk.domain.failures import Rejected
from daan_desk.domain.questions import Question
from daan_desk.services import entries
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.cards import Card, EmptyState, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.entry_foot import EntryFoot
from daan_desk.ui.kit.entry_grid import EntryGrid
from daan_desk.ui.kit.entry_head import EntryHead
from daan_desk.ui.kit.entry_model import NO_SHEET, Doubted, EntryModel
from daan_desk.ui.kit.flow import page_room
from daan_desk.ui.kit.form_drafts import DraftKeeper
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.ledger_service import OfficeDrafts
from daan_desk.ui.kit.page import Choice, Page, Target

SEPARATOR = "\x1f"  # between a line's key and a field in a draft


@dataclass(frozen=True)
class EntryWork:
    """What a board types: how a period's sheet is read (with the options that are on), what looks odd, how to go on.

    begin: the day whose period is shown first. step: a day so many periods away. reads: ledgers that the sheet shows.
    empty: what an empty sheet says: icon, sentence, what to do first, the button's words, the page it leads to.
    """

    load: Callable[[date, frozenset[str]], EntrySheet]
    doubted: Doubted
    begin: Callable[[date], date]
    step: Callable[[date, int], date]
    reads: tuple[str, ...]
    empty: tuple[str, str, str, str, str]
    options: Sequence[tuple[str, str]] = ()
    actions: Sequence[LedgerAction] = field(default=())


class EntryBoard(Page):
    """Period, grid, and what is to be said of the current cell and its column."""

    def __init__(self, desk: Desk, work: EntryWork, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.work, self.day = work, work.begin(desk.office.today())
        self.setAccessibleName(title)
        self.model = EntryModel(work.doubted, self)
        self.grid, self.foot = EntryGrid(self.model), EntryFoot(desk, self.model)
        self.grid.setAccessibleName(title)
        self.head = EntryHead(work.options, work.actions, Shown(Question(work.reads[0])))
        self.note, self.told = QFrame(), label()
        self.card, self.empty = Card(), EmptyState(*work.empty[:4])
        self.drafts = DraftKeeper(OfficeDrafts(desk.office), "", desk.tasks, self)
        self._build()
        self._connect()
        self.setFocusProxy(self.grid)
        self.read()

    def _build(self) -> None:
        self.note.setProperty("look", "note")
        inside = QVBoxLayout(self.note)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.told)
        self.told.setWordWrap(True)
        self.card.body.addWidget(self.grid, 1)
        self.card.body.addWidget(self.foot)
        room = page_room(self)
        room.addLayout(self.head)
        for part in (self.note, self.card, self.empty):
            room.addWidget(part, 0 if part is self.note else 1)
        self.note.hide()
        self.empty.hide()

    def _connect(self) -> None:
        head, inside = self.head, Qt.ShortcutContext.WidgetWithChildrenShortcut
        head.stepped.connect(self.go)
        head.turned.connect(self.read)
        head.sought.connect(self._seek)
        head.save.clicked.connect(self.save)
        self.model.changed.connect(self._typed)
        self.grid.moved.connect(lambda: self.foot.show_cell(self.grid.currentIndex()))
        self.grid.brought.connect(self._brought)
        self.empty.asked.connect(lambda: self.desk.go(self.work.empty[4]))
        steps = (("Ctrl+PgUp", partial(self.go, -1)), ("Ctrl+PgDown", partial(self.go, 1)))
        for keys, act in (("Ctrl+S", self.save), *steps):
            QShortcut(QKeySequence(keys), self, act, context=inside)
        QShortcut(QKeySequence.StandardKey.Find, self, head.search.setFocus, context=inside)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def concerns(self, changes: Changes) -> bool:
        return changes.touch(*self.work.reads, "settings")

    def show_for(self, target: Target | None) -> None:
        pass  # the period that was open stays open

    def choices(self) -> tuple[Choice, ...]:
        return (Choice(self.tr("保存填报"), self.save, icon="save", keys="Ctrl+S"),)

    def go(self, steps: int) -> None:
        """To another period; what was typed waits as its draft."""
        self.drafts.keep()
        self.day = self.work.step(self.day, steps)
        self.model.show_sheet(NO_SHEET)
        self.read()

    def read(self) -> None:
        work = partial(self.work.load, self.day, self.head.chosen())
        self.desk.tasks.run(work, self._show, owner=self)

    def _show(self, sheet: EntrySheet) -> None:
        same = (sheet.ledger, sheet.period) == (self.model.sheet.ledger, self.model.sheet.period)
        told = overtaken(self.model.sheet, sheet, self.model.typed) if same else ()
        self.drafts.key = f"entry/{sheet.ledger}/{sheet.period}"
        self.model.show_sheet(sheet, self.model.typed if same else None)
        self.head.period.setText(sheet.words)
        self.card.setVisible(bool(sheet.rows))
        self.empty.setVisible(not sheet.rows)
        self._say(sheet.closed or "；".join(told), "note-warn")
        self._seek(self.head.search.text())
        if not same and not sheet.closed:
            self.drafts.find(self._found)

    def _found(self, draft: Mapping[str, object]) -> None:
        """What was typed before and never kept comes back."""
        typed: dict[str, dict[str, str]] = {}
        for place, text in draft.items():
            key, _, name = place.partition(SEPARATOR)
            typed.setdefault(key, {})[name] = str(text)
        if typed and not self.model.typed:
            self.model.show_sheet(self.model.sheet, typed)
            self._say(self.tr("已找回上次没有保存的内容，核对后按 Ctrl+S 保存。"))

    def _say(self, words: str, look: str = "note") -> None:
        self.note.setProperty("look", look)
        self.note.style().polish(self.note)
        self.told.setText(words)
        self.note.setVisible(bool(words))

    def _seek(self, text: str) -> None:
        rows, wanted = self.model.sheet.rows, text.strip()
        self.grid.show_rows(lambda at: not wanted or wanted in f"{rows[at].title}{rows[at].detail}")

    # -- typing -------------------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        typed, wrong, _ = self.model.counts()
        self.head.save.setEnabled(bool(typed) and not wrong)
        self.foot.show_counts(*self.model.counts())
        self.foot.show_cell(self.grid.currentIndex())
        if typed:
            self.drafts.keep_soon(self._draft)

    def _draft(self) -> dict[str, object]:
        cells = self.model.typed.items()
        return {f"{key}{SEPARATOR}{name}": text for key, line in cells for name, text in line.items()}

    def _brought(self, found: Pasted) -> None:
        said = self.tr("已粘贴 {n} 格").format(n=len(found.cells))
        if found.unknown:
            lacking = self.tr("；表里没有：{names}").format(names="、".join(found.unknown[:8]))
            said += lacking if len(found.unknown) <= 8 else lacking + self.tr(" 等 {n} 行").format(n=len(found.unknown))
        self._say(said, "note-warn" if found.unknown else "note")

    def save(self) -> None:
        """Keep everything that was typed in one act."""
        self.grid.setCurrentIndex(self.grid.currentIndex())  # an open cell is kept first
        self.grid.setFocus()
        if self.model.typed and self.head.save.isEnabled():
            self.head.save.setEnabled(False)
            work = partial(entries.save, self.desk.office, self.model.sheet, dict(self.model.typed))
            self.desk.act(work, self._kept, self._refused)

    def _kept(self, _changes: Changes) -> None:
        self.drafts.forget()
        self.model.typed.clear()
        self._say("")
        self.read()

    def _refused(self, failure: BaseException) -> None:
        if isinstance(failure, Rejected):
            self.model.refuse(failure.problems)
            first = next(iter(failure.problems.values()))
            self._say(self.tr("没有保存：{why}").format(why=first), "note-bad")
        else:
            self.desk.complain(failure)
            self._typed()
