"""The second look: where every column goes; what is doubtful is asked, everything can be changed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from daan_desk.services import ledgers
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.icons import pixmap
from daan_desk.ui.kit.pills import Pill, paint_pill
from daan_desk.ui.pages.imports.columns_model import CHOICES, PILL, ColumnsModel
from daan_desk.ui.pages.imports.grid import Grid, Hairlines, Index
from daan_desk.ui.pages.imports.study import Study

WIDTHS = (180, 190, 200, 96, 240, 110)


class ColumnsDelegate(Hairlines):
    """Cells that can be chosen look like it and open a list of their choices."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pill = index.data(PILL)
        super().paint(painter, option, index)
        rect = option.rect  # type: ignore[attr-defined]
        if isinstance(pill, Pill):
            paint_pill(painter, QRectF(rect.adjusted(12, 0, -4, 0)), pill)
        elif index.data(CHOICES):
            sign = pixmap("chevron-down", "soft", 14, painter.device().devicePixelRatio())
            painter.drawPixmap(rect.right() - 20, rect.center().y() - 6, sign)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(PILL):
            option.text = ""  # type: ignore[attr-defined]
        elif index.data(CHOICES):
            room = option.rect.width() - 40  # type: ignore[attr-defined]
            middle = Qt.TextElideMode.ElideRight
            option.text = option.fontMetrics.elidedText(option.text, middle, room)  # type: ignore[attr-defined]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        combo = QComboBox(parent)
        combo.setMaxVisibleItems(16)
        for value, words in index.data(CHOICES) or ():
            combo.addItem(words, value)
        combo.activated.connect(lambda _: self._chosen(combo))
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def _chosen(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())


class ColumnsStep(QFrame):
    """`mapped`: place of a column, field. `ruled`: field, rule. `settled`: place → field for all doubtful ones."""

    mapped = Signal(int, str)
    ruled = Signal(str, str)
    settled = Signal(object)
    went_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.model = ColumnsModel(self)
        self.table = Grid(self.model, self.tr("表中的列"), self)
        self.setFocusProxy(self.table)
        self.table.setItemDelegate(ColumnsDelegate(self.table))
        self.table.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.table.setEditTriggers(Grid.EditTrigger.EditKeyPressed | Grid.EditTrigger.DoubleClicked)
        self.table.widen(WIDTHS)
        self.said = label("", "small")
        self.said.setWordWrap(True)
        self.agree, self.refuse = button(self.tr("都按建议")), button(self.tr("都不导入"))
        self.onward = button(self.tr("下一步"), "main")
        self.model.mapped.connect(self.mapped)
        self.model.ruled.connect(self.ruled)
        self.table.clicked.connect(self._open)
        self.table.activated.connect(self._open)
        self.onward.clicked.connect(self.went_on)
        self.agree.clicked.connect(lambda: self._settle(agreed=True))
        self.refuse.clicked.connect(lambda: self._settle(agreed=False))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.said, 1)
        for press in (self.agree, self.refuse, self.onward):
            press.setAutoDefault(False)
            head.addWidget(press)
        room = QVBoxLayout(self)
        room.setContentsMargins(18, 14, 18, 14)
        room.setSpacing(10)
        room.addLayout(head)
        room.addWidget(self.table, 1)

    def show_study(self, study: Study) -> None:
        """Show where every column goes now."""
        self.study = study
        self.model.show_study(study, ledgers.ledger(study.found.ledger) if study.found.ledger else None)
        doubtful = len(study.doubtful)
        for press in (self.agree, self.refuse):
            press.setVisible(bool(doubtful))
        if not study.columns:
            self.said.setText(self.tr("先在上面选定这张表是哪种台账，再看每一列导入到哪里。"))
        elif doubtful:
            words = self.tr("有 {n} 列拿不准，排在最前面，请看一看；点“导入到”可以改。")
            self.said.setText(words.format(n=doubtful))
        else:
            self.said.setText(self.tr("每一列都认出来了。点“导入到”可以改，点“已有值时”可以定怎样改已有的记录。"))

    def _open(self, index: QModelIndex) -> None:
        if index.data(CHOICES) and self.table.state() != Grid.State.EditingState:
            self.table.edit(index)

    def _settle(self, agreed: bool) -> None:
        answer = {one.column: (one.field or one.suggested) if agreed else "" for one in self.study.doubtful}
        self.settled.emit(answer)
