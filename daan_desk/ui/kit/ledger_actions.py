"""What can be done on a ledger's page: buttons at its head and lines of its menu, made of plain descriptions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from daan_desk.domain.questions import Question
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.icons import put_icon

Needs = Literal["nothing", "one", "rows"]
Place = Literal["bar", "menu", "both", "more"]


@dataclass(frozen=True)
class Shown:
    """What the page shows when an action is called: the question, the columns, the selected records."""

    question: Question
    columns: tuple[str, ...] = ()
    selected: tuple[str, ...] = ()


@dataclass(frozen=True)
class LedgerAction:
    """Something to do with a ledger or its selected rows; `act` is told what the page shows.

    needs: "rows" is only offered when rows are selected, "one" when exactly one is. place: a button at the head of the
    page, a line in the menu of rows, both, or a line under 更多. alone: the button makes room while rows are selected.
    """

    text: str
    icon: str
    act: Callable[[Shown], object] = field(compare=False)
    needs: Needs = "nothing"
    place: Place = "bar"
    look: str = ""
    keys: str = ""
    alone: bool = False

    def fits(self, selected: int) -> bool:
        """Whether it can be done with that many selected rows."""
        return {"nothing": True, "one": selected == 1, "rows": selected > 0}[self.needs]


class ActionBar(QWidget):
    """A button for every action that stands at the head."""

    def __init__(
        self, actions: Sequence[LedgerAction], shown: Callable[[], Shown], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self.buttons: dict[str, tuple[QPushButton, LedgerAction]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._more = [action for action in actions if action.place == "more"]
        self.more = self._more_button()
        for action in actions:
            if action.look == "main":
                row.addWidget(self.more)
            if action.place in ("bar", "both"):
                row.addWidget(self._button(action))
        if row.indexOf(self.more) < 0:
            row.addWidget(self.more)
        self.show_selected(0)

    def _more_button(self) -> QPushButton:
        press = button(self.tr("更多"), "", self)
        press.setAutoDefault(False)
        put_icon(press, "ellipsis")
        press.setVisible(bool(self._more))
        press.clicked.connect(self._open_more)
        return press

    def more_menu(self) -> QMenu:
        """The lines under 更多."""
        menu = QMenu(self)
        for action in self._more:
            add_line(menu, action, self._shown())
        return menu

    def _open_more(self) -> None:
        menu = self.more_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def show_selected(self, selected: int) -> None:
        """Show the buttons that can be pressed with that many selected rows."""
        for press, action in self.buttons.values():
            press.setVisible(action.fits(selected) and not (action.alone and selected))

    def _button(self, action: LedgerAction) -> QPushButton:
        press = button(action.text, action.look, self)
        press.setAutoDefault(False)
        put_icon(press, action.icon, "on-accent" if action.look == "main" else "soft")
        if action.keys:
            press.setToolTip(f"{action.text}（{action.keys}）")
        press.clicked.connect(partial(self._call, action))
        self.buttons[action.text] = (press, action)
        return press

    def _call(self, action: LedgerAction, _checked: bool = False) -> None:
        action.act(self._shown())


def fill_menu(menu: QMenu, actions: Sequence[LedgerAction], shown: Shown) -> None:
    """Put the actions that fit the selected rows into the menu."""
    for action in actions:
        if action.place in ("menu", "both") and action.fits(len(shown.selected)):
            add_line(menu, action, shown)


def add_line(menu: QMenu, action: LedgerAction, shown: Shown) -> None:
    """One line of a menu, with its keys."""
    line = QAction(f"{action.text}\t{action.keys}" if action.keys else action.text, menu)
    put_icon(line, action.icon)
    line.triggered.connect(partial(_call, action, shown))
    menu.addAction(line)


def _call(action: LedgerAction, shown: Shown, _checked: bool = False) -> None:
    action.act(shown)
