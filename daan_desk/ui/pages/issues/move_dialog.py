"""The small form of a move, for one issue or for many: what is asked, what it will mean, and which issues refuse it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.domain.issues import Move, State
from daan_desk.domain.questions import Row
from daan_desk.services import issue_moves, issues
from daan_desk.services.changes import Changes
from daan_desk.services.issue_moves import MovePlan
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form import Form
from daan_desk.ui.kit.form_dialog import SAVE_KEYS
from daan_desk.ui.kit.form_drafts import DraftKeeper
from daan_desk.ui.kit.form_judging import Judgement
from daan_desk.ui.kit.form_window import FormWindow, on_press
from daan_desk.ui.kit.ledger_service import OfficeDrafts
from daan_desk.ui.pages.issues.move_fields import fields_of
from daan_desk.ui.pages.issues.outlook import OutlookPanel

PAUSE = 250
NARROW, WIDE, HEIGHT, EACH = 600, 780, 250, 74
KNOWN = ("assisting", "handler", "grade", "lead_department")  # what an issue has already stands in the form


class MoveDialog(FormWindow):
    """Asks for what a move needs and carries it out; `moved` carries the Changes."""

    moved = Signal(object)

    def __init__(self, desk: Desk, around: Around, move: Move, ids: Sequence[str], parent: QWidget | None = None):
        self.form = Form(fields_of(move, str(parent.property("terms") or "") if parent else ""), around)
        self.outlook = OutlookPanel(move, len(ids) > 1)
        super().__init__(move.label, _body(self.form, self.outlook), parent)
        self.desk, self.around, self.step, self.ids = desk, around, move, tuple(ids)
        self.plan: MovePlan | None = None
        self._own_due: object = None  # the day that was proposed and that nobody has typed over
        self._start: Mapping[str, object] = {}
        key = f"issues/{ids[0]}/{move.name}" if len(ids) == 1 else f"issues/many/{move.name}"
        self._drafts = DraftKeeper(OfficeDrafts(desk.office), key, desk.tasks, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._fit()
        self._connect()

    def _fit(self) -> None:
        self.more_button.hide()
        self.save_button.setText(self.step.label)
        if len(self.ids) > 1:
            self.name_window(self.tr("{move} {n} 个问题").format(move=self.step.label, n=len(self.ids)))
            self.resize(WIDE, 700)
        else:
            self.resize(NARROW, min(680, HEIGHT + EACH * len(self.form.cells)))

    def _connect(self) -> None:
        self._pause.timeout.connect(self.work_out)
        self.form.changed.connect(self._edited)
        on_press(self.save_button, self.save)
        on_press(self.leave_button, self.reject)
        on_press(self.forget_button, self.drop)
        for keys in SAVE_KEYS:
            QShortcut(QKeySequence(keys), self, self.save)

    def begin(self, values: Mapping[str, object]) -> None:
        """Open with these values; what was typed before and not carried out comes back."""
        self._start = {"day": self.around.today, **values}
        work = partial(self.around.source.rows, self.ids[:1])
        self.desk.tasks.run(work, self._know if len(self.ids) == 1 else self._fill, owner=self)
        self.open()

    def _know(self, rows: Sequence[Row]) -> None:
        """One issue: its name in the title, and what it has already in the form."""
        for row in rows:
            self.name_window(f"{self.step.label}：{row['number'] or ''} {row['title']}")
            known = {name: row[name] for name in KNOWN if row["state"] != State.RETURNED or name != KNOWN[-1]}
            self._start = {**known, **self._start}
        self._fill()

    def _fill(self, _rows: Sequence[Row] = ()) -> None:
        self.form.fill(self._start)
        self.form.focus_first()
        self._drafts.find(self._show_draft)
        self.work_out()

    def _show_draft(self, draft: Mapping[str, object]) -> None:
        self.form.put(draft)
        self.note.show()
        self.work_out()

    def drop(self) -> None:
        """Forget what was found again."""
        self.note.hide()
        self._drafts.forget()
        self.form.fill(self._start)
        self.work_out()

    def _edited(self) -> None:
        self._pause.start()
        self._drafts.keep_soon(self.typed)

    def typed(self) -> dict[str, object]:
        """What somebody typed; the proposed day is not typed."""
        return {name: raw for name, raw in self.form.altered().items() if name != "due" or raw != self._own_due}

    # -- what it will mean --------------------------------------------------------------------------------------------

    def values(self) -> dict[str, object]:
        """What stands in the form; a day that was only proposed is left to the rules."""
        raws = {name: raw for name, raw in self.form.raws().items() if raw is not None}
        if raws.get("due") is not None and raws.get("due") == self._own_due:
            del raws["due"]
        return raws

    def work_out(self) -> None:
        """Ask what the move would do with what stands here."""
        values = self.values()
        work = partial(issue_moves.plan_moves, self.desk.office, self.ids, self.step.name, values)
        self.desk.tasks.run(work, partial(self._worked_out, values), owner=self)

    def _worked_out(self, values: dict[str, object], plan: MovePlan) -> None:
        if values != self.values():
            return
        self.plan = plan
        self._propose(plan.proposal.due if plan.proposal else None)
        self.form.show_findings(Judgement(self._problems(plan)))
        self.outlook.show_plan(plan)

    def _propose(self, due: date | None) -> None:
        """Put the proposed day into the form unless somebody typed another one."""
        cell = self.form.cells.get("due")
        if cell is None or due is None or cell.editor.raw() not in (None, self._own_due):
            return
        cell.editor.fill(due)
        self._own_due = cell.editor.raw()

    def _problems(self, plan: MovePlan) -> Mapping[str, str]:
        own = plan.outlooks[0].problems if len(plan.outlooks) == 1 else {}
        return {**own, **plan.problems}

    # -- doing it -----------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Carry the move out."""
        if not self.save_button.isEnabled():
            return
        self.wait(True)
        office, name, values = self.desk.office, self.step.name, self.values()
        one = partial(issues.move, office, self.ids[0], name, values)
        many = partial(issues.move_many, office, self.ids, name, values)
        self.desk.act(one if len(self.ids) == 1 else many, self._saved, self._refused)

    def _saved(self, changes: Changes) -> None:
        self._drafts.forget()
        self.moved.emit(changes)
        self.done(QDialog.DialogCode.Accepted)

    def _refused(self, failure: BaseException) -> None:
        self.wait(False)
        if isinstance(failure, Rejected):
            self.form.refuse(failure.problems)
        else:
            self.desk.complain(failure)


def _body(form: Form, outlook: OutlookPanel) -> QWidget:
    body = QWidget()
    body.setProperty("look", "clear")
    room = QVBoxLayout(body)
    room.setContentsMargins(0, 0, 0, 0)
    room.addWidget(form)
    room.addWidget(outlook, 1 if outlook.many else 0)
    if not outlook.many:
        room.addStretch(1)
    return body
