"""One sitting at the real window: opened on a workspace with a clock, worked by mouse and keys, closed by its frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from daan_desk import app
from daan_desk.services import ledgers, workspaces
from daan_desk.services.ledgers import Question, Row, Where
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.navigation_group import NavGroup
from daan_desk.ui.kit.page import Page
from daan_desk.ui.shell import Shell
from tests.builders import PASSWORD, at

Key, Mod = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
ROUNDS = 5  # answers of the background thread that ask for more of them
P = TypeVar("P", bound=Page)


@dataclass
class Sitting:
    """The program, its window, and the workspace behind it."""

    program: app.Program
    shell: Shell
    place: Workplace

    @property
    def office(self) -> Office:
        return self.place.office

    def settle(self) -> None:
        """Until nothing is asked any more."""
        for _ in range(ROUNDS):
            QApplication.processEvents()
            self.program.tasks.settle(60)

    def go(self, kind: type[P]) -> P:
        """Click the page's row in the navigation, after unfolding its group where it is folded."""
        row = self.shell.navigation.rows[kind.key]
        if not row.isVisible():
            group = row.parentWidget()
            assert isinstance(group, NavGroup) and group.heading is not None
            click(group.heading)
        in_front(self.shell)
        click(row)
        self.settle()
        page = self.shell.page
        assert isinstance(page, kind)
        return page

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        """A key goes where the screen would send it: to an open list first, else to what has the focus."""
        here = QApplication.activePopupWidget() or QApplication.focusWidget() or self.shell
        QTest.keyClick(here, key, modifier)
        self.settle()

    def chosen(self, text: str) -> None:
        """Type into an editor that finds or lists, and take what it marks."""
        type_(text)
        for _ in range(200):
            if QApplication.activePopupWidget():
                break
            QTest.qWait(10)
        self.press(Key.Key_Return)
        here = QApplication.focusWidget()
        if here is not None:
            in_front(here.window())

    def front(self, dialog: QWidget | None, kind: type[QDialog]) -> None:
        """Bring a dialog that opened to the front, as a screen would have."""
        self.settle()
        assert isinstance(dialog, kind)
        in_front(dialog)

    def rows(self, ledger: str, *where: Where) -> tuple[Row, ...]:
        return ledgers.rows(self.office, ledger, ledgers.ids(self.office, Question(ledger, where=where)))

    def close(self) -> None:
        """Close the window as its frame does, and leave the program."""
        if self.program.shell is not None:  # it may have been closed before
            self.shell.close()
        self.program.close()


def sit_down(file: Path, moment: datetime) -> Sitting:
    """Open the window on a workspace that is there, at that moment."""
    place = workspaces.unlock(file, PASSWORD, at(moment))
    program = app.Program(app.application())
    shell = program.open(place)
    shell.resize(1366, 768)
    shell.show()
    shell.activateWindow()
    QTest.qWaitForWindowActive(shell)
    sitting = Sitting(program, shell, place)
    sitting.settle()
    return sitting


def in_front(window: QWidget) -> None:
    """Until the keys go to this window: the offscreen screen leaves them with a list that has closed."""
    for _ in range(ROUNDS):
        window.activateWindow()
        QApplication.processEvents()
        if QGuiApplication.focusWindow() is window.windowHandle():
            return


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """A click on something that can be seen and pressed."""
    assert widget.isEnabled()
    assert widget.isVisible()
    QTest.mouseClick(widget, LEFT, pos=place or QPoint())


def button(host: QWidget, words: str) -> QPushButton:
    """The button of those words that can be seen."""
    return next(one for one in host.findChildren(QPushButton) if one.text() == words and one.isVisible())


def type_(text: str) -> None:
    here = QApplication.focusWidget()
    assert isinstance(here, QWidget)
    QTest.keyClicks(here, text)


def commit(text: str) -> None:
    """Chinese comes from an input method, not from keys."""
    here = QApplication.focusWidget()
    assert isinstance(here, QWidget)
    written = QInputMethodEvent()
    written.setCommitString(text)
    QApplication.sendEvent(here, written)


def fields(dialog: QDialog) -> Callable[[str], QWidget]:
    """The editors of a form by name, each with the focus when it is asked for."""

    def field(name: str) -> QWidget:
        editor = dialog.form.cells[name].editor  # type: ignore[attr-defined]
        target = editor.focusProxy() or editor
        target.setFocus()
        QTest.keyClick(target, Key.Key_A, Mod.ControlModifier)
        return target  # type: ignore[no-any-return]

    return field
