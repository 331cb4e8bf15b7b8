"""Hands for the forms of a page over a real workspace."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.ledger_page import LedgerPage

Key, Mod = Qt.Key, Qt.KeyboardModifier
Pages = Callable[[str], LedgerPage]


def form_of(page: LedgerPage, qtbot: QtBot) -> FormDialog:
    dialog = page.records.dialog
    assert isinstance(dialog, FormDialog)
    page.desk.tasks.settle()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def typed(dialog: FormDialog, name: str, text: str) -> None:
    dialog.form.cells[name].editor.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), text)
