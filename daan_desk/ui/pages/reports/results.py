"""Table and chart of a report beside each other, or the sentence that says why there are none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from daan_desk.domain.pivots import Pivot
from daan_desk.domain.report_offers import Offers
from daan_desk.domain.report_tables import kind_of, notes
from daan_desk.ui.kit.cards import Card, EmptyState, label
from daan_desk.ui.kit.charts import ChartCard
from daan_desk.ui.kit.flow import scrolled
from daan_desk.ui.pages.reports import drawing
from daan_desk.ui.pages.reports.table import PivotTable

NARROW = 900
LOW, BAR, HEAD = 340, 34, 78


class Results(QStackedWidget):
    """`chosen` carries (down, across) of what was clicked in either."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timely = False
        self.table, self.chart = PivotTable(), ChartCard(self.tr("图表"))
        self.words, self.left_out = label("", "small"), label("", "small")
        self.nothing = EmptyState("table-2", self.tr("没有符合条件的记录"), self.tr("放宽条件或时间，或换一个台账。"))
        self.problem = EmptyState("circle-alert", " ")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()

    def show_pivot(self, pivot: Pivot, offers: Offers) -> None:
        """Put the numbers in."""
        self.timely = offers.axis(pivot.report.rows.field).timely
        self.table.show_pivot(pivot)
        self.words.setText(notes(pivot, offers.ledger.label)[0])
        self.chart.title.setText(pivot.labels[2] if not pivot.across else f"{pivot.labels[2]}（{pivot.labels[1]}）")
        self.chart.show_values(drawing.drawn(pivot, self.timely, getattr(kind_of(pivot), "unit", "")))
        hidden = drawing.left_out(pivot, self.timely)
        self.left_out.setText(self.tr("图中没有画出其余 {n} 项，表中都有").format(n=hidden))
        self.left_out.setVisible(bool(hidden))
        tall = LOW if self.timely else HEAD + BAR * min(len(pivot.down), drawing.MOST_BARS)
        self.chart.setMinimumHeight(max(LOW, tall))
        self.setCurrentIndex(0 if pivot.rows else 1)

    def refuse(self, sentence: str) -> None:
        """Say why there is nothing."""
        self.problem.sentence.setText(sentence)
        self.setCurrentIndex(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if self.width() < NARROW else way.LeftToRight)

    def _build(self) -> None:
        self.table.chosen.connect(self.chosen)
        self.chart.chosen.connect(self.chosen)
        left, right, both = Card(self.tr("统计结果")), QWidget(), QWidget()
        left.head.insertWidget(1, self.words)
        left.body.addWidget(self.table, 1)
        room = QVBoxLayout(right)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.chart)
        room.addWidget(self.left_out)
        room.addStretch(1)
        both.setLayout(self._row)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(left, 1)
        self._row.addWidget(scrolled(right), 1)
        for part in (both, self.nothing, self.problem):
            self.addWidget(part)
