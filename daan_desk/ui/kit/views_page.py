"""A page of several views of one subject, each with the switch in its head; the one that was open is remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from daan_desk.services.changes import Changes
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.kit.view_switch import Views, ViewSwitch

LEDGER = "ledger"


class ViewsPage(Page):
    """Subclasses name their `views` and how each is `made`; one is called “ledger” and shows rows and records."""

    views: ClassVar[Views] = ()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.stack = QStackedWidget()
        self.faces: dict[str, Page] = {}
        self.switches: dict[str, ViewSwitch] = {}
        self._remembered = f"{self.key}/view"
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.stack)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+B"), self, self.turn_view, context=inside)
        kept = desk.preferences.value(self._remembered, self.views[0][0])
        self.view = kept if kept in {name for name, *_ in self.views} else self.views[0][0]
        self.show_view(self.view)

    def made(self) -> Mapping[str, Callable[[], tuple[Page, QHBoxLayout, int]]]:
        """How each view is made: the page, the row in its head, and where in it the switch stands."""
        raise NotImplementedError(type(self).__name__)

    def face(self, name: str) -> Page:
        """A view, made when it is first wanted."""
        if name not in self.faces:
            page, head, at = self.made()[name]()
            switch = self.switches[name] = ViewSwitch(self.views)
            switch.chosen.connect(self.show_view)
            head.insertWidget(at, switch)
            self.stack.addWidget(page)
            self.faces[name] = page
        return self.faces[name]

    def show_view(self, name: str) -> None:
        """Show a view, and remember which."""
        self.view = name
        self.desk.preferences.keep(self._remembered, name)
        self._face(name)

    def turn_view(self) -> None:
        """On to the next view."""
        names = [view for view, *_ in self.views]
        self.show_view(names[(names.index(self.view) + 1) % len(names)])

    def _face(self, name: str) -> Page:
        page = self.face(name)
        self.switches[name].mark(name)
        self.stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        if self.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    # -- what a page is asked -----------------------------------------------------------------------------------------

    def show_for(self, target: Target | None) -> None:
        """Rows and records stand in the ledger; a target of another view says so in its words."""
        if target is None:
            self._face(self.view).show_for(None)
        elif target.words in {name for name, *_ in self.views}:
            self._face(target.words).show_for(None)  # its name is no word to look for
        else:
            self._face(LEDGER).show_for(target)

    def refresh(self, changes: Changes) -> None:
        for page in self.faces.values():
            page.refresh(changes)

    def choices(self) -> tuple[Choice, ...]:
        name = self.tr("切换到{view}")
        views = (
            Choice(name.format(view=words), partial(self.show_view, view), self.title, icon, "Ctrl+B")
            for view, words, icon in self.views
            if view != self.view
        )
        current = self.stack.currentWidget()
        return (*(current.choices() if isinstance(current, Page) else ()), *views)

    def may_leave(self) -> bool:
        return all(page.may_leave() for page in self.faces.values())
