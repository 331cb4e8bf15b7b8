"""The cards of the page: four numbers and ten charts, and where they stand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from daan_desk.domain.overviews import Overview
from daan_desk.domain.questions import Question
from daan_desk.ui.kit.cards import NumberCard, label
from daan_desk.ui.kit.charts import ChartCard
from daan_desk.ui.pages.charts import drawing

GAP, ROW = 16, 34
HEAD = 78  # of a card: title, margins
LOW, BAND = 330, 256
NUMBERS = (
    ("enterprises", "在册企业", "building-2", "accent"),
    ("visits", "本月走访", "map-pin-check", "green"),
    ("raised", "本月收集问题", "circle-alert", "amber"),
    ("rate", "办结率", "check", "green"),
)
# Key, title, whether it follows the chosen span, and its place: row, column, rows, columns of twelve.
CHARTS: tuple[tuple[str, str, bool, tuple[int, int, int, int]], ...] = (
    ("months", "问题提出与办结", False, (1, 0, 1, 6)),
    ("standings", "问题状态构成", True, (1, 6, 1, 6)),
    ("towns", "各镇街办理情况", True, (2, 0, 1, 6)),
    ("departments", "各部门办理情况", True, (2, 6, 1, 6)),
    ("places", "镇街问题分布（位置为示意）", True, (3, 0, 1, 6)),
    ("funnel", "融资对接漏斗", True, (3, 6, 1, 6)),
    ("days", "走访日历热度", False, (4, 0, 1, 12)),
    ("categories", "问题类别排名", True, (5, 0, 2, 6)),
    ("output", "规上工业总产值（万元）", False, (5, 6, 1, 6)),
    ("ages", "在办问题账龄", False, (6, 6, 1, 6)),
)
YEAR = "近 12 个月"
SPOKEN = {"ages": "截至今天", "output": "最近 12 个月"}


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(GAP)
    for column in range(12):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, 1)
    return grid


class Cards(QObject):
    """Makes the cards, fills them, and says where a click wants to go (`opened` carries a way)."""

    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.questions: dict[str, Question] = {}
        self.numbers = {key: NumberCard(self.tr(name), icon, key, tone) for key, name, icon, tone in NUMBERS}
        self.charts = {key: ChartCard(self.tr(name)) for key, name, _, _ in CHARTS}
        self.spans = {key: self._span_label(chart) for key, chart in self.charts.items()}
        self.growth = label("", "small")
        self.grid = _grid()
        self._narrow: bool | None = None
        self.charts["output"].body.insertWidget(1, self.growth)
        for card in self.numbers.values():
            card.opened.connect(self._open_number)
        for key, chart in self.charts.items():
            chart.chosen.connect(self._open_day if key == "days" else self.opened)

    def arrange(self, narrow: bool) -> None:
        """Put the cards into their places; in a narrow window one chart under the other."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        across = 6 if narrow else 3
        for at, card in enumerate(self.numbers.values()):
            row, column = divmod(at * across, 12)
            self.grid.addWidget(card, row, column, 1, across)
        for at, (key, _, _, place) in enumerate(CHARTS):
            self.grid.addWidget(self.charts[key], *((at + 2, 0, 1, 12) if narrow else place))

    def show(self, found: Overview) -> None:
        """Put the values in."""
        self._show_numbers(found)
        for key, _, chosen, _ in CHARTS:
            self.spans[key].setText(found.span.words if chosen else SPOKEN.get(key, YEAR))
            self.charts[key].show_values(getattr(drawing, key)(found))
        self.growth.setText(found.output[-1].words if found.output else "")
        self.growth.setVisible(bool(found.output))
        self._set_heights(found)

    def _show_numbers(self, found: Overview) -> None:
        rate, before = found.all.rate, found.raised.before or 0
        scaled = self.tr("其中规上 {n} 家").format(n=f"{found.above_scale.value:,}")
        told = {
            "enterprises": (f"{found.enterprises.value:,}", scaled, found.enterprises.question),
            "visits": (
                f"{found.visits.value:,}",
                self.tr("覆盖率 {rate}").format(rate=found.coverage.rate),
                found.visits.question,
            ),
            "raised": (
                f"{found.raised.value:,}",
                self.tr("上年同月 {n} 个").format(n=before),
                found.raised.question,
            ),
            "rate": (
                f"{rate.percent}%" if rate.percent is not None else "—",
                self.tr("{words} {n}/{m}").format(words=found.span.words, n=rate.numerator, m=rate.denominator),
                found.all.valid,
            ),
        }
        for key, (number, note, question) in told.items():
            self.numbers[key].show_number(number, note)
            self.questions[key] = question

    def _set_heights(self, found: Overview) -> None:
        """Rankings stand whole beside their neighbours, nothing scrolls in them."""
        self._tall(("towns", "departments"), max(LOW, HEAD + ROW * len(found.towns)))
        tall = max(2 * LOW + GAP, HEAD + ROW * len(found.categories))
        self._tall(("categories",), tall)
        self._tall(("output", "ages"), (tall - GAP) // 2)
        self._tall(("months", "standings", "places", "funnel"), LOW)
        self._tall(("days",), BAND)

    def _tall(self, keys: tuple[str, ...], height: int) -> None:
        for key in keys:
            self.charts[key].setFixedHeight(height)

    def _span_label(self, chart: ChartCard) -> QLabel:
        """Which days a chart speaks of, beside its tools, so that a copied picture says so too."""
        made = label("", "small")
        chart.head.insertWidget(chart.head.indexOf(chart.link), made)
        return made

    def _open_number(self, key: object) -> None:
        if str(key) in self.questions:
            self.opened.emit(drawing.way(self.questions[str(key)]))

    def _open_day(self, day: object) -> None:
        self.opened.emit(drawing.day_way(day))  # type: ignore[arg-type]
