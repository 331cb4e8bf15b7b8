"""What can be done on a ledger's page, as plain descriptions, and the lines of menus that they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from daan_desk.domain.questions import Question
from daan_desk.ui.kit.icons import put_icon

Needs = Literal["nothing", "one", "rows"]
Place = Literal["bar", "menu", "both", "more"]


@dataclass(frozen=True)
class Shown:
    """What the page shows when an action is called: the question, the columns, the selected records.

    narrowed: the question in words, for papers that must say what they leave out.
    """

    question: Question
    columns: tuple[str, ...] = ()
    selected: tuple[str, ...] = ()
    narrowed: tuple[str, ...] = ()


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
