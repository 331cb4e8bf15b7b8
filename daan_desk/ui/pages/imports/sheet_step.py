"""The first look: the sheet with what was understood drawn over it, and the header put right by pointing at it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from daan_desk.domain.sheets import Sheet
from daan_desk.services import ledgers
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.flow import FlowLayout
from daan_desk.ui.kit.pills import Pill, PillLabel
from daan_desk.ui.pages.imports.grid import Grid
from daan_desk.ui.pages.imports.marks import Mark, marked
from daan_desk.ui.pages.imports.sheet_model import SheetModel
from daan_desk.ui.pages.imports.study import Study

NARROW, WIDE = 70, 300
PER_SIGN = 8
LOOKED_AT = 60  # rows whose texts say how wide a column should be
MOST_SPANS = 200


class SheetStep(QFrame):
    """`headed` carries the rows that are the header: a tuple, () for none, None for the program's own choice."""

    headed = Signal(object)
    went_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._together = False  # several sheets taken as one have no header of their own to point at
        self.model = SheetModel(self)
        self.table = Grid(self.model, self.tr("工作表"), self)
        self.setFocusProxy(self.table)
        self._number_rows()
        self.said = label("", "small")
        self.said.setWordWrap(True)
        self.onward = button(self.tr("下一步"), "main")
        self.onward.clicked.connect(self.went_on)
        self.these = self._press(self.tr("选中的行是表头"))
        self.none = self._press(self.tr("没有表头"))
        self.again = self._press(self.tr("重新识别"))
        self.these.clicked.connect(lambda: self.headed.emit(self.selected_rows()))
        self.none.clicked.connect(lambda: self.headed.emit(()))
        self.again.clicked.connect(lambda: self.headed.emit(None))
        self.table.selectionModel().selectionChanged.connect(self._picked)
        self._lay_out()

    def _number_rows(self) -> None:
        self.table.setShowGrid(True)
        self.table.horizontalHeader().setStretchLastSection(False)
        rows = self.table.verticalHeader()
        rows.show()
        rows.setDefaultSectionSize(30)
        rows.setFixedWidth(118)
        rows.setSectionsClickable(True)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.sectionDoubleClicked.connect(lambda row: self.headed.emit((row + 1,)))

    def _press(self, text: str) -> QPushButton:
        made = button(text)
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.said, 1)
        for press in (self.these, self.none, self.again):
            head.addWidget(press)
        legend, below = FlowLayout(10), QHBoxLayout()
        for mark in (Mark.TITLE, Mark.HEADER, Mark.SKIPPED, Mark.HIDDEN, Mark.REFUSED):
            legend.addWidget(PillLabel(Pill(mark.word, mark.tone)))
        legend.addWidget(label(self.tr("没有标记的是数据行；灰字的列不导入"), "small"))
        room = QVBoxLayout(self)
        room.setContentsMargins(18, 14, 18, 14)
        room.setSpacing(10)
        room.addLayout(head)
        below.addLayout(legend, 1)
        below.addWidget(self.onward)
        room.addLayout(below)
        room.addWidget(self.table, 1)

    def show_study(self, study: Study) -> None:
        """Show what is understood of the sheet now."""
        ledger = ledgers.ledger(study.found.ledger) if study.found.ledger else None
        fresh = study.sheet is not self.model.sheet
        self.model.show_sheet(study.sheet, marked(study, ledger))
        if fresh:
            self._fit(study.sheet)
        self.said.setText(self._words(study))
        self.said.setToolTip("\n".join(study.layout.decisions))
        together = len(study.layout.sheets) > 1
        self.again.setEnabled(study.wishes.header_rows is not None)
        self.none.setEnabled(not together)
        self.onward.setEnabled(bool(study.columns))
        self._together = together
        self._picked()

    def _words(self, study: Study) -> str:
        rows, sheets = study.layout.header_rows, study.layout.sheets
        if len(sheets) > 1:
            told = self.tr("{n} 张同样的表合在一起读，这里看到的是“{name}”。要改表头，请先在上面选定一张表。")
            return told.format(n=len(sheets), name=study.layout.sheet)
        said = "、".join(map(str, rows))
        where = self.tr("表头在第 {rows} 行。").format(rows=said) if rows else self.tr("这张表没有表头。")
        doubt = "" if study.layout.sure else self.tr("程序拿不准，请看一看表头和数据行对不对。")
        how = self.tr("不对的话，点左边的行号选中表头所在的行（可以选几行），再按右边的按钮。")
        return where + doubt + how

    def selected_rows(self) -> tuple[int, ...]:
        """The sheet's own numbers of the selected rows."""
        return tuple(sorted(index.row() + 1 for index in self.table.selectionModel().selectedRows()))

    def go_to(self, row: int) -> None:
        """Bring a row into sight and select it."""
        self.table.selectRow(row - 1)
        self.table.scrollTo(self.model.index(row - 1, 0), Grid.ScrollHint.PositionAtCenter)

    def _picked(self) -> None:
        self.these.setEnabled(bool(self.selected_rows()) and not self._together)

    def _fit(self, sheet: Sheet) -> None:
        """Widths from the first rows, and the merged cells above the data."""
        self.table.clearSpans()
        self.table.setCurrentIndex(QModelIndex())
        # titles run across the sheet and say nothing about the width of the column where they begin
        spread = {row for row, (mark, _) in self.model.marks.rows.items() if mark is Mark.TITLE}
        spread |= {merge.top for merge in sheet.merges if merge.wide}
        for at in range(min(self.model.columnCount(), 200)):
            rows = [row for row in range(min(LOOKED_AT, len(sheet.rows))) if row + 1 not in spread]
            texts = [str(self.model.index(row, at).data()) for row in rows]
            signs = max((len(text.encode("gb18030")) for text in texts), default=0)
            over = len(str(self.model.headerData(at, Qt.Orientation.Horizontal)).encode("gb18030"))
            self.table.setColumnWidth(at, min(WIDE, max(NARROW, PER_SIGN * max(signs, over) + 28)))
        for merge in sheet.merges[:MOST_SPANS]:
            height, width = merge.bottom - merge.top + 1, merge.right - merge.left + 1
            self.table.setSpan(merge.top - 1, merge.left, height, width)
