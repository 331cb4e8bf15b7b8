"""The form at work: checks as you type, saves as one act, and never loses a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Row
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.editors_base import Around, Made
from daan_desk.ui.kit.form import Form
from daan_desk.ui.kit.form_desk import FormDesk
from daan_desk.ui.kit.form_drafts import DraftKeeper
from daan_desk.ui.kit.form_judging import Judgement, judged, name_of
from daan_desk.ui.kit.form_seen import FormSeen
from daan_desk.ui.kit.form_window import FormWindow, on_press
from daan_desk.ui.kit.unsaved import unsaved_box

CHECK_PAUSE = 350
SAVE_KEYS = ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter")


class FormDialog(FormWindow):
    """A new record (`record` "") or a change of one; `saved` carries the Changes of every save."""

    saved = Signal(object)

    def __init__(self, around: Around, desk: FormDesk, record: str = "", parent: QWidget | None = None) -> None:
        self.ledger = around.source.ledger
        create = around.create or OnTheWay(around, desk, self)
        self.form = Form([f for f in self.ledger.typed if f.kept], replace(around, create=create))
        super().__init__(f"新增{self.ledger.noun}", self.form, parent)
        self.around, self.desk, self.record = around, desk, record
        self.named = ""  # the name under which the record was saved last
        self._start: Mapping[str, object] = {}
        self._asked: Box | None = None
        self._go_on = False
        self._drafts = DraftKeeper(desk.drafts, f"{self.ledger.name}/{record or 'new'}", around.tasks, self)
        self.seen = FormSeen(self, desk, self)
        self._connect()
        self._begin()

    def _connect(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=CHECK_PAUSE)
        self._pause.timeout.connect(self.check)
        self.form.changed.connect(self._edited)
        self.form.followed.connect(self._follow)
        on_press(self.save_button, self.save)
        on_press(self.more_button, partial(self.save, go_on=True))
        on_press(self.leave_button, self.reject)
        on_press(self.forget_button, self.drop)
        for keys in SAVE_KEYS:
            QShortcut(QKeySequence(keys), self, self.save)

    def _begin(self) -> None:
        self.more_button.setVisible(not self.record)
        if self.record:
            self.form.setEnabled(False)
            self.seen.begin()
            self.around.tasks.run(partial(self.around.source.row, self.record), self._show_row, self._gone, owner=self)
        else:
            self._drafts.find(self._show_draft)

    # -- values -------------------------------------------------------------------------------------------------------

    def start_with(self, values: Mapping[str, object]) -> None:
        """Values that the form begins with; they are not yet something that could be lost."""
        self._start = values
        self.form.fill(values)
        self.form.focus_first()

    def _show_row(self, row: Row) -> None:
        named = " ".join(self.ledger[name].kind.show(row[name]) for name in self.ledger.title.split()).strip()
        self.name_window(self.tr("{noun}：{name}").format(noun=self.ledger.noun, name=named))
        self.form.setEnabled(True)
        self.start_with(row.values)
        self._drafts.find(self._show_draft)

    def _gone(self, failure: BaseException) -> None:
        self.desk.complain(failure)
        self.done(QDialog.DialogCode.Rejected)

    def _show_draft(self, draft: Mapping[str, object]) -> None:
        if not self.form.altered():
            self.form.put(self.seen.found(draft))
            self.note.show()
            self.check()

    def _edited(self) -> None:
        self._pause.start()
        self._drafts.keep_soon(self.seen.draft)

    def drop(self) -> None:
        """Forget what was typed or found again."""
        self.note.hide()
        self._drafts.forget()
        self.form.fill(self._start)

    # -- checking and saving ------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Ask the office what it says of the values as they stand."""
        values = self.form.raws()
        work = partial(judged, self.around.source, values, self.record)
        self.around.tasks.run(work, partial(self._show_judgement, values), owner=self)

    def _show_judgement(self, values: Mapping[str, object], found: Judgement) -> None:
        if values == self.form.raws():
            self.form.show_findings(found)

    def save(self, *, go_on: bool = False) -> None:
        """Save what was changed; with `go_on` an empty form follows."""
        altered, raws, source = self.form.altered(), self.form.raws(), self.around.source
        if not self.save_button.isEnabled():
            return
        if self.record and not altered:
            self.done(QDialog.DialogCode.Accepted)
            return
        self._go_on, self.named = go_on, str(raws[name_of(self.ledger)] or "")
        given = {name: raw for name, raw in raws.items() if raw is not None}
        self.wait(True)
        work = partial(source.change, self.record, altered) if self.record else partial(source.add, given)
        self.desk.act(self.seen.knowing(work), self._saved, self._refused)

    def _saved(self, changes: Changes) -> None:
        self.wait(False)
        self.drop()
        self.saved.emit(changes)
        if self._go_on:
            self.form.focus_first()
        else:
            self.done(QDialog.DialogCode.Accepted)

    def _refused(self, failure: BaseException) -> None:
        self.wait(False)
        if self.seen.takes(failure):
            return
        if isinstance(failure, Rejected):
            self.form.refuse(failure.problems)
        else:
            self.desk.complain(failure)

    # -- leaving ------------------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Close; what is not saved is asked about first."""
        if not self.form.altered():
            self.done(QDialog.DialogCode.Rejected)
        elif self._asked is None:
            self._asked = box = unsaved_box(self, self._drop_and_leave)
            box.accepted.connect(self.save)
            box.finished.connect(self._answered)
            box.open()

    def done(self, result: int) -> None:
        self._pause.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def _answered(self) -> None:
        self._asked = None

    def _drop_and_leave(self) -> None:
        self.drop()
        self.done(QDialog.DialogCode.Rejected)

    def _follow(self, record: str) -> None:
        if self.desk.open_record:
            self.desk.open_record(record)


@dataclass(frozen=True)
class OnTheWay:
    """Opens a form for a record that a link needs; when it is saved, the link takes it.

    around: whose source knows the other ledgers. desk: how the record is saved.
    """

    around: Around
    desk: FormDesk
    parent: QWidget

    def __call__(self, ledger: str, text: str, made: Made) -> None:
        around = replace(self.around, source=self.around.source.other(ledger), create=None)
        inner = FormDialog(around, replace(self.desk, drafts=None, open_record=None), "", self.parent)
        inner.more_button.hide()
        inner.start_with({name_of(inner.ledger): text})
        inner.saved.connect(lambda changes: made(Linked(changes.first(ledger), inner.named)))
        inner.open()
