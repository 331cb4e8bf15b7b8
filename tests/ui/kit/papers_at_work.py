"""A ledger's page with something to hand out, and what its tests do again and again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daan_desk.services.office import Office
from daan_desk.ui.kit.export_box import ExportBox
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_papers import LedgerPapers
from daan_desk.ui.kit.paper_box import PaperBox
from daan_desk.ui.kit.saved_files import FOLDER
from tests import builders

Pages = Callable[..., LedgerPage]
LEFT = Qt.MouseButton.LeftButton
FIRMS = ("自贡天工机械有限公司", "自贡华岭阀门有限公司")


def page_of_two(page_at: Pages, office: Office, tmp_path: Path) -> LedgerPage:
    """The page of two enterprises, of which one has something that is not for others."""
    builders.enterprise(office, FIRMS[0], town="牛佛镇", employees=12, revenue_last_year=1500, private_note="欠税")
    builders.enterprise(office, FIRMS[1], town="何市镇", employees=30)
    made = page_at("enterprises")
    made.desk.preferences.keep(FOLDER, str(tmp_path))
    return made


def papers(page: LedgerPage) -> LedgerPapers:
    found = page.findChild(LedgerPapers)
    assert found is not None
    return found


def more(page: LedgerPage, words: str) -> None:
    """Choose a line under 更多."""
    line = next(line for line in page.bar.more_menu().actions() if line.text().startswith(words))
    line.trigger()
    page.desk.tasks.settle()


def exporting(page: LedgerPage) -> ExportBox:
    QTest.mouseClick(page.bar.buttons["导出 Excel"][0], LEFT)
    page.desk.tasks.settle()
    box = papers(page).dialog
    assert isinstance(box, ExportBox)
    return box


def carried_out(page: LedgerPage, box: PaperBox) -> None:
    QTest.mouseClick(box.doing, LEFT)
    page.desk.tasks.settle()
    box.tasks.settle()


def cells(path: Path) -> list[list[object]]:
    return [[cell.value for cell in row] for row in load_workbook(path).active.iter_rows()]


def offered(page: LedgerPage) -> list[str]:
    return [line.text().split("\t")[0] for line in page.bar.more_menu().actions()]
