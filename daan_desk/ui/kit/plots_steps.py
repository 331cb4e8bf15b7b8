"""The funnel of steps and the grid of places, drawn into pyqtgraph's scene."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from daan_desk.ui.kit.chart_steps import Steps, Tile, Tiles
from daan_desk.ui.kit.chart_values import shown
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.plots import Plot

THICK = 0.76
FAINT, DEEP = 0.16, 0.9  # the palest and the deepest tile, as a share of the accent


class StepsPlot(Plot):
    """Bars around one middle, the first the longest; what each step says for itself stands below its number."""

    def __init__(self, values: Steps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = values
        self.setMinimumHeight(180)
        self.redraw()

    def draw(self) -> None:
        steps = self.values.steps
        self.plot.vb.invertY(True)
        self.plot.hideAxis("bottom")
        self.axis("left", [(at, one.name) for at, one in enumerate(steps)])
        self.plot.addItem(
            pg.BarGraphItem(
                x0=[-one.value / 2 for one in steps],
                width=[one.value for one in steps],
                y=list(range(len(steps))),
                height=THICK,
                brush=colour("accent-fill"),
                pen=None,
            )
        )
        for at, one in enumerate(steps):
            number = self.write(f"{shown(one.value)} · {self.values.share(one)}", QPointF(0, at - 0.1))
            number.setFont(sized(15, bold=True))
            number.setColor(colour("text"))
            self.write(one.note, QPointF(0, at + 0.17)).setColor(colour("text"))
        half = (max((one.value for one in steps), default=0) or 1) / 2
        self.plot.vb.setRange(xRange=(-half * 1.04, half * 1.04), yRange=(-0.5, max(len(steps), 2) - 0.5), padding=0)

    def found_at(self, place: QPointF) -> tuple[object, str] | None:
        at = round(place.y())
        if not 0 <= at < len(self.values.steps) or abs(place.y() - at) > THICK / 2:
            return None
        one = self.values.steps[at]
        return one.key, f"{one.name} {shown(one.value)}（{self.values.share(one)}）\n{one.note}"


class TilesPlot(Plot):
    """A tile a place with its name and number; what is late stands on it as a word."""

    def __init__(self, values: Tiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = values
        self.setMinimumHeight(200)
        for side in ("left", "bottom"):
            self.plot.hideAxis(side)
        self.plot.vb.invertY(True)
        self.redraw()

    def draw(self) -> None:
        highest = max((one.value for one in self.values.tiles), default=0)
        for one in self.values.tiles:
            self._tile(one, one.value / highest if highest else 0.0)
        right = max((one.column for one in self.values.tiles), default=0) + 1
        bottom = max((one.row for one in self.values.tiles), default=0) + 1
        self.plot.vb.setRange(xRange=(0, right), yRange=(0, bottom), padding=0)

    def found_at(self, place: QPointF) -> tuple[object, str] | None:
        where = math.floor(place.y()), math.floor(place.x())
        one = next((tile for tile in self.values.tiles if (tile.row, tile.column) == where), None)
        if one is None or one.key is None:
            return None
        counted, late = self.values.words
        return one.key, f"{one.name}\n{counted} {shown(one.value)}　{late} {shown(one.late)}"

    def _tile(self, one: Tile, share: float) -> None:
        item = QGraphicsRectItem(QRectF(one.column + 0.03, one.row + 0.05, 0.94, 0.9))
        item.setBrush(QBrush(_shade(share if one.value else -1)))
        item.setPen(QPen(Qt.PenStyle.NoPen))
        self.plot.addItem(item)
        ink = colour("on-accent" if one.value and FAINT + (DEEP - FAINT) * share > 0.68 else "text")
        middle = one.column + 0.5
        self.write(one.name, QPointF(middle, one.row + 0.3)).setColor(ink)
        number = shown(one.value) + (f" · {self.values.words[1]} {shown(one.late)}" if one.late else "")
        words = self.write(number, QPointF(middle, one.row + 0.68))
        words.setFont(sized(14, bold=True))
        words.setColor(ink)


def _shade(share: float) -> QColor:
    """Grey for nothing, else between the card and the accent."""
    if share < 0:
        return QColor(colour("grey-soft"))
    level = FAINT + (DEEP - FAINT) * share
    pale, deep = colour("card").getRgb(), colour("accent").getRgb()
    return QColor(*(round(a + (b - a) * level) for a, b in zip(pale[:3], deep[:3], strict=True)))  # type: ignore[index]
