"""The page of charts: what happened, how it stands, who is behind, each element a way to its rows."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from daan_desk.domain.overview_tables import tables
from daan_desk.domain.overviews import Overview
from daan_desk.domain.spans import USUAL, WORDS
from daan_desk.services import charts
from daan_desk.ui.kit.cards import EmptyState, button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.flow import PAGE_MARGINS, page_room, scrolled
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.kit.saved_files import ask_place, offer_file
from daan_desk.ui.pages.charts import drawing
from daan_desk.ui.pages.charts.cards import Cards

SPAN = "charts.span"
NARROW = 1080  # beneath this two charts beside each other would cut their legends


class ChartsPage(Page):
    """One reading of the workspace at a time; read again when its rows change and the page is in sight."""

    key: ClassVar[str] = "charts"
    title: ClassVar[str] = "统计图表"
    icon: ClassVar[str] = "chart-column"
    reads: ClassVar[tuple[str, ...]] = (
        "enterprises",
        "visits",
        "issues",
        "steps",
        "assignments",
        "figures",
        "financing",
        "bank_responses",
        "towns",
        "departments",
        "settings",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.found: Overview | None = None
        kept = desk.preferences.value(SPAN, USUAL)
        self.span = kept if kept in WORDS else USUAL
        self.day = label("", "soft")
        self.chips = {key: self._chip(key, words) for key, words in WORDS.items()}
        self.export = button(self.tr("导出 Excel"))
        self.cards = Cards(self)
        self.empty = EmptyState(
            "chart-column",
            self.tr("还没有可以统计的企业"),
            self.tr("先导入企业花名册；登记走访和问题后，这里每天自动更新。"),
            self.tr("导入花名册"),
        )
        self._build()
        self.read()

    def show_for(self, target: Target | None) -> None:
        if target and target.words in WORDS:
            self.turn(target.words)
        elif self.found is not None and self.found.day != self.desk.office.today():
            self.read()  # a new day may have begun

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.cards.arrange(self.width() < NARROW)

    def choices(self) -> tuple[Choice, ...]:
        """Other spans, the workbook, and the enterprises that this month's visits have not reached."""
        spans = [Choice(self.tr("统计{span}").format(span=w), partial(self.turn, k)) for k, w in WORDS.items()]
        waiting = Choice(self.tr("本月还没有走访到的企业"), self._open_waiting, icon="map-pin-check")
        return *spans, Choice(self.tr("导出统计图表"), self.save, icon="download", keys="Ctrl+E"), waiting

    def turn(self, key: str) -> None:
        """Count another stretch of time."""
        self.span = key
        self.desk.preferences.keep(SPAN, key)
        self.read()

    def save(self) -> None:
        """Write the numbers with native charts into a workbook that the officer names."""
        if self.found is None:
            return
        stem = f"{self.title}-{self.found.span.words}-{self.found.day:%Y%m%d}".replace(" ", "")
        to = ask_place(self, self.desk.preferences, stem, ".xlsx")
        if to:
            self.desk.tasks.run(partial(_write, self.found, to), then=partial(self._saved, to), owner=self)

    def _saved(self, to: Path, rows: int) -> None:
        offer_file(self, to, self.tr("统计图表已导出，共 {n} 行数据").format(n=rows))

    def read(self) -> None:
        for key, chip in self.chips.items():
            chip.setChecked(key == self.span)
        self.desk.tasks.run(partial(charts.charts, self.desk.office, self.span), then=self._show, owner=self)

    def _show(self, found: Overview) -> None:
        if found.span.key != self.span:
            return  # somebody has chosen another stretch meanwhile
        self.found = found
        bare = not found.enterprises.value and not found.all.count()
        for part in (self.area, *self.chips.values(), self.export, self.day):
            part.setVisible(not bare)
        self.empty.setVisible(bare)
        self.day.setText(drawing.day_words(found))
        if not bare:
            self.cards.show(found)

    def _open_waiting(self) -> None:
        if self.found is not None:
            self.desk.go(*drawing.way(self.found.coverage.waiting))

    def _open(self, way: drawing.Way) -> None:
        self.desk.go(*way)

    def _chip(self, key: str, words: str) -> QToolButton:
        chip = QToolButton()
        chip.setText(words)
        chip.setCheckable(True)
        chip.setProperty("look", "chip")
        chip.clicked.connect(lambda: self.turn(key))
        return chip

    def _build(self) -> None:
        self.cards.opened.connect(self._open)
        self.empty.asked.connect(lambda: self.desk.go("imports"))
        self.export.clicked.connect(self.save)
        put_icon(self.export, "download")
        QShortcut(QKeySequence("Ctrl+E"), self, self.save)
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(PAGE_MARGINS[0], 0, PAGE_MARGINS[2] - 8, PAGE_MARGINS[3])
        room.addLayout(self.cards.grid)
        room.addStretch(1)
        self.area = scrolled(inside)
        page = page_room(self)
        page.setContentsMargins(0, PAGE_MARGINS[1], 0, 0)
        page.addLayout(self._head())
        page.addWidget(self.empty, 1)
        page.addWidget(self.area, 1)
        self.empty.hide()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(PAGE_MARGINS[0], 0, PAGE_MARGINS[2], 0)
        row.setSpacing(8)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addSpacing(8)
        row.addWidget(self.day, 1)
        row.addWidget(self.export)
        return row


def _write(found: Overview, to: Path) -> int:
    from daan_desk.exchange.charts_book import write_charts  # openpyxl: only who writes one waits for it

    return write_charts(tables(found), to)
