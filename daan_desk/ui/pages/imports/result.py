"""What came of an import: how much was written, the way back, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from daan_desk.domain.imports import Verdict
from daan_desk.services import ledgers
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.cards import IconTile, button, label
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.pages.imports.study import Study

SAID = {
    Verdict.ADDED: "新增",
    Verdict.CHANGED: "修改",
    Verdict.SAME: "相同，没有改动",
    Verdict.REFUSED: "不能导入",
    Verdict.SKIPPED: "重复，没有导入",
}


class ResultStep(QFrame):
    """undone: take the import back. opened: its records. returned: the rows left out. again: another file."""

    undone = Signal()
    opened = Signal()
    returned = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.tile = IconTile("circle-check", "green", 48)
        self.heading, self.words = label("", "title"), label("", "soft")
        self.words.setWordWrap(True)
        self.open = button(self.tr("查看导入的记录"), "main")
        self.undo, self.back = button(self.tr("撤销这次导入")), button(self.tr("把未导入的行存成工作簿…"))
        self.more = button(self.tr("再导入一份"))
        put_icon(self.open, "table", "on-accent")
        for press, icon in ((self.undo, "undo-2"), (self.back, "file-down"), (self.more, "file-up")):
            put_icon(press, icon)
        self.setFocusProxy(self.open)
        self.counts = QWidget()
        self._form, self._told = QFormLayout(self.counts), ("", "")
        self._lay_out()
        self.open.clicked.connect(self.opened)
        self.undo.clicked.connect(self.undone)
        self.back.clicked.connect(self.returned)
        self.more.clicked.connect(self.again)

    def _lay_out(self) -> None:
        self._form.setContentsMargins(64, 0, 0, 0)
        self._form.setHorizontalSpacing(28)
        top, words, row = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        words.addWidget(self.heading)
        words.addWidget(self.words)
        top.setSpacing(16)
        top.addWidget(self.tile)
        top.addLayout(words, 1)
        row.setSpacing(10)
        for press in (self.open, self.undo, self.back, self.more):
            row.addWidget(press)
        row.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(32, 28, 32, 28)
        room.setSpacing(20)
        room.addLayout(top)
        room.addWidget(self.counts)
        room.addLayout(row)
        room.addStretch(1)

    def show_result(self, study: Study, changes: Changes) -> None:
        """Say what was written."""
        plan = study.plan
        assert plan is not None
        described = ledgers.ledger(plan.ledger)
        heading = self.tr("已导入{label} {n} 条").format(label=described.label, n=f"{study.writes:,}")
        origin = self.tr("来自“{name}”。导入前的工作区已自动备份。").format(name=study.file.name)
        self._told = (heading, origin)
        lines = [(SAID[verdict], count) for verdict, count in plan.counts.items() if count]
        more = {ledgers.ledger(name).label: count for name, count in changes.counts.items() if name != plan.ledger}
        lines += [(self.tr("一并写入的{label}").format(label=name), count) for name, count in more.items()]
        self._show_counts(lines)
        left = plan.counts[Verdict.REFUSED] + plan.counts[Verdict.SKIPPED]
        self.back.setVisible(left > 0)
        self.show_undone(undone=False)

    def _show_counts(self, lines: Sequence[tuple[str, int]]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        for words, count in lines:
            self._form.addRow(label(words, "soft"), label(f"{count:,}"))

    def show_undone(self, undone: bool) -> None:
        """Whether the import was taken back since."""
        self.undo.setEnabled(not undone)
        self.open.setEnabled(not undone)
        self.tile.show_tone("grey" if undone else "green")
        taken_back = (self.tr("这次导入已撤销"), self.tr("工作区里与导入前一样。改好表格后可以再导入。"))
        heading, words = taken_back if undone else self._told
        self.heading.setText(heading)
        self.words.setText(words)
