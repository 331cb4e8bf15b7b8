"""Hands for the page of meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from daan_desk.domain.questions import Question, Row, Where
from daan_desk.services import ledgers
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.pages.meetings.page import MeetingsPage

Opened = Callable[[Callable[[Desk], Any]], Any]


def page_of(opened: Opened, qtbot: QtBot) -> MeetingsPage:
    """The page, which goes where it asks to be sent, as the window does."""
    page = opened(MeetingsPage)
    assert isinstance(page, MeetingsPage)
    page.desk.went.connect(lambda journey: _go(page, journey))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def _go(page: MeetingsPage, journey: Journey) -> None:
    if journey.key == page.key:
        page.show_for(journey.target)


def settle(page: MeetingsPage) -> None:
    for _ in range(4):
        page.desk.tasks.settle()
        QApplication.processEvents()


def press(page: MeetingsPage, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    here = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert isinstance(here, QWidget)
    QTest.keyClick(here, key, held)
    settle(page)


def typed(text: str) -> None:
    """Words as an input method hands them over, one at a time."""
    for sign in text:
        event = QInputMethodEvent()
        event.setCommitString(sign)
        QApplication.sendEvent(QApplication.focusWidget(), event)


def say(page: MeetingsPage, text: str) -> None:
    """Type words into the cell that has the focus; what it suggests is put away."""
    typed(text)
    settle(page)
    popup = QApplication.activePopupWidget()
    if popup:
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    settle(page)


def of(office: Office, ledger: str, meeting: str) -> tuple[Row, ...]:
    found = ledgers.ids(office, Question(ledger, where=(Where("meeting", "is", meeting),)))
    return ledgers.rows(office, ledger, found)
