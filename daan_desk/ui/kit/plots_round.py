"""The ring of parts and the calendar of days, drawn into pyqtgraph's scene."""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import partial
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsRectItem, QGridLayout, QWidget

from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.chart_values import Heat, Ring, Slice, shown
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.plots import Plot
from daan_desk.ui.kit.swatch import Swatch
from daan_desk.ui.kit.words import weekday

OUTER, INNER = 1.0, 0.7
LEVELS = (0.0, 0.3, 0.5, 0.75, 1.0)


class RingPlot(Plot):
    """Parts clockwise from the top, the sum in the middle, the names with numbers at the right."""

    def __init__(self, values: Ring, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = values
        self.setMinimumHeight(200)
        for side in ("left", "bottom"):
            self.plot.hideAxis(side)
        self.plot.vb.setAspectLocked(True)
        self.room.addLayout(self._legend(), 1)
        self.redraw()

    def draw(self) -> None:
        begin = 90.0
        for one in self.values.slices:
            span = -360.0 * one.value / (self.values.total or 1)
            self.plot.addItem(self._wedge(one, begin, span))
            begin += span
        total = self.write(shown(self.values.total), QPointF(0, 0.12))
        total.setFont(sized(26, bold=True))
        total.setColor(colour("text"))
        self.write(self.values.words, QPointF(0, -0.26))
        self.plot.vb.setRange(xRange=(-OUTER, OUTER), yRange=(-OUTER, OUTER), padding=0.02)

    def found_at(self, place: QPointF) -> tuple[object, str] | None:
        radius = math.hypot(place.x(), place.y())
        if not INNER <= radius <= OUTER or not self.values.total:
            return None
        turned = (math.atan2(place.x(), place.y()) / math.tau) % 1.0 * self.values.total
        for one in self.values.slices:
            if turned < one.value:
                return one.key, f"{one.name} {shown(one.value)}（{self.values.share(one)}）"
            turned -= one.value
        return None

    def _wedge(self, one: Slice, begin: float, span: float) -> QGraphicsPathItem:
        outer, inner = (QRectF(-r, -r, 2 * r, 2 * r) for r in (OUTER, INNER))
        path = QPainterPath()
        # the scene's y points up, QPainterPath's angles assume that it points down
        path.arcMoveTo(outer, -begin)
        path.arcTo(outer, -begin, -span)
        path.arcTo(inner, -begin - span, span)
        path.closeSubpath()
        item = QGraphicsPathItem(path)
        item.setBrush(QBrush(colour(one.role)))
        item.setPen(pg.mkPen(colour("card"), width=2))
        return item

    def _legend(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(10)
        grid.setRowStretch(0, 1)
        for at, one in enumerate(self.values.slices, start=1):
            name = button(one.name, "link")
            name.clicked.connect(partial(self.chosen.emit, one.key))
            grid.addWidget(Swatch(one.role), at, 0)
            grid.addWidget(name, at, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(shown(one.value)), at, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(self.values.share(one), "soft"), at, 3, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(len(self.values.slices) + 1, 1)
        grid.setColumnStretch(4, 1)
        return grid


class HeatPlot(Plot):
    """A square a day, a column a week from Monday, the deeper the more."""

    def __init__(self, values: Heat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = values
        self.setMinimumHeight(170)
        for side in ("left", "bottom"):
            self.plot.hideAxis(side)
        self.plot.vb.setAspectLocked(True)
        self.plot.vb.invertY(True)
        self._start = values.first - timedelta(days=values.first.weekday())
        self.redraw()

    @property
    def days(self) -> list[date]:
        return [self.values.first + timedelta(days=n) for n in range((self.values.last - self.values.first).days + 1)]

    def draw(self) -> None:
        highest = max(self.values.counts.values(), default=0)
        for day in self.days:
            self.plot.addItem(self._square(day, self._shade(self.values.counts.get(day, 0), highest)))
            if day.day == 1:
                self.write(f"{day.month}月", QPointF(self._place(day)[0] + 0.5, -0.6))
        for row in (0, 2, 4, 6):
            self.write(weekday(row), QPointF(-0.7, row + 0.5))
        weeks = self._place(self.values.last)[0] + 1
        self.plot.vb.setRange(xRange=(-1.2, weeks), yRange=(-1.2, 7), padding=0.01)

    def found_at(self, place: QPointF) -> tuple[object, str] | None:
        week, row = math.floor(place.x()), math.floor(place.y())
        day = self._start + timedelta(days=7 * week + row)
        if not 0 <= row < 7 or not self.values.first <= day <= self.values.last:
            return None
        return day, f"{day:%Y-%m-%d} 周{weekday(day.weekday())}　{shown(self.values.counts.get(day, 0))}"

    def _place(self, day: date) -> tuple[int, int]:
        return divmod((day - self._start).days, 7)

    def _square(self, day: date, shade: QColor) -> Any:
        week, row = self._place(day)
        item = QGraphicsRectItem(QRectF(week + 0.08, row + 0.08, 0.84, 0.84))
        item.setBrush(QBrush(shade))
        item.setPen(QPen(Qt.PenStyle.NoPen))
        return item

    def _shade(self, count: float, highest: float) -> QColor:
        level = LEVELS[min(4, math.ceil(4 * count / highest))] if highest else 0.0
        pale, deep = colour("grey-soft"), colour("accent")
        mixed = [round(a + (b - a) * level) for a, b in zip(pale.getRgb()[:3], deep.getRgb()[:3], strict=True)]  # type: ignore[index]
        return QColor(*mixed)
