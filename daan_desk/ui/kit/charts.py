"""A card with a chart: legend, the same numbers as a table, a copy as a picture; a click says what was clicked."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QTableWidget, QTableWidgetItem, QToolButton, QWidget

from daan_desk.ui.kit.cards import Card, EmptyState, label
from daan_desk.ui.kit.chart_steps import Steps, Tiles
from daan_desk.ui.kit.chart_values import ChartValues, Columns, Heat, Ranking, Ring, Shares, key_at
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.swatch import Swatch

if TYPE_CHECKING:
    from daan_desk.ui.kit.plots import Plot
    from daan_desk.ui.kit.tasks import Job, Tasks

DRAWN_BY: Final = {
    Columns: ("daan_desk.ui.kit.plots", "ColumnsPlot"),
    Ranking: ("daan_desk.ui.kit.plots_ranking", "RankingPlot"),
    Shares: ("daan_desk.ui.kit.share_rows", "ShareRows"),
    Ring: ("daan_desk.ui.kit.plots_round", "RingPlot"),
    Heat: ("daan_desk.ui.kit.plots_round", "HeatPlot"),
    Steps: ("daan_desk.ui.kit.plots_steps", "StepsPlot"),
    Tiles: ("daan_desk.ui.kit.plots_steps", "TilesPlot"),
}


def warm_up(tasks: Tasks) -> Job:
    """Import what draws charts in the background, so that the first chart does not hold the window up."""
    return tasks.run(partial(import_module, "pyqtgraph"))


class ChartCard(Card):
    """`chosen` carries the key of the column, part, row or day that was clicked, in the chart or in its table."""

    chosen = Signal(object)

    def __init__(self, title: str, link: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title or " ", link, parent)
        self.values: ChartValues | None = None
        self.plot: Plot | None = None
        self._face = QStackedWidget()
        self._table = QTableWidget()
        self._empty = EmptyState("chart-column", self.tr("这一时段没有数据"))
        self._legend: list[QWidget] = []
        self.as_table, self.copying = QToolButton(), QToolButton()
        self._tool(self.as_table, "table", self.tr("显示数字"))
        self._tool(self.copying, "copy", self.tr("复制图片"))
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self._turn)
        self.copying.clicked.connect(self.copy_picture)
        self._set_table()
        for part in (self._empty, self._table):
            self._face.addWidget(part)
        self.body.addWidget(self._face, 1)

    def show_values(self, values: ChartValues) -> None:
        """Draw these values; a card without any says so."""
        self.values = values
        if self.plot is not None:
            self._face.removeWidget(self.plot)
            self.plot.deleteLater()
        module, name = DRAWN_BY[type(values)]
        self.plot = getattr(import_module(module), name)(values)
        self.plot.chosen.connect(self.chosen)
        self._face.addWidget(self.plot)
        self._show_legend(values)
        self._fill_table(values)
        self._turn(self.as_table.isChecked())

    def picture(self) -> QPixmap:
        """The chart with its title and legend, without the tools."""
        tools = (self.as_table, self.copying, self.link)
        shown = [tool for tool in tools if not tool.isHidden()]
        for tool in shown:
            tool.hide()
        taken = self.grab()
        for tool in shown:
            tool.show()
        return taken

    def copy_picture(self) -> None:
        QGuiApplication.clipboard().setPixmap(self.picture())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "plot", None) is not None:
            assert self.plot is not None
            self.plot.redraw()

    def _turn(self, table: bool) -> None:
        if self.values is None or not self.values.numbers()[1]:
            self._face.setCurrentWidget(self._empty)
        elif self.plot is not None:
            self._face.setCurrentWidget(self._table if table else self.plot)

    def _show_legend(self, values: ChartValues) -> None:
        for part in self._legend:
            part.deleteLater()
        self._legend = []
        kinds: list[tuple[str, str, bool]] = []
        if isinstance(values, Columns) and len(values.series) > 1:
            kinds = [(one.name, one.role, one.line) for one in values.series]
        elif isinstance(values, Ranking) and len(values.kinds) > 1:
            kinds = [(name, role, False) for name, role in values.kinds]
        for name, role, line in reversed(kinds):
            for part in (label(name, "small"), Swatch(role, line)):
                self.head.insertWidget(1, part)
                self._legend.append(part)

    def _fill_table(self, values: ChartValues) -> None:
        (head, *rows), _ = values.numbers()
        self._table.setColumnCount(len(head))
        self._table.setRowCount(len(rows))
        self._table.setHorizontalHeaderLabels(list(head))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self._table.setItem(at, column, item)
        self._table.resizeColumnsToContents()

    def _set_table(self) -> None:
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.setProperty("look", "numbers")
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setStretchLastSection(False)
        self._table.setAccessibleName(self.tr("图表的数字"))
        self._table.itemActivated.connect(self._row_chosen)

    def _row_chosen(self, item: QTableWidgetItem) -> None:
        if self.values is not None:
            self.chosen.emit(key_at(self.values, item.row(), item.column()))

    def _tool(self, tool: QToolButton, icon: str, words: str) -> None:
        put_icon(tool, icon)
        tool.setToolTip(words)
        tool.setAccessibleName(words)
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head.addWidget(tool)
