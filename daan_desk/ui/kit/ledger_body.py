"""The card of a ledger's page: heading, tabs, chips, the table or what to do where it is empty, and the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from daan_desk.ui.kit.cards import EmptyState, label
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_asking import Asking
from daan_desk.ui.kit.ledger_column_chooser import ColumnChooser
from daan_desk.ui.kit.ledger_columns import LedgerColumns
from daan_desk.ui.kit.ledger_filter import ChipBar
from daan_desk.ui.kit.ledger_foot import LedgerFoot
from daan_desk.ui.kit.ledger_model import LedgerModel
from daan_desk.ui.kit.ledger_setup import LedgerSetup
from daan_desk.ui.kit.ledger_table import LedgerTable
from daan_desk.ui.kit.ledger_tabs import LedgerTabs
from daan_desk.ui.kit.preferences import Preferences


class LedgerBody(QFrame):
    """Puts the parts together; the page decides what they show."""

    relief_wanted = Signal()  # the button of the empty state was pressed

    def __init__(self, model: LedgerModel, around: Around, setup: LedgerSetup, preferences: Preferences) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._ledger = around.source.ledger
        self._setup = setup
        self.table = LedgerTable(model, around, setup.tones, self)
        self.columns = LedgerColumns(self.table, preferences)
        self.tabs, self.chips = LedgerTabs(setup.tabs), ChipBar(self._ledger)
        self.foot = LedgerFoot(self._ledger)
        self.empty = EmptyState(self._ledger.icon, "", " ", " ")
        self.empty.asked.connect(self.relief_wanted)
        self.stack = QStackedWidget()
        for part in (self.table, self.empty):
            self.stack.addWidget(part)
        room = QVBoxLayout(self)
        room.setContentsMargins(1, 12, 1, 1)
        room.setSpacing(6)
        room.addLayout(self._head())
        room.addWidget(self.chips)
        room.addWidget(self.stack, 1)
        room.addWidget(self.foot)
        self.table.head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.head.customContextMenuRequested.connect(self._head_menu)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 10, 0)
        row.setSpacing(16)
        self.heading = label(self._ledger.label, "heading")
        row.addWidget(self.heading)
        row.addWidget(self.tabs)
        row.addStretch(1)
        self.chooser_button = QToolButton()
        self.chooser_button.setToolTip(self.tr("选择显示的列"))
        self.chooser_button.setAccessibleName(self.tr("选择显示的列"))
        put_icon(self.chooser_button, "columns-3")
        self.chooser_button.clicked.connect(self.choose_columns)
        row.addWidget(self.chooser_button)
        return row

    def show_state(self, asking: Asking, count: int) -> None:
        """Marks in the header, chips, and the empty state where no row answers."""
        self.table.show_marks(asking.sort or (self._ledger.order,), asking.filtered())
        self.chips.show_filters(asking)
        self.foot.show_count(count)
        if not count:
            self._say_empty(bool(asking.text or asking.where or asking.tab))
        self._turn(self.table if count else self.empty)

    def _turn(self, face: QWidget) -> None:
        """Show the table or the empty state; whoever was in the one goes on in the other, never nowhere."""
        before, here = self.stack.currentWidget(), QApplication.focusWidget()
        self.stack.setCurrentWidget(face)
        if before is not face and here is not None and (here is before or before.isAncestorOf(here)):
            (self.table if face is self.table else self.empty.doing).setFocus()

    def _say_empty(self, narrowed: bool) -> None:
        noun = self._ledger.noun
        if narrowed:
            words = (self.tr("没有符合条件的{noun}"), self.tr("换个词试试，或去掉一些筛选条件"), self.tr("清除条件"))
        else:
            words = (self.tr("还没有{noun}"), self.tr("先录入第一条，或从 Excel 导入"), self.tr("新增{noun}"))
        sentence, remedy, doing = (text.format(noun=noun) for text in words)
        self.empty.sentence.setText(sentence)
        self.empty.remedy.setText(remedy)
        self.empty.doing.setText(doing)
        self.empty.doing.setVisible(narrowed or not self._setup.fixed)
        self.empty.remedy.setVisible(narrowed or not self._setup.fixed)

    def choose_columns(self) -> None:
        """Open the list of columns."""
        chooser = ColumnChooser(self._ledger, self.columns.names(), self)
        chooser.chosen.connect(self.columns.choose)
        chooser.reset.connect(self.columns.reset)
        chooser.open_under(self.chooser_button)

    def _head_menu(self, place: QPoint) -> None:
        logical = self.table.head.logicalIndexAt(place)
        if logical >= 0:
            menu = self.column_menu(self.table.ledger.fields[logical].name)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.table.head.mapToGlobal(place))

    def column_menu(self, name: str) -> QMenu:
        """What can be done with a column."""
        menu, head = QMenu(self), self.table.head
        lines: tuple[tuple[str, Callable[[], object]], ...] = (
            (self.tr("排序"), lambda: head.sort_wanted.emit(name, False)),
            (self.tr("作为次要排序（Shift+单击）"), lambda: head.sort_wanted.emit(name, True)),
            (self.tr("筛选…"), lambda: head.filter_wanted.emit(name)),
        )
        for words, act in lines if self._ledger[name].kept else ():
            menu.addAction(words, act)
        menu.addSeparator()
        rest = [other for other in self.columns.names() if other != name]
        if rest:
            menu.addAction(self.tr("隐藏这一列"), lambda: self.columns.choose(rest))
        menu.addAction(self.tr("选择列…"), self.choose_columns)
        return menu


def page_room(page: QWidget) -> QVBoxLayout:
    """The outer layout of a page, as in the pictures."""
    room = QVBoxLayout(page)
    room.setContentsMargins(24, 18, 24, 20)
    room.setSpacing(14)
    return room
