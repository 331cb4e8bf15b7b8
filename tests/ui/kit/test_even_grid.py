"""Cards of one row have one width, and lists end at whole rows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.cards import MARGIN, Card
from daan_desk.ui.kit.even_grid import EvenGrid, across
from daan_desk.ui.kit.lines_card import LinesCard, widen
from daan_desk.ui.kit.rows import INSET, ROW, Line, LineList


@pytest.mark.parametrize(
    ("count", "most", "columns"),
    [(4, 4, 4), (4, 3, 2), (4, 2, 2), (4, 1, 1), (6, 4, 3), (5, 4, 4), (5, 3, 3), (2, 4, 2)],
)
def test_that_no_card_stands_alone_where_rows_can_be_even(count: int, most: int, columns: int) -> None:
    assert across(count, most) == columns


@pytest.mark.parametrize(("width", "rows"), [(1000, 1), (600, 2)])
def test_that_cards_have_one_width_whatever_they_say(qtbot: QtBot, width: int, rows: int) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    grid = EvenGrid(200, 4, 16)
    box.setLayout(grid)
    cards = [QLabel("长" * length) for length in (1, 60, 3, 20)]
    for card in cards:
        grid.addWidget(card)
    box.resize(width, 300)
    box.show()
    QApplication.processEvents()
    assert max(card.width() for card in cards) - min(card.width() for card in cards) <= 1
    assert len({card.y() for card in cards}) == rows
    assert max(card.geometry().right() for card in cards) == width - 1


def test_that_a_hidden_card_leaves_no_hole(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    grid = EvenGrid(200, 4, 16)
    box.setLayout(grid)
    cards = [QLabel("卡片") for _ in range(3)]
    for card in cards:
        grid.addWidget(card)
    cards[1].hide()
    box.resize(816, 300)
    box.show()
    QApplication.processEvents()
    assert [cards[0].width(), cards[2].x(), cards[2].width()] == [400, 416, 400]


LINES = [Line(n, f"第 {n} 行", "说明") for n in range(20)]


@pytest.mark.parametrize("height", [200, 232, 289, 300])
def test_that_a_list_ends_at_a_whole_row_and_moves_by_rows(qtbot: QtBot, height: int) -> None:
    rows = LineList()
    qtbot.addWidget(rows)
    rows.resize(300, height)
    rows.show_lines(LINES)
    rows.show()
    QApplication.processEvents()
    assert rows.viewport().height() == height // ROW * ROW
    rows.verticalScrollBar().setValue(3)
    assert rows.indexAt(rows.viewport().rect().topLeft()).row() == 3
    rows.scrollToBottom()
    assert rows.visualRect(rows.model().index(19, 0)).bottom() == rows.viewport().height() - 1


def test_that_a_card_with_room_for_some_rows_shows_no_more_and_keeps_its_height(qtbot: QtBot) -> None:
    card = LinesCard("要办的事", "没有要办的事。", rows=4)
    qtbot.addWidget(card)
    card.show_lines(LINES)
    card.show()
    assert [line.key for line in card.list.lines] == [0, 1, 2, 3]
    full = card.sizeHint().height()
    card.show_lines(())
    assert card.nothing.isVisible()
    assert card.sizeHint().height() == full


def test_that_rows_stand_under_the_title_of_their_card(qtbot: QtBot) -> None:
    card, rows = Card("本期待走访"), LineList()
    qtbot.addWidget(card)
    widen(card)
    card.body.addWidget(rows)
    card.resize(300, 200)
    card.show()
    QApplication.processEvents()
    assert rows.x() + INSET == card.title.x()
    assert card.title.x() - card.contentsRect().x() == MARGIN  # a look may draw a line around the card
