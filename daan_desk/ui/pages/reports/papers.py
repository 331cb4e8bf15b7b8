"""A report on its way out: a workbook with a native chart, or paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from daan_desk.domain.pivots import Pivot
from daan_desk.domain.report_offers import Offers
from daan_desk.domain.report_tables import chart, table
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.paper import ledger_paper
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.kit.saved_files import ask_place, folder, offer_file


class ReportPapers(QObject):
    """Bound to the page over which its boxes open."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.host = desk, host
        self.preview: Preview | None = None

    def write(self, pivot: Pivot, offers: Offers) -> None:
        """Write table and native chart into a workbook that the officer names."""
        to = ask_place(self.host, self.desk.preferences, table(pivot, offers.ledger.label).title, ".xlsx")
        if to:
            self.desk.tasks.run(partial(_write, pivot, offers, to), partial(self._written, to), owner=self)

    def print(self, pivot: Pivot, offers: Offers) -> None:
        """Show the table as it will be printed."""
        paper = ledger_paper(table(pivot, offers.ledger.label))
        self.preview = Preview(paper, folder(self.desk.preferences), self.host)
        self.preview.open()

    def _written(self, to: Path, rows: int) -> None:
        offer_file(self.host, to, self.tr("统计已导出，共 {n} 行").format(n=rows))


def _write(pivot: Pivot, offers: Offers, to: Path) -> int:
    from daan_desk.exchange.ledgers_out import write_ledger  # openpyxl: only who writes one waits for it

    noun, timely = offers.ledger.label, offers.axis(pivot.report.rows.field).timely
    return write_ledger(table(pivot, noun), to, charts=(chart(pivot, noun, timely),))
