"""Hands for the pages of the services: open one, select rows, press what stands at its head or in its menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.pages.services.page import ServicePage

Opened = Callable[[Callable[[Desk], ServicePage]], ServicePage]


def page_of(opened: Opened, ledger: str) -> ServicePage:
    page = opened(partial(ServicePage, ledger=ledger))
    WENT.clear()
    page.desk.went.connect(WENT.append)
    settle(page)
    return page


WENT: list[Journey] = []


def settle(page: ServicePage) -> None:
    for _ in range(5):
        page.desk.tasks.settle()
        QApplication.processEvents()


def choose(page: ServicePage, text: str, *ids: str) -> None:
    """Select these rows and call the action of that name as its button does."""
    page.table.select_ids(list(ids))
    settle(page)
    press = page.bar.buttons.get(text)
    if press:
        assert press[0].isVisible()
        QTest.mouseClick(press[0], Qt.MouseButton.LeftButton)
    else:
        next(action for action in page.actions_ if action.text == text).act(page.shown())
    settle(page)


def press_doing(page: ServicePage, box: object) -> None:
    assert isinstance(box, QDialog)
    QTest.mouseClick(box.doing, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    settle(page)


def shown(page: ServicePage, name: str) -> list[str]:
    at = [field.name for field in page.model.fields].index(name)
    return [str(page.model.index(row, at).data()) for row in range(page.model.rowCount())]
