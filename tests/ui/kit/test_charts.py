"""Charts are drawn, clicked, turned into tables and copied."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.chart_values import (
    ChartValues,
    Columns,
    Heat,
    Ranking,
    Ring,
    Series,
    Share,
    Shares,
    Slice,
    Stack,
    key_at,
)
from daan_desk.ui.kit.charts import ChartCard, warm_up
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.kit.theme import Theme
from tests.ui.kit.chart_hands import card, clicked

COLUMNS = Columns(("1月", "2月", "3月"), (Series("提出", (3, 5, 0)), Series("办结", (1, 2, None), "accent", line=True)))
RING = Ring((Slice("done", "已办结", 3, "green"), Slice("late", "逾期", 1, "red")), "件问题")
RANKING = Ranking(
    (("已办结", "accent"), ("逾期", "red")), (Stack("t1", "大安街道", (3, 1)), Stack("t2", "龙井街道", (2, 0)))
)
HEAT = Heat(date(2026, 1, 1), date(2026, 3, 31), {date(2026, 1, 5): 2, date(2026, 2, 2): 8})
OWN = ((COLUMNS.series[0], "raised"), (COLUMNS.series[1], "answered"))
SHARES = Shares(
    (Share("d1", "甲局", 2, 4, 1, "late"), Share("d2", "乙局", 0, 0)), ("已办结", "应办结", "办结率", "逾期")
)
ALL = [COLUMNS, RING, RANKING, HEAT, SHARES]
NAMES = ["columns", "ring", "ranking", "heat", "shares"]


def colours_in(made: ChartCard) -> set[str]:
    assert made.plot is not None
    image = made.plot.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize(
    ("values", "x", "y", "key"),
    [
        (COLUMNS, 1, 2, "2月"),
        (RING, 0.85 * math.sin(1), 0.85 * math.cos(1), "done"),
        (RING, 0.85 * math.sin(-0.5), 0.85 * math.cos(-0.5), "late"),
        (RANKING, 1, 1, "t2"),
        (HEAT, 1.5, 0.5, date(2026, 1, 5)),
    ],
)
def test_that_a_click_tells_the_key_of_what_was_clicked(
    qtbot: QtBot, theme: Theme, values: ChartValues, x: float, y: float, key: object
) -> None:
    assert clicked(qtbot, card(qtbot, values), x, y) == [key]


@pytest.mark.parametrize(
    ("x", "y", "key"),
    [(1, 2, "answered-2"), (0, 2.5, "raised-1"), (0.1, 1, "answered-1"), (0, 3.5, "1月"), (0.4, 2, "1月")],
)
def test_that_bars_and_points_may_lead_to_places_of_their_own(
    qtbot: QtBot, theme: Theme, x: float, y: float, key: str
) -> None:
    raised, answered = (replace(one, keys=tuple(f"{word}-{n}" for n in (1, 2, 3))) for one, word in OWN)
    assert clicked(qtbot, card(qtbot, replace(COLUMNS, series=(raised, answered))), x, y) == [key]


@pytest.mark.parametrize(("x", "key"), [(1, "done"), (3.5, "late"), (4.2, "t1")])
def test_that_the_parts_of_a_ranking_may_lead_to_places_of_their_own(
    qtbot: QtBot, theme: Theme, x: float, key: str
) -> None:
    stacks = (replace(RANKING.stacks[0], keys=("done", "late")), RANKING.stacks[1])
    assert clicked(qtbot, card(qtbot, replace(RANKING, stacks=stacks)), x, 0) == [key]


def test_that_a_cell_of_the_numbers_leads_where_its_element_does() -> None:
    series = (replace(COLUMNS.series[0], keys=("a", "b", "c")), COLUMNS.series[1])
    values = replace(COLUMNS, series=series)
    assert [key_at(values, 1, column) for column in range(3)] == ["2月", "b", "2月"]
    assert key_at(RING, 1, 2) == "late"
    assert [key_at(SHARES, 0, column) for column in range(5)] == ["d1", "d1", "d1", "d1", "late"]
    assert [row[3] for row in SHARES.numbers()[0][1:]] == ["50.0%", "—"]


@pytest.mark.parametrize(("values", "x", "y"), [(RING, 0, 0), (COLUMNS, 1, -0.3), (HEAT, -0.5, 3.5)])
def test_that_a_click_beside_tells_nothing(qtbot: QtBot, theme: Theme, values: ChartValues, x: float, y: float) -> None:
    assert clicked(qtbot, card(qtbot, values), x, y) == []


@pytest.mark.parametrize("values", ALL, ids=NAMES)
def test_that_a_chart_is_drawn_anew_in_the_other_look(qtbot: QtBot, theme: Theme, values: ChartValues) -> None:
    made = card(qtbot, values)
    assert colour("card").name() in colours_in(made)
    theme.switch(True)
    assert colour("card").name() in colours_in(made)


def test_that_bars_and_parts_have_their_colours(qtbot: QtBot, theme: Theme) -> None:
    assert {colour("accent-fill").name(), colour("accent").name()} <= colours_in(card(qtbot, COLUMNS))
    assert {colour("green").name(), colour("red").name()} <= colours_in(card(qtbot, RING))


@pytest.mark.parametrize("values", ALL, ids=NAMES)
def test_that_the_numbers_are_a_table_whose_rows_tell_the_same_keys(
    qtbot: QtBot, theme: Theme, values: ChartValues
) -> None:
    made = card(qtbot, values)
    made.as_table.click()
    table = made.findChild(QTableWidget)
    rows, keys = values.numbers()
    assert table.isVisible()
    texts = [
        [table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())
    ]
    assert [tuple(row) for row in texts] == list(rows[1:])
    with qtbot.waitSignal(made.chosen) as told:
        table.itemActivated.emit(table.item(0, 0))
    assert told.args == [keys[0]]


@pytest.mark.parametrize("values", [Columns((), ()), Ring(()), Ranking((), ())], ids=NAMES[:3])
def test_that_a_chart_without_data_says_so(qtbot: QtBot, theme: Theme, values: ChartValues) -> None:
    made = card(qtbot, values)
    assert made._empty.isVisible()


def test_that_other_values_take_the_place_of_the_first(qtbot: QtBot, theme: Theme) -> None:
    made = card(qtbot, COLUMNS)
    made.show_values(RING)
    names = [one.text() for one in made.findChildren(QPushButton) if one.isVisible()]
    assert {"已办结", "逾期"} <= set(names)


def test_that_the_legend_of_a_ring_is_worked_by_keys(qtbot: QtBot, theme: Theme) -> None:
    made = card(qtbot, RING)
    name = next(one for one in made.findChildren(QPushButton) if one.text() == "逾期")
    with qtbot.waitSignal(made.chosen) as told:
        qtbot.keyClick(name, Qt.Key.Key_Space)
    assert told.args == ["late"]


def test_that_the_picture_on_the_clipboard_has_title_and_no_tools(qtbot: QtBot, theme: Theme) -> None:
    made = card(qtbot, COLUMNS)
    made.copying.click()
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == (made.width(), made.height())
    assert made.copying.isVisible()


def test_that_a_year_of_days_fits(qtbot: QtBot, theme: Theme) -> None:
    first = date(2026, 1, 1)
    counts = {first + timedelta(days=n): float(n % 7) for n in range(365)}
    made = card(qtbot, Heat(first, date(2026, 12, 31), counts))
    assert made.plot is not None
    assert made.plot.found_at(QPointF(52.5, 3.5)) == (date(2026, 12, 31), "2026-12-31 周四　0")


def test_that_the_window_starts_without_importing_what_draws_charts() -> None:
    told = "import sys; import daan_desk.ui.kit.charts; sys.exit('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0


def test_that_charts_can_be_warmed_up_in_the_background(tasks: Tasks) -> None:
    warm_up(tasks)
    tasks.settle(60)
    assert "pyqtgraph" in sys.modules
