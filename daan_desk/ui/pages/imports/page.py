"""The page that brings files in: read, shown, put right, judged, and carried out in one act."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from daan_desk.services import ledgers, undo
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.drops import first_file
from daan_desk.ui.kit.faces import Faces
from daan_desk.ui.kit.flow import page_room
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.kit.saved_files import ask_file
from daan_desk.ui.pages.imports.bringing import Bringing
from daan_desk.ui.pages.imports.leaving import Leaving
from daan_desk.ui.pages.imports.result import ResultStep
from daan_desk.ui.pages.imports.start import StartStep
from daan_desk.ui.pages.imports.study import File, Study, opened, pasted
from daan_desk.ui.pages.imports.workbench import Workbench

TABLES = "*.xlsx *.xls *.xlsm *.xlsb *.ods *.et *.csv *.txt *.html *.htm *.xml"
RECENT = 50  # acts looked through for the one that took the import back


class ImportsPage(Page):
    """Start, workbench, result: one of them is shown."""

    key: ClassVar[str] = "imports"
    title: ClassVar[str] = "导入"
    icon: ClassVar[str] = "import"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.start, self.bench, self.result = StartStep(), Workbench(), ResultStep()
        self.bringing = Bringing(desk, self.bench, self)
        self.leaving = Leaving(desk, self)
        self.reading: object | None = None
        self.changes: Changes | None = None
        self.wanted = ""  # the ledger from whose page somebody came
        self.stack = Faces()
        page_room(self).addWidget(self.stack)
        for step in (self.start, self.bench, self.result):
            self.stack.addWidget(step)
        self.setFocusProxy(self.stack)
        self.stack.turn(self.start)
        self._connect()

    def _connect(self) -> None:
        self.setAcceptDrops(True)
        start, bench, result = self.start, self.bench, self.result
        start.chosen.connect(self.choose)
        start.pasted.connect(self.paste)
        start.template.connect(self.leaving.save_template)
        start.given_up.connect(self.restart)
        bench.head.left.connect(self.restart)
        bench.verdicts.returned.connect(self._return)
        bench.verdicts.recorded.connect(self._show_record)
        self.bringing.done.connect(self._done)
        result.undone.connect(self._undo)
        result.opened.connect(self._open_records)
        result.returned.connect(self._return)
        result.again.connect(self.restart)

    @property
    def study(self) -> Study | None:
        return self.bringing.study

    # -- in -----------------------------------------------------------------------------------------------------------

    def show_for(self, target: Target | None) -> None:
        self.wanted = target.question.ledger if target and target.question else ""
        if self.wanted and self.changes:
            self.restart()  # the last result is not what somebody came for
        if target and target.words:
            self.open(Path(target.words))

    def choose(self) -> None:
        """Ask which file."""
        kinds = ";;".join((self.tr("表格文件") + f" ({TABLES})", self.tr("所有文件") + " (*)"))
        path = ask_file(self, self.desk.preferences, self.tr("选择要导入的文件"), kinds)
        if path:
            self.open(path)

    def open(self, path: Path) -> None:
        """Read a file in the background."""
        if not self.bringing.busy:
            self._read(path.name, partial(opened, self.desk.office, path))

    def paste(self) -> None:
        """Take what is on the clipboard: files, or the cells of a table."""
        data = QGuiApplication.clipboard().mimeData()
        if not self._take(data):
            self._read(self.tr("剪贴板"), partial(pasted, self.desk.office, data.text()))

    def _read(self, name: str, work: partial[File]) -> None:
        self.start.show_reading(name)
        self.stack.turn(self.start)
        self.changes = None
        self.reading = work
        then, failed = partial(self._was_read, work), partial(self._unread, work)
        self.desk.tasks.run(work, then=then, failed=failed, owner=self)

    def _was_read(self, work: object, file: File) -> None:
        if work is self.reading:
            self.start.show_waiting()
            self.stack.turn(self.bench)
            self.bringing.begin(file, self.wanted)

    def _unread(self, work: object, failure: BaseException) -> None:
        if work is self.reading:
            self.restart()
            self.desk.complain(failure)

    def restart(self) -> None:
        """Nothing is open, another file may come."""
        if not self.bringing.busy:
            self.reading = self.changes = None
            self.bringing.forget()
            self.start.show_waiting()
            self.stack.turn(self.start)

    # -- out ----------------------------------------------------------------------------------------------------------

    def _done(self, changes: Changes) -> None:
        self.changes = changes
        if self.study:
            self.result.show_result(self.study, changes)
            self.stack.turn(self.result)

    def _undo(self) -> None:
        if self.changes:
            self.desk.take_back(self.changes.act)

    def _open_records(self) -> None:
        if self.changes and self.study and self.study.plan:
            name = self.study.plan.ledger
            self.desk.go(name, Target(question=self.leaving.question(name, self.changes)))

    def _show_record(self, record: str) -> None:
        if self.study:
            self.desk.go(self.study.found.ledger, Target(record))

    def _return(self) -> None:
        if self.study:
            self.leaving.save_returned(self.study)

    def refresh(self, changes: Changes) -> None:
        """What others did may change the verdicts; a step back may have taken this import away."""
        if self.changes:
            work = partial(undo.acts, self.desk.office, RECENT)
            self.desk.tasks.run(work, then=self._look_for_undo, owner=self)
        elif self.study and changes.touch(*(each.name for each in ledgers.ledgers())):
            self.bringing.again()

    def _look_for_undo(self, acts: tuple[undo.ActLine, ...]) -> None:
        if self.changes:
            # a step back that was itself taken back leaves the import standing
            self.result.show_undone(any(act.undoes == self.changes.act and not act.undone for act in acts))

    # -- drops and keys -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Open):
            self.choose()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if first_file(event.mimeData()):
            self.start.show_hovered(hovered=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.start.show_hovered(hovered=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.start.show_hovered(hovered=False)
        if self._take(event.mimeData()):
            event.acceptProposedAction()

    def _take(self, data: QMimeData) -> bool:
        path = first_file(data)
        if path:
            self.open(path)
        return path is not None

    def choices(self) -> tuple[Choice, ...]:
        return (
            Choice(self.tr("选择要导入的文件"), self.choose, self.title, "folder-open", "Ctrl+O"),
            Choice(self.tr("粘贴表格导入"), self.paste, self.title, "clipboard-copy", "Ctrl+V"),
        )
