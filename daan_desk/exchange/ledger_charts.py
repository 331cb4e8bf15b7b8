"""Native Excel charts, drawn by openpyxl from figures that stand beside them on a sheet of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, PieChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

from daan_desk.domain.charts import ChartFigures
from daan_desk.exchange.ledger_style import put_text, style_header

SHEET = "图表"
COLOURS = ("1B5AA8", "8A5A00", "1A7446", "B3261E", "74A9F2", "6B7787")
CHART_ROWS = 17
HEIGHT_CM, WIDTH_CM = 8.2, 20.0
ROW_CM = 0.53
MOST_UPRIGHT = 8


def add_charts(book: Workbook, drawn: Iterable[ChartFigures]) -> None:
    """Put every chart with its figures on the sheet 图表, one under the other; nothing to draw makes no sheet."""
    drawings = tuple(figures for figures in drawn if figures.words)
    if not drawings:
        return
    sheet = book.create_sheet(SHEET)
    sheet.sheet_view.showGridLines = False
    for letters in "ABCDE":
        sheet.column_dimensions[letters].width = 18
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    top = 1
    for figures in drawings:
        bottom = put_figures(sheet, figures, top)
        sheet.add_chart(chart(sheet, figures, top), f"{'ABCDEFGHIJ'[len(figures.series) + 1]}{top}")
        top = max(bottom, top + CHART_ROWS) + 2


def put_figures(sheet: Any, figures: ChartFigures, top: int) -> int:
    """The numbers as a small table; answers its last row."""
    for column, word in enumerate((figures.spec.category, *(name for name, _ in figures.series)), 1):
        put_text(sheet.cell(top, column), word)
        style_header(sheet.cell(top, column))
    for place, word in enumerate(figures.words):
        put_text(sheet.cell(top + 1 + place, 1), word)
        for column, (_, values) in enumerate(figures.series, 2):
            sheet.cell(top + 1 + place, column, values[place]).number_format = "#,##0.##"
    return top + len(figures.words)


def chart(sheet: Any, figures: ChartFigures, top: int) -> Any:
    """The chart of one block of figures whose header stands in row `top`."""
    made = MAKERS[figures.spec.kind](figures)
    bottom = top + len(figures.words)
    made.add_data(Reference(sheet, 2, top, 1 + len(figures.series), bottom), titles_from_data=True)
    made.set_categories(Reference(sheet, 1, top + 1, 1, bottom))
    made.title = figures.spec.title
    paint(made)
    if figures.spec.kind == "pie":
        paint_slices(made, len(figures.words))
    made.height, made.width = max(HEIGHT_CM, len(figures.words) * ROW_CM), WIDTH_CM
    if len(figures.series) == 1 and figures.spec.kind != "pie":
        made.legend = None
    return made


def bar(figures: ChartFigures) -> Any:
    """Upright for few words, lying for many, so that Chinese names stay level."""
    made = BarChart()
    made.type = "col" if len(figures.words) <= MOST_UPRIGHT else "bar"
    made.gapWidth = 60
    if made.type == "bar":
        made.x_axis.scaling.orientation = "maxMin"
        made.y_axis.crosses = "max"
    return with_axes(with_labels(made))


def stack(figures: ChartFigures) -> Any:
    """Parts of one whole behind each other."""
    made = bar(figures)
    made.grouping, made.overlap = "stacked", 100
    return made


def line(figures: ChartFigures) -> Any:
    """A course over time."""
    return with_axes(LineChart())


def pie(figures: ChartFigures) -> Any:
    """Shares of a whole, each with its number and its share."""
    made = with_labels(PieChart())
    made.dataLabels.showPercent = True
    made.dataLabels.position = "outEnd"
    return made


def with_axes(made: Any) -> Any:
    """Axes that Excel shows: openpyxl leaves them marked as deleted."""
    made.x_axis.delete = made.y_axis.delete = False
    made.y_axis.number_format = "#,##0"
    made.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill="DDE3EA"))
    return made


def paint(made: Any) -> None:
    """Our colours instead of the ones of 2007: one a series, in a pie one a slice."""
    for number, series in enumerate(made.series):
        colour = COLOURS[number % len(COLOURS)]
        series.graphicalProperties.line.solidFill = colour
        if not isinstance(made, LineChart):
            series.graphicalProperties.solidFill = colour


def paint_slices(made: Any, slices: int) -> None:
    """One colour a slice, in the order of the figures."""
    for number in range(slices):
        point = DataPoint(idx=number)
        point.graphicalProperties.solidFill = COLOURS[number % len(COLOURS)]
        made.series[0].dPt.append(point)


def with_labels(made: Any) -> Any:
    """The number at every bar, and nothing else there."""
    made.dataLabels = DataLabelList()
    made.dataLabels.showVal = True
    for other in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(made.dataLabels, other, False)
    return made


MAKERS: dict[str, Callable[[ChartFigures], Any]] = {"bar": bar, "stack": stack, "line": line, "pie": pie}
