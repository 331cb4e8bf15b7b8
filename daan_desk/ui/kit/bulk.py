"""Bulk change: a field and a value for many rows, shown row by row before it is carried out as one act."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field
from daan_desk.services.changes import Changes
from daan_desk.services.records import BulkPlan
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.editors import editor_for
from daan_desk.ui.kit.editors_base import Around, Editor
from daan_desk.ui.kit.form_desk import FormDesk
from daan_desk.ui.kit.form_window import on_press

PAUSE = 300
SHOWN = 200  # alterations listed; the counts speak of all
EMPTY = "（空）"
VALUE_WIDTH = 150


class BulkDialog(Box):
    """Chooses field and value, shows what would change, and does it when told to; `done_with` carries the Changes."""

    done_with = Signal(object)

    def __init__(self, around: Around, desk: FormDesk, ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, f"批量修改 {len(ids):,} 条{around.source.ledger.noun}", "", "list-checks")
        self.around, self.desk, self.ids = around, desk, tuple(ids)
        self.plan: BulkPlan | None = None
        self.editor: Editor | None = None
        self.setMinimumSize(640, 480)
        ledger = around.source.ledger
        alone = {*ledger.title.split(), *(name for key in ledger.keys for name in key)}
        # what tells one record from another is hardly ever meant for many
        self.fields = sorted((f for f in ledger.typed if f.kept), key=lambda f: f.name in alone)
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("要修改的栏目"))
        self.chooser.addItems([f.label for f in self.fields])
        self._slot = QVBoxLayout()
        self.counts, self.problem = label("", "soft"), label("", "bad")
        self.problem.setWordWrap(True)
        self.rows = _table((self.tr("名称"), self.tr("原来"), self.tr("改为")))
        self._lay()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.work_out)
        self.chooser.currentIndexChanged.connect(self._choose)
        self._choose(0)

    def _lay(self) -> None:
        self.body.addWidget(label(self.tr("栏目"), "soft"))
        self.body.addWidget(self.chooser)
        self.body.addWidget(label(self.tr("改为（留空就是清空）"), "soft"))
        self.body.addLayout(self._slot)
        for part in (self.problem, self.counts, self.rows):
            self.body.addWidget(part)
        self.offer(self.tr("修改"), self.tr("取消"))
        self.doing.clicked.disconnect()
        on_press(self.doing, self.carry_out)

    @property
    def field(self) -> Field:
        return self.fields[self.chooser.currentIndex()]

    def choose(self, name: str) -> None:
        """Choose the field of that identifier."""
        self.chooser.setCurrentIndex([f.name for f in self.fields].index(name))

    def _choose(self, _at: int) -> None:
        if self.editor:
            self._slot.removeWidget(self.editor)
            self.editor.deleteLater()
        self.editor = editor_for(self.field, self.around, self)
        self.editor.changed.connect(self._changed)
        self._slot.addWidget(self.editor)
        self._show_plan(None)

    def _changed(self) -> None:
        self._show_plan(None)
        self._pause.start()

    def work_out(self) -> None:
        """Ask what the change would do."""
        if self.editor is None:
            return
        values = {self.field.name: self.editor.raw()}
        work = partial(self.around.source.plan_change, self.ids, values)
        self.around.tasks.run(work, partial(self._worked_out, values), self._refused, owner=self)

    def _worked_out(self, values: dict[str, object], plan: BulkPlan) -> None:
        if self.editor and values == {self.field.name: self.editor.raw()}:
            self._show_plan(plan)

    def _refused(self, failure: BaseException) -> None:
        self._show_plan(None)
        if isinstance(failure, Rejected):
            self.problem.setText(str(failure))
            self.problem.show()
        else:
            self.desk.complain(failure)

    def _show_plan(self, plan: BulkPlan | None) -> None:
        self.plan = plan
        self.problem.setVisible(bool(plan and plan.warnings))
        self.problem.setText("；".join(plan.warnings) if plan else "")
        self.doing.setEnabled(bool(plan and plan.alterations))
        changed = len(plan.alterations) if plan else 0
        self.doing.setText(self.tr("修改 {n} 条").format(n=f"{changed:,}") if changed else self.tr("修改"))
        self.counts.setText(self._counted(plan) if plan else self.tr("填好后在这里列出每一条的变化"))
        self._list(plan)

    def _counted(self, plan: BulkPlan) -> str:
        gone = len(self.ids) - len(plan.alterations) - plan.same
        parts = [self.tr("将修改 {n} 条").format(n=f"{len(plan.alterations):,}")]
        parts += [self.tr("{n} 条本来就是这样").format(n=f"{plan.same:,}")] if plan.same else []
        parts += [self.tr("{n} 条已不存在").format(n=f"{gone:,}")] if gone else []
        if len(plan.alterations) > SHOWN:
            parts.append(self.tr("下面列出前 {n} 条").format(n=SHOWN))
        return "，".join(parts)

    def _list(self, plan: BulkPlan | None) -> None:
        shown = plan.alterations[:SHOWN] if plan else ()
        name = self.field.name
        self.rows.setRowCount(len(shown))
        for at, one in enumerate(shown):
            for column, text in enumerate((one.text, one.before[name] or EMPTY, one.after[name] or EMPTY)):
                self.rows.setItem(at, column, QTableWidgetItem(text))

    def carry_out(self) -> None:
        """Do what is shown."""
        if self.plan and self.plan.alterations:
            self.doing.setEnabled(False)
            self.desk.act(partial(self.around.source.carry_out, self.plan), self._done, self._refused)

    def _done(self, changes: Changes) -> None:
        self.done_with.emit(changes)
        self.accept()


def _table(heads: Sequence[str]) -> QTableWidget:
    table = QTableWidget(0, len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in range(1, len(heads)):
        table.setColumnWidth(column, VALUE_WIDTH)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")
    table.setAccessibleName("逐条变化")
    return table
