"""A file that is dropped anywhere on the window leads to where files come in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.drops import first_file
from daan_desk.ui.kit.equipment import Equipment
from daan_desk.ui.kit.faults import Faults
from daan_desk.ui.kit.page import Page, PageEntry, Target
from daan_desk.ui.shell import Shell

COPY, LEFT, NOTHING = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class NotePage(Page):
    """Remembers what it was asked."""

    target: Target | None = None
    stay = False

    def show_for(self, target: Target | None) -> None:
        self.target = target

    def may_leave(self) -> bool:
        return not self.stay


def shell_of(desk: Desk, faults: Faults, *keys: str) -> Shell:
    return Shell(
        desk, [PageEntry(key, key, "file-text", "", NotePage) for key in keys], Equipment(faults, lambda _: ())
    )


def dragged(*files: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(file) if "://" in file else QUrl.fromLocalFile(file) for file in files])
    return data


def entered(shell: Shell, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NOTHING)
    event.ignore()
    QApplication.sendEvent(shell, event)
    return event.isAccepted()


@pytest.fixture
def shell(qtbot: QtBot, desk: Desk, faults: Faults) -> Shell:
    made = shell_of(desk, faults, "home", "imports")
    qtbot.addWidget(made)
    made.show()
    desk.tasks.settle()
    return made


def test_that_a_dropped_file_opens_where_files_come_in(shell: Shell, tmp_path: Path) -> None:
    data = dragged(str(tmp_path / "名录.xlsx"))
    assert entered(shell, data)
    QApplication.sendEvent(shell, QDropEvent(QPointF(9, 9), COPY, data, LEFT, NOTHING))
    page = shell.page
    assert isinstance(page, NotePage)
    assert shell.pages["imports"] is page
    assert page.target == Target(words=str(tmp_path / "名录.xlsx"))


def test_that_a_page_with_something_unsaved_keeps_the_officer(shell: Shell) -> None:
    home = shell.page
    assert isinstance(home, NotePage)
    home.stay = True
    event = QDropEvent(QPointF(9, 9), COPY, dragged("/a.xlsx"), LEFT, NOTHING)
    QApplication.sendEvent(shell, event)
    assert shell.page is home


def test_that_nothing_is_taken_where_no_page_wants_files(
    qtbot: QtBot, desk: Desk, faults: Faults, tmp_path: Path
) -> None:
    made = shell_of(desk, faults, "home")
    qtbot.addWidget(made)
    assert not entered(made, dragged(str(tmp_path / "名录.xlsx")))


def test_that_only_files_of_this_machine_are_taken(shell: Shell) -> None:
    assert not entered(shell, dragged("https://example.org/名录.xlsx"))
    assert first_file(dragged("https://example.org/a.xlsx", "/b.xlsx")) == Path("/b.xlsx")
