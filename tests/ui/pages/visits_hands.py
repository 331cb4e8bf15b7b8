"""Hands for the page of visits and its form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from daan_desk.domain.kinds import Linked
from daan_desk.services import ledgers
from daan_desk.services.ledgers import Question, Row
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.page import Page
from daan_desk.ui.pages.visits.form import VisitForm
from daan_desk.ui.pages.visits.issue_line import IssueLine
from daan_desk.ui.pages.visits.page import VisitsPage

Key, Mod = Qt.Key, Qt.KeyboardModifier
Opened = Callable[[Callable[[Desk], Any]], Any]


def settle(page: Page) -> None:
    for _ in range(3):
        page.desk.tasks.settle()


def page_of(opened: Opened) -> VisitsPage:
    page = opened(VisitsPage)
    assert isinstance(page, VisitsPage)
    return page


def form_of(page: VisitsPage, qtbot: QtBot, values: Mapping[str, object] | None = None, record: str = "") -> VisitForm:
    """The form of a new visit, or of one that is kept, ready for the keys."""
    form = page.ledger.records.form(record, values)
    assert isinstance(form, VisitForm)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    settle(page)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def pressed(key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    here = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert isinstance(here, QWidget)
    QTest.keyClick(here, key, modifier)


def typed(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def named(form: VisitForm, enterprise: str, text: str = "自贡天工机械有限公司") -> None:
    """The enterprise was found and taken."""
    form.form.cells["enterprise"].editor.take_linked(Linked(enterprise, text))  # type: ignore[attr-defined]
    form.around.tasks.settle()


def put(line: IssueLine, **values: str) -> None:
    """Words in a line as if typed."""
    for name, text in values.items():
        line.editors[name].fill(text)
        line.editors[name].changed.emit()


def saved(form: VisitForm) -> None:
    form.save()
    form.around.tasks.settle()


def left(form: VisitForm) -> None:
    """Close the form without a question."""
    form.drop()
    form.reject()
    form.around.tasks.settle()


def rows(office: Office, ledger: str) -> tuple[Row, ...]:
    return ledgers.rows(office, ledger, ledgers.ids(office, Question(ledger)))
