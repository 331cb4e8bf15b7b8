"""The window: pages made when needed, keys, the way back, news and undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from daan_desk.services.changes import Changes
from daan_desk.ui.kit.desk import Desk, Journey, Message
from daan_desk.ui.kit.equipment import Equipment, News
from daan_desk.ui.kit.faults import Faults
from daan_desk.ui.kit.page import Choice, Page, PageEntry, Target
from daan_desk.ui.shell import Shell

MADE: list[str] = []


class NotePage(Page):
    """Remembers what it was asked."""

    title = "便笺"

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk)
        MADE.append(key)
        self.targets: list[Target | None] = []
        self.changes: list[Changes] = []
        self.stay = False
        QVBoxLayout(self).addWidget(QLineEdit())

    def show_for(self, target: Target | None) -> None:
        self.targets.append(target)

    def refresh(self, changes: Changes) -> None:
        self.changes.append(changes)

    def may_leave(self) -> bool:
        return not self.stay

    def choices(self) -> tuple[Choice, ...]:
        return (Choice("新建便笺", lambda: None),)


def entry(key: str, title: str, group: str = "") -> PageEntry:
    return PageEntry(key, title, "file-text", group, lambda desk: NotePage(desk, key))


ENTRIES = (entry("home", "工作首页"), entry("list", "企业名录", "企业"), entry("visits", "走访记录", "企业"))


@pytest.fixture
def shell(qtbot: QtBot, desk: Desk, faults: Faults) -> Shell:
    MADE.clear()
    spelled = {"工作首页": "gzsy", "企业名录": "qyml", "走访记录": "zfjl"}
    equipment = Equipment(
        faults,
        search=lambda text: [],
        spelled=lambda text: spelled.get(text, ""),
        news=lambda: News(3, "区企业服务办 · 已保存", Journey("visits", Target(words="到期"))),
        menu=(Choice("锁定", lambda: MADE.append("locked"), icon="lock"),),
        help=lambda key: MADE.append(f"help: {key}"),
    )
    made = Shell(desk, ENTRIES, equipment)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    desk.tasks.settle()
    return made


def page(shell: Shell, key: str) -> NotePage:
    found = shell.pages[key]
    assert isinstance(found, NotePage)
    return found


def test_that_only_the_page_that_is_open_was_made(shell: Shell) -> None:
    assert MADE == ["home"]
    shell.open(Journey("list"))
    shell.open(Journey("home"))
    shell.open(Journey("list"))
    assert MADE == ["home", "list"]


def test_that_title_navigation_and_window_say_where_one_is(shell: Shell) -> None:
    shell.open(Journey("visits"))
    assert shell.bar.title.text() == "走访记录"
    assert shell.windowTitle() == "走访记录 · 大安企服台"
    assert [key for key, row in shell.navigation.rows.items() if row.isChecked()] == ["visits"]


def test_that_control_and_a_number_open_a_page(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shell.page is shell.pages["list"]


def test_that_a_row_of_the_navigation_opens_its_page_and_stays_marked(qtbot: QtBot, shell: Shell) -> None:
    row = shell.navigation.rows["visits"]
    for _ in range(2):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert shell.page is shell.pages["visits"]
    assert row.isChecked()


def test_that_rows_of_the_navigation_are_forty_pixels_high(shell: Shell) -> None:
    assert {row.height() for row in shell.navigation.rows.values()} == {40}


def test_that_a_page_sends_to_another_with_a_target(shell: Shell, desk: Desk) -> None:
    desk.go("list", Target(record="e1"))
    assert page(shell, "list").targets == [Target(record="e1")]


def test_that_alt_and_arrows_go_back_and_forward(qtbot: QtBot, shell: Shell, desk: Desk) -> None:
    desk.go("list", Target(record="e1"))
    desk.go("visits")
    qtbot.keyClick(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page(shell, "list").targets[-1] == Target(record="e1")
    qtbot.keyClick(shell, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shell.page is shell.pages["visits"]


def test_that_a_page_with_something_unsaved_may_keep_the_officer(shell: Shell) -> None:
    page(shell, "home").stay = True
    assert not shell.open(Journey("list"))
    assert shell.page is shell.pages["home"]
    assert shell.navigation.rows["home"].isChecked()
    assert not shell.close()
    page(shell, "home").stay = False
    assert shell.open(Journey("list"))


def test_that_every_live_page_hears_of_an_act_and_the_news_are_asked_again(shell: Shell, desk: Desk) -> None:
    shell.open(Journey("list"))
    changes = Changes("act-1", "新增走访", {"visits": ("v",)})
    desk.act(lambda: changes)
    desk.tasks.settle()
    assert page(shell, "home").changes == page(shell, "list").changes == [changes]
    assert shell.toast.words.text() == "已新增走访"
    assert not shell.toast.undo.isHidden()


def test_that_bell_and_status_show_the_news(qtbot: QtBot, shell: Shell) -> None:
    assert shell.bar.bell.due == 3
    assert shell.bar.bell.toolTip() == "有 3 件事到期或临近"
    assert shell.navigation.status.text() == "区企业服务办 · 已保存"
    qtbot.mouseClick(shell.bar.bell, Qt.MouseButton.LeftButton)
    assert page(shell, "visits").targets == [Target(words="到期")]


def test_that_f1_asks_for_the_manual_of_the_page_in_sight(qtbot: QtBot, shell: Shell) -> None:
    shell.open(Journey("list"))
    qtbot.keyClick(shell, Qt.Key.Key_F1)
    assert MADE[-1] == "help: list"


def test_that_the_look_is_switched_from_the_bar(qtbot: QtBot, shell: Shell, desk: Desk) -> None:
    qtbot.mouseClick(shell.bar.look, Qt.MouseButton.LeftButton)
    assert desk.theme.dark
    assert shell.bar.look.toolTip() == "切换浅色"


def test_that_control_k_opens_the_palette_which_finds_pages_by_initials(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.palette_box.isVisible()
    qtbot.keyClicks(shell.palette_box.line, "QYML")
    assert [choice.text for choice in shell.palette_box.choices] == ["企业名录"]
    qtbot.keyClick(shell.palette_box.line, Qt.Key.Key_Return)
    assert shell.page is shell.pages["list"]


def test_that_the_palette_offers_what_the_page_and_the_menu_can_do(shell: Shell) -> None:
    shell.open_palette()
    texts = [choice.text for choice in shell.palette_box.choices]
    assert texts[0] == "新建便笺"
    assert {"锁定", "切换浅色或深色", "工作首页"} <= set(texts)


def test_that_control_z_and_y_undo_and_redo(qtbot: QtBot, shell: Shell, desk: Desk) -> None:
    desk.act(lambda: Changes("act-1", "新增走访", {"visits": ("v",)}))
    desk.tasks.settle()
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.tasks.settle()
    assert shell.toast.words.text() == "已撤销：新增走访"
    qtbot.keyClick(shell, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    desk.tasks.settle()
    assert shell.toast.words.text() == "已重做：新增走访"


def test_that_the_toast_takes_back(qtbot: QtBot, shell: Shell, desk: Desk) -> None:
    desk.act(lambda: Changes("act-1", "新增走访", {"visits": ("v",)}))
    desk.tasks.settle()
    qtbot.mouseClick(shell.toast.undo, Qt.MouseButton.LeftButton)
    desk.tasks.settle()
    assert shell.toast.words.text() == "已撤销：新增走访"


def test_that_the_officers_menu_acts(shell: Shell) -> None:
    menu = shell.bar.officer.menu()
    assert shell.bar.officer.text() == "李慧敏"
    menu.actions()[0].trigger()
    assert MADE[-1] == "locked"


def test_that_everything_in_the_frame_has_a_name_for_those_who_listen(shell: Shell) -> None:
    nameless = [
        widget
        for widget in shell.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and widget.isVisibleTo(shell)
        and not isinstance(widget.parent(), NotePage)
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []


def test_that_every_part_of_the_frame_is_reached_by_tab(qtbot: QtBot, shell: Shell) -> None:
    reached = set()
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget() or shell, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    wanted = {*shell.navigation.rows.values(), shell.bar.search, shell.bar.bell, shell.bar.look, shell.bar.officer}
    assert wanted <= reached


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_that_no_words_of_the_frame_are_cut(shell: Shell, size: tuple[int, int]) -> None:
    shell.resize(*size)
    QApplication.processEvents()
    shell.toast.show_message(Message("已新增走访：天工智能装备有限公司", "act", "good"))
    cut = [
        widget.text()
        for widget in (*shell.findChildren(QLabel), *shell.findChildren(QPushButton))
        if widget.isVisible() and widget.text() and widget.width() < widget.minimumSizeHint().width()
    ]
    assert cut == []
