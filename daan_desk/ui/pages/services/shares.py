"""占比同比: one indicator by 一主两辅, 规上, park and town, with the year before; every line opens its records."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from daan_desk.domain.periods import months_after
from daan_desk.services import figure_shares
from daan_desk.services.changes import Changes
from daan_desk.services.figure_shares import Shares
from daan_desk.ui.kit.cards import Card, EmptyState, button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.flow import page_room
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.kit.paper import ledger_paper
from daan_desk.ui.kit.presses import arrow, chip
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.kit.saved_files import ask_place, folder, offer_file
from daan_desk.ui.pages.services.shares_table import SharesTable


class SharesView(Page):
    """A month, or January to that month, of one indicator."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.day = months_after(desk.office.today().replace(day=1), -1)
        self.found: Shares | None = None
        self.preview: Preview | None = None
        self.head, self.period = QHBoxLayout(), label("", "heading")
        self.back, self.on = arrow("chevron-left", self.tr("上一个月")), arrow("chevron-right", self.tr("下一个月"))
        self.indicator, self.since = QComboBox(), chip(self.tr("年初至今"))
        self.table, self.told = SharesTable(), label("", "small")
        self.export, self.printing = button(self.tr("导出 Excel")), button(self.tr("打印…"))
        self.card = Card()
        self.empty = EmptyState(
            "chart-pie",
            self.tr("这个月还没有指标"),
            self.tr("先在“填报”里录入，或导入月报表，再看占比和同比。"),
        )
        self._build()
        self._connect()
        self.setFocusProxy(self.table)
        self.read()

    def _build(self) -> None:
        for field in figure_shares.indicators():
            self.indicator.addItem(field.label, field.name)
        self.indicator.setAccessibleName(self.tr("指标"))
        self.period.setMinimumWidth(132)
        self.period.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.head.setSpacing(10)
        for part in (self.back, self.period, self.on, self.indicator, self.since):
            self.head.addWidget(part)
        self.head.addStretch(1)
        for press, icon in ((self.export, "download"), (self.printing, "printer")):
            put_icon(press, icon)
            press.setAutoDefault(False)
            self.head.addWidget(press)
        self.told.setWordWrap(True)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(self.told)
        room = page_room(self)
        room.addLayout(self.head)
        room.addWidget(self.card, 1)
        room.addWidget(self.empty, 1)
        self.empty.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(partial(self.go, -1))
        self.on.clicked.connect(partial(self.go, 1))
        self.indicator.currentIndexChanged.connect(self.read)
        self.since.clicked.connect(self.read)
        self.table.opened.connect(self._open)
        self.export.clicked.connect(self.save)
        self.printing.clicked.connect(self.print)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("Ctrl+E", self.save), ("Ctrl+P", self.print)):
            QShortcut(QKeySequence(keys), self, act, context=inside)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def concerns(self, changes: Changes) -> bool:
        return changes.touch("figures", "enterprises", "settings")

    def choices(self) -> tuple[Choice, ...]:
        return (
            Choice(self.tr("导出占比同比"), self.save, icon="download", keys="Ctrl+E"),
            Choice(self.tr("打印占比同比"), self.print, icon="printer", keys="Ctrl+P"),
        )

    def go(self, steps: int, _checked: bool = False) -> None:
        """So many months on."""
        self.day = months_after(self.day, steps)
        self.read()

    def read(self, _changed: object = None) -> None:
        name, since = str(self.indicator.currentData()), self.since.isChecked()
        work = partial(figure_shares.shares, self.desk.office, f"{self.day:%Y-%m}", name, since)
        self.desk.tasks.run(work, self._show, owner=self)

    def _show(self, found: Shares) -> None:
        self.found = found
        self.period.setText(found.words)
        some = bool(found.tables[0].shares[0].count)
        self.card.setVisible(some)
        self.empty.setVisible(not some)
        self.table.show_shares(found)
        self.told.setText("".join(figure_shares.notes(found)) + self.tr(" 双击或回车打开一行背后的记录。"))

    def _open(self, ids: tuple[str, ...]) -> None:
        self.desk.go("figures", Target(question=figure_shares.question(ids)))

    # -- paper --------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write the tables into a workbook."""
        if self.found is None:
            return
        table = figure_shares.table(self.found)
        to = ask_place(self, self.desk.preferences, table.title, ".xlsx")
        if to:
            from daan_desk.exchange.books_out import write_book  # openpyxl: only who writes one waits for it

            work = partial(write_book, (table,), to, charts=())
            self.desk.tasks.run(work, then=partial(self._saved, to), owner=self)

    def _saved(self, to: Path, rows: int) -> None:
        offer_file(self, to, self.tr("占比同比已导出，共 {n} 行").format(n=rows))

    def print(self) -> None:
        """Show the tables as they will be printed."""
        if self.found:
            paper = ledger_paper(figure_shares.table(self.found))
            self.preview = Preview(paper, folder(self.desk.preferences), self)
            self.preview.open()
