"""Made-up workbooks, written as offices write them, and a page that has one of them open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from daan_desk.domain.fields import Ledger
from daan_desk.services import ledgers
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.ui.pages.imports.page import ImportsPage
from daan_desk.ui.pages.imports.workbench import COLUMNS

FIRMS = ("自贡天工机械有限公司", "自贡华岭阀门有限公司", "自贡永盛泵业有限公司")
Cells = Sequence[object]
LEFT = Qt.MouseButton.LeftButton


def book(path: Path, *rows: Cells, merges: Sequence[str] = (), hidden: Sequence[int] = (), sheet: str = "名单") -> Path:
    """One sheet of these rows."""
    made = Workbook()
    page = made.active
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for merge in merges:
        page.merge_cells(merge)
    for row in hidden:
        page.row_dimensions[row].hidden = True
    made.save(path)
    return path


def titled(folder: Path, day_of_bad: object = None) -> Path:
    """A titled roster with a header of two rows; its fifth row has no name."""
    return book(
        folder / "规上企业.xlsx",
        ("大安区规模以上工业企业名单",),
        ("企业名称", "镇街", "从业人数", "营业收入（万元）", None),
        (None, None, None, "2024年", "2025年"),
        (FIRMS[0], "大山铺镇", 120, 800, 1000),
        (day_of_bad, "牛佛镇", 30, 90, 100),
        (FIRMS[1], "何市镇", 15, 70, 80),
        merges=("A1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2"),
    )


def plain(folder: Path, *rows: Cells, heads: Cells = ("企业名称", "联系电话")) -> Path:
    """A roster of one header row."""
    return book(folder / "名录.xlsx", heads, *rows)


def load(page: ImportsPage, path: Path) -> ImportsPage:
    """Open a file on the page and wait until it is judged."""
    page.open(path)
    wait(page)
    return page


def wait(page: ImportsPage) -> None:
    """Until nothing is left to do."""
    for _ in range(4):
        QApplication.processEvents()  # Qt hands the text of a closed editor over in its own time
        page.desk.tasks.settle(30)


def names(office: Office, ledger: str = "enterprises") -> list[str]:
    """The names of a ledger, sorted."""
    described: Ledger = ledgers.ledger(ledger)
    rows = ledgers.rows(office, ledger, ledgers.ids(office, Question(ledger)))
    return sorted(described["name"].kind.show(row["name"]) for row in rows)


def press(button: QWidget) -> None:
    assert button.isEnabled()
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)


def type_into_cell(page: ImportsPage, row: int, text: str) -> None:
    """Click a cell that can be mended, write over it, and leave it by Enter."""
    table = page.bench.verdicts.table
    spot = table.visualRect(page.bench.verdicts.model.index(row, 1)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=spot)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def choose(page: ImportsPage, row: int, column: int, words: str) -> None:
    """Open the list of a cell by a click and pick a line of it."""
    table = page.bench.columns.table
    page.bench.go_to(COLUMNS)
    place = page.bench.columns.model.index(row, column)
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(place).center())
    combo = table.indexWidget(place)  # the list of an earlier choice may still wait for its deletion
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())
    wait(page)
