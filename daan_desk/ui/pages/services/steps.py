"""A step of the way to the payment, for one enterprise or for many: a small form, then one act for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QCursor, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from daan_desk.domain.entitlement_steps import STEPS, EntitlementStep
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field
from daan_desk.services import entitlement_steps, ledgers
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form import Form
from daan_desk.ui.kit.form_dialog import SAVE_KEYS
from daan_desk.ui.kit.form_window import FormWindow, on_press
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown
from daan_desk.ui.kit.ledger_service import OfficeSource

WIDTH, HEIGHT, EACH = 560, 230, 80
LEDGER = "entitlements"


class StepDoor:
    """Offers the steps in a menu and opens the form of one."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.dialog: StepDialog | None = None
        self.menu: QMenu | None = None

    def actions(self) -> tuple[LedgerAction, ...]:
        """One button at the head for all steps, and a line for each in the menu of rows."""
        lines = (LedgerAction(f"{one.label}…", one.icon, partial(self.open, one), "rows", "menu") for one in STEPS)
        return (LedgerAction(self.desk.tr("办理…"), "list-todo", self.offer, "rows", "bar"), *lines)

    def offer(self, shown: Shown) -> None:
        """A menu of the steps."""
        self.menu = menu = QMenu(self.window())
        for step in STEPS:
            line = menu.addAction(f"{step.label}…", partial(self.open, step, shown))
            put_icon(line, step.icon)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def open(self, step: EntitlementStep, shown: Shown) -> None:
        """The form of a step for the selected rows."""
        self.dialog = StepDialog(self.desk, step, shown.selected, self.window())
        self.dialog.open()


class StepDialog(FormWindow):
    """Asks for the day and what belongs to the step; Ctrl+S carries it out for all or for none."""

    def __init__(self, desk: Desk, step: EntitlementStep, ids: Sequence[str], parent: QWidget | None = None) -> None:
        around = Around(OfficeSource(desk.office, ledgers.ledger(LEDGER)), desk.tasks)
        self.form = Form([_field(field) for field in entitlement_steps.fields_of(step)], around)
        title = desk.tr("{step}：{n} 条政策兑现").format(step=step.label, n=len(ids))
        super().__init__(title, self.form, parent)
        self.desk, self.ids, self.step = desk, tuple(ids), step
        self.resize(WIDTH, HEIGHT + EACH * len(self.form.cells))
        self.more_button.hide()
        self.save_button.setText(step.label)
        on_press(self.save_button, self.save)
        on_press(self.leave_button, self.reject)
        for keys in SAVE_KEYS:
            QShortcut(QKeySequence(keys), self, self.save)
        self.form.fill({step.day: around.today})
        self.form.focus_first()

    def save(self) -> None:
        """Carry the step out."""
        if not self.save_button.isEnabled():
            return
        self.wait(True)
        raws = {name: raw for name, raw in self.form.raws().items() if raw is not None}
        work = partial(entitlement_steps.advance, self.desk.office, self.ids, self.step.name, raws)
        self.desk.act(work, self._saved, self._refused)

    def _saved(self, _changes: Changes) -> None:
        self.done(QDialog.DialogCode.Accepted)

    def _refused(self, failure: BaseException) -> None:
        self.wait(False)
        if isinstance(failure, Rejected):
            self.form.refuse(failure.problems)
        else:
            self.desk.complain(failure)


def _field(field: Field) -> Field:
    """A field of the ledger as the step asks for it."""
    return replace(field, group="", derived=False)
