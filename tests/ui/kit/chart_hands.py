"""A chart as it is shown, and a hand that clicks into it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.chart_steps import Steps, Tiles
from daan_desk.ui.kit.chart_values import ChartValues
from daan_desk.ui.kit.charts import ChartCard


def card(qtbot: QtBot, values: ChartValues | Steps | Tiles) -> ChartCard:
    made = ChartCard("问题")
    qtbot.addWidget(made)
    made.resize(560, 320)
    made.show_values(values)
    made.show()
    qtbot.waitExposed(made)
    return made


def clicked(qtbot: QtBot, made: ChartCard, x: float, y: float) -> list[object]:
    """What a real click at a place in the values' units tells."""
    assert made.plot is not None
    keys: list[object] = []
    made.chosen.connect(keys.append)
    view, box = made.plot.view, made.plot.plot.vb
    place = view.mapFromScene(box.mapViewToScene(QPointF(x, y)))
    qtbot.mouseMove(view.viewport(), place)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return keys
