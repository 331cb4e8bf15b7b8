"""Which columns a ledger shows, in which order, how wide; remembered on this machine for every ledger."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from daan_desk.domain.fields import Field, Ledger
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.editors_popup import Popup
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.ledger_model import header_of
from daan_desk.ui.kit.ledger_table import LedgerTable
from daan_desk.ui.kit.preferences import Preferences

HALF = 7.5  # pixels of a half-width character at 14 px
NARROWEST, WIDEST = 72, 420
PAD = 30
NAME = Qt.ItemDataRole.UserRole


def default_names(ledger: Ledger) -> tuple[str, ...]:
    """The columns that the description lists, the ones that name a row first."""
    titles = ledger.title.split()
    listed = [f.name for f in ledger.fields if f.listed]
    return tuple(sorted(listed, key=lambda name: titles.index(name) if name in titles else len(titles)))


def default_width(field: Field) -> int:
    """Room for the characters that the description speaks of, and for the header with its mark."""
    head = QFontMetrics(sized(14)).horizontalAdvance(header_of(field)) + PAD + 12
    return max(head, NARROWEST, min(int(field.width * HALF) + 24, WIDEST))


class LedgerColumns(QObject):
    """Puts columns on a table and keeps what the officer made of them."""

    changed = Signal()

    def __init__(self, table: LedgerTable, preferences: Preferences) -> None:
        super().__init__(table)
        self._table, self._preferences = table, preferences
        self._ledger = table.ledger.source.ledger
        self._key = f"columns/{self._ledger.name}"
        self._quiet = False
        remembered: list[list[object]] = preferences.value(self._key, [])
        kept = [(str(n), int(str(w))) for n, w in remembered if n in self._ledger.by_name]
        self._widths = {name: width for name, width in kept if width}  # only those that somebody chose
        self._keeping = QTimer(self, singleShot=True, interval=400)
        self._keeping.timeout.connect(self._keep)
        table.head.sectionResized.connect(self._resized)
        table.head.sectionMoved.connect(self._moved)
        table.viewport().installEventFilter(self)
        self.show_names(tuple(name for name, _ in kept) or default_names(self._ledger))

    def names(self) -> tuple[str, ...]:
        """The columns that are shown, from the left."""
        return tuple(field.name for field in self._table.ledger.fields)

    def show_names(self, names: Sequence[str]) -> None:
        """Show these columns in this order."""
        self._quiet = True
        self._table.ledger.show_fields([self._ledger[name] for name in names])
        self._fit()
        self._quiet = False
        self.changed.emit()

    def choose(self, names: Sequence[str]) -> None:
        """What the officer chose: shown, and remembered."""
        self.show_names(names)
        self._keep()

    def reset(self) -> None:
        """Back to what the description says."""
        self._widths = {}
        self.show_names(default_names(self._ledger))
        self._preferences.keep(self._key, [])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self._quiet:
            self._quiet = True
            self._fit()
            self._quiet = False
        return False

    def _fit(self) -> None:
        """Give every column its width; what room is left goes to the column that names a row."""
        fields, head = self._table.ledger.fields, self._table.head
        widths = [self._widths.get(f.name) or default_width(f) for f in fields]
        titles = [at for at, f in enumerate(fields) if f.name in self._ledger.title.split()]
        spare = self._table.viewport().width() - sum(widths)
        if spare > 0 and titles and fields[titles[-1]].name not in self._widths:
            widths[titles[-1]] += spare
        for at, width in enumerate(widths):
            head.resizeSection(at, width)

    def _resized(self, logical: int, _old: int, new: int) -> None:
        if not self._quiet and new:
            self._widths[self._table.ledger.fields[logical].name] = new
            self._keeping.start()

    def _moved(self, _logical: int, _old: int, _new: int) -> None:
        # The model takes the new order over, so that columns are counted alike everywhere; later, because Qt is in the
        # middle of dragging.
        if not self._quiet:
            QTimer.singleShot(0, self, self._take_order)

    def _take_order(self) -> None:
        head = self._table.head
        order = [self._table.ledger.fields[head.logicalIndex(at)].name for at in range(head.count())]
        self._quiet = True
        for at in range(head.count()):
            head.moveSection(head.visualIndex(at), at)
        self._quiet = False
        self.choose(order)

    def _keep(self) -> None:
        self._preferences.keep(self._key, [[name, self._widths.get(name, 0)] for name in self.names()])


class ColumnChooser(Popup):
    """Every field to tick and to drag into order."""

    chosen = Signal(object)
    reset = Signal()

    def __init__(self, ledger: Ledger, shown: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget(self)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumSize(250, 360)
        self.list.setSpacing(2)
        rest = [f.name for f in ledger.fields if f.name not in shown]
        for name in (*shown, *rest):
            item = QListWidgetItem(ledger[name].label, self.list)
            item.setData(NAME, name)
            item.setCheckState(Qt.CheckState.Checked if name in shown else Qt.CheckState.Unchecked)
        room = QVBoxLayout(self)
        room.setContentsMargins(14, 12, 14, 12)
        room.addWidget(label(self.tr("显示的列（拖动可调整顺序）"), "soft"))
        room.addWidget(self.list)
        room.addLayout(self._feet())

    def _feet(self) -> QHBoxLayout:
        row = QHBoxLayout()
        back, doing = button(self.tr("恢复默认"), "link"), button(self.tr("确定"), "main")
        back.clicked.connect(self.reset)
        back.clicked.connect(self.close)
        doing.clicked.connect(self.accept)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(doing)
        return row

    def accept(self) -> None:
        """Take what is ticked; a table without any column is not taken."""
        items = [self.list.item(row) for row in range(self.list.count())]
        names = tuple(str(item.data(NAME)) for item in items if item.checkState() == Qt.CheckState.Checked)
        if names:
            self.chosen.emit(names)
            self.close()
