"""Over every step: which file, which sheet, which ledger and why, and the steps themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from daan_desk.domain.sheets import Layout
from daan_desk.services import ledgers
from daan_desk.ui.kit.cards import IconTile, button, label
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_asking import Tab
from daan_desk.ui.kit.ledger_tabs import LedgerTabs
from daan_desk.ui.pages.imports.study import Study

STEPS = ("看表格", "对栏目", "核对并导入")


class Head(QFrame):
    """offered: which offer of the file. ledger_chosen: which ledger. stepped: which step. left: another file."""

    offered = Signal(int)
    ledger_chosen = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.name, self.fact = label("", "heading"), label("", "small")
        self.sheets, self.ledgers = QComboBox(), QComboBox()
        self.reason = label("", "small")
        self.refusal = label("", "warn")
        for words in (self.reason, self.refusal):
            words.setWordWrap(True)
        self.other = button(self.tr("换一个文件"))
        put_icon(self.other, "file-up")
        self.steps = LedgerTabs([Tab(f"{at} {words}") for at, words in enumerate(STEPS, 1)])
        self.sheets.setAccessibleName(self.tr("工作表"))
        self.ledgers.setAccessibleName(self.tr("导入到哪种台账"))
        self.sheets.activated.connect(self.offered)
        self.ledgers.activated.connect(lambda _: self.ledger_chosen.emit(self.ledgers.currentData()))
        self.steps.turned.connect(self.stepped)
        self.other.clicked.connect(self.left)
        self._lay_out()

    def _lay_out(self) -> None:
        words, facts, top = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        facts.setSpacing(16)
        facts.addWidget(self.fact)
        facts.addWidget(self.reason, 1)
        words.addWidget(self.name)
        words.addLayout(facts)
        top.setSpacing(12)
        top.addWidget(IconTile("file-spreadsheet"))
        top.addLayout(words, 1)
        top.addWidget(self.other)
        room = QVBoxLayout(self)
        room.setContentsMargins(18, 14, 18, 12)
        room.setSpacing(12)
        room.addLayout(top)
        room.addLayout(self._choices())
        room.addWidget(self.refusal)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for text, box, width in ((self.tr("工作表"), self.sheets, 210), (self.tr("导入到"), self.ledgers, 160)):
            named = label(text, "soft")
            named.setBuddy(box)
            box.setMinimumWidth(width)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            row.addWidget(named)
            box.view().setMinimumWidth(320)  # long names of sheets are read whole in the list
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self.steps)
        return row

    def show_study(self, study: Study) -> None:
        """Say what is open and what it was taken for."""
        self._show_file(study)
        self._show_ledger(study)

    def _show_file(self, study: Study) -> None:
        layout, book = study.layout, study.file.book
        self.name.setText(study.file.name)
        rows = self.tr("{n} 行数据").format(n=f"{len(layout.rows):,}")
        unit = self.tr("单位：{unit}").format(unit=layout.unit) if layout.unit else ""
        parts = (self.tr("{n} 张工作表").format(n=len(book.sheets)), layout.title, rows, unit)
        self.fact.setText(" · ".join(part for part in parts if part))
        self.sheets.clear()
        self.sheets.addItems([_offer(each) for each in study.file.offered])
        self.sheets.setCurrentIndex(study.wishes.at)
        self.sheets.setEnabled(len(study.file.offered) > 1)

    def _show_ledger(self, study: Study) -> None:
        if not self.ledgers.count():
            for each in ledgers.ledgers():
                self.ledgers.addItem(each.label, each.name)
        self.ledgers.setPlaceholderText(self.tr("请选择"))
        self.ledgers.setCurrentIndex(self.ledgers.findData(study.found.ledger) if study.found.ledger else -1)
        self.reason.setText("" if study.refused else study.found.reason)
        self.refusal.setText(study.refused)
        self.refusal.setVisible(bool(study.refused))

    def show_step(self, at: int) -> None:
        self.steps.open(at)

    def texts(self) -> Sequence[str]:
        return self.steps.texts()


def _offer(layout: Layout) -> str:
    """One line of the sheet chooser."""
    if len(layout.sheets) > 1:
        return f"{len(layout.sheets)} 张表合在一起（{len(layout.rows):,} 行）"
    return f"{layout.sheet}（{layout.role.value}，{len(layout.rows):,} 行）"
