"""Buttons at the head of a ledger are whole or stand under 更多."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from daan_desk.domain.questions import Question
from daan_desk.ui.kit.action_bar import ActionBar
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown

SHOWN = Shown(Question("issues"))


def nothing(_shown: Shown) -> None:
    """What these buttons do."""


ACTIONS = (
    LedgerAction("交办", "send", nothing, "rows"),
    LedgerAction("批量修改", "pencil", nothing, "rows"),
    LedgerAction("删除", "trash-2", nothing, "rows"),
    LedgerAction("打印", "printer", nothing, place="more"),
    LedgerAction("新增问题", "plus", nothing, look="main"),
)


def head(qtbot: QtBot, width: int) -> tuple[QWidget, ActionBar]:
    """A search field of fixed width, room, and the buttons, as a ledger's page has them."""
    page, search, bar = QWidget(), QLineEdit(), ActionBar(ACTIONS, lambda: SHOWN)
    qtbot.addWidget(page)
    search.setFixedWidth(270)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(search)
    row.addStretch(1)
    row.addWidget(bar)
    page.resize(width, 60)
    page.show()
    QApplication.processEvents()
    return page, bar


def seen(bar: ActionBar) -> list[str]:
    return [text for text, (press, _) in bar.buttons.items() if press.isVisible()]


def under_more(bar: ActionBar) -> list[str]:
    return [line.text() for line in bar.more_menu().actions()]


def test_that_buttons_without_room_stand_under_more_and_none_is_cut(qtbot: QtBot) -> None:
    for width in range(520, 1000, 20):
        page, bar = head(qtbot, width)
        bar.show_selected(3)
        QApplication.processEvents()
        pressed = [press for press, _ in bar.buttons.values() if press.isVisible()]
        assert all(press.width() >= press.sizeHint().width() for press in pressed)
        assert bar.geometry().right() <= page.width()
        assert [*seen(bar)[:-1], *under_more(bar)] == ["交办", "批量修改", "删除", "打印"]
        assert seen(bar)[-1] == "新增问题"


def test_that_what_gave_way_comes_back_with_the_room(qtbot: QtBot) -> None:
    page, bar = head(qtbot, 560)
    bar.show_selected(1)
    QApplication.processEvents()
    assert "删除" in under_more(bar)
    page.resize(1200, 60)
    QApplication.processEvents()
    assert (seen(bar), under_more(bar)) == (["交办", "批量修改", "删除", "新增问题"], ["打印"])


def test_that_buttons_stand_in_their_own_width_when_rows_are_let_go(qtbot: QtBot) -> None:
    _, bar = head(qtbot, 1200)
    bar.show_selected(1)
    QApplication.processEvents()
    bar.show_selected(0)
    QApplication.processEvents()
    assert (seen(bar), under_more(bar)) == (["新增问题"], ["打印"])
    press = bar.buttons["新增问题"][0]
    assert press.width() == press.sizeHint().width()
