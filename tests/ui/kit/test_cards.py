"""Cards, rows and pills say the same to eyes, keys and ears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.cards import Card, EmptyState, NumberCard
from daan_desk.ui.kit.colours import TONES, colour
from daan_desk.ui.kit.pills import HEIGHT, Pill, PillLabel, paint_pill, pill_width, tone_of
from daan_desk.ui.kit.rows import ROW, ROW_ONE_LINE, Line, LineList
from daan_desk.ui.kit.theme import Theme


@pytest.fixture(autouse=True)
def _dressed(theme: Theme) -> None:
    """Everything here is measured in the look of the program."""


def test_that_a_card_shows_its_link_only_when_it_has_one(qtbot: QtBot) -> None:
    card = Card("逾期问题", "全部 7 件")
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.followed):
        qtbot.mouseClick(card.link, Qt.MouseButton.LeftButton)
    card.show_link("")
    assert card.link.isHidden()


def test_that_a_number_opens_by_click_enter_and_blank(qtbot: QtBot) -> None:
    card = NumberCard("逾期问题", "triangle-alert", key="overdue")
    qtbot.addWidget(card)
    opened: list[object] = []
    card.opened.connect(opened.append)
    card.show()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_A):
        qtbot.keyClick(card, key)
    assert opened == ["overdue"] * 3


def test_that_a_number_that_was_pressed_outside_does_not_open(qtbot: QtBot) -> None:
    card = NumberCard("逾期问题", "triangle-alert")
    qtbot.addWidget(card)
    with qtbot.assertNotEmitted(card.opened):
        qtbot.mouseRelease(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight() * 2)


def test_that_a_number_is_read_aloud_with_its_name_and_note(qtbot: QtBot) -> None:
    card = NumberCard("逾期问题", "triangle-alert")
    qtbot.addWidget(card)
    card.show_number("7", "较上周减少 2 件", "red")
    assert card.accessibleName() == "逾期问题 7 较上周减少 2 件"
    assert (card.number.text(), card.note.text()) == ("7", "较上周减少 2 件")


def test_that_an_alarming_number_follows_the_look(qtbot: QtBot, theme: Theme) -> None:
    card = NumberCard("逾期问题", "triangle-alert")
    qtbot.addWidget(card)
    card.show_number("7", "", "red")
    card.show()

    def inks() -> set[str]:
        image = card.number.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    assert colour("red").name() in inks()
    theme.switch(True)
    assert colour("red").name() in inks()


def test_that_an_empty_state_says_what_to_do_first(qtbot: QtBot) -> None:
    state = EmptyState("map-pin", "还没有走访记录", "先登记一次走访。", "登记走访")
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.asked):
        qtbot.mouseClick(state.doing, Qt.MouseButton.LeftButton)
    assert EmptyState("map-pin", "没有").doing.isHidden()


LINES = (
    Line(1, "厂区门口道路破损", "区住建局 · 王建国", Pill("逾期 12 天", "red")),
    Line(2, "走访：样例公司", "同行 3 人", mark="今天\n14:30"),
    Line(3, "只有一行"),
)


@pytest.fixture
def lines(qtbot: QtBot) -> LineList:
    made = LineList()
    qtbot.addWidget(made)
    made.resize(480, 300)
    made.show_lines(LINES)
    made.show()
    return made


def test_that_rows_are_chosen_by_click_and_by_arrows_and_enter(qtbot: QtBot, lines: LineList) -> None:
    chosen: list[object] = []
    lines.chosen.connect(chosen.append)
    place = lines.visualRect(lines.model().index(0, 0)).center()
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(lines, Qt.Key.Key_Down)
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert chosen == [1, 2]


def test_that_a_row_is_read_aloud_with_its_status(lines: LineList) -> None:
    spoken = lines.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "厂区门口道路破损，区住建局 · 王建国，逾期 12 天"


def test_that_rows_know_the_height_that_they_need(lines: LineList) -> None:
    assert lines.full_height() == 2 * ROW + ROW_ONE_LINE
    assert lines.sizeHintForRow(0) == ROW
    assert lines.sizeHintForRow(2) == ROW_ONE_LINE


def test_that_the_row_with_the_focus_can_be_seen(qtbot: QtBot, lines: LineList) -> None:
    lines.setFocus()
    lines.setCurrentIndex(lines.model().index(1, 0))
    image = lines.viewport().grab().toImage()
    row = lines.visualRect(lines.model().index(1, 0))
    found = {image.pixelColor(row.center().x(), y).name() for y in range(row.top(), row.bottom())}
    assert colour("accent").name() in found or colour("accent-soft").name() in found


def painted(pill: Pill, width: int) -> QImage:
    image = QImage(width, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_pill(painter, QRectF(0, 0, width, 30), pill)
    painter.end()
    return image


@pytest.mark.parametrize("tone", [tone for tone in TONES if tone != "teal"])
def test_that_a_pill_has_word_dot_and_ground_in_its_tone(tone: str) -> None:
    image = painted(Pill("办理中", tone), 120)
    found = {image.pixelColor(x, y).name() for x in range(120) for y in range(30)}
    assert {colour(tone).name(), colour(f"{tone}-soft").name()} <= found


def test_that_a_pill_stays_in_the_room_that_it_has() -> None:
    wide, narrow = painted(Pill("已办结并回访满意"), 300), painted(Pill("已办结并回访满意"), 60)
    assert wide.pixelColor(round(pill_width("已办结并回访满意")) + 2, 15) == QColor("white")
    assert narrow.pixelColor(30, 15 - HEIGHT // 2 - 2) == QColor("white")


def test_that_a_pill_label_takes_no_room_without_a_word(qtbot: QtBot) -> None:
    made = PillLabel(Pill("逾期", "red"))
    qtbot.addWidget(made)
    assert made.accessibleName() == "逾期"
    assert made.sizeHint().width() >= pill_width("逾期")
    made.show_pill(Pill(""))
    assert made.sizeHint().width() == 0


@pytest.mark.parametrize(
    ("word", "tone"), [("逾期", "red"), ("已销号", "green"), ("办理中", "accent"), ("从未见过", "grey")]
)
def test_that_a_state_word_has_its_tone(word: str, tone: str) -> None:
    assert tone_of(word) == tone


def test_that_labels_show_what_they_get_and_never_a_markup(qtbot: QtBot) -> None:
    card = Card("<b>样例</b>公司")
    qtbot.addWidget(card)
    assert card.title.textFormat() == Qt.TextFormat.PlainText
    assert isinstance(card.title, QLabel)
