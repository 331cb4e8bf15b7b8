"""Hands for tests of editors: an editor in a window, text typed into it, keys pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.editors import editor_for
from daan_desk.ui.kit.editors_base import Around, Editor
from tests.ui.kit.made_up import THINGS

Key = Qt.Key


def opened(qtbot: QtBot, name: str, around: Around) -> Editor:
    editor = editor_for(THINGS[name], around)
    editor.held = window = QWidget()  # type: ignore[attr-defined]
    room = QVBoxLayout(window)
    room.addWidget(editor)
    room.addWidget(QLineEdit())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    editor.setFocus()
    return editor


def typed(editor: Editor, text: str) -> None:
    target = editor.focusProxy()
    assert isinstance(target, QWidget)
    QTest.keyClicks(target, text)


def pressed(editor: Editor, *keys: Qt.Key) -> None:
    """Press keys where the screen would send them: an open list takes them first."""
    for key in keys:
        target = QApplication.activePopupWidget() or editor.focusProxy()
        assert isinstance(target, QWidget)
        QTest.keyClick(target, key)
