"""The lines of shares under their groups, each share with a bar; Enter opens the records behind a line."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QWidget,
)

from daan_desk.domain.figure_shares import Share
from daan_desk.services.figure_shares import Shares
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.entry_model import Index
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.row_table import RowTable

HEADS = ("", "企业", "", "占比", "上年同期", "同比")
PERCENT, GROWTH = 3, 5
ROW, GROUP, BAR = 36, 34, 4.0
NAME, COUNT, NARROW, WIDE = 230, 90, 104, 160
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BarDelegate(QStyledItemDelegate):
    """A share as a number over a thin bar."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        share = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(share, Share) and share.percent is not None:
            area = QRectF(option.rect).adjusted(12, 0, -12, 0)  # type: ignore[attr-defined]
            wide = area.width() * min(max(float(share.percent), 0.0), 100.0) / 100
            painter.fillRect(QRectF(area.left(), area.bottom() - BAR - 2, area.width(), BAR), colour("grey-soft"))
            painter.fillRect(QRectF(area.left(), area.bottom() - BAR - 2, wide, BAR), colour("accent"))


class SharesTable(RowTable):
    """`opened` carries the ids behind the line that was entered or double-clicked."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("占比与同比"), parent)
        self.setColumnCount(len(HEADS))
        self.setItemDelegateForColumn(PERCENT, BarDelegate(self))
        self.itemActivated.connect(self._open)

    def show_shares(self, found: Shares) -> None:
        """Put the groups in, one below the other."""
        unit = getattr(found.indicator.kind, "unit", "")
        heads = list(HEADS)
        heads[2] = f"{found.indicator.label}（{unit}）" if unit else found.indicator.label
        self.setRowCount(0)
        self.clearSpans()
        for at, head in enumerate(heads):
            item = QTableWidgetItem(self.tr(head) if head else "")
            item.setTextAlignment(LEFT if at == 0 else RIGHT)
            self.setHorizontalHeaderItem(at, item)
        for table in found.tables:
            if table.shares:
                self._group(table.name)
            for share in table.shares:
                self._line(found, share)
        self._fit()

    def _group(self, name: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        self.setRowHeight(row, GROUP)
        item = QTableWidgetItem(name)
        item.setFont(sized(13, bold=True))
        item.setForeground(colour("soft"))
        item.setFlags(Qt.ItemFlag.NoItemFlags | Qt.ItemFlag.ItemIsEnabled)
        self.setItem(row, 0, item)
        self.setSpan(row, 0, 1, len(HEADS))

    def _line(self, found: Shares, share: Share) -> None:
        row = self.rowCount()
        self.insertRow(row)
        self.setRowHeight(row, ROW)
        show = found.indicator.kind.show
        texts = (
            share.word,
            f"{share.count} 家",
            show(share.sum),
            _percent(share.percent),
            show(share.ago),
            _grown(share),
        )
        for at, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setTextAlignment(LEFT if at == 0 else RIGHT)
            item.setData(Qt.ItemDataRole.UserRole, share)
            if at == GROWTH and share.growth is not None:
                item.setForeground(colour("red" if share.growth < 0 else "green"))
            self.setItem(row, at, item)

    def _fit(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for at in range(len(HEADS)):
            fixed = QHeaderView.ResizeMode.Stretch if at == 0 else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(at, fixed)
        self._share_room()

    def _share_room(self) -> None:
        """The numbers are close where the room is narrow: what a line is called must be read."""
        each = (self.viewport().width() - NAME - COUNT) // (len(HEADS) - 2)
        for at in range(1, len(HEADS)):
            item = self.horizontalHeaderItem(at)
            head = self.fontMetrics().horizontalAdvance(item.text()) + 26 if item else 0
            self.setColumnWidth(at, COUNT if at == 1 else max(NARROW, head, min(WIDE, each)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _open(self, item: QTableWidgetItem) -> None:
        share = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(share, Share) and share.ids:
            self.opened.emit(share.ids)


def _percent(value: Decimal | None) -> str:
    return "—" if value is None else f"{value}%"


def _grown(share: Share) -> str:
    """Growth in words: a fall is told by its sign and its word, never by its colour alone."""
    if share.growth is None:
        return "—"
    return f"↑ {share.growth}%" if share.growth > 0 else f"↓ {abs(share.growth)}%" if share.growth < 0 else "持平"
