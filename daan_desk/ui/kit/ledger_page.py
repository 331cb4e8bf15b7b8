"""The page of any ledger, out of its description: `LedgerPage(desk, "departments")` is a whole page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from daan_desk.domain.kinds import LinkTo
from daan_desk.services import ledgers
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.action_bar import ActionBar
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown, fill_menu
from daan_desk.ui.kit.ledger_asking import Asking
from daan_desk.ui.kit.ledger_body import LedgerBody, page_room
from daan_desk.ui.kit.ledger_control import LedgerControl
from daan_desk.ui.kit.ledger_filter import SearchBox
from daan_desk.ui.kit.ledger_model import LedgerModel
from daan_desk.ui.kit.ledger_records import LedgerRecords
from daan_desk.ui.kit.ledger_service import OfficeDrafts, OfficeSource, OfficeViews
from daan_desk.ui.kit.ledger_setup import LedgerSetup
from daan_desk.ui.kit.ledger_usual import usual_actions
from daan_desk.ui.kit.ledger_views import ViewsButton
from daan_desk.ui.kit.page import Choice, Page, Target

SEARCH_WIDTH = 270


class LedgerPage(Page):
    """Search, filters, tabs, table, form and acts of one ledger."""

    def __init__(
        self, desk: Desk, ledger: str, setup: LedgerSetup | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self.setup = setup or LedgerSetup()
        self.source = self.setup.source or OfficeSource(desk.office, ledgers.ledger(ledger))
        self.ledger, self._wanted = self.source.ledger, ""
        self.setAccessibleName(self.ledger.label)
        around = Around(self.source, desk.tasks)
        self.records = LedgerRecords(desk, around, self.setup, self.setup.drafts or OfficeDrafts(desk.office), self)
        self.model = LedgerModel(self.source, desk.tasks, self)
        self.body = LedgerBody(self.model, around, self.setup, desk.preferences)
        self.table = self.body.table
        self.search = SearchBox(self.tr("搜索{noun}：汉字、拼音、首字母").format(noun=self.ledger.noun))
        self.control = LedgerControl(around, self.body, self.search, self.setup.tabs)
        self.views = ViewsButton(
            self.ledger, self.setup.views or OfficeViews(desk.office), desk.tasks, self.control.view
        )
        self.actions_ = (*self.setup.actions, *usual_actions(self))
        self.bar = ActionBar(self.actions_, self.shown)
        self._build()
        self._connect()
        self._keys()
        self.control.ask(Asking())

    def _build(self) -> None:
        self.search.setFixedWidth(SEARCH_WIDTH)
        self.filter_button = button(self.tr("筛选"))
        self.filter_button.setAutoDefault(False)
        put_icon(self.filter_button, "funnel")
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        for part in (self.search, self.filter_button, self.views):
            self.head.addWidget(part)
        self.head.addStretch(1)
        self.head.addWidget(self.bar)
        room = page_room(self)
        room.addLayout(self.head)
        room.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.search.left_down.connect(self.table.setFocus)
        self.filter_button.clicked.connect(self._filter_menu)
        self.views.chosen.connect(self.control.show_view)
        self.model.edited.connect(lambda i, name, raw: self.records.change_one(i, name, raw, self.model.shown(i)))
        self.body.relief_wanted.connect(self._relieve)
        self.control.shown.connect(self._select_wanted)
        self.table.opened.connect(self.records.open)
        self.table.copy_wanted.connect(self.copy)
        self.table.remove_wanted.connect(self.remove)
        self.table.typed.connect(self._type)
        self.table.picked.connect(self.body.foot.show_selected)
        self.table.picked.connect(self.bar.show_selected)
        self.table.menu_of = self._fill_menu

    def _keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Find, self, self.focus_search, context=inside)
        for action in self.actions_:
            if action.keys and action.needs == "nothing":
                QShortcut(QKeySequence(action.keys), self, partial(self._call, action), context=inside)

    # -- what a page is asked -----------------------------------------------------------------------------------------

    def show_for(self, target: Target | None) -> None:
        if target is None:
            return
        if target.question:
            self.control.show_question(target.question)
        elif target.words:
            self.control.ask(Asking(target.words))
        if target.record:
            self.records.open(target.record)
        if target.fresh is not None:
            self.records.form("", target.fresh)

    def read(self) -> None:
        self.model.refresh()

    def concerns(self, changes: Changes) -> bool:
        return changes.touch(self.ledger.name, *self._linked())

    def refresh(self, changes: Changes) -> None:
        if changes.touch("settings"):
            self.views.read()
        if not self.isVisible() or not self.concerns(changes):
            super().refresh(changes)
            return
        own = changes.ids.get(self.ledger.name, ())
        self._wanted = own[0] if len(own) == 1 and not changes.elsewhere else ""
        self.model.refresh(() if "" in own or changes.touch(*self._linked()) else own)

    def _linked(self) -> list[str]:
        return [f.kind.ledger for f in self.ledger.fields if isinstance(f.kind, LinkTo)]

    def choices(self) -> tuple[Choice, ...]:
        offered = [action for action in self.actions_ if action.needs == "nothing"]
        return tuple(Choice(a.text, partial(self._call, a), self.ledger.label, a.icon, a.keys) for a in offered)

    # -- small acts ---------------------------------------------------------------------------------------------------

    def shown(self) -> Shown:
        """What is on the screen, for actions: question, columns, selected records."""
        names, selected = self.body.columns.names(), self.table.selected_ids()
        return Shown(self.control.question(), names, selected, self.control.narrowed())

    def copy(self) -> None:
        self.records.copy(self.table.selected_ids(), self.body.columns.names())

    def remove(self) -> None:
        if not self.setup.fixed:
            self.records.remove(self.table.selected_ids())

    def focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _call(self, action: LedgerAction) -> None:
        action.act(self.shown())

    def _type(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(text)

    def _fill_menu(self, menu: QMenu) -> None:
        fill_menu(menu, self.actions_, self.shown())

    def _filter_menu(self) -> None:
        menu, shown = QMenu(self), self.body.columns.names()
        rest = QMenu(self.tr("其他栏目"), menu)
        for field in self.ledger.fields:
            if field.kept:
                where = menu if field.name in shown else rest
                where.addAction(field.label, partial(self.control.open_filter, field.name, self.filter_button))
        if rest.actions():
            menu.addSeparator()
            menu.addMenu(rest)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.filter_button.mapToGlobal(self.filter_button.rect().bottomLeft()))

    def _relieve(self) -> None:
        asking = self.control.asking
        if asking.text or asking.where or asking.tab:
            self.control.clear()
        else:
            self.records.add()

    def _select_wanted(self) -> None:
        """Bring a record that was just made or changed into sight."""
        if self._wanted and not self.table.selected_ids():
            self.table.select_ids([self._wanted])
        self._wanted = ""
