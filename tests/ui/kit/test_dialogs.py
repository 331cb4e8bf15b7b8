"""Boxes say what will happen, in Chinese, and nothing dangerous is one Enter away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.dialogs import Box, Plan, ask, confirm, enter, plan_box, report_box, say, text_box


def labels(box: QWidget) -> list[str]:
    return [button.text() for button in box.findChildren(QPushButton)]


def answering(key: Qt.Key, qtbot: QtBot) -> None:
    """Press the key in the box that will open."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        qtbot.keyClick(box.focusWidget() or box, key)

    QTimer.singleShot(0, press)


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_that_enter_says_yes_and_escape_says_no(qtbot: QtBot, key: Qt.Key, answer: bool) -> None:
    answering(key, qtbot)
    assert ask(None, "要离开吗？") is answer


def test_that_enter_does_not_carry_out_what_is_dangerous(qtbot: QtBot) -> None:
    answering(Qt.Key.Key_Return, qtbot)
    assert not confirm(None, Plan("删除 12 家企业", "", doing="删除", danger=True))


def test_that_a_plan_shows_its_counts_and_remarks(qtbot: QtBot) -> None:
    plan = Plan("导入名录", "将写入以下记录。", (("新增", 1200), ("更新", 7)), ("第 5 行没有企业名称",), "导入")
    box = plan_box(None, plan)
    qtbot.addWidget(box)
    words = [child.text() for child in box.findChildren(type(box.heading))]
    assert {"导入名录", "将写入以下记录。", "新增", "1,200", "更新", "7"} <= set(words)
    assert [shown.toPlainText() for shown in box.findChildren(QPlainTextEdit)] == ["第 5 行没有企业名称"]
    assert labels(box) == ["取消", "导入"]


def test_that_a_line_of_text_comes_back_trimmed_or_not_at_all(qtbot: QtBot) -> None:
    answering(Qt.Key.Key_Return, qtbot)
    assert enter(None, "起个名字", " 逾期的问题 ") == "逾期的问题"
    answering(Qt.Key.Key_Escape, qtbot)
    assert enter(None, "起个名字", "逾期的问题") is None


def test_that_the_line_has_the_focus_and_its_text_is_marked(qtbot: QtBot) -> None:
    box, line = text_box(None, "起个名字", "逾期")
    qtbot.addWidget(box)
    assert line.selectedText() == "逾期"
    assert line.accessibleName() == "起个名字"


def test_that_a_sentence_comes_with_what_to_do(qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Box)
        seen.append((box.heading.text(), box.sentence.text()))
        box.accept()

    QTimer.singleShot(0, read)
    say(None, "文件正被占用。", "请先关闭 WPS。")
    assert seen == [("文件正被占用。", "请先关闭 WPS。")]


@pytest.mark.parametrize(
    "make",
    [
        lambda: plan_box(None, Plan("删除", "一句话", danger=True)),
        lambda: report_box(None, "builtins.KeyError"),
        lambda: text_box(None, "名字")[0],
    ],
)
def test_that_no_box_shows_english_buttons(qtbot: QtBot, make: Callable[[], Box]) -> None:
    box = make()
    qtbot.addWidget(box)
    assert all(any(letter >= "\u4e00" for letter in words) for words in labels(box))
