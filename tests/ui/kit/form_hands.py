"""Hands for tests of forms: text typed into a field, saving, buttons of a box."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from daan_desk.ui.kit.form_dialog import FormDialog

Key, Mod = Qt.Key, Qt.KeyboardModifier
Dialogs = Callable[..., FormDialog]


def typed(dialog: FormDialog, name: str, text: str) -> None:
    dialog.form.cells[name].editor.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), text)


def saved(dialog: FormDialog) -> None:
    QTest.keyClick(QApplication.focusWidget(), Key.Key_S, Mod.ControlModifier)
    dialog.around.tasks.settle()


def pressed(box: object, words: str) -> None:
    found = [press for press in box.findChildren(QPushButton) if press.text() == words]  # type: ignore[attr-defined]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
