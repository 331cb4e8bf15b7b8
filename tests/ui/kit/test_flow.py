"""Small things go on in the next row where the width ends."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.flow import PAGE_MARGINS, FlowLayout, page_room, scrolled


def chips(qtbot: QtBot, count: int = 6) -> tuple[QWidget, list[QLabel]]:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(8)
    box.setLayout(flow)
    made = [QLabel(f"筛选 {n}") for n in range(count)]
    for chip in made:
        chip.setFixedSize(80, 24)
        flow.addWidget(chip)
    return box, made


def laid_out(box: QWidget, width: int) -> None:
    box.resize(width, 400)
    box.show()
    QApplication.processEvents()


def test_that_what_fits_stands_in_one_row(qtbot: QtBot) -> None:
    box, made = chips(qtbot)
    laid_out(box, 6 * 80 + 5 * 8)
    assert {chip.y() for chip in made} == {0}
    assert [chip.x() for chip in made] == [n * 88 for n in range(6)]


def test_that_what_does_not_fit_goes_on_below(qtbot: QtBot) -> None:
    box, made = chips(qtbot)
    laid_out(box, 200)
    assert [(chip.x(), chip.y()) for chip in made] == [(x, y) for y in (0, 32, 64) for x in (0, 88)]


def test_that_the_height_follows_from_the_width(qtbot: QtBot) -> None:
    box, _ = chips(qtbot)
    flow = box.layout()
    assert flow is not None
    assert [flow.heightForWidth(width) for width in (600, 200, 80)] == [24, 88, 6 * 24 + 5 * 8]


def test_that_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    box, made = chips(qtbot)
    made[0].hide()
    laid_out(box, 600)
    assert made[1].x() == 0


def test_that_an_item_can_be_taken_out(qtbot: QtBot) -> None:
    box, made = chips(qtbot, 2)
    flow = box.layout()
    assert flow is not None
    taken = flow.takeAt(0)
    assert taken is not None
    assert taken.widget() is made[0]
    assert flow.count() == 1
    assert flow.takeAt(9) is None


def test_that_every_page_has_the_same_margins(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    margins = page_room(page).contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == PAGE_MARGINS


def test_that_long_contents_scroll_and_never_sideways(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    for n in range(50):
        column.addWidget(QLabel(f"第 {n} 行"))
    area = scrolled(inside)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    assert area.verticalScrollBar().maximum() > 0
    assert not area.horizontalScrollBar().isVisible()
