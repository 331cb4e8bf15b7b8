"""The ranking of horizontal bars made of parts, drawn into pyqtgraph's scene."""

from __future__ import annotations

from itertools import accumulate

import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from daan_desk.ui.kit.chart_values import Ranking, Stack, key_at, shown
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.plots import Plot


class RankingPlot(Plot):
    """Horizontal bars of stacked parts, the sum behind each."""

    ROW = 34

    def __init__(self, values: Ranking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = values
        self.setMinimumHeight(self.ROW * max(2, len(values.stacks)) + 8)
        self.redraw()

    def draw(self) -> None:
        stacks = self.values.stacks
        self.plot.vb.invertY(True)
        self.plot.hideAxis("bottom")
        self.axis("left", [(at, one.name) for at, one in enumerate(stacks)])
        for kind, (_, role) in enumerate(self.values.kinds):
            self._part(kind, role)
        for at, one in enumerate(stacks):
            self.write(shown(one.total), QPointF(one.total, at), (0, 0.5))
        longest = max((one.total for one in stacks), default=0) or 1
        self.plot.vb.setRange(xRange=(0, longest * 1.12), yRange=(-0.6, max(len(stacks), 2) - 0.4), padding=0)

    def found_at(self, place: QPointF) -> tuple[object, str] | None:
        at = round(place.y())
        if not 0 <= at < len(self.values.stacks) or place.x() < 0:
            return None
        one: Stack = self.values.stacks[at]
        parts = [f"{name} {shown(part)}" for (name, _), part in zip(self.values.kinds, one.parts, strict=True)]
        within = next((n for n, end in enumerate(accumulate(one.parts)) if place.x() < end), -1)
        return key_at(self.values, at, within + 1), "\n".join([one.name, *parts])

    def _part(self, kind: int, role: str) -> None:
        stacks = self.values.stacks
        begins = [sum(one.parts[:kind]) for one in stacks]
        self.plot.addItem(
            pg.BarGraphItem(
                x0=begins,
                width=[one.parts[kind] for one in stacks],
                y=list(range(len(stacks))),
                height=0.46,
                brush=colour(role),
                pen=None,
            )
        )
