"""Saved views of a ledger: a name for words, filters, order and columns, offered in a menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from daan_desk.domain.fields import Ledger
from daan_desk.ui.kit import dialogs
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_asking import SavedView, unpacked_view
from daan_desk.ui.kit.tasks import Tasks


class Views(Protocol):
    """Where saved views are kept: plain values by ledger."""

    def load(self, ledger: str) -> Sequence[Mapping[str, object]]: ...

    def save(self, ledger: str, views: Sequence[Mapping[str, object]]) -> None: ...


class ViewsButton(QPushButton):
    """Opens the menu of saved views; keeps what the page shows now under a name."""

    chosen = Signal(object)

    def __init__(self, ledger: Ledger, kept: Views, tasks: Tasks, now: Callable[[], SavedView]) -> None:
        super().__init__()
        self._ledger, self._kept, self._tasks, self._now = ledger, kept, tasks, now
        self.setText(self.tr("视图"))
        self.setAutoDefault(False)
        self.setToolTip(self.tr("把当前的筛选、排序和列保存为视图，下次一点就到"))
        put_icon(self, "layout-list")
        self.clicked.connect(self.open_menu)
        self.views: tuple[SavedView, ...] = ()
        self.read()

    def read(self) -> None:
        """Read the views that are kept, now and after somebody changed them."""
        self._tasks.run(partial(self._kept.load, self._ledger.name), self._know, owner=self)

    def _know(self, kept: Sequence[Mapping[str, object]]) -> None:
        self.views = tuple(unpacked_view(packed, self._ledger) for packed in kept)

    def keep(self, name: str) -> None:
        """Keep what is shown now; a view of the same name is replaced, one without a name is not kept."""
        if not name:
            return
        now = self._now()
        others = [view for view in self.views if view.name != name]
        self._save([*others, SavedView(name, now.asking, now.columns)])

    def forget(self, name: str) -> None:
        self._save([view for view in self.views if view.name != name])

    def menu_lines(self) -> QMenu:
        """The menu: everything, the saved views, and what can be done with them."""
        menu = QMenu(self)
        menu.addAction(self.tr("全部（默认）"), partial(self.chosen.emit, SavedView("")))
        for view in self.views:
            menu.addAction(view.name, partial(self.chosen.emit, view))
        menu.addSeparator()
        menu.addAction(self.tr("保存当前视图…"), self._ask_name)
        if self.views:
            removing = menu.addMenu(self.tr("删除视图"))
            for view in self.views:
                removing.addAction(view.name, partial(self.forget, view.name))
        return menu

    def open_menu(self) -> None:
        menu = self.menu_lines()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _ask_name(self) -> None:
        box, line = dialogs.text_box(self, self.tr("保存当前视图"), "", self.tr("给这个视图起个名字"))
        box.accepted.connect(lambda: self.keep(line.text().strip()))
        box.open()

    def _save(self, views: Sequence[SavedView]) -> None:
        self.views = tuple(views)
        self._tasks.run(partial(self._kept.save, self._ledger.name, [view.packed() for view in views]), owner=self)
