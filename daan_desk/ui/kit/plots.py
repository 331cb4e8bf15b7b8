"""Charts drawn with pyqtgraph in the house's look; imported only when the first chart is shown (it takes long)."""

from __future__ import annotations

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QColor, QCursor
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QWidget

from daan_desk.ui.kit.chart_values import Columns, Series, ceiling, key_at, shown
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized

CLEAR = QColor(0, 0, 0, 0)
LABELS = 12  # more names than that are written with gaps
NEAR = 0.04  # of the axis: as near as a point of a line is meant


class Plot(QWidget):
    """A still picture of values: no panning, no zooming; `chosen` carries the key of what was clicked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: Any = pg.PlotWidget(self)
        self.view.setAntialiasing(True)
        self.view.setMenuEnabled(False)
        self.view.setMouseEnabled(x=False, y=False)
        self.view.hideButtons()
        self.view.setFrameShape(self.view.Shape.NoFrame)
        self.plot: Any = self.view.getPlotItem()
        self.plot.setContentsMargins(0, 4, 4, 0)
        self.room = QHBoxLayout(self)
        self.room.setContentsMargins(0, 0, 0, 0)
        self.room.setSpacing(24)
        self.room.addWidget(self.view, 1)
        self.view.scene().sigMouseClicked.connect(self._clicked)
        self.view.scene().sigMouseMoved.connect(self._moved)

    def redraw(self) -> None:
        """Draw everything again in the colours of the look that is on."""
        self.view.setBackground(colour("card"))
        self.plot.clear()
        self.draw()

    def draw(self) -> None:
        """Put the items of the chart into the empty plot."""
        raise NotImplementedError(type(self).__name__)

    def found_at(self, place: QPointF) -> tuple[object, str] | None:
        """Key and words of what lies at a place given in the values' own units."""
        raise NotImplementedError(type(self).__name__)

    def axis(self, side: str, ticks: list[tuple[float, str]], line: bool = False) -> Any:
        """Dress one axis with these marks; pyqtgraph's own numbers never show."""
        axis = self.plot.getAxis(side)
        axis.setTicks([ticks])
        axis.setStyle(tickLength=0, tickAlpha=0, tickFont=sized(12), tickTextOffset=8)
        axis.setPen(pg.mkPen(colour("line") if line else CLEAR))
        axis.setTextPen(colour("soft"))
        return axis

    def write(self, text: str, place: QPointF, anchor: tuple[float, float] = (0.5, 0.5)) -> Any:
        """A small soft word at a place in the values' own units; `anchor` is the part of the word that stands there."""
        words = pg.TextItem(text, color=colour("soft"), anchor=anchor)
        words.setFont(sized(13))
        words.setPos(place)
        self.plot.addItem(words)
        return words

    def _clicked(self, event: Any) -> None:
        found = self.found_at(self.plot.vb.mapSceneToView(event.scenePos()))
        if found:
            self.chosen.emit(found[0])

    def _moved(self, place: QPointF) -> None:
        found = self.found_at(self.plot.vb.mapSceneToView(place))
        QToolTip.showText(QCursor.pos() + QPoint(12, 12) if found else QPoint(), found[1] if found else "", self)


class ColumnsPlot(Plot):
    """Bars side by side and lines over them."""

    def __init__(self, values: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values, self._top = values, 1.0
        self.setMinimumHeight(180)
        self.redraw()

    def draw(self) -> None:
        values = self.values
        highest = max((v for one in values.series for v in one.values if v is not None), default=0)
        top, step = ceiling(highest)
        self._top = top
        self._axes(top, step)
        bars = [one for one in values.series if not one.line]
        for at, one in enumerate(bars):
            self._bars(one, at, len(bars))
        for one in values.series:
            if one.line:
                self._line(one)

    def found_at(self, place: QPointF) -> tuple[object, str] | None:
        at = round(place.x())
        if not 0 <= at < len(self.values.names) or place.y() < 0:
            return None
        lines = [f"{one.name} {shown(one.values[at])}{self.values.unit}" for one in self.values.series]
        key = key_at(self.values, at, self._series_at(place, at) + 1)
        return key, "\n".join([self.values.names[at], *lines])

    def _series_at(self, place: QPointF, at: int) -> int:
        """Which series was meant: a line near its point, else the bar there; -1 above everything."""
        series = self.values.series
        for number, one in enumerate(series):
            value = one.values[at]
            if one.line and value is not None and abs(value - place.y()) <= NEAR * self._top:
                return number
        bars = [number for number, one in enumerate(series) if not one.line]
        slot = math.floor((place.x() - at + 0.26) / 0.52 * len(bars))
        if not 0 <= slot < len(bars) or place.y() > (series[bars[slot]].values[at] or 0):
            return -1
        return bars[slot]

    def _axes(self, top: float, step: float) -> None:
        names = self.values.names
        gap = -(-len(names) // LABELS)
        self.axis("bottom", [(at, name) for at, name in enumerate(names) if at % gap == 0], line=True)
        marks = [step * at for at in range(round(top / step) + 1)]
        self.axis("left", [(mark, shown(mark)) for mark in marks])
        for mark in marks[1:]:
            self.plot.addItem(pg.InfiniteLine(mark, angle=0, pen=pg.mkPen(colour("hairline"))))
        self.plot.vb.setRange(xRange=(-0.6, len(names) - 0.4), yRange=(0, top * 1.04), padding=0)

    def _bars(self, one: Series, at: int, of: int) -> None:
        width = 0.52 / of
        left = -0.26 + width * (at + 0.5)
        points = [(x + left, y) for x, y in enumerate(one.values) if y is not None]
        self.plot.addItem(
            pg.BarGraphItem(
                x=[x for x, _ in points],
                height=[y for _, y in points],
                width=width * (0.9 if of > 1 else 1),
                brush=colour(one.role),
                pen=None,
            )
        )

    def _line(self, one: Series) -> None:
        if all(y is None for y in one.values):  # numpy would warn of it in the middle of a paint
            return
        ink = colour(one.role)
        item = pg.PlotDataItem(
            list(range(len(one.values))),
            [math.nan if y is None else y for y in one.values],
            connect="finite",  # what is not known is a gap, never a bridge
            pen=pg.mkPen(ink, width=2),
            symbol="o",
            symbolSize=7,
            symbolBrush=colour("card"),
            symbolPen=pg.mkPen(ink, width=2),
        )
        self.plot.addItem(item)
