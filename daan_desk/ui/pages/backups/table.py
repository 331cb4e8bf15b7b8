"""The backups as a table: when, why, how large, where, and by which password."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from daan_desk.services.copies import Copy
from daan_desk.ui.kit.row_table import RowTable

HEADS = ("时间", "原因", "大小", "位置", "密码", "文件")
SIZE, FILE = 2, 5
ROW = 38
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CopiesTable(RowTable):
    """`marked` carries the backup whose line is current, or None."""

    marked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("可以恢复的备份"), parent)
        self.copies: tuple[Copy, ...] = ()
        self.setColumnCount(len(HEADS))
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for at, words in enumerate(HEADS):
            item = QTableWidgetItem(self.tr(words))
            item.setTextAlignment(RIGHT if at == SIZE else LEFT)
            self.setHorizontalHeaderItem(at, item)
            stretched = at == FILE
            head.setSectionResizeMode(
                at, QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.ResizeToContents
            )
        self.currentCellChanged.connect(self._mark)

    def show_copies(self, copies: Sequence[Copy]) -> None:
        """Put the lines in; the one that was marked stays marked, else the newest is."""
        kept = self.current()
        self.blockSignals(True)
        self.copies = tuple(copies)
        self.setRowCount(len(copies))
        for row, one in enumerate(copies):
            for at, words in enumerate(self._words(one)):
                item = QTableWidgetItem(words)
                item.setTextAlignment(RIGHT if at == SIZE else LEFT)
                item.setToolTip(str(one.file))
                self.setItem(row, at, item)
        same = next((at for at, one in enumerate(copies) if kept and one.file == kept.file), 0)
        self.setCurrentCell(same if copies else -1, 0)
        self.blockSignals(False)
        self.marked.emit(self.current())

    def current(self) -> Copy | None:
        """The backup whose line is current."""
        return self.copies[self.currentRow()] if 0 <= self.currentRow() < len(self.copies) else None

    def _words(self, one: Copy) -> tuple[str, ...]:
        password = self.tr("现在的密码") if one.ours else self.tr("从前的密码")
        return f"{one.made:%Y-%m-%d %H:%M}", one.why, size_of(one.bytes), self.tr(one.place), password, one.file.name

    def _mark(self, *_: int) -> None:
        self.marked.emit(self.current())


def size_of(size: int) -> str:
    """A file's size in words: 820 KB, 12.3 MB."""
    return f"{size / 1_048_576:,.1f} MB" if size >= 1_000_000 else f"{max(1, size // 1024):,} KB"
