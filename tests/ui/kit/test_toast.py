"""A sentence at the foot of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.desk import Message
from daan_desk.ui.kit.theme import Theme
from daan_desk.ui.kit.toast import ICONS, Toast


@pytest.fixture
def toast(qtbot: QtBot, theme: Theme) -> Toast:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    made = Toast(window)
    made.window_ = window  # type: ignore[attr-defined]
    return made


def test_that_it_offers_undo_only_for_acts(toast: Toast) -> None:
    toast.show_message(Message("已新增走访", "act-1"))
    assert toast.undo.isVisible()
    toast.show_message(Message("没有需要改动的内容"))
    assert not toast.undo.isVisible()


def test_that_undo_tells_the_act_and_goes(qtbot: QtBot, toast: Toast) -> None:
    toast.show_message(Message("已新增走访", "act-1"))
    with qtbot.waitSignal(toast.undone) as undone:
        qtbot.mouseClick(toast.undo, Qt.MouseButton.LeftButton)
    assert undone.args == ["act-1"]
    assert toast.isHidden()


def test_that_it_goes_by_itself_later_for_longer_sentences(qtbot: QtBot, toast: Toast) -> None:
    toast.show_message(Message("好"))
    short = toast._timer.interval()
    toast.show_message(Message("好" * 50))
    assert toast._timer.interval() > short
    toast._timer.timeout.emit()
    assert toast.isHidden()


def test_that_it_stays_while_the_pointer_is_on_it(toast: Toast) -> None:
    toast.show_message(Message("好"))
    QApplication.sendEvent(toast, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()


@pytest.mark.parametrize(
    "words", ["好", "已把 12 家企业的首席服务官改为陈志远，其中 3 家原来没有首席服务官，另有 2 家保持不变。" * 2]
)
def test_that_it_stays_inside_the_window_with_its_words_whole(toast: Toast, words: str) -> None:
    toast.show_message(Message(words, "act-1"))
    toast.parentWidget().resize(1024, 640)
    inside = toast.parentWidget().rect()
    assert inside.contains(toast.geometry())
    assert toast.words.heightForWidth(toast.words.width()) <= toast.words.height()
    assert abs(toast.geometry().center().x() - inside.center().x()) <= 1


@pytest.mark.parametrize("tone", list(ICONS))
def test_that_every_tone_has_its_sign(toast: Toast, tone: str) -> None:
    toast.show_message(Message("好", tone=tone))
    assert not toast._sign.pixmap().isNull()


def test_that_it_never_takes_the_focus(toast: Toast) -> None:
    before = QApplication.focusWidget()
    toast.show_message(Message("好", "act-1"))
    assert QApplication.focusWidget() is before
