"""What opens on a small screen has its buttons in sight."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.theme import Theme


def test_that_a_box_is_never_larger_than_the_screen(qtbot: QtBot, theme: Theme) -> None:
    free = QGuiApplication.primaryScreen().availableSize()
    box = Box(None, "对照", "每一栏都在。")
    box.offer("知道了")
    qtbot.addWidget(box)
    box.resize(free.width() + 300, free.height() + 300)
    box.show()
    assert box.width() < free.width()
    assert box.height() < free.height()
    assert box.doing.geometry().bottom() < box.height()


def test_that_a_box_that_has_room_keeps_its_size(qtbot: QtBot, theme: Theme) -> None:
    box = Box(None, "对照", "每一栏都在。")
    qtbot.addWidget(box)
    box.resize(520, 400)
    box.show()
    assert (box.width(), box.height()) == (520, 400)
