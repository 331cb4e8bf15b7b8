"""One record out of a backup: chosen among those that are otherwise today or gone, shown then and now, brought back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QLineEdit, QTableWidgetItem, QWidget

from daan_desk.services import ledgers, restoring
from daan_desk.services.changes import Changes
from daan_desk.services.restoring import Older
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.row_table import RowTable
from daan_desk.ui.kit.rows import Line, LineList

WIDTH, LIST, HEIGHT = 880, 320, 330
PAUSE = 300  # milliseconds after the last key before the backup is searched
HEADS = ("栏目", "备份里", "现在")


class RecordBox(Box):
    """source: the backup and its password."""

    def __init__(self, host: QWidget, desk: Desk, place: Workplace, source: tuple[Path, str]) -> None:
        super().__init__(host, host.tr("恢复一条记录"), " ", "archive-restore")
        self.desk, self.place, self.source = desk, place, source
        self.sentence.setText(self.tr("这里列出备份以后改过或删掉的记录；恢复只动选中的这一条，可以撤销。"))
        self.setMinimumWidth(WIDTH)
        self.ledger, self.search, self.status = QComboBox(), QLineEdit(), label("", "small")
        self.lines, self.fields = LineList(boxed=True), RowTable(HEADS[0])
        self.found: tuple[Older, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        for each in ledgers.ledgers():
            self.ledger.addItem(each.label, each.name)
        self._lay_out()
        self.offer(self.tr("恢复此条"), self.tr("取消"))
        self.ledger.currentIndexChanged.connect(self.ask)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self._timer.timeout.connect(self.ask)
        self.lines.chosen.connect(self._show_one)
        self.lines.selectionModel().currentChanged.connect(self._walk)
        self._show_one(None)
        self.search.setFocus()

    def _lay_out(self) -> None:
        self.ledger.setAccessibleName(self.tr("台账"))
        self.search.setAccessibleName(self.tr("搜索"))
        self.search.setPlaceholderText(self.tr("搜索：名称、编号、拼音"))
        self.search.setClearButtonEnabled(True)
        self.lines.setAccessibleName(self.tr("可以恢复的记录"))
        self.lines.setFixedWidth(LIST)
        self.lines.setMinimumHeight(HEIGHT)
        self.fields.setColumnCount(len(HEADS))
        self.fields.setHorizontalHeaderLabels([self.tr(head) for head in HEADS])
        self.fields.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.fields.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.fields.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.fields.setAccessibleName(self.tr("备份里和现在不一样的栏目"))
        top, middle = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.ledger)
        top.addWidget(self.search, 1)
        middle.addWidget(self.lines)
        middle.addWidget(self.fields, 1)
        for room in (top, middle):
            room.setSpacing(12)
            self.body.addLayout(room)
        self.body.addWidget(self.status)

    def show_ledger(self, name: str) -> None:
        """Begin with this ledger; what was found in it comes with `show_found`."""
        self.ledger.blockSignals(True)
        self.ledger.setCurrentIndex(self.ledger.findData(name))
        self.ledger.blockSignals(False)

    def ask(self) -> None:
        """Look into the backup for this ledger and these words."""
        self.status.setText(self.tr("正在与备份比较…"))
        copy, password = self.source
        name, words = self.ledger.currentData(), self.search.text().strip()
        work = partial(restoring.older, self.place, copy, name, words, password)
        self.desk.tasks.run(work, then=self.show_found, failed=self.desk.complain, owner=self)

    def show_found(self, found: object) -> None:
        """The records of the backup that are otherwise today."""
        self.found = cast("tuple[Older, ...]", found)
        self.lines.show_lines([line_of(one, self) for one in self.found])
        count = self.tr("{n} 条与现在不一样").format(n=len(self.found))
        if len(self.found) >= restoring.MOST:
            count = self.tr("只列出前 {n} 条，请输入文字缩小范围").format(n=restoring.MOST)
        self.status.setText(count if self.found else self.tr("这本台账和备份里的一样，没有要恢复的。"))
        if self.found:
            self.lines.setCurrentIndex(self.lines.model().index(0, 0))
        self._show_one(self.found[0] if self.found else None)

    def current(self) -> Older | None:
        """The record that is shown."""
        at = self.lines.currentIndex().row()
        return self.found[at] if 0 <= at < len(self.found) else None

    def accept(self) -> None:
        """Bring it back as one act, and stay open where that is refused."""
        one = self.current()
        if one is not None:
            copy, password = self.source
            work = partial(restoring.restore_record, self.place, copy, one.ledger, one.id, password)
            self.desk.act(work, self._restored)

    def _restored(self, _: Changes) -> None:
        super().accept()

    def _walk(self, *_: object) -> None:
        self._show_one(self.current())

    def _show_one(self, one: object) -> None:
        rows: Sequence[tuple[str, str, str]] = one.differences if isinstance(one, Older) else ()
        self.fields.setRowCount(len(rows))
        for row, words in enumerate(rows):
            for at, text in enumerate(words):
                item = QTableWidgetItem(text or "—")
                item.setToolTip(text)
                self.fields.setItem(row, at, item)
        self.doing.setEnabled(isinstance(one, Older))


def line_of(one: Older, by: QWidget) -> Line:
    """A record as a line: what differs, or that it is gone."""
    if one.gone:
        return Line(one, one.text, by.tr("现在已经没有这条记录"), Pill(by.tr("已删除"), "red"))
    labels = "、".join(label for label, _, _ in one.differences)
    return Line(one, one.text, by.tr("不一样：{labels}").format(labels=labels), Pill(by.tr("改过"), "amber"))
