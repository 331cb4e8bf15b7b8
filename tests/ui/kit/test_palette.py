"""The palette finds by a few letters and is worked by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.page import Choice
from daan_desk.ui.kit.palette import CommandPalette
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.kit.theme import Theme

PAGES = ("工作首页", "企业名录", "走访记录")


class Surface:
    """A window with a field and a palette over it; remembers what was chosen and searched."""

    def __init__(self, qtbot: QtBot, tasks: Tasks) -> None:
        self.window, self.field = QWidget(), QLineEdit()
        qtbot.addWidget(self.window)
        QVBoxLayout(self.window).addWidget(self.field)
        self.window.resize(1000, 700)
        self.chosen: list[str] = []
        self.searched: list[str] = []
        self.palette = CommandPalette(self.window, tasks, self.offers, self.search)
        self.window.show()
        self.window.activateWindow()
        self.field.setFocus()

    def choice(self, text: str, detail: str = "") -> Choice:
        return Choice(text, lambda: self.chosen.append(text), detail)

    def offers(self, text: str) -> list[Choice]:
        return [self.choice(page, "打开") for page in PAGES if text in page]

    def search(self, text: str) -> list[Choice]:
        self.searched.append(text)
        return [self.choice(f"{text}样例有限公司", "企业")]


@pytest.fixture
def surface(qtbot: QtBot, tasks: Tasks, theme: Theme) -> Surface:
    return Surface(qtbot, tasks)


def texts(surface: Surface) -> list[str]:
    return [choice.text for choice in surface.palette.choices]


def test_that_pages_and_commands_are_there_before_anything_is_typed(surface: Surface) -> None:
    surface.palette.open()
    assert texts(surface) == list(PAGES)
    assert surface.searched == []


def test_that_records_follow_what_fits_at_once(qtbot: QtBot, surface: Surface, tasks: Tasks) -> None:
    surface.palette.open()
    surface.palette.line.setText("企业")
    tasks.settle()
    assert texts(surface) == ["企业名录", "企业样例有限公司"]


def test_that_an_answer_to_older_letters_is_not_shown(qtbot: QtBot, surface: Surface, tasks: Tasks) -> None:
    surface.palette.open()
    for letters in ("h", "hd", "hdd"):
        surface.palette.line.setText(letters)
    tasks.settle()
    assert texts(surface) == ["hdd样例有限公司"]


def test_that_arrows_go_around_and_enter_chooses(qtbot: QtBot, surface: Surface) -> None:
    surface.palette.open()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(surface.palette.line, key)
    assert surface.chosen == ["走访记录"]
    assert surface.palette.isHidden()


def test_that_page_keys_stop_at_the_ends(qtbot: QtBot, surface: Surface) -> None:
    surface.palette.open()
    qtbot.keyClick(surface.palette.line, Qt.Key.Key_PageDown)
    assert surface.palette.list.currentIndex().row() == 2
    qtbot.keyClick(surface.palette.line, Qt.Key.Key_PageUp)
    assert surface.palette.list.currentIndex().row() == 0


def test_that_a_click_chooses(qtbot: QtBot, surface: Surface) -> None:
    surface.palette.open()
    rows = surface.palette.list
    place = rows.visualRect(rows.model().index(1, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert surface.chosen == ["企业名录"]


def test_that_escape_leaves_and_gives_the_focus_back(qtbot: QtBot, surface: Surface) -> None:
    surface.palette.open()
    qtbot.keyClick(surface.palette.line, Qt.Key.Key_Escape)
    assert surface.palette.isHidden()
    assert surface.window.focusWidget() is surface.field


def test_that_a_click_beside_the_box_leaves(qtbot: QtBot, surface: Surface) -> None:
    surface.palette.open()
    qtbot.mouseClick(surface.palette, Qt.MouseButton.LeftButton, pos=surface.palette.rect().bottomLeft())
    assert surface.palette.isHidden()


def test_that_tab_does_not_wander_under_the_shade(qtbot: QtBot, surface: Surface) -> None:
    surface.palette.open()
    qtbot.keyClick(surface.palette.line, Qt.Key.Key_Tab)
    assert surface.window.focusWidget() is surface.palette.line


def test_that_finding_nothing_says_what_can_be_typed(qtbot: QtBot, surface: Surface, tasks: Tasks) -> None:
    palette = CommandPalette(surface.window, tasks, surface.offers, lambda text: [])
    palette.open("zzz")
    assert palette.nothing.text() == "正在查找…"
    tasks.settle()
    assert "拼音首字母" in palette.nothing.text()
    assert palette.nothing.isVisibleTo(palette)
    assert not palette.list.isVisibleTo(palette)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert surface.chosen == []


def test_that_the_box_stays_in_the_middle_of_its_window(qtbot: QtBot, surface: Surface) -> None:
    surface.palette.open()
    surface.window.resize(1400, 800)
    box = surface.palette.box.geometry()
    assert abs(box.center().x() - 700) <= 1
    assert surface.palette.size() == surface.window.size()


def test_that_every_row_can_be_read_aloud(surface: Surface) -> None:
    surface.palette.open()
    index = surface.palette.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "工作首页，打开"


def test_that_what_was_marked_stays_marked_when_records_arrive(qtbot: QtBot, surface: Surface, tasks: Tasks) -> None:
    surface.palette.open()
    surface.palette.line.setText("录")
    qtbot.keyClick(surface.palette.line, Qt.Key.Key_Down)
    tasks.settle()
    assert texts(surface) == ["企业名录", "走访记录", "录样例有限公司"]
    assert surface.palette.list.currentIndex().row() == 1
