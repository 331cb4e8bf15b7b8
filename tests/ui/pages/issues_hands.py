"""Hands for the page of issues: issues at every point of their life, the page, its dialogs, a card dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from daan_desk.domain.issues import State
from daan_desk.services import issues
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Journey
from daan_desk.ui.pages.issues.board_column import CARD, BoardColumn
from daan_desk.ui.pages.issues.move_dialog import MoveDialog
from daan_desk.ui.pages.issues.page import IssuesPage
from tests import builders

Key, Mod = Qt.Key, Qt.KeyboardModifier
Opened = Callable[[type[IssuesPage]], IssuesPage]
ROAD = {"lead_department": "区住建局"}
LIVES: dict[str, tuple[tuple[str, dict[str, object]], ...]] = {
    State.REGISTERED: (),
    State.DISPATCHED: (("dispatch", ROAD),),
    State.IN_PROGRESS: (("dispatch", ROAD), ("accept", {})),
    State.ANSWERED: (("dispatch", ROAD), ("accept", {}), ("answer", {"outcome": "路面已修复"})),
}


def issue_at(office: Office, state: str, title: str = "厂区门口道路破损", **values: object) -> str:
    """A made-up issue that came as far as that state."""
    enterprise = builders.enterprise(office, f"自贡{title}机械有限公司")
    one = builders.issue(office, enterprise, title=title, **{"grade": "一般", **values})
    for move, given in LIVES[state]:
        issues.move(office, one, move, given)
    return one


def page_of(opened: Opened) -> IssuesPage:
    """The page as it stands in the window: its journeys to itself lead back to it."""
    page = opened(IssuesPage)
    page.desk.went.connect(lambda journey: travel(page, journey))
    settle(page)
    page.activateWindow()
    return page


def travel(page: IssuesPage, journey: Journey) -> None:
    if journey.key == page.key:
        page.show_for(journey.target)


def settle(page: IssuesPage) -> None:
    """Until nothing is asked any more: answers ask questions of their own."""
    for _ in range(4):
        page.desk.tasks.settle()
        QApplication.processEvents()


def dialog_of(page: IssuesPage) -> MoveDialog:
    settle(page)
    dialog = page.moving.dialog
    assert isinstance(dialog, MoveDialog)
    dialog.activateWindow()
    return dialog


def typed(dialog: QDialog, name: str, text: str) -> None:
    """Type into a field of a form, in place of what stands there."""
    editor = dialog.form.cells[name].editor  # type: ignore[attr-defined]
    target = cast(QWidget, editor.focusProxy())
    target.setFocus()
    QTest.keyClick(target, Key.Key_A, Mod.ControlModifier)
    written = QInputMethodEvent()  # Chinese comes from an input method, not from keys
    written.setCommitString(text)
    QApplication.sendEvent(target, written)


def confirmed(page: IssuesPage, dialog: QDialog) -> None:
    """Ctrl+S, and whatever follows from it."""
    QTest.keyClick(dialog, Key.Key_S, Mod.ControlModifier)
    settle(page)


def column(page: IssuesPage, state: str) -> BoardColumn:
    return next(one for one in page.board.columns if one.state == state)


def drop(page: IssuesPage, issue: str, state: str) -> None:
    """Let a card go over the column of that state."""
    data = QMimeData()
    data.setData(CARD, issue.encode())
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    cards = column(page, state).cards
    cards.dropEvent(QDropEvent(QPointF(20, 20), Qt.DropAction.MoveAction, data, left, none))
    settle(page)
