"""The last look before anything is written: what becomes of every row, mended in place, and the button that does it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from daan_desk.domain.imports import CREATE, LEAVE
from daan_desk.services import ledgers
from daan_desk.ui.kit.cards import EmptyState, button
from daan_desk.ui.kit.flow import FlowLayout
from daan_desk.ui.kit.ledger_asking import Tab
from daan_desk.ui.kit.ledger_tabs import LedgerTabs
from daan_desk.ui.pages.imports.carrying import CarryBar
from daan_desk.ui.pages.imports.grid import Grid
from daan_desk.ui.pages.imports.study import Study
from daan_desk.ui.pages.imports.verdict_model import VerdictModel
from daan_desk.ui.pages.imports.verdicts import Lines

LABELS = ("新增", "修改", "相同", "不能导入", "跳过", "提醒", "不再出现在本文件中")
ADDED, CHANGED, SAME, REFUSED, SKIPPED, WARNED, ABSENT = range(7)
NAMED = 4  # new names said on a tick


class VerdictStep(QFrame):
    """mended: place, text. created: ledger, rule. looked_up: sheet, row. recorded: id of a record."""

    mended = Signal(object, str)
    created = Signal(str, str)
    looked_up = Signal(str, int)
    recorded = Signal(str)
    returned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.lists: Sequence[Lines] = ()
        self.ticks: dict[str, QCheckBox] = {}
        self._open_tab = -1
        self.tabs = LedgerTabs([Tab(words) for words in LABELS])
        self.model = VerdictModel(self)
        self.table = Grid(self.model, self.tr("逐行核对"), self)
        self.setFocusProxy(self.table)
        self.table.setEditTriggers(
            Grid.EditTrigger.EditKeyPressed | Grid.EditTrigger.AnyKeyPressed | Grid.EditTrigger.SelectedClicked
        )
        self.empty = EmptyState("list-checks", "", "")
        self.stack = QStackedWidget()
        self.names, self.bar = QWidget(), CarryBar()
        self.back = button(self.tr("把未导入的行存成工作簿…"), "link")
        for part in (self.table, self.empty):
            self.stack.addWidget(part)
        self._refusal = ""
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.tabs.turned.connect(self.turn)
        self.model.mended.connect(self.mended)
        self.table.clicked.connect(self._edit)
        self.table.doubleClicked.connect(self._look_up)
        for key in ("Return", "Enter"):
            found = QShortcut(QKeySequence(key), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            found.activated.connect(lambda: self._look_up(self.table.currentIndex()))
        self.back.clicked.connect(self.returned)

    def _lay_out(self) -> None:
        FlowLayout(14, self.names)
        head = QHBoxLayout()
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.back)
        room = QVBoxLayout(self)
        room.setContentsMargins(18, 12, 18, 12)
        room.setSpacing(8)
        room.addWidget(self.names)
        room.addLayout(head)
        room.addWidget(self.stack, 1)
        room.addWidget(self.bar)

    def show_study(self, study: Study, lists: Sequence[Lines]) -> None:
        """Show what would become of the rows; without a plan why nothing can."""
        self.lists = lists
        counts = [len(lines.items) for lines in lists] or [0] * len(LABELS)
        if study.plan:
            counts[CHANGED] = sum(1 for one in study.plan.rows if one.changes)
            counts[REFUSED] = sum(1 for one in study.plan.rows if one.problems)
        self.tabs.show_counts(counts)
        self.back.setVisible(counts[REFUSED] > 0)
        self._show_names(study)
        self.bar.show_study(study)
        self._refusal = study.refused
        open_now = self._open_tab if self._open_tab >= 0 and counts[self._open_tab] else _first(counts)
        self.turn(open_now)

    def reset(self) -> None:
        """Another file: begin with the tab that needs somebody."""
        self._open_tab = -1

    def turn(self, at: int) -> None:
        """Open a tab."""
        self._open_tab = at
        self.tabs.open(at)
        if not self.lists or not self.lists[at].items:
            self.empty.sentence.setText(self._refusal or self.tr("这里没有内容"))
            self.stack.setCurrentWidget(self.empty)
            return
        widths = [width for _, width in self.lists[at].heads]
        self.model.show_lines(self.lists[at])
        self.table.widen(widths)
        self.stack.setCurrentWidget(self.table)

    def _show_names(self, study: Study) -> None:
        """A tick for every ledger that the file brings new names to."""
        proposed = study.plan.proposed if study.plan else {}
        wanted = {name: words for name, words in proposed.items() if name != study.found.ledger}
        for tick in self.ticks.values():
            tick.setParent(None)
            tick.deleteLater()
        self.ticks = {name: self._tick(name, words, study) for name, words in wanted.items() if words}
        self.names.setVisible(bool(self.ticks))

    def _tick(self, name: str, words: Sequence[str], study: Study) -> QCheckBox:
        some = "、".join(words[:NAMED]) + ("等" if len(words) > NAMED else "")
        told = self.tr("一并新增 {n} 个{noun}：{some}")
        tick = QCheckBox(told.format(n=len(words), noun=ledgers.ledger(name).noun, some=some))
        tick.setToolTip("、".join(words[:60]))
        tick.setChecked(bool(study.plan and name in study.plan.create))
        tick.toggled.connect(partial(self._create, name))
        layout = self.names.layout()
        if layout:
            layout.addWidget(tick)
        return tick

    def _create(self, name: str, wanted: bool) -> None:
        self.created.emit(name, CREATE if wanted else LEAVE)

    def _edit(self, index: QModelIndex) -> None:
        if index.column() == self.model.lines.mended and self.table.state() != Grid.State.EditingState:
            self.table.edit(index)

    def _look_up(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if self._open_tab == ABSENT:
            self.recorded.emit(self.model.item(index)[0])
        elif index.column() != self.model.lines.mended:
            self.looked_up.emit(*self.model.lines.spot(self.model.item(index)))


def _first(counts: Sequence[int]) -> int:
    """The tab that opens by itself: what cannot be imported, else what would be written."""
    order = (REFUSED, ADDED, CHANGED, SAME, SKIPPED)
    return next((at for at in order if counts[at]), ADDED)
